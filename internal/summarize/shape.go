package summarize

import "mujaz/internal/arabic"

// run is a row of tokens that stay together.
type run struct{ first, last int }

// candidate is a sentence, or a part of one, in the words it would have as a
// bullet.
type candidate struct {
	order   int      // its line
	own     run      // the tokens that no other bullet may tell again
	runs    []run    // what stays, in order; conjunctions before the first words of runs[:bare] go
	bare    int      // how many runs lose their conjunction
	seam    int      // the run that begins the sentence after the first, or 0
	subject *speaker // the subject that a bare verb gets, or nil
	words   int      // as a reader counts them
	penalty float64
}

// shapes returns the clause of frame f in the lengths it can be told in: at most
// limit words, and, where cuts allow it, shorter.
func (f *frame) shapes(limit int) []candidate {
	mask := make([]bool, f.last-f.first)
	used := make([]bool, len(f.cuts))
	for i := f.preset.first; i < f.preset.last; i++ {
		mask[i-f.first] = true
	}
	var list []candidate
	cost := 0.0
	for {
		if words := f.count(mask); words <= limit {
			list = append(list, candidate{own: run{f.first, f.last}, runs: f.runs(mask), bare: 1, words: words, penalty: cost})
		}
		k := f.cheapest(mask, used)
		if k < 0 || len(list) >= 6 {
			return list
		}
		used[k] = true
		cost += f.cuts[k].cost
		for i := f.cuts[k].first; i < f.cuts[k].last; i++ {
			mask[i-f.first] = true
		}
	}
}

// count counts the words that stay.
func (f *frame) count(mask []bool) int {
	n := 0
	gap := true
	for i := f.first; i < f.last; i++ {
		gap = gap || i > f.first && f.s.t.Tokens[i].Start > f.s.t.Tokens[i-1].End
		if mask[i-f.first] {
			gap = true
			continue
		}
		if gap && f.s.t.Tokens[i].Kind != arabic.Punct {
			n++
			gap = false
		}
	}
	return n
}

// cheapest returns the cut that loses least for the words it saves, or -1.
func (f *frame) cheapest(mask, used []bool) int {
	best, least := -1, 0.0
	for k, c := range f.cuts {
		if used[k] {
			continue
		}
		lost, saved := c.cost, 0
		for i := c.first; i < c.last; i++ {
			if id := f.s.stem[i]; id >= 0 && !mask[i-f.first] {
				saved++
				lost += f.s.weight[id]
			}
		}
		if saved == 0 {
			continue
		}
		if lost /= float64(saved); best < 0 || lost < least {
			best, least = k, lost
		}
	}
	return best
}

func (f *frame) runs(mask []bool) []run {
	var list []run
	for i := f.first; i < f.last; i++ {
		if mask[i-f.first] {
			continue
		}
		if n := len(list); n > 0 && list[n-1].last == i {
			list[n-1].last++
		} else {
			list = append(list, run{i, i + 1})
		}
	}
	return list
}
