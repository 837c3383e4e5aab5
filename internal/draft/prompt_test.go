package draft_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/testkit"
	"mujaz/internal/verify"
	"mujaz/prompts"
)

// TestPromptsGolden shows the whole text that goes to a model.
func TestPromptsGolden(t *testing.T) {
	t.Parallel()
	published, _ := news.ParseMoment("2025-04-07")
	a := news.Article{ID: "1", Title: "افتتاح 12 محطة للحافلات", Published: published, Text: source}
	for _, headline := range []bool{false, true} {
		e, m := engine(said{claims(0, wrongSum, 1, goodQuote), nil})
		e.Options.Headline = headline
		if _, err := e.Draft(t.Context(), a, arabic.Read(source), news.Facts{}); err != nil {
			t.Fatal(err)
		}
		name := "prompt.txt"
		if headline {
			name = "prompt_headline.txt"
		}
		testkit.Golden(t, name, []byte(strings.Join(m.asked[1], "\n\n----------\n\n")+"\n"))
	}
	e, m := engine(said{claims(0, goodNews), nil})
	e.Options.Short = true
	if _, err := e.Draft(t.Context(), a, arabic.Read(source), news.Facts{}); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "prompt_short.txt", []byte(strings.Join(m.asked[0], "\n\n----------\n\n")+"\n"))
	e, m = engine(said{answerFor(longArticle(150), 140), nil})
	e.Options.Window = 8_000
	if _, err := run(t, e, longArticle(150)); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "prompt_reduce.txt", []byte(m.asked[len(m.asked)-1][1]+"\n"))
}

// TestPrefix checks that the instruction is the same for every article, long
// enough for the caches of providers, and holds the schema as it is sent.
func TestPrefix(t *testing.T) {
	t.Parallel()
	e, _ := engine(said{"", nil})
	one, schema, err := e.Conversations(news.Article{Title: "أول"}, arabic.Read(source))
	if err != nil {
		t.Fatal(err)
	}
	two, _, err := e.Conversations(news.Article{Title: "ثان"}, arabic.Read("نص آخر قصير عن أمر آخر."))
	if err != nil {
		t.Fatal(err)
	}
	system := one[0][0]
	if system != two[0][0] {
		t.Error("the instruction differs between articles")
	}
	// o200k takes up to 3.5 letters for a token of Arabic.
	if tokens := float64(len([]rune(system))) / 3.5; tokens < 1024 {
		t.Errorf("the instruction is about %.0f tokens, too short to be cached", tokens)
	}
	if !strings.Contains(system, string(schema)) || !json.Valid(schema) {
		t.Error("the schema does not stand in the instruction")
	}
	if i, k := strings.Index(string(schema), `"quotes"`), strings.Index(string(schema), `"text"`); i < 0 || k < i {
		t.Error("the schema asks for the text before its evidence")
	}
}

// TestShort checks that the short prompt is at most half of the other, asks for
// bullets alone, and that an answer of them is taken, with the finders' facts.
func TestShort(t *testing.T) {
	t.Parallel()
	e, m := engine(said{`{"headline":{"quotes":[],"text":""},"bullets":[{"quotes":["ونفت الوزارة وجود أي تأخير في المشروع."],"text":"نفت الوزارة وجود أي تأخير في المشروع."}]}`, nil})
	full, _, err := e.Conversations(news.Article{}, arabic.Read(source))
	if err != nil {
		t.Fatal(err)
	}
	e.Options.Short = true
	d, err := run(t, e, source)
	if err != nil || len(d.Claims) != 1 || d.Making.Engine != "llm" {
		t.Errorf("Draft = %+v, %v", d, err)
	}
	short, schema, err := e.Conversations(news.Article{}, arabic.Read(source))
	if err != nil || short[0][0] != m.asked[0][0] {
		t.Fatal(err)
	}
	if 2*len(short[0][0]) > len(full[0][0]) {
		t.Errorf("the short prompt has %d bytes, the other %d", len(short[0][0]), len(full[0][0]))
	}
	e.Options.Bare = true
	if bare, _, err := e.Conversations(news.Article{}, arabic.Read(source)); err != nil || strings.Contains(bare[0][0], "مثال") || 2*len(bare[0][0]) > len(short[0][0])*3/2 {
		t.Errorf("the bare prompt is %q, %v", bare[0][0], err)
	}
	for _, field := range []string{"actors", "figures", "dates"} {
		if strings.Contains(string(schema), field) || strings.Contains(short[0][0], field) {
			t.Errorf("the short prompt asks for %s", field)
		}
	}
}

