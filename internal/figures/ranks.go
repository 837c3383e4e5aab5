package figures

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// rank adds ordinal n when it states a rank: after a noun of rank («المرتبة
// الثالثة»), before a superlative («ثالث أكبر»), or said of the subject («هذا
// الفوز السادس», «هو السادس»).
func (f *finder) rank(n number.Number) {
	x := item{first: n.First, last: n.Last, start: n.Start, value: n.Value, bound: news.Exact, unit: counted{kind: news.Ordinal}}
	i := n.First - 1
	if !n.Definite {
		if f.value(n) > 1 && f.direct(n.Last) && isSuperlative(f.norm(n.Last)) {
			f.add(x)
		}
		return
	}
	if i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word {
		return
	}
	switch r := f.roleOfStem(i); {
	case isPronoun(f.norm(i)):
		if _, definite := arabic.Bare(f.norm(i - 1)); definite && f.direct(i) {
			x.unit.text = f.t.Tokens[i-1].Of(f.t.Source)
		}
		f.add(x)
	case n.Prefix == "و" && f.afterRank(n):
		x.unit.text = f.list[len(f.list)-1].Unit
		f.add(x)
	case r&rank != 0 && (f.definite(i) || possessed(f.norm(i))):
		f.withNoun(&x, i)
		f.add(x)
	case r&(notRank|timeUnit) == 0:
		if first, ok := f.subject(i); ok {
			f.withNoun(&x, first)
			f.add(x)
		}
	}
}

// withNoun moves the beginning of x to the noun at token i, its unit.
func (f *finder) withNoun(x *item, i int) {
	stems, n := f.t.Stems(i)
	x.first, x.start = i, f.t.Tokens[i].Start
	for _, s := range stems[1:n] {
		if _, definite := arabic.Bare(s.Norm); definite || f.lex.roles[s.Norm]&rank != 0 {
			x.start = f.nounStart(s)
			break
		}
	}
	x.unit.text = f.t.Source[x.start:f.t.Tokens[i].End]
}

// definite reports whether token i has the article.
func (f *finder) definite(i int) bool {
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		if _, ok := arabic.Bare(s.Norm); ok {
			return true
		}
	}
	return false
}

// subject returns the noun of which the words to token i, the noun and its
// adjectives, say an ordinal after a pronoun.
func (f *finder) subject(i int) (first int, ok bool) {
	for j := i; j > 0 && j > i-3 && !f.t.NewLine(j-1); j-- {
		bare, definite := arabic.Bare(f.norm(j))
		if !definite || f.lex.roles[bare]&(sport|noun) == 0 && j < i || f.role(j)&notRank != 0 {
			if !definite || f.role(j)&notRank != 0 {
				return 0, false
			}
		}
		if isPronoun(f.norm(j-1)) && (!isDemonstrative(f.norm(j-1)) || j > 1 && isPronoun(f.norm(j-2))) {
			return j, !f.isPlural(bare)
		}
	}
	return 0, false
}

// afterRank reports whether ordinal n is joined to a rank just before it.
func (f *finder) afterRank(n number.Number) bool {
	if len(f.list) == 0 {
		return false
	}
	last := f.list[len(f.list)-1]
	return last.Kind == news.Ordinal && f.t.At(last.End) >= n.First-2
}

func isDemonstrative(norm string) bool { return norm == "هذا" || norm == "هذه" }

func isPronoun(norm string) bool {
	switch norm {
	case "هو", "هي", "هذا", "هذه", "وهو", "وهي", "يعد", "تعد", "ويعد", "وتعد", "يعتبر", "تعتبر", "ويعتبر", "وتعتبر", "ليكون", "لتكون":
		return true
	}
	return false
}

// isSuperlative reports whether a word compares: largest, best.
func isSuperlative(norm string) bool {
	switch norm {
	case "اكبر", "افضل", "اعلي", "اكثر", "اقدم", "اطول", "اغلي", "اهم", "اسوا", "اقوي", "اسرع", "اصغر", "اغني", "احسن", "اضخم", "ادني", "اقل":
		return true
	}
	return false
}
