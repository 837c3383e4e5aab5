package figures

import (
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// standsAlone reports whether number k is a figure although no unit stands
// beside it, and gives x the unit that the text implies.
func (f *finder) standsAlone(k int, n number.Number, x *item, bounded bool) bool {
	switch {
	case f.roleAfter(n)&noFigure != 0 || n.Definite && n.Value.IsZero() || f.minute(n):
		return false
	case n.Form == number.Fraction:
		return f.fraction(n, x, bounded)
	case n.Definite && !bounded:
		return false
	case f.isRanked(n, x), f.shareOf(k, x), f.listed(k, x), f.sameAsBefore(x), f.numberOf(n, x), f.compared(n, x), f.bareAge(n, x):
		return true
	case n.Value.IsNeg() || n.Form == number.Digits && !n.Value.IsInt():
		return f.norm(n.First-1) != "("
	case n.Form == number.Words && n.Last == n.First+1 && (n.Scale > 1 || isSpoken(f.norm(n.First))):
		return bounded
	case bounded:
		return !f.year(n) || x.bound != news.AtMost
	case f.shirt(n):
		x.unit.kind = news.Ordinal
		return true
	}
	if f.value(n) < 2 && n.Form == number.Words {
		return false
	}
	return n.Form == number.Mixed || n.Form == number.Words && !f.named(n)
}

// isSpoken reports whether a colloquial hundred is spelled as another word: a
// name, solid.
func isSpoken(norm string) bool { return norm == "ميه" || norm == "متين" }

// roleAfter returns the roles of the word after n.
func (f *finder) roleAfter(n number.Number) role {
	if !f.direct(n.Last) {
		return 0
	}
	return f.role(n.Last)
}

// minute reports whether n is the minute of a match: «90+3», «45'».
func (f *finder) minute(n number.Number) bool {
	return f.t.Touch(n.First-1) && (f.norm(n.First-1) == "+" || f.norm(n.First-1) == "'") || f.t.Touch(n.Last-1) && (f.norm(n.Last) == "'" || f.norm(n.Last) == "\u2019")
}

// value returns the value of n when it is a small whole number, else a large one.
func (f *finder) value(n number.Number) int64 {
	v, _, ok := n.Value.Int64(0)
	if !ok {
		return 1 << 40
	}
	return v
}

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

// roleOfStem returns the roles of token i or of what remains of it without proclitics.
func (f *finder) roleOfStem(i int) role {
	var r role
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		r |= f.lex.roles[s.Norm]
	}
	return r
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
	case "رقم", "رقمها", "رقمه", "الماده", "الفصل", "القانون", "البند", "الفقره", "بوينغ", "بوينج", "ايرباص", "ايرباس":
		return true
	}
	return (x.unit.text == "" || x.unit.kind == news.Count && !x.unit.known) && f.named(n)
}

// shareOf reads «82 من أصل 120 نائبا»: the unit is that of the whole.
func (f *finder) shareOf(k int, x *item) bool {
	i := x.last
	if f.norm(i) != "من" || !f.direct(i) || k+1 >= len(f.numbers) {
		return false
	}
	next := f.numbers[k+1]
	switch f.norm(i + 1) {
	case "اصل", "جمله", "مجموع", "بين", "اجمالي":
		if next.First != i+2 {
			return false
		}
	default:
		if next.First != i+1 || next.Value.Cmp(x.value) <= 0 {
			return false
		}
	}
	if u, ok := f.unitAfter(next); ok {
		x.unit = counted{text: u.text, kind: u.kind, code: u.code}
	}
	return true
}

// listed reads «20 أو 30 شخصا», «بين 5 و8»: the unit is that of the next number.
func (f *finder) listed(k int, x *item) bool {
	last := x.last
	for j := k + 1; j < len(f.numbers) && j <= k+8; j++ {
		next := f.numbers[j]
		if !f.joined(last, next) || f.inDate(next) || next.Ordinal {
			return false
		}
		if u, ok := f.unitAfter(next); ok {
			x.unit = counted{text: u.text, kind: u.kind, code: u.code, noun: u.noun}
			return !u.time || f.isAge(x.first, u.last)
		}
		last = next.Last
	}
	return false
}

// isRanked reads a rank in digits: «المركز 78», «المصنفة 138 عالميا».
func (f *finder) isRanked(n number.Number, x *item) bool {
	if n.Form != number.Digits {
		return false
	}
	i := n.First - 1
	if i > 0 && f.isArticle(i) {
		i--
	}
	switch {
	case i >= 0 && !f.t.NewLine(i) && f.roleOfStem(i)&rank != 0 && f.definite(i):
		f.withNoun(x, i)
	case !f.direct(n.Last) || f.role(n.Last)&ranked == 0 || x.value.Cmp(decimal.MustNew(300, 0)) > 0:
		return false
	}
	x.unit.kind = news.Ordinal
	return true
}

