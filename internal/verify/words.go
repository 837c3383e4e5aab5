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

//go:embed data/perfect.tsv
var perfectTSV string

// lexicon is the word tables of the room, by folded word.
type lexicon struct {
	free map[string]bool
	same map[string]string // stem to the stem that stands for its group
	keep map[string]keeper
	past map[string]bool // perfects that begin with a teh
}

var words = sync.OnceValue(func() lexicon {
	l := lexicon{free: map[string]bool{}, same: map[string]string{}, keep: map[string]keeper{}, past: map[string]bool{}}
	for _, r := range table.Rows("free.tsv", freeTSV, 1) {
		l.free[arabic.Key(r[0])] = true
	}
	for _, r := range table.Rows("same.tsv", sameTSV, 1) {
		group := strings.Fields(arabic.Key(r[0]))
		for _, w := range group {
			l.same[root(w)] = root(group[0])
		}
	}
	for _, r := range table.Rows("perfect.tsv", perfectTSV, 1) {
		w := arabic.Key(r[0])
		l.past[w], l.past[w+"وا"] = true, true
	}
	for _, r := range table.Rows("keep.tsv", keepTSV, 3) {
		l.keep[arabic.Key(r[0])] = keeper{reach: r[1], class: r[2]}
	}
	return l
})

// endings are taken off the end of a word, the longest first: pronouns, then
// the endings of number, gender and person. Three letters remain.
var endings = [2][]string{
	{"هما", "ها", "هم", "هن", "نا", "كم", "ه"},
	{"تين", "تان", "ات", "ون", "ين", "ان", "وا", "تا", "ت", "ه", "ا", "ي"},
}

// stem returns what a folded word is compared by: without clitics, without
// endings, without what begins the imperfect. It is coarse where that is
// harmless and never joins words that differ inside («سالم», «سليم»).
func stem(norm string) string {
	s := root(norm)
	if g, ok := words().same[s]; ok {
		return g
	}
	return s
}

func root(norm string) string {
	w := arabic.Core(norm)
	for _, list := range endings {
		for _, e := range list {
			if rest, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(rest) >= 3 {
				w = rest
				break
			}
		}
	}
	if r, size := utf8.DecodeRuneInString(w); (r == 'ي' || r == 'ت' || r == 'ا') && utf8.RuneCountInString(w) >= 4 {
		w = w[size:]
	}
	return w
}

// isFree reports whether a folded word says nothing by itself.
func isFree(norm string) bool {
	free := words().free
	if free[norm] {
		return true
	}
	for _, p := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(norm, p); ok && free[rest] {
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
