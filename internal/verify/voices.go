package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// sameSpeaker reports whether two speakers are one: the same name, one part of
// the other, or a noun and a name that share a word.
func (c *claim) sameSpeaker(a, b string) bool {
	if a == b || sameName(a, b) {
		return true
	}
	if c.person(a) && c.person(b) || anonymous(b) && !anonymous(a) {
		return false
	}
	return c.shares(a, b) || c.shares(b, a)
}

// relayed reports whether somebody passes on what q holds: «نقلت الوكالة عنه قوله».
func (g *Gate) relayed(q news.Quote) bool {
	first, relays := g.text.Sentences[g.text.SentenceAt(q.Start)].First, false
	for i := first; i < g.text.At(q.Start); i++ {
		cue, _ := g.cue(i)
		relays = relays || cue.Act == "relay"
		if w := g.text.Tokens[i].Norm; relays && (ofPronoun(w) == "عن" || standing(w) == "عن") {
			return true
		}
	}
	return false
}

// anonymous reports whether a speaker is told by what it is to somebody else: «مصدر من
// المجلس» is not the council.
func anonymous(s string) bool {
	head, rest, _ := strings.Cut(arabic.Key(s), " ")
	return !definite(head) && quotes.IsPerson(head) && standing(strings.SplitN(rest, " ", 2)[0]) != ""
}

// goesOn reports whether the claim's verb before m has its subject from the clause before
// («زار الوزير المدينة، وقال إن»), and that is who says q.
func (c *claim) goesOn(m, q news.Quote) bool {
	i := c.text.At(m.Start)
	if i < 2 || !opensSpeech(c.text.Tokens[i-1].Norm) && !opensSpeech(c.text.Tokens[i].Norm) || len(c.cast) == 0 {
		return false
	}
	first := c.cast[0]
	for _, o := range c.cast {
		if o.first < first.first {
			first = o
		}
	}
	k := c.g.actorNamed(q.Speaker)
	return k >= 0 && c.g.twins[k] == c.g.twins[first.actor]
}

// speaker reports whether the actor of that name is the subject of the verb that opens
// the sentence of q.
func (g *Gate) speaker(name string, q news.Quote) bool {
	n := g.text.SentenceAt(q.Start)
	k := g.subject(n)
	if k < 0 || g.relayed(q) || !g.meanwhile(q) && slices.ContainsFunc(g.facts.Quotes, func(x news.Quote) bool {
		return x.Start < q.Start && x.Speaker == g.actors[k].Name && g.text.SentenceAt(x.Start) == n
	}) { // it speaks before another does
		return false
	}
	return (g.actors[k].Name == name || slices.Contains(g.actors[k].Aliases, name) || sameName(g.actors[k].Name, name))
}

// meanwhile reports whether a participle introduces q and no verb of speech stands between
// it and the verb that opens the sentence: their subject is one.
func (g *Gate) meanwhile(q news.Quote) bool {
	first := g.text.Sentences[g.text.SentenceAt(q.Start)].First
	led := false
	for i := g.text.At(q.Start) - 1; i > first; i-- {
		cue, ok := g.cue(i)
		switch {
		case !ok || cue.Form > quotes.Participle || cue.Weak && cue.Form < quotes.Participle:
		case cue.Form == quotes.Participle:
			led = true
		default:
			return led && g.opens(g.text.SentenceAt(q.Start)) == i
		}
	}
	return led
}

// person reports whether a speaker is a person of the article by name.
func (c *claim) person(s string) bool {
	k := c.g.actorNamed(s)
	return k >= 0 && c.g.actors[k].Kind == news.Person
}

// introduces reports whether the noun that the claim gives as speaker is the one
// that introduces q in the article: «البيان» where the statement's author is known
// from before. Nobody else speaks between the noun and q.
func (c *claim) introduces(noun string, q news.Quote) bool {
	if k := c.g.actorNamed(noun); k >= 0 && c.g.actors[k].Kind != "" {
		return false
	}
	words := coresOf(noun)
	if len(words) == 0 {
		return false
	}
	t := c.g.text
	s := t.Sentences[t.SentenceAt(q.Start)]
	if c.g.relayed(q) {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		at := t.Tokens[i].Start
		if strings.HasPrefix(t.Tokens[i].Norm, "لل") || i > 0 && (standing(t.Tokens[i-1].Norm) == "الي" || standing(t.Tokens[i-1].Norm) == "من") { // who is spoken to, whose the speaker is
			continue
		}
		if arabic.Core(t.Tokens[i].Norm) != words[0] || q.Start <= at && at < q.End || at >= q.End && !c.follows(i, q) {
			continue
		}
		between := false
		for _, x := range c.g.facts.Quotes {
			between = between || x.Start > at && x.End <= q.Start && x.Speaker != q.Speaker
		}
		if !between {
			return true
		}
	}
	return false
}

// follows reports whether token i of the article names the source of what q holds
// after it: «…، بحسب البيان», «…»، قال المدير».
func (c *claim) follows(i int, q news.Quote) bool {
	t := c.g.text
	for k := i - 1; k > i-4 && k >= 0 && t.Tokens[k].Start >= q.End; k-- {
		if cue, ok := quotes.CueAt(t, k); ok && (cue.Form == quotes.Source || q.Kind == news.Direct) {
			return true
		}
	}
	return false
}

// shares reports whether a word of speaker a, other than a free one, is in
// speaker b, or in the role or an alias of the actor b.
func (c *claim) shares(a, b string) bool {
	have := map[string]bool{}
	for _, w := range coresOf(b) {
		have[w] = true
	}
	for _, x := range c.g.actors {
		if x.Name != b {
			continue
		}
		for _, s := range append([]string{x.Role}, x.Aliases...) {
			for _, w := range coresOf(s) {
				have[w] = true
			}
		}
	}
	for _, w := range arabic.Read(a).Tokens {
		if w.Kind != arabic.Punct && !isFree(w.Norm) && have[arabic.Core(w.Norm)] {
			return true
		}
	}
	return false
}
