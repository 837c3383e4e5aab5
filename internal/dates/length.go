package dates

import (
	"strconv"
	"strings"
)

// length is a duration: an amount of each unit, in thousandths.
type length [century + 1]int64

func (l length) isZero() bool { return l == length{} }

// isAges reports whether l is longer than a calendar reaches: «66 million years».
func (l length) isAges() bool {
	const most = 1900 * 1000
	return max(l[century]*100, l[decade]*10, l[year], l[oneMonth]/12, l[week]/52, l[oneDay]/366, l[hour]/8784) > most
}

// String writes l in ISO 8601: "P3D", "PT45M", "P1.5Y".
func (l length) String() string {
	var b strings.Builder
	b.WriteByte('P')
	years := l[year] + 10*l[decade] + 100*l[century]
	write(&b, years, 'Y')
	write(&b, l[oneMonth], 'M')
	if l[week] != 0 && years == 0 && l[oneMonth] == 0 && l[oneDay] == 0 && l[hour] == 0 {
		write(&b, l[week], 'W')
		return b.String()
	}
	write(&b, 7*l[week]+l[oneDay], 'D')
	if l[hour] != 0 || l[minute] != 0 || l[second] != 0 {
		b.WriteByte('T')
		write(&b, l[hour], 'H')
		write(&b, l[minute], 'M')
		write(&b, l[second], 'S')
	}
	return b.String()
}

func write(b *strings.Builder, thousandths int64, letter byte) {
	if thousandths == 0 {
		return
	}
	b.WriteString(strconv.FormatFloat(float64(thousandths)/1000, 'f', -1, 64))
	b.WriteByte(letter)
}

func fractionOf(c class) int64 {
	switch c {
	case halfWord:
		return 500
	case quarterWord:
		return 250
	default:
		return 333
	}
}

// amount reads one amount of one unit, in thousandths.
func (p *parser) amount(i int, measured bool) (u unit, thousandths int64, next int, ok bool) {
	t := p.at(i)
	switch t.class {
	case halfWord, quarterWord, thirdWord: // L2
		return p.fractionOfUnit(i)
	case unitWord:
		return p.unitAlone(i, measured)
	default:
	}
	j := p.skipArticle(i)
	value, k, found := p.decimal(j)
	if !found || value == 0 {
		return 0, 0, i, false
	}
	v := p.at(k)
	if v.class != unitWord || v.letters > 0 || v.extra == 2 || unit(v.value) == schoolYear {
		return 0, 0, i, false
	}
	if unit(v.value) == hour && v.extra == 1 && value == 750 { // «three quarters of an hour»
		return minute, 45_000, k + 1, true
	}
	if v.definite && v.extra == 1 || unit(v.value) == decade && p.isContract(i, k) {
		return 0, 0, i, false
	}
	return unit(v.value), value, k + 1, true
}

// isContract reports whether the word for decades at token k, counted from token
// i on, is that for contracts: «وقّع 7 عقود», «سبعة عقود مع شركات».
func (p *parser) isContract(i, k int) bool {
	if contracts[p.word(k+1)] {
		return true
	}
	for j := i - 1; j >= max(0, i-4) && !p.t.NewLine(j); j-- {
		if w := p.t.Tokens[j].Norm; contracts[strings.TrimPrefix(w, "\u0648")] || contracts[strings.TrimSuffix(w, "\u062A")] {
			return true
		}
	}
	return false
}

// contracts are words beside contracts: with, worth, between, to rent, to work,
// deals, of investment, of sponsorship, to supply, to carry out; sign, signed,
// signing, conclude, concluded, concluding.
var contracts = map[string]bool{
	"\u0645\u0639": true, "\u0628\u0642\u064A\u0645\u0647": true, "\u0628\u064A\u0646": true, "\u062A\u0627\u062C\u064A\u0631": true,
	"\u0627\u064A\u062C\u0627\u0631": true, "\u0639\u0645\u0644": true, "\u0627\u062A\u0641\u0627\u0642\u064A\u0627\u062A": true,
	"\u0627\u0633\u062A\u062B\u0645\u0627\u0631\u064A\u0647": true, "\u0631\u0639\u0627\u064A\u0647": true, "\u062A\u0648\u0631\u064A\u062F": true,
	"\u0644\u062A\u0648\u0631\u064A\u062F": true, "\u0644\u062A\u0646\u0641\u064A\u0630": true,
	"\u0648\u0642\u0639": true, "\u064A\u0648\u0642\u0639": true, "\u062A\u0648\u0642\u0639": true, "\u062A\u0648\u0642\u064A\u0639": true,
	"\u0627\u0628\u0631\u0645": true, "\u0627\u0628\u0631\u0645\u062A": true, "\u0648\u0642\u0639\u062A": true, "\u0627\u0628\u0631\u0627\u0645": true, "\u0628\u062A\u0648\u0642\u064A\u0639": true,
}

// decimal reads a cardinal in thousandths, with the digits after a point.
func (p *parser) decimal(i int) (thousandths int64, next int, ok bool) {
	n, k, found := p.number(i)
	if !found || n.ordinal {
		return 0, i, false
	}
	thousandths = int64(n.value) * 1000
	if s := scaleOf(p.word(k)); s > 1 && n.digits > 0 && p.is(k+1, unitWord) {
		return thousandths * s, k + 1, true
	}
	if n.fraction != "" {
		f, err := strconv.ParseFloat(n.fraction, 64)
		if err != nil {
			return 0, i, false
		}
		thousandths += int64(f*1000 + 0.5)
	}
	if n.digits > 0 && (p.mark(k, ".") || p.mark(k, ",") || p.mark(k, "\u066B")) && p.t.Touch(k-1) && p.t.Touch(k) {
		f := p.at(k + 1)
		if f.class != numeralTerm || f.extra <= 0 || f.extra > 3 {
			return 0, i, false
		}
		scale := int64(1000)
		for range f.extra {
			scale /= 10
		}
		return thousandths + int64(f.value)*scale, k + 2, true
	}
	return thousandths, k, true
}

// scaleOf returns what a folded word for thousands, millions or milliards
// multiplies by, or 1.
func scaleOf(w string) int64 {
	switch w {
	case "\u0627\u0644\u0641", "\u0627\u0644\u0627\u0641", "\u0622\u0644\u0627\u0641":
		return 1e3
	case "\u0645\u0644\u064A\u0648\u0646", "\u0645\u0644\u0627\u064A\u064A\u0646":
		return 1e6
	case "\u0645\u0644\u064A\u0627\u0631", "\u0645\u0644\u064A\u0627\u0631\u0627\u062A":
		return 1e9
	}
	return 1
}

// fractionOfUnit reads «half an hour», «the first quarter of an hour» (L2).
func (p *parser) fractionOfUnit(i int) (u unit, thousandths int64, next int, ok bool) {
	t := p.at(i)
	v := p.at(i + 1)
	if t.definite || t.value != 0 || v.class != unitWord || v.extra != 1 || v.letters > 0 || unit(v.value) == schoolYear {
		return 0, 0, i, false
	}
	next = i + 2
	if v.definite {
		if _, k, found := p.nth(next); found {
			next = k
		}
	}
	thousandths = fractionOf(t.class)
	u = unit(v.value)
	switch {
	case u == hour:
		return minute, thousandths * 60 / 1000 * 1000, next, true
	case u == year && t.class == halfWord:
		return oneMonth, 6000, next, true
	}
	return u, thousandths, next, true
}
