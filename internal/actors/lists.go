package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of names that stand in certain places of an article.
//
//	L1  A dateline («وكالة الفجر – الرباط:») begins with the agency or the paper.
//	L2  The names listed behind the plural of a body word are bodies («شركات كذا وكذا»).
//	L3  Letters of another script in brackets behind a body are its short name.
//	L6  A lone given name and the family name right behind it are one person, and
//	    so are a usual given name and the rest of the name that the tagger found.
//	L5  A single word that waw joins to people on both sides is one too.
//	L7  The letters FM, as Arabic spells them, end the name of a station («النورس أف
//	    أم»), in quotation marks or not.
//	L4  A given name and a family name side by side are a person, and so is a given
//	    name with a rare word behind an office or a title.

// dateline reads the first line of the article (L1): the agency or the paper,
// perhaps the writer before it, and the place.
func (f *finder) dateline() {
	first := 0
	for i := 1; i+1 < len(f.text.Tokens) && i <= 8 && f.joined(i-1); i++ {
		if !arabic.IsDash(f.text.Tokens[i]) {
			continue
		}
		end := f.colonAfter(i + 1)
		place := f.joined(i) && (end > 0 || f.at[i+1] != 0 && f.mentions[f.at[i+1]-1].kind == news.Location)
		writer := f.at[first] != 0 && f.mentions[f.at[first]-1].kind == news.Person
		switch {
		case place && !writer && i-first <= 4 && f.view.Class(first)&tagger.Title == 0:
			f.put(first, i, news.Organization)
			if end > 0 {
				f.takePlaces(i+1, end)
			}
			return
		case place || !writer || first > 0:
			return
		}
		first = i + 1 // «الكاتب - الصحيفة - المدينة»
	}
}

// colonAfter returns where the colon stands behind the one or two words from
// token k on, or 0.
func (f *finder) colonAfter(k int) int {
	const stops = tagger.Function | tagger.Says | tagger.Acts
	for end := k; end < len(f.text.Tokens) && end <= k+2 && f.joined(end-1); end++ {
		switch {
		case f.text.Tokens[end].Norm == ":" && end > k:
			return end
		case !f.nameable(end) || f.view.Class(end)&stops != 0:
			return 0
		}
	}
	return 0
}

// series finds the names behind plurals (L2).
func (f *finder) series() {
	for i := 0; i < len(f.text.Tokens); i++ {
		if f.view.Class(i)&tagger.Plural == 0 || f.at[i] != 0 || f.definite(i) {
			continue
		}
		for k := i + 1; k < len(f.text.Tokens) && f.joined(k-1); {
			end := f.item(k)
			if first, last, ok := f.quotation(k); ok && end == k {
				f.put(first, last, news.Organization) // «صحيفتا "كذا" و"كذا"»
				end = last + 1
			}
			if end == k {
				break
			}
			if f.free(k, end) {
				f.put(k, end, news.Organization)
			} else if m := f.at[k]; m != 0 && f.wider(k, end, f.mentions[m-1].kind) {
				f.put(k, end, news.Organization)
			}
			for k = end; k < len(f.text.Tokens) && (f.comma(k) || f.text.Tokens[k].Norm == "\u0648"); {
				k++
			}
			i = k - 1
			if !f.comma(k-1) && f.text.Tokens[k-1].Norm != "\u0648" && (k >= len(f.text.Tokens) || f.view.Stem(k).Prefix != "\u0648") {
				break
			}
		}
	}
}

// item returns the token after the item of a series that begins at token k, or k.
func (f *finder) item(k int) int {
	end := k
	for end < len(f.text.Tokens) && end < k+4 && f.joined(end-1) && f.text.Tokens[end].Kind == arabic.Word && f.text.Tokens[end].Norm != "\u0648" {
		c, s := f.view.Class(end), f.view.Stem(end)
		if c&(tagger.Function|tagger.Says|tagger.Acts|tagger.Vague|tagger.Weekday|tagger.Unit|tagger.Nation) != 0 && f.at[end] == 0 {
			break
		}
		if end > k && s.Prefix != "" && s.Prefix != "\u0644" {
			break
		}
		end++
	}
	if end == k || !f.itemHead(k) {
		return k
	}
	return end
}

