package dates

import (
	"strings"

	"mujaz/internal/arabic"
)

// Rules of days.
//
//	D1  «today», «yesterday», «tomorrow», with "day" before, a part of the day around, a weekday and a date after
//	D2  a weekday with "day" before, a move, a week or a date after: «last Tuesday», «Friday of next week»
//	D3  the nth weekday of a month: «the first Friday of July»
//	D4  a calendar date with a weekday before: «Sunday, corresponding to 25 June 2017»
//	D5  «the day 27», where "day" or a promise of a date stands before
//	D6  a part of the day stays in the span and leaves the value the day

// dayExpression reads a day at token i (D1 to D6).
func (p *parser) dayExpression(i int) (w when, next int, ok bool) {
	j := i
	if t := p.at(j); t.class == partWord { // D6
		if w, next, ok = p.tonight(j); ok {
			return w, next, true
		}
		k := j + int(t.count)
		if c := p.comma(k); c > k && p.at(c).class == dayWord {
			k = c
		}
		if p.is(k, fromWord) && p.at(k+1).class != numeralTerm {
			k++
		}
		if w, next, ok = p.bareDay(k, true); ok {
			return w, next, true
		}
		return w, i, false
	}
	w, next, ok = p.bareDay(j, false)
	if !ok {
		return w, i, false
	}
	return w, p.partAfter(next), true
}

// partAfter skips a part of the day after a day: «yesterday evening».
func (p *parser) partAfter(i int) int {
	t := p.at(i)
	if t.class == partWord && t.letters == 0 && !t.definite && part(t.value) != midnight && p.isAdverb(i) {
		return i + int(t.count)
	}
	return i
}

// isAdverb reports whether the part of the day at token i stands in the
// accusative of time (its letters end in alef, or hamza for the evening).
func (p *parser) isAdverb(i int) bool {
	w := p.word(i)
	return len(w) > 2 && (w[len(w)-2:] == "\u0627" || w[len(w)-2:] == "\u0621")
}

// bareDay reads a day without a part of the day before it; partBefore says that
// one stood there.
func (p *parser) bareDay(i int, partBefore bool) (w when, next int, ok bool) {
	w.weekday = -1
	j := i
	t := p.at(j)
	named := false // "day" stands before
	if t.class == unitWord && unit(t.value) == oneDay && t.extra == 1 {
		if t.definite {
			return p.today(j, partBefore)
		}
		if t.letters > 0 && partBefore {
			return w, i, false
		}
		named, j = true, j+1
		t = p.at(j)
	}
	if t.letters > 0 && (named || partBefore) {
		return w, i, false
	}
	if t.class == dayWord && p.isBall(j) {
		return w, i, false
	}
	if t.class == dayWord { // D1
		w.today, w.toward = true, int8(t.value)
		return w, p.afterToday(&w, j+int(t.count)), true
	}
	if v, k, found := p.weekdayName(j); found { // D2, D4
		if !named && !partBefore && p.isOtherWeekday(j) {
			return w, i, false
		}
		return p.afterWeekday(v, k)
	}
	if named || partBefore {
		if p.is(j, datedWord) {
			j += int(p.at(j).count)
		}
	}
	if w, next, ok = p.calendarDate(j); ok && (w.day != 0 || !partBefore && !named) {
		if w.day != 0 && w.year == 0 && w.yearMove == unmoved && w.move == unmoved && !named && p.isNamedDay(i) {
			return w, i, false
		}
		if next == j+1 || w.day == 0 && !named {
			if !p.bareMonth(i, j, w) {
				return w, i, false
			}
		}
		return w, next, true
	}
	if n, k, found := p.small(j); found && named && !n.ordinal && !p.countsNoun(k) && n.digits > 0 { // D5
		return when{weekday: -1, day: int16(n.value)}, k, true
	}
	return w, i, false
}

// isBall reports whether token j, which the spoken language has for tomorrow, is "with a
// ball" and the game behind it: «كرة» with the preposition.
func (p *parser) isBall(j int) bool {
	return strings.TrimPrefix(p.word(j), "\u0648") == "\u0628\u0643\u0631\u0647" && arabic.IsDefinite(p.word(j+1))
}

// bareMonth reports whether a month name, at tokens j to next of an expression
// that begins at i, names a month of time: a preposition, "month", a year, a
// move or an edge is there.
func (p *parser) bareMonth(i, j int, w when) bool {
	if w.day != 0 || w.year != 0 || w.doubled || w.move != unmoved || w.yearMove != unmoved || w.monthMove != unmoved {
		return true
	}
	if p.at(j).class == unitWord {
		return true
	}
	if t := p.at(j); t.prep == 'l' || t.prep == 'b' {
		return !p.ambiguousMonth(j, w)
	}
	b := p.before(i)
	switch b.class {
	case inWord, sinceWord, toWord, betweenWord, edgeWord, beforeWord, afterWord, partWord:
		return true
	case fromWord:
		return !p.ambiguousMonth(j, w)
	default:
		return false
	}
}

// ambiguousMonth reports whether the name of a month at token j is a common word
// or name of a person as well.
func (p *parser) ambiguousMonth(j int, w when) bool {
	if w.hijri {
		return true
	}
	n := int(p.terms[j].letters) * 2
	switch m := p.word(j); m[min(n, len(m)):] {
	case "\u0645\u0627\u0631\u0633", "\u0645\u0627\u064A", "\u0627\u0648\u062A", "\u0627\u0628": // practised, May, August, Ab
		return true
	}
	return false
}

