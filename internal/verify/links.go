package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
)

// links checks the little words between two words of the claim that keep their
// order: prepositions, relatives and particles are those of the article, none
// more, and none less where nothing else was left out.
func (c *claim) links() {
	list := c.content()
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		a, b := c.source[x], c.source[y]
		if a < 0 || b <= a || c.part[x] != c.part[y] || c.moved[x] || c.moved[y] || c.hint[y] >= 0 ||
			c.g.speaks(a) || c.g.speaks(b) || c.nominal(x) || c.nominal(y) || c.cued(y) {
			continue
		}
		if p, ok := c.provenIn(x, c.part[x], a); ok {
			a = min(p.last, b) - 1
		}
		mine, theirs := linking(c.text, x+1, y), linking(c.g.text, a+1, b)
		p, q := attached(c.text.Tokens[y].Norm, c.g.text.Tokens[b].Norm)
		if p != "" {
			mine = append(mine, p)
		}
		if q != "" {
			theirs = append(theirs, q)
		}
		if !c.g.named[b] {
			if len(mine) == 1 && len(theirs) == 1 && mine[0] == "الي" && soft(theirs[0]) {
				continue // «سارع في», «سارع إلى»
			}
			mine, theirs = firm(mine), firm(theirs)
			if len(mine) == 0 && len(theirs) == 1 && theirs[0] == "من" && !c.strict(y) {
				continue // «سلسلة من الهجمات», «سلسلة هجمات»
			}
		}
		if !subsequence(mine, theirs) || len(mine) < len(theirs) && c.onlyFree(a+1, b) || len(mine) > 0 && mine[len(mine)-1] != theirs[len(theirs)-1] {
			c.fault(Unproven, c.words(x, y+1))
		}
	}
}

// firm returns the little words of list without those that an editor may change.
func firm(list []string) []string {
	return slices.DeleteFunc(list, func(w string) bool {
		switch w {
		case "الذي", "التي", "الذين", "ان", "انه", "انها", "فيما", "بينما", "اذ", "حيث", "كما":
			return true
		}
		return soft(w)
	})
}

// attached returns the prepositions that words a and b, which are the same but for
// their clitics, carry and the other lacks: «بمدينة» and «مدينة».
func attached(a, b string) (p, q string) {
	for _, w := range []struct{ long, short string }{{a, b}, {b, a}} {
		long, short := strings.TrimPrefix(w.long, "و"), strings.TrimPrefix(w.short, "و")
		for _, c := range []string{"ب", "ل"} {
			rest, ok := strings.CutPrefix(long, c)
			if !ok || rest != short && "ا"+rest != short || len(w.long) <= len(w.short) && "ا"+rest != short {
				continue
			}
			p := standing(c)
			if c == "ل" { // of, for: it need not say where to
				p = "لدي"
			}
			if w.long == a {
				return p, ""
			}
			return "", p
		}
	}
	return "", ""
}

// linking returns the little words among tokens first to last that say how what is
// around them belongs together.
func linking(t *arabic.Text, first, last int) []string {
	var list []string
	for i := first; i < last; i++ {
		n := strings.TrimPrefix(t.Tokens[i].Norm, "و")
		switch n {
		case "الذي", "التي", "الذين", "ان", "انه", "انها", "حتي", "كي", "فيما", "بينما", "اذ", "حيث", "كما":
			list = append(list, n)
		default:
			if p := standing(n); p != "" {
				list = append(list, p)
			}
		}
	}
	return list
}

// subsequence reports whether list is a subsequence of other.
func subsequence(list, other []string) bool {
	for _, w := range other {
		if len(list) > 0 && list[0] == w {
			list = list[1:]
		}
	}
	return len(list) == 0
}

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
		if _, twice := used[j]; twice {
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
		if w.Kind == arabic.Word && (standing(w.Norm) != "" && w.Norm != "قبل" && w.Norm != "بعد" || opensSpeech(w.Norm) || asks(w.Norm)) {
			c.fault(Unproven, w.Of(c.text.Source))
		}
		break
	}
	for i, j := range c.source {
		w := c.text.Tokens[i]
		if j >= 0 && c.hint[i] < 0 && !c.moved[i] && w.Kind == arabic.Word && !isFree(w.Norm) && c.g.inDate(j) && !c.pointed(i) {
			c.fault(Date, w.Of(c.text.Source))
		}
	}
}

// asks reports whether a folded word asks for another after it.
func asks(norm string) bool {
	switch strings.TrimPrefix(norm, "و") {
	case "الذي", "التي", "الذين", "قد", "لم", "لن", "لا", "ليس", "غير", "دون", "بدون", "عدم", "اذا", "لو", "بحلول", "خلال", "اثناء", "منذ",
		"حتي", "كما", "فيما", "بينما", "حيث", "اذ", "ثم", "او", "اي", "كل", "بعض", "معظم", "جميع", "ان", "هو", "هي", "مما":
		return true
	}
	return false
}

// between reports whether a new part of the claim begins after word k, up to word i.
func (c *claim) between(k, i int) bool {
	for n := k + 1; n <= i; n++ {
		if w := c.text.Tokens[n].Norm; w == "،" || w == "؛" || joins(c.text.Tokens[n].Norm) || conjoined(c.text.Tokens[n].Norm) {
			return true
		}
	}
	return false
}

// pointed reports whether word i of the claim, part of a day of the article, only
// points back to it («تلك الليلة»), or is the month of fasting as a time of its own.
func (c *claim) pointed(i int) bool {
	if c.text.Tokens[i].Norm == "رمضان" {
		return true
	}
	if i == 0 {
		return false
	}
	switch c.text.Tokens[i-1].Norm {
	case "تلك", "ذلك", "هذه", "هذا":
		return true
	}
	return false
}
