package dates

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of date lines.
//
//	P1  ISO 8601, and the forms of RFC 1123 and 822, are read as they stand
//	P2  the first full date of the line counts; a Gregorian one before a Hijri one
//	P3  a time stands beside it; without a zone it is in news.NoZone
//	P4  a date without day, month or year, or said relative to now, is none
//	P5  Persian dates are refused: digits of the Persian set, or a year that as a Hijri year is long past

// lineLayouts are the English forms that feeds and headers use (P1).
var lineLayouts = []string{time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 January 2006", "January 2, 2006", "Jan 2, 2006"}

// oldestHijri is the oldest Hijri year of a page without an era mark (P5): 1984.
const oldestHijri = 1405

// Parse reads s, a date line of a page («الأربعاء، 07 أكتوبر 2020 - 12:09 م»), as
// one moment. It reports false rather than guess a missing day, month or year.
func Parse(s string) (news.Moment, bool) {
	s = norm.NFC.String(strings.TrimSpace(strings.ToValidUTF8(s, "")))
	if m, err := news.ParseMoment(s); err == nil {
		return m, true
	}
	for _, l := range lineLayouts {
		if t, err := time.Parse(l, s); err == nil {
			return news.Moment{Time: t, DayOnly: !strings.Contains(l, "15:04")}, true
		}
	}
	const longest = 400 // bytes; a longer text is no date line
	if len(s) > longest {
		return news.Moment{}, false
	}
	return readLine(&parser{scan: newScan(arabic.Read(strings.ReplaceAll(s, "\n", " ")))})
}

// line is what a date line says.
type line struct {
	day      when
	has      bool
	clock    clockNode
	hasClock bool
}

// readLine reads the date and the time of a line.
func readLine(p *parser) (news.Moment, bool) {
	var l line
	for i := 0; i < len(p.terms); {
		e, ok := p.expression(i)
		if p.terms[i].class == none || !ok {
			i++
			continue
		}
		l.add(e.node)
		i = e.next
	}
	if !l.has {
		return news.Moment{}, false
	}
	r := l.day.resolve(newContext(p, news.Moment{}))
	if !r.ranged || r.from != r.to {
		return news.Moment{}, false
	}
	if !l.hasClock {
		return news.Moment{Time: r.from.Time(), DayOnly: true}, true
	}
	zone := l.clock.zone
	if zone == nil {
		zone = news.NoZone
	}
	y, m, d := r.from.Date()
	return news.Moment{Time: time.Date(y, time.Month(m), d, 0, l.clock.minutes, 0, 0, zone)}, true
}

// add keeps a date or a time of the line (P2, P3).
func (l *line) add(n node) {
	switch n := n.(type) {
	case clockNode:
		if n.day != nil {
			l.add(n.day)
		}
		if !l.hasClock {
			l.clock, l.hasClock = n, true
		}
	case when:
		n.today = false
		if n.isFull() && (!l.has || l.day.hijri && !n.hijri) {
			l.day, l.has = n, true
		}
	case rangeNode:
		l.add(n.from)
	}
}

// isFull reports whether w names a day, a month and a year of a calendar that
// is read (P4, P5).
func (w when) isFull() bool {
	if w.day == 0 || w.month == 0 || w.year == 0 || w.nth != 0 {
		return false
	}
	if w.numeric && w.hijri && w.era == noEra && (w.persian || w.year < oldestHijri) {
		return false
	}
	return true
}
