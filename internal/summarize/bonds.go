package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// owed are the prepositions that verbs of data/owes.tsv need; the first is none.
var owed = [...]string{"", "\u0639\u0644\u064A", "\u0627\u0644\u064A", "\u0639\u0646", "\u0645\u0646", "\u0641\u064A", "\u0628", "\u0628\u064A\u0646"} // على إلى عن من في ب بين

// What is added to the number of the preposition of a verb.
const (
	takesObject = 8  // it takes an object as well
	mustHave    = 16 // no clause ends without the preposition
	whenDone    = 32 // a noun that needs it only as what is done: «تم الاتفاق على»
)

// loadOwes adds the verbs that mean little without a preposition, and their
// verbal nouns with what may be written with them.
func (x *lexicon) loadOwes() {
	owes := map[string]uint8{}
	for _, r := range table.Rows("owes.tsv", owesTable, 5) {
		to := uint8(slices.Index(owed[:], arabic.Key(r[2])))
		kind := map[string]uint8{"object": takesObject, "must": mustHave, "done": whenDone}[r[4]]
		for _, form := range verbForms(r[0], r[1]) {
			owes[form] = to | kind&^whenDone
		}
		if r[3] == "-" {
			continue
		}
		noun := arabic.Key(r[3])
		for _, p := range [...]string{"", "\u0628", "\u0644", "\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644"} { // ب ل ال بال لل
			owes[p+noun] = to | kind&whenDone
		}
		if base, ok := strings.CutSuffix(noun, "\u0647"); ok { // ة before a pronoun
			noun = base + "\u062A"
		}
		for _, p := range [...]string{"\u0647", "\u0647\u0627", "\u0647\u0645"} { // ه ها هم
			owes[noun+p] = to
		}
	}
	x.owes = table.NewIndex(owes)
}

// debt returns the preposition that token i needs, or "".
func (s *story) debt(i int) string {
	if s.debts[i] == 0 {
		n := s.lex.owes.Of(s.t.Tokens[i].Norm)
		if n == 0 {
			n = s.lex.owes.Of(s.bareNorm(i))
		}
		s.debts[i] = n + 1
	}
	if (s.debts[i]-1)&whenDone != 0 && !s.done(i) {
		return ""
	}
	return owed[(s.debts[i]-1)%takesObject]
}

// owed reports whether cut c takes the preposition that a verb or verbal noun
// before it needs and does not have yet: «تسبب جنوح قطار، أمس، [في إصابة…]»,
// «اصطدمت الحافلة [التي كان يقودها بعمود]».
func (f *frame) owed(c cut) bool {
	begin := f.begin(c)
	if begin >= c.last {
		return false
	}
	clause := c.rule == clauseTail || c.rule == verbTail || c.rule == remarkTail
	within := c.rule == relativeCut || c.rule == describing || c.rule == partTail || c.rule == adjunctCut && c.last != f.due
	ends := c.last >= f.sourceAt && c.first < f.sourceAt // the clause before it ends there
	for i := c.first - 1; i >= f.first; i-- {
		if i == f.said {
			return false // what is said pays the debt of the verb before it
		}
		to := f.s.debt(i)
		if to == "" || f.due >= c.last && i == f.verbAt() {
			continue
		}
		if ends && (f.s.debts[i]-1)&(mustHave|whenDone) != 0 && (f.s.done(i) || f.s.marks[i]&verb != 0 && (f.s.marks[i]&nominal == 0 || i == f.first)) {
			if ends = false; !f.has(i, c.first, to) && f.has(i, f.last, to) {
				return true
			}
		}
		ends = ends && (f.s.marks[i]&verb == 0 || f.s.marks[i]&nominal != 0)
		at := -1
		if f.to(begin, to) {
			at = begin
		}
		for k := begin + 1; k < c.last && at < 0 && !clause; k++ {
			if f.outside(k) && (within || comma(f.s.t.Tokens[k-1])) && f.to(k, to) {
				at = k
			}
		}
		if (c.rule == relativeCut || c.rule == describing) && to == "\u0641\u064A" && c.last >= f.sourceAt && f.has(i, c.first, to) { // في
			continue // that of the clause at the end is its own
		}
		if at >= 0 && !f.paid(i, c.first, to, at) {
			return true
		}
	}
	return false
}

