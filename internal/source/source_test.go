package source_test

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"mujaz/internal/news"
	"mujaz/internal/source"
)

// items lists what a source gives, an item a line: id, form, body or error.
func items(r source.Reader, name string) []string {
	var list []string
	for x := range r.Pages(context.Background(), name) {
		switch {
		case errors.Is(x.Err, source.ErrBadLine):
			list = append(list, x.Page.ID+" bad line")
		case errors.Is(x.Err, source.ErrNoText):
			list = append(list, x.Page.ID+" no text")
		case errors.Is(x.Err, source.ErrTooLarge):
			list = append(list, x.Page.ID+" too large")
		case errors.Is(x.Err, source.ErrRecord):
			list = append(list, x.Page.ID+" bad record")
		case x.Err != nil:
			list = append(list, x.Page.ID+" error")
		default:
			list = append(list, fmt.Sprintf("%s %s %s", x.Page.ID, x.Page.Form, x.Page.Body))
		}
	}
	return list
}

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return b.String()
}

func TestStdin(t *testing.T) {
	t.Parallel()
	const lines = `{"id":"a","text":"نص"}` + "\n\n" + `{"id":7,"html":"<p>نص</p>"}` + "\n" + `{"id":"b"}` + "\n" +
		`{"id":"c","text":` + "\n" + `["no object"]` + "\n" + `{"id":"d","text":"خ"} {"id":"e","text":"خ"}` + "\n" + `{"id":"f","text":"آخر سطر"}`
	want := []string{"a text نص", "7 html <p>نص</p>", "b no text", " bad line", " bad line", "d bad line", "f text آخر سطر"}
	tests := []struct {
		name, in string
		want     []string
	}{
		{"lines", lines, want},
		{"lines in gzip", packed(lines), want},
		{"lines after a byte order mark", "\ufeff" + lines, want},
		{"HTML", " \n<!doctype html><p>نص", []string{" html  \n<!doctype html><p>نص"}},
		{"text", "عنوان\nنص", []string{" text عنوان\nنص"}},
		{"nothing", "", []string{" text "}},
		{"a line over the limit", `{"id":"a","text":"` + strings.Repeat("ن", 300) + "\"}\n" + `{"id":"b","text":"نص"}`, []string{" too large", "b text نص"}},
		{"a document over the limit", strings.Repeat("نص ", 300), []string{" too large"}},
		{"half a gzip", packed(lines)[:40], []string{"a text نص", " error"}},
	}
	for _, tt := range tests {
		r := source.Reader{Stdin: strings.NewReader(tt.in), MaxBytes: 600}
		if diff := cmp.Diff(tt.want, items(r, "-")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	in := `{"id":"a","url":"https://example.org/1","title":" عنوان ","published":"2025-04-10T14:05:00+01:00","text":"نص"}` + "\n" +
		`{"id":"b","published":"الخميس 10 أبريل 2025","text":"نص"}`
	r := source.Reader{Stdin: strings.NewReader(in)}
	var got []news.Page
	for x := range r.Pages(context.Background(), "-") {
		got = append(got, x.Page)
	}
	want := []news.Page{
		{
			ID: "a", URL: "https://example.org/1", Title: "عنوان", Form: news.Text, Body: []byte("نص"), Place: "stdin:1",
			Published: news.Moment{Time: time.Date(2025, 4, 10, 13, 5, 0, 0, time.UTC)},
		},
		{ID: "b", Form: news.Text, Body: []byte("نص"), Place: "stdin:2", PublishedAs: "الخميس 10 أبريل 2025"},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
}

func TestFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, body := range map[string]string{
		"b.html": "<p>ب", "a.txt": "أ", "c.html.gz": packed("<p>ج"), "gold.jsonl": `{"id":"x","text":"لا"}`, "d/e.htm": "<p>ه",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"a text أ", "b html <p>ب", "c html <p>ج", "d/e html <p>ه"}
	if diff := cmp.Diff(want, items(source.Reader{}, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
}

type web map[string]string

func (w web) Get(_ context.Context, url string) (news.Page, error) {
	if body, ok := w[url]; ok {
		return news.Page{Form: news.HTML, Body: []byte(body)}, nil
	}
	return news.Page{}, errors.New("not there")
}

func TestURL(t *testing.T) {
	t.Parallel()
	r := source.Reader{Fetch: web{"https://example.org/1": "<p>نص"}}
	if diff := cmp.Diff([]string{" html <p>نص"}, items(r, "https://example.org/1")); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{" error"}, items(r, "https://example.org/2")); diff != "" {
		t.Errorf("missing page (-want +got):\n%s", diff)
	}
	for _, name := range []string{"ftp://example.org/1", "/no/such/file"} {
		if err := r.Check(name); err == nil {
			t.Errorf("Check(%q) = nil", name)
		}
	}
}

func warcFile() []string {
	record := func(kind, id, http string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Target-URI: https://example.org/%s\r\n"+
			"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, id, id, len(http), http)
	}
	response := func(header, body string) string {
		return "HTTP/1.1 200 OK\r\n" + header + fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body)
	}
	return []string{
		record("warcinfo", "0", "software: test\r\n"),
		record("response", "1", response("Content-Type: text/html\r\n", "<p>واحد")),
		record("response", "2", response("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", packed("<p>اثنان"))),
		record("response", "3", response("Content-Type: image/png\r\n", "png")),
		record("response", "4", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"),
		record("request", "5", "GET / HTTP/1.1\r\n\r\n"),
		record("response", "6", response("Content-Type: text/html\r\n", "<p>ستة")),
	}
}

func TestWARC(t *testing.T) {
	t.Parallel()
	want := []string{"urn:uuid:1 html <p>واحد", "urn:uuid:2 html <p>اثنان", "urn:uuid:6 html <p>ستة"}
	var members strings.Builder
	for _, r := range warcFile() {
		members.WriteString(packed(r))
	}
	for name, in := range map[string]string{"plain": strings.Join(warcFile(), ""), "gzip members": members.String()} {
		r := source.Reader{Stdin: strings.NewReader(in)}
		if diff := cmp.Diff(want, items(r, "-")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestWARCCutAnywhere cuts a file at every byte: what came whole before the cut
// is kept, and nothing that is not in the whole file appears.
func TestWARCCutAnywhere(t *testing.T) {
	t.Parallel()
	file := strings.Join(warcFile(), "")
	whole := items(source.Reader{Stdin: strings.NewReader(file)}, "-")
	for n := len("WARC/1.0\r\n"); n < len(file); n++ {
		got := items(source.Reader{Stdin: strings.NewReader(file[:n])}, "-")
		for i, x := range got {
			if strings.HasSuffix(x, "bad record") && i == len(got)-1 {
				continue
			}
			if i >= len(whole) || x != whole[i] {
				t.Fatalf("cut at %d: item %d = %q", n, i, x)
			}
		}
	}
}

func FuzzStream(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"نص"}`))
	f.Add([]byte(strings.Join(warcFile(), "")))
	f.Add([]byte(packed("<p>نص")))
	f.Fuzz(func(t *testing.T, in []byte) {
		n := 0
		for x := range (source.Reader{Stdin: bytes.NewReader(in), MaxBytes: 1 << 16}).Pages(t.Context(), "-") {
			if x.Err == nil && len(x.Page.Body) > 1<<16 {
				t.Fatalf("body of %d bytes", len(x.Page.Body))
			}
			n++
		}
		if n > len(in)+1 {
			t.Fatalf("%d items from %d bytes", n, len(in))
		}
	})
}

func encoded(t *testing.T, e encoding.Encoding, text string) string {
	t.Helper()
	out, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodingsOfLines(t *testing.T) {
	t.Parallel()
	const line = `{"id":"a","text":"نص قصير"}` + "\n"
	for name, in := range map[string]string{
		"UTF-16 LE": encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), line),
		"UTF-16 BE": encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), line),
	} {
		got := items(source.Reader{Stdin: strings.NewReader(in), Lines: true}, "-")
		if d := cmp.Diff([]string{"a text نص قصير"}, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for _, tt := range []struct{ name, in, want string }{
		{"windows-1256", encoded(t, charmap.Windows1256, line), " bad line"},
		{"one broken byte", strings.Replace(line, "قصير", "قصير طويل\xD8", 1), "a text نص قصير طويل\uFFFD"},
	} {
		if d := cmp.Diff([]string{tt.want}, items(source.Reader{Stdin: strings.NewReader(tt.in)}, "-")); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

func TestCutGzip(t *testing.T) {
	t.Parallel()
	whole := packed(strings.Repeat(`{"id":"a","text":"نص"}`+"\n", 3))
	last := source.Item{}
	for x := range (source.Reader{Stdin: strings.NewReader(whole[:len(whole)-9])}).Pages(t.Context(), "-") {
		last = x
	}
	if !errors.Is(last.Err, source.ErrBroken) {
		t.Errorf("a cut gzip file ends in %v", last.Err)
	}
}

// Archives keep header fields of bytes that they have decoded since.
func TestWARCHeadersThatLie(t *testing.T) {
	t.Parallel()
	const page = "<p>خبر طويل"
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write([]byte(page))
	_ = w.Close()
	for _, tt := range []struct{ name, header, body, want string }{
		{"a shorter length", "Content-Encoding: gzip\r\nContent-Length: 5\r\n", page, "r html " + page},
		{"chunks", "Transfer-Encoding: chunked\r\n", "4\r\n<p>\xd8\r\n1;x=y\r\n\xae\r\n0\r\n\r\n", "r html <p>خ"},
		{"chunks that were joined", "Transfer-Encoding: chunked\r\n", page, "r html " + page},
		{"deflate", "Content-Encoding: deflate\r\n", z.String(), "r html " + page},
		{"gzip that is cut", "Content-Encoding: gzip\r\n", packed(page)[:20], "r error"},
	} {
		http := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + tt.header + "\r\n" + tt.body
		in := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <r>\r\nWARC-Target-URI: https://example.org/\r\n"+
			"Content-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)
		if d := cmp.Diff([]string{tt.want}, items(source.Reader{Stdin: strings.NewReader(in)}, "-")); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
	}
}

func TestOtherCompressions(t *testing.T) {
	t.Parallel()
	for x := range (source.Reader{Stdin: strings.NewReader("\x28\xB5\x2F\xFD\n\n\n"), Lines: true}).Pages(t.Context(), "-") {
		if !errors.Is(x.Err, source.ErrPacked) {
			t.Errorf("zstd gives %v", x.Err)
		}
	}
}
