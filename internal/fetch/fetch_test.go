package fetch_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"go.uber.org/goleak"

	"mujaz/internal/fetch"
	"mujaz/internal/news"
	"mujaz/internal/testkit"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const page = "<!doctype html><title>خبر</title><p>افتتحت البلدية جسرا جديدا."

// serve returns a client for tests and the address of a server that h answers for.
func serve(t *testing.T, o fetch.Options, h http.HandlerFunc) (*fetch.Client, string) {
	t.Helper()
	s := httptest.NewServer(h)
	o.AllowPrivate, o.AnyPort = true, true
	c := fetch.New(o)
	t.Cleanup(func() { c.Close(); s.Close() })
	return c, s.URL
}

func send(body, contentType string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		io.WriteString(w, body)
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	c, base := serve(t, fetch.Options{UserAgent: "mujaz/1 (+https://example.org)"}, func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("User-Agent"); got != "mujaz/1 (+https://example.org)" {
			t.Errorf("User-Agent = %q", got)
		}
		if r.URL.Path == "/قديم" {
			http.Redirect(w, r, "/أخبار/١?س=جسر جديد", http.StatusMovedPermanently)
			return
		}
		send(page, "text/html; charset=windows-1256")(w, r)
	})
	p, err := c.Get(t.Context(), " "+base+"/قديم#تعليقات\u200f")
	if err != nil {
		t.Fatal(err)
	}
	if p.Form != news.HTML || string(p.Body) != page || p.ContentType != "text/html; charset=windows-1256" {
		t.Errorf("page = %+v", p)
	}
	if !strings.HasPrefix(strings.ToUpper(p.FinalURL), strings.ToUpper(base)+"/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/") {
		t.Errorf("FinalURL = %q", p.FinalURL)
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	tests := []struct {
		contentType, body string
		want              news.Form
	}{
		{"text/html", page, news.HTML},
		{"application/xhtml+xml; charset=utf-8", page, news.HTML},
		{"text/plain", "نص عادي", news.Text},
		{"text/plain", page, news.HTML},
		{"application/octet-stream", page, news.HTML},
		{"application/pdf", "%PDF-1.7", ""},
		{"image/png", "\x89PNG\r\n\x1a\n", ""},
		{"application/json", "{}", ""},
		{"text/xml", "<rss></rss>", ""},
	}
	for _, tt := range tests {
		c, base := serve(t, fetch.Options{}, send(tt.body, tt.contentType))
		p, err := c.Get(t.Context(), base)
		if p.Form != tt.want || (tt.want == "") != errors.Is(err, fetch.ErrNotDocument) {
			t.Errorf("%s: form %q, error %v, want %q", tt.contentType, p.Form, err, tt.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	pack := func(name, s string) string {
		var b bytes.Buffer
		var w io.WriteCloser
		switch name {
		case "gzip":
			w = gzip.NewWriter(&b)
		case "br":
			w = brotli.NewWriter(&b)
		case "zlib":
			w = zlib.NewWriter(&b)
		case "flate":
			w, _ = flate.NewWriter(&b, 6)
		}
		io.WriteString(w, s)
		w.Close()
		return b.String()
	}
	bomb := pack("gzip", strings.Repeat("\x00", 8<<20))
	tests := []struct {
		name, encoding, body string
		want                 error
	}{
		{"none", "", page, nil},
		{"gzip", "gzip", pack("gzip", page), nil},
		{"brotli", "br", pack("br", page), nil},
		{"deflate as zlib", "deflate", pack("zlib", page), nil},
		{"bare deflate", "deflate", pack("flate", page), nil},
		{"gzip of brotli", "br, gzip", pack("gzip", pack("br", page)), nil},
		{"named and not used", "gzip", page, nil},
		{"unknown", "rot13", page, fetch.ErrEncoding},
		{"three times", "gzip, gzip, gzip", page, fetch.ErrEncoding},
		{"bomb", "gzip", bomb, fetch.ErrTooLarge},
		{"bomb in a bomb", "gzip, gzip", pack("gzip", bomb), fetch.ErrTooLarge},
		{"brotli bomb", "br", pack("br", strings.Repeat("x", 8<<20)), fetch.ErrTooLarge},
		{"too large", "", strings.Repeat("x", 3<<20), fetch.ErrTooLarge},
		{"cut short", "gzip", pack("gzip", page)[:30], fetch.ErrConnection},
	}
	for _, tt := range tests {
		c, base := serve(t, fetch.Options{MaxBytes: 2 << 20}, func(w http.ResponseWriter, r *http.Request) {
			if tt.encoding != "" {
				w.Header().Set("Content-Encoding", tt.encoding)
			}
			send(tt.body, "text/html")(w, r)
		})
		p, err := c.Get(t.Context(), base)
		if !errors.Is(err, tt.want) || tt.want == nil && string(p.Body) != page {
			t.Errorf("%s: body %.50q, error %v, want %v", tt.name, p.Body, err, tt.want)
		}
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	c, base := serve(t, fetch.Options{}, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case r.URL.Path == "/metadata":
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
		case r.URL.Path == "/user":
			http.Redirect(w, r, "http://a:b@"+r.Host+"/0", http.StatusFound)
		case r.URL.Path == "/cookie" && r.Header.Get("Cookie") == "":
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			http.Redirect(w, r, "/cookie", http.StatusFound)
		case strings.HasPrefix(r.URL.Path, "/hop"):
			n := int(r.URL.Path[4] - '0')
			if n == 0 {
				send(page, "text/html")(w, r)
				return
			}
			http.Redirect(w, r, fmt.Sprintf("/hop%d", n-1), http.StatusFound)
		default:
			send(page, "text/html")(w, r)
		}
	})
	tests := []struct {
		path string
		want error
	}{
		{"/hop5", nil},
		{"/hop6", fetch.ErrRedirects},
		{"/cookie", nil},
		{"/file", fetch.ErrScheme},
		{"/metadata", fetch.ErrBlocked},
		{"/user", fetch.ErrURL},
	}
	for _, tt := range tests {
		if _, err := c.Get(t.Context(), base+tt.path); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.path, err, tt.want)
		}
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	tests := []struct {
		status    int
		header    string
		body      string
		code      string
		retryable bool
		after     time.Duration
	}{
		{404, "", "", "http_status", false, 0},
		{429, "Retry-After: 7", "", "http_status", true, 7 * time.Second},
		{503, "Retry-After: later", "", "http_status", true, 0},
		{403, "Cf-Mitigated: challenge", "", "challenge", false, 0},
		{200, "", "<title>Just a moment...</title>", "challenge", false, 0},
		{200, "", "<p>" + strings.Repeat("نص طويل ", 20_000) + "px-captcha", "", false, 0},
	}
	for _, tt := range tests {
		c, base := serve(t, fetch.Options{}, func(w http.ResponseWriter, _ *http.Request) {
			if k, v, ok := strings.Cut(tt.header, ": "); ok {
				w.Header().Set(k, v)
			}
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(tt.status)
			io.WriteString(w, tt.body)
		})
		_, err := c.Get(t.Context(), base+"/a?token=secret")
		e := new(fetch.Error)
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%d: error %T", tt.status, err)
		}
		if e.Code != tt.code || e.Retryable != tt.retryable || e.RetryAfter != tt.after {
			t.Errorf("%d %s: %+v", tt.status, tt.header, e)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%d: the message shows the query: %v", tt.status, err)
		}
	}
}

