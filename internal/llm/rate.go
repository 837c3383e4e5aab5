package llm

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// pace keeps calls within the rates that the settings and the server state.
type pace struct {
	now      func() time.Time
	requests *rate.Limiter // nil when neither has said anything
	tokens   *rate.Limiter

	mu          sync.Mutex
	rpm, tpm    int // in force; settings win over headers
	fixed       bool
	openAt      time.Time // no request before
	tokensAt    time.Time // no request that needs more than tokensLeft before
	tokensLeft  int
	tokensKnown bool
}

func newPace(rpm, tpm int, now func() time.Time) *pace {
	p := &pace{now: now, rpm: rpm, tpm: tpm, fixed: rpm > 0 || tpm > 0}
	p.requests, p.tokens = bucket(rpm), bucket(tpm)
	return p
}

// bucket returns a limiter for a rate a minute that lets a sixth of it through
// at once, or nil for no limit.
func bucket(perMinute int) *rate.Limiter {
	if perMinute <= 0 {
		return nil
	}
	return rate.NewLimiter(rate.Limit(float64(perMinute)/60), max(perMinute/6, 1))
}

// wait blocks until a request of n tokens may be sent.
func (p *pace) wait(ctx context.Context, n int) error {
	p.mu.Lock()
	requests, tokens := p.requests, p.tokens
	until := p.openAt
	if p.tokensKnown && n > p.tokensLeft && p.tokensAt.After(until) {
		until = p.tokensAt
	}
	p.mu.Unlock()
	if d := until.Sub(p.now()); d > 0 {
		if err := sleep(ctx, d, p.now); err != nil {
			return err
		}
	}
	if requests != nil {
		if err := requests.Wait(ctx); err != nil {
			return context.DeadlineExceeded
		}
	}
	if tokens != nil {
		if err := tokens.WaitN(ctx, min(n, tokens.Burst())); err != nil {
			return context.DeadlineExceeded
		}
	}
	return nil
}

// learn reads the rate headers of a response. What others of the same account
// use shows in them too, so they also work for several processes.
func (p *pace) learn(h http.Header) {
	number := func(name string) (int, bool) {
		n, err := strconv.Atoi(h.Get(name))
		return n, err == nil && n >= 0
	}
	reset := func(name string) time.Duration {
		d, err := time.ParseDuration(h.Get(name))
		if err != nil {
			if s, err := strconv.ParseFloat(h.Get(name), 64); err == nil {
				d = time.Duration(s * float64(time.Second))
			}
		}
		return min(max(d, 0), tooLong)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if n, ok := number("X-Ratelimit-Limit-Requests"); ok && n > 0 && !p.fixed && n != p.rpm {
		p.rpm, p.requests = n, bucket(n)
	}
	if n, ok := number("X-Ratelimit-Limit-Tokens"); ok && n > 0 && !p.fixed && n != p.tpm {
		p.tpm, p.tokens = n, bucket(n)
	}
	if n, ok := number("X-Ratelimit-Remaining-Requests"); ok && n == 0 {
		p.openAt = p.now().Add(reset("X-Ratelimit-Reset-Requests"))
	}
	if n, ok := number("X-Ratelimit-Remaining-Tokens"); ok {
		p.tokensKnown, p.tokensLeft = true, n
		p.tokensAt = p.now().Add(reset("X-Ratelimit-Reset-Tokens"))
	}
}

// pause keeps everybody back for d, as a server that limits asks.
func (p *pace) pause(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if at := p.now().Add(min(d, tooLong)); at.After(p.openAt) {
		p.openAt = at
	}
}
