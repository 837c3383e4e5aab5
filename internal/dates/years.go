package dates

import "mujaz/internal/arabic"

// yearsExpression reads a year and its number (U3): «the year 2024», «the years
// 2011 and 2015», «the season 2016-2017».
func (p *parser) yearsExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	u := unit(t.value)
	if u != year && u != schoolYear {
		return n, i, false
	}
	j := p.yearKind(i + 1)
	if t.extra == 1 {
		j = p.comma(j)
	}
	y, k, found := p.yearDigits(j, u == year && t.extra == 1)
	if !found {
		return n, i, false
	}
	years := yearsNode{from: y.value, era: y.era}
	both := t.extra > 1 || p.before(i).class == betweenWord
	for range listLimit {
		to, l, found := p.yearTo(y, k, both)
		if !found || years.to != 0 && to.value != years.to+1 {
			break
		}
		years.to, k, y = to.value, l, to
		if to.era != noEra {
			years.era = to.era
		}
		if t.extra < 3 { // «the years 2011, 2012 and 2013»
			break
		}
	}
	if years.to != 0 {
		return years, k, true
	}
	if t.extra > 1 && u == year {
		return n, i, false
	}
	return years, k, true
}

// yearKind skips an adjective that says which kind of year is meant.
func (p *parser) yearKind(i int) int {
	if p.is(i, yearKindWord) {
		return i + 1
	}
	return i
}

// yearDigits reads a year number; named says that the noun stands before it.
func (p *parser) yearDigits(i int, named bool) (y yearNumber, next int, ok bool) {
	if named && p.mark(i, ".") && p.at(i+1).extra == 4 && p.t.Touch(i) { // «the year .2015», the full stop moved
		i++
	}
	n, k, found := p.number(i)
	if !found || n.ordinal || n.fraction != "" || p.at(i).letters > 0 || p.inNumber(i) {
		return y, i, false
	}
	y.value, y.digits = n.value, n.digits
	y.era, next = p.era(k)
	switch {
	case n.digits == 4 && n.value >= 1000 && n.value <= 2999, n.digits == 0 && n.value >= 1000 && n.value <= 2100:
		return y, next, true
	case named && n.digits == 2 && n.value >= 30 && y.era == noEra && !p.countsNoun(k): // «the year 48»
		y.value += 1900
		return y, next, true
	case named && (y.era != noEra || n.digits == 3 && !p.countsNoun(k)):
		return y, next, true
	}
	return y, i, false
}

// yearTo reads the second year of a pair: «2016-2017», «2016/17», «2011 and
// 2015»; the conjunction only where both says that two years are named.
func (p *parser) yearTo(from yearNumber, i int, both bool) (y yearNumber, next int, ok bool) {
	j := i
	joined := false
	switch {
	case isSeparator(p.word(j)):
		j++
	case p.at(j).class == toWord:
		k, found := p.until(j)
		if !found {
			return y, i, false
		}
		j = k
	case p.word(j) == "\u0648": // waw
		j, joined = j+1, true
	case both && p.at(j).joined && p.at(j).prep == 0 && p.at(j).class == unitWord && unit(p.at(j).value) == year && p.at(j).extra == 1:
		j, joined = j+1, true // «and the year 2012»
	case both && arabic.IsComma(p.word(j)):
		j, joined = j+1, true
	default:
		return y, i, false
	}
	if joined && !both {
		return y, i, false
	}
	if t := p.at(j); t.class == unitWord && unit(t.value) == year && t.extra == 1 && !joined {
		j++
	}
	y, next, ok = p.yearDigits(j, false)
	if !ok {
		if n, k, found := p.number(j); found && n.digits == 2 && isSeparator(p.word(i)) && p.t.Touch(i-1) &&
			n.value == (from.value+1)%100 {
			return yearNumber{value: from.value/100*100 + n.value, digits: 2}, k, true
		}
		return y, i, false
	}
	swapped := y.value == from.value-1 && isSeparator(p.word(i)) // «2018/2017», written from the right
	return y, next, (swapped || y.value > from.value && y.value-from.value <= 300) && !p.continues(next)
}

// numberedCentury reads «the nineteenth century», «the 19th century» (U4).
func (p *parser) numberedCentury(i int) (n spanNode, next int, ok bool) {
	t := p.terms[i]
	if unit(t.value) != century || t.extra != 1 || !t.definite {
		return n, i, false
	}
	j := p.skipArticle(i + 1)
	c, k, found := p.number(j)
	if !found || c.value < 1 || c.value > 21 || c.digits == 0 && !c.ordinal && c.value != 20 || p.at(j).letters > 0 {
		return n, i, false
	}
	e, k := p.era(k)
	if e == beforeEra || e == hijriEra {
		return n, i, false
	}
	return spanNode{from: (c.value - 1) * 100, years: 100}, k, true
}

// decadeExpression reads «the eighties», «the eighties of the last century» (U4).
func (p *parser) decadeExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	base := 1900
	j := i + 1
	if p.is(j, fromWord) {
		j++
	}
	if c := p.at(j); c.class == unitWord && unit(c.value) == century && c.definite {
		if p.at(j+1).class == moveWord && move(p.at(j+1).value) == last {
			return spanNode{from: base + int(t.value), years: 10}, j + 2, true
		}
		if m, k, found := p.numberedCentury(j); found {
			return spanNode{from: m.from + int(t.value), years: 10}, k, true
		}
	}
	if !t.definite {
		return n, i, false
	}
	return spanNode{from: base + int(t.value), years: 10}, i + 1, true
}

// seasonExpression reads «summer 2016», «last summer», «the summer of last
// year» (U5).
func (p *parser) seasonExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	s := seasonNode{code: int(t.value)}
	j := i + 1
	if m, k, found := p.moveAfter(j); found && t.definite {
		s.move = m
		return s, k, !m.inText()
	}
	if p.is(j, fromWord) {
		j++
	}
	if m, k, found := p.yearMove(j); found {
		s.yearMove = m
		return s, k, true
	}
	if y, k, found := p.year(j); found && y.era != hijriEra && y.value >= 1000 {
		s.year = y.value
		return s, k, true
	}
	return n, i, false
}

// continues reports whether a separator at token i ties more digits to those
// before it.
func (p *parser) continues(i int) bool {
	return isSeparator(p.word(i)) && p.t.Touch(i-1) && p.t.Touch(i) && p.at(i+1).extra > 0
}
