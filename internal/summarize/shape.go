package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
)

// run is a row of tokens that stay together.
type run struct{ first, last int }

// candidate is a sentence, or a part of one, in the words it would have as a
// bullet.
type candidate struct {
	order   int      // its line
	own     run      // the tokens that no other bullet may tell again
	runs    []run    // what stays, in order
	bare    int      // how many runs lose the conjunction before their first word
	seam    int      // the run that begins the sentence after the first, or 0
	subject *speaker // the subject that a bare verb gets, or nil
	intro   *introduction
	thanks  bool   // its sentence thanks, praises or prays
	near    bool   // its sentence has a word of the title or of the first sentence
	follows bool   // the line before it is the sentence before its own
	verb    string // the verb that stands for the participle it begins with, or ""
	words   int    // as a reader counts them
	penalty float64
}

const (
	mostCuts     = 12 // cuts of one sentence that are considered
	mostTogether = 5  // cuts that may be made together
	shortest     = 4  // words of the shortest part of a bullet
)

// shaper tries the cuts of a frame together.
type shaper struct {
	f     *frame
	words []int     // words[i]: words before token first+i
	worth []float64 // the same for what they are worth
	best  []shape   // by number of words
}

// shape is a choice of cuts.
type shape struct {
	value, cost float64
	cuts        [mostTogether]int8
	n           int8
	known       bool
}

// shapes returns the clause of frame f in the lengths it can be told in, up to
// limit words: for each length the best choice of cuts, where a longer telling
// is worth more.
func (f *frame) shapes(limit int) []candidate {
	if limit < shortest {
		return nil // a subject has taken the words
	}
	slices.SortStableFunc(f.cuts, func(a, b cut) int { return a.first - b.first })
	x := shaper{f: f, best: make([]shape, limit+1)}
	x.sum()
	x.try(shape{}, 0, f.preset)
	var list []candidate
	most := -1e9
	for w := shortest; w <= limit; w++ {
		if b := x.best[w]; b.known && b.value > most {
			most = b.value
			list = append(list, x.candidate(b, w))
		}
	}
	return list
}

func (x *shaper) sum() {
	f := x.f
	n := f.last - f.first
	x.words, x.worth = make([]int, n+1), make([]float64, n+1)
	for i := range n {
		t := f.s.t.Tokens[f.first+i]
		x.words[i+1], x.worth[i+1] = x.words[i], x.worth[i]
		if id := f.s.stem[f.first+i]; id >= 0 {
			x.worth[i+1] += f.s.weight[id]
		}
		if !comma(t) && (i == 0 || t.Start > f.s.t.Tokens[f.first+i-1].End) {
			x.words[i+1]++
		}
	}
}

// try notes the shape with the cuts made so far and goes on with those from k;
// gone is the last run that was cut, and nothing of it is counted twice.
func (x *shaper) try(s shape, k int, gone run) {
	x.note(s)
	if int(s.n) == mostTogether {
		return
	}
	for ; k < min(len(x.f.cuts), mostCuts); k++ {
		c := x.f.cuts[k]
		if s.n > 0 && c.first < gone.last && !x.meet(gone, c) || c.first >= x.f.preset.first && c.last <= x.f.preset.last {
			continue // inside or across the cut before it
		}
		next := s
		next.cuts[s.n] = int8(k)
		next.n++
		next.cost += c.cost
		x.try(next, k+1, run{c.first, c.last})
	}
}

// meet reports whether cut c begins with the comma that closes gone, an insertion
// between commas: «الوزير[، سالم الراوي،][ اليوم الأحد،] إن».
func (x *shaper) meet(gone run, c cut) bool {
	t := x.f.s.t.Tokens
	return c.first == gone.last-1 && c.last > gone.last && comma(t[c.first]) && comma(t[gone.first])
}

func (x *shaper) note(s shape) {
	f := x.f
	n := f.last - f.first
	words, worth := x.words[n], x.worth[n]
	drop := func(a, b int) {
		words -= x.words[b-f.first] - x.words[a-f.first]
		worth -= x.worth[b-f.first] - x.worth[a-f.first]
	}
	if f.preset.last > f.preset.first {
		drop(f.preset.first, f.preset.last)
	}
	for _, k := range s.cuts[:s.n] {
		drop(f.cuts[k].first, f.cuts[k].last)
	}
	if words < shortest || words >= len(x.best) || !x.whole(s) {
		return
	}
	s.cost *= tuned.cuts
	s.value, s.known = worth-s.cost, true
	if b := &x.best[words]; !b.known || s.value > b.value {
		*b = s
	}
}

