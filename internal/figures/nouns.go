package figures

import (
	"strings"
	"unicode/utf8"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// isNoun reports whether token i can be the noun that the number before it
// counts, and whether it is one of the table.
func (f *finder) isNoun(i int) (known, ok bool) {
	w := f.t.Tokens[i]
	if w.Kind != arabic.Word || utf8.RuneCountInString(w.Norm) < 2 || f.dated[i] || f.numeral[i] {
		return false, false
	}
	r := f.role(i)
	if r&(noun|pluralNoun) != 0 {
		return true, w.Norm != "اثر" || !strings.ContainsRune(w.Of(f.t.Source), '\u0625') // «إثر», after
	}
	if r&(stop|noFigure) != 0 || isVerb(w.Norm) || utf8.RuneCountInString(w.Norm) < 3 {
		return false, false
	}
	if f.radicalWaw(i) {
		return false, true
	}
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		if arabic.IsDefinite(s.Norm) || s.Prefix != "" && s.Prefix != "س" {
			return false, false
		}
	}
	return false, true
}

// radicalWaw reports whether the waw of the word at token i is its own: an accusative
// right after digits, «160 وميضا», that no other number follows.
func (f *finder) radicalWaw(i int) bool {
	w := f.norm(i)
	if !f.direct(i) || f.t.Tokens[i-1].Kind != arabic.Digits || f.t.Touch(i-1) || !strings.HasPrefix(w, "و") || !strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "يا") {
		return false
	}
	switch w[len("و"):] {
	case "عموما", "خصوصا", "ايضا", "اخيرا", "تحديدا", "تقريبا", "غالبا", "اساسا", "طبعا", "نظرا", "فقا", "فضلا", "سط", "هذا":
		return false
	}
	return utf8.RuneCountInString(w) >= 4 && (i+1 >= len(f.t.Tokens) || f.t.Tokens[i+1].Kind != arabic.Digits)
}

// isVerb reports whether a word has the shape of a verb in the plural.
func isVerb(norm string) bool {
	if strings.HasSuffix(norm, "وا") && utf8.RuneCountInString(norm) > 3 {
		return true
	}
	if (strings.HasPrefix(norm, "سي") || strings.HasPrefix(norm, "ست")) && utf8.RuneCountInString(norm) > 4 {
		return true // the future, since the nouns that begin so are in the table
	}
	return (strings.HasPrefix(norm, "ي") || strings.HasPrefix(norm, "سي")) && (strings.HasSuffix(norm, "ون") || strings.HasSuffix(norm, "ان"))
}

// pairEnd returns the token after the noun at token i, or after its feminine
// when that is joined to it: «تلميذا وتلميذة».
func (f *finder) pairEnd(i int) int {
	if !f.direct(i+1) || f.t.Tokens[i+1].Kind != arabic.Word {
		return i + 1
	}
	rest, ok := strings.CutPrefix(f.norm(i+1), "و")
	if !ok {
		return i + 1
	}
	a := strings.TrimSuffix(strings.TrimSuffix(f.norm(i), "ا"), "ين")
	if rest == a+"ه" || rest == a+"ات" {
		return i + 2
	}
	return i + 1
}

// partitive reads «من المباريات», «من بين الأطفال» at token i.
func (f *finder) partitive(i int) (last int, ok bool) {
	if f.norm(i) == "من" && f.norm(i+1) == "بين" && f.direct(i+1) {
		i++
	} else if f.norm(i) != "من" {
		return 0, false
	}
	if !f.direct(i+1) || f.t.Tokens[i+1].Kind != arabic.Word {
		return 0, false
	}
	bare, definite := arabic.Bare(f.norm(i + 1))
	if f.dated[i+1] || f.role(i+1)&(stop|timeUnit) != 0 {
		return 0, false
	}
	if !definite && !possessed(f.norm(i+1)) && (!f.direct(i+2) || !f.definite(i+2)) {
		return 0, false // «من جهات عدة» says where from
	}
	return i + 2, f.isPlural(f.norm(i+1)) || f.isPlural(bare) || definite && strings.HasSuffix(bare, "ين") || isPeople(bare, definite)
}

// isPeople reports whether a noun after «من» has the form of a plural of people in
// construct or with a pronoun: «من طالبي الشغل», «من أصدقائه».
func isPeople(bare string, definite bool) bool {
	if definite || utf8.RuneCountInString(bare) < 5 {
		return false
	}
	for _, p := range []string{"ه", "ها", "هم"} {
		if s, ok := strings.CutSuffix(bare, p); ok && strings.HasSuffix(s, "ائ") {
			return true
		}
	}
	return strings.HasSuffix(bare, "ي") && !strings.HasSuffix(bare, "تي")
}

