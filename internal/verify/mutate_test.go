package verify_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/evidence"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/number"
	"mujaz/internal/quotes"
	"mujaz/internal/table"
)

// mutant makes wrong statements of right ones: each kind of error that a writer, or
// a model, makes of an article's own words. What it makes may now and then be true
// all the same; the counts of the tests stand for the most part that is not.
type mutant struct {
	story
	claim   string
	read    *arabic.Text
	rand    *rand.Rand
	dates   []news.Date
	figures []news.Figure
	named   []naming
	words   wordPairs
}

// naming is a place of the claim that names an actor.
type naming struct {
	news.Span
	actor news.Actor
}

// wordPairs maps a word to those that say the contrary.
type wordPairs map[string][]string

// contraries reads opposites.tsv.
func contraries(tb testing.TB) wordPairs {
	tb.Helper()
	src, err := os.ReadFile(filepath.Join("data", "opposites.tsv"))
	if err != nil {
		tb.Fatal(err)
	}
	p := wordPairs{}
	for _, r := range table.Rows("opposites.tsv", string(src), 2) {
		for k := range r {
			for w := range strings.FieldsSeq(r[k]) {
				p[arabic.Key(w)] = append(p[arabic.Key(w)], strings.Fields(r[1-k])...)
			}
		}
	}
	return p
}

// pairs returns words that stand for each other wrongly, both ways.
func pairs(list ...string) wordPairs {
	p := wordPairs{}
	for i := 0; i < len(list); i += 2 {
		p[arabic.Key(list[i])] = append(p[arabic.Key(list[i])], list[i+1])
		p[arabic.Key(list[i+1])] = append(p[arabic.Key(list[i+1])], list[i])
	}
	return p
}

func newMutant(s story, claim string, r *rand.Rand, contrary wordPairs) *mutant {
	m := &mutant{story: s, claim: claim, read: arabic.Read(claim), rand: r, words: contrary}
	m.dates = dates.Find(m.read, s.article.Published)
	m.figures = figures.Find(m.read, m.dates)
	for _, a := range s.facts.Actors {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if e, ok := evidence.Verbatim(m.read, name); ok && !slices.ContainsFunc(m.named, func(x naming) bool { return x.Overlaps(e.Span) }) {
				m.named = append(m.named, naming{e.Span, a})
			}
		}
	}
	return m
}

// with returns the claim with the words at s replaced.
func (m *mutant) with(s news.Span, words string) string {
	return strings.Join(strings.Fields(m.claim[:s.Start]+words+m.claim[s.End:]), " ")
}

// exchanged returns the claim with what stands at a and at b exchanged.
func (m *mutant) exchanged(a, b news.Span) string {
	if a.Start > b.Start {
		a, b = b, a
	}
	return m.claim[:a.Start] + b.Of(m.claim) + m.claim[a.End:b.Start] + a.Of(m.claim) + m.claim[b.End:]
}

// kinds are the errors, in the order in which the counts are told.
func kinds() []string {
	return []string{
		"number", "digits moved", "scale", "unit", "counted", "name", "surname", "place", "exchanged", "role",
		"negation lost", "negation added", "doubt lost", "doubt added", "source lost", "bound lost", "bound turned", "date", "weekday", "dates moved",
		"contrary", "quantity", "ordinal", "preposition", "cause", "quotation", "joined", "foreign", "inserted", "replaced", "swapped",
	}
}