// itemHead reports whether a name may begin with token k of a series.
func (f *finder) itemHead(k int) bool {
	bits, _ := f.view.Known(k)
	if strings.HasSuffix(f.text.Tokens[k].Norm, "\u0648\u0627") && bits == 0 {
		return false // «أحزاب انتخبوا»
	}
	if l := f.view.Level(k); bits == 0 && f.at[k] == 0 && !f.definite(k) && l >= 2 && f.view.NameUse(k) == 0 && k+1 < len(f.text.Tokens) && f.definite(k+1) && f.joined(k) {
		return false // «شركات سبر الآراء»
	}
	if n := f.text.Tokens[k].Norm; f.at[k] == 0 && !f.definite(k) && (f.view.Class(k)&tagger.Way != 0 || strings.HasSuffix(n, "\u0627\u062A") || strings.HasSuffix(n, "\u064A\u0647")) {
		return false // «شركات كبرى», «شركات تونسية»
	}
	return f.at[k] != 0 || bits != 0 || f.view.NameUse(k) != 0 || f.view.Level(k) <= 4 || f.definite(k) && k+2 < len(f.text.Tokens) && f.view.Stem(k+1).Prefix == "\u0644" && f.view.Class(k+2)&tagger.Function == 0
}

// shortNames finds the short names in brackets (L3).
func (f *finder) shortNames() {
	for i := 1; i+2 < len(f.text.Tokens); i++ {
		if f.secondName(i) {
			f.short = append(f.short, [2]int{f.mentions[f.at[i-1]-1].first, i + 1})
		}
		if f.text.Tokens[i].Norm != "(" || f.at[i-1] == 0 || f.mentions[f.at[i-1]-1].kind != news.Organization || f.at[i] != 0 {
			continue
		}
		if i+3 < len(f.text.Tokens) && f.text.Tokens[i+3].Norm == ")" && f.foreign(i+1) && f.foreign(i+2) && f.put(i+1, i+3, news.Organization) {
			f.short = append(f.short, [2]int{f.mentions[f.at[i-1]-1].first, i + 1})
			continue
		}
		if w := f.text.Tokens[i+1]; f.text.Tokens[i+2].Norm == ")" && (w.Kind == arabic.Latin || w.Kind == arabic.Word && (f.view.Level(i+1) <= 3 || f.bodyAt(i+1))) && f.put(i+1, i+2, news.Organization) {
			f.short = append(f.short, [2]int{f.mentions[f.at[i-1]-1].first, i + 1})
		}
	}
}

// foreign reports whether token i is a word that Arabic at large hardly has.
func (f *finder) foreign(i int) bool {
	return f.text.Tokens[i].Kind == arabic.Latin || f.view.Rare(i) && f.view.Class(i) == 0 && !f.definite(i)
}

// bodyAt reports whether the name of a body stands at token i.
func (f *finder) bodyAt(i int) bool {
	return f.at[i] != 0 && f.mentions[f.at[i]-1].kind == news.Organization
}

// secondName reports whether the quotation that token i opens right behind the
// long name of a body is another name of it: «الاتحاد الدولي "كذا"».
func (f *finder) secondName(i int) bool {
	switch f.text.Tokens[i].Norm {
	case "\"", "\u00AB":
	default:
		return false
	}
	if !f.bodyAt(i-1) || !f.bodyAt(i+1) || f.at[i] != 0 {
		return false
	}
	m := &f.mentions[f.at[i+1]-1]
	return m.first == i+1 && m.last < len(f.text.Tokens) && f.text.Tokens[m.last].Kind == arabic.Punct && !arabic.IsComma(f.text.Tokens[m.last].Norm) && len(f.mentions[f.at[i-1]-1].words) > 2
}

