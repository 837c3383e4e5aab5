package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// stage reports whether the words from token i to "that" only say where a
// speaker spoke: «قالت الوزارة [في بيان نشرته أمس] إن…».
func (f *frame) stage(i int) bool {
	at := f.verbAt()
	c, _ := f.s.cue(i, f.last)
	if n := f.s.t.Tokens[i].Norm; n != "\u0641\u064A" && n != "\u0636\u064A\u0641" && c != scope || i < at+2 || f.s.marks[f.said-1]&verb != 0 || f.s.preposition(f.said-1) || f.s.joined[f.said] || strings.HasPrefix(f.s.t.Tokens[f.said].Norm, waw) { // في ضيف
		return false
	}
	for j := i; j < f.said; j++ {
		if k, _ := f.s.cue(j, f.last); f.s.person[j] || k == limiting || k == source || k == remark || f.s.marks[j]&denying != 0 || f.s.marks[j]&saying != 0 && f.s.marks[j]&nominal == 0 {
			return false
		}
	}
	return true
}

// subordinate reports whether the sentence opens with a clause that leans on the
// one after it: «بعد أن فاز الفريق…، عاد». What a cut takes from its end may be
// all that it says.
func (f *frame) subordinate() bool {
	if f.s.when(f.first) > 0 {
		return true
	}
	if f.first+1 >= f.last {
		return false
	}
	switch f.s.bareNorm(f.first) {
	case "\u0628\u064A\u0646\u0645\u0627", "\u0641\u064A\u0645\u0627", "\u0631\u063A\u0645", "\u0645\u0627", "\u0627\u0630", "\u0644\u0626\u0646", "\u0628\u0645\u0627": // بينما فيما رغم ما إذ لئن بما
		return true
	case "\u0628\u0639\u062F", "\u0642\u0628\u0644", "\u0645\u0646\u0630", "\u0645\u0639": // بعد قبل منذ مع
		return f.s.marks[f.first+1]&that != 0
	}
	act, ok := strings.CutPrefix(f.s.bareNorm(f.first), "\u0644")
	return ok && f.s.marks[f.first] == 0 && masdar(act) && !ownLam(act) // «لإزالة الأنقاض، …»
}

// follows reports whether a clause in the past begins at i that tells what came
// before or after what the sentence tells, itself in the past: «بعدما أصيب…»,
// «قبل أن توقفه الشرطة». After a future or a negation it would be a condition.
func (f *frame) follows(i int) bool {
	t := f.s.t.Tokens
	n := f.s.when(i)
	if n == 0 && f.s.bareNorm(i) == "\u0642\u0628\u0644" && i+2 < f.last && f.s.marks[i+1]&that != 0 { // قبل أن
		n = 2
	}
	if n == 0 || f.s.joined[i] || t[i].Norm == waw {
		return false
	}
	told := false
	for j := i - 1; j >= f.first; j-- {
		m := f.s.marks[j]
		if c, _ := f.s.cue(j, f.last); c == limiting || m&denying != 0 || m&verb != 0 && m&nominal == 0 && m&present != 0 {
			return false
		}
		if m&verb != 0 && (m&nominal == 0 || j == f.first) {
			told = i-j > 3
			break
		}
	}
	return told
}

// sequel reports whether token i is a word for after or before that dates no
// figure when a comma stands before it.
func (s *story) sequel(i int) bool {
	switch s.bareNorm(i) {
	case "\u0628\u0639\u062F", "\u0642\u0628\u0644", "\u0639\u0642\u0628", "\u0627\u062B\u0631": // بعد قبل عقب إثر
		return true
	}
	return false
}

// purpose reports whether token i is "to" with its verb, «ليكونوا», «لتشمل», or with
// a verbal noun after a definite noun, «في العاصمة لإعداد…».
func (f *frame) purpose(i int) bool {
	rest, ok := strings.CutPrefix(f.s.t.Tokens[i].Norm, "\u0644")
	if !ok || f.s.marks[i] != 0 {
		return false
	}
	if f.s.lex.marks[rest]&present != 0 {
		return true
	}
	before := f.s.t.Tokens[i-1]
	return masdar(rest) && (f.s.actor[i-1] || definite(before) || before.Kind == arabic.Digits) && !f.s.actor[i]
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
	if f.s.marks[f.first]&saying == 0 || f.s.t.Tokens[i].Norm == "\u0641\u064A" {
		return true
	}
	return f.said >= 0 && (i > f.said || !f.s.governed(i))
}

