// Package evidence finds where words that somebody quotes stand in a text.
//
// An engine quotes; this room locates. It tries, strongest first:
//
//	E1  The same bytes, on word boundaries.
//	E2  The same words in the same order, once marks and then letters that
//	    writers interchange are folded, and spaces and punctuation are not asked.
//	E3  The same, where the first word carries a clitic in the text («والوزارة»
//	    for «الوزارة»); the span then leaves the clitic out.
//	E4  Aligned: most of the words in the same order within a short stretch. The
//	    limits are those of langextract (github.com/google/langextract,
//	    resolver.py, Apache-2.0): three quarters of the quoted words, a third of
//	    the stretch. Beyond it: every number of the quote must be there, and no
//	    negation may be on one side only.
//
// A quote that is not found is not shown. All of it is linear in the length of
// the text.
package evidence

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Locate returns where quote stands in t: exactly, or folded, or aligned word
// by word within limits. It reports false when t does not hold it. Spaces and
// marks of punctuation around quote are not asked for.
func Locate(t *arabic.Text, quote string) (news.Evidence, bool) {
	if e, ok := Verbatim(t, quote); ok {
		return e, true
	}
	q := arabic.Read(quote)
	if s, ok := aligned(t, q); ok {
		return news.Evidence{Span: s, Match: news.MatchAligned}, true
	}
	return news.Evidence{}, false
}

// Verbatim is Locate without alignment: it returns where every word of quote
// stands in t, in order and with no other word between.
func Verbatim(t *arabic.Text, quote string) (news.Evidence, bool) {
	quote = strings.TrimSpace(quote)
	if s, ok := exact(t, quote); ok {
		return news.Evidence{Span: s, Match: news.MatchExact}, true
	}
	q := arabic.Read(quote)
	words := significant(q)
	s, ok := folded(t, q, words)
	if !ok {
		s, ok = clitic(t, q, words)
	}
	if !ok {
		return news.Evidence{}, false
	}
	if whole := q.Cover(words[0], words[len(words)-1]+1); whole.Of(quote) == s.Of(t.Source) {
		return news.Evidence{Span: s, Match: news.MatchExact}, true
	}
	return news.Evidence{Span: s, Match: news.MatchFolded}, true
}

// exact finds the first occurrence of quote that begins and ends with a word (E1).
func exact(t *arabic.Text, quote string) (news.Span, bool) {
	if quote == "" {
		return news.Span{}, false
	}
	for from := 0; ; {
		i := strings.Index(t.Source[from:], quote)
		if i < 0 {
			return news.Span{}, false
		}
		s := news.Span{Start: from + i, End: from + i + len(quote)}
		if boundary(t, s.Start) && boundary(t, s.End) && holdsWord(t, s) {
			return s, true
		}
		from = s.Start + 1
	}
}

// boundary reports whether byte offset at parts two words of t: it lies neither
// inside a token nor inside a number that is written with separators.
func boundary(t *arabic.Text, at int) bool {
	i := t.At(at)
	if i == len(t.Tokens) {
		return true
	}
	if t.Tokens[i].Start < at {
		return false
	}
	return t.Tokens[i].Start > at || !inNumber(t, i-1, i)
}

// inNumber reports whether tokens i and j = i+1 are parts of one number.
func inNumber(t *arabic.Text, i, j int) bool {
	return t.Separates(i) && t.Tokens[j].Kind == arabic.Digits || t.Separates(j) && i >= 0 && t.Tokens[i].Kind == arabic.Digits
}

// holdsWord reports whether s covers anything but punctuation.
func holdsWord(t *arabic.Text, s news.Span) bool {
	for i := t.At(s.Start); i < len(t.Tokens) && t.Tokens[i].Start < s.End; i++ {
		if counts(t, i) {
			return true
		}
	}
	return false
}

// counts reports whether token i is compared: everything but punctuation, and
// the marks inside numbers.
func counts(t *arabic.Text, i int) bool {
	return t.Tokens[i].Kind != arabic.Punct || t.Separates(i)
}

// significant returns the tokens of q that count.
func significant(q *arabic.Text) []int {
	list := make([]int, 0, len(q.Tokens))
	for i := range q.Tokens {
		if counts(q, i) {
			list = append(list, i)
		}
	}
	return list
}
