package dates

import "mujaz/internal/arabic"

// Rules of years without their noun.
//
//	Y1  four digits, 1900 to 2100, after a preposition of time or an edge, when they count nothing
//	Y2  in the name of an event, a budget or a law: after a noun, before a mark or a small word
//	Y3  never inside a longer number, code, score, range of quantities or telephone number

// bareYear reads a year without its noun.
func (p *parser) bareYear(i int) (n node, next int, ok bool) {
	y, k, found := p.yearDigits(i, false)
	if found && y.digits == 4 && y.era == hijriEra && y.value >= 1300 && y.value <= 1500 {
		return yearsNode{from: y.value, era: y.era}, k, true
	}
	if found && y.digits == 4 && y.era == gregorianEra && y.value >= 1800 && y.value <= 2100 && p.t.Touch(k-2) {
		return yearsNode{from: y.value, era: y.era}, k, true
	}
	if !found || y.digits != 4 || y.value < 1400 || y.value > 2150 || !p.isYearContext(i, k, y.value) {
		return n, i, false
	}
	if y.value < 1900 && y.era == noEra && !p.endsBracket(i, k) && (p.before(i).class == none || p.countsNoun(k)) && !p.inBrackets(i, k) && !p.opensLine(i, k) {
		return n, i, false
	}
	return yearsNode{from: y.value, era: y.era}, k, true
}

// isYearContext asks Y1 to Y3 of the digits at tokens i to next.
func (p *parser) isYearContext(i, next, value int) bool {
	if p.inNumber(i) || p.isGlued(i, next) || p.isRatio(next) {
		return false
	}
	t := p.at(next)
	if t.class == unitWord && !t.definite || t.class == partWord && !t.definite {
		return false
	}
	switch b := p.before(i); b.class {
	case sinceWord:
		return true
	case toWord, betweenWord:
		return !p.countsSurely(next, value) && !p.endsQuantities(i, next, value)
	case inWord, edgeWord, beforeWord, afterWord, yearNounWord:
		return !p.countsSurely(next, value)
	case boundWord, numeralTerm:
		return false
	default:
	}
	if p.opensLine(i, next) && 1000 <= value && value <= 2100 {
		return true
	}
	if (p.inBrackets(i, next) || p.endsBracket(i, next)) && 1800 <= value && value <= 2050 {
		return true
	}
	if p.afterYear(i) {
		return !p.countsNoun(next)
	}
	if p.prepositionGlued(i) {
		return !p.countsSurely(next, value)
	}
	return value >= 1900 && value <= 2100 && p.nounBefore(i) && !p.countsNoun(next)
}

// isRatio reports whether «over» and a number follow at token i: «2000 over 3».
func (p *parser) isRatio(i int) bool {
	return isOn(p.word(i)) && p.at(i+1).class == numeralTerm && (p.endsHere(i+2) || p.at(i+1).extra > 0)
}

// endsQuantities reports whether the digits at tokens i to next are an end of a
// range of quantities: of the two numbers the other is no year, this one is round
// and old, or a noun that they count follows («between 1500 and 2500 dinars», «from 1300 to 1950 megawatts»).
func (p *parser) endsQuantities(i, next, value int) bool {
	if k, _ := p.listSeparator(next); k >= 0 && p.before(i).class == betweenWord {
		n, j, found := p.number(k)
		return found && (n.value > 2150 || n.digits == 4 && n.value < 1300 || n.digits == 3 || value < 1800 && value%100 == 0 || p.countsNoun(j))
	}
	if p.t.Tokens[min(next, len(p.t.Tokens)-1)].Kind != arabic.Word || i < 3 || p.terms[i-1].class != toWord {
		return false
	}
	j := i - 2
	if p.t.Tokens[j].Norm == p.word(next) { // «1300 megawatts to 1950 megawatts»
		j--
	}
	first := p.terms[j]
	return first.class == numeralTerm && first.extra > 0 && (p.word(next) == p.t.Tokens[i-2].Norm || p.countsNoun(next))
}

// countsSurely reports whether the number value counts the word at token i even
// after a preposition of time: a noun of the table, or another one after a round
// number.
func (p *parser) countsSurely(i, value int) bool {
	const round = 50
	return p.at(i).class == countWord && p.at(i).letters == 0 || value%round == 0 && p.countsNoun(i)
}

// isGlued reports whether the digits touch what makes them a code or a sum.
func (p *parser) isGlued(i, next int) bool {
	if i > 0 && p.t.Touch(i-1) {
		k := p.t.Tokens[i-1].Kind
		w := p.t.Tokens[i-1].Norm
		if k == arabic.Latin || k == arabic.Symbol || w == "." || w == ":" || w == "#" || w == "@" || w == "_" || w == "/" {
			return true
		}
	}
	if next < len(p.t.Tokens) && p.t.Touch(next-1) {
		k := p.t.Tokens[next].Kind
		w := p.t.Tokens[next].Norm
		return k == arabic.Latin || k == arabic.Symbol || w == "_" || w == "@" || w == "/" || (w == "-" && p.t.Touch(next))
	}
	return false
}

// prepositionGlued reports whether "in", "for" touches the digits.
func (p *parser) prepositionGlued(i int) bool {
	switch p.previous(i) {
	case "\u0644", "\u0648\u0644", "\u0644\u0644": // li
		return p.t.Touch(i - 1)
	}
	return false
}

