package dates

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Find returns the dates of t in order, relative ones resolved against
// published. A relative date has no value and no days when published is zero,
// even where a date of the text would place it.
func Find(t *arabic.Text, published news.Moment) []news.Date {
	p := &parser{scan: newScan(t)}
	c := newContext(p, published)
	var list []news.Date
	for i := 0; i < len(p.terms); {
		if p.terms[i].class == none {
			i++
			continue
		}
		e, ok := p.expression(i)
		if !ok {
			i++
			continue
		}
		c.enter(e)
		if d, ok := c.date(e); ok {
			list = append(list, d)
			c.crossCheck(list, e)
		}
		i = e.next
	}
	return list
}

// date resolves e. It reports false when what the words seemed to say has no
// meaning here.
func (c *context) date(e expression) (news.Date, bool) {
	r := e.node.resolve(c)
	if r.kind == "" || r.value == "" && isAnchored(e.node) {
		return news.Date{}, false
	}
	c.remember(r)
	if r.relative && !c.known {
		r.value, r.ranged = "", false
	}
	if _, ago := e.node.(agoNode); ago && r.kind == news.Duration { // the length alone
		e.first += int(c.p.terms[e.first].count)
	}
	d := news.Date{
		Span: c.p.span(e), Value: r.value, Kind: r.kind, Calendar: news.Gregorian, Relative: r.relative, Doubt: r.doubt,
	}
	if r.hijri {
		d.Calendar = news.Hijri
	}
	if r.ranged && r.value != "" {
		d.From, d.To = r.from.String(), r.to.String()
	}
	return d, true
}

// expression recognises the expression that begins at token i, if one does.
func (p *parser) expression(i int) (expression, bool) {
	p.first = i
	n, next, ok := p.list(i)
	if !ok {
		n, next, ok = p.single(i)
		if w, isDay := n.(when); ok && isDay {
			if k, every := p.everyYear(w, next); every {
				n, next = setNode{}, k
			} else {
				n, next = p.rangeAfter(w, i, next)
			}
		} else if from, isTime := n.(clockNode); ok && isTime {
			n, next = p.hoursAfter(from, i, next)
		}
	}
	e := expression{first: i, next: next, node: n}
	if _, isLength := n.(durationNode); isLength { // «after 17 years of» is a length: 17 years
		if t := p.terms[i]; t.class == beforeWord || t.class == afterWord {
			e.first = i + int(t.count)
		}
	}
	return e, ok
}

// single recognises an expression that is no range.
func (p *parser) single(i int) (n node, next int, ok bool) {
	switch t := p.terms[i]; t.class {
	case numeralTerm:
		if !p.numeralMatters(i) {
			return n, i, false
		}
		return p.numeralExpression(i)
	case month, hijriMonth, weekday, dayWord, partWord:
		if n, next, ok = p.nightBetween(i); ok {
			return n, next, true
		}
		return p.dayOrClock(i)
	case unitWord:
		return p.unitOrDay(i)
	case edgeWord:
		return p.atEdge(i)
	case halfWord, thirdWord, quarterWord:
		if n, next, ok = p.fractionExpression(i); ok {
			return n, next, true
		}
		if w, k, found := p.midMonth(i); found {
			return w, k, true
		}
		return p.durationExpression(i)
	case seasonWord:
		if n, next, ok = p.seasonExpression(i); ok {
			return n, next, true
		}
		return p.comingSeason(i)
	case decadeWord:
		return p.decadeExpression(i)
	case thisWord:
		return p.demonstrative(i)
	case forWord:
		return p.samePeriod(i)
	case sameWord:
		if n, next, ok = p.samePeriod(i); ok {
			return n, next, true
		}
		return p.sameUnit(i)
	case eachWord:
		return p.everyExpression(i)
	case adverbWord:
		return setNode{}, i + 1, true
	case beforeWord:
		return p.beforeExpression(i)
	case afterWord:
		return p.afterExpression(i)
	case feastWord:
		return p.feastExpression(i)
	case allWord:
		return p.throughout(i)
	case boundWord:
		return p.durationExpression(i)
	default:
	}
	return n, i, false
}

// atEdge reads what a word for a beginning or an end opens: «the last Friday of»,
// «the last 3 years», «the last of the month».
func (p *parser) atEdge(i int) (n node, next int, ok bool) {
	if w, k, found := p.nthWeekdayBefore(i); found {
		return w, k, true
	}
	if n, k, found := p.lastUnits(i); found {
		return n, k, true
	}
	if p.terms[i].definite {
		return p.numeralExpression(i)
	}
	return p.edgeExpression(i)
}

// dayOrClock reads a day, and the time of day beside it.
func (p *parser) dayOrClock(i int) (n node, next int, ok bool) {
	w, k, found := p.dayExpression(i)
	if !found {
		if w, k, found := p.monthDate(i); found {
			if n, k, found := p.daysOfMonth(w, k); found {
				return n, k, true
			}
			if n, k, found := p.monthsTo(w, k); found {
				return n, k, true
			}
		}
		if p.terms[i].class == partWord {
			return p.earlyExpression(i)
		}
		if w, k, found := p.weekdayOfWeek(i); found {
			return w, k, true
		}
		if p.terms[i].class == weekday { // «Monday» is also spelled as «two»
			return p.durationExpression(i)
		}
		return n, i, false
	}
	return p.withClock(w, k)
}

