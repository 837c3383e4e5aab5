package llm_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/govalues/decimal"

	"mujaz/internal/llm"
	"mujaz/internal/news"
)

// TestLedger checks the price of one answer: 36 fresh and 64 cached prompt
// tokens and 40 of completion at the prices of gpt-4.1-mini.
func TestLedger(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	o := f.options()
	o.Model, o.Ledger = "gpt-4.1-mini-2025-04-14", &llm.Ledger{}
	var entries []llm.Entry
	o.Ledger.Sink = func(e llm.Entry) { entries = append(entries, e) }
	_, making, err := client(t, o).Ask(t.Context(), conversation, schema)
	if err != nil {
		t.Fatal(err)
	}
	// 36*0.40 + 64*0.10 + 40*1.60 = 84.8 millionths
	want := news.Usage{Requests: 1, PromptTokens: 100, CachedTokens: 64, CompletionTokens: 40, ReasoningTokens: 7, Cost: "0.0000848"}
	if diff := cmp.Diff(want, making.Usage); diff != "" {
		t.Errorf("usage (-want +got):\n%s", diff)
	}
	total, estimated := o.Ledger.Total()
	if diff := cmp.Diff(want, total); diff != "" || estimated || len(entries) != 1 {
		t.Errorf("total = %v, estimated %v, %d entries", total, estimated, len(entries))
	}
	if making.Model != "fake-1" || making.Engine != "llm" {
		t.Errorf("making = %+v, want the model that answered", making)
	}
}

// TestFailedTriesCount checks that what failed tries used is counted, and
// estimated when the server did not say.
func TestFailedTriesCount(t *testing.T) {
	t.Parallel()
	uncounted := `{"choices":[{"message":{"content":` + quoted(good) + `},"finish_reason":"stop"}]}`
	f := serve(t, step{body: completion("")}, step{body: uncounted})
	o := f.options()
	o.Ledger = &llm.Ledger{}
	_, making, err := client(t, o).Ask(t.Context(), conversation, schema)
	if err != nil {
		t.Fatal(err)
	}
	u := making.Usage
	if u.Requests != 2 || u.PromptTokens <= 120 || u.CompletionTokens <= 60 {
		t.Errorf("usage = %+v, want both tries", u)
	}
	if _, estimated := o.Ledger.Total(); !estimated {
		t.Error("usage that the server did not count is not marked as an estimate")
	}
}

// TestBudget checks that many questions at once never pass the budget.
func TestBudget(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	ledger, err := llm.NewLedger("0.05")
	if err != nil {
		t.Fatal(err)
	}
	o := f.options()
	o.Ledger, o.Prices = ledger, llm.Prices{Models: map[string]llm.Price{"fake-1": {}}}
	o.MaxTokens = 100
	o.Prices.Models["fake-1"] = price(t, "50", "50", "100")
	c := client(t, o)
	var all sync.WaitGroup
	var mu sync.Mutex
	kinds := map[llm.Kind]int{}
	for range 40 {
		all.Go(func() {
			for range 5 {
				_, _, err := c.Ask(t.Context(), conversation, schema)
				mu.Lock()
				kinds[llm.KindOf(err)]++
				mu.Unlock()
			}
		})
	}
	all.Wait()
	total, _ := ledger.Total()
	if total.Cost > "0.05" || !strings.HasPrefix(total.Cost, "0.0") {
		t.Errorf("spent %s of 0.05", total.Cost)
	}
	if f.count() != total.Requests || kinds[llm.OverBudget] == 0 || kinds[""] != f.count() {
		t.Errorf("%d calls, %d counted, %v", f.count(), total.Requests, kinds)
	}
}

func TestEstimate(t *testing.T) {
	t.Parallel()
	o := serve(t, step{}).options()
	o.Model = "gpt-4.1-mini"
	u, known := client(t, o).Estimate(conversation, schema)
	if !known || u.Requests != 1 || u.PromptTokens < 50 || u.Cost == "" {
		t.Errorf("Estimate = %+v, %v", u, known)
	}
	o.Model = "unheard-of"
	if u, known := client(t, o).Estimate(conversation, schema); known || u.Cost != "" {
		t.Errorf("Estimate without a price = %+v, %v", u, known)
	}
}

// TestTokens holds the estimate to counts that were measured with o200k: never
// below them, never twice as high.
func TestTokens(t *testing.T) {
	t.Parallel()
	paragraph := strings.Repeat("أعلنت وزارة النقل افتتاح محطة جديدة للحافلات في وسط المدينة اليوم ", 8)
	words := len(strings.Fields(paragraph))
	if got, measured := llm.Tokens("gpt-4.1", paragraph), int(1.74*float64(words)); got < measured || got > 2*measured {
		t.Errorf("Tokens of %d words = %d, measured about %d", words, got, measured)
	}
	if modern, old := llm.Tokens("gpt-4.1", paragraph), llm.Tokens("gpt-4", paragraph); old < 2*modern {
		t.Errorf("an old vocabulary costs %d, a modern one %d", old, modern)
	}
	if with, without := llm.Tokens("gpt-4.1", "مُحَمَّدٌ"), llm.Tokens("gpt-4.1", "محمد"); with < 3*without {
		t.Errorf("with vowel signs %d, without %d", with, without)
	}
}

func TestPrices(t *testing.T) {
	t.Parallel()
	p := llm.DefaultPrices()
	if p.Date == "" || p.Currency != "USD" || p.Source == "" {
		t.Errorf("price table without date, currency or source: %+v", p)
	}
	for name, price := range p.Models {
		if price.Input.Sign() <= 0 || price.Output.Cmp(price.Input) <= 0 || price.Cached.Cmp(price.Input) >= 0 {
			t.Errorf("%s: %+v", name, price)
		}
	}
	delete(p.Models, "gpt-5.4")
	if len(llm.DefaultPrices().Models) == len(p.Models) {
		t.Error("a change of one table changes all")
	}
}

func price(t *testing.T, input, cached, output string) llm.Price {
	t.Helper()
	return llm.Price{Input: decimal.MustParse(input), Cached: decimal.MustParse(cached), Output: decimal.MustParse(output)}
}
