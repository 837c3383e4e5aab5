package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules that correct where a name of the tagger begins and ends, and drop words
// that are no names.
//
//	T1  No name begins or ends with punctuation, a particle or a lone waw.
//	T2  No person's name begins with an adjective of the office before it
//	    («النائبة المنسحبة فلانة») nor ends with one of what it names («مطار
//	    الملك فلان الدولي»): a definite word that is no name and common.
//	    Nor does one begin with a city before a given name («ولاية سوسة فلان»), end
//	    with a city, or begin with what names the body of an office («الباحث في
//	    جامعة خليفة فلان الفلاني»).
//	T3  A lone first part and a name with a given name right behind it are one.
//	    The word for a native of a place («أصيلة») is no name either.
//	T4  A word with tanwin is no name; a country that is also an adjective
//	    («مالي») is none behind an indefinite noun; a time of day is no place.

// extents applies T2 to T4.
func (f *finder) extents() {
	for i, n := 0, len(f.mentions); i < n; i++ {
		m := &f.mentions[i]
		switch {
		case m.kind == news.Person && f.located(m.first) && soils[f.view.Stem(m.first).Norm]:
			m.kind = news.Location // «في سيدي بوزيد»
		case m.kind == news.Person && m.last == m.first+1 && f.city(m.first) && (f.beside(m.first) || f.located(m.first)):
			m.kind = news.Location // «بين جرجيس ومدنين»
		case m.kind == news.Organization && f.work(m):
			m.gone = true
		case m.kind != news.Person && m.last-m.first > 2 && f.view.Stem(m.first).Norm == powers && f.view.Class(m.first+1)&tagger.Firm != 0:
			*m = f.mention(tagger.Name{First: m.first + 1, Last: m.last}, news.Organization, nil) // «دول مجلس التعاون»
		case m.kind == news.Location && m.last-m.first == 2 && f.text.Tokens[m.first].Norm == letterM && f.city(m.first+1):
			*m = f.mention(tagger.Name{First: m.first + 1, Last: m.last}, m.kind, nil) // «الجزائر أم تونس»
		case f.unnamed(m), m.kind != news.Location && f.view.Class(m.first)&tagger.Places != 0 && !f.definite(m.first):
			m.gone = true // «معتمديتي كذا وكذا»: districts parts them
		case m.kind == news.Organization && m.last-m.first > 1 && !f.definite(m.first) && f.view.Class(m.first)&(tagger.Area|tagger.Generic|tagger.Firm) == tagger.Area|tagger.Generic && f.knownPlace(m.first+1) && !f.active(m.first, m.last):
			m.kind = news.Location // «ولاية المهدية»
		case m.kind == news.Organization && m.last-m.first > 1 && !f.definite(m.first) && f.view.Class(m.first)&(tagger.Landmark|tagger.Natural) != 0 && f.view.Class(m.first)&(tagger.Body|tagger.ClubHead) == 0:
			m.kind = news.Location
		case m.kind == news.Person && m.first > 0 && f.joined(m.first-1) && f.view.Stem(m.first-1).Norm == site:
			m.kind = news.Organization // «موقع رادار اونلاين»
		case m.kind == news.Person:
			f.cutPerson(i)
		case m.kind == news.Organization:
			if k := f.officer(m); k > 0 {
				last := m.last
				*m = f.mention(tagger.Name{First: m.first, Last: k}, m.kind, nil)
				f.mentions = append(f.mentions, f.mention(tagger.Name{First: k, Last: last}, news.Person, nil))
			}
		}
	}
	f.order()
	f.joinNames(f.continues)
}

// joinNames joins people who are one (T3).
func (f *finder) joinNames(one func(a, b *mention) bool) {
	for i := 1; i < len(f.mentions); i++ {
		if a, b := &f.mentions[i-1], &f.mentions[i]; one(a, b) {
			first := a.first
			a.gone = true
			*b = f.mention(tagger.Name{First: first, Last: b.last}, news.Person, nil)
		}
	}
	f.order()
}

