package verify

import (
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// titleReach is how many words of an office may stand before a name.
const titleReach = 6

// roles checks that an office before or after a name in the claim is the
// office that the article gives that name.
func (c *claim) roles() {
	for _, m := range c.cast {
		if kind := c.g.actors[m.actor].Kind; kind != news.Person || m.role {
			if k := m.first - 1; kind != "" && !m.role && k >= 0 && c.holder(k) && !conjoined(c.text.Tokens[m.first].Norm) && len(c.repeats(k, m.last)) == 0 {
				c.fault(Role, c.words(k, m.last)) // «قال الوزير البرلمان»
			}
			continue
		}
		if head, ok := c.office(m); ok && len(c.repeats(head, m.last)) == 0 && !c.bears(m.actor, head, m.first) {
			c.fault(Role, c.words(head, m.last))
		}
		if head, end := c.officeAfter(m); head < end && len(c.repeats(m.first, end)) == 0 && !c.bears(m.actor, head, end) {
			c.fault(Role, c.words(m.first, end))
		}
	}
}

// holder reports whether word i of the claim is a definite noun for somebody who holds an
// office, behind which no body or place stands.
func (c *claim) holder(i int) bool {
	w := c.text.Tokens[i]
	definite := arabic.IsDefinite(w.Norm)
	return w.Kind == arabic.Word && definite && quotes.IsPerson(w.Norm)
}

// office returns the word of the claim that heads the office right before m.
func (c *claim) office(m casting) (int, bool) {
	for i := m.first - 1; i >= 0 && i >= m.first-titleReach; i-- {
		w := c.text.Tokens[i]
		if w.Kind == arabic.Word && !isFree(w.Norm) && quotes.IsPerson(w.Norm) {
			return i, true
		}
		if w.Kind == arabic.Punct && w.Norm != "،" || opensSpeech(w.Norm) || c.inCast(i) && c.personAt(i) || i < m.first-1 && isFree(w.Norm) && w.Norm != "باسم" {
			return 0, false
		}
		if _, ok := c.cue(i); ok {
			return 0, false
		}
	}
	return 0, false
}

// officeAfter returns the words of the claim that are the office behind the name m, after
// a comma: «رامي حداد، محامي شاهين».
func (c *claim) officeAfter(m casting) (head, end int) {
	head = m.last + 1
	if head >= len(c.text.Tokens) || c.text.Tokens[m.last].Norm != "،" || !quotes.IsPerson(c.text.Tokens[head].Norm) || conjoined(c.text.Tokens[head].Norm) {
		return 0, 0
	}
	for end = head; end < len(c.text.Tokens) && end-head < titleReach && !isMark(c.text.Tokens[end]); end++ {
		continue
	}
	return head, end
}

func (c *claim) personAt(i int) bool {
	return c.castAt(i, func(m casting) bool { return !m.role && c.g.actors[m.actor].Kind == news.Person })
}

// bears reports whether the article gives actor the office of the claim's
// tokens head to end: as its role, or next to one of its names.
func (c *claim) bears(actor, head, end int) bool {
	var want []string
	for i := head; i < end; i++ {
		if w := c.text.Tokens[i]; w.Kind == arabic.Word && !isFree(w.Norm) {
			want = append(want, stem(w.Norm))
		}
	}
	a := c.g.actors[actor]
	have := map[string]bool{}
	for _, w := range arabic.Read(a.Role).Tokens {
		have[key(w)] = true
	}
	if containsAll(have, want) {
		return true
	}
	return slices.ContainsFunc(a.Mentions, func(s news.Span) bool { return containsAll(c.beside(s), want) })
}

func containsAll(have map[string]bool, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !have[w] })
}

// beside returns the words of the article next to mention s, on each side up to
// another person's name or a mark that ends the phrase.
func (c *claim) beside(s news.Span) map[string]bool {
	t := c.g.text
	first, last := t.Touched(s)
	have := map[string]bool{}
	for i := first - 1; i >= 0 && i >= first-titleReach-2 && !c.stops(i); i-- {
		have[c.g.stem(i)] = true
	}
	for i := last; i < len(t.Tokens) && i < last+titleReach+2 && !c.stops(i) && (i == last || !isMark(t.Tokens[i])) && !conjoined(t.Tokens[i].Norm); i++ {
		have[c.g.stem(i)] = true
	}
	return have
}

// stops reports whether token i of the article is part of a person's name, or a
// full stop.
func (c *claim) stops(i int) bool {
	w := c.g.text.Tokens[i]
	if w.Norm == "." || w.Norm == "؛" {
		return true
	}
	return slices.ContainsFunc(c.g.actors, func(a news.Actor) bool {
		return a.Kind == news.Person && slices.ContainsFunc(a.Mentions, w.Overlaps)
	})
}