// compared reads a number that stands against a count before it: «174 طلبا مقارنة
// بـ282», «11 لقبا من أصل 12».
func (f *finder) compared(n number.Number, x *item) bool {
	i := x.first - 1
	if n.Form == number.Digits && i >= 0 && f.t.Touch(i) && n.Prefix != "" {
		i--
	}
	if i < 1 || f.t.NewLine(i) {
		return false
	}
	switch w := f.norm(i); {
	case w == "مقارنه" && n.Prefix == "ب", w == "مقابل" && !f.inSport(), w == "اصل" && f.norm(i-1) == "من":
	default:
		return false
	}
	for j := len(f.list) - 1; j >= 0 && j >= len(f.list)-2; j-- {
		if f.list[j].Unit != "" && f.t.At(f.list[j].End) >= n.First-8 {
			x.unit = counted{text: f.list[j].Unit, kind: f.list[j].Kind, code: f.list[j].UnitCode}
			return true
		}
	}
	return false
}

// bareAge reads an age without its unit: «تبلغ من العمر 36».
func (f *finder) bareAge(n number.Number, x *item) bool {
	if f.norm(n.First-1) != "العمر" || f.value(n) > 120 {
		return false
	}
	x.unit = counted{kind: news.Measure, code: "a"}
	return true
}

// joined reports whether «و», «أو» or a comma alone stands between token i and
// the number next.
func (f *finder) joined(i int, next number.Number) bool {
	if !f.direct(next.First) {
		return false
	}
	switch next.First - i {
	case 0:
		return next.Prefix == "و"
	case 1:
		switch f.norm(i) {
		case "و", "او", "ثم", "\u060C":
			return true
		}
	}
	return false
}

// sameAsBefore reads «48 منهم», «48 من بينهم»: the unit is that of the count before.
func (f *finder) sameAsBefore(x *item) bool {
	i := x.last
	if !f.direct(i) {
		return false
	}
	switch f.norm(i) {
	case "منهم", "منهن", "منها", "بينهم":
	case "من":
		switch f.norm(i + 1) {
		case "بينهم", "بينها", "بينهن", "هولاء", "هذه":
		default:
			return false
		}
	default:
		return false
	}
	for j := len(f.list) - 1; j >= 0 && j >= len(f.list)-3; j-- {
		if f.list[j].Kind == news.Count && f.list[j].Unit != "" {
			x.unit.text = f.list[j].Unit
			break
		}
	}
	return true
}

// numberOf reads «بلغ عدد القتلى 20», «ارتفع عدد الجرحى إلى 37»: the unit is what
// the number is said to be of.
func (f *finder) numberOf(n number.Number, x *item) bool {
	i := x.first - 1
	if f.roleOfStemAt(i)&countOf != 0 {
		return f.norm(i) != "عدد" || f.numbered(n, x)
	}
	for j := i; j > 0 && j > i-7 && !f.t.NewLine(j); j-- {
		if f.t.Tokens[j].Kind != arabic.Word {
			return false
		}
		if f.roleOfStem(j-1)&countOf != 0 {
			x.unit.text = f.t.Tokens[j].Of(f.t.Source)
			return j == i || f.norm(i) == "الي" || n.Prefix == "ب" || j == i-1
		}
	}
	return false
}

// numbered reads the numbering «عدد 127» of a noun that has ranks; of other
// nouns («القانون عدد 26») it is a name.
func (f *finder) numbered(n number.Number, x *item) bool {
	for j := n.First - 2; j >= 0 && j >= n.First-3 && !f.t.NewLine(j); j-- {
		if f.roleOfStem(j)&rank != 0 {
			x.first, x.start = n.First-1, f.t.Tokens[n.First-1].Start
			x.unit = counted{text: f.t.Tokens[j].Of(f.t.Source), kind: news.Ordinal}
			return true
		}
	}
	return false
}

func (f *finder) roleOfStemAt(i int) role {
	if i < 0 {
		return 0
	}
	return f.roleOfStem(i)
}

// shirt reports whether n is a number in brackets after a name in the news of a
// match.
func (f *finder) shirt(n number.Number) bool {
	return n.First >= 2 && f.norm(n.First-1) == "(" && f.norm(n.Last) == ")" && f.t.Tokens[n.First-2].Kind == arabic.Word &&
		n.Form == number.Digits && f.value(n) < 100 && f.inSport()
}

