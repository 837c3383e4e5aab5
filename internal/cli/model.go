package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/llm"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/verify"
	"mujaz/prompts"
)

// model is the model engine and what belongs to it.
type model struct {
	engine *draft.Engine
	chain  llm.Chain
	ledger *llm.Ledger
	prices llm.Prices
}

const modelHint = "set MUJAZ_LLM_MODEL, MUJAZ_LLM_BASE_URL (such as http://localhost:11434/v1) or, for api.openai.com, MUJAZ_LLM_KEY; " +
	"mujaz config explains them; --engine embedded needs none"

// noModel is an error of exit code 5.
func noModel(err error) error {
	return &exitError{code: ExitNoModel, err: fmt.Errorf("the model is not available: %w", err), hint: modelHint}
}

// wantsModel reports whether the settings ask for the model: llm does, auto does
// when one is named.
func (s *Settings) wantsModel() bool {
	return s.Engine == "llm" || s.Engine == "auto" && s.LLM.Model != ""
}

// model builds the model engine from the settings. It sends nothing.
func (a *app) model(fallback pipeline.Embedded) (*model, error) {
	s := a.settings
	m := &model{ledger: &llm.Ledger{}}
	var err error
	if s.LLM.Budget != "" {
		if m.ledger, err = llm.NewLedger(s.LLM.Budget); err != nil {
			return nil, usage("a budget is a number such as 2.50", "llm.budget: %w", err)
		}
	}
	o, err := a.modelOptions(m.ledger)
	if err != nil {
		return nil, err
	}
	m.prices = o.Prices
	if m.prices.Models == nil {
		m.prices = llm.DefaultPrices()
	}
	for _, name := range append([]string{o.Model}, s.LLM.Fallback...) {
		o.Model = name
		c, err := llm.New(o)
		if errors.Is(err, llm.ErrExtra) {
			return nil, usage("llm.extra is a JSON object such as {\"repeat_penalty\":1.1}", "%w", err)
		}
		if errors.Is(err, llm.ErrNoPrice) {
			return nil, usage("llm.prices names a price table", "%w", err)
		}
		if err != nil {
			return nil, noModel(err)
		}
		m.chain = append(m.chain, c)
	}
	set, err := a.prompts()
	if err != nil {
		return nil, err
	}
	m.engine = &draft.Engine{
		Model: m.chain, Prompts: set, Check: checked, Embedded: fallback.Draft,
		Options: draft.Options{
			Bullets: s.Bullets, WordsPerBullet: s.MaxWordsPerBullet, Headline: s.Headline, Window: s.LLM.Window,
			Answer: s.longestAnswer(), Repairs: repairs(s.LLM.Repairs), Short: s.LLM.Prompt != "full", Bare: s.LLM.Prompt == "bare",
		},
		Tokens: func(text string) int { return llm.Tokens(s.LLM.Model, text) },
		Stop:   func(err error) bool { return llm.KindOf(err) == llm.OverBudget },
		Watch:  func(ctx context.Context, l func(string)) context.Context { return llm.Watch(ctx, l) },
	}
	return m, nil
}

// longestAnswer returns the longest answer in tokens, 0 for the default. Bullets
// alone need less, and a small window has no room for more.
func (s *Settings) longestAnswer() int {
	if s.LLM.MaxTokens > 0 || s.LLM.Prompt == "full" {
		return s.LLM.MaxTokens
	}
	return 100 + 300*s.Bullets
}

// repairs turns none, which draft calls -1, into it.
func repairs(n int) int {
	if n == 0 {
		return -1
	}
	return n
}

func (a *app) modelOptions(ledger *llm.Ledger) (llm.Options, error) {
	s := a.settings.LLM
	o := llm.Options{
		API: llm.API(s.API), BaseURL: s.BaseURL, Version: s.Version, Model: s.Model, Temperature: s.Temperature,
		MaxTokens: a.settings.longestAnswer(), ReasoningEffort: s.ReasoningEffort, Format: llm.Format(s.Format), Timeout: s.Timeout,
		Deadline: s.Deadline, Retries: s.Retries, RPM: s.RPM, TPM: s.TPM, Concurrency: s.Concurrency, Ledger: ledger,
		Log: a.log, Now: a.Now,
	}
	if s.Extra != "" {
		o.Extra = json.RawMessage(s.Extra)
	}
	if s.Retries == 0 {
		o.Retries = -1
	}
	var err error
	if o.Key, err = a.modelKey(); err != nil {
		return o, err
	}
	if answers := a.getenv("MUJAZ_REPLAY"); answers != "" {
		o.Cache = &llm.Cache{Dir: answers, Mode: llm.Replay}
		o.BaseURL = "http://replay.invalid/v1"
		if o.Model == "" {
			o.Model = "replay"
		}
		return o, nil
	}
	if s.Cache != "" {
		mode := map[string]llm.Mode{"read_write": llm.ReadWrite, "record": llm.Record, "replay": llm.Replay}[s.CacheMode]
		o.Cache = &llm.Cache{Dir: s.Cache, Mode: mode}
	}
	if s.Prices != "" {
		text, err := os.ReadFile(s.Prices)
		if err == nil {
			err = json.Unmarshal(text, &o.Prices)
		}
		if err == nil && len(o.Prices.Models) == 0 {
			err = fmt.Errorf("%s prices no model", s.Prices)
		}
		if err != nil {
			return o, usage("", "llm.prices: %w", err)
		}
	}
	return o, nil
}

// modelKey returns the key: from the environment, else from the key file.
func (a *app) modelKey() (llm.Secret, error) {
	s := a.settings.LLM
	key := a.getenv("MUJAZ_LLM_KEY")
	if key == "" && s.KeyFile != "" {
		text, err := os.ReadFile(s.KeyFile)
		if err != nil {
			return llm.Secret{}, usage("", "llm.key_file: %w", err)
		}
		key = strings.TrimSpace(string(text))
	}
	if key == "" && s.BaseURL == "" && s.API == string(llm.OpenAI) {
		key = a.getenv("OPENAI_API_KEY")
	}
	if key == "" {
		return llm.Secret{}, nil
	}
	return llm.NewSecret(key), nil
}

func (a *app) prompts() (*prompts.Set, error) {
	if a.settings.LLM.Prompts == "" {
		return prompts.Default(), nil
	}
	set, err := prompts.Load(os.DirFS(a.settings.LLM.Prompts))
	if err != nil {
		return nil, usage("", "llm.prompts: %w", err)
	}
	return set, nil
}

// checked is verify.Check in the words of draft.
func checked(a news.Article, t *arabic.Text, f news.Facts, c news.Claim) []draft.Fault {
	_, faults := verify.Check(a, t, f, c)
	list := make([]draft.Fault, len(faults))
	for i, x := range faults {
		list[i] = draft.Fault{Reason: string(x.Reason), Text: x.Text}
	}
	return list
}

// reachable asks the endpoint for its models, so that a wrong address or key is
// said before any work and not once an article. A server that keeps no list passes.
func (m *model) reachable(ctx context.Context) error {
	_, err := m.chain[0].Models(ctx)
	if k := llm.KindOf(err); k == llm.Unreachable || k == llm.Unauthorized || k == llm.Timeout {
		return noModel(err)
	}
	return nil
}
