package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// stances checks that denials, accusations, claims and the like stay what they
// are, and that the claim has no act of speech that its evidence lacks.
func (c *claim) stances(heard []uttered) {
	acts := map[quotes.Act]bool{}
	spoken := false
	for _, n := range c.sentences {
		x := c.g.text.Sentences[n]
		for j := x.First; j < x.Last; j++ {
			cue, ok := c.g.cue(j)
			if !ok {
				continue
			}
			spoken = true
			acts[cue.Act] = true
			if c.g.named(j) || cue.Form == quotes.Participle && j > 0 && c.g.text.Tokens[j-1].Kind != arabic.Punct && !c.g.circumstance(j) {
				continue // «الدولة مطالبة بالتنسيق»
			}
			if !neutral(cue.Act) && !cue.Weak && cue.Form != quotes.Noun {
				c.stance(cue, j, x, heard)
			} else if !cue.Weak && cue.Form <= quotes.Participle {
				c.unsourced(j, x, heard)
			}
		}
	}
	for _, u := range heard {
		switch {
		case u.Weak:
		case !spoken:
			c.fault(Attribution, c.text.Tokens[u.at].Of(c.text.Source))
		case !neutral(u.Act) && !acts[u.Act]:
			c.fault(stanceReason(u.Act), c.text.Tokens[u.at].Of(c.text.Source))
		}
	}
}

func stanceReason(a quotes.Act) Reason {
	if a == quotes.Deny {
		return Negation
	}
	return Attribution
}

// stance checks that the claim keeps the act of cue, token j of the article,
// when it repeats what follows it in its clause.
func (c *claim) stance(cue quotes.Cue, j int, x arabic.Sentence, heard []uttered) {
	end := j + 1
	for end < x.Last && !c.newCue(end, x) {
		end++
	}
	if n, _, _ := c.retold(j+1, end); n < told || slices.ContainsFunc(heard, func(u uttered) bool { return u.Act == cue.Act }) {
		return
	}
	c.fault(stanceReason(cue.Act), c.g.text.Tokens[j].Of(c.g.text.Source))
}

// unsourced checks that what follows the particle of speech behind cue j of the article
// has a source in the claim, also where nobody is known to say it: «أكد خبراء أن».
func (c *claim) unsourced(j int, x arabic.Sentence, heard []uttered) {
	if strings.Contains(c.text.Source, ":") {
		return
	}
	p := j + 1
	for p < min(x.Last, j+2*titleReach) && !opensSpeech(c.g.text.Tokens[p].Norm) {
		p++
	}
	if p >= x.Last || !opensSpeech(c.g.text.Tokens[p].Norm) {
		return
	}
	end := p + 1
	for end < x.Last && !c.newCue(end, x) && (c.g.text.Tokens[end-1].Kind != arabic.Punct || !joins(c.g.text.Tokens[end].Norm)) {
		end++
	}
	if n, from, _ := c.retold(p+1, end); n > told && !c.covered(from, heard) {
		c.fault(Attribution, c.g.text.Tokens[j].Of(c.g.text.Source))
	}
}

// circumstance reports whether the participle that token i of the article is says what
// somebody does meanwhile: «مؤكدا أن», «مشيرة إلى».
func (g *Gate) circumstance(i int) bool {
	if strings.HasSuffix(g.text.Tokens[i].Norm, "ا") {
		return true
	}
	for k := i + 1; k < min(i+3, len(g.text.Tokens)); k++ {
		if opensSpeech(g.text.Tokens[k].Norm) {
			return true
		}
	}
	return false
}

// newCue reports whether token i of the article, after a comma or with a
// conjunction, begins another act of speech.
func (c *claim) newCue(i int, x arabic.Sentence) bool {
	cue, ok := c.g.cue(i)
	if !ok || i == x.First {
		return false
	}
	prev := c.g.text.Tokens[i-1]
	if cue.Form == quotes.Source {
		return prev.Kind == arabic.Punct
	}
	if cue.Form == quotes.Participle && (prev.Kind == arabic.Punct || c.g.circumstance(i)) {
		return true
	}
	if cue.Weak || cue.Form > quotes.Participle {
		return false
	}
	return prev.Kind == arabic.Punct || joins(prev.Norm) || strings.HasPrefix(c.g.text.Tokens[i].Norm, "و")
}
