package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

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
	if n := t[i-1].Norm; n == "\u0639\u0645\u0627" || n == "\u0645\u0645\u0627" || n == "\u0628\u0645\u0627" { // عما مما بما
		return false
	}
	if t[i-2].Norm == "\u0639\u062F\u0647" || t[i-2].Norm == "\u0628\u0639\u0636" { // عدة بعض
		return false // «شهدت المنطقة عدة حوادث»
	}
	noun := i - 1
	if tanwin(t[noun]) && tanwin(t[noun-1]) {
		noun-- // «حكما ابتدائيا»
	}
	switch t[noun].Norm {
	case "\u0642\u0631\u0627\u0631\u0627", "\u0642\u0631\u0627\u0631", "\u062D\u0643\u0645\u0627", "\u0627\u0645\u0631\u0627", "\u0628\u064A\u0627\u0646\u0627", "\u0628\u0644\u0627\u063A\u0627", "\u0645\u0631\u0633\u0648\u0645\u0627": // قرارا قرار حكما أمرا بيانا بلاغا مرسوما
		return false // what it says is the news
	}
	if f.s.marks[i-1]&^(nominal|doing|saying|ownWaw) != 0 || f.s.marks[i-1]&verb != 0 && f.s.marks[i-1]&nominal == 0 {
		return false
	}
	for j := i - 2; j >= f.first; j-- {
		k := f.s.marks[j]
		if k&verb != 0 && k&nominal == 0 || j == f.first && k&verb != 0 {
			return i-j > 3 && !f.denied(j) && !wasWord(t[j].Norm)
		}
		if c, _ := f.s.cue(j, f.last); c == tail || c == limiting || k&(that|relative|denying) != 0 || comma(t[j]) {
			return false
		}
	}
	return false
}

// tanwin reports whether t ends in the alef of an indefinite object: «حكما».
func tanwin(t arabic.Token) bool {
	return t.Kind == arabic.Word && len(t.Norm) > 6 && !definite(t) && strings.HasSuffix(t.Norm, "\u0627")
}