// inSport reports whether the text tells of a match: at least three words of sport.
func (f *finder) inSport() bool {
	if f.sports == 0 {
		seen := 0
		for i := 0; i < len(f.t.Tokens) && seen < 3; i++ {
			if f.role(i)&sport != 0 {
				seen++
			}
		}
		f.sports = -1
		if seen >= 3 {
			f.sports = 1
		}
	}
	return f.sports > 0
}

// fraction reads a fraction: «ثلثاهم», «نصف راتبه», «أكثر من النصف».
func (f *finder) fraction(n number.Number, x *item, bounded bool) bool {
	x.unit.kind = news.Measure
	i := n.Last
	if n.Owned || i-n.First > 2 && f.norm(n.First+1) != "/" || f.value(n) > 1 && n.Value.Cmp(decimal.MustNew(1, 0)) > 0 {
		return true
	}
	if n.Definite {
		return bounded && (!f.direct(i) || !f.definite(i))
	}
	if !f.direct(i) || f.t.Tokens[i].Kind != arabic.Word || f.dated[i] || f.role(i)&(noFraction|timeUnit) != 0 {
		return false
	}
	w := f.norm(i)
	bare, definite := arabic.Bare(w)
	if definite && n.First > 0 && f.direct(n.First) && n.Prefix == "" && f.definite(n.First-1) && !bounded {
		return false // «المواد نصف المصنعة»
	}
	if !definite && f.lex.roles[bare]&(noun|pluralNoun) == 0 && !possessed(w) || f.role(i)&stop != 0 {
		return bounded
	}
	x.unit.text, x.last = f.t.Tokens[i].Of(f.t.Source), i+1
	return true
}

// possessed reports whether a folded word ends in a pronoun of the third person.
func possessed(norm string) bool {
	for _, p := range []string{"ه", "ها", "هم", "هن", "نا"} {
		if strings.HasSuffix(norm, p) && len(norm) > len(p)+4 {
			return true
		}
	}
	return false
}

// fractionAfter adds the fraction that follows a unit: «ثلاثة أمتار ونصف».
func (f *finder) fractionAfter(k int, x *item) int {
	if k >= len(f.numbers) {
		return 0
	}
	n := f.numbers[k]
	joined := n.First == x.last && n.Prefix == "و" || n.First == x.last+1 && f.norm(x.last) == "و"
	if !joined || n.Form != number.Fraction || n.Definite || n.Owned || !f.direct(n.First) || n.Value.Cmp(decimal.MustNew(1, 0)) >= 0 {
		return 0
	}
	last := n.Last
	if f.direct(last) && f.t.Tokens[last].Kind == arabic.Word && f.role(last)&stop == 0 {
		bare, _ := arabic.Bare(f.norm(last))
		u, known := f.lex.units[bare]
		if !known || u.kind != x.unit.kind || u.code != x.unit.code && x.unit.kind != news.Money {
			return 0
		}
		last++
	}
	if v, err := x.value.Add(n.Value); err == nil {
		x.value, x.last = v.Trim(0), last
		return 1
	}
	return 0
}

// isAge reports whether the words of tokens first to last, a number and a unit
// of time, tell an age.
func (f *finder) isAge(first, last int) bool {
	if f.norm(first-1) == "(" && f.norm(last) == ")" || f.norm(first-1) == "\u060C" && f.norm(last) == "\u060C" {
		return timeCode(f.norm(last-1)) != ""
	}
	if f.norm(last) == "من" && (f.norm(last+1) == "العمر" || f.norm(last+1) == "عمره" || f.norm(last+1) == "عمرها") {
		return true
	}
	for i := first - 1; i >= 0 && i >= first-4 && !f.t.NewLine(i); i-- {
		if f.t.Tokens[i].Kind == arabic.Punct {
			return false
		}
		switch r := f.roleOfStem(i); {
		case r&age != 0:
			return true
		case r&young != 0 && i == first-1:
			return true
		}
	}
	return false
}

// agesIn adds the age that number n, which a date holds, tells.
func (f *finder) agesIn(n number.Number) {
	i := n.Last
	if !f.direct(i) || f.role(i)&timeUnit == 0 || timeCode(f.norm(i)) == "" || !f.isAge(n.First, i+1) {
		return
	}
	x := item{first: n.First, last: i + 1, start: n.Start, value: n.Value, bound: news.Exact}
	x.unit = f.counted(i, i+1, counted{kind: news.Measure, code: timeCode(f.norm(i))})
	f.boundBefore(n, &x)
	f.boundAfter(&x)
	f.add(x)
}