// adjunct adds the adjunct that begins at i: up to the next comma, or up to
// the "that" of reported speech.
func (f *frame) adjunct(start, i int) {
	if start == i && f.delays(i) || start == i && (!f.complete(i) || f.timed(i)) {
		return
	}
	t := f.s.t.Tokens
	more := false // a comma and a conjunction stand in it: perhaps a part of what stands before it
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
		case comma(t[j]) && j+1 < f.last && f.inserted(j) > 0:
			j = f.inserted(j) // «ضربت، فجر اليوم، قرى الساحل»
			continue
		case comma(t[j]) && j+1 < f.last:
			c, _ := f.s.cue(j+1, f.last)
			if f.coordinated(j+1) && !f.s.day(i) {
				if f.s.marks[j+1]&verb != 0 {
					return // a verb or a noun: which, only a reader knows
				}
				more = true
				continue // perhaps still a part of the adjunct
			}
			if f.s.marks[j+1]&relative != 0 {
				return // «بسبب الهجوم، الذي…»: it describes what would be cut
			}
			if more || c == none && !f.resumes(j+1) && !f.s.day(i) {
				return // a noun: beside the last one of the adjunct, or what the verb governs
			}
			if c == none && (start == i || f.s.day(i) || f.s.marks[j+1]&(that|verb) != 0) {
				j++ // the comma only closed the adjunct
			}
			f.addAdjunct(start, j, i)
			return
		}
		c, _ := f.s.cue(j, f.last)
		if (c == remark || c == tail || c == source) && !f.unqualified(j-1) { // «وسط إجراءات أمنية مشددة»
			if more {
				return
			}
			f.addAdjunct(start, j, i)
			return
		}
		if c == limiting || f.s.marks[j]&that != 0 && i > f.said && f.said >= 0 && (f.s.joined[j] || strings.HasPrefix(t[j].Norm, waw)) {
			return
		}
	}
}

// timed reports whether «بعد» or «قبل» at token i counts from a time before it:
// «في الدقيقة السادسة بعد الوقت الأصلي».
func (f *frame) timed(i int) bool {
	if !f.s.sequel(i) || f.s.joined[i] {
		return false
	}
	if f.dated(i-1) || f.counts(i-1) || i+1 < f.last && f.s.stem[i-1] >= 0 && f.s.stem[i-1] == f.s.stem[i+1] { // «جيلا بعد جيل»
		return true
	}
	for k := i - 1; k > f.first && k >= i-2; k-- {
		switch f.s.t.Tokens[k].Norm {
		case "\u0627\u0644\u062F\u0642\u064A\u0642\u0647", "\u0627\u0644\u062F\u0642\u0627\u0626\u0642", "\u0627\u0644\u0633\u0627\u0639\u0647": // الدقيقة الدقائق الساعة
			return true
		}
	}
	return false
}

// resumes reports whether the sentence goes on at token i after an adjunct: with
// a verb, a "that", a preposition or an indefinite object, not with a noun that
// may stand beside the last one.
func (f *frame) resumes(i int) bool {
	t := f.s.t.Tokens[i]
	return f.s.marks[i]&(verb|that|relative) != 0 || f.s.day(i) || f.s.preposition(i) || t.Kind != arabic.Word ||
		f.s.joined[i] || !definite(t) && strings.HasSuffix(t.Norm, "\u0627")
}

// governed reports whether token i is a preposition that verbs of saying take.
func (s *story) governed(i int) bool {
	switch s.t.Tokens[i].Norm {
	case "\u0639\u0646", "\u0639\u0644\u064A", "\u0627\u0644\u064A", "\u0628\u0627\u0646": // عن على إلى بأن
		return true
	}
	return false
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
		case m&that != 0 && plainNoun(f.s.t.Tokens[j+1]) && !suffixed(f.s.t.Tokens[j].Norm) && !f.nominalClause(j, i):
			return false // a noun and no word of it yet: «أن الرواية الصادرة عن دار النخيل»
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
		if masdar(t.Norm) && !f.s.preposition(k-1) || f.s.preposition(k) && !f.s.actor[k] && (t.Norm != "\u0641\u064A" || f.said >= 0 || f.s.marks[f.first]&saying == 0) {
			return true
		}
		if m&that != 0 || m&verb != 0 && m&nominal == 0 {
			return m&that != 0 && k < i-3
		}
	}
	return false
}

