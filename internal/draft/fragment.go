package draft

import (
	_ "embed" // the table of words that lead on
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// Weak models copy a piece of a sentence and stop, or begin in its middle. Every
// word of such a piece is proven, and yet it tells nothing. A claim is a fragment
// when
//
//	W1  it has fewer than leastWords words;
//	W2  it ends with a comma or with a word that leads on («في», «أن»);
//	W3  its words stand in the article in a row, and what stands before them is
//	    neither the beginning of a sentence nor of a clause;
//	W4  they stand in a row, and what follows is a comma and what was said, or a noun
//	    that no word joins: what was done, or by whom («اتهمت الحكومة، اليوم الخميس، |
//	    الجزائر»).

//go:embed data/joins.tsv
var joinsTSV string

// joins returns the words that lead on, folded, and whether a clause may follow.
var joins = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, row := range table.Rows("joins.tsv", joinsTSV, 2) {
		m[arabic.Key(row[0])] = row[1] == "clause"
	}
	return m
})

// leastWords is how many words a sentence of news has at least: with fewer, models
// name somebody, or begin to tell what he did.
const leastWords = 6

// fragment reports whether a claim is a piece of a sentence.
func (j *job) fragment(c news.Claim) bool {
	if len(strings.Fields(c.Text)) < leastWords || strings.TrimRight(c.Text, ",،؛;:-") != c.Text { // W1, W2
		return true
	}
	text := strings.TrimRight(c.Text, ".!؟? ")
	if leadsOn(arabic.Key(text[strings.LastIndexByte(text, ' ')+1:])) {
		return true
	}
	e, ok := evidence.Verbatim(j.text, text)
	return ok && (!j.begins(e.Start) || j.objectAfter(e.End))
}

// leadsOn reports whether a folded word cannot be the last of a sentence, also with
// a pronoun («أنها») or a conjunction («وفي»).
func leadsOn(word string) bool {
	word = strings.TrimPrefix(word, "و")
	for _, pronoun := range []string{"", "ه", "ها", "هم", "هما"} {
		stem, ok := strings.CutSuffix(word, pronoun)
		if _, joins := joins()[stem]; ok && joins && (pronoun == "" || stem == "ان" || stem == "لان" || stem == "لكن") {
			return true
		}
	}
	return false
}

// begins reports whether a sentence or a clause begins at a byte offset (W3).
func (j *job) begins(at int) bool {
	t, i := j.text, j.text.At(at)
	if i >= len(t.Tokens) || t.Tokens[i].Start < at { // behind a conjunction written with it
		return true
	}
	if i == t.Sentences[t.SentenceAt(at)].First {
		return true
	}
	before := t.Tokens[i-1]
	return before.Kind == arabic.Punct && !isQuotationMark(before.Norm) || joins()[before.Norm] || strings.HasPrefix(t.Tokens[i].Norm, "و")
}

func isQuotationMark(norm string) bool {
	return slices.Contains([]string{"\"", "\u00AB", "\u00BB", "\u201C", "\u201D", "'", "(", ")"}, norm)
}

// saysWhat reports whether a folded word begins what somebody said: «أن», «بأنها»,
// or announced: «عن».
func saysWhat(word string) bool {
	word = strings.TrimPrefix(word, "ب")
	return slices.Contains([]string{"ان", "انه", "انها", "انهم", "انهما", "عن"}, word)
}

// objectAfter reports whether a comma and a noun that nothing joins follow a byte
// offset in the same sentence (W4). A day, or a participle («مشيرا إلى»), may be
// left out.
func (j *job) objectAfter(at int) bool {
	t := j.text
	last := t.Sentences[t.SentenceAt(max(at-1, 0))].Last
	i, _ := slices.BinarySearchFunc(t.Tokens, at, func(x arabic.Token, at int) int { return x.Start - at })
	if i+1 >= last || !arabic.IsComma(t.Tokens[i].Norm) {
		return false
	}
	next := t.Tokens[i+1]
	if saysWhat(next.Norm) {
		return true
	}
	if _, joined := joins()[next.Norm]; joined || next.Kind != arabic.Word {
		return false
	}
	for _, d := range j.facts.Dates {
		if d.Contains(next.Span) {
			return false
		}
	}
	for _, clitic := range []string{"و", "ف", "ب", "ل", "ك", "ي", "ت", "س"} {
		if strings.HasPrefix(next.Norm, clitic) {
			return false
		}
	}
	return !participle(next.Norm)
}

// shortened returns c, or if it is too long and copies a sentence, c without what
// stands behind the last comma that leaves few enough words and a whole sentence
// that passes. Models that copy do not stop in time.
func (j *job) shortened(c news.Claim) news.Claim {
	if len(strings.Fields(c.Text)) <= j.longestBullet() {
		return c
	}
	for i := strings.LastIndex(c.Text, "،"); i > 0; i = strings.LastIndex(c.Text[:i], "،") {
		s := news.Claim{Text: strings.TrimSpace(c.Text[:i]), Quotes: c.Quotes}
		if len(strings.Fields(s.Text)) > j.longestBullet() || strings.Count(s.Text, "\u00AB") != strings.Count(s.Text, "\u00BB") {
			continue
		}
		e, copied := evidence.Verbatim(j.text, s.Text)
		if !copied {
			return c
		}
		s.Text += "."
		if j.tailAfter(e.End) && !j.fragment(s) && j.passes(s) {
			return s
		}
	}
	return c
}

// tailAfter reports whether a comma and a clause, or what somebody adds, follow a
// byte offset: a sentence may end there. A preposition may belong to the verb.
func (j *job) tailAfter(at int) bool {
	t := j.text
	i, _ := slices.BinarySearchFunc(t.Tokens, at, func(x arabic.Token, at int) int { return x.Start - at })
	if i+1 >= len(t.Tokens) {
		return false
	}
	next := t.Tokens[i+1].Norm
	switch {
	case saysWhat(next):
		return false
	case joins()[next], slices.Contains([]string{"الذي", "التي", "الذين", "اللذين", "اللتين"}, next):
		return true
	}
	return participle(next) || strings.HasPrefix(next, "و") && !waw(next)
}

// waw reports whether the first letter of a folded word is its own, in words for
// people and bodies that begin a subject or an apposition.
func waw(norm string) bool {
	return slices.ContainsFunc([]string{"وزير", "وزار", "وزرا", "وكيل", "وكلا", "وكال", "وفد", "والي", "ولا", "وسيط", "وحد", "وجيه", "واعظ", "وريث"},
		func(root string) bool { return strings.HasPrefix(norm, root) })
}

// participle reports whether a folded word has the form of «مشيرا», «مؤكدة».
func participle(norm string) bool {
	return strings.HasPrefix(norm, "م") && (strings.HasSuffix(norm, "ا") || strings.HasSuffix(norm, "ه"))
}
