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
// are those that dates.Find found in t, are not figures: no figure shares a byte
// with a date. Ages are figures, and dates.Find leaves them.
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
	return disjoint(f.list, dates)
}

// disjoint drops figures that overlap the one before them or a date.
func disjoint(list []news.Figure, dates []news.Date) []news.Figure {
	kept := list[:0]
	for _, x := range list {
		for len(dates) > 0 && dates[0].End <= x.Start {
			dates = dates[1:]
		}
		if (len(kept) == 0 || kept[len(kept)-1].End <= x.Start) && (len(dates) == 0 || x.End <= dates[0].Start) {
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
	numeral   []bool // by token: a number begins
	list      []news.Figure
	topic     topic        // what the text tells of, once asked
	countries map[coin]int // how often this text names the country of a currency, once asked
}

// markDates notes the tokens of dates.
func (f *finder) markDates(dates []news.Date) {
	f.dated = make([]bool, len(f.t.Tokens)+1)
	f.numeral = make([]bool, len(f.t.Tokens)+1)
	for _, n := range f.numbers {
		f.numeral[n.First] = true
	}
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
	if f.inDate(n) || f.inRow(n) {
		return 1
	}
	if used := f.score(k); used > 0 {
		return used
	}
	if n.Ordinal {
		f.rank(n)
		return 1
	}
	if used := f.rangeOf(k); used > 0 {
		return used
	}
	return f.quantity(k)
}

// inRow reports whether n is a bare number between two others, as in the rows of
// a table: «26 18 5».
func (f *finder) inRow(n number.Number) bool {
	tokens := f.t.Tokens
	return n.First > 0 && n.Last == n.First+1 && n.Last < len(tokens) && tokens[n.First].Kind == arabic.Digits &&
		tokens[n.First-1].Kind == arabic.Digits && tokens[n.Last].Kind == arabic.Digits && f.direct(n.First) && f.direct(n.Last)
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
	if f.roleAfter(n)&noFigure != 0 || f.isGlued(n) {
		return used
	}
	x := item{first: n.First, last: n.Last, start: n.Start, value: n.Value, bound: news.Exact}
	u, ok := f.pairBefore(n, &x)
	if !ok && n.Form == number.Fraction {
		u, ok = f.wholeBefore(k, &x)
	}
	if !ok && n.Definite {
		u, ok = f.unitBefore(n, &x)
	}
	if !ok {
		u, ok = f.unitAfter(n)
	}
	if ok && u.kind == news.Count && !u.known && isAgeWord(f.norm(n.First-1)) {
		u, ok = counted{}, false // «سن 18 معفون»
	}
	if ok && u.scale > 1 {
		if v, err := x.value.Mul(decimal.MustNew(u.scale, 0)); err == nil {
			x.value = v.Trim(0)
		}
	}
	if ok {
		x.unit = u
		x.last = max(x.last, u.last)
		if u.time && !f.isAge(x.first, x.last) {
			return 1
		}
		used += f.minorAfter(k+used, &x)
		used += f.fractionAfter(k+used, &x)
	}
	if f.belowZero(&x) && !ok {
		x.unit.kind, ok = news.Measure, true
	}
	bounded := f.boundBefore(n, &x)
	bounded = f.boundAfter(&x) || bounded
	f.dropDash(n, &x)
	if !ok && !f.standsAlone(k, n, &x, bounded) || f.isName(n, x) {
		return used
	}
	f.add(x)
	return used
}

// belowZero makes x negative when «تحت الصفر» follows it, and reports that.
func (f *finder) belowZero(x *item) bool {
	if !f.direct(x.last) || !f.direct(x.last+1) || f.norm(x.last) != "تحت" || f.norm(x.last+1) != "الصفر" {
		return false
	}
	x.value = x.value.Neg()
	x.last += 2
	return true
}

// boundsBefore reports whether a bound ends at token i.
func (f *finder) boundsBefore(i int) bool {
	if i < 0 || f.t.NewLine(i) {
		return false
	}
	_, _, _, ok := f.phraseBefore(i)
	return ok
}

// dropDash takes the dash of a list off a count: «الآتي: -3574 عبوة».
func (f *finder) dropDash(n number.Number, x *item) {
	if n.Value.IsNeg() && x.unit.kind == news.Count && n.First > 0 && f.t.Tokens[n.First-1].Kind == arabic.Punct && f.norm(n.First-1) != "(" {
		x.value, x.start = x.value.Neg(), f.t.Tokens[n.First+1].Start
	}
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
