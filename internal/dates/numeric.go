package dates

import "strings"

// Rules of dates in digits.
//
//	N1  year, month, day: «2016/04/21», «1436-10-10»
//	N2  day, month, year: «10-4-2025», «18/ 10/ 1436»; month first only where the second number cannot be a month
//	N3  day and month, or month and year, only where the words before promise a date (promised)
//
// The separators are alike; a space may follow one, not precede it.

// digitRun reads up to three numbers in digits with like separators between.
// tight says that no space stands before a separator.
func (p *parser) digitRun(i int) (n [3]numeral, sep string, tight bool, count, next int) {
	tight = true
	for next = i; count < 3; {
		t := p.at(next)
		if t.class != numeralTerm || t.extra <= 0 {
			break
		}
		n[count] = numeral{value: int(t.value), digits: int(t.extra)}
		count, next = count+1, next+1
		w := p.word(next)
		if w == "\u2013" { // a dash of either length
			w = "-"
		}
		if count == 3 || !isSeparator(w) || count > 1 && w != sep || p.at(next+1).extra <= 0 ||
			w == "." && (!p.t.Touch(next) || !p.t.Touch(next-1)) {
			break
		}
		tight = tight && p.t.Touch(next-1)
		sep, next = w, next+1
	}
	return n, sep, tight, count, next
}

func isSeparator(w string) bool {
	switch w {
	case "/", "-", ".", "\u2013", "\\", "\u2044":
		return true
	}
	return false
}

// numericDate reads a date in digits (N1, N2).
func (p *parser) numericDate(i int) (w when, next int, ok bool) {
	w.weekday = -1
	if t := p.at(i); t.class != numeralTerm || t.extra <= 0 {
		return w, i, false
	}
	n, sep, tight, count, next := p.digitRun(i)
	if count != 3 || !tight && n[0].digits != 4 && n[2].digits != 4 || isSeparator(p.word(next)) && p.t.Touch(next-1) && p.t.Touch(next) && p.at(next+1).class == numeralTerm ||
		i > 0 && p.t.Touch(i-1) && isSeparator(p.word(i-1)) {
		return w, i, false
	}
	d, m, y := n[0], n[1], n[2]
	if n[0].digits == 4 { // N1
		y, d = n[0], n[2]
	}
	if y.digits != 4 && (y.digits != 2 || sep == "." || n[0].digits > 2) || d.digits > 2 || m.digits > 2 || d.value < 1 || m.value < 1 {
		return w, i, false
	}
	if y.digits == 2 && n[0].value > 31 {
		return w, i, false
	}
	w.era, next = p.era(next)
	if m.value > 12 && d.value <= 12 { // N2, month first
		d, m = m, d
	}
	if m.value > 12 || d.value > 31 {
		return w, i, false
	}
	w.year, w.month, w.day = int16(y.value), int16(m.value), int16(d.value)
	if y.digits == 2 {
		w.year = int16(fullYear(y.value))
	}
	w.hijri = w.era == hijriEra || w.era == noEra && 1300 <= w.year && w.year <= 1500
	w.numeric = true
	w.persian = strings.ContainsFunc(p.t.Source[p.t.Tokens[i].Start:p.t.Tokens[next-1].End], func(r rune) bool {
		return '\u06F0' <= r && r <= '\u06F9'
	})
	return w, next, w.year >= 1300 && w.year <= 2999
}

// fullYear widens two digits: 00 to 69 are of this century, the rest of the last.
func fullYear(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// shortDate reads a day and a month in digits, or a month and a year (N3). The
// caller knows that a date is promised.
func (p *parser) shortDate(i int) (w when, next int, ok bool) {
	w.weekday = -1
	n, _, tight, count, next := p.digitRun(i)
	if count != 2 || !tight || i > 0 && p.t.Touch(i-1) && isSeparator(p.word(i-1)) {
		return w, i, false
	}
	a, b := n[0], n[1]
	switch {
	case a.digits == 4 && b.digits <= 2: // 2015/3
		a, b = b, a
		fallthrough
	case b.digits == 4 && a.digits <= 2: // 3-2015
		w.month, w.year = int16(a.value), int16(b.value)
		return w, next, a.value >= 1 && a.value <= 12 && b.value >= 1900 && b.value <= 2100
	case a.digits > 2 || b.digits > 2:
		return w, i, false
	case b.value > 12:
		a, b = b, a
	}
	if a.value < 1 || a.value > 31 || b.value < 1 || b.value > 12 {
		return w, i, false
	}
	w.day, w.month = int16(a.value), int16(b.value)
	if k := p.comma(next); k > next { // 11/12, 2016
		if y, after, found := p.number(k); found && (y.digits == 4 && y.value >= 1900 && y.value <= 2100 || y.digits == 2) {
			w.year, next = int16(y.value), after
			if y.digits == 2 {
				w.year = int16(fullYear(y.value))
			}
		}
	}
	return w, next, true
}

// dayOfMovedMonth reads «on the 21st of the current», a day in digits whose month is
// only moved.
func (p *parser) dayOfMovedMonth(i int) (w when, after int, ok bool) {
	w.weekday = -1
	n, k, found := p.small(i)
	if !found || n.digits == 0 || p.at(i).letters > 0 || strings.HasSuffix(p.word(k), "\u0647") {
		return w, i, false
	}
	switch p.before(i).class {
	case inWord, datedWord, sinceWord, toWord, unitWord:
	default:
		return w, i, false
	}
	m, k, found := p.moveAfter(k)
	w.day, w.monthMove = int16(n.value), m
	return w, k, found && (m == this || m == last || m == next)
}

// promisedDate reads N3: a day and a month in digits, a month and a year, or the
// day alone where the sentence ends with it after "in".
func (p *parser) promisedDate(i int) (n node, next int, ok bool) {
	b := p.before(i)
	if b.class == numberingWord {
		return n, i, false
	}
	in := b.class == inWord || b.class == datedWord || b.class == weekday
	if w, k, found := p.shortDate(i); found && !p.countsNoun(k) && !p.isGlued(i, k) && p.isPromised(i, k, w, in) {
		return w, k, true
	}
	if d, k, found := p.small(i); found && d.digits > 0 && p.previous(i) == "\u0641\u064A" && p.sentenceEnds(k) {
		return when{weekday: -1, day: int16(d.value)}, k, true
	}
	return n, i, false
}

// isPromised reports whether the two numbers at tokens i to k are a date: after
// "in" or a weekday, with a leading zero, with a year, or at the end where one of
// them cannot be a month.
func (p *parser) isPromised(i, k int, w when, in bool) bool {
	point := p.word(i+1) == "."
	switch {
	case w.year != 0:
		return !point
	case point:
		return in && p.sentenceEnds(k) && w.day > 12
	case in:
		return true
	}
	return p.word(i+1) == "/" && p.sentenceEnds(k) && w.day > 12 && (w.day != 24 || w.month != 7)
}

// sentenceEnds reports whether the line or sentence ends before token i.
func (p *parser) sentenceEnds(i int) bool {
	return i >= len(p.t.Tokens) || p.t.NewLine(i-1) || i >= p.sentence(i-1).Last || p.word(i) == "." || p.word(i) == "!"
}
