// Package quotes finds who said what.
//
// A direct quote is a clause between quotation marks that the text attributes
// to somebody; names, titles and scare quotes are none. A reported quote is
// the clause that follows «قال إن», «بحسب المصدر» and the like. For both the
// speaker is an actor of the article when one is meant, else the noun that the
// article uses.
//
// The rules of marks are in marks.go, the words of speech in cues.go and
// data, the ways to a speaker in speaker.go, the clauses in reported.go.
package quotes

import (
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// quoteWords is how few words may be between marks for a quote: fewer are a
// name, a title or a scare quote.
const quoteWords = 4

// Find returns the quotes of t in order; speakers are resolved to actors, those
// that actors.Find found in t.
func Find(t *arabic.Text, actors []news.Actor) []news.Quote {
	f := &finder{t: t, actors: actors, mentions: mentions(t, actors), pairs: pairs(t)}
	for i := range f.pairs {
		first, last := f.pairs[i].inside()
		f.pairs[i].long = hasWords(t, first, last, quoteWords)
	}
	for i := range t.Sentences {
		f.sentence(i)
	}
	slices.SortStableFunc(f.found, func(a, b news.Quote) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return f.found
}

// finder walks a text once, sentence by sentence.
type finder struct {
	t        *arabic.Text
	actors   []news.Actor
	mentions []mention
	pairs    []pair
	roles    [][]string // by actor: the words of its role, once asked for
	next     int        // the first pair that opens at or after the sentence
	now      cue        // whose speaker is sought
	last     speaker    // who spoke last
	spoke    [3]speaker // by gender: who of it spoke last
	issuer   speaker    // whose statement or report the text named last
	skip     int        // no cue counts before this token: it lies in a quotation
	heard    speaker    // who spoke last in this sentence
	title    int        // the last pair that holds a name or a title, from 1
	topic    speaker    // whom the sentence before tells of, where nobody speaks in it
	colon    bool       // the sentence before ended in a colon after a cue
	found    []news.Quote
}

// sentence finds the quotes that begin in sentence n.
func (f *finder) sentence(n int) {
	s := f.t.Sentences[n]
	f.heard = speaker{}
	handed := f.colon
	f.colon = false
	var said cue // the last cue of the sentence
	done := -1   // the pair after which a joined quotation may follow
	for i := max(s.First, f.skip); i < s.Last; i++ {
		if p, ok := f.pairAt(i); ok {
			who, attributed := f.attribute(said, s, p, handed || done >= 0 && joined(f.t, f.pairs[done], f.pairs[p]))
			if attributed && f.pairs[p].long {
				f.direct(p, who)
				done = p
			}
			if f.pairs[p].long {
				i = f.pairs[p].shut - 1
				f.skip = f.pairs[p].shut
			}
			continue
		}
		if c, ok := f.cueAt(i, s, said); ok {
			said = c
			if f.heard.name == "" || i == s.First || f.t.Tokens[i-1].Norm != "كما" { // «، كما يدعي خصومه،» is an aside
				f.heard = c.who
			}
			if c.who.name != "" && (c.Form != Source || !c.who.body || f.last.name == "" || f.last.body) { // who relays a person is not who goes on
				f.last = c.who
				f.spoke[c.who.gender] = c.who
				f.issued(c)
			}
			f.reported(c, s)
		}
	}
	if f.topic = (speaker{}); !said.found {
		f.topic = f.told(s)
	}
	f.colon = said.at > 0 && s.Last > s.First && f.t.Tokens[s.Last-1].Norm == ":"
}

// pairAt returns the number of the pair that token i opens.
func (f *finder) pairAt(i int) (int, bool) {
	for f.next < len(f.pairs) && f.pairs[f.next].open < i {
		f.next++
	}
	return f.next, f.next < len(f.pairs) && f.pairs[f.next].open == i
}

func (f *finder) direct(p int, who speaker) {
	if s, ok := f.pairs[p].span(f.t); ok {
		f.found = append(f.found, news.Quote{Span: s, Speaker: who.name, Kind: news.Direct})
		f.last = who
	}
}

// issued notes whose statement it is when the subject of c names one: «قالت الوزارة
// في بيان إن».
func (f *finder) issued(c cue) {
	for i := c.at + 1; i < min(c.stop, len(f.t.Tokens)); i++ {
		if f.t.Tokens[i].Kind == arabic.Word && speakers().Of(arabic.Core(f.t.Tokens[i].Norm)) == "text" {
			f.issuer = c.who
			return
		}
	}
}
