package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Which words make a role, and which of two roles says more (role.go).

const managing = "\u0627\u0644\u0645\u062F\u064A\u0631\u0647" // «الهيئة المديرة»

// lesser reports whether the role of tokens first to last-1 says less than
// another would: one told by another's, a bare office, an honorific.
func (f *finder) lesser(first, last int) bool {
	return f.relative(first) || last == first+1 || f.text.Tokens[first].Norm == owner && f.view.Class(first+1)&tagger.Title != 0 && last <= first+4
}

const owner = "\u0635\u0627\u062D\u0628"

// relative reports whether the office at token i is told by another's: «نظيره»,
// «مديرها». One that stands for itself is better.
func (f *finder) relative(i int) bool {
	s := f.text.Tokens[i].Of(f.text.Source)
	return f.view.Class(i)&tagger.Office != 0 && !f.definite(i) && (strings.HasSuffix(s, "\u0647") || strings.HasSuffix(s, "\u0647\u0627"))
}

// unpaired reports whether the last of tokens first to last-1 is a quotation
// mark that opens what is not there.
func (f *finder) unpaired(first, last int) bool {
	return f.text.Tokens[last-1].Kind == arabic.Punct && f.unclosed(tagger.Name{First: first, Last: last})
}

// fullRole is roleBefore, but a bare office or rank right before the name gives way
// to what stands before it («المندوب الدائم لدى كذا السفير فلان»), unless a verb
// makes two people of them («استقبل وزير كذا السفير فلان»). Two offices of one
// person are one role («مدير كذا المتحدث الرسمي فلان»).
func (f *finder) fullRole(at int) (first, last int, ok bool) {
	first, last, ok = f.roleBefore(at)
	if !ok {
		return first, last, ok
	}
	bare := f.text.Tokens[first].Norm == owner && f.lesser(first, last) || last == first+1 && f.definite(first)
	a, b, wider := f.roleBefore(first)
	if !wider || b != first || b <= a+1 || a == 0 || !f.phrase(a, b) || meets[f.text.Tokens[a-1].Norm] || homographs[f.text.Tokens[a].Norm] {
		return first, last, ok
	}
	prefix := f.view.Stem(first).Prefix
	switch {
	case bare && prefix == "":
		return a, b, true
	case prefix == "" && f.told(a) || prefix == "\u0648" && f.view.Class(a-1)&tagger.Says != 0 && !f.definite(a-1):
		return a, last, true
	}
	return first, last, ok
}

// dual is the ending of the dual.
const dual = "\u0627\u0646"

// dual returns the office in the masculine that token i is the dual of, folded, or "".
func (f *finder) dual(i int) string {
	rest, ok := strings.CutSuffix(f.view.Stem(i).Norm, dual)
	bare, _ := arabic.Bare(rest)
	if ok && strings.HasSuffix(f.text.Tokens[i].Of(f.text.Source), dual) && (tagger.Words().Of(rest)|tagger.Words().Of(bare))&tagger.Office != 0 {
		return rest
	}
	return ""
}

// pairs gives the two people behind an office in the dual that office («النائبان
// فلان وفلان»).
func (f *finder) pairs() {
	for i := range f.text.Tokens {
		if i+1 >= len(f.text.Tokens) || f.at[i] != 0 || !f.definite(i) || f.view.Class(i)&tagger.Office != 0 || f.dual(i) == "" || !f.personAt(i+1) {
			continue
		}
		m := f.mentions[f.at[i+1]-1]
		for k := 0; k < 2 && m.entry != nil && m.entry.role == ""; k++ {
			f.setRole(m.entry, i, i+1)
			if m.last >= len(f.text.Tokens) || f.at[m.last] == 0 || f.view.Stem(m.last).Prefix != "\u0648" || f.mentions[f.at[m.last]-1].kind != news.Person {
				break
			}
			m = f.mentions[f.at[m.last]-1]
		}
	}
}

// told reports whether what stands before token a leaves the offices from there on
// to one person: a verb of saying, a particle or a mark, not a verb with an object.
func (f *finder) told(a int) bool {
	c := f.view.Class(a - 1)
	return !f.joined(a-1) || f.text.Tokens[a-1].Kind == arabic.Punct || c&tagger.Function != 0 || c&tagger.Says != 0 && !f.definite(a-1)
}

