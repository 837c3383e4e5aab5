package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// neutral reports whether an act of speech takes no stance: "said", "announced",
// "added" may stand for each other.
func neutral(a quotes.Act) bool {
	switch a {
	case quotes.Claim, quotes.Accuse, quotes.Deny, "admit", "warn", "demand", "promise", "ask":
		return false
	default:
		return true
	}
}

// judges reports whether a cue says with what feeling somebody speaks, so that it stands
// for itself alone: «انتقد», «ندد», «هنأ».
func judges(c quotes.Cue) bool {
	return c.Act == "offer" || c.Act == "opine" && c.Verb != "اعتبر" && c.Verb != "راي"
}

// told is how many words of what somebody says a claim must repeat before it
// owes the speaker: one may be a name that the statement shares with others.
const told = 2

// speech checks that what the evidence attributes stays attributed, to the same
// speaker and with the same stance, and that nothing else is.
func (c *claim) speech() {
	heard := c.cues()
	mine := c.myQuotes(len(heard) > 0)
	if len(mine) == 0 {
		heard = slices.DeleteFunc(heard, func(u uttered) bool { return u.Weak && u.Form != quotes.Source })
	}
	for _, q := range c.g.facts.Quotes {
		if c.holds(q.Span) {
			c.attributed(q, heard, mine)
		}
	}
	c.stances(heard)
}

// uttered is a cue of speech of the claim.
type uttered struct {
	quotes.Cue
	at int
}

// cues returns the cues of speech of the claim. A weak one counts where it
// repeats a cue, or where what is said follows it.
func (c *claim) cues() []uttered {
	var list []uttered
	for i := range c.text.Tokens {
		cue, ok := c.cue(i)
		if ok {
			list = append(list, uttered{cue, i})
		}
	}
	return list
}

func (c *claim) myQuotes(speech bool) []news.Quote {
	if !speech && !strings.Contains(c.text.Source, ":") {
		return nil
	}
	return quotes.Find(c.text, c.speakers())
}

// attributed checks one statement of the article: when the claim repeats it, it
// says who makes it.
func (c *claim) attributed(q news.Quote, heard []uttered, mine []news.Quote) {
	first, last := c.g.text.Touched(q.Span)
	n, from, at := c.retold(first, last)
	if n < told {
		return
	}
	if c.introduced(q, first) || c.borrower >= 0 && c.borrower == c.g.text.SentenceAt(q.Start) {
		return
	}
	if !c.speakerFirst(q) && !c.covered(from, heard) {
		c.fault(Attribution, q.Speaker)
		return
	}
	other := c.spoken(q, heard, from)
	for _, m := range mine {
		if m.Speaker == "" || q.Speaker == "" || c.text.Tokens[at].Start < m.Start || m.End <= c.text.Tokens[at].Start {
			continue
		}
		if c.sameSpeaker(m.Speaker, q.Speaker) || c.within(q, m.Speaker) || c.introduces(m.Speaker, q) || c.g.speaker(m.Speaker, q) || c.goesOn(m, q) {
			return
		}
		other = m.Speaker
	}
	if other != "" {
		c.fault(Attribution, other)
	}
}

// retold returns how many words of the claim, names aside, repeat tokens first to last of
// the article, and the first and the last of them.
func (c *claim) retold(first, last int) (n, from, at int) {
	for i, j := range c.source {
		if first <= j && j < last && !c.inName(i) && !isFree(c.text.Tokens[i].Norm) {
			if n++; n == 1 {
				from = i
			}
			at = i
		}
	}
	return n, from, at
}

// within reports whether q is part of what that speaker says in the article.
func (c *claim) within(q news.Quote, speaker string) bool {
	return slices.ContainsFunc(c.g.facts.Quotes, func(x news.Quote) bool {
		return x.Contains(q.Span) && x.Len() > q.Len() && c.sameSpeaker(speaker, x.Speaker)
	})
}

// covered reports whether a cue of the claim may give what begins at word from to its
// speaker: one before it, a source, or a verb after it behind a mark, with its subject.
func (c *claim) covered(from int, heard []uttered) bool {
	return slices.ContainsFunc(heard, func(u uttered) bool {
		switch {
		case u.Form == quotes.Source:
			return !c.pronominal(u) || c.somebodyBefore(u.at) || slices.ContainsFunc(heard, func(o uttered) bool { return o.at < u.at && o.Form <= quotes.Participle })
		case u.at <= from:
			return c.clause[u.at] == c.clause[from] || !c.bluntly(from)
		}
		return u.Form < quotes.Participle && c.text.Tokens[u.at-1].Kind == arabic.Punct && !conjoined(c.text.Tokens[u.at].Norm) && c.somebody(u.at+1)
	})
}

