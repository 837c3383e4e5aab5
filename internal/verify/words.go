package verify

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/free.tsv
var freeTSV string

//go:embed data/same.tsv
var sameTSV string

//go:embed data/neutral.tsv
var neutralTSV string

//go:embed data/opposites.tsv
var oppositesTSV string

//go:embed data/strict.tsv
var strictTSV string

//go:embed data/perfect.tsv
var perfectTSV string

// lexicon is the word tables of the room, by folded word.
type lexicon struct {
	free *table.Index[bool]
	same *table.Index[string] // stem to the stem that stands for its group
	keep *table.Index[keeper]
	past *table.Index[bool] // perfects that begin with a teh

	after, led string // the stems of "after" and of "led to"

	// by stem
	neutral *table.Index[bool]
	grouped *table.Index[bool] // of same.tsv
	strict  *table.Index[bool]
	side    *table.Index[int] // of opposites.tsv: the row, below zero for the other side
}

var words = sync.OnceValue(func() *lexicon {
	free, same, keep, past, grouped := map[string]bool{}, map[string]string{}, map[string]keeper{}, map[string]bool{}, map[string]bool{}
	for _, r := range table.Rows("free.tsv", freeTSV, 1) {
		free[arabic.Key(r[0])] = true
	}
	for _, r := range table.Rows("same.tsv", sameTSV, 1) {
		group := strings.Fields(arabic.Key(r[0]))
		for _, w := range group {
			same[root(w)] = root(group[0])
			grouped[root(group[0])] = true
		}
	}
	for _, r := range table.Rows("perfect.tsv", perfectTSV, 1) {
		w := arabic.Key(r[0])
		past[w], past[w+"وا"] = true, true
	}
	for _, r := range table.Rows("keep.tsv", keepTSV, 3) {
		keep[arabic.Key(r[0])] = keeper{reach: r[1], class: r[2]}
	}
	l := &lexicon{
		free: table.NewIndex(free), same: table.NewIndex(same), keep: table.NewIndex(keep),
		past: table.NewIndex(past), grouped: table.NewIndex(grouped),
	}
	l.stems()
	l.after, l.led = l.stem("بعد"), l.stem("ادي")
	return l
})

// stems fills the tables by stem; those of same.tsv must be there.
func (l *lexicon) stems() {
	neutral, strict, side := map[string]bool{}, map[string]bool{}, map[string]int{}
	for _, r := range table.Rows("neutral.tsv", neutralTSV, 1) {
		neutral[l.stem(arabic.Key(r[0]))] = true
	}
	for _, r := range table.Rows("strict.tsv", strictTSV, 1) {
		strict[l.stem(arabic.Key(r[0]))] = true
	}
	for n, r := range table.Rows("opposites.tsv", oppositesTSV, 2) {
		for k, half := range r {
			for w := range strings.FieldsSeq(arabic.Key(half)) {
				s := l.stem(w)
				strict[s], side[s] = true, (n+1)*(1-2*k)
			}
		}
	}
	l.neutral, l.strict, l.side = table.NewIndex(neutral), table.NewIndex(strict), table.NewIndex(side)
}

// bare takes one ending off a word, the longest that leaves three letters: in the
// first round a pronoun, in the second an ending of number, gender or person. The
// yeh of origin stays: «المغرب» and «المغربي» are two words.
func bare(w string, round int) string {
	last, _ := utf8.DecodeLastRuneInString(w)
	switch {
	case last == 'ه':
		return cut(w, "ه", "", "", "", "")
	case round == 0 && last == 'ا':
		return cut(w, "هما", "ها", "", "", "")
	case round == 0 && last == 'م':
		if rest := cut(w, "هم", "كم", "", "", ""); !strings.HasPrefix(w, "ي") || utf8.RuneCountInString(rest) > 3 { // not «يساهم»
			return rest
		}
	case round == 0 && last == 'ن':
		return cut(w, "هن", "", "", "", "")
	case round == 0:
	case last == 'ن':
		return cut(w, "تين", "تان", "ون", "ين", "ان")
	case last == 'ت':
		return cut(w, "ات", "ت", "", "", "")
	case last == 'ا':
		rest := cut(w, "وا", "تا", "ا", "", "")
		if len(w)-len(rest) == len("ا") { // «عصيانا», «عصيان»
			return bare(rest, round)
		}
		return rest
	}
	return w
}

// cut takes the first of the endings off w that leaves three letters.
func cut(w string, a, b, c, d, e string) string {
	for _, end := range [...]string{a, b, c, d, e} {
		if rest, ok := strings.CutSuffix(w, end); ok && end != "" && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}

// stem returns what a folded word is compared by: without clitics, without
// endings, without what begins the imperfect, where three letters remain. It is
// coarse where that is harmless and never joins words that differ inside
// («سالم», «سليم»).
func stem(norm string) string { return words().stem(norm) }

func (l *lexicon) stem(norm string) string {
	s := root(norm)
	if g, ok := l.same.Find(s); ok {
		return g
	}
	return s
}

func root(norm string) string {
	w := arabic.Core(norm)
	if coming(w) {
		w = w[len("س"):]
	}
	w = bare(bare(w, 0), 1)
	if r, size := utf8.DecodeRuneInString(w); (r == 'ي' || r == 'ت' || r == 'ا') && utf8.RuneCountInString(w) >= 4 {
		w = w[size:]
		if rest, ok := strings.CutPrefix(w, "ت"); ok && r != 'ا' && utf8.RuneCountInString(rest) >= 3 { // «يتضمن», «تضمن»
			w = rest
		}
	}
	return w
}

// coming reports whether a folded word without clitics may be a verb of the future.
func coming(w string) bool {
	rest, ok := strings.CutPrefix(w, "س")
	return ok && (strings.HasPrefix(rest, "ي") || strings.HasPrefix(rest, "ت")) && utf8.RuneCountInString(rest) >= 4
}

// isFree reports whether a folded word says nothing by itself.
func isFree(norm string) bool {
	free := words().free
	if free.Of(norm) {
		return true
	}
	for _, p := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(norm, p); ok && free.Of(rest) {
			return true
		}
	}
	return false
}

// key returns what token w is compared by.
func key(w arabic.Token) string {
	if w.Kind == arabic.Word {
		return stem(w.Norm)
	}
	return w.Norm
}
