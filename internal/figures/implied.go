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
	case n.Definite && n.Value.IsZero(), n.Form == number.Words && n.Value.IsOne() && !n.Value.IsNeg() && !bounded, f.roleAfter(n)&clock != 0:
		return false
	case n.Form == number.Fraction:
		return f.fraction(n, x, bounded)
	case n.Definite && !bounded:
		return f.those(n, x) || f.isRanked(n, x)
	case f.isRanked(n, x), f.shareOf(k, x), f.listed(k, x), f.sameAsBefore(x), f.numberOf(n, x), f.compared(n, x), f.bareAge(n, x):
		return true
	case f.sameSums(n, x), f.sumBefore(n, x), f.sameBrackets(n, x), f.others(n, x):
		return true
	case n.Value.IsNeg() || n.Form == number.Digits && f.pointed(n):
		return n.First == 0 || f.norm(n.First-1) != "(" && f.t.Tokens[n.First-1].Kind != arabic.Latin
	case n.Form == number.Words && n.Last == n.First+1 && (n.Scale > 1 || isSpoken(f.norm(n.First))):
		return bounded
	case f.tollAhead(k, x), f.tolled(n, x), f.someOf(k, n, x):
		return true
	case bounded:
		f.degrees(n, x)
		return !f.year(n) || x.bound != news.AtMost
	case f.shirt(n):
		x.unit.kind = news.Ordinal
		return true
	}
	if f.value(n) < 2 && n.Form == number.Words && n.Value.IsInt() {
		return false
	}
	return n.Form == number.Mixed || n.Form == number.Words && !f.named(n)
}

// sameSums reads millions without a noun after millions of money or a measure in
// the same line: «باعوا 700 مليون دولار واشتروا 900 مليون».
func (f *finder) sameSums(n number.Number, x *item) bool {
	const least, most = 1_000_000, 30 // the scale, and the tokens between
	if n.Scale < least || n.Form != number.Mixed || len(f.list) == 0 {
		return false
	}
	last := f.list[len(f.list)-1]
	at := f.t.At(last.End - 1)
	if last.Kind != news.Money && last.Kind != news.Measure || last.Unit == "" || !last.Value.Valid || at < n.First-most ||
		last.Value.Decimal.Cmp(decimal.MustNew(least, 0)) < 0 {
		return false
	}
	for j := at; j < n.First; j++ {
		if f.t.NewLine(j) {
			return false
		}
	}
	x.unit = counted{text: last.Unit, kind: last.Kind, code: last.UnitCode}
	return true
}

// value returns the value of n when it is a small whole number, else a large one.
func (f *finder) value(n number.Number) int64 {
	v, _, ok := n.Value.Int64(0)
	if !ok {
		return 1 << 40
	}
	return v
}

// shareOf reads «82 من أصل 120 نائبا»: the unit is that of the whole.
func (f *finder) shareOf(k int, x *item) bool {
	i := x.last
	if f.norm(i) != "من" || !f.direct(i) || k+1 >= len(f.numbers) {
		return false
	}
	next := f.numbers[k+1]
	if f.inDate(next) {
		return false
	}
	switch f.norm(i + 1) {
	case "اصل", "جمله", "مجموع", "بين", "اجمالي", "كل":
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
			if scale := decimal.MustNew(max(next.Scale, 1), 0); next.Form == number.Mixed && f.numbers[k].Form == number.Digits && x.value.Cmp(scale) < 0 {
				if v, err := x.value.Mul(scale); err == nil { // «من 250 إلى 200 مليون»
					x.value = v.Trim(0)
				}
			}
			return !u.time || f.isAge(x.first, u.last)
		}
		last = next.Last
	}
	return false
}

// someOf reads «6 من مساعديه»: a number of some that are known.
func (f *finder) someOf(k int, n number.Number, x *item) bool {
	if n.Form != number.Digits || f.year(n) || !f.direct(n.Last+1) || f.norm(n.Last) != "من" || f.role(n.Last+1)&(stop|timeUnit) != 0 || f.norm(n.Last+1) == "اجل" {
		return false
	}
	if possessed(f.norm(n.Last+1)) && !strings.HasSuffix(f.t.Tokens[n.Last+1].Of(f.t.Source), "ة") {
		x.unit.text, x.last = f.t.Tokens[n.Last+1].Of(f.t.Source), n.Last+2
		return true
	}
	if n.Prefix != "و" || k == 0 {
		return true
	}
	last := f.numbers[k-1] // in a list all are figures or all are names
	return last.Last < n.First-3 || len(f.list) > 0 && f.list[len(f.list)-1].End >= last.End
}

