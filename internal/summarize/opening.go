package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// line is a sentence that may become a bullet, its opening dealt with.
type line struct {
	sentence    int
	first, last int // its tokens after rules T1 to T3
	head        int // where the opening verb stands; first
	order       int // its place among the lines
	bare        bool
	penalty     float64
	unfit       bool // cannot stand alone
	whole       *frame
}

// opening returns the first token of sentence k that its bullet would begin
// with (rules T1 to T3).
func (s *story) opening(k int) int {
	x := s.t.Sentences[k]
	i := x.First
	if at, ok := s.agency(x); ok {
		i = at
	} else if s.numbered(i, x.Last) {
		i += 2
	}
	for i < x.Last {
		next := s.connective(i, x.Last)
		if next == i {
			break
		}
		i = next
	}
	return i
}

// numbered reports whether a point of a list begins at token i: «3- التقى».
func (s *story) numbered(i, last int) bool {
	t := s.t.Tokens
	return i+3 < last && t[i].Kind == arabic.Digits && len(t[i].Norm) <= 2 && s.t.Touch(i) && t[i+2].Kind == arabic.Word &&
		(arabic.IsDash(t[i+1]) || t[i+1].Norm == "." || t[i+1].Norm == ")")
}

// agency returns the token after a lead such as «القاهرة - أ ف ب -» (T1): up to
// eight tokens without a verb, closed by a dash that spaces surround. A lead
// may hold two dashes.
func (s *story) agency(x arabic.Sentence) (int, bool) {
	at, found := x.First, false
	for i := x.First; i < x.Last-3 && i < x.First+14; i++ {
		t := s.t.Tokens[i]
		if s.marks[i]&verb != 0 && s.marks[i]&nominal == 0 {
			break
		}
		if t.Norm == ":" && (x.First == 0 && s.marks[i+1]&verb != 0 || s.credits(x.First, i)) {
			return i + 1, true
		}
	}
	for i := x.First; i < x.Last-3 && i < x.First+10; i++ {
		t := s.t.Tokens[i]
		if s.marks[i]&verb != 0 && s.marks[i]&nominal == 0 || comma(t) {
			break
		}
		if t.Kind == arabic.Punct && (t.Norm == "-" || t.Norm == "\u2013" || t.Norm == "\u2014" || t.Norm == "_") {
			if i == x.First || !s.t.Touch(i-1) && !s.t.Touch(i) || found {
				at, found = i+1, true
			}
		}
	}
	for i := at; found && i < min(at+3, x.Last); i++ {
		if s.t.Tokens[i].Norm == "\u0627\u0644\u0644\u0647" { // الله: a pious wish stands between the dashes
			return x.First, false
		}
	}
	return at, found
}

// credits reports whether tokens first to last before a colon say who sent the
// news: «سالم الراوي- الساحل- الواحة:», «(وكالة الساحل):».
func (s *story) credits(first, last int) bool {
	dashes := 0
	for i := first; i < last; i++ {
		if arabic.IsDash(s.t.Tokens[i]) {
			dashes++
		}
	}
	return first == 0 && dashes > 0 || s.t.Tokens[first].Norm == "(" && s.t.Tokens[last-1].Norm == ")"
}

