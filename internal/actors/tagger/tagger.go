// Package tagger finds names in Arabic text with a learned linear chain.
//
// Each token gets a list of hashed features (features.go): its word, stem,
// affixes and shape, its clusters learned from raw news, its classes in the
// word tables (lexicon.go), those of its neighbors, and pairs of these. A
// conditional random field that train, the program beside this package, fits to
// annotated sentences gives each feature a weight for each label, and the best
// sequence of labels is found with Viterbi's algorithm.
//
// What a spelling tells by itself, and what that adds to the scores of the tokens
// around it, is remembered from text to text (word.go).
package tagger

import (
	"math"
	"slices"

	"mujaz/internal/arabic"
)

// Tagger labels the tokens of texts. It is safe for concurrent use.
type Tagger struct {
	Reader
	into    [Labels][Labels]int32 // [to][from]: the weight of a transition
	opening []Label               // the labels that stand behind those of closing
	closing []Label
	spread  int32 // no two transitions to the same label differ by more
}

// New returns the tagger of a model.
func New(m *Model) *Tagger {
	t := &Tagger{Reader: newReader(&m.Lexicon, newWeights(m.Features))}
	for from, row := range m.Transitions {
		for to, weight := range row {
			t.into[to][from] = int32(weight)
		}
	}
	for l := range Label(Labels) {
		if l.Opens() {
			t.opening = append(t.opening, l)
		}
		if l.Closes() {
			t.closing = append(t.closing, l)
		}
		t.spread = max(t.spread, slices.Max(t.into[l][:])-slices.Min(t.into[l][:]))
	}
	return t
}

// Names returns the names in t, in order, and the view it had of t. Names do
// not overlap and do not cross the ends of sentences.
func (g *Tagger) Names(t *arabic.Text) ([]Name, *View) {
	v := g.View(t)
	var list []Name
	var w work
	for _, s := range t.Sentences {
		labels := g.label(t, v, s.First, s.Last, &w)
		list = append(list, Names(labels, s.First)...)
	}
	return list, v
}

// work is the memory of one decoding, used again for each sentence.
type work struct {
	features []uint32
	scores   [][Labels]int32
	back     [][Labels]Label
	labels   []Label
}

// label returns the best labels of tokens first to last-1. The result is valid
// until the next call with w.
func (g *Tagger) label(t *arabic.Text, v *View, first, last int, w *work) []Label {
	w.scores, w.back = w.scores[:0], w.back[:0]
	for i := first; i < last; i++ {
		w.scores = append(w.scores, g.score(v.around(i, first, last), w))
		bar(t, v, i, &w.scores[i-first])
	}
	return g.decode(w)
}

// score returns the sums of the weights of the features of a.x.
func (g *Tagger) score(a around, w *work) [Labels]int32 {
	s := a.x.sums[own]
	for p, x := range a.neighbors() {
		s.plus(&x.sums[place(p)+1])
	}
	list := a.pairs(a.named(w.features[:0]))
	if a.plain() {
		s.plus(&a.x.sums[ownPlain])
		s.plus(&a.before.sums[beforePlain])
		s.plus(&a.behind.sums[behindPlain])
	} else {
		list = a.known(append(list, mix(7, a.x.bare, a.x.gaz)))
	}
	g.weights.add(&s, list)
	w.features = list
	return s.labels()
}

// decode runs Viterbi's algorithm over w.scores, which it overwrites.
func (g *Tagger) decode(w *work) []Label {
	const never = math.MinInt32 / 2
	n := len(w.scores)
	for l := range w.scores[0] {
		if !Label(l).Opens() {
			w.scores[0][l] = never
		}
	}
	w.back = append(w.back, [Labels]Label{})
	for i := 1; i < n; i++ {
		w.back = append(w.back, g.advance(&w.scores[i-1], &w.scores[i]))
	}
	best := Outside
	for _, l := range g.closing {
		if w.scores[n-1][l] > w.scores[n-1][best] {
			best = l
		}
	}
	w.labels = append(w.labels[:0], make([]Label, n)...)
	for i := n - 1; i >= 0; i-- {
		w.labels[i] = best
		best = w.back[i][best]
	}
	return w.labels
}

// advance adds to scores, those of a token, the best that leads to each label,
// and returns from which label that is. Last are the sums of the token before.
func (g *Tagger) advance(last, scores *[Labels]int32) (from [Labels]Label) {
	top := last[Outside]
	for _, l := range g.closing {
		top = max(top, last[l])
	}
	var room [Labels]Label
	alive := room[:0] // where no transition can make up for it, a label is on no best path
	for _, l := range g.closing {
		if last[l] >= top-g.spread {
			alive = append(alive, l)
		}
	}
	for _, to := range g.opening {
		best := last[alive[0]] + g.into[to][alive[0]]
		from[to] = alive[0]
		for _, l := range alive[1:] {
			if x := last[l] + g.into[to][l]; x > best {
				best, from[to] = x, l
			}
		}
		scores[to] += best
	}
	for k := range kinds {
		start, middle := Of(k, 0, 3), Of(k, 1, 3)
		for to := middle; to <= middle+1; to++ {
			a, b := last[start]+g.into[to][start], last[middle]+g.into[to][middle]
			from[to] = start
			if b > a {
				from[to] = middle
			}
			scores[to] += max(a, b)
		}
	}
	return from
}
