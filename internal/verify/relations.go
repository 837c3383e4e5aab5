package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// reach is how many words that say something may stand in the article between two
// that the claim has side by side, before they are strangers.
const reach = 4

// relations checks what the claim puts together. Words may stand in another order
// than in the article, but what ties them stays: two that follow each other in the
// claim have between them, in the article, nobody else whose part it would be and no
// other amount; no word stands among strangers; and none is under another
// preposition of direction.
func (c *claim) relations() {
	list := c.chain()
	for k, y := range list {
		if k > 0 {
			c.tied(list[k-1], y)
		}
		if c.stranger(list, k) {
			c.fault(Unproven, c.text.Tokens[y].Of(c.text.Source))
		}
	}
	c.exchange(list)
}

// tied checks that nothing in the article comes between word x of the claim and
// word y after it.
func (c *claim) tied(x, y int) {
	a, b := c.source[x], c.source[y]
	if y == x+1 && a >= 0 && b >= 0 && c.g.mixed(a, b) {
		c.fault(Name, c.words(x, y+1))
	}
	if a < 0 || b < 0 || c.part[x] != c.part[y] || b == a || b-a == y-x || c.hint[x] >= 0 && c.hint[x] == c.hint[y] {
		return
	}
	if y == x+1 && c.amount(x) && a+1 < len(c.g.text.Tokens) && belongs(c.text.Tokens[y].Norm) && belongs(c.g.text.Tokens[a+1].Norm) {
		c.fault(Number, c.words(x, y+1)) // «78% للمعالج» for «78% للجيل السابق»
	}
	turns := c.turns(x, y)
	if !turns && b > a+2 && !c.uses(b-1) && isMark(c.g.text.Tokens[b-2]) && c.g.opensAnother(b-1) { // «توفي رجل، وأصيبت طفلة»
		c.fault(Unproven, c.words(x, y+1))
	}
	if !turns && b > a+1 && c.somebody(y) && c.g.says(b-1) && !c.g.cites(a) && !c.uses(b-1) { // «وهو ما نفته الشركة»
		c.fault(Unproven, c.words(x, y+1))
	}
	if b < a && c.g.mention[a] >= 0 && c.g.mention[a] == c.g.mention[b] {
		c.fault(Name, c.words(x, y+1))
	}
	if b < a && c.g.cites(a) && c.opensAt(x) { // whose speech it is, speech asks
		return
	}
	if b < a && (c.onDay(x) || c.onDay(y) || c.led(y)) || c.fresh(x, y, b) || b > a && (c.aside(a, b) || c.reported(y, b)) {
		return
	}
	if b < a && !c.mayTurn(x, y) {
		mine, theirs := c.lead(y)
		if c.turned++; c.turned > 1 || mine != "" && theirs == "" {
			c.fault(Unproven, c.words(x, y+1))
		}
	}
	lo, hi := min(a, b)+1, max(a, b)
	if lo == hi {
		return
	}
	if c.replaces(lo, hi, x, y) {
		c.fault(Number, c.words(x, y+1))
	}
	if s, ok := c.rival(lo, hi, x, y); ok && !c.nominal(x) {
		c.fault(Unproven, c.words(x, y+1)+" … "+s)
	}
	if !turns && b > a && c.denied(lo, hi) {
		c.fault(Unproven, c.words(x, y+1))
	}
	if !turns && slices.ContainsFunc(c.g.text.Tokens[lo:hi], func(w arabic.Token) bool { return does(w.Norm, parting) }) {
		c.fault(Unproven, c.words(x, y+1))
	}
}

// mayTurn reports whether word y of the claim may follow word x though it stands before
// it in the article: one of them has been reworded, they are side by side there, verb
// and subject have changed places, or another clause or phrase begins.
func (c *claim) mayTurn(x, y int) bool {
	a, b := c.source[x], c.source[y]
	t := c.g.text
	switch {
	case c.turns(x, y), c.bareOf(x), c.reworded(x), c.reworded(y), c.inCast(y), c.hint[y] >= 0:
		return true
	case c.opensAt(x) && !definite(c.text.Tokens[x].Norm), !definite(c.text.Tokens[y].Norm) && standing(c.text.Tokens[y-1].Norm) == "" && opens(t, b, t.Sentences[c.part[y]].First):
		return true
	}
	return c.apart(a, b) < 2
}

// reworded reports whether the article has word i of the claim in another form.
func (c *claim) reworded(i int) bool {
	return root(c.text.Tokens[i].Norm) != root(c.g.text.Tokens[c.source[i]].Norm)
}

// mixed reports whether tokens a and b of the article are parts of two names, so that
// side by side they make a third.
func (g *Gate) mixed(a, b int) bool {
	if !g.named(a) || !g.named(b) || g.mention[a] == g.mention[b] {
		return false
	}
	if g.mention[b] != b { // a surname of another
		return true
	}
	cut := a+1 < len(g.mention) && g.named(a+1) && g.mention[a+1] == g.mention[a]
	k := g.actorAt(a)
	return cut && k >= 0 && g.actors[k].Kind == news.Person // a body may be told shorter before its head's name
}

