package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// jumps checks the words of the claim that stand before what they follow in the
// article. A phrase may move with its preposition or as a clause of its own, and
// at the head of a clause subject and verb may change places.
func (c *claim) jumps() {
	list := c.content()
	start := 0 // of the run of words in the order of the article
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		a, b := c.source[x], c.source[y]
		if a < 0 || b < 0 || c.part[x] != c.part[y] || c.moved[x] || c.moved[y] {
			start = k
			continue
		}
		if b > a || c.hint[x] >= 0 && c.hint[x] == c.hint[y] {
			continue
		}
		first := list[start]
		start = k
		if !c.mayJump(first, x, y) {
			c.fault(Unproven, c.words(x, y+1))
		}
	}
}

// mayJump reports whether word y of the claim may follow word x, the last of a
// run that began with word first, though it stands before it in the article.
func (c *claim) mayJump(first, x, y int) bool {
	a, b := c.source[x], c.source[y]
	t := c.g.text
	switch {
	case c.onDay(x), c.onDay(y), c.led(y), c.sourced(y), c.fills(x, y):
		return true
	case c.g.cites(a) && opens(c.text, x, 0), c.g.cites(b) && opens(c.text, y, 0):
		return true
	case c.relative(b, a):
		return opens(c.text, x, 0)
	case c.reworded(x, y):
		return true
	case c.turns(x, y):
		return c.opensBefore(b, t.Sentences[c.part[y]].First) || prepositional(t.Tokens[b].Norm) || c.officeBefore(x, b)
	case !opens(t, b, t.Sentences[c.part[y]].First):
		return false
	case opens(c.text, x, 0) && c.verbFirst(b, a):
		return true
	}
	return opens(c.text, first, 0) && b < c.source[first] && c.onlyFree(b+1, c.source[first])
}

// opensBefore reports whether token b of the article begins a clause, or only the
// subject, which the claim repeats, stands before it in its clause.
func (c *claim) opensBefore(b, first int) bool {
	t := c.g.text
	for i := b; i >= first; i-- {
		if opens(t, i, first) {
			return true
		}
		if i == first || isMark(t.Tokens[i-1]) || !c.uses(i-1) && t.Tokens[i-1].Kind != arabic.Punct && !isFree(t.Tokens[i-1].Norm) && t.Tokens[i-1].Norm != "قد" {
			return false
		}
	}
	return false
}

// officeBefore reports whether token b of the article begins the office before the
// name that word x of the claim ends, all of which the claim has after the name.
func (c *claim) officeBefore(x, b int) bool {
	for _, m := range c.cast {
		if m.first <= x && x < m.last {
			at, _, ok := c.stands(m)
			return ok && b < at && c.verbFirst(b, at)
		}
	}
	return false
}

// relative reports whether the words from b to a of the article are a noun and the
// verb of its relative clause: «الدورة التي شهدت». What the noun belongs to («إحدى
// السيارات التي») must not stand before it.
func (c *claim) relative(b, a int) bool {
	t := c.g.text
	if b > 0 && !isMark(t.Tokens[b-1]) && !isFree(t.Tokens[b-1].Norm) || !c.verbFirst(b, a) {
		return false
	}
	for i := b + 1; i < a; i++ {
		switch t.Tokens[i].Norm {
		case "الذي", "التي", "الذين", "اللتين", "اللذين":
			return true
		}
	}
	return false
}

// onDay reports whether word i of the claim belongs to a day that the scope names.
func (c *claim) onDay(i int) bool { return c.hint[i] >= 0 && c.g.inDate(c.source[i]) }

// sourced reports whether a source word leads word i of the claim: «بحسب هيئة».
func (c *claim) sourced(i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if cue, ok := quotes.CueAt(c.text, k); ok && cue.Form == quotes.Source {
			return true
		}
	}
	return false
}

// cites reports whether token i of the article is a cue of speech beyond doubt.
func (g *Gate) cites(i int) bool {
	cue, ok := quotes.CueAt(g.text, i)
	return ok && (!cue.Weak || cue.Form == quotes.Source)
}

// opens reports whether word i of t begins a clause: nothing, a mark, a
// conjunction or a particle of speech stands before it, behind words that say
// nothing and are no prepositions.
func opens(t *arabic.Text, i, first int) bool {
	if conjoined(t.Tokens[i].Norm) {
		return true
	}
	for i--; i >= first; i-- {
		w := t.Tokens[i]
		switch {
		case isMark(w), joins(w.Norm), opensSpeech(w.Norm):
			return true
		case w.Kind == arabic.Punct, w.Norm == "قد", w.Norm == "وقد", isFree(w.Norm) && standing(w.Norm) == "":
		default:
			return false
		}
	}
	return true
}

// verbFirst reports whether the words from b to a of the article are a subject
// and its verb, which the claim has the other way round.
func (c *claim) verbFirst(b, a int) bool {
	for i := b; i < a; i++ {
		w := c.g.text.Tokens[i]
		if isMark(w) || !c.uses(i) && w.Kind != arabic.Punct && !isFree(w.Norm) && w.Norm != "قد" {
			return false
		}
	}
	return true
}

