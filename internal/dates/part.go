package dates

import "mujaz/internal/arabic"

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
	if t := p.at(j); ok && !linked && !t.definite && t.class != unitWord && t.class != thisWord && t.extra != 4 {
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
	if m, k, found := p.movedPart(i); found {
		return m, k, true
	}
	nth, j, found := p.nth(i + 1)
	if !found || nth > parts {
		return n, i, false
	}
	whole, k, found := p.wholeOf(j, week)
	if !found {
		alone := expression{first: i, next: j}
		if parts != 4 || !p.isAlone(alone, p.sentence(i)) {
			return n, i, false
		}
		whole, k = unitNode{unit: year, move: this}, j // «the third quarter», and no more
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
		if e.count == 1 { // «starting from»
			return n, i, false
		}
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
	return t.class != yearKindWord && t.class != numeralTerm && !arabic.IsDefinite(p.word(i))
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
