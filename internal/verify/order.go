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
	speaks      bool   // a cue of speech leads it, in the claim
}

// reason returns what it is when a has another's part.
func (a anchor) reason() Reason {
	if a.actor < 0 {
		return Number
	}
	return Name
}

// anchors returns the names and amounts of the claim that have a place.
func (c *claim) anchors() []anchor {
	var list []anchor
	for _, m := range c.cast {
		if at, start, ok := c.stands(m); ok {
			list = append(list, anchor{m.first, m.last, at, m.actor, governor(c.text, m.first, m.start), governor(c.g.text, at, start), c.cued(m.first)})
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
		list = append(list, anchor{i, j, at, -1, governor(c.text, i, 0), governor(c.g.text, at, 0), false})
		i = j - 1
	}
	return list
}

// cued reports whether a cue of speech leads token i of the claim, with a common
// noun between or not: «بحسب هيئة الدفاع», «قال الوزير».
func (c *claim) cued(i int) bool {
	for k := i - 1; k >= max(0, i-titleReach); k-- {
		if cue, ok := quotes.CueAt(c.text, k); ok && (!cue.Weak || cue.Form == quotes.Source) {
			return true
		}
		if w := c.text.Tokens[k]; isMark(w) || w.Kind == arabic.Word && isFree(w.Norm) {
			return false
		}
	}
	return false
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
	if p := standing(t.Tokens[i].Norm); p != "" {
		return p
	}
	// The head of a construct stands between: «من شركة جبل», «لشركة جبل».
	if _, definite := arabic.Bare(t.Tokens[i].Norm); definite || t.Tokens[i].Kind != arabic.Word || start == 0 {
		return ""
	}
	for i > 0 && t.Tokens[i-1].Kind == arabic.Punct && !isMark(t.Tokens[i-1]) {
		i--
	}
	if i > 0 {
		if p := standing(t.Tokens[i-1].Norm); p != "" {
			return p
		}
	}
	return clung(t, i)
}

// standing returns the preposition that a folded word is, or "".
func standing(norm string) string {
	switch p := strings.TrimPrefix(norm, "و"); p {
	case "في", "من", "علي", "الي", "عن", "مع", "ضد", "بين", "لدي", "عبر", "امام", "بعد", "قبل":
		return p
	case "ب":
		return "في"
	case "ل":
		return "الي"
	}
	return ""
}

// clung returns the preposition that is surely written to word i: the noun is one
// that names bodies or places.
func clung(t *arabic.Text, i int) string {
	list, n := t.Stems(i)
	for _, s := range list[1:n] {
		if p := strings.TrimPrefix(s.Prefix, "و"); (p == "ب" || p == "ل") && quotes.IsHead(s.Norm) {
			return standing(p)
		}
	}
	return ""
}

// stands returns the mention of the article that m repeats: its first token and
// first byte. The last word of a name tells best which one it is.
func (c *claim) stands(m casting) (at, start int, ok bool) {
	for i := m.last - 1; i >= m.first; i-- {
		j := c.source[i]
		if j < 0 || c.moved[i] {
			continue
		}
		for _, s := range c.g.actors[m.actor].Mentions {
			if s.Overlaps(c.g.text.Tokens[j].Span) {
				return c.g.text.At(s.Start), s.Start, true
			}
		}
		if r := c.g.actors[m.actor].RoleAt; r.Len() > 0 && r.Overlaps(c.g.text.Tokens[j].Span) {
			return c.g.text.At(r.Start), r.Start, true
		}
	}
	j := c.source[m.first]
	if j < 0 || c.moved[m.first] {
		return 0, 0, false
	}
	return j, c.g.text.Tokens[j].Start, true
}

// order checks that names and amounts keep their parts. A whole phrase may move
// with its preposition; two that change places without one are swapped.
func (c *claim) order() {
	list := c.anchors()
	for k, a := range list {
		if a.before != "" && a.there != "" && a.before != a.there && !c.elsewhere(a) {
			c.fault(a.reason(), c.words(a.first, a.last))
		}
		for _, b := range list[k+1:] {
			x, y := a, b
			if x.first > y.first {
				x, y = y, x
			}
			if x.last <= y.first && c.part[x.first] == c.part[y.first] && (x.actor < 0 || x.actor != y.actor) && c.swapped(x, y) {
				reason := x.reason()
				if y.actor < 0 {
					reason = Number
				}
				c.fault(reason, c.words(x.first, x.last)+" … "+c.words(y.first, y.last))
			}
		}
	}
	c.jumps()
	c.skips()
	c.links()
	c.repeated()
	c.complete()
}

// swapped reports whether x and y, in this order in the claim, have each other's
// place in the article: behind each other's preposition, or the other way round
// with nothing that would move with them.
func (c *claim) swapped(x, y anchor) bool {
	if x.before != x.there && x.before == y.there && y.before == x.there {
		return true
	}
	if x.at <= y.at || x.speaks || y.speaks {
		return false
	}
	if c.placed(x) != c.placed(y) {
		return false
	}
	led := x.before != "" && x.before == x.there || y.before != "" && y.before == y.there
	return !led && !c.parted(x, y)
}

// placed reports whether a is a place that the claim has under the preposition of
// place: it says where, and can take nobody's part.
func (c *claim) placed(a anchor) bool {
	return a.actor >= 0 && a.before == "في" && c.g.actors[a.actor].Kind == news.Location
}

// elsewhere reports whether the scope names the actor of a under the
// preposition that the claim has.
func (c *claim) elsewhere(a anchor) bool {
	if a.actor < 0 {
		return false
	}
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
