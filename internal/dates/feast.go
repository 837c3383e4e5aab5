package dates

// Rules of feasts.
//
//	F1  a feast with a fixed day places something in time only after a preposition, "day", "night" or a part of the day
//	F2  its year follows, or is the nearest by its move and the tense

// feastExpression reads «in the feast of sacrifice», «on New Year's Eve».
func (p *parser) feastExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	switch b := p.before(i); {
	case b.class == inWord, b.class == sinceWord, b.class == partWord, b.class == unitWord && unit(b.value) == oneDay && b.extra == 1 && !b.definite:
	default:
		return n, i, false
	}
	w := when{weekday: -1, month: t.value / 100, day: t.value % 100, hijri: era(t.extra) == hijriEra}
	next = p.yearTail(&w, i+int(t.count))
	return w, next, true
}
