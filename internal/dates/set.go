package dates

import "mujaz/internal/news"

// Rules of sets. Their value is empty: EDTF cannot say "every Friday".
//
//	E1  every and a unit, a weekday or a part of the day: «every morning», «every Friday», «every two years»
//	E2  adverbs: «daily», «yearly»
//	E3  days by name in the plural: «the days of Friday»
//	E4  a part of the day with "early": «in the early morning»

// setNode is a repeated time.
type setNode struct{}

func (setNode) resolve(*context) reading { return reading{kind: news.Set} }

// everyExpression reads E1.
func (p *parser) everyExpression(i int) (n node, next int, ok bool) {
	j := i + 1
	t := p.at(j)
	if t.letters > 0 || t.definite {
		return n, i, false
	}
	switch t.class {
	case unitWord:
		if t.extra == 3 || unit(t.value) == schoolYear {
			return n, i, false
		}
		k := j + 1
		if m := p.at(k); unit(t.value) == oneMonth && (m.class == month || m.class == hijriMonth) && m.letters == 0 {
			return setNode{}, k + int(m.count), true
		}
		if unit(t.value) == oneDay {
			if d := p.at(k); d.class == weekday && d.letters == 0 {
				return setNode{}, k + 1, true
			}
		}
		return setNode{}, k, true
	case weekday:
		return setNode{}, j + 1, true
	case partWord:
		k := j + int(t.count)
		if p.at(k).class == unitWord || p.at(k).class == weekday {
			k++
		}
		return setNode{}, k, true
	case numeralTerm:
		if l, k, found := p.lengthAt(j, false); found && !l.isZero() {
			return setNode{}, k, true
		}
	default:
	}
	return n, i, false
}

// everyYear reads, after the day w, «of every year» (E1).
func (p *parser) everyYear(w when, i int) (next int, ok bool) {
	if w.year != 0 || w.month == 0 || !p.is(i, fromWord) || !p.is(i+1, eachWord) {
		return i, false
	}
	u := p.at(i + 2)
	return i + 3, u.class == unitWord && unit(u.value) == year && u.extra == 1 && !u.definite && u.letters == 0
}

// weekdaysExpression reads E3.
func (p *parser) weekdaysExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if unit(t.value) != oneDay || t.extra == 1 || t.definite {
		return n, i, false
	}
	j := i + 1
	first := p.at(j)
	if first.class != weekday || !first.definite {
		return n, i, false
	}
	if t.extra == 2 {
		if n, next, ok = p.datedPair(j); ok {
			return n, next, true
		}
	}
	for p.at(j).class == weekday {
		j++
		if p.word(j) == "\u060C" || p.word(j) == "\u0648" {
			if p.at(j+1).class == weekday {
				j++
			}
		}
	}
	if _, _, dated := p.dateAfter(j); dated {
		return n, i, false
	}
	if k := p.comma(j); p.at(k).class == numeralTerm && p.at(k).letters == 0 { // «the days Monday and Tuesday, 7 and 8 April»
		if n, next, ok = p.dayList(k, true); ok {
			return n, next, true
		}
	}
	if from, k, found := p.weekdayName(i + 1); found && t.extra == 2 { // «the two days of Saturday and Sunday»
		if p.word(k) == "\u0648" {
			k++
		}
		to, k, found := p.weekdayName(k)
		if found && k <= j && (!p.is(j, fromWord) || !p.is(j+1, eachWord)) {
			from.move, j = p.moveOfBoth(j)
			return rangeNode{from, to}, j, true
		}
	}
	return setNode{}, j, true
}

// datedPair reads two weekdays of which each has its day, and the last the month:
// «Sunday 15 and Monday 16 January».
func (p *parser) datedPair(i int) (n node, next int, ok bool) {
	_, j, found := p.weekdayName(i)
	if !found {
		return n, i, false
	}
	first, j, found := p.small(j)
	if !found || first.digits == 0 {
		return n, i, false
	}
	if p.word(j) == "\u0648" {
		j++
	}
	_, j, found = p.weekdayName(j)
	if !found {
		return n, i, false
	}
	to, j, found := p.dateAfter(j)
	from := to
	from.day = int16(first.value)
	return rangeNode{from, to}, j, found && from.day < to.day
}

// moveOfBoth reads the adjective that moves two days: «the coming Saturday and
// Sunday», in the dual or not.
func (p *parser) moveOfBoth(i int) (m move, next int) {
	if m, next, ok := p.moveAfter(i); ok {
		return m, next
	}
	return unmoved, i
}

// earlyExpression reads E4.
func (p *parser) earlyExpression(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	j := i + int(t.count)
	if e := p.at(j); !t.definite || e.class != earlyWord || !e.definite {
		return n, i, false
	}
	return setNode{}, j + 1, true
}
