package number

import (
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
)

// maxParts is how many runs of digits a number may have: 1,234,567,890,123.45.
const maxParts = 8

// run is a row of digits with the marks between them, as written.
type run struct {
	parts [maxParts]string
	marks [maxParts]byte // marks[k] stands before parts[k]: ',' '.' ' ' or 'r'
	hard  [maxParts]bool // the mark is the Arabic decimal or thousands mark
	n     int
	next  int
	long  bool // more parts than a number has
}

// digits reads the number in digits at token i.
func (r *reader) digits(i int) (sum, bool) {
	if r.afterLatin(i) {
		return sum{}, false
	}
	s := sum{limit: 1, whole: true, form: Digits}
	if r.leadingPoint(i) {
		v, err := decimal.Parse("0." + r.t.Tokens[i+1].Norm)
		s.value, s.next, s.whole = v, i+2, false
		return s, err == nil && !r.beforeLatin(s.next)
	}
	d := r.run(i)
	text, next, ok := r.decimal(&d, i)
	if !ok || r.beforeLatin(next) {
		return s, false
	}
	v, err := decimal.Parse(text)
	if err != nil {
		return s, false
	}
	s.value, s.next = v, next
	s.whole = v.IsInt()
	if over, end, is := r.slash(next); is && s.whole {
		if v, ok := divide(v, whole(over)); ok {
			s.value, s.form, s.whole, s.next = v, Fraction, false, end
			return s, true
		}
	}
	if s.whole && r.direct(next) && r.class(next) == hundred {
		if s.value, ok = times(v, 100); !ok {
			return s, false
		}
		s.form, s.limit = Mixed, 100
		s.next++
	}
	return r.pointWords(s), true
}

// run collects the digits at token i and what marks join to them.
func (r *reader) run(i int) run {
	d := run{n: 1, next: i + 1}
	d.parts[0] = r.t.Tokens[i].Norm
	for r.t.Touch(d.next-1) && r.t.Touch(d.next) && r.t.Tokens[d.next+1].Kind == arabic.Digits {
		mark := r.mark(d.next)
		if mark == 0 {
			break
		}
		if d.n == maxParts {
			d.long = true
			d.next += 2
			continue
		}
		d.parts[d.n], d.marks[d.n] = r.t.Tokens[d.next+1].Norm, mark
		m := r.t.Tokens[d.next].Of(r.t.Source)
		d.hard[d.n] = m == "\u066B" || m == "\u066C"
		d.n++
		d.next += 2
	}
	for d.n < maxParts && !d.long && d.groupFollows(r) {
		d.parts[d.n], d.marks[d.n] = r.t.Tokens[d.next].Norm, ' '
		d.n++
		d.next++
		if r.t.Touch(d.next-1) && r.t.Touch(d.next) && r.t.Tokens[d.next+1].Kind == arabic.Digits {
			if m := r.mark(d.next); m == ',' || m == '.' {
				d.parts[d.n%maxParts], d.marks[d.n%maxParts] = r.t.Tokens[d.next+1].Norm, m
				d.n = min(d.n+1, maxParts)
				d.next += 2
				break
			}
		}
	}
	return d
}

// groupFollows reports whether a space and a group of three digits come next.
func (d *run) groupFollows(r *reader) bool {
	if d.n > 1 && d.marks[d.n-1] != ' ' || len(d.parts[0]) > 3 || d.parts[0][0] == '0' || !r.direct(d.next) {
		return false
	}
	w := r.t.Tokens[d.next]
	if w.Kind != arabic.Digits || len(w.Norm) != 3 {
		return false
	}
	switch r.t.Gap(d.next - 1) {
	case " ", "\u00A0", "\u202F", "\u2009":
		return true
	}
	return false
}

// mark returns what token i, which stands between digits, may be in a number, or
// 0: a comma, a point, or the reh that agencies put between digits.
func (r *reader) mark(i int) byte {
	switch r.t.Tokens[i].Norm {
	case ",", "\u060C":
		return ','
	case ".":
		return '.'
	case "\u0631":
		return 'r'
	}
	return 0
}

