package pipeline_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"mujaz/internal/extract"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/render"
	"mujaz/internal/source"
	"mujaz/internal/summarize"
	"mujaz/internal/testkit"
)

// embedded returns the pipeline as the program wires it by default, at a fixed time.
func embedded() *pipeline.Pipeline {
	return &pipeline.Pipeline{
		Program: "mujaz test", Now: func() time.Time { return time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC) },
		Options: summarize.Options{Bullets: 3},
	}
}

func schema(tb testing.TB) *jsonschema.Schema {
	tb.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(render.Schema))
	if err != nil {
		tb.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("brief-1.json", doc); err != nil {
		tb.Fatal(err)
	}
	s, err := c.Compile("brief-1.json")
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// articles returns the pages of our own articles: each of input.jsonl, and the
// page in windows-1256, which JSON cannot hold.
func articles(tb testing.TB) []news.Page {
	tb.Helper()
	dir := filepath.Join(testkit.Root(), "testdata", "articles")
	var pages []news.Page
	for _, name := range []string{"input.jsonl", "verdict.html"} {
		for item := range (source.Reader{}).Pages(tb.Context(), filepath.Join(dir, name)) {
			if item.Err != nil {
				tb.Fatal(item.Err)
			}
			if item.Page.ID == "" {
				item.Page.ID = strings.TrimSuffix(name, ".html")
			}
			pages = append(pages, item.Page)
		}
	}
	if len(pages) < 14 {
		tb.Fatalf("%d articles", len(pages))
	}
	return pages
}

// TestArticles holds the briefs of our own articles, which were read and
// corrected by eye, and their validity.
func TestArticles(t *testing.T) {
	t.Parallel()
	s, p := schema(t), embedded()
	for _, page := range articles(t) {
		b, err := p.Brief(t.Context(), page)
		if err != nil {
			t.Errorf("%s: %v", page.ID, err)
			continue
		}
		var out bytes.Buffer
		if err := render.JSON(&out, b); err != nil {
			t.Fatal(err)
		}
		testkit.GoldenFile(t, filepath.Join(testkit.Root(), "testdata", "articles", "briefs", page.ID+".json"), out.Bytes())
		doc, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", page.ID, err)
		}
	}
}

// TestCorpora makes a brief of every article of the team's corpora: each is
// valid, its offsets give its words, and nothing panics.
func TestCorpora(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads whole corpora")
	}
	s, p := schema(t), embedded()
	for _, name := range []string{"data/gold_dev.jsonl", "data/news_ahdath_ma.jsonl.gz", "data/summ_easc_dev.jsonl"} {
		for item := range (source.Reader{}).Pages(t.Context(), testkit.Shared(t, name)) {
			b, err := p.Brief(t.Context(), item.Page)
			if errors.Is(err, extract.ErrEmpty) || errors.Is(err, extract.ErrNotArabic) {
				continue // Moroccan items that are only a link
			}
			if err != nil {
				t.Errorf("%s: %v", item.Page.Place, err)
				continue
			}
			var line bytes.Buffer
			if err := render.JSONL(&line, b); err != nil {
				t.Fatal(err)
			}
			checkOffsets(t, item.Page.Place, line.Bytes())
			doc, err := jsonschema.UnmarshalJSON(&line)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(doc); err != nil {
				t.Errorf("%s: %v", item.Page.Place, err)
			}
		}
	}
}

// checkOffsets reads a brief as a stranger would and compares every item with
// the text at its offsets.
func checkOffsets(t *testing.T, place string, line []byte) {
	t.Helper()
	var b render.Brief
	if err := json.Unmarshal(line, &b); err != nil {
		t.Fatal(err)
	}
	text := []rune(b.Article.Text)
	check := func(what string, start, end int, words string) {
		if start < 0 || end > len(text) || start > end || string(text[start:end]) != words {
			t.Errorf("%s: %s %q is not at [%d,%d)", place, what, words, start, end)
		}
	}
	for _, x := range b.Bullets {
		for _, e := range x.Evidence {
			check("evidence", e.Start, e.End, e.Quote)
		}
	}
	for _, a := range b.Actors {
		for _, m := range a.Mentions {
			check("mention", m.Start, m.End, m.Text)
		}
	}
	for _, d := range b.Dates {
		check("date", d.Start, d.End, d.Text)
	}
	for _, f := range b.Figures {
		check("figure", f.Start, f.End, f.Text)
	}
	for _, q := range b.Quotes {
		check("quote", q.Start, q.End, q.Text)
	}
}

// FuzzBrief carries any text and any page to a brief: no panic, and what comes
// out is valid.
func FuzzBrief(f *testing.F) {
	f.Add("أعلنت الوزارة، اليوم الخميس، أن 12 ألفاً و200 موظف سيحصلون على \"زيادة\" نسبتها 3.5%.\nوقال الوزير: «لا تراجع».", false)
	f.Add("<html><body><article><h1>عنوان</h1><p>قُتل شخصان وأصيب 3 آخرون في حادث سير أمس.</p></article>", true)
	s, p := schema(f), embedded()
	f.Fuzz(func(t *testing.T, body string, html bool) {
		page := news.Page{Form: news.Text, Body: []byte(body), Published: news.Moment{Time: time.Unix(1744300000, 0).UTC(), DayOnly: true}}
		if html {
			page.Form = news.HTML
		}
		b, err := p.Brief(t.Context(), page)
		if err != nil {
			if strings.Contains(err.Error(), pipeline.ErrPanic.Error()) {
				t.Fatal(err)
			}
			return
		}
		var line bytes.Buffer
		if err := render.JSONL(&line, b); err != nil {
			t.Fatal(err)
		}
		checkOffsets(t, "fuzz", line.Bytes())
		doc, err := jsonschema.UnmarshalJSON(&line)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkBrief(b *testing.B) {
	p := embedded()
	list := articles(b)
	size := 0
	for _, page := range list {
		size += len(page.Body)
	}
	b.SetBytes(int64(size))
	b.ResetTimer()
	for b.Loop() {
		for _, page := range list {
			if _, err := p.Brief(b.Context(), page); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(list)*b.N)/b.Elapsed().Seconds(), "articles/s")
}