// weekdayName reads a weekday: definite, or after "day".
func (p *parser) weekdayName(i int) (w when, next int, ok bool) {
	j := i
	t := p.at(j)
	named := t.class == unitWord && unit(t.value) == oneDay && t.extra == 1 && !t.definite
	if named {
		j++
		if t = p.at(j); t.letters > 0 {
			return w, i, false
		}
	}
	if t.class != weekday || !t.definite && !named {
		return w, i, false
	}
	return when{weekday: int8(t.value)}, j + int(t.count), true
}

// afterToday reads what may follow «today»: a weekday, also in brackets, and a
// date.
func (p *parser) afterToday(w *when, i int) int {
	j := p.partAfter(i)
	open := p.mark(j, "(")
	k := p.comma(j)
	if open {
		k = j + 1
	}
	v, k, found := p.weekdayName(k)
	if found && p.terms[k-1].letters == 0 && (k-j < 3 || open || p.at(p.comma(j)).class == unitWord) {
		if open && !p.mark(k, ")") {
			return j
		}
		if open {
			k++
		}
		w.weekday, j = v.weekday, k
	}
	dated, k, found := p.dateAfter(j)
	if found {
		dated.weekday, dated.today, dated.toward = w.weekday, true, w.toward
		*w = dated
		return k
	}
	if m, k, found := p.moveAfter(j); found && w.weekday >= 0 && m == next {
		w.move = next
		return k
	}
	return p.partAfter(j)
}

// dateAfter reads a date with a day that follows a weekday or «today», perhaps
// after a comma or «corresponding to».
func (p *parser) dateAfter(i int) (w when, next int, ok bool) {
	j := p.comma(i)
	if p.is(j, datedWord) {
		j += int(p.at(j).count)
		if p.mark(j, ":") {
			j++
		}
		if t := p.at(j); t.class == unitWord && unit(t.value) == oneDay && t.extra == 1 && !t.definite {
			j++
		}
	} else if open := p.mark(j, "("); open {
		w, k, found := p.calendarDate(j + 1)
		return w, k + 1, found && w.day != 0 && p.mark(k, ")")
	}
	if p.is(j, inWord) && p.at(j+1).class == numeralTerm && j == i { // «Thursday, on 14 February»
		j++
	}
	if p.at(j).letters > 0 && p.at(j).prep != 'l' {
		return w, i, false
	}
	w, next, ok = p.calendarDate(j)
	return w, next, ok && w.day != 0
}

// afterWeekday reads what may follow a weekday (D2 to D4).
func (p *parser) afterWeekday(w when, i int) (v when, next int, ok bool) {
	if v, j, found := p.nthAfter(w, i); found && isLastOfSeries(p.word(i)) {
		return v, j, true
	}
	if m, j, found := p.moveAfter(i); found {
		w.move = m
		return w, p.afterMovedWeekday(&w, j), true
	}
	if t := p.at(i); t.class == moveWord && t.letters == 0 && t.definite {
		return w, i, true
	}
	if v, j, found := p.dateAfter(i); found { // D4
		v.weekday = w.weekday
		return v, j, true
	}
	if v, j, found := p.nthAfter(w, i); found {
		return v, j, true
	}
	j := i
	if p.is(j, fromWord) || p.is(j, inWord) {
		j++
	}
	if m, k, found := p.weekMove(j); found {
		w.weekMove = m
		return w, k, true
	}
	if n, k, found := p.small(j); found && (n.digits > 0 || n.definite) && p.at(j).letters == 0 && (p.endsHere(k) && !p.inDecimal(k) || p.is(k, toWord)) {
		w.day = int16(n.value)
		return w, k, true
	}
	return w, i, true
}

// afterMovedWeekday reads a date after «last Tuesday».
func (p *parser) afterMovedWeekday(w *when, i int) int {
	if v, j, found := p.dateAfter(i); found {
		v.weekday = w.weekday
		*w = v
		return j
	}
	return i
}

// endsHere reports whether nothing that would count something follows at token
// i: the text or line ends, or a mark stands there.
func (p *parser) endsHere(i int) bool {
	return i >= len(p.t.Tokens) || p.t.NewLine(i-1) || p.t.Tokens[i].Kind == arabic.Punct
}

// isOtherWeekday reports whether the definite weekday at token i is no day of
// the week: «the Friday prayer», «the two of them» (Monday is also spelled "two").
func (p *parser) isOtherWeekday(i int) bool {
	b := p.before(i)
	if b.class == prayerWord {
		return true
	}
	if t := p.terms[i]; t.value != 1 {
		return false
	}
	w := p.previous(i)
	if p.word(i+1) == "\u0645\u0639\u0627" { // both together
		return true
	}
	if b.class == betweenWord || b.class == unitWord && b.extra == 2 {
		return true
	}
	switch w {
	case "\u0643\u0644\u0627", "\u0643\u0644\u062A\u0627", "\u0647\u0630\u064A\u0646", "\u0627\u062D\u062F": // both, these two, one of
		return true
	}
	n := len(w)
	return b.class == none && n > 8 && (w[n-4:] == "\u064A\u0646" || w[n-4:] == "\u0627\u0646") && arabic.IsDefinite(w)
}

// isNamedDay reports whether a noun before token i makes a day and a month the
// name of a revolution, a street or a party.
func (p *parser) isNamedDay(i int) bool {
	b := p.before(i)
	return b.class == dayNameWord || b.class == yearNounWord && b.value == 1
}

// inDecimal reports whether a mark at token i ties more digits to those before
// it: "1,76".
func (p *parser) inDecimal(i int) bool {
	return i > 0 && i+1 < len(p.t.Tokens) && p.t.Touch(i-1) && p.t.Touch(i) && p.at(i+1).extra > 0
}