// unnamed reports whether m is no name by T4.
func (f *finder) unnamed(m *mention) bool {
	if m.kind == news.Person && m.last == m.first+2 && f.text.Tokens[m.first+1].Norm == god && f.view.Stem(m.first).Prefix == "\u0628" {
		return true // «بحمد الله»
	}
	if m.kind == news.Location && dayParts[f.view.Stem(m.first).Norm] || f.tanwin(m.first) || f.tanwin(m.last-1) || m.kind == news.Person && f.opensSpeech(m) {
		return true
	}
	if m.kind == news.Person && (f.nations(m) || f.view.Class(m.first)&tagger.Month != 0 && m.last == m.first+2 && f.definite(m.first+1) && f.view.Class(m.first+1)&(tagger.Vague|tagger.Function) != 0) {
		return true // «وافدان باكستانيان», «ربيع الأول»
	}
	if m.kind != news.Person && f.afterCup(m.first) {
		return true
	}
	if m.last != m.first+1 {
		return false
	}
	if m.kind == news.Organization && peoples[m.words[0]] {
		return true
	}
	if _, end := f.view.Known(m.first); m.kind == news.Organization && end != m.last && !f.definite(m.first) && f.view.Class(m.first)&tagger.Firm != 0 {
		return true // «إدارة نادي كذا»
	}
	if m.kind == news.Person && (f.describes(m.first) || guests[m.words[0]] || f.view.Class(m.first)&(tagger.Natural|tagger.Landmark) != 0 && f.view.Class(m.first)&tagger.First == 0) {
		return true
	}
	if m.kind == news.Location && !f.definite(m.first) && (f.view.Class(m.first)&(tagger.Landmark|tagger.Natural) != 0 || f.owned(m.first)) {
		return true
	}
	before := m.first - 1
	return m.kind == news.Location && f.view.Class(m.first)&tagger.Nation != 0 && !f.definite(m.first) && f.view.Stem(m.first).Prefix == "" && before >= 0 && f.joined(before) &&
		f.text.Tokens[before].Kind == arabic.Word && f.at[before] == 0 && f.view.Class(before) == 0 && !f.definite(before) && f.view.Level(before) > 0
}

// opensSpeech reports whether what somebody says begins with m, words of which
// none is a usual given name.
func (f *finder) opensSpeech(m *mention) bool {
	k := m.first - 1
	if k < 1 || !f.joined(k) || f.text.Tokens[k].Kind != arabic.Punct || !f.text.Touch(k) || f.text.Touch(k-1) || f.given(m.first) {
		return false
	}
	switch f.text.Tokens[k].Norm {
	case "\"", "\u00AB", "\u201C":
		_, _, short := f.quotation(k)
		return !short && f.view.NameUse(m.first)&15 == 0
	}
	return false
}

// knownPlace reports whether the lists know a place that begins at token i.
func (f *finder) knownPlace(i int) bool {
	bits, _ := f.view.Known(i)
	_, town := townNames().Find(f.view.Stem(i).Norm)
	return town || bits&(tagger.Country|tagger.City|tagger.Town|tagger.Encyclopedic) != 0
}

// nations reports whether m is the dual or the plural of an adjective of a nation.
func (f *finder) nations(m *mention) bool {
	norm := m.words[len(m.words)-1]
	for _, x := range [...]string{"\u0627\u0646", "\u064A\u0646", "\u0648\u0646"} {
		if rest, ok := strings.CutSuffix(norm, x); ok {
			bare, _ := arabic.Bare(rest)
			return (tagger.Words().Of(bare)|tagger.Words().Of(bare+"\u064A"))&tagger.Nation != 0
		}
	}
	return false
}

// describes reports whether token i is an adjective between an indefinite noun
// and what it is good for («غذاء صالح للاستهلاك»).
func (f *finder) describes(i int) bool {
	return i > 0 && i+1 < len(f.text.Tokens) && f.joined(i-1) && f.joined(i) && f.at[i-1] == 0 && f.text.Tokens[i-1].Kind == arabic.Word && f.view.Class(i-1) == 0 && !f.definite(i-1) &&
		f.view.Level(i-1) >= 2 && f.view.Stem(i).Prefix == "" && (f.view.Stem(i+1).Prefix == "\u0644" && f.definite(i+1) || f.text.Tokens[i+1].Norm == from && f.view.Class(i)&tagger.First != 0 && f.view.Level(i) >= 5)
}

// peoples are words for peoples: the Kurds, the Turks, the Germans, the Russians,
// the Arabs, the Jews, the English, the Afghans, the Americans.
var peoples = map[string]bool{
	"\u0627\u0644\u0627\u0643\u0631\u0627\u062F": true, "\u0627\u0644\u0627\u062A\u0631\u0627\u0643": true, "\u0627\u0644\u0627\u0644\u0645\u0627\u0646": true,
	"\u0627\u0644\u0631\u0648\u0633": true, "\u0627\u0644\u0639\u0631\u0628": true, "\u0627\u0644\u064A\u0647\u0648\u062F": true,
	"\u0627\u0644\u0627\u0646\u062C\u0644\u064A\u0632": true, "\u0627\u0644\u0627\u0641\u063A\u0627\u0646": true, "\u0627\u0644\u0627\u0645\u0631\u064A\u0643\u0627\u0646": true,
}

