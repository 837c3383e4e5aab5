package dates

import (
	"strings"

	"mujaz/internal/news"
)

// Rules of durations.
//
//	L1  a number and its unit: «three days», «24 hours», «two years» in the dual
//	L2  a fraction: «half an hour», «an hour and a half», «the first quarter of an hour»
//	L3  one unit where a word before it measures: «for a week», «more than a year», «a whole month»
//	L4  lengths joined: «three hours and 20 minutes»
//	L5  from one length to another: «between 17 and 23 minutes»
//	L6  the bound words before and after belong to the span (ANNOTATION)
//	L7  an age is a figure and no duration (isAge)
//	L8  with "ago" or "before" it is a time: «three days ago»; with "after", in the future tense

// durationNode is a length of time, or a range of lengths.
type durationNode struct {
	from, to length
}

func (n durationNode) resolve(*context) reading {
	r := reading{kind: news.Duration, value: n.from.String()}
	if !n.to.isZero() {
		r.value += "/" + n.to.String()
	}
	return r
}

// duration reads a length of time at token i, with its bounds (L1 to L6). It
// does not ask what stands before.
func (p *parser) duration(i int) (n durationNode, next int, ok bool) {
	j := i
	if p.at(j).class == boundWord {
		j += int(p.at(j).count)
	}
	bounded := j > i
	if p.before(i).class == betweenWord { // «between a week and ten days»
		if u, thousandths, k, found := p.amount(j, true); found {
			n.from[u] = thousandths
			if to, l, other := p.otherLength(i, k); other {
				n.to = to
				return n, p.durationTail(l), true
			}
			n.from = length{}
		}
	}
	from, k, found := p.lengthAt(j, bounded || p.measures(i))
	if !found {
		return n, i, false
	}
	n.from = from
	if to, l, found := p.otherLength(i, k); found {
		n.to, k = to, l
	}
	return n, p.durationTail(k), true
}

// otherLength reads, after a length at tokens i to k, the other end of a range or
// of a choice: «a day or two days», «from one year to five years» (L5).
func (p *parser) otherLength(i, k int) (to length, next int, ok bool) {
	switch b := p.before(i).class; {
	case p.word(k) == "\u0627\u0648": // or
		next = k + 1
	case p.is(k, toWord) && (b == fromWord || b == betweenWord):
		next = k + int(p.at(k).count)
	case p.word(k) == "\u0648" && b == betweenWord:
		next = k + 1
	case p.joinedNumber(k) && b == betweenWord:
		next = k
	default:
		return to, k, false
	}
	u, thousandths, next, ok := p.amount(next, false)
	if !ok {
		return to, k, false
	}
	to[u] = thousandths
	return to, next, true
}

// durationTail skips «whole», «consecutive», «at least» after a duration.
func (p *parser) durationTail(i int) int {
	if t := p.at(i); t.class == wholeWord && t.letters == 0 {
		i++
	}
	if t := p.at(i); t.class == leastWord && t.letters == 0 {
		i += int(t.count)
	}
	return i
}

// lengthAt reads lengths joined by waw (L4). measured says that a single unit
// without a number may stand (L3).
func (p *parser) lengthAt(i int, measured bool) (l length, next int, ok bool) {
	u, thousandths, next, ok := p.amount(i, measured)
	if !ok {
		return l, i, false
	}
	l[u] += thousandths
	for range listLimit {
		j := next
		if p.word(j) == "\u0648" {
			j++
		} else if !p.joinedNumber(j) && (p.at(i).extra <= 0 || p.at(j).extra <= 0) { // «2 hours 30 minutes»
			return l, next, true
		}
		if half := p.at(j); u != 0 && (half.class == halfWord || half.class == quarterWord || half.class == thirdWord) &&
			!half.definite { // «an hour and a half»
			k := j + 1
			if t := p.at(k); t.class == unitWord && unit(t.value) == u && t.extra == 1 {
				k++
			}
			if u == year && half.class != thirdWord { // «five years and a half»
				l[oneMonth] += 12 * fractionOf(half.class)
			} else {
				l[u] += fractionOf(half.class)
			}
			next, u = k, 0
			continue
		}
		v, more, k, found := p.amount(j, measured)
		if !found || v >= u && u != 0 && v != oneMonth {
			return l, next, true
		}
		l[v] += more
		next, u = k, v
	}
	return l, next, true
}

// unitAlone reads a unit without a number: the dual, or one where a word
// measures (L1, L3).
func (p *parser) unitAlone(i int, measured bool) (u unit, thousandths int64, next int, ok bool) {
	t := p.at(i)
	u = unit(t.value)
	if t.definite || u == schoolYear {
		return 0, 0, i, false
	}
	switch t.extra {
	case 2:
		if p.isConstructDual(i) || fathers[p.previous(i)] { // «Abu Qarnayn»
			return 0, 0, i, false
		}
		next = i + 1
		if p.isTwo(next) {
			next++
		}
		return u, 2000, next, true
	case 1:
		next = i + 1
		if p.isOne(next) {
			return u, 1000, next + 1, true
		}
		if t := p.at(next); t.class == wholeWord && t.letters == 0 && !t.definite {
			return u, 1000, next, true
		}
		if f := p.at(next); f.joined && partsOf(f.class) > 0 { // «an hour and a half»
			return u, 1000, next, true
		}
		if measured && !p.numbersUnit(next) || p.smallerFollows(u, next) || p.orTwo(u, next) || p.toMore(i, next) || p.isSentence(next) {
			return u, 1000, next, true
		}
	}
	return 0, 0, i, false
}

