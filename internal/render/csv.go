package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mujaz/internal/news"
)

// sheet writes one row a brief. Lists stand in one cell, items parted by " | ".
type sheet struct {
	w      *csv.Writer
	header bool
}

func newSheet(w io.Writer) *sheet { return &sheet{w: csv.NewWriter(w)} }

var columns = []string{
	"id", "url", "site", "title", "published", "bullets", "actors", "dates", "figures", "quotes", "warnings", "words",
	"engine",
}

func (s *sheet) Write(b news.Brief) error {
	if err := s.begin(); err != nil {
		return err
	}
	a := b.Article
	row := []string{
		a.ID, a.URL, a.Site, a.Title, a.Published.String(),
		joined(b.Bullets, func(x news.Bullet) string { return x.Text }),
		joined(b.Facts.Actors, func(x news.Actor) string { return x.Name }),
		joined(b.Facts.Dates, func(x news.Date) string { return pair(x.Of(a.Text), x.Value) }),
		joined(Wire(b).Figures, func(x Figure) string { return pair(x.Text, amount(x, news.Bound(x.Bound))) }),
		joined(b.Facts.Quotes, func(x news.Quote) string { return pair(x.Speaker, x.Of(a.Text)) }),
		joined(b.Warnings, func(x news.Warning) string { return string(x) }),
		strconv.Itoa(news.CountWords(a.Text)), b.Making.Engine,
	}
	for i, cell := range row {
		row[i] = harmless(cell)
	}
	if err := s.w.Write(row); err != nil {
		return err
	}
	s.w.Flush()
	return s.w.Error()
}

// Close writes the header even when there was no brief.
func (s *sheet) Close() error {
	err := s.begin()
	s.w.Flush()
	if err == nil {
		err = s.w.Error()
	}
	return err
}

func (s *sheet) begin() error {
	if s.header {
		return nil
	}
	s.header = true
	return s.w.Write(columns)
}

// harmless keeps a spreadsheet from running a cell as a formula, by a leading
// apostrophe (OWASP ASVS 4.0.3, 5.3.10). Some programs pass over white space
// and what shows nothing before they look.
func harmless(cell string) string {
	const danger = "=+-@\t\r\n\x00\uFF1D\uFF0B\uFF0D\uFF20"
	shown := strings.TrimLeftFunc(cell, func(c rune) bool { return unicode.IsSpace(c) || unicode.Is(unicode.Cf, c) })
	if cell != "" && strings.ContainsRune(danger, first(cell)) || shown != "" && strings.ContainsRune(danger, first(shown)) {
		return "'" + cell
	}
	return cell
}

func first(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func pair(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return a + " = " + b
}

func joined[T any](items []T, text func(T) string) string {
	parts := make([]string, len(items))
	for i, x := range items {
		parts[i] = text(x)
	}
	return strings.Join(parts, " | ")
}
