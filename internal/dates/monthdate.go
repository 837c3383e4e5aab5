package dates

// Rules of calendar dates.
//
//	C1  day [of] [month] name [year]: «5 May», «the fifth of the month of May 2015»
//	C2  name day [,] [year]: «December 25, 2020», «May the eleventh»
//	C3  name [year], and a name twice in two national forms: «November/ Tishrin»
//	C4  day [of] the month that is named by a move: «the eighth of the same month»
//	C5  [the month of] name and a move: «last June», «June of last year»
//	C6  an era after the year: «1436 h», «2015 m»
//
// A name without year, day or move counts only where a preposition, "month" or
// an edge word stands before it (bare).

// monthName reads the name of a month, with its other national form if that
// follows: "November/ Tishrin II", "Haziran (June)".
func (p *parser) monthName(i int) (m term, next int, ok bool) {
	m = p.at(i)
	if m.class != month && m.class != hijriMonth {
		if n, k, found := p.small(i); found && !n.ordinal && n.value <= 12 && m.letters == 0 && p.isMonthNoun(i-1) && (!p.countsNoun(k) || p.yearFollows(k)) && p.at(k).class != numeralTerm {
			return term{class: month, count: uint8(k - i), value: int16(n.value)}, k, true // «the month of three»
		}
		return m, i, false
	}
	next = i + int(m.count)
	j, closing := next, ""
	switch {
	case p.mark(j, "/"), p.mark(j, "-"), p.mark(j, "\u060C"):
		j++
	case p.mark(j, "("):
		j, closing = j+1, ")"
	}
	again := p.at(j)
	if again.class != m.class || again.value != m.value || again.letters > 0 {
		return m, next, true
	}
	j += int(again.count)
	if closing != "" {
		if !p.mark(j, closing) {
			return m, next, true
		}
		j++
	}
	return m, j, true
}

// calendarDate reads a calendar date at token i (C1 to C4).
func (p *parser) calendarDate(i int) (w when, next int, ok bool) {
	if w, next, ok = p.numericDate(i); ok {
		return w, next, true
	}
	if t := p.at(i); t.class == edgeWord && edge(t.value) == firstDay && !t.definite {
		n, j, found := p.firstOf(i + 1)
		w, isDay := n.(when)
		return w, j, found && isDay && w.day == 1
	}
	if n, j, found := p.small(i); found && !p.inScore(i) {
		if w, next, ok = p.monthOfDay(j); ok { // C1, C4
			w.day, w.ordinal = int16(n.value), n.ordinal
			return w, next, true
		}
		return w, i, false
	}
	return p.monthDate(i)
}

// monthOfDay reads what follows the day: «[of] [the month of] May 2015», «of the
// same month», «- May».
func (p *parser) monthOfDay(i int) (w when, next int, ok bool) {
	w.weekday = -1
	j := i
	of := p.is(j, fromWord) || p.is(j, inWord) && p.at(j+1).class == unitWord
	dash := p.mark(j, "-") || p.mark(j, "/") || p.mark(j, ".")
	if of || dash {
		j++
	}
	k := j
	if p.is(k, sameWord) && p.at(k+1).class == unitWord && unit(p.at(k+1).value) == oneMonth { // «of the same month»
		w.monthMove = same
		return w, k + 2, true
	}
	if p.is(k, thisWord) {
		w.monthMove, k = this, k+1
	}
	if t := p.at(k); t.class == unitWord && unit(t.value) == oneMonth && t.extra == 1 {
		k++
		if m, after, found := p.moveAfter(k); found && t.definite { // C4
			w.monthMove = m
			return w, after, true
		}
		if w.monthMove == this && t.definite {
			return w, k, true
		}
	} else if w.monthMove == this {
		return w, i, false
	}
	m, k, found := p.monthName(k)
	if !found || m.joined || (m.letters > 0 && m.prep == 0) {
		return w, i, false
	}
	w.setMonth(m)
	next = p.yearTail(&w, k)
	if w.hijri && w.month == safar && w.year == 0 && !of && !p.isMonthNoun(k-1) { // «1-safar» is a score: one to nil
		return w, i, false
	}
	return w, next, true
}

