package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"code.dny.dev/ssrf"
)

// The reasons why a page could not be had, to be told apart with errors.Is.
var (
	ErrURL         = errors.New("not an address of a page")
	ErrScheme      = errors.New("only http and https addresses are fetched")
	ErrBlocked     = errors.New("the address is not allowed")
	ErrRedirects   = errors.New("too many redirects")
	ErrTooLarge    = errors.New("the page is too large")
	ErrTimeout     = errors.New("the site took too long")
	ErrStatus      = errors.New("the site answered with an error")
	ErrNotDocument = errors.New("not a page of text")
	ErrChallenge   = errors.New("the site tests its visitors and did not send the page")
	ErrEncoding    = errors.New("unknown content encoding")
	ErrDNS         = errors.New("the site's name is not known")
	ErrTLS         = errors.New("the site's certificate is not valid")
	ErrConnection  = errors.New("the connection failed")
)

// Error says why a page could not be had.
type Error struct {
	Code       string        // for the public error line: "timeout", "http_status", ...
	Retryable  bool          // whether trying again later may help
	URL        string        // without user name and query
	Status     int           // of the answer, or 0
	RetryAfter time.Duration // when the site says to come back, or 0
	Err        error
}

// Error returns the message.
func (e *Error) Error() string {
	if e.Status != 0 {
		return fmt.Sprintf("fetch: %s: %v: %d %s", e.URL, e.Err, e.Status, http.StatusText(e.Status))
	}
	return fmt.Sprintf("fetch: %s: %v", e.URL, e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// PublicCode returns what the public error line says.
func (e *Error) PublicCode() (code string, retryable bool) { return e.Code, e.Retryable }

// statusError is an answer that is not the page.
type statusError struct {
	err    error
	status int
	after  time.Duration
}

func (e *statusError) Error() string { return e.err.Error() }
func (e *statusError) Unwrap() error { return e.err }

// typeError is a body that is not a page of text.
type typeError struct{ kind string }

func (e *typeError) Error() string { return ErrNotDocument.Error() + ": " + strconv.Quote(e.kind) }
func (e *typeError) Unwrap() error { return ErrNotDocument }

// explain turns whatever went wrong into an *Error.
func (c *Client) explain(ctx context.Context, address string, err error) *Error {
	e := &Error{URL: redact(address), Err: err}
	if s, ok := errors.AsType[*statusError](err); ok {
		e.Status, e.RetryAfter = s.status, s.after
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		e.Code, e.Retryable = "interrupted", true
		return e
	}
	for _, k := range kinds {
		if errors.Is(err, k.err) {
			e.Code, e.Retryable = k.code, k.retryable
			break
		}
	}
	if e.Code == "" {
		e.explainNetwork(err)
	}
	if e.Code == "http_status" {
		e.Retryable = isPassing(e.Status)
	}
	return e
}

// kinds gives the public code of every reason.
var kinds = []struct {
	err       error
	code      string
	retryable bool
}{
	{ErrURL, "bad_url", false},
	{ErrScheme, "bad_scheme", false},
	{ErrBlocked, "blocked_address", false},
	{ErrRedirects, "too_many_redirects", false},
	{ErrTooLarge, "too_large", false},
	{ErrTimeout, "timeout", true},
	{ErrChallenge, "challenge", false},
	{ErrStatus, "http_status", false},
	{ErrNotDocument, "not_document", false},
	{ErrEncoding, "bad_encoding", false},
}

// explainNetwork tells the errors of the network apart.
func (e *Error) explainNetwork(err error) {
	if u, ok := errors.AsType[*url.Error](err); ok { // it repeats the address, with its query
		err = u.Err
	}
	var timeout net.Error
	dns, isDNS := errors.AsType[*net.DNSError](err)
	switch {
	case errors.Is(err, ssrf.ErrProhibitedPort), errors.Is(err, ssrf.ErrInvalidHostPort):
		e.Err, e.Code = fmt.Errorf("%w: its port is not among those of the setting fetch.ports", ErrBlocked), "blocked_address"
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		e.Err, e.Code = fmt.Errorf("%w: it is not of the open web (the setting fetch.allow_private lets intranets and this machine in)", ErrBlocked), "blocked_address"
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		e.Err, e.Code, e.Retryable = ErrTimeout, "timeout", true
	case isDNS:
		e.Err, e.Code, e.Retryable = fmt.Errorf("%w: %s", ErrDNS, dns.Name), "unknown_host", !dns.IsNotFound
	case isTLS(err):
		e.Err, e.Code = fmt.Errorf("%w: %w", ErrTLS, err), "bad_certificate"
	default:
		e.Err, e.Code, e.Retryable = fmt.Errorf("%w: %w", ErrConnection, err), "connection", true
	}
}

func isTLS(err error) bool {
	var (
		record  tls.RecordHeaderError
		verify  *tls.CertificateVerificationError
		host    x509.HostnameError
		unknown x509.UnknownAuthorityError
		invalid x509.CertificateInvalidError
	)
	return errors.As(err, &record) || errors.As(err, &verify) || errors.As(err, &host) || errors.As(err, &unknown) || errors.As(err, &invalid)
}

// isPassing reports whether an error status may be gone the next time.
func isPassing(status int) bool {
	switch status {
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests, http.StatusInternalServerError,
		http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout, 520, 521, 522, 523, 524:
		return true
	}
	return false
}

// retryAfter reads the Retry-After header: seconds, or a date against the
// site's own clock.
func retryAfter(resp *http.Response) time.Duration {
	value := resp.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil && seconds > 0 && seconds < 86400 {
		return time.Duration(seconds) * time.Second
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil || !at.After(now) || at.Sub(now) > 24*time.Hour {
		return 0
	}
	return at.Sub(now)
}
