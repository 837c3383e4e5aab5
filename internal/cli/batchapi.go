package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/llm"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/source"
)

// batchAPI runs one step of an archive's way through the model's Batch API.
// What is on its way stands in OUT.batch.json; answers go into the cache, from
// which the last step writes the briefs.
func (a *app) batchAPI(ctx context.Context, r source.Reader, o batchOptions) error {
	if a.settings.Engine != "llm" {
		return usage("add --engine llm", "--batch-api is for the engine llm")
	}
	if a.settings.LLM.Cache == "" {
		a.settings.LLM.Cache = o.out + ".cache"
	}
	p, err := a.reading()
	if err != nil {
		return err
	}
	m, err := a.model(pipeline.Embedded{Options: p.Options})
	if err != nil {
		return err
	}
	p.Model = m.engine
	b := &llm.Batch{Client: m.chain[0], State: o.out + ".batch.json"}
	pages := inputs(ctx, r, []string{o.in}, given{})
	var state llm.State
	switch o.batchAPI {
	case "submit":
		schema, err := a.answerSchema(m)
		if err != nil {
			return err
		}
		state, err = b.Submit(ctx, conversations(p, m, pages), schema)
		if err != nil {
			return noModel(err)
		}
	case "status":
		state, err = b.Status(ctx)
	case "collect":
		state, err = b.Collect(ctx)
	default:
		return usage("", "--batch-api is %q: want submit, status or collect", o.batchAPI)
	}
	if err != nil {
		return noModel(err)
	}
	a.standing(state)
	switch {
	case o.batchAPI != "collect" || !state.Done():
		return nil
	case state.Missing() > 0:
		fmt.Fprintln(a.Stderr, "mujaz: hint: --batch-api submit sends what is missing again; without --batch-api the rest is asked directly")
		return &exitError{code: ExitSomeFailed}
	}
	return a.briefs(ctx, r, p, m, o)
}

// answerSchema returns the schema of the model's answers, which is the same for
// every article.
func (a *app) answerSchema(m *model) (json.RawMessage, error) {
	_, schema, err := m.engine.Conversations(news.Article{Text: "نص"}, arabic.Read("نص"))
	return schema, err
}

// standing prints how the shards of a batch stand.
func (a *app) standing(s llm.State) {
	if len(s.Shards) == 0 {
		fmt.Fprintln(a.Stderr, "mujaz: nothing is submitted")
	}
	for i, x := range s.Shards {
		fmt.Fprintf(a.Stderr, "mujaz: shard %d: %s %s: %d of %d done, %d failed, %d answered, %d missing %v\n",
			i+1, x.Batch, x.Status, x.Completed, len(x.Keys), x.Failed, x.Answered, x.Missing, x.Reasons)
	}
}

// conversations yields what the model would be asked about each page.
func conversations(p *pipeline.Pipeline, m *model, pages iter.Seq[pipeline.Input]) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for in := range pages {
			if in.Err != nil {
				continue // an article that cannot be read is reported when the briefs are made
			}
			a, err := article(p, in.Page)
			if err != nil {
				continue
			}
			list, _, err := m.engine.Conversations(a, arabic.Read(a.Text))
			if err != nil {
				yield(nil, err)
				return
			}
			for _, c := range list {
				if !yield(c, nil) {
					return
				}
			}
		}
	}
}

// estimate prints about what the model would cost, and asks nothing.
func (a *app) estimate(ctx context.Context, p *pipeline.Pipeline, m *model, pages iter.Seq[pipeline.Input]) error {
	if m == nil {
		return usage("add --engine llm", "--dry-run is for the model: the embedded engine costs nothing")
	}
	schema, err := a.answerSchema(m)
	if err != nil {
		return err
	}
	n, prompt, completion, priced := 0, 0, 0, true
	var cost decimal.Decimal
	for c, err := range conversations(p, m, pages) {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		u, ok := m.chain[0].Estimate(c, schema)
		n, prompt, completion, priced = n+1, prompt+u.PromptTokens, completion+u.CompletionTokens, priced && ok
		if d, err := decimal.Parse(u.Cost); err == nil {
			cost, _ = cost.Add(d)
		}
	}
	total := "unknown (no price for " + m.chain[0].Model() + ")"
	if priced {
		total = "about " + cost.Round(4).Trim(2).String()
	}
	fmt.Fprintf(a.Stdout, "requests\t%d\nprompt tokens\t%d\ncompletion tokens\t%d\ncost\t%s\n", n, prompt, completion, total)
	return nil
}
