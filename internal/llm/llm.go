// Package llm talks to a language model behind any endpoint that speaks the
// OpenAI protocol, and does for it what the protocol leaves to its users.
//
// A Client asks one model a question and returns JSON that satisfies a schema,
// or an Error whose Kind says why not. On the way it keeps to the rates of the
// settings and of the server's headers, to its deadline and to the budget of
// its Ledger; tries again what is worth it; reads answers that are nearly JSON;
// and notices what servers do silently: an answer cut at its length, a prompt
// cut at its beginning, a schema not enforced, an error behind status 200.
//
// A Chain asks several clients in turn. A Cache keeps answers by the content of
// the question, which also makes record and replay, and the Batch API: what
// Collect fetches lies in the cache when the articles are read again.
//
// Only this package knows the wire protocol; draft declares the interface that
// Client and Chain satisfy.
package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"

	"github.com/sashabaranov/go-openai"
	"github.com/sony/gobreaker/v2"

	"mujaz/internal/news"
)

// Client asks one model of one endpoint. It is safe for concurrent use.
type Client struct {
	o       Options
	api     *openai.Client
	pace    *pace
	gate    *gate
	breaker *gobreaker.CircuitBreaker[reply]
	schemas sync.Map     // schema text -> *validator
	format  atomic.Value // Format: in force after a server refused a better one
	merged  atomic.Bool  // the instruction goes into the first message of the user
}

// New returns a client, or what is wrong with the options. It sends nothing.
func New(o Options) (*Client, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	o.HTTP = httpClient(o.HTTP)
	c := &Client{o: o, pace: newPace(o.RPM, o.TPM, o.Now), gate: newGate(o.Concurrency)}
	c.format.Store(o.Format)
	c.merged.Store(o.NoSystemRole)
	c.api = openai.NewClientWithConfig(c.config())
	c.breaker = gobreaker.NewCircuitBreaker[reply](gobreaker.Settings{
		Timeout:     breakerPause,
		ReadyToTrip: func(n gobreaker.Counts) bool { return n.ConsecutiveFailures >= breakerFailures },
		IsSuccessful: func(err error) bool {
			return err == nil || !KindOf(err).broken()
		},
		IsExcluded: func(err error) bool { return KindOf(err) == Interrupted },
	})
	return c, nil
}

// Model returns the name of the model that the client asks.
func (c *Client) Model() string { return c.o.Model }

// Ask puts a conversation to the model and returns its answer as JSON that
// satisfies schema. The first message instructs; then user and model speak by
// turns. The making names the model that answered and counts every try, failed
// ones included, also beside an error.
//
// Beside an Error of kind Invalid or CutAnswer the answer is what could be
// read: JSON that parses, but lacks or breaks what the schema asks.
func (c *Client) Ask(ctx context.Context, messages []string, schema json.RawMessage) ([]byte, news.Making, error) {
	making := news.Making{Engine: "llm", Model: c.o.Model}
	v, err := c.validator(schema)
	if err != nil {
		return nil, making, err
	}
	q := question{messages: messages, schema: schema, tokens: promptTokens(c.o.Model, messages, schema)}
	key := c.key(q)
	if saved, ok, err := c.o.Cache.load(key); err != nil {
		return nil, making, err
	} else if ok {
		return c.finish(v, q, saved, &making)
	}
	if c.o.Cache.replays() {
		return nil, making, &Error{Kind: NotRecorded, Model: c.o.Model, Message: "question " + key[:12]}
	}
	r, err := c.try(ctx, q, &making)
	if err != nil {
		c.keepRefusal(key, err)
		return nil, making, err
	}
	if c.dropsInstruction(q, r) && c.merged.CompareAndSwap(false, true) {
		if r, err = c.try(ctx, q, &making); err != nil {
			return nil, making, err
		}
	}
	if !inputCut(q.tokens, r) {
		c.keep(ctx, key, r)
	}
	return c.finish(v, q, r, &making)
}

// question is what a client is asked.
type question struct {
	messages []string
	schema   json.RawMessage
	tokens   int // estimate of the prompt
}

// reply is what a model answered.
type reply struct {
	Content string     `json:"content"`
	Finish  string     `json:"finish"`
	Model   string     `json:"model"`
	Usage   news.Usage `json:"usage"`
	Counted bool       `json:"counted"` // the server counted the tokens
	Kind    Kind       `json:"kind,omitempty"`
}

// finish reads a reply: detectors, tolerant parse, schema.
func (c *Client) finish(v *validator, q question, r reply, making *news.Making) ([]byte, news.Making, error) {
	if r.Model != "" {
		making.Model = r.Model
	}
	if r.Kind != "" { // a refusal that was kept
		return nil, *making, &Error{Kind: r.Kind, Model: making.Model}
	}
	if inputCut(q.tokens, r) {
		return nil, *making, &Error{
			Kind: CutInput, Model: making.Model,
			Message: fmt.Sprintf("the server counted %d prompt tokens where about %d were sent; raise its context length", r.Usage.PromptTokens, q.tokens),
		}
	}
	cut := r.Finish == string(openai.FinishReasonLength)
	answer, whole := readJSON(r.Content, cut)
	switch {
	case !whole && (cut || answer != nil):
		return answer, *making, &Error{Kind: CutAnswer, Model: making.Model, Message: "the answer reached its longest length"}
	case answer == nil:
		return nil, *making, &Error{Kind: Invalid, Model: making.Model, Faults: []string{"/: not JSON"}}
	}
	if faults := v.faults(answer); len(faults) > 0 {
		c.o.Log.Debug("schema not enforced", slog.String("model", c.o.Model), slog.Int("faults", len(faults)))
		return answer, *making, &Error{Kind: Invalid, Model: making.Model, Faults: faults}
	}
	return answer, *making, nil
}

// Chain asks its clients in turn until one answers.
type Chain []*Client

// Ask asks the first client, and the next one when its endpoint or its model
// cannot answer. Usage of all of them counts. An answer that breaks its schema
// is returned, not asked of the next model: the caller has a repair for it.
func (ch Chain) Ask(ctx context.Context, messages []string, schema json.RawMessage) ([]byte, news.Making, error) {
	var errs []error
	making := news.Making{Engine: "llm"}
	for _, c := range ch {
		answer, m, err := c.Ask(ctx, messages, schema)
		making.Model, making.Usage = m.Model, making.Usage.Plus(m.Usage)
		if err == nil {
			return answer, making, nil
		}
		errs = append(errs, err)
		switch KindOf(err) {
		case Invalid, CutAnswer, Interrupted, OverBudget:
			return answer, making, errors.Join(errs...)
		default:
		}
	}
	if len(errs) == 0 {
		return nil, making, ErrNoModel
	}
	return nil, making, errors.Join(errs...)
}
