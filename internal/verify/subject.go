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
	cue, ok := g.cue(i)
	if a := g.first(i, x.Last); a >= 0 && (!ok || cue.Form > quotes.Imperfect) {
		return a
	}
	if a := g.first(i+1, x.Last); a >= 0 && !definite(g.text.Tokens[i].Norm) {
		return a
	}
	if !ok || cue.Form > quotes.Participle {
		return -1
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
		if g.inOffice(k) || g.inDate(k) {
			continue
		}
		if g.named(k) && (k == i || !quotes.IsPerson(g.text.Tokens[k-1].Norm) || definite(g.text.Tokens[k-1].Norm)) {
			return g.actorAt(k)
		}
		if g.named(k) { // «محامي شاهين، رامي حداد»
			continue
		}
		if w.Norm == "،" && k > i || w.Kind == arabic.Punct {
			continue
		}
		if w.Kind != arabic.Word || isFree(w.Norm) && w.Norm != "عام" || k == i && !quotes.IsPerson(w.Norm) && !quotes.IsHead(w.Norm) {
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
	return slices.IndexFunc(g.actors, func(a news.Actor) bool { return slices.ContainsFunc(a.Mentions, g.text.Tokens[i].Overlaps) })
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

// carried finds the subject that the verb which opens the claim takes from another
// sentence of the scope: «وأضاف أن» where one before it has «قال مراسل الإذاعة إن» and
// nobody else is named between. The words count wherever the claim has them.
func (c *claim) carried() {
	k := opening(c.text, 0, len(c.text.Tokens))
	if k < 0 || len(c.sentences) < 2 {
		return
	}
	for n, later := range c.sentences[1:] {
		if at := c.g.opens(later); at < 0 || !subjectless(c.g.text, at) {
			continue
		}
		for _, s := range c.sentences[:n+1] {
			if first := c.g.opens(s); first >= 0 && c.g.silent(s+1, later) {
				if size := c.shared(k+1, first+1); size > 0 {
					c.lend(k+1, size, s, later)
					return
				}
			}
		}
	}
}

// shared returns how many words from token i of the claim on are those from token j of
// the article on, up to what is said.
func (c *claim) shared(i, j int) int {
	n := 0
	for i+n < len(c.text.Tokens) && j+n < len(c.g.text.Tokens) && c.text.Tokens[i+n].Norm == c.g.text.Tokens[j+n].Norm && !opensSpeech(c.text.Tokens[i+n].Norm) {
		n++
	}
	return n
}

// lend notes that n words of the claim from token i on are the subject that sentence
// from has and sentence to takes.
func (c *claim) lend(i, n, from, to int) {
	for k := i; k < i+n; k++ {
		c.lent[k] = true
	}
	c.borrower = to
	if actor := c.g.subject(from); actor >= 0 {
		c.cast = append(c.cast, casting{actor: actor, first: i, last: i + n, start: c.text.Tokens[i].Start, carried: true})
	}
}

// opens returns the token of the verb of speech that opens sentence n, or -1.
func (g *Gate) opens(n int) int {
	x := g.text.Sentences[n]
	return opening(g.text, x.First, x.Last)
}

// opening returns the token of the verb of speech that opens tokens first to last of t,
// behind little words and marks, or -1.
func opening(t *arabic.Text, first, last int) int {
	for i := first; i < min(first+titleReach, last); i++ {
		if cue, ok := quotes.CueAt(t, i); ok && cue.Form <= quotes.Imperfect {
			return i
		}
		if w := t.Tokens[i]; w.Kind != arabic.Punct && !isFree(w.Norm) && !joins(w.Norm) {
			return -1
		}
	}
	return -1
}

// subjectless reports whether what follows token i of t, a verb, is no subject: a
// particle, a preposition or a mark.
func subjectless(t *arabic.Text, i int) bool {
	if i+1 >= len(t.Tokens) {
		return false
	}
	w := t.Tokens[i+1]
	return w.Kind == arabic.Punct || opensSpeech(w.Norm) || isFree(w.Norm) || prepositional(w.Norm)
}

// silent reports whether the sentences from first up to last name no subject.
func (g *Gate) silent(first, last int) bool {
	for n := first; n < last; n++ {
		if at := g.opens(n); at < 0 || !subjectless(g.text, at) {
			return false
		}
	}
	return true
}
