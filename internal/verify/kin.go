package verify

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// kin is what is left of a word without its vowels and the letters that forms
// and nouns put before the root; two words with the same are taken for relatives
// («تعزيز», «عزز»; «انتقاله», «ينتقل»). One of them must have such a letter:
// words that differ in vowels alone are two («سالم», «سليم»; «قاتل», «قتيل»).
type kin struct {
	root    string
	base    string // without those letters alone: «متكون», «تتكون»
	affixed bool
}

// kinOf returns the kin of token w, empty for a word that has no relatives: names
// of bodies and persons, words whose change turns a statement, the future, and
// those with fewer than three letters left.
func kinOf(w arabic.Token) kin {
	if w.Kind != arabic.Word || utf8.RuneCountInString(w.Norm) < 4 {
		return kin{}
	}
	k := stem(w.Norm)
	if words().strict.Of(k) || words().keep.Of(w.Norm).class != "" || isFree(w.Norm) || quotes.IsHead(w.Norm) {
		return kin{}
	}
	s := arabic.Core(w.Norm)
	if coming(s) {
		s = s[len("س"):]
	}
	s = bare(bare(s, 0), 1)
	r := s
	base := ""
	for _, p := range [...]string{"است", "مست", "يست", "تست", "مت", "تت", "يت", "ان", "ين", "من", "ا", "ي", "ت", "م", "ن"} {
		rest, ok := strings.CutPrefix(r, p)
		if ok && base == "" && len(rest) >= 6 {
			base = rest
		}
		if ok && len(skeleton(rest)) >= 6 && p != "مت" && p != "تت" && p != "يت" {
			r = rest
			break
		}
	}
	affixed := len(r) < len(s)
	r = skeleton(r)
	if infix, size := utf8.DecodeRuneInString(r); affixed && infix != utf8.RuneError && utf8.RuneCountInString(r) > 3 {
		if rest, ok := strings.CutPrefix(r[size:], "ت"); ok {
			r = r[:size] + rest
		}
	}
	if utf8.RuneCountInString(r) < 3 {
		r = ""
	}
	return kin{r, base, affixed}
}

// of reports whether two words are relatives.
func (k kin) of(other kin) bool {
	return k.root != "" && k.root == other.root && (k.affixed || other.affixed) || k.base != "" && k.base == other.base
}

// kin returns the kin of token i of the article.
func (g *Gate) kin(i int) kin {
	if !g.related[i] {
		g.related[i] = true
		if !g.named(i) {
			g.kins[i] = kinOf(g.text.Tokens[i])
		}
	}
	return g.kins[i]
}

// akin reports whether word i of the claim, which the scope lacks, is a relative of
// token j of the article.
func (c *claim) akin(i, j int) bool {
	return c.lacking[i] && c.kins[i].of(c.g.kin(j))
}