// orTwo reports whether «or two» of unit u follows at token i: «a day or two days».
func (p *parser) orTwo(u unit, i int) bool {
	t := p.at(i + 1)
	return p.word(i) == "\u0627\u0648" && t.class == unitWord && t.extra == 2 && unit(t.value) == u && t.letters == 0
}

// isSentence reports whether token i says that the length before it is a sentence:
// «a year in prison».
func (p *parser) isSentence(i int) bool {
	switch p.word(i) {
	case "\u0633\u062C\u0646\u0627", "\u0633\u062C\u0646", "\u062D\u0628\u0633\u0627", "\u062D\u0628\u0633":
		return true
	}
	return false
}

// toMore reports whether the unit at token i is the low end of a range whose high
// end follows at token k: «from a year to five years».
func (p *parser) toMore(i, k int) bool {
	if p.before(i).class != fromWord || !p.is(k, toWord) {
		return false
	}
	_, _, _, ok := p.amount(k+1, false)
	return ok
}

// fathers are words inside the names of people: abu in its cases, ibn, dhu.
var fathers = map[string]bool{
	"\u0627\u0628\u0648": true, "\u0627\u0628\u064A": true, "\u0627\u0628\u0627": true, "\u0628\u0646": true, "\u0627\u0628\u0646": true, "\u0630\u0648": true, "\u0630\u064A": true,
}

// isConstructDual reports whether the dual at token i has lost its nun: it
// belongs to what follows («the months of March and April»).
func (p *parser) isConstructDual(i int) bool {
	return !strings.HasSuffix(p.word(i), "\u0646")
}

func (p *parser) isOne(i int) bool {
	switch p.word(i) {
	case "\u0648\u0627\u062D\u062F", "\u0648\u0627\u062D\u062F\u0627", "\u0648\u0627\u062D\u062F\u0647": // wahid, wahida
		return true
	}
	return false
}

func (p *parser) isTwo(i int) bool {
	switch p.word(i) {
	case "\u0627\u062B\u0646\u064A\u0646", "\u0627\u062B\u0646\u062A\u064A\u0646", "\u0627\u062B\u0646\u0627\u0646", "\u0627\u062B\u0646\u062A\u0627\u0646":
		return true
	}
	return false
}

// numbersUnit reports whether token i names the unit before it, as a number or
// a month does: «the year 2015», «the month of May».
func (p *parser) numbersUnit(i int) bool {
	switch t := p.at(i); t.class {
	case numeralTerm:
		return !t.joined
	case month, hijriMonth, weekday, dayWord, moveWord:
		return true
	case partWord:
		return t.definite
	case unitWord: // «the day of the month of May»
		return t.letters == 0 && t.extra == 1 && unit(t.value) == oneMonth && !t.definite
	default:
		return false
	}
}

// measures reports whether the word before token i measures a length: "for the
// length of", "since", "during", "after".
func (p *parser) measures(i int) bool {
	t := p.terms[i]
	switch b := p.before(i); b.class {
	case forWord, sinceWord, allWord:
		return true
	case inWord:
		if p.previous(i) != "\u0641\u064A" { // fi
			return true
		}
	default:
	}
	return t.class == boundWord || p.isAlone(expression{first: i, next: i + 1}, p.sentence(i))
}

// lengthRange reads «between 17 and 23 minutes», «from 2 to 3 years» (L5).
func (p *parser) lengthRange(i int) (n durationNode, next int, ok bool) {
	j := i
	if p.is(j, betweenWord) || p.is(j, fromWord) {
		j += int(p.at(j).count)
	}
	from, k, found := p.decimal(j)
	if !found || p.at(j).class != numeralTerm {
		return n, i, false
	}
	switch {
	case p.word(k) == "\u0648" && j > i, isSeparator(p.word(k)), p.is(k, toWord), p.word(k) == "\u0627\u0648":
		k++
	case p.joinedNumber(k) && j > i:
	default:
		return n, i, false
	}
	u, to, k, found := p.amount(k, false)
	if s := scaleOf(p.word(k - 2)); found && s > 1 && from < to/s { // «10 to 12 thousand years»
		from *= s
	}
	if !found || from == 0 || to <= from {
		return n, i, false
	}
	n.from[u], n.to[u] = from, to
	return n, p.durationTail(k), true
}

// throughout reads «all day long», «throughout the month», «throughout a month».
func (p *parser) throughout(i int) (n node, next int, ok bool) {
	j := i + int(p.terms[i].count)
	t := p.at(j)
	if t.class != unitWord || t.letters > 0 || t.extra != 1 || unit(t.value) == schoolYear || unit(t.value) < oneDay || p.numbersUnit(j+1) {
		return n, i, false
	}
	var d durationNode
	d.from[unit(t.value)] = 1000
	return d, p.durationTail(j + 1), true
}

// smallerFollows reports whether an amount of a unit shorter than u is joined at
// token i: «an hour and 23 minutes».
func (p *parser) smallerFollows(u unit, i int) bool {
	j := i
	if p.word(j) == "\u0648" { // waw
		j++
	} else if !p.joinedNumber(j) {
		return false
	}
	t := p.at(j)
	if t.class == unitWord {
		return t.extra == 2 && unit(t.value) < u
	}
	if _, k, ok := p.decimal(j); ok {
		t = p.at(k)
		return t.class == unitWord && unit(t.value) < u
	}
	return false
}
