package tagger

// Lexicon is what the tagger knows about words, learned from raw news and taken
// from lists of names; package train makes it.
type Lexicon struct {
	Words []Entry
	Usual []Usual
	Names []NameUse
	Nodes []Node
}

// Levels is the number of granularities of word clusters.
const Levels = 4

// Entry is what raw news taught about a folded word.
type Entry struct {
	Word     uint32         // its hash
	Count    uint16         // 16 times the binary logarithm of its count
	Clusters [Levels]uint16 // from coarse to fine; 0 means none
}

// Usual tells how frequent a word is in Arabic at large: level 1 is once in ten
// million words, and each level is half a power of ten more.
type Usual struct {
	Word  uint32
	Level uint8
}

// NameUse tells how a word serves in personal names: its lowest two bits how
// often as a given name, the next two how often as a family name, the fifth
// whether lists of foreign names have it.
type NameUse struct {
	Word uint32
	Use  uint8
}

// Node is the beginning of a known name, and what may be known by it.
type Node struct {
	Key  uint32 // Step over the hashes of its words
	Bits uint16
}

// Bits of a node: a longer known name begins so; or it is itself a country or
// region, a city, a town, a place of an encyclopedia, a club, a person, an
// organization.
const (
	Onward = 1 << iota
	Country
	City
	Town
	Encyclopedic
	Club
	KnownPerson
	KnownBody
)

// Step returns the key of a node one word further; the first key is 0.
func Step(key, word uint32) uint32 { return mix(200, key, word) }

// index finds what stands under a key, by open addressing.
type index struct {
	slots []slot
	mask  uint32
}

type slot struct{ key, value uint32 }

// newIndex returns the index of n keys, none of which is 0, and their values.
func newIndex(n int, at func(i int) (key, value uint32)) index {
	size := uint32(4)
	for int(size) < 2*n {
		size *= 2
	}
	x := index{slots: make([]slot, size), mask: size - 1}
	for i := range n {
		key, value := at(i)
		k := key & x.mask
		for x.slots[k].key != 0 {
			k = (k + 1) & x.mask
		}
		x.slots[k] = slot{key, value}
	}
	return x
}

// find returns the value of key.
func (x *index) find(key uint32) (uint32, bool) {
	at := key & x.mask
	for x.slots[at].key != 0 {
		if x.slots[at].key == key {
			return x.slots[at].value, true
		}
		at = (at + 1) & x.mask
	}
	return 0, false
}
