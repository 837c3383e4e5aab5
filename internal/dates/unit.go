package dates

// unitExpression reads an expression that a noun of time begins, rules U1 to U4
// and U6, or a duration.
func (p *parser) unitExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	u, several := unit(t.value), t.extra
	j := i + 1
	if n, next, ok = p.yearsExpression(i); ok {
		return n, next, true
	}
	if u == century || u == decade {
		if n, next, ok = p.numberedCentury(i); ok {
			return n, next, true
		}
	}
	if n, next, ok = p.numberedPart(i); ok {
		return n, next, true
	}
	if several == 1 {
		if u == year || u == schoolYear {
			j = p.yearKind(j)
		}
		if m, k, found := p.moveAfter(j); found && (t.definite || m == same) && u >= oneDay { // U1
			if u == oneDay && m == last && p.terms[j].value == int16(last) && isLastOfSeries(p.word(j)) {
				return n, i, false
			}
			return unitNode{unit: u, move: m}, k, true
		}
		return n, i, false
	}
	return p.severalUnits(i)
}

// isLastOfSeries reports whether a folded word says "the last of several",
// which for days is no yesterday.
func isLastOfSeries(w string) bool { return w == "\u0627\u0644\u0627\u062E\u064A\u0631" }

// severalUnits reads several definite units and a move (U2): «the next two
// weeks», «the last three years», «the last 24 hours».
func (p *parser) severalUnits(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if !t.definite {
		return n, i, false
	}
	count, j := 2, i+1
	if t.extra == 3 {
		j = p.skipArticle(j)
		c, k, found := p.number(j)
		if !found || c.value < 2 || c.ordinal {
			return n, i, false
		}
		count, j = c.value, k
	}
	m, k, found := p.moveAfter(j)
	if !found || m.inText() || m == this {
		return n, i, false
	}
	return unitNode{unit: unit(t.value), move: m, count: count}, k, true
}

// skipArticle skips an article that is written apart before digits.
func (p *parser) skipArticle(i int) int {
	if w := p.word(i); (w == "\u0627\u0644" || w == "\u0644\u0644") && p.at(i+1).extra > 0 {
		return i + 1
	}
	return i
}

// demonstrative reads «this week», «this summer», «this Monday», «this month».
func (p *parser) demonstrative(i int) (n node, next int, ok bool) {
	j := i + 1
	t := p.at(j)
	if t.letters > 0 || t.joined {
		return n, i, false
	}
	switch {
	case t.class == unitWord && t.extra == 1 && t.definite && unit(t.value) >= oneDay:
		if unit(t.value) == schoolYear || unit(t.value) == decade || unit(t.value) == century {
			return n, i, false
		}
		if unit(t.value) == week { // «this week, Friday»
			if w, k, found := p.weekdayName(j + 1); found {
				w.weekMove = this
				return w, k, true
			}
		}
		return unitNode{unit: unit(t.value), move: this}, j + 1, true
	case t.class == seasonWord && t.definite:
		return seasonNode{code: int(t.value), move: this}, j + 1, true
	case t.class == month || t.class == hijriMonth:
		w := when{weekday: -1, move: this}
		m, k, _ := p.monthName(j)
		w.setMonth(m)
		return w, k, true
	}
	w, k, found := p.weekdayName(j)
	if !found {
		return n, i, false
	}
	w.move = this
	return w, k, true
}

