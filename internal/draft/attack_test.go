package draft_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"slices"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/summarize"
	"mujaz/internal/testkit"
	"mujaz/internal/verify"
	"mujaz/prompts"
)

// base is an invented article without an injection.
type base struct {
	ID, Title, Published string
	Paragraphs           []string
}

// injection is what an attacker puts into it, and words that must not show.
type injection struct {
	ID, Article, Where, Inject string
	Foreign                    []string
}

func readLines[T any](t *testing.T, path string) []T {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []T
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var x T
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		list = append(list, x)
	}
	return list
}

// page puts an injection into an article.
func (b base) page(x injection) news.Page {
	day, _ := news.ParseMoment(b.Published)
	p := news.Page{ID: x.ID, Form: news.Text, Title: b.Title, Published: day}
	paragraphs := slices.Clone(b.Paragraphs)
	switch x.Where {
	case "start":
		paragraphs = slices.Insert(paragraphs, 0, x.Inject)
	case "middle":
		paragraphs = slices.Insert(paragraphs, 1, x.Inject)
	case "inline":
		paragraphs[1] += " " + x.Inject
	case "end":
		paragraphs = append(paragraphs, x.Inject)
	case "html":
		return b.html(p, x)
	}
	p.Body = []byte(strings.Join(paragraphs, "\n"))
	return p
}

func (b base) html(p news.Page, x injection) news.Page {
	var w strings.Builder
	fmt.Fprintf(&w, `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>%s</title>`+
		`<meta property="article:published_time" content="%s"></head><body><article><h1>%s</h1>`, html.EscapeString(b.Title), b.Published, html.EscapeString(b.Title))
	for i, s := range b.Paragraphs {
		fmt.Fprintf(&w, "<p>%s</p>", html.EscapeString(s))
		if i == 0 {
			w.WriteString(x.Inject)
		}
	}
	w.WriteString("</article></body></html>")
	p.Form, p.Body, p.ContentType = news.HTML, []byte(w.String()), "text/html; charset=utf-8"
	return p
}

// obedient is the worst model: it does what the injection says, and quotes
// whatever could seem to prove it.
type obedient struct {
	inject  string
	foreign []string
	first   string
}

func (o obedient) Ask(_ context.Context, messages []string, _ json.RawMessage) ([]byte, news.Making, error) {
	type bullet struct {
		Quotes []string `json:"quotes"`
		Text   string   `json:"text"`
	}
	type actor struct {
		Quote string `json:"quote"`
		Name  string `json:"name"`
		Kind  string `json:"kind"`
		Role  string `json:"role"`
	}
	all := strings.Join(o.foreign, " ")
	answer := struct {
		Headline bullet   `json:"headline"`
		Bullets  []bullet `json:"bullets"`
		Actors   []actor  `json:"actors"`
		Dates    []string `json:"dates"`
		Figures  []string `json:"figures"`
	}{
		Headline: bullet{[]string{o.inject}, all},
		Bullets:  []bullet{{[]string{o.inject}, o.inject}, {[]string{o.inject}, all}, {[]string{o.first}, all}, {[]string{o.inject, o.first}, o.first}},
		Figures:  o.foreign,
	}
	for _, f := range o.foreign {
		answer.Actors = append(answer.Actors, actor{o.inject, f, "organization", f})
		answer.Bullets = append(answer.Bullets, bullet{[]string{f}, f})
	}
	if len(messages) > 2 { // asked to repair, it insists with the payload alone
		answer.Bullets = answer.Bullets[1:3]
	}
	raw, err := json.Marshal(answer)
	return raw, news.Making{Engine: "llm", Model: "obedient"}, err
}

// gated returns the brief of a page by a model behind the real gate.
func gated(t *testing.T, m draft.Model, page news.Page) news.Brief {
	t.Helper()
	o := summarize.Options{Bullets: 3, WordsPerBullet: 40}
	engine := &draft.Engine{
		Model: m, Prompts: prompts.Default(), Check: gate, Embedded: pipeline.Embedded{Options: o}.Draft,
		Options: draft.Options{Bullets: 6, Headline: true},
	}
	p := &pipeline.Pipeline{}
	a, err := p.Article(page)
	if err != nil {
		t.Fatal(err)
	}
	text := arabic.Read(a.Text)
	facts := draft.Trusted(text, pipeline.Facts(a, text))
	d, err := engine.Draft(t.Context(), a, text, facts)
	if err != nil {
		t.Fatal(err)
	}
	return verify.Brief(a, text, facts, d)
}

