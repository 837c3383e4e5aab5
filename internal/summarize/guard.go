package summarize

import "mujaz/internal/arabic"

// describes reports whether the verb at i describes the indefinite noun before
// it and is not the verb of the sentence: another verb stands before both, in
// the same clause.
func (f *frame) describes(i int) bool {
	t := f.s.t.Tokens
	m := f.s.marks[i]
	if m&doing == 0 || m&nominal != 0 || f.s.joined[i] || t[i-1].Kind != arabic.Word || definite(t[i-1]) || f.s.held[i-1] != 0 {
		return false
	}
	if i-2 > f.first && f.s.preposition(i-2) {
		return false // «على أهداف قرب المدينة»: alone it says too little
	}
	if f.s.marks[i-1]&^(nominal|doing|saying|ownWaw) != 0 || f.s.marks[i-1]&verb != 0 && f.s.marks[i-1]&nominal == 0 {
		return false
	}
	for j := i - 2; j >= f.first; j-- {
		k := f.s.marks[j]
		if k&verb != 0 && k&nominal == 0 || j == f.first && k&verb != 0 {
			return i-j > 3 && !f.denied(j)
		}
		if c, _ := f.s.cue(j, f.last); c == tail || c == limiting || k&(that|relative|denying) != 0 || comma(t[j]) {
			return false
		}
	}
	return false
}

// counted reports whether a number, «بين» or «كل من» before token i tells how
// many things are named, so that none of them may go.
func (f *frame) counted(i int) bool {
	for j := f.first; j < i; j++ {
		t := f.s.t.Tokens[j]
		if t.Kind == arabic.Digits || t.Norm == "\u0628\u064A\u0646" || t.Norm == "\u0643\u0644" || t.Norm == "\u0647\u0645" { // بين كل هم
			return true
		}
	}
	return false
}

// add keeps a cut that leaves grammar and truth whole: what stands before it
// can end there, no fact and no quotation is parted, and nothing that limits
// the rest goes with it.
func (f *frame) add(c cut) {
	if c.last-c.first < 1 || c.first <= f.first || c.last > f.last {
		return
	}
	t := f.s.t.Tokens
	before := c.first - 1
	if comma(t[before]) {
		before--
	}
	if before < f.first || f.s.marks[before]&(open|that) != 0 || t[before].Norm == waw {
		return
	}
	if k, _ := f.s.cue(before, f.last); k != none && k != remark || before > f.first && f.s.marks[before-1]&pointing != 0 && f.s.joined[before-1] {
		return
	}
	if f.s.parts(c.first) || f.s.parts(c.last) || !f.outside(before) && !isClosing(t[before].Norm) && t[before].Norm != "\"" {
		return
	}
	if f.limits(c) || f.predicate(c) {
		return
	}
	f.cuts = append(f.cuts, c)
}

// predicate reports whether cut c may take the predicate of what stands before
// it: a noun after «أن», or at the head of the sentence, has no verb yet, and the
// cut holds one.
func (f *frame) predicate(c cut) bool {
	verbs := func(first, last int) bool {
		for i := first; i < last; i++ {
			if m := f.s.marks[i]; f.outside(i) && m&verb != 0 && (m&nominal == 0 || i == f.first) && (i == f.first || f.s.marks[i-1]&relative == 0) {
				return true
			}
		}
		return false
	}
	from := f.first
	for i := f.first; i < c.first; i++ {
		if f.outside(i) && f.s.marks[i]&that != 0 {
			from = i
		}
	}
	return !verbs(from, c.first) && verbs(c.first, c.last)
}

// farOff is how many tokens after a clause boundary a contrast no longer belongs
// to what stands before the boundary.
const farOff = 30

// limits reports whether cut c would take away an exception, a contrast or a
// condition that may belong to what stays.
func (f *frame) limits(c cut) bool {
	loose := c.rule == partTail || c.rule == remarkTail || c.rule == clauseTail || c.rule == verbTail
	for i := c.first; i < c.last && (!loose || i < c.first+farOff); i++ {
		if !f.outside(i) {
			continue
		}
		k, _ := f.s.cue(i, c.last)
		if k != limiting {
			continue
		}
		if !loose || i <= c.first+1 {
			return true
		}
		if comma(f.s.t.Tokens[i-1]) {
			for j := i; j < c.last; j++ {
				if f.s.marks[j]&denying != 0 {
					return true
				}
			}
		}
	}
	return false
}
