package evidence

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Limits of alignment (E4). A quote shorter than alignFrom words is found whole
// or not at all; one longer than alignTo is no quote that an engine was asked for.
const (
	alignFrom   = 4
	alignTo     = 200
	coverageNum = 3 // matched words * coverageDen >= coverageNum * quoted words
	coverageDen = 4
	density     = 3 // words of the stretch <= density * matched words
	windows     = 8 // stretches that are aligned in full
)

// unit is a word or a whole number of a text, as alignment compares it.
type unit struct {
	key         string
	first, last int // its tokens
	number      bool
}

// units calls yield with the units of t in order, until it reports false.
func units(t *arabic.Text, yield func(unit) bool) {
	for i := 0; i < len(t.Tokens); i++ {
		w := t.Tokens[i]
		u := unit{key: w.Norm, first: i, last: i}
		switch w.Kind {
		case arabic.Punct:
			continue
		case arabic.Latin, arabic.Symbol:
		case arabic.Word:
			u.key = arabic.Core(w.Norm)
		case arabic.Digits:
			u.number = true
			for i+2 < len(t.Tokens) && t.Separates(i+1) {
				i += 2
			}
			if u.last = i; u.last > u.first {
				u.key = numeral(t, u.first, u.last)
			}
		}
		if !yield(u) {
			return
		}
	}
}

// numeral joins the tokens of a number; the marks between thousands go.
func numeral(t *arabic.Text, first, last int) string {
	var b strings.Builder
	for i := first; i <= last; i++ {
		if t.Tokens[i].Norm != "," || len(t.Tokens[i+1].Norm) != 3 {
			b.WriteString(t.Tokens[i].Norm)
		}
	}
	return b.String()
}

// hit is a unit of the text that the quote holds too.
type hit struct {
	unit
	at int // which unit of the text it is
}

// aligned finds the shortest stretch of t that holds most units of q in order.
func aligned(t, q *arabic.Text) (news.Span, bool) {
	var quoted []unit
	units(q, func(u unit) bool {
		quoted = append(quoted, u)
		return len(quoted) <= alignTo
	})
	if len(quoted) < alignFrom || len(quoted) > alignTo {
		return news.Span{}, false
	}
	want := make(map[string]bool, len(quoted))
	for _, u := range quoted {
		want[u.key] = true
	}
	var hits []hit
	at := 0
	units(t, func(u unit) bool {
		if want[u.key] {
			hits = append(hits, hit{u, at})
		}
		at++
		return true
	})
	var best stretch
	for _, w := range richest(hits, len(quoted)) {
		if s, ok := align(quoted, hits[w.Start:w.End]); ok && s.better(best) && agrees(t, quoted, s) {
			best = s
		}
	}
	if best.matched == 0 {
		return news.Span{}, false
	}
	return t.Cover(best.first, best.last+1), true
}

// richest returns the windows of hits, spans of density*m units at most, that
// hold enough different keys, fullest first and at most a few.
func richest(hits []hit, m int) []news.Span {
	type full struct {
		news.Span
		keys int
	}
	var list []full
	inside := make(map[string]int, m)
	lo := 0
	for hi := range hits {
		inside[hits[hi].key]++
		for hits[hi].at-hits[lo].at >= density*m {
			if inside[hits[lo].key]--; inside[hits[lo].key] == 0 {
				delete(inside, hits[lo].key)
			}
			lo++
		}
		if len(inside)*coverageDen*2 < coverageNum*m { // repeated words: half the keys may be enough
			continue
		}
		w := full{news.Span{Start: lo, End: hi + 1}, len(inside)}
		if n := len(list); n > 0 && list[n-1].Start <= lo && lo < list[n-1].Start+m/2+1 {
			if w.keys > list[n-1].keys {
				list[n-1] = w
			}
			continue
		}
		list = append(list, w)
		if len(list) > 4*windows {
			slices.SortStableFunc(list, func(a, b full) int { return b.keys - a.keys })
			list = list[:windows]
		}
	}
	slices.SortStableFunc(list, func(a, b full) int { return b.keys - a.keys })
	var spans []news.Span
	for _, w := range list[:min(windows, len(list))] {
		spans = append(spans, w.Span)
	}
	return spans
}

// stretch is an alignment: how many units match, the text units it covers, and
// which units of the quote were matched.
type stretch struct {
	matched, length int
	first, last     int // tokens
	quoted          []bool
	tokens          []int // first tokens of the matched units
}

func (s stretch) better(o stretch) bool {
	return s.matched > o.matched || s.matched == o.matched && o.matched > 0 && s.length < o.length
}

// cell is the best alignment of a beginning of the quote with a beginning of
// the window: most matches, then the latest start.
type cell struct{ matched, start int }

func (c cell) less(o cell) bool {
	return c.matched < o.matched || c.matched == o.matched && c.start < o.start
}

// align is a longest common subsequence that prefers short stretches.
func align(quoted []unit, window []hit) (stretch, bool) {
	m, n := len(quoted), len(window)
	table := make([]cell, (m+1)*(n+1))
	for i := 1; i <= m; i++ {
		row, above := table[i*(n+1):], table[(i-1)*(n+1):]
		for j := 1; j <= n; j++ {
			c := above[j]
			if c.less(row[j-1]) {
				c = row[j-1]
			}
			if quoted[i-1].key == window[j-1].key {
				d := above[j-1]
				if d.matched++; d.matched == 1 {
					d.start = j - 1
				}
				if c.less(d) {
					c = d
				}
			}
			row[j] = c
		}
	}
	end := 0
	for j := 1; j <= n; j++ {
		a, b := table[m*(n+1)+j], table[m*(n+1)+end]
		if a.matched > b.matched || a.matched == b.matched && a.matched > 0 &&
			window[j-1].at-window[a.start].at < window[end-1].at-window[b.start].at {
			end = j
		}
	}
	best := table[m*(n+1)+end]
	if best.matched*coverageDen < coverageNum*m || best.matched < alignFrom-1 {
		return stretch{}, false
	}
	s := trace(table, quoted, window, end)
	s.length = window[end-1].at - window[best.start].at + 1
	return s, s.length <= density*s.matched
}

// trace walks the table back from the end of the best alignment.
func trace(table []cell, quoted []unit, window []hit, end int) stretch {
	n := len(window)
	s := stretch{quoted: make([]bool, len(quoted)), last: window[end-1].last}
	for i, j := len(quoted), end; i > 0 && j > 0; {
		switch table[i*(n+1)+j] {
		case table[(i-1)*(n+1)+j]:
			i--
		case table[i*(n+1)+j-1]:
			j--
		default:
			i, j = i-1, j-1
			s.quoted[i] = true
			s.first = window[j].first
			s.tokens = append(s.tokens, window[j].first)
			s.matched++
		}
	}
	return s
}

// agrees reports whether every number of the quote was matched, and no negation
// stands on one side only.
func agrees(t *arabic.Text, quoted []unit, s stretch) bool {
	for i, u := range quoted {
		if !s.quoted[i] && (u.number || negates(u.key)) {
			return false
		}
	}
	for i := s.first; i <= s.last; i++ {
		if t.Tokens[i].Kind == arabic.Word && negates(arabic.Core(t.Tokens[i].Norm)) && !slices.Contains(s.tokens, i) {
			return false
		}
	}
	return true
}

// negates reports whether the core of a word is a particle or verb that turns
// what is said into its opposite.
func negates(core string) bool {
	switch core {
	case "لم", "لن", "لا", "ليس", "ليست", "غير", "دون", "عدم", "نفي", "نفت", "ينفي", "تنفي":
		return true
	}
	return false
}
