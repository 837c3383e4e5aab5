package llm

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Waiting between tries follows the official clients: half a second, doubled
// each time, up to Options.MaxBackoff, less up to a quarter so that many
// callers do not come back together. The server's own delay wins; one longer
// than tooLong is not waited for.
const (
	firstBackoff = 500 * time.Millisecond
	tooLong      = 2 * time.Minute
)

// delay returns how long to wait before try n (from 1), and false when it is
// not worth waiting.
func (c *Client) delay(n int, e *Error) (time.Duration, bool) {
	if e.Final || e.After > tooLong {
		return 0, false
	}
	if e.After > 0 {
		return e.After, true
	}
	d := c.o.MaxBackoff
	if n < 16 {
		d = min(firstBackoff<<(n-1), c.o.MaxBackoff)
	}
	quarter := int64(d / 4)
	return d - time.Duration(rand.Int64N(quarter+1)), true //nolint:gosec // jitter needs no secrecy
}

// serverDelay reads how long the server asks to wait, and whether it says not
// to come back at all.
func (c *Client) serverDelay(h http.Header) (time.Duration, bool) {
	final := h.Get("X-Should-Retry") == "false"
	if ms, err := strconv.ParseFloat(h.Get("Retry-After-Ms"), 64); err == nil && ms > 0 {
		return time.Duration(ms * float64(time.Millisecond)), final
	}
	value := strings.TrimSpace(h.Get("Retry-After"))
	if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
		return time.Duration(s * float64(time.Second)), final
	}
	if at, err := http.ParseTime(value); err == nil {
		if d := at.Sub(c.o.Now()); d > 0 {
			return d, final
		}
	}
	return 0, final
}

// sleep waits for d. It returns at once with an error when ctx would end first.
func sleep(ctx context.Context, d time.Duration, now func() time.Time) error {
	if end, ok := ctx.Deadline(); ok && now().Add(d).After(end) {
		return context.DeadlineExceeded
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
