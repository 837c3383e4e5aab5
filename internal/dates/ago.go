package dates

import (
	"time"

	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// manyYears is the length, in thousandths of a year, from which «after» tells how
// long something took, since «after 20 years, they meet» is said of the past.
const manyYears = 5000

// agoNode is a length of time before or after the anchor (L8): «three days
// ago», «after two days», «a year and 21 days from now».
type agoNode struct {
	length  length
	forward bool
	fixed   bool // resolved whatever the tense: "from now"
	words   node // what remains when the tense says no future: the duration
}

func (n agoNode) resolve(c *context) reading {
	if n.forward && !n.fixed && (n.length[year] >= manyYears || c.tense() != future && c.tense() != alone) {
		return n.words.resolve(c)
	}
	const rough = 10_000 // thousandths of a year: so long ago is a length, not a year
	if !n.forward && n.words != nil && n.length[year]+10*n.length[decade]+100*n.length[century] >= rough {
		return n.words.resolve(c)
	}
	r := reading{kind: news.Day, relative: true}
	if !c.known {
		return r
	}
	sign := 1
	if !n.forward {
		sign = -1
	}
	finest := century
	for u := second; u <= century; u++ {
		if n.length[u] != 0 && u < finest {
			finest = u
		}
	}
	if finest < oneDay {
		return n.clock(c, sign)
	}
	d := c.now
	for u := century; u >= oneDay; u-- {
		d = shift(d, u, sign*int(n.length[u]/1000))
		if rest := int(n.length[u] % 1000); rest != 0 { // «a month and a half»
			d += day(sign * rest * daysIn(u) / 1000)
		}
	}
	if finest == week {
		finest = oneDay
	}
	r = unitReading(finest, d)
	r.relative = true
	return r
}

// beforeExpression reads «three days ago», said as "before three days".
func (p *parser) beforeExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	j := i + int(t.count)
	l, k, found := p.relativeLength(j)
	if !found {
		return n, i, false
	}
	k = p.durationTail(k)
	if p.is(k, fromWord) && isNow(p.word(k+1)) {
		return agoNode{length: l}, k + 2, true
	}
	switch p.at(k).class {
	case fromWord, afterWord, beforeWord:
		return durationNode{from: l}, k, true
	default:
	}
	if isOn(p.word(k)) {
		return durationNode{from: l}, k, true
	}
	return agoNode{length: l, words: durationNode{from: l}}, k, true
}

// isOn reports whether a folded word is "on", which ties a length to an event:
// «three days before the match».
func isOn(w string) bool { return w == "\u0639\u0644\u064A" }

// afterExpression reads «after two days»: a time in the future tense, else a
// length.
func (p *parser) afterExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	j := i + int(t.count)
	l, k, found := p.relativeLength(j)
	if !found || p.before(i).class == unitWord && k == j+1 { // «day after day»
		return n, i, false
	}
	k = p.durationTail(k)
	if l.isAges() {
		return durationNode{from: l}, k, true
	}
	if p.is(k, fromWord) && isNow(p.word(k+1)) { // from now
		return agoNode{length: l, forward: true, fixed: true}, k + 2, true
	}
	switch p.at(k).class {
	case fromWord, afterWord, beforeWord:
		return durationNode{from: l}, k, true
	default:
	}
	if isOn(p.word(k)) {
		return durationNode{from: l}, k, true
	}
	return agoNode{length: l, forward: true, words: durationNode{from: l}}, k, true
}

// relativeLength reads a length after "before" or "after".
func (p *parser) relativeLength(i int) (l length, next int, ok bool) {
	j := i
	if p.is(j, boundWord) {
		j += int(p.at(j).count)
	}
	if t := p.at(j); t.letters > 0 {
		return l, i, false
	}
	l, next, ok = p.lengthAt(j, true)
	return l, next, ok
}

// daysIn returns about how many days a unit has.
func daysIn(u unit) int {
	switch u {
	case week:
		return 7
	case oneMonth:
		return 30
	case year:
		return 365
	case decade:
		return 3652
	case century:
		return 36524
	default:
		return 0
	}
}

// isNow reports whether a folded word is "now".
func isNow(w string) bool { return w == "\u0627\u0644\u0627\u0646" }

// clock resolves hours and minutes: to a time of day where the publication
// states its own, else to the length.
func (n agoNode) clock(c *context, sign int) reading {
	if c.moment.DayOnly {
		return durationNode{from: n.length}.resolve(c)
	}
	minutes := 24*60*n.length[oneDay] + 60*n.length[hour] + n.length[minute] + n.length[second]/60
	if minutes < 1000 || n.length[week] != 0 || n.length[oneMonth] != 0 || n.length[year] != 0 {
		return durationNode{from: n.length}.resolve(c)
	}
	at := c.moment.Time.Add(time.Duration(int64(sign)*minutes) * time.Minute / 1000)
	d := calendar.On(at)
	return reading{
		value: at.Format("2006-01-02T15:04Z07:00"), kind: news.Clock, from: d, to: d, ranged: true, grain: hour, relative: true,
	}
}
