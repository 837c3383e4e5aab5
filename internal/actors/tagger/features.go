package tagger

// Features appends the features of token i of the sentence first to last-1 to
// list. The first lexical of them name the word itself, which training
// sometimes hides.
func (v *View) Features(i, first, last int, list []uint32) (all []uint32, lexical int) {
	at := func(k int) *token {
		if k < first || k >= last {
			return &edge
		}
		return &v.tokens[k]
	}
	p2, p1, x, n1, n2 := at(i-2), at(i-1), &v.tokens[i], at(i+1), at(i+2)
	list = append(list,
		mix(1, x.word, 0), mix(2, x.stem, 0), mix(3, x.bare, 0), mix(4, x.spelled, 0),
		mix(5, x.stem, p1.stem), mix(6, x.stem, n1.stem), mix(7, x.bare, x.gaz))
	lexical = 7
	list = append(list, Bias(), mix(9, x.shape, 0), mix(10, x.clitic, 0), mix(11, x.shape, p1.shape),
		mix(12, x.shape, n1.shape), mix(13, p1.shape, n1.shape),
		mix(14, p1.stem, 0), mix(15, n1.stem, 0), mix(16, p2.stem, 0), mix(17, n2.stem, 0),
		mix(18, p1.bare, 0), mix(19, n1.bare, 0), mix(20, p1.stem, p2.stem), mix(21, n1.stem, n2.stem),
		mix(22, p1.stem, n1.stem), mix(23, p1.word, 0))
	for k := range x.prefix {
		list = append(list, mix(30+uint32(k), x.prefix[k], 0))
	}
	for k := range x.suffix {
		list = append(list, mix(34+uint32(k), x.suffix[k], x.shape>>8))
	}
	list = append(list, mix(38, p1.suffix[1], 0), mix(39, n1.suffix[1], 0), mix(40, p1.suffix[2], 0), mix(41, n1.suffix[2], 0))
	for k := range uint32(Levels) {
		list = append(list, mix(50+k, x.clusters[k], 0), mix(54+k, p1.clusters[k], 0), mix(58+k, n1.clusters[k], 0))
	}
	list = append(list,
		mix(62, p2.clusters[1], 0), mix(63, n2.clusters[1], 0),
		mix(64, x.clusters[1], p1.clusters[1]), mix(65, x.clusters[1], n1.clusters[1]),
		mix(66, p1.clusters[1], n1.clusters[1]), mix(67, p1.stem, x.clusters[1]), mix(68, n1.stem, x.clusters[1]),
		mix(69, p1.clusters[0], p2.clusters[0]))
	list = append(list, mix(110, x.common, 0), mix(111, x.common, x.shape>>8), mix(112, p1.common, x.common), mix(113, n1.common, x.common),
		mix(114, x.common, p1.learned), mix(115, x.common, p1.clusters[0]))
	list = append(list, mix(120, x.use, 0), mix(121, x.use, p1.use), mix(122, x.use, n1.use), mix(123, x.use, x.common),
		mix(124, x.use, p1.learned), mix(125, p1.use, p2.use), mix(126, x.use, x.clusters[0]), mix(127, x.use, x.shape>>8))
	list = append(list, mix(143, x.field, x.gaz), mix(144, x.field, x.clusters[0]), mix(145, x.field, x.use), mix(146, x.field&2, x.stem),
		mix(147, p1.gaz, n1.learned))
	for _, h := range x.grams {
		if h == 0 {
			break
		}
		list = append(list, mix(130, h, 0))
	}
	list = classes(list, x, p1, p2, n1, n2)
	list = append(list, mix(90, x.gaz, 0), mix(91, p1.gaz, x.gaz), mix(92, x.gaz, n1.gaz), mix(93, x.gaz, p1.stem), mix(94, n1.gaz, 0),
		mix(95, x.gaz, x.clusters[0]))
	list = append(list, mix(150, x.gaz, p1.learned), mix(151, x.gaz, n1.learned), mix(152, x.gaz, x.common), mix(153, x.gaz, x.use), mix(154, x.gaz, n1.stem))
	if x.head != 0 {
		list = append(list, mix(100, x.head, x.away), mix(101, x.head, 0), mix(102, x.head, x.shape>>8), mix(103, x.head, x.clusters[0]),
			mix(104, x.away, x.shape>>8))
	}
	if x.quoted {
		list = append(list, mix(105, p1.word, 0), mix(106, 0, 0))
	}
	return list, lexical
}

var edge = token{word: 3, stem: 3, bare: 3, shape: 15}

func classes(list []uint32, x, p1, p2, n1, n2 *token) []uint32 {
	return append(list,
		mix(70, x.learned, 0), mix(71, p1.learned, 0), mix(72, n1.learned, 0), mix(73, p2.learned, 0),
		mix(74, n2.learned, 0), mix(75, p1.learned, x.learned), mix(76, x.learned, n1.learned),
		mix(77, p1.learned, p2.learned), mix(78, p1.learned, x.shape>>8), mix(79, p1.learned, x.clusters[0]))
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
