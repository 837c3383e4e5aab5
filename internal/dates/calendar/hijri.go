package calendar

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"

	"mujaz/internal/table"
)

//go:embed data/ummalqura.tsv
var ummalquraTSV string

// umm is the table of the Umm al-Qura calendar: starts[i] is the first day of the
// month i months after Muharram of firstYear; the last entry ends the last month.
type umm struct {
	firstYear int
	starts    []Day
}

// hijri returns the calendar of the table. Outside its years, 1300 to 1500, the
// length of a Hijri month is not known, and nothing is converted.
var hijri = sync.OnceValue(func() umm {
	var c umm
	var next Day
	for i, row := range table.Rows("dates/calendar/data/ummalqura.tsv", ummalquraTSV, 4) {
		if i == 0 {
			c.firstYear = number(row[0])
			first, ok := Parse(row[1])
			if !ok {
				panic("calendar: ummalqura.tsv: no day: " + row[1])
			}
			next = first
		}
		for length := range strings.FieldsSeq(row[2]) {
			c.starts = append(c.starts, next)
			next += Day(number(length))
		}
	}
	c.starts = append(c.starts, next)
	return c
})

// number reads a number of the table.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("calendar: ummalqura.tsv: " + err.Error())
	}
	return n
}

// HijriMonth returns the first and last day of a Hijri month, or false when the
// calendar has no such month.
func HijriMonth(year, month int) (from, to Day, ok bool) {
	c := hijri()
	i := (year-c.firstYear)*12 + month - 1
	if month < 1 || month > 12 || i < 0 || i+1 >= len(c.starts) {
		return 0, 0, false
	}
	return c.starts[i], c.starts[i+1] - 1, true
}

// OfHijri returns the day of a Hijri date, or false when the calendar has no such
// date.
func OfHijri(year, month, date int) (Day, bool) {
	from, to, ok := HijriMonth(year, month)
	if !ok || date < 1 || from+Day(date)-1 > to {
		return 0, false
	}
	return from + Day(date) - 1, true
}

// Hijri returns the Hijri date of d, or false outside the table.
func (d Day) Hijri() (year, month, date int, ok bool) {
	c := hijri()
	i := sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > d }) - 1
	if i < 0 || i+1 >= len(c.starts) {
		return 0, 0, 0, false
	}
	return c.firstYear + i/12, i%12 + 1, int(d-c.starts[i]) + 1, true
}
