package quotes

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// before looks for the subject before the verb of c (P5): the noun or name
// that the sentence opens with, else the nearest person or body of the sentence
// that no preposition governs, else the nearest of all, else a common noun right
// before the verb.
func (f *finder) before(c cue, s arabic.Sentence) (speaker, bool) {
	if who, ok := f.opening(c, s); ok {
		return who, true
	}
	i := c.at
	if i-1 > s.First && relative(f.t.Tokens[i-1].Norm) && f.covering(i-2) < 0 && kindOf(f.t.Tokens[i-2].Norm) != "" { // «المتحدث الذي أضاف»
		if who := f.noun(i-2, i-1); who.name != "" {
			return who, true
		}
	}
	ms := f.in(s.First, i)
	var other speaker
	topic := f.last.name != "" && f.isTopic(s.First, i)
	for _, m := range slices.Backward(ms[max(0, len(ms)-lookback):]) {
		if topic && f.t.At(m.End-1) < i-2 { // «وعن دورها في الفيلم قالت»: not of whom she speaks
			continue
		}
		if f.kind(m) == news.Location || f.quoted(m, i) || f.published(m) {
			continue
		}
		if !f.oblique(m) {
			return f.as(m), true
		}
		if other.name == "" {
			other = f.as(m)
		}
	}
	if i > s.First && f.t.Tokens[i-1].Kind == arabic.Word {
		if core := arabic.Core(f.t.Tokens[i-1].Norm); speakers().Of(core) != "" {
			return f.noun(i-1, i), true
		}
	}
	if f.last.name == "" && other.name != "" {
		return other, true
	}
	return speaker{}, false
}

// published reports whether m is who put out the text that the words before it name:
// «في تقرير نشرته وكالة الأنباء».
func (f *finder) published(m mention) bool {
	for i := f.t.At(m.Start) - 1; i > 1 && i > f.t.At(m.Start)-4; i-- {
		if c, ok := cues().Find(f.t.Tokens[i].Norm); ok && c.Object && c.Weak && c.Form == Perfect {
			return kindOf(f.t.Tokens[i-1].Norm) == "text"
		}
	}
	return false
}

// isTopic reports whether the words from first to the verb at token i only say
// on what, where or when somebody speaks: «وعن دورها في الفيلم قالت».
func (f *finder) isTopic(first, i int) bool {
	n := f.t.Tokens[first].Norm
	if !preposition(n) && !adverbial(n) && !topical(n) {
		return false
	}
	for k := first; k < i-2; k++ {
		if arabic.IsComma(f.t.Tokens[k].Norm) {
			return false // «في المقابل، احتج المدرب على الحكم وقال»
		}
	}
	return true
}

// opening returns the subject that sentence s opens with, before the verb of
// c: after «لكن», «في المقابل،» and one verb, a noun of the table.
func (f *finder) opening(c cue, s arabic.Sentence) (speaker, bool) {
	i, first := c.at, s.First
	for k := first; k < min(i, first+4); k++ {
		if arabic.IsComma(f.t.Tokens[k].Norm) {
			first = k + 1
			break
		}
	}
	for first < i && connects(f.t.Tokens[first].Norm) {
		first++
	}
	verb := f.t.Tokens[min(first, i)].Norm
	for _, k := range []int{first, first + 1} {
		if k >= i-1 || f.t.Tokens[k].Kind != arabic.Word || k > 0 && preposition(f.t.Tokens[k-1].Norm) {
			continue
		}
		if kind := kindOf(f.t.Tokens[k].Norm); kind == "" || kind == "text" && k > first {
			continue
		} else if k > first && strings.HasSuffix(verb, "ت") == (f.genderAt(c) == masculine) && f.genderAt(c) != unknown {
			continue // «نظمت الجمعية ندوة، وقال»: another
		} else if kind == "body" {
			if ms := f.in(k, i); len(ms) > 0 && !f.oblique(ms[0]) && f.kind(ms[0]) == news.Organization {
				return f.as(ms[0]), true
			}
		}
		return f.subject(k, i)
	}
	return speaker{}, false
}

// connects reports whether a folded word joins a sentence to the one before it.
func connects(norm string) bool {
	switch strings.TrimPrefix(norm, "و") {
	case "لكن", "غير", "بيد", "الا", "ان", "فيما", "بينما", "اما", "كما", "ثم", "قد", "كان", "كانت":
		return true
	}
	return false
}

// topical reports whether a folded word opens the topic that somebody speaks on.
func topical(norm string) bool {
	switch strings.TrimPrefix(norm, "و") {
	case "عما", "عن", "بخصوص", "بشان", "حول", "فيما", "ردا", "تعليقا", "بالنسبه":
		return true
	}
	return false
}

// quoted reports whether m lies in a long quotation that opened before token i.
func (f *finder) quoted(m mention, i int) bool {
	for k := min(f.next, len(f.pairs)) - 1; k >= 0 && k >= f.next-6; k-- {
		p := f.pairs[k]
		if p.long && p.open < i && f.t.Tokens[p.open].Start < m.Start && (p.shut >= len(f.t.Tokens) || m.Start < f.t.Tokens[p.shut].Start) {
			return true
		}
	}
	return false
}
