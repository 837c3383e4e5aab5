package draft

import (
	"cmp"
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
)

// mostPlaces is how many places of one quote are considered.
const mostPlaces = 40

// place is somewhere that a quote may stand.
type place struct {
	news.Span
	quote  int // its number
	weight int // its words
}

// ordered returns where quotes stand (F1, F2), each at most once: the choice of
// places that keeps the order of the quotes and covers most words, then the
// first free place of those that break the order.
func ordered(t *arabic.Text, quotes []string) []news.Span {
	var list []place
	for i, q := range quotes {
		read := arabic.Read(q)
		spans := occurrences(t, read, false)
		if len(spans) == 0 {
			if e, ok := evidence.Verbatim(t, q); ok && hasWords(read) {
				spans = []news.Span{e.Span}
			}
		}
		for _, s := range spans {
			list = append(list, place{s, i, len(read.Tokens)})
		}
	}
	chosen := chain(list)
	for _, p := range list {
		clash := func(c place) bool { return c.quote == p.quote || c.Overlaps(p.Span) }
		if !slices.ContainsFunc(chosen, clash) {
			chosen = append(chosen, p)
		}
	}
	slices.SortFunc(chosen, func(a, b place) int { return cmp.Compare(a.Start, b.Start) })
	return spansOf(chosen, func(p place) news.Span { return p.Span })
}

// chain returns the heaviest choice of places, at most one for a quote, in which
// later quotes stand after earlier ones. Places of a quote are in order of the
// text, and of equal choices the one that ends first wins.
func chain(list []place) []place {
	best := make([]int, len(list)) // weight of the best chain that ends with i
	from := make([]int, len(list))
	end := -1
	for i, p := range list {
		best[i], from[i] = p.weight, -1
		for k := range i {
			if q := list[k]; q.quote < p.quote && q.End <= p.Start && best[k]+p.weight > best[i] {
				best[i], from[i] = best[k]+p.weight, k
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	var chosen []place
	for i := end; i >= 0; i = from[i] {
		chosen = append(chosen, list[i])
	}
	slices.Reverse(chosen)
	return chosen
}

// occurrences returns where the words of q stand in t, one after the other,
// punctuation left aside; with clitics, the first may carry some, which the
// span then leaves out.
func occurrences(t, q *arabic.Text, clitics bool) []news.Span {
	words := wordsOf(q)
	if len(words) == 0 {
		return nil
	}
	var list []news.Span
	for i := range t.Tokens {
		start, ok := startsWith(t, i, words[0], clitics)
		if !ok {
			continue
		}
		last, rest := i, words[1:]
		for k := i + 1; k < len(t.Tokens) && len(rest) > 0; k++ {
			if t.Tokens[k].Kind == arabic.Punct && rest[0].Kind != arabic.Punct {
				if q.Tokens[0].Kind == arabic.Digits || t.Tokens[k-1].Kind == arabic.Digits {
					break // a mark inside or beside a number is part of what it says
				}
				continue
			}
			if t.Tokens[k].Norm != rest[0].Norm {
				break
			}
			last, rest = k, rest[1:]
		}
		if len(rest) == 0 && !splitsNumber(t, i, last) {
			list = append(list, news.Span{Start: start, End: t.Tokens[last].End})
		}
		if len(list) == mostPlaces {
			break
		}
	}
	return list
}

// wordsOf returns the tokens of q that are compared: all but punctuation around
// words; marks between digits count.
func wordsOf(q *arabic.Text) []arabic.Token {
	var list []arabic.Token
	for i, w := range q.Tokens {
		inside := i > 0 && i+1 < len(q.Tokens) && q.Tokens[i-1].Kind == arabic.Digits && q.Tokens[i+1].Kind == arabic.Digits
		if w.Kind != arabic.Punct || inside {
			list = append(list, w)
		}
	}
	return list
}

func hasWords(q *arabic.Text) bool { return len(wordsOf(q)) > 0 }

func startsWith(t *arabic.Text, i int, w arabic.Token, clitics bool) (int, bool) {
	if t.Tokens[i].Norm == w.Norm {
		return t.Tokens[i].Start, true
	}
	if !clitics || t.Tokens[i].Kind != arabic.Word {
		return 0, false
	}
	stems, n := t.Stems(i)
	for _, s := range stems[:n] {
		if s.Norm == w.Norm {
			return s.Start, true
		}
	}
	return 0, false
}

// splitsNumber reports whether tokens first to last begin or end inside a number
// that is written with marks: «9» of «1.9».
func splitsNumber(t *arabic.Text, first, last int) bool {
	mark := func(i int) bool {
		return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Kind == arabic.Punct && t.Touch(i-1) && t.Touch(i) &&
			t.Tokens[i-1].Kind == arabic.Digits && t.Tokens[i+1].Kind == arabic.Digits
	}
	return mark(first-1) || mark(last+1)
}
