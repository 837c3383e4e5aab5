package dates

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/words.tsv
var wordsTSV string

//go:embed data/months.tsv
var monthsTSV string

//go:embed data/months_cldr.tsv
var monthsCLDR string

// valueNames are the names of values in the table of words.
var valueNames = map[string]int16{
	"second": int16(second), "minute": int16(minute), "hour": int16(hour), "day": int16(oneDay), "week": int16(week),
	"month": int16(oneMonth), "year": int16(year), "decade": int16(decade), "century": int16(century),
	"schoolyear": int16(schoolYear),
	"dawn":       int16(dawn), "morning": int16(morning), "noon": int16(noon), "afternoon": int16(afternoon),
	"evening": int16(evening), "night": int16(night), "midnight": int16(midnight),
	"last": int16(last), "next": int16(next), "this": int16(this), "same": int16(same), "after": int16(after),
	"before": int16(before), "first": int16(firstDay), "start": int16(start), "mid": int16(mid), "end": int16(end),
	"gregorian": int16(gregorianEra), "hijri": int16(hijriEra), "bc": int16(beforeEra),
}

// term is a word or phrase of the table as it stands in a text.
type term struct {
	class    class
	count    uint8 // tokens it covers
	letters  uint8 // letters of the proclitics before it
	definite bool  // it has the article
	joined   bool  // a conjunction is among the proclitics
	prep     byte  // 'b', 'l', 'k': the preposition among them, or 0
	value    int16
	extra    int16
}

// entry is what the table says about a first word: the term that it is alone,
// and the phrases it begins, longest first.
type entry struct {
	alone   term
	phrases []phrase
}

type phrase struct {
	rest []string
	term term
}

// proclitics are what may stand before a word of the table, the article last.
var proclitics = []struct {
	written  string
	letters  uint8
	definite bool
	joined   bool
	prep     byte
}{
	{"", 0, false, false, 0},
	{"\u0648", 1, false, true, 0},
	{"\u0641", 1, false, true, 0},
	{"\u0627\u0644", 0, true, false, 0},
	{"\u0628", 1, false, false, 'b'},
	{"\u0644", 1, false, false, 'l'},
	{"\u0643", 1, false, false, 'k'},
	{"\u0648\u0627\u0644", 1, true, true, 0},
	{"\u0641\u0627\u0644", 1, true, true, 0},
	{"\u0628\u0627\u0644", 1, true, false, 'b'},
	{"\u0643\u0627\u0644", 1, true, false, 'k'},
	{"\u0644\u0644", 1, true, false, 'l'},
	{"\u0648\u0628", 2, false, true, 'b'},
	{"\u0648\u0644", 2, false, true, 'l'},
	{"\u0641\u0628", 2, false, true, 'b'},
	{"\u0648\u0628\u0627\u0644", 2, true, true, 'b'},
	{"\u0641\u0628\u0627\u0644", 2, true, true, 'b'},
	{"\u0648\u0644\u0644", 2, true, true, 'l'},
}

const article = "\u0627\u0644"

// lexicon returns the table by folded first word, proclitics included. A word
// that the table holds as it is written wins over one made with proclitics.
var lexicon = sync.OnceValue(func() *table.Index[entry] {
	rows := lexiconRows()
	words := make(map[string]entry, len(rows)*12)
	for _, p := range proclitics {
		for _, r := range rows {
			addWord(words, r, p.written, term{
				class: r.class, count: 1, letters: p.letters, definite: p.definite, joined: p.joined, prep: p.prep,
				value: r.value, extra: r.extra,
			})
		}
	}
	for _, e := range words {
		slices.SortStableFunc(e.phrases, func(a, b phrase) int { return len(b.rest) - len(a.rest) })
	}
	return table.NewIndex(words)
})

type row struct {
	word  string
	class class
	value int16
	extra int16
}

func lexiconRows() []row {
	var rows []row
	calendars := map[string]class{"gregorian": month, "hijri": hijriMonth}
	for _, src := range []struct{ file, text string }{
		{"dates/data/months_cldr.tsv", monthsCLDR}, {"dates/data/months.tsv", monthsTSV},
	} {
		for _, cells := range table.Rows(src.file, src.text, 4) {
			n, err := strconv.ParseInt(cells[2], 10, 16)
			if err != nil {
				panic(src.file + ": " + err.Error())
			}
			rows = append(rows, row{cells[0], calendars[cells[1]], int16(n), 0})
		}
	}
	for _, cells := range table.Rows("dates/data/words.tsv", wordsTSV, 3) {
		c, ok := classNames[cells[1]]
		if !ok {
			panic("dates/data/words.tsv: class " + cells[1])
		}
		value, extra, _ := strings.Cut(cells[2], " ")
		rows = append(rows, row{cells[0], c, wordValue(value), wordValue(extra)})
	}
	return rows
}

// wordValue reads a value of the table: a name, a number, or nothing.
func wordValue(s string) int16 {
	if v, ok := valueNames[s]; ok || s == "" || s == "-" {
		return v
	}
	n, err := strconv.ParseInt(s, 10, 16)
	if err != nil {
		panic("dates/data/words.tsv: value " + s)
	}
	return int16(n)
}

// addWord adds r with the proclitics of t written before it. The article of a
// word that always has one is the article of the proclitics.
func addWord(words map[string]entry, r row, written string, t term) {
	bare, own := strings.CutPrefix(r.word, article)
	if own != t.definite && (own || !r.class.takesArticle()) || t.prep != 0 && !own && !r.class.takesArticle() && r.class != sameWord && r.class != thisWord && r.class != dayNameWord && r.class != nameWord && r.class != boundWord {
		return
	}
	list := strings.Fields(arabic.Key(written + bare))
	e := words[list[0]]
	t.count = uint8(len(list))
	if len(list) == 1 {
		if e.alone.class == none {
			e.alone = t
		}
	} else if !slices.ContainsFunc(e.phrases, func(p phrase) bool { return slices.Equal(p.rest, list[1:]) }) {
		e.phrases = append(e.phrases, phrase{list[1:], t})
	}
	words[list[0]] = e
}
