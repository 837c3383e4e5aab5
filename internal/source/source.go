// Package source turns what the user names into a stream of pages: a URL, a
// file of HTML, text, JSON Lines or WARC, a folder of files, standard input.
//
// Compressed input (gzip) is read as it is. One bad item never ends a stream:
// it arrives as an Item with an error, and the next item follows.
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
	"iter"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"mujaz/internal/news"
)

// Fetcher brings one page from the web.
type Fetcher interface {
	Get(ctx context.Context, url string) (news.Page, error)
}

// Item is one page, or the reason why there is none.
type Item struct {
	Page news.Page // with Err: ID and Place are set as far as they are known
	Err  error
}

// The errors of single items.
var (
	ErrBadLine  = errors.New("source: not a JSON object with text or html")
	ErrNotLines = errors.New("source: JSON that is not one object a line (jq -c '.[]' for an array or jq -c . for objects makes it so)")
	ErrBroken   = errors.New("source: cut short or damaged")
	ErrPacked   = errors.New("source: compressed with something else than gzip")
	ErrNoText   = errors.New("source: neither text nor html is given")
	ErrTooLarge = errors.New("source: document is too large")
	ErrRecord   = errors.New("source: broken WARC record")
	ErrScheme   = errors.New("source: only http and https addresses are read")
)

// Reader reads sources.
type Reader struct {
	Stdin    io.Reader
	Fetch    Fetcher // nil refuses URLs
	MaxBytes int     // the largest document; 0 means 64 MiB
	Lines    bool    // input of unknown kind is JSON Lines, not one document
}

const defaultMaxBytes = 64 << 20

func (r Reader) limit() int {
	if r.MaxBytes > 0 {
		return r.MaxBytes
	}
	return defaultMaxBytes
}

// IsURL reports whether name is a web address rather than a file.
func IsURL(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Check reports why name cannot be opened, or nil. A pipe is not tried, since it
// can be opened once only.
func (r Reader) Check(name string) error {
	switch {
	case name == "-":
		return nil
	case IsURL(name):
		if r.Fetch == nil {
			return fmt.Errorf("source: %s: web addresses are not read here", name)
		}
		return nil
	case strings.Contains(name, "://"):
		return fmt.Errorf("%w: %s", ErrScheme, name)
	}
	info, err := os.Stat(name)
	if err != nil {
		return fmt.Errorf("source: %w", err)
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("source: %w", err)
	}
	return f.Close()
}

// Pages returns the pages of name in order. It stops early when ctx ends.
func (r Reader) Pages(ctx context.Context, name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		switch {
		case name == "-":
			r.stream(ctx, "-", "stdin", r.Stdin, yield)
		case IsURL(name):
			yield(r.fetch(ctx, name))
		case strings.Contains(name, "://"):
			yield(Item{Page: news.Page{Place: name}, Err: ErrScheme})
		default:
			r.path(ctx, name, yield)
		}
	}
}

func (r Reader) fetch(ctx context.Context, url string) Item {
	if r.Fetch == nil {
		return Item{Page: news.Page{URL: url, Place: url}, Err: fmt.Errorf("source: %s: web addresses are not read here", url)}
	}
	page, err := r.Fetch.Get(ctx, url)
	page.URL, page.Place = url, url
	return Item{Page: page, Err: err}
}

func (r Reader) path(ctx context.Context, name string, yield func(Item) bool) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		yield(Item{Page: news.Page{Place: name}, Err: fmt.Errorf("source: %w", err)})
	case info.IsDir():
		r.folder(ctx, name, yield)
	default:
		r.file(ctx, name, "", yield)
	}
}

// folder yields the pages below dir in the order of their paths. A page's id is
// its path inside dir without the ending.
func (r Reader) folder(ctx context.Context, dir string, yield func(Item) bool) {
	stop := errors.New("stop")
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if ctx.Err() != nil {
			return stop
		}
		if err != nil {
			if !yield(Item{Page: news.Page{Place: path}, Err: fmt.Errorf("source: %w", err)}) {
				return stop
			}
			return nil
		}
		id, form := split(path)
		if form == "" || !isFile(path, d) {
			return nil
		}
		if rel, err := filepath.Rel(dir, id); err == nil {
			id = filepath.ToSlash(rel)
		}
		if !r.file(ctx, path, id, yield) {
			return stop
		}
		return nil
	})
	_ = err // only stop, which is no failure
}

