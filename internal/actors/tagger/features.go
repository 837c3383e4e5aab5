package tagger

import "unicode/utf8"

// Features appends the features of token i of the sentence first to last-1 to
// list. The first lexical of them name the word itself, which training
// sometimes hides.
func (v *View) Features(i, first, last int, list []uint32) (all []uint32, lexical int) {
	a := v.around(i, first, last)
	n := len(list)
	list = append(a.named(a.x.named(list)), mix(7, a.x.bare, a.x.gaz))
	lexical = len(list) - n
	list = a.x.features(own, list)
	for p, w := range a.neighbors() {
		list = w.features(place(p)+1, list)
	}
	return a.known(a.pairs(list)), lexical
}

// place is where a token stands from the one that is labeled.
type place uint8

// The places whose words have features by themselves. Where no known name is
// near, as is usual, the features of known names are of one word each too.
const (
	own place = iota
	before
	behind
	before2
	behind2
	ownPlain
	beforePlain
	behindPlain
)

const places = int(behindPlain) + 1

// named appends the features that name the word itself.
func (x *word) named(list []uint32) []uint32 {
	return append(list, mix(1, x.folded, 0), mix(2, x.stem, 0), mix(3, x.bare, 0), mix(4, x.spelled, 0))
}

// features appends those features of the token to be labeled that a word at
// place p is enough for.
func (x *word) features(p place, list []uint32) []uint32 {
	switch p {
	case own:
		return x.self(list)
	case before:
		list = append(list, mix(14, x.stem, 0), mix(18, x.bare, 0), mix(23, x.folded, 0), mix(38, x.ending(2), 0), mix(40, x.ending(3), 0), mix(71, x.learned, 0))
		for k, c := range x.clusters {
			list = append(list, mix(54+uint32(k), c, 0))
		}
	case behind:
		list = append(list, mix(15, x.stem, 0), mix(19, x.bare, 0), mix(39, x.ending(2), 0), mix(41, x.ending(3), 0), mix(72, x.learned, 0))
		for k, c := range x.clusters {
			list = append(list, mix(58+uint32(k), c, 0))
		}
	case before2:
		return append(list, mix(16, x.stem, 0), mix(62, x.clusters[1], 0), mix(73, x.learned, 0))
	case behind2:
		return append(list, mix(17, x.stem, 0), mix(63, x.clusters[1], 0), mix(74, x.learned, 0))
	case ownPlain:
		return append(list, mix(7, x.bare, 0), mix(90, 0, 0), mix(91, 0, 0), mix(92, 0, 0), mix(94, 0, 0),
			mix(95, 0, x.clusters[0]), mix(152, 0, x.common), mix(153, 0, x.use))
	case beforePlain:
		return append(list, mix(93, 0, x.stem), mix(150, 0, x.learned))
	case behindPlain:
		return append(list, mix(147, 0, x.learned), mix(151, 0, x.learned), mix(154, 0, x.stem))
	}
	return list
}

// self appends the features of a word at its own place that do not name it.
func (x *word) self(list []uint32) []uint32 {
	form := x.shape >> 8
	list = append(list, Bias(), mix(9, x.shape, 0), mix(10, x.clitic, 0), mix(70, x.learned, 0),
		mix(110, x.common, 0), mix(111, x.common, form), mix(120, x.use, 0), mix(123, x.use, x.common),
		mix(126, x.use, x.clusters[0]), mix(127, x.use, form))
	for k, c := range x.clusters {
		list = append(list, mix(50+uint32(k), c, 0))
	}
	for k := range uint32(3) {
		list = append(list, mix(30+k, x.beginning(int(k)+2), 0))
	}
	for k := range uint32(4) {
		list = append(list, mix(34+k, x.ending(int(k)+1), form))
	}
	const most, letters = 8, 3 * 2 // of the runs of three letters, in bytes
	for i := 0; i+letters <= len(x.bareForm) && i < 2*most; i += 2 {
		list = append(list, mix(130, Hash(x.bareForm[i:i+letters]), 0))
	}
	return list
}

// beginning returns the hash of the first n letters of the bare form, 0 when it
// is shorter.
func (x *word) beginning(n int) uint32 {
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(x.bareForm[at:])
		if size == 0 {
			return 0
		}
		at += size
	}
	return Hash(x.bareForm[:at])
}

