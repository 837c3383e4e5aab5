package dates

import (
	"strings"

	"mujaz/internal/arabic"
)

// isFeminine reports whether the ordinal at token i has the form of an hour,
// which is feminine in its first word.
func (p *parser) isFeminine(i int) bool {
	w := p.word(i)
	return strings.HasSuffix(w, "\u0647") || strings.HasSuffix(w, "\u0648\u0644\u064A") // -a, ula
}

// hourContinues reports whether «and N minutes», «and a quarter» follows, which
// makes an ordinal an hour.
func (p *parser) hourContinues(k int) bool {
	_, next := p.addMinutes(60, k)
	if next == k {
		return false
	}
	t := p.at(next)
	return t.class == partWord
}

func fractionMinutes(f string) int {
	switch f {
	case "0.5":
		return 30
	case "0.25":
		return 15
	}
	if strings.HasPrefix(f, "0.333") {
		return 20
	}
	return 0
}

// digitalTime reads «15:15» (K3).
func (p *parser) digitalTime(i int, named bool) (minutes int, digital bool, next int, ok bool) {
	h, m := p.at(i), p.at(i+2)
	if h.class != numeralTerm || h.extra <= 0 || h.extra > 2 || m.class != numeralTerm || m.extra != 2 ||
		!p.t.Touch(i) || !p.t.Touch(i+1) || h.value > 24 || m.value > 59 {
		return 0, false, i, false
	}
	w := p.word(i + 1)
	if w != ":" && (!named || w != "." && w != "," && w != "\u060C") {
		return 0, false, i, false
	}
	if i > 0 && p.t.Touch(i-1) && (p.word(i-1) == ":" || p.word(i-1) == ".") {
		return 0, false, i, false
	}
	next = i + 3
	if p.mark(next, ":") && p.t.Touch(next-1) && p.at(next+1).extra == 2 { // seconds
		next += 2
	}
	return int(h.value)*60 + int(m.value), true, next, true
}

// addMinutes reads minutes after the hour: «and 9 minutes», «and a half», «less
// a quarter».
func (p *parser) addMinutes(minutes, i int) (total, next int) {
	j, sign := i, 1
	t := p.at(j)
	switch {
	case t.class == exceptWord:
		sign, j = -1, j+1
	case p.word(j) == "\u0648": // waw apart
		j++
	case t.joined || p.joinedNumber(j):
	default:
		return minutes, i
	}
	switch t := p.at(j); t.class {
	case halfWord:
		return minutes + sign*30, j + 1
	case quarterWord:
		return minutes + sign*15, j + 1
	case thirdWord:
		return minutes + sign*20, j + 1
	case unitWord:
		if unit(t.value) == minute && t.extra == 2 {
			return minutes + sign*2, j + 1
		}
	default:
	}
	m, k, found := p.number(j)
	if !found || m.value > 59 || m.ordinal {
		return minutes, i
	}
	if t := p.at(k); t.class == unitWord && unit(t.value) == minute {
		return minutes + sign*m.value, k + 1
	}
	return minutes, i
}

func (p *parser) joinedNumber(i int) bool {
	w := p.word(i)
	return strings.HasPrefix(w, "\u0648")
}

// halfOfDay turns a time on a dial of twelve hours into minutes of the day (K4).
func halfOfDay(minutes int, of part, digital bool) (total int, doubt bool) {
	h := minutes / 60
	const noonHour = 12
	if h > noonHour || h == 0 {
		return minutes, false
	}
	switch of {
	case dawn, morning:
		if h == noonHour {
			return minutes - 12*60, false
		}
		return minutes, false
	case noon:
		if h <= 4 {
			minutes += 12 * 60
		}
		return minutes, false
	case afternoon:
		if h < noonHour {
			minutes += 12 * 60
		}
		return minutes, false
	case evening, night, midnight:
		if h == noonHour && digital && of == evening { // "PM", translated
			return minutes, false
		}
		if h == noonHour {
			return minutes + 12*60, false
		}
		if of != evening && h < 6 {
			return minutes, false
		}
		return minutes + 12*60, false
	}
	if digital {
		return minutes, false
	}
	if h <= 6 {
		minutes += 12 * 60
	}
	return minutes, true
}

// hoursAfter reads the rest of a range of times whose first is from, at tokens i
// to j (K7). It returns from itself where no range is.
func (p *parser) hoursAfter(from clockNode, i, j int) (n node, next int) {
	b := p.before(i).class
	k, found := p.until(j)
	switch {
	case found && (b == fromWord || b == betweenWord || b == inWord || b == edgeWord):
	case b == betweenWord && p.word(j) == "\u0648": // waw apart
		k = j + 1
	case b == betweenWord && p.joinedNumber(j):
		k = j
	default:
		return from, j
	}
	to, next, found := p.clockExpression(k)
	if !found {
		return from, j
	}
	apart, ends := from.day != nil && to.day != nil, from.day == nil && to.day != nil
	switch {
	case from.day == nil:
		from.day = to.day
	case to.day == nil:
		to.day = from.day
	}
	switch {
	case to.minutes > from.minutes || apart:
	case ends && p.holds(k, next, fromWord): // «until two of the morning of Friday»
		from.minutes -= 24 * 60
	default:
		to.minutes += 24 * 60
	}
	if from.zone == nil {
		from.zone = to.zone
	}
	return rangeNode{from, to}, next
}

// digitsOfTime reads «8» or «7.15» where a bracket stands before it.
func (p *parser) digitsOfTime(i int) (minutes, next int, ok bool) {
	if minutes, _, next, ok = p.digitalTime(i, true); ok {
		return minutes, next, true
	}
	h, k, found := p.small(i)
	return h.value * 60, k, found && h.digits > 0 && h.value <= 24
}

// roundHour reads «the hour zero», «midnight», «noon» after "the hour".
func (p *parser) roundHour(i int) (minutes, next int, ok bool) {
	switch p.word(i) {
	case "\u0635\u0641\u0631", "\u0627\u0644\u0635\u0641\u0631": // zero
		return 0, i + 1, true
	}
	t := p.at(i)
	if t.class != partWord || t.letters > 0 || t.count != 2 {
		return 0, i, false
	}
	switch part(t.value) {
	case midnight:
		return 24 * 60, i + int(t.count), true
	case noon:
		return 12 * 60, i + int(t.count), true
	default:
		return 0, i, false
	}
}

// timeMayBegin reports whether an ordinal at token i can be an hour: it opens
// the line or follows a mark or a preposition, and no noun that it would number.
func (p *parser) timeMayBegin(i int) bool {
	if i == 0 || p.t.NewLine(i-1) || p.t.Tokens[i-1].Kind == arabic.Punct {
		return true
	}
	switch p.before(i).class {
	case inWord, fromWord, toWord, beforeWord, afterWord, sinceWord, betweenWord:
		return true
	default:
		return isOn(p.previous(i)) || p.terms[i].letters > 0
	}
}

// hourEnds reports whether token i can follow a cardinal that is an hour.
func (p *parser) hourEnds(i int) bool {
	t := p.at(i)
	return p.endsHere(i) || t.class == partWord || t.class == exceptWord || t.joined || p.joinedNumber(i) || t.class == stampWord
}

// holds reports whether a token from i up to end is of class c.
func (p *parser) holds(i, end int, c class) bool {
	for ; i < end; i++ {
		if p.at(i).class == c {
			return true
		}
	}
	return false
}
