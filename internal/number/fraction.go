package number

import (
	"strconv"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
)

// fraction reads the fraction word e at token i.
func (r *reader) fraction(i int, e entry) (sum, bool) {
	v, ok := quotient(e.value, e.over)
	return sum{value: v, limit: 1, words: true, form: Fraction, owned: e.owned, next: i + 1}, ok
}

// partsAt returns the denominator when the unit at token i is followed by a
// plural fraction, and the token after it: three fourths, three one-and-twentieths.
func (r *reader) partsAt(i int) (over int64, next int, ok bool) {
	e, ok := r.entry(i)
	if !ok || e.class != unit || e.value < 2 || !r.direct(i+1) {
		return 0, i, false
	}
	p, _ := r.entry(i + 1)
	if p.class == unit && p.prefix == "" && p.value > 0 {
		j, joined := r.after(i + 2)
		t, _ := r.entry(j)
		return p.value + t.value, j + 1, joined && t.class == parts && t.value > 10
	}
	return p.value, i + 2, p.class == parts && p.prefix == ""
}

// partsOf reads a fraction that begins with the unit e: three fourths, or, since
// five, seven, nine and ten are spelled as their fractions are, a unit before a
// noun with the article: a fifth of the members.
func (r *reader) partsOf(i int, e entry) (sum, bool) {
	s := sum{limit: 1, words: true, form: Fraction}
	var ok bool
	if over, next, is := r.partsAt(i); is {
		s.value, ok = quotient(e.value, over)
		s.next = next
		p, _ := r.entry(next - 1)
		s.owned = p.owned
		return s, ok
	}
	if e.definite || !fractionSpelling(e.value, r.t.Tokens[i].Norm) || !r.direct(i+1) {
		return s, false
	}
	next := r.t.Tokens[i+1]
	if next.Kind != arabic.Word || !arabic.IsDefinite(next.Norm) {
		return s, false
	}
	if f, known := r.entry(i + 1); known && f.class != scale {
		return s, false
	}
	s.value, ok = quotient(1, e.value)
	s.next = i + 1
	return s, ok
}

// fractionSpelling reports whether the unit is spelled as its fraction is.
func fractionSpelling(n int64, norm string) bool {
	if n != 5 && n != 7 && n != 9 {
		return false
	}
	return norm[len(norm)-2:] != "ه"
}

// fractionTail adds the fraction after a whole: «مليون ونصف المليون», «ثلاثة
// وربع», «عشرون أخماسا».
func (r *reader) fractionTail(s sum) sum {
	if s.whole && s.limit == 1 && r.direct(s.next) {
		p, _ := r.entry(s.next)
		if s.words && p.prefix == "" && (p.class == parts || r.singlePart(s, p)) {
			if v, ok := divide(s.value, whole(p.value)); ok {
				s.value, s.form, s.whole = v, Fraction, false
				s.next++
				return s
			}
		}
	}
	i, joined := r.after(s.next)
	if !joined || !s.whole {
		return s
	}
	e, _ := r.entry(i)
	next, top, over := i+1, e.value, e.over
	if p, ok := r.partOf(next); ok && e.class == unit && s.words {
		if g, ok := r.group(p); ok && g.form != Fraction {
			if n, _, exact := g.value.Int64(0); exact && n > top {
				return r.addFraction(s, g.next, top, n)
			}
		}
	}
	if p, end, is := r.partsAt(i); is {
		next, over = end, p
	} else if e.class != half && e.class != tail || e.owned || e.definite && !r.definiteScale(s) {
		return s
	}
	return r.addFraction(s, next, top, over)
}

// definiteScale reports whether s ends in a scale with its article, which the
// fraction after it then has too: «المليون والنصف».
func (r *reader) definiteScale(s sum) bool {
	e, _ := r.entry(s.next - 1)
	return e.class == scale && e.definite
}

