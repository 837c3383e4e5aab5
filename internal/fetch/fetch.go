// Package fetch brings one page from the web, within limits, never from a
// private address.
//
// Everything on the other side is hostile. The address is checked when it is
// dialed, after the name was resolved and on every hop of a redirect, because
// only then is it known; checking URLs is not safe. Sizes count after
// decompression, deadlines bound the header, every pause and the whole, and
// no proxy, credential or cookie of the machine takes part.
package fetch

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"time"

	"mujaz/internal/news"
)

// Options are the limits of a client. The zero Options are safe.
type Options struct {
	UserAgent    string        // who asks: "mujaz/1.2 (+https://…)"; "" means "mujaz"
	Timeout      time.Duration // for one page in all; 0 means 30 s
	Pause        time.Duration // the longest wait for a header or for more of a body; 0 means 15 s
	MaxBytes     int64         // the largest body after decompression; 0 means 15 MiB
	MaxRedirects int           // 0 means 5; negative means none
	Ports        []int         // the ports that may be asked; nil means 80 and 443
	AnyPort      bool          // every port may be asked
	AllowPrivate bool          // addresses of private networks and of this machine may be asked
	Log          *slog.Logger  // one line a request, at Debug; nil means none
}

// The defaults of Options.
const (
	defaultTimeout   = 30 * time.Second
	defaultPause     = 15 * time.Second
	defaultMaxBytes  = 15 << 20
	defaultRedirects = 5
)

// Client fetches pages. It is safe for use by several goroutines.
type Client struct {
	options   Options
	transport *http.Transport
}

// New returns a client that keeps to the limits of o.
func New(o Options) *Client {
	o = o.withDefaults()
	return &Client{options: o, transport: newTransport(o)}
}

func (o Options) withDefaults() Options {
	if o.UserAgent == "" {
		o.UserAgent = "mujaz"
	}
	if o.Timeout <= 0 {
		o.Timeout = defaultTimeout
	}
	if o.Pause <= 0 {
		o.Pause = min(defaultPause, o.Timeout)
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	if o.MaxRedirects == 0 {
		o.MaxRedirects = defaultRedirects
	}
	if o.Ports == nil {
		o.Ports = []int{80, 443}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// Close lets go of idle connections.
func (c *Client) Close() { c.transport.CloseIdleConnections() }

// Get brings the page at address. The page's URL is address as it was given,
// its FinalURL where redirects ended. Every error is an *Error.
func (c *Client) Get(ctx context.Context, address string) (news.Page, error) {
	page, status, err := c.get(ctx, address)
	if err != nil {
		e := c.explain(ctx, address, err)
		c.options.Log.DebugContext(ctx, "fetch failed", slog.String("url", e.URL), slog.String("code", e.Code), slog.Int("status", e.Status))
		return news.Page{}, e
	}
	c.options.Log.DebugContext(ctx, "fetched", slog.String("url", redact(address)), slog.Int("status", status), slog.Int("bytes", len(page.Body)))
	return page, nil
}

func (c *Client) get(ctx context.Context, address string) (news.Page, int, error) {
	u, err := parseURL(address)
	if err != nil {
		return news.Page{}, 0, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.options.Timeout, ErrTimeout)
	defer cancel()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	resp, err := c.ask(ctx, u)
	if err != nil {
		return news.Page{}, 0, cause(ctx, err)
	}
	defer resp.Body.Close()
	body, err := c.read(resp, func() { stop(ErrTimeout) })
	if isChallenge(resp, body) {
		return news.Page{}, 0, &statusError{ErrChallenge, resp.StatusCode, 0}
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return news.Page{}, 0, &statusError{ErrStatus, resp.StatusCode, retryAfter(resp)}
	}
	if err != nil {
		return news.Page{}, 0, cause(ctx, err)
	}
	form, err := formOf(resp, body)
	if err != nil {
		return news.Page{}, 0, err
	}
	return news.Page{
		URL: address, FinalURL: resp.Request.URL.String(), ContentType: resp.Header.Get("Content-Type"), Form: form, Body: body,
	}, resp.StatusCode, nil
}

// ask sends the request and follows redirects.
func (c *Client) ask(ctx context.Context, u *url.URL) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), http.NoBody)
	if err != nil {
		return nil, errors.Join(ErrURL, err)
	}
	req.Header.Set("User-Agent", c.options.UserAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1")
	req.Header.Set("Accept-Language", "ar, *;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip, br, deflate")
	// Cookies live for one page only: some sites redirect until theirs comes back.
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	client := http.Client{Transport: c.transport, Jar: jar, CheckRedirect: c.redirect}
	return client.Do(req)
}

// redirect checks one hop, whose address is as badly written as any.
func (c *Client) redirect(req *http.Request, via []*http.Request) error {
	if len(via) > max(c.options.MaxRedirects, 0) {
		return ErrRedirects
	}
	req.Header.Del("Referer")
	req.URL.RawQuery = escapeQuery(req.URL.RawQuery)
	return checkURL(req.URL)
}

// cause returns why ctx ended, if that is why err happened.
func cause(ctx context.Context, err error) error {
	if ctx.Err() == nil {
		return err
	}
	if why := context.Cause(ctx); why != nil {
		return why
	}
	return err
}

// formOf says what the body is, or that it is not a document.
func formOf(resp *http.Response, body []byte) (news.Form, error) {
	kind := mediaType(resp.Header.Get("Content-Type"))
	if kind == "" || kind == "application/octet-stream" {
		kind = mediaType(http.DetectContentType(body))
	}
	switch kind {
	case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml":
		return news.HTML, nil
	case "text/xml", "application/xml":
		if looksLikeHTML(body) {
			return news.HTML, nil
		}
	case "text/plain":
		if looksLikeHTML(body) {
			return news.HTML, nil
		}
		return news.Text, nil
	}
	return "", &typeError{kind}
}

// read returns the body after decompression, within the limits.
func (c *Client) read(resp *http.Response, stalled func()) ([]byte, error) {
	raw := &paced{r: resp.Body, pause: c.options.Pause, stalled: stalled}
	defer raw.stop()
	r, err := decompress(raw, resp.Header.Values("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(&bounded{r: r, raw: raw, left: c.options.MaxBytes})
}
