package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
)

// A claim may draw on several sentences, but each part of it on one: subject
// and predicate of different sentences make a statement that nobody made. The
// costs of the cheapest reading, which assigns every word to a sentence, follow.
const (
	lacking = 10 // the sentence lacks the word
	turning = 1  // another sentence after a comma or before a conjunction
	leaping = 25 // another sentence elsewhere
)

// align assigns every word to a sentence of the scope and to a token there, and
// reports the words that no sentence has.
func (c *claim) align() {
	list := c.content()
	if len(list) == 0 || len(c.sentences) == 0 {
		return
	}
	path := c.assign(list)
	for k, i := range list {
		c.part[i] = c.sentences[path[k]]
		if !c.fits(i, path[k]) {
			c.lack(i)
		} else if k > 0 && path[k] != path[k-1] && !c.turns(list[k-1], i) {
			c.fault(Unproven, c.text.Tokens[list[k-1]].Of(c.text.Source)+" "+c.text.Tokens[i].Of(c.text.Source))
		}
	}
	for k := 0; k < len(list); {
		j := k
		for j < len(list) && path[j] == path[k] {
			j++
		}
		c.match(list[k], list[j-1]+1, c.sentences[path[k]])
		k = j
	}
}

// content returns the tokens of the claim that need proof: words that say
// something, and all that is no punctuation.
func (c *claim) content() []int {
	var list []int
	for i, w := range c.text.Tokens {
		switch w.Kind {
		case arabic.Punct:
		case arabic.Word:
			if (!isFree(w.Norm) && !c.idle(i) || c.proven[i]) && !c.eased[i] {
				list = append(list, i)
			}
		case arabic.Latin, arabic.Digits, arabic.Symbol:
			list = append(list, i)
		}
	}
	return list
}

// idle reports whether word i of the claim says nothing beside the one next to it: «من
// أجل», «لا سيما», «ألقي القبض».
func (c *claim) idle(i int) bool {
	switch next := i + 1; strings.TrimPrefix(c.text.Tokens[i].Norm, "و") {
	case "اجل":
		return i > 0 && c.text.Tokens[i-1].Norm == "من"
	case "لا":
		return next < len(c.text.Tokens) && c.text.Tokens[next].Norm == "سيما"
	case "القي", "القت", "يلقي", "تلقي":
		return next < len(c.text.Tokens) && c.text.Tokens[next].Norm == "القبض"
	}
	return false
}

// chain returns the tokens of content but for those of names that stand elsewhere in
// the article: those whose order tells who did what.
func (c *claim) chain() []int {
	return slices.DeleteFunc(c.content(), func(i int) bool { return c.moved[i] })
}

// assign is the cheapest path of list through the sentences of the scope.
func (c *claim) assign(list []int) []int {
	n := len(c.sentences)
	cost := make([]int, n)
	from := make([]int, len(list)*n)
	for k, i := range list {
		next := make([]int, n)
		for s := range n {
			best, back := cost[s], s
			if k > 0 {
				step := leaping
				if c.turns(list[k-1], i) {
					step = turning
				}
				for p := range n {
					if p != s && cost[p]+step < best {
						best, back = cost[p]+step, p
					}
				}
			}
			if !c.fits(i, s) {
				best += lacking
			}
			next[s], from[k*n+s] = best, back
		}
		cost = next
	}
	path := make([]int, len(list))
	for s := range n {
		if cost[s] < cost[path[len(list)-1]] {
			path[len(list)-1] = s
		}
	}
	for k := len(list) - 1; k > 0; k-- {
		path[k-1] = from[k*n+path[k]]
	}
	return path
}

// fits reports whether sentence s of the scope has word i of the claim, or
// needs not have it: it is proven there by its meaning, or by a name.
func (c *claim) fits(i, s int) bool {
	n := c.sentences[s]
	if c.proven[i] && !c.inCast(i) {
		_, ok := c.provenIn(i, n, 0)
		return ok || c.hint[i] < 0
	}
	x := c.g.text.Sentences[n]
	for j := x.First; j < x.Last; j++ {
		if c.same(i, j) || c.akin(i, j) {
			return true
		}
	}
	return c.lent[i] || c.heard(i, n) || c.castIn(i, n) || c.keeps(i, n) >= 0
}

// castIn reports whether word i of the claim names somebody whom sentence n
// means: by another name, or as the one who speaks.
func (c *claim) castIn(i, n int) bool {
	return c.castAt(i, func(m casting) bool { return c.g.means(m.actor, n) })
}

// heard reports whether word i of the claim is a cue of speech that sentence n
// has in another form, or a neutral one for which it has any.
func (c *claim) heard(i, n int) bool {
	cue, ok := c.cue(i)
	if !ok {
		return false
	}
	x := c.g.text.Sentences[n]
	for j := x.First; j < x.Last; j++ {
		if y, ok := c.g.cue(j); ok && (y.Verb == cue.Verb || !cue.Weak && neutral(cue.Act) && !judges(cue)) {
			return true
		}
	}
	return false
}

// turns reports whether a new part of the claim may begin at word j after word
// i: punctuation parts them, or a conjunction begins j or stands between.
func (c *claim) turns(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if w := c.text.Tokens[k]; isMark(w) || joins(w.Norm) {
			return true
		}
	}
	w := c.text.Tokens[j]
	return w.Kind == arabic.Word && conjoined(w.Norm)
}

