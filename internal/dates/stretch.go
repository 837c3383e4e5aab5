package dates

import (
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
)

// Rules of stretches of a year: quarters and halves that are only moved, and the
// same time of another year.
//
//	Q1  «the last quarter», «the coming half-year», counted from the publication day
//	Q2  «the same period of last year»: the last stretch of the text that is shorter than a year, in that year

// movedPart reads Q1.
func (p *parser) movedPart(i int) (n node, after int, ok bool) {
	t := p.terms[i]
	parts := partsOf(t.class)
	if parts == 2 && t.value == 0 || parts == 3 || !t.definite || t.letters > 1 {
		return n, i, false
	}
	m, k, found := p.moveAfter(p.yearKind(i + 1))
	return movedPartNode{parts: parts, move: m}, k, found && (m == last || m == next || m == this)
}

// movedPartNode is the quarter or half of a year beside that of the publication day.
type movedPartNode struct {
	parts int
	move  move
}

func (n movedPartNode) resolve(c *context) reading {
	if !c.known {
		return reading{kind: news.Period, relative: true}
	}
	y, m, _ := c.now.Date()
	length := 12 / n.parts
	y, m = calendar.AddMonths(y, (m-1)/length*length+1, n.move.offset()*length)
	r := monthsReading(y, m, length)
	r.relative = true
	return r
}

// samePeriod reads Q2.
func (p *parser) samePeriod(i int) (n node, next int, ok bool) {
	j := i + 1
	switch t := p.terms[i]; {
	case t.class == sameWord:
		if s := p.at(j); s.class != forWord || !s.definite || s.letters > 0 {
			return n, i, false
		}
	case !t.definite || t.letters > 0 && t.prep == 0:
		return n, i, false
	case p.at(j).class == moveWord && move(p.at(j).value) == same:
	case p.word(j) == "\u0627\u0644\u0645\u0645\u0627\u062B\u0644\u0647", p.word(j) == "\u0627\u0644\u0645\u0642\u0627\u0628\u0644\u0647": // similar, corresponding
	default:
		return n, i, false
	}
	j++
	if p.is(j, fromWord) || p.is(j, inWord) {
		j++
	}
	if m, k, found := p.yearMove(j); found {
		return samePeriodNode{unitNode{unit: year, move: m}}, k, true
	}
	if y, k, found := p.year(j); found && (y.noun > 0 || y.digits == 4 && y.value >= 1900 && y.value <= 2100) {
		return samePeriodNode{yearsNode{from: y.value, era: y.era}}, k, true
	}
	return n, i, false
}

// samePeriodNode is the last stretch of the text in another year.
type samePeriodNode struct{ year node }

func (n samePeriodNode) resolve(c *context) reading {
	y := n.year.resolve(c)
	s := c.stretch
	if !y.ranged || !s.ranged || s.hijri != y.hijri {
		return y
	}
	of, _, _ := y.from.Date()
	was, m, d := s.from.Date()
	_, lastMonth, lastDay := s.to.Date()
	if ly, _, _ := s.to.Date(); d == 1 && lastDay == calendar.MonthLength(ly, lastMonth) {
		count := (ly-was)*12 + lastMonth - m + 1
		r := monthsReading(of, m, count)
		if count == 1 {
			r = monthReading(of, m)
		}
		r.relative = y.relative
		return r
	}
	from, to := shift(s.from, year, of-was), shift(s.to, year, of-was)
	r := daysReading(from, to)
	r.relative = y.relative
	return r
}
