package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

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
	return strings.HasSuffix(norm, "\u0648\u0646") && len(norm) >= 12 || strings.HasSuffix(norm, "\u0648\u0627")
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
