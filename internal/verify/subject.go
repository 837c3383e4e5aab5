package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// subject returns the actor who speaks or acts in sentence n by the verb that opens
// it, or -1: whom it names after the verb, or, when it names nobody there («وأضاف أن»,
// «ودعت إلى»), the subject of the sentence before.
func (g *Gate) subject(n int) int {
	if g.subjects == nil {
		g.subjects = make([]int, len(g.text.Sentences))
	}
	if g.subjects[n] == 0 {
		g.subjects[n] = 2 + g.findSubject(n)
	}
	return g.subjects[n] - 2
}

func (g *Gate) findSubject(n int) int {
	x := g.text.Sentences[n]
	i := x.First
	for i < x.Last && (g.text.Tokens[i].Kind == arabic.Punct || isFree(g.text.Tokens[i].Norm) || joins(g.text.Tokens[i].Norm)) {
		i++
	}
	if i+1 >= x.Last {
		return -1
	}
	cue, ok := quotes.CueAt(g.text, i)
	if !ok || cue.Form > quotes.Imperfect {
		return g.first(i, x.Last)
	}
	if a := g.first(i+1, x.Last); a >= 0 {
		return a
	}
	w := g.text.Tokens[i+1]
	if n == 0 || w.Kind == arabic.Word && (strings.HasPrefix(w.Norm, "ال") || quotes.IsPerson(w.Norm) || quotes.IsHead(w.Norm)) {
		return -1
	}
	return g.subject(n - 1)
}

// first returns the actor whom the article names at token i, or behind an office that
// begins there, or -1.
func (g *Gate) first(i, last int) int {
	for k := i; k < min(i+2*titleReach, last); k++ {
		w := g.text.Tokens[k]
		if g.inOffice(k) {
			continue
		}
		if g.named[k] && (k == i || !quotes.IsPerson(g.text.Tokens[k-1].Norm) || definite(g.text.Tokens[k-1].Norm)) {
			return g.actorAt(k)
		}
		if g.named[k] { // «محامي شاهين، رامي حداد»
			continue
		}
		if w.Norm == "،" && k > i || w.Kind == arabic.Punct {
			continue
		}
		if w.Kind != arabic.Word || isFree(w.Norm) || k == i && !quotes.IsPerson(w.Norm) && !quotes.IsHead(w.Norm) {
			return -1
		}
	}
	return -1
}

// inOffice reports whether token i of the article is of an office that stands with a
// name.
func (g *Gate) inOffice(i int) bool {
	return slices.ContainsFunc(g.actors, func(a news.Actor) bool { return a.RoleAt.Overlaps(g.text.Tokens[i].Span) })
}

// actorAt returns the actor whom token i of the article names, or -1.
func (g *Gate) actorAt(i int) int {
	for k, a := range g.actors {
		for _, s := range a.Mentions {
			if s.Overlaps(g.text.Tokens[i].Span) {
				return k
			}
		}
	}
	return -1
}

// referred adds to the cast the nouns of the claim that mean somebody whom its sentences
// mean: «الحركة», «الوزير». There must be one whose name or office has the noun.
func (c *claim) referred() {
	for i, w := range c.text.Tokens {
		if w.Kind != arabic.Word || c.inCast(i) || !definite(w.Norm) || !quotes.IsPerson(w.Norm) && !quotes.IsHead(w.Norm) {
			continue
		}
		if i+1 < len(c.text.Tokens) && (definite(c.text.Tokens[i+1].Norm) || c.inCast(i+1)) {
			continue
		}
		actor := -1
		for k := range c.g.actors {
			if !c.g.bearsNoun(k, arabic.Core(w.Norm)) || !c.meant(k) || actor >= 0 && c.g.twins[actor] == c.g.twins[k] {
				continue
			}
			if actor >= 0 {
				actor = -2
				break
			}
			actor = k
		}
		if actor >= 0 {
			c.cast = append(c.cast, casting{actor: actor, first: i, last: i + 1, start: w.Start, role: true})
		}
	}
}

// bearsNoun reports whether the actor's name begins with the noun, or its office has it.
func (g *Gate) bearsNoun(actor int, core string) bool {
	if cores := g.cores[actor]; len(cores) > 1 && cores[0] == core {
		return true
	}
	return slices.Contains(coresOf(g.actors[actor].Role), core)
}
