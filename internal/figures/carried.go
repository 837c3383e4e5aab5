package figures

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// The figures of this file have no unit of their own: they carry on that of the
// figure before them.

// sameAsBefore reads «48 منهم», «48 من بينهم»: the unit is that of the count before.
func (f *finder) sameAsBefore(x *item) bool {
	i := x.last
	if !f.direct(i) {
		return false
	}
	switch f.norm(i) {
	case "منهم", "منهن", "منها", "بينهم":
	case "من":
		switch f.norm(i + 1) {
		case "بينهم", "بينها", "بينهن", "هولاء", "هذه":
		default:
			return false
		}
	default:
		return false
	}
	people := f.norm(i) == "منهم" || f.norm(i) == "بينهم" || f.norm(i+1) == "بينهم"
	for j := len(f.list) - 1; j >= 0 && j >= len(f.list)-5; j-- {
		if f.list[j].Kind == news.Count && f.list[j].Unit != "" && (j >= len(f.list)-3 || people && f.isHuman(f.list[j].Unit)) {
			if x.unit.text == "" || people && f.isHuman(f.list[j].Unit) {
				x.unit.text = f.list[j].Unit
			}
			if !people || f.isHuman(x.unit.text) {
				break
			}
		}
	}
	return true
}

// isHuman reports whether a unit counts people: a word of the table, or a sound
// masculine plural.
func (f *finder) isHuman(unit string) bool {
	w := arabic.Key(unit)
	if k := strings.IndexByte(w, ' '); k > 0 {
		w = w[:k]
	}
	w, _ = arabic.Bare(w)
	if w == "اخرون" || w == "اخرين" {
		return false
	}
	return f.lex.roles[w]&people != 0 || f.lex.roles[strings.TrimSuffix(w, "ا")]&people != 0 || strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين")
}

// sumBefore reads «مليار» alone after a sum of money in its sentence: «10 آلاف دينار
// ثم مليار».
func (f *finder) sumBefore(n number.Number, x *item) bool {
	const least, most = 1_000_000, 14 // the scale, and the tokens between
	if n.Form != number.Words || n.Scale < least || n.Last != n.First+1 || n.Prefix != "" || len(f.list) == 0 {
		return false
	}
	last := f.list[len(f.list)-1]
	at := f.t.At(last.End - 1)
	if last.Kind != news.Money || at < n.First-most || f.t.SentenceAt(last.Start) != f.t.SentenceAt(f.t.Tokens[n.First].Start) {
		return false
	}
	x.unit = counted{kind: news.Money}
	return true
}

// sameBrackets reads a number alone in brackets after one that was, with its unit:
// «تونس (97 مسكنا) وأريانة (149)».
func (f *finder) sameBrackets(n number.Number, x *item) bool {
	const most = 8 // tokens between
	if n.Form != number.Digits || !f.inBrackets(n.First, n.Last) || f.year(n) || len(f.list) == 0 {
		return false
	}
	last := f.list[len(f.list)-1]
	first := f.t.At(last.Start)
	if last.Unit == "" || last.Kind == news.Ordinal || f.t.NewLine(n.First-1) || first < n.First-3*most {
		return false
	}
	if after := f.inBrackets(first, f.t.At(last.End-1)+1) && first >= n.First-most; !after && !f.opensBrackets(n.Last, most) {
		return false
	}
	x.unit = counted{text: last.Unit, kind: last.Kind, code: last.UnitCode}
	return true
}

// inBrackets reports whether brackets hold tokens first to last and nothing else.
func (f *finder) inBrackets(first, last int) bool {
	return f.norm(first-1) == "(" && f.norm(last) == ")"
}

// opensBrackets reports whether another number alone in brackets follows within most
// tokens of token i: «نابل (163) والقصرين (48)».
func (f *finder) opensBrackets(i, most int) bool {
	for j := i + 1; j < min(len(f.t.Tokens), i+most) && f.direct(j); j++ {
		if f.norm(j) == "(" {
			return j+2 < len(f.t.Tokens) && f.t.Tokens[j+1].Kind == arabic.Digits && f.norm(j+2) == ")"
		}
	}
	return false
}

// tollAhead reads a number whose unit the next toll names: «استشهاد 15 وإصابة 33 من
// رجال الأمن».
func (f *finder) tollAhead(k int, x *item) bool {
	n := f.numbers[k]
	if k+1 >= len(f.numbers) || n.First == 0 || f.roleOfStem(n.First-1)&toll == 0 || f.year(n) {
		return false
	}
	next := f.numbers[k+1]
	if next.First != n.Last+1 || !f.direct(next.First) || f.inDate(next) || f.roleOfStem(n.Last)&toll == 0 || !strings.HasPrefix(f.norm(n.Last), "و") {
		return false
	}
	u, ok := f.unitAfter(next)
	if !ok || u.kind != news.Count {
		return false
	}
	if j := len(f.list) - 1; j < 0 || f.list[j].Kind != news.Count || f.t.At(f.list[j].End) < n.First-12 {
		x.unit.text = u.text
	} else {
		x.unit.text = f.list[j].Unit
	}
	return true
}

// others reads «6 أخرى»: as many again of what the count before it counts.
func (f *finder) others(n number.Number, x *item) bool {
	if !f.direct(n.Last) || f.norm(n.Last) != "اخري" || f.year(n) {
		return false
	}
	if j := len(f.list) - 1; j >= 0 && f.list[j].Kind == news.Count && f.t.At(f.list[j].End) >= n.First-12 {
		x.unit.text = f.list[j].Unit
	}
	x.last = n.Last + 1
	return true
}

// those reads a definite number without a noun of which an adjective or a relative
// clause tells: «الثمانية المتبقين», «ال4 الذين».
func (f *finder) those(n number.Number, x *item) bool {
	if n.Prefix != "" || f.value(n) < 3 || f.value(n) > 99 || !f.direct(n.Last) || n.Form == number.Words && n.Last == n.First+1 && !strings.HasSuffix(f.norm(n.First), "ه") && f.value(n) < 11 {
		return false
	}
	w := f.norm(n.Last)
	bare, definite := arabic.Bare(w)
	if !definite || w != "الذين" && w != "اللواتي" && w != "اللاتي" && (!strings.HasSuffix(bare, "ين") && !strings.HasSuffix(bare, "ون") || utf8.RuneCountInString(bare) < 6) {
		return false
	}
	for j := len(f.list) - 1; j >= 0 && j >= len(f.list)-3; j-- {
		if f.list[j].Kind == news.Count && f.list[j].Unit != "" {
			x.unit.text = f.list[j].Unit
			break
		}
	}
	return true
}

// degrees gives a bounded number without a unit that of the degrees just told of:
// «بين 10 و14 درجة وتكون في حدود 7 بالمرتفعات».
func (f *finder) degrees(n number.Number, x *item) {
	const most = 20 // tokens between
	if j := len(f.list) - 1; j >= 0 && strings.HasPrefix(f.list[j].Unit, "درج") && f.t.At(f.list[j].End) >= n.First-most {
		x.unit = counted{text: f.list[j].Unit, kind: f.list[j].Kind, code: f.list[j].UnitCode}
	}
}