// counted reports whether a number, «بين» or «كل من» before token i tells how
// many things are named, so that none of them may go.
func (f *frame) counted(i int) bool {
	for j := f.first; j < i; j++ {
		t := f.s.t.Tokens[j]
		if t.Kind == arabic.Digits && len(t.Norm) != len("2030") && !f.dated(j) && !f.unit(j) || t.Norm == "\u0628\u064A\u0646" || t.Norm == "\u0643\u0644" || t.Norm == "\u0647\u0645" { // بين كل هم
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
	if before > f.first && t[before].Norm == "\u0630\u0644\u0643" && (t[before-1].Norm == waw || comma(t[before-1])) { // و ذلك
		return
	}
	if strings.HasSuffix(t[max(before, 0)].Norm, "\u0648\u0630\u0644\u0643") || c.last-c.first == 1 && c.last < f.last && t[c.last].Norm == "\u0648\u0627\u0646" { // وذلك، «خاصة وأن»
		return
	}
	if before-1 > f.first && t[before-1].Norm == "\u0628\u062E\u0644\u0627\u0641" { // بخلاف
		return // «بخلاف الاحتجاجات [داخل البلاد]»
	}
	if n := t[max(before, 0)].Norm; n == "\u0641\u0642\u062F" || n == "\u0648\u0642\u062F" { // فقد وقد
		return
	}
	if before-1 > f.first && t[before-1].Norm == "\u0627\u0648" && !definite(t[before]) && c.first == before+1 && !comma(t[c.first]) { // أو
		return // «أو تندلع [بينها الحرب]»
	}
	if before < f.first || f.s.marks[before]&(open|that) != 0 || t[before].Norm == waw {
		return
	}
	if k, _ := f.s.cue(before, f.last); k != none && k != remark && !f.only(before) || before > f.first && f.s.marks[before-1]&pointing != 0 && f.s.joined[before-1] {
		return
	}
	if f.s.parts(c.first) || f.s.parts(c.last) || !f.outside(before) && !isClosing(t[before].Norm) && t[before].Norm != "\"" {
		return
	}
	if begin := f.begin(c); begin < c.last && c.rule == adjunctCut && f.s.marks[begin]&that != 0 {
		return // «اقترح على الرئيس، [بأن يكون…]»
	}
	if f.respective(c) || f.quotes(c) || f.decided(c) || c.first == before+1 && before-1 > f.first && f.finite(before) && (f.s.marks[before-1]&relative != 0 || t[before-1].Norm == "\u0645\u0627") { // «على ما تم [في السوق]»
		return
	}
	if c.first <= f.said && f.said < c.last || f.limits(c) || f.predicate(c) || f.hollow(before, c) || f.auxiliary(c) || f.regarded(c) || f.unsaid(c) || f.owed(c) || f.strands(c) || f.lists(c) || f.torn(c) || f.measured(c) || f.mute(c) || f.severed(before, c) || f.each(c) || f.unsourced(c) {
		return
	}
	f.cuts = append(f.cuts, c)
}

// quotes reports whether cut c takes the quotation that a verb of saying without
// another "that" says: «أضاف الوزير [، في حوار، "أن الأشغال…"]».
func (f *frame) quotes(c cut) bool {
	if f.said >= 0 || f.s.marks[f.verbAt()]&saying == 0 {
		return false
	}
	for k := c.first; k+1 < c.last; k++ {
		if arabic.Closer(f.s.t.Tokens[k].Norm) != "" && f.s.marks[k+1]&that != 0 {
			return true
		}
	}
	return false
}

// unsaid reports whether cut c takes what a verb of saying at the head of the
// sentence governs: «أعلن الوزير [في بيان عن فتح الجسر]».
func (f *frame) unsaid(c cut) bool {
	at := f.verbAt()
	if f.s.marks[at]&saying == 0 || f.said >= 0 || c.first <= at {
		return false
	}
	if f.shows(at, c) || f.speaks(at, c) {
		return true
	}
	if c.rule == adjunctCut && c.last == f.due {
		return false // what it governs follows
	}
	for i := at + 1; i < c.first; i++ {
		if f.s.governed(i) || !f.outside(i) {
			return false
		}
	}
	begin := f.begin(c)
	if k, _ := f.s.cue(begin, f.last); begin >= c.last || k != scope && f.s.t.Tokens[begin].Norm != "\u0641\u064A" && !f.s.governed(begin) && !f.s.day(begin) { // في
		return false
	}
	for i := begin; i < c.last; i++ {
		if m := f.s.marks[i]; m&relative != 0 || m&verb != 0 && m&nominal == 0 {
			return false // of another clause
		}
		if f.outside(i) && f.s.governed(i) {
			return true
		}
	}
	return false
}

// speaks reports whether cut c takes the words that the verb of saying at token at
// leads up to: a colon or a quotation stands in it and none before it.
func (f *frame) speaks(at int, c cut) bool {
	said := func(first, last int) bool {
		for i := first; i < last; i++ {
			n := f.s.t.Tokens[i].Norm
			if n == ":" || n != "(" && n != "[" && arabic.Closer(n) != "" && f.s.quotedWords(i, f.last) == 0 && !f.s.titled(i, f.last) {
				return true
			}
		}
		return false
	}
	return (f.s.lex.bare[f.s.bareNorm(at)] || asks(f.s.bareNorm(at))) && c.last >= f.sourceAt && said(c.first, c.last) && !said(at, c.first)
}

// shows reports whether cut c takes the verbal noun that says what the verb at
// token at tells: «أظهرت إحصاءات، [عبر عقود جديدة، ارتفاع الشحنات]».
func (f *frame) shows(at int, c cut) bool {
	noun := func(i int) bool {
		return f.outside(i) && masdar(f.s.t.Tokens[i].Norm) && !f.s.preposition(i-1) && !f.s.joined[i]
	}
	for i := at + 2; i < c.first; i++ {
		if noun(i) || arabic.Closer(f.s.t.Tokens[i].Norm) != "" {
			return false
		}
	}
	for i := c.first; i+1 < c.last; i++ {
		if f.outside(i) && comma(f.s.t.Tokens[i]) && noun(i+1) {
			return true
		}
	}
	return false
}

// regarded reports whether cut c may take what something is held to be: «معتبرا
// الطلب [الذي قدمه النادي مرفوضا]».
func (f *frame) regarded(c cut) bool {
	if c.last < f.sourceAt {
		return false
	}
	for i := c.first - 1; i > f.first && i >= c.first-6; i-- {
		if f.s.marks[i]&that != 0 {
			return false
		}
		switch n := f.s.bareNorm(i); {
		case strings.HasPrefix(n, "\u0645\u0639\u062A\u0628\u0631"), strings.HasPrefix(n, "\u0627\u0639\u062A\u0628\u0631"), strings.HasPrefix(n, "\u0648\u0627\u0635\u0641"): // معتبر اعتبر واصف
			return true
		}
	}
	return false
}

// auxiliary reports whether cut c takes the verb that «كان» at the head of the
// sentence stands for: «كانت الطائرة [تقوم برحلة]».
func (f *frame) auxiliary(c cut) bool {
	if !wasWord(f.s.t.Tokens[f.first].Norm) && !wasWord(f.s.bareNorm(f.first)) {
		return false
	}
	within := false // a relative clause between commas
	for i := f.first + 1; i < f.last; i++ {
		m := f.s.marks[i]
		if !f.outside(i) || within && !comma(f.s.t.Tokens[i]) {
			continue
		}
		within = m&relative != 0 && comma(f.s.t.Tokens[i-1])
		if m&verb != 0 && m&nominal == 0 && f.s.marks[i-1]&relative == 0 {
			return i >= c.first && i < c.last
		}
	}
	return c.last >= f.sourceAt && !f.nominalClause(f.first+1, c.first)
}

// wasWord reports whether norm is «كان» or a verb like it.
func wasWord(norm string) bool {
	switch norm {
	case "\u0643\u0627\u0646", "\u0643\u0627\u0646\u062A", "\u0643\u0627\u0646\u0648\u0627", "\u0644\u064A\u0633", "\u0644\u064A\u0633\u062A", "\u064A\u0643\u0648\u0646", "\u062A\u0643\u0648\u0646": // كان كانت كانوا ليس ليست يكون تكون
		return true
	}
	return false
}

// hollow reports whether what stands before cut c would end on a noun that
// says nothing without what follows it: «في منطقة», «عن مبلغ».
func (f *frame) hollow(before int, c cut) bool {
	if c.last < f.sourceAt || c.rule == clauseTail || c.rule == verbTail || c.rule == remarkTail || c.rule == partTail || before-1 <= f.first || f.s.held[before] != 0 {
		return false
	}
	t := f.s.t.Tokens
	if (c.rule == describing || c.rule == relativeCut) && t[before].Kind == arabic.Word && len(t[before].Norm) > 6 && !definite(t[before]) && f.s.preposition(before) {
		return true // «بنسبة [تصل إلى 10 بالمئة]»
	}
	if t[before].Kind != arabic.Word || definite(t[before]) || !f.s.preposition(before-1) || len(t[before-1].Norm) > 6 {
		return false
	}
	return c.first == before+1
}

// farOff is how many tokens after a clause boundary a contrast no longer belongs
// to what stands before the boundary.
const farOff = 30

// limits reports whether cut c would take away an exception, a contrast or a
// condition that may belong to what stays.
func (f *frame) limits(c cut) bool {
	if c.last < f.sourceAt && c.rule != parenthesis {
		for i := c.first; i < c.last; i++ {
			if f.s.marks[i]&denying != 0 {
				return true // what follows may go on from what is denied
			}
		}
	}
	loose := c.rule == partTail || c.rule == remarkTail || c.rule == clauseTail || c.rule == verbTail
	for i := c.first; i < c.last && (!loose || i < c.first+farOff); i++ {
		if !f.outside(i) {
			continue
		}
		k, _ := f.s.cue(i, c.last)
		if k != limiting {
			continue
		}
		if !loose && (c.rule != relativeCut || i <= c.first+2 || comma(f.s.t.Tokens[i-1])) || loose && i <= c.first+1 {
			return true
		}
		if comma(f.s.t.Tokens[i-1]) && (c.rule != remarkTail || i < c.first+insertLong) { // later it belongs to the remark
			for j := i; j < c.last; j++ {
				if f.s.marks[j]&denying != 0 {
					return true
				}
			}
		}
	}
	return false
}

// respective reports whether cut c takes figures and leaves «على التوالي» after them.
func (f *frame) respective(c cut) bool {
	figures := false
	for i := c.first; i < c.last; i++ {
		figures = figures || f.s.t.Tokens[i].Kind == arabic.Digits
	}
	for i := c.last; figures && i < f.last; i++ {
		if n := f.s.t.Tokens[i].Norm; n == "\u0627\u0644\u062A\u0648\u0627\u0644\u064A" || n == "\u0627\u0644\u062A\u0631\u062A\u064A\u0628" { // التوالي الترتيب
			return true
		}
	}
	return false
}

// each reports whether cut c takes the second of two rates: «كل سنتين [انطلاقا من
// السنة الرابعة وكل سنة بعد ذلك]».
func (f *frame) each(c cut) bool {
	const every = "\u0643\u0644" // كل
	for i := c.first; i < c.last; i++ {
		if f.s.joined[i] && f.s.bareNorm(i) == every && f.outside(i) {
			for j := f.first; j < c.first; j++ {
				if f.s.t.Tokens[j].Norm == every {
					return true
				}
			}
		}
	}
	return false
}

// unsourced reports whether cut c takes the source of the whole sentence, which
// closes it after a clause: «قضت المحكمة بسجنه [بعد أن استولى على أموال حسب ما أفاد
// به الناطق باسمها، سالم الراوي، في تصريح]».
func (f *frame) unsourced(c cut) bool {
	if c.last < f.last || f.sourceAt < f.last || f.s.marks[f.verbAt()]&saying != 0 {
		return false
	}
	for i := c.first + 2; i < c.last; i++ {
		if k, n := f.s.cue(i, f.last); k == source && f.outside(i) {
			for j := i + n; j < min(i+n+3, f.last); j++ {
				if f.s.marks[j]&saying != 0 {
					return true
				}
			}
		}
	}
	return false
}
