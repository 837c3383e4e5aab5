package llm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
)

// Limits of what a server may send.
const (
	maxBody  = 2 << 20  // bytes of one answer
	maxFile  = 2 << 30  // bytes of a batch's result file
	maxSaved = 64 << 10 // bytes kept to read an error from
)

// errTooLarge is a response longer than its limit.
var errTooLarge = errors.New("llm: response too large")

// exchange is what one request brought back besides what go-openai returns: it
// loses the headers of failed streams and the error of a body with status 200.
type exchange struct {
	status int
	header http.Header
	body   bytes.Buffer
	limit  int    // of the body
	alive  func() // told of everything that arrives; may be nil
	schema []byte // to put beside "json_object", which go-openai cannot
	extra  []byte // an object whose members the request gets
}

type exchangeKey struct{}

// withExchange returns a context whose next request fills the exchange.
func withExchange(ctx context.Context) (context.Context, *exchange) {
	x := &exchange{header: http.Header{}, limit: maxBody}
	return context.WithValue(ctx, exchangeKey{}, x), x
}

// wire is the RoundTripper between go-openai and the network.
type wire struct{ next http.RoundTripper }

// RoundTrip sends a request and fills the exchange of its context.
func (w wire) RoundTrip(r *http.Request) (*http.Response, error) {
	x, ok := r.Context().Value(exchangeKey{}).(*exchange)
	if ok && (x.schema != nil || x.extra != nil) {
		var err error
		if r, err = x.rewrite(r); err != nil {
			return nil, err
		}
	}
	resp, err := w.next.RoundTrip(r)
	if err != nil || !ok {
		return resp, err
	}
	x.status, x.header = resp.StatusCode, resp.Header
	resp.Body = &savedBody{ReadCloser: resp.Body, x: x, left: x.limit}
	return resp, nil
}

// rewrite returns r with the schema in its response format and the members of
// extra, which go-openai has no fields for.
func (x *exchange) rewrite(r *http.Request) (*http.Request, error) {
	const plain = `"response_format":{"type":"json_object"}`
	body, err := io.ReadAll(r.Body)
	if err = errors.Join(err, r.Body.Close()); err != nil {
		return nil, err
	}
	if x.schema != nil {
		body = bytes.Replace(body, []byte(plain), fmt.Appendf(nil, `"response_format":{"type":"json_object","schema":%s}`, x.schema), 1)
	}
	body = withMembers(body, x.extra)
	r = r.Clone(r.Context())
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	return r, nil
}

// withMembers returns object body with the members of object extra at its end.
func withMembers(body, extra []byte) []byte {
	inner := bytes.TrimSpace(extra)
	if len(inner) < 2 || len(bytes.TrimSpace(inner[1:len(inner)-1])) == 0 {
		return body
	}
	body = bytes.TrimRight(body, " \r\n")
	return slices.Concat(body[:len(body)-1], []byte(","), inner[1:])
}

// savedBody keeps the beginning of a body in its exchange and refuses a body
// without end.
type savedBody struct {
	io.ReadCloser
	x    *exchange
	left int
}

// Read reads from the body.
func (b *savedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLarge
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	if n > 0 && b.x.alive != nil {
		b.x.alive()
	}
	if room := maxSaved - b.x.body.Len(); room > 0 {
		b.x.body.Write(p[:min(n, room)])
	}
	return n, err
}

// httpClient returns c with the wire in it. Redirects are refused: a key that
// is not in the Authorization header would travel along.
func httpClient(c *http.Client) *http.Client {
	next := c.Transport
	if next == nil {
		next = http.DefaultTransport
	}
	return &http.Client{
		Transport: wire{next: next},
		Timeout:   c.Timeout,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}
}