func TestSlowSites(t *testing.T) {
	t.Parallel()
	wait := func(r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	}
	tests := map[string]http.HandlerFunc{
		"no header": func(_ http.ResponseWriter, r *http.Request) { wait(r) },
		"body stops": func(w http.ResponseWriter, r *http.Request) {
			send(page, "text/html")(w, r)
			w.(http.Flusher).Flush()
			wait(r)
		},
		"body drips for ever": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				io.WriteString(w, "x")
				w.(http.Flusher).Flush()
				time.Sleep(5 * time.Millisecond)
			}
		},
	}
	for name, h := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, base := serve(t, fetch.Options{Timeout: 300 * time.Millisecond, Pause: 100 * time.Millisecond}, h)
			_, err := c.Get(t.Context(), base)
			var e *fetch.Error
			if !errors.As(err, &e) || e.Code != "timeout" || !e.Retryable {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	c, base := serve(t, fetch.Options{}, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	_, err := c.Get(ctx, base)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestConnectionLost(t *testing.T) {
	t.Parallel()
	c, base := serve(t, fetch.Options{}, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, page)
	})
	_, err := c.Get(t.Context(), base)
	var e *fetch.Error
	if !errors.As(err, &e) || e.Code != "connection" || !e.Retryable {
		t.Errorf("error %v", err)
	}
}