// tolled reads a number after a word such as «أصيب», which counts what the
// figure before it counts.
func (f *finder) tolled(n number.Number, x *item) bool {
	i := min(n.First, x.first) - 1
	if i < 0 || f.t.NewLine(i) || f.roleOfStem(i)&toll == 0 || f.year(n) {
		return false
	}
	if j := len(f.list) - 1; j >= 0 && f.list[j].Kind == news.Count && f.t.At(f.list[j].End) >= n.First-12 {
		x.unit.text = f.list[j].Unit
	}
	return true
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
	case i >= 0 && !f.t.NewLine(i) && (f.roleOfStem(i)&rank != 0 && f.definite(i) || f.isMinute(i) && f.inSport()):
		f.withNoun(x, i)
	case f.nextRank(n):
		x.unit.text = f.list[len(f.list)-1].Unit
	case !f.direct(n.Last) || f.role(n.Last)&ranked == 0 || x.value.Cmp(decimal.MustNew(300, 0)) > 0:
		return false
	}
	x.unit.kind = news.Ordinal
	return true
}

// isMinute reports whether token i is the definite word for the minute of a match,
// or for several.
func (f *finder) isMinute(i int) bool {
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		switch s.Norm {
		case "الدقيقه", "الدقيقتين", "الدقائق":
			return true
		}
	}
	return false
}

// nextRank reports whether n goes on with a rank in digits: «في الدقيقتين 29 و89»,
// «قطر في المركز 34 ومصر 45».
func (f *finder) nextRank(n number.Number) bool {
	if len(f.list) == 0 {
		return false
	}
	last := f.list[len(f.list)-1]
	at := f.t.At(last.End-1) + 1
	if last.Kind != news.Ordinal || last.Unit == "" || f.t.Tokens[at-1].Kind != arabic.Digits || !f.direct(n.First) {
		return false
	}
	switch n.First - at {
	case 0:
		return n.Prefix == "و"
	case 1:
		w := f.norm(at)
		return w == "و" || arabic.IsComma(w) || strings.HasPrefix(w, "و") && f.t.Tokens[at].Kind == arabic.Word && f.role(at)&(stop|noun|pluralNoun) == 0 && !f.isMinute(at)
	}
	return false
}

// compared reads a number that stands against a count before it: «174 طلبا مقارنة
// بـ282», «11 لقبا من أصل 12».
func (f *finder) compared(n number.Number, x *item) bool {
	i := x.first - 1
	if n.Prefix != "" && f.t.Tokens[n.First].Kind == arabic.Digits && f.norm(i) == n.Prefix {
		i--
	}
	if i < 1 || f.t.NewLine(i) {
		return false
	}
	switch w := f.norm(i); {
	case w == "مقارنه" && n.Prefix == "ب", w == "مقابل" && !f.inSport(), w == "من" && (f.norm(i-1) == "بدلا" || f.norm(i-1) == "عوضا"):
	case (w == "اصل" || w == "جمله") && f.norm(i-1) == "من":
	case w == "الي" && f.cameFrom(i):
	default:
		return false
	}
	if f.year(n) {
		return false
	}
	for j := len(f.list) - 1; j >= 0 && j >= len(f.list)-2; j-- {
		if f.list[j].Unit != "" && f.t.At(f.list[j].End) >= n.First-16 {
			x.unit = counted{text: f.list[j].Unit, kind: f.list[j].Kind, code: f.list[j].UnitCode}
			break
		}
	}
	return true
}

