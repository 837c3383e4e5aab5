package summarize

import (
	"strings"

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
	apposition                  // T14 «سالم الراوي، رئيس المجلس،»: who somebody is, between commas after his name
	sourceTail                  // T13 «وفق ما أكده مصدر أمني بالجهة»: where the source sits
	selfSource                  // T10 «، وفق قوله»: repeats the attribution that opens the sentence
)

var costs = [...]float64{
	parenthesis: 0.1, remarkTail: 0.2, clauseTail: 0.3, verbTail: 0.3, adjunctCut: 0.3, relativeCut: 0.8, partTail: 0.5, describing: 0.6, apposition: 0.8, sourceTail: 0.1, selfSource: 0,
}

// frame is a sentence with its nesting: what cuts may be made in it.
type frame struct {
	s           *story
	first, last int    // its tokens, without the end mark
	depth       []int8 // by token from first: how many quotations and brackets hold it
	balanced    bool   // every mark that closes has been opened
	broken      int    // a mark that nothing closes, which must be cut, or -1
	lone        int    // the only quotation mark, which is left out, or -1
	capped      bool   // more of the sentence follows: a cut must take its end
	sourceAt    int    // where its closing attribution begins, or last
	said        int    // the token that opens what is said («أن»), or -1
	due         int    // the preposition that the verb needs, «تمكنت … من إنقاذ», or -1
	preset      run    // tokens that are cut from the start
	needs       []need // words that need a complement
	cuts        []cut
}

// mostTokens is how much of one sentence is read: no bullet reaches further, and
// a text without end marks costs no more than its length.
const mostTokens = 150

// frame reads line l, once.
func (s *story) frame(l *line) *frame {
	if l.whole == nil {
		l.whole = s.newFrame(l.first, l.last)
	}
	return l.whole
}

// part reads the clause of f that begins at token first.
func (f *frame) part(first int) *frame {
	g := f.s.newFrame(first, f.last)
	g.capped = g.capped || f.capped
	return g
}

// newFrame reads the sentence of tokens first to last and collects its cuts.
func (s *story) newFrame(first, last int) *frame {
	f := &frame{s: s, first: first, last: last, said: -1, due: -1, lone: -1}
	if last-first > mostTokens {
		f.last, f.capped = first+mostTokens, true
	}
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
	if f.broken >= 0 && f.needless(f.broken) {
		f.lone = f.broken
		f.nest()
	}
	f.findSource()
	f.dropOwn()
	f.findSaid()
	f.findDue()
	f.findNeeds()
	f.opening()
	for i := f.first; i < f.last; i++ {
		f.consider(i)
	}
	return f
}

// consider adds the cuts that begin at token i.
func (f *frame) consider(i int) {
	if !f.outside(i) {
		f.bracket(i)
		return
	}
	f.dayOnly(i)
	if f.honorific(i) || i < f.first+3 || f.blessing(i) {
		return
	}
	if j := f.stands(i); j > 0 {
		f.add(cut{i, j, adjunctCut, costs[adjunctCut]})
	}
	f.occasion(i)
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
	if c, _ := f.s.cue(i, f.last); i >= f.sourceAt+4 && (f.s.apart(i) || f.outlet(i) || c == adjunct || c == scope || f.s.day(i) && !f.s.actor[i]) && f.s.marks[i-1]&(open|that|relative) == 0 && f.sourced(i) {
		f.add(cut{i, f.last, sourceTail, costs[sourceTail]})
		return
	}
	m, joined := f.s.marks[i], f.s.joined[i] && strings.HasPrefix(t[i].Norm, waw)
	if t[i].Norm == waw && i+1 < f.last { // a conjunction written apart
		m, joined = f.s.marks[i+1], true
	}
	if i < f.said && f.stage(i) {
		f.add(cut{start, f.said, adjunctCut, costs[adjunctCut]})
	}
	if after && f.s.person[i-2] {
		f.beside(i)
	}
	if i < f.due && f.between(i) && !f.dueCut() {
		f.add(cut{start, f.due, adjunctCut, costs[adjunctCut]})
	}
	f.cutAt(i, spot{start, end, after, joined, m})
}

