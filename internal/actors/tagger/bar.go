package tagger

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// barred is less than any score, and still no sum of it along a sentence wraps.
const barred = -1 << 24

// What the form of a token rules out in the names of people, places and
// organizations, whatever the weights say:
//
//	F1  Punctuation opens no name and only hyphens, full stops and apostrophes
//	    stand inside of one.
//	F2  A full stop ends a name only behind an initial («محمد ب.»).
//	F3  A waw that joins words does not stand inside the name of a person or a
//	    place: they are two.

// bar takes the labels that F1 to F3 rule out from the scores of token i.
func bar(t *arabic.Text, v *View, i int, scores *[Labels]int32) {
	w := t.Tokens[i]
	switch {
	case w.Kind == arabic.Punct:
		within := w.Norm == "-" || w.Norm == "." || w.Norm == "'" || w.Norm == "\u2013"
		closes := w.Norm == "." && i > 0 && i+1 < len(t.Tokens) && utf8.RuneCountInString(t.Tokens[i-1].Norm) == 1
		for k := range Misc {
			barPlaces(scores, k, true, !within, !closes)
		}
	case strings.HasPrefix(v.tokens[i].reading.Prefix, "\u0648"):
		barPlaces(scores, Person, false, true, true)
		barPlaces(scores, Location, false, true, true)
	}
}

// barPlaces takes the labels of kind k that open a name, stand inside of one or
// end one.
func barPlaces(scores *[Labels]int32, k Kind, opening, within, ending bool) {
	at := 1 + 4*int(k)
	if opening {
		scores[at+first], scores[at+only] = barred, barred
	}
	if within {
		scores[at+inside] = barred
	}
	if ending {
		scores[at+last] = barred
	}
}
