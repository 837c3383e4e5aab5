package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Clubs in articles about matches (P4 of places.go), and what is named after cups.

// afterCup reports whether token i stands behind the word for a cup: «كأس الاتحاد».
func (f *finder) afterCup(i int) bool {
	if i > 1 && f.text.Tokens[i-1].Norm == nations && f.joined(i-2) {
		i-- // «كأس أمم إفريقيا»
	} else if i > 1 && f.joined(i-1) && f.joined(i-2) && f.view.Class(i-1)&(tagger.Office|tagger.Title) != 0 && !f.definite(i-1) && f.view.Stem(i-2).Norm == cup {
		i-- // «كأس ملك إسبانيا»
	}
	return i > 0 && f.joined(i-1) && f.view.Stem(i-1).Norm == cup
}

// club reports whether the known name of tokens i to end-1 is a club in an
// article about matches.
func (f *finder) club(i, end int, bits uint16) bool {
	if !f.free(i, end) {
		return false
	}
	if end > i+1 {
		return f.view.Class(i)&tagger.Firm == 0
	}
	if f.view.Class(i)&(tagger.Nation|tagger.Function) != 0 || f.nationNext(i) || i > 0 && f.text.Tokens[i-1].Norm == crown || i > 0 && done[f.view.Stem(i-1).Norm] {
		return false
	}
	return bits&tagger.KnownBody != 0 || f.view.Class(i) == 0 && f.view.Level(i) <= 4
}

// done are verbs that make an event of the noun behind them: it was done.
var done = map[string]bool{"\u062A\u0645": true, "\u064A\u062A\u0645": true, "\u0648\u0642\u0639": true}

const nations = "\u0627\u0645\u0645"

const crown = "\u0648\u0644\u064A" // «ولي العهد»

func (f *finder) nationNext(i int) bool {
	return i+1 < len(f.text.Tokens) && f.view.Class(i+1)&tagger.Nation != 0
}

// sport reports whether the article is about matches.
func (f *finder) sport() bool {
	n := 0
	for i := range f.text.Tokens {
		if f.view.Class(i)&tagger.Match != 0 {
			n++
		}
	}
	return n >= 3 && n*60 >= len(f.text.Tokens)
}

const team = "\u0627\u0644\u0641\u0631\u064A\u0642"

// clubOf reports whether token i opens the name of a club that a place or a rare
// word behind it completes (P4).
func (f *finder) clubOf(i int) bool {
	next := i + 1
	if f.view.Class(i)&tagger.ClubHead == 0 || next >= len(f.text.Tokens) || !f.joined(i) || f.view.Stem(next).Prefix != "" {
		return false
	}
	if f.definite(i) { // «الملعب القابسي»
		if i > 0 && f.joined(i-1) && f.at[i-1] == 0 && f.definite(i-1) && f.view.Class(i-1)&(tagger.Area|tagger.Body) != 0 {
			return false // «الملعب الأولمبي»
		}
		return f.view.Stem(i).Norm != team && (f.view.Class(i)&(tagger.Office|tagger.Brand) == 0 || f.view.Class(next)&tagger.Nation == 0) && f.at[next] == 0 && f.definite(next) && strings.HasSuffix(f.text.Tokens[next].Norm, "\u064A") && (f.view.Level(next) <= 3 || f.view.Class(next)&tagger.Nation != 0) && f.view.Class(next)&tagger.Vague == 0
	}
	if m := f.at[next]; m != 0 {
		m := &f.mentions[m-1]
		return m.kind == news.Location && m.first == next && m.last == next+1
	}
	bits, end := f.view.Known(next)
	const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Nation | tagger.Match | tagger.Office
	return f.view.Class(next)&stops == 0 && f.text.Tokens[next].Kind == arabic.Word && (f.view.Rare(next) || end == next+1 && bits&(tagger.City|tagger.Town|tagger.Country) != 0 && f.view.Level(next) <= 4)
}
