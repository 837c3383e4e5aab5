package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// rival returns an actor whom tokens first to last of the article name and whose part
// words x and y of the claim, on both sides, would take.
func (c *claim) rival(first, last, x, y int) (string, bool) {
	t := c.g.text
	title := quotes.IsPerson(t.Tokens[first].Norm) && c.personAt(y) // an office before its name, which holds no other person
	span := t.Cover(first, last)
	for _, a := range c.g.actors {
		for _, s := range a.Mentions {
			if !span.Contains(s) || a.Kind == "" || title && a.Kind != news.Person || c.g.inOffice(t.At(s.Start)) || c.oblique(s) || !c.personAt(y) && c.bearer(a, x) || c.bearer(a, y) || c.inList(t.At(s.Start), y) || a.Kind == news.Location && !c.g.acting(s) || c.said(t.At(s.Start), x, y) {
				continue
			}
			return s.Of(t.Source), true
		}
	}
	return "", false
}

// acting reports whether a place that s names may be who acts there: a verb stands
// before it, or it opens its clause.
func (g *Gate) acting(s news.Span) bool {
	i := g.text.At(s.Start)
	first := g.text.Sentences[g.text.SentenceAt(s.Start)].First
	return opens(g.text, i, first) || i > first && !definite(g.text.Tokens[i-1].Norm) && opens(g.text, i-1, first)
}

// oblique reports whether mention s stands under a preposition or after a noun
// that it belongs to.
func (c *claim) oblique(s news.Span) bool {
	t := c.g.text
	for i := t.At(s.Start); ; {
		if governor(t, i, s.Start) != "" {
			return true
		}
		k := i - 1 // of a list, the first tells
		for k > 0 && t.Tokens[k].Kind == arabic.Punct && !isMark(t.Tokens[k]) {
			k--
		}
		joined := k > 0 && t.Tokens[k].Norm == "و"
		for joined && k > 1 && (t.Tokens[k-1].Kind == arabic.Punct && !isMark(t.Tokens[k-1])) {
			k--
		}
		if !joined && !strings.HasPrefix(t.Tokens[i].Norm, "و") {
			return false
		}
		if joined {
			k--
		}
		if k < 0 || !c.g.named(k) {
			return false
		}
		i = c.g.mention[k]
		s.Start = t.Tokens[i].Start
	}
}

// bearer reports whether word x of the claim is of the office of actor a, whose
// name may then be left out.
func (c *claim) bearer(a news.Actor, x int) bool {
	return slices.ContainsFunc(arabic.Read(a.Role).Tokens, func(w arabic.Token) bool { return key(w) == c.key(x) })
}

// inList reports whether word y of the claim is of a name that follows, in a list of the
// article, the one that begins at token i.
func (c *claim) inList(i, y int) bool {
	return c.castAt(y, func(m casting) bool { return c.listed(i, m) })
}

// replaces reports whether tokens first to last of the article hold an amount for
// which the claim has amount y («بأغلبية 64» for «بأغلبية 112 مقابل 64»), or to which
// word y belongs rather than to amount x («ثلاثة آلاف وظيفة، منها 40% للنساء»).
func (c *claim) replaces(first, last, x, y int) bool {
	if c.onDay(y) || c.hint[y] >= 0 && c.led(y) {
		return false
	}
	counts := c.hint[y] >= 0
	if !counts && !c.amount(x) && (x == 0 || !c.amount(x-1)) {
		return false
	}
	skipped := c.g.text.Cover(first, last)
	for _, f := range c.g.facts.Figures {
		if !skipped.Contains(f.Span) || c.said(c.g.text.At(f.Start), x, y) {
			continue
		}
		if _, end := c.g.text.Touched(f.Span); counts || end == c.source[y] {
			return true
		}
	}
	return false
}

// said reports whether the claim has token j of the article in the clause of words x
// and y, or before x as the subject that x goes on from.
func (c *claim) said(j, x, y int) bool {
	i := slices.Index(c.source, j)
	return i >= 0 && (c.clause[i] == c.clause[x] || c.clause[i] == c.clause[y] || i < x && c.opensAt(x))
}
