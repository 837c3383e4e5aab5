package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
)

// candidates returns every way in which the lines can be told.
func (s *story) candidates(lines []line, limit int) []candidate {
	speakers := s.speakers(lines)
	var list []candidate
	for k := range lines {
		l := &lines[k]
		v, remarked := s.lex.remarks[s.t.Tokens[l.first].Norm]
		if l.unfit || l.bare && (remarked || s.marks[l.first]&saying != 0 && k > 0) && speakers[k] == nil {
			continue
		}
		at := len(list)
		if k > 0 && !l.bare && s.unclear(&lines[k-1], l) {
			continue
		}
		for n, f := range s.frames(l) {
			from := len(list)
			list = s.tellings(list, f, l, speakers[k], limit)
			for i := range list[from:] {
				if k == 0 && n > 0 {
					list[from+i].penalty += beheaded
				}
			}
			list = s.second(list, f, l, speakers[k], limit)
		}
		if remarked {
			for i := range list[at:] {
				list[at+i].verb = v.text
			}
			continue
		}
		list = s.promote(list, l, limit)
		list = s.remarks(list, l, speakers[k], limit)
	}
	list = s.joins(list, lines, limit)
	thanks, near := make([]bool, len(lines)), make([]bool, len(lines))
	for k := range lines {
		thanks[k], near[k] = s.thanks(&lines[k]), s.near(&lines[k], &lines[0])
	}
	for i := range list {
		k := list[i].order
		list[i].thanks, list[i].near = thanks[k], near[k]
		list[i].follows = k > 0 && k <= mostLines && lines[k-1].sentence+1 == lines[k].sentence
	}
	return list
}

// thanks reports whether l opens with praise, or thanks and prays soon after its verb:
// «ثمن الوزير جهود…», «أعرب الوالي عن شكره».
func (s *story) thanks(l *line) bool {
	if s.inTitle[max(0, s.stem[l.first])] {
		return false
	}
	if s.lex.praise[s.bareNorm(l.first)] {
		return true
	}
	for i := l.first + 1; i < l.last && i < l.first+longestIntroduction; i++ {
		if m := s.marks[i]; m&that != 0 {
			return false
		}
		if s.lex.thanks[s.t.Tokens[i].Norm] && s.marks[l.first]&saying != 0 {
			return true
		}
	}
	return false
}

// near reports whether a noun of l stands in the title, or in the first line, as an
// actor or in full.
func (s *story) near(l, lead *line) bool {
	for i := l.first; i < l.last; i++ {
		id := s.stem[i]
		if id < 0 || s.marks[i]&open != 0 || len(s.t.Tokens[i].Norm) < 6 {
			continue
		}
		if s.inTitle[id] || s.first[id] < lead.last && (s.actor[i] || definite(s.t.Tokens[i])) {
			return true
		}
	}
	return false
}

// beheaded is what a clause of the opening sentence is worth less than its head: the
// news is what the sentence begins with.
const beheaded = 2

// joins adds pairs of neighboring sentences told as one, «أعلنت الوزارة…، وأضافت
// أن…»: the second begins with its conjunction, so that its verb may lean on the
// subject of the first.
func (s *story) joins(list []candidate, lines []line, limit int) []candidate {
	n, from := len(list), 0
	for k := range lines[:max(0, len(lines)-1)] {
		to := from
		for to < n && list[to].order == k {
			to++
		}
		here := list[from:to]
		from = to
		a, b := &lines[k], &lines[k+1]
		if b.sentence != a.sentence+1 || a.unfit || b.unfit || !s.joined[b.first] || !s.linked(a, b) {
			continue
		}
		for _, x := range here {
			if x.own.first != a.first || x.bare != 1 || x.words > limit-5 {
				continue
			}
			f := s.frame(b)
			if !f.balanced {
				continue
			}
			for _, y := range f.shapes(limit - x.words) {
				if y.words < 4 || s.silent(f, y) {
					continue
				}
				c := x
				c.own.last = b.last
				c.runs = append(slices.Clip(x.runs), y.runs...)
				c.seam = len(x.runs)
				c.words += y.words
				c.penalty += y.penalty + b.penalty + 0.3
				list = append(list, c)
			}
		}
	}
	return list
}

// linked reports whether line b goes on about what a is about: it stands in the
// same paragraph, and leans on the subject of a or names one of its nouns at once.
func (s *story) linked(a, b *line) bool {
	if strings.ContainsRune(s.t.Source[s.t.Tokens[a.last-1].End:s.t.Tokens[b.first].Start], '\n') {
		return false
	}
	if b.bare {
		return true
	}
	for i := b.first + 1; i < min(b.last, b.first+5); i++ {
		if id := s.stem[i]; id >= 0 && len(s.t.Tokens[i].Norm) > 6 && s.marks[i] == 0 && s.first[id] < a.last && s.within(id, a) {
			return true
		}
	}
	return false
}

// within reports whether word id stands in line l.
func (s *story) within(id int32, l *line) bool {
	for i := l.first; i < l.last && i < l.first+mostTokens; i++ {
		if s.stem[i] == id {
			return true
		}
	}
	return false
}

