package dates

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/dates/calendar"
)

// Rules of ranges.
//
//	R1  days of one month: «6 to 11 February», «1-4 June», «the days 14, 15 and 16 October»
//	R2  two years: «between 2011 and 2015», «2014-2015»
//	R3  a day to a day, a month to a month, each said in full, after "from" or "between"
//	R5  the night between two days: «the night of Monday to Tuesday», said as "Monday Tuesday"
//	R4  lengths: «between 17 and 23 minutes» (rule L5)

// rangeNode is the time from one expression to another.
type rangeNode struct{ from, to node }

func (n rangeNode) resolve(c *context) reading {
	b := n.to.resolve(c)
	a := n.from.resolve(c)
	if w, ok := n.to.(when); ok && a.ranged && b.ranged && b.to < a.from && w.month == 0 && w.weekday >= 0 && w.move == unmoved {
		b = dayReading(a.from + day((int(w.weekday)-a.from.Weekday()+7)%7)) // the next such weekday
	}
	if w, ok := n.from.(when); ok && w.year == 0 && a.ranged && b.ranged && a.from > b.from {
		if y, m, d := a.from.Date(); w.day != 0 {
			if moved, ok := calendar.Of(y-1, m, d); ok {
				a = dayReading(moved)
			}
		} else if w.month != 0 {
			a = monthReading(y-1, m)
		}
	}
	return interval(a, b)
}

// nightBetween reads «the night of Monday, Tuesday», also with a dash between the
// two days (R5).
func (p *parser) nightBetween(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if t.class != partWord || part(t.value) != night || t.definite {
		return n, i, false
	}
	from, j, found := p.weekdayName(i + int(t.count))
	if !found {
		return n, i, false
	}
	if w := p.word(j); isSeparator(w) && w != "." {
		j++
	}
	to, j, found := p.weekdayName(j)
	if !found || p.terms[j-1].letters > 0 || int(to.weekday) != (int(from.weekday)+1)%7 {
		return n, i, false
	}
	if m, k, moved := p.moveAfter(j); moved {
		from.move, j = m, k
	}
	return rangeNode{from, to}, j, true
}

// list recognises at token i a range whose first member is no whole expression
// (R1, R2, R4).
func (p *parser) list(i int) (n node, next int, ok bool) {
	switch t := p.terms[i]; t.class {
	case betweenWord:
		if d, k, found := p.lengthRange(i); found && !p.isAge(i, k, d.from) {
			return d, k, true
		}
	case numeralTerm:
		if !p.parted(i + int(t.count)) {
			return n, i, false
		}
		b := p.before(i).class
		if n, next, ok = p.dayList(i, b == betweenWord || p.previous(i) == "("); ok {
			return n, next, true
		}
		if n, next, ok = p.yearPair(i, b == betweenWord); ok {
			return n, next, true
		}
		if d, k, found := p.lengthRange(i); found && !p.isAge(i, k, d.from) {
			return d, k, true
		}
	case unitWord:
		if unit(t.value) == oneDay && !t.definite && p.at(i+1).class == numeralTerm {
			return p.dayList(i+1, true)
		}
	default:
	}
	return n, i, false
}

// parted reports whether what may part the members of a range stands at token i.
func (p *parser) parted(i int) bool {
	k, _ := p.listSeparator(i)
	return k >= 0
}

// listLimit bounds the members of a list, so that a long line is read once.
const listLimit = 12

