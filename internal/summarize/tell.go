package summarize

import "strings"

// candidates returns every way in which the lines can be told.
func (s *story) candidates(lines []line, limit int) []candidate {
	speakers := s.speakers(lines)
	var list []candidate
	for k := range lines {
		l := &lines[k]
		if l.unfit || l.bare && s.marks[l.first]&saying != 0 && speakers[k] == nil && k > 0 {
			continue
		}
		for _, f := range s.frames(l) {
			list = s.tellings(list, f, l, speakers[k], limit)
			list = s.second(list, f, l, speakers[k], limit)
		}
	}
	return s.joins(list, lines, limit)
}

// joins adds pairs of neighboring sentences told as one, «أعلنت الوزارة…، وأضافت
// أن…»: the second begins with its conjunction, so that its verb may lean on the
// subject of the first.
func (s *story) joins(list []candidate, lines []line, limit int) []candidate {
	n := len(list)
	for k := range lines[:max(0, len(lines)-1)] {
		a, b := &lines[k], &lines[k+1]
		if b.sentence != a.sentence+1 || a.unfit || b.unfit || !s.joined[b.first] || s.marks[b.first]&verb == 0 {
			continue
		}
		for _, x := range list[:n] {
			if x.order != a.order || x.own.first != a.first || x.own.last < a.last-2 || x.bare != 1 || x.words > limit-8 {
				continue
			}
			f := s.newFrame(b.first, b.last)
			if !f.balanced {
				continue
			}
			for _, y := range f.shapes(limit - x.words) {
				if y.words < 5 {
					continue
				}
				c := x
				c.own.last = b.last
				c.runs = append(x.runs[:len(x.runs):len(x.runs)], y.runs...)
				c.seam = len(x.runs)
				c.words += y.words
				c.penalty += y.penalty + b.penalty + 0.3
				list = append(list, c)
			}
		}
	}
	return list
}

// tellings adds the shapes of frame f, a part of line l.
func (s *story) tellings(list []candidate, f *frame, l *line, sp *speaker, limit int) []candidate {
	if !f.balanced {
		return list
	}
	whole := f.first == l.first
	room := limit
	if sp != nil && whole {
		room -= sp.last - sp.first
	}
	shapes := f.shapes(room)
	if len(shapes) == 0 && l.order == 0 && room == limit {
		shapes = f.shapes(longestEver)
	}
	for _, c := range shapes {
		if c.words < 6 {
			continue
		}
		c.order = l.order
		c.penalty += l.penalty
		if whole && sp != nil {
			c.subject = sp
			c.words += sp.last - sp.first
		} else if whole && l.bare {
			c.penalty += 2
		}
		list = append(list, c)
	}
	return list
}

// frames returns line l whole, and its clauses that stand alone.
func (s *story) frames(l *line) []*frame {
	whole := s.newFrame(l.first, l.last)
	list := []*frame{whole}
	if !whole.balanced || whole.said >= 0 || whole.sourceAt < whole.last {
		return list
	}
	starts := []int{}
	for i := whole.first + 4; i < whole.last-4; i++ {
		if !whole.outside(i) {
			continue
		}
		if j := s.clause(whole, i); j > 0 {
			starts = append(starts, j)
			i = j
		}
	}
	for _, j := range starts {
		list = append(list, s.newFrame(j, whole.last))
	}
	return list
}

// clause returns the first token of the sentence that token i of f ties to the
// one before it, «، وبلغ عدد…», «فيما أبدى الفريق…», or 0. The verb must have its
// own subject beside it.
func (s *story) clause(f *frame, i int) int {
	t := s.t.Tokens
	j := i
	if c, n := s.cue(i, f.last); c == tail && n == 1 {
		j = i + 1
		if j < f.last && t[j].Norm == "\u0642\u062F" {
			j++
		}
	} else if !comma(t[i-1]) || !s.joined[i] {
		return 0
	}
	if j+3 >= f.last || s.marks[j]&verb == 0 || s.marks[j]&nominal != 0 || s.subjectless(j, f.last) {
		return 0
	}
	next := t[j+1]
	if len(next.Norm) >= 6 && next.Norm[:4] == "\u0627\u0644" || s.parts(j+2) || s.held[j+1] != 0 {
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
		if !f.outside(i) || s.marks[i]&that == 0 || !strings.HasPrefix(s.t.Tokens[i].Norm, waw) && !(s.t.Tokens[i-1].Norm == waw) {
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
