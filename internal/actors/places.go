package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of the names of places behind a word that says what they are.
//
//	P1  An area word of one place and a name that the tagger found are one mention
//	    («مطار كاليه»); words that only say what it is («مدينة») stay outside.
//	P2  An area word makes a place of the name behind it when the tagger saw none:
//	    up to three words that Arabic at large hardly has, or a short quotation.
//	P3  «جنوب أفريقيا», «سلطنة عمان»: words of one name that the lists know. A single
//	    word that they know needs a particle of place before it («في سوسة»).
//	P4  In an article about matches, a club that the lists know is a club, and so is
//	    a word that opens such names with a place or a rare word («نجم كذا»).
//	P6  A word that opens names of places, with a place or a rare definite word
//	    («بحمام كذا», «في بئر الكذا»).
//	P5  A word that they know as a place and waw joins to a place is one.

// places finds the names of P1, P2 and of sites (sites.go).
func (f *finder) places() {
	f.sides()
	f.districts()
	for i := 0; i+1 < len(f.text.Tokens); i++ {
		if m := f.at[i]; m != 0 {
			i = f.wholeSite(&f.mentions[m-1])
			continue
		}
		if f.view.Class(i)&(tagger.Area|tagger.Landmark|tagger.Sited|tagger.Natural) == 0 || !f.joined(i) || f.ledTo(i) {
			continue
		}
		end := f.placeEnd(i + 1)
		if f.view.Class(i)&tagger.Outer != 0 && end > i+1 && f.text.Tokens[i+1].Kind != arabic.Digits {
			f.putInner(i+1, end)
			i = end - 1
			continue
		}
		if end == i+1 {
			end = f.siteEnd(i + 1)
		}
		if end == i+1 {
			continue
		}
		if f.view.Class(i)&(tagger.Sited|tagger.Landmark) != 0 {
			end = f.sorted(end)
		}
		if f.put(i, end, f.siteKind(i, end)) {
			i = end - 1
		}
	}
}

// putInner makes a place of tokens first to last-1, or of what they quote.
func (f *finder) putInner(first, last int) {
	if f.text.Tokens[first].Kind == arabic.Punct && last-first > 2 {
		first, last = first+1, last-1
	}
	f.put(first, last, news.Location)
}

// ledTo reports whether token i, a valley when folded, is spelled as "and led to".
func (f *finder) ledTo(i int) bool {
	w := f.text.Tokens[i]
	return w.Norm == valley && strings.ContainsRune(w.Of(f.text.Source), '\u0623')
}

const valley = "\u0648\u0627\u062F\u064A"

// wholeSite takes the adjectives behind a site that the tagger found into its
// name and returns its last token.
func (f *finder) wholeSite(m *mention) int {
	first, last := m.first, m.last
	if m.kind == news.Location && last-first > 1 && !f.definite(first) && f.view.Class(first)&(tagger.Sited|tagger.Landmark) != 0 {
		if end := f.sorted(last); end > last && f.put(first, end, f.siteKind(first, end)) {
			return end - 1
		}
	}
	return last - 1
}

// placeEnd returns the token after the name of a place that begins at token i.
func (f *finder) placeEnd(i int) int {
	if m := f.at[i]; m != 0 {
		m := &f.mentions[m-1]
		if m.first == i && m.kind == news.Location && f.view.Class(i-1)&tagger.Outer == 0 && f.view.Stem(i).Prefix == "" && f.view.Class(i-1)&tagger.Side == 0 {
			return m.last
		}
		return i
	}
	if f.view.Class(i-1)&tagger.Sited == 0 || f.definite(i-1) && f.text.Tokens[i].Kind != arabic.Punct {
		return i
	}
	if f.text.Tokens[i].Kind == arabic.Punct {
		if _, last, ok := f.quotation(i); ok {
			return last + 1
		}
		return i
	}
	if s, ok := f.view.KnownStem(i); ok && s.Prefix != "" {
		return i // «الملعب وتلا ذلك»
	}
	if bits, end := f.view.Known(i); bits&(tagger.Country|tagger.City|tagger.Town|tagger.Encyclopedic) != 0 && f.free(i, end) && f.view.Class(end-1)&tagger.Function == 0 &&
		!dayParts[f.view.Stem(i).Norm] && (end > i+1 || f.view.Class(i)&tagger.Generic == 0) {
		return end
	}
	if f.text.Tokens[i].Kind == arabic.Digits && i+1 < len(f.text.Tokens) && f.joined(i) && f.view.Class(i+1)&tagger.Month != 0 {
		return i + 2 // «ملعب 15 أكتوبر»
	}
	end := i
	for end < len(f.text.Tokens) && end < i+3 && f.joined(end-1) && f.at[end] == 0 && !f.definite(i-1) && f.nameable(end) && f.view.Level(end) <= 1 && !inflected(f.text.Tokens[end].Norm) &&
		f.view.Class(end) == 0 && (end == i || f.view.Stem(end).Prefix == "") {
		end++
	}
	return end
}

