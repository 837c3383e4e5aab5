package verify

import (
	"slices"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// amounts checks dates, figures and numbers by what they mean, not by how they
// are written: ١٢ is 12, «مليوني» is 2 million, «اليوم الخميس» is its day.
func (c *claim) amounts() {
	found := dates.Find(c.text, c.g.article.Published)
	for _, d := range found {
		first, last := c.text.Touched(d.Span)
		if at := c.dated(d, first, last); len(at) > 0 {
			c.prove(first, last, at)
		} else {
			c.fault(Date, d.Of(c.text.Source))
			c.pass(first, last)
		}
	}
	for _, f := range figures.Find(c.text, found) {
		first, last := c.text.Touched(f.Span)
		if at, reason := c.counted(f, first, last); reason == "" {
			c.prove(first, last, at)
		} else {
			c.fault(reason, f.Of(c.text.Source))
			c.pass(first, last)
		}
	}
	c.numbers()
	for i, w := range c.text.Tokens {
		if w.Kind == arabic.Digits && !c.proven[i] {
			if at := c.repeats(i, i+1); len(at) > 0 {
				c.prove(i, i+1, at)
			} else {
				c.fault(Number, w.Of(c.text.Source))
			}
		}
	}
}

// pass marks tokens of the claim as judged, so that one fault is told once.
func (c *claim) pass(first, last int) {
	for i := first; i < last; i++ {
		c.proven[i] = true
	}
}

// sameWords reports whether tokens first to last of the claim are those of span
// s of the article.
func (c *claim) sameWords(first, last int, s news.Span) bool {
	a, b := c.g.text.Touched(s)
	return b-a == last-first && c.repeatsAt(first, last, a)
}

// counted returns where the scope has figure f of the claim, or the reason why
// it has not.
func (c *claim) counted(f news.Figure, first, last int) ([]stretch, Reason) {
	reason := Number
	var list []stretch
	for _, x := range c.g.facts.Figures {
		if !c.holds(x.Span) {
			continue
		}
		same := c.sameWords(first, last, x.Span)
		switch {
		case !same && !sameValue(f, x):
		case same || (sameUnit(f, x) || c.elliptic(f, x) || c.ofThose(f, x)) && (f.Bound == x.Bound || c.boundBefore(f, x)):
			list = append(list, c.g.stretchOf(x.Span))
		case !sameUnit(f, x):
			reason = Unit
		case reason == Number:
			reason = Bound
		}
	}
	if len(list) == 0 && reason == Number {
		list = c.plain(f)
		if len(list) == 0 && f.Kind == news.Score {
			list = c.repeats(first, last)
		}
	}
	if len(list) > 0 {
		return list, ""
	}
	return nil, reason
}

// elliptic reports whether figure f of the claim counts what x of the article does
// and leaves the noun out, which it has with another number: «6195 تلميذا من
// المعاهد العمومية و1039 من المعاهد الخاصة».
func (c *claim) elliptic(f, x news.Figure) bool {
	first, last := c.text.Touched(f.Span)
	if f.UnitCode != "" || x.UnitCode != "" || x.Unit == "" {
		return false
	}
	_, end := c.g.text.Touched(x.Span)
	for i := first; i < min(last+1, len(c.text.Tokens)-1); i++ {
		if c.text.Tokens[i].Norm == "من" && (f.Unit == "" || !counts(f.Unit, c.text.Tokens[first:i])) && (counts(x.Unit, c.text.Tokens) || end+1 < len(c.g.text.Tokens) && c.g.text.Tokens[end].Norm == "من" && c.g.stem(end+1) == c.key(i+1)) {
			return true
		}
	}
	return false
}

// boundBefore reports whether the claim has the word that bounds figure x of the article
// before figure f, though not beside it: «تناهز الكلفة 380 مليون دينار».
func (c *claim) boundBefore(f, x news.Figure) bool {
	first, _ := c.text.Touched(f.Span)
	at, last := c.g.text.Touched(x.Span)
	for ; f.Bound == news.Exact && at < last && c.g.text.Tokens[at].Kind == arabic.Word; at++ {
		for i := max(0, first-titleReach); i < first && !isFree(c.g.text.Tokens[at].Norm); i++ {
			if c.key(i) == c.g.stem(at) {
				return true
			}
		}
	}
	return false
}

// ofThose reports whether the article has the noun of f behind «من» after figure x:
// «6 من المشتبه بهم», «ستة مشتبه بهم».
func (c *claim) ofThose(f, x news.Figure) bool {
	_, last := c.g.text.Touched(x.Span)
	return x.Unit == "" && x.UnitCode == "" && f.Unit != "" && f.UnitCode == "" && last < len(c.g.text.Tokens) &&
		c.g.text.Tokens[last].Norm == "من" && counts(f.Unit, c.g.from(last+1, 1))
}

// plain looks for the value of f among the numbers of the scope that no figure
// holds, for an article where the same words read as less than a figure.
func (c *claim) plain(f news.Figure) []stretch {
	if f.Bound != news.Exact || !f.Value.Valid || f.Kind == news.Money || f.Kind == news.Percent {
		return nil
	}
	var list []stretch
	for _, n := range c.g.numbersIn(c) {
		if n.Value.Cmp(f.Value.Decimal) == 0 && !c.g.inDate(n.First) && c.g.figure[n.First] == 0 && (f.Unit == "" || counts(f.Unit, c.g.from(n.Last, 3))) {
			list = append(list, stretch{n.First, n.Last})
		}
	}
	return list
}

// counts reports whether the head of unit is among tokens, or unit is empty.
func counts(unit string, tokens []arabic.Token) bool {
	u := arabic.Read(unit)
	return len(u.Tokens) == 0 || slices.ContainsFunc(tokens, func(w arabic.Token) bool { return sameNoun(key(u.Tokens[0]), key(w)) })
}

// from returns the tokens of the article from token i on, n at most.
func (g *Gate) from(i, n int) []arabic.Token {
	return g.text.Tokens[i:min(i+n, len(g.text.Tokens))]
}

func sameValue(a, b news.Figure) bool {
	same := func(x, y news.Figure) bool {
		return x.Value.Valid == y.Value.Valid && x.Min.Valid == y.Min.Valid && x.Max.Valid == y.Max.Valid &&
			(!x.Value.Valid || x.Value.Decimal.Cmp(y.Value.Decimal) == 0) &&
			(!x.Min.Valid || x.Min.Decimal.Cmp(y.Min.Decimal) == 0) && (!x.Max.Valid || x.Max.Decimal.Cmp(y.Max.Decimal) == 0)
	}
	return a.Kind != news.Score && b.Kind != news.Score && same(a, b) && (a.Value.Valid || a.Min.Valid)
}

// sameUnit reports whether two figures count the same thing.
func sameUnit(a, b news.Figure) bool {
	if bare := a.UnitCode == "" || b.UnitCode == ""; !bare || a.UnitCode != b.UnitCode && (a.Kind == news.Money || b.Kind == news.Money || a.Kind == news.Percent || b.Kind == news.Percent) { // whose dinar it is only the whole article tells
		return a.UnitCode == b.UnitCode || a.Kind == news.Money && b.Kind == news.Money && a.Unit != "" && arabic.Key(a.Unit) == arabic.Key(b.Unit)
	}
	if (a.Kind == news.Ordinal) != (b.Kind == news.Ordinal) {
		return false
	}
	x, y := arabic.Read(a.Unit), arabic.Read(b.Unit)
	if len(x.Tokens) == 0 || len(y.Tokens) == 0 {
		return len(x.Tokens) == len(y.Tokens)
	}
	return sameNoun(key(x.Tokens[0]), key(y.Tokens[0]))
}

// sameNoun reports whether two stems are one noun, also where one is a broken
// plural of the other, which differs in its long vowels: «شخص», «أشخاص».
func sameNoun(a, b string) bool { return a == b || skeleton(a) == skeleton(b) }

func skeleton(s string) string {
	b := make([]rune, 0, len(s))
	for _, r := range s {
		if r != 'ا' && r != 'و' && r != 'ي' && r != 'ء' && r != 'ئ' && r != 'ؤ' {
			b = append(b, r)
		}
	}
	return string(b)
}

// numbers checks what is written as a number and is neither date nor figure.
func (c *claim) numbers() {
	for _, n := range number.Find(c.text) {
		if c.proven[n.First] {
			continue
		}
		at, unit := c.equal(n)
		switch {
		case len(at) > 0:
			c.prove(n.First, n.Last, at)
		case unit != "":
			c.fault(Unit, n.Of(c.text.Source))
			c.pass(n.First, n.Last)
		case n.Form != number.Words || n.Last-n.First > 1:
			c.fault(Number, n.Of(c.text.Source))
			c.pass(n.First, n.Last)
		}
	}
}

// equal returns where the scope has the number n; where it has it only in a
// figure whose unit the claim lacks, that unit.
func (c *claim) equal(n number.Number) (at []stretch, unit string) {
	for _, x := range c.g.numbersIn(c) {
		if x.Value.Cmp(n.Value) != 0 || x.Ordinal != n.Ordinal || n.Ordinal && c.g.inDate(x.First) {
			continue
		}
		f, inside := c.g.figureAt(x.Span)
		follows := n.Last < len(c.text.Tokens) && x.Last-x.First == n.Last-n.First && c.repeatsAt(n.First, n.Last+1, x.First)
		if !inside || f.Unit == "" || counts(f.Unit, c.text.Tokens) || follows {
			at = append(at, stretch{x.First, x.Last})
		} else {
			unit = f.Unit
		}
	}
	return at, unit
}

// duals checks the nouns that the claim repeats from a dual that was a figure:
// «طائرتين» is two planes, and «طائرة» is not.
func (c *claim) duals() {
	for i, j := range c.source {
		if j < 0 || c.hint[i] >= 0 || c.text.Tokens[i].Norm == c.g.text.Tokens[j].Norm {
			continue
		}
		f, ok := c.g.figureAt(c.g.text.Tokens[j].Span)
		if !ok || !f.Value.Valid || f.Value.Decimal.Cmp(two) != 0 {
			continue
		}
		if first, last := c.g.text.Touched(f.Span); last-first == 1 {
			c.fault(Number, c.text.Tokens[i].Of(c.text.Source))
		}
	}
}

var two = decimal.Two
