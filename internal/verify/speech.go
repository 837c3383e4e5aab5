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
	first, last := tokensOf(c.g.text, q.Span)
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

// castAt returns what the claim names with word i, if it is such as ok says.
func (c *claim) castAt(i int, ok func(casting) bool) bool {
	return slices.ContainsFunc(c.cast, func(m casting) bool { return m.first <= i && i < m.last && ok(m) })
}

// inName reports whether word i of the claim is of the name of an actor, not of a
// noun that only stands for a speaker.
func (c *claim) inName(i int) bool {
	return c.castAt(i, func(m casting) bool { return c.g.actors[m.actor].Kind != "" })
}

// inCast reports whether word i of the claim is of the name of an actor or speaker.
func (c *claim) inCast(i int) bool { return c.castAt(i, func(casting) bool { return true }) }
