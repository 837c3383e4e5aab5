package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// clauses numbers the clauses of the claim: a mark that is not of a day, or a
// conjunction, begins another.
func (c *claim) clauses() {
	n := 0
	c.clause = make([]int, len(c.text.Tokens))
	for i, w := range c.text.Tokens {
		switch w.Norm {
		case "،", "؛":
			if (i == 0 || !c.onDay(i-1)) && (i+1 == len(c.text.Tokens) || !c.onDay(i+1)) {
				n++
			}
		default:
			if joins(w.Norm) || w.Kind == arabic.Word && conjoined(w.Norm) {
				n++
			}
		}
		c.clause[i] = n
	}
}

// opens reports whether word i of t begins a clause: nothing, a mark, a
// conjunction or a particle of speech stands before it, behind words that say
// nothing and are no prepositions.
func opens(t *arabic.Text, i, first int) bool {
	if conjoined(t.Tokens[i].Norm) {
		return true
	}
	for i--; i >= first; i-- {
		w := t.Tokens[i]
		switch {
		case isMark(w), joins(w.Norm), opensSpeech(w.Norm):
			return true
		case w.Kind == arabic.Punct, w.Norm == "قد", w.Norm == "وقد", isFree(w.Norm) && standing(w.Norm) == "":
		default:
			return false
		}
	}
	return true
}

func isMark(w arabic.Token) bool {
	switch w.Norm {
	case "،", ",", "؛", ";", ":", ".", "(", ")", "-", "–", "—":
		return true
	}
	return false
}

// definite reports whether a folded word has the article, as no verb has.
func definite(norm string) bool {
	norm = strings.TrimPrefix(norm, "و")
	return arabic.IsDefinite(strings.TrimPrefix(norm, "ب")) || strings.HasPrefix(norm, "لل") && len(norm) > 8
}

func hasComma(t *arabic.Text, first, last int) bool {
	for i := first; i < last; i++ {
		switch t.Tokens[i].Norm {
		case "،", ",", "؛", ";", ".", ":":
			if i == 0 || i+1 == len(t.Tokens) || t.Tokens[i-1].Kind != arabic.Digits || t.Tokens[i+1].Kind != arabic.Digits { // no decimal point
				return true
			}
		}
	}
	return false
}

// speaks reports whether token i of the article is a cue of speech.
func (g *Gate) speaks(i int) bool {
	_, ok := g.cue(i)
	return ok
}

// cites reports whether token i of the article is a cue of speech beyond doubt.
func (g *Gate) cites(i int) bool {
	cue, ok := g.cue(i)
	return ok && (!cue.Weak || cue.Form == quotes.Source)
}

// opensAt reports whether word x of the claim, or the name that it ends, with the
// office before it, begins a clause.
func (c *claim) opensAt(x int) bool {
	for again := true; again; {
		again = false
		for _, m := range c.cast {
			if m.first < x && x < m.last || m.last == x && c.moved[x-1] {
				x, again = m.first, true
			}
		}
	}
	return opens(c.text, x, 0)
}

// afterThat reports whether word i of t is the first that says something after a particle
// of reported speech.
func afterThat(t *arabic.Text, i int) bool {
	for i--; i >= 0 && t.Tokens[i].Kind == arabic.Word; i-- {
		if opensSpeech(t.Tokens[i].Norm) {
			return true
		}
		if !isFree(t.Tokens[i].Norm) {
			return false
		}
	}
	return false
}

// says reports whether token i of the article is a verb of speech.
func (g *Gate) says(i int) bool {
	cue, ok := g.cue(i)
	return ok && cue.Form <= quotes.Imperfect
}

// uses reports whether the claim repeats token j of the article.
func (c *claim) uses(j int) bool { return slices.Contains(c.source, j) }

// amount reports whether word i of the claim belongs to an amount that the scope has.
func (c *claim) amount(i int) bool { return c.hint[i] >= 0 && !c.onDay(i) }

// onDay reports whether word i of the claim belongs to a day that the scope names.
func (c *claim) onDay(i int) bool {
	return c.hint[i] >= 0 && c.source[i] >= 0 && c.g.inDate(c.source[i])
}
