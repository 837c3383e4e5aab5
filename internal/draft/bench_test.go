package draft_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
)

// BenchmarkDraft is our own work for an article of about 600 words, the model's
// answer given.
func BenchmarkDraft(b *testing.B) {
	text := strings.Repeat(source+"\n", 12)
	t := arabic.Read(text)
	e, m := engine(said{claims(0, goodNews, 1, goodQuote), nil})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		m.asked = m.asked[:0]
		if _, err := e.Draft(b.Context(), news.Article{Text: text}, t, news.Facts{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScreened is what every article pays, whichever engine writes its brief.
func BenchmarkScreened(b *testing.B) {
	text := strings.Repeat(source+"\n", 12)
	t := arabic.Read(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		draft.Screened(t, news.Facts{})
	}
}
