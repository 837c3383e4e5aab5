package tagger

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// word is what a spelling tells by itself, wherever it stands. It never changes
// once it is made.
type word struct {
	spelling string
	reading  arabic.Stem  // its Start counts from the start of the token
	bareForm string       // the reading without the article
	openings []opening    // readings with which known names begin
	sums     [places]sums // what it adds to the scores of each place around it
	folded   uint32       // hash of the folded word
	spelled  uint32       // of the word as spelled, hamza and all
	stem     uint32       // without clitics
	bare     uint32       // without clitics and article
	clitic   uint32       // of what was cut off
	shape    uint32
	clusters [Levels]uint32
	class    Class
	more     Class  // the classes that only the grammar knows
	learned  uint32 // the classes that serve as features
	use      uint32 // how it serves in personal names
	common   uint32 // how often raw news has it, and how it is inflected there
}

// opening is a reading of a word with which known names begin.
type opening struct {
	reading arabic.Stem // its Start counts from the start of the token
	key     uint32      // of its node
}

// memory keeps words that were read, since news repeat them: the words of a set
// share a place, the one that was asked for again stands first and the other
// makes room. It is safe for concurrent use: words do not change, and one that
// two goroutines read at once is only read twice.
type memory []atomic.Pointer[word]

// memorySize is enough for seven of eight words of news, at about 500 bytes each.
const memorySize = 1 << 15

func (m memory) set(h uint32) (first, second *atomic.Pointer[word]) {
	k := h % (memorySize / 2) * 2
	return &m[k], &m[k+1]
}

// word returns what token i of t tells by itself.
func (r *Reader) word(t *arabic.Text, i int) *word {
	spelling := t.Tokens[i].Of(t.Source)
	h := Hash(spelling)
	first, second := r.memory.set(h)
	a := first.Load()
	if a != nil && a.spelling == spelling {
		return a
	}
	if b := second.Load(); b != nil && b.spelling == spelling {
		first.Store(b)
		second.Store(a)
		return b
	}
	x := r.read(t.Tokens[i].Kind, spelling, t.Tokens[i].Norm)
	r.weights.weigh(x)
	second.Store(x)
	return x
}

// read returns what a word tells that is spelled and folded so.
func (r *Reader) read(kind arabic.Kind, spelling, norm string) *word {
	x := &word{spelling: strings.Clone(spelling), folded: Hash(norm), spelled: Hash(spelling), shape: uint32(kind)}
	w := arabic.Token{Span: news.Span{End: len(spelling)}, Kind: kind, Norm: x.spelling}
	if norm != spelling {
		w.Norm = strings.Clone(norm) // nothing here holds the article
	}
	t := &arabic.Text{Source: x.spelling, Tokens: []arabic.Token{w}}
	if kind == arabic.Word {
		r.inflected(x, t)
	} else {
		x.uninflected(w)
	}
	x.openings = r.openings(t)
	e := r.entry(x.stem)
	if e == nil {
		e = r.entry(x.bare)
	}
	if e != nil {
		for k, c := range e.Clusters {
			x.clusters[k] = uint32(c)
		}
	}
	return x
}

// uninflected fills x from w, which is no Arabic word.
func (x *word) uninflected(w arabic.Token) {
	x.reading = arabic.Stem{Norm: w.Norm}
	x.stem, x.bare = x.folded, x.folded
	if w.Kind == arabic.Digits {
		x.shape |= uint32(len(w.Norm)) << 4
		x.stem, x.bare = 2, 2
	}
	if w.Kind == arabic.Latin {
		x.shape |= 1 << 4
		if c := x.spelling[0]; 'A' <= c && c <= 'Z' {
			x.shape |= 1 << 5
		}
	}
}

// inflected fills x, the only word of t.
func (r *Reader) inflected(x *word, t *arabic.Text) {
	s := r.Stem(t, 0)
	bare, article := arabic.Bare(s.Norm)
	x.reading, x.bareForm = s, bare
	x.stem, x.bare, x.clitic = Hash(s.Norm), Hash(bare), Hash(s.Prefix)
	x.class = r.classes.Of(s.Norm) | r.classes.Of(bare)&^Function // «الله» is not «له»
	x.more = r.grammar.Of(s.Norm) | r.grammar.Of(bare)
	x.learned = uint32(x.class & Learned)
	n := utf8.RuneCountInString(bare)
	x.shape |= uint32(min(n, 9)) << 4
	if article {
		x.shape |= 1 << 8
	}
	if s.Prefix != "" {
		x.shape |= 1 << 9
	}
	x.use = r.use(x.stem)
	x.common = r.inflections(s.Norm, bare, article)
}

// openings returns the readings of the only word of t with which known names
// begin; a reading with clitics must be more usual than those with fewer.
func (r *Reader) openings(t *arabic.Text) []opening {
	var found []opening
	list, n := t.Stems(0)
	most := uint32(0) // how usual the readings with fewer clitics are
	for _, s := range list[:n] {
		s = r.lam(s)
		h := Hash(s.Norm)
		l := r.level(h)
		if s.Prefix != "" && most >= l && most > 0 {
			continue
		}
		most = max(most, l)
		if key := Step(0, h); r.node(key) != 0 {
			found = append(found, opening{reading: s, key: key})
		}
	}
	return found
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
