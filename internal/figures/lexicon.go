package figures

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

//go:embed data/bounds.tsv
var boundsTSV string

//go:embed data/bounds_after.tsv
var boundsAfterTSV string

//go:embed data/units.tsv
var unitsTSV string

//go:embed data/currencies.tsv
var currenciesTSV string

//go:embed data/nouns.tsv
var nounsTSV string

//go:embed data/words.tsv
var wordsTSV string

// role is what a word beside a number tells; a word may have several.
type role uint32

// The roles, as the table of words explains them.
const (
	stop role = 1 << iota
	name
	countOf
	rank
	notRank
	sport
	change
	age
	timeUnit
	noFraction
	market     // the text tells of an exchange
	point      // a point: of a table, or of an index
	clock      // a number before it is a time of the day
	toll       // the number after it counts what the figure before it counts
	ranked     // before it a number is a rank
	noFigure   // the number before it is no figure
	young      // the young, whose ages follow
	noDual     // no dual, whatever its ending
	people     // a noun for people
	noun       // a noun that news counts, in the singular
	pluralNoun // the plural of one
)

var roles = map[string]role{
	"stop": stop, "name": name, "number": countOf, "rank": rank, "notrank": notRank, "sport": sport, "change": change,
	"age": age, "time": timeUnit, "whole": noFraction, "nodual": noDual, "young": young, "nofigure": noFigure, "ranked": ranked, "toll": toll, "clock": clock, "market": market, "point": point, "people": people,
}

// unit is a unit that may follow a number.
type unit struct {
	kind  news.FigureKind
	code  string
	word  string // singular, as the table writes it
	noun  string // folded singular, for currencies whose country is open
	minor int64  // how many of a minor coin make one, else 0
	dual  bool   // the form itself says two
}

// currency is the currency of a country.
type currency struct {
	noun, adjective, country, code string // folded
}

// phrase is words that follow or precede a number, folded.
type phrase struct {
	words []string
	bound news.Bound
}

// lexicon is the tables, folded and unfolded into the forms that texts use.
type lexicon struct {
	roles      map[string]role
	units      map[string]unit     // by the words of the unit, joined by spaces
	unitLength map[string]int      // by the first word: the most words of a unit
	before     map[string][]phrase // bounds by their last word, longest first
	after      map[string][]phrase // bounds by their first word, longest first
	duals      map[string]dual     // indefinite duals
	currencies map[string][]currency
	nations    map[string][]currency // by the words, without article, that name the country of a currency
}

// dual is a noun in the dual.
type dual struct {
	singular string // as the table writes it
	plural   bool   // the form is the sound masculine plural as well
}

var lexicons = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		roles: map[string]role{}, units: map[string]unit{}, unitLength: map[string]int{},
		before: map[string][]phrase{}, after: map[string][]phrase{}, duals: map[string]dual{}, currencies: map[string][]currency{}, nations: map[string][]currency{},
	}
	for _, row := range table.Rows("figures/data/words.tsv", wordsTSV, 2) {
		for r := range strings.FieldsSeq(row[1]) {
			l.roles[arabic.Key(row[0])] |= roles[r]
		}
	}
	l.loadNouns()
	for key := range l.duals {
		if l.roles[key]&(noun|pluralNoun|noDual) != 0 && !l.duals[key].plural {
			delete(l.duals, key)
		}
	}
	l.loadUnits()
	l.loadBounds()
	return l
})

func (l *lexicon) loadNouns() {
	for _, row := range table.Rows("figures/data/nouns.tsv", nounsTSV, 2) {
		singular := row[0]
		l.roles[arabic.Key(singular)] |= noun
		l.roles[arabic.Key(accusative(singular))] |= noun
		sound := false
		for p := range strings.FieldsSeq(row[1]) {
			if p == soundPlural {
				sound = true
				l.roles[arabic.Key(stem(singular)+"ون")] |= pluralNoun
				l.roles[arabic.Key(stem(singular)+"ين")] |= pluralNoun
				continue
			}
			l.roles[arabic.Key(p)] |= pluralNoun
		}
		l.addDual(singular, "ان", false)
		l.addDual(singular, "ين", sound)
		if sound && !strings.HasSuffix(singular, "ي") { // the women of a trade
			l.addDual(singular+"ة", "ان", false)
			l.addDual(singular+"ة", "ين", false)
		}
	}
}

// soundPlural marks, in the table, a noun whose plural is the sound masculine.
const soundPlural = "ون"

