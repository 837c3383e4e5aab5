package verify

import (
	"slices"
	"strings"
	"unicode"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// name is one form of an actor's name.
type name struct {
	actor int
	cores []string
	role  bool // not a name but the actor's office
}

// casting is one place of the claim where an actor of the article is named.
type casting struct {
	actor       int
	first, last int // tokens of the claim
	start       int // where the name begins, clitics left out
	role        bool
	carried     bool // by the words of the sentence before, which may be no name
}

// index returns the names of the article's actors by the core of their first
// word, longest first.
func (g *Gate) index() map[string][]name {
	if g.names != nil {
		return g.names
	}
	g.names = map[string][]name{}
	for n, a := range g.actors {
		for k, s := range append([]string{a.Name, a.Role}, a.Aliases...) {
			cores := g.cores[n]
			if k > 0 {
				cores = coresOf(s)
			}
			if len(cores) > 0 && (k != 1 || len(cores) > 1) { // an office of one word is not one man's
				g.names[cores[0]] = append(g.names[cores[0]], name{n, cores, k == 1})
			}
		}
	}
	g.surnames()
	for _, list := range g.names {
		slices.SortStableFunc(list, func(a, b name) int { return len(b.cores) - len(a.cores) })
	}
	return g.names
}

// surnames adds the last word of each person's name, where no other actor has it: an
// article may never use it alone.
func (g *Gate) surnames() {
	count := map[string]int{}
	for n, cores := range g.cores {
		if g.twins[n] == n {
			for _, core := range cores {
				count[core]++
			}
		}
	}
	for n, cores := range g.cores {
		if len(cores) > 1 && g.actors[n].Kind == news.Person && count[cores[len(cores)-1]] == 1 {
			last := cores[len(cores)-1:]
			g.names[last[0]] = append(g.names[last[0]], name{actor: n, cores: last})
		}
	}
}

// coresOf returns the cores of the words of s.
func coresOf(s string) []string {
	var list []string
	for w := range strings.FieldsFuncSeq(arabic.Key(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		list = append(list, arabic.Core(w))
	}
	return list
}

// findCast finds the actors that the claim names.
func (c *claim) findCast() {
	index := c.g.index()
	for i := 0; i < len(c.text.Tokens); i++ {
		if c.text.Tokens[i].Kind == arabic.Punct {
			continue
		}
		for _, n := range index[arabic.Core(c.text.Tokens[i].Norm)] {
			if last, ok := c.spells(i, n.cores); ok {
				c.cast = append(c.cast, casting{actor: n.actor, first: i, last: last, start: c.startOf(i, n), role: n.role})
				i = last - 1
				break
			}
		}
	}
}

// titled adds to the cast the office that the claim has before a name as the scope has it
// there: where the sentence that the claim draws on has the name alone, or a pronoun.
func (c *claim) titled() {
	for _, m := range c.cast {
		head, ok := c.office(m)
		for ok && head < m.first && c.inCast(head) {
			head++
		}
		if ok && head < m.first && len(c.repeats(head, m.last)) > 0 {
			c.cast = append(c.cast, casting{actor: m.actor, first: head, last: m.first, start: c.text.Tokens[head].Start, role: true})
		}
	}
}

// actorNamed returns the number of the actor, or noun, of that name, or -1.
func (g *Gate) actorNamed(name string) int {
	return slices.IndexFunc(g.actors, func(a news.Actor) bool { return a.Name == name })
}

// spells reports whether the words from token i of the claim are those of a
// name, quotation marks between them aside, and where they end.
func (c *claim) spells(i int, cores []string) (int, bool) {
	from := i
	for n, core := range cores {
		for i < len(c.text.Tokens) && c.text.Tokens[i].Kind == arabic.Punct && i > 0 {
			i++
		}
		if i >= len(c.text.Tokens) || arabic.Core(c.text.Tokens[i].Norm) != core {
			if i > from && n+1 < len(cores) { // «ماجد الشهيل» for «ماجد بن عبدالله الشهيل»
				continue
			}
			return 0, false
		}
		i++
	}
	return i, true
}

// startOf returns where name n begins in token i of the claim.
func (c *claim) startOf(i int, n name) int {
	list, k := c.text.Stems(i)
	a := c.g.actors[n.actor]
	for _, s := range append([]string{a.Name}, a.Aliases...) {
		want := arabic.Key(s)
		for _, r := range list[:k] {
			if r.Norm == want || strings.HasPrefix(want, r.Norm+" ") {
				return r.Start
			}
		}
	}
	return c.text.Tokens[i].Start
}

// people adds, for a name that the claim writes out where its evidence has a
// short form, an office or a pronoun, the place where the article has the words:
// it becomes evidence too. Whether the scope means the actor, align asks.
func (c *claim) people() {
	for _, m := range c.cast {
		if len(c.repeats(m.first, m.last)) > 0 || !c.meant(m.actor) {
			continue
		}
		s, ok := c.fullMention(m)
		if !ok {
			continue
		}
		c.evidence = append(c.evidence, news.Evidence{Span: s, Match: news.MatchExact})
		for i := m.first; i < m.last; i++ {
			c.proven[i], c.moved[i] = true, true
		}
	}
	slices.SortStableFunc(c.evidence, func(a, b news.Evidence) int { return a.Start - b.Start })
	c.evidence = slices.CompactFunc(c.evidence, func(a, b news.Evidence) bool { return a.Span == b.Span })
}

// anchored gives back its place to a word of a name that stands elsewhere when the
// scope has the same actor by that word: «هدى السالمي» for «السالمي».
func (c *claim) anchored() {
	for i := range c.lent {
		if c.lent[i] && c.part[i] == c.borrower {
			c.source[i], c.moved[i] = -1, true
		}
	}
	for _, m := range c.cast {
		for i := m.first; i < m.last; i++ {
			if j := c.source[i]; j >= 0 && c.moved[i] && c.g.mentions(m.actor, j) {
				c.moved[i] = false
			}
		}
	}
}

// mentions reports whether token j of the article is of a mention of the actor.
func (g *Gate) mentions(actor, j int) bool {
	return g.twinOf(actor, func(a news.Actor) bool { return slices.ContainsFunc(a.Mentions, g.text.Tokens[j].Overlaps) })
}

// crowded checks that the claim names nobody more often than its sentences do.
func (c *claim) crowded() {
	for k, m := range c.cast {
		if c.g.actors[m.actor].Kind == "" || m.role || m.carried {
			continue
		}
		n, itself := 0, c.source[m.last-1] >= 0 && !c.moved[m.last-1] // up to this one; its own place
		for _, o := range c.cast[:k+1] {
			itself = itself && (o == m || c.source[o.last-1] != c.source[m.last-1])
			if !o.role && !o.carried && c.g.twins[o.actor] == c.g.twins[m.actor] && (o.last <= m.first || o == m) {
				n++
			}
		}
		if n > 1 && !itself && n > max(c.times(m.actor), len(c.repeats(m.first, m.last))) {
			c.fault(Name, c.words(m.first, m.last))
		}
	}
}

// times counts how often the sentences of the scope name the actor, or hold what
// it says without its name.
func (c *claim) times(actor int) int {
	n := 0
	for _, s := range c.sentences {
		x, named := c.g.text.Sentences[s], false
		for k, a := range c.g.actors {
			if c.g.twins[k] != c.g.twins[actor] {
				continue
			}
			for _, at := range a.Mentions {
				if x.Contains(at) {
					n, named = n+1, true
				}
			}
		}
		if !named && c.g.means(actor, s) {
			n++
		}
	}
	return n
}

// meant reports whether a sentence of the scope means the actor.
func (c *claim) meant(actor int) bool {
	return slices.ContainsFunc(c.sentences, func(n int) bool { return c.g.means(actor, n) })
}

// means reports whether sentence n names the actor, or holds what it says.
func (g *Gate) means(actor, n int) bool {
	x := g.text.Sentences[n]
	if k := g.subject(n); k >= 0 && g.twins[k] == g.twins[actor] {
		return true
	}
	return g.twinOf(actor, func(a news.Actor) bool {
		return slices.ContainsFunc(a.Mentions, x.Contains) || slices.ContainsFunc(g.facts.Quotes, func(q news.Quote) bool { return q.Speaker == a.Name && x.Overlaps(q.Span) })
	})
}

// twinOf reports whether ok says so of the actor, or of another of the same name.
func (g *Gate) twinOf(actor int, ok func(news.Actor) bool) bool {
	for k, a := range g.actors {
		if g.twins[k] == g.twins[actor] && ok(a) {
			return true
		}
	}
	return false
}

// twin numbers the actors so that those whose names differ in clitics and articles
// alone have one number.
func twin(list [][]string) []int {
	seen := map[string]int{}
	twins := make([]int, len(list))
	for k, cores := range list {
		name := strings.Join(cores, " ")
		if _, ok := seen[name]; !ok {
			seen[name] = k
		}
		twins[k] = seen[name]
	}
	return twins
}

// sameName reports whether two names differ in clitics and articles alone.
func sameName(a, b string) bool {
	return abs(len(a)-len(b)) <= 8 && slices.Equal(coresOf(a), coresOf(b))
}

// fullMention returns a place of the article that names the actor with all the
// words of m.
func (c *claim) fullMention(m casting) (news.Span, bool) {
	var want []string
	for _, w := range c.text.Tokens[m.first:m.last] {
		if w.Kind != arabic.Punct {
			want = append(want, arabic.Core(w.Norm))
		}
	}
	t := c.g.text
	a := c.g.actors[m.actor]
	for _, s := range append(slices.Clip(a.Mentions), a.RoleAt) {
		first, last := t.Touched(s)
		have := 0
		for i := first; i < last && have < len(want); i++ {
			if arabic.Core(t.Tokens[i].Norm) == want[have] {
				have++
			}
		}
		if have == len(want) {
			return s, true
		}
	}
	return news.Span{}, false
}

// named reports whether word i of the claim looks like part of a name: it is one
// of an actor of the article, or stands next to one, or follows a title.
func (c *claim) named(i int) bool {
	w, k, l := c.text.Tokens[i], c.key(i), words()
	if _, cue := c.cue(i); cue || w.Kind != arabic.Word || isFree(w.Norm) || standing(w.Norm) != "" || l.neutral.Of(k) || l.strict.Of(k) || l.grouped.Of(k) || c.kins[i].affixed {
		return false
	}
	return slices.ContainsFunc(c.cast, func(m casting) bool { return m.first-1 <= i && i <= m.last }) || i > 0 && c.text.Tokens[i-1].Kind == arabic.Word && quotes.IsPerson(c.text.Tokens[i-1].Norm)
}

// speakers returns the actors that the claim names, with their places in it.
func (c *claim) speakers() []news.Actor {
	var list []news.Actor
	at := map[int]int{}
	for _, m := range c.cast {
		a := c.g.actors[m.actor]
		k, ok := at[m.actor]
		if !ok {
			k = len(list)
			at[m.actor] = k
			a.Mentions = nil
			list = append(list, a)
		}
		list[k].Mentions = append(list[k].Mentions, news.Span{Start: m.start, End: c.text.Tokens[m.last-1].End})
	}
	return list
}

// castAt returns what the claim names with word i, if it is such as ok says.
func (c *claim) castAt(i int, ok func(casting) bool) bool {
	return slices.ContainsFunc(c.cast, func(m casting) bool { return m.first <= i && i < m.last && ok(m) })
}

// inName reports whether word i of the claim is of the name of an actor, not of a
// noun that only stands for a speaker.
func (c *claim) inName(i int) bool {
	return c.castAt(i, func(m casting) bool { return c.g.actors[m.actor].Kind != "" })
}

// inCast reports whether word i of the claim is of the name of an actor or speaker.
func (c *claim) inCast(i int) bool { return c.castAt(i, func(casting) bool { return true }) }