// uses reports whether the claim repeats token j of the article.
func (c *claim) uses(j int) bool { return slices.Contains(c.source, j) }

// fills reports whether word y of the claim stands for the pronoun that the
// article has on word x: «تشغيلها» is «تشغيل المحطة», where no other noun before
// the pronoun agrees with it.
func (c *claim) fills(x, y int) bool {
	a, b := c.source[x], c.source[y]
	t := c.g.text
	pronoun, ok := strings.CutPrefix(t.Tokens[a].Norm, c.text.Tokens[x].Norm)
	if !ok || pronoun != "ها" && pronoun != "ه" || y != x+1 {
		return false
	}
	feminine := func(norm string) bool { return strings.HasSuffix(norm, "ه") }
	if feminine(t.Tokens[b].Norm) != (pronoun == "ها") {
		return false
	}
	for i := b + 1; i < a; i++ {
		if _, definite := arabic.Bare(t.Tokens[i].Norm); definite && feminine(t.Tokens[i].Norm) == (pronoun == "ها") {
			return false
		}
	}
	c.moved[y] = true
	return true
}

// led reports whether a preposition or the like leads word y of the claim, as it
// does in the article.
func (c *claim) led(y int) bool {
	b := c.source[y]
	if y > 0 && b > 0 && c.text.Tokens[y-1].Kind == arabic.Word && isFree(c.text.Tokens[y-1].Norm) && c.text.Tokens[y-1].Norm == c.g.text.Tokens[b-1].Norm {
		return true
	}
	w := c.text.Tokens[y].Norm
	return w == c.g.text.Tokens[b].Norm && (strings.HasPrefix(w, "ب") || strings.HasPrefix(w, "لل") || strings.HasPrefix(w, "ل"))
}

// onlyFree reports whether tokens first to last of the article say nothing.
func (c *claim) onlyFree(first, last int) bool {
	for i := first; i < last; i++ {
		if w := c.g.text.Tokens[i]; w.Kind != arabic.Punct && !isFree(w.Norm) {
			return false
		}
	}
	return true
}

// reworded reports whether an editor may have moved word y of the claim before
// which it has word x: verb and subject of one clause changed places, or y stands
// under a preposition that says no direction, or begins a part of its own. Names,
// amounts and words whose change turns a statement do not move so.
func (c *claim) reworded(x, y int) bool {
	if c.hint[y] >= 0 || c.hint[x] >= 0 {
		return false
	}
	a, b := c.source[x], c.source[y]
	switch {
	case opens(c.text, x, 0) && !definite(c.text.Tokens[x].Norm) && c.oneClause(b, a):
		return true
	case c.brought(x, b):
		return true
	case c.inName(y), c.strict(y):
		return false
	case c.turns(x, y) && hasComma(c.text, x, y):
		return true
	}
	led := soft(standing(c.text.Tokens[y-1].Norm)) || c.eased[y-1] || y == x+1 && soft(clung(c.text, y)) || strings.HasPrefix(c.text.Tokens[y].Norm, "لل")
	return led && c.trailing(y, b, a) <= phraseReach
}

// trailing counts the words between tokens b and a of the article that the claim has
// behind word y: a phrase that moved is short.
func (c *claim) trailing(y, b, a int) int {
	n := 0
	for i := y + 1; i < len(c.source); i++ {
		if b < c.source[i] && c.source[i] < a && !isFree(c.text.Tokens[i].Norm) {
			n++
		}
	}
	return n
}

// brought reports whether the words of the claim up to x that stand behind token b
// in the article are a phrase under a preposition of place, or a day, which the
// claim has brought forward: «في مؤتمر صحافي».
func (c *claim) brought(x, b int) bool {
	z := -1
	for i := x; i >= 0; i-- {
		if w := c.text.Tokens[i]; isMark(w) {
			break
		} else if w.Kind == arabic.Punct || isFree(w.Norm) && c.hint[i] < 0 || c.eased[i] {
			continue
		}
		if c.source[i] <= b {
			break
		}
		z = i
	}
	return z > 0 && (soft(standing(c.text.Tokens[z-1].Norm)) || c.onDay(z)) || z == 0 && c.onDay(z)
}

// oneClause reports whether no mark, conjunction or other actor stands between
// tokens b and a of the article.
func (c *claim) oneClause(b, a int) bool {
	t := c.g.text
	for i := b + 1; i < a; i++ {
		w := t.Tokens[i]
		if isMark(w) && w.Norm != "(" && w.Norm != ")" && !c.g.inDate(i-1) && !c.g.inDate(i+1) || joins(w.Norm) || conjoined(w.Norm) && !c.g.named[i] || c.g.named[i] && !c.uses(i) && governor(t, i, w.Start) == "" {
			return false
		}
	}
	return true
}

// soft reports whether a preposition only ties a place, a time or a thing to what
// is before it, so that an editor may put one for another.
func soft(p string) bool {
	switch p {
	case "في", "علي", "مع", "عبر", "لدي":
		return true
	}
	return false
}

// definite reports whether a folded word has the article, as no verb has.
func definite(norm string) bool {
	_, ok := arabic.Bare(norm)
	return ok
}
