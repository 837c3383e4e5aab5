package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// Rules of units.
//
//	U1  unit and move: «last year», «the coming week», «this month», «the same month»
//	U2  several units and a move: «the next three years», «the last 24 hours», «the last two weeks»
//	U3  a year and its number: «the year 2024», «the years 2011 and 2015», «the season 2016-2017»
//	U4  decades and centuries: «the eighties», «the nineteenth century»
//	U5  seasons: «summer 2016», «last summer»
//	U6  a part of a unit: «the first half of 2015», «the second quarter», «the last week of July»
//	U7  an edge and a unit: «the beginning of next year»; its value is the unit's

// unitNode is one unit or count units beside the anchor of the move.
type unitNode struct {
	unit  unit
	move  move
	count int // 0 and 1: the unit itself; more: that many up to or from the anchor
}

func (n unitNode) resolve(c *context) reading {
	none := reading{kind: news.Day, relative: true}
	if n.count > 1 {
		none.kind = news.Period
	}
	anchor, ok := c.anchor(n)
	if !ok {
		return none
	}
	if n.count > 1 {
		return n.several(anchor)
	}
	if n.unit < oneDay {
		return none
	}
	if n.unit == schoolYear && betweenSeasons(anchor) && n.move == next {
		anchor = shift(anchor, schoolYear, -1) // «next season» is the one about to begin
	}
	r := unitReading(n.unit, shift(anchor, n.unit, n.move.offset()))
	if c.last.grain == year && c.last.kind == news.Period && n.unit == year && (n.move == before || n.move == after) {
		far := unitReading(year, shift(c.last.to, year, n.move.offset())) // «the year before» of two years
		r = interval(r, far)
	}
	r.relative = true
	return r
}

// several returns the units from the anchor's to the one that many away: «the
// next three years» of 2015 are 2015/2018.
func (n unitNode) several(anchor day) reading {
	u, count := n.unit, n.count
	if u < oneDay {
		hours := count
		if u == minute {
			hours = count / 60
		}
		u, count = oneDay, (hours+23)/24
		if u == second || count == 0 {
			return reading{kind: news.Period, relative: true}
		}
	}
	far := unitReading(u, shift(anchor, u, count*n.move.offset()))
	near := unitReading(u, anchor)
	if u == decade || u == century {
		y, _, _ := anchor.Date()
		fy, _, _ := shift(anchor, u, count*n.move.offset()).Date()
		near, far = yearReading(y), yearReading(fy)
	}
	r := interval(near, far)
	if n.move.offset() < 0 {
		r = interval(far, near)
	}
	r.relative = true
	return r
}

// sameNode is the day or month of the date named before, in another year.
type sameNode struct {
	unit unit
	year node
}

func (n sameNode) resolve(c *context) reading {
	y := n.year.resolve(c)
	a, ok := c.anchor(unitNode{unit: n.unit, move: same})
	if !ok || !y.ranged {
		return y
	}
	of, _, _ := y.from.Date()
	_, m, d := a.Date()
	r := monthReading(of, m)
	if n.unit == oneDay {
		moved, ok := calendar.Of(of, m, d)
		if !ok {
			return y
		}
		r = dayReading(moved)
	}
	r.relative = true
	return r
}

// partNode is the nth of parts equal parts of a unit, or its nth day, week or
// month (of is the unit of the part; 0 for halves, thirds, quarters); -1 the last.
type partNode struct {
	nth, parts int
	of         unit
	whole      node
}

func (n partNode) resolve(c *context) reading {
	w := n.whole.resolve(c)
	none := reading{kind: news.Period, relative: w.relative}
	if !w.ranged {
		return none
	}
	var r reading
	switch {
	case n.of != 0:
		r = n.nthUnit(w)
	case w.grain == schoolYear: // its months are not known
		return w
	case w.grain == year:
		y, m, _ := w.from.Date()
		length := 12 / n.parts
		r = monthsReading(y, m+(n.index()-1)*length, length)
	case w.grain == oneMonth || w.grain == week:
		length := int(w.to-w.from+1) / n.parts
		from := w.from + day((n.index()-1)*length)
		to := from + day(length) - 1
		if n.index() == n.parts {
			to = w.to
		}
		r = daysReading(from, to)
	default:
		return none
	}
	r.relative, r.hijri = w.relative, w.hijri
	return r
}

func (n partNode) index() int {
	if n.nth < 0 {
		return n.parts
	}
	return n.nth
}

// nthUnit returns the nth day, week or month of w.
func (n partNode) nthUnit(w reading) reading {
	none := reading{kind: news.Day}
	y, m, _ := w.from.Date()
	switch n.of {
	case oneDay:
		d := w.from + day(n.nth) - 1
		if n.nth < 0 {
			d = w.to
		}
		if d > w.to {
			return none
		}
		return dayReading(d)
	case week:
		if n.nth < 0 { // the last whole week
			return weekReading((w.to - 6).Monday())
		}
		if w.grain == year && n.nth <= 53 {
			return weekReading(isoWeekOne(y) + day(7*(n.nth-1)))
		}
		if n.nth > 5 {
			return none
		}
		first := w.from.Monday()
		if first < w.from { // weeks that begin in the month
			first += 7
		}
		return weekReading(first + day(7*(n.nth-1)))
	case oneMonth:
		k := n.nth
		if k < 0 {
			k = 12
		}
		if w.hijri {
			hy, _, _, ok := w.from.Hijri()
			from, to, ok2 := calendar.HijriMonth(hy, k)
			if !ok || !ok2 {
				return none
			}
			return daysReading(from, to)
		}
		if w.grain != year || k > 12 {
			return none
		}
		return monthReading(y, m+k-1)
	case second, minute, hour, year, schoolYear, decade, century:
	}
	return none
}

// firstNode is the first count units of a whole.
type firstNode struct {
	count int
	of    unit
	whole node
}

func (n firstNode) resolve(c *context) reading {
	w := n.whole.resolve(c)
	if !w.ranged || w.grain <= n.of {
		return reading{kind: news.Period, relative: w.relative}
	}
	a := partNode{nth: 1, of: n.of}.nthUnit(w)
	b := partNode{nth: n.count, of: n.of}.nthUnit(w)
	if !a.ranged || !b.ranged {
		return reading{kind: news.Period, relative: w.relative}
	}
	r := interval(a, b)
	r.relative, r.hijri = w.relative, w.hijri
	return r
}

// isoWeekOne returns the Monday of week 1 of a year: the week of 4 January.
func isoWeekOne(y int) day {
	d, _ := calendar.Of(y, 1, 4)
	return d.Monday()
}
