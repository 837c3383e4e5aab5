package dates

// weekMove reads «next week», «this week».
func (p *parser) weekMove(i int) (m move, next int, ok bool) {
	j := i
	demonstrative := p.is(j, thisWord)
	if demonstrative {
		j++
	}
	t := p.at(j)
	if t.class != unitWord || unit(t.value) != week || t.extra != 1 || !t.definite {
		return unmoved, i, false
	}
	if demonstrative {
		return this, j + 1, true
	}
	return p.moveAfter(j + 1)
}

// nthOf turns the nth weekday of a whole into a date (D3).
func nthOf(w when, nth int, whole node) (when, bool) {
	w.nth = int8(nth)
	switch n := whole.(type) {
	case when:
		n.weekday, n.nth = w.weekday, w.nth
		return n, n.month != 0 || n.monthMove != unmoved
	case unitNode:
		w.monthMove = n.move
		return w, n.unit == oneMonth
	}
	return w, false
}

// nthWeekdayBefore reads «the first Friday of July», the ordinal first (D3).
func (p *parser) nthWeekdayBefore(i int) (w when, next int, ok bool) {
	nth, j := 0, i+1
	if t := p.at(i); t.class == edgeWord && !t.definite {
		switch edge(t.value) {
		case firstDay:
			nth = 1
		case end:
			nth = -1
		case start, mid:
			return w, i, false
		}
	} else {
		n, k, found := p.number(i)
		if !found || !n.ordinal || n.definite || n.value > 5 {
			return w, i, false
		}
		nth, j = n.value, k
	}
	t := p.at(j)
	if t.class == unitWord && unit(t.value) == oneDay && t.extra == 1 && !t.definite {
		j++
		t = p.at(j)
	}
	if t.class != weekday || t.definite || t.letters > 0 {
		return w, i, false
	}
	whole, k, found := p.wholeOf(j+1, oneDay)
	if !found {
		return w, i, false
	}
	w, ok = nthOf(when{weekday: int8(t.value)}, nth, whole)
	return w, k, ok
}

// weekdayOfWeek reads «Monday of this week» with an indefinite weekday (D2).
func (p *parser) weekdayOfWeek(i int) (w when, next int, ok bool) {
	t := p.terms[i]
	if t.class != weekday || t.definite {
		return w, i, false
	}
	m, k, found := p.weekMove(i + 1)
	return when{weekday: int8(t.value), weekMove: m}, k, found
}

// nthAfter reads «the first of July» after a weekday (D3).
func (p *parser) nthAfter(w when, i int) (v when, next int, ok bool) {
	nth, j, found := p.nth(i)
	if !found || nth > 5 {
		return v, i, false
	}
	whole, k, found := p.wholeOf(j, oneDay)
	if !found {
		return v, i, false
	}
	v, ok = nthOf(w, nth, whole)
	return v, k, ok
}