// make returns some mutations of one kind.
func (m *mutant) make(kind string) []string {
	switch kind {
	case "number":
		return m.numbers(func(v int64) []int64 { return []int64{v + 1, v - 1, v * 10} })
	case "digits moved":
		return m.movedNumbers()
	case "scale":
		return m.swaps(pairs("مليون", "مليار", "ألف", "مليون", "آلاف", "ملايين", "مئة", "ألف"))
	case "unit":
		return m.swaps(pairs("دولار", "يورو", "دينار", "دولار", "ريال", "دولار", "كيلومتر", "متر", "طن", "كيلوغرام", "%", " نقطة", "ساعة", "يوم", "أيام", "أشهر", "سنوات", "أشهر", "درجة", "نقطة"))
	case "counted":
		return m.countedOthers()
	case "name", "place", "surname", "role":
		return m.others(kind)
	case "exchanged":
		return m.exchangedNames()
	case "negation lost":
		return m.without("لم", "لن", "لا", "ليس", "ليست", "عدم", "غير", "دون", "بدون", "نفى", "نفت", "رفض", "رفضت")
	case "negation added":
		return m.negated()
	case "doubt lost":
		return m.without("قد", "ربما", "من المتوقع أن", "من المقرر أن", "من المرجح أن", "من المنتظر أن", "من الممكن أن", "يمكن أن", "يحتمل أن", "يتوقع أن", "تعتزم", "يعتزم", "محاولة", "مشروع", "احتمال", "إمكانية", "محتمل", "محتملة", "المحتمل", "المحتملة", "المزعوم", "المزعومة")
	case "doubt added":
		return m.doubted()
	case "source lost":
		return m.unsourced()
	case "bound lost":
		return m.without("نحو", "أكثر من", "أقل من", "حوالي", "قرابة", "زهاء", "على الأقل", "على الأكثر", "ما لا يقل عن", "ما يزيد على", "بعض", "معظم", "فقط")
	case "bound turned":
		return append(m.swaps(pairs("أكثر", "أقل", "الأقل", "الأكثر", "يزيد", "يقل", "تجاوز", "قارب")), m.swaps(wordPairs{"نحو": {"أكثر من"}, "حوالي": {"أقل من"}, "قرابه": {"أكثر من"}})...)
	case "date":
		return m.otherDates()
	case "weekday":
		return m.swaps(pairs("الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "أمس", "اليوم"))
	case "dates moved":
		return m.movedDates()
	case "contrary":
		return m.swaps(m.words)
	case "quantity":
		return m.swaps(wordPairs{"بعض": {"كل", "جميع"}, "معظم": {"جميع"}, "اغلب": {"كل"}, "عدد": {"كل"}, "احد": {"كل"}, "عشرات": {"مئات", "آلاف"}, "مئات": {"آلاف"}, "الاف": {"مئات"}, "نصف": {"ربع"}, "ثلث": {"نصف"}})
	case "ordinal":
		return m.swaps(pairs("الأول", "الثاني", "الأولى", "الثانية", "الثالث", "الرابع", "الثالثة", "الرابعة", "أول", "ثاني", "الأول", "الأخير", "الأولى", "الأخيرة"))
	case "preposition":
		return m.swaps(pairs("من", "إلى", "ضد", "مع", "قبل", "بعد", "داخل", "خارج", "أمام", "خلف", "فوق", "تحت"))
	case "cause":
		return m.swaps(wordPairs{"بعد": {"بسبب"}, "خلال": {"بسبب"}, "مع": {"بسبب"}, "بسبب": {"رغم"}, "عقب": {"نتيجة"}, "رغم": {"بسبب"}})
	case "quotation":
		return m.misquoted()
	case "joined":
		return m.joined()
	default:
		return m.scrambled(kind)
	}
}

// some returns at most n of list, drawn at random.
func (m *mutant) some(list []string, n int) []string {
	m.rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:min(n, len(list))]
}

// numbers replaces the numbers outside dates by others.
func (m *mutant) numbers(others func(int64) []int64) []string {
	var list []string
	for _, n := range number.Find(m.read) {
		v, _, ok := n.Value.Int64(0)
		if !ok || n.Form == number.Words && n.Last-n.First == 1 && v < 3 || slices.ContainsFunc(m.dates, func(d news.Date) bool { return d.Overlaps(n.Span) }) {
			continue
		}
		for _, x := range others(v) {
			list = append(list, m.with(n.Span, strconv.FormatInt(x, 10)))
		}
	}
	return list
}

// movedNumbers exchanges the numbers of two figures.
func (m *mutant) movedNumbers() []string {
	var list []string
	all := number.Find(m.read)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.Form != number.Words && b.Form != number.Words && a.Value.Cmp(b.Value) != 0 && !m.dated(a.Span) && !m.dated(b.Span) {
				list = append(list, m.exchanged(a.Span, b.Span))
			}
		}
	}
	return list
}