// whole reports whether shape s leaves no mark of quotation or bracket that
// nothing closes.
func (x *shaper) whole(s shape) bool {
	f := x.f
	if f.capped && !slices.ContainsFunc(s.cuts[:s.n], func(k int8) bool { return f.cuts[k].last == f.last }) {
		return false
	}
	if !x.closed(s) || f.subordinate() && slices.ContainsFunc(s.cuts[:s.n], func(k int8) bool { return f.cuts[k].last == f.last }) {
		return false
	}
	if f.broken < 0 || f.preset.first <= f.broken && f.broken < f.preset.last {
		return true
	}
	for _, k := range s.cuts[:s.n] {
		if c := f.cuts[k]; c.first <= f.broken && c.last == f.last {
			return true
		}
	}
	return false
}

// closed reports whether the last word that shape s keeps can end a sentence.
func (x *shaper) closed(s shape) bool {
	f := x.f
	last := f.last - 1
	for again := true; again; {
		again = false
		for _, k := range s.cuts[:s.n] {
			if c := f.cuts[k]; c.first <= last && last < c.last {
				last, again = c.first-1, true
			}
		}
	}
	return f.stops(last) && (len(f.needs) == 0 || f.fed(func(i int) bool {
		for _, k := range s.cuts[:s.n] {
			if c := f.cuts[k]; c.first <= i && i < c.last {
				return false
			}
		}
		return i < f.preset.first || i >= f.preset.last
	}))
}

// stops reports whether a sentence can end on token last, or on the word before the
// marks there.
func (f *frame) stops(last int) bool {
	for last > f.first && endMark(f.s.t.Tokens[last]) {
		last--
	}
	t := f.s.t.Tokens[last]
	if rest, ok := strings.CutPrefix(t.Norm, "\u0644"); ok && last < f.last-1 && f.s.marks[last] == 0 && f.s.lex.marks[rest]&(present|nominal) == present { // «ليتوجه»
		return false
	}
	if n := f.s.bareNorm(last); n != t.Norm && (n == "\u0645\u0646\u0647\u0627" || n == "\u0645\u0646\u0647\u0645") { // «ومنها»
		return false
	}
	if c, _ := f.s.cue(last, last+1); c == remark || c == source || last < f.last-1 && f.unended(last) || f.unqualified(last) || f.parted(last) {
		return false
	}
	if last > f.first && last < f.last-1 && (t.Norm == "\u062C\u0627\u0646\u0628" || t.Norm == "\u062C\u0647\u0647" || t.Norm == "\u0646\u0627\u062D\u064A\u0647") && f.s.t.Tokens[last-1].Norm == "\u0645\u0646" { // من جانب، من جهة، من ناحية: the other one was cut
		return false
	}
	return t.Kind != arabic.Word || f.s.marks[last]&(that|relative) == 0 && (f.s.marks[last]&open == 0 || last == f.last-1 && t.Norm != waw && (!f.s.preposition(last) || f.s.sequel(last)))
}

func (x *shaper) candidate(s shape, words int) candidate {
	f := x.f
	gone := make([]run, 0, s.n+2)
	if f.lone >= 0 {
		gone = append(gone, run{f.lone, f.lone + 1})
	}
	if f.preset.last > f.preset.first {
		gone = append(gone, f.preset)
	}
	for _, k := range s.cuts[:s.n] {
		gone = append(gone, run{f.cuts[k].first, f.cuts[k].last})
	}
	slices.SortFunc(gone, func(a, b run) int { return a.first - b.first })
	c := candidate{own: run{f.first, f.last}, bare: 1, words: words, penalty: s.cost}
	// What a cut takes from the end is free for another bullet.
	for n := len(gone) - 1; n >= 0 && gone[n].last == c.own.last; n-- {
		c.own.last = gone[n].first
	}
	at := f.first
	for _, g := range gone {
		if g.first > at {
			c.runs = append(c.runs, run{at, g.first})
		}
		at = max(at, g.last)
	}
	if at < f.last {
		c.runs = append(c.runs, run{at, f.last})
	}
	return c
}