// unitBefore reads the noun that stands before a definite number: «الركاب
// الثلاثة», «قطاعات السوق الخمسة عشر».
func (f *finder) unitBefore(n number.Number, x *item) (counted, bool) {
	i := n.First - 1
	if i > 0 && f.isArticle(i) {
		i--
	}
	if !n.Definite || n.Prefix != "" || n.Form == number.Fraction || n.Scale > 1 || i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word {
		return counted{}, false
	}
	if scale := scaleOf(f.norm(i)); scale > 1 { // «الملايين السبعة من المسلمين»
		if v, err := x.value.Mul(decimal.MustNew(scale, 0)); err == nil {
			x.value, x.first, x.start = v.Trim(0), i, f.t.Tokens[i].Start
		}
		u, ok := f.unitAt(n.Last)
		if !ok {
			u = counted{kind: news.Count, last: n.Last}
		}
		return u, true
	}
	for noun := i; i >= 0 && i >= noun-1 && (i == noun || f.direct(i+1)); i-- {
		stems, count := f.t.Stems(i)
		for _, s := range stems[:count] {
			bare, definite := arabic.Bare(s.Norm)
			if !definite && f.definite(i) {
				continue
			}
			if f.lex.roles[s.Norm]&timeUnit != 0 {
				return counted{}, false
			}
			described := definite && f.definite(noun) // «الدول العربية السبع»
			if !f.isPlural(bare) || i < noun && (definite && !described || n.Form == number.Digits || f.role(noun)&(name|notRank) != 0) {
				continue
			}
			x.first, x.start = i, f.nounStart(s)
			u := counted{text: f.t.Source[x.start:f.t.Tokens[i].End], kind: news.Count, last: n.Last}
			return u, true
		}
	}
	return counted{}, false
}

// scaleOf returns what a definite plural of a magnitude multiplies the number after it
// by, or 1.
func scaleOf(norm string) int64 {
	switch norm {
	case "الملايين":
		return 1e6
	case "المليارات":
		return 1e9
	}
	return 1
}

// nounStart returns where the noun of a stem begins. After the lam that swallows
// the alef of the article («للدول») it begins after the article.
func (f *finder) nounStart(s arabic.Stem) int {
	rest := f.t.Source[s.Start:]
	if bare, definite := arabic.Bare(s.Norm); definite && strings.HasPrefix(rest, "ل") && !strings.HasPrefix(rest, "لل") && !strings.HasPrefix(bare, "ل") {
		return s.Start + len("ل")
	}
	return s.Start
}

// isArticle reports whether token i is the article alone, as before digits.
func (f *finder) isArticle(i int) bool {
	return f.norm(i) == "ال" && !f.t.NewLine(i)
}

// pairBefore reads the dual that «اثنين» repeats: «بمؤشرين اثنين».
func (f *finder) pairBefore(n number.Number, x *item) (counted, bool) {
	i := n.First - 1
	if n.Form != number.Words || n.Prefix != "" || n.Last != n.First+1 || f.value(n) != 2 || i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word {
		return counted{}, false
	}
	w := f.norm(i)
	if !strings.HasSuffix(w, "ين") && !strings.HasSuffix(w, "ان") || f.role(i)&(stop|timeUnit) != 0 {
		return counted{}, false
	}
	x.first, x.start = i, f.t.Tokens[i].Start
	stems, count := f.t.Stems(i)
	for _, s := range stems[1:count] {
		if s.Prefix == "ب" || s.Prefix == "و" || s.Prefix == "ل" {
			x.start = s.Start
			break
		}
	}
	return counted{text: f.t.Source[x.start:f.t.Tokens[i].End], kind: news.Count, last: n.Last}, true
}

// isPlural reports whether a folded noun is a plural, with or without a pronoun.
func (f *finder) isPlural(norm string) bool {
	if f.lex.roles[norm]&pluralNoun != 0 {
		return true
	}
	for _, c := range []string{"و", "ي"} { // «مؤسسو الموقع», «مؤسسي»
		if s, ok := strings.CutSuffix(norm, c); ok && f.lex.roles[s+"ون"]&pluralNoun != 0 {
			return true
		}
	}
	for _, p := range []string{"هم", "ها", "هن", "ه", "نا"} {
		s, ok := strings.CutSuffix(norm, p)
		if !ok {
			continue
		}
		if t, hamza := strings.CutSuffix(s, "ئ"); hamza {
			s = t + "ء"
		} else if t, hamza := strings.CutSuffix(s, "ؤ"); hamza {
			s = t + "ء"
		}
		if f.lex.roles[s]&pluralNoun != 0 {
			return true
		}
	}
	return strings.HasSuffix(norm, "ات") && utf8.RuneCountInString(norm) > 4
}
