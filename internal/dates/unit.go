package dates

import "strings"

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
		if c, k, found := p.numberedCentury(i); found {
			return c, k, true
		}
	}
	if n, next, ok = p.numberedPart(i); ok {
		return n, next, true
	}
	if several == 1 {
		if u == year && t.definite && p.isGeneral(i) {
			return n, i, false
		}
		if u == year || u == schoolYear {
			if p.is(j, yearKindWord) && unit(p.at(j).value) == schoolYear {
				u = schoolYear
			}
			j = p.yearKind(j)
		}
		if m, k, found := p.moveAfter(j); found && (t.definite || m == same) && u >= oneDay { // U1
			if u == oneDay && m == last && p.terms[j].value == int16(last) && isLastOfSeries(p.word(j)) {
				return n, i, false
			}
			if y, l, said := p.yearAfterMove(unit(t.value), k); said {
				return y, l, true
			}
			if m == same {
				return p.sameOf(u, k)
			}
			return unitNode{unit: u, move: m}, k, true
		}
		return n, i, false
	}
	return p.severalUnits(i)
}

// isGeneral reports whether the definite word for "year" at token i is the adjective
// "general" of an office or a body: «the present secretary-general».
func (p *parser) isGeneral(i int) bool {
	if p.terms[i].letters > 0 {
		return false
	}
	w := strings.TrimPrefix(p.previous(i), "\u0648") // waw
	if rest, ok := strings.CutPrefix(w, "\u0644\u0644"); ok {
		w = article + rest
	}
	return general[strings.TrimPrefix(w, "\u0628")]
}

// general are nouns, folded, that "general" goes with: secretary, clerk, director,
// inspector, deputy, attorney, prosecutor, prosecution, supervisor, consul, coordinator,
// rapporteur, sector, federation, opinion, security, law, money, strike, assembly.
var general = map[string]bool{
	"\u0627\u0644\u0627\u0645\u064A\u0646": true, "\u0627\u0644\u0643\u0627\u062A\u0628": true, "\u0627\u0644\u0645\u062F\u064A\u0631": true,
	"\u0627\u0644\u0645\u0641\u062A\u0634": true, "\u0627\u0644\u0646\u0627\u0626\u0628": true, "\u0627\u0644\u0645\u062D\u0627\u0645\u064A": true,
	"\u0627\u0644\u0645\u062F\u0639\u064A": true, "\u0627\u0644\u0627\u062F\u0639\u0627\u0621": true, "\u0627\u0644\u0645\u0631\u0627\u0642\u0628": true,
	"\u0627\u0644\u0642\u0646\u0635\u0644": true, "\u0627\u0644\u0645\u0646\u0633\u0642": true, "\u0627\u0644\u0645\u0642\u0631\u0631": true,
	"\u0627\u0644\u0642\u0637\u0627\u0639": true, "\u0627\u0644\u0627\u062A\u062D\u0627\u062F": true, "\u0627\u0644\u0631\u0627\u064A": true,
	"\u0627\u0644\u0627\u0645\u0646": true, "\u0627\u0644\u0642\u0627\u0646\u0648\u0646": true, "\u0627\u0644\u0645\u0627\u0644": true,
	"\u0627\u0644\u0627\u0636\u0631\u0627\u0628": true, "\u0627\u0644\u0645\u0624\u062A\u0645\u0631": true,
}

// yearAfterMove reads the number of a year that a move has named already: «last
// year, 2014», «the coming school year, 2017-2018».
func (p *parser) yearAfterMove(u unit, i int) (n yearsNode, next int, ok bool) {
	if u != year && u != schoolYear {
		return n, i, false
	}
	y, next, ok := p.yearDigits(i, false)
	if !ok || y.digits != 4 {
		return n, i, false
	}
	n = yearsNode{from: y.value, era: y.era}
	if to, k, pair := p.yearTo(y, next, false); pair {
		n.to = to.value
		return n, k, true
	}
	return n, next, u == year && !p.countsNoun(next)
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
	if n, next, ok = p.firstUnits(unit(t.value), count, j); ok {
		return n, next, true
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
	return p.sameOf(unit(t.value), i+2)
}

// sameOf returns the unit of the date named before, in the year that may follow
// at token i: «the same month of 2025», «the same day of last year» (U1).
func (p *parser) sameOf(u unit, i int) (n node, next int, ok bool) {
	n = unitNode{unit: u, move: same}
	if !p.is(i, fromWord) || u != oneDay && u != oneMonth {
		return n, i, true
	}
	if m, k, found := p.yearMove(i + 1); found {
		return sameNode{unit: u, year: unitNode{unit: year, move: m}}, k, true
	}
	if y, k, found := p.year(i + 1); found && y.era != hijriEra {
		return sameNode{unit: u, year: yearsNode{from: y.value, era: y.era}}, k, true
	}
	return n, i, true
}
