package dates

import "time"

// day is a day of the proleptic Gregorian calendar, counted from 1 January 1970.
type day int

const secondsOfDay = 24 * 60 * 60

// civil returns the day of a date, or false when there is no such date.
func civil(year, month, date int) (day, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > monthLength(year, month) {
		return 0, false
	}
	return toDay(time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)), true
}

// toDay returns the day that t has in its own zone.
func toDay(t time.Time) day {
	_, offset := t.Zone()
	s := t.Unix() + int64(offset)
	d := s / secondsOfDay
	if s%secondsOfDay < 0 {
		d--
	}
	return day(d)
}

func (d day) time() time.Time { return time.Unix(int64(d)*secondsOfDay, 0).UTC() }

func (d day) date() (year, month, date int) {
	y, m, n := d.time().Date()
	return y, int(m), n
}

// weekday counts from Sunday, 0.
func (d day) weekday() int { return int(d.time().Weekday()) }

func (d day) String() string { return d.time().Format(time.DateOnly) }

// monday returns the first day of the ISO week of d.
func (d day) monday() day { return d - day((d.weekday()+6)%7) }

func monthLength(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// addMonths moves a month by n months.
func addMonths(year, month, n int) (int, int) {
	k := year*12 + month - 1 + n
	return k / 12, k%12 + 1
}

// addToDay moves d by months, keeping the day of the month where the month has it.
func addToDay(d day, months int) day {
	y, m, n := d.date()
	y, m = addMonths(y, m, months)
	moved, _ := civil(y, m, min(n, monthLength(y, m)))
	return moved
}

// parseDay reads a day in ISO 8601.
func parseDay(s string) (day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return toDay(t), err == nil
}
