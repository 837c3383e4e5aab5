package table

import "math/bits"

// Index finds values by word. Most words of a text are in none of our tables,
// which it tells faster than a map: it hashes no more than 16 bytes and then
// nearly always reads a single byte. It does not change, and the zero value has
// no words.
type Index[V any] struct {
	tags   []uint8 // by open addressing; 0 is an empty place
	places []int32 // of what stands there, in words and values
	words  []string
	values []V
}

// sparse is how many places a word has: few collide.
const sparse = 4

// NewIndex returns an index of the words of m.
func NewIndex[V any](m map[string]V) *Index[V] {
	size := 1 << bits.Len(uint(sparse*len(m)))
	x := &Index[V]{
		tags: make([]uint8, size), places: make([]int32, size),
		words: make([]string, 0, len(m)), values: make([]V, 0, len(m)),
	}
	for word, value := range m {
		at, tag := place(word, size-1)
		for x.tags[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		x.tags[at], x.places[at] = tag, int32(len(x.words))
		x.words, x.values = append(x.words, word), append(x.values, value)
	}
	return x
}

// Find returns the value of word, and whether there is one.
func (x *Index[V]) Find(word string) (value V, ok bool) {
	mask := len(x.tags) - 1
	if mask < 0 {
		return value, false
	}
	at, tag := place(word, mask)
	for x.tags[at] != 0 {
		if x.tags[at] == tag {
			if k := x.places[at]; x.words[k] == word {
				return x.values[k], true
			}
		}
		at = (at + 1) & mask
	}
	return value, false
}

// Of returns the value of word, the zero value when there is none.
func (x *Index[V]) Of(word string) V {
	value, _ := x.Find(word)
	return value
}

// Has reports whether there is a value of word.
func (x *Index[V]) Has(word string) bool {
	_, ok := x.Find(word)
	return ok
}

// place returns where to look for word first, and its tag, which is not 0.
func place(word string, mask int) (at int, tag uint8) {
	h := hash(word)
	return int(h) & mask, uint8(h>>56) | 1
}

// hash returns a hash of the length and of up to eight bytes at each end of s,
// so that any byte of a word of eight Arabic letters counts.
func hash(s string) uint64 {
	const first, second = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93 // odd, with bits spread evenly
	var a, b uint64
	switch n := len(s); {
	case n >= 8:
		a, b = eight(s), eight(s[n-8:])
	case n >= 4:
		a, b = four(s), four(s[n-4:])
	case n > 0:
		a, b = uint64(s[0])|uint64(s[n-1])<<8, uint64(s[n/2])
	}
	high, low := bits.Mul64(a^first^uint64(len(s)), b^second)
	return high ^ low
}

func four(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