// safar is the Hijri month whose name is also the word for zero.
const safar = 2

// monthDate reads a date that begins with the month (C2, C3, C5).
func (p *parser) monthDate(i int) (w when, next int, ok bool) {
	w.weekday = -1
	j := i
	if t := p.at(j); t.class == unitWord && unit(t.value) == oneMonth && t.extra == 1 && !t.definite {
		j++
	}
	first := j
	m, j, found := p.monthName(j)
	if !found || j > i+1 && p.terms[i].class == unitWord && m.letters > 0 {
		return w, i, false
	}
	w.setMonth(m)
	w.doubled = j > first+int(m.count) && p.t.Tokens[first].Norm != p.t.Tokens[j-1].Norm
	if n, k, found := p.small(j); found && n.fraction == "" && !p.countsNoun(k) && p.dayAfterMonth(n, j, k) { // C2
		w.day = int16(n.value)
		return w, p.yearTail(&w, k), true
	}
	return w, p.yearTail(&w, j), true
}

// dayAfterMonth reports whether number n at tokens j to k is the day of the
// month before it: an ordinal, or digits that a comma, a year or the end follow.
func (p *parser) dayAfterMonth(n numeral, j, k int) bool {
	if p.at(j).letters > 0 {
		return false
	}
	return n.ordinal || n.digits > 0 && (k >= len(p.t.Tokens) || p.t.NewLine(k-1) || p.comma(k) > k || p.mark(k, "."))
}

func (w *when) setMonth(m term) {
	w.month, w.hijri = m.value, m.class == hijriMonth
}

// yearTail reads what may follow a month: a move, a year with its noun and era,
// or a year that is named by a move. It returns the token after it.
func (p *parser) yearTail(w *when, i int) int {
	if m, j, ok := p.moveAfter(i); ok { // C5
		w.move = m
		return j
	}
	j := i
	if k := p.comma(j); k > j {
		j = k
	} else if p.mark(j, "/") || p.mark(j, "-") {
		j++
	}
	if p.is(j, fromWord) || p.is(j, inWord) {
		j++
	}
	if m, k, ok := p.yearMove(j); ok {
		w.yearMove = m
		return k
	}
	if y, k, ok := p.year(j); ok && (y.noun > 0 || y.era != noEra || y.value >= 1300 && (!p.countsSurely(k, y.value) || w.surelyYear(y))) {
		if w.hijri && y.era == noEra && y.value > 1600 {
			w.otherYear = true
		}
		w.year, w.era = int16(y.value), y.era
		return k
	}
	return i
}

// surelyYear reports whether y after the month of w is its year whatever noun
// follows: after a day, or where it is no round number.
func (w *when) surelyYear(y yearNumber) bool {
	const round = 50
	return y.digits == 4 && 1900 <= y.value && y.value <= 2100 && (w.day != 0 || y.value%round != 0)
}

// yearMove reads a year that is named by a move: «last year», «of this year»,
// «the same year».
func (p *parser) yearMove(i int) (m move, after int, ok bool) {
	if p.is(i, sameWord) {
		n, k, found := p.sameUnit(i)
		u, isUnit := n.(unitNode)
		return same, k, found && isUnit && u.unit == year
	}
	j, demonstrative := i, false
	if p.is(j, thisWord) {
		demonstrative, j = true, j+1
	}
	t := p.at(j)
	if t.class != unitWord || unit(t.value) != year || t.extra != 1 || !t.definite && !demonstrative || t.joined {
		return unmoved, i, false
	}
	j++
	if m, k, ok := p.moveAfter(j); ok {
		return m, k, true
	}
	if demonstrative {
		return this, j, true
	}
	return unmoved, i, false
}