// sameUnit reads «the same year», with "same" before the noun.
func (p *parser) sameUnit(i int) (n node, next int, ok bool) {
	t := p.at(i + 1)
	if t.class != unitWord || t.extra != 1 || !t.definite || t.letters > 0 || unit(t.value) < oneDay || unit(t.value) > year {
		return n, i, false
	}
	return unitNode{unit: unit(t.value), move: same}, i + 2, true
}

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
	years := yearsNode{from: y.value, era: y.era, school: u == schoolYear}
	if to, l, found := p.yearTo(y, k, t.extra > 1); found {
		years.to, k = to.value, l
		if to.era != noEra {
			years.era = to.era
		}
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
	n, k, found := p.number(i)
	if !found || n.ordinal || n.fraction != "" || p.at(i).letters > 0 || p.inNumber(i) {
		return y, i, false
	}
	y.value, y.digits = n.value, n.digits
	y.era, next = p.era(k)
	switch {
	case n.digits == 4 && n.value >= 1000 && n.value <= 2999, n.digits == 0 && n.value >= 1000 && n.value <= 2100:
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
	case p.is(j, toWord):
		j++
	case p.word(j) == "\u0648": // waw
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
	return y, next, y.value > from.value && y.value-from.value <= 300 && !p.continues(next)
}

// numberedCentury reads «the nineteenth century», «the 19th century» (U4).
func (p *parser) numberedCentury(i int) (n node, next int, ok bool) {
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
			return spanNode{from: m.(spanNode).from + int(t.value), years: 10}, k, true
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

// numberedPart reads a part of a unit (U6): «the last week of July», «the first
// month of the year», «the third week of 2027».
func (p *parser) numberedPart(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	u := unit(t.value)
	if t.extra != 1 || !t.definite || u != oneDay && u != week && u != oneMonth {
		return n, i, false
	}
	nth, j, found := p.nth(i + 1)
	if !found {
		return n, i, false
	}
	whole, k, found := p.wholeOf(j, u)
	if !found {
		return n, i, false
	}
	return partNode{nth: nth, of: u, whole: whole}, k, true
}

// nth reads an ordinal or «the last» at token i.
func (p *parser) nth(i int) (n, next int, ok bool) {
	if isLastOfSeries(p.word(i)) || p.word(i) == "\u0627\u0644\u0627\u062E\u064A\u0631\u0647" {
		return -1, i + 1, true
	}
	c, k, found := p.number(i)
	if !found || !c.ordinal || p.at(i).letters > 0 {
		return 0, i, false
	}
	return c.value, k, true
}

// wholeOf reads the unit that a part belongs to, longer than u, after «of» or
// «in».
func (p *parser) wholeOf(i int, u unit) (whole node, next int, ok bool) {
	j := i
	linked := p.is(j, fromWord) || p.is(j, inWord)
	if linked {
		j++
	} else if p.at(j).prep == 'b' { // «bi-shahr»
		linked = true
	}
	whole, next, ok = p.longUnit(j, u)
	if t := p.at(j); ok && !linked && !t.definite && t.class != unitWord && t.class != thisWord {
		return whole, i, false
	}
	return whole, next, ok
}

// longUnit reads a month or a year, however it is said, that is longer than u.
func (p *parser) longUnit(i int, u unit) (whole node, next int, ok bool) {
	t := p.at(i)
	switch t.class {
	case thisWord:
		whole, next, ok = p.demonstrative(i)
		if w, isUnit := whole.(unitNode); ok && isUnit && w.unit > u {
			return whole, next, true
		}
		return whole, i, false
	case sameWord:
		return p.sameUnit(i)
	case unitWord:
		if n, k, found := p.yearsExpression(i); found {
			return n, k, true
		}
		if m, k, found := p.yearMove(i); found {
			return unitNode{unit: year, move: m}, k, true
		}
		if unit(t.value) == oneMonth && t.extra == 1 && t.definite {
			if n, k, found := p.numberedPart(i); found {
				return n, k, true
			}
		}
		if unit(t.value) > u && t.extra == 1 && t.definite {
			j := p.yearKind(i + 1)
			if m, k, found := p.moveAfter(j); found {
				return unitNode{unit: unit(t.value), move: m}, k, true
			}
			return unitNode{unit: unit(t.value), move: this}, i + 1, unit(t.value) <= year && p.unitEnds(i+1)
		}
	case month, hijriMonth:
	case numeralTerm:
		if y, k, found := p.yearDigits(i, false); found {
			return yearsNode{from: y.value, era: y.era}, k, true
		}
		return whole, i, false
	default:
		return whole, i, false
	}
	if u >= oneMonth {
		return whole, i, false
	}
	w, k, found := p.monthDate(i)
	return w, k, found && w.day == 0
}

// fractionExpression reads a half, third or quarter of a year or month (U6):
// «the first half of 2015», «the second quarter».
func (p *parser) fractionExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if !t.definite {
		return n, i, false
	}
	parts := partsOf(t.class)
	nth, j, found := p.nth(i + 1)
	if !found || nth > parts {
		return n, i, false
	}
	whole, k, found := p.wholeOf(j, week)
	if !found {
		return n, i, false
	}
	return partNode{nth: nth, parts: parts, whole: whole}, k, true
}

// edgeExpression reads an edge and a unit (U7): «the beginning of next year»,
// «mid-June», «the end of 2014», «late last week». A unit without a move is that
// of the publication day: «by the end of the year».
func (p *parser) edgeExpression(i int) (n node, next int, ok bool) {
	e := p.terms[i]
	j := i + int(e.count)
	if e.definite {
		return n, i, false
	}
	if edge(e.value) == firstDay {
		return p.firstOf(j)
	}
	if p.is(j, fromWord) {
		j++
	}
	t := p.at(j)
	if t.letters > 0 {
		return n, i, false
	}
	switch t.class {
	case numeralTerm:
		if t.extra != 4 {
			return n, i, false
		}
	case dayWord:
		return n, i, false
	default:
	}
	if n, next, ok = p.longUnit(j, oneDay); ok {
		return n, next, true
	}
	if n, next, ok = p.afterEdge(j); ok {
		return n, next, true
	}
	if t.class == unitWord && t.extra == 1 && t.definite && unit(t.value) >= week && unit(t.value) <= year && p.unitEnds(j+1) {
		return unitNode{unit: unit(t.value), move: this}, j + 1, true
	}
	return n, i, false
}

// firstOf reads the first day of a month, or a unit counted from its whole: «the
// first of May», «the first week of October».
func (p *parser) firstOf(i int) (n node, next int, ok bool) {
	j := i
	if t := p.at(j); t.class == unitWord && unit(t.value) == oneMonth && t.extra == 1 && !t.definite {
		j++
	}
	if m := p.at(j); (m.class == month || m.class == hijriMonth) && m.letters == 0 {
		w, k, found := p.monthDate(j)
		if found && w.day == 0 {
			w.day = 1
			return w, k, true
		}
	}
	return p.partOf(1, i)
}

// unitEnds reports whether no adjective or noun at token i narrows a unit
// before it, as in «the end of the school year».
func (p *parser) unitEnds(i int) bool {
	if p.endsHere(i) {
		return true
	}
	t := p.at(i)
	return t.class != yearKindWord && t.class != numeralTerm && !isDefinite(p.word(i))
}

// afterEdge reads what may follow an edge besides months and years.
func (p *parser) afterEdge(i int) (n node, next int, ok bool) {
	switch t := p.at(i); t.class {
	case decadeWord:
		return p.decadeExpression(i)
	case seasonWord:
		if n, next, ok = p.seasonExpression(i); ok || !t.definite {
			return n, next, ok
		}
		return seasonNode{code: int(t.value)}, i + 1, true
	case unitWord:
		if p.isTodayAt(i) && p.isToday(i) {
			return first2(p.today(i, true))
		}
		return p.unitExpression(i)
	default:
		return n, i, false
	}
}

// first2 gives a day as a node.
func first2(w when, next int, ok bool) (node, int, bool) { return w, next, ok }

// continues reports whether a separator at token i ties more digits to those
// before it.
func (p *parser) continues(i int) bool {
	return isSeparator(p.word(i)) && p.t.Touch(i-1) && p.t.Touch(i) && p.at(i+1).extra > 0
}
