// Package figures finds the quantities of a text: counts, money, percents,
// measures, scores, ranks.
//
// Every number of the text is a candidate. What stands beside it decides: a
// unit or counted noun after it or before it, a bound before or after, another
// number that makes a range or a score of the two. A number that has none of
// these, or that names a thing (an article of a law, a flight, a year), is not a
// figure. Duals («قتيلان») are figures when they introduce a quantity.
package figures

import (
	"cmp"
	"slices"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// Find returns the figures of t in order. Numbers that belong to dates, which
// are those that dates.Find found in t, are not figures, except ages.
func Find(t *arabic.Text, dates []news.Date) []news.Figure {
	f := &finder{t: t, lex: lexicons(), numbers: number.Find(t)}
	f.markDates(dates)
	for k := 0; k < len(f.numbers); {
		k += f.at(k)
	}
	f.findDuals()
	slices.SortStableFunc(f.list, func(a, b news.Figure) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return disjoint(f.list)
}

// disjoint drops figures that overlap the one before them.
func disjoint(list []news.Figure) []news.Figure {
	kept := list[:0]
	for _, x := range list {
		if len(kept) == 0 || kept[len(kept)-1].End <= x.Start {
			kept = append(kept, x)
		}
	}
	return kept
}

// finder finds the figures of one text.
type finder struct {
	t         *arabic.Text
	lex       *lexicon
	numbers   []number.Number
	dated     []bool // by token: part of a date
	list      []news.Figure
	sports    int8              // whether the text tells of a match: 0 unknown, 1 yes, -1 no
	countries map[string]string // the code of a currency noun in this text, once asked
}

// markDates notes the tokens of dates.
func (f *finder) markDates(dates []news.Date) {
	f.dated = make([]bool, len(f.t.Tokens)+1)
	i := 0
	for _, d := range dates {
		for i < len(f.t.Tokens) && f.t.Tokens[i].End <= d.Start {
			i++
		}
		for j := i; j < len(f.t.Tokens) && f.t.Tokens[j].Start < d.End; j++ {
			f.dated[j] = true
		}
	}
}

// inDate reports whether a date holds a token of n, or all tokens of a fraction.
func (f *finder) inDate(n number.Number) bool {
	if n.Form == number.Fraction {
		return !slices.Contains(f.dated[n.First:n.Last], false)
	}
	return slices.Contains(f.dated[n.First:n.Last], true)
}

// at reads the figure of number k and returns how many numbers it used.
func (f *finder) at(k int) int {
	n := f.numbers[k]
	if f.inDate(n) {
		if used := f.rangeOf(k, true); used > 0 {
			return used
		}
		f.agesIn(n)
		return 1
	}
	if used := f.score(k); used > 0 {
		return used
	}
	if n.Ordinal {
		f.rank(n)
		return 1
	}
	if used := f.rangeOf(k, false); used > 0 {
		return used
	}
	return f.quantity(k)
}

// item is a figure in the making, by its tokens.
type item struct {
	first, last int // tokens [first, last)
	start       int // byte: after the proclitics of the first token
	value       decimal.Decimal
	unit        counted
	bound       news.Bound
}

// quantity reads number k as a single figure.
func (f *finder) quantity(k int) int {
	n, used := f.bracketed(k)
	x := item{first: n.First, last: n.Last, start: n.Start, value: n.Value, bound: news.Exact}
	u, ok := f.unitAfter(n)
	if !ok {
		u, ok = f.unitBefore(n, &x)
	}
	if !ok {
		u, ok = f.pairBefore(n, &x)
	}
	if ok {
		x.unit = u
		x.last = max(x.last, u.last)
		if u.time && !f.isAge(x.first, x.last) {
			return 1
		}
		f.belowZero(&x)
		used += f.minorAfter(k+used, &x)
		used += f.fractionAfter(k+used, &x)
	}
	bounded := f.boundBefore(n, &x)
	bounded = f.boundAfter(&x) || bounded
	if !ok && !f.standsAlone(k, n, &x, bounded) || f.isName(n, x) {
		return used
	}
	f.add(x)
	return used
}

// bracketed returns number k, with the brackets around its digits when what
// follows belongs to it: «(20) فرعا», «(150) ألف متدرب»; and how many numbers it
// used.
func (f *finder) bracketed(k int) (number.Number, int) {
	n := f.numbers[k]
	if d, ok := f.saidTwice(k); ok {
		return d, 2
	}
	if n.Form != number.Digits || n.First == 0 || !f.direct(n.Last) || !f.direct(n.First) || !encloses(f.norm(n.First-1), f.norm(n.Last)) {
		return n, 1
	}
	b := n
	b.First, b.Last, b.Start, b.End = n.First-1, n.Last+1, f.t.Tokens[n.First-1].Start, f.t.Tokens[n.Last].End
	if f.scaleAfter(&b) {
		return b, f.passed(k, b.Last)
	}
	if _, ok := f.unitAfter(b); ok || f.boundsBefore(b.First-1) {
		return b, 1
	}
	return n, 1
}

// encloses reports whether two marks are brackets or quotation marks of a pair.
func encloses(a, b string) bool {
	switch a {
	case "(":
		return b == ")"
	case "\u00AB":
		return b == "\u00BB"
	case "\u201C":
		return b == "\u201D"
	case "\"":
		return b == a
	}
	return false
}

// scaleAfter multiplies b by the scale that follows its closing bracket.
func (f *finder) scaleAfter(b *number.Number) bool {
	if !f.direct(b.Last) {
		return false
	}
	scale, ok := number.ScaleAt(f.t, b.Last)
	if !ok {
		return false
	}
	v, err := b.Value.Mul(decimal.MustNew(scale, 0))
	if err != nil {
		return false
	}
	b.Value, b.Scale, b.Form = v.Trim(0), scale, number.Mixed
	b.Last++
	b.End = f.t.Tokens[b.Last-1].End
	return true
}

// passed returns how many numbers from number k on begin before token last.
func (f *finder) passed(k, last int) int {
	used := 1
	for k+used < len(f.numbers) && f.numbers[k+used].First < last {
		used++
	}
	return used
}

// belowZero makes x negative when «تحت الصفر» follows it.
func (f *finder) belowZero(x *item) {
	if f.direct(x.last) && f.direct(x.last+1) && f.norm(x.last) == "تحت" && f.norm(x.last+1) == "الصفر" {
		x.value = x.value.Neg()
		x.last += 2
	}
}

// saidTwice reads a number in words that is repeated in digits in brackets:
// «سبعة وتسعون (97) مشروعا», «أربعمائة (400) ألف دينار», «(15) خمسة عشر».
func (f *finder) saidTwice(k int) (number.Number, bool) {
	if k+1 >= len(f.numbers) {
		return number.Number{}, false
	}
	n, m := f.numbers[k], f.numbers[k+1]
	if n.Ordinal || m.Ordinal || !n.Value.Equal(m.Value) || !f.direct(m.First) {
		return number.Number{}, false
	}
	b := n
	switch {
	case m.First == n.Last+1 && f.norm(n.Last) == "(" && f.norm(m.Last) == ")":
		b.Last = m.Last + 1
	case n.First > 0 && m.First == n.Last+1 && f.norm(n.Last) == ")" && f.norm(n.First-1) == "(":
		b.First, b.Last = n.First-1, m.Last
		b.Start = f.t.Tokens[b.First].Start
	default:
		return number.Number{}, false
	}
	b.End = f.t.Tokens[b.Last-1].End
	f.scaleAfter(&b)
	return b, true
}

// boundsBefore reports whether a bound ends at token i.
func (f *finder) boundsBefore(i int) bool {
	if i < 0 || f.t.NewLine(i) {
		return false
	}
	_, _, _, ok := f.phraseBefore(i)
	return ok
}

// add appends x to the figures.
func (f *finder) add(x item) {
	fig := news.Figure{
		Span:     news.Span{Start: x.start, End: f.t.Tokens[x.last-1].End},
		Value:    decimal.NullDecimal{Decimal: x.value, Valid: true},
		Bound:    x.bound,
		Kind:     x.unit.kind,
		Unit:     x.unit.text,
		UnitCode: x.unit.code,
	}
	if fig.Kind == "" {
		fig.Kind = news.Count
	}
	f.list = append(f.list, fig)
}

// norm returns the folded words of token i, or "" when there is no such token.
func (f *finder) norm(i int) string {
	if i < 0 || i >= len(f.t.Tokens) {
		return ""
	}
	return f.t.Tokens[i].Norm
}

// role returns the roles of token i, with or without its article.
func (f *finder) role(i int) role {
	if i < 0 || i >= len(f.t.Tokens) {
		return 0
	}
	return f.lex.roles[f.t.Tokens[i].Norm]
}

// direct reports whether token i exists and follows the one before it in the
// same line.
func (f *finder) direct(i int) bool {
	return 0 < i && i < len(f.t.Tokens) && !f.t.NewLine(i-1)
}