// withClock reads the time of day after the day w (K5).
func (p *parser) withClock(w when, i int) (n node, next int, ok bool) {
	if n, next, ok = p.daysOfMonth(w, i); ok {
		return n, next, true
	}
	if w.day == 0 && w.weekday < 0 && !w.today {
		return w, i, true
	}
	j := p.comma(i)
	if p.is(j, inWord) || isOn(p.word(j)) || p.mark(j, "-") {
		j++
	}
	if t := p.at(j); t.letters == 0 || t.class == unitWord {
		if minutes, _, _, found := p.timeOfDay(j); found && minutes >= 0 {
			if c, k, found := p.clockExpression(j); found && c.day == nil {
				c.day = w
				return c, k, true
			}
		}
	}
	return w, i, true
}

// unitOrDay reads what a noun of time may begin.
func (p *parser) unitOrDay(i int) (n node, next int, ok bool) {
	if n, next, ok = p.unitExpression(i); ok {
		return n, next, true
	}
	t := p.terms[i]
	switch unit(t.value) {
	case oneDay:
		if n, next, ok = p.weekdaysExpression(i); ok {
			return n, next, true
		}
		if n, next, ok = p.ordinalDay(i); ok {
			return n, next, true
		}
		if w, k, found := p.dayExpression(i); found {
			return p.withClock(w, k)
		}
	case oneMonth:
		if n, k, found := p.monthList(i); found {
			return n, k, true
		}
		if w, k, found := p.bareDay(i, false); found {
			return p.withClock(w, k)
		}
	case hour:
		if c, k, found := p.clockExpression(i); found {
			return c, k, true
		}
	default:
	}
	if c, k, found := p.clockExpression(i); found {
		return c, k, true
	}
	return p.durationExpression(i)
}

// durationExpression reads a duration that is no age, and what a preposition
// before it makes of it.
func (p *parser) durationExpression(i int) (n node, next int, ok bool) {
	d, k, found := p.duration(i)
	if !found || p.isDecimalTail(i) || p.isAge(i, k, d.from) {
		return n, i, false
	}
	return d, k, true
}

// isDecimalTail reports whether the digits at token i are the decimals of a
// number.
func (p *parser) isDecimalTail(i int) bool {
	if i < 2 || p.t.Tokens[i].Kind != arabic.Digits || !p.t.Touch(i-1) || !p.t.Touch(i-2) || p.t.Tokens[i-2].Kind != arabic.Digits {
		return false
	}
	w := p.t.Tokens[i-1].Norm
	return w == "." || w == "," || w == "\u066B"
}

// numeralMatters reports whether something beside the number at token i can make
// a date of it; most numbers of a text count things.
func (p *parser) numeralMatters(i int) bool {
	t := p.terms[i]
	if t.extra == 4 || t.extra < 0 {
		return true
	}
	j := i + int(t.count)
	if j >= len(p.terms) {
		return p.before(i).class == inWord
	}
	switch next := p.terms[j]; next.class {
	case numeralTerm:
		return t.extra <= 0 || next.extra <= 0 || p.before(i).class == inWord
	case none:
		if k := p.t.Tokens[j].Kind; k != arabic.Punct {
			if p.word(j) == "\u0627\u0648" || scaleOf(p.word(j)) > 1 {
				return true
			}
			return k == arabic.Word && strings.HasPrefix(p.t.Tokens[j].Norm, "\u0648") // waw
		}
		return p.t.Touch(j-1) || p.before(i).class == inWord || isSeparator(p.t.Tokens[j].Norm) && p.at(j+1).extra > 0
	case month, hijriMonth, unitWord, partWord, fromWord, inWord, toWord, dayWord, weekday, halfWord, quarterWord,
		thirdWord, moveWord, exceptWord, stampWord, eraWord, betweenWord:
		return true
	default:
		return p.before(i).class == inWord
	}
}

// numeralExpression reads what a number may begin: a date, a time, a length, a
// year.
func (p *parser) numeralExpression(i int) (n node, next int, ok bool) {
	if w, k, found := p.bareDay(i, false); found {
		return p.withClock(w, k)
	}
	if w, k, found := p.nthWeekdayBefore(i); found {
		return w, k, true
	}
	if w, k, found := p.nthDayBefore(i); found {
		return w, k, true
	}
	if c, k, found := p.clockExpression(i); found {
		return c, k, true
	}
	if n, next, ok = p.countedUnits(i); ok {
		return n, next, true
	}
	if n, next, ok = p.durationExpression(i); ok {
		return n, next, true
	}
	if w, k, found := p.dayOfMovedMonth(i); found {
		return w, k, true
	}
	if n, next, ok = p.promisedDate(i); ok {
		return n, next, true
	}
	if n, next, ok = p.partOfYear(i); ok {
		return n, next, true
	}
	return p.bareYear(i)
}

// isAnchored reports whether n means something only beside another date of the
// text.
func isAnchored(n node) bool {
	switch n := n.(type) {
	case unitNode:
		return n.move.inText()
	case when:
		return n.move.inText() || n.monthMove.inText() || n.yearMove.inText() || n.weekMove.inText()
	}
	return false
}