func (m *mutant) dated(s news.Span) bool {
	return slices.ContainsFunc(m.dates, func(d news.Date) bool { return d.Overlaps(s) })
}

// swaps replaces words by those that p has for them, clitics kept.
func (m *mutant) swaps(p wordPairs) []string {
	var list []string
	for i, w := range m.read.Tokens {
		for _, prefix := range []string{"", "و", "ب", "ل", "ال", "وال", "بال"} {
			rest, ok := strings.CutPrefix(w.Norm, prefix)
			if !ok {
				continue
			}
			for _, to := range p[rest] {
				if i > 0 || prefix == "" {
					list = append(list, m.with(w.Span, prefix+to))
				}
			}
			if len(p[rest]) > 0 {
				break
			}
		}
	}
	return list
}

// without takes phrases out.
func (m *mutant) without(phrases ...string) []string {
	var list []string
	for _, p := range phrases {
		for i, w := range m.read.Tokens {
			want := arabic.Read(p).Tokens
			prefix := strings.TrimSuffix(w.Norm, want[0].Norm)
			if len(w.Norm) == len(prefix) || prefix != "" && prefix != "و" || i+len(want) > len(m.read.Tokens) {
				continue
			}
			same := true
			for k := 1; k < len(want); k++ {
				same = same && m.read.Tokens[i+k].Norm == want[k].Norm
			}
			if same && (p != "قد" || imperfect(m.read, i+1)) {
				list = append(list, m.with(m.read.Cover(i, i+len(want)), prefix))
			}
		}
	}
	return list
}

func imperfect(t *arabic.Text, i int) bool {
	return i < len(t.Tokens) && t.Tokens[i].Kind == arabic.Word && len(t.Tokens[i].Norm) > 6 && strings.HasPrefix(t.Tokens[i].Norm, "ي")
}

// verbs returns the tokens that are surely verbs: the word that opens the claim, if
// without article, and cues of speech.
func (m *mutant) verbs() []int {
	var list []int
	for i := range m.read.Tokens {
		c, ok := quotes.CueAt(m.read, i)
		if ok && c.Form <= quotes.Imperfect || imperfect(m.read, i) && !m.inName(i) {
			list = append(list, i)
		}
	}
	return list
}

func (m *mutant) inName(i int) bool {
	return slices.ContainsFunc(m.named, func(x naming) bool { return x.Overlaps(m.read.Tokens[i].Span) })
}

func (m *mutant) before(i int, words string) string {
	at := m.read.Tokens[i].Start
	return m.with(news.Span{Start: at, End: at}, words+" ")
}

func (m *mutant) negated() []string {
	var list []string
	for _, i := range m.verbs() {
		list = append(list, m.before(i, "لم"), m.before(i, "لا"))
	}
	return list
}

func (m *mutant) doubted() []string {
	var list []string
	for _, i := range m.verbs() {
		list = append(list, m.before(i, "ربما"), m.before(i, "من المقرر أن"))
	}
	return list
}

// unsourced takes the source of a statement away.
func (m *mutant) unsourced() []string {
	var list []string
	for i := range m.read.Tokens {
		c, ok := quotes.CueAt(m.read, i)
		switch {
		case !ok:
		case c.Form == quotes.Source && i > 0 && m.read.Tokens[i-1].Norm == "،":
			end := i + 1
			for end < len(m.read.Tokens) && m.read.Tokens[end].Kind != arabic.Punct {
				end++
			}
			list = append(list, m.with(m.read.Cover(i-1, end), ""))
		case c.Form <= quotes.Participle && !c.Weak && (i == 0 || m.read.Tokens[i-1].Kind == arabic.Punct):
			for k := i + 1; k < min(i+12, len(m.read.Tokens)); k++ {
				switch m.read.Tokens[k].Norm {
				case "ان", "بان":
					list = append(list, m.with(m.read.Cover(i, k+1), ""))
				}
			}
		}
	}
	return list
}
