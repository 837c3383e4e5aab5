package verify

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// tenses checks that what the article sets in the future has not happened in the claim,
// nor the other way round.
func (c *claim) tenses() {
	for i, j := range c.source {
		if j < 0 || c.hint[i] >= 0 || c.inCast(i) || c.text.Tokens[i].Kind != arabic.Word {
			continue
		}
		mine, theirs := c.text.Tokens[i].Norm, c.g.text.Tokens[j].Norm
		a, b := coming(arabic.Core(mine)), coming(arabic.Core(theirs))
		switch {
		case a && !b && !present(theirs) && !c.g.intended(j), b && !a && !present(mine) && !c.planned(i):
			c.fault(Modality, c.text.Tokens[i].Of(c.text.Source))
		}
	}
}

// present reports whether a folded word may be a verb of the imperfect.
func present(norm string) bool {
	w := strings.TrimLeft(norm, "وف")
	return (strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت")) && len(w) > 6 && !strings.HasSuffix(w, "ت")
}

// aheadReach is how many tokens before a word may stand what sets it in the future.
const aheadReach = 8

// intended reports whether token j of the article only may come to be: a plan, a
// demand, a promise, a purpose or a future stands before it in its clause.
func (g *Gate) intended(j int) bool {
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(g.text.Tokens[j].Norm, "و"), "ل"); ok && !definite(g.text.Tokens[j].Norm) {
		return !present(rest) // «دخل ليسجل» did score
	}
	x := g.text.Sentences[g.text.SentenceAt(g.text.Tokens[j].Start)]
	for k := max(x.First, j-aheadReach); k < j; k++ {
		if cue, _ := g.cue(k); !g.plain(k) && unsettled(g.text, k, x.Last, cue) {
			return true
		}
	}
	return false
}

// unsettled reports whether word k of t, of which cue is what it says, sets what follows
// in the future or makes it a plan, a demand or a promise.
func unsettled(t *arabic.Text, k, last int, cue quotes.Cue) bool {
	w := t.Tokens[k]
	if s, ok := keeperAt(t, k, last); ok && hypothetical(s.class) {
		return true
	}
	return w.Kind == arabic.Word && coming(arabic.Core(w.Norm)) || does(strings.TrimPrefix(w.Norm, "و"), aiming) || (cue.Act == "demand" || cue.Act == "promise") && cue.Form != quotes.Noun
}

// planned reports whether something before word i in its clause of the claim sets it in
// the future, or makes it a plan or a demand.
func (c *claim) planned(i int) bool {
	for k := range i {
		if cue, _ := c.cue(k); (c.clause[k] == c.clause[i] || i-k <= aheadReach) && unsettled(c.text, k, len(c.text.Tokens), cue) {
			return true
		}
	}
	return strings.HasPrefix(strings.TrimPrefix(c.text.Tokens[i].Norm, "و"), "ل")
}

// hypothetical reports whether what a keeper of the class is about may not be so.
func hypothetical(class string) bool {
	switch class {
	case "planned", "expected", "possible", "draft", "if", "duty", "attempt", "future":
		return true
	}
	return false
}

// still checks that «لا يزال», "still", keeps its negation.
func (c *claim) still() {
	for i, w := range c.text.Tokens {
		before := ""
		if i > 0 {
			before = strings.TrimPrefix(c.text.Tokens[i-1].Norm, "و")
		}
		if (w.Norm == "يزال" || w.Norm == "تزال" || w.Norm == "زال" || w.Norm == "زالت") && before != "لا" && before != "ما" && before != "لم" {
			c.fault(Negation, w.Of(c.text.Source))
		}
	}
}
