package figures

import (
	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// rangeOf reads numbers k and k+1 as the ends of a range: «بين 16 و35 سنة», «من 5
// إلى 15 عاما», «20-30 شخصا». It returns how many numbers it used, or 0.
func (f *finder) rangeOf(k int) int {
	if k+1 >= len(f.numbers) {
		return 0
	}
	a, b := f.numbers[k], f.numbers[k+1]
	if a.Ordinal || b.Ordinal || f.inDate(b) || b.First > a.Last+5 || !f.direct(b.First) {
		return 0
	}
	ua, middle := counted{}, a.Last
	if middle < b.First {
		if u, ok := f.unitAfter(a); ok && u.last <= b.First {
			ua, middle = u, u.last
		}
	}
	link := f.linkBetween(middle, b)
	first, start, open := f.opening(a)
	ub, ok := f.unitAfter(b)
	if !ok && open == noLink && encloses(f.norm(first-1), f.norm(b.Last)) && f.direct(b.Last) {
		if ub, ok = f.unitAt(b.Last + 1); ok {
			first, start = first-1, f.t.Tokens[first-1].Start
		}
	}
	switch {
	case link == noLink || open == noLink && link == andLink:
		return 0
	case open == fromLink && link != toLink, open == betweenLink && link == dashLink && !ok:
		return 0
	case open != betweenLink && (!ok || f.changes(first)), open == noLink && ua.text != "":
		return 0
	case ua.text != "" && (!ok || ua.kind != ub.kind || ua.code != ub.code || ua.kind == news.Count && ua.text != ub.text):
		return 0
	}
	x := item{first: first, last: b.Last, start: start, bound: news.Between}
	switch {
	case ok && ub.kind == news.Count && f.tellsAge(first-1): // «تتراوح أعمارهن بين 16 و18 اضطرابات»
		x.unit = counted{kind: news.Measure, code: "a"}
		ub = counted{}
	case ok:
		x.unit, x.last = ub, ub.last
	}
	if ub.time && !f.isAge(first, x.last) {
		return 0
	}
	if ua.text != "" {
		b.Scale = 1 // the lower end is complete in itself
	}
	switch order := a.Value.Cmp(b.Value); {
	case order == 0, order > 0 && open != betweenLink && b.Scale <= 1, link == dashLink && !ub.known && ub.kind == news.Count:
		return 0
	}
	return f.addRange(x, a, b)
}

// link is what parts the ends of a range, or opens one.
type link uint8

const (
	noLink      link = iota
	andLink          // and
	toLink           // to
	dashLink         // -
	fromLink         // from
	betweenLink      // between
)

// linkBetween returns what stands between token i and the number b.
func (f *finder) linkBetween(i int, b number.Number) link {
	switch b.First - i {
	case 0:
		if b.Prefix == "و" {
			return andLink
		}
	case 1:
		switch f.norm(i) {
		case "و":
			return andLink
		case "الي", "حتي":
			return toLink
		case "-", "\u2013", "\u2014", "~":
			return dashLink
		}
	}
	return noLink
}

// opening returns the first token of a range whose lower end is a, and the word
// that opens it.
func (f *finder) opening(a number.Number) (first, start int, open link) {
	first, start = a.First, a.Start
	i := a.First - 1
	if i < 0 || f.t.NewLine(i) || a.Prefix != "" {
		return first, start, noLink
	}
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		switch s.Norm {
		case "بين", "مابين":
			if i > 0 && f.norm(i-1) == "ما" {
				return i - 1, f.t.Tokens[i-1].Start, betweenLink
			}
			return i, s.Start, betweenLink
		case "من":
			return i, s.Start, fromLink
		}
	}
	return first, start, noLink
}

// changes reports whether a word shortly before token first says that something
// changed from one figure to another, so that «من 5 إلى 10» is no range.
func (f *finder) changes(first int) bool {
	for i := first; i >= 0 && i >= first-6; i-- {
		if f.t.Tokens[i].Kind == arabic.Word && f.bareRole(i)&change != 0 {
			return true
		}
		if i > 0 && f.t.NewLine(i-1) {
			return false
		}
	}
	return false
}

// addRange adds the range x with ends a and b, which shares the scale of b:
// «بين 3 و5 ملايين».
func (f *finder) addRange(x item, a, b number.Number) int {
	low, high := a.Value, b.Value
	if b.Scale > 1 && a.Scale <= 1 {
		scale := decimal.MustNew(b.Scale, 0)
		if v, err := low.Mul(scale); err == nil && low.Cmp(scale) < 0 {
			low = v.Trim(0)
		}
	}
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	f.add(x)
	r := &f.list[len(f.list)-1]
	r.Value = decimal.NullDecimal{}
	r.Min = decimal.NullDecimal{Decimal: low, Valid: true}
	r.Max = decimal.NullDecimal{Decimal: high, Valid: true}
	return 2
}