// pronominal reports whether source u of the claim says by a pronoun alone whose words
// they are: «حسب قوله», «على حد تعبيرها».
func (c *claim) pronominal(u uttered) bool {
	next := u.at + 1
	if u.Object || next == len(c.text.Tokens) {
		return u.Object
	}
	w := c.text.Tokens[next]
	word := w.Of(c.text.Source) // folded, «هيئة» would end as «قوله» does
	return !definite(w.Norm) && (strings.HasSuffix(word, "ه") || strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم"))
}

// somebodyBefore reports whether the claim names a person or body before word i.
func (c *claim) somebodyBefore(i int) bool {
	for k := range i {
		if c.somebody(k) {
			return true
		}
	}
	return false
}

// spoken returns the name that the claim has behind the cue before word from, when it is
// that of another actor than the one who says q in the article, or "".
func (c *claim) spoken(q news.Quote, heard []uttered, from int) string {
	k := c.g.actorNamed(q.Speaker)
	if k < 0 || c.g.actors[k].Kind == "" {
		return ""
	}
	for _, u := range slices.Backward(heard) {
		if u.at > from || u.Form > quotes.Imperfect {
			continue
		}
		for i := u.at + 1; i < min(from, u.at+2*titleReach) && !opensSpeech(c.text.Tokens[i].Norm); i++ {
			for _, m := range c.cast {
				if m.first != i || m.role || m.carried || c.g.actors[m.actor].Kind == "" {
					continue
				}
				if name := c.g.actors[m.actor].Name; c.g.twins[m.actor] != c.g.twins[k] && c.g.actors[m.actor].Kind == news.Person && c.g.actors[k].Kind == news.Person && !c.sameSpeaker(name, q.Speaker) && !c.g.speaker(name, q) {
					return name
				}
			}
		}
		return ""
	}
	return ""
}

// bluntly reports whether the clause of word i of the claim begins after a mark with no
// conjunction and no particle of speech: it is said by nobody.
func (c *claim) bluntly(i int) bool {
	k := i
	for k > 0 && c.clause[k-1] == c.clause[i] {
		k--
	}
	for k < i && c.text.Tokens[k].Kind == arabic.Punct {
		k++
	}
	if k == 0 || slices.ContainsFunc(c.text.Tokens[k:i], func(w arabic.Token) bool { return opensSpeech(w.Norm) }) { // «قال الوزير، سالم حداد، إن»
		return false
	}
	w := c.text.Tokens[k].Norm
	return !conjoined(w) && !joins(w) && !opensSpeech(w) && !prepositional(w) && !isFree(w)
}

// introduced reports whether the claim repeats the very words that introduce q in
// the article, from the cue of speech to its first word, and puts none between:
// whoever speaks there speaks here.
func (c *claim) introduced(q news.Quote, first int) bool {
	t := c.g.text
	begin := t.Sentences[t.SentenceAt(q.Start)].First
	for j := first - 1; j >= begin; j-- {
		if !c.g.speaks(j) {
			if w := t.Tokens[j]; w.Kind != arabic.Punct && !isFree(w.Norm) && !c.uses(j) {
				return false
			}
			continue
		}
		at := slices.Index(c.source, j)
		if at < 0 {
			return false
		}
		for i := at + 1; i < len(c.source) && (c.source[i] < first || q.End <= t.Tokens[c.source[i]].Start); i++ {
			w := c.text.Tokens[i]
			if w.Kind != arabic.Punct && !isFree(w.Norm) && (c.source[i] <= j || c.source[i] > first || c.moved[i]) {
				return false
			}
		}
		return true
	}
	return false
}

// speakerFirst reports whether the claim has the form «Speaker: what is said».
func (c *claim) speakerFirst(q news.Quote) bool {
	before, _, ok := strings.Cut(c.text.Source, ":")
	if !ok {
		return false
	}
	said := coresOf(before)
	return slices.ContainsFunc(coresOf(q.Speaker), func(core string) bool { return slices.Contains(said, core) })
}
