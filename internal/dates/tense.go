package dates

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/tense.tsv
var tenseTSV string

// tenses returns the words that show a tense, folded. The value unsaid is for
// words that look like a future verb and are none.
var tenses = sync.OnceValue(func() *table.Index[tense] {
	names := map[string]tense{"future": future, "past": past, "calls": calls, "-": unsaid}
	words := map[string]tense{}
	for _, row := range table.Rows("dates/data/tense.tsv", tenseTSV, 2) {
		t, ok := names[row[1]]
		if !ok {
			panic("dates/data/tense.tsv: " + row[1])
		}
		words[arabic.Key(row[0])] = t
	}
	return table.NewIndex(words)
})

// isFutureVerb reports whether a word has the form of a verb in the future: the
// seen of the future, a letter of the imperfect (the alef with its hamza), and a
// stem. Nouns of that form are in the table.
func isFutureVerb(w string) bool {
	rest, ok := strings.CutPrefix(w, "\u0633")
	if !ok || utf8.RuneCountInString(rest) < 3 {
		return false
	}
	r, size := utf8.DecodeRuneInString(rest)
	if strings.HasPrefix(rest[size:], "\u0627") { // of nouns: politics, cars, tourists
		return false
	}
	return r == '\u064A' || r == '\u062A' || r == '\u0646' || r == '\u0623'
}

// cutWaw takes off the conjunction waw. The other one, feh, would make verbs of
// names (Faisal).
func cutWaw(w string) (string, bool) {
	rest, ok := strings.CutPrefix(w, "\u0648")
	return rest, ok && len(rest) > len("\u0648")
}

// isImperfect reports whether token i, which opens a sentence, is a verb in the
// imperfect, of which the press says what will be: third person masculine, or
// feminine where a feminine noun follows. Verbs of report are in the table, as
// the past.
func (p *parser) isImperfect(i int) bool {
	w := p.t.Tokens[i].Norm
	if rest, ok := cutWaw(w); ok {
		w = rest
	}
	r, _ := utf8.DecodeRuneInString(w)
	if utf8.RuneCountInString(w) < 4 {
		return false
	}
	switch r {
	case '\u064A':
		return true
	case '\u062A':
		next := ""
		if i+1 < len(p.t.Tokens) {
			next = p.t.Tokens[i+1].Norm
		}
		return !strings.HasSuffix(w, "\u062A") && strings.HasSuffix(next, "\u0647") && (arabic.IsDefinite(next) || utf8.RuneCountInString(w) > 4)
	}
	return false
}

// isTold reports whether the words right beside e tell what happened then: "qad"
// before it with a verb in the perfect («وقد انطلقت الأشغال في أفريل»), or such a
// verb after its comma («في أفريل، سحبت»). A verb further off may be that of who
// says it.
func (p *parser) isTold(e expression) bool {
	const reach = 6
	s := p.sentence(e.first)
	for i := e.first - 1; i > s.First && i >= e.first-reach; i-- {
		if qad(p.t.Tokens[i-1].Norm) && p.t.Tokens[i].Kind == arabic.Word && isPerfect(p.t.Tokens[i].Norm) {
			return true
		}
	}
	i := e.next
	if i+1 >= s.Last || !arabic.IsComma(p.t.Tokens[i].Norm) {
		return false
	}
	w := p.t.Tokens[i+1].Norm
	t, known := p.tenseOf(tenses(), i+1)
	return known && t == past || !known && p.t.Tokens[i+1].Kind == arabic.Word && strings.HasSuffix(w, "\u062A") && isPerfect(w) && !arabic.IsDefinite(w)
}

// qad reports whether a folded word is the particle of what has happened.
func qad(w string) bool {
	return strings.TrimPrefix(strings.TrimPrefix(w, "\u0648"), "\u0644") == "\u0642\u062F"
}

// isPerfect reports whether a folded word may be a verb in the perfect: it does not
// begin with a letter of the imperfect or the future.
func isPerfect(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r != '\u064A' && r != '\u062A' && r != '\u0646' && !isFutureVerb(w) && utf8.RuneCountInString(w) > 2
}