// phrase reports whether tokens a to b-1 are one noun phrase: no noun stands
// behind a settled one but its adjectives and what a particle joins.
func (f *finder) phrase(a, b int) bool {
	if f.text.Tokens[a].Norm == before {
		return false
	}
	for k := a + 2; k < b; k++ {
		if f.at[k] == 0 && f.view.Stem(k).Prefix == "\u0628" && !f.definite(k) {
			return false // «الوزير بإعلان رئيس كذا»
		}
		if f.at[k] == 0 && f.view.Stem(k).Prefix == "" && f.settledAt(k-1) && f.view.Class(k)&tagger.Function == 0 && (!f.definite(k) || !f.adjectival(k)) {
			return false
		}
	}
	return true
}

const before = "\u0627\u0645\u0627\u0645"

// meets are verbs of two people: received, met, summoned, visited.
var meets = map[string]bool{
	"\u0627\u0633\u062A\u0642\u0628\u0644": true, "\u0627\u0644\u062A\u0642\u064A": true, "\u0627\u0633\u062A\u062F\u0639\u064A": true,
	"\u0627\u0633\u062A\u0642\u0628\u0644\u062A": true, "\u0627\u0644\u062A\u0642\u062A": true, "\u0642\u0627\u0628\u0644": true, "\u0647\u0646\u0627": true, "\u0648\u062F\u0639": true,
	"\u0632\u0627\u0631": true, "\u0648\u0627\u0633\u062A\u0642\u0628\u0644": true, "\u0648\u0627\u0644\u062A\u0642\u064A": true,
}

// thing reports whether token k is a work or an event, with a pronoun or not:
// what follows it is its adjective («فيلمها الروائي»).
func (f *finder) thing(k int) bool {
	if k < 0 {
		return false
	}
	norm := f.view.Stem(k).Norm
	return tagger.Words().Of(strings.TrimSuffix(strings.TrimSuffix(norm, "\u0627"), "\u0647"))&tagger.Thing != 0 && norm != "\u064A\u0648\u0645"
}

// holds reports whether the word of an office at token k tells one, and is not
// the adjective of what stands before it, a word inside a name, or, before a
// found office, a verb.
func (f *finder) holds(k int, found bool) bool {
	norm := f.text.Tokens[k].Norm
	switch {
	case f.thing(k - 1), found && homographs[norm], norm == managing && k > 0 && f.view.Class(k-1)&tagger.Body != 0:
		return false
	case k > 0 && norm == loyal && strings.HasPrefix(f.text.Tokens[k-1].Norm, reign):
		return false
	}
	return f.at[k] == 0
}

// homographs are offices that read as verbs before another office: demanded, saw.
var homographs = map[string]bool{"\u0637\u0627\u0644\u0628": true, "\u0634\u0627\u0647\u062F": true, "\u0648\u0637\u0627\u0644\u0628": true, "\u0648\u0634\u0627\u0647\u062F": true}

const (
	loyal = "\u0627\u0644\u0627\u0645\u064A\u0646" // «ولي عهده الأمين»
	reign = "\u0639\u0647\u062F"
)

// relatives are words that begin a clause, and "today": who, which, those who.
var relatives = map[string]bool{
	"\u0627\u0644\u0630\u064A": true, "\u0627\u0644\u062A\u064A": true, "\u0627\u0644\u0630\u064A\u0646": true, "\u0648\u0627\u0644\u0630\u064A": true,
	"\u0648\u0627\u0644\u062A\u064A": true, "\u0627\u0644\u064A\u0648\u0645": true, "\u0644\u0644\u064A\u0648\u0645": true,
}

// personAt reports whether a person's name without clitics begins at token i.
func (f *finder) personAt(i int) bool {
	if i >= len(f.at) || f.at[i] == 0 || !f.joined(i-1) {
		return false
	}
	m := &f.mentions[f.at[i]-1]
	return m.kind == news.Person && m.first == i && m.Start == f.text.Tokens[i].Start
}

// adjectival reports whether the definite word at token k may be an adjective.
func (f *finder) adjectival(k int) bool {
	bare, _ := arabic.Bare(f.text.Tokens[k].Norm)
	office, _ := f.office(k)
	return office || qualifies(bare) || f.view.Class(k)&(tagger.Vague|tagger.Nation|tagger.Function|tagger.Way) != 0
}

// settledAt reports whether token k ends a noun phrase: it is definite or in a name.
func (f *finder) settledAt(k int) bool { return f.definite(k) || f.at[k] != 0 }
