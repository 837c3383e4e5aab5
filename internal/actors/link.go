package actors

import (
	_ "embed" // the tables
	"slices"
	"strings"
	"sync"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// entry is an actor in the making.
type entry struct {
	kind     news.ActorKind
	key      string
	words    []string
	content  []string // words without clitics and article
	mentions []int
	name     string
	forms    []string // as written, without doubles
	role     string
	roleAt   news.Span
	salience float64
}

// link gathers the mentions of one actor: first those that are written alike,
// longest names first, then short forms with the long form they belong to.
func (f *finder) link() {
	byKey := map[string]*entry{}
	for i := range f.mentions {
		m := &f.mentions[i]
		id := string(m.kind) + plain(m)
		e := byKey[id]
		if e == nil {
			e = &entry{kind: m.kind, key: plain(m), words: strings.Fields(plain(m)), content: f.content(m)}
			byKey[id] = e
			f.entries = append(f.entries, e)
		}
		e.mentions = append(e.mentions, i)
		m.entry = e
	}
	f.merge()
	f.joinShort()
	f.joinForms()
	for _, e := range f.entries {
		f.name(e)
	}
}

// plain returns the key of m, without an area word that only says what it is,
// and with the usual name of a state.
func plain(m *mention) string {
	if usual, ok := synonyms()[m.key]; ok && m.kind == news.Organization {
		return usual
	}
	if m.kind != news.Location {
		return m.key
	}
	words := m.words
	if len(words) > 1 && !arabic.IsDefinite(words[0]) && tagger.Words().Of(words[0])&tagger.Generic != 0 {
		words = words[1:]
	}
	key := strings.Join(words, " ")
	if usual, ok := states()[m.key]; ok {
		return usual
	}
	if usual, ok := states()[key]; ok {
		return usual
	}
	return key
}

//go:embed data/places.tsv
var placesTSV string

//go:embed data/synonyms.tsv
var synonymsTSV string

// states returns the usual names of states by their other names, both folded.
var states = sync.OnceValue(func() map[string]string { return usualNames("places.tsv", placesTSV) })

// synonyms returns the usual names of bodies by their other names, both folded.
var synonyms = sync.OnceValue(func() map[string]string { return usualNames("synonyms.tsv", synonymsTSV) })

func usualNames(name, data string) map[string]string {
	m := map[string]string{}
	for _, r := range table.Rows(name, data, 2) {
		for other := range strings.SplitSeq(r[1], "|") {
			m[arabic.Key(strings.TrimSpace(other))] = arabic.Key(r[0])
		}
	}
	return m
}

// usualStates returns the usual names of those states, folded.
var usualStates = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, usual := range states() {
		m[usual] = true
	}
	return m
})

// content returns the words of m without clitics and article, at least one.
func (f *finder) content(m *mention) []string {
	var list []string
	for k := m.first; k < m.last; k++ {
		if f.text.Tokens[k].Kind != arabic.Punct {
			bare, _ := arabic.Bare(f.view.Stem(k).Norm)
			list = append(list, bare)
		}
	}
	if len(list) == 0 {
		return m.words
	}
	return list
}

// merge adds short forms to the entry of the long form.
func (f *finder) merge() {
	byWord := map[string][]*entry{}
	for _, e := range f.entries {
		for _, w := range e.words {
			byWord[w] = append(byWord[w], e)
		}
		for _, w := range e.content {
			if !slices.Contains(e.words, w) {
				byWord[w] = append(byWord[w], e)
			}
		}
	}
	var kept []*entry
	for _, e := range f.entries {
		if into := f.longer(e, byWord); into != nil {
			f.absorb(into, e)
			continue
		}
		kept = append(kept, e)
	}
	f.entries = kept
}

// joinShort adds short names in brackets to the body they stand behind.
func (f *finder) joinShort() {
	for _, pair := range f.short {
		if f.at[pair[0]] == 0 || f.at[pair[1]] == 0 {
			continue
		}
		into, from := f.mentions[f.at[pair[0]]-1].entry, f.mentions[f.at[pair[1]]-1].entry
		if into == from || into == nil || from == nil || into.kind != from.kind {
			continue
		}
		f.absorb(into, from)
		from.mentions = nil
	}
	f.entries = slices.DeleteFunc(f.entries, func(e *entry) bool { return len(e.mentions) == 0 })
}

// absorb gives the mentions of from to into.
func (f *finder) absorb(into, from *entry) {
	for _, i := range from.mentions {
		f.mentions[i].entry = into
	}
	into.mentions = append(into.mentions, from.mentions...)
	slices.Sort(into.mentions)
}

// candidates is how many entries with a word in common are compared with one
// entry, so that a text of nothing but names takes no longer than another.
const candidates = 64

// longer returns the entry that e is a short form of, or nil. All words of a
// short form are in the long one.
func (f *finder) longer(e *entry, byWord map[string][]*entry) *entry {
	var best *entry
	for _, w := range [2]string{e.words[0], e.content[0]} {
		list := byWord[w]
		for _, o := range list[:min(len(list), candidates)] {
			if o == e || o.kind != e.kind || len(o.words) <= len(e.words) || !f.shortens(e, o) {
				continue
			}
			if best == nil || o.mentions[0] < e.mentions[0] && o.mentions[0] > best.mentions[0] {
				best = o
			}
		}
	}
	return best
}

