package source

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
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

// response reads an HTTP response. Its length is the record's: archives that
// undid an encoding keep the header fields of the bytes they received.
func (r Reader) response(block io.Reader, p news.Page) (Item, bool) {
	in := bufio.NewReader(block)
	status, head, err := responseHead(in)
	if err != nil {
		return Item{Page: p, Err: fmt.Errorf("%w: %s: %w", ErrBroken, p.Place, err)}, strings.HasPrefix(p.URL, "http")
	}
	p.ContentType = head.Get("Content-Type")
	if status != "200" || !isHTML(p.ContentType) {
		return Item{Page: p}, false
	}
	var body io.Reader = in
	if strings.EqualFold(strings.TrimSpace(head.Get("Transfer-Encoding")), "chunked") && isChunk(in) {
		body = httputil.NewChunkedReader(in)
	}
	body, err = decoded(body, head.Get("Content-Encoding"))
	if err != nil {
		return Item{Page: p, Err: fmt.Errorf("%w: %s: %w", ErrBroken, p.Place, err)}, true
	}
	item := r.document(body, p)
	switch {
	case item.Err == nil || errors.Is(item.Err, ErrTooLarge):
	case p.Truncated && errors.Is(item.Err, io.ErrUnexpectedEOF):
		item.Err = nil
	default:
		item.Err = fmt.Errorf("%w: %w", ErrBroken, item.Err)
	}
	return item, true
}

// responseHead reads the status and the header fields of an HTTP response.
func responseHead(in *bufio.Reader) (string, textproto.MIMEHeader, error) {
	t := textproto.NewReader(in)
	line, err := t.ReadLine()
	if err != nil {
		return "", nil, err
	}
	version, status, _ := strings.Cut(line, " ")
	if !strings.HasPrefix(version, "HTTP/") {
		return "", nil, fmt.Errorf("no HTTP response at %.40q", line)
	}
	status, _, _ = strings.Cut(strings.TrimSpace(status), " ")
	head, err := t.ReadMIMEHeader()
	return status, head, err
}

// isChunk reports whether in stands before the size of a chunk.
func isChunk(in *bufio.Reader) bool {
	start, _ := in.Peek(20)
	size, _, ok := bytes.Cut(start, []byte("\n"))
	size, _, _ = bytes.Cut(bytes.TrimSpace(size), []byte(";"))
	_, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 32)
	return ok && err == nil
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
	case "deflate": // in the form of zlib; some servers leave its wrapper out
		if head, _ := b.Peek(2); len(head) == 2 && head[0]&0x0F == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
			return zlib.NewReader(b)
		}
		return flate.NewReader(b), nil
	}
	return b, nil
}
