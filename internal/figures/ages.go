package figures

import (
	"strconv"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// isAge reports whether the words of tokens first to last, a number and a unit
// of time, tell an age.
func (f *finder) isAge(first, last int) bool {
	switch a, b := f.norm(first-1), f.norm(last); {
	case a == "(" && b == ")", arabic.IsComma(a) && arabic.IsComma(b):
		return timeCode(f.norm(last-1)) != ""
	}
	if f.ofLife(last) || isUpward(f.norm(last), f.norm(last+1)) && timeCode(f.norm(last-1)) == "a" && f.roleOfStemAt(first-1)&timeUnit == 0 && !f.measuresTime(first-1) {
		return true
	}
	if f.isUnder(first) && timeCode(f.norm(last-1)) == "a" {
		return true
	}
	const most = 8 // as far as dates.Find looks for a word of age
	for i := first - 1; i >= 0 && i >= first-most && !f.t.NewLine(i); i-- {
		if f.t.Tokens[i].Kind == arabic.Punct || f.norm(i) == "مدته" || f.norm(i) == "مدتها" {
			return false
		}
		switch r := f.roleOfStem(i); {
		case r&age != 0:
			return !strings.Contains(f.norm(i), "صاحب") || i == first-1 || i == first-2 && f.norm(i+1) == "ال" // not «صاحبة الصحيفة لنحو ستين عاما»
		case r&young != 0 && i == first-1:
			return true
		}
	}
	return false
}

// isUnder reports whether the years of the number at token i are said of those who
// are younger: «دون 16 سنة», «كأس إفريقيا لأقل من 20 سنة».
func (f *finder) isUnder(i int) bool {
	years, err := strconv.Atoi(f.norm(i))
	if err != nil || years < 8 || years > 23 {
		return false
	}
	w := f.norm(i - 1)
	return w == "دون" || w == "تحت" || w == "من" && f.norm(i-2) == "لاقل"
}

// ofLife reports whether «من عمره» or the like stands at token i.
func (f *finder) ofLife(i int) bool {
	if f.norm(i) != "من" || !f.direct(i+1) || !f.direct(i) {
		return false
	}
	switch f.norm(i + 1) {
	case "العمر", "عمره", "عمرها", "عمرهم", "عمرهن", "عمري":
		return true
	}
	return false
}

// isUpward reports whether the words after years say «and above», «and below»,
// which are said of ages: «65 عاما فأكثر».
func isUpward(a, b string) bool {
	return a == "فاكثر" || a == "فاقل" || (a == "فما" || a == "وما") && (b == "فوق" || b == "دون")
}

// measuresTime reports whether token i makes a length of the years after it.
func (f *finder) measuresTime(i int) bool {
	switch f.norm(i) {
	case "لمده", "مده", "بالسجن", "السجن", "بالحبس", "الحبس", "خبره", "منذ", "قبل", "بعد", "خلال":
		return true
	}
	return false
}

// ordinalAge adds the age that an ordinal tells: «في الخامسة والستين من عمره».
func (f *finder) ordinalAge(n number.Number) bool {
	if !n.Definite || !f.ofLife(n.Last) {
		return false
	}
	f.add(item{first: n.First, last: n.Last + 2, start: n.Start, value: n.Value, bound: news.Exact, unit: counted{kind: news.Measure, code: "a"}})
	return true
}

// tellsAge reports whether token i is a word for somebody's age: «أعمارهم».
func (f *finder) tellsAge(i int) bool {
	return i >= 0 && !f.t.NewLine(i) && f.roleOfStem(i)&age != 0
}

// bareAge reads an age without its unit: «تبلغ من العمر 36».
func (f *finder) bareAge(n number.Number, x *item) bool {
	before := isAgeWord(f.norm(n.First - 1))
	if !before && !f.ofLife(n.Last) || f.value(n) > 120 {
		return false
	}
	x.unit = counted{kind: news.Measure, code: "a"}
	return true
}

// isAgeWord reports whether the number after a word is an age.
func isAgeWord(norm string) bool {
	switch norm {
	case "العمر", "عمر", "سن", "السن", "بعمر", "بسن", "لسن":
		return true
	}
	return false
}
