package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold removes marks and tatweel and merges letters that writers interchange,
// letter for letter as the reference scorer does, which is not quite how
// arabic.Fold does it: compatibility forms are expanded everywhere.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKC.String(s) {
		if isSpace(r) {
			space = b.Len() > 0
			continue
		}
		if isMark(r) {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(foldRune(r)))
	}
	return b.String()
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || 0x1C <= r && r <= 0x1F
}

func isMark(r rune) bool {
	switch {
	case 0x610 <= r && r <= 0x61A, 0x64B <= r && r <= 0x65F, r == 0x670, 0x6D6 <= r && r <= 0x6ED, r == 0x640:
		return true
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069, r == 0xFEFF:
		return true
	}
	return false
}

func foldRune(r rune) rune {
	switch {
	case 0x660 <= r && r <= 0x669:
		return r - 0x660 + '0'
	case 0x6F0 <= r && r <= 0x6F9:
		return r - 0x6F0 + '0'
	}
	switch r {
	case '\u0623', '\u0625', '\u0622', '\u0671': // alef with hamza, madda, wasla
		return '\u0627'
	case '\u0649', '\u06CC': // alef maksura, Farsi yeh
		return '\u064A'
	case '\u0629': // teh marbuta
		return '\u0647'
	case '\u06A9': // keheh
		return '\u0643'
	case '\u066B':
		return '.'
	}
	return r
}

// words returns the folded words of s: runs of letters, and numbers with their
// inner decimal points and commas.
func words(s string) []string {
	s = fold(s)
	var list []string
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.Is(unicode.Nd, r):
			end := numberEnd(s, i)
			list = append(list, s[i:end])
			i = end
		case isWordRune(r):
			end := i + size
			for end < len(s) {
				r, size = utf8.DecodeRuneInString(s[end:])
				if !isWordRune(r) {
					break
				}
				end += size
			}
			list = append(list, s[i:end])
			i = end
		default:
			i += size
		}
	}
	return list
}

// isWordRune reports whether r is part of a word that is not a number.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.No, r)
}

// numberEnd returns the end of the number that starts at i.
func numberEnd(s string, i int) int {
	i = digitsEnd(s, i)
	for i+1 < len(s) && (s[i] == '.' || s[i] == ',') {
		next := digitsEnd(s, i+1)
		if next == i+1 {
			break
		}
		i = next
	}
	return i
}

func digitsEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.Is(unicode.Nd, r) {
			break
		}
		i += size
	}
	return i
}
