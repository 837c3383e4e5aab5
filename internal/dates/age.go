package dates

import "mujaz/internal/arabic"

// isAge reports whether the length at tokens i to next is a person's age (L7).
func (p *parser) isAge(i, next int, l length) bool {
	if l[year] == 0 && l[oneMonth] == 0 {
		return false
	}
	if before := p.previous(i); p.mark(next, ")") && (before == "\u060C" || before == "-") {
		return true
	}
	if isComma(p.previous(i)) && isComma(p.word(next)) && l[year] >= 10_000 && l[year] < 100_000 { // «the player, 31 years, said»
		return true
	}
	for k := i - 1; k >= 0 && k >= i-8 && !p.t.NewLine(k); k-- {
		switch t := p.terms[k]; t.class {
		case ageWord:
			return true
		case none, betweenWord, fromWord, inWord, toWord, numeralTerm, boundWord:
		case unitWord:
			if unit(t.value) != year {
				return false
			}
		default:
			return false
		}
		switch p.t.Tokens[k].Norm {
		case ".", ")":
			return false
		case "(":
			return p.agesOnly(k+1, i)
		}
	}
	return p.at(next).class == fromWord && p.at(next+1).class == ageWord
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

func isComma(w string) bool { return w == "," || w == "\u060C" }
