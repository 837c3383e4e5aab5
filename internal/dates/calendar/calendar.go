// Package calendar counts days: those of the Gregorian calendar (this file) and
// those of the Hijri calendar of Umm al-Qura (hijri.go).
package calendar

import "time"

// Day is a day of the proleptic Gregorian calendar, counted from 1 January 1970.
type Day int

const secondsOfDay = 24 * 60 * 60

// Of returns the day of a date, or false when there is no such date.
func Of(year, month, date int) (Day, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > MonthLength(year, month) {
		return 0, false
	}
	return On(time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)), true
}

// On returns the day that t has in its own zone.
func On(t time.Time) Day {
	_, offset := t.Zone()
	s := t.Unix() + int64(offset)
	d := s / secondsOfDay
	if s%secondsOfDay < 0 {
		d--
	}
	return Day(d)
}

// Parse reads a day in ISO 8601.
func Parse(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return On(t), err == nil
}

// Time returns the midnight UTC that begins d.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

// Date returns the year, the month from 1 and the day of the month.
func (d Day) Date() (year, month, date int) {
	y, m, n := d.Time().Date()
	return y, int(m), n
}

// Weekday counts from Sunday, 0.
func (d Day) Weekday() int { return int(d.Time().Weekday()) }

// String writes d in ISO 8601.
func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// Monday returns the first day of the ISO week of d.
func (d Day) Monday() Day { return d - Day((d.Weekday()+6)%7) }

// AddMonths moves d by n months, keeping the day of the month where the month has it.
func (d Day) AddMonths(n int) Day {
	y, m, date := d.Date()
	y, m = AddMonths(y, m, n)
	moved, _ := Of(y, m, min(date, MonthLength(y, m)))
	return moved
}

// AddMonths returns the month that is n months after a month of a year.
func AddMonths(year, month, n int) (int, int) {
	k := year*12 + month - 1 + n
	return k / 12, k%12 + 1
}

// MonthLength returns how many days a month has.
func MonthLength(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
