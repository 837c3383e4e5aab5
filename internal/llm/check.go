package llm

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Listed is a model that an endpoint offers.
type Listed struct {
	ID      string
	Owner   string
	Context int // its window in tokens, when the endpoint says, else 0
}

// Models lists the models of the endpoint. go-openai's own list leaves out
// what servers say about the context window, so this reads the answer itself.
func (c *Client) Models(ctx context.Context) ([]Listed, error) {
	ctx, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	ctx, x := withExchange(ctx)
	path := "/models"
	if c.o.API != OpenAI {
		path = "/openai/models?api-version=" + c.o.Version
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.o.BaseURL+path, http.NoBody)
	if err != nil {
		return nil, err
	}
	switch {
	case c.o.Key.IsZero():
	case c.o.API == Azure:
		req.Header.Set("Api-Key", c.o.Key.reveal())
	default:
		req.Header.Set("Authorization", "Bearer "+c.o.Key.reveal())
	}
	resp, err := c.o.HTTP.Do(req)
	if err != nil {
		return nil, c.classify(ctx, err, x)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		return nil, c.classify(ctx, fmt.Errorf("llm: list models: HTTP %d: %w", resp.StatusCode, err), x)
	}
	return parseModels(body)
}

func parseModels(body []byte) ([]Listed, error) {
	var list struct {
		Data []struct {
			ID      string `json:"id"`
			Owner   string `json:"owned_by"`
			MaxLen  int    `json:"max_model_len"`  // vLLM
			Context int    `json:"context_length"` // OpenRouter, LM Studio
			Meta    struct {
				Context  int `json:"n_ctx"`       // llama.cpp: the window in use
				Training int `json:"n_ctx_train"` // llama.cpp: what the model can do
			} `json:"meta"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &list); err != nil {
		return nil, &Error{Kind: Malformed, Err: err}
	}
	models := make([]Listed, 0, len(list.Data))
	for _, m := range list.Data {
		models = append(models, Listed{ID: m.ID, Owner: m.Owner, Context: firstOf(m.MaxLen, m.Context, m.Meta.Context, m.Meta.Training)})
	}
	return models, nil
}

func firstOf(numbers ...int) int {
	for _, n := range numbers {
		if n > 0 {
			return n
		}
	}
	return 0
}

// Report is what a check of an endpoint found.
type Report struct {
	Model     string
	Listed    bool   // the endpoint lists the model (some list none)
	Context   int    // stated window, 0 when unknown
	Answers   bool   // it answered a short question
	Format    Format // of those that Options can ask for, the strictest that it takes
	Enforced  bool   // and kept to a schema that it would not keep to by chance
	Counted   bool   // and counted tokens
	ReadsLong int    // longest probe, in tokens by our estimate, that was read whole; 0 when none was
	CutsLong  bool   // a probe was cut silently
}

// probeSchema cannot be kept to by chance: the instruction asks for something else.
const probeSchema = `{"type":"object","properties":{"code":{"type":"string","enum":["K7-مختبر"]}},"required":["code"],"additionalProperties":false}`

// probeLimit is the longest answer of a probe: enough to think a little.
const probeLimit = 200

// Check asks the endpoint of o a few questions and reports what it can do. sizes
// are the prompts to probe its window with, in tokens, shortest first. The
// questions are neither cached nor counted in a budget.
func Check(ctx context.Context, o Options, sizes ...int) (Report, error) {
	r := Report{Model: o.Model}
	o.Cache, o.MaxTokens = nil, probeLimit
	o.Ledger = &Ledger{Sink: func(e Entry) { r.Counted = r.Counted || e.Kind == "" && !e.Estimated }}
	c, err := New(o)
	if err != nil {
		return r, err
	}
	if models, err := c.Models(ctx); err == nil {
		for _, m := range models {
			if m.ID == o.Model {
				r.Listed, r.Context = true, m.Context
			}
		}
	}
	err = c.probe(ctx, 0)
	r.Format = c.formatNow()
	switch KindOf(err) {
	case "":
		r.Answers, r.Enforced = true, r.Format == JSONSchema || r.Format == ObjectSchema
	case Invalid, CutAnswer:
		r.Answers = true
	default:
		return r, err
	}
	for _, size := range sizes {
		switch err := c.probe(ctx, size); KindOf(err) {
		case "", Invalid, CutAnswer:
			r.ReadsLong = size
		case CutInput:
			r.CutsLong = true
			return r, nil
		default:
			return r, nil
		}
	}
	return r, nil
}

// probe asks one question of about size tokens.
func (c *Client) probe(ctx context.Context, size int) error {
	filler := strings.Repeat("هذه جملة لقياس طول ما يقرأ. ", size/10)
	_, _, err := c.Ask(ctx, []string{"أجب بجملة عربية قصيرة واحدة.", filler + "حيّ القارئ."}, json.RawMessage(probeSchema))
	return err
}
