package dates

import (
	"strings"

	"mujaz/internal/arabic"
)

// Rules of "al-yawm", which is "today" and "the day".
//
//	T1  it is "today" unless a rule below says otherwise
//	T2  not after a preposition or a demonstrative, nor in the name of a newspaper or channel
//	T3  not before an ordinal, a relative pronoun, or the adjective of a festive or working day
//	T4  with a move it is a unit: «the next day»
//	T5  it is "nowadays" after «as for» and «until», and before a pronoun, «lan» or «no longer»

// today reads "today" at token i, a definite "day" (T1).
func (p *parser) today(i int, partBefore bool) (w when, next int, ok bool) {
	w.weekday = -1
	t := p.terms[i]
	if t.prep != 0 || partBefore && t.letters > 0 || !p.isToday(i) || !strings.HasSuffix(p.word(i), "\u064A\u0648\u0645") { // yawm, not nahar
		return w, i, false
	}
	w.today = true
	if d := p.at(i + 1); d.class == dayWord && d.letters == 0 { // the day before yesterday, said at length
		w.toward = int8(d.value)
		return w, i + 1 + int(d.count), true
	}
	return w, p.afterToday(&w, i+1), true
}

// isToday asks rules T2 to T4.
func (p *parser) isToday(i int) bool {
	switch b := p.before(i); b.class {
	case inWord, sameWord, allWord, eachWord, thisWord:
		return false
	case nameWord: // «Russia Today», not «in Russia today»
		if p.previous(i-1) != "\u0641\u064A" {
			return false
		}
	default:
	}
	if isThat(p.previous(i)) && !p.saidThat(i-1) || p.isQuoted(i) {
		return false
	}
	t := p.at(i + 1)
	if t.class != weekday && t.class != numeralTerm && p.isNowadays(i) {
		return false
	}
	if t.letters > 0 {
		return true
	}
	switch t.class {
	case dayKindWord, edgeWord, yearKindWord:
		return !t.definite
	case moveWord:
		return !t.definite && move(t.value) != same
	case numeralTerm:
		if t.extra < 0 && t.definite && p.numbers[-t.extra-1].Ordinal {
			return false
		}
	case wholeWord:
		return !t.definite
	default:
	}
	if w := p.word(i + 1); w != "" {
		if relatives[w] {
			return false
		}
		if p.t.Tokens[i+1].Kind == arabic.Word && t.class != weekday && t.class != unitWord {
			if n, _, found := p.number(i + 1); found && n.ordinal && n.definite {
				return false
			}
		}
	}
	return true
}

// saidThat reports whether the demonstrative at token i is what somebody did: «أوضح
// ذلك اليوم المدير», not «in that day».
func (p *parser) saidThat(i int) bool {
	t, ok := p.tenseOf(tenses(), i-1)
	if next := strings.TrimPrefix(p.word(i+2), "\u0628"); next == "\u0627\u0646" { // «صرح ذلك اليوم بأن»
		return false
	}
	return ok && t == past && !p.broken(i)
}

// isNowadays asks rule T5.
func (p *parser) isNowadays(i int) bool {
	switch strings.TrimPrefix(p.previous(i), "\u0648") {
	case "\u0627\u0645\u0627", "\u062D\u062A\u064A", "\u0627\u0644\u064A": // amma, hatta, ila
		return true
	}
	switch p.word(i + 1) {
	case "\u0647\u0648", "\u0647\u064A", "\u0647\u0645", "\u0646\u062D\u0646", "\u0644\u0646": // huwa, hiya, hum, nahnu, lan
		return true
	case "\u0644\u0645": // lam, before «no longer»
		w := p.word(i + 2)
		return w == "\u064A\u0639\u062F" || w == "\u062A\u0639\u062F"
	}
	return false
}

// relatives are the words after which "al-yawm" is "the day that", or "nowadays,
// when".
var relatives = map[string]bool{"\u0627\u0644\u0630\u064A": true, "\u0627\u0644\u0644\u0630\u064A": true, "\u062D\u064A\u0646": true}

// ordinalDay reads «the second day», «the first day»: a day of the period that
// the text named last.
func (p *parser) ordinalDay(i int) (n node, next int, ok bool) {
	t := p.terms[i]
	if unit(t.value) != oneDay || t.extra != 1 || !t.definite {
		return n, i, false
	}
	o, k, found := p.number(i + 1)
	if !found || !o.ordinal || !o.definite || o.value > 10 || p.is(k, fromWord) && p.at(k+1).class == feastWord {
		return n, i, false
	}
	return ordinalDayNode(o.value), k, true
}

// ordinalDayNode is the nth day of the last period of the text.
type ordinalDayNode int

func (n ordinalDayNode) resolve(c *context) reading {
	r := c.period
	d := r.from + day(n) - 1
	if !r.ranged || d > r.to {
		return reading{}
	}
	r = dayReading(d)
	r.relative = true
	return r
}

// isTodayAt reports whether "al-yawm" stands at token i.
func (p *parser) isTodayAt(i int) bool {
	t := p.terms[i]
	return t.class == unitWord && unit(t.value) == oneDay && t.extra == 1 && t.definite
}

// isThat reports whether a folded word is the demonstrative "that".
func isThat(w string) bool {
	switch w {
	case "\u0630\u0644\u0643", "\u0630\u0627\u0643", "\u062A\u0644\u0643":
		return true
	}
	return false
}

// isQuoted reports whether token i alone stands between quotation marks, as the
// name of a newspaper does.
func (p *parser) isQuoted(i int) bool {
	switch p.previous(i) {
	case "\"", "\u00AB", "\u201C", "(":
	default:
		return false
	}
	switch p.word(i + 1) {
	case "\"", "\u00BB", "\u201D", ")":
		return true
	}
	return false
}

// tonight reads «tonight» and «last night», said as "the night".
func (p *parser) tonight(i int) (w when, next int, ok bool) {
	t := p.terms[i]
	if !t.definite || t.prep != 0 || part(t.value) != night || !strings.HasSuffix(p.word(i), "\u0647") { // layla
		return w, i, false
	}
	switch b := p.before(i); b.class {
	case inWord, thisWord, sameWord, eachWord, allWord:
		return w, i, false
	default:
	}
	w = when{weekday: -1, today: true}
	if m, k, found := p.moveAfter(i + 1); found {
		if m == last {
			w.toward = -1
		}
		if dated, l, found := p.dateAfter(k); found && p.comma(k) == k { // «last night, 12 March 2017»
			dated.weekday, dated.today, dated.toward = -1, true, w.toward
			return dated, l, true
		}
		return w, k, m == last || m == this
	}
	if t := p.at(i + 1); t.definite && t.letters == 0 || isThat(p.previous(i)) {
		return w, i, false
	}
	if n, _, found := p.number(i + 1); found && n.ordinal {
		return w, i, false
	}
	return w, i + 1, true
}
