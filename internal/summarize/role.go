package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// entitled returns the lone noun at token i that only says what somebody is, «الوزير»,
// «البنك», and what may stand for it: the first full name, with its office, of the one
// actor named before whom it can mean.
func (s *story) entitled(before []candidate, i int) (run, []run) {
	if i+1 >= len(s.t.Tokens) || !s.lone(i) {
		return run{}, nil
	}
	a := s.bearer(i)
	if a == nil || slices.ContainsFunc(a.Mentions, func(m news.Span) bool { return holds(before, s.t.At(m.Start)) }) {
		return run{}, nil
	}
	full, ok := s.firstFull(a, i)
	if !ok || full.last-full.first > longestIntroduction {
		return run{}, nil
	}
	if a.Kind == news.Person {
		return run{i, i + 1}, []run{s.withOffice(a, full), full}
	}
	return run{i, i + 1}, []run{full}
}

// lone reports whether the noun at token i has the article and nothing that goes on
// with it.
func (s *story) lone(i int) bool {
	t := s.t.Tokens
	if !plainNoun(t[i]) || s.person[i] || s.marks[i] != 0 && s.marks[i]&nominal == 0 || s.held[i] != 0 && s.held[i] == s.held[i+1] {
		return false
	}
	next := t[i+1]
	c, _ := s.cue(i+1, len(t))
	return next.Kind == arabic.Punct && arabic.Closer(next.Norm) == "" || s.marks[i+1]&that != 0 || c != none || s.day(i+1) || s.preposition(i+1) && !s.actor[i+1]
}

// bearer returns the one actor named before token i whose office or name begins with
// the noun there, or nil. Where somebody speaks in the sentence it must be him.
func (s *story) bearer(i int) *news.Actor {
	noun, _ := arabic.Bare(s.t.Tokens[i].Norm)
	sentence := s.t.Sentences[s.t.SentenceAt(s.t.Tokens[i].Start)]
	speaker := ""
	for _, q := range s.facts.Quotes {
		if sentence.Overlaps(q.Span) && q.Speaker != "" {
			if speaker != "" && speaker != q.Speaker {
				return nil
			}
			speaker = q.Speaker
		}
	}
	var found *news.Actor
	for k := range s.facts.Actors {
		a := &s.facts.Actors[k]
		if len(a.Mentions) == 0 || a.Mentions[0].Start >= s.t.Tokens[i].Start {
			continue
		}
		if !begins(a.Role, noun) && (a.Kind != news.Organization || !begins(a.Name, noun)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	if found != nil && speaker != "" && found.Name != speaker && arabic.Key(speaker) != s.t.Tokens[i].Norm {
		return nil
	}
	return found
}

// begins reports whether name has more than one word and the first is noun, with the
// article or without.
func begins(name, noun string) bool {
	first, _, more := strings.Cut(arabic.Key(name), " ")
	bare, _ := arabic.Bare(first)
	return more && bare == noun
}

// firstFull returns the first mention of a before token i that has all the words of its
// name.
func (s *story) firstFull(a *news.Actor, i int) (run, bool) {
	words := len(strings.Fields(a.Name))
	for _, m := range a.Mentions {
		full := s.run(m)
		if full.first < i && s.t.Tokens[full.first].Start == m.Start && full.last-full.first >= words {
			return full, true
		}
	}
	return run{}, false
}
