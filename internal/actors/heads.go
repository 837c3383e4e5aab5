package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of bodies that share their head.
//
//	H1  The nouns listed behind the dual or the plural of a head that they need are
//	    bodies of that head («وزارتا كذا وكذا» are two ministries): two behind a
//	    dual, of which the second takes what else waw joins.
//	H2  A head in the singular is shared where "each of" stands before it, or the
//	    article speaks of two such bodies («الوزارتان»).

// sharedHeads are heads in the dual and the plural, by what one of them is
// called: ministry, committee, university, court, bloc, delegation.
var sharedHeads = map[string]string{
	"\u0648\u0632\u0627\u0631\u0627\u062A": ministry, "\u0648\u0632\u0627\u0631\u062A\u0627": ministry, "\u0648\u0632\u0627\u0631\u062A\u064A": ministry,
	"\u0644\u062C\u0646\u062A\u0627": committee, "\u0644\u062C\u0646\u062A\u064A": committee,
	"\u062C\u0627\u0645\u0639\u062A\u0627": university, "\u062C\u0627\u0645\u0639\u062A\u064A": university,
	"\u0643\u062A\u0644\u062A\u0627": bloc, "\u0643\u062A\u0644\u062A\u064A": bloc,
	"\u0645\u062D\u0643\u0645\u062A\u0627": court, "\u0645\u062D\u0643\u0645\u062A\u064A": court,
}

const (
	ministry   = "\u0648\u0632\u0627\u0631\u0629"
	committee  = "\u0644\u062C\u0646\u0629"
	university = "\u062C\u0627\u0645\u0639\u0629"
	bloc       = "\u0643\u062A\u0644\u0629"
	court      = "\u0645\u062D\u0643\u0645\u0629"
)

// twoMinistries are words for two ministries named before.
var twoMinistries = map[string]bool{
	"\u0627\u0644\u0648\u0632\u0627\u0631\u062A\u0627\u0646": true, "\u0627\u0644\u0648\u0632\u0627\u0631\u062A\u064A\u0646": true,
}

// shareHeads finds the bodies of H1 and H2.
func (f *finder) shareHeads() {
	two := false
	for i := range f.text.Tokens {
		two = two || twoMinistries[f.view.Stem(i).Norm]
	}
	for i := 0; i+2 < len(f.text.Tokens); i++ {
		norm := f.view.Stem(i).Norm
		if head, ok := sharedHeads[norm]; ok && f.joined(i) {
			i = f.sharedItems(i+1, head, strings.HasSuffix(norm, "\u0627\u062A") || strings.HasSuffix(norm, "\u0627\u0646"))
			continue
		}
		if norm == arabic.Key(ministry) && f.joined(i) && (two || i > 1 && f.text.Tokens[i-1].Norm == from && f.text.Tokens[i-2].Norm == "\u0643\u0644") {
			i = f.sharedItems(i+1, ministry, false)
		}
	}
}

// sharedItems makes bodies with the given head of the items of a list that begins
// at token k, if there are two, and returns its last token.
func (f *finder) sharedItems(k int, head string, many bool) int {
	var items [][2]int
	for k < len(f.text.Tokens) && f.joined(k-1) && (many || len(items) < 2) {
		first := k
		if len(items) > 0 {
			switch {
			case f.comma(k):
				first = k + 1
			case f.text.Tokens[k].Norm == "\u0648":
				first = k + 1
			case !strings.HasPrefix(f.text.Tokens[k].Norm, "\u0648"):
				first = len(f.text.Tokens)
			}
		}
		end := f.sharedItem(first, len(items) > 0 && !many)
		if end <= first {
			break
		}
		items = append(items, [2]int{first, end})
		k = end
	}
	if len(items) < 2 {
		return k - 1
	}
	for _, x := range items {
		if !f.put(x[0], x[1], news.Organization) {
			continue
		}
		m := &f.mentions[len(f.mentions)-1]
		m.head = head
		m.words = append([]string{arabic.Key(head)}, m.words...)
		m.key = strings.Join(m.words, " ")
	}
	return k - 1
}

// sharedItem returns the token after the item that begins at token i, a definite
// noun and its adjectives, or i. With rest, more nouns that waw joins belong to it.
func (f *finder) sharedItem(i int, rest bool) int {
	const stops = tagger.Function | tagger.Says | tagger.Acts | tagger.Office | tagger.Vague | tagger.Weekday | tagger.Month | tagger.Firm
	noun := func(k int) bool {
		w := f.text.Tokens[k]
		return w.Kind == arabic.Word && f.view.Class(k)&stops&^(tagger.Firm|tagger.Says|tagger.Acts) == 0 && (f.definite(k) || f.placeAt(k))
	}
	if i >= len(f.text.Tokens) || !noun(i) {
		return i
	}
	end := i + 1
	for end < len(f.text.Tokens) && f.joined(end-1) && f.text.Tokens[end].Kind == arabic.Word && f.definite(end) {
		bare, _ := arabic.Bare(f.view.Stem(end).Norm)
		prefix := f.view.Stem(end).Prefix
		c := f.view.Class(end) &^ (tagger.Says | tagger.Acts)
		joins := rest && prefix == "\u0648" && c&stops == 0
		if !joins && (prefix != "" || !qualifies(bare) || c&(stops|tagger.Nation) != 0) {
			break
		}
		end++
	}
	return end
}
