package evidence

import (
	"strings"
	"unicode"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// candidates is how many folded occurrences are compared mark by mark before
// the first of them is taken.
const candidates = 16

// folded finds the tokens of q that words lists, in order, in t (E2): of
// several occurrences the first whose letters are the same too.
func folded(t, q *arabic.Text, words []int) (news.Span, bool) {
	var best news.Span
	seen := 0
	occurrences(t, q, words, func(first, last int) bool {
		s := t.Cover(first, last+1)
		if !boundary(t, s.Start) || !boundary(t, s.End) {
			return true
		}
		if seen++; seen == 1 {
			best = s
		}
		if sameLetters(s.Of(t.Source), q.Cover(words[0], words[len(words)-1]+1).Of(q.Source)) {
			best = s
			return false
		}
		return seen < candidates
	})
	return best, seen > 0
}

// clitic finds the words of q in t where the first carries a clitic that the
// quote lacks (E3).
func clitic(t, q *arabic.Text, words []int) (news.Span, bool) {
	if len(words) == 0 || q.Tokens[words[0]].Kind != arabic.Word {
		return news.Span{}, false
	}
	want := q.Tokens[words[0]].Norm
	var found news.Span
	ok := false
	try := func(i, last int) bool {
		start, has := stemAt(t, i, want)
		s := news.Span{Start: start, End: t.Tokens[last].End}
		if !has || !boundary(t, s.End) {
			return true
		}
		found, ok = s, true
		return false
	}
	if len(words) > 1 {
		occurrences(t, q, words[1:], func(first, last int) bool {
			i := first - 1
			for i >= 0 && !counts(t, i) {
				i--
			}
			return i < 0 || try(i, last)
		})
		return found, ok
	}
	for i := range t.Tokens {
		if t.Tokens[i].Kind == arabic.Word && len(t.Tokens[i].Norm) > len(want) && !try(i, i) {
			break
		}
	}
	return found, ok
}

// stemAt returns where want begins in word i of t once clitics are taken off,
// and false when it is no reading of the word. Where the lam of "to" has
// swallowed the alef of the article there is no such place, and no match.
func stemAt(t *arabic.Text, i int, want string) (int, bool) {
	if t.Tokens[i].Kind != arabic.Word || !strings.HasSuffix(t.Tokens[i].Norm, want) {
		return 0, false
	}
	list, n := t.Stems(i)
	for _, s := range list[1:n] {
		if s.Norm == want {
			return s.Start, true
		}
	}
	return 0, false
}

// occurrences calls yield with the first and last token of every place in t
// where the tokens of q that words lists stand in order, until yield reports
// false. It is the search of Knuth, Morris and Pratt over the tokens that count.
func occurrences(t, q *arabic.Text, words []int, yield func(first, last int) bool) {
	m := len(words)
	if m == 0 {
		return
	}
	norm := func(k int) string { return q.Tokens[words[k]].Norm }
	fail := make([]int, m)
	for k, j := 1, 0; k < m; k++ {
		for j > 0 && norm(j) != norm(k) {
			j = fail[j-1]
		}
		if norm(j) == norm(k) {
			j++
		}
		fail[k] = j
	}
	places := make([]int, m) // a ring: where the last m tokens that count stand
	n, j := 0, 0
	for i := range t.Tokens {
		if !counts(t, i) {
			continue
		}
		places[n%m] = i
		n++
		for j > 0 && norm(j) != t.Tokens[i].Norm {
			j = fail[j-1]
		}
		if norm(j) == t.Tokens[i].Norm {
			j++
		}
		if j == m {
			if !yield(places[n%m], i) {
				return
			}
			j = fail[m-1]
		}
	}
}

// sameLetters reports whether a and b are the same once marks, spaces and
// punctuation are left out, without folding letters.
func sameLetters(a, b string) bool {
	return strings.Map(letter, a) == strings.Map(letter, b)
}

// letter returns r when it is a letter or digit, without the marks on it, else -1.
func letter(r rune) rune {
	if arabic.IsMark(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return -1
	}
	if d := arabic.FoldRune(r); '0' <= d && d <= '9' {
		return d
	}
	return r
}
