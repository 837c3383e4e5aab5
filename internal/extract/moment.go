package extract

import (
	"strings"
	"time"

	"mujaz/internal/dates"
	"mujaz/internal/news"
)

// parseMoment reads one date of a page, or reports false.
func parseMoment(s string) (news.Moment, bool) {
	s = cleanLine(s)
	if len(s) < 6 || len(s) > 200 || !strings.ContainsAny(s, "0123456789\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u06F1") {
		return news.Moment{}, false
	}
	m, ok := parseStamp(s)
	if !ok {
		m, ok = dates.Parse(arabicClock(s))
	}
	if !ok || m.Time.Year() < 1990 || m.Time.Year() > 2100 { // D4
		return news.Moment{}, false
	}
	return m, true
}

// arabicClock returns s with AM and PM in Arabic, and with a clock time set apart
// from the day that a dash ties it to («12:30-10 أبريل 2025»).
func arabicClock(s string) string {
	for _, half := range [...][2]string{{"AM", "ص"}, {"PM", "م"}, {"am", "ص"}, {"pm", "م"}} {
		if i := strings.Index(s, half[0]); i > 0 && (isDigit(s[i-1]) || i > 1 && s[i-1] == ' ' && isDigit(s[i-2])) {
			s = s[:i] + " " + half[1] + s[i+2:]
			break
		}
	}
	if i := strings.IndexByte(s, '-'); i > 4 && s[i-3] == ':' && hasClock(s[i-4:i]) {
		s = s[:i] + " - " + s[i+1:]
	}
	return s
}

// parseStamp reads a date in the forms of machines and of English.
func parseStamp(s string) (news.Moment, bool) {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x600 }) >= 0 {
		return news.Moment{}, false
	}
	m, err := news.ParseMoment(s)
	ok := err == nil
	for _, layout := range []string{
		time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, "2006-01-02T15:04:05-07", "2006-01-02 15:04:05 MST",
		"Mon, 02 Jan 2006 15:04", "Jan 2, 2006 15:04:05", "Mon Jan 02 2006 15:04:05 GMT-0700 (MST)", time.UnixDate, time.RubyDate,
	} {
		if ok {
			break
		}
		if t, err := time.Parse(layout, s); err == nil {
			m, ok = news.Moment{Time: t}, true
		}
	}
	for _, layout := range []string{"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2006/01/02", "20060102"} {
		if ok {
			break
		}
		if t, err := time.Parse(layout, s); err == nil {
			m, ok = news.Moment{Time: t, DayOnly: true}, true
		}
	}
	return m, ok
}

// pickTime returns the best of list (D2).
func pickTime(list []dated) (dated, bool) {
	if len(list) == 0 {
		return dated{}, false
	}
	best := list[0]
	for _, c := range list[1:] {
		same := c.at.Time.Equal(best.at.Time)
		day := c.at.Time.Format(time.DateOnly) == best.at.Time.Format(time.DateOnly)
		switch {
		case best.at.DayOnly && !c.at.DayOnly && day:
			best = c
		case same && !best.at.DayOnly && !c.at.DayOnly && offset(best) == 0 && offset(c) != 0:
			best = c
		}
	}
	return best, true
}

// localize returns the time of d in the publisher's time zone, if d is in UTC
// and the page shows the same minute on another clock: 05:40Z and 07:40. Late in
// the evening of UTC the day that the page shows may be the next.
func localize(d dated, visible []dated) news.Moment {
	if d.at.DayOnly || offset(d) != 0 || d.source == fromText {
		return d.at
	}
	for _, v := range visible {
		if v.source != fromText {
			continue
		}
		if v.at.DayOnly {
			if late := d.at.Time.Hour() >= 19; late && v.at.Time.Sub(d.at.Time.Truncate(24*time.Hour)) == 24*time.Hour {
				return v.at
			}
			continue
		}
		shift := v.at.Time.Sub(d.at.Time.Truncate(time.Minute)).Truncate(time.Minute)
		if shift != 0 && shift%(30*time.Minute) == 0 && shift >= -4*time.Hour && shift <= 5*time.Hour {
			return news.Moment{Time: d.at.Time.In(time.FixedZone("", int(shift.Seconds())))}
		}
	}
	return d.at
}

func offset(d dated) int {
	_, seconds := d.at.Time.Zone()
	return seconds
}
