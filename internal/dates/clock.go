package dates

import (
	"fmt"
	"time"

	"mujaz/internal/news"
)

// Rules of clock times.
//
//	K1  "the hour", the hour, minutes or a fraction added or taken off: «the third hour and 9 minutes», «five less a third»
//	K2  an hour as an ordinal and a part of the day: «the ninth in the evening»
//	K3  digits with a colon: «15:15», «3:18 in the morning»; after "the hour" with a point or comma too
//	K4  the part of the day, beside the time or before the day of its sentence, says before or after noon; without one, 1 to 6 are after noon, and that is a doubt
//	K5  the day stands beside the time, before or after; else it is the last day of the paragraph, else the first day of
//	    the text, which is the day of its story, else the publication day
//	K7  from a time to a time: «from three in the morning until eleven»; what ends before it begins ends the next day
//	K6  a zone: «London time», «GMT»; without one the time is local

// clockNode is a time of day.
type clockNode struct {
	minutes int
	doubt   bool
	zone    *time.Location
	day     node // nil: K5
}

func (n clockNode) resolve(c *context) reading {
	r := reading{kind: news.Clock, relative: true}
	var d reading
	switch {
	case n.day != nil:
		d = n.day.resolve(c)
		if d.ranged && d.from != d.to {
			return r
		}
	case c.days.ranged && c.days.from == c.days.to && c.sameParagraph(c.daysAt) && c.tense() != alone:
		d = c.days
		d.doubt = ""
	case c.story.ranged && c.tense() != alone:
		d = c.story
		d.doubt = ""
	case c.known:
		d = dayReading(c.now)
	}
	if !d.ranged {
		return r
	}
	if n.doubt && n.day == nil && c.sameSentence(c.daysAt) {
		n.minutes, n.doubt = inPart(n.minutes, c.p.terms[c.daysAt])
	}
	const whole = 24 * 60
	if n.minutes < 0 { // the day before the end of a range
		d.from--
		n.minutes += whole
	}
	at := d.from + day(n.minutes/whole)
	r = reading{
		kind: news.Clock, from: at, to: at, ranged: true, grain: hour, hijri: d.hijri, doubt: d.doubt,
		relative: n.day == nil || d.relative,
	}
	h, m := n.minutes/60%24, n.minutes%60
	r.value = fmt.Sprintf("%sT%02d:%02d", at, h, m)
	if n.zone != nil {
		y, mo, date := at.Date()
		r.value = time.Date(y, time.Month(mo), date, h, m, 0, 0, n.zone).Format("2006-01-02T15:04Z07:00")
	}
	if n.doubt && r.doubt == "" {
		r.doubt = "hour"
	}
	return r
}

// inPart moves minutes to the half of the day that the part of the day t names,
// which stands before the day of the sentence: «this evening, at seven» (K4).
func inPart(minutes int, t term) (int, bool) {
	const half = 12 * 60
	if t.class != partWord {
		return minutes, true
	}
	switch of := part(t.value); {
	case (of == afternoon || of == evening || of == night) && minutes < half:
		return minutes + half, false
	case (of == dawn || of == morning) && minutes > half:
		return minutes - half, false
	}
	return minutes, false
}

// clockExpression reads a time of day at token i (K1 to K3), with its zone and
// the day after it.
func (p *parser) clockExpression(i int) (n clockNode, next int, ok bool) {
	minutes, digital, k, found := p.timeOfDay(i)
	if !found {
		return n, i, false
	}
	if t := p.at(k); digital && t.class == unitWord && unit(t.value) == minute && t.letters == 0 && t.extra == 1 { // «4.15 minutes in the evening»
		k++
	}
	var of part
	if w := p.word(k); w == "\u0627\u0644\u0639\u0634\u0627\u0621" || w == "\u0627\u0644\u0645\u063A\u0631\u0628" { // the evening prayers
		of, k = evening, k+1
	} else if t := p.at(k); t.class == partWord && t.letters == 0 {
		if p.dayPart(k) {
			of, k = part(t.value), k+int(t.count)
		} else {
			of = part(t.value) // the part belongs to the day that follows: «evening of Friday»
		}
	} else if w := p.word(k); digital && (w == "\u0635" || w == "\u0645") && len(p.t.Tokens[k].Norm) == 2 { // am, pm
		of, k = morning, k+1
		if w == "\u0645" {
			of = afternoon
		}
	}
	if of != 0 && minutes%60 == 0 { // «eight in the evening and 44 minutes»
		minutes, k = p.addMinutes(minutes, k)
	}
	n.zone, k = p.zoneAfter(k)
	j := k
	if p.is(j, fromWord) {
		j++
	}
	if t := p.at(j); t.class == partWord && of == 0 && t.letters == 0 {
		of = part(t.value)
	}
	if w, l, found := p.dayExpression(j); found && (w.day != 0 || w.weekday >= 0 || w.today) && (p.at(j).letters == 0 || p.at(j).prep == 'l' && p.at(j).class == unitWord) {
		n.day, k = w, l
		if n.zone == nil {
			n.zone, k = p.zoneAfter(k)
		}
	} else if t := p.at(j); j > k && t.class == partWord && t.letters == 0 { // «of the evening», «of the evening of that day»
		k = p.thatDay(j + int(t.count))
	}
	n.minutes, n.doubt = halfOfDay(minutes, of, digital)
	return n, k, true
}

