package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// skips checks what the claim leaves out between two words that it repeats. An
// aside between commas, a name's title, a new clause and words that name nobody
// may go; who acts, the beginning of another clause, or an amount that the next
// would replace, may not.
func (c *claim) skips() {
	list := c.content()
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		a, b := c.source[x], c.source[y]
		if a < 0 || c.moved[x] || c.moved[y] || b <= a+1 || c.part[x] != c.part[y] || c.fresh(x, y, b) {
			continue
		}
		if c.aside(a, b) || c.adjunct(a, b, y) || c.hint[x] >= 0 && c.hint[x] == c.hint[y] {
			continue
		}
		if c.replaces(a, b, y) {
			c.fault(Number, c.words(x, y+1))
		}
		if !c.turns(x, y) && c.headless(a, b, y) {
			c.fault(Unproven, c.words(x, y+1))
		}
		if s, ok := c.skipped(a+1, b, x, y); ok && !c.nominal(x) {
			c.fault(Unproven, c.words(x, y+1)+" … "+s)
		}
	}
}

// replaces reports whether amount y of the claim stands where the article has
// another amount, which the claim leaves out: «بأغلبية 64» for «بأغلبية 112 مقابل 64».
func (c *claim) replaces(a, b, y int) bool {
	if c.hint[y] < 0 || c.g.inDate(b) || c.led(y) {
		return false
	}
	skipped := c.g.text.Cover(a+1, b)
	return slices.ContainsFunc(c.g.facts.Figures, func(f news.Figure) bool {
		return skipped.Contains(f.Span) && !c.uses(c.g.text.At(f.Start))
	})
}

// nominal reports whether word x of the claim is the noun of an event whose verb
// the article has, so that who acted may be left out.
func (c *claim) nominal(x int) bool {
	a, b := c.text.Tokens[x].Norm, c.g.text.Tokens[c.source[x]].Norm
	return root(a) != root(b) && stem(a) == stem(b)
}

// headless reports whether token b of the article stands inside another clause
// than token a, whose beginning the claim leaves out.
func (c *claim) headless(a, b, y int) bool {
	mark := -1
	for i := a + 1; i < b; i++ {
		if w := c.g.text.Tokens[i]; w.Norm == "،" || w.Norm == "," || w.Norm == "؛" {
			mark = i
		}
	}
	if mark < 0 || c.led(y) && prepositional(c.g.text.Tokens[mark+1].Norm) {
		return false
	}
	for i := mark + 1; i < b; i++ {
		if w := c.g.text.Tokens[i]; w.Kind != arabic.Punct && !isFree(w.Norm) && !c.g.speaks(i) && !c.g.inDate(i) && !c.said(i, y) {
			return true
		}
	}
	return false
}

// said reports whether the claim has token j of the article before word y, in the
// same part.
func (c *claim) said(j, y int) bool {
	i := slices.Index(c.source, j)
	return i >= 0 && i < y && !c.between(i, y)
}

// adjunct reports whether what lies between tokens a and b of the article is a
// phrase with a preposition between a verb of speech and what is said: «قال الوزير
// على هامش المؤتمر إن».
func (c *claim) adjunct(a, b, y int) bool {
	return y > 0 && opensSpeech(c.text.Tokens[y-1].Norm) && opensSpeech(c.g.text.Tokens[b-1].Norm) && prepositional(c.g.text.Tokens[a+1].Norm)
}

// opensSpeech reports whether a folded word is the particle of reported speech.
func opensSpeech(norm string) bool {
	switch norm {
	case "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها":
		return true
	}
	return false
}

// prepositional reports whether a folded word begins a phrase with a preposition.
func prepositional(norm string) bool {
	return standing(norm) != "" || len(norm) > 6 && (strings.HasPrefix(norm, "ب") || strings.HasPrefix(norm, "ل")) && !isFree(norm)
}

// aside reports whether what lies between tokens a and b of the article is set
// off by marks on both sides, or runs to a mark and begins with no conjunction.
func (c *claim) aside(a, b int) bool {
	for b > a+2 && c.g.text.Tokens[b-1].Kind == arabic.Word && (isFree(c.g.text.Tokens[b-1].Norm) || c.g.speaks(b-1)) {
		b--
	}
	w := c.g.text.Tokens[a+1]
	return isMark(c.g.text.Tokens[b-1]) && (isMark(w) || governs(w.Norm) || !strings.HasPrefix(w.Norm, "و"))
}

// speaks reports whether token i of the article is a cue of speech.
func (g *Gate) speaks(i int) bool {
	_, ok := quotes.CueAt(g.text, i)
	return ok
}

// governs reports whether a folded word is a preposition, or begins with one
// that is written to a noun («بحضور»), after a conjunction or not.
func governs(norm string) bool {
	norm = strings.TrimPrefix(norm, "و")
	return isFree(norm) || strings.HasPrefix(norm, "ب") || strings.HasPrefix(norm, "ل")
}

func isMark(w arabic.Token) bool {
	switch w.Norm {
	case "،", ",", "؛", ";", ":", ".", "(", ")", "-", "–", "—":
		return true
	}
	return false
}

// fresh reports whether word y of the claim begins a new clause, there as in
// the article, where it is token b.
func (c *claim) fresh(x, y, b int) bool {
	for i := x + 1; i <= y; i++ { // what is said or its source is judged by speech
		if cue, ok := quotes.CueAt(c.text, i); ok && (cue.Form >= quotes.Participle && cue.Form != quotes.Noun) {
			return true
		}
	}
	at := c.g.text.Tokens[b].Start
	for _, q := range c.g.facts.Quotes { // who says what begins here, speech judges too
		if q.Start <= at && c.g.text.At(q.Start) >= b-1 {
			return true
		}
	}
	if !c.turns(x, y) {
		return false
	}
	w := c.g.text.Tokens[b]
	return isMark(c.g.text.Tokens[b-1]) || joins(c.g.text.Tokens[b-1].Norm) || conjoined(w.Norm)
}

// skipped returns what tokens first to last of the article hold that may not be
// left out before word y of the claim.
func (c *claim) skipped(first, last, x, y int) (string, bool) {
	t := c.g.text
	span := t.Cover(first, last)
	if quotes.IsPerson(t.Tokens[first].Norm) && c.personAt(y) { // an office before its name
		return "", false
	}
	for _, a := range c.g.actors {
		for _, s := range a.Mentions {
			if !span.Contains(s) || a.Kind == "" || c.oblique(s) || c.titleOf(y, s) || c.bearer(a, x) || c.uses(t.At(s.Start)) {
				continue
			}
			return s.Of(t.Source), true
		}
	}
	return "", false
}

// oblique reports whether mention s stands under a preposition or after a noun
// that it belongs to.
func (c *claim) oblique(s news.Span) bool {
	i := c.g.text.At(s.Start)
	return governor(c.g.text, i, s.Start) != ""
}

// titleOf reports whether s is part of the office of the actor that word y of
// the claim names.
func (c *claim) titleOf(y int, s news.Span) bool {
	for _, m := range c.cast {
		if m.first <= y && y < m.last {
			a := c.g.actors[m.actor]
			return a.RoleAt.Contains(s) || a.Role != "" && strings.Contains(a.Role, s.Of(c.g.text.Source))
		}
	}
	return false
}

// bearer reports whether word x of the claim is of the office of actor a, whose
// name may then be left out.
func (c *claim) bearer(a news.Actor, x int) bool {
	for _, w := range arabic.Read(a.Role).Tokens {
		if key(w) == c.key(x) {
			return true
		}
	}
	return false
}
