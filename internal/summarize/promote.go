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
	whole := s.frame(l)
	for i := whole.first + 4; i < whole.last-4; i++ {
		v, ok := s.lex.remarks[s.t.Tokens[i].Norm]
		if !ok || !whole.outside(i) || v.feminine != who.feminine || !comma(s.t.Tokens[i-1]) && !whole.governs(i+1) {
			continue
		}
		f := whole.part(i)
		if !f.balanced || i < whole.said || sp == nil && s.turns(whole, i) {
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

// turns reports whether a verb stands right after a comma before token i of f: the
// sentence has another main clause, and perhaps another subject.
func (s *story) turns(f *frame, i int) bool {
	for j := f.first + 1; j < i; j++ {
		if m := s.marks[j]; f.outside(j) && m&verb != 0 && m&nominal == 0 && comma(s.t.Tokens[j-1]) && !s.joined[j] {
			return true
		}
	}
	return false
}

// promote adds relative clauses told as sentences: «المجموعة التي تضم حاليا
// 34 دولة» gives «تضم المجموعة حاليا 34 دولة». The noun is the one word before
// the pronoun and agrees with the verb, and the clause ends the sentence: after a
// comma or a conjunction the words may belong to the outer sentence.
func (s *story) promote(list []candidate, l *line, limit int) []candidate {
	whole := s.frame(l)
	if !whole.balanced || whole.capped {
		return list
	}
	for i := whole.first + 3; i < whole.last-4; i++ {
		if s.marks[i]&relative == 0 || s.joined[i] || !whole.outside(i) {
			continue
		}
		if s.attributed(whole, i) && (whole.said >= 0 || !s.renamed(i-1)) {
			continue // perhaps a part of what is said
		}
		j := i + 1
		if m := s.marks[j]; m&verb == 0 || m&nominal != 0 || plural(s.t.Tokens[j].Norm) || s.objective(whole, j) || !s.noun(whole, i, m&feminine != 0) {
			continue
		}
		f := whole.part(j + 1)
		if !f.balanced || whole.sourceAt < whole.last || s.branches(f) {
			continue
		}
		for _, c := range f.shapes(limit - 2) {
			c.order, c.bare = l.order, 0
			c.runs = append([]run{{j, j + 1}, {i - 1, i}}, c.runs...)
			c.words += 2
			c.penalty += l.penalty + 0.5
			c.own.first = i
			list = append(list, c)
		}
	}
	return list
}

// branches reports whether a comma, a conjunction or a further relative pronoun
// stands in f, after which the words may belong to what stands before f.
func (s *story) branches(f *frame) bool {
	for i := f.first; i < f.last; i++ {
		t := s.t.Tokens[i]
		if f.outside(i) && (comma(t) || t.Norm == waw || strings.HasPrefix(t.Norm, waw) && s.marks[i]&ownWaw == 0 || s.marks[i]&(relative|verb) != 0) {
			return true
		}
	}
	return false
}

// noun reports whether the word before the relative pronoun at i is its noun and
// the subject of a verb of the gender she: it has the article, as no noun of
// another noun has, and no other noun stands beside it.
func (s *story) noun(f *frame, i int, she bool) bool {
	t := s.t.Tokens
	k := i - 1
	if t[k].Kind != arabic.Word || k-1 <= f.first || s.joined[k] || s.marks[k]&pointing != 0 {
		return false
	}
	if bare, ok := arabic.Bare(t[k].Norm); !ok || !strings.HasPrefix(t[k].Norm, "\u0627\u0644") || bare == "" {
		return false
	}
	if s.renamed(k) {
		return she == (s.bareNorm(k-1) == "\u0647\u064A") // هي
	}
	if womanly(t[k].Norm) != she || she != (t[i].Norm == "\u0627\u0644\u062A\u064A") { // التي
		return false
	}
	before := t[k-1].Norm
	return len(before) <= 6 && s.preposition(k-1) || s.marks[k-1]&verb != 0 && s.marks[k-1]&nominal == 0
}

// renamed reports whether the noun at k says again what was named before: «، وهي
// الهجمات التي…».
func (s *story) renamed(k int) bool {
	n := s.bareNorm(k - 1)
	return n != s.t.Tokens[k-1].Norm && (n == "\u0647\u0648" || n == "\u0647\u064A") && comma(s.t.Tokens[k-2])
}

// plural reports whether verb form norm is plural, as a verb after its subject is
// but a verb before it is not.
func plural(norm string) bool {
	if strings.HasSuffix(norm, "\u0643\u0648\u0646") { // تكون سيكون
		return false
	}
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
		if pronounOf(s.t.Tokens[k].Norm) {
			return true
		}
	}
	return false
}

// pronounOf reports whether norm is a preposition with a pronoun: «عليها».
func pronounOf(norm string) bool {
	switch norm {
	case "\u0644\u0647\u0627", "\u0628\u0647\u0627", "\u0644\u0647", "\u0628\u0647", "\u0641\u064A\u0647\u0627", "\u0641\u064A\u0647",
		"\u0645\u0646\u0647\u0627", "\u0645\u0646\u0647", "\u0639\u0644\u064A\u0647\u0627", "\u0639\u0644\u064A\u0647",
		"\u0627\u0644\u064A\u0647\u0627", "\u0627\u0644\u064A\u0647", "\u0644\u0647\u0645", "\u0628\u0647\u0645",
		"\u062E\u0644\u0627\u0644\u0647\u0627", "\u062E\u0644\u0627\u0644\u0647": // لها بها له به فيها فيه منها منه عليها عليه إليها إليه لهم بهم خلالها خلاله
		return true
	}
	return false
}

// suffixed reports whether norm ends in a pronoun: «ها», «هم», «ه».
func suffixed(norm string) bool {
	return strings.HasSuffix(norm, "\u0647\u0627") || strings.HasSuffix(norm, "\u0647\u0645") || strings.HasSuffix(norm, "\u0647")
}

// womanly reports whether a noun ends like a feminine or a sound feminine plural.
func womanly(norm string) bool {
	return strings.HasSuffix(norm, "\u0647") || strings.HasSuffix(norm, "\u0627\u062A")
}

// saysSo reports whether the participle at token i is "saying", whose quotation is what
// its verb says and no further statement.
func (s *story) saysSo(i int) bool {
	n := s.bareNorm(i)
	return n == "\u0642\u0627\u0626\u0644\u0627" || n == "\u0642\u0627\u0626\u0644\u0647" // قائلا قائلة
}
