package quotes

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// pastAdverbs skips what may stand between a verb and its subject: a part set
// off by commas, and words of time.
func (f *finder) pastAdverbs(first, last int) int {
	for first < last {
		switch f.t.Tokens[first].Norm {
		case "،", ",":
			i := first + 1
			for i < last && !arabic.IsComma(f.t.Tokens[i].Norm) {
				i++
			}
			if i >= last-1 {
				return last
			}
			first = i + 1
		case "به", "بها", "عنه", "عنها", "اليه", "اليها", "فيه", "فيها", "له", "اليوم", "امس", "ايضا", "كذلك", "مجددا", "بدوره", "بدورها", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه":
			first++
		default:
			n := f.inContext(first, last)
			if n == 0 {
				return first
			}
			first += n
		}
	}
	return first
}

// inContext returns how many tokens from i only say in which context somebody
// speaks: «في هذا السياق».
func (f *finder) inContext(i, last int) int {
	if f.t.Tokens[i].Norm != "في" {
		return 0
	}
	for k := i + 1; k < min(last, i+4); k++ {
		switch f.t.Tokens[k].Norm {
		case "السياق", "الصدد", "الاطار", "الشان", "الخصوص", "المجال", "الغرض":
			return k + 1 - i
		}
	}
	return 0
}

// isOblique reports whether token i is a preposition, an adverbial or a word
// that a preposition is written to.
func (f *finder) isOblique(i int) bool {
	w := f.t.Tokens[i]
	if preposition(w.Norm) || adverbial(w.Norm) || w.Kind != arabic.Word && len(f.in(i, i+1)) == 0 {
		return true
	}
	switch w.Norm {
	case "ذلك", "هذا", "هذه", "تلك", "ما", "قد", "لقد", "هو", "هي", "هم", "لا", "لم", "لن", "عدم", "كيف", "لماذا":
		return true
	}
	if c, ok := CueAt(f.t, i); ok && c.Form == Noun && c.Object { // «بقوله»
		return true
	}
	if len(f.in(i, i+1)) == 0 && f.manner(i) {
		return true
	}
	if len(f.in(i, i+1)) == 0 && (strings.HasPrefix(w.Norm, "لل") || strings.HasPrefix(w.Norm, "بال")) && len(w.Norm) > 8 {
		return true
	}
	ms := f.in(i, i+1)
	return len(ms) > 0 && ms[0].Start > w.Start && f.oblique(ms[0])
}

// manner reports whether word i says how somebody speaks: «مدافعا», or alone
// before the words spoken «بحسرة».
func (f *finder) manner(i int) bool {
	w := f.t.Tokens[i].Norm
	if kindOf(w) != "" || len(w) < 8 {
		return false
	}
	if !arabic.IsDefinite(w) && strings.HasSuffix(w, "ا") {
		return true
	}
	if f.t.Tokens[i].Kind == arabic.Word && strings.HasPrefix(w, "ب") && strings.HasSuffix(w, "هم") && w != "بعضهم" {
		return true // «وعدهم بمنحهم»
	}
	return strings.HasPrefix(w, "ب") && w != "بعضهم" && (i+1 >= len(f.t.Tokens) || f.endsPhrase(i+1) || f.t.Tokens[i+1].Kind == arabic.Punct)
}

// addressed reports whether a folded word is whom a speaker speaks to, with lam:
// «لمراسل», «لوكالة».
func addressed(norm string) bool {
	switch rest, ok := strings.CutPrefix(norm, "ل"); rest {
	case "مراسل", "مراسله", "مراسلنا", "مراسلتنا", "وكاله", "صحيفه", "جريده", "قناه", "اذاعه", "مبعوث":
		return ok
	}
	return false
}

func (f *finder) endsPhrase(i int) bool {
	if w := f.t.Tokens[i]; w.Kind == arabic.Word && addressed(w.Norm) {
		return true
	}
	if c, ok := CueAt(f.t, i); ok && c.Form == Noun && c.Object { // «عن مسؤول كبير قوله»
		return true
	}
	switch w := f.t.Tokens[i]; w.Norm {
	case "،", ",", ":", "؛", ".", "(", "-", "–":
		return true
	default:
		then := w.Norm == "فان" && strings.ContainsRune(w.Of(f.t.Source), '\u0625') // «فإن», not «فان» in a name
		return w.Kind == arabic.Word && adverbial(w.Norm) || that(f.t, i) || then
	}
}

// phraseEnd returns where a noun phrase without a name ends: at most eight
// words, before a preposition, except the one that says where an indefinite
// noun belongs («مسؤول في الوزارة», «متحدث باسم»).
func (f *finder) phraseEnd(first, end int) int {
	definite := arabic.IsDefinite(f.t.Tokens[first].Norm)
	article := definite
	definite = definite || f.construct(first, end) || owned(f.t.Tokens[first].Norm)
	seen := definite // a definite word, after which only definite ones go on
	i := first + 1
	for ; i < min(end, first+8); i++ {
		w := f.t.Tokens[i]
		if _, al := arabic.Bare(w.Norm); w.Kind == arabic.Word && !preposition(w.Norm) {
			if al && article && kindOf(w.Norm) == "body" || f.toPress(i) { // «دعا الحزب الحكومة», «قال شاهد لرويترز»
				break
			}
			if seen && !al && w.Norm != "باسم" && len(f.in(i, i+1)) == 0 && f.t.Tokens[i-1].Norm != "باسم" && !preposition(f.t.Tokens[i-1].Norm) && f.t.Tokens[i-1].Kind == arabic.Word {
				break
			}
			seen = seen || al
		}
		if w.Kind == arabic.Punct {
			if set, _ := family(w); set == 0 {
				break
			}
			continue
		}
		if preposition(w.Norm) {
			if definite || i > first+2 {
				break
			}
			definite = true
		}
	}
	if ms := f.in(first, i); len(ms) > 0 {
		n := f.t.At(ms[0].End - 1)
		for n++; n < i; n++ {
			if !arabic.IsDefinite(f.t.Tokens[n].Norm) {
				return f.shut(first, n, end)
			}
		}
	}
	for i > first+1 && (f.t.Tokens[i-1].Kind == arabic.Punct || preposition(f.t.Tokens[i-1].Norm)) {
		i--
	}
	return f.shut(first, i, end)
}

// shut moves the end of the phrase at tokens first to i past the mark that closes
// the name in it: «مدرب المنتخب "جورج إيفانوف"».
func (f *finder) shut(first, i, end int) int {
	const most = 4 // words of a name
	open := 0
	for k := first; k < i; k++ {
		if set, _ := family(f.t.Tokens[k]); set != 0 {
			open++
		}
	}
	if open%2 == 0 {
		return i
	}
	for k := i; k < min(end, i+most); k++ {
		if set, _ := family(f.t.Tokens[k]); set != 0 {
			return k + 1
		}
	}
	return i
}

// toPress reports whether token i is the name of a body to which somebody speaks.
func (f *finder) toPress(i int) bool {
	ms := f.in(i, i+1)
	return len(ms) > 0 && ms[0].Start > f.t.Tokens[i].Start && strings.HasPrefix(f.t.Tokens[i].Norm, "ل") &&
		f.kind(ms[0]) == news.Organization && kindOf(f.t.Tokens[i].Norm) == ""
}
