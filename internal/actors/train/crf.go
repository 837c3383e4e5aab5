package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"mujaz/internal/actors/tagger"
)

// A linear-chain conditional random field (Lafferty, McCallum and Pereira
// 2001), fitted by AdaGrad (Duchi, Hazan and Singer 2011). In each pass the
// features that name a word are hidden for some tokens, so that the model also
// learns to do without them.

const (
	labels = tagger.Labels
)

// settings are the knobs of training.
type settings struct {
	least  int     // occurrences that make a feature
	passes int     // over the training sentences
	rate   float64 // step of AdaGrad
	decay  float64 // L2 penalty per touch
	hidden float64 // share of tokens whose word is hidden
	drop   float64 // share of all features hidden
	seeds  int     // how many models are averaged
	bias   float64 // taken off the score of Outside
	keep   int
}

type vector [labels]float32

// sample is a sentence ready for training.
type sample struct {
	features [][]int32 // row numbers for each token
	lexical  []int32   // how many of them name the word
	gold     []tagger.Label
}

type crf struct {
	index map[uint32]int32
	rows  []vector
	sq    []vector
	trans [labels]vector
	tsq   [labels]vector
	allow [labels][labels]bool
	rng   *rand.Rand
	settings
}

func newCRF(index map[uint32]int32, o settings, seed uint64) *crf {
	c := &crf{settings: o, index: index, rows: make([]vector, len(index)), sq: make([]vector, len(index)), rng: rand.New(rand.NewPCG(seed, 11))} //nolint:gosec // reproducible on purpose
	for a := range labels {
		for b := range labels {
			c.allow[a][b] = tagger.Label(a).Follows(tagger.Label(b))
		}
	}
	return c
}

// train fits c to samples and returns it averaged over the later passes.
func (c *crf) train(samples []sample) {
	passes := c.passes
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	sum := make([]vector, len(c.rows))
	var tsum [labels]vector
	from := passes / 2
	for pass := range passes {
		c.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			c.learn(&samples[k])
		}
		if pass < from {
			continue
		}
		for i := range sum {
			for l := range sum[i] {
				sum[i][l] += c.rows[i][l]
			}
		}
		for i := range tsum {
			for l := range tsum[i] {
				tsum[i][l] += c.trans[i][l]
			}
		}
	}
	n := float32(passes - from)
	for i := range sum {
		for l := range sum[i] {
			c.rows[i][l] = sum[i][l] / n
		}
	}
	for i := range tsum {
		for l := range tsum[i] {
			c.trans[i][l] = tsum[i][l] / n
		}
	}
}

// learn takes one step on one sentence.
func (c *crf) learn(s *sample) {
	n := len(s.gold)
	if n == 0 {
		return
	}
	used := make([][]int32, n)
	scores := make([]vector, n)
	boost := float32(1 / (1 - c.drop))
	for i := range n {
		used[i] = s.features[i]
		if c.rng.Float64() < c.hidden {
			used[i] = used[i][s.lexical[i]:]
		}
		if c.drop > 0 {
			var some []int32
			for _, f := range used[i] {
				if c.rng.Float64() >= c.drop {
					some = append(some, f)
				}
			}
			used[i] = some
		}
		for _, f := range used[i] {
			r := &c.rows[f]
			for l := range labels {
				scores[i][l] += r[l] * boost
			}
		}
	}
	marginal, pair := c.marginals(scores)
	for i := range n {
		g := marginal[i]
		g[s.gold[i]]--
		if small(&g) {
			continue
		}
		for _, f := range used[i] {
			c.update(&c.rows[f], &c.sq[f], &g)
		}
	}
	for i := 1; i < n; i++ {
		pair[s.gold[i-1]][s.gold[i]]--
	}
	for a := range labels {
		c.update(&c.trans[a], &c.tsq[a], &pair[a])
	}
}

// negligible is the gradient below which a token teaches nothing more.
const negligible = 1e-3

func small(g *vector) bool {
	for _, x := range g {
		if x > negligible || x < -negligible {
			return false
		}
	}
	return true
}

func (c *crf) update(w, sq, g *vector) {
	decay, rate := float32(c.decay), float32(c.rate)
	for l := range labels {
		x := g[l] + decay*w[l]
		if x > -negligible/10 && x < negligible/10 {
			continue
		}
		sq[l] += x * x
		w[l] -= rate * x / float32(math.Sqrt(float64(sq[l])+1e-3))
	}
}