// done reports whether the verbal noun at i is what is done: «تم الاتفاق على…».
func (s *story) done(i int) bool {
	if i == 0 || s.marks[i]&verb != 0 {
		return false
	}
	switch s.bareNorm(i - 1) {
	case "\u062A\u0645", "\u064A\u062A\u0645", "\u0633\u064A\u062A\u0645", "\u062C\u0631\u064A", "\u062A\u0645\u062A": // تم يتم سيتم جرى تمت
		return true
	}
	return false
}

// paid reports whether the preposition that token i needs stands before token
// last. At which one was found after it: when that leads to a verbal noun, only
// one like it counts.
func (f *frame) paid(i, last int, to string, at int) bool {
	least := lead(0)
	if to == "\u0645\u0646" || to == "\u0641\u064A" { // من في
		least = f.lead(at)
	}
	strict := least == toAct
	for k := i + 1; k < last; k++ {
		if f.to(k, to) && f.lead(k) >= least && (to != "\u0641\u064A" || k == i+1 || strict) && !f.compares(k-1) { // في: before it may tell only where
			return true
		}
	}
	return false
}

// has reports whether the preposition that token i needs stands anywhere before
// token last.
func (f *frame) has(i, last int, to string) bool {
	for k := i + 1; k < last; k++ {
		if f.to(k, to) && !f.compares(k-1) {
			return true
		}
	}
	return false
}

// to reports whether preposition p stands at token k or begins it.
func (f *frame) to(k int, p string) bool {
	norm := f.s.t.Tokens[k].Norm
	if p != "\u0628" { // beh
		return norm == p || norm == p+"\u0647" || norm == p+"\u0647\u0627"
	}
	if !strings.HasPrefix(norm, p) || !f.s.preposition(k) {
		return false
	}
	if c, _ := f.s.cue(k, f.last); c != none {
		return false
	}
	switch norm {
	case "\u0628\u0634\u0643\u0644", "\u0628\u0635\u0641\u0647", "\u0628\u0635\u0648\u0631\u0647", "\u0628\u0637\u0631\u064A\u0642\u0647", "\u0628\u0646\u0633\u0628\u0647": // بشكل بصفة بصورة بطريقة بنسبة
		return false
	}
	return true
}

// lead is what a preposition leads to.
type lead uint8

const (
	toThing lead = iota // «من الإرهاب»
	toAny               // a noun without the article: «من حجز», «من ولاية»
	toAct               // a verbal noun or a clause: «من إنقاذ», «في أن»
)

// lead returns what the preposition at token k leads to.
func (f *frame) lead(k int) lead {
	norm := f.s.t.Tokens[k].Norm
	if len(norm) <= 6 && f.s.preposition(k) {
		if k++; k >= f.last {
			return toThing
		}
		norm = f.s.t.Tokens[k].Norm
	} else {
		norm = strings.TrimPrefix(norm, "\u0628") // beh
	}
	bare, article := arabic.Bare(norm)
	switch {
	case actNoun(norm) || actNoun(bare) || f.s.marks[k]&that != 0:
		return toAct
	case article || f.s.actor[k]:
		return toThing
	}
	switch norm {
	case "\u0648\u0644\u0627\u064A\u0647", "\u0645\u0639\u062A\u0645\u062F\u064A\u0647", "\u0645\u0646\u0637\u0642\u0647", "\u0645\u062D\u0627\u0641\u0638\u0647", "\u0645\u062F\u064A\u0646\u0647", "\u062C\u0647\u0647", "\u0628\u0644\u062F\u0647", // ولاية معتمدية منطقة محافظة مدينة جهة بلدة
		"\u0642\u0628\u0644", "\u0637\u0631\u0641", "\u0627\u062C\u0644", "\u062E\u0644\u0627\u0644", "\u0628\u064A\u0646", "\u0646\u0648\u0639", "\u0639\u062F\u0647": // قبل طرف أجل خلال بين نوع عدة
		return toThing
	}
	return toAny
}

// leads reports whether the preposition at token k leads to a verbal noun or a
// clause.
func (f *frame) leads(k int) bool { return f.lead(k) == toAct }

// compares reports whether token k is a word of comparison or of number that «من»
// follows: «أكثر من ساعتين», «عدد من».
func (f *frame) compares(k int) bool {
	switch f.s.bareNorm(k) {
	case "\u0627\u0643\u062B\u0631", "\u0627\u0642\u0644", "\u0627\u0632\u064A\u062F", "\u0639\u062F\u062F", "\u0643\u0644", "\u0639\u062F\u062F\u0627", "\u0628\u0643\u0644": // أكثر أقل أزيد عدد كل عددا بكل
		return true
	}
	return false
}

