package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// mention is one naming of an actor.
type mention struct {
	news.Span
	kind        news.ActorKind
	first, last int // its tokens
	words       []string
	key         string // words, folded, without clitics
	entry       *entry
}

var kindOf = map[tagger.Kind]news.ActorKind{
	tagger.Person: news.Person, tagger.Location: news.Location, tagger.Organization: news.Organization,
}

// collect makes mentions of the names that are actors.
func (f *finder) collect(names []tagger.Name) {
	f.at = make([]int, len(f.text.Tokens))
	known := map[string]bool{}
	for _, n := range names {
		known[f.text.Tokens[n.First].Norm] = true
	}
	for _, n := range names {
		kind, ok := kindOf[n.Kind]
		if !ok {
			continue
		}
		m := f.mention(n, kind, known)
		f.mentions = append(f.mentions, m)
		for k := n.First; k < n.Last; k++ {
			f.at[k] = len(f.mentions)
		}
	}
}

// mention cuts the clitics off the first word of a name. A stem that begins
// another name of the article is sure to be one.
func (f *finder) mention(n tagger.Name, kind news.ActorKind, known map[string]bool) mention {
	m := mention{kind: kind, first: n.First, last: n.Last}
	stem := f.view.Stem(n.First)
	list, count := f.text.Stems(n.First)
	for _, s := range list[1:count] {
		if known[s.Norm] {
			stem = s
		}
	}
	m.Span = news.Span{Start: stem.Start, End: f.text.Tokens[n.Last-1].End}
	m.words = append(m.words, stem.Norm)
	for k := n.First + 1; k < n.Last; k++ {
		if w := f.text.Tokens[k]; w.Kind != arabic.Punct {
			m.words = append(m.words, w.Norm)
		}
	}
	m.key = strings.Join(m.words, " ")
	return m
}

// written returns the name of m as the article writes it. The article that the
// preposition lam swallowed comes back.
func (f *finder) written(m *mention) string {
	s := m.Of(f.text.Source)
	if !strings.HasPrefix(m.words[0], "\u0627\u0644\u0644") && strings.HasPrefix(m.words[0], "\u0627\u0644") && !strings.HasPrefix(arabic.Key(s), "\u0627\u0644") {
		s = "\u0627" + s
	}
	return s
}
