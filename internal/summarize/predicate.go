package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// predicate reports whether cut c may take the predicate of what stands before
// it: a noun after «أن», or at the head of the sentence, has no verb yet, and the
// cut holds one.
func (f *frame) predicate(c cut) bool {
	verbs := func(first, last int) bool {
		for i := first; i < last; i++ {
			if m := f.s.marks[i]; f.outside(i) && m&verb != 0 && (m&nominal == 0 || i == f.first) && (i == f.first || f.s.marks[i-1]&relative == 0) {
				if k, _ := f.s.cue(i, f.last); i == f.first || k != scope && k != adjunct { // عبر
					return true
				}
			}
		}
		return false
	}
	from := f.first
	for i := f.first; i < c.first; i++ {
		if !f.outside(i) {
			continue
		}
		if k, n := f.s.cue(i, f.last); f.s.marks[i]&that != 0 || i > f.first && n == 1 && (k == tail || k == limiting) && f.turns(i) {
			from = i
		}
	}
	if verbs(from, c.first) || f.pronounClause(from) {
		return false
	}
	that := f.s.marks[from]&that != 0
	if that && c.last < f.sourceAt && !f.nominalClause(from, c.first) && !verbs(c.last, f.sourceAt) {
		return true
	}
	if that && c.rule == remarkTail && c.first-from > leastClause {
		return false // a statement is whole before the next one
	}
	if that && f.nominalClause(from, c.first) && (c.rule == clauseTail || c.rule == remarkTail) {
		return false
	}
	return verbs(c.first, c.last) || c.last >= f.sourceAt && that && !f.nominalClause(from+1, c.first)
}

// pronounClause reports whether "that" with a pronoun stands at token i and a verb
// after it, which there is no noun: «أنه طلب».
func (f *frame) pronounClause(i int) bool {
	n := f.s.t.Tokens[i].Norm
	return f.s.marks[i]&that != 0 && suffixed(n) && i+1 < f.last && f.s.marks[i+1]&verb != 0
}

// leastClause is how many tokens of a clause stand before a further statement at
// least.
const leastClause = 4

// turns reports whether a word stands at i that begins another clause: «لكن»,
// «فيما», «حيث».
func (f *frame) turns(i int) bool {
	n := f.s.bareNorm(i)
	switch n {
	case "\u0641\u064A\u0645\u0627", "\u064A\u0645\u0627", "\u0628\u064A\u0646\u0645\u0627", "\u062D\u064A\u062B", "\u0627\u0630": // فيما بينما حيث إذ
		return true
	}
	return strings.HasPrefix(n, "\u0644\u0643\u0646") // لكن
}

// nominalClause reports whether tokens first to last hold a subject and a
// predicate without a verb: an indefinite word after a definite one, «المصنع
// جاهز», or a phrase with a preposition after it.
func (f *frame) nominalClause(first, last int) bool {
	t := f.s.t.Tokens
	for k := first + 1; k < last; k++ {
		if n := t[k].Norm; n == "\u0647\u0646\u0627\u0643" || n == "\u0647\u0646\u0627\u0644\u0643" || n == "\u062B\u0645\u0647" || n == "\u0647\u0648" || n == "\u0647\u064A" { // هناك هنالك ثمة هو هي
			return k+1 < last
		}
		if f.s.marks[k]&relative != 0 && !comma(t[k-1]) {
			return false // what follows may belong to the relative clause
		}
		if f.s.marks[k]&relative != 0 && comma(t[k-1]) { // «السفينة، التي ترفع علم البلاد، راسية»
			for k < last && (!comma(t[k]) || !f.outside(k)) {
				k++
			}
			if k+1 < last && !definite(t[k+1]) {
				return true
			}
			continue
		}
		if t[k].Kind != arabic.Word || !definite(t[k-1]) && f.s.held[k-1] == 0 {
			continue
		}
		if !definite(t[k]) && f.s.held[k] == 0 && !f.s.joined[k] && f.s.marks[k]&open == 0 && !f.s.preposition(k) && !f.s.clitic(k) {
			return true
		}
	}
	return false
}
