package summarize

import "mujaz/internal/arabic"

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
		if s.marks[l.first]&saying == 0 {
			if s.marks[l.first]&verb == 0 || !l.bare {
				now = nil
			}
			continue
		}
		fem := s.marks[l.first]&feminine != 0
		if l.bare {
			if now != nil && now.feminine == fem {
				found[k] = now
			}
			continue
		}
		now = s.subject(l, fem)
	}
	return found
}

// subject returns the noun phrase between the verb that opens l and what was
// said, or nil when its end is not clear.
func (s *story) subject(l *line, fem bool) *speaker {
	t := s.t.Tokens
	i := l.first + 1
	for j := i; j < l.last && j <= i+longestSubject; j++ {
		c, _ := s.cue(j, l.last)
		m := s.marks[j]
		stop := m&(that|relative) != 0 || c != none || t[j].Kind == arabic.Punct || m&verb != 0 && m&nominal == 0 || s.day(j)
		if !stop {
			continue
		}
		if j == i || m&relative != 0 || j == i+1 && s.marks[i]&pointing != 0 {
			return nil
		}
		return &speaker{sentence: l.sentence, first: i, last: j, feminine: fem}
	}
	return nil
}

// day reports whether token i is a word for a day, which ends a subject.
func (s *story) day(i int) bool {
	switch s.t.Tokens[i].Norm {
	case "\u0627\u0644\u064A\u0648\u0645", "\u0627\u0645\u0633", "\u0645\u0633\u0627\u0621", "\u0635\u0628\u0627\u062D", "\u064A\u0648\u0645": // اليوم أمس مساء صباح يوم
		return true
	}
	return false
}
