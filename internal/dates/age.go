package dates

import (
	"strings"

	"mujaz/internal/arabic"
)

// isAge reports whether the length at tokens i to next is a person's age (L7).
func (p *parser) isAge(i, next int, l length) bool {
	if l[year] == 0 && l[oneMonth] == 0 {
		return (l[oneDay] != 0 || l[week] != 0) && p.before(i).class == ageWord && !p.isOwner(i-1)
	}
	if l[year] != 0 && p.isUpward(next) && !p.measuresTime(i) {
		return true
	}
	if years := l[year] / 1000; years >= 8 && years <= 23 && p.isUnder(i) { // «the cup for under 20 years»
		return true
	}
	if before := p.previous(i); p.mark(next, ")") && (before == "\u060C" || before == "-") {
		return true
	}
	if arabic.IsComma(p.previous(i)) && arabic.IsComma(p.word(next)) && l[year] >= 10_000 && l[year] < 120_000 { // «the player, 31 years, said»
		return true
	}
	for k := i - 1; k >= 0 && k >= i-8 && !p.t.NewLine(k); k-- {
		switch t := p.terms[k]; t.class {
		case ageWord:
			return !p.isOwner(k) || k == i-1 || k == i-2 && p.word(k+1) == article
		case none, betweenWord, fromWord, inWord, toWord, numeralTerm, boundWord, eraWord: // «lam», not, is spelled as an era
		case unitWord:
			if unit(t.value) != year {
				return false
			}
		default:
			return false
		}
		switch p.t.Tokens[k].Norm {
		case ".", ")", "\u0645\u062F\u062A\u0647", "\u0645\u062F\u062A\u0647\u0627": // muddatuhu, «which lasts»
			return false
		case "(":
			if !p.is(k+1, betweenWord) && !p.is(k+1, fromWord) {
				return p.agesOnly(k+1, i)
			}
		}
	}
	return p.at(next).class == fromWord && p.at(next+1).class == ageWord
}

// isUnder reports whether the years at token i are said of those who are younger:
// «under 16 years», «for less than 20 years» of a team.
func (p *parser) isUnder(i int) bool {
	switch strings.TrimPrefix(p.word(i), "\u0644") {
	case "\u0627\u0642\u0644": // less
		return p.terms[i].prep == 'l'
	case "\u062F\u0648\u0646", "\u062A\u062D\u062A": // under
		return p.terms[i].class == boundWord
	}
	w := p.previous(i)
	return w == "\u062F\u0648\u0646" || w == "\u062A\u062D\u062A" || w == "\u0645\u0646" && i > 1 && p.t.Tokens[i-2].Norm == "\u0644\u0627\u0642\u0644"
}

// isOwner reports whether token i is «the owner of», which tells an age only right
// before it, not in «the owner of the paper for some sixty years».
func (p *parser) isOwner(i int) bool {
	return strings.HasPrefix(p.t.Tokens[i].Norm[int(p.terms[i].letters)*2:], "\u0635\u0627\u062D\u0628")
}

// isUpward reports whether «and above» or «and below», which are said of ages,
// stands at token i, after the years.
func (p *parser) isUpward(i int) bool {
	switch p.word(i) {
	case "\u0641\u0627\u0643\u062B\u0631", "\u0641\u0627\u0642\u0644":
		return true
	case "\u0641\u0645\u0627", "\u0648\u0645\u0627":
		w := p.word(i + 1)
		return w == "\u0641\u0648\u0642" || w == "\u062F\u0648\u0646"
	}
	return false
}

// measuresTime reports whether what stands before token i makes a length of the
// years after it: «for», «since», prison.
func (p *parser) measuresTime(i int) bool {
	switch p.before(i).class {
	case forWord, sinceWord, beforeWord, afterWord, inWord:
		return true
	default:
	}
	switch p.previous(i) {
	case "\u0628\u0627\u0644\u0633\u062C\u0646", "\u0627\u0644\u0633\u062C\u0646", "\u0628\u0627\u0644\u062D\u0628\u0633",
		"\u0627\u0644\u062D\u0628\u0633", "\u062E\u0628\u0631\u0647": // prison, detention, experience
		return true
	}
	return false
}

// agesOnly reports whether tokens i to j, which follow an opening bracket, hold
// nothing but ages, as in "(17 years, 14 years and".
func (p *parser) agesOnly(i, j int) bool {
	for ; i < j; i++ {
		if t := p.terms[i]; t.class != numeralTerm && t.class != unitWord && p.t.Tokens[i].Kind == arabic.Word &&
			len(p.t.Tokens[i].Norm) > 2 {
			return false
		}
	}
	return true
}
