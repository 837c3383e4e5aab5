package quotes

import (
	_ "embed"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// lead is what opens the words of a speaker.
type lead uint8

const (
	none   lead = iota
	clause      // inna, anna
	colon
	mark // a quotation mark
)

// cue is a cue of speech in its sentence.
type cue struct {
	Cue
	at    int // its token; cues are never sought before the first word, so 0 is none
	found bool
	lead  lead
	after int // the first token of what is said, when lead is not none
	stop  int // the first token that is not part of its subject
	who   speaker
}

// reach is how many tokens may part a verb of speech from what is said; a weak
// verb needs it nearer, and a word that is a preposition or noun first of all,
// nearer still.
const (
	reach     = 45
	weakReach = 24
	nearReach = 8
)

// cueAt returns the cue that token i is, with its speaker.
// A weak cue inside the subject of another (said) is none.
func (f *finder) cueAt(i int, s arabic.Sentence, said cue) (cue, bool) {
	base, ok := CueAt(f.t, i)
	if !ok || base.Verb == "ابرز" && base.Object || (base.Weak || base.Object && base.Form <= Imperfect) && said.found && i < said.after || base.Act != Deny && base.Form <= Imperfect && negated(f.t, i) {
		return cue{}, false
	}
	if base.Form == Noun && !base.Object && f.ofVerb(i, s) {
		return cue{}, false // «انتقد دعوة مديرة المستشفى»
	}
	if base.Object && base.Weak && base.Form == Perfect && i > s.First && kindOf(f.t.Tokens[i-1].Norm) == "text" {
		return cue{}, false // «في تقرير نشرته وكالة الأنباء»
	}
	if base.Form == Noun && !base.Object && said.found && said.lead != none && i >= said.after && (i+1 >= s.Last || !that(f.t, i+1)) {
		return cue{}, false // «قال إنه تم إبلاغ السلطات»
	}
	c := cue{Cue: base, at: i, found: true}
	limit := min(s.Last, i+reach)
	switch {
	case c.Verb == "بين" && i+1 < s.Last && kindOf(f.t.Tokens[i+1].Norm) != "": // «وبين مصدر»: no preposition
		limit = min(s.Last, i+weakReach)
	case c.Verb == "بين" || c.Verb == "عبر" || c.Verb == "عد" || c.Form == Noun && !c.Object:
		limit = min(s.Last, i+nearReach)
	case c.Weak:
		limit = min(s.Last, i+weakReach)
	}
	participle := f.complement(&c, limit)
	if c.lead == none && c.Weak && c.Form != Source && (!participle || said.found || i > s.First && relative(f.t.Tokens[i-1].Norm)) {
		return cue{}, false
	}
	if c.Verb == "بين" && c.Form == Imperfect && c.lead == mark && !strings.HasPrefix(strings.TrimLeft(f.t.Tokens[i].Norm, "وف"), "ي") { // «تبين احتواؤها على "…"»
		return cue{}, false
	}
	if c.Verb == "بين" && f.t.Tokens[min(i+1, s.Last-1)].Kind == arabic.Digits || c.Form == Source && !c.Object && !f.speaks(i+1, s.Last) {
		return cue{}, false
	}
	c.who = f.speaker(c, s)
	if c.Weak && c.lead == mark && c.Form <= Imperfect && said.found && said.lead != none && i > said.after && !c.who.found && !strings.HasPrefix(f.t.Tokens[i].Norm, "و") {
		return cue{}, false // «قال إن حالات سجلت لدى أطفال "…"»
	}
	return c, c.who.found || !f.describes(c, s)
}

// ofVerb reports whether a verb of speech that has an object stands right before
// token i, also with «أيضا» between.
func (f *finder) ofVerb(i int, s arabic.Sentence) bool {
	for k := i - 1; k >= max(s.First, i-2); k-- {
		if c, ok := CueAt(f.t, k); ok {
			return cue{Cue: c}.acts() && !c.Object
		}
	}
	return false
}

// describes reports whether c only says what a thing that nobody can quote shows:
// «مقاطع تؤكد أنه».
func (f *finder) describes(c cue, s arabic.Sentence) bool {
	i := c.at - 1
	if c.Form != Imperfect || i < s.First || f.t.Tokens[i].Kind != arabic.Word || strings.HasPrefix(f.t.Tokens[c.at].Norm, "و") {
		return false
	}
	w := f.t.Tokens[i].Norm
	if arabic.IsDefinite(w) || len(w) < 8 || strings.HasSuffix(w, "ا") || strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين") {
		return false
	}
	if _, cue := CueAt(f.t, i); cue || that(f.t, i) || connects(w) || preposition(w) || adverbial(w) || relative(w) || speakers().Of(arabic.Core(w)) != "" {
		return false
	}
	return f.covering(i) < 0
}

