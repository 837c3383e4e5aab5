package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of people whose names no list has. What stands behind an office or a verb
// of saying is nearly sure to be a name when Arabic at large hardly has its words.
//
//	U1  Two to four rare words behind an office and what it governs, or behind a
//	    verb of saying («وأضاف رابهان شودير أن») are a person; the name of a place
//	    may be the last of them («سفير كذا لدى كذا أوليفيي بوافر دارفور»).
//	U3  So are a rare word that serves in names and a definite word of relation that
//	    does («احميدة العشي»), wherever they stand.
//	U5  So are those behind an adjective of a nation that stands for a man or a woman
//	    («مع الروماني فلان», «الغانيان فلان وفلان»).
//	U4  Rare words behind the word for a site of the web are its name.
//	U2  One rare word behind a definite office («الحارس بوفان») is one too.

// strangers finds the people of U1 and U2.
func (f *finder) strangers() {
	for i := 0; i < len(f.text.Tokens); i++ {
		if m := f.at[i]; m != 0 && f.mentions[m-1].first == i && f.mentions[m-1].kind == news.Person && i > 0 {
			f.compatriot(i-1, f.mentions[m-1].last)
		}
		if f.at[i] != 0 || !f.strange(i, 2) || !f.joined(i-1) {
			continue
		}
		end := f.strangeEnd(i)
		switch {
		case end > i+1 && (f.speaks(i-1) || f.officeBefore(i)), end == i+2 && f.view.NameUse(i) != 0 && f.at[i+1] == 0 && f.definite(i+1) && strings.HasSuffix(f.text.Tokens[i+1].Norm, "\u064A"):
			f.takePlace(i, end)
			f.put(i, end, news.Person)
		case f.sports && f.countryman(i-1) && f.foreignName(i):
			f.put(i, end, news.Person)
			f.compatriot(i-1, end)
		case f.view.Stem(i-1).Norm == site && f.free(i, end):
			f.put(i, end, news.Organization)
		case end == i+1 && f.loneOffice(i-1) && f.strange(i, 1) && !strings.HasSuffix(f.text.Tokens[i].Norm, "\u0627"):
			f.put(i, end, news.Person)
		default:
			continue
		}
		i = end - 1
	}
}

// countryman reports whether the adjective of a nation at token i stands for a
// person: it is no adjective of the noun before it, or of a player.
func (f *finder) countryman(i int) bool {
	if i < 0 || f.at[i] != 0 || f.view.Class(i)&tagger.Nation == 0 && !f.pair(i) || !f.definite(i) {
		return false
	}
	k := i - 1
	if k < 0 || !f.joined(k) || f.view.Stem(i).Prefix != "" || !f.definite(k) && f.at[k] == 0 {
		return k >= 0 && f.at[max(k, 0)] == 0 || f.view.Stem(i).Prefix != ""
	}
	if f.at[k] != 0 {
		return false
	}
	female := strings.HasSuffix(f.text.Tokens[i].Norm, "\u0647")
	before := f.text.Tokens[k].Norm
	return f.view.Class(k)&(tagger.Office|tagger.Sport) != 0 || !female && (strings.HasSuffix(before, "\u0647") || plural(before))
}

// foreignName reports whether the rare word at token i is no usual one with a
// clitic or a pronoun.
func (f *finder) foreignName(i int) bool {
	stems, n := f.text.Stems(i)
	for _, s := range stems[1:n] {
		if f.view.Usual(s.Norm) >= 3 {
			return false
		}
	}
	return f.view.Level(i) <= 1 && !strings.HasSuffix(f.text.Tokens[i].Norm, "\u0647")
}

// pair reports whether token i is the dual of an adjective of a nation.
func (f *finder) pair(i int) bool {
	bare, _ := arabic.Bare(f.view.Stem(i).Norm)
	for _, x := range [...]string{"\u0627\u0646", "\u064A\u0646"} {
		if rest, ok := strings.CutSuffix(bare, x); ok && tagger.Words().Of(rest)&tagger.Nation != 0 {
			return true
		}
	}
	return false
}

