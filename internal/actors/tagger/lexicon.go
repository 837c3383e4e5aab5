package tagger

import (
	_ "embed" // the table
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/words.tsv
var wordsTSV string

// Class is a set of word classes of the table words.tsv.
type Class uint64

// The classes of words.
const (
	Title    Class = 1 << iota // stands before a person's name and is no office: Doctor, Mr
	Office                     // an office or trade of a person: president, minister, player
	Body                       // head of an organization's name: ministry, company, club
	Area                       // head of a place's name: city, province, river
	Says                       // verb or noun of saying
	Acts                       // verb that persons and organizations do: arrived, won
	Month                      // name of a month
	Weekday                    // name of a day
	Kin                        // son, wife, family
	NamePart                   // joins names: bin, Abu, Al, Abd
	First                      // a given name
	Function                   // particles, pronouns, relative words
	Unit                       // currencies, measures
	Nation                     // adjective of a nation or continent
	Thing                      // head of the name of an event, product or work: cup, program, film
	Firm                       // a body word whose phrase is an organization by itself
	Naming                     // a body word that may stand before a name of its own: company X
	Sole                       // a body word of which a nation has one: government, army
	Joint                      // a body word that takes coordinated complements: ministry of A and B
	Vague                      // an adjective that is never part of a name: last, new, local
	Courtesy                   // a title that says nothing of its bearer's office: mister
	Sport                      // players and their places on the field
	Sited                      // an area word of one place: port, airport, stadium, village
	Side                       // a word of direction: north, border
	Deed                       // a body word that is also a deed: management, organizing
	Match                      // words of sports reports: match, goal, league
	Generic                    // an area word that is no part of the name behind it: city, port
	Brand                      // a body word that is no part of a name of its own behind it: company, newspaper
	Weak                       // a body word that needs a name of its own: movement, group
	Plural                     // a body word in the plural: companies, clubs
	Natural                    // an area word of a thing of nature: river, valley, gulf
	Landmark                   // a word of a built place that has a name: street, airport, quarter
	Places                     // an area word in the plural: cities, provinces
	Sort                       // an adjective that says of which sort a place is: international, industrial
	Way                        // an adjective that parts a place: northern, upper, great
	Work                       // a word before the title of a work: program, film, application
	Toponym                    // a word that opens names of places: well, gate, sons of
	Memorial                   // a body that is called after people: hospital, school, museum
	ClubHead                   // a word that opens the names of clubs: star, union, hope
	Outer                      // a body or area word that is no part of the mention of the name behind it: newspaper, club, city
)

// Learned are the classes that are features of the learned model; the others
// serve the grammar of package actors.
const Learned = ^(Firm | Naming | Sole | Joint | Vague | Courtesy | Sport | Sited | Side | Deed | Match | Generic | Brand | Plural | Weak | Natural | Landmark | Places | Sort | Way | ClubHead | Work | Memorial | Toponym | Outer)

var classNames = map[string]Class{
	"title": Title, "office": Office, "body": Body, "area": Area, "says": Says, "acts": Acts, "month": Month,
	"weekday": Weekday, "kin": Kin, "namepart": NamePart, "first": First, "function": Function, "unit": Unit, "thing": Thing, "nation": Nation,
	"deed": Deed, "weak": Weak, "plural": Plural, "generic": Generic, "brand": Brand, "match": Match, "sited": Sited, "side": Side, "courtesy": Courtesy, "sport": Sport,
	"firm": Firm, "label": Naming, "sole": Sole, "joint": Joint, "vague": Vague,
	"natural": Natural, "landmark": Landmark, "places": Places, "sort": Sort, "way": Way, "clubhead": ClubHead, "work": Work, "memorial": Memorial, "toponym": Toponym, "outer": Outer,
}

//go:embed data/grammar.tsv
var grammarTSV string

// Words returns the classes of folded words: those that the model learned with and
// those that only the grammar knows.
var Words = sync.OnceValue(func() *table.Index[Class] {
	m := readClasses("words.tsv", wordsTSV)
	for w, c := range readClasses("grammar.tsv", grammarTSV) {
		m[w] |= c
	}
	return table.NewIndex(m)
})

// learnedWords returns the classes of the table that the model learned with: another
// table needs another model.
var learnedWords = sync.OnceValue(func() *table.Index[Class] { return table.NewIndex(readClasses("words.tsv", wordsTSV)) })

// grammarWords returns the classes of the table that no feature and no reading of a
// word knows.
var grammarWords = sync.OnceValue(func() *table.Index[Class] { return table.NewIndex(readClasses("grammar.tsv", grammarTSV)) })

func readClasses(file, data string) map[string]Class {
	m := map[string]Class{}
	for _, r := range table.Rows(file, data, 2) {
		for name := range strings.FieldsSeq(r[1]) {
			c, ok := classNames[name]
			if !ok {
				panic("tagger: " + file + ": unknown class " + name)
			}
			m[arabic.Key(r[0])] |= c
		}
	}
	return m
}
