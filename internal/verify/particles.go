package verify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

//go:embed data/particles.tsv
var particlesTSV string

//go:embed data/shades.tsv
var shadesTSV string

//go:embed data/limits.tsv
var limitsTSV string

// role is what a little word does; one word may do several things.
type role uint16

// The roles, in the order of roleNames; particles.tsv says what they mean.
const (
	joining role = 1 << iota
	parting
	thatting
	asking
	relating
	reasoning
	beside
	pointing
	beginning
	ending
	dating
	aiming
	soft
)

func roleNames() []string {
	return []string{"joins", "parts", "that", "asks", "relates", "because", "beside", "points", "from", "until", "dated", "aims", "soft"}
}

// particle is a row of particles.tsv.
type particle struct {
	roles    role
	stands   string   // the preposition that it stands for, or ""
	contrary []string // the prepositions that say the contrary
}

// particles are the little words, shades and limits by folded word.
type particles struct {
	words  *table.Index[particle]
	shades map[string]shade
	limits map[string][2]news.Bound // alone and after «لا»
}

var little = sync.OnceValue(func() particles {
	words := map[string]particle{}
	p := particles{shades: map[string]shade{}, limits: map[string][2]news.Bound{}}
	for _, r := range table.Rows("particles.tsv", particlesTSV, 4) {
		x := particle{stands: strings.Trim(arabic.Key(r[2]), "-"), contrary: strings.Fields(arabic.Key(r[3]))}
		for c := range strings.FieldsSeq(r[1]) {
			if k := slices.Index(roleNames(), c); k >= 0 {
				x.roles |= 1 << k
			}
		}
		words[arabic.Key(r[0])] = x
	}
	p.words = table.NewIndex(words)
	for _, r := range table.Rows("shades.tsv", shadesTSV, 2) {
		p.shades[arabic.Key(r[0])] = shade(arabic.Key(r[1]))
	}
	for _, r := range table.Rows("limits.tsv", limitsTSV, 3) {
		p.limits[arabic.Key(r[0])] = [2]news.Bound{news.Bound(r[1]), news.Bound(r[2])}
		if r[2] == "-" {
			p.limits[arabic.Key(r[0])] = [2]news.Bound{news.Bound(r[1]), news.Bound(r[1])}
		}
	}
	return p
})

// does reports whether a folded word does one of the things of r.
func does(norm string, r role) bool { return little().words.Of(norm).roles&r != 0 }

// joins reports whether a folded word joins statements.
func joins(norm string) bool { return does(norm, joining) }

// opensSpeech reports whether a folded word is the particle of reported speech.
func opensSpeech(norm string) bool { return does(norm, thatting) }

// standing returns the preposition that a folded word is, or "".
func standing(norm string) string { return little().words.Of(strings.TrimPrefix(norm, "و")).stands }

// loose reports whether a preposition only ties a place, a time or a thing to what is
// before it, so that an editor may put one for another.
func loose(p string) bool { return does(p, soft) }

// contrary reports whether two prepositions say the contrary of each other.
func contrary(p, q string) bool { return slices.Contains(little().words.Of(p).contrary, q) }