// connective returns the token after the connective at i, or i (T2).
func (s *story) connective(i, last int) int {
	t := s.t.Tokens
	if t[i].Kind == arabic.Punct && !isOpening(t[i].Norm) {
		return i + 1
	}
	if i+1 >= last {
		return i
	}
	if t[i].Norm == waw {
		return i + 1
	}
	if s.bareNorm(i) == "\u0642\u062F" && s.past(i+1) { // قد with a past verb
		return i + 1
	}
	if s.bareNorm(i) == "\u0643\u0645\u0627" { // كما
		if s.marks[i+1]&that != 0 {
			return i + 2
		}
		if s.marks[i+1]&verb != 0 || s.past(i+1) || verbShape(t[i+1].Norm) != 0 {
			return i + 1
		}
	}
	if s.bareNorm(i) == "\u062B\u0645" && s.marks[i+1]&verb != 0 { // ثم
		return i + 1
	}
	c, n := s.cue(i, last)
	j := i + n
	if j >= last {
		return i
	}
	switch c {
	case tail:
		if s.marks[j]&verb != 0 && n == 1 && s.t.Tokens[i].Norm != waw && !s.answered(i, last) {
			return j
		}
	case openerThat:
		for j+2 < last && (t[j].Kind == arabic.Punct || s.marks[j]&that != 0 && suffixed(t[j].Norm)) { // «إلى أنه أنه»
			j++
		}
		return j
	case opener:
		if comma(t[j]) {
			return j + 1
		}
		if s.marks[j]&verb != 0 || s.past(j) || s.joined[j] && s.marks[j] != 0 || t[j].Norm == "\u0642\u062F" || t[j].Norm == "\u0648\u0642\u062F" {
			return j
		}
	default:
	}
	return i
}

// answered reports whether «إذ» at token i leads up to an answer: «وإذ تشدد على…، فإنها
// ترى…».
func (s *story) answered(i, last int) bool {
	if s.bareNorm(i) != "\u0627\u0630" {
		return false
	}
	for k := i + 2; k < last; k++ {
		if strings.HasPrefix(s.t.Tokens[k].Norm, "\u0641\u0627\u0646") { // فإن
			return true
		}
	}
	return false
}

// past reports whether token i is a verb in the past: one the table knows, or a
// word in the form of the feminine.
func (s *story) past(i int) bool {
	if m := s.marks[i]; m&verb != 0 {
		return m&present == 0
	}
	norm := s.t.Tokens[i].Norm
	return s.marks[i] == 0 && len(norm) >= 8 && strings.HasSuffix(norm, "\u062A") && !strings.HasSuffix(norm, "\u0627\u062A") &&
		!strings.HasPrefix(norm, "\u062A") && !strings.HasPrefix(norm, "\u064A")
}

// bareNorm returns token i without its conjunction.
func (s *story) bareNorm(i int) string {
	n := s.t.Tokens[i].Norm
	for _, c := range [...]string{waw, "\u0641"} {
		if rest, ok := strings.CutPrefix(n, c); ok {
			return rest
		}
	}
	return n
}

func isOpening(norm string) bool { return arabic.Closer(norm) != "" }

// lines returns the sentences that may become bullets.
func (s *story) lines() []line {
	list := make([]line, 0, len(s.t.Sentences))
	for k, x := range s.t.Sentences {
		first := s.opening(k)
		last := x.Last
		if last-first < 4 {
			continue
		}
		s.begin(first)
		l := line{sentence: k, first: first, last: last, head: first, order: len(list)}
		s.judge(&l)
		list = append(list, l)
	}
	return list
}

// subjectless reports whether the verb at i has its subject outside the
// sentence: what follows is already what was said, or a preposition.
func (s *story) subjectless(i, last int) bool {
	t := s.t.Tokens
	j := i + 1
	if t[j].Kind == arabic.Punct {
		return s.marks[i]&saying != 0 && !s.quotedName(j, last)
	}
	if s.marks[j]&that != 0 {
		// «يذكر أن», «تقرر أن», «يمكن أن» have what follows as their subject.
		return s.marks[i]&saying != 0 || t[i].Norm == "\u0643\u0627\u0646"
	}
	if n := t[j].Norm; n == "\u0627\u064A\u0636\u0627" || n == "\u0630\u0644\u0643" || n == "\u0643\u0630\u0644\u0643" { // أيضا ذلك كذلك
		return true
	}
	if n := t[j].Norm; n == "\u0646\u0641\u0633\u0647" || n == "\u0646\u0641\u0633\u0647\u0627" { // نفسه نفسها
		return true
	}
	if s.marks[i]&saying != 0 {
		c, _ := s.cue(j, last)
		return s.preposition(j) && !s.person[j] || t[j].Norm == "\u0644" || s.objectWord(j) || s.petitioned(i, j) || c == adjunct || c == scope // «ذكر عبر حسابه»
	}
	switch t[j].Norm {
	case "\u0627\u0644\u064A", "\u0639\u0644\u064A", "\u0639\u0646", "\u0645\u0646", "\u0644": // إلى على عن من ل
		return true
	}
	return false
}

