package dates

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/number"
)

// scan is a text whose words of time are known: one term a token, looked up
// once. A phrase has its term at its first token; its other tokens have none.
type scan struct {
	t       *arabic.Text
	terms   []term
	numbers []number.Number // written in words, near words of time
}

// numberReach is how many tokens before a word of time a number may begin that
// belongs to it.
const numberReach = 6

func newScan(t *arabic.Text) *scan {
	s := &scan{t: t, terms: make([]term, len(t.Tokens))}
	words := lexicon()
	read := 0 // numbers in words are read up to here
	for i := 0; i < len(t.Tokens); {
		n := 1
		switch w := &t.Tokens[i]; w.Kind {
		case arabic.Word:
			if e, ok := words.Find(w.Norm); ok {
				s.terms[i] = s.match(i, e)
				if s.terms[i].class == month && isIbb(w.Norm, w.Of(t.Source)) {
					s.terms[i] = term{}
				}
				n = max(1, int(s.terms[i].count))
				if s.terms[i].takesNumber() {
					s.readNumbers(max(read, i-numberReach), i)
					read = i
				}
			}
		case arabic.Digits:
			if len(w.Norm) <= 4 {
				s.terms[i] = term{class: numeralTerm, count: 1, value: digitsValue(w.Norm), extra: int16(len(w.Norm))}
			}
		case arabic.Latin, arabic.Punct, arabic.Symbol:
		}
		i += n
	}
	return s
}

// isIbb reports whether a word is the town of Ibb, which folding makes the month
// of Ab: its hamza stands below the alef.
func isIbb(norm, word string) bool {
	return strings.HasSuffix(norm, "\u0627\u0628") && strings.ContainsRune(word, '\u0625')
}

// takesNumber reports whether a number in words may stand before the term.
func (t term) takesNumber() bool {
	switch t.class {
	case month, hijriMonth, weekday, unitWord, partWord:
		return true
	default:
		return false
	}
}

// match returns the longest term at token i.
func (s *scan) match(i int, e entry) term {
next:
	for _, p := range e.phrases {
		if i+len(p.rest) >= len(s.t.Tokens) {
			continue
		}
		for k, w := range p.rest {
			if s.t.Tokens[i+1+k].Norm != w || s.t.NewLine(i+k) {
				continue next
			}
		}
		return p.term
	}
	return e.alone
}

// readNumbers reads the numbers written in words that begin at tokens from to
// to-1 and end by token to. A word of time that is also a number, such as the
// second, begins one only where more words of it follow.
func (s *scan) readNumbers(from, to int) {
	for i := from; i < to; i++ {
		if s.t.Tokens[i].Kind != arabic.Word || s.terms[i].class == numeralTerm {
			continue
		}
		n, ok := number.Read(s.t, i)
		if ok && n.Scale > 1 && i > 0 && s.t.Tokens[i-1].Kind == arabic.Digits && !s.t.NewLine(i-1) {
			continue // «22 thousand»
		}
		if !ok || n.Last > to || s.terms[i].class != none && n.Last == i+1 {
			continue
		}
		s.terms[i] = s.numberTerm(n)
		for k := i + 1; k < n.Last; k++ {
			s.terms[k] = term{}
		}
		i = n.Last - 1
	}
}

// numberTerm keeps n and returns a term for it.
func (s *scan) numberTerm(n number.Number) term {
	whole, _, ok := n.Value.Trunc(0).Int64(0)
	if !ok || whole < 0 || whole > 9999 {
		return term{}
	}
	s.numbers = append(s.numbers, n)
	return term{
		class: numeralTerm, count: uint8(n.Last - n.First), value: int16(whole), extra: -int16(min(len(s.numbers), 32767)),
		letters: uint8(utf8.RuneCountInString(n.Prefix)), definite: n.Definite,
		joined: strings.HasPrefix(n.Prefix, "\u0648"), prep: prepOf(n.Prefix),
	}
}

// prepOf returns the preposition among folded proclitics, as term has it.
func prepOf(prefix string) byte {
	switch {
	case strings.HasSuffix(prefix, "\u0628"):
		return 'b'
	case strings.HasSuffix(prefix, "\u0644"):
		return 'l'
	case strings.HasSuffix(prefix, "\u0643"):
		return 'k'
	}
	return 0
}

func digitsValue(norm string) int16 {
	v := int16(0)
	for _, c := range []byte(norm) {
		v = v*10 + int16(c-'0')
	}
	return v
}
