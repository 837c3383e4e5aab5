package actors

import (
	_ "embed" // the table
	"slices"
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
//	X4  A unit or a post of such a body is a body of its own («مركز الحرس الوطني»,
//	    «المنطقة البحرية للحرس الوطني»).
//	X5  A republic or a kingdom and the adjective of its nation are a place.
//	X2  «الحكومة», «النيابة» and the like are actors where they do not only say whose
//	    something is («قصر الحكومة») and the article names no body with that word.

//go:embed data/bodies.tsv
var bodiesTSV string

// fixed returns the second words of the names of bodies.tsv by their first, folded.
var fixed = sync.OnceValue(func() *table.Index[[]string] {
	m := map[string][]string{}
	for _, r := range table.Rows("bodies.tsv", bodiesTSV, 1) {
		first, second, _ := strings.Cut(arabic.Key(r[0]), " ")
		m[first] = append(m[first], second)
	}
	return table.NewIndex(m)
})

// fixedNames finds the names of X1.
func (f *finder) fixedNames() {
	names := fixed()
	for i := 0; i+1 < len(f.text.Tokens); i++ {
		if norm := f.view.Stem(i).Norm; (norm == republic || norm == kingdom) && f.joined(i) && f.definite(i+1) && f.nationNext(i) && strings.HasSuffix(f.text.Tokens[i+1].Norm, "\u0647") && f.view.Stem(i+1).Prefix == "" && f.wider(i, i+2, news.Location) {
			f.put(i, i+2, news.Location)
		}
		if f.at[i] != 0 || f.at[i+1] != 0 && !f.placeAt(i+1) || !f.joined(i) || f.text.Tokens[i].Kind != arabic.Word || strings.HasSuffix(f.view.Stem(i).Prefix, "\u0628") {
			continue
		}
		for _, second := range names.Of(f.view.Stem(i).Norm) {
			if f.text.Tokens[i+1].Norm == second {
				f.put(i, i+2, news.Organization)
			}
		}
	}
}

const (
	government  = "\u0627\u0644\u062D\u0643\u0648\u0645\u0647"
	prosecution = "\u0627\u0644\u0646\u064A\u0627\u0628\u0647"
)

// institutions are the words of X2: government, prosecution, parliament, interior.
var institutions = map[string]bool{
	government: true, prosecution: true, "\u0627\u0644\u0628\u0631\u0644\u0645\u0627\u0646": true, "\u0627\u0644\u062F\u0627\u062E\u0644\u064A\u0647": true,
}

// governments finds the names of X2.
func (f *finder) governments() {
	named := map[string]bool{}
	for i := range f.mentions {
		if m := &f.mentions[i]; !m.gone && m.kind == news.Organization && m.last > m.first+1 {
			for k := m.first; k < m.last; k++ {
				bare, _ := arabic.Bare(f.view.Stem(k).Norm)
				named["\u0627\u0644"+bare] = true
			}
		}
	}
	for _, i := range f.bare {
		if norm := f.view.Stem(i).Norm; f.at[i] == 0 && institutions[norm] && !named[norm] && f.free(max(i-1, 0), i) && !f.belongs(i) {
			f.put(i, i+1, news.Organization)
		}
	}
}

// belongs reports whether the institution at token i only tells whose an office,
// a body or a building is, or is the adjective of a definite noun.
func (f *finder) belongs(i int) bool {
	norm, prefix := f.view.Stem(i).Norm, f.view.Stem(i).Prefix
	if norm == prosecution && prefix == "\u0628" {
		return true // «الوزير بالنيابة»
	}
	if i == 0 || !f.joined(i-1) {
		return false
	}
	c := f.view.Class(i - 1)
	return c&(tagger.Office|tagger.Firm|tagger.Landmark|tagger.Title) != 0 && !f.definite(i-1) && c&tagger.Says == 0 ||
		ministries[norm] && (f.definite(i-1) || prefix == "\u0648" || inflected(f.text.Tokens[i-1].Norm) || sharedHeads[f.view.Stem(i-1).Norm] != "")
}

const (
	kingdom  = "\u0627\u0644\u0645\u0645\u0644\u0643\u0647"
	republic = "\u0627\u0644\u062C\u0645\u0647\u0648\u0631\u064A\u0647"
	saudi    = "\u0627\u0644\u0633\u0639\u0648\u062F\u064A\u0647"
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

// units are words for units and posts of a force (X4): center, region, district,
// squad, unit, patrol, barracks, department, station, brigade, section.
var units = map[string]bool{
	"\u0645\u0631\u0643\u0632": true, "\u0645\u0646\u0637\u0642\u0647": true, "\u0627\u0642\u0644\u064A\u0645": true, "\u0641\u0631\u0642\u0647": true, "\u0648\u062D\u062F\u0647": true,
	"\u062F\u0648\u0631\u064A\u0647": true, "\u062B\u0643\u0646\u0647": true, "\u0645\u0635\u0644\u062D\u0647": true, "\u0645\u062E\u0641\u0631": true, "\u0641\u0635\u064A\u0644\u0647": true, "\u0642\u0633\u0645": true,
	"\u0645\u062D\u0637\u0647": true, "\u0642\u064A\u0627\u062F\u0647": true, "\u0627\u062F\u0627\u0631\u0647": true, "\u0645\u062F\u064A\u0631\u064A\u0647": true,
}

// ofForces finds the names of X4: the word for a unit, its adjectives where it is
// definite, and the force.
func (f *finder) ofForces() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.gone || m.kind != news.Organization || m.last < m.first+2 || !slices.Contains(fixed().Of(f.view.Stem(m.first).Norm), f.text.Tokens[m.first+1].Norm) {
			continue
		}
		k := m.first - 1
		for f.view.Stem(m.first).Prefix == "\u0644" && k > 0 && k > m.first-3 && f.joined(k) && f.at[k] == 0 && f.definite(k) && f.view.Stem(k).Prefix == "" && !f.unit(k) {
			k--
		}
		if k < 0 || !f.joined(k) || f.at[k] != 0 || !f.unit(k) {
			continue
		}
		last := m.last
		if next := f.at; last < len(next) && next[last] != 0 && f.view.Stem(last).Prefix == "\u0644" && f.mentions[next[last]-1].kind == news.Organization && f.mentions[next[last]-1].first == last {
			last = f.mentions[next[last]-1].last // «مركز الأمن العمومي للحرس الوطني»
		}
		if prefix := f.view.Stem(m.first).Prefix; f.definite(k) && prefix == "\u0644" || !f.definite(k) && prefix == "" {
			f.put(k, last, news.Organization)
		}
	}
}

// unit reports whether token i is a word for a unit or a post.
func (f *finder) unit(i int) bool {
	bare, _ := arabic.Bare(f.view.Stem(i).Norm)
	return units[bare]
}
