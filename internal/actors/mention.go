package actors

import (
	"slices"
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
	head        string // a word that it shares with others and that stands before them
	key         string // words, folded, without clitics
	entry       *entry
	gone        bool // taken into a longer one
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
		if !ok || n.Last == n.First+1 && f.view.Class(n.First)&(tagger.Month|tagger.Weekday) != 0 {
			continue
		}
		for _, n := range f.parts(f.trim(n)) {
			if n.First >= n.Last {
				continue
			}
			m := f.mention(n, kind, known)
			f.mentions = append(f.mentions, m)
			for k := n.First; k < n.Last; k++ {
				f.at[k] = len(f.mentions)
			}
		}
	}
}

// parts parts the people and places that a waw joins inside one found name, and
// what is in a place from the place («جبل كذا بولاية كذا»).
func (f *finder) parts(n tagger.Name) []tagger.Name {
	var list []tagger.Name
	for k := n.First + 1; k < n.Last; k++ {
		if f.view.Class(k)&tagger.Generic != 0 && f.view.Stem(k).Prefix == "\u0628" && !f.definite(k) && k+1 < n.Last {
			list = append(list, tagger.Name{Kind: n.Kind, First: n.First, Last: k})
			n = tagger.Name{Kind: tagger.Location, First: k, Last: n.Last}
			break
		}
	}
	if n.Kind == tagger.Organization {
		for k := n.First + 1; k < n.Last; k++ {
			if f.view.Stem(k).Prefix == "\u0648" && f.view.Class(k)&tagger.Firm != 0 && f.view.Stem(k).Norm != running {
				list = append(list, tagger.Name{Kind: n.Kind, First: n.First, Last: k})
				n.First = k // «الاتحاد العام للشغل واتحاد الصناعة»
			}
		}
	} else {
		for k := n.First + 1; k < n.Last; k++ {
			switch prefix := f.view.Stem(k).Prefix; {
			case prefix == "\u0648":
				list = append(list, tagger.Name{Kind: n.Kind, First: n.First, Last: k})
				n.First = k
			case strings.HasPrefix(f.text.Tokens[k].Norm, "\u0644\u0644") && prefix == "\u0644" && n.Kind == tagger.Person && k > n.First: // «مركز الملك فلان للإغاثة فلان»
				list = append(list, tagger.Name{Kind: n.Kind, First: n.First, Last: k})
				n.First = k + 1
			}
		}
	}
	return append(list, n)
}

// mention cuts the clitics off the first word of a name. A stem that begins
// another name of the article is sure to be one.
func (f *finder) mention(n tagger.Name, kind news.ActorKind, known map[string]bool) mention {
	m := mention{kind: kind, first: n.First, last: n.Last}
	stem := f.view.Stem(n.First)
	if s, ok := f.view.KnownStem(n.First); ok && !strings.HasSuffix(s.Prefix, "\u0633") && f.view.Class(n.First)&(tagger.Area|tagger.Body) == 0 {
		stem = s
	}
	list, count := f.text.Stems(n.First)
	for _, s := range list[1:count] {
		if known[s.Norm] {
			stem = s
		}
	}
	definite := arabic.IsDefinite(stem.Norm)
	if strings.HasSuffix(stem.Prefix, "\u0633") || strings.HasSuffix(stem.Prefix, "\u0643") && !definite || f.quotes(n) {
		stem = list[0] // names have no future, are hardly compared, and have no clitics inside quotation marks
	}
	m.Span = news.Span{Start: stem.Start, End: f.text.Tokens[n.Last-1].End}
	if strings.HasPrefix(stem.Norm, "\u0644") && strings.HasSuffix(stem.Prefix, "\u0644") && n.First+1 < n.Last && f.definite(n.First+1) {
		if bare, _ := arabic.Bare(f.text.Tokens[n.First+1].Norm); qualifies(bare) {
			stem.Norm = "\u0627\u0644" + stem.Norm // «للجنة الوطنية»: the committee
		}
	}
	m.words = append(m.words, stem.Norm)
	for k := n.First + 1; k < n.Last; k++ {
		if w := f.text.Tokens[k]; w.Kind != arabic.Punct {
			m.words = append(m.words, w.Norm)
		}
	}
	m.key = strings.Join(m.words, " ")
	return m
}

// quotes reports whether a short quotation begins with n.
func (f *finder) quotes(n tagger.Name) bool {
	if n.First == 0 || f.text.Tokens[n.First-1].Kind != arabic.Punct || !f.text.Touch(n.First-1) || f.text.Touch(n.First-2) {
		return false
	}
	_, last, ok := f.quotation(n.First - 1)
	return ok && last >= n.Last
}

// written returns the name of m as the article writes it. The article that the
// preposition lam swallowed comes back.
func (f *finder) written(m *mention) string {
	s := m.Of(f.text.Source)
	if m.head != "" {
		return m.head + " " + s
	}
	if key := arabic.Key(s); strings.HasPrefix(m.words[0], "\u0627\u0644\u0644") && strings.HasPrefix(key, "\u0644") && !strings.HasPrefix(key, "\u0644\u0644") && !strings.HasPrefix(key, "\u0644\u0647") {
		return "\u0627\u0644" + s
	}
	if !strings.HasPrefix(m.words[0], "\u0627\u0644\u0644") && strings.HasPrefix(m.words[0], "\u0627\u0644") && !strings.HasPrefix(arabic.Key(s), "\u0627\u0644") {
		s = "\u0627" + s
	}
	return s
}

// put makes tokens first to last-1 a mention in the place of those inside it.
// It does nothing and reports false when a mention reaches beyond.
func (f *finder) put(first, last int, kind news.ActorKind) bool {
	for k := first; k < last; k++ {
		if m := f.at[k]; m != 0 && (f.mentions[m-1].first < first || f.mentions[m-1].last > last) {
			return false
		}
	}
	for k := first; k < last; k++ {
		if m := f.at[k]; m != 0 {
			f.mentions[m-1].gone = true
		}
	}
	f.mentions = append(f.mentions, f.mention(tagger.Name{First: first, Last: last}, kind, nil))
	for k := first; k < last; k++ {
		f.at[k] = len(f.mentions)
	}
	return true
}

// take is put, but it cuts the mentions that reach beyond: what is left of them
// is no name.
func (f *finder) take(first, last int, kind news.ActorKind) {
	for k := first; k < last; k++ {
		if m := f.at[k]; m != 0 && (f.mentions[m-1].first < first || f.mentions[m-1].last > last) {
			m := &f.mentions[m-1]
			m.gone = true
			for j := m.first; j < m.last; j++ {
				f.at[j] = 0
			}
		}
	}
	f.put(first, last, kind)
}

// order drops the mentions that are gone and sorts the others.
func (f *finder) order() {
	f.mentions = slices.DeleteFunc(f.mentions, func(m mention) bool { return m.gone })
	slices.SortFunc(f.mentions, func(a, b mention) int { return a.first - b.first })
	clear(f.at)
	for i, m := range f.mentions {
		for k := m.first; k < m.last; k++ {
			f.at[k] = i + 1
		}
	}
}
