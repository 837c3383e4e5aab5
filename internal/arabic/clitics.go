package arabic

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mujaz/internal/table"
)

//go:embed data/radical.tsv
var radicalTSV string

// radicals are the words of radical.tsv.
var radicals = sync.OnceValue(func() *table.Index[bool] {
	m := map[string]bool{}
	for _, r := range table.Rows("radical.tsv", radicalTSV, 1) {
		m[Key(r[0])] = true
	}
	return table.NewIndex(m)
})

// radical reports whether the first letter of a folded word is its own: the word, or
// what is left of it without an ending, is one of radical.tsv.
func radical(norm string) bool {
	m := radicals()
	if m.Of(norm) {
		return true
	}
	for _, end := range [...]string{"ه", "ها", "هم", "ي", "ا", "ت", "ات", "ان", "ين", "ون", "نا", "وا"} {
		if rest, ok := strings.CutSuffix(norm, end); ok && m.Of(rest) {
			return true
		}
	}
	return false
}

// Stem is one reading of a word: what remains when proclitics are taken off.
//
// A reading is a possibility, not a finding: the waw of a word may be its own
// first letter. Callers try the readings in order against their tables and take
// the first that is there.
type Stem struct {
	Norm   string // folded; the article stays: "المغرب" for "وللمغرب"
	Prefix string // what was taken off, folded: "", "و", "ل", "ول", ...
	Start  int    // where the stem begins in the source
}

// Stems returns the readings of word token i, the whole word first, then
// without a conjunction (waw, feh), then without a preposition (beh, kaf, lam)
// or the future seen, then without both. At least two letters remain in each.
func (t *Text) Stems(i int) (list [4]Stem, n int) {
	w := t.Tokens[i]
	list[0] = Stem{Norm: w.Norm, Start: w.Start}
	n = 1
	if w.Kind != Word {
		return list, n
	}
	if r, size := first(w.Norm); (r == waw || r == feh) && letters(w.Norm[size:], 2) {
		list[n] = Stem{Norm: w.Norm[size:], Prefix: w.Norm[:size], Start: t.cut(w.Start, 1)}
		n++
	}
	for _, s := range list[:n] {
		r, size := first(s.Norm)
		if r != beh && r != kaf && r != lam && r != seen || !letters(s.Norm[size:], 2) {
			continue
		}
		rest := s.Norm[size:]
		// The lam of "to" swallows the alef of the article: lam lam is lam alef lam.
		if next, _ := first(rest); r == lam && next == lam && letters(rest, 3) {
			rest = string(alef) + rest
		}
		list[n] = Stem{Norm: rest, Prefix: w.Norm[:len(s.Prefix)+size], Start: t.cut(s.Start, 1)}
		n++
	}
	return list, n
}

// cut returns the source offset n letters after start, their marks included.
func (t *Text) cut(start, n int) int {
	for range n {
		_, size := first(t.Source[start:])
		start = skipMarks(t.Source, start+size)
	}
	return start
}

// letters reports whether s has at least n runes.
func letters(s string, n int) bool {
	for len(s) < utf8.UTFMax*n { // else there is no need to count
		if n == 0 {
			return true
		}
		if s == "" {
			return false
		}
		_, size := first(s)
		s, n = s[size:], n-1
	}
	return true
}

// Bare returns a folded word without the article, and whether it had one that
// leaves at least two letters.
func Bare(norm string) (string, bool) {
	if rest, ok := strings.CutPrefix(norm, "\u0627\u0644"); ok && letters(rest, 2) {
		return rest, true
	}
	return norm, false
}

// IsDefinite reports whether a folded word begins with the article.
func IsDefinite(norm string) bool {
	_, ok := Bare(norm)
	return ok
}

// Core returns a folded word without what may stand before it: conjunctions
// (waw, feh), prepositions (beh, kaf, lam) and the article, again and again until
// nothing more comes off, or what is left is a word of radical.tsv. It is a key for
// asking whether two words are the same but for their clitics, and may be no word
// itself: a waw that radical.tsv does not know goes too, alike on both sides. The
// seen of the future stays, because it changes what is said. At least two letters
// remain after the waw and the article, three after the others.
func Core(norm string) string {
	for {
		w := norm
		r, size := first(w)
		switch {
		case strings.HasPrefix(w, "\u0644\u0644") && letters(w[4:], 2):
			w = w[4:]
		case (r == waw && letters(w[size:], 2) || (r == feh || r == beh || r == kaf || r == lam) && letters(w[size:], 3)) && !radical(w):
			w = w[size:]
		default:
			w, _ = Bare(w)
		}
		if len(w) == len(norm) {
			return w
		}
		norm = w
	}
}
