package summarize

import "mujaz/internal/arabic"

// frames returns line l whole, and its clauses that stand alone.
func (s *story) frames(l *line) []*frame {
	whole := s.newFrame(l.first, l.last)
	list := []*frame{whole}
	if !whole.balanced || whole.said >= 0 || whole.sourceAt < whole.last {
		return list
	}
	starts := []int{}
	for i := whole.first + 4; i < whole.last-4; i++ {
		if s.attributed(whole, i) {
			break // what follows may be a part of what is said
		}
		if !whole.outside(i) {
			continue
		}
		if j := s.clause(whole, i); j > 0 {
			starts = append(starts, j)
			i = j
		}
	}
	for _, j := range starts {
		list = append(list, whole.part(j))
	}
	return list
}

// clause returns the first token of the sentence that token i of f ties to the
// one before it, «، وبلغ عدد…», «فيما أبدى الفريق…», or 0. The verb must have its
// own subject beside it.
func (s *story) clause(f *frame, i int) int {
	t := s.t.Tokens
	j := i
	if c, n := s.cue(i, f.last); c == tail && n == 1 || (c == scope || c == adjunct) && s.when(i) > 0 {
		j = i + max(1, s.when(i))
		if j < f.last && t[j].Norm == "\u0642\u062F" {
			j++
		}
	} else if !comma(t[i-1]) || !s.joined[i] {
		return 0
	}
	if j+3 >= f.last || s.marks[j]&verb == 0 || s.marks[j]&nominal != 0 || s.subjectless(j, f.last) {
		return 0
	}
	if t[j+1].Kind == arabic.Digits || s.marks[j+1]&open != 0 {
		return 0 // «كانت نحو 40 طنا»
	}
	if definite(t[j+1]) || s.actor[j+1] || s.when(i) > 0 {
		return j
	}
	return 0
}

// second adds what a speaker says after the first statement, «قال فلان إن… وإن…»,
// as a telling of its own: the verb, the speaker and the later statement.
func (s *story) second(list []candidate, f *frame, l *line, sp *speaker, limit int) []candidate {
	if f.said < 0 || !f.balanced || f.first != l.first {
		return list
	}
	for i := f.said + 4; i < f.last-4; i++ {
		if !f.outside(i) || s.marks[i]&that == 0 || !s.joined[i] && s.t.Tokens[i-1].Norm != waw {
			continue
		}
		g := *f
		g.preset = run{f.said, i}
		room := limit
		if sp != nil {
			room -= sp.last - sp.first
		}
		for _, c := range g.shapes(room) {
			if c.words < 6 || len(c.runs) < 2 || c.runs[1].first != i {
				continue
			}
			c.order, c.bare, c.own = l.order, 2, run{i, f.last}
			c.penalty += l.penalty
			if sp != nil {
				c.subject = sp
				c.words += sp.last - sp.first
			} else if l.bare {
				c.penalty += 2
			}
			list = append(list, c)
		}
		break
	}
	return list
}

// when returns the number of tokens of «بعدما», «عندما», «بعد أن» at i, which a
// sentence in the past follows, or 0.
func (s *story) when(i int) int {
	switch s.t.Tokens[i].Norm {
	case "\u0628\u0639\u062F\u0645\u0627", "\u0639\u0646\u062F\u0645\u0627", "\u062D\u064A\u0646\u0645\u0627": // بعدما عندما حينما
		if i+1 < len(s.marks) && s.marks[i+1]&present == 0 {
			return 1
		}
	case "\u0628\u0639\u062F": // بعد
		if i+2 < len(s.marks) && s.marks[i+1]&that != 0 && s.marks[i+2]&present == 0 {
			return 2
		}
	}
	return 0
}