// moveAfter reads an adjective that moves the noun before it. "Before last" and
// "after next" count two.
func (p *parser) moveAfter(i int) (m move, after int, ok bool) {
	t := p.at(i)
	if k := i + 1; (t.class == beforeWord || t.class == afterWord) && t.letters == 0 {
		u := p.at(k)
		switch {
		case u.class != moveWord || u.letters > 0 || !u.definite:
		case t.class == beforeWord && move(u.value) == last:
			return lastButOne, k + 1, true
		case t.class == afterWord && move(u.value) == next:
			return nextButOne, k + 1, true
		}
		return unmoved, i, false
	}
	if t.class != moveWord || t.letters > 0 || !t.definite && move(t.value) != same {
		return unmoved, i, false
	}
	return move(t.value), i + 1, true
}

// yearNumber is a year as written.
type yearNumber struct {
	value  int
	era    era
	noun   int // tokens of the noun "year" before it
	digits int
}

// year reads a year at token i: «2015», «the year 2015», «two thousand and
// eight», with its era (C6).
func (p *parser) year(i int) (y yearNumber, next int, ok bool) {
	j := i
	if t := p.at(j); t.class == unitWord && unit(t.value) == year && t.extra == 1 && !t.joined {
		y.noun, j = 1, j+1
	}
	n, k, found := p.number(j)
	if !found || n.ordinal || n.fraction != "" || p.at(j).letters > 0 {
		return y, i, false
	}
	y.value, y.digits = n.value, n.digits
	y.era, next = p.era(k)
	switch {
	case n.digits == 4 && n.value >= 1000 && n.value <= 2999:
	case n.digits == 0 && n.value >= 1000 && n.value <= 2100:
	case y.noun > 0 && y.era != noEra:
	case y.noun > 0 && n.digits == 3 && !p.countsNoun(k):
	default:
		return y, i, false
	}
	if p.inNumber(j) {
		return y, i, false
	}
	return y, next, true
}

// era reads an era at token i (C6): «h», «m», «(m)», «before Christ».
func (p *parser) era(i int) (e era, next int) {
	t := p.at(i)
	if t.class == eraWord && t.letters == 0 {
		return era(t.value), i + int(t.count)
	}
	if p.word(i) == "\u0642" && p.mark(i+1, ".") && p.word(i+2) == "\u0645" { // q.m.
		return beforeEra, i + 3
	}
	return noEra, i
}

// inNumber reports whether the digits at token i are a part of a longer number
// or code: "1.2015", "2015%".
func (p *parser) inNumber(i int) bool {
	if p.at(i).extra <= 0 {
		return false
	}
	before := i > 1 && p.t.Touch(i-1) && p.t.Touch(i-2) && (p.mark(i-1, ".") || p.mark(i-1, ",")) && p.terms[i-2].class == numeralTerm
	after := p.t.Touch(i) && i+2 < len(p.t.Tokens) && p.t.Touch(i+1) && (p.mark(i+1, ".") || p.mark(i+1, ",")) &&
		p.terms[i+2].class == numeralTerm
	return before || after || p.mark(i+1, "%") || p.t.Touch(i) && p.mark(i+1, ":") && p.t.Touch(i+1) && p.at(i+2).extra > 0
}

// isMonthNoun reports whether token i is the noun "month", indefinite.
func (p *parser) isMonthNoun(i int) bool {
	if i < 0 {
		return false
	}
	t := p.terms[i]
	return t.class == unitWord && unit(t.value) == oneMonth && t.extra == 1 && !t.definite
}

// yearFollows reports whether a year with its noun stands at token i.
func (p *parser) yearFollows(i int) bool {
	y, _, ok := p.year(i)
	return ok && y.noun > 0
}

// inScore reports whether the digits at token i end a score or another pair of
// numbers: "2-1".
func (p *parser) inScore(i int) bool {
	return i > p.first-2 && i > 1 && p.t.Touch(i-1) && isSeparator(p.t.Tokens[i-1].Norm) && p.t.Touch(i-2) &&
		p.terms[i-2].class == numeralTerm
}
