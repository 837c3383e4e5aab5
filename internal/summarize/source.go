package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// findSource finds the attribution that closes the sentence.
func (f *frame) findSource() {
	f.sourceAt = f.last
	if f.capped {
		return // the end of the sentence was not read
	}
	for i := f.last - 1; i > f.first+3; i-- {
		if !f.outside(i) {
			continue
		}
		if c, n := f.s.cue(i, f.last); c == source && !f.ruled(i+n) && f.s.t.Tokens[i].Norm != "\u0648\u062D\u0633\u0628" { // وحسب: only
			after := comma(f.s.t.Tokens[i-1])
			far := 8
			if f.s.t.Tokens[min(i+n, f.last-1)].Norm == "\u0645\u0627" { // «وفق ما أعلنه»: nothing but a source
				far = 24
			}
			if (!after || f.last-i > 16) && f.last-i > far && !comma(f.s.t.Tokens[i-1]) || f.points(i) && f.s.marks[f.first]&saying == 0 {
				return // no attribution, or that of a speaker named further on
			}
			for j := i - 1; j > f.first+3 && j > i-farSource && !comma(f.s.t.Tokens[j]); j-- {
				if k, _ := f.s.cue(j, f.last); k == source && f.outside(j) {
					i, after = j, comma(f.s.t.Tokens[j-1]) // «حسب ما ذكرت الوكالة نقلا عن الصحيفة»
				}
			}
			if after {
				i--
			}
			f.sourceAt = i
			return
		}
		if f.last-i > 16 && (f.last-i > 26 || f.said >= 0 || f.s.marks[f.first]&saying != 0) {
			return
		}
	}
}

// farSource is how many tokens stand between two attributions that belong together.
const farSource = 8

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
		if c, _ := f.s.cue(i, f.last); c == remark && f.outside(i) {
			return // what follows is a further statement
		}
		if f.outside(i) && f.s.marks[i]&that != 0 && !f.s.grounds(i-1) {
			f.said = i
			return
		}
	}
}

// grounds reports whether token i leads to a "that" which gives a time or a reason and
// not what somebody says: «بعد أن», «باعتبار أن».
func (s *story) grounds(i int) bool {
	if s.sequel(i) || s.marks[i]&denying != 0 {
		return true
	}
	switch s.bareNorm(i) {
	case "\u0628\u0627\u0639\u062A\u0628\u0627\u0631", "\u0639\u0644\u0645\u0627", "\u062E\u0627\u0635\u0647", "\u0631\u063A\u0645", "\u0628\u062D\u062C\u0647", "\u0628\u062F\u0639\u0648\u064A", "\u0628\u062F\u0644\u064A\u0644", "\u0645\u0639", "\u062F\u0648\u0646", "\u0645\u0646\u0630", "\u0630\u0644\u0643", "\u062D\u064A\u062B", "\u0628\u0645\u0627", "\u0637\u0627\u0644\u0645\u0627": // باعتبار علما خاصة رغم بحجة بدعوى بدليل مع دون منذ ذلك حيث بما طالما
		return true
	}
	return false
}

// ownSource reports whether the attribution at i only points back to a speaker
// that the sentence opens with: «وفق قوله», «بحسبها».
func (f *frame) ownSource(i int) bool {
	return f.s.marks[f.first]&saying != 0 && f.points(i)
}

// dropOwn ends the sentence before such an attribution: nobody is to hear twice who
// says it.
func (f *frame) dropOwn() {
	at := f.sourceAt
	if at < f.last && comma(f.s.t.Tokens[at]) {
		at++
	}
	if at < f.last && f.ownSource(at) {
		f.last = f.sourceAt
		f.capped = false
	}
}

// points reports whether the attribution at i closes the sentence and names its
// speaker by a pronoun only.
func (f *frame) points(i int) bool {
	w := f.s.t.Tokens[f.last-1]
	return f.last-i >= 2 && f.last-i <= 4 && len(w.Norm) > 6 && suffixed(w.Norm) && !strings.HasSuffix(w.Of(f.s.t.Source), "\u0629") // ة
}

// sourced reports whether the source is told by the words before token i: a name,
// «مصدر أمني», not «مصدر» nor «بلاغ صادر» alone.
func (f *frame) sourced(i int) bool {
	t := f.s.t.Tokens
	for i-2 > f.sourceAt && !f.s.actor[i-1] && (f.s.day(i-1) || f.dated(i-1)) {
		i--
	}
	if n := t[i-1].Norm; f.s.lex.quality[n] || n == "\u0627\u0644\u0646\u0627\u0637\u0642" { // «المكلفة [بالإعلام]», الناطق
		return false
	}
	if definite(t[i-1]) || f.s.actor[i-1] || t[i-1].Kind != arabic.Word || isClosing(t[i-1].Norm) {
		return true
	}
	n := t[i-1].Norm
	if n == "\u0642\u0631\u064A\u0628" || n == "\u0645\u0642\u0631\u0628" { // قريب مقرب: of whom
		return false
	}
	return n != "\u0635\u0627\u062F\u0631" && n != "\u0635\u0627\u062F\u0631\u0647" && i-2 > f.sourceAt && t[i-2].Kind == arabic.Word && !f.s.preposition(i-2) && f.s.marks[i-2]&(verb|that|open) == 0 && len(t[i-2].Norm) > 4 // صادر صادرة
}
