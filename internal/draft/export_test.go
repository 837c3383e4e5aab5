package draft

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Places is ordered, for tests.
func Places(t *arabic.Text, quotes []string) []news.Span { return ordered(t, quotes) }

// Clean is clean, for tests.
func Clean(s string) string { return clean(s) }

// Guillemets is guillemets, for tests.
func Guillemets(s string) string { return guillemets(s) }

// Talks is talks, for tests.
func Talks(s string) bool { return talks(s) }

// Fragment is fragment, for tests.
func Fragment(a news.Article, t *arabic.Text, f news.Facts, claim string) bool {
	return (&Engine{}).job(a, t, f).fragment(news.Claim{Text: claim})
}

// Opened is opened, for tests.
func Opened(s string) string { return opened(s) }