// compatriot finds the second of two whom the dual at token i announces, behind
// the first, who ends before token k.
func (f *finder) compatriot(i, k int) {
	if !f.pair(i) || k >= len(f.text.Tokens) || !f.joined(k-1) || f.at[k] != 0 || !strings.HasPrefix(f.text.Tokens[k].Norm, "\u0648") {
		return
	}
	if f.view.Level(k) <= 2 && f.view.Class(k) == 0 && f.nameable(k) {
		f.put(k, k+1, news.Person)
	}
}

const site = "\u0645\u0648\u0642\u0639"

// strange reports whether token i may be part of a name that no list has.
func (f *finder) strange(i, most int) bool {
	w := f.text.Tokens[i]
	return w.Kind == arabic.Word && len(w.Norm) > 4 && f.view.Level(i) <= most && f.view.Class(i)&^tagger.First == 0 && f.view.Stem(i).Prefix == "" &&
		!f.definite(i) && !inflected(w.Norm) && !f.tanwin(i) && !wordlike(w.Of(f.text.Source))
}

// wordlike reports whether a rare word is likelier an inflected common one: with
// waw before it, with a pronoun, in the dual or the plural.
func wordlike(s string) bool {
	if strings.HasPrefix(s, "\u0648") {
		return true
	}
	for _, x := range [...]string{"\u0647", "\u064A\u0646", "\u0648\u0646", "\u0627\u062A", "\u0627\u0646"} {
		if strings.HasSuffix(s, x) && len(s) > 10 {
			return true
		}
	}
	return false
}

// strangeEnd returns the token after the strange words from token i on.
func (f *finder) strangeEnd(i int) int {
	end := i + 1
	for end < len(f.text.Tokens) && end < i+4 && f.joined(end-1) {
		if m := f.at[end]; m != 0 {
			if m := &f.mentions[m-1]; end > i+1 && m.kind == news.Location && m.first == end && m.last == end+1 && f.view.Stem(end).Prefix == "" && !f.definite(end) {
				end++
			}
			break
		}
		if !f.strange(end, 2) && !f.nameLike(end) {
			break
		}
		end++
	}
	return end
}

// nameLike reports whether token i is a word that serves in personal names.
func (f *finder) nameLike(i int) bool {
	return f.text.Tokens[i].Kind == arabic.Word && f.view.NameUse(i) != 0 && f.view.Level(i) <= 4 && f.view.Class(i)&^tagger.First == 0 && f.view.Stem(i).Prefix == ""
}

// takePlace drops the mention of a place that ends tokens first to last-1.
func (f *finder) takePlace(first, last int) {
	if m := f.at[last-1]; m != 0 && f.mentions[m-1].first >= first {
		f.mentions[m-1].gone = true
	}
}

// speaks reports whether token i is a verb of saying.
func (f *finder) speaks(i int) bool {
	return i >= 0 && f.joined(i) && f.view.Class(i)&tagger.Says != 0 && f.view.Class(i)&tagger.Office == 0 && !f.definite(i) && f.view.Stem(i).Prefix != "\u0628"
}

// officeBefore reports whether an office stands before token i, and all between
// is definite or a name.
func (f *finder) officeBefore(i int) bool {
	if i == 0 || f.comma(i-1) || !f.definite(i-1) && f.at[i-1] == 0 {
		return false
	}
	_, last, ok := f.roleBefore(i)
	return ok && last == i
}

// loneOffice reports whether token i is a definite office.
func (f *finder) loneOffice(i int) bool {
	return i >= 0 && f.joined(i) && f.definite(i) && f.at[i] == 0 && f.view.Class(i)&tagger.Office != 0
}

// tanwin reports whether token i has a mark of an indefinite noun.
func (f *finder) tanwin(i int) bool {
	return strings.ContainsAny(f.text.Tokens[i].Of(f.text.Source), tanwin)
}
