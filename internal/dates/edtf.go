package dates

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// day is a day of the calendar.
type day = calendar.Day

// reading is what an expression means: EDTF value, kind, and the days it covers.
type reading struct {
	value    string
	kind     news.DateKind
	from, to day
	ranged   bool // from and to are known
	grain    unit // of the value; 0 for durations and sets
	hijri    bool
	relative bool
	doubt    string
}

// The constructors below return readings of one calendar unit each.

func dayReading(d day) reading {
	return reading{value: d.String(), kind: news.Day, from: d, to: d, ranged: true, grain: oneDay}
}

func weekReading(d day) reading {
	y, w := d.Time().ISOWeek()
	m := d.Monday()
	return reading{value: fmt.Sprintf("%04d-W%02d", y, w), kind: news.Day, from: m, to: m + 6, ranged: true, grain: week}
}

func monthReading(y, m int) reading {
	from, ok := calendar.Of(y, m, 1)
	if !ok {
		return reading{kind: news.Day}
	}
	return reading{
		value: from.Time().Format("2006-01"), kind: news.Day,
		from: from, to: from + day(calendar.MonthLength(y, m)) - 1, ranged: true, grain: oneMonth,
	}
}

func yearReading(y int) reading {
	r := reading{value: fourDigits(y), kind: news.Day, grain: year}
	if y >= 1 && y <= 9999 {
		r.from, _ = calendar.Of(y, 1, 1)
		r.to, _ = calendar.Of(y, 12, 31)
		r.ranged = true
	}
	return r
}

// fourDigits writes a year as EDTF does: four digits, a sign before Christ.
func fourDigits(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// seasonReading returns a season by its EDTF code: 21 spring, 22 summer, 23
// autumn, 24 winter. Winter is named for the year it begins in.
func seasonReading(y, code int) reading {
	r := reading{value: fourDigits(y) + "-" + strconv.Itoa(code), kind: news.Day, grain: oneMonth}
	first := 3 * (code - 20)
	r.from, r.ranged = calendar.Of(y, first, 1)
	ly, lm := calendar.AddMonths(y, first, 2)
	r.to, _ = calendar.Of(ly, lm, calendar.MonthLength(ly, lm))
	return r
}

// yearsReading returns n years from y by a pattern of digits: "198X", "19XX".
func yearsReading(y, n int) reading {
	digits := fourDigits(y)
	r := reading{kind: news.Day, grain: decade, value: digits[:3] + "X"}
	if n == 100 {
		r.grain, r.value = century, digits[:2]+"XX"
	}
	if y >= 1 {
		r.from, r.ranged = calendar.Of(y, 1, 1)
		r.to, _ = calendar.Of(y+n-1, 12, 31)
	} else {
		r.from, r.ranged = calendar.Of(1, 1, 1)
		r.to, _ = calendar.Of(y+n-1, 12, 31)
	}
	return r
}

// interval joins two readings: "a/b".
func interval(a, b reading) reading {
	r := reading{kind: news.Period, hijri: a.hijri || b.hijri, relative: a.relative || b.relative, grain: a.grain, doubt: cmp.Or(a.doubt, b.doubt)}
	if a.value == "" || b.value == "" || !a.ranged || !b.ranged || b.to < a.from {
		return r
	}
	r.value, r.from, r.to, r.ranged = a.first()+"/"+b.last(), a.from, b.to, true
	return r
}

// first returns the value that begins r, last the one that ends it.
func (r reading) first() string {
	first, _, _ := strings.Cut(r.value, "/")
	return first
}

func (r reading) last() string {
	if _, last, ok := strings.Cut(r.value, "/"); ok {
		return last
	}
	return r.value
}

// daysReading returns the days from a to b, as one day when they are one.
func daysReading(a, b day) reading {
	if a == b {
		return dayReading(a)
	}
	return interval(dayReading(a), dayReading(b))
}

// monthsReading returns n months from month m of year y.
func monthsReading(y, m, n int) reading {
	ly, lm := calendar.AddMonths(y, m, n-1)
	return interval(monthReading(y, m), monthReading(ly, lm))
}

// unitReading returns the unit that holds day d.
func unitReading(u unit, d day) reading {
	y, m, _ := d.Date()
	switch u {
	case oneDay:
		return dayReading(d)
	case week:
		return weekReading(d)
	case oneMonth:
		return monthReading(y, m)
	case year:
		return yearReading(y)
	case schoolYear:
		return schoolYearReading(schoolYearOf(d))
	case decade:
		return yearsReading(y/10*10, 10)
	case century:
		return yearsReading((y-1)/100*100, 100)
	case second, minute, hour:
	}
	return reading{kind: news.Day}
}

// schoolYearReading returns the season of sport or study that begins in year y.
func schoolYearReading(y int) reading {
	r := interval(yearReading(y), yearReading(y+1))
	r.grain = schoolYear
	return r
}

// schoolYearOf returns the year in which the season of day d began. In June the
// old season is over: «last season» is that one, «this» and «the new» the next.
func schoolYearOf(d day) int {
	y, m, _ := d.Date()
	if time.Month(m) < time.June {
		return y - 1
	}
	return y
}

// shift moves d by n units, to a day in the unit that is meant.
func shift(d day, u unit, n int) day {
	switch u {
	case oneDay:
		return d + day(n)
	case week:
		return d + day(7*n)
	case oneMonth:
		return d.AddMonths(n)
	case year, schoolYear:
		return d.AddMonths(12 * n)
	case decade:
		return d.AddMonths(120 * n)
	case century:
		return d.AddMonths(1200 * n)
	case second, minute, hour:
	}
	return d
}

// betweenSeasons reports whether d lies between two seasons: from June to the
// middle of August.
func betweenSeasons(d day) bool {
	_, m, n := d.Date()
	return m == 6 || m == 7 || m == 8 && n <= 15
}
