package verify

import (
	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// nameWords is how many words between marks are a name or a term, which may be
// quoted anywhere in the article; more are speech, and must be in the scope.
const nameWords = 3

// quotation checks that what the claim puts between quotation marks stands, word
// for word, between quotation marks in the article.
func (c *claim) quotation() {
	spans, closed := quotes.Marked(c.text)
	if !closed {
		c.fault(Quotation, c.text.Source)
	}
	for _, s := range spans {
		if !c.quoted(s.Of(c.text.Source)) {
			c.fault(Quotation, s.Of(c.text.Source))
		}
	}
}

func (c *claim) quoted(words string) bool {
	name := countWords(words) <= nameWords
	for _, s := range c.g.marks() {
		if !name && !c.holds(s) {
			continue
		}
		if _, ok := evidence.Verbatim(arabic.Read(s.Of(c.g.text.Source)), words); ok {
			return true
		}
	}
	return false
}

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