// match finds the token of sentence n that each word from first to last of the
// claim repeats: the alignment that keeps most words in order and side by side;
// what is out of order goes to the nearest same word.
func (c *claim) match(first, last, n int) {
	x := c.g.text.Sentences[n]
	w := x.Last - x.First + 1
	score := make([]int16, (last-first+1)*w)
	same := func(i, j int) bool {
		return c.text.Tokens[i].Kind != arabic.Punct && (c.ids[i] != 0 && c.ids[i] == c.g.ids[j] || c.akin(i, j))
	}
	for i := first; i < last; i++ {
		row, up := score[(i-first+1)*w:], score[(i-first)*w:]
		for j := x.First; j < x.Last; j++ {
			k := j - x.First + 1
			row[k] = max(row[k-1], up[k])
			if same(i, j) {
				gain := up[k-1] + c.worth(i, j)
				if i > first && j > x.First && same(i-1, j-1) {
					gain++
				}
				row[k] = max(row[k], gain)
			}
		}
	}
	beside := false // the word after it was matched as standing beside it
	for i, j := last, x.Last; i > first && j > x.First; {
		here := score[(i-first)*w+j-x.First]
		left := score[(i-first)*w+j-x.First-1]
		diagonal := score[(i-first-1)*w+j-x.First-1]
		gain := here - diagonal - c.worth(i-1, j-1)
		match := same(i-1, j-1) && (gain == 0 || gain == 1)
		switch {
		case match && (beside || here > left):
			beside = gain == 1
			i, j = i-1, j-1
			c.source[i], c.part[i] = j, n
		case here == left:
			j, beside = j-1, false
		default:
			i, beside = i-1, false
		}
	}
	c.strays(first, last, n)
	c.settle(first, last, n)
	c.nearest(first, last, n)
}

// strays takes from the words of a name that sentence n means but does not write out the
// places where it has them in another name or by chance: «عبد» of «عبد العزيز».
func (c *claim) strays(first, last, n int) {
	for _, m := range c.cast {
		x := c.g.text.Sentences[n]
		written := slices.ContainsFunc(c.repeats(m.first, m.last), func(p stretch) bool { return x.First <= p.first && p.last <= x.Last })
		if m.role || m.carried || m.first < first || m.last > last || written || !c.g.means(m.actor, n) {
			continue
		}
		for i := m.first; i < m.last; i++ {
			if j := c.source[i]; j < 0 || !c.g.mentions(m.actor, j) {
				c.source[i], c.moved[i] = -1, true
			}
		}
	}
}

// worth is what it counts that word i of the claim repeats token j of the article:
// more with the same clitics and endings.
func (c *claim) worth(i, j int) int16 {
	if c.text.Tokens[i].Norm == c.g.text.Tokens[j].Norm {
		return 10
	}
	if c.ids[i] != c.g.ids[j] {
		return 6
	}
	return 8
}

// settle keeps the words that mean one amount or day in the one place that proves
// it, wherever else the article has the same words.
func (c *claim) settle(first, last, n int) {
	at := c.g.text.Sentences[n].First
	for i := first; i < last; i++ {
		p, ok := c.provenIn(i, n, at)
		switch {
		case !ok:
		case i > first && c.hint[i] == c.hint[i-1] && c.source[i-1] >= 0: // beside the word before it
			if c.source[i] < p.first || p.last <= c.source[i] {
				c.source[i] = min(max(c.source[i-1], p.first), p.last-1)
			}
		case c.source[i] < p.first || p.last <= c.source[i]:
			c.source[i] = p.first
		}
		if c.source[i] >= 0 {
			at = c.source[i]
		}
	}
}

// nearest gives the words that match left over the same word of sentence n that
// is nearest to what stands before them in the claim.
func (c *claim) nearest(first, last, n int) {
	x := c.g.text.Sentences[n]
	at := x.First
	for i := first; i < last; i++ {
		if c.source[i] >= 0 {
			at = c.source[i]
			continue
		}
		if c.moved[i] && c.part[i] == n {
			continue
		}
		w := c.text.Tokens[i]
		if w.Kind == arabic.Punct || w.Kind == arabic.Word && isFree(w.Norm) || c.eased[i] {
			continue
		}
		best := -1
		for j := x.First; j < x.Last; j++ {
			if (c.same(i, j) || c.akin(i, j)) && (best < 0 || abs(j-at) < abs(best-at)) {
				best = j
			}
		}
		if best < 0 {
			best = c.keeps(i, n)
		}
		if best >= 0 {
			c.source[i], c.part[i], at = best, n, best
		} else if c.inCast(i) || c.lent[i] {
			c.moved[i] = true
		}
	}
}

func abs(n int) int { return max(n, -n) }

// lack reports word i, which the scope lacks.
func (c *claim) lack(i int) {
	w := c.text.Tokens[i]
	reason := Unproven
	switch {
	case w.Kind == arabic.Latin:
		reason = Language
	case w.Kind == arabic.Symbol, w.Kind == arabic.Digits:
		reason = Number
	case c.named(i):
		reason = Name
	case words().keep.Of(w.Norm).class != "":
		reason = words().keep.Of(w.Norm).reason()
	}
	c.fault(reason, w.Of(c.text.Source)+c.opposed(i))
}

// opposed returns the word of the scope that says the contrary of word i of the claim,
// after dots, or "".
func (c *claim) opposed(i int) string {
	side := words().side.Of(c.key(i))
	if side == 0 {
		return ""
	}
	for j, w := range c.tokens {
		if words().side.Of(c.g.stem(j)) == -side {
			return " … " + w.Of(c.g.text.Source)
		}
	}
	return ""
}
