package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// when is a day, month or year of a calendar, some of whose fields may be
// missing. Zero means missing; for weekday it is -1.
type when struct {
	day, month, year int16
	weekday          int8
	nth              int8 // the nth such weekday of the month, -1 the last; 0 none
	toward           int8 // days from today, when today is set
	today            bool
	hijri            bool
	otherYear        bool // a Hijri month in a Gregorian year
	numeric          bool
	ordinal          bool // the day is an ordinal
	doubled          bool // the month is named in two national forms
	persian          bool // in Persian digits
	era              era
	move             move // of the weekday, or else of the month
	weekMove         move
	monthMove        move // in place of a month
	yearMove         move // in place of a year
}

func (w when) resolve(c *context) reading {
	r := w.plain(c)
	r.hijri = r.hijri || w.hijri
	return r
}

// plain resolves w by the first rule that has what it needs.
func (w when) plain(c *context) reading {
	switch {
	case w.today:
		return w.fromToday(c)
	case w.monthMove != unmoved:
		return w.inMovedMonth(c)
	case w.month != 0 && w.hijri:
		return w.inHijri(c)
	case w.month != 0:
		return w.inMonth(c)
	case w.weekday >= 0:
		return w.onWeekday(c)
	case w.day != 0:
		return w.onDay(c)
	}
	return reading{kind: news.Day}
}

// storedWeekday returns the weekday of w beside «today» or «yesterday», which the
// publication puts on d. The text may have been stored up to five days later, or
// a day earlier by another clock; what is still to come is the nearest.
func (w when) storedWeekday(d day) day {
	if w.toward > 0 {
		return nearestWeekday(d, int(w.weekday))
	}
	n := (int(w.weekday) - d.Weekday() + 7) % 7
	if n > 1 {
		n -= 7
	}
	return d + day(n)
}

// fromToday resolves «today», «yesterday», alone or beside a weekday or a date.
// The weekday wins over the publication day: an article may be stored a day late.
// A date wins over both unless its weekday contradicts it and theirs does not.
func (w when) fromToday(c *context) reading {
	relative := reading{kind: news.Day, relative: true}
	if c.known {
		if w.move == next && c.now.Weekday() != int(w.weekday) { // «today, next Sunday»
			w.today = false
			return w.plain(c)
		}
		d := c.now + day(w.toward)
		if w.weekday >= 0 {
			d = w.storedWeekday(d)
		}
		relative = dayReading(d)
		relative.relative = true
	}
	if w.month == 0 {
		return relative
	}
	dated := w
	dated.today = false
	if w.year == 0 && w.yearMove == unmoved && w.move == unmoved { // the year of the day that is meant
		dated.weekday = -1
	}
	r := dated.plain(c)
	if r.ranged && w.weekday >= 0 && r.from.Weekday() != int(w.weekday) {
		r.doubt = "weekday"
	}
	if r.doubt == "" || !relative.ranged {
		return r
	}
	if relative.from.Weekday() == int(w.weekday) {
		relative.doubt = r.doubt
		return relative
	}
	return r
}

// inMonth resolves a Gregorian month with or without a day.
func (w when) inMonth(c *context) reading {
	y, relative, ok := w.yearOf(c)
	if !ok {
		return reading{kind: news.Day, relative: true}
	}
	var r reading
	switch {
	case w.nth != 0:
		r = nthWeekday(y, int(w.month), int(w.weekday), int(w.nth))
	case w.day == 0:
		r = monthReading(y, int(w.month))
	default:
		d, ok := calendar.Of(y, int(w.month), int(w.day))
		if !ok {
			return reading{kind: news.Day, relative: relative, doubt: "day"}
		}
		r = w.checked(c, d)
	}
	r.relative = relative
	return r
}

