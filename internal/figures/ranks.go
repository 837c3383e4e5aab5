package figures

import (
	"strings"

	"github.com/govalues/decimal"

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
	if f.ordinalAge(n) {
		return
	}
	if !n.Definite {
		if !f.serial(n, &x) {
			f.rankBefore(n, x)
		}
		return
	}
	if i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word {
		return
	}
	switch r := f.roleOfStem(i); {
	case isPronoun(f.norm(i)):
		if arabic.IsDefinite(f.norm(i-1)) && f.direct(i) {
			x.unit.text = f.t.Tokens[i-1].Of(f.t.Source)
		}
		f.add(x)
	case n.Prefix == "و" && f.afterRank(n):
		x.unit.text = f.list[len(f.list)-1].Unit
		f.add(x)
	case f.inSeries(n.Last) && (f.definite(i) || possessed(f.norm(i))): // «لليوم الثالث على التوالي»
		f.withNoun(&x, i)
		f.add(x)
	case r&rank != 0 && (f.definite(i) || possessed(f.norm(i))), f.norm(i) == "الدقيقه" && f.inSport(), f.itsNth(i):
		f.withNoun(&x, i)
		f.add(x)
	case r&(notRank|timeUnit) == 0:
		if first, ok := f.subject(i); ok {
			f.withNoun(&x, first)
			f.add(x)
		}
	}
}

// inSeries reports whether «على التوالي» or the like stands at token i.
func (f *finder) inSeries(i int) bool {
	return f.direct(i) && (f.norm(i) == "علي" && f.norm(i+1) == "التوالي" || f.norm(i) == "تواليا")
}

// serial adds the ordinal n, of which x is made, after an indefinite noun that is
// counted one by one: «هدف ثان», «لموسم ثالث».
func (f *finder) serial(n number.Number, x *item) bool {
	i := n.First - 1
	if i < 0 || f.t.NewLine(i) || f.t.Tokens[i].Kind != arabic.Word || n.Last != n.First+1 {
		return false
	}
	stems, count := f.t.Stems(i)
	for _, s := range stems[:count] {
		switch strings.TrimSuffix(s.Norm, "ا") {
		case "هدف", "قسط", "موسم", "لقب", "فوز", "انتصار":
			x.first, x.start = i, s.Start
			x.unit.text = f.t.Source[s.Start:f.t.Tokens[i].End]
			f.add(*x)
			return true
		}
	}
	return false
}

// rankBefore adds the ordinal n, of which x is made, when a superlative or an
// indefinite noun follows it: «ثالث أكبر», «ثاني موجة».
func (f *finder) rankBefore(n number.Number, x item) {
	i := n.Last
	if f.value(n) < 2 || !f.direct(i) || n.Last != n.First+1 {
		return
	}
	if isSuperlative(f.norm(i)) {
		if f.direct(i+1) && f.t.Tokens[i+1].Kind == arabic.Word && f.role(i+1)&stop == 0 { // «ثالث أكبر شركة»
			x.last, x.unit.text = i+2, f.t.Tokens[i+1].Of(f.t.Source)
		}
		f.add(x)
		return
	}
	if r := f.role(i); r&noun == 0 || r&(timeUnit|notRank|stop|sport) != 0 || f.definite(i) || strings.HasSuffix(f.norm(n.First), "ه") || f.dated[i] ||
		f.lex.roles["ال"+f.norm(i)]&(notRank|timeUnit) != 0 {
		return
	}
	x.last, x.unit.text = i+1, f.t.Tokens[i].Of(f.t.Source)
	f.add(x)
}

// itsNth reports whether the noun at token i has a pronoun and an ordinal after
// it states how often: «أسبوعه الثالث», «لقبه الثاني».
func (f *finder) itsNth(i int) bool {
	w := f.norm(i)
	for _, p := range []string{"ها", "هم", "ه"} {
		s, ok := strings.CutSuffix(w, p)
		if !ok || len(s) < 4 {
			continue
		}
		if t, feminine := strings.CutSuffix(s, "ت"); feminine {
			s = t + "ه"
		}
		switch s {
		case "يوم", "اسبوع", "شهر", "عام", "ميلاد":
			return true
		}
		return f.lex.roles["ال"+s]&rank != 0
	}
	return false
}

// placed adds the rank of one who came «ثانيا», after a verb of coming in.
func (f *finder) placed(i int) {
	v := adverbOrdinal(f.norm(i))
	if v == 0 || !f.direct(i) || f.t.Tokens[i-1].Kind != arabic.Word || f.norm(i+1) == ":" {
		return
	}
	const most = 8 // tokens between the verb and its adverb
	for j := i - 1; j >= 0 && j >= i-most && !f.t.NewLine(j); j-- {
		switch f.norm(j) {
		case "حل", "حلت", "وحل", "وحلت", "جاء", "جاءت", "وجاء", "وجاءت", "فيما", "بينما":
			if f.norm(j) != "فيما" && f.norm(j) != "بينما" {
				f.add(item{first: i, last: i + 1, start: f.t.Tokens[i].Start, value: decimal.MustNew(v, 0), bound: news.Exact, unit: counted{kind: news.Ordinal}})
			}
			return
		case ".", ":", "\u061B":
			return
		}
	}
}

// adverbOrdinal returns the number of an ordinal said as an adverb, or 0.
func adverbOrdinal(norm string) int64 {
	switch norm {
	case "اولا":
		return 1
	case "ثانيا":
		return 2
	case "ثالثا":
		return 3
	case "رابعا":
		return 4
	case "خامسا":
		return 5
	case "سادسا":
		return 6
	case "سابعا":
		return 7
	case "ثامنا":
		return 8
	case "تاسعا":
		return 9
	case "عاشرا":
		return 10
	}
	return 0
}

// withNoun moves the beginning of x to the noun at token i, its unit.
func (f *finder) withNoun(x *item, i int) {
	stems, n := f.t.Stems(i)
	x.first, x.start = i, f.t.Tokens[i].Start
	for _, s := range stems[1:n] {
		if arabic.IsDefinite(s.Norm) || f.lex.roles[s.Norm]&rank != 0 {
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
		if arabic.IsDefinite(s.Norm) {
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
		if isPronoun(f.norm(j-1)) && (!isDemonstrative(f.norm(j-1)) || j > 1 && isPronoun(f.norm(j-2))) || f.opensWithThis(j-1) {
			return j, !f.isPlural(bare)
		}
	}
	return 0, false
}

// opensWithThis reports whether a sentence begins at token i with «هذا», so that
// a noun and its ordinal are what it says: «وهذا الإغلاق الرابع».
func (f *finder) opensWithThis(i int) bool {
	switch f.norm(i) {
	case "وهذا", "وهذه":
	case "هذا", "هذه":
		return i == 0 || f.t.NewLine(i-1) || f.t.Sentences[f.t.SentenceAt(f.t.Tokens[i].Start)].First == i
	default:
		return false
	}
	return true
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
