package arabic

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/news"
)

// Rules of sentence ends, in the order they are asked.
//
//	S1  A line break ends a sentence.
//	S2  . ! ? ؟ … and their runs end a sentence; ، ؛ : and the pause «..» do not.
//	S3  Not a point inside a number, a Latin name or an abbreviation («د.», «أ. ف. ب»,
//	    «إيه. بي. سي»), nor one after the number that begins a sentence («2.»).
//	S4  Closing quotation marks and brackets after the end belong to it.
//	S5  Nothing ends inside a quotation or bracket that closes in the same line,
//	    unless it holds more than quotationLimit bytes.
//	S6  An end mark that a comma follows ends nothing, nor do dots that close a
//	    bracket, «(النفسي والمادي..)», nor what closes a short quotation before an
//	    adjective: «مشروع "من أين لك هذا؟" المتعلق بالتصريح».

// quotationLimit is how long a quotation may be before sentence ends inside it
// count, in bytes: about 60 words.
const quotationLimit = 700

func sentences(source string, tokens []Token) []Sentence {
	var list []Sentence
	first, paragraph := 0, 0
	closers := make([]int, len(tokens)) // closers[i]: the token that closes what token i opens, or 0
	matchClosers(source, tokens, closers)
	guard := 0 // sentence ends before token guard are inside a quotation (S5)
	emit := func(last int) {
		if last > first {
			list = append(list, Sentence{
				Span:  news.Span{Start: tokens[first].Start, End: tokens[last-1].End},
				First: first, Last: last, Paragraph: paragraph,
			})
			first = last
		}
	}
	for i := 0; i < len(tokens); i++ {
		if i > 0 && strings.IndexByte(source[tokens[i-1].End:tokens[i].Start], '\n') >= 0 { // S1
			emit(i)
			paragraph++
			guard = 0
		}
		if c := closers[i]; c > 0 && c > guard && tokens[c].End-tokens[i].Start <= quotationLimit {
			guard = c
		}
		if i < first || !isEnd(tokens[i]) {
			continue
		}
		j := endRun(tokens, i) // S2, S4
		if j == len(tokens) || (i >= guard || j > guard && !trails(tokens, i, guard) && !titles(tokens, closers, guard, j, first)) && breaks(source, tokens, first, i, j) {
			emit(j)
		}
		i = j - 1
	}
	emit(len(tokens))
	return list
}

// trails reports whether the end marks at token i, inside the bracket that token end
// closes, are dots for what is left out (S6).
func trails(tokens []Token, i, end int) bool {
	if n := tokens[end].Norm; n != ")" && n != "]" {
		return false
	}
	return tokens[i].Norm == "\u2026" || tokens[i].Norm == "." && i+1 < end && tokens[i+1].Norm == "."
}

// titleLimit is how many tokens the quoted title of a book or a law may have.
const titleLimit = 9

// titles reports whether the quotation that token end closes, the last before
// token j, is a title: short, within the sentence that began with token first and
// before a word with the article, which describes it (S6).
func titles(tokens []Token, closers []int, end, j, first int) bool {
	if j != end+1 || !strings.HasPrefix(tokens[j].Norm, "\u0627\u0644") { // ال
		return false
	}
	for k := end - 2; k > first && k >= end-titleLimit; k-- {
		if closers[k] == end {
			return tokens[k-1].Kind == Word && tokens[k-1].End < tokens[k].Start
		}
	}
	return false
}

// isEnd reports whether a token is an end mark.
func isEnd(t Token) bool {
	if t.Kind != Punct {
		return false
	}
	switch t.Norm {
	case ".", "!", "?", "\u061F", "\u2026", "\u06D4":
		return true
	}
	return false
}

// endRun returns the token after the run of end marks, spaces between them or
// not, and touching closing marks that starts with end mark i.
func endRun(tokens []Token, i int) int {
	j := i + 1
	for j < len(tokens) {
		touching := tokens[j-1].End == tokens[j].Start
		if !isEnd(tokens[j]) && (!touching || !isCloser(tokens[j])) || tokens[j].Start > tokens[j-1].End+1 {
			break
		}
		j++
	}
	return j
}

