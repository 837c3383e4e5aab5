package verify

import (
	"slices"
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
		if cue, ok := c.cue(k); ok && (!cue.Weak || cue.Form == quotes.Source) {
			return true
		}
		if w := c.text.Tokens[k]; isMark(w) || w.Kind == arabic.Word && isFree(w.Norm) || c.inCast(k) && c.personAt(k) {
			return false
		}
	}
	return false
}

// inDate reports whether token i of the article belongs to a date.
func (g *Gate) inDate(i int) bool { return g.dated[i] != 0 }

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
		alike := a.before == "" || a.there == "" || a.before == a.there || loose(a.before) && loose(a.there)
		if !alike && !c.copied(a.first) && !c.elsewhere(a) {
			c.fault(a.reason(), c.words(a.first, a.last))
		}
		for _, b := range list[k+1:] {
			x, y := a, b
			if x.first > y.first {
				x, y = y, x
			}
			if x.last <= y.first && c.part[x.first] == c.part[y.first] && (x.actor < 0 || x.actor != y.actor) && ((x.actor < 0) == (y.actor < 0) || nextTo(list, x, y)) && c.swapped(x, y) {
				reason := x.reason()
				if y.actor < 0 {
					reason = Number
				}
				c.fault(reason, c.words(x.first, x.last)+" … "+c.words(y.first, y.last))
			}
		}
	}
}

// nextTo reports whether no other name or amount stands between x and y in the claim.
func nextTo(list []anchor, x, y anchor) bool {
	return !slices.ContainsFunc(list, func(z anchor) bool { return x.last <= z.first && z.last <= y.first })
}

// copied reports whether the word before word i of the claim is the one before it in the
// article.
func (c *claim) copied(i int) bool {
	return i > 0 && c.source[i] > 0 && c.text.Tokens[i-1].Norm == c.g.text.Tokens[c.source[i]-1].Norm
}

// complements checks that a noun which the article completes with one name is not
// completed with another in the claim: «مدينة الزهراء» for «مدينة النخيل».
func (c *claim) complements() {
	for _, m := range c.cast {
		h := m.first - 1
		for h >= 0 && c.text.Tokens[h].Kind == arabic.Punct && !isMark(c.text.Tokens[h]) {
			h--
		}
		if h < 0 || m.role || m.carried || !c.heads(h) || c.source[m.first] == c.source[h]+m.first-h {
			continue
		}
		if other := c.g.completed(c.source[h]); other < 0 || c.g.mentions(m.actor, other) {
			continue
		}
		found := false
		for j := range c.tokens {
			if c.g.stem(j) == c.key(h) {
				other := c.g.completed(j)
				found = found || other >= 0 && (c.g.mentions(m.actor, other) || other == j+1 && c.listed(other, m))
			}
		}
		if !found {
			c.fault(Name, c.words(h, m.last))
		}
	}
}

// predicates checks that a clause which opens with somebody's name has the verb that
// stands before it in the article, but for the form «Name: what is said».
func (c *claim) predicates() {
	for _, m := range c.cast {
		at, start, ok := c.stands(m)
		if !ok || m.role || c.g.actors[m.actor].Kind == "" || c.g.actors[m.actor].Kind == news.Location || !c.opensAt(m.last-1) || m.first > 0 && isFree(c.text.Tokens[m.first-1].Norm) || c.cued(m.first) || at == 0 || start > c.g.text.Tokens[at].Start {
			continue
		}
		n := c.part[m.last-1]
		v := c.g.text.Tokens[at-1]
		if n < 0 || v.Kind != arabic.Word || definite(v.Norm) || isFree(v.Norm) || joins(v.Norm) || quotes.IsHead(v.Norm) || quotes.IsPerson(v.Norm) || c.g.named(at-1) ||
			!opens(c.g.text, at-1, c.g.text.Sentences[n].First) || c.uses(at-1) || strings.Contains(c.text.Source, ":") {
			continue
		}
		c.fault(Unproven, c.words(m.first, m.last))
	}
}

// heads reports whether word h of the claim is a noun of the article that a name may
// complete.
func (c *claim) heads(h int) bool {
	return c.source[h] >= 0 && !c.inCast(h) && c.hint[h] < 0 && !definite(c.text.Tokens[h].Norm) && !c.reworded(h) && !c.g.cites(c.source[h])
}

// listed reports whether the article names the actor of m in a list that begins with
// token i.
func (c *claim) listed(i int, m casting) bool {
	j := c.source[m.last-1]
	if j < 0 || !c.g.named(j) {
		return false
	}
	kind := c.g.actors[m.actor].Kind
	for at := c.g.mention[j]; at > i; {
		if prev := c.g.text.Tokens[at-1].Norm; !conjoined(c.g.text.Tokens[at].Norm) && prev != "و" && prev != "،" {
			return false
		}
		for at--; at > i && (c.g.mention[at] != at || c.g.actors[c.g.actorAt(at)].Kind != kind); at-- {
			continue
		}
		if at == i {
			return true
		}
	}
	return false
}

// completed returns the token after token i of the article, marks aside, when a name
// begins there and i opens no clause, or -1.
func (g *Gate) completed(i int) int {
	if opens(g.text, i, g.text.Sentences[g.text.SentenceAt(g.text.Tokens[i].Start)].First) {
		return -1
	}
	if g.named(i) {
		return i
	}
	for i++; i < len(g.text.Tokens) && g.text.Tokens[i].Kind == arabic.Punct && !isMark(g.text.Tokens[i]); i++ {
		continue
	}
	if i+1 < len(g.text.Tokens) && definite(g.text.Tokens[i].Norm) && quotes.IsPerson(g.text.Tokens[i].Norm) { // «إخراج المخرج فطيس»
		i++
	}
	if i >= len(g.text.Tokens) || !g.named(i) || g.mention[i] != i {
		return -1
	}
	return i
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
	if c.placed(x) != c.placed(y) || x.actor < 0 && y.actor < 0 && c.unlike(x, y) {
		return false
	}
	led := x.before != "" && x.before == x.there || y.before != "" && y.before == y.there
	parted := hasComma(c.text, x.last, y.first) && (x.actor < 0 || c.clause[x.first] != c.clause[y.first]) && hasComma(c.g.text, y.at, x.at)
	return !led && !parted
}

// unlike reports whether two amounts count different things, which go with them.
func (c *claim) unlike(x, y anchor) bool {
	a, ok := c.g.figureAt(c.g.text.Tokens[x.at].Span)
	b, both := c.g.figureAt(c.g.text.Tokens[y.at].Span)
	return ok && both && a.Unit != "" && b.Unit != "" && !sameUnit(a, b)
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

func (c *claim) words(first, last int) string {
	return c.text.Cover(first, last).Of(c.text.Source)
}
