package cli

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"mujaz/internal/extract"
	"mujaz/internal/fetch"
	"mujaz/internal/llm"
	"mujaz/internal/pipeline"
	"mujaz/internal/source"
	"mujaz/internal/summarize"
	"mujaz/internal/summarize/style"
)

// pipeline builds the pipeline from the settings, with the model engine when
// they ask for it.
func (a *app) pipeline() (*pipeline.Pipeline, *model, error) {
	p, err := a.reading()
	if err != nil || !a.settings.wantsModel() {
		return p, nil, err
	}
	m, err := a.model(pipeline.Embedded{Options: p.Options})
	if err != nil {
		return nil, nil, err
	}
	p.Model = m.engine
	return p, m, nil
}

// ready says whether the model can be asked at all, before any work. Only the
// engine llm insists on it: auto has another.
func (a *app) ready(ctx context.Context, m *model) error {
	replay := a.getenv("MUJAZ_REPLAY") != "" || a.settings.LLM.Cache != "" && a.settings.LLM.CacheMode == "replay"
	if m == nil || a.settings.Engine != "llm" || replay {
		return nil
	}
	return m.reachable(ctx)
}

// reading builds a pipeline of the embedded engine.
func (a *app) reading() (*pipeline.Pipeline, error) {
	s := a.settings
	p := &pipeline.Pipeline{
		Program: Version(), Now: a.Now, Log: a.log,
		Options: summarize.Options{
			Bullets: s.Bullets, Words: s.Words, WordsPerBullet: s.MaxWordsPerBullet, Headline: s.Headline,
			AbsoluteDates: s.AbsoluteDates,
			Style: style.Style{
				Numerals: style.Numerals(s.Style.Numerals), Percent: style.Percent(s.Style.Percent),
				Months: style.Months(s.Style.Months),
			},
		},
	}
	profiles, err := profiles(s.Profiles)
	if err != nil {
		return nil, usage("the README says what a profile holds", "profiles: %w", err)
	}
	p.Extract = extract.Reader{Profiles: profiles}.Article
	return p, nil
}

// profiles reads the user's site profiles, if a file is named.
func profiles(name string) ([]extract.Profile, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return extract.ReadProfiles(f)
}

func (a *app) reader() source.Reader {
	s := a.settings.Fetch
	agent := s.UserAgent
	if agent == "" {
		agent = "mujaz (Arabic news summaries; " + Version() + ")"
	}
	return source.Reader{
		Stdin: a.Stdin, MaxBytes: a.settings.MaxBytes,
		Fetch: fetch.New(fetch.Options{
			UserAgent: agent, Timeout: s.Timeout, MaxBytes: s.MaxBytes, Ports: s.Ports, AnyPort: len(s.Ports) == 0,
			AllowPrivate: s.AllowPrivate, Log: a.log,
		}),
	}
}

// spent reports on stderr what the model cost, if it was asked.
func (a *app) spent(m *model) {
	if m == nil {
		return
	}
	u, estimated := m.ledger.Total()
	if u.Requests == 0 {
		return
	}
	about := ""
	if estimated {
		about = "about "
	}
	cost := "not known"
	if u.Cost != "" && u.Cost != "0" {
		cost = strings.TrimSpace(u.Cost+" "+m.prices.Currency) + " at the prices of " + m.prices.Date
	}
	fmt.Fprintf(a.Stderr, "mujaz: model: %d requests, %s%d prompt and %d completion tokens, cost %s\n",
		u.Requests, about, u.PromptTokens, u.CompletionTokens, cost)
}

// overBudget turns the end of the budget into an error that says how to go on.
func overBudget(err error) error {
	if llm.KindOf(err) != llm.OverBudget {
		return nil
	}
	return &exitError{code: ExitFailure, err: errors.New("the budget is used up"), hint: "the same command with a larger --budget continues"}
}

// host returns the host of an address, for messages.
func host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return "api.openai.com"
}
