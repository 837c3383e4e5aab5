package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
)

// repeated checks that the claim uses no word more often than its sentences do.
func (c *claim) repeated() {
	used := map[int]int{}
	for i := range c.source { // two amounts of the claim, one of the article
		h := c.hint[i]
		if h < 0 || c.source[i] < 0 || i > 0 && c.hint[i-1] == h || len(c.places[h]) > 1 || c.g.inDate(c.source[i]) {
			continue
		}
		at := c.places[h][0].first
		if _, twice := used[at]; twice {
			c.fault(Number, c.text.Tokens[i].Of(c.text.Source))
		}
		used[at] = i
	}
	clear(used)
	for i, j := range c.source {
		if j < 0 || c.hint[i] >= 0 || c.moved[i] || c.inCast(i) || c.text.Tokens[i].Kind == arabic.Punct || isFree(c.text.Tokens[i].Norm) {
			continue
		}
		k, twice := used[j]
		if visits := twice && c.reworded(k) && c.opensAt(k) && standing(c.text.Tokens[i-1].Norm) != ""; twice && !visits { // «يزور … في زيارة»
			c.fault(Unproven, c.text.Tokens[i].Of(c.text.Source))
		}
		used[j] = i
	}
}

// complete checks that the claim does not end in a word that asks for another, and
// that no part of a day is left of one.
func (c *claim) complete() {
	for _, w := range slices.Backward(c.text.Tokens) {
		if w.Kind == arabic.Punct {
			continue
		}
		if w.Kind == arabic.Word && (standing(w.Norm) != "" && w.Norm != "قبل" && w.Norm != "بعد" || opensSpeech(w.Norm) || does(strings.TrimPrefix(w.Norm, "و"), asking)) {
			c.fault(Unproven, w.Of(c.text.Source))
		}
		break
	}
	for i, j := range c.source {
		w := c.text.Tokens[i]
		if j >= 0 && c.hint[i] < 0 && !c.moved[i] && !c.inCast(i) && w.Kind == arabic.Word && !isFree(w.Norm) && c.g.inDate(j) && !c.wholeDate(j) {
			c.fault(Date, w.Of(c.text.Source))
		}
	}
}

// wholeDate reports whether the claim has words side by side, and no number, of the day
// that token j of the article belongs to, which it tells as a name: «بمناسبة عيد الفطر».
func (c *claim) wholeDate(j int) bool {
	first, last := c.g.text.Touched(c.g.dateAt(j).Span)
	n, all := 0, true
	for k := first; k < last; k++ {
		w := c.g.text.Tokens[k]
		all = all && c.uses(k)
		if w.Kind == arabic.Word && !isFree(w.Norm) && c.uses(k) {
			n++
		}
	}
	return (n > 1 || all && last > first+1) && c.text.Tokens[slices.Index(c.source, j)].Kind == arabic.Word
}