// begin returns the first word of cut c.
func (f *frame) begin(c cut) int {
	if comma(f.s.t.Tokens[c.first]) {
		return c.first + 1
	}
	return c.first
}

// strands reports whether what follows cut c would hang on the wrong words: a
// relative or a pronoun that points into the cut, «السياسات، [التي تعتزم…]، الذي
// يدعمه», a share that belongs to it, «[…] بنسبة 10 بالمئة», or a result of a
// condition.
func (f *frame) strands(c cut) bool {
	t := f.s.t.Tokens
	begin := f.begin(c)
	if begin < c.last && c.rule != parenthesis {
		if begin == c.first && t[begin].Norm == "\u0628\u064A\u0646" && !definite(t[begin-1]) && !f.s.actor[begin-1] && !f.s.day(begin-1) { // بين: the word before it governs both that follow
			return true
		}
		if strings.HasPrefix(t[begin].Norm, "\u0641") && t[begin].Norm != "\u0641\u064A" && f.conditional(c.first) { // feh, but not في
			return true
		}
		if f.awaits(c) {
			return true
		}
	}
	next := c.last
	if next < f.last && comma(t[next]) {
		next++
	}
	if next >= f.last || c.first < f.sourceAt && next >= f.sourceAt || c.rule == parenthesis || next == f.said {
		return false
	}
	if f.s.joined[begin] && c.rule == adjunctCut && !f.s.joined[next] { // «، [ومنذ العام الماضي،] حصل»: two sentences
		return true
	}
	if c.rule == apposition {
		return false
	}
	if f.exemplifies(next) {
		return true
	}
	if f.s.marks[next]&that != 0 && next != f.due { // «دور المملكة [بقيادة… وبقناعته] أن»
		return true
	}
	if f.only(next) || f.finite(next) && !f.s.joined[next] && f.s.bareNorm(next) == t[next].Norm { // what is left goes on about what was cut
		return true
	}
	if rest, ok := strings.CutPrefix(t[next].Norm, "\u0644"); ok && f.s.marks[next] == 0 && f.s.lex.marks[rest]&present != 0 { // «، [ليتم إعلامه…،] لتبدأ»
		return true
	}
	if f.s.marks[next]&relative != 0 || f.s.held[next] != 0 && t[next].Kind == arabic.Digits {
		return true
	}
	switch f.s.bareNorm(next) {
	case "\u0647\u0648", "\u0647\u064A", "\u0647\u0645", "\u0647\u0645\u0627", "\u0645\u0645\u0627", "\u0627\u0644\u0627\u0645\u0631", "\u0645\u0627", "\u062D\u064A\u062B", "\u0627\u0630", // هو هي هم هما مما الأمر ما حيث إذ
		"\u0627\u0628\u0631\u0632\u0647\u0645", "\u0627\u0628\u0631\u0632\u0647\u0627", "\u0627\u0647\u0645\u0647\u0627", "\u0627\u0647\u0645\u0647\u0645", // أبرزهم أبرزها أهمها أهمهم
		"\u0628\u0633\u0628\u0628",                                                                                                                                               // بسبب
		"\u0628\u0646\u0633\u0628\u0647", "\u0628\u0642\u064A\u0645\u0647", "\u0628\u0648\u0627\u0642\u0639", "\u0628\u0645\u0639\u062F\u0644", "\u0628\u0645\u0628\u0644\u063A": // بنسبة بقيمة بواقع بمعدل بمبلغ
		return true
	}
	return c.rule == relativeCut && !comma(t[c.first]) && f.s.preposition(next)
}

// all reports whether token i is a word for all of what follows, «كافة التدابير [التي…]»,
// which the clause after it limits.
func (f *frame) all(i int) bool {
	switch f.s.bareNorm(i) {
	case "\u0643\u0627\u0641\u0647", "\u062C\u0645\u064A\u0639", "\u0643\u0644", "\u0633\u0627\u0626\u0631", "\u0628\u0643\u0644", "\u0643\u0627\u0645\u0644": // كافة جميع كل سائر بكل كامل
		return true
	}
	return false
}

