package news

import (
	"unicode"
	"unicode/utf8"
)

// CountWords returns the number of words of text, which spaces part, as
// strings.Fields has them.
func CountWords(text string) int {
	n, inside := 0, false
	for i := 0; i < len(text); {
		c, size, space := text[i], 1, false
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			space = true
		case c < utf8.RuneSelf:
		case 0xC3 <= c && c < 0xE0: // two bytes; the only spaces among these begin with C2
			size = 2
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			space = unicode.IsSpace(r)
		}
		if !space && !inside {
			n++
		}
		inside = !space
		i += size
	}
	return n
}
