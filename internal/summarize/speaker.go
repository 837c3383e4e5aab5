package summarize

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// speaker is the subject of a verb of saying, where the article names it.
type speaker struct {
	sentence    int
	first, last int // its tokens
	feminine    bool
}

// longestSubject is how many tokens a subject may have that another sentence
// borrows.
const longestSubject = 12

// speakers returns, for each line that opens with a bare verb, the subject that
// the sentence just before it gives to a verb of saying, if that is certain: the
// same gender, the same paragraph or the next, no other subject between.
func (s *story) speakers(lines []line) map[int]*speaker {
	found := map[int]*speaker{}
	var now *speaker
	for k := range lines {
		l := &lines[k]
		if now != nil && l.sentence-now.sentence > 3 {
			now = nil
		}
		v, remarked := s.lex.remarks[s.t.Tokens[l.first].Norm]
		if s.marks[l.first]&saying == 0 && !remarked {
			if s.marks[l.first]&verb == 0 || !l.bare {
				if now = s.ahead(l); now == nil {
					now = s.closing(l)
				}
			}
			continue
		}
		fem := s.marks[l.first]&feminine != 0 || remarked && v.feminine
		if l.bare {
			if now != nil && now.feminine == fem {
				found[k] = now
			}
			continue
		}
		if now = s.subject(l, fem); k > 0 && s.unclear(&lines[k-1], l) {
			now = nil
		}
	}
	return found
}

// ahead returns the subject of a verb of saying that stands after it at the head of
// l: «وزير النقل سالم الراوي أكد أن…», or nil.
func (s *story) ahead(l *line) *speaker {
	for j := l.first + 1; j < l.last && j <= l.first+longestSubject; j++ {
		m := s.marks[j]
		if m&saying != 0 && m&nominal == 0 && s.person[j-1] && !s.person[j] {
			return s.named(l, l.first, j, m&feminine != 0)
		}
		if m&(verb|that|relative) != 0 && m&nominal == 0 || s.t.Tokens[j].Kind == arabic.Punct {
			return nil
		}
	}
	return nil
}

// closing returns the person whom the attribution that closes l names after its verb,
// «وفق ما أكدته مديرة المركز، سعاد الواحي», or nil: who goes on to speak is the same.
func (s *story) closing(l *line) *speaker {
	f := s.frame(l)
	for i := f.sourceAt + 1; i < f.last-1; i++ {
		n := s.t.Tokens[i].Norm
		m := s.marks[i]
		if rest, ok := strings.CutSuffix(n, "\u0647"); ok && m == 0 { // أكده
			m = s.lex.marks[rest]
		}
		if m&saying == 0 || m&nominal != 0 {
			continue
		}
		fem := strings.HasSuffix(strings.TrimSuffix(n, "\u0647"), "\u062A")
		for j := i + 1; j < f.last; j++ {
			if !s.person[j] {
				continue
			}
			first := j
			for j < f.last && s.person[j] && s.held[j] == s.held[first] {
				j++
			}
			return &speaker{sentence: l.sentence, first: first, last: j, feminine: fem}
		}
		return nil
	}
	return nil
}

// subject returns the noun phrase after the verb that opens l, up to what was
// said, or nil when its end is not clear. After a verb that is not one of saying
// only a comma or the end of a name shows the end.
func (s *story) subject(l *line, fem bool) *speaker {
	t := s.t.Tokens
	i := l.first + 1
	if s.marks[l.first]&verb == 0 || s.preposition(i) || s.objectWord(i) {
		return nil
	}
	for i+2 < l.last && !s.actor[i] && (s.day(i) || i > l.first+1 && s.facted[i]&inDate != 0) {
		i++ // «طالب اليوم الثلاثاء مجلس المدينة»
	}
	says := s.marks[l.first]&saying != 0
	for j := i; j < l.last && j <= i+longestSubject; j++ {
		if j > i && s.quotedWords(j, l.last) > 0 && s.quotedName(j, l.last) { // «صحيفة "النخيل"»
			j += s.quotedWords(j, l.last)
			continue
		}
		c, _ := s.cue(j, l.last)
		m := s.marks[j]
		stop := m&(that|relative) != 0 || c != none && !s.actor[j] || t[j].Kind == arabic.Punct || m&verb != 0 && m&nominal == 0 && !s.actor[j] || s.day(j) && !s.actor[j] || s.toward(j) || s.begs(j) || j > i && definite(t[j-1]) && s.owns(j) && !strings.HasPrefix(t[j].Norm, "\u0628\u0627\u0633\u0645") // «المدير لاعبيه»، not «الناطق باسمها»
		if !stop {
			if !says && j > i && s.held[j-1] != 0 && s.held[j] != s.held[j-1] {
				return s.named(l, i, j, fem)
			}
			continue
		}
		if !says && s.prepositionIn(i, j) {
			return nil
		}
		if j == i+1 && !definite(t[i]) && (s.held[i] == 0 || s.lex.agents[t[i].Norm]) {
			return nil
		}
		if j == i || m&relative != 0 || j == i+1 && s.marks[i]&pointing != 0 || !says && !comma(t[j]) {
			return nil
		}
		return s.named(l, i, j, fem)
	}
	return nil
}