// shortens reports whether e may be a short form of o.
func (f *finder) shortens(e, o *entry) bool {
	n := len(e.words)
	switch e.kind {
	case news.Person:
		if before := o.words[len(o.words)-n-1]; slices.Equal(o.words[len(o.words)-n:], e.words) && (n == 1 || before != son) {
			return true // but «سلمان بن فلان» is the father of «محمد بن سلمان بن فلان»
		}
		return slices.Equal(o.words[:n], e.words) || n == 1 && e.content[0] == o.content[len(o.content)-1] // «زمالي», «الزمالي»
	case news.Organization:
		if slices.Equal(o.words[:n], e.words) && n > 1 {
			return true
		}
		bare, _ := arabic.Bare(o.words[0])
		if tagger.Words().Of(bare)&tagger.Naming != 0 && slices.Equal(o.words[1:], e.words) {
			return true
		}
		if f.firstWord(e, o) || o.words[0] == arabic.Key(ministry) && slices.Equal(o.words[1:], e.words) {
			return true
		}
		if n == 1 {
			if bits, _ := f.view.Known(f.mentions[e.mentions[0]].first); bits&tagger.Club != 0 && f.sports {
				return false
			}
			b, definite := arabic.Bare(e.words[0])
			return definite && b == bare && tagger.Words().Of(bare)&tagger.Body != 0
		}
		return !f.listedBody(e) && e.content[0] == o.content[0] && subset(e.content, o.content)
	case news.Location:
		return tagger.Words().Of(o.words[0])&tagger.Sited != 0 && slices.Equal(o.words[1:], e.words)
	}
	return false
}

// firstWord reports whether e is the rare word that the name of the firm o begins
// with («هوندا», «شركة هوندا موتور»).
func (f *finder) firstWord(e, o *entry) bool {
	m := &f.mentions[e.mentions[0]]
	if len(e.words) != 1 || f.sports || f.view.Level(m.first) > 4 || f.view.Class(m.first) != 0 || f.definite(m.first) {
		return false
	}
	bare, _ := arabic.Bare(o.words[0])
	if tagger.Words().Of(bare)&tagger.Naming != 0 && len(o.words) > 2 {
		return o.words[1] == e.words[0]
	}
	return o.words[0] == e.words[0]
}

// listedBody reports whether the lists know e by its name as it is.
func (f *finder) listedBody(e *entry) bool {
	m := &f.mentions[e.mentions[0]]
	bits, end := f.view.Known(m.first)
	return bits&tagger.KnownBody != 0 && end == m.last
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// name chooses the canonical name and the aliases of e: the longest form, but
// the usual name of a state, and what is quoted or proper behind a word that
// only says what it is.
func (f *finder) name(e *entry) {
	best, most := "", 0
	other := slices.ContainsFunc(e.mentions, func(i int) bool { return !boards[f.mentions[i].words[0]] })
	for _, i := range e.mentions {
		m := &f.mentions[i]
		s := f.written(m)
		f.form(e, s)
		if m.head != "" {
			f.form(e, m.Of(f.text.Source))
		}
		inner, ok := f.inner(m)
		if ok {
			f.form(e, inner)
		}
		n := len(m.words)
		if other && boards[m.words[0]] {
			n = 0 // «إدارة نادي كذا» is the club's only for want of another
		}
		if n > most || best == "" {
			best, most = s, n
			if ok {
				best = inner
			}
			best = strings.Join(strings.Fields(strings.ReplaceAll(best, "\"", "")), " ")
		}
	}
	e.name = best
}

func (f *finder) form(e *entry, s string) {
	s = strings.Join(strings.Fields(s), " ")
	if !slices.ContainsFunc(e.forms, func(x string) bool { return arabic.Key(x) == arabic.Key(s) }) {
		e.forms = append(e.forms, s)
	}
}

// inner returns the name inside m behind a word that only says what it is:
// «مدينة فاس», «صحيفة "الفجر"».
func (f *finder) inner(m *mention) (string, bool) {
	if m.last-m.first < 2 {
		return "", false
	}
	first, last, c := m.first+1, m.last, f.view.Class(m.first)
	if f.text.Tokens[first].Kind == arabic.Punct && last-first > 2 && c&(tagger.Naming|tagger.Sited|tagger.Body|tagger.Area) != 0 {
		if a, b, ok := f.quotation(first); ok && b < last {
			return f.text.Cover(a, b).Of(f.text.Source), true
		}
		return "", false
	}
	if m.kind == news.Location && c&tagger.Generic != 0 && !f.definite(m.first) && !f.sorting(m) || m.kind == news.Organization && c&tagger.Brand != 0 && !f.definite(first) && f.view.Class(first)&^(tagger.Toponym|tagger.ClubHead) == 0 {
		return f.text.Cover(first, last).Of(f.text.Source), true
	}
	return "", false
}

// actors returns the entries as the program speaks of them.
func (f *finder) actors() []news.Actor {
	var list []news.Actor
	for _, e := range f.entries {
		a := news.Actor{Name: e.name, Kind: e.kind, Role: e.role, RoleAt: e.roleAt, Salience: e.salience}
		for _, s := range e.forms {
			if arabic.Key(s) != arabic.Key(e.name) {
				a.Aliases = append(a.Aliases, s)
			}
		}
		for _, i := range e.mentions {
			a.Mentions = append(a.Mentions, f.mentions[i].Span)
		}
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(a, b news.Actor) int {
		switch {
		case a.Salience > b.Salience:
			return -1
		case a.Salience < b.Salience:
			return 1
		}
		return a.Mentions[0].Start - b.Mentions[0].Start
	})
	return list
}