// cameFrom reports whether «من» and a figure stand before token i, as in «من 430
// موظفا حاليا إلى 900».
func (f *finder) cameFrom(i int) bool {
	const most = 4 // words between the figure and «إلى»
	if len(f.list) == 0 {
		return false
	}
	last := f.list[len(f.list)-1]
	first := f.t.At(last.Start)
	if first == 0 || last.Unit == "" || last.Kind == news.Ordinal || f.t.At(last.End-1) < i-most-1 || f.norm(first-1) != "من" {
		return false
	}
	for j := first; j < i; j++ {
		if f.t.NewLine(j) || f.norm(j) == "." && !f.t.Touch(j) {
			return false
		}
	}
	return true
}

// whoseNumber returns the noun before token i, «عددهم», which says whose number
// follows: «المعلمون، وعددهم 300».
func (f *finder) whoseNumber(i int) (noun int, ok bool) {
	j := i - 1
	if j > 0 && arabic.IsComma(f.norm(j)) {
		j--
	}
	const most = 3 // a noun and its adjectives
	for k := j; k >= 0 && k > j-most && !f.t.NewLine(k) && f.definite(k); k-- {
		if bare, definite := arabic.Bare(f.norm(k)); f.isPlural(bare) && definite {
			noun, ok = k, true
		}
	}
	return noun, ok
}

// joined reports whether «و», «أو», «إلى» or a comma alone stands between token i and
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
		case "و", "او", "ثم", "\u060C", "الي":
			return true
		}
	}
	return false
}

// numberOf reads «بلغ عدد القتلى 20», «ارتفع عدد الجرحى إلى 37»: the unit is what
// the number is said to be of.
func (f *finder) numberOf(n number.Number, x *item) bool {
	i := x.first - 1
	if f.roleOfStemAt(i)&countOf != 0 {
		if noun, ok := f.whoseNumber(i); ok && possessed(f.norm(i)) {
			x.unit.text = f.t.Tokens[noun].Of(f.t.Source)
		}
		return f.norm(i) != "عدد" || f.numbered(n, x)
	}
	if reaches(f.norm(i)) && !f.year(n) && f.reachedBy(i, x) {
		return true
	}
	for j := i; j > 0 && j > i-7 && !f.t.NewLine(j); j-- {
		if f.t.Tokens[j].Kind != arabic.Word {
			return false
		}
		if f.roleOfStem(j-1)&countOf != 0 {
			if f.role(j)&stop == 0 {
				x.unit.text = f.t.Tokens[j].Of(f.t.Source)
			}
			return j == i || f.norm(i) == "الي" || n.Prefix == "ب" || j == i-1 || j > 1 && reaches(f.norm(j-2)) && !f.year(n) && !f.named(n)
		}
	}
	return false
}

// reachedBy reports whether «عدد» and a noun stand before the verb at token i, and
// gives x the noun: «عدد القتلى العام الماضي كله بلغ 4600».
func (f *finder) reachedBy(i int, x *item) bool {
	const most = 12 // tokens between
	for j := i - 1; j > 0 && j > i-most && !f.t.NewLine(j) && f.norm(j) != "."; j-- {
		if f.roleOfStem(j-1)&countOf != 0 && f.norm(j-1) != "رقم" && f.definite(j) {
			x.unit.text = f.t.Tokens[j].Of(f.t.Source)
			return true
		}
	}
	return false
}

// reaches reports whether a folded word is the verb of «بلغ عدد المساكن الجاهزة 779».
func reaches(norm string) bool {
	switch strings.TrimPrefix(norm, "و") {
	case "بلغ", "يبلغ", "بلغت", "تبلغ", "يقدر", "ناهز", "يناهز", "تجاوز", "فاق":
		return true
	}
	return false
}

// pointed reports whether n is written with a decimal point.
func (f *finder) pointed(n number.Number) bool {
	return !n.Value.IsInt() || n.Last > n.First+1 && strings.Trim(f.norm(n.Last-1), "0") == "" && len(f.norm(n.Last-1)) < 3
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

// shirt reports whether n is a number in brackets after a name in the news of a
// match.
func (f *finder) shirt(n number.Number) bool {
	return n.First >= 2 && f.norm(n.First-1) == "(" && f.norm(n.Last) == ")" && f.t.Tokens[n.First-2].Kind == arabic.Word && f.role(n.First-2)&stop == 0 && !f.isArticle(n.First-2) &&
		n.Form == number.Digits && f.value(n) < 100 && f.inSport()
}
