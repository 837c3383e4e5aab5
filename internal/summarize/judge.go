package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

const (
	shadda   = '\u0651'
	longItem = 16 // tokens of an opening that a verb unknown to the tables begins
)

// judge says how well a line stands alone.
func (s *story) judge(l *line) {
	t := s.t.Tokens
	s.judgeEnd(l)
	if s.asks(l) || s.address(l) {
		l.unfit = true // a question tells nothing, nor does how to write to the author
	}
	m := s.marks[l.first]
	c, _ := s.cue(l.first, s.t.Sentences[l.sentence].Last)
	if c == tail && strings.ContainsRune(t[l.first].Of(s.t.Source), shadda) {
		c = none // «مثّل»
	}
	s.judgeOpening(l, c)
	if m&verb == 0 && (c == adjunct || c == scope || s.preposition(l.first)) && s.hangs(l) {
		l.unfit = true
	}
	if at := s.announces(l.first, l.last); at > l.first+7 && (s.marks[at-1]&verb == 0 || s.marks[at-1]&nominal != 0) {
		l.last = at
	} else if at > 0 || t[l.last-1].Norm == ":" {
		l.unfit = true
	}
	if s.list(l) || s.residue(l) || s.item(l) && (l.order > 0 || l.last-l.first < longItem) || s.fixture(l) || s.foreign(l) || c == source && s.fragment(l) {
		l.unfit = true
	}
	if i := l.first + 3; t[l.first].Norm == "\u0645\u0646" && i+1 < l.last && s.marks[i-1]&that != 0 && s.marks[i]&verb != 0 && (s.subjectless(i, l.last) || s.preposition(i+1)) { // من المقرر أن يزور…
		l.penalty += 2
	}
	if s.owned(l) {
		l.penalty += 3
	}
	s.leans(l)
	if m&verb != 0 && l.first+1 < l.last {
		l.bare = s.subjectless(l.first, l.last)
	}
}

// judgeEnd judges a line without an end mark: a heading, a byline, a line of tags
// have no verb.
func (s *story) judgeEnd(l *line) {
	end := s.t.Tokens[l.last-1]
	if endMark(end) || end.Norm == "\"" || end.Norm == "\u00BB" || end.Norm == "\u061F" {
		return
	}
	last := l.sentence+1 == len(s.t.Sentences)
	if s.verbs(l.first, l.last) == 0 || l.last-l.first <= 9 && !last {
		l.unfit = true
	} else if !last {
		l.penalty += 0.5
	}
}

// judgeOpening judges the first words of a line, whose cue is c: what they lean on
// is missing.
func (s *story) judgeOpening(l *line, c class) {
	t, m := s.t.Tokens, s.marks[l.first]
	switch {
	case c == remark && s.lex.remarks[t[l.first].Norm].text != "":
		l.bare = true
	case c == page:
		l.unfit = true
	case c == limiting || c == remark || c == tail:
		l.unfit = true
	case c == none && m&verb == 0 && tanwin(t[l.first]) && !strings.HasSuffix(t[l.first].Of(s.t.Source), "\u0623") && !comma(t[l.first+1]), // أ: «تطفأ»
		m&verb != 0 && plural(t[l.first].Norm):
		// The rest of a broken sentence, or a verb whose subjects stand before it.
		l.unfit = true
	case m&that != 0 && suffixed(t[l.first].Norm):
		l.unfit = true // «أنه جرى…»
	case m&(pointing|relative|that) != 0:
		l.penalty += 3
	case l.first+2 < l.last && s.marks[l.first+1]&pointing != 0:
		l.penalty += 0.7
		if m&verb != 0 && this[s.t.Tokens[l.first+1].Norm] && !plainNoun(t[l.first+2]) {
			l.penalty += 2 // «جاء ذلك خلال…»
		}
	}
}

// asks reports whether l ends in a question, «هل ينهار الجسر؟!».
func (s *story) asks(l *line) bool {
	for i := l.last - 1; i > l.first && s.t.Tokens[i].Kind == arabic.Punct; i-- {
		if n := s.t.Tokens[i].Norm; strings.HasPrefix(n, "\u061F") || strings.HasPrefix(n, "?") {
			return true
		}
	}
	return false
}

// address reports whether an electronic address stands in l.
func (s *story) address(l *line) bool {
	for i := l.first; i < l.last; i++ {
		if n := s.t.Tokens[i].Norm; n == "@" || strings.Contains(n, "@") {
			return true
		}
	}
	return false
}

// hangs reports whether l, which opens with an adjunct, has no verb but those of relative
// clauses, and nothing else that could be its sentence: «بعد عدم توفر النصاب لعقد
// الاجتماع المزمع عقده».
func (s *story) hangs(l *line) bool {
	for i := l.first; i < l.last; i++ {
		m := s.marks[i]
		if m&relative != 0 {
			i++ // its verb
			continue
		}
		if m&(verb|that|pointing|denying) != 0 || s.t.Tokens[i].Norm == ":" || comma(s.t.Tokens[i]) {
			return false
		}
	}
	return true
}

