package news_test

import (
	"testing"

	"mujaz/internal/news"
)

func TestCountWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"": 0, " \n\u00a0": 0, "خبر": 1, "قال\tالوزير،\nأمس": 3, " افتتح \u2003 الجسر ": 2, "1.9 مليون (موظف)": 3,
	} {
		if got := news.CountWords(text); got != want {
			t.Errorf("CountWords(%q) = %d, want %d", text, got, want)
		}
	}
}