// nameable reports whether token i is a word that a name can have.
func (f *finder) nameable(i int) bool {
	w := f.text.Tokens[i]
	return w.Kind == arabic.Word && len(w.Norm) > 2 || w.Kind == arabic.Latin
}

// settle corrects what the tagger took for places: words of direction and area
// by themselves are none, and in an article about matches a club is no city.
func (f *finder) settle() {
	f.stations()
	f.extents()
	f.tails()
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.kind != news.Location {
			continue
		}
		bits, end := f.view.Known(m.first)
		if _, state := states()[m.key]; !state && (bits&tagger.Country == 0 || end != m.last) && m.last == m.first+1 && f.definite(m.first) && f.view.Class(m.first)&tagger.Area != 0 {
			m.gone = true
		}
		sides := true
		for k := m.first; k < m.last; k++ {
			sides = sides && f.view.Class(k)&tagger.Side != 0
		}
		if sides {
			m.gone = true
		}
		if f.sports && end == m.last && bits&tagger.Club != 0 && bits&tagger.KnownBody != 0 && !f.located(m.first) {
			m.kind = news.Organization
		}
	}
	f.order()
}

// listed finds the names that the lists know and the tagger did not see (P3, P4).
func (f *finder) listed() {
	for i := 0; i < len(f.text.Tokens); i++ {
		if f.afterCup(i) {
			continue
		}
		if f.sports && f.at[i] == 0 && f.clubOf(i) && f.put(i, i+2, news.Organization) {
			i++
			continue
		}
		if end := f.toponym(i); end > i && f.put(i, end, news.Location) {
			i = end - 1
			continue
		}
		bits, end := f.view.Known(i)
		if f.view.Stem(i).Norm == powers && i+1 < len(f.text.Tokens) && f.view.Class(i+1)&tagger.Firm != 0 {
			continue // «دول مجلس التعاون»
		}
		if end == i || end > i+1 && f.view.Class(end-1)&tagger.Function != 0 {
			continue
		}
		const places = tagger.Country | tagger.City | tagger.Town | tagger.Encyclopedic
		switch {
		case bits&places != 0 && end > i+1 && bits&tagger.KnownPerson == 0 && f.view.Class(i)&f.view.Class(end-1)&tagger.Side == 0 && (f.wider(i, end, news.Location) && f.whole(i, end) || bits&tagger.KnownBody == 0 && f.mistaken(i, end)):
			f.put(i, end, news.Location)
		case bits&places != 0 && end == i+1 && f.at[i] == 0 && f.lonePlace(i, bits):
			f.put(i, end, news.Location)
		case f.sports && bits&tagger.Club != 0 && bits&tagger.Country == 0 && f.club(i, end, bits):
			f.put(i, end, news.Organization)
		case bits&tagger.KnownBody != 0 && end > i+1 && f.wider(i, end, news.Organization):
			f.put(i, end, news.Organization)
		}
		i = end - 1
	}
}

// whole reports whether the known place of tokens first to last-1 takes the
// mentions inside in: a state («جنوب أفريقيا»), or a place behind an area word
// («خليج عمان», not «مدينة عمان» nor «شمال عمان»). Where the tagger has the
// beginning, its bounds hold («مكة المكرمة»).
func (f *finder) whole(first, last int) bool {
	c := f.view.Class(first)
	key := f.key(first, last)
	if s, ok := f.view.KnownStem(first); ok {
		key = strings.Replace(key, f.text.Tokens[first].Norm, s.Norm, 1)
	}
	switch {
	case usualStates()[key]:
		return true
	case c&(tagger.Body|tagger.Area) == tagger.Body, f.view.Class(first+1)&(tagger.Firm|tagger.Area) == tagger.Firm && f.view.Stem(first+1).Prefix == "":
		return false // «اتحاد كذا», «دول مجلس كذا» are none, whatever the lists say
	case f.free(first, last):
		return !f.areas(first, last) // «المنطقة الجنوبية»
	case c&(tagger.Side|tagger.Outer|tagger.Generic) != 0:
		return false
	}
	return f.at[first] == 0 || c&tagger.Area != 0
}

// areas reports whether tokens first to last-1 are nothing but words of area and
// direction.
func (f *finder) areas(first, last int) bool {
	for k := first; k < last; k++ {
		if f.view.Class(k)&(tagger.Area|tagger.Side|tagger.Generic) == 0 {
			return false
		}
	}
	return true
}