// dayList reads several days of one month (R1). Days joined by waw alone need
// both: the word before says that there are several.
func (p *parser) dayList(i int, both bool) (n node, next int, ok bool) {
	first, j, found := p.small(i)
	if !found {
		return n, i, false
	}
	low, high, joined := first.value, first.value, true
	both = both || first.ordinal && first.definite // «the third and the fourth of July»
	count, slashed := 1, p.previous(i) == "/"
	for count < listLimit {
		k, waw := p.listSeparator(j)
		if _, _, dated := p.slashMonth(j); k < 0 || dated && count > 1 && !slashed {
			break
		}
		slashed = slashed || p.word(j) == "/"
		d, l, found := p.small(k)
		if !found {
			break
		}
		low, high, j, count = min(low, d.value), max(high, d.value), l, count+1
		joined = joined && waw
	}
	if count < 2 || joined && !both && count == 2 || low == high {
		return n, i, false
	}
	w, next, ok := p.monthOfDay(j)
	if !ok {
		if w, next, ok = p.slashMonth(j); !ok || slashed {
			return n, i, false
		}
	}
	from, to := w, w
	from.day, to.day = int16(low), int16(high)
	return rangeNode{from, to}, next, true
}

// slashMonth reads the month and the year in digits after the days of a range:
// «10-28/10/1436».
func (p *parser) slashMonth(i int) (w when, next int, ok bool) {
	w.weekday = -1
	if !p.mark(i, "/") || !p.mark(i+2, "/") {
		return w, i, false
	}
	m, y := p.at(i+1), p.at(i+3)
	if m.extra < 1 || m.extra > 2 || m.value < 1 || m.value > 12 || y.extra != 4 {
		return w, i, false
	}
	w.month, w.year = m.value, y.value
	w.era, next = p.era(i + 4)
	w.hijri = w.era == hijriEra || w.era == noEra && 1300 <= w.year && w.year <= 1500
	return w, next, w.year >= 1300 && w.year <= 2999
}

// listSeparator skips what parts the days of a list; waw says that it was a
// conjunction. It returns -1 where nothing does.
func (p *parser) listSeparator(i int) (next int, waw bool) {
	switch w := p.word(i); {
	case w == "\u0648":
		return i + 1, true
	case w == "\u0627\u0648": // or
		return i + 1, false
	case arabic.IsComma(w) || isSeparator(w) && w != ".":
		return i + 1, false
	case p.at(i).class == toWord:
		j, ok := p.until(i)
		if !ok {
			break
		}
		if t := p.at(j); t.class == unitWord && unit(t.value) == oneDay && t.extra == 1 && !t.definite {
			j++
		}
		return j, false
	case strings.HasPrefix(w, "\u0648"):
		if _, _, ok := p.number(i); ok {
			return i, true
		}
	}
	return -1, false
}

// yearPair reads two years (R2).
func (p *parser) yearPair(i int, both bool) (n node, next int, ok bool) {
	y, k, found := p.yearDigits(i, false)
	if !found || y.digits != 4 {
		return n, i, false
	}
	to, k, found := p.yearTo(y, k, both)
	b := p.before(i)
	fromTo := b.class == fromWord && p.at(i+1).class == toWord || b.class == forWord || p.inBrackets(i, k)
	if !found || !both && !fromTo && to.era == noEra && !p.isYearContext(i, k, y.value) && to.digits == 4 {
		return n, i, false
	}
	if y.value < 1300 || y.value > 2150 {
		return n, i, false
	}
	return yearsNode{from: y.value, to: to.value, era: y.era}, k, true
}

// rangeAfter reads the rest of a range whose first end is from, at tokens i to j
// (R3). It returns from itself where no range is.
func (p *parser) rangeAfter(from when, i, j int) (n node, next int) {
	b := p.before(i).class
	full := from.today || from.weekday >= 0 || from.day != 0
	k := j
	switch t := p.at(k); {
	case !full && b != fromWord && b != betweenWord && b != inWord:
		return from, j
	case t.class == toWord && (t.letters == 0 || t.joined && t.prep == 0):
		k += int(t.count)
	case (p.mark(k, "-") || p.mark(k, "\u2013")) && from.day != 0:
		k++
	case b == betweenWord && p.word(k) == "\u0648":
		k++
	case b == betweenWord && t.joined && t.prep == 0:
	default:
		return from, j
	}
	to, next, found := p.rangeEnd(k)
	dash := isSeparator(p.word(k - 1))
	if !found || from.day == 0 && from.month != 0 && to.day != 0 || dash && to.day == 0 {
		return from, j
	}
	to.completeTo(from)
	from.completeFrom(to)
	return rangeNode{from, to}, next
}

