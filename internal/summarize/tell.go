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
		for _, f := range s.frames(l) {
			list = s.tellings(list, f, l, speakers[k], limit)
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
	return s.joins(list, lines, limit)
}

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
		if b.sentence != a.sentence+1 || a.unfit || b.unfit || !s.joined[b.first] {
			continue
		}
		for _, x := range here {
			if x.own.first != a.first || x.bare != 1 || x.words > limit-5 {
				continue
			}
			f := s.newFrame(b.first, b.last)
			if !f.balanced {
				continue
			}
			for _, y := range f.shapes(limit - x.words) {
				if y.words < 4 {
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

// silent reports whether candidate c of frame f says that somebody spoke and not
// what was said: what a verb like «قال» governs stood in another sentence or was
// cut.
func (s *story) silent(f *frame, c candidate) bool {
	if !s.lex.bare[s.bareNorm(f.first)] {
		return false
	}
	for _, r := range c.runs {
		for i := max(r.first, f.first+1); i < r.last; i++ {
			t := s.t.Tokens[i]
			if s.marks[i]&that != 0 || t.Norm == ":" || t.Norm == "\"" || t.Norm == "\u00AB" || t.Norm == "\u201C" {
				return false
			}
		}
	}
	return true
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
	if len(shapes) == 0 && l.order == 0 && room == limit && s.longest >= limit {
		shapes = f.shapes(s.longest)
		if c, ok := s.resort(l, s.longest); ok && len(shapes) == 0 && whole {
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

// frames returns line l whole, and its clauses that stand alone.
func (s *story) frames(l *line) []*frame {
	whole := s.newFrame(l.first, l.last)
	list := []*frame{whole}
	if !whole.balanced || whole.said >= 0 || whole.sourceAt < whole.last {
		return list
	}
	starts := []int{}
	for i := whole.first + 4; i < whole.last-4; i++ {
		if s.attributed(whole, i) {
			break // what follows may be a part of what is said
		}
		if !whole.outside(i) {
			continue
		}
		if j := s.clause(whole, i); j > 0 {
			starts = append(starts, j)
			i = j
		}
	}
	for _, j := range starts {
		list = append(list, s.newFrame(j, whole.last))
	}
	return list
}

// remarks adds the further statements of a sentence as sentences of their own:
// «…، مشيرا إلى أن الأشغال انتهت» gives «أشار الوزير إلى أن الأشغال انتهت». The
// participle agrees with the subject of the sentence, which is therefore its own.
func (s *story) remarks(list []candidate, l *line, sp *speaker, limit int) []candidate {
	who := sp
	if who == nil {
		who = s.subject(l, s.marks[l.first]&feminine != 0)
	}
	if who == nil {
		return list
	}
	whole := s.newFrame(l.first, l.last)
	for i := whole.first + 4; i < whole.last-4; i++ {
		v, ok := s.lex.remarks[s.t.Tokens[i].Norm]
		if !ok || !whole.outside(i) || v.feminine != who.feminine || !comma(s.t.Tokens[i-1]) && !whole.governs(i+1) {
			continue
		}
		f := s.newFrame(i, whole.last)
		if !f.balanced || i < whole.said {
			continue
		}
		size := who.last - who.first
		for _, c := range f.shapes(limit - size) {
			c.order, c.subject, c.verb = l.order, who, v.text
			c.words += size
			c.penalty += l.penalty + 0.2
			list = append(list, c)
		}
	}
	return list
}

// promote adds relative clauses told as sentences: «المجموعة التي تضم في عضويتها
// 34 دولة» gives «تضم المجموعة في عضويتها 34 دولة». A preposition after the verb
// shows that the verb has no other subject; the noun stands right before.
func (s *story) promote(list []candidate, l *line, limit int) []candidate {
	whole := s.newFrame(l.first, l.last)
	if !whole.balanced {
		return list
	}
	for i := whole.first + 3; i < whole.last-4; i++ {
		if s.marks[i]&relative == 0 || !whole.outside(i) {
			continue
		}
		if s.attributed(whole, i) {
			break
		}
		j := i + 1
		if s.marks[j]&verb == 0 || s.marks[j]&nominal != 0 || plural(s.t.Tokens[j].Norm) || s.objective(whole, j) {
			continue
		}
		noun := s.antecedent(whole, i)
		if noun.first >= noun.last {
			continue
		}
		f := s.newFrame(j+1, whole.last)
		if !f.balanced || whole.sourceAt < whole.last {
			continue
		}
		for _, c := range f.shapes(limit - 1 - (noun.last - noun.first)) {
			c.order, c.bare = l.order, 0
			c.runs = append([]run{{j, j + 1}, noun}, c.runs...)
			c.words += 1 + noun.last - noun.first
			c.penalty += l.penalty + 0.5
			c.own.first = i
			list = append(list, c)
		}
	}
	return list
}

// plural reports whether verb form norm is plural, as a verb after its subject is
// but a verb before it is not.
func plural(norm string) bool {
	return strings.HasSuffix(norm, "\u0648\u0646") || strings.HasSuffix(norm, "\u0648\u0627")
}

// objective reports whether the relative clause with its verb at j is about the
// object of the verb or of a preposition: a pronoun then stands for its noun,
// «التي تعرض لها», «التي شنها».
func (s *story) objective(f *frame, j int) bool {
	if len(s.t.Tokens[j].Norm) > 8 && suffixed(s.t.Tokens[j].Norm) && s.lex.marks[s.t.Tokens[j].Norm]&verb == 0 {
		return true
	}
	for k := j + 1; k < f.last && k < j+12 && !comma(s.t.Tokens[k]); k++ {
		if w := s.t.Tokens[k].Norm; k <= j+3 && len(w) > 8 && (strings.HasSuffix(w, "\u0647\u0645\u0627") || strings.HasSuffix(w, "\u0647\u0627") || strings.HasSuffix(w, "\u0647\u0645")) {
			return true // «التي انطلقت عمليات بيعها»: the subject is its own
		}
		switch s.t.Tokens[k].Norm {
		case "\u0644\u0647\u0627", "\u0628\u0647\u0627", "\u0644\u0647", "\u0628\u0647", "\u0641\u064A\u0647\u0627", "\u0641\u064A\u0647",
			"\u0645\u0646\u0647\u0627", "\u0645\u0646\u0647", "\u0639\u0644\u064A\u0647\u0627", "\u0639\u0644\u064A\u0647",
			"\u0627\u0644\u064A\u0647\u0627", "\u0627\u0644\u064A\u0647", "\u0644\u0647\u0645", "\u0628\u0647\u0645",
			"\u062E\u0644\u0627\u0644\u0647\u0627", "\u062E\u0644\u0627\u0644\u0647": // لها بها له به فيها فيه منها منه عليها عليه إليها إليه لهم بهم خلالها خلاله
			return true
		}
	}
	return false
}

// suffixed reports whether norm ends in a pronoun: «ها», «هم», «ه».
func suffixed(norm string) bool {
	return strings.HasSuffix(norm, "\u0647\u0627") || strings.HasSuffix(norm, "\u0647\u0645") || strings.HasSuffix(norm, "\u0647")
}

// antecedent returns the noun before the relative pronoun at i: the run of
// definite words that ends there, with the noun that it is of when the gender of
// the pronoun asks for it. It is empty when two nouns would agree.
func (s *story) antecedent(f *frame, i int) run {
	r := run{i, i}
	for k := i - 1; k > f.first && i-k <= 6; k-- {
		t := s.t.Tokens[k]
		if t.Kind != arabic.Word || s.joined[k] || s.marks[k]&pointing != 0 || !definite(t) && s.held[k] == 0 {
			break
		}
		r.first = k
	}
	if r.first == r.last || r.first-1 <= f.first {
		return r
	}
	she := s.t.Tokens[i].Norm == "\u0627\u0644\u062A\u064A" // التي
	head, of := s.t.Tokens[r.first].Norm, r.first-1
	c, _ := s.cue(of, f.last)
	t := s.t.Tokens[of]
	genitive := t.Kind == arabic.Word && c == none && s.marks[of]&^(nominal|verb|feminine|ownWaw) == 0 && (s.marks[of] == 0 || s.marks[of]&nominal != 0)
	switch {
	case !genitive:
		return r
	case s.preposition(of) || s.joined[of]:
		if she == womanly(head) && she != womanly(t.Norm) {
			return r
		}
	case she == womanly(head) && she != womanly(t.Norm):
		return r
	case she != womanly(head) && she == womanly(t.Norm):
		return run{of, i}
	}
	return run{i, i}
}

// womanly reports whether a noun ends like a feminine or a sound feminine plural.
func womanly(norm string) bool {
	return strings.HasSuffix(norm, "\u0647") || strings.HasSuffix(norm, "\u0627\u062A")
}

// clause returns the first token of the sentence that token i of f ties to the
// one before it, «، وبلغ عدد…», «فيما أبدى الفريق…», or 0. The verb must have its
// own subject beside it.
func (s *story) clause(f *frame, i int) int {
	t := s.t.Tokens
	j := i
	if c, n := s.cue(i, f.last); c == tail && n == 1 || (c == scope || c == adjunct) && s.when(i) > 0 {
		j = i + max(1, s.when(i))
		if j < f.last && t[j].Norm == "\u0642\u062F" {
			j++
		}
	} else if !comma(t[i-1]) || !s.joined[i] {
		return 0
	}
	if j+3 >= f.last || s.marks[j]&verb == 0 || s.marks[j]&nominal != 0 || s.subjectless(j, f.last) {
		return 0
	}
	if definite(t[j+1]) || s.held[j+1] != 0 || s.when(i) > 0 {
		return j
	}
	return 0
}

// second adds what a speaker says after the first statement, «قال فلان إن… وإن…»,
// as a telling of its own: the verb, the speaker and the later statement.
func (s *story) second(list []candidate, f *frame, l *line, sp *speaker, limit int) []candidate {
	if f.said < 0 || !f.balanced || f.first != l.first {
		return list
	}
	for i := f.said + 4; i < f.last-4; i++ {
		if !f.outside(i) || s.marks[i]&that == 0 || !s.joined[i] && s.t.Tokens[i-1].Norm != waw {
			continue
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
			c.penalty += l.penalty
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

// resort tells line l, too long for its cuts, up to a comma where a clause may
// end.
func (s *story) resort(l *line, limit int) (candidate, bool) {
	f := s.newFrame(l.first, l.last)
	if l.unfit || !f.balanced || f.sourceAt < f.last {
		return candidate{}, false
	}
	if f.broken >= 0 {
		f.last = f.broken
	}
	for i := f.last - 1; i > f.first+shortest; i-- {
		if !f.outside(i) || !comma(s.t.Tokens[i]) || s.marks[i-1]&(open|that) != 0 || f.said >= 0 && i <= f.said+4 {
			continue
		}
		c, _ := s.cue(i+1, f.last)
		if c == limiting || c == source || !s.joined[i+1] && c == none && !f.insert(i+1) || f.counted(i) {
			continue
		}
		rest := cut{first: i, last: f.last, rule: clauseTail}
		if s.verbs(f.first, i) == 0 && s.marks[f.first]&verb == 0 || f.limits(rest) || f.predicate(rest) {
			continue
		}
		if n := s.newFrame(f.first, i).length(); shortest <= n && n <= limit {
			return candidate{order: l.order, own: run{f.first, i}, runs: []run{{f.first, i}}, bare: 1, words: n, penalty: 1}, true
		}
	}
	return candidate{}, false
}