// TestBlocked asks for addresses that must not be dialed. A server listens on
// this machine: were one reached, the request would succeed.
func TestBlocked(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(send(page, "text/html"))
	defer s.Close()
	c := fetch.New(fetch.Options{Timeout: 2 * time.Second})
	anyPort := fetch.New(fetch.Options{Timeout: 2 * time.Second, AnyPort: true})
	defer c.Close()
	defer anyPort.Close()
	for _, address := range []string{
		s.URL, "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
		"http://169.254.169.254/latest/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://0.0.0.0/",
		"http://[fc00::1]/", "http://[fe80::1]/", "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/", "http://192.0.2.1/",
	} {
		for _, c := range []*fetch.Client{c, anyPort} {
			if _, err := c.Get(t.Context(), address); !errors.Is(err, fetch.ErrBlocked) {
				t.Errorf("%s: error %v", address, err)
			}
		}
	}
	if _, err := c.Get(t.Context(), "http://8.8.8.8:22/"); !errors.Is(err, fetch.ErrBlocked) || !strings.Contains(err.Error(), "fetch.ports") {
		t.Errorf("port 22: error %v", err)
	}
	private := fetch.New(fetch.Options{Timeout: 2 * time.Second, AllowPrivate: true})
	defer private.Close()
	for _, address := range []string{"http://169.254.169.254/", "http://0.0.0.0/", s.URL} {
		if _, err := private.Get(t.Context(), address); !errors.Is(err, fetch.ErrBlocked) {
			t.Errorf("private allowed: %s: error %v", address, err)
		}
	}
}

func TestBadAddresses(t *testing.T) {
	t.Parallel()
	c := fetch.New(fetch.Options{Timeout: time.Second})
	defer c.Close()
	tests := map[string]error{
		"":                         fetch.ErrScheme,
		"news":                     fetch.ErrScheme,
		"file:///etc/passwd":       fetch.ErrScheme,
		"javascript:alert(1)":      fetch.ErrScheme,
		"gopher://localhost:25/_x": fetch.ErrScheme,
		"http://":                  fetch.ErrURL,
		"http:///path":             fetch.ErrURL,
		"http://user:pw@a.example": fetch.ErrURL,
		"http://a b.example/":      fetch.ErrURL,
		"http://[::1":              fetch.ErrURL,
		"http://\x7f.example/":     fetch.ErrURL,
	}
	for address, want := range tests {
		_, err := c.Get(t.Context(), address)
		if !errors.Is(err, want) || err != nil && strings.Contains(err.Error(), "pw") {
			t.Errorf("%q: error %v, want %v", address, err, want)
		}
	}
}

// TestHostileURLs asks for every address of the corpus that needs no name
// server. None may succeed, and none may end in anything but a refusal.
func TestHostileURLs(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile(testkit.Shared(t, "data/security/PayloadsAllTheThings/ssrf_urls_extracted.txt"))
	if err != nil {
		t.Fatal(err)
	}
	c := fetch.New(fetch.Options{Timeout: time.Second, AnyPort: true})
	defer c.Close()
	asked := 0
	for address := range strings.Lines(string(list)) {
		address = strings.TrimSpace(address)
		rest, ok := strings.CutPrefix(address, "http://")
		if ok && (rest == "" || !strings.ContainsAny(rest[:1], "[0127")) || strings.HasPrefix(rest, "1.1.1.1") {
			continue
		}
		if strings.HasPrefix(address, "https://") {
			continue
		}
		asked++
		_, err := c.Get(t.Context(), address)
		var e *fetch.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v", address, err)
			continue
		}
		switch e.Code {
		case "blocked_address", "bad_url", "bad_scheme", "unknown_host":
		default:
			t.Errorf("%s: code %s: %v", address, e.Code, err)
		}
	}
	if asked < 50 {
		t.Errorf("only %d addresses asked", asked)
	}
}

func TestLog(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	log := slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{Level: slog.LevelDebug}))
	c, base := serve(t, fetch.Options{Log: log}, send(page, "text/html"))
	if _, err := c.Get(t.Context(), base+"/a?key=secret"); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); !strings.Contains(s, "status=200") || strings.Contains(s, "secret") {
		t.Errorf("log %q", s)
	}
}
