package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// Rules of days said in both calendars, «9 Ramadan 1436 corresponding to 26 June
// 2015».
//
//	H1  where they differ by one day, the Gregorian one is right: months begin by sighting, a day off the table
//	H2  where they differ by more, both are doubtful

// crossCheck compares the last two dates of list when the words between them
// say that they are one day. The last is that of e.
func (c *context) crossCheck(list []news.Date, e expression) {
	n := len(list)
	linked := n > 1 && c.p.sameDay(c.checked, e.first)
	c.checked = e.next
	if !linked {
		return
	}
	a, b := &list[n-2], &list[n-1]
	if a.Calendar == b.Calendar || a.Kind != news.Day || b.Kind != news.Day || a.From != a.To || b.From != b.To || a.From == b.From ||
		a.From == "" || b.From == "" {
		return
	}
	lunar, solar := a, b
	if b.Calendar == news.Hijri {
		lunar, solar = b, a
	}
	first, ok := calendar.Parse(lunar.From)
	second, ok2 := calendar.Parse(solar.From)
	if !ok || !ok2 {
		return
	}
	if abs(int(first-second)) > 1 { // H2
		lunar.Doubt, solar.Doubt = "calendar", "calendar"
		return
	}
	lunar.Value, lunar.From, lunar.To = solar.Value, solar.From, solar.To // H1
}

// sameDay reports whether "corresponding to" stands between tokens i and j, with
// nothing but marks beside it.
func (p *parser) sameDay(i, j int) bool {
	const most = 3
	if i >= j || j-i > most || p.t.NewLine(i-1) {
		return false
	}
	for k := i; k < j; k++ {
		if p.terms[k].class == datedWord {
			return true
		}
	}
	return false
}
