package figures

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// counted is the unit or counted noun of a figure.
type counted struct {
	text  string // as written
	kind  news.FigureKind
	code  string
	noun  string // of money: the currency, folded
	minor int64  // of money: how many make one
	time  bool   // a unit of time
	known bool   // of a count: the noun is one that news counts
	last  int    // the token after it
}

// unitAfter reads the unit that stands after n.
func (f *finder) unitAfter(n number.Number) (counted, bool) {
	i := n.Last
	if u, ok := f.percentAfter(i); ok {
		return u, true
	}
	if u, ok := f.symbolBefore(n); ok {
		return u, true
	}
	if n.Form == number.Fraction {
		if u, length := f.tableUnit(i); length > 0 && f.direct(i) {
			return f.extend(u, i, i+length), true
		}
		return counted{}, false
	}
	u, ok := f.unitAt(i)
	if ok && n.Form == number.Words && u.kind == news.Count && !u.known && f.value(n) == 1 {
		return counted{}, false
	}
	return u, ok
}

// unitAt reads the unit at token i: a unit of the table, a unit of time, a noun.
func (f *finder) unitAt(i int) (counted, bool) {
	if !f.direct(i) || strings.Contains(f.t.Gap(i-1), "\u0640") {
		return counted{}, false
	}
	if u, length := f.tableUnit(i); length > 0 {
		return f.extend(u, i, i+length), true
	}
	if f.role(i)&timeUnit != 0 {
		return f.counted(i, i+1, counted{kind: news.Measure, code: timeCode(f.norm(i)), time: true}), true
	}
	if known, ok := f.isNoun(i); ok {
		return f.counted(i, f.pairEnd(i), counted{kind: news.Count, known: known}), true
	}
	if last, ok := f.partitive(i); ok {
		return f.counted(i+1, last, counted{kind: news.Count, known: true}), true
	}
	return counted{}, false
}

// counted fills the words and the end of a unit that spans tokens first to last.
func (f *finder) counted(first, last int, u counted) counted {
	u.text, u.last = f.t.Cover(first, last).Of(f.t.Source), last
	return u
}

// timeCode is the UCUM code of a unit of time that ages are told in.
func timeCode(norm string) string {
	switch norm {
	case "سنه", "سنوات", "سنين", "عام", "عاما", "اعوام", "ربيعا":
		return "a"
	case "شهر", "اشهر", "شهرا", "شهور":
		return "mo"
	}
	return ""
}

// tableUnit returns the longest unit of the table at token i and how many
// tokens it has.
func (f *finder) tableUnit(i int) (unit, int) {
	length := f.lex.unitLength[f.norm(i)]
	for ; length > 1; length-- {
		if i+length > len(f.t.Tokens) || f.t.NewLine(i+length-2) {
			continue
		}
		words := make([]string, 0, 4)
		for _, w := range f.t.Tokens[i : i+length] {
			words = append(words, w.Norm)
		}
		if u, ok := f.lex.units[strings.Join(words, " ")]; ok {
			return u, length
		}
	}
	if length == 1 {
		if u, ok := f.lex.units[f.norm(i)]; ok {
			return u, 1
		}
	}
	return unit{}, 0
}

// extend adds to a unit of the table what makes it more exact: the adjective of
// a currency, "per hour".
func (f *finder) extend(u unit, first, last int) counted {
	c := counted{kind: u.kind, code: u.code, noun: u.noun, minor: u.minor}
	if u.kind == news.Money && u.minor == 0 {
		if code, ok := f.currencyOf(u.noun, last); ok {
			c.code = code
			last++
		}
	}
	if end, ok := f.perHour(last); ok && u.code == "km" {
		c.code, last = "km/h", end
	}
	return f.counted(first, last, c)
}

// perHour reads «في الساعة», «/س» at token i.
func (f *finder) perHour(i int) (int, bool) {
	if !f.direct(i) || !f.direct(i+1) {
		return 0, i < len(f.t.Tokens) && false
	}
	a, b := f.norm(i), f.norm(i+1)
	if a == "بالساعه" {
		return i + 1, true
	}
	return i + 2, a == "في" && b == "الساعه" || a == "/" && (b == "س" || b == "ساعه" || b == "h" || b == "الساعه")
}

// percentAfter reads a percent sign or its words at token i.
func (f *finder) percentAfter(i int) (counted, bool) {
	if !f.direct(i) {
		return counted{}, false
	}
	last := 0
	switch f.norm(i) {
	case "%", "بالمئه", "بالمائه", "بالميه", "بالمايه", "\u066A":
		last = i + 1
	case "في", "ب", "بال":
		if f.direct(i+1) && isHundred(f.norm(i+1)) {
			last = i + 2
		}
	}
	if last == 0 {
		return counted{}, false
	}
	return counted{text: "%", kind: news.Percent, code: "%", last: last}, true
}

func isHundred(norm string) bool {
	switch norm {
	case "المئه", "المائه", "الميه", "المايه", "100":
		return true
	}
	return false
}

// symbolBefore reads a currency symbol or percent sign that touches n from before.
func (f *finder) symbolBefore(n number.Number) (counted, bool) {
	i := n.First - 1
	if i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Symbol {
		return counted{}, false
	}
	if i > 0 && f.t.Touch(i-1) && f.t.Tokens[i-1].Kind == arabic.Digits {
		return counted{}, false
	}
	if f.norm(i) == "%" && f.t.Touch(i) {
		return counted{text: "%", kind: news.Percent, code: "%", last: n.Last}, true
	}
	if u, ok := f.lex.units[f.norm(i)]; ok && u.kind == news.Money {
		return counted{text: f.t.Tokens[i].Of(f.t.Source), kind: news.Money, code: u.code, noun: u.noun, last: n.Last}, true
	}
	return counted{}, false
}

