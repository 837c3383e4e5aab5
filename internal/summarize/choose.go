package summarize

import (
	"math"
	"slices"

	"mujaz/internal/arabic"
)

// weights are what the choice of words and bullets is tuned by. The first five
// say how likely a word is to stand in an editor's summary (logistic
// regression); the rest weigh bullets.
type weights struct {
	bias   float64
	late   float64 // what the logarithm of its place takes
	again  float64 // what the logarithm of its count adds
	title  float64 // what standing in the title adds
	number float64 // what being a number adds
	actor  float64 // what belonging to the most salient actor adds
	figure float64 // what belonging to a figure adds
	date   float64 // what belonging to a date adds

	word  float64 // what each word of a bullet costs
	full  float64 // the same when words are left and the bullet is chosen: less than nothing
	short float64 // what each word costs that a bullet has less than fairLength
	echo  float64 // what is left of the worth of a word told before
	first float64 // what the first sentence is worth more
	place float64 // what each later sentence is worth less
	cuts  float64 // what the costs of cuts are multiplied by
	fact  float64 // what a number in a bullet is worth more
	lean  float64 // what a word costs that points to what no bullet tells
	aside float64 // what a later sentence without a number is worth less with no word of the title or of the first
	thank float64 // what a sentence of thanks or praise is worth less
}

var tuned = weights{
	bias: 0.2, late: 1.2, again: 1.0, title: 1.6, number: 1.2,
	actor: 0.8, figure: 0.5, date: 0.2,
	word: 0.15, full: -0.1, short: 0.3, echo: 0.05, first: 2, place: 0.06, cuts: 0.3, fact: 2.5, lean: 2, aside: 1.5, thank: 2.5,
}

// deepReference is how many tokens into a bullet a word that points back may point to
// what the bullet itself says.
const deepReference = 8

// fairLength is how many words a bullet should have at least.
const fairLength = 14

// leads is the last line that the first choice, which carries the news, is
// made from.
const leads = 0

// nextLeads is the last line that may stand in for an opening that cannot be told, and
// fairPenalty what such a line may be worth less.
const (
	nextLeads   = 2
	fairPenalty = 1.2
)

// What a candidate must add to what is told: at first, and where bullets are
// lacking.
const (
	fairGain  = -2.0
	leastGain = -5.0
)

// fuller looks for more bullets where chosen are fewer than asked for: the
// beginnings of lines that no cut makes short enough, what adds less, and shorter
// tellings beside the first.
func (s *story) fuller(chosen, list []candidate, lines []line, o Options) []candidate {
	told := make([]bool, len(lines))
	for k := range list {
		told[list[k].order] = true
	}
	list = slices.DeleteFunc(slices.Clone(list), func(c candidate) bool {
		return c.order > leads && (c.penalty > mostPenalty || s.addresses(&lines[c.order]))
	})
	for k := range lines {
		if !told[k] && !lines[k].bare && !s.addresses(&lines[k]) {
			if c, ok := s.resort(&lines[k], o.WordsPerBullet); ok && c.words >= shortestMore && !slices.Contains(o.Without, s.claim(&c, lines).Text) {
				c.order, c.penalty = k, c.penalty+lines[k].penalty
				list = append(list, c)
			}
		}
	}
	if more := s.choose(list, o.Bullets, o.Words, leastGain); len(more) > len(chosen) {
		chosen = more
	}
	if len(chosen) < o.Bullets && o.Bullets > 1 {
		room := (o.Words - o.WordsPerBullet) / (o.Bullets - 1)
		list = slices.DeleteFunc(list, func(c candidate) bool { return c.order > leads && c.words > room })
		if more := s.choose(list, o.Bullets, o.Words, leastGain); len(more) > len(chosen) {
			chosen = more
		}
	}
	return chosen
}

const (
	mostPenalty  = 2 // of a line that is told where bullets are lacking
	shortestMore = 8 // words of a bullet that is told because bullets are lacking
)

// choose picks at most n candidates, no two with words in common, that together
// tell most in at most budget words, and returns them in the order of the article.
func (s *story) choose(list []candidate, n, budget int, least float64) []candidate {
	told := make([]uint8, len(s.weight)+mostLines)
	var chosen []candidate
	words := 0
	top := s.top(list, budget, least, told)
	for len(chosen) < n {
		best, most := -1, least
		for k := range list {
			c := &list[k]
			if words+c.words > budget || taken(chosen, c) || len(chosen) == 0 && c.order > top {
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
	s.fill(chosen, list, told, budget-words)
	slices.SortFunc(chosen, func(a, b candidate) int { return a.runs[0].first - b.runs[0].first })
	return s.newsFirst(chosen)
}

// top returns the last line that the first choice is made from: the opening sentence,
// or the first of those after it that can be told well, which goes on about the news.
func (s *story) top(list []candidate, budget int, least float64, told []uint8) int {
	top := math.MaxInt
	for k := range list {
		c := &list[k]
		if c.words > budget || c.order >= top || c.order > nextLeads || c.order > leads && (c.penalty > fairPenalty || c.words < fairLength || s.bareNorm(c.runs[0].first) == "\u0627\u0645\u0627" || s.gain(c, told) <= least) {
			continue // أما
		}
		top = c.order
	}
	return top
}

// fill spends the words that are left on fuller tellings of what is chosen.
func (s *story) fill(chosen, list []candidate, told []uint8, spare int) {
	for k := range chosen {
		old := chosen[k]
		s.tell(&old, told, ^uint8(0))
		best, most := -1, s.gain(&old, told)+(tuned.word-tuned.full)*float64(old.words)
		others := slices.Delete(slices.Clone(chosen), k, k+1)
		for j := range list {
			c := &list[j]
			if c.words <= old.words || c.words > old.words+spare || c.own.first > old.own.first || c.own.last < old.own.last || taken(others, c) {
				continue
			}
			if v := s.gain(c, told) + (tuned.word-tuned.full)*float64(c.words); v > most {
				best, most = j, v
			}
		}
		if best >= 0 {
			chosen[k] = list[best]
			spare += old.words - chosen[k].words
		}
		s.tell(&chosen[k], told, 1)
	}
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
	if at := len(s.weight) + c.order; at < len(told) {
		told[at] += by
	}
}

// gain is what candidate c adds to what is told already.
func (s *story) gain(c *candidate, told []uint8) float64 {
	p := &tuned
	v := -c.penalty - p.word*float64(c.words) - p.place*float64(c.order) - p.short*float64(max(0, fairLength-c.words))
	number := false
	for _, r := range c.runs {
		for i := r.first; i < r.last; i++ {
			id := s.stem[i]
			if id < 0 {
				continue
			}
			if s.ref[i] != 0 && s.dangles(c, i, told) {
				v -= p.lean / float64(1+(i-r.first)/deepReference)
			}
			w := s.weight[id]
			for range min(told[id], 6) {
				w *= p.echo
			}
			v += w
			told[id]++
			number = number || s.t.Tokens[i].Kind == arabic.Digits
		}
	}
	if at := len(s.weight) + c.order; at < len(told) {
		told[at]++
	}
	s.tell(c, told, ^uint8(0))
	if c.subject != nil {
		for i := c.subject.first; i < c.subject.last; i++ {
			if id := s.stem[i]; id >= 0 && told[id] == 0 {
				v += s.weight[id]
			} else if id >= 0 {
				v += s.weight[id] * p.echo
			}
		}
	}
	if number {
		v += p.fact
	}
	switch {
	case c.order == 0:
		return v + p.first
	case c.thanks:
		v -= p.thank
	}
	if !c.near && !number {
		v -= p.aside
	}
	return v
}
