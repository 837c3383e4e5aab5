package dates

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"mujaz/internal/table"
)

//go:embed data/ummalqura.tsv
var ummalquraTSV string

// hijriCalendar is the table of the Umm al-Qura calendar: starts[i] is the first
// day of the month i months after Muharram of firstYear; the last entry ends the
// last month.
type hijriCalendar struct {
	firstYear int
	starts    []day
}

// hijri returns the calendar of the table. Outside its years the length of a
// Hijri month is not known, and nothing is converted.
var hijri = sync.OnceValue(func() hijriCalendar {
	var c hijriCalendar
	var next day
	for i, row := range table.Rows("dates/data/ummalqura.tsv", ummalquraTSV, 4) {
		year, err := strconv.Atoi(row[0])
		if err != nil {
			panic("dates: ummalqura.tsv: " + err.Error())
		}
		if i == 0 {
			c.firstYear = year
			t, err := time.Parse(time.DateOnly, row[1])
			if err != nil {
				panic("dates: ummalqura.tsv: " + err.Error())
			}
			next = toDay(t)
		}
		for length := range strings.FieldsSeq(row[2]) {
			n, err := strconv.Atoi(length)
			if err != nil {
				panic("dates: ummalqura.tsv: " + err.Error())
			}
			c.starts = append(c.starts, next)
			next += day(n)
		}
	}
	c.starts = append(c.starts, next)
	return c
})

// month returns the first and last day of a Hijri month.
func (c hijriCalendar) month(year, month int) (from, to day, ok bool) {
	i := (year-c.firstYear)*12 + month - 1
	if month < 1 || month > 12 || i < 0 || i+1 >= len(c.starts) {
		return 0, 0, false
	}
	return c.starts[i], c.starts[i+1] - 1, true
}

// day returns the Gregorian day of a Hijri date.
func (c hijriCalendar) day(year, month, date int) (day, bool) {
	from, to, ok := c.month(year, month)
	if !ok || date < 1 || from+day(date)-1 > to {
		return 0, false
	}
	return from + day(date) - 1, true
}

// date returns the Hijri date of a Gregorian day.
func (c hijriCalendar) date(d day) (year, month, date int, ok bool) {
	i := sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > d }) - 1
	if i < 0 || i+1 >= len(c.starts) {
		return 0, 0, 0, false
	}
	return c.firstYear + i/12, i%12 + 1, int(d-c.starts[i]) + 1, true
}

// FromHijri returns the Gregorian day, at midnight UTC, of a date of the Umm
// al-Qura calendar. It reports false when the calendar has no such date or the
// year lies outside the table, 1300 to 1500.
func FromHijri(year, month, date int) (time.Time, bool) {
	d, ok := hijri().day(year, month, date)
	if !ok {
		return time.Time{}, false
	}
	return d.time(), true
}

// ToHijri returns the date of the Umm al-Qura calendar on the day that t has in
// its own zone, or false outside the table.
func ToHijri(t time.Time) (year, month, date int, ok bool) {
	return hijri().date(toDay(t))
}