// announces returns where the words begin that only lead to what follows the
// sentence, «فيما يلي نصه», «وفق البرنامج التالي:», or 0.
func (s *story) announces(first, last int) int {
	next := false
	for i := last - 1; i > first && i > last-9; i-- {
		switch s.bareNorm(i) {
		case "\u0627\u0644\u062A\u0627\u0644\u064A", "\u0627\u0644\u062A\u0627\u0644\u064A\u0647", "\u0627\u0644\u0627\u062A\u064A", "\u0627\u0644\u0627\u062A\u064A\u0647",
			"\u064A\u0644\u064A", "\u0643\u0627\u0644\u0627\u062A\u064A", "\u0643\u0627\u0644\u062A\u0627\u0644\u064A": // التالي التالية الآتي الآتية يلي كالآتي كالتالي
			next = true
		}
		c, n := s.cue(i, last)
		if n > 1 && c == page || next && (c == source || strings.HasPrefix(s.bareNorm(i), "\u0643") || s.bareNorm(i) == "\u0639\u0644\u064A") {
			if s.t.Tokens[i-1].Norm == waw || comma(s.t.Tokens[i-1]) {
				i--
			}
			return i
		}
	}
	if next {
		return 1
	}
	return 0
}

// fragment reports whether l is an attribution without a statement: «وفقا للوزير،
// الذي أوضح أن…».
func (s *story) fragment(l *line) bool {
	for i := l.first; i+1 < l.last; i++ {
		if comma(s.t.Tokens[i]) {
			return s.marks[i+1]&relative != 0
		}
	}
	return false
}

// owned reports whether l closes with an attribution to somebody whom it does
// not name: «وفق تعبيره», though no verb of saying opens it.
func (s *story) owned(l *line) bool {
	last := l.last
	for last > l.first && endMark(s.t.Tokens[last-1]) {
		last--
	}
	if s.marks[l.first]&saying != 0 || last-l.first < 6 || !suffixed(s.t.Tokens[last-1].Norm) {
		return false
	}
	for i := last - 2; i >= last-4; i-- {
		if c, _ := s.cue(i, last); c == source {
			return s.speakersIn(l) == 0
		}
	}
	return false
}

// speakersIn counts the verbs of saying in l.
func (s *story) speakersIn(l *line) int {
	n := 0
	for i := l.first; i < l.last; i++ {
		if s.marks[i]&saying != 0 && s.marks[i]&nominal == 0 {
			n++
		}
	}
	return n
}

// list reports whether l only lists names: many commas and no verb.
func (s *story) list(l *line) bool {
	commas := 0
	for i := l.first; i < l.last; i++ {
		if s.marks[i]&verb != 0 {
			return false
		}
		if comma(s.t.Tokens[i]) {
			commas++
		}
	}
	return commas >= 4
}

// fixture reports whether l pairs two names, «فريق الواحة - فريق الساحل», and says
// nothing of them.
func (s *story) fixture(l *line) bool {
	dashes := 0
	for i := l.first + 1; i+1 < l.last; i++ {
		if s.marks[i]&verb != 0 && s.marks[i]&nominal == 0 {
			return false
		}
		if arabic.IsDash(s.t.Tokens[i]) {
			dashes++
		}
	}
	return dashes == 1 && s.marks[l.first]&verb == 0 && l.last-l.first < 14
}

// foreign reports whether l is not in Arabic: more of its words are in another
// script.
func (s *story) foreign(l *line) bool {
	n, other := 0, 0
	for i := l.first; i < l.last; i++ {
		switch s.t.Tokens[i].Kind {
		case arabic.Word:
			n++
		case arabic.Latin:
			other++
		default:
		}
	}
	return other > n
}

func (s *story) verbs(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if m := s.marks[i]; m&verb != 0 && m&nominal == 0 {
			n++
		}
	}
	return n
}

// residue reports whether l begins with the last name of a list or with a heading
// that no mark parts from the sentence: «سالم الراوي وسينقل اللقاء», «الطب المنزلي
// وأكد الطبيب».
func (s *story) residue(l *line) bool {
	next := l.first + 1
	if s.marks[l.first] != 0 || next < l.last && definite(s.t.Tokens[l.first]) && !definite(s.t.Tokens[next]) && !s.joined[next] {
		return false // «البحر مضطرب وتتراوح الحرارة…»
	}
	for i := next; i < l.last && i < l.first+4; i++ {
		m := s.marks[i]
		if s.joined[i] && m&verb != 0 && m&nominal == 0 {
			return true
		}
		if m != 0 || s.t.Tokens[i].Kind != arabic.Word || s.preposition(i) || s.t.Tokens[i].Norm == waw {
			return false
		}
	}
	return false
}

// item reports whether l is a verbal noun with its complements, a point of a list,
// and no sentence: «الإكثار من تناول السكر».
func (s *story) item(l *line) bool {
	switch bare, _ := arabic.Bare(s.t.Tokens[l.first].Norm); bare {
	case "\u0639\u062F\u0645", "\u063A\u064A\u0627\u0628", "\u0642\u0644\u0647", "\u0643\u062B\u0631\u0647", "\u0646\u0642\u0635", "\u0632\u064A\u0627\u062F\u0647": // عدم غياب قلة كثرة نقص زيادة
	default:
		if s.marks[l.first]&(verb|that|relative|pointing) != 0 || !masdar(bare) && !masdar(s.t.Tokens[l.first].Norm) {
			return false
		}
	}
	for i := l.first + 1; i < l.last; i++ {
		if m := s.marks[i]; m&that != 0 || m&verb != 0 && m&nominal == 0 && s.marks[i-1]&relative == 0 {
			return false
		}
	}
	return true
}
