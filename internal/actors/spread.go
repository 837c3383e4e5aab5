package actors

import (
	"slices"
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of what a whole article says about a name.
//
//	N1  The same words are of the same kind: the one that most mentions have.
//	N2  A name that was found once is found wherever it stands, and so are the
//	    last names of people.
//	N3  A short quotation is a name when it is behind a word that announces one
//	    («تحمل اسم», «صحيفة»), or the article quotes it again.

// agree gives mentions of the same words one kind (N1).
func (f *finder) agree() {
	votes := map[string]map[news.ActorKind]int{}
	for i := range f.mentions {
		m := &f.mentions[i]
		if votes[m.key] == nil {
			votes[m.key] = map[news.ActorKind]int{}
		}
		votes[m.key][m.kind] += 2
		if f.view.Stem(m.first).Prefix == "" {
			votes[m.key][m.kind]++
		}
	}
	for i := range f.mentions { // what a company is called is a company
		m := &f.mentions[i]
		if m.kind == news.Organization && len(m.words) > 1 && f.view.Class(m.first)&tagger.Naming != 0 && !f.definite(m.first) {
			inner := strings.Join(m.words[1:], " ")
			if votes[inner] != nil {
				votes[inner][news.Organization] += 100
			}
		}
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		for _, k := range []news.ActorKind{news.Organization, news.Person, news.Location} {
			if votes[m.key][k] > votes[m.key][m.kind] {
				m.kind = k
			}
		}
	}
}

// spread finds the known names where they were not seen (N2).
func (f *finder) spread() {
	known := map[string][]*mention{} // by first word
	have := map[string]bool{}
	for i := range f.mentions {
		m := f.mentions[i]
		if !have[m.key] && (len(m.words) > 1 || f.telling(m.first, m.kind)) {
			have[m.key] = true
			known[m.words[0]] = append(known[m.words[0]], &m)
		}
		if n := len(m.words); m.kind == news.Person && n > 1 && f.telling(m.last-1, m.kind) && !have[m.words[n-1]] && f.text.Tokens[m.last-1].Norm == m.words[n-1] {
			have[m.words[n-1]] = true
			known[m.words[n-1]] = append(known[m.words[n-1]], &mention{kind: m.kind, words: m.words[n-1:], key: m.words[n-1]})
		}
	}
	for _, list := range known {
		slices.SortStableFunc(list, func(a, b *mention) int { return len(b.words) - len(a.words) })
	}
	for i := range f.text.Tokens {
		if f.at[i] != 0 || f.text.Tokens[i].Kind == arabic.Punct {
			continue
		}
		list, n := f.text.Stems(i)
		for _, s := range list[:n] {
			if m := f.matching(known[s.Norm], i); m != nil && f.put(i, i+f.width(m, i), m.kind) {
				last := &f.mentions[len(f.mentions)-1]
				last.Start, last.words, last.key = s.Start, m.words, m.key
				break
			}
		}
	}
}

// telling reports whether the single word at token i is enough to know a name by.
func (f *finder) telling(i int, kind news.ActorKind) bool {
	if f.view.Class(i)&(tagger.Function|tagger.Says|tagger.Acts|tagger.Body|tagger.Office) != 0 {
		return false
	}
	if kind == news.Person {
		return f.view.Level(i) <= 4 || f.view.Class(i)&tagger.First != 0 && f.view.Level(i) <= 6
	}
	return f.view.Level(i) <= 6
}

// matching returns the first of names that stands at token i.
func (f *finder) matching(names []*mention, i int) *mention {
	for _, m := range names {
		if f.width(m, i) > 0 {
			return m
		}
	}
	return nil
}

// width returns how many tokens the words of m take at token i, whose first
// word is known to agree, or 0 when the others do not.
func (f *finder) width(m *mention, i int) int {
	k := i + 1
	for _, w := range m.words[1:] {
		for k < len(f.text.Tokens) && f.text.Tokens[k].Kind == arabic.Punct && f.text.Tokens[k].Norm == "-" {
			k++
		}
		if k >= len(f.text.Tokens) || f.text.Tokens[k].Norm != w || f.at[k] != 0 || !f.joined(k-1) {
			return 0
		}
		k++
	}
	return k - i
}

// quotations makes names of short quotations (N3).
func (f *finder) quotations() {
	times := map[string]int{}
	type quoted struct {
		first, last int
		key         string
	}
	var list []quoted
	for i := 0; i < len(f.text.Tokens); i++ {
		if f.text.Tokens[i].Kind != arabic.Punct {
			continue
		}
		if first, last, ok := f.quotation(i); ok {
			q := quoted{first, last, f.key(first, last)}
			list = append(list, q)
			times[q.key]++
			i = last
		}
	}
	surnames := map[string]bool{}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.kind == news.Person {
			surnames[m.words[len(m.words)-1]] = true
		}
	}
	for _, q := range list {
		if m := f.at[q.first]; m != 0 && (f.paper(q.first, q.last) || f.firm(q.first, q.last)) {
			f.mentions[m-1].kind = news.Organization
		}
		if f.at[q.first] != 0 || q.last-q.first > 3 {
			continue
		}
		kind, announced := f.announced(q.first - 1)
		if bits, end := f.view.Known(q.first); bits&(tagger.KnownBody|tagger.Club) != 0 && end == q.last && !announced {
			kind, announced = news.Organization, f.thingBefore(q.first-1) == 0
		} else if bits&(tagger.Country|tagger.City) != 0 && end == q.last {
			kind = news.Location
		}
		if !announced && (times[q.key] < 2 || q.last == q.first+1 && f.definite(q.first) && plural(f.text.Tokens[q.first].Norm) || !f.uncommon(q.first, q.last) || f.thingBefore(q.first-1) > 0) || f.view.Class(q.first)&(tagger.Function|tagger.Says) != 0 {
			continue
		}
		if surnames[q.key] {
			kind = news.Person
		}
		f.put(q.first, q.last, kind)
	}
}