// silent reports whether candidate c of frame f says that somebody spoke and not
// what was said: what a verb like «قال» governs stood in another sentence or was
// cut.
func (s *story) silent(f *frame, c candidate) bool {
	if s.marks[f.first]&saying == 0 {
		return false
	}
	bare := s.lex.bare[s.bareNorm(f.first)]
	if whole := len(c.runs) == 1 && c.runs[0].last == f.last; whole && !bare && c.words >= fairLength && f.said < 0 {
		return false // the whole of a sentence that is no bare "he said"
	}
	told, place := false, false
	for _, r := range c.runs {
		for i := max(r.first, f.first+1); i < r.last; i++ {
			if n := s.quotedWords(i, r.last); n > 0 {
				i += n
				continue
			}
			t := s.t.Tokens[i]
			if bare && i > f.first+1 && s.informs(f.first) && s.acts(i) {
				return false // «أفادت مصادر بانفجار…»
			}
			if s.marks[i]&that != 0 || t.Norm == ":" || arabic.Closer(t.Norm) != "" && t.Norm != "(" && t.Norm != "[" && !s.titled(i, f.last) {
				return false
			}
			c, _ := s.cue(i, f.last)
			told = told || s.states(i) || c == remark || s.governed(i) || s.preposition(i) && len(t.Norm) > 6 && c == none || c == none && !definite(t) && len(t.Norm) > 6 && strings.HasSuffix(t.Norm, "\u0627")
			place = place || c == adjunct && t.Norm == "\u0641\u064A"
		}
	}
	return bare || place && !told // «حذر الحزب في بيان»: of what?
}

// informs reports whether the verb at token i governs what happened by «بـ».
func (s *story) informs(i int) bool {
	switch s.bareNorm(i) {
	case "\u0627\u0641\u0627\u062F", "\u0627\u0641\u0627\u062F\u062A", "\u0635\u0631\u062D", "\u0635\u0631\u062D\u062A": // أفاد أفادت صرح صرحت
		return true
	}
	return false
}

// acts reports whether token i is an act or an event behind «بـ», without the article
// and in no name.
func (s *story) acts(i int) bool {
	rest, ok := strings.CutPrefix(s.t.Tokens[i].Norm, "\u0628")                                                                           // beh
	return ok && s.held[i] == 0 && !strings.HasPrefix(rest, "\u0627\u0644") && (actNoun(rest) || len(rest) == 8 && rest[4:6] == "\u0648") // بوصول، بسقوط
}

// quotedWords returns how many tokens follow the quotation mark at i up to the one
// that closes it, when they are so few that they are a name and not speech, or 0.
func (s *story) quotedWords(i, last int) int {
	want := arabic.Closer(s.t.Tokens[i].Norm)
	if want == "" || want == ")" || want == "]" {
		return 0
	}
	for k := i + 1; k < last && k <= i+4; k++ {
		if s.t.Tokens[k].Norm == want {
			return k - i
		}
	}
	return 0
}

// states reports whether a verbal noun at i, after a name or a date, is what was
// said: «أكد الراوي اليوم [وجود حل]».
func (s *story) states(i int) bool {
	if before := s.t.Tokens[i-1]; !definite(before) && !s.actor[i-1] && !comma(before) && before.Kind != arabic.Digits || s.joined[i] {
		return false
	}
	switch n := s.t.Tokens[i].Norm; n {
	case "\u0648\u062C\u0648\u062F", "\u0636\u0631\u0648\u0631\u0647", "\u0627\u0647\u0645\u064A\u0647", "\u0639\u062F\u0645": // وجود ضرورة أهمية عدم
		return true
	default:
		return masdar(n)
	}
}

// titled reports whether a preposition before the quotation mark at i shows that it
// opens a title and not speech: «خلال "المؤتمر الدولي…"».
func (s *story) titled(i, last int) bool {
	if i == 0 || s.marks[i-1]&that != 0 {
		return false
	}
	c, _ := s.cue(i-1, last)
	return c == scope || c == adjunct || s.preposition(i-1)
}

// attributed reports whether a verb of saying stands before token i of f.
func (s *story) attributed(f *frame, i int) bool {
	for j := f.first; j < i; j++ {
		if s.marks[j]&saying != 0 && (j == f.first || s.marks[j]&nominal == 0) {
			return true
		}
	}
	return false
}

// lastResort is the last line of which a beginning may be told: later ones are
// only told in full or not at all.
const lastResort = 4

// lastPressed is the last line whose details are cut to tell it at all.
const lastPressed = 4

// pressedPenalty is what a line after the first is worth less when it is told so.
const pressedPenalty = 1

// tellings adds the shapes of frame f, a part of line l.
func (s *story) tellings(list []candidate, f *frame, l *line, sp *speaker, limit int) []candidate {
	if !f.balanced {
		return list
	}
	whole := f.first == l.first
	room := limit
	if sp != nil && whole {
		room -= sp.last - sp.first
	}
	shapes := f.shapes(room)
	if len(shapes) == 0 && whole && l.order <= lastPressed {
		shapes = f.pressed().shapes(room)
		for k := range shapes {
			if l.order > 0 {
				shapes[k].penalty += pressedPenalty
			}
		}
	}
	if len(shapes) == 0 && whole && l.order <= lastResort {
		if c, ok := s.resort(l, room); ok {
			shapes = append(shapes, c)
		}
	}
	for _, c := range shapes {
		if c.words < 6 || whole && s.silent(f, c) {
			continue
		}
		c.order = l.order
		c.penalty += l.penalty
		if whole && sp != nil {
			c.subject = sp
			c.words += sp.last - sp.first
		} else if whole && l.bare {
			c.penalty += 2
		}
		list = append(list, c)
	}
	return list
}
