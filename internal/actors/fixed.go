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
//	X3  «المملكة» is Saudi Arabia where nothing speaks of another kingdom.
//	X2  «الحكومة» is an actor where an article has it twice, or as a subject, and
//	    names no government.

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
	if len(list) == 0 || len(list) == 1 && !f.subject(list[0]) {
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

// subject reports whether token i is what a verb before it or a particle that
// opens a clause speaks of.
func (f *finder) subject(i int) bool {
	return i > 0 && f.joined(i-1) && f.view.Stem(i).Prefix == "" && (f.text.Tokens[i-1].Norm == that || f.view.Class(i-1)&(tagger.Says|tagger.Acts) != 0 && !f.definite(i-1))
}

const (
	that    = "\u0627\u0646"
	kingdom = "\u0627\u0644\u0645\u0645\u0644\u0643\u0647"
	saudi   = "\u0627\u0644\u0633\u0639\u0648\u062F\u064A\u0647"
)

// kingdoms are the adjectives of the other kingdoms: Jordan, Morocco, Bahrain, Britain.
var kingdoms = map[string]bool{
	"\u0627\u0631\u062F\u0646\u064A": true, "\u0627\u0631\u062F\u0646\u064A\u0647": true, "\u0645\u063A\u0631\u0628\u064A": true, "\u0645\u063A\u0631\u0628\u064A\u0647": true,
	"\u0628\u062D\u0631\u064A\u0646\u064A": true, "\u0628\u062D\u0631\u064A\u0646\u064A\u0647": true, "\u0628\u0631\u064A\u0637\u0627\u0646\u064A": true,
	"\u0628\u0631\u064A\u0637\u0627\u0646\u064A\u0647": true, "\u0627\u0644\u0627\u0631\u062F\u0646": true, "\u0627\u0644\u0645\u063A\u0631\u0628": true,
	"\u0627\u0644\u0628\u062D\u0631\u064A\u0646": true, "\u0628\u0631\u064A\u0637\u0627\u0646\u064A\u0627": true, "\u0644\u0646\u062F\u0646": true,
}

// kingdom finds the names of X3.
func (f *finder) kingdom() {
	var list []int
	for i := range f.text.Tokens {
		norm := f.view.Stem(i).Norm
		bare, _ := arabic.Bare(norm)
		switch {
		case kingdoms[norm] || kingdoms[bare]:
			return
		case norm == kingdom && f.at[i] == 0 && !f.nationNext(i) && (i+1 >= len(f.at) || f.at[i+1] == 0) && (i == 0 || f.at[i-1] == 0 || !f.joined(i-1)):
			list = append(list, i)
		}
	}
	for _, i := range list {
		if f.put(i, i+1, news.Location) {
			m := &f.mentions[len(f.mentions)-1]
			m.words, m.key = []string{saudi}, saudi
		}
	}
}
