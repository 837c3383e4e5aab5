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
		case a && !b && !c.g.ahead(j), b && !a && !present(mine) && !c.planned(i):
			c.fault(Modality, c.text.Tokens[i].Of(c.text.Source))
		case !a && !b && c.happened(i) && c.g.intended(j) && !c.planned(i):
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

// ahead reports whether something before token j of the article sets it in the future,
// or it is a verb of the imperfect.
func (g *Gate) ahead(j int) bool {
	if present(g.text.Tokens[j].Norm) || g.intended(j) {
		return true
	}
	for k := g.text.Sentences[g.text.SentenceAt(g.text.Tokens[j].Start)].First; k < j; k++ {
		if w := strings.TrimPrefix(g.text.Tokens[k].Norm, "و"); w == "سيتم" || w == "ستتم" {
			return true
		}
	}
	return false
}

// intended reports whether token j of the article only may come to be: a plan, a
// demand, a promise, a purpose or a future stands before it in its clause.
func (g *Gate) intended(j int) bool {
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(g.text.Tokens[j].Norm, "و"), "ل"); ok && !definite(g.text.Tokens[j].Norm) {
		return !present(rest) // «دخل ليسجل» did score
	}
	n := g.text.SentenceAt(g.text.Tokens[j].Start)
	first := max(g.text.Sentences[n].First, j-aheadReach)
	for _, s := range g.signsIn(n) {
		if s.at >= first && s.at < j && hypothetical(s.class) {
			return true
		}
	}
	for k := first; k < j; k++ {
		w := g.text.Tokens[k]
		if w.Kind == arabic.Word && coming(arabic.Core(w.Norm)) {
			return true
		}
		if does(strings.TrimPrefix(w.Norm, "و"), aiming) {
			return true
		}
		if cue, ok := g.cue(k); ok && (cue.Act == "demand" || cue.Act == "promise") && cue.Form != quotes.Noun {
			return true
		}
	}
	return false
}

// hypothetical reports whether what a keeper of the class is about may not be so.
func hypothetical(class string) bool {
	switch class {
	case "planned", "expected", "possible", "draft", "if", "duty", "attempt", "future":
		return true
	}
	return false
}

// planned reports whether something before word i in its clause of the claim sets it in
// the future, or makes it a plan or a demand.
func (c *claim) planned(i int) bool {
	for k := range i {
		if c.clause[k] != c.clause[i] && i-k > aheadReach {
			continue
		}
		w := c.text.Tokens[k]
		if s, ok := keeperAt(c.text, k, len(c.text.Tokens)); ok && hypothetical(s.class) || w.Kind == arabic.Word && coming(arabic.Core(w.Norm)) || w.Norm == "سيتم" || w.Norm == "ستتم" {
			return true
		}
		if cue, ok := c.cue(k); ok && (cue.Act == "demand" || cue.Act == "promise") {
			return true
		}
	}
	return strings.HasPrefix(strings.TrimPrefix(c.text.Tokens[i].Norm, "و"), "ل")
}

// happened reports whether word i of the claim is a verb of the perfect that opens its
// clause and for which the article has a noun.
func (c *claim) happened(i int) bool {
	mine, theirs := c.text.Tokens[i].Norm, c.g.text.Tokens[c.source[i]].Norm
	j := c.source[i]
	if mine == theirs || present(mine) || definite(mine) || !opens(c.text, i, 0) || quotes.IsHead(mine) || quotes.IsPerson(mine) {
		return false
	}
	rest, to := strings.CutPrefix(theirs, "ل")
	return definite(theirs) || strings.HasPrefix(theirs, "ب") || to && !present(rest) || j > 0 && standing(c.g.text.Tokens[j-1].Norm) != ""
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
