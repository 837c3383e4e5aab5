package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// opening adds the adjunct that stands before the verb of the sentence: «في أول
// تعليق رسمي، قال…».
func (f *frame) opening() {
	t := f.s.t.Tokens
	c, _ := f.s.cue(f.first, f.last)
	if c != adjunct && !f.insert(f.first) && f.s.bareNorm(f.first) != "\u0641\u064A" {
		return
	}
	for i := f.first + 2; i < f.last-4 && i < f.first+32; i++ {
		if k, _ := f.s.cue(i, f.last); k == limiting || k == source {
			return
		}
		if !f.outside(i) || !comma(t[i]) {
			continue
		}
		if f.s.marks[i+1]&verb == 0 || f.s.marks[i+1]&nominal != 0 {
			if f.s.preposition(i+1) || f.s.joined[i+1] {
				continue // a further adjunct
			}
			return
		}
		if !f.s.subjectless(i+1, f.last) && (!f.digits(f.first, i) || !f.digits(i, f.last)) {
			f.cuts = append(f.cuts, cut{f.first, i + 1, adjunctCut, costs[adjunctCut]})
		}
		return
	}
}

// purpose reports whether token i is "to" with its verb: «ليكونوا», «لتشمل».
func (f *frame) purpose(i int) bool {
	rest, ok := strings.CutPrefix(f.s.t.Tokens[i].Norm, "\u0644")
	return ok && f.s.marks[i] == 0 && f.s.lex.marks[rest]&present != 0
}

// insert reports whether a phrase set off by commas begins at i that names a
// day or begins with a preposition: an adjunct of the clause around it.
func (f *frame) insert(i int) bool {
	if f.s.day(i) {
		return true
	}
	if f.s.joined[i] || !f.s.preposition(i) {
		return false
	}
	// «شدد الوزير، اليوم، على ضرورة…»: what a verb of saying governs.
	return f.said >= 0 || f.s.marks[f.first]&saying == 0 || f.s.t.Tokens[i].Norm == "\u0641\u064A"
}

// adjunct adds the adjunct that begins at i: up to the next comma, or up to
// the "that" of reported speech.
func (f *frame) adjunct(start, i int) {
	if start == i && !f.complete(i) {
		return
	}
	t := f.s.t.Tokens
	for j := i + 1; j <= f.last; j++ {
		switch {
		case j == f.last || j == f.sourceAt:
			f.addAdjunct(start, j, i)
			return
		case !f.outside(j):
			continue
		case j == f.said:
			f.add(cut{start, j, adjunctCut, costs[adjunctCut]})
			return
		case comma(t[j]) && j+1 < f.last:
			c, _ := f.s.cue(j+1, f.last)
			if f.coordinated(j+1) && !f.s.day(i) {
				if f.s.marks[j+1]&verb != 0 {
					return // a verb or a noun: which, only a reader knows
				}
				continue // perhaps still a part of the adjunct
			}
			if c == none && !f.resumes(j+1) && !f.s.day(i) {
				return // a noun: beside the last one of the adjunct, or what the verb governs
			}
			if c == none && (start == i || f.s.day(i) || f.s.marks[j+1]&(that|verb) != 0) {
				j++ // the comma only closed the adjunct
			}
			f.addAdjunct(start, j, i)
			return
		}
		c, _ := f.s.cue(j, f.last)
		if c == remark || c == tail || c == source {
			f.addAdjunct(start, j, i)
			return
		}
		if c == limiting || f.s.marks[j]&that != 0 && i > f.said && f.said >= 0 && (f.s.joined[j] || strings.HasPrefix(t[j].Norm, waw)) {
			return
		}
	}
}

// resumes reports whether the sentence goes on at token i after an adjunct: with
// a verb, a "that", a preposition or an indefinite object, not with a noun that
// may stand beside the last one.
func (f *frame) resumes(i int) bool {
	t := f.s.t.Tokens[i]
	return f.s.marks[i]&(verb|that|relative) != 0 || f.s.day(i) || f.s.preposition(i) || t.Kind != arabic.Word ||
		f.s.joined[i] || !definite(t) && strings.HasSuffix(t.Norm, "\u0627")
}

// coordinated reports whether a noun with its conjunction stands at i.
func (f *frame) coordinated(i int) bool {
	m, joined := f.s.marks[i], f.s.joined[i]
	if f.s.t.Tokens[i].Norm == waw && i+1 < f.last {
		m, joined = f.s.marks[i+1], true
	}
	return joined && (m&(verb|that) == 0 || m&nominal != 0)
}

// complete reports whether what stands before token i may be whole without it:
// some words have followed the last verb, and no negation governs them.
func (f *frame) complete(i int) bool {
	for j := i - 1; j >= f.first; j-- {
		m := f.s.marks[j]
		switch {
		case m&denying != 0:
			return false
		case m&(that|relative) != 0 || m&verb != 0 && m&nominal == 0:
			return i-j > 3 && !f.denied(j)
		}
	}
	return i-f.first > 4
}

// complemented reports whether the last verb before token i has something beside
// its subject there: a phrase with a preposition, a number, an indefinite object.
// A place does not tell what was said.
func (f *frame) complemented(i int) bool {
	for k := i - 1; k > f.first; k-- {
		t, m := f.s.t.Tokens[k], f.s.marks[k]
		if t.Kind == arabic.Digits || !definite(t) && len(t.Norm) > 6 && strings.HasSuffix(t.Norm, "\u0627") && m == 0 {
			return true
		}
		if f.s.preposition(k) && (t.Norm != "\u0641\u064A" || f.said >= 0 || f.s.marks[f.first]&saying == 0) {
			return true
		}
		if m&that != 0 || m&verb != 0 && m&nominal == 0 {
			return m&that != 0 && k < i-3
		}
	}
	return false
}

// denied reports whether a negation stands before the verb at j.
func (f *frame) denied(j int) bool {
	return j > f.first && f.s.marks[j-1]&denying != 0
}

// addAdjunct adds an adjunct unless it dates or measures a figure that stands
// before it.
func (f *frame) addAdjunct(start, end, i int) {
	c, _ := f.s.cue(i, f.last)
	figure := f.digits(f.first, start)
	if figure && (c == scope || c == none && !strings.HasPrefix(f.s.t.Tokens[i].Norm, "\u0628") && !f.purpose(i) && f.digits(i, end)) {
		return
	}
	atEnd := !comma(f.s.t.Tokens[end-1]) // no comma closes it: it may hold more than an adjunct
	if f.s.day(i) && end-i > 5 || start == i && atEnd && !figure && f.digits(i, end) {
		return // more than a day; the figure that the sentence is about
	}
	if (start == i && atEnd || c == none && !f.s.day(i) && end != f.said) && !f.complemented(i) {
		return // perhaps what the verb governs: «قضت المحكمة، بالسجن…»
	}
	f.add(cut{start, end, adjunctCut, costs[adjunctCut]})
}

func (f *frame) digits(first, last int) bool {
	for j := first; j < last; j++ {
		if f.s.t.Tokens[j].Kind == arabic.Digits {
			return true
		}
	}
	return false
}
