package draft_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
	"mujaz/prompts"
)

// source is the article of the tests; its events are invented.
const source = "أعلنت وزارة النقل في مدينة النخيل، أمس الأحد، افتتاح ١٢ محطة جديدة للحافلات بكلفة 30 مليون دولار. " +
	"وقال الوزير كريم الساعدي إن المحطات تخدم نحو 40 ألف راكب في اليوم.\n" +
	"وأضاف أن العمل بدأ في مارس 2023. ونفت الوزارة وجود أي تأخير في المشروع. " +
	"وتعتزم المدينة بناء خمس محطات أخرى في العام المقبل."

// said is one answer of a fake model.
type said struct {
	answer string
	err    error
}

// model says its answers in turn, the last one for ever, and keeps what it was asked.
type model struct {
	mu    sync.Mutex
	says  []said
	asked [][]string
}

func (m *model) Ask(_ context.Context, messages []string, schema json.RawMessage) ([]byte, news.Making, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := m.says[min(len(m.asked), len(m.says)-1)]
	m.asked = append(m.asked, messages)
	if !json.Valid(schema) {
		return nil, news.Making{}, errors.New("schema is not JSON")
	}
	making := news.Making{Engine: "llm", Model: "fake", Usage: news.Usage{Requests: 1, PromptTokens: 100, CompletionTokens: 10}}
	if s.answer == "" {
		return nil, making, s.err
	}
	return []byte(s.answer), making, s.err
}

// failure is an error that knows its reason and its problems.
type failure struct {
	reason   string
	problems []string
}

func (f failure) Error() string      { return "fake: " + f.reason }
func (f failure) Reason() string     { return f.reason }
func (f failure) Problems() []string { return f.problems }

// check is a small gate: every word of a claim stands in the article.
func check(_ news.Article, t *arabic.Text, _ news.Facts, c news.Claim) []draft.Fault {
	known := map[string]bool{}
	for i := range t.Tokens {
		stems, n := t.Stems(i)
		for _, s := range stems[:n] {
			known[s.Norm] = true
		}
	}
	var faults []draft.Fault
	for _, w := range arabic.Read(c.Text).Tokens {
		if !known[w.Norm] {
			faults = append(faults, draft.Fault{Reason: "unproven", Text: w.Norm})
		}
	}
	if len(c.Quotes) == 0 {
		faults = append(faults, draft.Fault{Reason: "unproven"})
	}
	return faults
}

// embedded is a fake embedded engine: every sentence is a claim.
func embedded(_ context.Context, _ news.Article, t *arabic.Text, _ news.Facts) (news.Draft, error) {
	d := news.Draft{Making: news.Making{Engine: "embedded"}}
	for _, s := range t.Sentences {
		words := s.Of(t.Source)
		d.Claims = append(d.Claims, news.Claim{Text: words, Quotes: []string{words}})
	}
	return d, nil
}

func engine(says ...said) (*draft.Engine, *model) {
	m := &model{says: says}
	return &draft.Engine{Model: m, Prompts: prompts.Default(), Check: check, Embedded: embedded}, m
}

func run(t *testing.T, e *draft.Engine, text string) (news.Draft, error) {
	t.Helper()
	return e.Draft(t.Context(), news.Article{ID: "1", Text: text}, arabic.Read(text), news.Facts{})
}

// claims makes an answer of texts, each of which quotes the article's sentence
// with the given number.
func claims(pairs ...any) string {
	t := arabic.Read(source)
	var list []map[string]any
	for i := 0; i+1 < len(pairs); i += 2 {
		n, _ := pairs[i].(int)
		list = append(list, map[string]any{"quotes": []string{t.Sentences[n].Of(source)}, "text": pairs[i+1]})
	}
	b, _ := json.Marshal(map[string]any{"bullets": list, "actors": []string{}, "dates": []string{}, "figures": []string{}})
	return string(b)
}

const (
	goodNews  = "أعلنت وزارة النقل في مدينة النخيل افتتاح 12 محطة جديدة للحافلات."
	goodQuote = "قال الوزير كريم الساعدي إن المحطات تخدم نحو 40 ألف راكب في اليوم."
	goodPlan  = "تعتزم المدينة بناء خمس محطات أخرى في العام المقبل."
	tooLong   = "أعلنت وزارة النقل في مدينة النخيل افتتاح 12 محطة جديدة للحافلات، وقال الوزير كريم الساعدي إن المحطات تخدم نحو 40 ألف راكب في اليوم، وأضاف أن العمل بدأ في مارس 2023، ونفت الوزارة وجود أي تأخير في المشروع، وتعتزم المدينة بناء خمس محطات أخرى في العام المقبل."
	wrongSum  = "أعلنت وزارة النقل افتتاح 13 محطة جديدة للحافلات."
)

func answered(answer string) said { return said{answer: answer} }

func texts(list []news.Claim) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.Text)
	}
	return out
}