// isNoun reports whether token i can be the noun that the number before it
// counts, and whether it is one of the table.
func (f *finder) isNoun(i int) (known, ok bool) {
	w := f.t.Tokens[i]
	if w.Kind != arabic.Word || utf8.RuneCountInString(w.Norm) < 2 || f.dated[i] {
		return false, false
	}
	r := f.role(i)
	if r&(noun|pluralNoun) != 0 {
		return true, true
	}
	if r&(stop|noFigure) != 0 || isVerb(w.Norm) {
		return false, false
	}
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		if _, definite := arabic.Bare(s.Norm); definite || s.Prefix != "" && s.Prefix != "س" {
			return false, false
		}
	}
	return false, true
}

// isVerb reports whether a word has the shape of a verb in the plural.
func isVerb(norm string) bool {
	if strings.HasSuffix(norm, "وا") && utf8.RuneCountInString(norm) > 3 {
		return true
	}
	return (strings.HasPrefix(norm, "ي") || strings.HasPrefix(norm, "سي")) && (strings.HasSuffix(norm, "ون") || strings.HasSuffix(norm, "ان"))
}

// pairEnd returns the token after the noun at token i, or after its feminine
// when that is joined to it: «تلميذا وتلميذة».
func (f *finder) pairEnd(i int) int {
	if !f.direct(i+1) || f.t.Tokens[i+1].Kind != arabic.Word {
		return i + 1
	}
	rest, ok := strings.CutPrefix(f.norm(i+1), "و")
	if !ok {
		return i + 1
	}
	a := strings.TrimSuffix(strings.TrimSuffix(f.norm(i), "ا"), "ين")
	if rest == a+"ه" || rest == a+"ات" {
		return i + 2
	}
	return i + 1
}

// partitive reads «من المباريات» at token i.
func (f *finder) partitive(i int) (last int, ok bool) {
	if f.norm(i) != "من" || !f.direct(i+1) || f.t.Tokens[i+1].Kind != arabic.Word {
		return 0, false
	}
	bare, definite := arabic.Bare(f.norm(i + 1))
	if f.dated[i+1] || f.role(i+1)&(stop|timeUnit) != 0 {
		return 0, false
	}
	return i + 2, f.isPlural(f.norm(i+1)) || f.isPlural(bare) || definite && strings.HasSuffix(bare, "ين")
}

// unitBefore reads the noun that stands before a definite number: «الركاب
// الثلاثة», «قطاعات السوق الخمسة عشر».
func (f *finder) unitBefore(n number.Number, x *item) (counted, bool) {
	i := n.First - 1
	if i > 0 && f.isArticle(i) {
		i--
	}
	if !n.Definite || n.Prefix != "" || n.Form == number.Fraction || i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word {
		return counted{}, false
	}
	for noun := i; i >= 0 && i >= noun-1 && (i == noun || f.direct(i+1)); i-- {
		stems, count := f.t.Stems(i)
		for _, s := range stems[:count] {
			bare, definite := arabic.Bare(s.Norm)
			if !definite && f.definite(i) {
				continue
			}
			if f.lex.roles[s.Norm]&timeUnit != 0 {
				return counted{}, false
			}
			if !f.isPlural(bare) || i < noun && definite {
				continue
			}
			x.first, x.start = i, s.Start
			u := counted{text: f.t.Source[s.Start:f.t.Tokens[i].End], kind: news.Count, last: n.Last}
			return u, true
		}
	}
	return counted{}, false
}

// isArticle reports whether token i is the article alone, as before digits.
func (f *finder) isArticle(i int) bool {
	return f.norm(i) == "ال" && !f.t.NewLine(i)
}

// pairBefore reads the dual that «اثنين» repeats: «بمؤشرين اثنين».
func (f *finder) pairBefore(n number.Number, x *item) (counted, bool) {
	i := n.First - 1
	if n.Form != number.Words || n.Prefix != "" || n.Last != n.First+1 || f.value(n) != 2 || i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word {
		return counted{}, false
	}
	w := f.norm(i)
	if !strings.HasSuffix(w, "ين") && !strings.HasSuffix(w, "ان") || f.role(i)&(stop|timeUnit) != 0 {
		return counted{}, false
	}
	x.first, x.start = i, f.t.Tokens[i].Start
	stems, count := f.t.Stems(i)
	for _, s := range stems[1:count] {
		if s.Prefix == "ب" || s.Prefix == "و" {
			x.start = s.Start
			break
		}
	}
	return counted{text: f.t.Source[x.start:f.t.Tokens[i].End], kind: news.Count, last: n.Last}, true
}

// isPlural reports whether a folded noun is a plural, with or without a pronoun.
func (f *finder) isPlural(norm string) bool {
	if f.lex.roles[norm]&pluralNoun != 0 {
		return true
	}
	for _, p := range []string{"هم", "ها", "هن", "ه"} {
		if s, ok := strings.CutSuffix(norm, p); ok && f.lex.roles[s]&pluralNoun != 0 {
			return true
		}
	}
	return strings.HasSuffix(norm, "ات") && utf8.RuneCountInString(norm) > 4
}
