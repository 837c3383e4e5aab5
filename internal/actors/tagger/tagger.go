// Package tagger finds names in Arabic text with a learned linear chain.
//
// Each token gets a list of hashed features (features.go): its word, stem,
// affixes and shape, its clusters learned from raw news, its classes in the
// word tables (lexicon.go), those of its neighbors, and pairs of these. A
// conditional random field that train, the program beside this package, fits to
// annotated sentences gives each feature a weight for each label, and the best
// sequence of labels is found with Viterbi's algorithm.
package tagger

import (
	"math"

	"mujaz/internal/arabic"
)

// Tagger labels the tokens of texts. It is safe for concurrent use.
type Tagger struct {
	Reader
	table  []row // by open addressing, a key of 0 is an empty place
	mask   uint32
	filter [filterWords]uint64 // most features of a text are unknown; this tells fast
	trans  [Labels][Labels]int32
	before [Labels][]Label // before[l]: the labels that l may follow
}

// filterWords makes the filter 512 KiB.
const filterWords = 1 << 16

// maxFeatures is more than a token has, and as many bytes as 16 bits can sum.
const maxFeatures = 256

// New returns the tagger of a model.
func New(m *Model) *Tagger {
	size := uint32(4)
	for int(size) < 3*len(m.Features)/2 {
		size *= 2
	}
	t := &Tagger{Reader: NewReader(&m.Lexicon), table: make([]row, size), mask: size - 1}
	for _, f := range m.Features {
		at := f.Key & t.mask
		for t.table[at].key != 0 {
			at = (at + 1) & t.mask
		}
		t.table[at] = newRow(f)
		t.filter[f.Key>>6%filterWords] |= 1 << (f.Key & 63)
	}
	for from := range Labels {
		for to := range Labels {
			t.trans[from][to] = int32(m.Transitions[from][to])
			if Label(from).Follows(Label(to)) {
				t.before[to] = append(t.before[to], Label(from))
			}
		}
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
		w.features, _ = v.Features(i, first, last, w.features[:0])
		w.scores = append(w.scores, g.score(w.features))
		bar(t, v, i, &w.scores[i-first])
	}
	return g.decode(w)
}

// row is a feature as score reads it: weights plus 128 are bytes without sign,
// eight to a word, so that eight are added at once.
type row struct {
	key  uint32
	last uint8 // the weight of the last label
	rest [(Labels - 1) / 8]uint64
}

func newRow(f Feature) row {
	r := row{key: f.Key, last: uint8(int(f.Weights[Labels-1]) + 128)}
	for l, w := range f.Weights[:Labels-1] {
		r.rest[l/8] |= uint64(int(w)+128) << (l % 8 * 8)
	}
	return r
}

// score sums the weights of features, of which no more than maxFeatures count.
//
// The table is far larger than the caches, so that reading it is waiting for
// memory. The first loop therefore only touches the places of the features that
// the filter lets pass: these reads wait side by side.
func (g *Tagger) score(features []uint32) [Labels]int32 {
	var keys [maxFeatures]uint32
	n, touched := 0, uint32(0)
	for _, key := range features {
		if g.filter[key>>6%filterWords]&(1<<(key&63)) != 0 && n < len(keys) {
			touched |= g.table[key&g.mask].key
			keys[n] = key
			n++
		}
	}
	var s sums
	if touched == 0 {
		return s.labels()
	}
	for _, key := range keys[:n] {
		at := key & g.mask
		for g.table[at].key != key && g.table[at].key != 0 {
			at = (at + 1) & g.mask
		}
		if f := &g.table[at]; f.key == key {
			s.add(f)
		}
	}
	return s.labels()
}

// sums adds rows. Even and odd bytes of a word are added apart, so that each has
// 16 bits: enough for maxFeatures.
type sums struct {
	even, odd [(Labels - 1) / 8]uint64
	last      int32
	rows      int32
}

func (s *sums) add(r *row) {
	const bytes = 0x00FF00FF00FF00FF
	for k, w := range r.rest {
		s.even[k] += w & bytes
		s.odd[k] += w >> 8 & bytes
	}
	s.last += int32(r.last)
	s.rows++
}

func (s *sums) labels() (sum [Labels]int32) {
	for l := range sum[:Labels-1] {
		w := s.even[l/8]
		if l%2 == 1 {
			w = s.odd[l/8]
		}
		sum[l] = int32(w>>(l%8/2*16)&0xFFFF) - 128*s.rows
	}
	sum[Labels-1] = s.last - 128*s.rows
	return sum
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
		var from [Labels]Label
		for l := range Labels {
			best := int32(never)
			for _, b := range g.before[l] {
				if x := w.scores[i-1][b] + g.trans[b][l]; x > best {
					best, from[l] = x, b
				}
			}
			w.scores[i][l] += best
		}
		w.back = append(w.back, from)
	}
	best := Outside
	for l := range Labels {
		if Label(l).Closes() && w.scores[n-1][l] > w.scores[n-1][best] {
			best = Label(l)
		}
	}
	w.labels = append(w.labels[:0], make([]Label, n)...)
	for i := n - 1; i >= 0; i-- {
		w.labels[i] = best
		best = w.back[i][best]
	}
	return w.labels
}