// paper reports whether tokens first to last-1, a place in quotation marks, are
// the paper of that name to which somebody spoke: «قال لـ"الرياض"».
func (f *finder) paper(first, last int) bool {
	m := &f.mentions[f.at[first]-1]
	if m.kind != news.Location || m.first != first || m.last != last || first < 2 || !f.joined(first-2) {
		return false
	}
	return f.text.Tokens[first-2].Norm == "\u0644"
}

// firm reports whether tokens first to last-1, a person in quotation marks, are
// what a firm is called: «شركة الطيران الخاصة "كذا"».
func (f *finder) firm(first, last int) bool {
	m := &f.mentions[f.at[first]-1]
	if m.kind != news.Person || m.first != first || m.last != last {
		return false
	}
	for k := first - 2; k >= 0 && k >= first-6 && f.joined(k) && f.at[k] == 0; k-- {
		if c := f.view.Class(k); c&(tagger.Firm|tagger.Naming) == tagger.Firm|tagger.Naming {
			return true
		} else if k < first-2 && !f.definite(k) || c&(tagger.Office|tagger.Says) != 0 {
			return false
		}
	}
	return false
}

// uncommon reports whether one of tokens first to last-1 is no usual word.
func (f *finder) uncommon(first, last int) bool {
	for k := first; k < last; k++ {
		if f.view.Level(k) <= 3 {
			return true
		}
	}
	return false
}

func (f *finder) key(first, last int) string {
	var words []string
	for k := first; k < last; k++ {
		words = append(words, f.text.Tokens[k].Norm)
	}
	return strings.Join(words, " ")
}

// announced looks before the quotation mark at token i for a word that says what
// the quotation names. Works and events are no actors.
func (f *finder) announced(i int) (news.ActorKind, bool) {
	for k := i - 1; k >= 0 && k >= i-6 && f.joined(k); k-- {
		c, w := f.view.Class(k), f.text.Tokens[k]
		switch {
		case w.Kind == arabic.Punct:
			return news.Organization, false
		case c&(tagger.Thing|tagger.Work) != 0:
			return news.Organization, false
		case c&tagger.Area != 0 && k == i-1:
			return news.Location, true
		case c&(tagger.Firm|tagger.Body) != 0 && (k == i-1 || k < i-2 && naming[f.text.Tokens[i-1].Norm]):
			return news.Organization, true
		}
		if k == i-1 && (w.Norm == "\u0644" || c&tagger.Says != 0) { // a statement to «a newspaper»
			return news.Organization, w.Norm == "\u0644" || f.text.Touch(i-1)
		}
	}
	return news.Organization, false
}

// thingBefore returns how many words before token i are words for works and events.
func (f *finder) thingBefore(i int) (n int) {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if f.view.Class(k)&tagger.Thing != 0 {
			n++
		}
	}
	return n
}

// naming are words that announce a name: name, called.
var naming = map[string]bool{
	"\u0627\u0633\u0645": true, "\u0628\u0627\u0633\u0645": true, "\u062A\u0633\u0645\u064A": true, "\u062A\u062F\u0639\u064A": true,
}