func TestDraft(t *testing.T) {
	t.Parallel()
	sentences := arabic.Read(source).Sentences
	first, third := sentences[0].Of(source), sentences[2].Of(source)
	invalid := failure{"schema", []string{"/bullets: missing"}}
	tests := []struct {
		name     string
		says     []said
		claims   []string
		warnings []news.Warning
		engine   string
		calls    int
	}{
		{"all proven", []said{{claims(0, goodNews, 1, goodQuote), nil}}, []string{goodNews, goodQuote}, nil, "llm", 1},
		{"repaired", []said{{claims(0, wrongSum, 1, goodQuote), nil}, {claims(0, goodNews, 1, goodQuote), nil}}, []string{goodNews, goodQuote}, nil, "llm", 2},
		{"not repaired, replaced", []said{{claims(0, wrongSum, 1, goodQuote), nil}}, []string{goodQuote, wrongSum, first}, []news.Warning{"degraded:unproven_claims"}, "llm", 2},
		{"repair is worse", []said{{claims(0, wrongSum, 1, goodQuote), nil}, {claims(0, wrongSum), nil}}, []string{goodQuote, wrongSum, first}, []news.Warning{"degraded:unproven_claims"}, "llm", 2},
		{"repair fails", []said{{claims(0, wrongSum, 1, goodQuote), nil}, {"", failure{reason: "timeout"}}}, []string{goodQuote, wrongSum, first}, []news.Warning{"degraded:unproven_claims"}, "llm", 2},
		{"broken schema, then good", []said{{`{"summary":"x"}`, invalid}, {claims(0, goodNews), nil}}, []string{goodNews}, nil, "llm", 2},
		{"broken schema with a good claim", []said{{claims(1, goodQuote)[:len(claims(1, goodQuote))-len(`,"figures":[]}`)] + "}", invalid}, {"", failure{reason: "timeout"}}}, []string{goodQuote}, nil, "llm", 2},
		{"answer cut", []said{{claims(1, goodQuote), failure{reason: "answer_cut"}}}, []string{goodQuote}, []news.Warning{"degraded:answer_cut"}, "llm", 1},
		{"nothing proven", []said{{claims(0, wrongSum), nil}}, []string{first, sentences[1].Of(source), third, sentences[3].Of(source), sentences[4].Of(source), wrongSum}, []news.Warning{"degraded:nothing_proven"}, "embedded", 2},
		{"model down", []said{{"", failure{reason: "timeout"}}}, []string{first, sentences[1].Of(source), third, sentences[3].Of(source), sentences[4].Of(source)}, []news.Warning{"degraded:timeout"}, "embedded", 1},
		{"empty lists", []said{{`{"bullets":[],"actors":[],"dates":[],"figures":[]}`, nil}}, []string{first, sentences[1].Of(source), third, sentences[3].Of(source), sentences[4].Of(source)}, []news.Warning{"degraded:nothing_proven"}, "embedded", 2},
		{"same claim twice, and too many", []said{{claims(0, goodNews, 0, goodNews, 1, goodQuote, 4, goodPlan, 0, "النقل."), nil}}, []string{goodNews, goodQuote, goodPlan}, nil, "llm", 1},
		{"too long", []said{{claims(1, goodQuote, 0, tooLong), nil}, {claims(1, goodQuote, 0, goodNews), nil}}, []string{goodQuote, goodNews}, nil, "llm", 2},
		{"no sentences", []said{{claims(1, goodQuote, 0, "أعلنت وزارة النقل.", 0, "أعلنت وزارة النقل في مدينة النخيل،"), nil}}, []string{goodQuote, first, third}, []news.Warning{"degraded:unproven_claims"}, "llm", 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			e, m := engine(tt.says...)
			d, err := run(t, e, source)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.claims, texts(d.Claims)); diff != "" {
				t.Errorf("claims (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.warnings, d.Warnings); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
			withheld := 0
			if tt.name == "no sentences" {
				withheld = 2
			}
			if len(d.Withheld) != withheld {
				t.Errorf("withheld %+v, want %d", d.Withheld, withheld)
			}
			if d.Making.Engine != tt.engine || len(m.asked) != tt.calls || d.Making.Usage.Requests != tt.calls {
				t.Errorf("engine %s, asked %d times, counted %+v, want %s and %d", d.Making.Engine, len(m.asked), d.Making.Usage, tt.engine, tt.calls)
			}
			for _, messages := range m.asked {
				if len(messages) > 4 {
					t.Errorf("the conversation grew to %d messages", len(messages))
				}
			}
		})
	}
}