// decimal writes the digits of d, which begin at token i, as a decimal literal.
// Of a comma or point before exactly three digits, pointed decides.
func (r *reader) decimal(d *run, i int) (text string, next int, ok bool) {
	last := d.n - 1
	mark := d.marks[last]
	switch {
	case d.long:
		return "", d.next, false
	case d.n == 1:
		return d.parts[0], d.next, len(d.parts[0]) < 19
	case mark == 'r':
		return d.parts[1] + "." + d.parts[0], d.next, d.n == 2
	case d.n == 2 && d.isList():
		return d.parts[0], i + 1, true
	case d.n == 2 && mark != ' ':
		if r.pointed(d, i) {
			return d.parts[0] + "." + d.parts[1], d.next, true
		}
		return d.parts[0] + d.parts[1], d.next, true
	}
	for k := 1; k < last; k++ {
		if d.marks[k] != d.marks[1] || len(d.parts[k]) != 3 {
			return "", d.next, false
		}
	}
	if len(d.parts[0]) > 3 {
		return "", d.next, false
	}
	if mark == d.marks[1] && mark != ' ' && len(d.parts[last]) == 2 { // «1.333.15»
		return strings.Join(d.parts[:last], "") + "." + d.parts[last], d.next, true
	}
	if mark != d.marks[1] && (len(d.parts[last]) != 3 || !r.millionAt(d.next)) {
		return strings.Join(d.parts[:last], "") + "." + d.parts[last], d.next, mark != ' '
	}
	return strings.Join(d.parts[:d.n], ""), d.next, len(d.parts[last]) == 3
}

// isList reports whether the comma of a run of two parts separates two numbers
// and not the digits of one: «2014,2015».
func (d *run) isList() bool {
	return d.marks[1] == ',' && len(d.parts[0]) == 4 && len(d.parts[1]) == 4
}

// slash reads the denominator of a fraction in digits, «3/4», after token next.
func (r *reader) slash(next int) (over int64, end int, ok bool) {
	if !r.t.Touch(next-1) || !r.t.Touch(next) || r.t.Tokens[next].Norm != "/" || next >= 2 && r.t.Touch(next-2) && r.t.Tokens[next-2].Norm == "/" {
		return 0, 0, false
	}
	w := r.t.Tokens[next+1]
	if w.Kind != arabic.Digits || len(w.Norm) > 3 || w.Norm[0] == '0' || w.Norm == "1" {
		return 0, 0, false
	}
	if r.t.Touch(next+1) && (r.t.Tokens[next+2].Norm == "/" || r.mark(next+2) != 0 && r.t.Touch(next+2)) {
		return 0, 0, false
	}
	for _, c := range w.Norm {
		over = over*10 + int64(c-'0')
	}
	return over, next + 2, true
}

// sign reports whether token i is a minus sign that belongs to the number at
// token i+1, which it returns.
func (r *reader) sign(i int) (int, bool) {
	switch r.t.Tokens[i].Norm {
	case "-", "\u2212", "\u2013":
	default:
		return i, false
	}
	if !r.t.Touch(i) || i+1 < len(r.t.Tokens) && r.t.Tokens[i+1].Kind != arabic.Digits {
		return i, false
	}
	if i > 0 && r.t.Tokens[i-1].Kind == arabic.Latin {
		return i, false
	}
	if i > 0 && (r.t.Touch(i-1) && r.t.Tokens[i-1].Norm != "(" || r.t.Tokens[i-1].Kind == arabic.Digits && !r.t.NewLine(i-1)) {
		return i, false
	}
	// A dash at the head of a line is a list mark.
	return i + 1, i > 0 && !r.t.NewLine(i-1) || i == 0
}

// leadingPoint reports whether token i is the point of a number below one that
// is written without its zero: «.77», which no year is.
func (r *reader) leadingPoint(i int) bool {
	w := r.t.Tokens[i]
	return w.Kind == arabic.Punct && w.Norm == "." && r.t.Touch(i) && r.t.Tokens[i+1].Kind == arabic.Digits &&
		i > 0 && !r.t.Touch(i-1) && r.t.Tokens[i-1].Kind == arabic.Word && !isYear(r.t.Tokens[i+1].Norm)
}

// isYear reports whether digits after a point are a year before which a full stop was
// moved: «عام .2015».
func isYear(digits string) bool {
	return len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
}

// afterLatin reports whether Latin letters touch token i from before: "A320".
func (r *reader) afterLatin(i int) bool {
	return i > 0 && r.t.Touch(i-1) && r.t.Tokens[i-1].Kind == arabic.Latin
}

// beforeLatin reports whether the number that ends before token next is glued to
// a Latin letter that is no unit: "10K", "4G".
func (r *reader) beforeLatin(next int) bool {
	if !r.t.Touch(next-1) || r.t.Tokens[next].Kind != arabic.Latin {
		return false
	}
	switch r.t.Tokens[next].Of(r.t.Source) {
	case "km", "Km", "KM", "kg", "Kg", "KG", "cm", "mm", "m", "g", "l", "ml", "c", "GB", "MB", "TB", "KB", "Gb", "Mb",
		"kW", "KW", "kw", "MW", "GW", "kWh", "Hz", "MHz", "GHz", "MP", "W", "V", "USD", "EUR":
		return false
	}
	return true
}

// digitsEnd returns the token after the digits at token i and all that is glued
// to them by marks, so that no part of an address or version is read alone.
func (r *reader) digitsEnd(i int) int {
	return r.run(i).next
}
