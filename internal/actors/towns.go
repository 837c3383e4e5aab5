package actors

import (
	_ "embed"
	"strings"
	"sync"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// Rules of the towns and districts of data/towns.tsv that the tagger did not see.
//
//	W1  A name of several words is that place, where no other name holds a part of it.
//	W2  A single word that is hardly anything else needs a particle of place or
//	    direction before it, or a place that waw joins to it.
//	W3  A single word that is also a common word or a personal name needs a particle
//	    of place, and nothing behind it that describes it.

//go:embed data/towns.tsv
var townsTSV string

// townName is the rest of a name of the table, after its first word.
type townName struct {
	rest   []string
	common bool // also a common word or a name
}

// townNames returns the names by their first word, folded, the longest first.
var townNames = sync.OnceValue(func() *table.Index[[]townName] {
	m := map[string][]townName{}
	for _, r := range table.Rows("towns.tsv", townsTSV, 3) {
		words := strings.Fields(arabic.Key(r[0]))
		list := append(m[words[0]], townName{rest: words[1:], common: r[2] == "word"})
		for k := len(list) - 1; k > 0 && len(list[k].rest) > len(list[k-1].rest); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
		m[words[0]] = list
	}
	return table.NewIndex(m)
})

// towns makes places of the names that rules W1 to W3 accept.
func (f *finder) towns() {
	names := townNames()
	for i := 0; i < len(f.text.Tokens); i++ {
		stems, count := f.text.Stems(i)
		for _, s := range stems[:count] {
			t, ok := f.townAt(names.Of(s.Norm), i)
			if !ok || s.Prefix != "" && f.view.Stem(i).Prefix == "" && f.view.Level(i) >= 5 || !f.isTown(t, i, s.Prefix) {
				continue
			}
			end := i + 1 + len(t.rest)
			if f.put(i, end, news.Location) {
				f.mentions[len(f.mentions)-1] = f.mention(tagger.Name{First: i, Last: end}, news.Location, map[string]bool{s.Norm: true})
			}
			i = end - 1
			break
		}
	}
}

// townAt returns the first of list whose other words follow token i.
func (f *finder) townAt(list []townName, i int) (townName, bool) {
next:
	for _, t := range list {
		for k, w := range t.rest {
			if j := i + 1 + k; j >= len(f.text.Tokens) || !f.joined(j-1) || f.text.Tokens[j].Norm != w {
				continue next
			}
		}
		return t, true
	}
	return townName{}, false
}

// isTown reports whether t, whose first word stands at token i behind prefix, is
// meant there (W1 to W3).
func (f *finder) isTown(t townName, i int, prefix string) bool {
	end := i + 1 + len(t.rest)
	in := strings.HasSuffix(prefix, "\u0628") || prefix == "" && f.located(i)
	if in && !t.common && (len(t.rest) > 0 || !f.sports && prefix == "" && f.mistaken(i, end)) {
		f.clear(i, end) // «في أبو عريش», «في ليفربول»
	}
	switch {
	case len(t.rest) > 0 && !t.common:
		return f.wider(i, end, news.Location)
	case !f.free(i, end) || f.view.Class(i)&^(tagger.Area|tagger.Nation|tagger.First) != 0 || t.common && f.view.Class(i)&tagger.First != 0 && (!f.definite(i) || f.view.Level(i) > 3):
		return false
	}
	if !t.common {
		return in || strings.HasSuffix(prefix, "\u0644") || prefix == "" && f.toward(i) || f.beside(i)
	}
	return in && !f.described(end)
}

// toward reports whether a preposition of place or direction stands before token i.
func (f *finder) toward(i int) bool {
	if i == 0 || !f.joined(i-1) {
		return false
	}
	if natives[f.view.Stem(i-1).Norm] || f.view.Class(i-1)&tagger.Landmark != 0 && !f.definite(i-1) {
		return true // «أصيلة خزامة», «مفترق القنطاوي»
	}
	switch strings.TrimPrefix(f.text.Tokens[i-1].Norm, "\u0648") {
	case "\u0645\u0646", "\u0639\u0646", "\u0628\u064A\u0646", "\u0646\u062D\u0648", "\u0642\u0631\u0628", "\u0639\u0628\u0631", "\u0639\u0644\u064A", "\u0635\u0648\u0628",
		"\u0634\u0645\u0627\u0644", "\u062C\u0646\u0648\u0628", "\u0634\u0631\u0642", "\u063A\u0631\u0628": // from, about, between, toward, near, through, on, toward; north, south, east, west
		return true
	}
	return false
}

// clear drops the people and bodies that were found among tokens first to last-1.
func (f *finder) clear(first, last int) {
	for k := first; k < last; k++ {
		if m := f.at[k]; m != 0 && f.mentions[m-1].kind != news.Location {
			m := &f.mentions[m-1]
			m.gone = true
			for j := m.first; j < m.last; j++ {
				f.at[j] = 0
			}
		}
	}
}

// described reports whether a word behind a name, at token i, describes it and so
// makes a common noun of it: «في القصر الكبير», «في حقل نفط». What is indefinite
// does not describe a definite word («في المرسى صباح أمس»).
func (f *finder) described(i int) bool {
	if i >= len(f.text.Tokens) || !f.joined(i-1) || f.text.Tokens[i].Kind != arabic.Word {
		return false
	}
	if f.view.Stem(i).Prefix != "" || dayParts[f.text.Tokens[i].Norm] || f.definite(i-1) && !f.definite(i) && f.view.Level(i-1) <= 4 {
		return false
	}
	switch w := f.text.Tokens[i].Norm; w {
	case "\u0645\u0646", "\u0641\u064A", "\u0639\u0644\u064A", "\u0627\u0646", "\u0627\u0644\u064A", "\u0639\u0646", "\u0645\u0639", "\u0628\u0639\u062F", "\u0642\u0628\u0644", "\u0627\u0644\u062A\u064A": // from, in, on, that, to, about, with, after, before, which
		return w == "\u0627\u0644\u062A\u064A"
	}
	return f.view.Class(i)&(tagger.Month|tagger.Weekday) == 0
}
