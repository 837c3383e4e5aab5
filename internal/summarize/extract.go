package summarize

import (
	"math"
	"slices"
	"strings"
)

// An extract, more than mostBullets bullets, is read instead of the article, so
// its sentences stay whole and keep the order and the weight of the article's
// opening. The numbers are tuned by cross-validation on EASC.
const (
	mostBullets = 8    // more than that is an extract
	extractFade = 0.02 // what each later sentence is worth less
	extractEcho = 0.5  // what is left of the worth of a word told before
	extractLong = 0.9  // how much the length of a sentence counts against it
	leastFill   = 8    // words that must be left to fill with a part of a sentence
)

// extract picks at most n whole lines in at most budget words.
func (s *story) extract(lines []line, n, budget int) []candidate {
	var list []candidate
	for k := range lines {
		l := &lines[k]
		if s.heading(l) {
			continue
		}
		whole := s.wholeRun(l)
		c := candidate{order: k, own: whole, runs: []run{whole}, bare: 1}
		if c.words = s.newFrame(whole.first, whole.last).length(); whole.last-whole.first > mostTokens {
			c.words = len(strings.Fields(s.t.Cover(whole.first, whole.last).Of(s.t.Source)))
		}
		list = append(list, c)
	}
	told := make([]uint8, len(s.weight))
	used := make([]bool, len(list))
	var chosen []candidate
	left := budget
	take := func(c candidate) {
		chosen = append(chosen, c)
		left -= c.words
		s.tell(&c, told, 1)
	}
	for len(chosen) < n {
		best := s.next(list, used, told, left)
		if best < 0 {
			break
		}
		used[best] = true
		take(list[best])
	}
	for k := 0; k < len(list) && len(chosen) < n && left >= leastFill; k++ {
		if used[k] {
			continue
		}
		l := &lines[list[k].order]
		f := s.newFrame(l.first, l.last)
		if shapes := f.shapes(left); f.balanced && len(shapes) > 0 {
			c := shapes[len(shapes)-1]
			c.order = list[k].order
			take(c)
		}
	}
	slices.SortFunc(chosen, func(a, b candidate) int { return a.order - b.order })
	return chosen
}

// wholeRun returns the tokens of l without its end marks.
func (s *story) wholeRun(l *line) run {
	if l.last-l.first <= mostTokens {
		f := s.newFrame(l.first, l.last)
		return run{f.first, f.last}
	}
	r := run{l.first, l.last}
	for r.last > r.first && endMark(s.t.Tokens[r.last-1]) {
		r.last--
	}
	return r
}

// next returns the line that adds most for its length in at most left words, or -1.
func (s *story) next(list []candidate, used []bool, told []uint8, left int) int {
	best, most := -1, math.Inf(-1)
	for k := range list {
		c := &list[k]
		if used[k] || c.words > left {
			continue
		}
		v := 0.0
		for i := c.runs[0].first; i < c.runs[0].last; i++ {
			id := s.stem[i]
			if id < 0 {
				continue
			}
			w := s.weight[id]
			for range min(told[id], 6) {
				w *= extractEcho
			}
			v += w
			told[id]++
		}
		s.tell(c, told, ^uint8(0))
		v = v/math.Pow(float64(c.words), extractLong) - extractFade*float64(k)
		if v > most {
			best, most = k, v
		}
	}
	return best
}

// length returns how many words the whole of f has.
func (f *frame) length() int {
	x := shaper{f: f}
	x.sum()
	return x.words[f.last-f.first]
}

// heading reports whether l is a line without a verb and an end mark.
func (s *story) heading(l *line) bool {
	return !endMark(s.t.Tokens[l.last-1]) && s.verbs(l.first, l.last) == 0 && l.last-l.first < 10
}