// owned reports whether token i, a place when folded, is spelled as a word with
// a pronoun («في حواره»).
func (f *finder) owned(i int) bool {
	bits, _ := f.view.Known(i)
	return bits&(tagger.Country|tagger.City) == 0 && strings.HasSuffix(f.text.Tokens[i].Of(f.text.Source), "\u0647")
}

const (
	powers = "\u062F\u0648\u0644" // «دول»
	cup    = "\u0643\u0627\u0633"
	son    = "\u0628\u0646"
	tanwin = "\u064B\u064C\u064D" // the marks of an indefinite noun
	god    = "\u0627\u0644\u0644\u0647"
)

// dayParts are times of day: morning, evening, night, noon, dawn.
var dayParts = map[string]bool{
	"\u0627\u0644\u0635\u0628\u0627\u062D": true, "\u0635\u0628\u0627\u062D": true, "\u0627\u0644\u0645\u0633\u0627\u0621": true, "\u0645\u0633\u0627\u0621": true,
	"\u0627\u0644\u0644\u064A\u0644": true, "\u0627\u0644\u0638\u0647\u0631": true, "\u0627\u0644\u0641\u062C\u0631": true,
}

// cutPerson cuts off mention at what is no part of a person's name (T2).
func (f *finder) cutPerson(at int) {
	m := &f.mentions[at]
	first, last := m.first, m.last
	if last-first > 1 && f.common(first) && f.view.Stem(first).Prefix == "" && first > 0 && f.joined(first-1) && f.definite(first-1) && f.view.Class(first-1)&tagger.Office != 0 {
		first++
	}
	for k := first + 2; k < last; k++ {
		if f.view.Class(k)&(tagger.Office|tagger.First|tagger.Title|tagger.NamePart) == tagger.Office && !f.definite(k) && f.view.NameUse(k)>>2&3 == 0 && f.text.Tokens[k-1].Norm != son {
			last = k // «فلان الفلاني شيخ قبائل كذا»
		}
	}
	for k := first; k < last; k++ {
		if guests[f.text.Tokens[k].Norm] && (k+1 < last && f.text.Tokens[k+1].Norm != god || k+1 == last && k > first+1) {
			last = max(k, first+1) // «فلان ضيف كذا»
		}
	}
	if last-first > 1 && (natives[f.view.Stem(first).Norm] || f.pair(first)) {
		first++
	}
	for last-first > 1 && (f.verbal(last-1) || f.view.Class(last-1)&(tagger.Office|tagger.First|tagger.Title) == tagger.Office && f.view.NameUse(last-1)>>2&3 == 0) {
		last-- // «فلان سيستأنف», «آل فلان ولي العهد»
	}
	for last-first > 1 && (f.common(last-1) && f.view.Level(last-1) >= 5 || f.inPlace(last-1)) {
		last--
	}
	if last-first > 1 || f.given(first) {
		last = max(last, f.family(&mention{first: first, last: last}))
	}
	if last-first > 1 && first > 0 && f.given(first+1) && f.joined(first-1) && f.at[first-1] == 0 && f.view.Class(first-1)&tagger.Generic != 0 {
		if bits, end := f.view.Known(first - 1); bits&(tagger.Country|tagger.City|tagger.Town|tagger.Encyclopedic) != 0 && end == first+1 {
			f.mentions = append(f.mentions, f.mention(tagger.Name{First: first, Last: end}, news.Location, nil)) // «أمير منطقة عسير فلان»
			m = &f.mentions[at]
			first++
			last = max(last, f.family(&mention{first: first, last: last}))
		}
	}
	if last-first > 2 && f.given(first+1) && f.inPlace(first) {
		f.mentions = append(f.mentions, f.mention(tagger.Name{First: first, Last: first + 1}, news.Location, nil)) // «السفير بتونس فلان»
		m = &f.mentions[at]
		first++
	}
	if last-first > 2 && f.given(first+1) && (f.city(first) || f.governed(first)) {
		if f.governed(first) {
			f.mentions = append(f.mentions, f.mention(tagger.Name{First: first - 1, Last: first + 1}, news.Organization, nil))
			m = &f.mentions[at]
		}
		first++
	}
	if last-first > 2 && f.city(last-1) && f.text.Tokens[last-2].Norm != son {
		last--
	}
	if first != m.first || last != m.last {
		*m = f.mention(tagger.Name{First: first, Last: last}, m.kind, nil)
	}
}

