package verify

import (
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/number"
	"mujaz/internal/quotes"
)

// Gate checks claims against one article. It is not safe for use by several
// goroutines at once.
type Gate struct {
	article  news.Article
	text     *arabic.Text
	facts    news.Facts
	actors   []news.Actor            // those of facts, then the nouns of its speakers
	stems    []string                // by token, "" until asked for
	ids      []int32                 // by token, 0 until asked for: the number of its stem
	vocab    map[string]int32        // the numbers of the stems
	cores    [][]string              // by actor: those of its name
	subjects []int                   // by sentence, once asked for: the actor who is its subject, and 2
	twins    []int                   // by actor: the first actor of the same name
	cues     []cueing                // by token
	dated    []int                   // by token: 1 + the date that it is part of, 0 for none
	figure   []int                   // by token: the number of the figure that it is part of, and 1
	mention  []int                   // by token: the start of the mention that it is part of, or -1
	numbers  map[int][]number.Number // by sentence, once asked for
	signs    map[int][]sign          // by sentence, once asked for
	kins     []kin                   // by token, once related
	related  []bool
	names    map[string][]name // by the core of the first word
	marked   []news.Span
	read     bool // marked is filled
}

// For returns the gate of article a, whose text is t and whose facts, as the
// finders see them, are f.
func For(a news.Article, t *arabic.Text, f news.Facts) *Gate {
	n := len(t.Tokens)
	g := &Gate{
		article: a, text: t, facts: f, actors: f.Actors, vocab: map[string]int32{}, numbers: map[int][]number.Number{}, signs: map[int][]sign{},
		stems: make([]string, n), ids: make([]int32, n), kins: make([]kin, n), related: make([]bool, n), cues: make([]cueing, n),
		dated: make([]int, n), figure: make([]int, n), mention: make([]int, n),
	}
	for _, q := range f.Quotes {
		if q.Speaker == "" || slices.ContainsFunc(g.actors, func(a news.Actor) bool { return a.Name == q.Speaker }) {
			continue
		}
		if e, ok := evidence.Verbatim(t, q.Speaker); ok {
			g.actors = append(slices.Clip(g.actors), news.Actor{Name: q.Speaker, Mentions: []news.Span{e.Span}})
		}
	}
	g.cores = make([][]string, len(g.actors))
	for k, a := range g.actors {
		g.cores[k] = coresOf(a.Name)
	}
	g.twins = twin(g.cores)
	mark := func(list []int, s news.Span, n int) {
		first, last := t.Touched(s)
		for i := first; i < last; i++ {
			list[i] = n
		}
	}
	for k, d := range slices.Backward(f.Dates) {
		mark(g.dated, d.Span, k+1)
	}
	for k, x := range slices.Backward(f.Figures) {
		mark(g.figure, x.Span, k+1)
	}
	for i := range g.mention {
		g.mention[i] = -1
	}
	for _, a := range f.Actors {
		for _, s := range a.Mentions {
			mark(g.mention, s, t.At(s.Start))
		}
	}
	return g
}

// named reports whether token i of the article is part of a name.
func (g *Gate) named(i int) bool { return g.mention[i] >= 0 }

// cueing is what a token is as a cue of speech, once asked for.
type cueing struct {
	cue       quotes.Cue
	is, asked bool
}

// of returns the cue that token i of t is, of which u is the memory.
func (u *cueing) of(t *arabic.Text, i int) (quotes.Cue, bool) {
	if !u.asked {
		u.asked = true
		u.cue, u.is = quotes.CueAt(t, i)
	}
	return u.cue, u.is
}

// cue returns the cue of speech that token i of the article is.
func (g *Gate) cue(i int) (quotes.Cue, bool) { return g.cues[i].of(g.text, i) }

// id returns the number of the stem of token i of the article: to compare numbers is
// cheaper than to compare words.
func (g *Gate) id(i int) int32 {
	if g.ids[i] == 0 {
		k := g.stem(i)
		if g.vocab[k] == 0 {
			g.vocab[k] = int32(len(g.vocab) + 1)
		}
		g.ids[i] = g.vocab[k]
	}
	return g.ids[i]
}

// stem returns what token i of the article is compared by.
func (g *Gate) stem(i int) string {
	if g.stems[i] == "" {
		g.stems[i] = key(g.text.Tokens[i])
	}
	return g.stems[i]
}

// numbersIn returns the numbers of the article in the scope of c.
func (g *Gate) numbersIn(c *claim) []number.Number {
	var list []number.Number
	for _, n := range c.sentences {
		in, ok := g.numbers[n]
		if !ok {
			s := g.text.Sentences[n]
			for i := s.First; i < s.Last; {
				x, found := number.Read(g.text, i)
				if !found {
					i++
					continue
				}
				in = append(in, x)
				i = max(x.Last, i+1)
			}
			g.numbers[n] = in
		}
		list = append(list, in...)
	}
	return list
}

// figureAt returns the figure of the article that s begins in.
func (g *Gate) figureAt(s news.Span) (news.Figure, bool) {
	i := g.text.At(s.Start)
	if i == len(g.figure) || g.figure[i] == 0 {
		return news.Figure{}, false
	}
	return g.facts.Figures[g.figure[i]-1], true
}