// TestExamplesPass runs the worked examples through the gate, because a model
// copies the faults of its examples: every bullet, headline, actor, date and
// figure of theirs must be proven by their article.
func TestExamplesPass(t *testing.T) {
	t.Parallel()
	for i, x := range prompts.Default().Examples {
		published, err := news.ParseMoment(x.Published)
		if err != nil {
			t.Fatal(err)
		}
		a := news.Article{Title: x.Title, Published: published, Text: x.Text}
		text := arabic.Read(x.Text)
		answer := `{"headline":` + string(x.Headline) + "," + strings.TrimPrefix(strings.TrimSpace(string(x.Answer)), "{")
		m := &model{says: []said{{answer, nil}}}
		e := &draft.Engine{Model: m, Prompts: prompts.Default(), Check: gate, Options: draft.Options{Headline: true}}
		facts := pipeline.Facts(a, text)
		d, err := e.Draft(t.Context(), a, text, facts)
		if err != nil {
			t.Fatalf("example %d: %v", i+1, err)
		}
		for _, c := range append(d.Claims, d.Headline) {
			if faults := gate(a, text, facts, c); len(faults) > 0 {
				t.Errorf("example %d: %q: %v", i+1, c.Text, faults)
			}
			if n := len(strings.Fields(c.Text)); n > 30 {
				t.Errorf("example %d: %d words in %q", i+1, n, c.Text)
			}
		}
		if len(d.Claims) != 3 || len(m.asked) != 1 || d.Headline.Text == "" {
			t.Errorf("example %d: %d claims after %d questions", i+1, len(d.Claims), len(m.asked))
		}
		checkExampleFacts(t, x, text)
	}
}

func checkExampleFacts(t *testing.T, x prompts.Example, text *arabic.Text) {
	t.Helper()
	var said struct {
		Actors         []struct{ Quote, Name, Role string }
		Dates, Figures []string
	}
	if err := json.Unmarshal(x.Answer, &said); err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]string{said.Dates, said.Figures} {
		places := draft.Places(text, list)
		if len(places) != len(list) {
			t.Errorf("%q stand in %d places", list, len(places))
		}
		for i, s := range places {
			if got := s.Of(x.Text); got != list[i] {
				t.Errorf("place %d holds %q, want %q: not in the order of the text", i, got, list[i])
			}
		}
	}
	for _, a := range said.Actors {
		if !strings.Contains(x.Text, a.Quote) || !strings.Contains(a.Quote, a.Name) || !strings.Contains(a.Quote, a.Role) {
			t.Errorf("actor %+v is not what the article writes", a)
		}
	}
}

// TestOwnPrompts checks that a user's template replaces ours and changes the hash.
func TestOwnPrompts(t *testing.T) {
	t.Parallel()
	own := fstest.MapFS{"system.tmpl": {Data: []byte("لخص. {{.Schema}}{{range .Examples}}{{.Answer}}{{end}}")}}
	set, err := prompts.Load(own)
	if err != nil {
		t.Fatal(err)
	}
	if set.Hash == prompts.Default().Hash {
		t.Error("another template has the same hash")
	}
	e, m := engine(said{claims(0, goodNews), nil})
	e.Prompts = set
	d, err := run(t, e, source)
	if err != nil || d.Making.Prompt != set.Hash || !strings.HasPrefix(m.asked[0][0], "لخص. {") {
		t.Errorf("Draft = %+v, %v", d.Making, err)
	}
	for name, text := range map[string]string{"system.tmpl": "{{.Nothing}}", "article.tmpl": "{{", "examples/1.json": "{"} {
		set, err := prompts.Load(fstest.MapFS{name: {Data: []byte(text)}})
		if err != nil {
			continue
		}
		e.Prompts = set
		e.Embedded = nil
		if _, err := run(t, e, source); err == nil {
			t.Errorf("%s with %q is no error", name, text)
		}
	}
}

// TestEveryFaultIsExplained checks that the model is told what each rule of the
// gate means, in a sentence of its own.
func TestEveryFaultIsExplained(t *testing.T) {
	t.Parallel()
	type fault struct {
		Point        int
		Reason, Text string
	}
	seen := map[string]verify.Reason{}
	for _, r := range []verify.Reason{
		verify.Empty, verify.Markup, verify.Language, verify.Unproven, verify.Number, verify.Unit, verify.Bound, verify.Date,
		verify.Name, verify.Role, verify.Quotation, verify.Attribution, verify.Negation, verify.Modality, "instruction", "schema", "too_short", "too_long",
	} {
		text, err := prompts.Default().Fill("repair", struct{ Faults []fault }{[]fault{{2, string(r), "كلام"}}})
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[text]; ok {
			t.Errorf("%s and %s are explained alike: %s", r, other, text)
		}
		if !strings.Contains(text, "النقطة 2: ") {
			t.Errorf("%s does not name its point: %s", r, text)
		}
		seen[text] = r
	}
}