// completeTo takes the year of the end of a range from its beginning, when only
// that says one.
func (w *when) completeTo(from when) {
	if w.year != 0 || w.month == 0 || from.year == 0 || w.move != unmoved || w.yearMove != unmoved && w.yearMove != same || w.hijri != from.hijri {
		return
	}
	w.year, w.era, w.yearMove = from.year, from.era, unmoved
	if w.month < from.month {
		w.year++
	}
}

// completeFrom takes the year and the move that the end of a range says for both.
func (w *when) completeFrom(to when) {
	if w.year != 0 || w.yearMove != unmoved || w.month == 0 || to.month == 0 {
		return
	}
	w.yearMove = to.yearMove
	if to.month >= w.month {
		w.year, w.era = to.year, to.era
	} else if to.year > 0 {
		w.year = to.year - 1
	}
	if w.move == unmoved {
		w.move = to.move
	}
}

// rangeEnd reads an end of a range: a day or a month.
func (p *parser) rangeEnd(i int) (w when, next int, ok bool) {
	if w, next, ok = p.dayExpression(i); ok {
		return w, next, true
	}
	w, next, ok = p.monthDate(i)
	return w, next, ok
}

// daysOfMonth reads «November, between 19 and 20» (R1, the month first).
func (p *parser) daysOfMonth(w when, i int) (n node, next int, ok bool) {
	if w.month == 0 || w.day != 0 || !p.is(i, betweenWord) {
		return n, i, false
	}
	low, j, found := p.small(i + int(p.at(i).count))
	if !found {
		return n, i, false
	}
	k, _ := p.listSeparator(j)
	if k < 0 {
		return n, i, false
	}
	high, k, found := p.small(k)
	if !found || high.value <= low.value || p.countsNoun(k) {
		return n, i, false
	}
	from, to := w, w
	from.day, to.day = int16(low.value), int16(high.value)
	return rangeNode{from, to}, k, true
}

// monthsTo reads the rest of «September - November 2015», whose first month no
// preposition makes certain (R3).
func (p *parser) monthsTo(from when, i int) (n node, next int, ok bool) {
	if from.day != 0 || !isSeparator(p.word(i)) {
		return n, i, false
	}
	to, k, found := p.monthDate(i + 1)
	if !found || to.day != 0 || to.month == from.month || to.hijri != from.hijri {
		return n, i, false
	}
	from.completeFrom(to)
	return rangeNode{from, to}, k, true
}

// monthList reads «the two months of January and February», «the months of
// June, July and August» (R1).
func (p *parser) monthList(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if unit(t.value) != oneMonth || t.extra == 1 || t.definite {
		return n, i, false
	}
	from, j, found := p.monthDate(i + 1)
	if !found || from.day != 0 {
		return n, i, false
	}
	to := from
	for count := 1; count <= listLimit; count++ {
		k := j
		if w := p.word(k); w == "\u060C" || w == "\u0648" {
			k++
		}
		m := p.at(k)
		if m.class != month && m.class != hijriMonth || k == j && !m.joined || m.prep != 0 {
			if count == 1 {
				return n, i, false
			}
			break
		}
		to, j, _ = p.monthDate(k)
	}
	if m, k, found := p.moveAfter(j); found {
		to.move, j = m, k
	}
	from.completeFrom(to)
	return rangeNode{from, to}, j, true
}

// until skips «to», «until», «and until».
func (p *parser) until(i int) (next int, ok bool) {
	t := p.at(i)
	if t.class != toWord || t.letters > 0 && (!t.joined || t.prep != 0) {
		return i, false
	}
	return i + int(t.count), true
}