// spot is what stands around a token where a cut may begin.
type spot struct {
	start, end    int  // where the cut begins, with its comma, and ends
	after, joined bool // a comma stands before the token; a waw joins it
	marks         mark
}

// cutAt adds the cut that the cue or the form of token i allows.
func (f *frame) cutAt(i int, x spot) {
	t, start, end, after, m := f.s.t.Tokens, x.start, x.end, x.after, x.marks
	switch c, n := f.s.cue(i, f.last); {
	case f.breaks(i, after):
		f.add(cut{start, end, verbTail, costs[verbTail]})
	case c == remark && (after || f.governs(i+n) || i+n >= f.last || arabic.Closer(t[i+n].Norm) != "" && !f.s.saysSo(i)):
		f.add(cut{start, end, remarkTail, costs[remarkTail]})
	case f.follows(i):
		f.add(cut{start, end, clauseTail, costs[clauseTail] + 0.3})
	case c == tail && !after && t[i].Norm == "\u0645\u062B\u0644" && !definite(t[i-1]): // «لحضور مثل هذه البرامج»
	case c == tail || c == apart && after:
		f.add(cut{start, end, clauseTail, costs[clauseTail]})
	case after && c != source && f.s.bareNorm(i) == "\u0643\u0645\u0627" && i+1 < f.last && f.s.marks[i+1]&verb != 0 && f.s.marks[i+1]&nominal == 0: // «، كما تمكنت…»
		f.add(cut{start, end, clauseTail, costs[clauseTail]})
	case c == source && f.ruled(i+n):
		f.adjunct(start, i)
	case c == adjunct || c == scope:
		f.adjunct(start, i)
	case c == source && f.ownSource(i):
		f.add(cut{start, f.last, selfSource, 0})
	case m&relative != 0:
		f.relative(start, i, end)
	case m&verb != 0 && x.joined && (after || m&nominal == 0) && (after || i+1 >= f.last || !comma(t[i+1])):
		f.add(cut{start, end, verbTail, costs[verbTail]})
	case m&that != 0 && i > f.said && f.said >= 0 && (x.joined || strings.HasPrefix(t[i].Norm, waw)):
		f.add(cut{start, end, verbTail, costs[verbTail]})
	case f.s.lex.quality[t[i].Norm] && !x.joined && f.qualifies(i):
		f.relative(i, i, end)
	case f.describes(i):
		f.relative(i-1, i, end)
	case after && (f.insert(i) || f.s.bareNorm(i) == "\u062A\u062D\u062F\u064A\u062F\u0627"): // «، وتحديدا بالقرب من…»
		f.adjunct(start, i)
	case after && f.coordinated(i) && !f.counted(i) && (!strings.HasPrefix(t[i].Norm, "\u0648\u0644\u0644") || !f.waits(i)): // «، وللعام الخامس، جائزة»
		f.add(cut{start, end, partTail, costs[partTail]})
	case f.purpose(i):
		f.adjunct(start, i)
	}
}

// beside adds the apposition that begins at i after a name and a comma: up to the
// next comma, after which the sentence surely goes on.
func (f *frame) beside(i int) {
	t := f.s.t.Tokens
	if m := f.s.marks[i]; m&(that|relative|denying) != 0 || m&verb != 0 && m&nominal == 0 || f.s.person[i] || f.s.day(i) || f.dated(i) || f.s.preposition(i) || t[i].Kind != arabic.Word {
		return
	}
	if n := f.s.bareNorm(i); f.s.joined[i] || n != t[i].Norm && n != "\u0647\u0648" && n != "\u0647\u064A" { // «، وخالد الواحي،», but «، وهو سائق،»
		return
	}
	for k := i + 1; k < f.last-2 && k <= i+insertLong; k++ {
		m := f.s.marks[k]
		if m&(verb|that|denying) != 0 && m&nominal == 0 || f.s.person[k] {
			return
		}
		if !comma(t[k]) || !f.outside(k) {
			continue
		}
		if n := f.s.marks[k+1]; n&that != 0 || n&verb != 0 && n&nominal == 0 && !f.s.joined[k+1] || f.s.day(k+1) || f.s.preposition(k+1) {
			f.add(cut{i - 1, k + 1, apposition, costs[apposition]})
		}
		return
	}
}

