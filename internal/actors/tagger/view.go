package tagger

import (
	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// token is a word in its place.
type token struct {
	*word
	at     int    // where its reading begins in the source
	gaz    uint32 // place in a known name: bits and position
	field  uint32 // what the sentence is about, as far as single words tell
	quoted bool
	head   uint32 // hash of the body or area word that governs the token, or 0
	away   uint32 // how far it is
	known  uint16 // 1 + the opening of its word with which a known name begins
}

// View is a text prepared for Features.
type View struct {
	tokens []token
	edge   token // what stands beyond a sentence
	reader *Reader
}

// Usual returns how frequent a folded word is in Arabic at large, as Level does.
func (v *View) Usual(norm string) int { return int(v.reader.level(Hash(norm))) }

// Stem returns the likeliest reading of token i.
func (v *View) Stem(i int) arabic.Stem {
	x := &v.tokens[i]
	return x.start(x.reading)
}

// start returns s, a reading of x, with its place in the source.
func (x *token) start(s arabic.Stem) arabic.Stem {
	s.Start += x.at
	return s
}

// Level returns how frequent token i is in Arabic at large, as Usual has it.
func (v *View) Level(i int) int { return int(v.tokens[i].common & 15) }

// Rare reports whether token i is a word that Arabic at large hardly has.
func (v *View) Rare(i int) bool {
	return v.tokens[i].common&15 <= 2 && v.tokens[i].shape&15 == uint32(arabic.Word)
}

// KnownStem returns how token i is to be read when a known name begins there.
func (v *View) KnownStem(i int) (arabic.Stem, bool) {
	x := &v.tokens[i]
	if x.known == 0 {
		return arabic.Stem{}, false
	}
	return x.start(x.openings[x.known-1].reading), true
}

// Known returns what is known of the name that begins at token i, and the token
// after it; i itself when no known name begins there.
func (v *View) Known(i int) (bits uint16, end int) {
	if g := v.tokens[i].gaz; g != 0 && (g&3 == first || g&3 == only) {
		for end = i + 1; g&3 == first && end < len(v.tokens) && v.tokens[end].gaz&3 != last; {
			end++
		}
		if g&3 == first {
			end++
		}
		return uint16(g >> 2), end
	}
	return 0, i
}

// NameUse returns how token i serves in personal names, as NameUse.Use has it.
func (v *View) NameUse(i int) uint32 { return v.tokens[i].use }

// Class returns the classes of token i in the word tables.
func (v *View) Class(i int) Class { return v.tokens[i].class | v.tokens[i].more }

// Reader prepares texts with what is known about words.
type Reader struct {
	entries []Entry
	weights *weights // nil when only views are wanted
	memory  memory
	edge    *word // what stands beyond a sentence
	words   index
	usual   index
	names   index
	nodes   index
	classes *table.Index[Class]
	grammar *table.Index[Class]
}

// NewReader returns a reader that knows a lexicon.
func NewReader(l *Lexicon) Reader { return newReader(l, nil) }

func newReader(l *Lexicon, w *weights) Reader {
	r := Reader{
		entries: l.Words, classes: learnedWords(), grammar: grammarWords(), weights: w, memory: make(memory, memorySize),
		edge:  &word{folded: 3, stem: 3, bare: 3, shape: 15},
		words: newIndex(len(l.Words), func(i int) (uint32, uint32) { return l.Words[i].Word, uint32(i) }),
		usual: newIndex(len(l.Usual), func(i int) (uint32, uint32) { return l.Usual[i].Word, uint32(l.Usual[i].Level) }),
		names: newIndex(len(l.Names), func(i int) (uint32, uint32) { return l.Names[i].Word, uint32(l.Names[i].Use) }),
		nodes: newIndex(len(l.Nodes), func(i int) (uint32, uint32) { return l.Nodes[i].Key, uint32(l.Nodes[i].Bits) }),
	}
	w.weigh(r.edge)
	return r
}

// entry returns what raw news taught about the word with hash h, or nil.
func (r *Reader) entry(h uint32) *Entry {
	if at, ok := r.words.find(h); ok {
		return &r.entries[at]
	}
	return nil
}

// level returns how frequent the word with hash h is, 0 for rare words.
func (r *Reader) level(h uint32) uint32 {
	l, _ := r.usual.find(h)
	return l
}

// use returns how the word with hash h serves in personal names.
func (r *Reader) use(h uint32) uint32 {
	u, _ := r.names.find(h)
	return u
}

// node returns what is known of the words with key k.
func (r *Reader) node(k uint32) uint16 {
	bits, _ := r.nodes.find(k)
	return uint16(bits)
}

// View prepares t.
func (r *Reader) View(t *arabic.Text) *View {
	v := &View{tokens: make([]token, len(t.Tokens)), edge: token{word: r.edge}, reader: r}
	for i := range v.tokens {
		v.tokens[i].word, v.tokens[i].at = r.word(t, i), t.Tokens[i].Start
	}
	r.match(t, v)
	govern(t, v)
	fields(t, v)
	return v
}

// match marks the tokens of known names, the longest first at each place.
func (r *Reader) match(t *arabic.Text, v *View) {
	for i := 0; i < len(v.tokens); {
		end, bits := i, uint16(0)
		for k, o := range v.tokens[i].openings {
			if e, b := r.longest(t, v, i, o.key); e > end {
				end, bits = e, b
				v.tokens[i].known = uint16(k + 1)
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

// longest returns the end of the longest known name that begins at token i with
// node key, and what is known by it; 0 when there is none.
func (r *Reader) longest(t *arabic.Text, v *View, i int, key uint32) (end int, bits uint16) {
	for k := i; ; {
		b := r.node(key)
		if b&^Onward != 0 {
			end, bits = k+1, b&^Onward
		}
		k++
		if b&Onward == 0 || k >= len(v.tokens) || t.NewLine(k-1) {
			return end, bits
		}
		key = Step(key, v.tokens[k].folded)
	}
}

// fields notes for each token whether its sentence speaks of matches, of speech,
// of family.
func fields(t *arabic.Text, v *View) {
	for _, s := range t.Sentences {
		f := uint32(1)
		for i := s.First; i < s.Last; i++ {
			for k, c := range [...]Class{Match, Says, Kin} {
				if v.tokens[i].class&c != 0 {
					f |= 2 << k
				}
			}
		}
		for i := s.First; i < s.Last; i++ {
			v.tokens[i].field = f
		}
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
			x.head, x.away = head, uint32(i-at)
		}
		switch {
		case x.class&(Body|Area) != 0:
			head, at = x.bare, i
		case x.class&(Function|Says|Acts|Weekday) != 0:
			head = 0
		}
	}
}