// ending returns the hash of the last n letters of the bare form, 0 when it is
// shorter.
func (x *word) ending(n int) uint32 {
	at := len(x.bareForm)
	for range n {
		_, size := utf8.DecodeLastRuneInString(x.bareForm[:at])
		if size == 0 {
			return 0
		}
		at -= size
	}
	return Hash(x.bareForm[at:])
}

// around is a token and those beside it.
type around struct{ x, before, behind, before2, behind2 *token }

// around returns token i of the sentence first to last-1 and those beside it;
// beyond the sentence stands the edge.
func (v *View) around(i, first, last int) around {
	at := func(k int) *token {
		if k < first || k >= last {
			return &v.edge
		}
		return &v.tokens[k]
	}
	return around{&v.tokens[i], at(i - 1), at(i + 1), at(i - 2), at(i + 2)}
}

// neighbors returns the tokens beside x, in the order of their places.
func (a around) neighbors() [behind2]*token {
	return [...]*token{a.before, a.behind, a.before2, a.behind2}
}

// plain reports whether no known name touches x.
func (a around) plain() bool { return a.x.gaz|a.before.gaz|a.behind.gaz == 0 }

// named appends the features that name the word and what stands beside it.
func (a around) named(list []uint32) []uint32 {
	return append(list, mix(5, a.x.stem, a.before.stem), mix(6, a.x.stem, a.behind.stem))
}

// known appends the features of known names, but for the one that names the word.
func (a around) known(list []uint32) []uint32 {
	x, p1, n1 := a.x, a.before, a.behind
	return append(list, mix(147, p1.gaz, n1.learned), mix(90, x.gaz, 0), mix(91, p1.gaz, x.gaz), mix(92, x.gaz, n1.gaz),
		mix(93, x.gaz, p1.stem), mix(94, n1.gaz, 0), mix(95, x.gaz, x.clusters[0]), mix(150, x.gaz, p1.learned),
		mix(151, x.gaz, n1.learned), mix(152, x.gaz, x.common), mix(153, x.gaz, x.use), mix(154, x.gaz, n1.stem))
}

// pairs appends the other features of several tokens, and those of what token x
// is in its sentence.
func (a around) pairs(list []uint32) []uint32 {
	x, p1, n1 := a.x, a.before, a.behind
	form := x.shape >> 8
	list = append(list, mix(11, x.shape, p1.shape), mix(12, x.shape, n1.shape), mix(13, p1.shape, n1.shape),
		mix(20, p1.stem, a.before2.stem), mix(21, n1.stem, a.behind2.stem), mix(22, p1.stem, n1.stem),
		mix(64, x.clusters[1], p1.clusters[1]), mix(65, x.clusters[1], n1.clusters[1]),
		mix(66, p1.clusters[1], n1.clusters[1]), mix(67, p1.stem, x.clusters[1]), mix(68, n1.stem, x.clusters[1]),
		mix(69, p1.clusters[0], a.before2.clusters[0]),
		mix(75, p1.learned, x.learned), mix(76, x.learned, n1.learned), mix(77, p1.learned, a.before2.learned),
		mix(78, p1.learned, form), mix(79, p1.learned, x.clusters[0]))
	list = append(list, mix(112, p1.common, x.common), mix(113, n1.common, x.common),
		mix(114, x.common, p1.learned), mix(115, x.common, p1.clusters[0]),
		mix(121, x.use, p1.use), mix(122, x.use, n1.use), mix(124, x.use, p1.learned), mix(125, p1.use, a.before2.use),
		mix(143, x.field, x.gaz), mix(144, x.field, x.clusters[0]), mix(145, x.field, x.use), mix(146, x.field&2, x.stem))
	if x.head != 0 {
		list = append(list, mix(100, x.head, x.away), mix(101, x.head, 0), mix(102, x.head, form), mix(103, x.head, x.clusters[0]),
			mix(104, x.away, form))
	}
	if x.quoted {
		list = append(list, mix(105, p1.folded, 0), mix(106, 0, 0))
	}
	return list
}

// Stems returns the hashes of the tokens without clitics; all numbers are one.
func (v *View) Stems() []uint32 {
	list := make([]uint32, len(v.tokens))
	for i := range list {
		list[i] = v.tokens[i].stem
	}
	return list
}

// Bias returns the feature that every token has.
func Bias() uint32 { return mix(8, 0, 0) }