// complement looks, from c to token limit, for what opens the words that c
// announces, and sets where they and the subject of c end. It reports whether a
// participle of speech came first, which then announces them («وتابع موضحا:»).
func (f *finder) complement(c *cue, limit int) bool {
	for c.stop = c.at + 1; c.stop < limit; c.stop++ {
		i := c.stop
		switch {
		case that(f.t, i) && !bound(f.t, i):
			c.lead, c.after = clause, i+1
			return false
		case f.t.Tokens[i].Norm == ":" && !f.t.Separates(i):
			c.lead, c.after = colon, i+1
			return false
		case f.opensLong(i):
			c.lead, c.after = mark, i
			return false
		}
		if next, ok := CueAt(f.t, i); ok && !next.Weak && next.Form <= Participle && (!next.Object || next.Form == Participle) {
			return next.Form == Participle && (!c.Weak || i-c.at < nearReach)
		} else if ok && next.Form <= Imperfect && strings.HasPrefix(f.t.Tokens[i].Norm, "و") {
			return false
		}
	}
	return false
}

// opensLong reports whether token i opens a pair that is long enough for a quote.
func (f *finder) opensLong(i int) bool {
	set, _ := family(f.t.Tokens[i])
	return set != 0 && f.longAt(i)
}

// longAt reports whether a pair that is long enough for a quote opens at token i.
func (f *finder) longAt(i int) bool {
	for k := f.next; k < len(f.pairs) && f.pairs[k].open <= i; k++ {
		if f.pairs[k].open == i {
			return f.pairs[k].long
		}
	}
	return false
}

// bound reports whether the particle at i belongs to the word before it and
// opens no speech: «قبل أن», «يجب أن», «غير أن».
func bound(t *arabic.Text, i int) bool {
	if i == 0 || t.Tokens[i-1].Kind != arabic.Word {
		return false
	}
	switch w := strings.TrimPrefix(t.Tokens[i-1].Norm, "و"); w {
	case "قبل", "بعد", "منذ", "دون", "غير", "الا", "بيد", "رغم", "مع", "يمكن", "يجب", "ينبغي", "شانه", "شانها", "المقرر", "المتوقع",
		"المنتظر", "المفترض", "يفترض", "ينتظر", "يتوقع", "يلبث", "لبث", "تلبث", "المرجح", "يرجح", "بشرط", "شرط", "كما", "حيث", "علما", "خاصه", "لولا", "بدون", "اذ", "بما", "لان":
		return true
	}
	return false
}

// joined reports whether pair b continues what pair a holds: only a comma and
// a conjunction part them.
func joined(t *arabic.Text, a, b pair) bool {
	if !a.closed || b.open-a.shut > 4 {
		return false
	}
	for i := a.shut + 1; i < b.open; i++ {
		switch t.Tokens[i].Norm {
		case "،", ",", "و", "وب", "؛", ".", "..", "…":
		default:
			return false
		}
	}
	return true
}

// attribute returns who says what pair p of sentence s holds, and whether the
// text says so at all. said is the last cue before it; follows says that it
// continues a quotation or what a colon announced.
func (f *finder) attribute(said cue, s arabic.Sentence, p int, follows bool) (speaker, bool) {
	q := f.pairs[p]
	switch {
	case !q.long || said.found && f.insideCue(said, q, s):
		return speaker{}, false
	case f.named(q.open, s) || f.title > 0 && clitic(f.t.Tokens[q.open-1].Norm) && joined(f.t, f.pairs[f.title-1], q):
		f.title = p + 1
		return speaker{}, false
	case said.found && said.Weak && said.lead == mark && q.open > 0 && about(f.t.Tokens[q.open-1].Norm):
		return speaker{}, false
	case said.found:
		return said.who, said.who.name != "" || !said.Weak && said.Form <= Imperfect
	case q.open > 0 && f.t.Tokens[q.open-1].Norm != "في" && about(f.t.Tokens[q.open-1].Norm):
		return speaker{}, false
	case follows:
		return f.last, true
	case q.open > s.First && strings.HasSuffix(f.t.Tokens[q.open-1].Norm, "ان") && that(f.t, q.open-1) && !bound(f.t, q.open-1): // «وخرج الوزير بنتيجة مفادها أن "…"»
		if who, ok := f.before(cue{Cue: Cue{Form: Source}, at: q.open - 1}, s); ok {
			return who, true
		}
		return f.last, f.last.name != ""
	}
	return f.trailing(q)
}

// about reports whether a folded word makes what follows a topic, not speech.
func about(norm string) bool {
	switch norm {
	case "في", "حول", "بشان", "بخصوص", "ضمن", "مثل", "منها":
		return true
	}
	return false
}

