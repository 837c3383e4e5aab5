package dates

// countedUnits reads «the 24 hours past», where the number stands between
// article and unit (U2), and «the coming three days».
func (p *parser) countedUnits(i int) (n node, next int, ok bool) {
	c, j, found := p.number(i)
	if !found || c.value < 2 || c.ordinal || c.fraction != "" {
		return n, i, false
	}
	t := p.at(j)
	if t.class != unitWord || t.letters > 0 || t.extra == 2 {
		return n, i, false
	}
	if n, next, ok = p.firstUnits(unit(t.value), c.value, j+1); ok {
		return n, next, true
	}
	m, k, found := p.moveAfter(j + 1)
	if !found || m.inText() || m == this {
		return n, i, false
	}
	return unitNode{unit: unit(t.value), move: m, count: c.value}, k, true
}

// firstUnits reads, after count units, «the first of the year 2017»: «the first six
// months of the year» (U6).
func (p *parser) firstUnits(u unit, count, i int) (n node, next int, ok bool) {
	switch p.word(i) {
	case "\u0627\u0644\u0627\u0648\u0644\u064A", "\u0627\u0644\u0627\u0648\u0644": // al-ula, al-awwal
	default:
		return n, i, false
	}
	if u < oneDay || u > oneMonth {
		return n, i, false
	}
	whole, k, found := p.wholeOf(i+1, u)
	return firstNode{count: count, of: u, whole: whole}, k, found
}

// lastUnits reads «the last 3 years», with "last" before the number.
func (p *parser) lastUnits(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if edge(t.value) != end || t.definite || t.count != 1 {
		return n, i, false
	}
	if n, next, ok = p.partOf(-1, i+1); ok {
		return n, next, true
	}
	l, j, found := p.lengthAt(i+1, false)
	if !found || p.is(j, fromWord) { // «the last three days of the camp»: of what the text tells
		return n, i, false
	}
	for u := oneDay; u <= century; u++ {
		if l[u] > 1000 && l[u]%1000 == 0 {
			return unitNode{unit: u, move: last, count: int(l[u] / 1000)}, j, true
		}
	}
	if l[hour] > 0 && l[hour]%1000 == 0 {
		return unitNode{unit: hour, move: last, count: int(l[hour] / 1000)}, j, true
	}
	return n, i, false
}

// midMonth reads «the half of Ramadan», which is its fifteenth day.
func (p *parser) midMonth(i int) (w when, next int, ok bool) {
	t := p.terms[i]
	if t.class != halfWord || t.value != 0 {
		return w, i, false
	}
	j := i + 1
	if p.is(j, fromWord) {
		j++
	}
	if u := p.at(j); u.letters > 0 {
		return w, i, false
	}
	w, next, ok = p.monthDate(j)
	w.day = 15
	return w, next, ok
}

// nthDayBefore reads «the third day of October», «the first week of October
// 2014», the ordinal first.
func (p *parser) nthDayBefore(i int) (n node, next int, ok bool) {
	o, j, found := p.number(i)
	if !found || !o.ordinal || o.definite {
		return n, i, false
	}
	return p.partOf(o.value, j)
}

// partOf reads «day of October» after an ordinal.
func (p *parser) partOf(nth, i int) (n node, next int, ok bool) {
	t := p.at(i)
	u := unit(t.value)
	if t.class != unitWord || t.extra != 1 || t.definite || t.letters > 0 || u != oneDay && u != week && u != oneMonth {
		return n, i, false
	}
	whole, k, found := p.wholeOf(i+1, u)
	if !found {
		return n, i, false
	}
	return partNode{nth: nth, of: u, whole: whole}, k, true
}

// partOfYear reads «2016, the third quarter», the year first.
func (p *parser) partOfYear(i int) (n node, next int, ok bool) {
	y, j, found := p.yearDigits(i, false)
	if !found || y.digits != 4 {
		return n, i, false
	}
	t := p.at(j)
	if t.letters > 0 || !t.definite {
		return n, i, false
	}
	parts := partsOf(t.class)
	nth, k, found := p.nth(j + 1)
	if parts == 0 || !found || nth > parts {
		return n, i, false
	}
	return partNode{nth: nth, parts: parts, whole: yearsNode{from: y.value, era: y.era}}, k, true
}

// partsOf returns into how many parts a fraction cuts, or 0.
func partsOf(c class) int {
	switch c {
	case halfWord:
		return 2
	case thirdWord:
		return 3
	case quarterWord:
		return 4
	default:
		return 0
	}
}

// comingSeason reads a season without a year: after "in", or right after its
// verb, where the sentence speaks of the future.
func (p *parser) comingSeason(i int) (n node, after int, ok bool) {
	t := p.terms[i]
	if !t.definite || t.letters > 0 || !p.endsHere(i+1) {
		return n, i, false
	}
	in := p.before(i).class == inWord
	_, verb := p.tenseOf(tenses(), i-1)
	if e := (expression{first: i, next: i + 1}); (!in && !verb) || p.tense(e) != future {
		return n, i, false
	}
	return seasonNode{code: int(t.value), move: next}, i + 1, true
}