func isCloser(t Token) bool {
	switch t.Norm {
	case "\"", "\u201D", "\u00BB", ")", "]", "'", "\u2019":
		return true
	}
	return false
}

// breaks reports whether the end marks of tokens i to j end a sentence that
// began with token first, before token j, which exists (S2, S3, S6).
func breaks(source string, tokens []Token, first, i, j int) bool {
	next := tokens[j]
	if strings.IndexByte(source[tokens[j-1].End:next.Start], '\n') >= 0 {
		return true
	}
	if IsComma(next.Norm) || next.Norm == "\u061B" {
		return false
	}
	touching := tokens[j-1].End == next.Start
	if j == i+2 && tokens[i].Norm == "." && tokens[i+1].Norm == "." { // «..»
		return false
	}
	if tokens[i].Norm != "." || j > i+1 {
		return !touching || next.Kind == Word || next.Kind == Punct
	}
	return i > 0 && !inner(tokens, first, i, touching)
}

// inner reports whether point i, which is not the first token, belongs to a
// number, a name or an abbreviation (S3). Touching says that token i+1 touches it.
func inner(tokens []Token, first, i int, touching bool) bool {
	prev, next := tokens[i-1], tokens[i+1]
	attached := prev.End == tokens[i].Start
	switch {
	case touching && next.Kind == Latin:
		return true
	case prev.Kind == Word:
		return isAbbreviation(prev.Norm, tokens, i, attached)
	case !attached:
		return false
	case prev.Kind == Digits:
		return touching && next.Kind == Digits || i-1 == first
	case prev.Kind == Latin:
		return touching || len(prev.Norm) == 1
	}
	return false
}

// abbreviations are words of two letters and more that a point follows without
// ending a sentence: titles, and the names of Latin letters in spelt acronyms.
var abbreviations = map[string]bool{
	"ود": true, "لد": true, "وم": true, "وا": true,
	"ايه": true, "بي": true, "سي": true, "دي": true, "اي": true, "اف": true, "جي": true, "اتش": true, "جيه": true,
	"كيه": true, "ال": true, "ام": true, "ان": true, "او": true, "كيو": true, "ار": true, "اس": true, "تي": true,
	"يو": true, "في": true, "دبليو": true, "اكس": true, "واي": true, "زد": true,
}

// isAbbreviation reports whether the word before point i is a known
// abbreviation, or a single letter that is not the heh of Hijri years.
func isAbbreviation(norm string, tokens []Token, i int, attached bool) bool {
	if attached && abbreviations[norm] {
		return true
	}
	if utf8.RuneCountInString(norm) != 1 || norm == string(heh) {
		return false
	}
	// A letter after a digit («1436 م.») is a unit or an era and may end a sentence.
	return i < 2 || tokens[i-2].Kind != Digits
}

// matchClosers pairs the quotation marks and brackets of each line. A straight
// quotation mark opens and closes by turns.
func matchClosers(source string, tokens []Token, closers []int) {
	var stack []int
	for i, t := range tokens {
		if i > 0 && strings.IndexByte(source[tokens[i-1].End:t.Start], '\n') >= 0 {
			stack = stack[:0]
		}
		if t.Kind != Punct {
			continue
		}
		if want := Closer(t.Norm); want != "" && (want != t.Norm || !opened(tokens, stack, t.Norm)) {
			stack = append(stack, i)
			continue
		}
		for k := len(stack) - 1; k >= 0 && k >= len(stack)-4; k-- {
			if Closer(tokens[stack[k]].Norm) == t.Norm {
				closers[stack[k]] = i
				stack = stack[:k]
				break
			}
		}
	}
}

func opened(tokens []Token, stack []int, mark string) bool {
	for k := len(stack) - 1; k >= 0 && k >= len(stack)-4; k-- {
		if tokens[stack[k]].Norm == mark {
			return true
		}
	}
	return false
}