// isFile reports whether d is a file or a link to one. A link that leads nowhere
// is taken for a file, and told of when it is opened; a pipe would wait for ever.
func isFile(path string, d os.DirEntry) bool {
	if d.Type().IsRegular() {
		return true
	}
	if d.Type()&os.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// split returns path without the ending of a single document, and its form,
// which is "" for other files.
func split(path string) (string, news.Form) {
	base := path
	if strings.EqualFold(filepath.Ext(base), ".gz") {
		base = base[:len(base)-3]
	}
	ext := filepath.Ext(base)
	switch strings.ToLower(ext) {
	case ".html", ".htm", ".xhtml":
		return strings.TrimSuffix(base, ext), news.HTML
	case ".txt", ".text":
		return strings.TrimSuffix(base, ext), news.Text
	}
	return path, ""
}

// file yields what a file holds and reports whether to go on.
func (r Reader) file(ctx context.Context, path, id string, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Item{Page: news.Page{ID: id, Place: path}, Err: fmt.Errorf("source: %w", err)})
	}
	defer f.Close()
	if _, form := split(path); form != "" {
		in, err := plain(f)
		if err != nil {
			return yield(Item{Page: news.Page{ID: id, Place: path}, Err: fmt.Errorf("source: %s: %w", path, err)})
		}
		return yield(r.document(in, news.Page{ID: id, Place: path, Form: form}))
	}
	return r.stream(ctx, path, path, f, yield)
}

// stream yields the items of in by looking at how it begins.
func (r Reader) stream(ctx context.Context, name, place string, f io.Reader, yield func(Item) bool) bool {
	in, err := plain(f)
	if err != nil {
		return yield(Item{Page: news.Page{Place: place}, Err: fmt.Errorf("source: %s: %w", place, err)})
	}
	head, _ := in.Peek(512)
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		in = bufio.NewReaderSize(transform.NewReader(in, unicode.BOMOverride(transform.Nop)), 64<<10)
		head, _ = in.Peek(512)
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, bom), " \t\r\n")
	switch {
	case bytes.HasPrefix(start, []byte("WARC/")):
		return r.warc(ctx, place, in, yield)
	case spread(start):
		return yield(Item{Page: news.Page{Place: place}, Err: fmt.Errorf("%w: %s", ErrNotLines, place)})
	case r.Lines || isLines(name) || bytes.HasPrefix(start, []byte("{")):
		return r.lines(ctx, place, in, yield)
	case bytes.HasPrefix(start, []byte("<")):
		return yield(r.document(in, news.Page{Place: place, Form: news.HTML}))
	}
	return yield(r.document(in, news.Page{Place: place, Form: news.Text}))
}

// spread reports whether JSON begins at start that is an array of objects or an
// object on several lines.
func spread(start []byte) bool {
	open, rest := byte('{'), byte('"')
	if bytes.HasPrefix(start, []byte("[")) {
		open, rest = '[', '{'
	}
	if !bytes.HasPrefix(start, []byte{open}) {
		return false
	}
	inner := bytes.TrimLeft(start[1:], " \t\r\n")
	gap := start[1 : len(start)-len(inner)]
	return bytes.HasPrefix(inner, []byte{rest}) && (open == '[' || bytes.IndexByte(gap, '\n') >= 0)
}

func isLines(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return strings.HasSuffix(name, ".jsonl") || strings.HasSuffix(name, ".ndjson")
}

// document reads all of in as the body of page.
func (r Reader) document(in io.Reader, page news.Page) Item {
	body, err := io.ReadAll(io.LimitReader(in, int64(r.limit())+1))
	switch {
	case err != nil:
		return Item{Page: page, Err: fmt.Errorf("source: %s: %w", page.Place, err)}
	case len(body) > r.limit():
		return Item{Page: page, Err: fmt.Errorf("%w: %s is over %d bytes", ErrTooLarge, page.Place, r.limit())}
	}
	page.Body = body
	return Item{Page: page}
}

var bom = []byte("\xEF\xBB\xBF")

// plain returns in without its gzip compression, if it has one.
func plain(in io.Reader) (*bufio.Reader, error) {
	b := bufio.NewReaderSize(in, 64<<10)
	if head, _ := b.Peek(6); packed(head) {
		return nil, ErrPacked
	} else if len(head) >= 2 && head[0] == 0x1F && head[1] == 0x8B {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBroken, err)
		}
		return bufio.NewReaderSize(unpacked{z}, 64<<10), nil
	}
	return b, nil
}

// packed reports whether head is the beginning of zstd, xz, bzip2 or zip.
func packed(head []byte) bool {
	for _, magic := range []string{"\x28\xB5\x2F\xFD", "\xFD7zXZ\x00", "BZh", "PK\x03\x04"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return false
}

// unpacked says of a compressed file that is cut what is wrong with it.
type unpacked struct{ in io.Reader }

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.in.Read(p)
	if _, corrupt := errors.AsType[flate.CorruptInputError](err); corrupt || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		err = fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return n, err
}
