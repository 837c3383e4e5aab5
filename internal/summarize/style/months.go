package style

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

//go:embed data/months.tsv
var monthsTable string

var months = sync.OnceValue(func() [][]string { return table.Rows("summarize/style/data/months.tsv", monthsTable, 5) })

// monthKey is a folded name of a month.
type monthKey struct {
	key   string
	month int // from 0
}

var monthKeys = sync.OnceValue(func() []monthKey {
	var list []monthKey
	for n, row := range months() {
		for _, name := range row {
			if k := (monthKey{arabic.Key(name), n}); name != "-" && !slices.Contains(list, k) {
				list = append(list, k)
			}
		}
	}
	return list
})

// column returns the column of the table of months, and false for none.
func (m Months) column() (int, bool) {
	switch m {
	case MonthsEgypt:
		return 0, true
	case MonthsLevant:
		return 1, true
	case MonthsMaghreb:
		return 2, true
	case MonthsAsWritten:
	}
	return 0, false
}

// Name returns the name of month n, from 1, in style m, the Egyptian one
// when m names none.
func (m Months) Name(n int) string {
	c, _ := m.column()
	return months()[n-1][c]
}

// monthAt returns the end of the name of a month that begins in folded text at
// byte at, and the month from 0; no letter may follow it.
func monthAt(text string, at int) (end, month int, ok bool) {
	for _, k := range monthKeys() {
		if !strings.HasPrefix(text[at:], k.key) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(text[at+len(k.key):]); !unicode.IsLetter(next) {
			return at + len(k.key), k.month, true
		}
	}
	return 0, 0, false
}

// wordStart reports whether a word begins in text at byte at, behind a particle of
// one letter or not: «ونونبر», «لغشت».
func wordStart(text string, at int) bool {
	before, size := utf8.DecodeLastRuneInString(text[:at])
	if !unicode.IsLetter(before) {
		return true
	}
	first, _ := utf8.DecodeLastRuneInString(text[:at-size])
	return strings.ContainsRune("\u0648\u0641\u0628\u0644", before) && !unicode.IsLetter(first) // و ف ب ل
}

// NamesMonth reports whether words name a month.
func NamesMonth(words string) bool {
	text := arabic.Fold(words).Text
	for at := range text {
		if _, _, ok := monthAt(text, at); ok && wordStart(text, at) {
			return true
		}
	}
	return false
}

// Rename returns a date of the article with each month named in style m. Two names
// of one month, «مايو/أيار», become one.
func (m Months) Rename(words string) string {
	to, ok := m.column()
	if !ok {
		return words
	}
	folded := arabic.Fold(words)
	var b strings.Builder
	done := 0
	for at := 0; at < len(folded.Text); {
		end, month, found := monthAt(folded.Text, at)
		if !found || !wordStart(folded.Text, at) {
			_, size := utf8.DecodeRuneInString(folded.Text[at:])
			at += size
			continue
		}
		end = twice(folded.Text, end, month)
		s := folded.Original(news.Span{Start: at, End: end})
		b.WriteString(words[done:s.Start] + months()[month][to])
		done, at = s.End, end
	}
	return b.String() + words[done:]
}

// twice returns the end of further names of the month whose name ends at byte end,
// after a stroke or in round brackets.
func twice(text string, end, month int) int {
	for {
		rest := strings.TrimLeft(text[end:], " ")
		if rest == "" || rest[0] != '/' && rest[0] != '(' {
			return end
		}
		name := strings.TrimLeft(rest[1:], " ")
		last, same, ok := monthAt(text, len(text)-len(name))
		if !ok || same != month {
			return end
		}
		if rest[0] == '(' {
			after := strings.TrimLeft(text[last:], " ")
			if !strings.HasPrefix(after, ")") {
				return end
			}
			last = len(text) - len(after) + 1
		}
		end = last
	}
}