// isProgrammed reports whether token i is the letter that stands for "the hour" in the
// programme of matches, before an hour after noon: «S 14 :».
func (p *parser) isProgrammed(i int) bool {
	const noon, last = 12, 23
	h := p.at(i + 1)
	return p.word(i) == "\u0633" && h.extra == 2 && h.value >= noon && h.value <= last && (p.endsHere(i+2) || p.isSeparatorAt(i+2))
}

// isSeparatorAt reports whether a mark between hour and minutes stands at token i.
func (p *parser) isSeparatorAt(i int) bool { return p.mark(i, ":") || p.mark(i, ".") }

// thatDay skips «that day», which names no other day than the text did.
func (p *parser) thatDay(i int) int {
	if (isThat(p.word(i)) || p.is(i, thisWord)) && p.isTodayAt(i+1) {
		return i + 2
	}
	return i
}

// dayPart reports whether the part of the day at token k belongs to the time:
// no day follows that it would begin.
func (p *parser) dayPart(k int) bool {
	_, _, found := p.dayExpression(k)
	return !found
}

// timeOfDay reads hour and minutes; digital says that they were written with a
// colon, or are more than twelve.
func (p *parser) timeOfDay(i int) (minutes int, digital bool, next int, ok bool) {
	j := i
	t := p.at(j)
	named := t.class == unitWord && unit(t.value) == hour && t.extra == 1 && (t.definite || p.isProgrammed(j))
	if named {
		j++
		if p.mark(j, ":") {
			j++
		}
		if p.mark(j, "(") { // «the hour (8)», «the hour (7.15 in the evening)»
			if minutes, next, ok = p.digitsOfTime(j + 1); ok && p.mark(next, ")") {
				next++
			}
			return minutes, false, next, ok
		}
		if h, k, found := p.roundHour(j); found {
			h, k = p.addMinutes(h, k)
			return h, true, k, true
		}
		j = p.skipArticle(j)
	}
	if minutes, digital, next, ok = p.digitalTime(j, named); ok {
		return minutes, digital, next, true
	}
	if t := p.at(j); named && t.extra == 4 && t.value < 2400 && t.value%100 < 60 && !p.isGlued(j, j+1) { // «the hour 0623»
		return int(t.value)/100*60 + int(t.value)%100, true, j + 1, true
	}
	h, k, found := p.number(j)
	if !found || p.at(j).letters > 0 && named || h.value > 24 || h.value == 0 && !named || h.digits > 2 {
		return 0, false, i, false
	}
	if !named { // K2
		t := p.at(k)
		hourly := (h.ordinal || h.value == 1 && h.digits == 0) && h.definite && h.value <= 12 && p.isFeminine(j) && (i > p.first || p.timeMayBegin(i))
		if t.class != partWord || t.letters > 0 || !hourly && (h.digits == 0 || h.value > 12 || !p.isAdverb(k+int(t.count)-1) && t.count == 1) {
			if !hourly || !p.hourContinues(k) {
				return 0, false, i, false
			}
		}
	}
	if h.digits == 0 && !h.ordinal && h.value != 1 && !p.hourEnds(k) { // «in the hour, five cents»
		return 0, false, i, false
	}
	if h.digits == 0 && !h.ordinal && h.value > 12 || h.ordinal && !p.isFeminine(j) {
		return 0, false, i, false
	}
	minutes = h.value*60 + fractionMinutes(h.fraction)
	minutes, next = p.addMinutes(minutes, k)
	return minutes, h.value > 12, next, true
}
