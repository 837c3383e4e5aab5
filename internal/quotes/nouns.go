package quotes

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

//go:embed data/speakers.tsv
var speakersTSV string

// speakers are the common nouns of those who speak, by core, with their kinds.
var speakers = sync.OnceValue(func() *table.Index[string] {
	m := map[string]string{}
	for _, r := range table.Rows("speakers.tsv", speakersTSV, 2) {
		m[arabic.Core(arabic.Key(r[0]))] = r[1]
	}
	return table.NewIndex(m)
})

// kindOf returns the kind of a folded noun of those who speak, also in the
// accusative («لكن مصدرا»), or "".
func kindOf(norm string) string {
	if kind := speakers().Of(arabic.Core(norm)); kind != "" {
		return kind
	}
	definite := arabic.IsDefinite(strings.TrimPrefix(norm, "و"))
	for _, ending := range []string{"ا", "ان", "ين", "ون"} { // «لكن مصدرا», «الوزيران», «المسؤولون»
		if s, ok := strings.CutSuffix(norm, ending); ok && len(s) > 4 && (definite || ending == "ا") && speakers().Of(arabic.Core(s)) != "" {
			return speakers().Of(arabic.Core(s))
		}
	}
	return ""
}

// isStudy reports whether the core of a noun is a study, which speaks for itself and
// not for the body that made it.
func isStudy(core string) bool {
	return core == arabic.Core("دراسه") || core == arabic.Core("استطلاع") || core == arabic.Core("استبيان")
}

// speaks reports whether token i begins a phrase that can be a source: an
// actor, or a noun of the table.
func (f *finder) speaks(i, last int) bool {
	for i < last && f.t.Tokens[i].Kind == arabic.Punct {
		if set, _ := family(f.t.Tokens[i]); set == 0 {
			return false
		}
		i++
	}
	if i < last && f.t.Tokens[i].Norm == "عن" { // «نقلا عن أحد السكان»
		return true
	}
	if i < last && f.t.Tokens[i].Norm == "ما" { // «حسب ما أعلنه الوزير»
		i += 2
	}
	if i >= last {
		return false
	}
	w := f.t.Tokens[i]
	if speakers().Of(arabic.Core(w.Norm)) != "" || len(f.in(i, i+1)) > 0 {
		return true
	}
	c, ok := CueAt(f.t, i) // «على حد قوله»
	return ok && c.Form == Noun
}

// noun resolves the phrase of tokens first to end that names no person.
func (f *finder) noun(first, end int) speaker {
	head := f.t.Tokens[first]
	core := arabic.Core(head.Norm)
	kind := kindOf(head.Norm)
	if isStudy(core) {
		return f.phrase(first, f.phraseEnd(first, end))
	}
	if kind == "text" {
		if who, ok := f.author(first, end); ok {
			return who
		}
	}
	ms := f.in(first, min(end, first+3))
	if len(ms) > 0 && f.t.Tokens[first].Start == ms[0].Start && kind == "" {
		return f.as(ms[0])
	}
	if len(ms) > 0 && kind != "person" && (f.t.At(ms[0].Start) == first || kind != "" || f.marked(first, ms[0])) && !f.oblique(ms[0]) {
		return f.as(ms[0])
	}
	stop := f.phraseEnd(first, end)
	if who, ok := f.byRole(first, stop); ok {
		return who
	}
	definite := arabic.IsDefinite(strings.TrimPrefix(head.Norm, "و"))
	if definite || f.construct(first, stop) {
		if who, ok := f.byName(core, first, kind); ok {
			return who
		}
	}
	if single := stop == first+1 || stop == first+2 && pointing(f.t.Tokens[first+1].Norm); single && definite {
		if kind == "text" && f.issuer.name != "" {
			return f.issuer
		}
		if (anonymous(core) || office(core)) && f.lastIsOther(core) {
			return f.phrase(first, stop)
		}
		if kind != "" && f.meansLast(core, kind) && !strings.HasSuffix(head.Norm, "ون") && !strings.HasSuffix(head.Norm, "ين") && speakers().Of(core) != "" {
			return f.last
		}
	}
	if kind == "text" && !definite && (f.now.Act == "demand" || f.now.Act == Accuse || f.now.Act == Expect) {
		return speaker{} // «طلب معلومات إضافية»
	}
	if kind == "" && (f.now.acts() && (f.now.Act == "offer" || !some(strings.TrimPrefix(head.Norm, "و"))) || !definite && !quantifies(core) && !people(head.Norm) && !f.construct(first, stop)) {
		return speaker{}
	}
	return f.phrase(first, stop)
}

