package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of bodies in a text that is no article: fewer than three sentences and
// no title. An article is about the bodies that it names; a headline, a caption
// or a lone sentence names many only to place something («مقر وزارة المالية»).
// There a body of common words is an actor when the text shows it:
//
//	T1  It speaks or acts: it is the subject of a verb of the tables.
//	T2  Its name says which one it is: a complement with lam or a noun that waw
//	    joins is part of it, or the lists know it, or the tagger does. A name
//	    inside is not enough: that is named then («بورصة لندن», «حكومة كوبا»).
//	T3  The text names it again.
//
// The other rules of the grammar read what an article says elsewhere (its
// dateline, its lists, what it is about), and are left to articles.

// telling reports whether T1 or T2 holds for the body up to token end.
func (b *body) telling(end int) bool {
	if b.active(b.head, end) || b.lam || b.waws > 0 || b.at[b.head] != 0 {
		return true
	}
	bits, known := b.view.Known(b.head)
	return bits&tagger.KnownBody != 0 && known == end
}

// active reports whether a verb of saying or doing stands right before or
// behind tokens first to last-1, which no particle governs.
func (f *finder) active(first, last int) bool {
	const deeds = tagger.Says | tagger.Acts
	if p := f.view.Stem(first).Prefix; p != "" && p != "\u0648" {
		return false
	}
	if first > 0 && f.joined(first-1) && f.view.Class(first-1)&deeds != 0 && !f.definite(first-1) {
		return true
	}
	return last < len(f.text.Tokens) && f.joined(last-1) && f.view.Class(last)&deeds != 0 && !f.definite(last) && f.view.Stem(last).Prefix == ""
}

// namedAgain puts the bodies that T1 and T2 left out but T3 has (in the second
// naming it may be one of those that they let in).
func (f *finder) namedAgain() {
	times := map[string]int{}
	for _, x := range f.silent {
		times[f.bareKey(x[0], x[1])]++
	}
	for i := range f.mentions {
		if m := &f.mentions[i]; m.kind == news.Organization && !m.gone && len(times) > 0 {
			times[f.bareKey(m.first, m.last)]++
		}
	}
	for _, x := range f.silent {
		if times[f.bareKey(x[0], x[1])] > 1 {
			f.put(x[0], x[1], news.Organization)
		}
	}
}

// station is a body that a place names («محطة جبلة»); markets and groups want more.
const station = "\u0645\u062D\u0637\u0647"

// servants are bodies that serve the person behind them and are not named after
// one: office, administration, government, team.
var servants = map[string]bool{
	"\u0645\u0643\u062A\u0628": true, "\u0627\u062F\u0627\u0631\u0647": true, "\u062D\u0643\u0648\u0645\u0647": true, "\u0641\u0631\u064A\u0642": true,
}

// headless reports whether the body word at token i is no part of the mention of
// the name behind it (B7). A place behind a newspaper or a club is its name.
func (f *finder) headless(i int) bool {
	if i+1 >= len(f.text.Tokens) || !f.joined(i) {
		return false
	}
	if _, _, ok := f.quotation(i + 1); ok { // an article may speak of it again as «الشركة المالكة»
		return !f.article && f.view.Class(i)&(tagger.Area|tagger.Memorial) == 0
	}
	m := f.at[i+1]
	if m == 0 || f.view.Class(i)&(tagger.Outer|tagger.Naming) == 0 || f.mentions[m-1].first != i+1 || f.view.Stem(i+1).Prefix != "" {
		return false
	}
	n := &f.mentions[m-1]
	if n.kind == news.Organization && f.view.Class(i+1)&tagger.Body != 0 && n.last > i+2 {
		return true // «جماعة حزب كذا»
	}
	if f.view.Class(i)&tagger.Outer == 0 {
		return false
	}
	if n.kind == news.Location && f.view.Class(i)&(tagger.Area|tagger.Body) == tagger.Body && !f.carriesOn(n.last) {
		n.kind = news.Organization
	}
	return n.kind == news.Organization
}

// carriesOn reports whether an adjective or a complement with lam stands at token i.
func (f *finder) carriesOn(i int) bool {
	return i < len(f.text.Tokens) && f.joined(i-1) && (f.definite(i) || f.view.Stem(i).Prefix == "\u0644")
}

// bareKey returns tokens first to last-1 without clitics and articles.
func (f *finder) bareKey(first, last int) string {
	words := make([]string, 0, last-first)
	for k := first; k < last; k++ {
		bare, _ := arabic.Bare(f.view.Stem(k).Norm)
		words = append(words, bare)
	}
	return strings.Join(words, " ")
}

// tails cuts words off the ends of names that the tagger took too far: a side
// behind a country («ليبيا الشمالية», but not «كوريا الشمالية», which the lists
// know), and a common noun behind an adjective of relation («وكالة الاستثمار
// الخارجي النتائج»).
func (f *finder) tails() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if k := f.ends(m); !m.gone && k < m.last {
			for j := k; j < m.last; j++ {
				f.at[j] = 0
			}
			*m = f.mention(tagger.Name{First: m.first, Last: k}, m.kind, nil)
		}
		k := m.last - 1
		if m.gone || k == m.first || !f.definite(k) || f.view.Stem(k).Prefix != "" {
			continue
		}
		bits, end := f.view.Known(m.first)
		if end == m.last {
			continue
		}
		side := m.kind == news.Location && f.view.Class(k)&tagger.Way != 0 && bits&tagger.Country != 0 && end == k
		bare, _ := arabic.Bare(f.view.Stem(k).Norm)
		before, _ := arabic.Bare(f.view.Stem(k - 1).Norm)
		noun := m.kind == news.Organization && k-m.first > 2 && f.view.Class(k) == 0 && f.view.Level(k) >= 4 && f.definite(k-1) && strings.HasSuffix(before, "\u064A") &&
			!strings.HasSuffix(bare, "\u064A") && !strings.HasSuffix(bare, "\u0647") && !ranks[bare]
		if side || noun {
			f.at[k] = 0
			*m = f.mention(tagger.Name{First: m.first, Last: k}, m.kind, nil)
		}
	}
}

// ends returns the token at which m, a body that the tagger found, ends by what
// no name has inside: a verb, a word with a pronoun, people behind a lone club
// («الاتحاد معسكره المقام», «الاتحاد القاري رحب», «الاتحاد المحترفين»).
func (f *finder) ends(m *mention) int {
	if m.kind != news.Organization {
		return m.last
	}
	bits, known := f.view.Known(m.first)
	for k := m.first + 1; k < m.last; k++ {
		w := f.text.Tokens[k]
		if bits != 0 && k < known || w.Kind != arabic.Word || f.quotes(tagger.Name{First: m.first, Last: m.last}) {
			continue
		}
		bare, definite := arabic.Bare(f.view.Stem(k).Norm)
		verb := !definite && f.view.Class(k)&(tagger.Says|tagger.Acts) != 0 && f.view.Class(k)&(tagger.Body|tagger.Office|tagger.First) == 0 && f.definite(k-1)
		pronoun := !definite && f.view.Level(k) >= 2 && (inflected(w.Norm) || strings.HasSuffix(w.Of(f.text.Source), "\u0647")) && f.definite(k-1)
		people := definite && plural(bare) && k == m.first+1 && f.view.Class(m.first)&tagger.Plural == 0 && !plural(f.text.Tokens[m.first].Norm) && f.definite(m.first)
		if verb || pronoun || people {
			return k
		}
	}
	return m.last
}