// people finds the persons of L4.
func (f *finder) people() {
	for i := 0; i+1 < len(f.text.Tokens); i++ {
		if f.at[i] != 0 || f.at[i+1] != 0 && !f.mistakenFamily(i) || !f.joined(i) || f.text.Tokens[i+1].Kind != arabic.Word || !f.nameable(i+1) {
			continue
		}
		if bits, end := f.view.Known(i); bits&tagger.KnownPerson != 0 && end > i+1 && f.free(i, end) && f.given(i) && f.titled(i) && (f.view.Class(i)&tagger.Function == 0 || f.text.Tokens[i].Of(f.text.Source) == ali) {
			f.put(i, end, news.Person)
			continue
		}
		a, b := f.view.NameUse(i), f.view.NameUse(i+1)
		given := a&3 != 0 || f.view.Class(i)&tagger.First != 0
		if !given || natives[f.view.Stem(i).Norm] || f.view.Stem(i+1).Prefix != "" || f.view.Level(i) > 4 && f.view.Class(i)&tagger.First == 0 {
			continue
		}
		const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Body | tagger.Area | tagger.Office | tagger.Unit | tagger.Thing | tagger.Nation | tagger.Month
		if f.view.Class(i)&stops != 0 || f.view.Class(i+1)&stops != 0 {
			continue
		}
		both := b>>2&3 != 0 && f.view.Level(i+1) <= 5 && (a&3 >= 2 || b>>2&3 >= 2) &&
			(f.view.Level(i) < 6 || f.view.Level(i+1) <= 4 && b>>2&3 >= 2 || a&3 == 3 && f.definite(i+1) && f.view.Level(i+1) <= 3) // but not «كامل تراب»
		if both || (f.view.Level(i+1) <= 3 || a == foreignGiven && f.lastWord(i+1, 5)) && f.titled(i) {
			f.put(i, i+2, news.Person)
		}
	}
}

// mistakenFamily reports whether the word behind the given name at token i is a
// family name that the tagger took for a body, behind an office.
func (f *finder) mistakenFamily(i int) bool {
	m := &f.mentions[f.at[i+1]-1]
	return m.kind == news.Organization && m.first == i+1 && m.last == i+2 && f.view.NameUse(i+1)>>2&3 != 0 && f.titled(i)
}

// titled reports whether an office or a title stands before token i.
func (f *finder) titled(i int) bool {
	_, _, ok := f.roleBefore(i)
	return ok || f.beforeTitles(i) < i
}

// joinedPeople finds the persons of L5.
func (f *finder) joinedPeople() {
	person := func(i int) bool {
		return i >= 0 && i < len(f.at) && f.at[i] != 0 && f.mentions[f.at[i]-1].kind == news.Person
	}
	for i := 1; i+1 < len(f.text.Tokens); i++ {
		if f.at[i] != 0 || f.text.Tokens[i].Kind != arabic.Word || !f.joined(i) || !f.joined(i-1) {
			continue
		}
		before := i - 1
		if f.text.Tokens[before].Norm == "\u0648" {
			before--
		} else if !strings.HasPrefix(f.text.Tokens[i].Norm, "\u0648") {
			continue
		}
		after := i + 1
		if f.text.Tokens[after].Norm == "\u0648" {
			after++
		} else if !strings.HasPrefix(f.text.Tokens[after].Norm, "\u0648") {
			continue
		}
		const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Office | tagger.Body | tagger.Area
		if person(before) && person(after) && f.view.Class(i)&stops == 0 && (f.view.Level(i) <= 5 || f.view.NameUse(i) != 0) {
			f.put(i, i+1, news.Person)
		}
	}
}

