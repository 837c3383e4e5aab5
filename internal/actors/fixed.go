package actors

import (
	_ "embed" // the table
	"strings"
	"sync"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// Bodies whose names are common words that no rule makes a name of, such as the
// civil defense, and the government that an article speaks of without saying
// whose it is.
//
//	X1  A name of the table bodies.tsv, of two words, that is in no other name.
//	X2  «الحكومة» is an actor where an article has it twice and names no government.

//go:embed data/bodies.tsv
var bodiesTSV string

// fixed returns the second words of the names of bodies.tsv by their first, folded.
var fixed = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, r := range table.Rows("bodies.tsv", bodiesTSV, 1) {
		first, second, _ := strings.Cut(arabic.Key(r[0]), " ")
		m[first] = append(m[first], second)
	}
	return m
})

// fixedNames finds the names of X1.
func (f *finder) fixedNames() {
	names := fixed()
	for i := 0; i+1 < len(f.text.Tokens); i++ {
		if f.at[i] != 0 || f.at[i+1] != 0 || !f.joined(i) || f.text.Tokens[i].Kind != arabic.Word || strings.HasSuffix(f.view.Stem(i).Prefix, "\u0628") {
			continue
		}
		for _, second := range names[f.view.Stem(i).Norm] {
			if f.text.Tokens[i+1].Norm == second {
				f.put(i, i+2, news.Organization)
			}
		}
	}
}

const government = "\u0627\u0644\u062D\u0643\u0648\u0645\u0647"

// governments finds the names of X2.
func (f *finder) governments() {
	var list []int
	for _, i := range f.bare {
		if f.at[i] == 0 && f.view.Stem(i).Norm == government && (i == 0 || f.view.Class(i-1)&(tagger.Office|tagger.Body) == 0) {
			list = append(list, i)
		}
	}
	if len(list) < 2 {
		return
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if bare, _ := arabic.Bare(m.words[0]); !m.gone && m.kind == news.Organization && "\u0627\u0644"+bare == government {
			return
		}
	}
	for _, i := range list {
		f.put(i, i+1, news.Organization)
	}
}
