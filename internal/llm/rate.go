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
	credit      int       // tokens that were waited for and not used
	tokensKnown bool
	tokensAt    time.Time // when the server said how many tokens are left
	tokensLeft  int
	tokensMost  int
	tokensReset time.Duration // until all are there again
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
	if p.tokensKnown && n > p.tokensLeft {
		at := p.tokensAt.Add(refill(p.tokensReset, n-p.tokensLeft, p.tokensMost-p.tokensLeft))
		if at.After(until) {
			until = at
		}
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
		if err := tokens.WaitN(ctx, min(p.owed(n), tokens.Burst())); err != nil {
			return context.DeadlineExceeded
		}
	}
	return nil
}

// owed returns how many of n tokens are to be waited for, the rest being paid
// from what earlier calls did not use.
func (p *pace) owed(n int) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	paid := min(p.credit, n)
	p.credit -= paid
	return n - paid
}

// used tells how many of the n tokens that a call waited for it did use.
func (p *pace) used(n, used int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tokens != nil {
		p.credit = min(p.credit+max(min(n, p.tokens.Burst())-used, 0), p.tokens.Burst())
	}
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
		most, _ := number("X-Ratelimit-Limit-Requests")
		p.openAt = p.now().Add(refill(reset("X-Ratelimit-Reset-Requests"), 1, most))
	}
	if n, ok := number("X-Ratelimit-Remaining-Tokens"); ok {
		p.tokensKnown, p.tokensLeft = true, n
		p.tokensMost, _ = number("X-Ratelimit-Limit-Tokens")
		p.tokensAt, p.tokensReset = p.now(), reset("X-Ratelimit-Reset-Tokens")
	}
}

// refill returns how long it takes until need of most is there, when all of it
// is there after reset: that is what the reset headers count to.
func refill(reset time.Duration, need, most int) time.Duration {
	if most <= need {
		return reset
	}
	return time.Duration(float64(reset) * float64(need) / float64(most))
}

// pause keeps everybody back for d, as a server that limits asks.
func (p *pace) pause(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if at := p.now().Add(min(d, tooLong)); at.After(p.openAt) {
		p.openAt = at
	}
}