// qualifies reports whether the phrase that begins at i, «الواقعة على الحدود», only
// describes what is named before it: a name, or a noun that other words narrow.
func (f *frame) qualifies(i int) bool {
	return i+1 < f.last && f.s.preposition(i+1) && (f.s.actor[i-1] && f.s.held[i] != f.s.held[i-1] || f.narrowed(i))
}

// blessing adds a pious wish between dashes that begins at i: «– رحمه الله –».
func (f *frame) blessing(i int) bool {
	t := f.s.t.Tokens
	if !arabic.IsDash(t[i]) {
		return false
	}
	for j := i + 2; j < f.last && j <= i+6; j++ {
		if arabic.IsDash(t[j]) {
			if t[j-1].Norm == "\u0627\u0644\u0644\u0647" || t[i+2].Norm == "\u0627\u0644\u0644\u0647" { // الله
				f.add(cut{i, j + 1, parenthesis, costs[parenthesis]})
				return true
			}
			return false
		}
	}
	return false
}

// apart reports whether token i is a preposition that no name holds: not «للاقتصاد»
// of an institute, nor «علي».
func (s *story) apart(i int) bool {
	n := s.t.Tokens[i].Norm
	return s.preposition(i) && n != "\u0639\u0644\u064A" && !strings.HasPrefix(n, "\u0644\u0644")
}

// governs reports whether token i opens what a remark governs.
func (f *frame) governs(i int) bool {
	if i >= f.last {
		return false
	}
	if f.s.marks[i]&that != 0 {
		return true
	}
	return f.s.preposition(i) && !f.s.actor[i]
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

// relative adds a relative clause: up to the next comma where the sentence
// surely goes on, or up to the end. One that no comma sets off says which thing
// is meant, so it goes only after a name, or after a noun that other words narrow
// already.
func (f *frame) relative(start, i, end int) {
	for j := i + 1; j < end; j++ {
		if !f.outside(j) || !comma(f.s.t.Tokens[j]) {
			continue
		}
		if k := f.inserted(j); k > 0 {
			j = k
			continue
		}
		if c, _ := f.s.cue(j+1, f.last); f.s.joined[j+1] || c != none || !f.resumes(j+1) {
			break // a further part of the clause, perhaps: all of it goes
		}
		end = j
		break
	}
	cost := costs[relativeCut]
	if start == i-1 && !comma(f.s.t.Tokens[start]) {
		if k := f.rejoins(i, end); k > 0 {
			end = k
		}
		f.add(cut{i, end, describing, costs[describing]})
		for j := i + 3; j < end; j++ {
			if f.outside(j) && f.s.when(j) > 0 && !comma(f.s.t.Tokens[j-1]) { // «شاب [يبلغ…] بعد أن سرق»
				f.add(cut{i, j, describing, costs[describing]})
				break
			}
		}
		return
	}
	if f.object(i, end) || i-2 > f.first && f.all(i-2) {
		return
	}
	if start == i && !f.s.joined[i] {
		t := f.s.t.Tokens
		switch {
		case f.s.held[i-1] != 0 || t[i-1].Kind != arabic.Word:
		case f.s.before(i - 1):
			cost += 0.6
		case f.s.marks[i-2]&pointing != 0 || i-3 > f.first && f.s.marks[i-3]&pointing != 0 || definite(t[i-1]) && definite(t[i-2]):
			cost += 1.2
		case end == f.last && f.narrowed(i):
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
	switch t.Norm {
	case "\u0627\u0644\u064A\u0647", "\u0627\u0644\u064A\u0627\u062A", "\u0627\u0644\u0627\u0641", "\u0627\u0644\u0627\u0645", "\u0627\u0644\u0639\u0627\u0628", "\u0627\u0644\u0648\u0627\u0646", "\u0627\u0644\u0642\u0627\u0628": // آلية آليات آلاف آلام ألعاب ألوان ألقاب
		return false
	}
	if ownLam(t.Norm) {
		return false
	}
	if arabic.IsDefinite(t.Norm) {
		return true
	}
	for _, p := range prefixes {
		if strings.HasPrefix(t.Norm, p) && len(t.Norm) > len(p)+4 {
			return true
		}
	}
	return false
}
