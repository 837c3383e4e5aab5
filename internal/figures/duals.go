package figures

import (
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// findDuals adds what words without a number say: duals that introduce a
// quantity, and scores that begin with a noun.
func (f *finder) findDuals() {
	for i, w := range f.t.Tokens {
		if w.Kind != arabic.Word || f.dated[i] {
			continue
		}
		switch n := w.Norm; {
		case strings.HasSuffix(n, "ين") || strings.HasSuffix(n, "ان"):
			if !f.scoreAt(i) {
				f.dual(i)
			}
		case adverbOrdinal(n) > 0:
			f.placed(i)
		case strings.HasSuffix(n, "ضعف"):
			f.double(i)
		case strings.HasSuffix(n, "هدف") || strings.HasSuffix(n, "شوط") || strings.HasSuffix(n, "مجموعه") || strings.HasSuffix(n, "يه"):
			f.scoreAt(i)
		}
	}
}

// dual adds the dual noun at token i.
func (f *finder) dual(i int) {
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		if u, ok := f.lex.units[s.Norm]; ok && u.dual {
			c := f.extend(u, i, i+1)
			c.text = u.word + f.t.Source[f.t.Tokens[i].End:f.t.Tokens[c.last-1].End]
			f.addDual(i, s, c)
			return
		}
		if code := dualTime(s.Norm); code != "" && f.tellsAge(i-1) { // «عمره سنتان»
			f.addDual(i, s, counted{text: f.t.Source[s.Start:f.t.Tokens[i].End], kind: news.Measure, code: code, last: i + 1})
			return
		}
		d, ok := f.lex.duals[s.Norm]
		if !ok || strings.HasSuffix(s.Prefix, "س") { // «ستجمعان» is a verb
			continue
		}
		if d.plural && f.norm(i+1) != "اثنين" && !f.saysDual(i) || i > 0 && (f.isDual(i-1) || f.norm(i-1) == "غير" || f.isPredicate(i) || s.Prefix == "" && f.describesDual(i)) {
			return
		}
		c := counted{kind: news.Count, last: i + 1}
		c.text = d.singular
		f.addDual(i, s, c)
		return
	}
}

// dualTime returns the code of the unit of time that a folded word says two of, or "".
func dualTime(norm string) string {
	switch norm {
	case "سنتان", "سنتين", "عامان", "عامين":
		return "a"
	case "شهران", "شهرين":
		return "mo"
	}
	return ""
}

// isPredicate reports whether the dual at token i says something of two that the text
// has named: «كانتا مبرمجتين», «أقوى فريقين».
func (f *finder) isPredicate(i int) bool {
	if f.t.NewLine(i - 1) {
		return false
	}
	w := strings.TrimPrefix(f.norm(i-1), "و")
	return w == "كانا" || w == "كانتا" || w == "ليسا" || w == "ليستا" || isSuperlative(w)
}

// saysDual reports whether the vowel sign before the ending of token i is that of
// the dual: «متبرعَين».
func (f *finder) saysDual(i int) bool {
	return strings.Contains(f.t.Tokens[i].Of(f.t.Source), "\u064E\u064A\u0646")
}

// describesDual reports whether the word before token i has the same ending of
// the dual, so that token i is likely its adjective: «تحديان مشتركان».
func (f *finder) describesDual(i int) bool {
	const shortest = 10 // bytes: three letters and the ending
	w := f.norm(i - 1)
	return len(w) >= shortest && !f.t.NewLine(i-1) && w[len(w)-4:] == f.norm(i)[len(f.norm(i))-4:] && f.role(i-1)&stop == 0 && !f.definite(i-1)
}

// isDual reports whether token i is a dual, so that a dual after it is its adjective.
func (f *finder) isDual(i int) bool {
	if f.t.NewLine(i) {
		return false
	}
	_, ok := f.lex.duals[f.norm(i)]
	return ok
}

func (f *finder) addDual(i int, s arabic.Stem, c counted) {
	x := item{first: i, last: c.last, start: s.Start, value: decimal.MustNew(2, 0), bound: news.Exact, unit: c}
	if w := f.norm(i + 1); f.direct(i+1) && (w == "اثنين" || w == "اثنان" || w == "اثنتين" || w == "اثنتان") {
		x.last = max(x.last, i+2)
	}
	f.belowZero(&x)
	if i > 0 && s.Prefix == "" && !f.t.NewLine(i-1) {
		if p, at, start, ok := f.phraseBefore(i - 1); ok {
			x.first, x.start, x.bound = at, start, p.bound
		}
	}
	f.boundAfter(&x)
	f.add(x)
}

// double adds «أكثر من ضعف»: twice, when a bound stands before the word.
func (f *finder) double(i int) {
	if w, _ := arabic.Bare(f.norm(i)); w != "ضعف" || i == 0 || f.t.NewLine(i-1) {
		return
	}
	if p, at, start, ok := f.phraseBefore(i - 1); ok {
		u := f.counted(i, i+1, counted{kind: news.Measure})
		f.add(item{first: at, last: i + 1, start: start, value: decimal.MustNew(2, 0), bound: p.bound, unit: u})
	}
}
