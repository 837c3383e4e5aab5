package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of the names of sites, which are made of common words as the names of
// bodies are: ports, streets, rivers, quarters.
//
//	S1  What is called after a person is a place («مطار الملك فلان الدولي»), unless
//	    it is a medical town or one for some end («مدينة فلان للعلوم»).
//	S2  A definite word behind a word of nature or of a built place is its name
//	    («نهر السن», «بحر العرب»); behind the latter it must not be too common.
//	S3  Adjectives of sort and side continue («مطار القاهرة الدولي»,
//	    «جندوبة الشمالية»).
//	S5  So are those listed behind a colon that follows a place («معتمدية كذا : كذا
//	    وكذا»), if there are two.
//	S4  Names listed behind the plural of an area word are places («معتمديات كذا
//	    وكذا»), if two of them are, or one was found already.

// siteEnd returns the token after the name of a site that begins at token i,
// behind the area word before it, or i (S1, S2).
func (f *finder) siteEnd(i int) int {
	head := f.view.Class(i - 1)
	if head&(tagger.Landmark|tagger.Natural|tagger.Sited) == 0 || f.definite(i-1) {
		return i
	}
	k := i
	for k < len(f.text.Tokens) && f.view.Class(k)&tagger.Title != 0 && f.at[k] == 0 && f.joined(k) {
		k++
	}
	if k >= len(f.text.Tokens) {
		return i
	}
	if m := f.at[k]; m != 0 {
		m := &f.mentions[m-1]
		if m.first != k || f.view.Stem(k).Prefix != "" || m.kind == news.Location && k > i {
			return i
		}
		if m.kind == news.Person || m.kind == news.Organization && (head&(tagger.Landmark|tagger.Natural) != 0 && head&tagger.Match == 0 || f.view.Class(k)&tagger.Title != 0) && f.view.Class(k)&tagger.Firm == 0 {
			return m.last
		}
		return i
	}
	if k > i || head&(tagger.Landmark|tagger.Natural) == 0 {
		return i
	}
	return f.calledEnd(i, head)
}

// calledEnd returns the token after the common words from token i on by which
// a site with the given head is called (S2), or i.
func (f *finder) calledEnd(i int, head tagger.Class) int {
	most := 4
	if head&tagger.Natural != 0 {
		most = 8
	}
	end := i
	if f.callable(i, 8) && !f.definite(i) && (f.view.Level(i) <= most || f.view.Class(i)&tagger.First != 0) && i+1 < len(f.text.Tokens) && f.joined(i) && f.view.Level(i) > 2 {
		end++ // «ميناء مرسى اللؤلؤ»
	}
	if end < len(f.text.Tokens) && f.at[end] == 0 && f.definite(end) && f.callable(end, most) {
		return end + 1
	}
	return i
}

// callable reports whether token i may be part of what a site is called.
func (f *finder) callable(i, most int) bool {
	const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Body | tagger.Office | tagger.Weekday | tagger.Month | tagger.Vague | tagger.Unit |
		tagger.Thing | tagger.Nation | tagger.Kin | tagger.Match | tagger.Sort | tagger.Way | tagger.Area | tagger.Title
	return f.text.Tokens[i].Kind == arabic.Word && f.at[i] == 0 && f.view.Class(i)&stops == 0 && f.view.Stem(i).Prefix == "" &&
		f.view.Level(i) <= most && !inflected(f.text.Tokens[i].Norm)
}

// sorted returns the token after the adjectives from token end on that continue
// the name of a site (S3).
func (f *finder) sorted(end int) int {
	for end < len(f.text.Tokens) && f.joined(end-1) && f.at[end] == 0 && f.definite(end) && f.view.Stem(end).Prefix == "" &&
		f.view.Class(end)&(tagger.Sort|tagger.Way) != 0 {
		end++
	}
	return end
}

// sorting reports whether the name of m ends with an adjective of sort.
func (f *finder) sorting(m *mention) bool {
	return m.last-m.first > 2 && f.definite(m.last-1) && f.view.Class(m.last-1)&tagger.Sort != 0
}

// siteKind returns the kind of the site with the name of tokens first to last-1 (S1).
func (f *finder) siteKind(first, last int) news.ActorKind {
	if f.view.Stem(first).Norm == municipality && first > 0 && f.joined(first-1) && f.view.Class(first-1)&(tagger.Office|tagger.Says|tagger.Acts) != 0 {
		return news.Organization // «رئيس بلدية كذا», «أعلنت بلدية كذا»
	}
	if f.view.Stem(first).Norm != town || f.view.Class(first+1)&tagger.Title == 0 {
		return news.Location
	}
	if f.view.Stem(last-1).Norm == medical || last < len(f.text.Tokens) && f.view.Stem(last).Prefix == "\u0644" && f.definite(last) {
		return news.Organization
	}
	return news.Location
}

const (
	municipality = "\u0628\u0644\u062F\u064A\u0647"

	town    = "\u0645\u062F\u064A\u0646\u0647"
	medical = "\u0627\u0644\u0637\u0628\u064A\u0647"
)

// sides takes the adjective of a side into the name of a place (S3), but not
// where it belongs to a noun before the place («سواحل ليبيا الشمالية»).
func (f *finder) sides() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.gone || m.kind != news.Location {
			continue
		}
		if k := m.first - 1; k >= 0 && f.at[k] == 0 && f.joined(k) && f.view.Stem(m.first).Prefix == "" && saints[f.text.Tokens[k].Norm] && (k == 0 || f.at[k-1] == 0) {
			f.put(k, m.last, news.Location)
			continue
		}
		if m.last >= len(f.text.Tokens) || !f.joined(m.last-1) || f.at[m.last] != 0 ||
			f.view.Class(m.last)&tagger.Way == 0 || !f.definite(m.last) || f.view.Stem(m.last).Prefix != "" || f.definite(m.last-1) {
			continue
		}
		if before := m.first - 1; greats[f.text.Tokens[m.last].Norm] || f.view.Stem(m.first).Prefix != "" || before >= 0 && (f.view.Class(before)&tagger.Function != 0 || f.comma(before)) {
			f.put(m.first, m.last+1, news.Location)
		}
	}
}

