package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

func BenchmarkDraft(b *testing.B) {
	a := news.Article{Title: "افتتاح جسر جديد على نهر الوادي", Text: bridge}
	t := arabic.Read(a.Text)
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		summarize.Draft(a, t, news.Facts{}, summarize.Options{})
	}
}

// BenchmarkDraftLong shows that time grows with the length of the text and not
// with its square.
func BenchmarkDraftLong(b *testing.B) {
	for name, n := range map[string]int{"10": 10, "100": 100, "1000": 1000} {
		a := news.Article{Title: "افتتاح جسر جديد على نهر الوادي", Text: strings.Repeat(bridge+"\n", n)}
		t := arabic.Read(a.Text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				summarize.Draft(a, t, news.Facts{}, summarize.Options{})
			}
		})
	}
}