// author returns the body whose statement or report the phrase is: «بيان لشركة
// "أفق"», «تقرير صادر عن المنظمة».
func (f *finder) author(first, end int) (speaker, bool) {
	for k := first + 1; k < min(end, first+7); k++ {
		if ms := f.in(k, k+1); len(ms) > 0 {
			return f.as(ms[0]), f.kind(ms[0]) == news.Organization
		}
		w := f.t.Tokens[k].Norm
		if arabic.IsDefinite(w) && speakers().Of(arabic.Core(w)) != "body" {
			break
		}
	}
	return speaker{}, false
}

// owned reports whether a folded noun of those who speak has a pronoun: «زوجها».
func owned(norm string) bool {
	for _, p := range []string{"ها", "هم", "ه"} {
		if s, ok := strings.CutSuffix(norm, p); ok && len(s) > 4 && kindOf(norm) == "" && kindOf(s) != "" {
			return true
		}
	}
	return false
}

// construct reports whether the phrase from first to stop is an indefinite noun made
// definite by the next: «سلاح الجو».
func (f *finder) construct(first, stop int) bool {
	if first+1 >= stop || f.t.Tokens[first+1].Kind != arabic.Word {
		return false
	}
	return arabic.IsDefinite(f.t.Tokens[first+1].Norm)
}

// quantifies reports whether the core of a word counts out some of those who
// speak: «أحد السكان», «عدد من الخبراء».
func quantifies(core string) bool {
	switch core {
	case "احد", "احدي", "احدهم", "بعض", "بعضهم", "عدد", "كل", "اغلب", "معظم", "غالب", "غالبيه", "جميع", "كثير", "كثيرون", "ذات", "نفس", "نص":
		return true
	}
	return false
}

// some reports whether a folded word counts out people only, so that after a verb
// that has an object it is the subject: «انتقد عدد من السكان القرار».
func some(norm string) bool {
	switch norm {
	case "احد", "احدي", "عدد", "بعض", "معظم", "اغلب", "كثير", "كثيرون":
		return true
	}
	return false
}

// people reports whether a folded word is a plural of people by its ending.
func people(norm string) bool {
	return len(norm) >= 10 && (strings.HasSuffix(norm, "ون") || strings.HasSuffix(norm, "يين"))
}

// anonymous reports whether the core of a noun hides who speaks: «المصدر»,
// «المتحدث».
func anonymous(core string) bool {
	return core == arabic.Core("مصدر") || core == arabic.Core("متحدث") || core == arabic.Core("ناطق")
}

// office reports whether the core of a noun is an office that one person holds, so
// that another office means another person.
func office(core string) bool {
	switch core {
	case "وزير", "وزيره", "رئيس", "رئيسه", "سفير", "سفيره", "مدير", "مديره", "محام", "محامي", "مدرب", "قاضي", "باحث", "باحثه", "طبيب", "طبيبه":
		return true
	}
	return false
}

// meansLast reports whether a definite noun of a kind can mean who spoke last: an
// actor, or a noun that the article names again.
func (f *finder) meansLast(core, kind string) bool {
	if f.last.name == "" || kind == "body" && !anonymous(core) && !f.lastHas(core) {
		return false
	}
	return f.last.actor || f.lastHas(core)
}

// lastHas reports whether who spoke last has the noun in the name: «المصادر» after
// «مصادر قضائية».
func (f *finder) lastHas(core string) bool {
	for w := range strings.FieldsSeq(arabic.Key(f.last.name)) {
		if arabic.Core(w) == core {
			return true
		}
	}
	return false
}

// lastIsOther reports whether who spoke last is a person by name whose office is
// not the noun: «المصدر» is not the minister.
func (f *finder) lastIsOther(core string) bool {
	for n, a := range f.actors {
		if a.Name == f.last.name && a.Kind == news.Person {
			return !slices.Contains(f.role(n), core)
		}
	}
	return false
}

// pointing reports whether a word only points back: «المصدر ذاته», «نفسه».
func pointing(norm string) bool {
	switch norm {
	case "ذاته", "ذاتها", "نفسه", "نفسها", "المذكور", "المذكوره":
		return true
	}
	return false
}

