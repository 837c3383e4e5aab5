package llm_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"mujaz/internal/llm"
)

// lines is a network without a network: it answers with a function, so that
// time can be the bubble's.
type lines func(*http.Request) (*http.Response, error)

func (l lines) RoundTrip(r *http.Request) (*http.Response, error) { return l(r) }

func respond(r *http.Request, status int, header http.Header, body string) *http.Response {
	if header == nil {
		header = http.Header{}
	}
	return &http.Response{StatusCode: status, Status: http.StatusText(status), Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: r}
}

func virtual(net lines) llm.Options {
	return llm.Options{BaseURL: "http://model.test/v1", Model: "fake-1", Now: time.Now, HTTP: &http.Client{Transport: net}}
}

// TestWaits checks how long is waited between tries, to the second.
func TestWaits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		header   http.Header
		status   int
		least    time.Duration
		most     time.Duration
		kind     llm.Kind
		retries  int
		deadline time.Duration
	}{
		{name: "backoff with jitter", status: 500, least: 1125 * time.Millisecond, most: 1500 * time.Millisecond, kind: llm.Overloaded},
		{name: "backoff is capped", status: 500, retries: 6, least: 6 * 2 * time.Second, most: 32 * time.Second, kind: llm.Overloaded},
		{name: "Retry-After in seconds", header: http.Header{"Retry-After": {"7"}}, status: 429, least: 14 * time.Second, most: 14 * time.Second, kind: llm.RateLimited},
		{name: "Retry-After in milliseconds", header: http.Header{"Retry-After-Ms": {"250"}, "Retry-After": {"9"}}, status: 429, least: 500 * time.Millisecond, most: 500 * time.Millisecond, kind: llm.RateLimited},
		{name: "not longer than the deadline", header: http.Header{"Retry-After": {"50"}}, status: 503, deadline: 60 * time.Second, least: 50 * time.Second, most: 60 * time.Second, kind: llm.Overloaded},
		{name: "a delay past the deadline is not waited for", header: http.Header{"Retry-After": {"90"}}, status: 503, deadline: 60 * time.Second, kind: llm.Overloaded},
		{name: "a delay of hours is not waited for", header: http.Header{"Retry-After": {"7200"}}, status: 429, deadline: 24 * time.Hour, kind: llm.RateLimited},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				o := virtual(func(r *http.Request) (*http.Response, error) { return respond(r, tt.status, tt.header, ""), nil })
				o.Retries, o.Deadline = tt.retries, tt.deadline
				start := time.Now()
				_, _, err := client(t, o).Ask(t.Context(), conversation, schema)
				if llm.KindOf(err) != tt.kind {
					t.Errorf("Ask = %v, want %s", err, tt.kind)
				}
				if took := time.Since(start); took < tt.least || took > tt.most {
					t.Errorf("took %v, want %v to %v", took, tt.least, tt.most)
				}
			})
		})
	}
}

// TestDateRetryAfter checks the third form of Retry-After.
func TestDateRetryAfter(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		o := virtual(func(r *http.Request) (*http.Response, error) {
			if calls++; calls == 1 {
				return respond(r, 503, http.Header{"Retry-After": {time.Now().Add(20 * time.Second).UTC().Format(http.TimeFormat)}}, ""), nil
			}
			return respond(r, 200, nil, completion(good)), nil
		})
		start := time.Now()
		if _, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took < 19*time.Second || took > 20*time.Second {
			t.Errorf("took %v, want 20 s", took)
		}
	})
}

// TestRates checks that neither the settings' rates nor those of the headers
// are passed: of 120 questions at 60 a minute the last waits nearly two minutes.
func TestRates(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*llm.Options)
		header http.Header
		least  time.Duration
	}{
		{"requests of the settings", func(o *llm.Options) { o.RPM = 60 }, nil, 105 * time.Second},
		{"tokens of the settings, 140 a question", func(o *llm.Options) { o.TPM, o.MaxTokens = 8400, 400 }, nil, 95 * time.Second},
		{"requests of the headers", func(*llm.Options) {}, http.Header{"X-Ratelimit-Limit-Requests": {"60"}}, 95 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				o := virtual(func(r *http.Request) (*http.Response, error) {
					return respond(r, 200, tt.header, completion(good)), nil
				})
				o.Deadline, o.Concurrency = time.Hour, 50
				tt.change(&o)
				c := client(t, o)
				start := time.Now()
				var all sync.WaitGroup
				for i := range 120 {
					all.Go(func() {
						time.Sleep(time.Duration(i) * time.Millisecond)
						if _, _, err := c.Ask(t.Context(), conversation, schema); err != nil {
							t.Errorf("Ask = %v", err)
						}
					})
				}
				all.Wait()
				if took := time.Since(start); took < tt.least || took > 4*time.Minute {
					t.Errorf("took %v, want at least %v", took, tt.least)
				}
			})
		})
	}
}

