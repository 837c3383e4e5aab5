// Package news holds the words that every room speaks: Page, Article, Span,
// Evidence, Draft and Brief.
//
// The types change as trust grows. A Page is what the outside world sent; an
// Article is a page that has been read; a Draft is what an engine claims about
// an article; a Brief is what the article proves. Only a Brief may be shown.
//
// Package news imports nothing else of mujaz.
package news

// Span is a half-open byte range [Start, End) of an article's text.
type Span struct {
	Start, End int
}

// Of returns the part of text that s covers. It panics when s does not lie in text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len returns the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