// marginals returns the probability of each label at each token, and the
// expected counts of transitions.
func (c *crf) marginals(scores []vector) (marginal []vector, pair [labels]vector) {
	n := len(scores)
	emit := make([]vector, n)
	for i := range scores {
		top := slices.Max(scores[i][:])
		for l := range labels {
			emit[i][l] = float32(math.Exp(float64(scores[i][l] - top)))
		}
	}
	var step [labels]vector
	for a := range labels {
		for b := range labels {
			if c.allow[a][b] {
				step[a][b] = float32(math.Exp(float64(c.trans[a][b])))
			}
		}
	}
	forward := c.forward(emit, &step)
	backward := make([]vector, n)
	for l := range labels {
		if c.allow[l][0] {
			backward[n-1][l] = 1
		}
	}
	for i := n - 2; i >= 0; i-- {
		joint(&step, &forward[i], &emit[i+1], &backward[i+1], &backward[i], &pair)
	}
	marginal = make([]vector, n)
	for i := range n {
		for l := range labels {
			marginal[i][l] = forward[i][l] * backward[i][l]
		}
		normalize(&marginal[i])
	}
	return marginal, pair
}

// forward returns the forward probabilities, scaled at each token.
func (c *crf) forward(emit []vector, step *[labels]vector) []vector {
	f := make([]vector, len(emit))
	for l := range labels {
		if c.allow[0][l] {
			f[0][l] = emit[0][l]
		}
	}
	normalize(&f[0])
	for i := 1; i < len(emit); i++ {
		for a := range labels {
			if x := f[i-1][a]; x > 0 {
				for b := range labels {
					f[i][b] += x * step[a][b]
				}
			}
		}
		for b := range labels {
			f[i][b] *= emit[i][b]
		}
		normalize(&f[i])
	}
	return f
}

// joint takes the backward probabilities one token back, to into, and adds the
// expected transitions between the two tokens to pair.
func joint(step *[labels]vector, forward, emit, backward, into *vector, pair *[labels]vector) {
	var next vector
	for b := range labels {
		next[b] = emit[b] * backward[b]
	}
	z := float32(0)
	var both [labels]vector
	for a := range labels {
		s := float32(0)
		for b := range labels {
			x := step[a][b] * next[b]
			both[a][b] = x * forward[a]
			z += both[a][b]
			s += x
		}
		into[a] = s
	}
	normalize(into)
	for a := range labels {
		for b := range labels {
			pair[a][b] += both[a][b] / z
		}
	}
}

func normalize(v *vector) {
	s := float32(0)
	for _, x := range v {
		s += x
	}
	if s <= 0 {
		s = 1e-30
	}
	for l := range v {
		v[l] /= s
	}
}

// quantize returns the model of c, without the features that say little.
func (c *crf) quantize(l tagger.Lexicon) *tagger.Model {
	m := &tagger.Model{Lexicon: l}
	top := float32(0)
	strength := make([]float32, len(c.rows))
	for i := range c.rows {
		for _, x := range c.rows[i] {
			a := float32(math.Abs(float64(x)))
			top = max(top, a)
			strength[i] = max(strength[i], a)
		}
	}
	scale := 127 / min(top, 4)
	bias := tagger.Bias()
	for _, h := range strongest(c.index, strength, c.keep) {
		f := tagger.Feature{Key: h}
		for l, x := range c.rows[c.index[h]] {
			if h == bias && l == 0 {
				x -= float32(c.bias)
			}
			f.Weights[l] = int8(math.Round(float64(max(-127, min(127, x*scale)))))
		}
		m.Features = append(m.Features, f)
	}
	for a := range labels {
		for b := range labels {
			m.Transitions[a][b] = int16(math.Round(float64(c.trans[a][b] * scale)))
		}
	}
	return m
}

// add adds share times the weights of o.
func (c *crf) add(o *crf, share float32) {
	for i := range o.rows {
		for l, x := range o.rows[i] {
			c.rows[i][l] += share * x
		}
	}
	for i := range o.trans {
		for l, x := range o.trans[i] {
			c.trans[i][l] += share * x
		}
	}
}
