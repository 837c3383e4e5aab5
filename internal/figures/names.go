package figures

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// year reports whether n looks like a year.
func (f *finder) year(n number.Number) bool {
	v := f.value(n)
	return n.Form == number.Digits && n.Last == n.First+1 && (1300 <= v && v <= 1500 || 1800 <= v && v <= 2100)
}

// named reports whether the word before n says that n is a name.
func (f *finder) named(n number.Number) bool {
	i := n.First - 1
	return i >= 0 && !f.t.NewLine(i) && f.roleOfStem(i)&name != 0
}

// isName reports whether number n names a thing: an article of a law, a flight,
// a model; or is glued to a word as in «كوفيد-19».
func (f *finder) isName(n number.Number, x item) bool {
	i := n.First - 1
	if i < 0 || f.t.NewLine(i) || x.first < n.First {
		return false
	}
	if f.t.Touch(i) && f.t.Tokens[n.First].Kind == arabic.Digits {
		switch w := f.t.Tokens[i]; {
		case w.Kind == arabic.Word && n.Prefix == "" && !n.Definite && x.unit.text == "":
			return true
		case (w.Norm == "-" || w.Norm == "/") && f.t.Touch(i-1):
			return true
		}
	}
	if n.Form != number.Digits {
		return false
	}
	switch f.norm(i) {
	case "رقم", "رقمها", "رقمه", "الماده", "الفصل", "القانون", "البند", "الفقره", "بوينغ", "بوينج", "ايرباص", "ايرباس", "بالرمز", "الرمز":
		return true
	}
	if f.norm(i-1) == "رقم" && f.definite(i) && f.direct(i) { // «رقم النجدة 197»
		return true
	}
	return (x.unit.text == "" || x.unit.kind == news.Count && !x.unit.known) && f.named(n)
}

// roleOfStem returns the roles of token i or of what remains of it without proclitics.
func (f *finder) roleOfStem(i int) role {
	var r role
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		r |= f.lex.roles[s.Norm]
	}
	return r
}

// bareRole returns the roles of token i without proclitics and article.
func (f *finder) bareRole(i int) role {
	var r role
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		bare, _ := arabic.Bare(s.Norm)
		r |= f.lex.roles[s.Norm] | f.lex.roles[bare]
	}
	return r
}

func (f *finder) roleOfStemAt(i int) role {
	if i < 0 {
		return 0
	}
	return f.roleOfStem(i)
}

// roleAfter returns the roles of the word after n.
func (f *finder) roleAfter(n number.Number) role {
	if !f.direct(n.Last) {
		return 0
	}
	return f.role(n.Last)
}

// isGlued reports whether n is the minute of a match, «90+3», «45'», or a part of
// a tag.
func (f *finder) isGlued(n number.Number) bool {
	if f.t.Touch(n.First-1) && f.norm(n.First-1) == "_" || f.t.Touch(n.Last-1) && f.norm(n.Last) == "_" {
		return true
	}
	added := f.norm(n.First-1) == "+" && n.First > 1 && f.t.Tokens[n.First-2].Kind != arabic.Word
	return f.t.Touch(n.First-1) && (added || f.norm(n.First-1) == "'") || f.t.Touch(n.Last-1) && (f.norm(n.Last) == "'" || f.norm(n.Last) == "\u2019")
}

// isSpoken reports whether a colloquial hundred is spelled as another word: a
// name, solid.
func isSpoken(norm string) bool { return norm == "ميه" || norm == "متين" }
