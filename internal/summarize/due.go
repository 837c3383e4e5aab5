package summarize

import "strings"

// findDue finds the preposition that the verb of the sentence needs and that leads
// to a verbal noun: «تمكنت الشرطة، أمس، [من إيقاف…]».
func (f *frame) findDue() {
	at := f.verbAt()
	if at+1 < f.last && f.s.done(at+1) {
		at++ // «تم الاتفاق، أمس، [على…]»
	}
	p := f.s.debt(at)
	if p == "" || (f.s.debts[at]-1)&takesObject != 0 || f.said >= 0 || at+2 >= f.last {
		return
	}
	for at+3 < f.last && (f.s.day(at+1) && !f.s.actor[at+1] || f.dated(at+1)) {
		at++ // «تمكنت اليوم الوحدات…»
	}
	done := f.s.done(at)
	if c, _ := f.s.cue(at+1, f.last); !done && (c != none || f.s.preposition(at+1) || comma(f.s.t.Tokens[at+1])) {
		return // its subject comes later
	}
	for k := at + 2; k < f.sourceAt-1 && k < at+dueFar; k++ {
		m := f.s.marks[k]
		if m&that != 0 || f.s.joined[k] && m&verb != 0 && !done {
			return
		}
		if f.outside(k) && f.to(k, p) && !f.compares(k-1) {
			if f.leads(k) || done || p == "\u0645\u0646" && f.lead(k) == toAny || k+1 < f.last && (f.counts(k+1) || p == "\u0639\u0646" && f.s.marks[f.verbAt()]&saying != 0 && suffixed(f.s.t.Tokens[k+1].Norm)) { // «عثرت على 46 نبتة»، «عبر عن تضامنه»
				f.due = f.acts(k, p)
			} else if f.place(k + 1) {
				continue // «من ولاية الساحل»
			}
			return
		}
	}
}

// acts returns the preposition p after the one at k that leads to a noun in the form of
// an act, where that at k leads to none: «تمكنت الدورية من رسم الحدود من [إيقاف…]».
func (f *frame) acts(k int, p string) int {
	for j := k; p == "\u0645\u0646" && j+1 < f.sourceAt && j < k+dueFar && f.s.marks[j]&that == 0; j++ { // من
		if f.outside(j) && f.to(j, p) && actNoun(f.s.t.Tokens[j+1].Norm) {
			return j
		}
	}
	return k
}

// dueFar is how many tokens may stand between a verb and the preposition it needs.
const dueFar = 40

// between reports whether the words from token i to the preposition that the verb
// needs only say when, where and how: each comma among them opens a further
// adjunct, and nobody is named who may be the subject.
func (f *frame) between(i int) bool {
	if i < f.verbAt()+2 || !f.circumstance(i) || f.s.preposition(f.due-1) || f.s.marks[f.due-1]&(open|that|relative) != 0 {
		return false
	}
	done := f.s.done(f.verbAt() + 1)
	for j := i; j < f.due; j++ {
		t := f.s.t.Tokens[j]
		if k, _ := f.s.cue(j, f.last); f.s.person[j] && !done || k == limiting || k == source || k == remark || f.s.marks[j]&denying != 0 || f.s.marks[j]&saying != 0 && f.s.marks[j]&nominal == 0 {
			return false
		}
		if comma(t) && !done && f.outside(j) && j+1 < f.due && !f.circumstance(j+1) {
			return false
		}
	}
	return true
}

// delays adds the adjunct that begins at i right after a verb and stands before the
// preposition which that verb must have: «يتطلع [من خلال زيارته ولقاءاته،] إلى…».
func (f *frame) delays(i int) bool {
	to := f.s.debt(i - 1)
	if to == "" || (f.s.debts[i-1]-1)&mustHave == 0 || !f.finite(i-1) || i-1 == f.verbAt() {
		return false
	}
	for j := i + 2; j+2 < f.last && j < i+dueFar; j++ {
		if f.outside(j) && comma(f.s.t.Tokens[j]) && f.to(j+1, to) {
			f.add(cut{i, j + 1, adjunctCut, costs[adjunctCut]})
			return true
		}
	}
	return false
}

// place reports whether token i is a word for a part of the country: «ولاية».
func (f *frame) place(i int) bool {
	if i >= f.last {
		return false
	}
	switch f.s.t.Tokens[i].Norm {
	case "\u0648\u0644\u0627\u064A\u0647", "\u0645\u0639\u062A\u0645\u062F\u064A\u0647", "\u0645\u062D\u0627\u0641\u0638\u0647", "\u0645\u062F\u064A\u0646\u0647", "\u0628\u0644\u062F\u0647": // ولاية معتمدية محافظة مدينة بلدة
		return true
	}
	return false
}

// dueCut reports whether a cut up to the preposition that the verb needs begins
// before: one that begins later would leave half of an adjunct.
func (f *frame) dueCut() bool {
	for _, c := range f.cuts {
		if c.last == f.due && c.rule == adjunctCut {
			return true
		}
	}
	return false
}

// circumstance reports whether an adjunct begins at token i.
func (f *frame) circumstance(i int) bool {
	if strings.HasPrefix(f.s.t.Tokens[i].Norm, waw) && f.s.marks[i]&ownWaw == 0 {
		return false
	}
	c, _ := f.s.cue(i, f.last)
	if i+1 < f.last && f.s.t.Tokens[i+1].Norm == "\u0627\u0644\u0633\u0627\u0639\u0647" && f.s.marks[i]&verb == 0 { // الساعة: «حوالي الساعة»
		return true
	}
	return c == adjunct || c == scope || f.s.day(i) || f.s.preposition(i) || f.dated(i) && !f.dated(i-1) && !f.finite(i-1) && !f.s.preposition(i-1)
}