// fullNames takes the family name behind a lone given name into the mention (L6).
func (f *finder) fullNames() {
	const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Office | tagger.Body | tagger.Area | tagger.Nation | tagger.Kin | tagger.Month
	for i := range f.mentions {
		m := f.mentions[i]
		if k := m.first - 1; m.kind == news.Person && !m.gone && m.last > m.first+1 && f.firstName(k, stops) {
			f.put(k, m.last, news.Person)
			continue
		}
		next := m.last
		if m.kind != news.Person || m.last != m.first+1 || m.gone || next >= len(f.text.Tokens) || f.at[next] != 0 || !f.joined(m.first) {
			continue
		}
		given := f.view.NameUse(m.first)&3 != 0 || f.view.Class(m.first)&tagger.First != 0
		family := f.nameable(next) && (f.view.NameUse(next)>>2&3 != 0 && f.view.Level(next) <= 5 || f.view.Level(next) <= 1 || f.view.NameUse(m.first)&3 >= 2 && f.lastWord(next, 3))
		if given && family && !guests[f.text.Tokens[next].Norm] && f.view.Class(next)&stops == 0 && f.view.Stem(next).Prefix == "" {
			f.put(m.first, next+1, news.Person)
		}
	}
}

// foreignGiven is the use of a word that only lists of foreign names have.
const foreignGiven = 16

// lastWord reports whether token i is a word of at most that level behind which a name may end, and
// no indefinite noun in the accusative.
func (f *finder) lastWord(i, most int) bool {
	if f.view.Level(i) > most || f.view.Class(i) != 0 || strings.HasSuffix(f.text.Tokens[i].Norm, "\u0646\u064A") || strings.HasPrefix(f.text.Tokens[i].Norm, "\u0644\u064A") || f.definite(i) || strings.HasSuffix(f.text.Tokens[i].Norm, "\u0627") || strings.HasSuffix(f.text.Tokens[i].Norm, "\u0647") {
		return false
	}
	k := i + 1
	return k >= len(f.text.Tokens) || !f.joined(i) || f.text.Tokens[k].Kind == arabic.Punct || f.text.Tokens[k].Norm == "\u0648" || f.view.Stem(k).Prefix == "\u0648" || f.view.Class(k)&tagger.Function != 0
}

// stations finds the names of L7.
func (f *finder) stations() {
	for i := 1; i+1 < len(f.text.Tokens); i++ {
		if f.text.Tokens[i].Norm != letterF || f.text.Tokens[i+1].Norm != letterM || !f.joined(i) || !f.joined(i-1) {
			continue
		}
		first, last := i-1, i+2
		if f.text.Tokens[first].Norm == "\"" && first > 0 && last < len(f.text.Tokens) && f.text.Tokens[last].Norm == "\"" && f.joined(first-1) {
			first, last = first-1, last+1
		} else if f.text.Tokens[first].Norm == "\"" && first > 0 && f.joined(first-1) && !f.text.Touch(i-2) {
			first-- // never closed
		}
		const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Naming
		if f.text.Tokens[first].Kind == arabic.Word && f.view.Class(first)&stops == 0 {
			f.take(first, last, news.Organization)
		}
	}
}

// The letters F and M, folded.
const (
	letterF = "\u0627\u0641"
	letterM = "\u0627\u0645"
)

const ali = "\u0639\u0644\u064A"

// firstName reports whether token k is a usual given name in no other name, of
// none of the classes stops, before the rest of a person's name (L6).
func (f *finder) firstName(k int, stops tagger.Class) bool {
	if k > 0 && f.at[k] == 0 && f.joined(k) && f.joined(k-1) && f.text.Tokens[k].Of(f.text.Source) == ali && f.definite(k-1) && f.at[k-1] == 0 && f.view.Class(k-1)&(tagger.Office|tagger.Title|tagger.Vague) != 0 && f.view.NameUse(k+1)&3 != 0 {
		return true // «الرئيس علي عبدالله صالح», not «على»
	}
	if k < 0 || f.at[k] != 0 || !f.joined(k) || f.text.Tokens[k].Kind != arabic.Word || f.view.Class(k)&(stops|tagger.Title|tagger.Unit) != 0 {
		return false
	}
	return f.view.Stem(k).Prefix == "" && !f.definite(k) && f.view.NameUse(k)&3 == 3 && f.view.Level(k) <= 5 && f.view.NameUse(k+1)&3 != 0
}
