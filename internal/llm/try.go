package llm

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"github.com/sony/gobreaker/v2"

	"mujaz/internal/news"
)

// The circuit breaker opens after so many failures in a row, each of which
// says that the endpoint is at fault, and lets one call through after a pause.
// With one call in five failing by chance it stays closed.
const (
	breakerFailures = 10
	breakerPause    = 30 * time.Second
)

// try asks until there is an answer, a reason to stop, or no time left. The
// deadline counts from the first turn: waiting for it in a long queue, because
// the rates allow no more, is no fault of anybody.
func (c *Client) try(ctx context.Context, q question, making *news.Making) (reply, error) {
	if err := c.turn(ctx, q); err != nil {
		return reply{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.o.Deadline)
	defer cancel()
	for n := 1; ; n++ {
		if n > 1 {
			if err := c.turn(ctx, q); err != nil {
				return reply{}, err
			}
		}
		r, err := c.once(ctx, q, making)
		if err == nil {
			return r, nil
		}
		var e *Error
		if !errors.As(err, &e) {
			return reply{}, err
		}
		if c.softer(e) {
			continue
		}
		if !e.Kind.again() || n > c.o.Retries || ctx.Err() != nil {
			return reply{}, e
		}
		d, worth := c.delay(n, e)
		if !worth {
			return reply{}, e
		}
		if e.Kind == RateLimited && e.After > 0 {
			c.pace.pause(e.After)
		}
		c.o.Log.DebugContext(ctx, "try again", slog.String("model", c.o.Model),
			slog.String("error", string(e.Kind)), slog.Duration("after", d))
		if sleep(ctx, d, c.o.Now) != nil {
			return reply{}, e
		}
	}
}

// softer steps down to a plainer answer format when the server refused the one
// that was asked for. It reports whether to ask again at once.
func (c *Client) softer(e *Error) bool {
	if e.Kind != BadRequest && e.Kind != Overloaded { // llama-cpp-python refuses with 500
		return false
	}
	m := strings.ToLower(e.Message)
	if !strings.Contains(m, "response_format") && !strings.Contains(m, "json_schema") && !strings.Contains(m, "grammar") {
		return false
	}
	for i, f := range steps[:len(steps)-1] {
		if c.format.CompareAndSwap(f, steps[i+1]) {
			return true
		}
	}
	return false
}

// steps are the answer formats, the strictest first.
var steps = [...]Format{JSONSchema, ObjectSchema, JSONObject, PlainText}

func (c *Client) formatNow() Format {
	f, _ := c.format.Load().(Format)
	return f
}

// turn waits until a call may be made: a place in the gate, which once gives
// back, and room within the rates.
func (c *Client) turn(ctx context.Context, q question) error {
	if err := c.gate.enter(ctx); err != nil {
		return c.late(ctx, err)
	}
	if err := c.pace.wait(ctx, q.tokens+c.o.MaxTokens); err != nil {
		c.gate.leave(Interrupted)
		return c.late(ctx, err)
	}
	return nil
}

// once makes one call, after its turn, within the breaker and the budget, and
// writes it into the ledger.
func (c *Client) once(ctx context.Context, q question, making *news.Making) (reply, error) {
	kind := Interrupted
	defer func() { c.gate.leave(kind) }()
	price, _ := c.o.Prices.of(c.o.Model)
	reserved := price.cost(news.Usage{PromptTokens: q.tokens, CompletionTokens: c.maxTokens()}, zero)
	if !c.o.Ledger.reserve(reserved) {
		return reply{}, &Error{Kind: OverBudget, Model: c.o.Model, Message: "the next call could pass the budget"}
	}
	sent := true
	r, err := c.breaker.Execute(func() (reply, error) { return c.send(ctx, q) })
	if errors.Is(err, gobreaker.ErrOpenState) || errors.Is(err, gobreaker.ErrTooManyRequests) {
		sent, err = false, &Error{Kind: CircuitOpen, Model: c.o.Model, Err: err}
	}
	kind = KindOf(err)
	entry := Entry{Model: c.o.Model, Kind: kind, Usage: r.Usage, Estimated: sent && !r.Counted && billed(kind)}
	if entry.Estimated {
		entry.Usage.PromptTokens = q.tokens
		entry.Usage.CompletionTokens = Tokens(c.o.Model, r.Content)
	}
	if sent {
		entry.Usage.Requests = 1
	}
	entry.Cost = price.cost(entry.Usage, zero)
	c.o.Ledger.settle(reserved, entry)
	if !entry.Cost.IsZero() {
		entry.Usage.Cost = entry.Cost.Trim(0).String()
	}
	c.pace.used(q.tokens+c.o.MaxTokens, entry.Usage.PromptTokens+entry.Usage.CompletionTokens)
	making.Usage = making.Usage.Plus(entry.Usage)
	r.Usage = entry.Usage
	return r, err
}

// billed reports whether a call that ended so may have been charged for, so
// that its tokens are estimated when the server did not count them.
func billed(k Kind) bool {
	switch k {
	case "", Empty, Malformed, CutStream, Timeout, Refused, Filtered:
		return true
	default:
		return false
	}
}

// late returns the error of a call whose time ran out before it was sent.
func (c *Client) late(ctx context.Context, err error) error {
	kind := Timeout
	if errors.Is(ctx.Err(), context.Canceled) {
		kind = Interrupted
	}
	return &Error{Kind: kind, Model: c.o.Model, Message: "no turn before the deadline", Err: err}
}
