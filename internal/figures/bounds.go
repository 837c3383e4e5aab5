package figures

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// boundBefore reads the bound before number n into x, whose first token it moves.
func (f *finder) boundBefore(n number.Number, x *item) bool {
	if n.Prefix != "" {
		return false
	}
	i := x.first - 1
	if i >= 0 && !f.t.NewLine(i) {
		if u, ok := f.lex.units[f.norm(i)]; ok && u.kind == news.Money || f.norm(i) == "%" && f.t.Touch(i) {
			x.first, x.start = i, f.t.Tokens[i].Start
			i--
		}
	}
	if i >= 0 && f.isArticle(i) {
		i--
	}
	if i < 0 || f.t.NewLine(i) {
		return false
	}
	if p, at, start, ok := f.phraseBefore(i); ok {
		x.first, x.start, x.bound = at, start, p.bound
		return true
	}
	if b, ok := f.farBound(i); ok {
		x.bound = b
		return true
	}
	return false
}

// farBound returns the bound of a verb whose subject ends at token i, before the
// number: «لا تتجاوز نسبة التلف 5%», «تجاوزت قيمة الصفقة 5 ملايين». Its words
// stay out of the span.
func (f *finder) farBound(i int) (news.Bound, bool) {
	const denied, affirmed = 7, 2 // tokens between a verb and the number
	if !f.definite(i) && !f.dated[i] || f.role(i)&stop != 0 {
		return "", false
	}
	for j := i - 1; j >= 0 && j >= i-denied && !f.t.NewLine(j); j-- {
		if f.t.Tokens[j].Kind != arabic.Word || f.numeral[j] && !f.dated[j] {
			return "", false
		}
		if !isPassing(f.norm(j)) {
			continue
		}
		if j > 0 && isDenial(f.norm(j-1)) {
			return news.AtMost, true
		}
		return news.MoreThan, j == i-affirmed && !f.definite(j+1)
	}
	return "", false
}

// isPassing reports whether a word is a verb of passing a figure.
func isPassing(norm string) bool {
	switch norm {
	case "تجاوز", "تجاوزت", "يتجاوز", "تتجاوز", "تخطي", "تخطت", "يتخطي", "تتخطي", "يفوق", "تفوق", "فاق", "فاقت":
		return true
	}
	return false
}

// isDenial reports whether a word denies the verb after it.
func isDenial(norm string) bool {
	switch norm {
	case "لا", "لم", "لن", "ولا", "ولم", "ولن":
		return true
	}
	return false
}

// phraseBefore returns the bound whose last word is token i, with its first
// token and where that begins without its proclitics.
func (f *finder) phraseBefore(i int) (p phrase, at, start int, ok bool) {
	for _, p := range f.lex.before[f.norm(i)] {
		if at, start, ok := f.phraseEnds(p, i); ok {
			return p, at, start, true
		}
	}
	stems, n := f.t.Stems(i)
	for _, s := range stems[1:n] {
		if s.Prefix != "و" && isPlace(s.Norm) {
			continue // «بدون», «فتحت»
		}
		for _, p := range f.lex.before[s.Norm] {
			if len(p.words) == 1 {
				return p, i, s.Start, true
			}
		}
	}
	return f.partedBound(i)
}

// partedBound returns the bound that its subject parts: «لا يزيد عمره عن»,
// «تجاوز عددهم».
func (f *finder) partedBound(i int) (p phrase, at, start int, ok bool) {
	w := f.norm(i)
	if i > 0 && isAgeWord(w) && !f.t.NewLine(i-1) && !isAgeWord(f.norm(i-1)) {
		return f.phraseBefore(i - 1) // «دون سن 18»
	}
	if w == "عن" || w == "علي" {
		if i > 2 && f.definite(i-1) && possessed(f.norm(i-2)) {
			i-- // «تزيد قدرتها الإنتاجية على»
		}
		if i < 2 || !possessed(f.norm(i-1)) && !isDegree(f.norm(i-1)) {
			return phrase{}, 0, 0, false
		}
		for _, p := range f.lex.before[w] {
			if n := len(p.words); n > 1 && f.norm(i-2) == p.words[n-2] {
				p.words = p.words[:n-1]
				if at, start, ok := f.phraseEnds(p, i-2); ok {
					return p, at, start, true
				}
			}
		}
		return phrase{}, 0, 0, false
	}
	if i < 1 || !possessed(w) || f.t.NewLine(i-1) || isParticle(f.norm(i-1)) {
		return phrase{}, 0, 0, false
	}
	for _, p := range f.lex.before[f.norm(i-1)] {
		if at, start, ok := f.phraseEnds(p, i-1); ok {
			return p, at, start, true
		}
	}
	return phrase{}, 0, 0, false
}

// isDegree reports whether a word says how much a bound is passed: «يزيد قليلا على».
func isDegree(norm string) bool { return norm == "قليلا" || norm == "كثيرا" }

// isPlace reports whether a bound is a word of place, which with another
// proclitic than waw is another word.
func isPlace(norm string) bool {
	return norm == "دون" || norm == "تحت" || norm == "فوق" || norm == "حتي"
}

// isParticle reports whether a bound of one word is no verb.
func isParticle(norm string) bool {
	switch norm {
	case "نحو", "حوالي", "قرابه", "زهاء", "تقريبا", "دون", "تحت", "فوق", "حتي", "حدود", "بحدود", "من", "علي", "عن", "الي":
		return true
	}
	return false
}

// phraseEnds reports whether the words of p end at token i.
func (f *finder) phraseEnds(p phrase, i int) (at, start int, ok bool) {
	at = i - len(p.words) + 1
	if at < 0 {
		return 0, 0, false
	}
	for k := len(p.words) - 1; k > 0; k-- {
		if f.norm(at+k) != p.words[k] || f.t.NewLine(at+k-1) {
			return 0, 0, false
		}
	}
	stems, n := f.t.Stems(at)
	for _, s := range stems[:n] {
		if s.Norm == p.words[0] {
			// «ليصل إلى 46 دولارا» tells what it came to.
			return at, s.Start, !strings.HasSuffix(s.Prefix, "ل") && !strings.HasSuffix(s.Prefix, "س") || s.Norm != "يصل" && s.Norm != "تصل"
		}
	}
	return 0, 0, false
}

// boundAfter reads the bound after x, whose end it moves, or which one word
// parts from it.
func (f *finder) boundAfter(x *item) bool {
	for gap := range 2 {
		i := x.last + gap
		if !f.direct(i) || gap == 1 && f.t.Tokens[i-1].Kind != arabic.Word {
			return false
		}
		for _, p := range f.lex.after[f.norm(i)] {
			if !f.phraseStarts(p, i) {
				continue
			}
			if x.bound == news.Exact {
				x.bound = p.bound
			}
			if gap == 0 {
				x.last = i + len(p.words)
			}
			return true
		}
	}
	return false
}

func (f *finder) phraseStarts(p phrase, i int) bool {
	for k, w := range p.words {
		if f.norm(i+k) != w || k > 0 && !f.direct(i+k) {
			return false
		}
	}
	return true
}
