package summarize

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// cut is a run of tokens that a sentence can lose and stay right. Its rule
// says why; cost is what the loss is worth beside the words lost.
type cut struct {
	first, last int
	rule        rule
	cost        float64
}

// rule names a way to shorten a sentence.
type rule uint8

// The rules. T1 to T3 shorten the opening and always apply; the others apply
// where a sentence is too long or the words are worth little.
const (
	agencyLead  rule = iota + 1 // T1 «القاهرة - أ ف ب -»: says where the news was sent from, not what happened
	connective                  // T2 «من جهة أخرى،», «يذكر أن»: ties the sentence to one that the bullet lacks
	conjunction                 // T3 «و» before the first word: nothing stands before it
	parenthesis                 // T4 «(فرانس برس)»: an aside by its own marks
	remarkTail                  // T5 «، مشيرا إلى أن…»: a further statement of the same speaker
	clauseTail                  // T6 «، فيما…», «، وذلك…»: a further clause; the first one stands alone
	verbTail                    // T7 «، وأغلقت الشواطئ»: a coordinated sentence
	adjunctCut                  // T8 «، خلال مؤتمر صحافي،»: an adjunct set off by commas or before "that"
	relativeCut                 // T9 «، الذي…»: a relative clause set off by a comma, or at the end
	partTail                    // T11 «، وفتح تحقيق»: a further thing of the same kind
	describing                  // T12 «صفقة بلغت…»: a clause that describes a thing first named here
	sourceTail                  // T13 «وفق ما أكده مصدر أمني بالجهة»: where the source sits
	selfSource                  // T10 «، وفق قوله»: repeats the attribution that opens the sentence
)

var costs = [...]float64{
	parenthesis: 0.1, remarkTail: 0.2, clauseTail: 0.3, verbTail: 0.3, adjunctCut: 0.3, relativeCut: 0.8, partTail: 0.5, describing: 0.6, sourceTail: 0.1, selfSource: 0,
}

// frame is a sentence with its nesting: what cuts may be made in it.
type frame struct {
	s           *story
	first, last int    // its tokens, without the end mark
	depth       []int8 // by token from first: how many quotations and brackets hold it
	balanced    bool   // every mark that closes has been opened
	broken      int    // a mark that nothing closes, which must be cut, or -1
	sourceAt    int    // where its closing attribution begins, or last
	said        int    // the token that opens what is said («أن»), or -1
	preset      run    // tokens that are cut from the start
	cuts        []cut
}

// newFrame reads the sentence of tokens first to last and collects its cuts.
func (s *story) newFrame(first, last int) *frame {
	f := &frame{s: s, first: first, last: last, said: -1}
	for f.last > f.first && endMark(s.t.Tokens[f.last-1]) {
		f.last--
	}
	f.nest()
	for (!f.balanced || f.broken >= 0) && f.last-f.first > shortest && stray(s.t.Tokens[f.last-1]) {
		f.last-- // a closing mark that nothing opened
		for f.last > f.first && endMark(s.t.Tokens[f.last-1]) {
			f.last--
		}
		f.nest()
	}
	f.findSource()
	f.findSaid()
	f.opening()
	for i := f.first; i < f.last; i++ {
		f.consider(i)
	}
	return f
}

// stray reports whether a mark may have been left at the end of a sentence.
func stray(t arabic.Token) bool { return t.Norm == "\"" || isClosing(t.Norm) }

func endMark(t arabic.Token) bool {
	if t.Kind != arabic.Punct {
		return false
	}
	switch t.Norm {
	case ".", "!", "\u2026", ":", "\u061B", "\u060C", ",", ";", "-", "\u2013", "\u2014":
		return true
	}
	return false
}

func comma(t arabic.Token) bool {
	return t.Kind == arabic.Punct && (t.Norm == "\u060C" || t.Norm == "," || t.Norm == "\u061B")
}

// nest counts for each token the quotations and brackets around it; the marks
// themselves count as inside.
func (f *frame) nest() {
	f.depth = make([]int8, f.last-f.first)
	var stack []string
	var opened []int
	f.balanced, f.broken = true, -1
	for i := f.first; i < f.last; i++ {
		t := f.s.t.Tokens[i]
		n := len(stack)
		if t.Kind == arabic.Punct {
			_, size := utf8.DecodeRuneInString(t.Norm)
			sign := t.Norm[:size] // without marks that a broken text puts on it
			switch c := closing(sign); {
			case n > 0 && stack[n-1] == sign:
				stack, opened = stack[:n-1], opened[:n-1]
				f.depth[i-f.first] = int8(min(n, 100))
				continue
			case c != "":
				stack, opened = append(stack, c), append(opened, i)
			case isClosing(sign):
				f.balanced = false
			}
		}
		f.depth[i-f.first] = int8(min(len(stack), 100))
	}
	if len(opened) > 0 {
		f.broken = opened[0]
	}
}