// TestShortened: a model that copies a long sentence to its end gets it cut where
// the sentence is whole, or else it is too long.
func TestShortened(t *testing.T) {
	t.Parallel()
	const head = "أعلنت وزارة النقل في مدينة النخيل افتتاح محطة جديدة للحافلات"
	tail := strings.Repeat("تخدم أحياء المدينة القديمة والجديدة وما حولها من قرى ", 4) + "كل يوم"
	for text, want := range map[string]string{
		head + "، فيما " + tail + ".":           head + ".",
		head + "، مشيرة إلى أنها " + tail + ".": head + ".",
		"أعلن مدير النقل في مدينة النخيل مساء أمس في برنامج إذاعي، عن محطة " + tail + ".":      "",
		"أعلن مدير النقل في مدينة النخيل مساء أمس في برنامج إذاعي، أن المحطة " + tail + ".":    "",
		"تعهد مدير النقل في مدينة النخيل مساء أمس في برنامج إذاعي، بأن المحطات " + tail + ".":  "",
		"تعهد مدير النقل في مدينة النخيل مساء أمس في برنامج إذاعي، بمحطات جديدة " + tail + ".": "",
		"أعلن في مدينة النخيل مساء أمس في برنامج إذاعي، وزير النقل افتتاح محطة " + tail + ".":  "",
		head + "، وقالت إنها " + tail + ".":          head + ".",
		head + "، الشركة التي " + tail + ".":         "", // what follows may belong to it
		head + " التي " + tail + ".":                 "",
		head + " «الشرق، فيما " + tail + "».":        "",
		head + "، وأضافت أنها، فيما " + tail + ".":   head + ".",
		head + "، بحسب بيان لها، فيما " + tail + ".": head + "، بحسب بيان لها.",
	} {
		raw, err := json.Marshal(map[string]any{"bullets": []any{map[string]any{"quotes": []string{text}, "text": text}}})
		if err != nil {
			t.Fatal(err)
		}
		e, _ := engine(answered(string(raw)))
		e.Embedded = nil
		d, err := run(t, e, text)
		got := ""
		if err == nil && len(d.Claims) == 1 {
			got = d.Claims[0].Text
		}
		if got != want {
			t.Errorf("%q became %q, %v, want %q", text, got, err, want)
		}
	}
}

// TestUnclosedQuotation: a quotation mark that a model forgot is put where its
// sentence ends; the gate still asks whether the article quotes those words.
func TestUnclosedQuotation(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"قال الوزير «إن المحطات تخدم نحو 40 ألف راكب.":      "قال الوزير «إن المحطات تخدم نحو 40 ألف راكب».",
		"قال «الوزير» كريم الساعدي «إن المحطات تخدم":        "قال «الوزير» كريم الساعدي «إن المحطات تخدم»",
		"قال الوزير كريم «الساعدي» إن المحطات تخدم الركاب.": "قال الوزير كريم «الساعدي» إن المحطات تخدم الركاب.",
		"قال الوزير» كريم الساعدي إن المحطات تخدم الركاب.":  "قال الوزير» كريم الساعدي إن المحطات تخدم الركاب.",
	} {
		e, _ := engine(answered(claims(1, said)))
		e.Check, e.Embedded = nil, nil
		d, err := run(t, e, source)
		if err != nil || len(d.Claims) != 1 || d.Claims[0].Text != want {
			t.Errorf("%q became %q, %v, want %q", said, texts(d.Claims), err, want)
		}
	}
}

// TestRepairPrompt checks what the model is told.
func TestRepairPrompt(t *testing.T) {
	t.Parallel()
	e, m := engine(said{claims(0, wrongSum, 1, goodQuote), nil})
	if _, err := run(t, e, source); err != nil {
		t.Fatal(err)
	}
	last := m.asked[1][3]
	if !strings.Contains(last, "النقطة 1: «13»") || strings.Contains(last, "النقطة 2") {
		t.Errorf("repair prompt:\n%s", last)
	}
	if m.asked[1][0] != m.asked[0][0] || m.asked[1][1] != m.asked[0][1] || !strings.Contains(m.asked[1][2], wrongSum) {
		t.Error("the repair does not hold instruction, article and last answer")
	}
}

func TestWithoutEmbedded(t *testing.T) {
	t.Parallel()
	e, _ := engine(said{"", failure{reason: "unauthorized"}})
	e.Embedded = nil
	var f failure
	if _, err := run(t, e, source); !errors.As(err, &f) {
		t.Errorf("Draft = %v, want the model's error", err)
	}
}

func TestStop(t *testing.T) {
	t.Parallel()
	e, _ := engine(said{"", failure{reason: "budget"}})
	e.Stop = func(err error) bool { var f failure; return errors.As(err, &f) && f.reason == "budget" }
	if _, err := run(t, e, source); err == nil {
		t.Error("a budget that is used up did not stop")
	}
}

func TestInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	e, _ := engine(said{"", failure{reason: "interrupted"}})
	if _, err := e.Draft(ctx, news.Article{Text: source}, arabic.Read(source), news.Facts{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Draft = %v", err)
	}
}

// TestOnClaim checks that claims are shown once, whole and only when they pass.
func TestOnClaim(t *testing.T) {
	t.Parallel()
	whole := claims(0, goodNews, 0, wrongSum, 1, goodQuote)
	e, _ := engine(said{whole, nil})
	e.Watch = func(ctx context.Context, listen func(string)) context.Context {
		for i := range len(whole) {
			listen(whole[:i])
		}
		return ctx
	}
	var shown []string
	e.OnClaim = func(_ news.Article, c news.Claim) { shown = append(shown, c.Text) }
	if _, err := run(t, e, source); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{goodNews, goodQuote}, shown); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}
