package verify

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// anchor is a name or an amount of the claim with its place in the article:
// what must not change places with another.
type anchor struct {
	first, last int // tokens of the claim
	at          int // token of the article
	actor       int // or -1
	before      string
	there       string // the prepositions before it, in the claim and in the article
}

// anchors returns the names and amounts of the claim that have a place.
func (c *claim) anchors() []anchor {
	var list []anchor
	for _, m := range c.cast {
		if at := c.source[m.first]; at >= 0 && !c.moved[m.first] {
			list = append(list, anchor{m.first, m.last, at, m.actor, governor(c.text, m.first, m.start), governor(c.g.text, at, c.g.nameStart(m.actor, at))})
		}
	}
	for i := 0; i < len(c.text.Tokens); i++ {
		if c.hint[i] < 0 || c.source[i] < 0 || c.inCast(i) || c.g.inDate(c.source[i]) {
			continue
		}
		j := i
		for j < len(c.text.Tokens) && c.hint[j] == c.hint[i] {
			j++
		}
		at := c.source[i]
		list = append(list, anchor{i, j, at, -1, governor(c.text, i, 0), governor(c.g.text, at, 0)})
		i = j - 1
	}
	return list
}

// inDate reports whether token i of the article belongs to a date.
func (g *Gate) inDate(i int) bool {
	for _, d := range g.facts.Dates {
		if d.Overlaps(g.text.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// governor returns the preposition that the word from byte offset start in token
// i of t stands under, written apart or as a clitic, or "". The short forms count
// as the long ones that say the same.
func governor(t *arabic.Text, i, start int) string {
	if w := t.Tokens[i]; start > w.Start {
		p := strings.TrimLeft(arabic.Key(t.Source[w.Start:start]), "وف")
		switch p {
		case "ب":
			return "في"
		case "ل", "لل":
			return "الي"
		case "":
		default:
			return p
		}
	}
	for i--; i >= 0 && t.Tokens[i].Kind == arabic.Punct && t.Tokens[i].Norm != "،" && t.Tokens[i].Norm != "."; i-- {
		continue
	}
	if i < 0 {
		return ""
	}
	switch p := strings.TrimPrefix(t.Tokens[i].Norm, "و"); p {
	case "في", "من", "علي", "الي", "عن", "مع", "ضد", "بين", "لدي", "عبر":
		return p
	case "ب":
		return "في"
	case "ل":
		return "الي"
	}
	return ""
}

// nameStart returns where the actor's name begins in token i of the article.
func (g *Gate) nameStart(actor, i int) int {
	for _, s := range g.actors[actor].Mentions {
		if g.text.Tokens[i].Overlaps(s) {
			return max(s.Start, g.text.Tokens[i].Start)
		}
	}
	return g.text.Tokens[i].Start
}

// order checks that names and amounts keep their parts. A whole phrase may move
// with its preposition; two that change places without one are swapped.
func (c *claim) order() {
	list := c.anchors()
	for k, a := range list {
		if a.before != "" && a.there != "" && a.before != a.there && a.actor >= 0 && !c.elsewhere(a) {
			c.fault(Name, c.words(a.first, a.last))
		}
		for _, b := range list[k+1:] {
			x, y := a, b
			if x.first > y.first {
				x, y = y, x
			}
			if x.at <= y.at || c.part[x.first] != c.part[y.first] || x.actor >= 0 && x.actor == y.actor {
				continue
			}
			if x.before != "" && x.before == x.there || y.before != "" && y.before == y.there || c.parted(x, y) {
				continue
			}
			reason := Name
			if x.actor < 0 || y.actor < 0 {
				reason = Number
			}
			c.fault(reason, c.words(x.first, x.last)+" "+c.words(y.first, y.last))
		}
	}
	c.skips()
}

// elsewhere reports whether the scope names the actor of a under the
// preposition that the claim has.
func (c *claim) elsewhere(a anchor) bool {
	for _, s := range c.g.actors[a.actor].Mentions {
		if c.holds(s) && governor(c.g.text, c.g.text.At(s.Start), s.Start) == a.before {
			return true
		}
	}
	return false
}

// parted reports whether a comma or the like parts x and y in the claim and in
// the article: whole clauses that changed places.
func (c *claim) parted(x, y anchor) bool {
	return hasComma(c.text, x.last, y.first) && hasComma(c.g.text, y.at, x.at)
}

func hasComma(t *arabic.Text, first, last int) bool {
	for i := first; i < last; i++ {
		switch t.Tokens[i].Norm {
		case "،", ",", "؛", ";", ".", ":":
			return true
		}
	}
	return false
}

func (c *claim) words(first, last int) string {
	return c.text.Cover(first, last).Of(c.text.Source)
}

// skips checks what the claim leaves out between two words that it repeats. An
// aside between commas, a name's title, a new clause and words that name nobody
// may go; who acts, or that somebody says it, may not.
func (c *claim) skips() {
	list := c.content()
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		a, b := c.source[x], c.source[y]
		if a < 0 || c.moved[x] || c.moved[y] || b <= a+1 || c.part[x] != c.part[y] || c.aside(a, b) || c.fresh(x, y, b) {
			continue
		}
		if s, ok := c.skipped(a+1, b, y); ok {
			c.fault(Unproven, c.words(x, y+1)+" … "+s)
		}
	}
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
	case "،", ",", "؛", "(", ")", "-", "–", "—", "«", "»", "\"":
		return true
	}
	return false
}

// fresh reports whether word y of the claim begins a new clause, there as in
// the article, where it is token b.
func (c *claim) fresh(x, y, b int) bool {
	if !c.turns(x, y) {
		return false
	}
	w := c.g.text.Tokens[b]
	return isMark(c.g.text.Tokens[b-1]) || joins(c.g.text.Tokens[b-1].Norm) || strings.HasPrefix(w.Norm, "و") && stem(w.Norm[2:]) == stem(w.Norm)
}

// skipped returns what tokens first to last of the article hold that may not be
// left out before word y of the claim.
func (c *claim) skipped(first, last, y int) (string, bool) {
	t := c.g.text
	span := t.Cover(first, last)
	for n, a := range c.g.actors {
		for _, s := range a.Mentions {
			if !span.Contains(s) || a.Kind == news.Location || a.Kind == "" || c.oblique(s) || c.titleOf(y, s) || c.casts(n) {
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

func (c *claim) casts(actor int) bool {
	for _, m := range c.cast {
		if m.actor == actor {
			return true
		}
	}
	return false
}
