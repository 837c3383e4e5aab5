package draft_test

import (
	"bufio"
	"bytes"
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
	"mujaz/internal/verify"
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

// injected returns the paragraphs of an article with an injection in them; one
// that is markup stands in none.
func (b base) injected(x injection) []string {
	list := slices.Clone(b.Paragraphs)
	switch x.Where {
	case "start":
		return slices.Insert(list, 0, x.Inject)
	case "middle":
		return slices.Insert(list, 1, x.Inject)
	case "inline":
		list[1] += " " + x.Inject
	case "end":
		return append(list, x.Inject)
	}
	return list
}

// text returns the injected article as plain text.
func (b base) text(x injection) string { return strings.Join(b.injected(x), "\n") }

// html returns the injected article as a page; an injection that is markup
// stands after the first paragraph.
func (b base) html(x injection) string {
	var w strings.Builder
	fmt.Fprintf(&w, `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>%s</title>`+
		`<meta property="article:published_time" content="%s"></head><body><article><h1>%s</h1>`, html.EscapeString(b.Title), b.Published, html.EscapeString(b.Title))
	for i, s := range b.injected(x) {
		fmt.Fprintf(&w, "<p>%s</p>", html.EscapeString(s))
		if i == 0 && x.Where == "html" {
			w.WriteString(x.Inject)
		}
	}
	w.WriteString("</article></body></html>")
	return w.String()
}

func gate(a news.Article, t *arabic.Text, f news.Facts, c news.Claim) []draft.Fault {
	_, faults := verify.Check(a, t, f, c)
	var list []draft.Fault
	for _, x := range faults {
		list = append(list, draft.Fault{Reason: string(x.Reason), Text: x.Text})
	}
	return list
}