func closing(norm string) string {
	switch norm {
	case "\"":
		return "\""
	case "\u201C", "\u201E":
		return "\u201D"
	case "\u00AB":
		return "\u00BB"
	case "(":
		return ")"
	case "[":
		return "]"
	}
	return ""
}

func isClosing(norm string) bool {
	return norm == "\u201D" || norm == "\u00BB" || norm == ")" || norm == "]"
}

func (f *frame) outside(i int) bool { return f.depth[i-f.first] == 0 }

// findSource finds the attribution that closes the sentence.
func (f *frame) findSource() {
	f.sourceAt = f.last
	for i := f.last - 1; i > f.first+3; i-- {
		if !f.outside(i) {
			continue
		}
		if c, n := f.s.cue(i, f.last); c == source && !f.ruled(i+n) {
			after := comma(f.s.t.Tokens[i-1])
			far := 8
			if f.s.t.Tokens[min(i+n, f.last-1)].Norm == "\u0645\u0627" { // «وفق ما أعلنه»: nothing but a source
				far = 16
			}
			if !after && f.last-i > far || f.points(i) && f.s.marks[f.first]&saying == 0 {
				return // no attribution, or that of a speaker named further on
			}
			if after {
				i--
			}
			f.sourceAt = i
			return
		}
		if f.last-i > 16 {
			return
		}
	}
}

// verbAt returns the first token of the sentence that is a verb, or its first.
func (f *frame) verbAt() int {
	for i := f.first; i < f.last && i < f.first+24; i++ {
		if f.outside(i) && f.s.marks[i]&verb != 0 && (i == f.first || f.s.marks[i]&nominal == 0) {
			return i
		}
	}
	return f.first
}

// ruled reports whether token i names a law or a plan, «لسياسات», which what
// stands before it conforms to.
func (f *frame) ruled(i int) bool {
	if i >= f.last {
		return false
	}
	list, n := f.s.t.Stems(i)
	for _, x := range list[:n] {
		bare, _ := arabic.Bare(x.Norm)
		if f.s.lex.marks[x.Norm]&ruling != 0 || f.s.lex.marks[bare]&ruling != 0 {
			return true
		}
	}
	return false
}

// findSaid finds the "that" of a sentence that opens with a verb of saying.
func (f *frame) findSaid() {
	at := f.verbAt()
	if f.s.marks[at]&saying == 0 {
		return
	}
	for i := at + 1; i < f.last && i < f.first+40; i++ {
		if f.outside(i) && f.s.marks[i]&that != 0 {
			f.said = i
			return
		}
	}
}

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

// consider adds the cuts that begin at token i.
func (f *frame) consider(i int) {
	if !f.outside(i) {
		f.bracket(i)
		return
	}
	if i < f.first+3 {
		return
	}
	t := f.s.t.Tokens
	after := comma(t[i-1])
	start := i
	if after {
		start--
	}
	end := f.last
	if f.sourceAt > i {
		end = f.sourceAt
	}
	if i >= f.sourceAt+4 && f.s.preposition(i) && f.s.marks[i-1]&(open|that|relative) == 0 {
		f.add(cut{i, f.last, sourceTail, costs[sourceTail]})
		return
	}
	m, joined := f.s.marks[i], f.s.joined[i] && strings.HasPrefix(t[i].Norm, waw)
	if t[i].Norm == waw && i+1 < f.last { // a conjunction written apart
		m, joined = f.s.marks[i+1], true
	}
	switch c, n := f.s.cue(i, f.last); {
	case c == remark && (after || f.governs(i+n)):
		f.add(cut{start, end, remarkTail, costs[remarkTail]})
	case c == tail || c == apart && after:
		f.add(cut{start, end, clauseTail, costs[clauseTail]})
	case c == source && f.ruled(i+n):
		f.adjunct(start, i)
	case c == adjunct || c == scope:
		f.adjunct(start, i)
	case c == source && f.ownSource(i):
		f.add(cut{start, f.last, selfSource, 0})
	case m&relative != 0:
		f.relative(start, i, end)
	case m&verb != 0 && joined && (after || m&nominal == 0):
		f.add(cut{start, end, verbTail, costs[verbTail]})
	case m&that != 0 && i > f.said && f.said >= 0 && (joined || strings.HasPrefix(t[i].Norm, waw)):
		f.add(cut{start, end, verbTail, costs[verbTail]})
	case f.describes(i):
		f.relative(i-1, i, end)
	case after && f.insert(i):
		f.adjunct(start, i)
	case after && f.coordinated(i) && !f.counted(i):
		f.add(cut{start, end, partTail, costs[partTail]})
	case f.purpose(i):
		f.adjunct(start, i)
	}
}