// aside reports whether what lies between tokens a and b of the article is set off by
// marks on both sides, or runs to a mark and begins with no conjunction.
func (c *claim) aside(a, b int) bool {
	t := c.g.text
	for b > a+2 && t.Tokens[b-1].Kind == arabic.Word && (isFree(t.Tokens[b-1].Norm) || c.g.speaks(b-1)) {
		b--
	}
	w := t.Tokens[a+1]
	return isMark(t.Tokens[b-1]) && (isMark(w) || isFree(strings.TrimPrefix(w.Norm, "و")) || prepositional(w.Norm) || !strings.HasPrefix(w.Norm, "و"))
}

// reported reports whether word y of the claim and token b of the article both open
// what is said: whose speech it is, speech asks.
func (c *claim) reported(y, b int) bool {
	return afterThat(c.text, y) && afterThat(c.g.text, b)
}

// opensAnother reports whether token i of the article is a word with a conjunction that
// may be the verb of another clause: no particle, no participle of speech.
func (g *Gate) opensAnother(i int) bool {
	w := g.text.Tokens[i].Norm
	return conjoined(w) && !definite(w) && !isFree(w) && !opensSpeech(strings.TrimPrefix(w, "و")) && (!g.speaks(i) || g.says(i))
}

// belongs reports whether a folded word is a noun under the «ل» of what belongs to it.
func belongs(norm string) bool { return strings.HasPrefix(norm, "لل") && definite(norm) }

// denied reports whether tokens first to last of the article, which the claim leaves out,
// are or begin what it denies by a noun: «جرى دون عد الأصوات بصورة صحيحة».
func (c *claim) denied(first, last int) bool {
	for k := first; k < last; k++ {
		if isMark(c.g.text.Tokens[k]) {
			return false
		}
		if s, ok := keeperAt(c.g.text, k, last); ok && s.class == "not_noun" {
			return !c.uses(k)
		}
	}
	return false
}

// stranger reports whether word k of list, the words of the claim, stands alone: in
// the article neither the word before it nor the one after it is near.
func (c *claim) stranger(list []int, k int) bool {
	i := list[k]
	b := c.source[i]
	t := c.g.text
	if b < 0 || c.hint[i] >= 0 || c.inCast(i) || c.key(i) != c.g.stem(b) || c.opensAt(i) || c.led(i) || opens(t, b, t.Sentences[c.part[i]].First) {
		return false
	}
	alone := false
	if k > 0 && !c.turns(list[k-1], i) {
		if c.near(list[k-1], i) {
			return false
		}
		alone = true
	}
	if k+1 < len(list) && !c.turns(i, list[k+1]) {
		if c.near(i, list[k+1]) {
			return false
		}
		alone = true
	}
	return alone
}

// near reports whether words x and y of the claim are near each other in the article,
// or one of them is nowhere in it.
func (c *claim) near(x, y int) bool {
	a, b := c.source[x], c.source[y]
	if a < 0 || b < 0 || y > x+1 && c.text.Tokens[y-1].Kind == arabic.Word && !isFree(c.text.Tokens[y-1].Norm) {
		return true
	}
	if c.part[x] != c.part[y] {
		return false
	}
	if c.bareOf(x) || c.bareOf(y) {
		return true
	}
	return c.apart(a, b) < reach
}

// apart counts the words that say something between tokens a and b of the article,
// days aside.
func (c *claim) apart(a, b int) int {
	n := 0
	for j := min(a, b) + 1; j < max(a, b); j++ {
		if w := c.g.text.Tokens[j]; w.Kind != arabic.Punct && !isFree(w.Norm) && !c.g.inDate(j) {
			n++
		}
	}
	return n
}

// bareOf reports whether word i of the claim is without the pronoun that the article
// has on it, in whose place the claim names what it means.
func (c *claim) bareOf(i int) bool {
	rest, ok := strings.CutPrefix(c.g.text.Tokens[c.source[i]].Norm, c.text.Tokens[i].Norm)
	return ok && (rest == "ه" || rest == "ها" || rest == "هم")
}

// nominal reports whether word x of the claim is the noun of an event whose verb
// the article has, so that who acted may be left out.
func (c *claim) nominal(x int) bool {
	a, b := c.text.Tokens[x].Norm, c.g.text.Tokens[c.source[x]].Norm
	return root(a) != root(b) && stem(a) == stem(b)
}

// fresh reports whether word y of the claim begins a new clause, there as in
// the article, where it is token b.
func (c *claim) fresh(x, y, b int) bool {
	for i := x + 1; i <= y; i++ { // what is said or its source is judged by speech
		if cue, ok := c.cue(i); ok && (cue.Form >= quotes.Participle && cue.Form != quotes.Noun) {
			return true
		}
	}
	if w := c.text.Tokens[y].Norm; w == "حد" && before(c.text, y) == "علي" { // «على حد قوله»
		return true
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
	if b == 0 {
		return true
	}
	w := c.g.text.Tokens[b]
	return isMark(c.g.text.Tokens[b-1]) || joins(c.g.text.Tokens[b-1].Norm) || conjoined(w.Norm)
}
