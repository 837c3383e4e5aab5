package figures

import (
	"github.com/govalues/decimal"

	"mujaz/internal/number"
)

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

// saidTwice reads a number in words that is repeated in digits in brackets:
// «سبعة وتسعون (97) مشروعا», «أربعمائة (400) ألف دينار», «(15) خمسة عشر»; the
// words may go on with the scale.
func (f *finder) saidTwice(k int) (number.Number, bool) {
	if k+1 >= len(f.numbers) {
		return number.Number{}, false
	}
	n, m := f.numbers[k], f.numbers[k+1]
	same := n.Value.Equal(m.Value)
	if n.Ordinal || m.Ordinal || !f.direct(m.First) || !same && !isScaled(n, m) {
		return number.Number{}, false
	}
	b := n
	switch {
	case !same: // «(210) مائتين وعشرة ملايين»
		if b = m; n.First == 0 || m.First != n.Last+1 || f.norm(n.Last) != ")" || f.norm(n.First-1) != "(" {
			return number.Number{}, false
		}
		b.First = n.First - 1
		b.Start = f.t.Tokens[b.First].Start
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

// isScaled reports whether words m say the number of digits n, and its scale.
func isScaled(n, m number.Number) bool {
	if n.Form != number.Digits || m.Form != number.Words || m.Scale < 2 {
		return false
	}
	v, err := n.Value.Mul(decimal.MustNew(m.Scale, 0))
	return err == nil && v.Equal(m.Value)
}
