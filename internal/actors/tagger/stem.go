package tagger

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// Which reading of a word is meant. The readings compete in sixteenths of a bit:
//
//	C1  A reading is worth the binary logarithm of how often raw news has it, or
//	    what its level in Arabic at large comes to.
//	C2  Each clitic costs what it would take to find it there by chance.
//	C3  A word that the tables know as a whole, as a word of some class, a name or
//	    a place, is kept whole unless the stem is far more usual; a usual given
//	    name («فادي», «بلال») all the more.
//	C4  A clitic before an article is hardly ever a letter of the word, nor is a
//	    waw before a verb of the tables.
//	C5  A waw before what nothing at all is known of is a clitic.
//	C6  Behind the lam of "to", what seems an article may be the lam of a place
//	    or a body.

// costs of the clitics (C2).
var costs = map[rune]int{
	'\u0648': 8, '\u0644': 8, '\u0628': 16, '\u0641': 60, '\u0643': 70, '\u0633': 60, // waw, lam, beh, feh, kaf, seen
}

const (
	known16    = 48  // C3
	classed    = 64  // a stem that the tables know
	givenName  = 60  // a word that is a usual given name
	named      = 40  // a stem that is a name or a place
	joined     = 150 // C4
	unknown    = 60  // C5
	shortStem  = 60  // a stem of two letters
	levelWorth = 16  // of a level of Usual
)

// Stem returns the most likely reading of word token i.
func (r *Reader) Stem(t *arabic.Text, i int) arabic.Stem {
	list, n := t.Stems(i)
	if n == 1 {
		return list[0]
	}
	whole := Hash(list[0].Norm)
	kept := r.classes.Of(list[0].Norm) != 0 || r.use(whole) != 0 || r.place(whole)
	best, score := 0, r.worth(list[0].Norm)
	if kept {
		score += known16
	}
	if r.use(whole)&3 == 3 {
		score += givenName
	}
	for k, s := range list[1:n] {
		x := r.worth(s.Norm) + r.favor(s, whole, kept)
		for _, c := range s.Prefix {
			x -= costs[c]
		}
		if x > score {
			best, score = k+1, x
		}
	}
	if best == 0 && !kept {
		for _, s := range list[1:n] {
			if x := r.lam(s); x.Norm != s.Norm {
				return x
			}
		}
	}
	return r.lam(list[best])
}

// lam returns s, the reading of a word behind "to", as the word beginning with
// lam that the tables know where s has an article instead: «للجنة» is "to a
// committee" rather than "to the garden", «للبنان» "to Lebanon" (C6).
func (r *Reader) lam(s arabic.Stem) arabic.Stem {
	rest, ok := strings.CutPrefix(s.Norm, "\u0627\u0644")
	if !ok || !strings.HasSuffix(s.Prefix, "\u0644") {
		return s
	}
	word := "\u0644" + rest
	if c := r.classes.Of(word); c&Body != 0 && r.classes.Of(s.Norm)|r.classes.Of(rest) == 0 || r.place(Hash(word)) && r.worth(word) > r.worth(s.Norm) {
		s.Norm = word
	}
	return s
}

// worth is what a reading is worth by itself (C1).
func (r *Reader) worth(norm string) int {
	h := Hash(norm)
	if e := r.entry(h); e != nil {
		return int(e.Count) + 16
	}
	if l := int(r.level(h)); l != 0 {
		return 16 + levelWorth*l
	}
	if bare, article := arabic.Bare(norm); article {
		if e := r.entry(Hash(bare)); e != nil {
			return int(e.Count)/2 + 8
		}
	}
	return 0
}

// favor is what speaks for a reading with clitics besides its frequency.
func (r *Reader) favor(s arabic.Stem, whole uint32, kept bool) int {
	h := Hash(s.Norm)
	l, w := r.level(h), r.level(whole)
	bare, article := arabic.Bare(s.Norm)
	x := 0
	c := r.classes.Of(s.Norm) | r.classes.Of(bare)
	if article && l > 0 && l+1 >= w && !strings.HasSuffix(s.Prefix, "\u0643") || s.Prefix == "\u0648" && c&(Says|Acts) != 0 {
		x += joined
	}
	if s.Prefix == "\u0648" && w == 0 && !kept {
		x += unknown
	}
	if l > w && (r.use(h) != 0 || r.place(h)) {
		x += named
	}
	if c != 0 && (!kept || l > w) {
		x += classed
	}
	if utf8.RuneCountInString(s.Norm) < 3 {
		x -= shortStem
	}
	return x
}

// place reports whether the lists know the word with hash h as a place.
func (r *Reader) place(h uint32) bool {
	return r.node(Step(0, h))&(Country|City|Town|Encyclopedic) != 0
}
