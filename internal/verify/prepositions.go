package verify

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// directed checks that no word of the claim is under a preposition whose contrary it is
// under in the article («من الشرطة» for «إلى الشرطة»), or follows there.
func (c *claim) directed() {
	for i, w := range c.text.Tokens {
		c.pointedAt(i)
		p := standing(w.Norm)
		y := behind(c.text, i)
		if y < 0 || len(little().words.Of(p).contrary) == 0 || i > 0 && c.source[i-1] >= 0 && c.hint[i-1] < 0 && c.reworded(i-1) {
			continue
		}
		turned := i > 0 && c.source[i-1] >= 0 && contrary(p, standing(c.g.text.Tokens[min(c.source[i-1]+1, len(c.g.text.Tokens)-1)].Norm))
		for j := range c.tokens {
			if c.ids[y] == 0 || c.g.ids[j] != c.ids[y] || j != c.source[y] && c.goesOnAt(y) {
				continue
			}
			q := directive(c.g.text, j)
			if q == p || q != "" && j > 1 && standing(c.g.text.Tokens[j-2].Norm) == p {
				turned = false
				break
			}
			turned = turned || contrary(p, q)
		}
		if turned {
			c.fault(Unproven, c.words(i, y+1))
		}
	}
}

// goesOnAt reports whether the word after word i of the claim follows it in the article
// too, so that no other place of the article has what they say.
func (c *claim) goesOnAt(i int) bool {
	return i+1 < len(c.source) && c.source[i] >= 0 && c.source[i+1] == c.source[i]+1 && !isFree(c.text.Tokens[i+1].Norm) && c.text.Tokens[i+1].Kind != arabic.Punct
}

// directive returns the preposition right before token i of t, or the «ل» written to it
// and to the article.
func directive(t *arabic.Text, i int) string {
	for k := i - 1; k >= 0 && (k == i-1 || !isMark(t.Tokens[k+1])); k-- {
		if t.Tokens[k].Kind != arabic.Punct {
			if p := standing(t.Tokens[k].Norm); p != "" {
				return p
			}
			break
		}
	}
	if strings.HasPrefix(t.Tokens[i].Norm, "لل") {
		return standing("ل")
	}
	return ""
}

// behind returns the token after token i of t, marks that end nothing aside, or -1.
func behind(t *arabic.Text, i int) int {
	for i++; i < len(t.Tokens) && t.Tokens[i].Kind == arabic.Punct && !isMark(t.Tokens[i]); i++ {
		continue
	}
	if i < len(t.Tokens) && t.Tokens[i].Kind != arabic.Punct {
		return i
	}
	return -1
}

// pointedAt checks that the preposition of word i of the claim, with a pronoun («عنه»),
// is the one that follows the word before it in the article, if one does.
func (c *claim) pointedAt(i int) {
	p := ofPronoun(c.text.Tokens[i].Norm)
	if p == "" || i == 0 || c.source[i-1] < 0 || c.source[i-1]+1 >= len(c.g.text.Tokens) || c.reworded(i-1) {
		return
	}
	next := c.g.text.Tokens[c.source[i-1]+1].Norm
	q := ofPronoun(next)
	if q == "" {
		q = standing(next)
	}
	if q != "" && q != p && (!loose(p) || !loose(q)) {
		c.fault(Unproven, c.words(i-1, i+1))
	}
}

// ofPronoun returns the preposition of a folded word that is one with a pronoun, or "".
func ofPronoun(norm string) string {
	w := strings.TrimPrefix(norm, "و")
	for _, end := range [...]string{"هما", "ها", "هم", "هن", "ه", "نا"} {
		rest, ok := strings.CutSuffix(w, end)
		if !ok {
			continue
		}
		switch rest {
		case "الي", "علي", "من", "عن", "مع", "في", "لدي", "ضد", "بين", "ل", "ب":
			return standing(rest)
		}
	}
	return ""
}

// exchange checks that no two words of a clause have changed their parts: one has the
// preposition that the article has on the other.
func (c *claim) exchange(list []int) {
	var given, taken []int // words that have one more, or one less, than there
	for _, i := range list {
		switch mine, theirs := c.lead(i); {
		case mine != "" && theirs == "":
			given = append(given, i)
		case mine == "" && theirs != "":
			taken = append(taken, i)
		}
	}
	for _, i := range given {
		for _, k := range taken {
			p, _ := c.lead(i)
			_, q := c.lead(k)
			if p == q && c.part[i] == c.part[k] && c.clause[i] == c.clause[k] && c.apart(c.source[i], c.source[k]) < 3*reach && !c.reworded(i) && !c.reworded(k) {
				c.fault(Unproven, c.words(min(i, k), max(i, k)+1))
			}
		}
	}
}

