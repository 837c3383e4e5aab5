package figures

import (
	"strings"

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
	scale int64  // of abbreviated money: what it multiplies the number by
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
	if ok && f.isOne(n) && u.kind == news.Count && u.text != "" && f.norm(i) != "من" {
		return counted{}, false // «شخصا واحدا مشتبها به»
	}
	if ok && n.Form == number.Words && u.kind == news.Count && !u.known && (f.value(n) == 1 || n.Definite) {
		return counted{}, false
	}
	return u, ok
}

// isOne reports whether n is the word for one, which follows its noun.
func (f *finder) isOne(n number.Number) bool {
	return n.Form == number.Words && n.Last == n.First+1 && f.value(n) == 1 && n.Scale <= 1 && f.norm(n.First) != "واحد"
}

// unitAt reads the unit at token i: a unit of the table, a unit of time, a noun.
func (f *finder) unitAt(i int) (counted, bool) {
	if !f.direct(i) || strings.Contains(f.t.Gap(i-1), "\u0640") {
		return counted{}, false
	}
	if u, ok := f.abbreviatedMoney(i); ok {
		return u, true
	}
	if u, length := f.tableUnit(i); length > 0 {
		return f.extend(u, i, i+length), true
	}
	if f.norm(i) == "ن" && f.inSport() { // points in a table of clubs
		return f.counted(i, i+1, counted{kind: news.Count, known: true}), true
	}
	if f.role(i)&timeUnit != 0 {
		return f.counted(i, i+1, counted{kind: news.Measure, code: timeCode(f.norm(i)), time: true}), true
	}
	if f.role(i)&point != 0 && f.inMarket() {
		return f.counted(i, i+1, counted{kind: news.Measure, known: true}), true
	}
	if known, ok := f.isNoun(i); ok {
		return f.counted(i, f.pairEnd(i), counted{kind: news.Count, known: known}), true
	}
	if last, ok := f.partitive(i); ok {
		return f.counted(last-1, last, counted{kind: news.Count, known: true}), true
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
		code, ok := f.currencyOf(u.noun, last)
		switch {
		case ok:
			c.code = code
			last++
		case c.code == "":
			c.code = f.country(u.noun)
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
	if i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind == arabic.Word || f.t.Tokens[i].Kind == arabic.Latin {
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
