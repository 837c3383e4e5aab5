package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// yearsNode is a year as written, or two: from to to.
type yearsNode struct {
	from, to int
	era      era
}

func (n yearsNode) resolve(*context) reading {
	r := oneYear(n.from, n.era)
	if n.to == 0 {
		return r
	}
	if n.to < n.from {
		n.from, n.to = n.to, n.from
		r = oneYear(n.from, n.era)
	}
	r = interval(r, oneYear(n.to, n.era))
	r.grain = year
	return r
}

// oneYear reads a year number in its era. A Hijri year is the days it covers.
func oneYear(y int, e era) reading {
	if e == noEra && 1300 <= y && y <= 1460 { // no Gregorian year of the news
		e = hijriEra
	}
	if e == hijriEra && y < 100 { // «the year 36»
		y += 1400
	}
	switch e {
	case beforeEra:
		return yearReading(1 - y)
	case hijriEra:
		from, _, ok := calendar.HijriMonth(y, 1)
		_, to, ok2 := calendar.HijriMonth(y, 12)
		if !ok || !ok2 {
			return reading{kind: news.Period, hijri: true}
		}
		r := daysReading(from, to)
		r.hijri = true
		return r
	case noEra, gregorianEra:
	}
	return yearReading(y)
}

// spanNode is a number of years by a pattern: a decade or a century.
type spanNode struct {
	from, years int
}

func (n spanNode) resolve(*context) reading { return yearsReading(n.from, n.years) }

// seasonNode is a season of a year, or of the year that is meant.
type seasonNode struct {
	code     int
	year     int
	move     move
	yearMove move
}

func (n seasonNode) resolve(c *context) reading {
	if n.year != 0 {
		return seasonReading(n.year, n.code)
	}
	none := reading{kind: news.Day, relative: true}
	if n.yearMove != unmoved {
		y := unitNode{unit: year, move: n.yearMove}.resolve(c)
		if !y.ranged {
			return none
		}
		gy, _, _ := y.from.Date()
		r := seasonReading(gy, n.code)
		r.relative = true
		return r
	}
	if !c.known {
		return none
	}
	y, _, _ := c.now.Date()
	r := seasonReading(y, n.code)
	switch n.move {
	case last, before:
		if r.to >= c.now {
			r = seasonReading(y-1, n.code)
		}
	case next, after:
		if r.from <= c.now {
			r = seasonReading(y+1, n.code)
		}
	case this, unmoved, same, lastButOne, nextButOne:
		if prev := seasonReading(y-1, n.code); prev.to >= c.now {
			r = prev
		}
	}
	r.relative = true
	return r
}