// given reports whether token i is a given name without clitics.
func (f *finder) given(i int) bool {
	return f.view.Stem(i).Prefix == "" && f.view.Class(i)&tagger.NamePart == 0 && (f.view.NameUse(i)&3 >= 2 || f.view.Class(i)&tagger.First != 0)
}

// city reports whether token i is a city and no name of people.
func (f *finder) city(i int) bool {
	bits, end := f.view.Known(i)
	return end == i+1 && bits&(tagger.Country|tagger.City|tagger.Town) != 0 && f.view.NameUse(i) == 0 && f.view.Class(i)&(tagger.First|tagger.NamePart) == 0
}

// governed reports whether token i stands behind a body of somebody's office:
// «الباحث في جامعة», «رئيس بلدية».
func (f *finder) governed(i int) bool {
	if i < 2 || f.at[i-1] != 0 || !f.joined(i-1) || !f.joined(i-2) || f.definite(i-1) || f.view.Class(i-1)&tagger.Firm == 0 || f.view.Stem(i).Prefix != "" {
		return false
	}
	k := i - 2
	if f.view.Class(k)&tagger.Function != 0 && k > 0 {
		k--
	}
	return f.view.Class(k)&tagger.Office != 0
}

// officer returns the token of m, the name of a body, at which the name of the
// person begins whose office stands before it, or 0.
func (f *finder) officer(m *mention) int {
	if m.last-m.first < 4 || f.view.Class(m.first)&tagger.Firm == 0 || !f.joined(m.first-1) {
		return 0
	}
	at := m.first - 1
	for at > 0 && f.joined(at-1) && f.at[at] == 0 && f.view.Class(at)&tagger.Office == 0 && (f.view.Class(at)&tagger.Function != 0 || f.definite(at) || agents[f.text.Tokens[at].Norm]) {
		at--
	}
	if at < 0 || f.view.Class(at)&tagger.Office == 0 {
		return 0
	}
	for k := m.first + 2; k < m.last-1; k++ {
		if f.given(k) && f.text.Tokens[k-1].Norm != son && f.view.Class(k-1)&(tagger.Title|tagger.NamePart) == 0 {
			return k
		}
	}
	return 0
}

// verbal reports whether token i is a verb in the present or the future: a usual
// one, or of two or more.
func (f *finder) verbal(i int) bool {
	norm := f.text.Tokens[i].Norm
	if len(norm) < 10 || f.view.NameUse(i) != 0 || !strings.HasPrefix(norm, "\u064A") && !strings.HasPrefix(norm, "\u0633\u064A") && !strings.HasPrefix(norm, "\u0633\u062A") {
		return false
	}
	if strings.HasPrefix(norm, "\u064A") {
		return f.view.Level(i) >= 3 && f.view.Class(i)&tagger.First == 0 // «فلان يعاود»
	}
	return f.view.Level(i) >= 2 && strings.HasPrefix(norm, "\u0633\u064A") || len(norm) >= 12 && (strings.HasSuffix(norm, "\u0627\u0646") || strings.HasSuffix(norm, "\u0648\u0646"))
}

// inPlace reports whether token i is a place with the preposition beh.
func (f *finder) inPlace(i int) bool {
	s, ok := f.view.KnownStem(i)
	bits, end := f.view.Known(i)
	return ok && s.Prefix == "\u0628" && end == i+1 && bits&(tagger.Country|tagger.City|tagger.Town) != 0
}

// work reports whether m is the title of a work: in quotation marks, or one
// word, behind a word for works.
func (f *finder) work(m *mention) bool {
	k := m.first - 1
	if k > 0 && f.text.Tokens[k].Kind == arabic.Punct && f.quotes(tagger.Name{First: m.first, Last: m.last}) {
		return f.view.Class(k-1)&tagger.Work != 0
	}
	return k >= 0 && m.last == m.first+1 && f.joined(k) && f.view.Class(k)&tagger.Work != 0 && !f.definite(k) && f.view.Class(m.first)&(tagger.Body|tagger.Nation) == 0
}

// family returns the token after the family names behind the person m: definite
// words of relation that Arabic at large hardly has.
func (f *finder) family(m *mention) int {
	end := m.last
	for end < len(f.text.Tokens) && end < m.last+2 && f.joined(end-1) && f.at[end] == 0 && f.text.Tokens[end].Kind == arabic.Word &&
		f.definite(end) && f.view.Stem(end).Prefix == "" && f.view.Level(end) <= 2 && f.view.Class(end) == 0 &&
		(strings.HasSuffix(f.text.Tokens[end].Norm, "\u064A") || f.view.NameUse(end) != 0) {
		end++
	}
	return end
}

