package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// isBidi reports whether r is a control that changes the direction of text.
func isBidi(r rune) bool {
	switch {
	case r < 0x61C:
		return false
	case r == 0x61C, r == 0x200E, r == 0x200F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return false
}

// clean returns s in NFC without bidi controls, and nothing else changed.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if isBidi(r) {
			return -1
		}
		return r
	}, s)
	return nfc(s)
}

// isInvisible reports whether r shows nothing: a control, a bidi control, a
// byte order mark, a soft hyphen, a tag character. Joiners are not among them.
func isInvisible(r rune) bool {
	switch {
	case r < ' ' || 0x7F <= r && r < 0xA0:
		return true
	case r < 0x300:
		return r == 0xAD
	case r == 0x200C || r == 0x200D:
		return false
	}
	return r == utf8.RuneError || unicode.Is(unicode.Cf, r) && (r < 0x600 || r > 0x605) && r != 0x6DD
}

// cleanLine returns s as one line of visible text: NFC, white space collapsed
// and cut from the ends, invisible characters gone.
func cleanLine(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case isInvisible(r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return nfc(b.String())
}

// nfc returns s in NFC. Most text is, and shows it: it has no signs that
// combine but for vowel signs that stand alone.
func nfc(s string) string {
	mark := false
	for _, r := range s {
		switch {
		case r < 0x300, 0x600 <= r && r <= 0x60F, 0x61B <= r && r <= 0x64A, 0x660 <= r && r <= 0x66F, 0x671 <= r && r <= 0x6D5, 0x2010 <= r && r <= 0x2027:
			mark = false
		case 0x64B <= r && r <= 0x652 && !mark:
			mark = true
		default:
			return norm.NFC.String(s)
		}
	}
	return s
}
