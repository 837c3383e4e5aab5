package number

import (
	"strings"
	"unicode/utf8"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
)

// sum is a number that has been read, sign aside.
type sum struct {
	value decimal.Decimal
	limit int64 // the smallest scale used, which what follows must stay below; 1 without scales
	whole bool  // no fraction in it yet
	words bool  // written in words alone
	form  Form
	owned bool
	next  int // the token after it
}

// sum reads groups joined by waw, and the fraction that may end them.
func (r *reader) sum(i int) (sum, bool) {
	s, ok := r.group(i)
	if !ok {
		return s, false
	}
	if d, ok := r.dozens(s); ok {
		return d, true
	}
	for s.whole && s.limit > 1 {
		j, joined := r.after(s.next)
		if !joined && !r.lowerFollows(s) {
			break
		}
		g, ok := r.group(j)
		if !ok || !g.whole || g.form == Fraction || g.value.Cmp(whole(s.limit)) >= 0 {
			break
		}
		if s.value, ok = plus(s.value, g.value); !ok {
			return s, false
		}
		s.form, s.words = mixed(s, g), s.words && g.words
		s.limit, s.next, s.whole = g.limit, g.next, g.whole
	}
	if s.form != Fraction {
		s = r.fractionTail(s)
	}
	return r.ratio(i, s), true
}

// dozens adds the dozens that waw joins to words: three hundred and two dozen.
func (r *reader) dozens(s sum) (sum, bool) {
	j, joined := r.after(s.next)
	if !joined || !s.words || s.limit > 1 || !s.whole {
		return s, false
	}
	g, ok := r.group(j)
	if !ok || g.limit != 12 {
		return s, false
	}
	v, ok := plus(s.value, g.value)
	g.value = v
	return g, ok
}

// mixed is the form of a number of two groups.
func mixed(a, b sum) Form {
	if a.words && b.words {
		return Words
	}
	return Mixed
}

// lowerFollows reports whether a scale is followed, without waw, by a lower one
// with its coefficient: «4 آلاف 3 مائة», «مليون 760 ألف».
func (r *reader) lowerFollows(s sum) bool {
	if !r.direct(s.next) || !r.direct(s.next+1) || r.t.Tokens[s.next].Kind != arabic.Digits && r.class(s.next) != unit {
		return false
	}
	e, _ := r.entry(s.next + 1)
	return (e.class == hundred || e.class == scale || e.class == scales) && e.prefix == "" && e.value < s.limit && e.value > 12
}

// group reads a coefficient and the scales that multiply it.
func (r *reader) group(i int) (sum, bool) {
	s, ok := r.coefficient(i)
	if !ok {
		return s, false
	}
	last := int64(0)
	for r.direct(s.next) {
		e, _ := r.entry(s.next)
		if e.class != scale && e.class != scales && e.class != dual && !r.twiceAfterTwo(s, e) || e.prefix != "" || e.value <= last {
			break
		}
		if e.definite && s.form != Fraction {
			break
		}
		if s.form == Digits && s.next-i >= 5 && s.value.Cmp(whole(e.value)) >= 0 {
			s.form = Mixed // «19,985,139 مليون»: the digits are all there
			s.next++
			break
		}
		if s.value, ok = times(s.value, e.value); !ok {
			return s, false
		}
		switch s.form {
		case Digits:
			s.form = Mixed
		case Fraction:
			s.form, s.whole = Words, false
		case Words, Mixed:
		}
		if last == 0 {
			s.limit = e.value
		}
		last = e.value
		s.next++
	}
	if s.value.IsInt() {
		s.value = s.value.Trim(0)
	}
	return s, true
}

// twiceAfterTwo reports whether e repeats in the dual the digit 2 before it:
// «2 مليوني ريال».
func (r *reader) twiceAfterTwo(s sum, e entry) bool {
	return e.class == twice && s.form == Digits && s.value.Equal(whole(2))
}