// checked returns day d, with a doubt when the weekday that is named is not its.
// A year off by one, as writers err in January, is put right when the corrected
// day lies near the publication day.
func (w when) checked(c *context, d day) reading {
	r := dayReading(d)
	if w.weekday < 0 || d.Weekday() == int(w.weekday) {
		return r
	}
	y, m, n := d.Date()
	if w.ordinal && n <= 5 { // «Tuesday, the third of September»: the third Tuesday
		return nthWeekday(y, m, int(w.weekday), n)
	}
	if swapped, ok := calendar.Of(y, n, m); w.numeric && ok && swapped.Weekday() == int(w.weekday) {
		return dayReading(swapped)
	}
	for _, other := range []int{y + 1, y - 1} {
		if o, ok := calendar.Of(other, m, n); ok && c.known && o.Weekday() == int(w.weekday) && abs(int(o-c.now)) <= 31 {
			r = dayReading(o)
		}
	}
	r.doubt = "weekday"
	return r
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// yearOf returns the year of a month: as written, by its move, or by the
// weekday, the tense and the nearness to the publication day.
func (w when) yearOf(c *context) (y int, relative, ok bool) {
	switch {
	case w.year != 0:
		return int(w.year), false, true
	case w.yearMove != unmoved:
		r := unitNode{unit: year, move: w.yearMove}.resolve(c)
		y, _, _ := r.from.Date()
		return y, true, r.ranged
	case w.move.inText():
		if !c.last.ranged {
			return 0, true, false
		}
		y, m, _ := c.last.from.Date()
		if w.move == after && int(w.month) <= m {
			y++
		}
		if w.move == before && int(w.month) >= m {
			y--
		}
		return y, true, true
	case !c.known:
		return 0, true, false
	}
	now, m, _ := c.now.Date()
	switch w.move {
	case last:
		if int(w.month) > m || int(w.month) == m && (w.day == 0 || !w.dayBefore(c)) {
			now--
		}
		return now, true, true
	case next:
		if int(w.month) < m || int(w.month) == m && (w.day == 0 || w.dayBefore(c)) {
			now++
		}
		return now, true, true
	case lastButOne:
		if int(w.month) >= m {
			now--
		}
		return now - 1, true, true
	case nextButOne:
		if int(w.month) <= m {
			now++
		}
		return now + 1, true, true
	case this:
		return now, true, true
	case unmoved, same, after, before:
	}
	return w.guessYear(c), true, true
}

// dayBefore reports whether the day of w comes before the publication day in
// its month.
func (w when) dayBefore(c *context) bool {
	_, _, d := c.now.Date()
	return int(w.day) < d
}

// guessYear chooses the year of a month without one: the year in which the
// weekday fits; the last one where the words beside it tell what was; the coming one in the future tense or where the expression
// stands alone; else the nearest.
func (w when) guessYear(c *context) int {
	y, m, _ := c.now.Date()
	best, bestCost := y, 1<<30
	told := c.p.isTold(c.at)
	for _, other := range []int{y, y - 1, y + 1} {
		first := int(w.day)
		if first == 0 {
			first = 15
		}
		d, ok := calendar.Of(other, int(w.month), min(first, calendar.MonthLength(other, int(w.month))))
		if !ok {
			continue
		}
		cost := abs(int(d - c.now))
		if told && d > c.now {
			cost += 400
		}
		switch c.tense() {
		case future, alone:
			if other*12+int(w.month) < y*12+m {
				cost += 400
			}
		case past:
			if d > c.now {
				cost += 250 // what is past is told of the last such month, unless the day is close
			}
		default:
		}
		if w.day != 0 && w.weekday >= 0 && w.nth == 0 && d.Weekday() != int(w.weekday) {
			cost += 2000
		}
		if cost < bestCost {
			best, bestCost = other, cost
		}
	}
	return best
}

// nthWeekday returns the nth weekday of a month, the last for -1.
func nthWeekday(y, m, weekday, n int) reading {
	first, ok := calendar.Of(y, m, 1)
	if !ok {
		return reading{kind: news.Day}
	}
	d := first + day((weekday-first.Weekday()+7)%7)
	if n > 0 {
		d += day(7 * (n - 1))
	} else {
		for last := first + day(calendar.MonthLength(y, m)) - 1; d+7 <= last; {
			d += 7
		}
	}
	if _, month, _ := d.Date(); month != m {
		return reading{kind: news.Day, doubt: "day"}
	}
	return dayReading(d)
}

// inMovedMonth resolves a day of a month that is named by a move.
func (w when) inMovedMonth(c *context) reading {
	r := unitNode{unit: oneMonth, move: w.monthMove}.resolve(c)
	if !r.ranged {
		return reading{kind: news.Day, relative: true}
	}
	y, m, _ := r.from.Date()
	moved := w
	moved.monthMove, moved.month, moved.year = unmoved, int16(m), int16(y)
	if w.nth == 0 && w.day == 0 {
		return r
	}
	r = moved.plain(c)
	r.relative = true
	return r
}