// describes reports whether the verb at i describes the indefinite noun before
// it and is not the verb of the sentence: another verb stands before both, in
// the same clause.
func (f *frame) describes(i int) bool {
	t := f.s.t.Tokens
	m := f.s.marks[i]
	if m&doing == 0 || m&nominal != 0 || f.s.joined[i] || t[i-1].Kind != arabic.Word || definite(t[i-1]) || f.s.held[i-1] != 0 {
		return false
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

// governs reports whether token i opens what a remark governs.
func (f *frame) governs(i int) bool {
	if i >= f.last {
		return false
	}
	if f.s.marks[i]&that != 0 {
		return true
	}
	norm := f.s.t.Tokens[i].Norm
	return norm == "\u0627\u0644\u064A" || norm == "\u0639\u0644\u064A" || norm == "\u0645\u0646" // إلى على من
}

// ownSource reports whether the attribution at i only points back to a speaker
// that the sentence opens with: «وفق قوله», «بحسبها».
func (f *frame) ownSource(i int) bool {
	return f.s.marks[f.first]&saying != 0 && f.points(i)
}

// points reports whether the attribution at i closes the sentence and names its
// speaker by a pronoun only.
func (f *frame) points(i int) bool {
	w := f.s.t.Tokens[f.last-1].Norm
	return f.last-i >= 2 && f.last-i <= 4 && len(w) > 6 && suffixed(w)
}

// bracket adds a whole aside in round brackets that begins at i.
func (f *frame) bracket(i int) {
	if f.s.t.Tokens[i].Norm != "(" || f.depth[i-f.first] != 1 || i == f.first {
		return
	}
	if before := f.s.t.Tokens[i-1]; before.Kind == arabic.Word && !definite(before) && f.s.held[i-1] == 0 {
		return // «مؤشر (نيكي)»: the name of the thing
	}
	j := i + 1
	for j < f.last && (f.s.t.Tokens[j].Norm != ")" || f.depth[j-f.first] != 1) {
		j++
	}
	if j < f.last {
		f.add(cut{i, j + 1, parenthesis, costs[parenthesis]})
	}
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

// relative adds a relative clause: up to the next comma or the end. One that no
// comma sets off says which thing is meant, so it goes only after a name, or
// after a noun that an adjective or "this" narrows already.
func (f *frame) relative(start, i, end int) {
	for j := i + 1; j < end; j++ {
		if !f.outside(j) || !comma(f.s.t.Tokens[j]) {
			continue
		}
		if c, _ := f.s.cue(j+1, f.last); f.s.joined[j+1] || c == none && !f.resumes(j+1) {
			return // a further part of the clause, perhaps
		}
		end = j
		break
	}
	cost := costs[relativeCut]
	if start == i-1 && !comma(f.s.t.Tokens[start]) {
		f.add(cut{i, end, describing, costs[describing]})
		return
	}
	if start == i {
		t := f.s.t.Tokens
		switch {
		case f.s.held[i-1] != 0 || t[i-1].Kind != arabic.Word:
		case f.s.before(i - 1):
			cost += 0.6
		case f.s.marks[i-2]&pointing != 0 || i-3 > f.first && f.s.marks[i-3]&pointing != 0 || definite(t[i-1]) && definite(t[i-2]):
			cost += 1.2
		default:
			return
		}
	}
	f.add(cut{start, end, relativeCut, cost})
}

// before reports whether definite word i stands earlier in the article too, so
// that a reader knows which one is meant.
func (s *story) before(i int) bool {
	if !definite(s.t.Tokens[i]) {
		return false
	}
	return s.first[s.stem[i]] < i-1
}

// definite reports whether a word has the article, behind a particle or not.
func definite(t arabic.Token) bool {
	if _, ok := arabic.Bare(t.Norm); ok {
		return true
	}
	for _, p := range prefixes {
		if strings.HasPrefix(t.Norm, p) && len(t.Norm) > len(p)+4 {
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
