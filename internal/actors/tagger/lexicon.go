package tagger

import (
	_ "embed" // the tables
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/words.tsv
var wordsTSV string

//go:embed data/places.tsv
var placesTSV string

// Class is a set of word classes of the table words.tsv.
type Class uint32

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
	Thing                      // head of the name of an event, product or work: cup, program, film
)

var classNames = map[string]Class{
	"title": Title, "office": Office, "body": Body, "area": Area, "says": Says, "acts": Acts, "month": Month,
	"weekday": Weekday, "kin": Kin, "namepart": NamePart, "first": First, "function": Function, "unit": Unit, "thing": Thing,
}

// Words returns the classes of folded words.
var Words = sync.OnceValue(func() map[string]Class {
	m := map[string]Class{}
	for _, r := range table.Rows("words.tsv", wordsTSV, 2) {
		for name := range strings.FieldsSeq(r[1]) {
			c, ok := classNames[name]
			if !ok {
				panic("tagger: words.tsv: unknown class " + name)
			}
			m[arabic.Key(r[0])] |= c
		}
	}
	return m
})

// phrases is a set of known names, by the hashes of their words.
type phrases struct {
	nodes map[uint64]uint8 // what is known of the words so far
}

// Bits of a node.
const (
	onward = 1 << iota // a longer phrase begins so
	place              // a place ends here
	sure               // from CLDR: countries and the like
)

func step(h uint64, word uint32) uint64 { return (h ^ uint64(word)) * multiplier }

func (p *phrases) add(words []string, bits uint8) {
	h := uint64(0)
	for i, w := range words {
		h = step(h, Hash(w))
		if i == len(words)-1 {
			p.nodes[h] |= bits
			return
		}
		p.nodes[h] |= onward
	}
}

// known returns the names of the gazetteer.
var known = sync.OnceValue(func() *phrases {
	p := &phrases{nodes: map[uint64]uint8{}}
	for _, r := range table.Rows("places.tsv", placesTSV, 2) {
		bits := uint8(place)
		if r[1] != "city" {
			bits |= sure
		}
		p.add(strings.Fields(arabic.Key(strings.ReplaceAll(r[0], "-", " - "))), bits)
	}
	return p
})
