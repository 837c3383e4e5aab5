package summarize

import "slices"

// weights are what the choice of words and bullets is tuned by. The first five
// say how likely a word is to stand in an editor's summary (logistic
// regression); the rest weigh bullets.
type weights struct {
	bias   float64
	late   float64 // what the logarithm of its place takes
	again  float64 // what the logarithm of its count adds
	title  float64 // what standing in the title adds
	number float64 // what being a number adds

	word  float64 // what each word of a bullet costs
	echo  float64 // what is left of the worth of a word told before
	first float64 // what the first sentence is worth more
	place float64 // what each later sentence is worth less
}

var tuned = weights{
	bias: 0.85, late: 0.85, again: 1, title: 1.4, number: 1.6,
	word: 0.27, echo: 0.4, first: 1, place: 0.05,
}

// choose picks at most n candidates, no two with words in common, that together
// tell most in at most budget words, and returns them in the order of the article.
func (s *story) choose(list []candidate, n, budget int) []candidate {
	told := make([]uint8, len(s.weight))
	var chosen []candidate
	words := 0
	for len(chosen) < n {
		best, most := -1, -2.0
		for k := range list {
			c := &list[k]
			if words+c.words > budget || taken(chosen, c) {
				continue
			}
			if v := s.gain(c, told); v > most {
				best, most = k, v
			}
		}
		if best < 0 {
			break
		}
		c := list[best]
		chosen = append(chosen, c)
		words += c.words
		s.tell(&c, told, 1)
	}
	slices.SortFunc(chosen, func(a, b candidate) int { return a.runs[0].first - b.runs[0].first })
	return chosen
}

// taken reports whether a chosen candidate shares tokens with c.
func taken(chosen []candidate, c *candidate) bool {
	for k := range chosen {
		if chosen[k].own.first < c.own.last && c.own.first < chosen[k].own.last {
			return true
		}
	}
	return false
}

// tell counts the words of c as told, or takes them back.
func (s *story) tell(c *candidate, told []uint8, by uint8) {
	for _, r := range c.runs {
		for i := r.first; i < r.last; i++ {
			if id := s.stem[i]; id >= 0 {
				told[id] += by
			}
		}
	}
}

// gain is what candidate c adds to what is told already.
func (s *story) gain(c *candidate, told []uint8) float64 {
	p := &tuned
	v := -c.penalty - p.word*float64(c.words) - p.place*float64(c.order)
	for _, r := range c.runs {
		for i := r.first; i < r.last; i++ {
			id := s.stem[i]
			if id < 0 {
				continue
			}
			w := s.weight[id]
			for range min(told[id], 6) {
				w *= p.echo
			}
			v += w
			told[id]++
		}
	}
	s.tell(c, told, ^uint8(0))
	if c.order == 0 {
		v += p.first
	}
	return v
}
