package extract_test

import (
	"errors"
	"testing"

	"mujaz/internal/extract"
	"mujaz/internal/news"
)

func TestLanguageOfShortText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"15:15":                            nil,
		"42 EGP":                           nil,
		"The minister opened a bridge.":    extract.ErrNotArabic,
		"https://example.org/watch?v=abcd": extract.ErrNotArabic,
		"   ":                              extract.ErrEmpty,
	} {
		_, err := extract.Article(news.Page{Form: news.Text, Body: []byte(text), Title: "خبر"})
		if !errors.Is(err, want) {
			t.Errorf("Article(%q): %v, want %v", text, err, want)
		}
	}
}