func (l *lexicon) addDual(singular, ending string, plural bool) {
	key := arabic.Key(stem(singular) + ending)
	if _, known := l.duals[key]; !known {
		l.duals[key] = dual{singular: singular, plural: plural}
	}
}

// stem is a singular as endings are added to it.
func stem(singular string) string {
	if s, ok := strings.CutSuffix(singular, "ة"); ok {
		return s + "ت"
	}
	if s, ok := strings.CutSuffix(singular, "ى"); ok {
		return s + "ي"
	}
	return singular
}

// accusative adds the alef of the indefinite accusative where writing has it.
func accusative(singular string) string {
	for _, ending := range []string{"ة", "ا", "ى", "اء"} {
		if strings.HasSuffix(singular, ending) {
			return singular
		}
	}
	return singular + "ا"
}

func (l *lexicon) loadUnits() {
	for _, row := range table.Rows("figures/data/units.tsv", unitsTSV, 3) {
		forms := strings.Split(row[0], ", ")
		u := unit{kind: news.FigureKind(row[1]), word: forms[0], noun: arabic.Key(forms[0])}
		switch {
		case row[1] == "minor":
			u.kind = news.Money
			for _, c := range row[2] {
				u.minor = u.minor*10 + int64(c-'0')
			}
		case row[2] != "-":
			u.code = row[2]
		}
		for _, f := range forms {
			l.addUnit(f, u)
		}
		for _, f := range forms {
			l.addEndings(f, u)
		}
	}
	for _, row := range table.Rows("figures/data/currencies.tsv", currenciesTSV, 4) {
		key := arabic.Key(row[0])
		c := currency{key, arabic.Key(row[1]), arabic.Key(row[2]), row[3]}
		l.currencies[key] = append(l.currencies[key], c)
		l.addNation(c)
	}
}

// addNation adds the words that name the country of c: its name, and its
// adjective in every gender and case.
func (l *lexicon) addNation(c currency) {
	country, _ := arabic.Bare(c.country)
	words := []string{country}
	for _, ending := range []string{"", "ا", "ه", "ان", "ين"} {
		words = append(words, c.adjective+ending)
	}
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		l.nations[w] = append(l.nations[w], c)
	}
}

// addEndings adds the accusative and the dual of a form of u. A form of two
// letters is an abbreviation unless it comes first in its row.
func (l *lexicon) addEndings(form string, u unit) {
	if words := strings.Fields(form); len(words) == 2 && isArabic(form) {
		l.addUnit(words[0]+" "+accusative(words[1]), u)
		l.addUnit(accusative(words[0])+" "+accusative(words[1]), u)
	}
	if !isArabic(form) || strings.Contains(form, " ") || len(form) <= 4 && form != u.word || len(form) < 4 {
		return
	}
	l.addUnit(accusative(form), u)
	u.dual = true
	l.addUnit(stem(form)+"ان", u)
	l.addUnit(stem(form)+"ين", u)
}

// addUnit adds a unit under its words as they are split in a text.
func (l *lexicon) addUnit(form string, u unit) {
	words := split(form)
	key := strings.Join(words, " ")
	if u.dual && l.roles[key]&noDual != 0 {
		return
	}
	if _, known := l.units[key]; !known {
		l.units[key] = u
		l.unitLength[words[0]] = max(l.unitLength[words[0]], len(words))
	}
}

func (l *lexicon) loadBounds() {
	load := func(name, src string, into map[string][]phrase, at func(words []string) string) {
		for _, row := range table.Rows(name, src, 2) {
			words := split(row[0])
			key := at(words)
			list := into[key]
			i := 0
			for i < len(list) && len(list[i].words) >= len(words) {
				i++
			}
			into[key] = append(list[:i:i], append([]phrase{{words, news.Bound(row[1])}}, list[i:]...)...)
		}
	}
	load("figures/data/bounds.tsv", boundsTSV, l.before, func(w []string) string { return w[len(w)-1] })
	load("figures/data/bounds_after.tsv", boundsAfterTSV, l.after, func(w []string) string { return w[0] })
}

// split returns the folded words of a phrase of a table.
func split(s string) []string {
	var words []string
	for _, w := range arabic.Read(s).Tokens {
		words = append(words, w.Norm)
	}
	return words
}

func isArabic(s string) bool {
	for _, c := range s {
		if c != ' ' && !arabic.IsLetter(c) {
			return false
		}
	}
	return true
}
