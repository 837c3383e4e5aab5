package verify

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// claim is a claim while it is checked: its words, where they stand in the
// article, and what was found wrong with them.
type claim struct {
	g         *Gate
	text      *arabic.Text
	evidence  []news.Evidence
	sentences []int // of the article: those that hold the evidence, in order
	proven    []bool
	source    []int       // by token: the token of the article that it repeats, or -1
	hint      []int       // by token: the number in places of where its meaning is proven, or -1
	places    [][]stretch // of the article
	part      []int       // by token: the sentence that it draws on, or -1
	eased     []bool      // by token: a word that needs no proof
	lacking   []bool      // by token: no sentence of the scope has the word itself
	kins      []kin       // by token, of those that no sentence of the scope has
	cueings   []cueing    // by token
	ids       []int32     // by token: the number that the article has for the stem, or 0
	stems     []string    // by token: what it is compared by
	clause    []int       // by token: the number of its clause
	lent      []bool      // by token: of a subject that another sentence of the scope lends
	borrower  int         // the sentence that takes it, or -1
	turned    int         // how often a word follows one that it stands before in the article, without reason
	moved     []bool      // by token: part of a name that stands elsewhere in the article
	cast      []casting
	faults    []Fault
}

// locate finds every quote of the claim; one that is not found is a fault. The
// scope of the claim is the sentences that hold them.
func (c *claim) locate(quotes []string) {
	if len(quotes) == 0 {
		c.fault(Unproven, "")
	}
	t := c.g.text
	for _, q := range quotes {
		e, ok := evidence.Locate(t, q)
		if !ok {
			c.fault(Unproven, q)
			continue
		}
		c.evidence = append(c.evidence, e)
		for i := t.SentenceAt(e.Start); i < len(t.Sentences) && t.Sentences[i].Start < e.End; i++ {
			c.sentences = append(c.sentences, i)
		}
	}
	slices.Sort(c.sentences)
	c.sentences = slices.Compact(c.sentences)
}

// read takes the words of the claim apart.
func (c *claim) read(text string) {
	for j := range c.tokens {
		c.g.id(j)
	}
	c.text = arabic.Read(text)
	n := len(c.text.Tokens)
	c.stems, c.ids = make([]string, n), make([]int32, n)
	c.cueings = make([]cueing, n)
	c.eased = make([]bool, n)
	c.lacking = make([]bool, n)
	c.lent, c.borrower = make([]bool, n), -1
	c.kins = make([]kin, n)
	c.proven = make([]bool, n)
	c.source = make([]int, n)
	c.hint = make([]int, n)
	c.part = make([]int, n)
	c.moved = make([]bool, n)
	for i := range n {
		c.source[i], c.hint[i], c.part[i] = -1, -1, -1
		c.stems[i] = key(c.text.Tokens[i])
		c.ids[i] = c.g.vocab[c.stems[i]]
	}
}

// cue returns the cue of speech that word i of the claim is.
func (c *claim) cue(i int) (quotes.Cue, bool) { return c.cueings[i].of(c.text, i) }

// same reports whether word i of the claim is token j of the scope: the same stem, and in
// a name the same word but for clitics.
func (c *claim) same(i, j int) bool {
	return c.ids[i] != 0 && c.ids[i] == c.g.ids[j] &&
		(!c.g.named(j) || c.text.Tokens[i].Kind != arabic.Word || arabic.Core(c.text.Tokens[i].Norm) == arabic.Core(c.g.text.Tokens[j].Norm))
}

// key returns what token i of the claim is compared by.
func (c *claim) key(i int) string { return c.stems[i] }

// holds reports whether span s of the article lies in the scope.
func (c *claim) holds(s news.Span) bool {
	_, ok := slices.BinarySearch(c.sentences, c.g.text.SentenceAt(s.Start))
	return ok
}

// tokens calls yield with every token of the article in the scope.
func (c *claim) tokens(yield func(int, arabic.Token) bool) {
	for _, n := range c.sentences {
		s := c.g.text.Sentences[n]
		for i := s.First; i < s.Last; i++ {
			if !yield(i, c.g.text.Tokens[i]) {
				return
			}
		}
	}
}

// repeats returns where tokens first to last of the claim stand in the scope one
// after the other.
func (c *claim) repeats(first, last int) []stretch {
	var list []stretch
	for i := range c.tokens {
		if c.repeatsAt(first, last, i) {
			list = append(list, stretch{i, i + last - first})
		}
	}
	return list
}

func (c *claim) repeatsAt(first, last, i int) bool {
	list := c.g.text.Tokens
	if i+last-first > len(list) {
		return false
	}
	for k := first; k < last; k++ {
		a, b := c.text.Tokens[k].Norm, list[i+k-first].Norm
		if a != b && (k > first || arabic.Core(a) != arabic.Core(b)) {
			return false
		}
	}
	return true
}

// stretch is a range of tokens of the article.
type stretch struct{ first, last int }

// stretchOf returns the tokens that span s of the article touches.
func (g *Gate) stretchOf(s news.Span) stretch {
	first, last := g.text.Touched(s)
	return stretch{first, last}
}

// prove notes that tokens first to last of the claim are proven at each of the
// given places of the article.
func (c *claim) prove(first, last int, at []stretch) {
	for i := first; i < last; i++ {
		c.proven[i] = true
		c.hint[i] = len(c.places)
	}
	c.places = append(c.places, at)
}

// provenIn returns the place in sentence n, nearest to token at, that proves
// word i of the claim by its meaning.
func (c *claim) provenIn(i, n, at int) (stretch, bool) {
	var best stretch
	if c.hint[i] < 0 {
		return best, false
	}
	x := c.g.text.Sentences[n]
	found := false
	for _, p := range c.places[c.hint[i]] {
		if x.First <= p.first && p.first < x.Last && (!found || abs(p.first-at) < abs(best.first-at)) {
			best, found = p, true
		}
	}
	return best, found
}

// whole reports whether text is one or more whole sentences of the article,
// marks at its end aside, and whether they lie in the scope.
func (c *claim) whole(text string) bool {
	text = strings.TrimRight(text, " .")
	t := c.g.text
	for _, n := range c.sentences {
		s := t.Sentences[n].Of(t.Source)
		if len(s) >= len(text) && strings.TrimRight(s, " .") == text {
			return true
		}
	}
	return false
}
