package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// inHijri resolves a Hijri month with or without a day. A month is the days it
// covers; without a year it is the one nearest to the publication day, by its
// move and the tense.
func (w when) inHijri(c *context) reading {
	y, relative, ok := w.hijriYear(c)
	if !ok {
		return reading{kind: kindOf(w.day), relative: relative}
	}
	if w.day != 0 {
		d, ok := calendar.OfHijri(y, int(w.month), int(w.day))
		if !ok && w.day == 30 { // seen elsewhere for 30 days
			if d, ok = calendar.OfHijri(y, int(w.month), 29); ok {
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
	from, to, ok := calendar.HijriMonth(y, int(w.month))
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
	if w.weekday < 0 || d.Weekday() == int(w.weekday) {
		return dayReading(d)
	}
	for _, o := range []day{d + 1, d - 1} {
		if o.Weekday() == int(w.weekday) {
			return dayReading(o)
		}
	}
	r := dayReading(d)
	r.doubt = "weekday"
	return r
}

// hijriYear returns the Hijri year of a Hijri month.
func (w when) hijriYear(c *context) (y int, relative, ok bool) {
	if w.year != 0 && !w.otherYear {
		return int(w.year), false, true
	}
	var at day
	switch {
	case w.otherYear:
		at, _ = calendar.Of(int(w.year), 7, 1)
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
	y, m, d, ok := at.Hijri()
	if !ok {
		return 0, true, false
	}
	if w.otherYear {
		return w.hijriIn(int(w.year), y), false, true
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
func (w when) hijriIn(gregorian, y int) int {
	for _, other := range []int{y, y - 1, y + 1} {
		if from, _, ok := calendar.HijriMonth(other, int(w.month)); ok {
			if g, _, _ := from.Date(); g == gregorian {
				return other
			}
		}
	}
	return y
}
