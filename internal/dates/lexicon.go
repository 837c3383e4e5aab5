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

// class is the part that a word plays in an expression of time.
type class uint8

const (
	none        class = iota
	numeralTerm       // digits or number words: value is the whole part; see scan.numberTerm
	month             // value 1-12
	hijriMonth        // value 1-12
	weekday           // value 0-6 from Sunday
	dayWord           // yesterday, tomorrow: value is days from today
	unitWord          // value is a unit, extra the grammatical number: 1, 2, 3 for several
	partWord          // part of the day: value is a part
	moveWord          // last, next: value is a move
	edgeWord          // beginning, middle, end: value is an edge
	seasonWord        // value is the EDTF season
	decadeWord        // value is the first year of the decade in its century
	eraWord           // value is an era
	adverbWord        // daily, yearly
	thisWord          // this
	sameWord          // the same, before its noun
	eachWord          // every
	fromWord          // of, from
	inWord            // in
	toWord            // to, until
	betweenWord       // between
	beforeWord        // before, ago
	afterWord         // after, in
	sinceWord         // since
	forWord           // for the length of
	datedWord         // dated, corresponding to
	stampWord         // in the time of (a zone)
	boundWord         // more than, about
	leastWord         // at least, after the number
	halfWord
	quarterWord
	thirdWord
	wholeWord     // whole, consecutive
	allWord       // throughout
	vagueWord     // several
	exceptWord    // to (the hour)
	dayKindWord   // an adjective of a festive or working day
	nameWord      // a word before "al-yawm" in the name of a newspaper
	earlyWord     // early, of the morning
	ageWord       // a word of age, before or after a number of years
	countWord     // a noun that is often counted
	feastWord     // value is month and day, extra the calendar
	yearNounWord  // a noun that a year follows: born in, budget, elections
	dayNameWord   // a noun that a day and a month name: street, party, square
	numberingWord // a word of numbering: number, article, law
	yearKindWord  // school, fiscal: an adjective of a year
)

// classNames are the names of the classes in the table of words.
var classNames = map[string]class{
	"weekday": weekday, "day": dayWord, "unit": unitWord, "part": partWord, "move": moveWord, "edge": edgeWord,
	"season": seasonWord, "decade": decadeWord, "era": eraWord, "adverb": adverbWord, "this": thisWord, "same": sameWord,
	"each": eachWord, "from": fromWord, "in": inWord, "to": toWord, "between": betweenWord, "before": beforeWord,
	"after": afterWord, "since": sinceWord, "for": forWord, "dated": datedWord, "stamp": stampWord, "early": earlyWord,
	"bound": boundWord, "least": leastWord, "half": halfWord, "quarter": quarterWord, "third": thirdWord,
	"whole": wholeWord, "all": allWord, "vague": vagueWord, "except": exceptWord, "yearkind": yearKindWord, "age": ageWord, "dayname": dayNameWord, "numbering": numberingWord, "yearnoun": yearNounWord, "feast": feastWord, "count": countWord, "daykind": dayKindWord, "name": nameWord,
}

// takesArticle says which classes hold nouns and adjectives.
func (c class) takesArticle() bool {
	switch c {
	case month, hijriMonth, weekday, dayWord, unitWord, partWord, moveWord, edgeWord, seasonWord, decadeWord, eraWord,
		halfWord, quarterWord, thirdWord, wholeWord, forWord, yearKindWord, dayKindWord, earlyWord:
		return true
	default:
		return false
	}
}

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

// wordTable is the table by folded first word, proclitics included. Most words
// of a text are not in it, and shapes tells so without a look into the map.
type wordTable struct {
	entries map[string]entry
	shapes  [1 << 10]uint64
}

// find returns the entry of a folded word.
func (t *wordTable) find(word string) (entry, bool) {
	if i := shape(word); t.shapes[i>>6]>>(i&63)&1 == 0 {
		return entry{}, false
	}
	e, ok := t.entries[word]
	return e, ok
}

// shape returns a number below 1<<16 made of the length, the second and the last
// letter of a word.
func shape(word string) uint {
	n := len(word)
	if n < 4 {
		return uint(n)
	}
	return (uint(n)>>1&15)<<12 | uint(word[3]&63)<<6 | uint(word[n-1]&63)
}

// lexicon returns the table. A word that the table holds as it is written wins
// over one made with proclitics.
var lexicon = sync.OnceValue(func() *wordTable {
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
	t := &wordTable{entries: words}
	for w := range words {
		i := shape(w)
		t.shapes[i>>6] |= 1 << (i & 63)
	}
	return t
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
	if own != t.definite && (own || !r.class.takesArticle()) || t.prep != 0 && !own && !r.class.takesArticle() {
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
