package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// nearestWeekday returns the day of the week nearest to d.
func nearestWeekday(d day, weekday int) day {
	n := (weekday - d.Weekday() + 7) % 7
	if n > 3 {
		n -= 7
	}
	return d + day(n)
}

// onWeekday resolves a weekday without a date.
func (w when) onWeekday(c *context) reading {
	r := reading{kind: news.Day, relative: true}
	if !c.known {
		return r
	}
	wd := int(w.weekday)
	back := day((c.now.Weekday() - wd + 7) % 7)
	ahead := day((wd - c.now.Weekday() + 7) % 7)
	var d day
	switch {
	case w.weekMove.inText():
		if !c.days.ranged || !c.near(c.daysAt) {
			return r
		}
		d = c.days.from.Monday() + day(7*w.weekMove.offset()) + day((wd+6)%7)
	case w.weekMove != unmoved:
		d = c.now.Monday() + day(7*w.weekMove.offset()) + day((wd+6)%7)
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
	case w.move.inText():
		return w.weekdayInText(c)
	case c.tense() == alone:
		d = c.now + 1 + (ahead+6)%7
	case c.tense() == future:
		d = c.now + ahead
	case w.move == this:
		d = nearestWeekday(c.now, wd)
	default:
		d = c.now - back
	}
	r = dayReading(d)
	r.relative = true
	return r
}

// weekdayInText resolves «the Friday after», counted from the last date of the
// text; alone in its line it is counted from the publication.
func (w when) weekdayInText(c *context) reading {
	r := reading{kind: news.Day, relative: true}
	wd := int(w.weekday)
	switch {
	case c.last.ranged && w.move == before:
		r = dayReading(c.last.from - 1 - day((c.last.from.Weekday()-wd+6)%7))
	case c.last.ranged:
		r = dayReading(c.last.to + 1 + day((wd-c.last.to.Weekday()+6)%7))
	case c.tense() == alone:
		moved := w
		moved.move = last
		if w.move != before {
			moved.move = next
		}
		return moved.onWeekday(c)
	}
	r.relative = true
	return r
}

// weekdayOnDay resolves «Friday the 15th»: the nearest month in which the day
// has that weekday.
func (w when) weekdayOnDay(c *context) reading {
	y, m, _ := c.now.Date()
	best, cost := day(0), 1<<30
	for n := -2; n <= 2; n++ {
		oy, om := calendar.AddMonths(y, m, n)
		d, ok := calendar.Of(oy, om, int(w.day))
		if k := abs(int(d - c.now)); ok && d.Weekday() == int(w.weekday) && k < cost {
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
	y, m, today := c.now.Date()
	switch {
	case c.tense() == future || c.tense() == alone:
		if int(w.day) < today {
			y, m = calendar.AddMonths(y, m, 1)
		}
	case int(w.day) > today:
		y, m = calendar.AddMonths(y, m, -1)
	}
	if d, ok := calendar.Of(y, m, int(w.day)); ok {
		r = dayReading(d)
		r.relative = true
	}
	return r
}