// masdar reports whether norm has the form of a verbal noun, as objects of news
// verbs have: «تشكيل», «إطلاق», «افتتاح».
func masdar(norm string) bool {
	if ownLam(norm) {
		return true
	}
	n := len(norm) / 2
	if n == 5 && strings.HasPrefix(norm, "\u062A") && norm[6:8] == "\u064A" { // ت…ي…
		return true
	}
	return n >= 5 && n <= 7 && strings.HasPrefix(norm, "\u0627") && !strings.HasPrefix(norm, "\u0627\u0644") && norm[len(norm)-4:len(norm)-2] == "\u0627" // ا…ا…
}

// ownLam reports whether norm is a verbal noun whose alef and lam are its own and no
// article: «إلقاء».
func ownLam(norm string) bool {
	switch norm {
	case "\u0627\u0644\u0642\u0627\u0621", "\u0627\u0644\u062D\u0627\u0642", "\u0627\u0644\u0632\u0627\u0645", "\u0627\u0644\u063A\u0627\u0621", "\u0627\u0644\u062A\u0632\u0627\u0645", "\u0627\u0644\u062A\u062D\u0627\u0642", "\u0627\u0644\u062A\u0642\u0627\u0637", "\u0627\u0644\u062A\u0645\u0627\u0633", "\u0627\u0644\u062A\u0641\u0627\u062A": // القاء الحاق الزام الغاء التزام التحاق التقاط التماس التفات
		return true
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
	if figure && (f.dates(i) || c == none && !strings.HasPrefix(f.s.t.Tokens[i].Norm, "\u0628") && !f.purpose(i) && f.digits(i, end)) {
		return
	}
	if f.resumed(start, i, end) || start == i && end-i < 2 {
		return // «لتصبح» alone before another word of its clause
	}
	if end+1 < f.due && comma(f.s.t.Tokens[end]) && f.s.preposition(end+1) {
		return // «[لدى زيارتهم أمس]، إلى المركز، عن تضامنهم»: half of an adjunct
	}
	if c == scope && end < f.last && !f.remains(end) || start == i && end < f.sourceAt && f.whom(i, end) {
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

// resumed reports whether the words from token i to end hold more than an adjunct:
// an object of the verb before it, «تسلم، [بعد اعتزاله العام الماضي منصبا جديدا]», or,
// within the sentence, a figure and what a conjunction ties to it.
func (f *frame) resumed(start, i, end int) bool {
	t := f.s.t.Tokens
	joined, digits := false, false
	for k := i + 2; k < end; k++ {
		joined = joined || f.s.joined[k] && !definite(t[k]) && t[k].Kind == arabic.Word && f.s.held[k] == 0
		digits = digits || t[k].Kind == arabic.Digits
		n := t[k].Norm
		if start > f.first && f.s.marks[start-1]&verb != 0 && !definite(t[k]) && len(n) >= 8 && strings.HasSuffix(n, "\u0627") && definite(t[k-1]) {
			return true
		}
	}
	return end < f.sourceAt && start == i && joined && digits
}

// whom reports whether tokens first to last name a person, who may be the subject
// or the object of the verb.
func (f *frame) whom(first, last int) bool {
	for i := first; i < last; i++ {
		if f.s.person[i] {
			return true
		}
	}
	return false
}

// remains reports whether what follows a cut that ends at i does not hang on
// what is cut: «بعد تناوله الدواء، في أقل من ساعة».
func (f *frame) remains(i int) bool {
	if comma(f.s.t.Tokens[i]) {
		i++
	}
	if i >= f.last {
		return true
	}
	n := f.s.t.Tokens[i].Norm
	return n != "\u0641\u064A" && n != "\u062E\u0644\u0627\u0644" // في خلال
}

func (f *frame) digits(first, last int) bool {
	for j := first; j < last; j++ {
		if f.s.t.Tokens[j].Kind == arabic.Digits {
			return true
		}
	}
	return false
}
