package verify

import (
	_ "embed"
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

//go:embed data/keep.tsv
var keepTSV string

// keeper is a word that changes what is said about others.
type keeper struct{ reach, class string }

// reason returns what it is when such a word is lost or added.
func (k keeper) reason() Reason {
	switch k.class {
	case "not_past", "not_future", "not_present", "not_noun":
		return Negation
	case "some", "most", "all", "tens", "hundreds", "thousands", "millions", "only", "except", "partly":
		return Bound
	case "deputy", "candidate", "elect", "former", "interim":
		return Role
	}
	return Modality
}

// noun reports whether k is a plan or the like said with a noun, which an editor may
// put beside another word than the article does.
func (k keeper) noun() bool {
	return k.class == "planned" || k.class == "expected" || k.class == "draft"
}

// sign is a keeper in a text, with the words that it is about.
type sign struct {
	keeper
	at   int
	over []int
}

// How far a keeper reaches, in words that say something.
const (
	clauseReach    = 4
	phraseReach    = 4
	conditionReach = 12
	near           = 6 // how far a keeper of the claim may be from the word it is about, in tokens
)

// signs returns the keepers among tokens first to last of t.
func signs(t *arabic.Text, first, last int) []sign {
	var list []sign
	for i := first; i < last; i++ {
		k, ok := keeperAt(t, i, last)
		if !ok {
			continue
		}
		s := sign{keeper: k, at: i}
		switch k.reach {
		case "before":
			s.over = forward(t, i+1, last, 1)
		case "clause":
			s.over = forward(t, i+1, last, clauseReach)
		case "after":
			s.over = phrase(t, i-1, first)
		default:
			s.over = append(backward(t, i-1, first, conditionReach), forward(t, i+1, last, conditionReach)...)
		}
		list = append(list, s)
	}
	return list
}

// signsIn returns the keepers of sentence n.
func (g *Gate) signsIn(n int) []sign {
	list, ok := g.signs[n]
	if !ok {
		x := g.text.Sentences[n]
		list = signs(g.text, x.First, x.Last)
		// «ثلاثة آلاف» is a figure, checked by its value; «آلاف» alone is a quantifier.
		list = slices.DeleteFunc(list, func(s sign) bool { return g.plain(s.at) })
		g.signs[n] = list
	}
	return list
}

// plain reports whether token i of the article is part of a name, an amount or a day, and
// keeps nothing there.
func (g *Gate) plain(i int) bool {
	return g.named(i) || g.figure[i] > 0 || g.inDate(i)
}

// keeps returns the token of sentence n that keeps what word i of the claim does, or -1.
func (c *claim) keeps(i, n int) int {
	k, ok := keeperAt(c.text, i, len(c.text.Tokens))
	if !ok {
		return -1
	}
	for _, s := range c.g.signsIn(n) {
		if s.class == k.class {
			return s.at
		}
	}
	return -1
}

// keeperAt returns the keeper that token i is, behind a conjunction.
func keeperAt(t *arabic.Text, i, last int) (keeper, bool) {
	w := t.Tokens[i]
	if w.Kind != arabic.Word {
		return keeper{}, false
	}
	next := ""
	if i+1 < last {
		next = t.Tokens[i+1].Norm
	}
	for _, p := range []string{"", "و", "ف", "ب", "ل", "ال"} {
		n, ok := strings.CutPrefix(w.Norm, p)
		if !ok {
			continue
		}
		if n == "قد" { // possible only before an imperfect: «قد يعلن», not «قد أعلن»
			return keeper{"clause", "possible"}, imperfect(next)
		}
		k, ok := words().keep.Find(n)
		switch {
		case !ok || (p == "ب" || p == "ل") && k.class != "not_noun" || p == "ال" && k.reach != "after" && k.reason() != Bound:
		case (n == "غير" || n == "الا") && strings.HasPrefix(next, "ان"): // «غير أن»: but
		case n == "لا" && (next == "سيما" || next == "يزال" || next == "تزال"):
		case n == "حال" && (i == 0 || t.Tokens[i-1].Norm != "في"):
		case k.class == "elect" && (i == 0 || !definite(t.Tokens[i-1].Norm) || !quotes.IsPerson(t.Tokens[i-1].Norm)): // «المنتخب»: the team
		case n == "كل" && next == "من": // «كل من أحمد وسامي»
		case k.reach == "clause" && definite(n) && (i == 0 || t.Tokens[i-1].Norm != "من" && t.Tokens[i-1].Norm != "ومن"): // «الدور المنتظر»
			return keeper{"after", k.class}, true
		default:
			return k, true
		}
	}
	return keeper{}, false
}

// imperfect reports whether a folded word after «قد» is a verb of the imperfect.
// A teh may as well begin a perfect («قد تعرض», «قد تراجعت»).
func imperfect(norm string) bool {
	switch {
	case norm == "لا", strings.HasPrefix(norm, "ي") && len(norm) > 4:
		return true
	case strings.HasPrefix(norm, "ت") && len(norm) > 4:
		return !strings.HasSuffix(norm, "ت") && !words().past.Of(norm)
	}
	return false
}

// forward returns the next n words from token i on that say something, up to a
// mark that ends the clause.
func forward(t *arabic.Text, i, last, n int) []int {
	var list []int
	for ; i < last && len(list) < n; i++ {
		w := t.Tokens[i]
		if n == conditionReach && parts(t, i) {
			break
		}
		if w.Kind == arabic.Punct && n < conditionReach && (w.Norm == "،" || w.Norm == "؛" || w.Norm == ":") && (len(list) > 0 || n == 1) {
			break
		}
		if w.Kind != arabic.Punct && (w.Kind != arabic.Word || !isFree(w.Norm)) {
			list = append(list, i)
		}
	}
	return list
}

// phrase returns the words of the noun phrase that an adjective at i+1 ends: back
// over words with the article, or to the first word without when the one right
// before has none.
func phrase(t *arabic.Text, i, first int) []int {
	var list []int
	for ; i >= first && len(list) < phraseReach; i-- {
		w := t.Tokens[i]
		if w.Kind == arabic.Punct || w.Kind == arabic.Word && isFree(w.Norm) {
			break
		}
		definite := arabic.IsDefinite(w.Norm)
		if !definite && len(list) > 0 {
			break
		}
		list = append(list, i)
	}
	return list
}

// conjoined reports whether a folded word begins with a conjunction that is no
// letter of its own.
func conjoined(norm string) bool {
	return strings.HasPrefix(norm, "و") && !strings.HasPrefix(arabic.Core(norm), "و") && stem(norm[2:]) == stem(norm)
}

// parts reports whether token i keeps a condition from what is on its other side: a
// quotation mark, a colon, a verb of speech.
func parts(t *arabic.Text, i int) bool {
	w := t.Tokens[i]
	if w.Kind == arabic.Punct {
		switch w.Norm {
		case ":", "(", "\"", "\u00AB", "\u00BB", "\u201C", "\u201D":
			return true
		case "،", "؛":
			return i+1 < len(t.Tokens) && (joins(t.Tokens[i+1].Norm) || conjoined(t.Tokens[i+1].Norm))
		}
		return false
	}
	if rest, ok := strings.CutPrefix(w.Norm, "و"); ok && opensSpeech(rest) { // «أنه يملك أدلة وأنه سيتكلم إذا دعي»
		return true
	}
	cue, ok := quotes.CueAt(t, i)
	return ok && (!cue.Weak || cue.Form == quotes.Participle && i > 0 && isMark(t.Tokens[i-1]))
}

// backward returns the n words before token i that say something.
func backward(t *arabic.Text, i, first, n int) []int {
	var list []int
	for ; i >= first && len(list) < n && !parts(t, i); i-- {
		w := t.Tokens[i]
		if w.Kind != arabic.Punct && (w.Kind != arabic.Word || !isFree(w.Norm)) {
			list = append(list, i)
		}
	}
	return list
}

// kept checks that the claim has the keepers of its evidence where it repeats
// what they are about, and adds none.
func (c *claim) kept() {
	mine := signs(c.text, 0, len(c.text.Tokens))
	back := map[int][]int{} // token of the article to tokens of the claim
	for i, j := range c.source {
		if j >= 0 {
			back[j] = append(back[j], i)
		}
	}
	var theirs []sign
	for _, n := range c.sentences {
		theirs = append(theirs, c.g.signsIn(n)...)
	}
	mine = slices.DeleteFunc(mine, func(s sign) bool {
		return c.hint[s.at] >= 0 || c.moved[s.at] || c.source[s.at] >= 0 && c.g.plain(c.source[s.at])
	})
	for _, s := range theirs {
		c.lost(s, mine, back)
		c.narrowed(s)
	}
	for _, m := range mine {
		c.added(m, theirs)
	}
}

// lost reports keeper s of the article when the claim repeats what it is about
// without it.
func (c *claim) lost(s sign, mine []sign, back map[int][]int) {
	var told []int
	for _, j := range s.over {
		told = append(told, back[j]...)
	}
	if need := 1; len(told) < need || s.reach != "before" && s.reach != "after" && len(told) < min(2, len(s.over)) {
		return
	}
	for _, m := range mine {
		if m.class != s.class {
			continue
		}
		if s.reach == "condition" || c.source[m.at] == s.at {
			return
		}
		for _, i := range told {
			if slices.Contains(m.over, i) || s.reach == "clause" && abs(m.at-i) <= near {
				return
			}
		}
	}
	c.fault(s.reason(), c.g.text.Tokens[s.at].Of(c.g.text.Source))
}

// narrowed checks what the claim leaves out of a statement that s negates: «لن تشمل
// الأطفال دون الخامسة» is not «لن تشمل الأطفال». Days may go.
func (c *claim) narrowed(s sign) {
	if s.reason() != Negation || s.class == "not_noun" || len(s.over) == 0 || !c.uses(s.over[0]) {
		return
	}
	t := c.g.text
	last := t.Sentences[t.SentenceAt(t.Tokens[s.at].Start)].Last
	told := 0
	for i := s.over[0] + 1; i < last; i++ {
		w := t.Tokens[i]
		switch {
		case loose(standing(w.Norm)) && c.resumes(i, last) > i:
			i = c.resumes(i, last) - 1
		case told > reach && does(w.Norm, relating), does(w.Norm, reasoning):
			return
		case i+1 < last && conjoined(t.Tokens[i+1].Norm) && c.uses(i+1): // «لا يمكن التدخل والقيام»
		case isMark(w), w.Kind == arabic.Word && (joins(w.Norm) || conjoined(w.Norm)), c.g.cites(i):
			return
		case c.uses(i):
			told++
		case w.Kind == arabic.Punct, w.Kind == arabic.Word && isFree(w.Norm), c.g.inDate(i):
		default:
			c.fault(Negation, w.Of(t.Source))
			return
		}
	}
}

// resumes returns the token, behind a phrase that begins at token i of the article and
// that the claim leaves out, with which the claim goes on before the next mark, or -1.
func (c *claim) resumes(i, last int) int {
	for k := i + 1; k < last && !isMark(c.g.text.Tokens[k]); k++ {
		if c.uses(k) {
			return k
		}
	}
	return -1
}

// added reports keeper m of the claim when the article has none of its class
// about the same words.
func (c *claim) added(m sign, theirs []sign) {
	for _, s := range theirs {
		if s.class != m.class {
			continue
		}
		if m.reach == "condition" || (m.noun() || m.reach == "after") && c.source[m.at] == s.at {
			return
		}
		for n, i := range m.over {
			j := c.source[i]
			itself := m.reach == "clause" && c.source[m.at] == s.at && c.key(m.at) == c.g.stem(s.at)
			if m.reach == "clause" && n > 0 && c.source[m.over[n-1]] >= 0 && !itself { // the next word says of what it is
				break
			}
			if j >= 0 && itself && abs(s.at-j) <= near {
				return
			}
			if j >= 0 && (slices.Contains(s.over, j) || m.reach == "clause" && s.at < j && j-s.at <= near && !hasComma(c.g.text, s.at, j)) {
				return
			}
		}
		if len(m.over) == 0 {
			return
		}
	}
	if j := c.source[m.at]; m.class == "not_noun" && j >= 0 && words().keep.Of(c.g.text.Tokens[j].Norm).class == "" {
		return // the noun of a verb that the article has: «غياب» of «يغيب»
	}
	c.fault(m.reason(), c.text.Tokens[m.at].Of(c.text.Source))
}
