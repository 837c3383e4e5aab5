package dates

import "mujaz/internal/news"

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

// fromToday resolves «today», «yesterday», alone or beside a weekday or a date.
// The weekday wins over the publication day: an article may be stored a day late.
// A date wins over both unless its weekday contradicts it and theirs does not.
func (w when) fromToday(c *context) reading {
	relative := reading{kind: news.Day, relative: true}
	if c.known {
		d := c.now + day(w.toward)
		if w.weekday >= 0 {
			d = nearestWeekday(d, int(w.weekday))
			if d > c.now+3 || d < c.now-4 {
				d = c.now + day(w.toward)
			}
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
	if r.ranged && w.weekday >= 0 && r.from.weekday() != int(w.weekday) {
		r.doubt = "weekday"
	}
	if r.doubt == "" || !relative.ranged {
		return r
	}
	if relative.from.weekday() == int(w.weekday) {
		relative.doubt = r.doubt
		return relative
	}
	return r
}

// nearestWeekday returns the day of the week nearest to d.
func nearestWeekday(d day, weekday int) day {
	n := (weekday - d.weekday() + 7) % 7
	if n > 3 {
		n -= 7
	}
	return d + day(n)
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
		d, real := civil(y, int(w.month), int(w.day))
		if !real {
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
	if w.weekday < 0 || d.weekday() == int(w.weekday) {
		return r
	}
	y, m, n := d.date()
	if w.ordinal && n <= 5 { // «Tuesday, the third of September»: the third Tuesday
		return nthWeekday(y, m, int(w.weekday), n)
	}
	if swapped, ok := civil(y, n, m); w.numeric && ok && swapped.weekday() == int(w.weekday) {
		return dayReading(swapped)
	}
	for _, other := range []int{y + 1, y - 1} {
		if o, ok := civil(other, m, n); ok && c.known && o.weekday() == int(w.weekday) && abs(int(o-c.now)) <= 31 {
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
		y, _, _ := r.from.date()
		return y, true, r.ranged
	case w.move.inText():
		if !c.last.ranged {
			return 0, true, false
		}
		y, m, _ := c.last.from.date()
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
	now, m, _ := c.now.date()
	switch w.move {
	case last:
		if int(w.month) >= m && !(w.day != 0 && int(w.month) == m && w.dayBefore(c)) {
			now--
		}
		return now, true, true
	case next:
		if int(w.month) <= m && !(w.day != 0 && int(w.month) == m && !w.dayBefore(c)) {
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
	_, _, d := c.now.date()
	return int(w.day) < d
}

// guessYear chooses the year of a month without one: the year in which the
// weekday fits; the coming one in the future tense or where the expression
// stands alone; else the nearest.
func (w when) guessYear(c *context) int {
	y, m, _ := c.now.date()
	best, bestCost := y, 1<<30
	for _, other := range []int{y, y - 1, y + 1} {
		first := int(w.day)
		if first == 0 {
			first = 15
		}
		d, ok := civil(other, int(w.month), min(first, monthLength(other, int(w.month))))
		if !ok {
			continue
		}
		cost := abs(int(d - c.now))
		switch c.tense() {
		case future, alone:
			if other*12+int(w.month) < y*12+m {
				cost += 400
			}
		case past:
			if c.p.before(c.at.first).class == sinceWord && d > c.now {
				cost += 400
			}
		default:
		}
		if w.day != 0 && w.weekday >= 0 && w.nth == 0 && d.weekday() != int(w.weekday) {
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
	first, ok := civil(y, m, 1)
	if !ok {
		return reading{kind: news.Day}
	}
	d := first + day((weekday-first.weekday()+7)%7)
	if n > 0 {
		d += day(7 * (n - 1))
	} else {
		for last := first + day(monthLength(y, m)) - 1; d+7 <= last; {
			d += 7
		}
	}
	if _, month, _ := d.date(); month != m {
		return reading{kind: news.Day, doubt: "day"}
	}
	return dayReading(d)
}

// inHijri resolves a Hijri month with or without a day. A month is the days it
// covers; without a year it is the one nearest to the publication day, by its
// move and the tense.
func (w when) inHijri(c *context) reading {
	cal := hijri()
	y, relative, ok := w.hijriYear(c, cal)
	if !ok {
		return reading{kind: kindOf(w.day), relative: relative}
	}
	if w.day != 0 {
		d, ok := cal.day(y, int(w.month), int(w.day))
		if !ok && w.day == 30 { // seen elsewhere for 30 days
			if d, ok = cal.day(y, int(w.month), 29); ok {
				d++
			}
		}
		if !ok {
			return reading{kind: news.Day, relative: relative}
		}
		r := w.nearSighting(d)
		r.relative = relative
		return r
	}
	from, to, ok := cal.month(y, int(w.month))
	if !ok {
		return reading{kind: news.Period, relative: relative}
	}
	r := daysReading(from, to)
	r.relative, r.grain = relative, oneMonth
	return r
}

func kindOf(day int16) news.DateKind {
	if day == 0 {
		return news.Period
	}
	return news.Day
}

// nearSighting lets the weekday move a Hijri day by one: where the crescent is
// sighted, months begin a day before or after the table's.
func (w when) nearSighting(d day) reading {
	if w.weekday < 0 || d.weekday() == int(w.weekday) {
		return dayReading(d)
	}
	for _, o := range []day{d + 1, d - 1} {
		if o.weekday() == int(w.weekday) {
			return dayReading(o)
		}
	}
	r := dayReading(d)
	r.doubt = "weekday"
	return r
}

// hijriYear returns the Hijri year of a Hijri month.
func (w when) hijriYear(c *context, cal hijriCalendar) (y int, relative, ok bool) {
	if w.year != 0 && !w.otherYear {
		return int(w.year), false, true
	}
	var at day
	switch {
	case w.otherYear:
		at, _ = civil(int(w.year), 7, 1)
	case w.move.inText() || w.yearMove.inText():
		if !c.last.ranged {
			return 0, true, false
		}
		at = c.last.from
	case !c.known:
		return 0, true, false
	default:
		at = c.now
	}
	y, m, d, ok := cal.date(at)
	if !ok {
		return 0, true, false
	}
	if w.otherYear {
		return w.hijriIn(int(w.year), y, cal), false, true
	}
	y += w.yearMove.offset()
	if w.yearMove != unmoved {
		return y, true, true
	}
	month := int(w.month)
	switch w.move {
	case last:
		if month > m || month == m && (w.day == 0 || int(w.day) >= d) {
			y--
		}
	case next:
		if month < m || month == m && (w.day == 0 || int(w.day) <= d) {
			y++
		}
	case unmoved:
		if month-m > 6 {
			y--
		} else if m-month > 6 || month < m && c.tense() == future {
			y++
		}
	case this, same, after, before, lastButOne, nextButOne:
		y += w.move.offset()
	}
	return y, true, true
}

// hijriIn returns the Hijri year, near y, whose month begins in a Gregorian year.
func (w when) hijriIn(gregorian, y int, cal hijriCalendar) int {
	for _, other := range []int{y, y - 1, y + 1} {
		if from, _, ok := cal.month(other, int(w.month)); ok {
			if g, _, _ := from.date(); g == gregorian {
				return other
			}
		}
	}
	return y
}

// inMovedMonth resolves a day of a month that is named by a move.
func (w when) inMovedMonth(c *context) reading {
	r := unitNode{unit: oneMonth, move: w.monthMove}.resolve(c)
	if !r.ranged {
		return reading{kind: news.Day, relative: true}
	}
	y, m, _ := r.from.date()
	moved := w
	moved.monthMove, moved.month, moved.year = unmoved, int16(m), int16(y)
	if w.nth == 0 && w.day == 0 {
		return r
	}
	r = moved.plain(c)
	r.relative = true
	return r
}

// onWeekday resolves a weekday without a date.
func (w when) onWeekday(c *context) reading {
	r := reading{kind: news.Day, relative: true}
	if !c.known {
		return r
	}
	wd := int(w.weekday)
	back := day((c.now.weekday() - wd + 7) % 7)
	ahead := day((wd - c.now.weekday() + 7) % 7)
	var d day
	switch {
	case w.weekMove.inText():
		return r
	case w.weekMove != unmoved:
		d = c.now.monday() + day(7*w.weekMove.offset()) + day((wd+6)%7)
	case w.day != 0:
		return w.weekdayOnDay(c)
	case w.move == last || w.move == lastButOne:
		d = c.now - 1 - (back+6)%7
		if w.move == lastButOne {
			d -= 7
		}
	case w.move == next || w.move == nextButOne:
		d = c.now + 1 + (ahead+6)%7
		if w.move == nextButOne {
			d += 7
		}
	case w.move == this:
		d = nearestWeekday(c.now, wd)
		if d < c.now {
			d = c.now + ahead
		}
		if d == c.now && c.tense() == alone {
			d += 7
		}
	case w.move.inText() && !c.last.ranged:
		if c.tense() != alone {
			return r
		}
		moved := w
		moved.move = last
		if w.move != before {
			moved.move = next
		}
		return moved.onWeekday(c)
	case w.move.inText():
		d = c.last.to + 1 + day((wd-c.last.to.weekday()+6)%7)
		if w.move == before {
			d = c.last.from - 1 - day((c.last.from.weekday()-wd+6)%7)
		}
	case c.tense() == alone:
		d = c.now + 1 + (ahead+6)%7
	case c.tense() == future:
		d = c.now + ahead
	default:
		d = c.now - back
	}
	r = dayReading(d)
	r.relative = true
	return r
}

// weekdayOnDay resolves «Friday the 15th»: the nearest month in which the day
// has that weekday.
func (w when) weekdayOnDay(c *context) reading {
	y, m, _ := c.now.date()
	best, cost := day(0), 1<<30
	for n := -2; n <= 2; n++ {
		oy, om := addMonths(y, m, n)
		d, ok := civil(oy, om, int(w.day))
		if k := abs(int(d - c.now)); ok && d.weekday() == int(w.weekday) && k < cost {
			best, cost = d, k
		}
	}
	if cost == 1<<30 {
		return reading{kind: news.Day, relative: true, doubt: "weekday"}
	}
	r := dayReading(best)
	r.relative = true
	return r
}

// onDay resolves «the day 27»: of this month, or of the nearest by the tense.
func (w when) onDay(c *context) reading {
	r := reading{kind: news.Day, relative: true}
	if !c.known {
		return r
	}
	y, m, today := c.now.date()
	switch {
	case c.tense() == future || c.tense() == alone:
		if int(w.day) < today {
			y, m = addMonths(y, m, 1)
		}
	case int(w.day) > today:
		y, m = addMonths(y, m, -1)
	}
	if d, ok := civil(y, m, int(w.day)); ok {
		r = dayReading(d)
		r.relative = true
	}
	return r
}
