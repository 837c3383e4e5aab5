package tagger

import (
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// token is what the features of a token are made of.
type token struct {
	word     uint32 // the folded word
	spelled  uint32 // the word as spelled, hamza and all
	stem     uint32 // without clitics
	bare     uint32 // without clitics and article
	clitic   uint32 // what was cut off
	shape    uint32
	prefix   [3]uint32 // of the bare stem, 2 to 4 letters
	suffix   [4]uint32 // 1 to 4 letters
	clusters [Levels]uint32
	class    Class
	gaz      uint32 // place in a known name: bits and position
	quoted   bool
	head     uint32 // hash of the body or area word that governs the token, or 0
	away     uint32 // how far it is
}

// View is a text prepared for Features.
type View struct {
	tokens []token
	stems  []arabic.Stem
}

// Stem returns the likeliest reading of token i.
func (v *View) Stem(i int) arabic.Stem { return v.stems[i] }

// Class returns the classes of token i in the word tables.
func (v *View) Class(i int) Class { return v.tokens[i].class }

// Reader prepares texts with what is known about words.
type Reader struct {
	words   map[uint32]*Entry
	classes map[string]Class
	known   *phrases
}

// NewReader returns a reader that knows words.
func NewReader(words []Entry) Reader {
	r := Reader{words: make(map[uint32]*Entry, len(words)), classes: Words(), known: known()}
	for i := range words {
		r.words[words[i].Word] = &words[i]
	}
	return r
}

// View prepares t.
func (r *Reader) View(t *arabic.Text) *View {
	v := &View{tokens: make([]token, len(t.Tokens)), stems: make([]arabic.Stem, len(t.Tokens))}
	for i := range t.Tokens {
		v.stems[i] = r.read(t, i, &v.tokens[i])
	}
	r.match(t, v)
	govern(t, v)
	return v
}

// read fills x with what token i is by itself.
func (r *Reader) read(t *arabic.Text, i int, x *token) arabic.Stem {
	w := t.Tokens[i]
	x.word = Hash(w.Norm)
	x.spelled = Hash(t.Source[w.Start:w.End])
	x.shape = uint32(w.Kind)
	if w.Kind != arabic.Word {
		x.stem, x.bare = x.word, x.word
		if w.Kind == arabic.Digits {
			x.shape |= uint32(len(w.Norm)) << 4
			x.stem = 2
			x.bare = 2
		}
		if w.Kind == arabic.Latin {
			x.shape |= 1 << 4
			if c := w.Of(t.Source)[0]; 'A' <= c && c <= 'Z' {
				x.shape |= 1 << 5
			}
		}
		r.enter(x)
		return arabic.Stem{Norm: w.Norm, Start: w.Start}
	}
	s := r.Stem(t, i)
	bare, article := arabic.Bare(s.Norm)
	x.stem, x.bare, x.clitic = Hash(s.Norm), Hash(bare), Hash(s.Prefix)
	x.class = r.classes[s.Norm] | r.classes[bare]
	n := utf8.RuneCountInString(bare)
	x.shape |= uint32(min(n, 9)) << 4
	if article {
		x.shape |= 1 << 8
	}
	if s.Prefix != "" {
		x.shape |= 1 << 9
	}
	affixes(bare, x)
	r.enter(x)
	return s
}

func (r *Reader) enter(x *token) {
	e := r.words[x.stem]
	if e == nil {
		if e = r.words[x.bare]; e == nil {
			return
		}
	}
	for k, c := range e.Clusters {
		x.clusters[k] = uint32(c)
	}
}

func affixes(s string, x *token) {
	at := 0
	for n := range 4 {
		_, size := utf8.DecodeRuneInString(s[at:])
		if size == 0 {
			break
		}
		at += size
		if n > 0 {
			x.prefix[n-1] = Hash(s[:at])
		}
	}
	at = len(s)
	for n := range x.suffix {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		if size == 0 {
			break
		}
		at -= size
		x.suffix[n] = Hash(s[at:])
	}
}

// match marks the tokens of known names, the longest first at each place.
func (r *Reader) match(t *arabic.Text, v *View) {
	for i := 0; i < len(v.tokens); {
		end, bits := i, uint8(0)
		list, n := t.Stems(i)
		for _, s := range list[:n] {
			if e, b := r.longest(t, v, i, Hash(s.Norm)); e > end {
				end, bits = e, b
			}
		}
		for k := i; k < end; k++ {
			v.tokens[k].gaz = uint32(bits)<<2 | position(k-i, end-i)
		}
		i = max(end, i+1)
	}
}

func position(i, n int) uint32 {
	switch {
	case n == 1:
		return only
	case i == 0:
		return first
	case i == n-1:
		return last
	}
	return inside
}

func (r *Reader) longest(t *arabic.Text, v *View, i int, head uint32) (end int, bits uint8) {
	h := step(0, head)
	for k := i; ; {
		b := r.known.nodes[h]
		if b&place != 0 {
			end, bits = k+1, b&^onward
		}
		k++
		if b&onward == 0 || k >= len(v.tokens) || t.NewLine(k-1) {
			return end, bits
		}
		h = step(h, v.tokens[k].word)
	}
}

// reach is how many tokens after a body or area word are thought to belong to it.
const reach = 7

// govern notes for each token the body or area word before it, and quotation.
func govern(t *arabic.Text, v *View) {
	head, at, quoted := uint32(0), 0, false
	for i := range v.tokens {
		x := &v.tokens[i]
		if i > 0 && t.NewLine(i-1) {
			head, quoted = 0, false
		}
		if t.Tokens[i].Kind == arabic.Punct {
			switch t.Tokens[i].Norm {
			case "\"":
				quoted = !quoted
			case "\u00AB", "\u201C":
				quoted = true
			case "\u00BB", "\u201D":
				quoted = false
			default:
				head = 0
			}
		}
		x.quoted = quoted
		if head != 0 && i-at <= reach {
			x.head, x.away = head, uint32(i-at) //nolint:gosec // at most reach
		}
		switch {
		case x.class&(Body|Area) != 0:
			head, at = x.bare, i
		case x.class&(Function|Says|Acts|Weekday) != 0:
			head = 0
		}
	}
}

// Stem returns the most likely reading of word token i: the one that raw text
// shows most often, each clitic being paid for.
func (r *Reader) Stem(t *arabic.Text, i int) arabic.Stem {
	list, n := t.Stems(i)
	best, score := 0, -1
	for k, s := range list[:n] {
		if x := r.likely(s); x > score {
			best, score = k, x
		}
	}
	return list[best]
}

func (r *Reader) likely(s arabic.Stem) int {
	score := 0
	if e := r.words[Hash(s.Norm)]; e != nil {
		score = int(e.Count) + 16
	}
	bare, article := arabic.Bare(s.Norm)
	if score == 0 {
		if e := r.words[Hash(bare)]; e != nil && article {
			score = int(e.Count)/2 + 8
		}
	}
	if article && s.Prefix != "" {
		score += 48
	}
	if r.classes[s.Norm]|r.classes[bare] != 0 {
		score += 16
	}
	cost := 24 * utf8.RuneCountInString(s.Prefix)
	return max(1000+score-cost, 0)
}

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
	list = append(list, mix(8, 0, 0), mix(9, x.shape, 0), mix(10, x.clitic, 0), mix(11, x.shape, p1.shape),
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
	list = classes(list, x, p1, p2, n1, n2)
	list = append(list, mix(90, x.gaz, 0), mix(91, p1.gaz, x.gaz), mix(92, x.gaz, n1.gaz), mix(93, x.gaz, p1.stem), mix(94, n1.gaz, 0),
		mix(95, x.gaz, x.clusters[0]))
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
		mix(70, uint32(x.class), 0), mix(71, uint32(p1.class), 0), mix(72, uint32(n1.class), 0), mix(73, uint32(p2.class), 0),
		mix(74, uint32(n2.class), 0), mix(75, uint32(p1.class), uint32(x.class)), mix(76, uint32(x.class), uint32(n1.class)),
		mix(77, uint32(p1.class), uint32(p2.class)), mix(78, uint32(p1.class), x.shape>>8), mix(79, uint32(p1.class), x.clusters[0]))
}

// Stems returns the hashes of the tokens without clitics; all numbers are one.
func (v *View) Stems() []uint32 {
	list := make([]uint32, len(v.tokens))
	for i := range list {
		list[i] = v.tokens[i].stem
	}
	return list
}