// soils are words that open the names of people and of places: sidi, son of.
var soils = map[string]bool{"\u0627\u0648\u0644\u0627\u062F": true, "\u0633\u064A\u062F\u064A": true, son: true}

// guests are words for the guest of a program.
var guests = map[string]bool{"\u0636\u064A\u0641": true, "\u0636\u064A\u0641\u0647": true}

// natives are words for a native of a place.
var natives = map[string]bool{"\u0627\u0635\u064A\u0644": true, "\u0627\u0635\u064A\u0644\u0647": true}

// common reports whether token i is a definite word that is no part of personal names.
func (f *finder) common(i int) bool {
	return f.text.Tokens[i].Kind == arabic.Word && f.definite(i) && f.text.Tokens[i].Norm != god && f.view.NameUse(i) == 0 && f.view.Class(i)&(tagger.First|tagger.NamePart|tagger.Nation) == 0
}

// continues reports whether the people a and b are one (T3).
func (f *finder) continues(a, b *mention) bool {
	return a.kind == news.Person && b.kind == news.Person && !a.gone && !b.gone && a.last == b.first && !guests[f.text.Tokens[b.first].Norm] && f.joined(a.last-1) && (a.last == a.first+1 || b.last == b.first+1 && f.given(b.first) || f.titled(a.first) && f.view.Class(a.first-1)&tagger.Body == 0) &&
		f.view.Stem(b.first).Prefix == "" && (a.last == a.first+1 && b.last == b.first+1 || f.view.NameUse(b.first)&3 != 0 || f.view.Class(b.first)&(tagger.First|tagger.NamePart) != 0)
}

// trim returns n without what T1 cuts off.
func (f *finder) trim(n tagger.Name) tagger.Name {
	for n.Last > n.First && f.outside(n.Last-1) {
		n.Last--
	}
	for n.Kind == tagger.Organization && n.Last > n.First+2 && f.view.Class(n.Last-1)&tagger.Vague != 0 && f.definite(n.Last-1) && f.view.Class(n.Last-1)&tagger.Function == 0 {
		n.Last-- // «الجامعة الوطنية للنسيج التابعة»
	}
	if n.Last > n.First+1 && f.text.Tokens[n.Last-1].Kind == arabic.Digits && len(f.text.Tokens[n.Last-1].Norm) == 4 {
		n.Last-- // a year
	}
	for k := n.First + 1; k < n.Last; k++ {
		if f.view.Class(k)&tagger.Says != 0 && f.view.Stem(k).Prefix == "\u0648" {
			n.Last = k // «"كذا" وقال "كذا"»
		}
	}
	for n.Last > n.First && f.text.Tokens[n.Last-1].Kind == arabic.Punct && f.unclosed(n) {
		n.Last--
	}
	if k := n.Last - 1; k > n.First && n.Kind == tagger.Organization && f.view.Stem(k).Prefix == "\u0628" && !f.definite(k) && f.view.Level(k) >= 4 && len(f.text.Tokens[k].Norm) >= 12 && !f.inPlace(k) {
		n.Last-- // «الاتحاد المنستيري بنتيجة»
	}
	if k := n.Last - 1; k > n.First+1 && n.Kind == tagger.Organization && f.inPlace(k) {
		n.Last-- // «الاتحاد الجهوي بسوسة»: the place is one by itself
	}
	if k := n.Last - 1; k > n.First && f.view.Class(k)&tagger.Area != 0 && f.definite(k) && f.view.Stem(k).Prefix == "\u0628" {
		n.Last-- // «معهد كذا بالجهة»
	}
	if n.Kind == tagger.Person && n.Last > n.First && f.view.Class(n.First)&(tagger.Function|tagger.NamePart|tagger.First) == tagger.Function && f.view.NameUse(n.First) == 0 {
		n.First++ // «لأي آيفون»
	}
	for n.Last > n.First && f.outside(n.First) {
		n.First++
	}
	return n
}

// unclosed reports whether the quotation mark or bracket that ends n has no
// fellow in it.
func (f *finder) unclosed(n tagger.Name) bool {
	count := 0
	for k := n.First; k < n.Last; k++ {
		switch f.text.Tokens[k].Norm {
		case "\"", "(", ")", "\u00AB", "\u00BB", "\u201C", "\u201D":
			count++
		}
	}
	return count%2 == 1
}

// outside reports whether a name neither begins nor ends with token i.
func (f *finder) outside(i int) bool {
	w := f.text.Tokens[i]
	return w.Kind == arabic.Punct && w.Norm != ")" && w.Norm != "\"" && w.Norm != "\u00BB" && w.Norm != "\u201D" && w.Norm != "(" || w.Norm == "\u0648"
}