// insideCue reports whether pair q stands before the words that c announces:
// the particle comes only after it («أشارت «الهيئة الوطنية للمياه» إلى أن»).
func (f *finder) insideCue(c cue, q pair, s arabic.Sentence) bool {
	if c.lead != mark || c.after != q.open {
		return false
	}
	for i := q.shut + 1; i < min(s.Last, q.shut+14); i++ {
		if that(f.t, i) && !bound(f.t, i) && !strings.HasPrefix(f.t.Tokens[i].Norm, "و") {
			return true
		}
		if _, ok := CueAt(f.t, i); ok || f.t.Tokens[i].Norm == ":" {
			return false
		}
	}
	return false
}

// trailing looks for the cue after a quotation: «…»، قال الوزير.
func (f *finder) trailing(q pair) (speaker, bool) {
	i := q.shut + 1
	for i < len(f.t.Tokens) && i < q.shut+4 && f.t.Tokens[i].Kind == arabic.Punct && f.t.Tokens[i].Norm != "." && !f.t.NewLine(i-1) {
		i++
	}
	if i < len(f.t.Tokens) && f.t.Tokens[i].Norm == "." && f.t.Tokens[min(i+1, len(f.t.Tokens)-1)].Norm == "هذا" {
		i++
	} else if i < len(f.t.Tokens) && f.t.Tokens[i-1].Norm == "." {
		return speaker{}, false
	}
	if !q.closed || i >= len(f.t.Tokens) || f.t.NewLine(i-1) {
		return speaker{}, false
	}
	if n := f.t.Tokens[i].Norm; n == "هكذا" || n == "هذا" || n == "بهذه" || n == "علي" || n == "كما" || n == "ذلك" {
		i = min(i+2, len(f.t.Tokens)-1)
		if _, ok := CueAt(f.t, i-1); ok {
			i--
		}
	}
	base, ok := CueAt(f.t, i)
	if !ok || base.Form == Participle || strings.HasPrefix(f.t.Tokens[i].Norm, "و") && !strings.HasPrefix(base.Verb, "و") {
		return speaker{}, false
	}
	n := f.t.SentenceAt(f.t.Tokens[i].Start)
	c := cue{Cue: base, at: i, found: true, stop: min(i+12, f.t.Sentences[n].Last)}
	return f.speaker(c, f.t.Sentences[n]), true
}

//go:embed data/naming.tsv
var namingTSV string

var naming = sync.OnceValue(func() *table.Index[bool] {
	m := map[string]bool{}
	for _, r := range table.Rows("naming.tsv", namingTSV, 1) {
		m[arabic.Core(arabic.Key(r[0]))] = true
	}
	return table.NewIndex(m)
})

// names reports whether a folded word, also with a pronoun, is of the table:
// «مسرحية», «مسرحيته».
func names(norm string) bool {
	if naming().Of(arabic.Core(norm)) {
		return true
	}
	for _, p := range []string{"ه", "ها", "هم"} {
		if s, ok := strings.CutSuffix(norm, p); ok {
			if t, feminine := strings.CutSuffix(s, "ت"); feminine {
				s = t + "ه"
			}
			if len(s) > 4 && naming().Of(arabic.Core(s)) {
				return true
			}
		}
	}
	return false
}

// heads reports whether token k is the noun of a body whose name follows: «جمعية
// "التضامن مع أهل البحر"».
func (f *finder) heads(k int) bool {
	w := f.t.Tokens[k].Norm
	definite := arabic.IsDefinite(strings.TrimLeft(w, "وفبك"))
	if core := arabic.Core(w); core == arabic.Core("مراسل") || core == arabic.Core("مراسله") {
		return true
	}
	return !definite && !strings.HasPrefix(w, "لل") && speakers().Of(arabic.Core(f.t.Tokens[k].Norm)) == "body"
}

// named reports whether the words before mark i announce a name or a title, or
// the first word after it is that of one and nothing announces speech.
func (f *finder) named(i int, s arabic.Sentence) bool {
	if i == s.First || f.t.Tokens[i-1].Norm != ":" && !that(f.t, i-1) {
		if i+1 < len(f.t.Tokens) && names(f.t.Tokens[i+1].Norm) {
			return true
		}
	}
	if i > s.First+1 && f.t.Tokens[i-1].Norm == "الي" && names(f.t.Tokens[i-2].Norm) { // «بيان نسب إلى "…"»
		return true
	}
	for k := i - 1; k >= max(s.First, i-2); k-- {
		switch w := f.t.Tokens[k]; {
		case w.Kind == arabic.Word && (names(w.Norm) || f.heads(k)):
			return true
		case w.Norm == ":" || w.Kind == arabic.Word && !clitic(w.Norm):
			return false
		}
	}
	return false
}
