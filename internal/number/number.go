// Package number reads a number however a news text writes it: digits of both
// sets, words in every gender and case, both mixed, fractions, the dual.
//
// A number is read by grammar, not from a list. A group is a coefficient
// (digits, or words below a thousand) and the scales after it; groups join by
// waw, each smaller than the scale before it; a fraction may end the number.
// What a word means beyond its number is for callers to decide: "the third" is
// an ordinal here whether or not it states a rank.
package number

import (
	"slices"
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// Number is a number of a text. Its span leaves out proclitics («و», «ب», «ل»)
// but keeps the article of a word («الثلاثة»).
type Number struct {
	news.Span
	First, Last int // its tokens: Tokens[First:Last]
	Value       decimal.Decimal
	Form        Form
	Scale       int64  // the smallest scale it names (a thousand, a million), 1 without one
	Ordinal     bool   // «الثالثة», not «ثلاثة»
	Definite    bool   // it begins with the article: «الثلاثة», «الـ20»
	Owned       bool   // a fraction with a pronoun: «نصفهم»
	Prefix      string // proclitics before it, folded, without the article
}

// Form is how a number is written.
type Form uint8

// The forms.
const (
	Digits   Form = iota // 1.9, ٣٬٥٠٠
	Words                // ثلاثة وعشرون
	Mixed                // 1.9 مليون, 31 ألفا و220
	Fraction             // نصف, ثلثا, ثلاثة أرباع
)

// Read returns the longest number that begins at token i of t.
func Read(t *arabic.Text, i int) (Number, bool) {
	if i < 0 || i >= len(t.Tokens) {
		return Number{}, false
	}
	r := reader{t: t, lex: lexicons()}
	return r.number(i)
}

// Find returns all numbers of t in order; they do not overlap.
func Find(t *arabic.Text) []Number {
	var list []Number
	r := reader{t: t, lex: lexicons()}
	for i := 0; i < len(t.Tokens); {
		n, ok := r.number(i)
		if !ok {
			i = r.skip(i)
			continue
		}
		if len(list) == cap(list) {
			list = slices.Grow(list, max(len(list), 16)) // doubling, since a text may be all numbers
		}
		list = append(list, n)
		i = n.Last
	}
	return list
}

// ScaleAt returns the scale that token i names, in the singular or the plural: a
// thousand, a million.
func ScaleAt(t *arabic.Text, i int) (int64, bool) {
	r := reader{t: t, lex: lexicons()}
	switch e, _ := r.entry(i); e.class { //nolint:exhaustive // only scales matter
	case scale, scales, dual:
		return e.value, e.prefix == "" && !e.definite && e.value > 12
	}
	return 0, false
}

// reader reads the numbers of one text.
type reader struct {
	t   *arabic.Text
	lex *table.Index[entry]
}

// number reads the longest number at token i.
func (r *reader) number(i int) (Number, bool) {
	w := r.t.Tokens[i]
	var s sum
	var ok bool
	n := Number{Span: w.Span, First: i}
	negative := false
	start := i
	switch w.Kind {
	case arabic.Latin:
		return n, false
	case arabic.Punct, arabic.Symbol:
		if start, negative = r.sign(i); !negative {
			if !r.leadingPoint(i) {
				return n, false
			}
			start = i
		}
	case arabic.Word:
		e, known := r.entry(i)
		if !known || !begins(e.class) || e.class == hundred && e.definite && i > 0 && r.t.Tokens[i-1].Norm == "في" {
			return n, false
		}
		if e.class == minus {
			negative, start = true, i+1
		}
		if e.class == ordinal || e.class == eleventh || e.definite && e.class <= hundreds {
			if o, ok := r.ordinal(i, e); ok {
				return o, true
			}
		}
	case arabic.Digits:
	}
	if s, ok = r.sum(start); !ok {
		return n, false
	}
	return r.finish(n, s, negative)
}

// begins reports whether a number may begin with a word of class c.
func begins(c class) bool {
	switch c {
	case none, scales, parts, point, out:
		return false
	case unit, ten, one, two, teen, tens, hundred, hundreds, scale, dual, twice, half, tail, ordinal, eleventh, part, minus:
	}
	return true
}

// finish makes a number of the sum s, whose first token and span n holds.
func (r *reader) finish(n Number, s sum, negative bool) (Number, bool) {
	n.Value, n.Form, n.Scale, n.Last = s.value.Trim(0), s.form, s.limit, s.next
	if negative {
		n.Value = n.Value.Neg()
	}
	r.place(&n)
	n.Owned = s.owned
	return n, true
}

// place sets the span, the proclitics and the article of n from its tokens.
func (r *reader) place(n *Number) {
	first := r.t.Tokens[n.First]
	n.Start, n.End = first.Start, r.t.Tokens[n.Last-1].End
	if first.Kind == arabic.Word {
		e, _ := r.lex.Find(first.Norm)
		n.Prefix, n.Definite = e.prefix, e.definite
		if e.prefix != "" {
			n.Start = r.afterPrefix(n.First, e)
		}
		return
	}
	if n.First > 0 && r.t.Tokens[n.First-1].Kind == arabic.Word && r.leans(n.First-1) {
		n.Prefix, n.Definite = gluedPrefix(r.t.Tokens[n.First-1].Norm)
	}
}

// leans reports whether token i touches the next or, ending in a tatweel, is
// written to lean on it: «الـ 20».
func (r *reader) leans(i int) bool {
	return r.t.Touch(i) || strings.HasSuffix(r.t.Tokens[i].Of(r.t.Source), "\u0640") && !r.t.NewLine(i)
}

// afterPrefix returns where the word of token i begins after the proclitics of e.
func (r *reader) afterPrefix(i int, e entry) int {
	list, n := r.t.Stems(i)
	for _, s := range list[:n] {
		if s.Prefix == e.prefix {
			return s.Start
		}
	}
	return r.t.Tokens[i].Start
}

// gluedPrefix splits a word that touches digits («و220», «لـ7», «بال20») into
// proclitics and article.
func gluedPrefix(norm string) (prefix string, definite bool) {
	for _, p := range proclitics {
		if p.written == norm {
			return p.prefix, p.definite
		}
	}
	return "", false
}

// skip returns the token after i at which a number may begin, given that none
// begins at i.
func (r *reader) skip(i int) int {
	if r.t.Tokens[i].Kind == arabic.Digits {
		return r.digitsEnd(i)
	}
	return i + 1
}
