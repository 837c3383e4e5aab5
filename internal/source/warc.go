package source

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"

	"mujaz/internal/news"
)

// warc yields the HTML pages of a WARC file (ISO 28500): response records of
// status 200 and resource records. Other records are passed over. The id of a
// page is its WARC-Record-ID. It reports whether to go on.
func (r Reader) warc(ctx context.Context, place string, in *bufio.Reader, yield func(Item) bool) bool {
	for n := 1; ctx.Err() == nil; n++ {
		at := place + "#" + strconv.Itoa(n)
		head, err := record(in)
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return yield(Item{Page: news.Page{Place: at}, Err: fmt.Errorf("%w: %s: %w", ErrRecord, at, err)})
		}
		length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || length < 0 {
			return yield(Item{Page: news.Page{Place: at}, Err: fmt.Errorf("%w: %s: Content-Length %q", ErrRecord, at, head.Get("Content-Length"))})
		}
		block := &io.LimitedReader{R: in, N: length}
		item, ok := r.record(head, block, at)
		if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
			item, ok = Item{Page: news.Page{ID: item.Page.ID, Place: at}, Err: fmt.Errorf("%w: %s is cut short", ErrRecord, at)}, true
		}
		if ok && !yield(item) {
			return false
		}
		if errors.Is(item.Err, ErrRecord) {
			return true
		}
	}
	return false
}

// record reads the header of the next record. It returns io.EOF at the end.
func record(in *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		line, err := in.ReadSlice('\n')
		text := strings.TrimSpace(string(line))
		switch {
		case strings.HasPrefix(text, "WARC/"):
			return textproto.NewReader(in).ReadMIMEHeader()
		case text != "":
			return nil, fmt.Errorf("no record at %.40q", text)
		case errors.Is(err, io.EOF):
			return nil, io.EOF
		case err != nil:
			return nil, err
		}
	}
}

// record reads one record's block and reports whether it is a page.
func (r Reader) record(head textproto.MIMEHeader, block io.Reader, at string) (Item, bool) {
	p := news.Page{
		ID: strings.Trim(head.Get("WARC-Record-ID"), "<>"), Place: at, Form: news.HTML,
		URL: strings.Trim(head.Get("WARC-Target-URI"), "<>"), Truncated: head.Get("WARC-Truncated") != "",
	}
	switch head.Get("WARC-Type") {
	case "resource":
		p.ContentType = head.Get("Content-Type")
		if !isHTML(p.ContentType) {
			return Item{Page: p}, false
		}
		return r.document(block, p), true
	case "response":
		return r.response(block, p)
	}
	return Item{Page: p}, false
}

func (r Reader) response(block io.Reader, p news.Page) (Item, bool) {
	resp, err := http.ReadResponse(bufio.NewReader(block), nil)
	if err != nil {
		return Item{Page: p, Err: fmt.Errorf("source: %s: %w", p.Place, err)}, strings.HasPrefix(p.URL, "http")
	}
	defer resp.Body.Close()
	p.ContentType = resp.Header.Get("Content-Type")
	if resp.StatusCode != http.StatusOK || !isHTML(p.ContentType) {
		return Item{Page: p}, false
	}
	body, err := decoded(resp.Body, resp.Header.Get("Content-Encoding"))
	if err != nil {
		return Item{Page: p, Err: fmt.Errorf("source: %s: %w", p.Place, err)}, true
	}
	item := r.document(body, p)
	if item.Err != nil && errors.Is(item.Err, io.ErrUnexpectedEOF) && p.Truncated {
		item.Err = nil
	}
	return item, true
}

func isHTML(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return err == nil && (kind == "text/html" || kind == "application/xhtml+xml")
}

// decoded undoes a Content-Encoding. Archives that decoded the body already
// keep the header, so bytes that are not gzip pass as they are.
func decoded(body io.Reader, encoding string) (io.Reader, error) {
	b := bufio.NewReader(body)
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "gzip", "x-gzip":
		if head, _ := b.Peek(2); bytes.Equal(head, []byte{0x1F, 0x8B}) {
			return gzip.NewReader(b)
		}
	case "br":
		return brotli.NewReader(b), nil
	case "deflate":
		return flate.NewReader(b), nil
	}
	return b, nil
}