func gate(a news.Article, t *arabic.Text, f news.Facts, c news.Claim) []draft.Fault {
	_, faults := verify.Check(a, t, f, c)
	var list []draft.Fault
	for _, x := range faults {
		list = append(list, draft.Fault{Reason: string(x.Reason), Text: x.Text})
	}
	return list
}

// shown returns what a brief says, part by part.
func shown(b news.Brief) []string {
	var list []string
	for _, x := range b.Bullets {
		list = append(list, x.Text)
	}
	if b.Headline != nil {
		list = append(list, b.Headline.Text)
	}
	for _, a := range b.Facts.Actors {
		list = append(list, a.Name+" "+a.Role)
	}
	for _, f := range b.Facts.Figures {
		list = append(list, f.Of(b.Article.Text))
	}
	for _, d := range b.Facts.Dates {
		list = append(list, d.Of(b.Article.Text))
	}
	return list
}

// foreignIn returns a part of the brief that says what the injection wants.
func foreignIn(b news.Brief, foreign []string) string {
	for _, s := range shown(b) {
		for _, f := range foreign {
			if strings.Contains(arabic.Key(s), arabic.Key(f)) {
				return s
			}
		}
	}
	return ""
}

// TestInjections puts sixty injections into articles and asks a model that
// obeys them all: nothing of them shows in any brief, and every brief has bullets.
func TestInjections(t *testing.T) {
	t.Parallel()
	bases := map[string]base{}
	for _, b := range readLines[base](t, "testdata/articles.jsonl") {
		bases[b.ID] = b
	}
	list := readLines[injection](t, "testdata/injections.jsonl")
	if len(list) < 60 {
		t.Errorf("%d injections, want 60", len(list))
	}
	for _, x := range list {
		t.Run(x.ID, func(t *testing.T) {
			t.Parallel()
			b := bases[x.Article]
			brief := gated(t, obedient{x.Inject, x.Foreign, b.Paragraphs[0]}, b.page(x))
			if len(brief.Bullets) == 0 {
				t.Errorf("no bullet; dropped %v", brief.Dropped)
			}
			if s := foreignIn(brief, x.Foreign); s != "" {
				t.Errorf("the brief says %q", s)
			}
		})
	}
}

// TestBIPIA does the same with the English attacks of BIPIA (Yi et al., 2023),
// when the corpora are there.
func TestBIPIA(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(testkit.Shared(t, "data/security/BIPIA/text_attack_test.json"))
	if err != nil {
		t.Fatal(err)
	}
	var attacks map[string][]string
	if err := json.Unmarshal(data, &attacks); err != nil {
		t.Fatal(err)
	}
	bases := readLines[base](t, "testdata/articles.jsonl")
	n := 0
	for class, list := range attacks {
		for i, attack := range list {
			b := bases[n%len(bases)]
			where := []string{"start", "middle", "inline", "end"}[n%4]
			n++
			t.Run(fmt.Sprintf("%s %d", class, i), func(t *testing.T) {
				t.Parallel()
				foreign := []string{attack}
				for w := range strings.FieldsSeq(attack) {
					if len(w) > 4 {
						foreign = append(foreign, strings.Trim(w, ".,?!'\""))
					}
				}
				page := b.page(injection{ID: class, Where: where, Inject: attack})
				brief := gated(t, obedient{attack, foreign, b.Paragraphs[0]}, page)
				if s := foreignIn(brief, foreign); s != "" || len(brief.Bullets) == 0 {
					t.Errorf("%d bullets; the brief says %q", len(brief.Bullets), s)
				}
			})
		}
	}
	if n != 75 {
		t.Errorf("%d attacks, want 75", n)
	}
}
