package actors

import (
	"slices"
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// entry is an actor in the making.
type entry struct {
	kind     news.ActorKind
	key      string
	words    []string
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
			e = &entry{kind: m.kind, key: plain(m), words: strings.Fields(plain(m))}
			byKey[id] = e
			f.entries = append(f.entries, e)
		}
		e.mentions = append(e.mentions, i)
		m.entry = e
	}
	f.merge()
	for _, e := range f.entries {
		f.name(e)
	}
}

// plain returns the key of m without an area word that only says what it is.
func plain(m *mention) string {
	words := m.words
	if m.kind == news.Location && len(words) > 1 && generic[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// generic are area words that are not part of the name they stand before.
var generic = map[string]bool{
	"\u0645\u062F\u064A\u0646\u0647": true, // city
	"\u0642\u0631\u064A\u0647":       true, // village
	"\u0628\u0644\u062F\u0647":       true, // town
}

// merge adds short forms to the entry of the long form.
func (f *finder) merge() {
	var kept []*entry
	for _, e := range f.entries {
		if into := f.longer(e); into != nil {
			for _, i := range e.mentions {
				f.mentions[i].entry = into
			}
			into.mentions = append(into.mentions, e.mentions...)
			slices.Sort(into.mentions)
			continue
		}
		kept = append(kept, e)
	}
	f.entries = kept
}

// longer returns the entry that e is a short form of, or nil.
func (f *finder) longer(e *entry) *entry {
	var best *entry
	for _, o := range f.entries {
		if o == e || o.kind != e.kind || len(o.words) <= len(e.words) || !shortens(e, o) {
			continue
		}
		if best == nil || o.mentions[0] < e.mentions[0] && o.mentions[0] > best.mentions[0] {
			best = o
		}
	}
	return best
}

// shortens reports whether e may be a short form of o.
func shortens(e, o *entry) bool {
	n := len(e.words)
	switch e.kind {
	case news.Person:
		return slices.Equal(o.words[len(o.words)-n:], e.words) || slices.Equal(o.words[:n], e.words)
	case news.Organization:
		if slices.Equal(o.words[:n], e.words) && n > 1 {
			return true
		}
		bare, _ := arabic.Bare(o.words[0])
		if n == 1 {
			b, definite := arabic.Bare(e.words[0])
			return definite && b == bare && tagger.Words()[bare]&tagger.Body != 0
		}
		return tagger.Words()[bare]&tagger.Body != 0 && slices.Equal(o.words[1:], e.words)
	}
	return false
}

// name chooses the canonical name and the aliases of e.
func (f *finder) name(e *entry) {
	best := ""
	for _, i := range e.mentions {
		m := &f.mentions[i]
		s := f.written(m)
		if !slices.ContainsFunc(e.forms, func(x string) bool { return arabic.Key(x) == arabic.Key(s) }) {
			e.forms = append(e.forms, s)
		}
		if len(m.words) > len(strings.Fields(best)) {
			best = s
		}
	}
	e.name = best
	if e.kind == news.Location {
		if first, rest, ok := strings.Cut(best, " "); ok && generic[arabic.Key(first)] {
			e.name = rest
		}
	}
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