// greats are adjectives that no noun before a place can own: great, greater.
var greats = map[string]bool{"\u0627\u0644\u0639\u0638\u0645\u064A": true, "\u0627\u0644\u0643\u0628\u0631\u064A": true}

// saints are words before the names of places in other languages: San, Santa, New.
var saints = map[string]bool{
	"\u0633\u0627\u0646": true, "\u0633\u0627\u0646\u062A": true, "\u0633\u0627\u0646\u062A\u0627": true, "\u0646\u064A\u0648": true,
}

// districts finds the names of S4 and S5.
func (f *finder) districts() {
	for i := 0; i+1 < len(f.text.Tokens); i++ {
		switch {
		case f.view.Class(i)&tagger.Places != 0 && f.at[i] == 0 && !f.definite(i):
			f.listDistricts(i+1, false)
		case f.text.Tokens[i].Norm == ":" && i > 0 && f.joined(i) && f.areaBefore(i-1):
			f.listDistricts(i+1, true)
		}
	}
}

// areaBefore reports whether a place that an area word opens, or such a place
// and its adjectives, ends with token i.
func (f *finder) areaBefore(i int) bool {
	for k := i; k >= 0 && k > i-4; k-- {
		if f.view.Class(k)&(tagger.Generic|tagger.Places) != 0 {
			return true
		}
		if f.text.Tokens[k].Kind != arabic.Word {
			return false
		}
	}
	return false
}

// listDistricts makes places of the items of a list that begins at token k.
// In a loose one, two of them are enough, and unknown ones may be more usual words.
func (f *finder) listDistricts(k int, loose bool) {
	var items [][2]int
	sure := 0
	for k < len(f.text.Tokens) && f.joined(k-1) {
		if len(items) > 0 {
			if f.comma(k) || f.text.Tokens[k].Norm == "\u0648" {
				k++
			} else if f.view.Stem(k).Prefix != "\u0648" && !strings.HasPrefix(f.text.Tokens[k].Norm, "\u0648\u0627\u0644") {
				break
			}
			if k >= len(f.text.Tokens) {
				break
			}
		}
		if first, last, ok := f.quotation(k); ok && f.text.Tokens[k].Kind == arabic.Punct {
			items = append(items, [2]int{first, last}) // «مناطق "كذا" و"كذا"»
			k = last + 1
			continue
		}
		end, known := f.district(k)
		if end == k && loose {
			end = f.looseDistrict(k)
		}
		if end == k {
			break
		}
		items = append(items, [2]int{k, end})
		if known {
			sure++
		}
		k = end
	}
	if sure > 0 && !loose || len(items) > 1 {
		for _, x := range items {
			f.takePlaces(x[0], x[1])
		}
	}
}

// takePlaces makes a place of tokens first to last-1, whatever was found there.
func (f *finder) takePlaces(first, last int) {
	if m := f.at[first]; m != 0 && f.mentions[m-1].kind == news.Location && f.mentions[m-1].first == first && f.mentions[m-1].last == last {
		return
	}
	f.take(first, last, news.Location)
}

// looseDistrict returns the token after the place of a list that begins at token
// k by its form alone, or k: a definite word, or one that opens such names and
// another word.
func (f *finder) looseDistrict(k int) int {
	const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Office | tagger.Unit | tagger.Weekday | tagger.Month
	if f.text.Tokens[k].Kind != arabic.Word || f.view.Class(k)&stops != 0 {
		return k
	}
	opens := f.view.Class(k)&(tagger.Toponym|tagger.Sited) != 0 || soils[f.view.Stem(k).Norm]
	if opens && k+1 < len(f.text.Tokens) && f.joined(k) && f.nameable(k+1) && f.view.Stem(k+1).Prefix == "" {
		return k + 2
	}
	if m := f.at[k]; (m == 0 || f.mentions[m-1].kind == news.Organization && f.view.Class(k)&tagger.Body == 0) && f.definite(k) && f.view.Level(k) <= 6 {
		return k + 1
	}
	return k
}

// district returns the token after the place of a list that begins at token k,
// or k, and whether it is sure to be one.
func (f *finder) district(k int) (end int, known bool) {
	if m := f.at[k]; m != 0 {
		if m := &f.mentions[m-1]; m.first == k && m.kind == news.Location {
			return f.sorted(m.last), true
		}
		return k, false
	}
	if f.view.Class(k)&tagger.Sited != 0 && k+1 < len(f.text.Tokens) && f.joined(k) {
		if end := f.placeEnd(k + 1); end > k+1 {
			return end, true
		}
	}
	if bits, end := f.view.Known(k); bits&(tagger.Country|tagger.City|tagger.Town|tagger.Encyclopedic) != 0 && f.free(k, end) && f.view.Class(k) == 0 && f.view.Level(k) <= 5 {
		return f.sorted(end), true
	}
	for end = k; end < k+2 && end < len(f.text.Tokens) && f.text.Tokens[end].Kind == arabic.Word && f.nameable(end) && f.at[end] == 0 && f.view.Level(end) <= 2 && f.view.Class(end) == 0 &&
		(end == k || f.joined(end-1) && f.view.Stem(end).Prefix == "") && !inflected(f.text.Tokens[end].Norm); {
		end++
	}
	if end == k {
		return k, false
	}
	return f.sorted(end), false
}