// prepositionIn reports whether a preposition stands among tokens first to last.
func (s *story) prepositionIn(first, last int) bool {
	for i := first; i < last; i++ {
		if s.held[i] == 0 && s.preposition(i) && !strings.HasPrefix(s.t.Tokens[i].Norm, "\u0644\u0644") { // «لل»: of an office
			return true
		}
	}
	return false
}

// named returns the subject of tokens first to last, or only the name in it when
// the article names a person there.
func (s *story) named(l *line, first, last int, fem bool) *speaker {
	span := s.t.Cover(first, last)
	ends := last
	for _, a := range s.facts.Actors {
		if a.Kind != news.Person {
			continue
		}
		for _, m := range a.Mentions {
			switch {
			case !span.Contains(m), s.lex.agents[s.t.Tokens[s.t.At(m.Start)].Norm] && s.t.Tokens[s.t.At(m.Start)].End == m.End: // «أمين المدينة»: an office
			case m.End == span.End:
				return &speaker{sentence: l.sentence, first: s.t.At(m.Start), last: last, feminine: fem}
			default:
				ends = min(ends, s.t.At(m.End)) // what follows may be an object: «لفت سالم الراوي الانتباه»
			}
		}
	}
	if ends > first {
		last = ends
	}
	return &speaker{sentence: l.sentence, first: first, last: last, feminine: fem}
}

// begs reports whether token i is a need or an act behind «بـ», which no name or office
// holds: «ذكرت الوزارة بضرورة…», but «المتحدث باسم الوزارة».
func (s *story) begs(i int) bool {
	rest, ok := strings.CutPrefix(s.t.Tokens[i].Norm, "\u0628") // beh
	if !ok || s.held[i] != 0 || strings.HasPrefix(rest, "\u0627\u0644") {
		return false
	}
	switch rest {
	case "\u0636\u0631\u0648\u0631\u0647", "\u0627\u0647\u0645\u064A\u0647", "\u0639\u062F\u0645": // ضرورة أهمية عدم
		return true
	}
	return masdar(rest) && s.preposition(i)
}

// toward reports whether token i is «إلى», «على» or «عن», which no name or office
// holds. Folded, «على» is also the name «علي».
func (s *story) toward(i int) bool {
	if s.actor[i] {
		return false
	}
	n := s.t.Tokens[i].Norm
	return n == "\u0644" || n == "\u0627\u0644\u064A" || n == "\u0639\u0644\u064A" || n == "\u0639\u0646"
}

// unclear reports whether line l, after line a, may have the subject of a and not
// the noun after its verb: «ذكرت الغرفة… وطالبت الحكومة بمراجعة القرار».
func (s *story) unclear(a, l *line) bool {
	t := s.t.Tokens
	if s.marks[a.first]&saying == 0 || s.marks[l.first]&saying == 0 || (s.marks[a.first]^s.marks[l.first])&feminine != 0 || l.first == s.t.Sentences[l.sentence].First && !s.joined[l.first] {
		return false
	}
	if !asks(s.bareNorm(l.first)) {
		return false
	}
	id := s.stem[l.first+1]
	listed := false
	for i := l.first + 1; i < l.last && (i <= l.first+4 || listed && i <= l.first+longestSubject); i++ {
		if s.person[i] || comma(t[i]) {
			return false
		}
		if i > l.first+1 && (s.preposition(i) || s.begs(i)) {
			// A noun that a names before is its subject and ours.
			return id < 0 || !s.within(id, a)
		}
		listed = listed || s.joined[i] && id >= 0 && s.first[id] == l.first+1 // «طالب البرلمان والحكومة بـ…», neither named before
	}
	return false
}

// asks reports whether norm is a verb of asking or accusing, whose object is a person.
func asks(norm string) bool {
	switch norm {
	case "\u0637\u0627\u0644\u0628", "\u0637\u0627\u0644\u0628\u062A", "\u062F\u0639\u0627", "\u062F\u0639\u062A", "\u062D\u062B", "\u062D\u062B\u062A",
		"\u0646\u0627\u0634\u062F", "\u0646\u0627\u0634\u062F\u062A", "\u0627\u062A\u0647\u0645", "\u0627\u062A\u0647\u0645\u062A", "\u062D\u0645\u0644", "\u062D\u0645\u0644\u062A": // طالب طالبت دعا دعت حث حثت ناشد ناشدت اتهم اتهمت حمل حملت
		return true
	}
	return false
}

// day reports whether token i is a word for a day, which ends a subject.
func (s *story) day(i int) bool {
	switch s.t.Tokens[i].Norm {
	case "\u0627\u0644\u064A\u0648\u0645", "\u0627\u0645\u0633", "\u0645\u0633\u0627\u0621", "\u0635\u0628\u0627\u062D", "\u064A\u0648\u0645": // اليوم أمس مساء صباح يوم
		return true
	}
	return false
}
