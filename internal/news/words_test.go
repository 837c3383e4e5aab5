package news_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mujaz/internal/news"
)

// TestCountWords compares the count with the words that strings.Fields cuts.
func TestCountWords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("اب،é 3a\t\n\v\r\u0085\u00a0\u1680\u2003\u2028\u202f\u205f\u3000\u200f\u202b\ufeff😀"))).Draw(t, "text")
		if got, want := news.CountWords(text), len(strings.Fields(text)); got != want {
			t.Fatalf("CountWords(%q) = %d, want %d", text, got, want)
		}
	})
}

func BenchmarkCountWords(b *testing.B) {
	text := strings.Repeat("وقالت الوزارة، اليوم الخميس، إن 1.9 مليون موظف سيستفيدون من «الدعم». ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		news.CountWords(text)
	}
}
