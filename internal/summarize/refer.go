package summarize

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// refers notes the words that point back: «هذا القرار», «نفس الفترة», «الشخص
// المذكور», «الأخير». A bullet with such a word wants what it points to in itself, in
// a bullet before it or in the title.
func (s *story) refers() {
	s.ref = make([]int32, len(s.t.Tokens))
	for i := 1; i+1 < len(s.t.Tokens); i++ {
		t := s.t.Tokens[i]
		if t.Kind != arabic.Word {
			continue
		}
		at := 0
		switch n := s.bareNorm(i); {
		case this[n], this[strings.TrimLeft(n, "\u0628\u0644\u0643")], n == "\u0646\u0641\u0633", // ب ل ك نفس
			n == "\u0630\u0627\u062A" && (s.marks[i-1]&verb != 0 || s.preposition(i-1)): // ذات
			at = i + 1
		case again[n]:
			at = i - 1
		case (n == "\u0627\u0644\u0627\u062E\u064A\u0631" || n == "\u0627\u0644\u0627\u062E\u064A\u0631\u0647") && (s.marks[i-1]&verb != 0 || this[s.bareNorm(i-1)]): // الأخير الأخيرة
			s.ref[i] = int32(i)
		}
		if at > 0 && plainNoun(s.t.Tokens[at]) && !s.lex.here[s.t.Tokens[at].Norm] && !s.inTitle[s.stem[at]] {
			s.ref[i] = int32(at)
		}
	}
}

// this are the words that point to a noun after them, again those that point back
// from after it.
var (
	this = map[string]bool{
		"\u0647\u0630\u0627": true, "\u0647\u0630\u0647": true, "\u0647\u0630\u064A\u0646": true, "\u0647\u0627\u062A\u064A\u0646": true, // هذا هذه هذين هاتين
		"\u0647\u0624\u0644\u0627\u0621": true, "\u0630\u0644\u0643": true, "\u062A\u0644\u0643": true, "\u0647\u0627\u062A\u0647": true, // هؤلاء ذلك تلك هاته
	}
	again = map[string]bool{
		"\u0627\u0644\u0645\u0630\u0643\u0648\u0631": true, "\u0627\u0644\u0645\u0630\u0643\u0648\u0631\u0647": true, // المذكور المذكورة
		"\u0646\u0641\u0633\u0647": true, "\u0646\u0641\u0633\u0647\u0627": true, "\u0630\u0627\u062A\u0647": true, "\u0630\u0627\u062A\u0647\u0627": true, // نفسه نفسها ذاته ذاتها
	}
)

// plainNoun reports whether t is a word with the article and nothing before it.
func plainNoun(t arabic.Token) bool {
	return t.Kind == arabic.Word && strings.HasPrefix(t.Norm, "\u0627\u0644") && len(t.Norm) > 6
}

// dangles reports whether the word at token i of candidate c points to something that
// neither c, told up to there, nor the chosen bullets tell. The line before c told
// as a bullet is enough.
func (s *story) dangles(c *candidate, i int, told []uint8) bool {
	if c.follows && told[len(s.weight)+c.order-1] > 0 {
		return false
	}
	id, own := s.stem[s.ref[i]], uint8(0)
	if int(s.ref[i]) < i {
		own = 1 // the noun before it is told already
	}
	return int(s.ref[i]) == i || id < 0 || told[id] <= own
}

// backed is a subject that only points to a source, «المصدر نفسه», «ذات البلاغ».
func (s *story) backed(at, last int) (run, bool) {
	if at+1 >= last {
		return run{}, false
	}
	n, next := s.t.Tokens[at].Norm, s.t.Tokens[at+1].Norm
	switch {
	case (n == "\u0630\u0627\u062A" || n == "\u0646\u0641\u0633") && s.lex.origin[next]: // ذات نفس
		return run{at, at + 2}, true
	case s.lex.origin[n] && again[next]:
		return run{at, at + 2}, true
	case s.lex.origin[n] && (s.marks[at+1]&that != 0 || s.t.Tokens[at+1].Kind == arabic.Punct || s.preposition(at+1)):
		return run{at, at + 1}, true
	}
	return run{}, false
}

// sourceBefore returns the words by which one of the sentences before sentence k names
// the source that r, «المصدر نفسه», points to.
func (s *story) sourceBefore(r run, k int) (run, bool) {
	noun := r.first
	if !s.lex.origin[s.t.Tokens[noun].Norm] {
		noun++
	}
	bare := strings.TrimPrefix(s.t.Tokens[noun].Norm, "\u0627\u0644")
	for back := 1; back <= 2 && back <= k; back++ {
		x := s.t.Sentences[k-back]
		for i := x.First; i < x.Last; i++ {
			if s.t.Tokens[i].Norm != bare && s.bareNorm(i) != bare {
				continue
			}
			if end := s.sourceEnd(i, x.Last); end > i+1 {
				return run{i, end}, true
			}
			return run{}, false
		}
		if bare != "\u0645\u0635\u062F\u0631" { // مصدر
			continue
		}
		if full, ok := s.sourcePerson(x); ok {
			return full, true
		}
	}
	return run{}, false
}

// sourceEnd returns where the words end that name the source at token i: «مصدر أمني
// بمنطقة الساحل» [لمراسلنا].
func (s *story) sourceEnd(i, last int) int {
	for j := i + 1; j < last && j <= i+longestIntroduction; j++ {
		t := s.t.Tokens[j]
		c, _ := s.cue(j, last)
		to := strings.HasPrefix(t.Norm, "\u0644") && !s.actor[j] && len(t.Norm) > 2 && s.marks[j]&ownWaw == 0
		if to && j == i+1 && t.Norm[2:] != "\u0647\u0627" && t.Norm[2:] != "\u0647" { // «بيان لوزارة النقل»
			to = false
		}
		if t.Kind == arabic.Punct || to || t.Norm == "\u0644" || c != none || s.marks[j]&(that|relative) != 0 || s.marks[j]&verb != 0 && s.marks[j]&nominal == 0 || s.day(j) || s.facted[j]&inDate != 0 {
			return j
		}
	}
	return i
}

// sourcePerson returns the person whom the attribution that closes sentence x names,
// with his office: «وفق ما ذكره مدير الميناء سالم الراوي».
func (s *story) sourcePerson(x arabic.Sentence) (run, bool) {
	for i := x.Last - 1; i > x.First; i-- {
		if c, _ := s.cue(i, x.Last); c != source {
			continue
		}
		for k := range s.facts.Actors {
			a := &s.facts.Actors[k]
			for _, m := range a.Mentions {
				if a.Kind == news.Person && s.t.Tokens[i].Start < m.Start && m.End <= s.t.Tokens[x.Last-1].End {
					return s.withOffice(a, s.run(m)), true
				}
			}
		}
		return run{}, false
	}
	return run{}, false
}