// TestRemaining checks that nobody asks before the reset of a used-up rate.
func TestRemaining(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		header := http.Header{"X-Ratelimit-Remaining-Requests": {"0"}, "X-Ratelimit-Reset-Requests": {"30s"}}
		o := virtual(func(r *http.Request) (*http.Response, error) { return respond(r, 200, header, completion(good)), nil })
		c := client(t, o)
		start := time.Now()
		for range 3 {
			if _, _, err := c.Ask(t.Context(), conversation, schema); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(start); took != 60*time.Second {
			t.Errorf("three questions took %v, want 60 s", took)
		}
	})
}

// TestQueueIsNotDeadline checks that questions that wait for their turn do not
// run out of time: ten at six a minute with a deadline of half a minute.
func TestQueueIsNotDeadline(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := virtual(func(r *http.Request) (*http.Response, error) { return respond(r, 200, nil, completion(good)), nil })
		o.RPM, o.Deadline = 6, 30*time.Second
		c := client(t, o)
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() {
				if _, _, err := c.Ask(t.Context(), conversation, schema); err != nil {
					t.Errorf("Ask = %v", err)
				}
			})
		}
		all.Wait()
	})
}

// TestTokenReset checks that a reset of six minutes to the full rate is not
// waited for when a small part of it is enough.
func TestTokenReset(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		header := http.Header{
			"X-Ratelimit-Limit-Tokens": {"150000"}, "X-Ratelimit-Remaining-Tokens": {"0"}, "X-Ratelimit-Reset-Tokens": {"1m30s"},
		}
		o := virtual(func(r *http.Request) (*http.Response, error) { return respond(r, 200, header, completion(good)), nil })
		c := client(t, o)
		start := time.Now()
		for range 2 {
			if _, _, err := c.Ask(t.Context(), conversation, schema); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(start); took < time.Second || took > 3*time.Second {
			t.Errorf("two questions took %v, want about 1.3 s", took)
		}
	})
}

// TestConcurrency checks that the number of calls at the same time grows while
// all is well, never past the limit, and falls when the server is overloaded.
func TestConcurrency(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		running, most, total := 0, 0, 0
		o := virtual(func(r *http.Request) (*http.Response, error) {
			mu.Lock()
			running++
			total++
			most = max(most, running)
			bad := total > 400
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			running--
			mu.Unlock()
			if bad {
				return respond(r, 503, nil, ""), nil
			}
			return respond(r, 200, nil, completion(good)), nil
		})
		o.Concurrency, o.Deadline, o.Retries = 16, time.Hour, -1
		c := client(t, o)
		ask := func(n int) {
			var all sync.WaitGroup
			for range n {
				all.Go(func() { _, _, _ = c.Ask(t.Context(), conversation, schema) })
			}
			all.Wait()
		}
		ask(400)
		if most != 16 {
			t.Errorf("at most %d calls at the same time, want 16", most)
		}
		ask(16) // all fail
		mu.Lock()
		most = 0
		mu.Unlock()
		ask(8)
		if most > 4 {
			t.Errorf("%d calls at the same time after failures, want few", most)
		}
	})
}

// TestInterrupted checks that a caller who gives up is not kept waiting.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := virtual(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, fmt.Errorf("gone: %w", r.Context().Err())
		})
		ctx, cancel := contextAfter(t, 3*time.Second)
		defer cancel()
		start := time.Now()
		_, _, err := client(t, o).Ask(ctx, conversation, schema)
		if llm.KindOf(err) != llm.Interrupted || time.Since(start) != 3*time.Second {
			t.Errorf("Ask = %v after %v", err, time.Since(start))
		}
	})
}

func contextAfter(t *testing.T, d time.Duration) (context.Context, context.CancelFunc) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(d, cancel)
	return ctx, cancel
}