// marked reports whether mention m follows first with only a noun and a
// quotation mark between: «منظمة "أفق"».
func (f *finder) marked(first int, m mention) bool {
	i := f.t.At(m.Start)
	if i == first+1 {
		return f.kind(m) == news.Organization
	}
	if i != first+2 {
		return false
	}
	set, _ := family(f.t.Tokens[first+1])
	return set != 0
}

// byRole returns the actor whose role the phrase names (P3): one shares all
// words of the other. Of several the one named last before the phrase.
func (f *finder) byRole(first, stop int) (speaker, bool) {
	var words []string
	for i := first; i < stop; i++ {
		if f.t.Tokens[i].Kind == arabic.Word {
			words = append(words, arabic.Core(f.t.Tokens[i].Norm))
		}
	}
	best, at := -1, -1
	for n, a := range f.actors {
		if a.Role == "" || !sharesRole(words, f.role(n)) {
			continue
		}
		if near := f.lastBefore(n, f.t.Tokens[first].Start); best < 0 || near > at {
			best, at = n, near
		}
	}
	if best < 0 {
		return speaker{}, false
	}
	return speaker{name: f.actors[best].Name, actor: true, body: f.actors[best].Kind != news.Person}, true
}

// role returns the words of the role of actor n, by core.
func (f *finder) role(n int) []string {
	if f.roles == nil {
		f.roles = make([][]string, len(f.actors))
	}
	if f.roles[n] == nil {
		f.roles[n] = []string{}
		for _, w := range arabic.Read(f.actors[n].Role).Tokens {
			if w.Kind == arabic.Word {
				f.roles[n] = append(f.roles[n], arabic.Core(w.Norm))
			}
		}
	}
	return f.roles[n]
}

// sharesRole reports whether words are words of role, beginning with its head.
func sharesRole(words, role []string) bool {
	if len(role) == 0 || len(words) == 0 || role[0] != words[0] {
		return false
	}
	short, long := words, role
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	return true
}

// lastBefore returns where actor n was last named before byte offset at, or
// -1 when only after it.
func (f *finder) lastBefore(n, at int) int {
	near := -1
	for _, m := range f.actors[n].Mentions {
		if m.Start < at && m.Start > near {
			near = m.Start
		}
	}
	return near
}

// byName returns the actor named last before token i that has the noun in its
// name or just before it: «المنظمة» after «منظمة "أفق"».
func (f *finder) byName(core string, i int, kind string) (speaker, bool) {
	at := f.t.Tokens[i].Start
	k, _ := slices.BinarySearchFunc(f.mentions, at, func(m mention, at int) int { return m.Start - at })
	low := max(0, k-8*lookback)
	for k--; k >= low; k-- {
		m := f.mentions[k]
		if kind == "person" && f.kind(m) != news.Person || kind != "body" && f.kind(m) == news.Location {
			continue // «الوالي» after «والي النخيل» is not the town
		}
		from := f.t.At(m.Start)
		for j := max(0, from-6); j < len(f.t.Tokens) && f.t.Tokens[j].Start < m.End; j++ {
			if f.t.Tokens[j].Kind == arabic.Word && arabic.Core(f.t.Tokens[j].Norm) == core && (j >= from || f.adjacent(j, from)) {
				return f.as(m), true
			}
		}
	}
	for _, a := range f.actors { // a long name may be mentioned in short only
		if kind != "person" && a.Kind == news.Organization && strings.HasPrefix(arabic.Core(arabic.Key(a.Name)), core+" ") {
			return speaker{name: a.Name, actor: true, body: true}, true
		}
	}
	return speaker{}, false
}

// adjacent reports whether only words and quotation marks part tokens j and from.
func (f *finder) adjacent(j, from int) bool {
	for i := j + 1; i < from; i++ {
		if set, _ := family(f.t.Tokens[i]); f.t.Tokens[i].Kind == arabic.Punct && set == 0 || preposition(f.t.Tokens[i].Norm) {
			return false
		}
	}
	return true
}

// IsPerson reports whether a folded word is a common noun for somebody who
// speaks: «وزير», «المتحدث».
func IsPerson(norm string) bool { return speakers().Of(arabic.Core(norm)) == "person" }

// IsHead reports whether a folded word, with its article or without, is a common
// noun that stands before the name of a body or a person.
func IsHead(norm string) bool { return speakers().Of(arabic.Core(norm)) != "" }
