package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed" // the lists
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/names.tsv.gz
var namesTSV []byte

//go:embed data/frequency.tsv.gz
var frequencyTSV []byte

//go:embed data/organizations.tsv
var organizationsTSV string

//go:embed data/places.tsv
var placesTSV string

//go:embed data/phrases.tsv.gz
var phrasesTSV []byte

var bitOf = map[string]uint16{
	"country": tagger.Country, "region": tagger.Country, "city": tagger.City, "town": tagger.Town,
	"wiki": tagger.Encyclopedic, "club": tagger.Club, "person": tagger.KnownPerson, "body": tagger.KnownBody,
}

// lists returns the lexicon that the lists of names give.
func lists() (tagger.Lexicon, error) {
	var l tagger.Lexicon
	names, err := unzip("names.tsv.gz", namesTSV, 4)
	if err != nil {
		return l, err
	}
	for _, r := range names {
		use := uint8(0)
		for i, shift := range []int{0, 2, 4} {
			n, err := strconv.ParseUint(r[i+1], 10, 2)
			if err != nil {
				return l, fmt.Errorf("names.tsv.gz: %s: %w", r[0], err)
			}
			use |= uint8(n) << shift
		}
		l.Names = append(l.Names, tagger.NameUse{Word: tagger.Hash(r[0]), Use: use})
	}
	words, err := unzip("frequency.tsv.gz", frequencyTSV, 2)
	if err != nil {
		return l, err
	}
	for _, r := range words {
		level, err := strconv.ParseUint(r[1], 10, 4)
		if err != nil {
			return l, fmt.Errorf("frequency.tsv.gz: %s: %w", r[0], err)
		}
		l.Usual = append(l.Usual, tagger.Usual{Word: tagger.Hash(r[0]), Level: uint8(level)})
	}
	phrases, err := unzip("phrases.tsv.gz", phrasesTSV, 2)
	if err != nil {
		return l, err
	}
	for _, r := range table.Rows("organizations.tsv", organizationsTSV, 2) {
		what := "body"
		if strings.Contains(r[1], "club") {
			what = "body club"
		}
		phrases = append(phrases, []string{arabic.Key(r[0]), what})
	}
	for _, r := range table.Rows("places.tsv", placesTSV, 2) {
		phrases = append(phrases, []string{arabic.Key(r[0]), r[1]})
	}
	l.Nodes = nodes(phrases)
	slices.SortFunc(l.Names, func(a, b tagger.NameUse) int { return cmp.Compare(a.Word, b.Word) })
	slices.SortFunc(l.Usual, func(a, b tagger.Usual) int { return cmp.Compare(a.Word, b.Word) })
	return l, nil
}

// nodes makes the tree of known names.
func nodes(phrases [][]string) []tagger.Node {
	bits := map[uint32]uint16{}
	for _, r := range phrases {
		what := uint16(0)
		for name := range strings.FieldsSeq(r[1]) {
			what |= bitOf[name]
		}
		words := strings.Fields(r[0])
		key := uint32(0)
		for i, w := range words {
			key = tagger.Step(key, tagger.Hash(w))
			if i < len(words)-1 {
				bits[key] |= tagger.Onward
			} else {
				bits[key] |= what
			}
		}
	}
	list := make([]tagger.Node, 0, len(bits))
	for k, b := range bits {
		list = append(list, tagger.Node{Key: k, Bits: b})
	}
	slices.SortFunc(list, func(a, b tagger.Node) int { return cmp.Compare(a.Key, b.Key) })
	return list
}

func unzip(name string, data []byte, columns int) ([][]string, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return table.Rows(name, string(text), columns), nil
}
