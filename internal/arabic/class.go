package arabic

import (
	"unicode"
	"unicode/utf8"
)

// The tables below answer for the code points before tableEnd, which hold Latin
// and Arabic letters, what FoldRune, IsMark and kindOf say; nearly every
// character of a news text is looked up here.
const (
	tableEnd = 0x700
	slow     = 0xFFFF // in folds: ask FoldRune
)

// class is what a character is to a tokenizer: a Kind, or one of these.
type class uint8

const (
	space class = 100 + iota // or a control
	mark                     // joins the letter before it
)

var (
	folds, classes = tables()
	lower          = lowerASCII()
)

func tables() (folds [tableEnd]uint16, classes [tableEnd]class) {
	for r := range rune(tableEnd) {
		switch to := FoldRune(r); {
		case IsMark(r):
		case to < 0x800:
			folds[r] = uint16(to)
		default:
			folds[r] = slow
		}
		classes[r] = classify(r)
	}
	return folds, classes
}

func lowerASCII() (t [utf8.RuneSelf]byte) {
	for c := range t {
		t[c] = byte(FoldRune(rune(c)))
	}
	return t
}

// classify returns the class of any code point.
func classify(r rune) class {
	if IsMark(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r) {
		return mark
	}
	if kind, visible := kindOf(r); visible {
		return class(kind)
	}
	return space
}

// classAt returns the class of the character at byte i of s, and its length.
func classAt(s string, i int) (class, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return classes[c], 1
	}
	if r, ok := twoBytes(s, i); ok && r < tableEnd {
		return classes[r], 2
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return classify(r), size
}

// first returns the first rune of s and its length.
func first(s string) (rune, int) {
	if s != "" {
		if r, ok := twoBytes(s, 0); ok {
			return r, 2
		}
	}
	return utf8.DecodeRuneInString(s)
}

// twoBytes returns the rune at byte i of s when it is one of two bytes.
func twoBytes(s string, i int) (rune, bool) {
	if c := s[i]; 0xC2 <= c && c < 0xE0 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 {
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), true
	}
	return 0, false
}
