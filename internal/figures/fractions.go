package figures

import (
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// fraction reads a fraction: «ثلثاهم», «نصف راتبه», «أكثر من النصف».
func (f *finder) fraction(n number.Number, x *item, bounded bool) bool {
	x.unit.kind = news.Measure
	i := n.Last
	if n.Owned || i-n.First > 2 && f.norm(n.First+1) != "/" || f.value(n) > 1 && n.Value.Cmp(decimal.MustNew(1, 0)) > 0 {
		return true
	}
	if n.Definite {
		return (bounded || f.changesBy(n.First-1)) && (!f.direct(i) || !f.definite(i))
	}
	if !f.direct(i) || f.t.Tokens[i].Kind != arabic.Word || f.dated[i] || f.role(i)&(noFraction|timeUnit) != 0 {
		return false
	}
	w := f.norm(i)
	bare, definite := arabic.Bare(w)
	if definite && n.First > 0 && f.direct(n.First) && n.Prefix == "" && f.definite(n.First-1) && !bounded {
		return false // «المواد نصف المصنعة»
	}
	if !definite && f.lex.roles[bare]&(noun|pluralNoun) == 0 && !possessed(w) || f.role(i)&stop != 0 {
		if _, ok := f.isNoun(i); ok && bounded {
			x.unit.text, x.last = f.t.Tokens[i].Of(f.t.Source), i+1 // «أكثر من نصف إنتاج البلاد»
		}
		return bounded
	}
	x.unit.text, x.last = f.t.Tokens[i].Of(f.t.Source), i+1
	return true
}

// changesBy reports whether token i says by how much something changes: «بزيادة
// الثلث».
func (f *finder) changesBy(i int) bool {
	switch f.norm(i) {
	case "بزياده", "بنسبه", "بمقدار", "بواقع", "بتراجع", "بانخفاض", "بارتفاع":
		return !f.t.NewLine(i)
	}
	return false
}

// possessed reports whether a folded word ends in a pronoun of the third person.
func possessed(norm string) bool {
	for _, p := range []string{"ه", "ها", "هم", "هن", "نا"} {
		if strings.HasSuffix(norm, p) && len(norm) > len(p)+4 {
			return true
		}
	}
	return false
}

// wholeBefore reads a unit without a number that a fraction follows: «لتر ونصف»,
// «دينارين ونصف الدينار».
func (f *finder) wholeBefore(k int, x *item) (counted, bool) {
	n := f.numbers[k]
	i := n.First - 1
	if i > 0 && f.norm(i) == "و" {
		i--
	} else if n.Prefix != "و" {
		return counted{}, false
	}
	if n.Form != number.Fraction || n.Definite || n.Owned || i < 0 || !f.direct(i+1) || f.t.Tokens[i].Kind != arabic.Word || k > 0 && f.numbers[k-1].Last >= i {
		return counted{}, false
	}
	if i > 0 && !f.t.NewLine(i-1) && f.norm(i-1) == "بين" {
		return counted{}, false
	}
	part, _ := arabic.Bare(f.norm(n.Last))
	after, measured := f.lex.units[part]
	measured = f.direct(n.Last) && (measured || f.role(n.Last)&timeUnit != 0)
	stems, count := f.t.Stems(i)
	for _, s := range stems[:count] {
		u, ok := f.lex.units[s.Norm]
		if !ok || u.minor > 0 || len(s.Norm) <= 4 || measured && after.word != u.word {
			continue
		}
		whole := int64(1)
		if u.dual {
			whole = 2
		}
		v, err := x.value.Add(decimal.MustNew(whole, 0))
		if err != nil {
			return counted{}, false
		}
		x.first, x.start, x.value = i, s.Start, v.Trim(0)
		c := f.extend(u, i, i+1)
		c.text, c.last = u.word, n.Last
		if measured {
			c.last++
		}
		return c, true
	}
	return counted{}, false
}

// fractionAfter adds the fraction that follows a unit: «ثلاثة أمتار ونصف».
func (f *finder) fractionAfter(k int, x *item) int {
	if k >= len(f.numbers) {
		return 0
	}
	n := f.numbers[k]
	joined := n.First == x.last && n.Prefix == "و" || n.First == x.last+1 && f.norm(x.last) == "و"
	if !joined || f.inDate(n) || n.Form != number.Fraction || n.Definite || n.Owned || !f.direct(n.First) || n.Value.Cmp(decimal.MustNew(1, 0)) >= 0 {
		return 0
	}
	last := n.Last
	if f.direct(last) && f.t.Tokens[last].Kind == arabic.Word && f.role(last)&stop == 0 {
		bare, _ := arabic.Bare(f.norm(last))
		u, known := f.lex.units[bare]
		if !known || u.kind != x.unit.kind || u.code != x.unit.code && x.unit.kind != news.Money {
			return 0
		}
		last++
	}
	if v, err := x.value.Add(n.Value); err == nil {
		x.value, x.last = v.Trim(0), last
		return 1
	}
	return 0
}
