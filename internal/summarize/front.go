package summarize

import "mujaz/internal/arabic"

// opening adds the adjunct that stands before the verb of the sentence: «في أول
// تعليق رسمي، قال…».
func (f *frame) opening() {
	t := f.s.t.Tokens
	f.early()
	c, _ := f.s.cue(f.first, f.last)
	if c != adjunct && !f.insert(f.first) && !f.when() {
		return
	}
	if f.first+1 < f.last && f.period(f.first+1) && f.digits(f.first+2, f.last) {
		return // «خلال الربع الثاني، بلغ النمو 1 في المئة»
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

// early adds the adjunct between commas that parts the verb at the head of the
// sentence from its subject: «قام، ظهر اليوم الاثنين، أعوان الشرطة…».
func (f *frame) early() {
	t := f.s.t.Tokens
	i := f.first + 2
	for i < f.last && i < f.first+6 && !comma(t[i-1]) && (f.s.day(i-1) || f.dated(i-1)) {
		i++
	}
	if i >= f.last || !comma(t[i-1]) || f.s.marks[f.first]&verb == 0 || !f.circumstance(i) {
		return
	}
	long := insertLong
	if f.decides() {
		long = dueFar
	}
	for k := i + 1; k < f.last-3 && k < i+long; k++ {
		if !comma(t[k]) || !f.outside(k) || k >= i+insertLong && !actNoun(t[k+1].Norm) {
			continue
		}
		if m := f.s.marks[k+1]; m&(verb|that|relative|pointing) == 0 && !f.s.joined[k+1] && !f.s.preposition(k+1) && t[k+1].Kind == arabic.Word {
			f.cuts = append(f.cuts, cut{i - 1, k + 1, adjunctCut, costs[adjunctCut]})
		}
		return
	}
}

// when reports whether the sentence opens with a time or place that its conjunction
// hides: «وفي بيان»، «وبعد مناقشات»، «وخلال الاجتماع».
func (f *frame) when() bool {
	switch f.s.bareNorm(f.first) {
	case "\u0641\u064A", "\u062E\u0644\u0627\u0644", "\u0639\u0642\u0628": // في خلال عقب
		return true
	case "\u0628\u0639\u062F", "\u0642\u0628\u0644", "\u0645\u0646\u0630": // بعد قبل منذ
		return f.first+1 < f.last && f.s.marks[f.first+1]&that == 0
	}
	return false
}

// period reports whether token i names the span of time that figures are counted in.
func (f *frame) period(i int) bool {
	switch bare, _ := arabic.Bare(f.s.t.Tokens[i].Norm); bare {
	case "\u0631\u0628\u0639", "\u0646\u0635\u0641", "\u0639\u0627\u0645", "\u0633\u0646\u0647", "\u0634\u0647\u0631", "\u0627\u0633\u0628\u0648\u0639", "\u0641\u062A\u0631\u0647", "\u0627\u0634\u0647\u0631": // ربع نصف عام سنة شهر أسبوع فترة أشهر
		return true
	}
	return false
}
