package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// nameWords is how many words between marks are a name or a term, which may be
// quoted anywhere in the article; more are speech, and must be in the scope.
const nameWords = 3

// quotation checks that what the claim puts between quotation marks stands, word
// for word, between quotation marks in the article: a name or a title whole.
func (c *claim) quotation() {
	spans, closed := quotes.Marked(c.text)
	if !closed || slices.ContainsFunc(emptyMarks(), func(m string) bool { return strings.Contains(c.text.Source, m) }) {
		c.fault(Quotation, c.text.Source)
	}
	for _, s := range spans {
		if !c.quoted(s.Of(c.text.Source)) {
			c.fault(Quotation, s.Of(c.text.Source))
		}
	}
}

func (c *claim) quoted(words string) bool {
	n := countWords(words)
	for _, s := range c.g.marks() {
		if n > nameWords && !c.holds(s) {
			continue
		}
		marked := s.Of(c.g.text.Source)
		if _, ok := evidence.Verbatim(arabic.Read(marked), words); ok && (n == countWords(marked) || countWords(marked) > nameWords) {
			return true
		}
	}
	return false
}

// emptyMarks returns pairs of marks with nothing between them.
func emptyMarks() []string { return []string{"\"\"", "\u00AB\u00BB", "\u201C\u201D"} }

func countWords(s string) int {
	n := 0
	for _, w := range arabic.Read(s).Tokens {
		if w.Kind != arabic.Punct {
			n++
		}
	}
	return n
}

// marks returns what quotation marks enclose in the article.
func (g *Gate) marks() []news.Span {
	if !g.read {
		g.marked, _ = quotes.Marked(g.text)
		g.read = true
	}
	return g.marked
}