// exemplifies reports whether the phrase at token i names parts of what the words right
// before it name: «وخاصة», «من بينهم».
func (f *frame) exemplifies(i int) bool {
	c, n := f.s.cue(i, f.last)
	switch f.s.bareNorm(i) {
	case "\u062E\u0627\u0635\u0647", "\u062E\u0635\u0648\u0635\u0627", "\u0633\u064A\u0645\u0627", "\u0645\u0646\u0647\u0627", "\u0645\u0646\u0647\u0645", "\u0645\u062B\u0644": // خاصة خصوصا سيما منها منهم مثل
		return c == tail || c == apart
	}
	return c == tail && n == 2 && (f.s.bareNorm(i) == "\u0645\u0646" || f.s.bareNorm(i) == "\u0628\u0645\u0627") // من بينهم، بما في ذلك
}

// awaits reports whether the words before cut c lead up to what it takes: «أما
// الأطفال [الذين غابوا فقد…]», «نقلت الوكالة عنه قوله [إن…]».
func (f *frame) awaits(c cut) bool {
	t := f.s.t.Tokens
	for i := c.first - 1; i > f.first && i > c.first-insertLong; i-- {
		switch n := f.s.bareNorm(i); {
		case f.s.marks[i]&that != 0 || arabic.Closer(t[i].Norm) != "" || isClosing(t[i].Norm):
			return false
		case n == "\u0627\u0645\u0627", n == "\u0642\u0648\u0644\u0647", n == "\u0642\u0648\u0644\u0647\u0627", n == "\u0642\u0648\u0644\u0647\u0645": // أما قوله قولها قولهم
			return true
		case strings.HasPrefix(t[i].Norm, "\u0641") && f.s.joined[i]: // فقد
			return false
		}
	}
	return false
}

// only reports whether token i is a word for "only" that follows what it limits.
func (f *frame) only(i int) bool {
	switch f.s.t.Tokens[i].Norm {
	case "\u0641\u0642\u0637", "\u0641\u062D\u0633\u0628", "\u062D\u0635\u0631\u0627": // فقط فحسب حصرا
		return true
	}
	return false
}

// conditional reports whether a word of condition stands before token last.
func (f *frame) conditional(last int) bool {
	for i := f.first; i < last; i++ {
		switch f.s.bareNorm(i) {
		case "\u0645\u0647\u0645\u0627": // مهما, but not «انتصارا مهما»
			return i == f.first || !strings.HasSuffix(f.s.t.Tokens[i-1].Norm, "\u0627")
		case "\u0627\u0630\u0627", "\u0644\u0648", "\u0645\u062A\u064A", "\u0643\u0644\u0645\u0627": // إذا لو متى كلما
			return true
		}
	}
	return false
}

// lists reports whether cut c takes a part of what something is composed of,
// which is named in full or not at all: «العائلة متكونة من الأم [وهي مسنة وشاب]»,
// or more than a further thing: «، [وسمو نائبه – حفظهم الله – في استشهاد…]».
func (f *frame) lists(c cut) bool {
	if c.rule != partTail && c.rule != clauseTail && c.rule != relativeCut {
		return false
	}
	t := f.s.t.Tokens
	for i := c.first; i < c.last && c.rule == partTail; i++ {
		if arabic.IsDash(t[i]) {
			return true
		}
	}
	more := false
	for i := c.first; i < c.last; i++ {
		more = more || f.s.joined[i] || t[i].Norm == waw || strings.HasPrefix(t[i].Norm, waw)
	}
	if !more {
		return false
	}
	for i := c.first - 1; i >= f.first && (c.rule == partTail || !comma(t[i])) && f.s.marks[i]&that == 0; i-- {
		switch f.s.bareNorm(i) {
		case "\u0647\u064A", "\u0647\u0648", "\u0647\u0645": // هي هو هم: «وهي فصل…، وفصل…»
			if c.rule == partTail {
				return true
			}
		case "\u0645\u062A\u0643\u0648\u0646", "\u0645\u062A\u0643\u0648\u0646\u0647", "\u0645\u0643\u0648\u0646", "\u0645\u0643\u0648\u0646\u0647", "\u064A\u062A\u0643\u0648\u0646", "\u062A\u062A\u0643\u0648\u0646", // متكون متكونة مكون مكونة يتكون تتكون
			"\u064A\u062A\u0627\u0644\u0641", "\u062A\u062A\u0627\u0644\u0641", "\u0645\u0624\u0644\u0641", "\u0645\u0624\u0644\u0641\u0647": // يتألف تتألف مؤلف مؤلفة
			return true
		}
	}
	return false
}