// petitioned reports whether the noun at j cannot be the subject of the verb at i,
// one of asking or accusing: «طالب الحكومة بـ…», a verb for a man before a noun for
// a body of the state.
func (s *story) petitioned(i, j int) bool {
	switch s.bareNorm(i) {
	case "\u0637\u0627\u0644\u0628", "\u062F\u0639\u0627", "\u062D\u062B", "\u0646\u0627\u0634\u062F", "\u0627\u062A\u0647\u0645", "\u062D\u0645\u0644": // طالب دعا حث ناشد اتهم حمل
	default:
		return false
	}
	switch s.t.Tokens[j].Norm {
	case "\u0627\u0644\u062D\u0643\u0648\u0645\u0647", "\u0627\u0644\u0633\u0644\u0637\u0627\u062A", "\u0627\u0644\u0633\u0644\u0637\u0647", "\u0627\u0644\u062F\u0648\u0644\u0647", "\u0627\u0644\u0648\u0632\u0627\u0631\u0647", "\u0627\u0644\u062C\u0647\u0627\u062A", "\u0627\u0644\u0645\u0624\u0633\u0633\u0627\u062A": // الحكومة السلطات السلطة الدولة الوزارة الجهات المؤسسات
		return true
	}
	return false
}

// objectWord reports whether token i can only be what is said and not who says
// it: «أكد ضرورة…», «أعلن رفضه…».
func (s *story) objectWord(i int) bool {
	norm := s.t.Tokens[i].Norm
	switch norm {
	case "\u0636\u0631\u0648\u0631\u0647", "\u0627\u0647\u0645\u064A\u0647", "\u0639\u062F\u0645", "\u0648\u062C\u0648\u062F", "\u0627\u0644\u062A\u0627\u0643\u064A\u062F", "\u0627\u0644\u062F\u0639\u0648\u0647": // ضرورة أهمية عدم وجود التأكيد الدعوة
		return true
	case "\u0627\u0644\u0627\u0647\u0645\u064A\u0647", "\u0627\u0644\u0636\u0631\u0648\u0631\u0647", "\u0627\u0644\u062D\u0627\u062C\u0647", "\u0627\u0644\u062F\u0648\u0631", "\u0627\u0644\u0645\u0643\u0627\u0646\u0647": // الأهمية الضرورة الحاجة الدور المكانة
		return true
	case "\u062A\u0642\u0631\u064A\u0631", "\u062A\u062D\u0642\u064A\u0642", "\u062A\u062D\u0644\u064A\u0644", "\u062A\u0635\u0631\u064A\u062D", "\u0627\u062A\u062D\u0627\u062F", "\u062A\u0646\u0638\u064A\u0645", "\u0627\u0626\u062A\u0644\u0627\u0641": // تقرير تحقيق تحليل تصريح اتحاد تنظيم ائتلاف
		return false
	}
	if masdar(norm) && s.marks[i] == 0 && !s.actor[i] && i+1 < len(s.marks) && definite(s.t.Tokens[i+1]) {
		return true // «انتقد تخصيص الاحتفالات»
	}
	return len(norm) > 6 && suffixed(norm) && !womanly(norm) && !s.actor[i] && !definite(s.t.Tokens[i])
}

// quotedName reports whether the quotation mark at j opens a name and not
// speech: it closes within four words and the sentence goes on.
func (s *story) quotedName(j, last int) bool {
	want := arabic.Closer(s.t.Tokens[j].Norm)
	if want == "" {
		return false
	}
	for k := j + 1; k < last-2 && k <= j+5; k++ {
		if s.t.Tokens[k].Norm == want {
			return s.t.Tokens[k+1].Kind == arabic.Word
		}
	}
	return false
}