// countsNoun reports whether the word at token i can be the noun that a number
// before it counts: an indefinite noun. Words of time, small words and what has
// an article are none; of the others the accusative in -an is surest.
func (p *parser) countsNoun(i int) bool {
	if i >= len(p.t.Tokens) || i > 0 && p.t.NewLine(i-1) || p.t.Tokens[i].Kind == arabic.Punct {
		return false
	}
	w := p.t.Tokens[i]
	if w.Kind != arabic.Word {
		return w.Kind == arabic.Symbol
	}
	t := p.terms[i]
	return t.class == unitWord && t.letters == 0 && !t.definite || countedNouns(w.Norm)
}

// countedNouns reports whether a folded word counts as the noun of a number: it
// ends in the alef of the accusative, or the table has it.
func countedNouns(norm string) bool {
	if arabic.IsDefinite(norm) {
		return false
	}
	if e, ok := lexicon().Find(norm); ok {
		return e.alone.class == countWord
	}
	n := len(norm)
	if n <= 6 || norm[n-2:] != "\u0627" {
		return false
	}
	switch norm[n-4:] {
	case "\u0647\u0627", "\u0648\u0627", "\u0646\u0627", "\u064A\u0627": // her, they, us, and countries
		return false
	}
	return true
}

// nounBefore reports whether the word before token i can carry a year (Y2): a
// word that is no verb of quantity and no word of numbering.
func (p *parser) nounBefore(i int) bool {
	if i == 0 || p.t.NewLine(i-1) {
		return false
	}
	w := p.t.Tokens[i-1]
	switch w.Kind {
	case arabic.Latin:
		return true
	case arabic.Word:
		t := p.terms[i-1]
		return (t.class == none || t.class == seasonWord || t.class == yearKindWord || t.class == nameWord || t.class == countWord && p.endsHere(i+1)) && len(w.Norm) > 4 && p.yearEnds(i+1)
	case arabic.Digits, arabic.Punct, arabic.Symbol:
	}
	return false
}

// yearEnds reports whether what follows a year at token i shows that the number
// counts nothing: the line or sentence ends, or a small word follows.
func (p *parser) yearEnds(i int) bool {
	if p.endsHere(i) {
		return true
	}
	switch t := p.at(i); t.class {
	case fromWord, inWord, toWord, afterWord, beforeWord, sinceWord, eraWord:
		return true
	default:
	}
	w := p.word(i)
	return isOn(w) || smallWords[w] || len(w) > 4 && (w[:2] == "\u0648" || w[:2] == "\u0628" || w[:4] == article)
}

// smallWords are prepositions, pronouns and conjunctions, folded.
var smallWords = map[string]bool{
	"\u0627\u0644\u062A\u064A": true, "\u0627\u0644\u0630\u064A": true, "\u0627\u0646": true, "\u0639\u0646": true,
	"\u0645\u0639": true, "\u0627\u0648": true, "\u062B\u0645": true, "\u062D\u064A\u062B": true, "\u0648": true,
	"\u0647\u0648": true, "\u0647\u064A": true, "\u0644\u0643\u0646": true, "\u0645\u0642\u0627\u0631\u0646\u0647": true,
	"\u062F\u0648\u0646": true, "\u0643\u0645\u0627": true, "\u0641\u064A\u0645\u0627": true, "\u0627\u062B\u0631": true,
	"\u0627\u0645\u0627\u0645": true, "\u0639\u0646\u062F": true, "\u062D\u0648\u0644": true, "\u0628\u064A\u0646\u0645\u0627": true,
	"\u0644\u0643\u0631\u0647": true, "\u0642\u0627\u0626\u0644\u0627": true,
}

// afterYear reports whether "and" joins the digits at token i to a year.
func (p *parser) afterYear(i int) bool {
	if i < 2 || p.previous(i) != "\u0648" || p.t.NewLine(i-2) { // waw
		return false
	}
	t := p.terms[i-2]
	return t.class == numeralTerm && t.extra == 4 && 1900 <= t.value && t.value <= 2100
}

// inBrackets reports whether brackets hold tokens i to next and nothing else.
func (p *parser) inBrackets(i, next int) bool {
	return p.previous(i) == "(" && p.mark(next, ")")
}

// endsBracket reports whether the digits at tokens i to next end brackets, after a
// place or a title and a dash: «(Doha - 1978)».
func (p *parser) endsBracket(i, next int) bool {
	w := p.previous(i)
	if !p.mark(next, ")") || w != "-" && w != "\u2013" && !arabic.IsComma(w) || i < 3 {
		return false
	}
	const most = 5 // words in the bracket
	for k := i - 2; k >= max(0, i-2-most); k-- {
		switch t := p.t.Tokens[k]; {
		case t.Norm == "(":
			return true
		case t.Kind != arabic.Word && t.Kind != arabic.Latin:
			return false
		}
	}
	return false
}

// opensLine reports whether the digits at tokens i to next open a line of a
// chronicle: «1934 - ...», «1934: ...».
func (p *parser) opensLine(i, next int) bool {
	return (i == 0 || p.t.NewLine(i-1)) && next < len(p.t.Tokens) && (p.mark(next, ":") || p.mark(next, "-") || p.mark(next, "\u2013")) &&
		p.at(next+1).extra <= 0
}
