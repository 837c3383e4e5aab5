// Package arabic reads Arabic writing: letters and marks, digits of every set,
// folding with a way back, tokens with their clitics, sentences.
//
// Read is called once an article; every finder works on the Text it returns,
// so that an article is folded and split once. All spans are byte spans of
// Text.Source.
package arabic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mujaz/internal/news"
)

// Kind is what the characters of a token are.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // Arabic letters with their marks
	Latin              // letters of other scripts
	Digits             // decimal digits of one or several sets
	Punct              // one mark of punctuation
	Symbol             // one other visible character: %, $, emoji
)

// Token is a longest run of characters of one kind; marks go with the letter
// before them. Where kinds meet without a space, tokens touch: "و220" is a word
// and digits, "1.9" is digits, a point, digits.
type Token struct {
	news.Span
	Kind Kind
	Norm string // folded
}

// Text is a text that has been read.
type Text struct {
	Source    string
	Folded    Folded
	Tokens    []Token
	Sentences []Sentence
}

// Sentence is a sentence or a line without an end mark, such as a heading.
// Sentences do not cross line breaks, are in order and cover every token.
type Sentence struct {
	news.Span
	First, Last int // its tokens: Tokens[First:Last]
	Paragraph   int // the number of its paragraph, from 0
}

// Read folds and splits source, which is valid UTF-8.
func Read(source string) *Text {
	t := &Text{Source: source, Folded: Fold(source)}
	t.Tokens = tokens(source, t.Folded)
	t.Sentences = sentences(source, t.Tokens)
	return t
}

// Touch reports whether tokens i and i+1 both exist and no space parts them.
func (t *Text) Touch(i int) bool {
	return 0 <= i && i+1 < len(t.Tokens) && t.Tokens[i].End == t.Tokens[i+1].Start
}

// Gap returns what stands between tokens i and i+1, both of which must exist.
func (t *Text) Gap(i int) string { return t.Source[t.Tokens[i].End:t.Tokens[i+1].Start] }

// NewLine reports whether a line break parts tokens i and i+1.
func (t *Text) NewLine(i int) bool {
	return strings.IndexByte(t.Gap(i), '\n') >= 0
}

// Separates reports whether token i is a mark between two digits that touch it: «3.5»,
// «15:30».
func (t *Text) Separates(i int) bool {
	return i > 0 && i+1 < len(t.Tokens) && t.Tokens[i].Kind == Punct &&
		t.Tokens[i-1].Kind == Digits && t.Tokens[i+1].Kind == Digits && t.Touch(i-1) && t.Touch(i)
}

// Cover returns the span from the first byte of token first to the last byte
// of token last-1. It needs first < last.
func (t *Text) Cover(first, last int) news.Span {
	return news.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// At returns the number of the first token that ends after byte offset at; it
// is len(t.Tokens) when there is none.
func (t *Text) At(at int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Tokens[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Touched returns the tokens first to last-1 that span s touches.
func (t *Text) Touched(s news.Span) (first, last int) {
	first = t.At(s.Start)
	for last = first; last < len(t.Tokens) && t.Tokens[last].Start < s.End; last++ {
		continue
	}
	return first, last
}

// SentenceAt returns the number of the sentence that holds byte offset at, or
// that comes next; it is len(t.Sentences) when there is none.
func (t *Text) SentenceAt(at int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Sentences[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// tokens walks the source and its folded text side by side, so that Norm is a
// part of the folded text and costs nothing.
func tokens(source string, f Folded) []Token {
	list := make([]Token, 0, len(source)/9+4)
	at := 0 // in f.Text: where the source position is
	for i := 0; i < len(source); {
		c, size := classAt(source, i)
		if c == space || c == mark {
			i += size
			continue
		}
		start := i
		i = runEnd(source, i+size, c)
		for int(f.back[at]) < start {
			at++
		}
		from := at
		for at < len(f.Text) && int(f.back[at]) < i {
			at++
		}
		list = append(list, Token{Span: news.Span{Start: start, End: i}, Kind: Kind(c), Norm: f.Text[from:at]})
	}
	return list
}

// runEnd returns where the token of class c ends whose first character ends at i.
func runEnd(source string, i int, c class) int {
	single := c == class(Punct) || c == class(Symbol)
	for i < len(source) {
		next, size := classAt(source, i)
		if next != mark && (single || next != c) {
			break
		}
		i += size
	}
	return i
}

func skipMarks(source string, i int) int {
	for i < len(source) {
		r, size := first(source[i:])
		if !IsMark(r) {
			break
		}
		i += size
	}
	return i
}

// kindOf returns the kind of a token that begins with r, and false when r is a
// space, a control or a mark without a letter.
func kindOf(r rune) (Kind, bool) {
	if r < utf8.RuneSelf {
		switch {
		case '0' <= r && r <= '9':
			return Digits, true
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			return Latin, true
		case r <= ' ' || r == 0x7F:
			return 0, false
		case r == '%' || r == '$' || r == '+' || r == '<' || r == '=' || r == '>' || r == '^' || r == '`' || r == '|' || r == '~':
			return Symbol, true
		}
		return Punct, true
	}
	switch {
	case IsLetter(r):
		return Word, true
	case IsMark(r):
		return 0, false
	case '\u0660' <= r && r <= '\u0669' || '\u06F0' <= r && r <= '\u06F9':
		return Digits, true
	case r == decimalSeparator || r == thousandsMark:
		return Punct, true
	case unicode.IsLetter(r):
		return Latin, true
	case unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0, false
	case unicode.IsPunct(r):
		return Punct, true
	}
	return Symbol, true
}