// toponym returns the token after the name of a place of two words that begins
// at token i, where places stand (P6), or i.
func (f *finder) toponym(i int) int {
	next := i + 1
	opens := f.view.Class(i)&tagger.Toponym != 0 || soils[f.view.Stem(i).Norm]
	if !opens || f.at[i] != 0 || f.definite(i) || next >= len(f.text.Tokens) || !f.joined(i) || f.view.Stem(next).Prefix != "" || !f.located(i) {
		return i
	}
	if m := f.at[next]; m != 0 {
		m := &f.mentions[m-1]
		if m.first == next && (m.last == next+1 && m.kind == news.Location || m.kind == news.Person && wells[f.view.Stem(i).Norm]) {
			return m.last // «بحمام كذا», «في سيدي فلان»
		}
		return i
	}
	bits, end := f.view.Known(next)
	if f.view.Class(next) == 0 && (end == next+1 && bits&(tagger.City|tagger.Town) != 0 || f.definite(next) && f.view.Level(i) <= 5) && f.view.Level(next) <= 3 && f.nameable(next) {
		return next + 1
	}
	return i
}

// wells are words that open the names of places called after people: sidi, well.
var wells = map[string]bool{"\u0633\u064A\u062F\u064A": true, "\u0628\u0626\u0631": true, "\u062D\u0627\u0633\u064A": true}

// lonePlace reports whether the single word at token i, which the lists know as a
// place, is meant as one (P3, P5).
func (f *finder) lonePlace(i int, bits uint16) bool {
	l := f.view.Level(i)
	switch {
	case f.view.Class(i) != 0:
		return false
	case l <= 4 && f.located(i), l <= 3 && i > 0 && f.joined(i-1) && f.view.Class(i-1)&tagger.Weak != 0 && !f.definite(i-1) && f.view.Stem(i).Prefix == "":
		return true
	case l > 5 || bits&(tagger.Country|tagger.City) == 0 && l > 4:
		return false
	case f.beside(i):
		return true
	}
	if bits&tagger.City != 0 && f.definite(i) && f.view.NameUse(i) == 0 && strings.HasSuffix(f.view.Stem(i).Prefix, "\u0644") {
		return true // «الانتقال للقصيم»
	}
	next := i + 1
	return f.located(i) && f.view.NameUse(i) == 0 && (next >= len(f.text.Tokens) || !f.joined(i) || f.text.Tokens[next].Kind == arabic.Punct || f.view.Stem(next).Prefix != "")
}

// beside reports whether waw or a comma joins token i to the name of a place
// before it, or waw joins one behind it.
func (f *finder) beside(i int) bool {
	place := func(k int) bool { return f.at[k] != 0 && f.mentions[f.at[k]-1].kind == news.Location }
	if i+1 < len(f.text.Tokens) && f.joined(i) && f.view.Stem(i+1).Prefix == "\u0648" && place(i+1) {
		return true
	}
	return i > 0 && f.joined(i-1) && f.view.Stem(i).Prefix == "\u0648" && place(i-1)
}

// mistaken reports whether the mentions among tokens first to last-1, the name
// of a known place, are lone words or all of it, and no given names.
func (f *finder) mistaken(first, last int) bool {
	for k := first; k < last; k++ {
		if m := f.at[k]; m != 0 {
			m := &f.mentions[m-1]
			if m.first < first || m.last > last || m.last-m.first > 1 && m.last-m.first < last-first || f.given(k) {
				return false
			}
		}
	}
	return true
}

// free reports whether tokens first to last-1 are in no mention.
func (f *finder) free(first, last int) bool {
	for k := first; k < last; k++ {
		if f.at[k] != 0 {
			return false
		}
	}
	return true
}

// wider reports whether the mentions among tokens first to last-1 are of kind
// and inside of them.
func (f *finder) wider(first, last int, kind news.ActorKind) bool {
	for k := first; k < last; k++ {
		if m := f.at[k]; m != 0 && (f.mentions[m-1].kind != kind || f.mentions[m-1].first < first || f.mentions[m-1].last > last) {
			return false
		}
	}
	return true
}

// located reports whether a particle of place stands before token i, or is part of it.
func (f *finder) located(i int) bool {
	if f.view.Stem(i).Prefix == "\u0628" || f.view.Stem(i).Prefix == "\u0648\u0628" {
		return true
	}
	if f.inPlace(i) && f.view.Level(i) <= 1 && (i == 0 || !f.given(i-1)) {
		return true
	}
	if i == 0 || !f.joined(i-1) {
		return false
	}
	before := strings.TrimPrefix(f.text.Tokens[i-1].Norm, "\u0648") // «وفي» reads as a name
	return before == "\u0641\u064A" || before == "\u0627\u0644\u064A" || f.view.Class(i-1)&tagger.Area != 0
}