// lead returns the prepositions on or before word i of the claim, and on or before the
// token of the article that it repeats.
func (c *claim) lead(i int) (mine, theirs string) {
	b := c.source[i]
	if b < 0 || c.hint[i] >= 0 || c.moved[i] {
		return "", ""
	}
	v, w := strings.TrimPrefix(c.text.Tokens[i].Norm, "و"), strings.TrimPrefix(c.g.text.Tokens[b].Norm, "و")
	for _, p := range [...]string{"ب", "ل"} {
		if rest, ok := strings.CutPrefix(v, p); ok && (rest == w || "ا"+rest == w) {
			mine = standing(p)
		}
		if rest, ok := strings.CutPrefix(w, p); ok && (rest == v || "ا"+rest == v) {
			theirs = standing(p)
		}
	}
	if i > 0 && mine == "" {
		mine = standing(c.text.Tokens[i-1].Norm)
	}
	if b > 0 && theirs == "" {
		theirs = standing(c.g.text.Tokens[b-1].Norm)
	}
	return mine, theirs
}

// before returns the little word on which token i of t depends, demonstratives aside.
func before(t *arabic.Text, i int) string {
	for i--; i >= 0 && t.Tokens[i].Kind == arabic.Word && isFree(t.Tokens[i].Norm); i-- {
		if w := t.Tokens[i].Norm; !does(w, pointing|thatting) {
			return w
		}
	}
	return ""
}

// led reports whether a preposition or the like leads word y of the claim, as it
// does in the article.
func (c *claim) led(y int) bool {
	b := c.source[y]
	if p, q := before(c.text, y), before(c.g.text, b); p == q && p != "" || does(p, beside) && does(q, beside) {
		return true
	}
	w := c.text.Tokens[y].Norm
	return w == c.g.text.Tokens[b].Norm && (strings.HasPrefix(w, "ب") || strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "ل"))
}

// governor returns the preposition that the word from byte offset start in token
// i of t stands under, written apart or as a clitic, or "". The short forms count
// as the long ones that say the same.
func governor(t *arabic.Text, i, start int) string {
	if w := t.Tokens[i]; start > w.Start {
		p := strings.TrimLeft(arabic.Key(t.Source[w.Start:start]), "وف")
		switch p {
		case "ب":
			return "في"
		case "ل", "لل":
			return "الي"
		case "":
		default:
			return p
		}
	}
	for i--; i >= 0 && t.Tokens[i].Kind == arabic.Punct && t.Tokens[i].Norm != "،" && t.Tokens[i].Norm != "."; i-- {
		continue
	}
	if i < 0 {
		return ""
	}
	if p := standing(t.Tokens[i].Norm); p != "" {
		return p
	}
	// The head of a construct stands between: «من شركة جبل», «لشركة جبل».
	if quotes.IsPerson(t.Tokens[i].Norm) && definite(t.Tokens[i].Norm) && start > 0 { // «للنائب محمد»
		switch w := t.Tokens[i].Norm; {
		case strings.HasPrefix(w, "لل"):
			return standing("ل")
		case strings.HasPrefix(w, "بال"):
			return standing("ب")
		case i > 0:
			return standing(t.Tokens[i-1].Norm)
		}
	}
	if start == 0 && i > 0 && definite(t.Tokens[i].Norm) { // «في الشوط الثاني»
		return standing(t.Tokens[i-1].Norm)
	}
	if definite(t.Tokens[i].Norm) || t.Tokens[i].Kind != arabic.Word || start == 0 {
		return ""
	}
	for i > 0 && t.Tokens[i-1].Kind == arabic.Punct && !isMark(t.Tokens[i-1]) {
		i--
	}
	if i > 0 {
		if p := standing(t.Tokens[i-1].Norm); p != "" {
			return p
		}
	}
	return clung(t, i)
}

// clung returns the preposition that is surely written to word i: the noun is one
// that names bodies or places.
func clung(t *arabic.Text, i int) string {
	list, n := t.Stems(i)
	for _, s := range list[1:n] {
		if p := strings.TrimPrefix(s.Prefix, "و"); (p == "ب" || p == "ل") && quotes.IsHead(s.Norm) {
			return standing(p)
		}
	}
	return ""
}

// prepositional reports whether a folded word begins a phrase with a preposition.
func prepositional(norm string) bool {
	return standing(norm) != "" || len(norm) > 6 && (strings.HasPrefix(norm, "ب") || strings.HasPrefix(norm, "ل")) && !isFree(norm)
}