// coefficient reads what scales multiply: digits, words below a thousand, a
// fraction, or a scale that stands alone.
func (r *reader) coefficient(i int) (sum, bool) {
	if i >= len(r.t.Tokens) {
		return sum{}, false
	}
	if r.t.Tokens[i].Kind == arabic.Digits || r.leadingPoint(i) {
		return r.digits(i)
	}
	e, ok := r.entry(i)
	if !ok {
		return sum{}, false
	}
	s := sum{limit: 1, whole: true, words: true, form: Words, next: i + 1}
	switch e.class {
	case scale, twice, dual:
		n := e.value
		if e.class == twice || e.class == dual && !r.tanwin(i) {
			n *= 2
		}
		s.value, s.limit = whole(n), e.value
		return s, true
	case half:
		if n, next, ok := r.fiveAndTens(i, e); ok {
			s.value, s.next = whole(n), next
			return s, true
		}
		return r.fraction(i, e)
	case unit:
		if f, ok := r.partsOf(i, e); ok {
			return f, true
		}
	case tail:
		if r.direct(i+1) && isAmount(r.t.Tokens[i+1].Norm) {
			return r.fraction(i, e)
		}
	case part:
		s.value = whole(1)
		_, ok := r.partOf(i)
		return s, ok
	case none, ten, one, two, teen, tens, hundred, hundreds, scales, parts, ordinal, eleventh, point, minus, out:
	}
	n, next, ok := r.below(i)
	if !ok {
		return s, false
	}
	s.value, s.next = whole(n), next
	return r.pointWords(s), true
}

// isAmount reports whether a word is an amount of which one takes a part, so that
// «ثمن» before it is an eighth and not a price.
func isAmount(norm string) bool {
	switch norm {
	case "الوزن", "المساحه", "الكميه", "التركه", "الميراث", "السكان", "العدد":
		return true
	}
	return false
}

// tanwin reports whether token i is written with the mark of the accusative,
// which tells «ألفاً» (a thousand) from «ألفا» (two thousand of).
func (r *reader) tanwin(i int) bool {
	w := r.t.Tokens[i].Of(r.t.Source)
	for _, c := range w {
		if c == '\u064B' {
			return true
		}
	}
	return false
}

// entry returns the word of token i.
func (r *reader) entry(i int) (entry, bool) {
	if i >= len(r.t.Tokens) || r.t.Tokens[i].Kind != arabic.Word {
		return entry{}, false
	}
	e, ok := r.lex.Find(r.t.Tokens[i].Norm)
	if ok && e.class == scale && strings.ContainsRune(r.t.Tokens[i].Of(r.t.Source), shadda) && r.t.Tokens[i].Norm == "الف" {
		return entry{}, false // "allafa", wrote
	}
	if ok && e.value >= 5 && (e.class == unit || e.class == tens || e.class == ten) && r.fractionMarks(i, e) {
		e.class, e.over = half, e.value
		e.value = 1
		if e.over > 10 {
			e.value, e.over = 2, e.over/10
		}
	}
	return e, ok && e.class != none
}

// fractionMarks reports whether the vowel signs of token i make a fraction of a
// numeral that is spelled as one: khums, a fifth, not khams, five.
func (r *reader) fractionMarks(i int, e entry) bool {
	at := 1 + utf8.RuneCountInString(e.prefix)
	if e.definite {
		at += 2
	}
	for _, c := range r.t.Tokens[i].Of(r.t.Source) {
		switch {
		case !arabic.IsMark(c):
			at--
		case c == damma && at == 0:
			return true
		}
		if at < 0 {
			return false
		}
	}
	return false
}

// shadda is the sign of a doubled letter.
const shadda = '\u0651'

// damma is the sign of the vowel u.
const damma = '\u064F'

// class returns the class of token i when it has no proclitics, else none.
func (r *reader) class(i int) class {
	if e, ok := r.entry(i); ok && e.prefix == "" && !e.definite {
		return e.class
	}
	return none
}

// direct reports whether token i exists and follows the one before it in the
// same line.
func (r *reader) direct(i int) bool {
	return 0 < i && i < len(r.t.Tokens) && !r.t.NewLine(i-1)
}

// after returns the token of what waw joins to the words before token i: the
// token itself when waw is its proclitic, the next when waw stands alone. When
// there is no waw it returns i and false.
func (r *reader) after(i int) (int, bool) {
	if !r.direct(i) {
		return i, false
	}
	if r.t.Tokens[i].Norm == "و" {
		return i + 1, r.direct(i + 1)
	}
	e, ok := r.entry(i)
	return i, ok && (e.prefix == "و" || r.andEleven(i, e))
}

// andEleven reports whether token i is «وأحد» of «وأحد عشر», which folding makes
// the word for one.
func (r *reader) andEleven(i int, e entry) bool {
	return e.class == unit && e.value == 1 && r.class(i+1) == ten && strings.HasPrefix(r.t.Tokens[i].Norm, "و")
}

func whole(n int64) decimal.Decimal { return decimal.MustNew(n, 0) }

func plus(a, b decimal.Decimal) (decimal.Decimal, bool) {
	c, err := a.Add(b)
	return c, err == nil
}

func times(a decimal.Decimal, n int64) (decimal.Decimal, bool) {
	c, err := a.Mul(whole(n))
	return c, err == nil
}
