package draft

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Places is ordered, for tests.
func Places(t *arabic.Text, quotes []string) []news.Span { return ordered(t, quotes) }

// Clean is clean, for tests.
func Clean(s string) string { return clean(s) }

// Talks is talks, for tests.
func Talks(s string) bool { return talks(s) }

// CommandsTSV is the table of words to a machine, for its test.
func CommandsTSV() string { return commandsTSV }
