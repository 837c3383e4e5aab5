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
	grams    [8]uint32 // runs of three letters
	clusters [Levels]uint32
	class    Class
	learned  uint32 // the classes that serve as features
	gaz      uint32 // place in a known name: bits and position
	use      uint32 // how it serves in personal names
	field    uint32 // what the sentence is about, as far as single words tell
	common   uint32 // how often raw news has it, and how it is inflected there
	quoted   bool
	head     uint32 // hash of the body or area word that governs the token, or 0
	away     uint32 // how far it is
}

// View is a text prepared for Features.
type View struct {
	tokens []token
	stems  []arabic.Stem
	known  map[int]arabic.Stem // how the first words of known names are to be read
}

// Stem returns the likeliest reading of token i.
func (v *View) Stem(i int) arabic.Stem { return v.stems[i] }

// Level returns how frequent token i is in Arabic at large, as Usual has it.
func (v *View) Level(i int) int { return int(v.tokens[i].common & 15) }

// Rare reports whether token i is a word that Arabic at large hardly has.
func (v *View) Rare(i int) bool {
	return v.tokens[i].common&15 <= 2 && v.tokens[i].shape&15 == uint32(arabic.Word)
}

// KnownStem returns how token i is to be read when a known name begins there.
func (v *View) KnownStem(i int) (arabic.Stem, bool) {
	s, ok := v.known[i]
	return s, ok
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
func (v *View) Class(i int) Class { return v.tokens[i].class }

// Reader prepares texts with what is known about words.
type Reader struct {
	lexicon *Lexicon
	words   index
	usual   index
	names   index
	nodes   index
	classes map[string]Class
}

// NewReader returns a reader that knows a lexicon.
func NewReader(l *Lexicon) Reader {
	return Reader{
		lexicon: l, classes: Words(),
		words: newIndex(len(l.Words), func(i int) uint32 { return l.Words[i].Word }),
		usual: newIndex(len(l.Usual), func(i int) uint32 { return l.Usual[i].Word }),
		names: newIndex(len(l.Names), func(i int) uint32 { return l.Names[i].Word }),
		nodes: newIndex(len(l.Nodes), func(i int) uint32 { return l.Nodes[i].Key }),
	}
}

// word returns what raw news taught about the word with hash h, or nil.
func (r *Reader) word(h uint32) *Entry {
	if at, ok := r.words.find(h); ok {
		return &r.lexicon.Words[at]
	}
	return nil
}

// level returns how frequent the word with hash h is, 0 for rare words.
func (r *Reader) level(h uint32) uint32 {
	if at, ok := r.usual.find(h); ok {
		return uint32(r.lexicon.Usual[at].Level)
	}
	return 0
}

// use returns how the word with hash h serves in personal names.
func (r *Reader) use(h uint32) uint32 {
	if at, ok := r.names.find(h); ok {
		return uint32(r.lexicon.Names[at].Use)
	}
	return 0
}

// node returns what is known of the words with key k.
func (r *Reader) node(k uint32) uint16 {
	if at, ok := r.nodes.find(k); ok {
		return r.lexicon.Nodes[at].Bits
	}
	return 0
}

// View prepares t.
func (r *Reader) View(t *arabic.Text) *View {
	v := &View{tokens: make([]token, len(t.Tokens)), stems: make([]arabic.Stem, len(t.Tokens)), known: map[int]arabic.Stem{}}
	seen := map[string]int{} // where a word stood first: it is read once
	for i, w := range t.Tokens {
		k, again := seen[w.Norm]
		if !again || w.Kind != arabic.Word {
			seen[w.Norm] = i
			v.stems[i] = r.read(t, i, &v.tokens[i])
			continue
		}
		v.tokens[i] = v.tokens[k]
		v.tokens[i].spelled = Hash(t.Source[w.Start:w.End])
		v.stems[i] = t.StemLike(i, v.stems[k])
	}
	r.match(t, v)
	govern(t, v)
	fields(t, v)
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
	x.class = r.classes[s.Norm] | r.classes[bare]&^Function // «الله» is not «له»
	x.learned = uint32(x.class & Learned)
	n := utf8.RuneCountInString(bare)
	x.shape |= uint32(min(n, 9)) << 4
	if article {
		x.shape |= 1 << 8
	}
	if s.Prefix != "" {
		x.shape |= 1 << 9
	}
	affixes(bare, x)
	x.use = r.use(x.stem)
	x.common = r.inflections(s.Norm, bare, article)
	r.enter(x)
	return s
}

func (r *Reader) enter(x *token) {
	e := r.word(x.stem)
	if e == nil {
		if e = r.word(x.bare); e == nil {
			return
		}
	}
	for k, c := range e.Clusters {
		x.clusters[k] = uint32(c)
	}
}

// suffixes are endings that common words take and names do not.
var suffixes = [...]string{
	"\u0647", "\u0647\u0627", "\u0647\u0645", "\u0627", "\u064A\u0646", "\u0627\u062A", "\u064A",
}

// inflections tells how common a word is: how often it stands in raw news, with
// or without the article, and how many of its inflected forms do.
func (r *Reader) inflections(norm, bare string, article bool) uint32 {
	bits := r.level(Hash(norm))
	other := HashTwo("\u0627\u0644", bare)
	if article {
		other = Hash(bare)
	}
	if l := r.level(other); l != 0 {
		bits |= (1 + l/4) << 4
	}
	n, whole := uint32(0), absorb(1, bare)
	for _, x := range suffixes {
		if r.level(fold(absorb(whole, x))) != 0 {
			n++
		}
	}
	return bits | min((n+1)/2, 3)<<6
}

func affixes(s string, x *token) {
	n := 0
	for i := 0; i+6 <= len(s) && n < len(x.grams); i += 2 {
		x.grams[n] = Hash(s[i : i+6])
		n++
	}
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
		end, bits := i, uint16(0)
		list, n := t.Stems(i)
		most := uint32(0) // how usual the readings with fewer clitics are
		for _, s := range list[:n] {
			s = r.lam(s)
			l := r.level(Hash(s.Norm))
			if s.Prefix != "" && most >= l && most > 0 {
				continue
			}
			most = max(most, l)
			if e, b := r.longest(t, v, i, Hash(s.Norm)); e > end {
				end, bits = e, b
				v.known[i] = s
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

func (r *Reader) longest(t *arabic.Text, v *View, i int, head uint32) (end int, bits uint16) {
	key := Step(0, head)
	for k := i; ; {
		b := r.node(key)
		if b&^Onward != 0 {
			end, bits = k+1, b&^Onward
		}
		k++
		if b&Onward == 0 || k >= len(v.tokens) || t.NewLine(k-1) {
			return end, bits
		}
		key = Step(key, v.tokens[k].word)
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
