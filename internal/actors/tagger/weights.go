package tagger

// weights are the weights of features, by open addressing.
type weights struct {
	table  []row // a key of 0 is an empty place
	mask   uint32
	filter [filterWords]uint64 // most features of a text are unknown; this tells fast
}

// filterWords makes the filter 512 KiB.
const filterWords = 1 << 16

// maxFeatures is more than a token has, and as many bytes as 16 bits can sum.
const maxFeatures = 256

func newWeights(features []Feature) *weights {
	size := uint32(4)
	for int(size) < 3*len(features)/2 {
		size *= 2
	}
	g := &weights{table: make([]row, size), mask: size - 1}
	for _, f := range features {
		at := f.Key & g.mask
		for g.table[at].key != 0 {
			at = (at + 1) & g.mask
		}
		g.table[at] = newRow(f)
		g.filter[f.Key>>6%filterWords] |= 1 << (f.Key & 63)
	}
	return g
}

// weigh sums what x tells to each place around it. Without weights there is
// nothing to sum.
func (g *weights) weigh(x *word) {
	if g == nil {
		return
	}
	var room [maxFeatures]uint32
	for p := range x.sums {
		list := x.features(place(p), room[:0])
		if place(p) == own {
			list = x.named(list)
		}
		g.add(&x.sums[p], list)
	}
}

// row is a feature as add reads it: weights plus 128 are bytes without sign,
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

// add adds the weights of features, of which no more than maxFeatures count, to s.
//
// The table is far larger than the caches, so that reading it is waiting for
// memory. The first loop therefore only touches the places of the features that
// the filter lets pass: these reads wait side by side.
func (g *weights) add(s *sums, features []uint32) {
	var keys [maxFeatures]uint32
	n, touched := 0, uint32(0)
	for _, key := range features {
		if g.filter[key>>6%filterWords]&(1<<(key&63)) != 0 && n < len(keys) {
			touched |= g.table[key&g.mask].key
			keys[n] = key
			n++
		}
	}
	if touched == 0 {
		return
	}
	even0, even1, odd0, odd1, last, rows := s.even[0], s.even[1], s.odd[0], s.odd[1], s.last, s.rows
	for _, key := range keys[:n] {
		at := key & g.mask
		for g.table[at].key != key && g.table[at].key != 0 {
			at = (at + 1) & g.mask
		}
		if f := &g.table[at]; f.key == key {
			even0 += f.rest[0] & evenBytes
			odd0 += f.rest[0] >> 8 & evenBytes
			even1 += f.rest[1] & evenBytes
			odd1 += f.rest[1] >> 8 & evenBytes
			last += int32(f.last)
			rows++
		}
	}
	*s = sums{even: [2]uint64{even0, even1}, odd: [2]uint64{odd0, odd1}, last: last, rows: rows}
}

// sums is a sum of rows. Even and odd bytes of a word are added apart, so that
// each has 16 bits: enough for maxFeatures.
type sums struct {
	even, odd [(Labels - 1) / 8]uint64
	last      int32
	rows      int32
}

const evenBytes = 0x00FF00FF00FF00FF

// plus adds what o sums.
func (s *sums) plus(o *sums) {
	for k := range s.even {
		s.even[k] += o.even[k]
		s.odd[k] += o.odd[k]
	}
	s.last += o.last
	s.rows += o.rows
}

// labels returns the sum for each label.
func (s *sums) labels() (sum [Labels]int32) {
	offset := 128 * s.rows
	for k := range s.even {
		even, odd := s.even[k], s.odd[k]
		for l := 8 * k; l < 8*k+8; l += 2 {
			sum[l] = int32(even&0xFFFF) - offset
			sum[l+1] = int32(odd&0xFFFF) - offset
			even >>= 16
			odd >>= 16
		}
	}
	sum[Labels-1] = s.last - offset
	return sum
}
