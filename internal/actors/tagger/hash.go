package tagger

// Features and words are known by 32-bit hashes. At the sizes used here
// (some hundred thousand features) a stray collision touches less than one
// lookup in ten thousand, and no string is ever built.

const (
	multiplier = 0x9E3779B97F4A7C15 // 2^64 / golden ratio
	finisher   = 0xD6E8FEB86659FD93 // rrmxmx, P. Evensen 2018
)

// Hash returns the hash of folded word s. It is never 0.
func Hash(s string) uint32 { return fold(absorb(1, s)) }

// HashTwo returns the hash of a and b written together.
func HashTwo(a, b string) uint32 { return fold(absorb(absorb(1, a), b)) }

func absorb(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * multiplier
		h ^= h >> 29
	}
	return h
}

// mix returns the hash of a template number and two values.
func mix(template, a, b uint32) uint32 {
	h := uint64(a)<<32 | uint64(b)
	h = (h ^ uint64(template)*finisher) * multiplier
	h ^= h >> 32
	h *= finisher
	return fold(h)
}

func fold(h uint64) uint32 {
	if x := uint32(h >> 32); x != 0 {
		return x
	}
	return 1
}
