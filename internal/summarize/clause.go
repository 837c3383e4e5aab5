package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// frames returns line l whole, and its clauses that stand alone.
func (s *story) frames(l *line) []*frame {
	whole := s.frame(l)
	list := []*frame{whole}
	if !whole.balanced {
		return list
	}
	reported := whole.said >= 0
	for i := whole.first + 4; i < whole.sourceAt-4; i++ {
		if m := s.marks[i-1]; m&saying != 0 && (i-1 == whole.first || m&nominal == 0) {
			reported = true
		}
		if !whole.outside(i) {
			continue
		}
		j := s.clause(whole, i)
		if j == 0 || reported && !s.narrated(whole, i, j) {
			continue
		}
		list = append(list, whole.part(j))
		i = j
	}
	return list
}

// narrated reports whether the clause with its verb at j, tied on at i, is told
// by the article though a speech stands before it: somebody else speaks in it,
// «قال الوزير إن…، فيما أكد رئيس البلدية أن…».
func (s *story) narrated(f *frame, i, j int) bool {
	if s.marks[j]&saying == 0 || s.marks[j]&present != 0 {
		return false
	}
	if i == j && !comma(s.t.Tokens[i-1]) {
		return false
	}
	for k := j + 2; k < f.last && k <= j+longestSubject; k++ {
		if s.marks[k]&that != 0 || s.t.Tokens[k].Norm == ":" {
			return true
		}
	}
	return false
}

// clause returns the first token of the sentence that token i of f ties to the
// one before it, «، وبلغ عدد…», «فيما أبدى الفريق…», «، إذ أعلنت شركة…», or 0. The
// verb must have its own subject beside it.
func (s *story) clause(f *frame, i int) int {
	t := s.t.Tokens
	after := comma(t[i-1])
	j := i
	switch c, n := s.cue(i, f.last); {
	case c == tail && n == 1 && (after || t[i].Norm != "\u062D\u064A\u062B" && t[i].Norm != "\u0627\u0630"): // حيث إذ
		j = i + 1
	case (c == scope || c == adjunct) && s.when(i) > 0:
		j = i + s.when(i)
	case after && s.bareNorm(i) == "\u0643\u0645\u0627": // كما
		j = i + 1
	case !after || !s.joined[i]:
		return 0
	}
	if j < f.last && s.bareNorm(j) == "\u0642\u062F" { // قد
		j++
	}
	if j+3 >= f.last || s.marks[j]&verb == 0 || s.marks[j]&nominal != 0 || s.subjectless(j, f.last) {
		return 0
	}
	if s.marks[j+1]&open != 0 || s.owns(j+1) {
		return 0 // «كانت نحو 40 طنا»، «بعد أن تم استنطاقهما»
	}
	if s.preposition(j+1) && !s.actor[j+1] {
		return 0
	}
	agrees := womanly(t[j+1].Norm) == (s.marks[j]&feminine != 0)
	if !plural(t[j].Norm) && (definite(t[j+1]) && agrees || s.actor[j+1] || s.agent(j)) {
		return j
	}
	return 0
}

// owns reports whether token i is a noun with the pronoun of somebody named before:
// «استنطاقهما», «أعمارهم».
func (s *story) owns(i int) bool {
	t := s.t.Tokens[i]
	if len(t.Norm) < 10 || definite(t) || s.actor[i] {
		return false
	}
	return strings.HasSuffix(t.Norm, "\u0647\u0645\u0627") || strings.HasSuffix(t.Norm, "\u0647\u0645") || strings.HasSuffix(t.Norm, "\u0647\u0627") || strings.HasSuffix(t.Of(s.t.Source), "\u064A\u0647") // هما هم ها يه
}

// agent reports whether the noun after the verb at j is surely its subject though
// it has no article: a noun for people or a body that agrees with the verb, or any
// after a verb that takes no object.
func (s *story) agent(j int) bool {
	norm := s.t.Tokens[j+1].Norm
	if s.t.Tokens[j+1].Kind != arabic.Word || s.joined[j+1] || s.preposition(j+1) {
		return false
	}
	if s.lex.alone[s.bareNorm(j)] {
		return s.marks[j+1] == 0
	}
	if !s.lex.agents[norm] || strings.HasSuffix(norm, "\u0627") {
		return false
	}
	return womanly(norm) == (s.marks[j]&feminine != 0)
}

// second adds what a speaker says after the first statement, «قال فلان إن… وإن…»,
// as a telling of its own: the verb, the speaker and the later statement.
func (s *story) second(list []candidate, f *frame, l *line, sp *speaker, limit int) []candidate {
	if f.said < 0 || !f.balanced || f.first != l.first {
		return list
	}
	for i := f.said + 4; i < f.last-4; i++ {
		if c, _ := s.cue(i, f.last); f.outside(i) && (c == source || c == remark || s.marks[i]&that != 0 && !s.joined[i] && s.t.Tokens[i-1].Norm != waw) {
			break // what follows may belong to another speaker or another verb
		}
		if !f.outside(i) || s.marks[i]&that == 0 || (!s.joined[i] || !strings.HasPrefix(s.t.Tokens[i].Norm, waw)) && s.t.Tokens[i-1].Norm != waw {
			continue
		}
		if s.wish(i) != s.wish(f.said) {
			break // «ذكر أن على الجيش أن يتعلم وأن ينأى»
		}
		g := *f
		g.preset = run{f.said, i}
		room := limit
		if sp != nil {
			room -= sp.last - sp.first
		}
		for _, c := range g.shapes(room) {
			if c.words < 6 || len(c.runs) < 2 || c.runs[1].first != i {
				continue
			}
			c.order, c.bare, c.own = l.order, 2, run{i, f.last}
			c.penalty += l.penalty + saidAgain*float64(max(0, f.said-f.first-fairSource))
			if sp != nil {
				c.subject = sp
				c.words += sp.last - sp.first
			} else if l.bare {
				c.penalty += 2
			}
			list = append(list, c)
		}
		break
	}
	return list
}

// A second statement says its speaker again: what each word of him costs beyond a
// verb, an office and a name.
const (
	fairSource = 6
	saidAgain  = 0.3
)

// wish reports whether a verb follows the "that" at i: what is wanted, not what is
// the case.
func (s *story) wish(i int) bool {
	m := s.marks[i+1]
	return m&verb != 0 && m&nominal == 0
}

// when returns the number of tokens of «بعدما», «عندما», «بعد أن» at i, which a
// sentence in the past follows, or 0.
func (s *story) when(i int) int {
	switch s.t.Tokens[i].Norm {
	case "\u0628\u0639\u062F\u0645\u0627", "\u0639\u0646\u062F\u0645\u0627", "\u062D\u064A\u0646\u0645\u0627": // بعدما عندما حينما
		if i+1 < len(s.marks) && s.marks[i+1]&present == 0 {
			return 1
		}
	case "\u0628\u0639\u062F": // بعد
		if i+2 < len(s.marks) && s.marks[i+1]&that != 0 && s.marks[i+2]&present == 0 {
			return 2
		}
	}
	return 0
}