// singlePart reports whether the word p after s is a fraction in the singular, as
// after eleven and above: «ثلاث وعشرون خمس من الكتاب».
func (r *reader) singlePart(s sum, p entry) bool {
	return p.class == unit && !p.definite && fractionSpelling(p.value, r.t.Tokens[s.next].Norm) && s.value.Cmp(whole(10)) > 0 &&
		r.direct(s.next+1) && r.t.Tokens[s.next+1].Norm == "من"
}

// addFraction adds top/over of the smallest scale of s, and reads the scale that
// may be named once more after it.
func (r *reader) addFraction(s sum, next int, top, over int64) sum {
	f, ok := quotient(top*s.limit, over)
	if !ok {
		return s
	}
	v, ok := plus(s.value, f)
	if !ok {
		return s
	}
	if r.direct(next) {
		if m, _ := r.entry(next); m.class == scale && m.prefix == "" {
			switch s.limit {
			case m.value:
				next++
			case 1:
				if v, ok = times(v, m.value); !ok {
					return s
				}
				s.limit = m.value
				next++
			}
		}
	}
	if s.form == Digits {
		s.form = Mixed
	}
	s.value, s.next, s.whole = v.Trim(0), next, false
	return s
}

// ratio reads «واحد على ثلاثة», «واحد من عشرة», «جزء من مئة» after s.
func (r *reader) ratio(first int, s sum) sum {
	i, ok := r.partOf(s.next)
	if !ok {
		i, ok = r.partOf(s.next - 1)
	}
	if !ok && r.direct(s.next) {
		switch w := r.t.Tokens[s.next].Norm; {
		case w == "علي":
			i, ok = s.next+1, s.value.IsOne() || r.afterFraction(first)
		case !s.value.IsOne():
		case w == "من" && s.words && r.direct(s.next+1) && r.t.Tokens[s.next+1].Kind == arabic.Word:
			i, ok = s.next+1, true
		}
	}
	if !ok || !r.direct(i) {
		return s
	}
	g, ok := r.group(i)
	if !ok || g.form == Fraction || g.value.Cmp(whole(1)) <= 0 {
		return s
	}
	if v, ok := divide(s.value, g.value); ok {
		return sum{value: v, limit: 1, words: s.words && g.words, form: Fraction, next: g.next}
	}
	return s
}

// afterFraction reports whether a word for a fraction stands before token first:
// «الكسر 2000 على 3».
func (r *reader) afterFraction(first int) bool {
	for i := first - 1; i >= 0 && i >= first-2; i-- {
		if w := r.t.Tokens[i].Norm; w == "الكسر" || w == "كسر" {
			return true
		}
	}
	return false
}

// partOf returns the token of n in «جزء من n», given that «جزء» is token i.
func (r *reader) partOf(i int) (int, bool) {
	if i < 0 || i+2 >= len(r.t.Tokens) {
		return 0, false
	}
	if e, _ := r.entry(i); e.class != part || !r.direct(i+1) || r.t.Tokens[i+1].Norm != "من" || !r.direct(i+2) {
		return 0, false
	}
	e, known := r.entry(i + 2)
	return i + 2, r.t.Tokens[i+2].Kind == arabic.Digits || known && !e.definite
}

// pointWords reads «واحد فاصلة خمسة» after s.
func (r *reader) pointWords(s sum) sum {
	if !r.direct(s.next) || !r.direct(s.next+1) || r.class(s.next) != point {
		return s
	}
	digits, next := r.t.Tokens[s.next+1].Norm, s.next+2
	if r.t.Tokens[s.next+1].Kind != arabic.Digits {
		n, after, ok := r.below(s.next + 1)
		if !ok {
			return s
		}
		digits, next = strconv.FormatInt(n, 10), after
	}
	d, err := decimal.Parse("0." + digits)
	if err != nil {
		return s
	}
	if v, ok := plus(s.value, d); ok {
		s.value, s.next, s.whole = v, next, false
	}
	return s
}

func quotient(top, over int64) (decimal.Decimal, bool) { return divide(whole(top), whole(over)) }

func divide(a, b decimal.Decimal) (decimal.Decimal, bool) {
	c, err := a.Quo(b)
	return c.Trim(0), err == nil
}
