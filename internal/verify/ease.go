package verify

import (
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// An editor rewords. A word that no sentence of the scope has may stand all the
// same when it is one of neutral.tsv, which reports or links and adds no fact; of
// the words that say something at most two in five are. Any other word must be in
// the scope, by its stem, a word of its row of same.tsv, or a relative (kin.go): an
// unknown noun may be an invented place, an unknown adjective an invented judgement,
// an unknown verb an invented act, also when the article has it elsewhere.
const (
	easedOf   = 5
	easedMost = 2 // of easedOf
)

// ease finds the words that the scope lacks: some have relatives there, some need no
// proof.
func (c *claim) ease() {
	list := c.content()
	var eased []int
	for _, i := range list {
		w := c.text.Tokens[i]
		if w.Kind != arabic.Word || c.proven[i] || c.inCast(i) || c.found(i) {
			continue
		}
		c.kins[i], c.lacking[i] = kinOf(w), true
		if _, cue := c.cue(i); cue { // who says it, heard asks
			c.kins[i].base = ""
		}
		if c.caused(i) {
			c.eased[i] = true
			continue
		}
		if words().neutral.Of(c.key(i)) && !c.acts(i) {
			eased = append(eased, i)
		}
	}
	if len(eased)*easedOf > len(list)*easedMost {
		return
	}
	for _, i := range eased {
		c.eased[i] = true
	}
}

// caused reports whether word i of the claim says «after» where its sentences say «led
// to»: sequence checks which was first.
func (c *claim) caused(i int) bool {
	return c.key(i) == words().after && c.leading() >= 0
}

// leading returns the token of the scope that says what led to what, or -1.
func (c *claim) leading() int {
	for j := range c.tokens {
		if c.g.stem(j) == words().led {
			return j
		}
	}
	return -1
}

// sequence checks that what the claim puts after something, where the article says that
// it led to it, is what it led to.
func (c *claim) sequence() {
	for i, w := range c.text.Tokens {
		if !c.eased[i] || w.Kind != arabic.Word || !c.caused(i) {
			continue
		}
		led := c.leading()
		for k, j := range c.source {
			if j >= 0 && c.clause[k] == c.clause[i] && k != i && (k < i) != (j > led) && !c.onDay(k) {
				c.fault(Unproven, w.Of(c.text.Source))
				break
			}
		}
	}
}

// displaced checks that the words that need no proof, or say nothing, are added, not put
// for others: nothing that says something stands, unused by the claim, between their
// neighbours in the article.
func (c *claim) displaced() {
	list := c.content()
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		a, b := c.source[x], c.source[y]
		if y == x+1 || a < 0 || b <= a+1 || c.part[x] != c.part[y] || !slices.Contains(c.eased[x+1:y], true) && (y != x+2 || b != a+2 || c.text.Tokens[x+1].Kind == arabic.Punct || c.reworded(x) || c.reworded(y)) {
			continue
		}
		for j := a + 1; j < b; j++ {
			if w := c.g.text.Tokens[j]; w.Kind == arabic.Word && !isFree(w.Norm) && !c.uses(j) && !c.g.inDate(j) {
				c.fault(Unproven, c.words(x, y+1))
				break
			}
		}
	}
}

// acts reports whether word i of the claim may be a verb whose subject, before it or
// after it, is a person or body: a neutral verb may say something of a thing, never
// what somebody does.
func (c *claim) acts(i int) bool {
	w := c.text.Tokens[i].Norm
	if !present(w) && w != "جاء" && w != "جاءت" && w != "شهد" && w != "شهدت" {
		return false
	}
	return opens(c.text, i, 0) && c.somebody(i+1) || c.somebody(i-1)
}

// somebody reports whether word i of the claim belongs to a name, or is a noun for a
// person or body.
func (c *claim) somebody(i int) bool {
	if i < 0 || i >= len(c.text.Tokens) {
		return false
	}
	w := c.text.Tokens[i].Norm
	return c.inName(i) || standing(w) == "" && (quotes.IsPerson(w) || quotes.IsHead(w)) // «إلى» is folded as «والي» is without its waw
}

// found reports whether the scope has word i, not counting relatives.
func (c *claim) found(i int) bool {
	for j := range c.tokens {
		if c.same(i, j) {
			return true
		}
	}
	return false
}
