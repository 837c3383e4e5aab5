package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Repair of double encoding (C4). UTF-8 bytes that somebody took for a legacy
// encoding and encoded again show as pairs: every Arabic letter becomes a tah
// or zah and another sign (read as windows-1256), or a capital O with stroke or
// U with grave and another sign (read as windows-1252).

// twice is one way to encode text twice.
type twice struct {
	name        string
	page        *charmap.Charmap
	lead, lead2 rune // what the bytes D8 and D9 look like
}

func twices() [2]twice {
	return [2]twice{
		{"windows-1256", charmap.Windows1256, '\u0637', '\u0638'},
		{"windows-1252", charmap.Windows1252, '\u00D8', '\u00D9'},
	}
}

// repair undoes double encoding of s, if s is doubly encoded.
func repair(s string) (fixed, name string, ok bool) {
	for _, t := range twices() {
		if !t.fits(s) {
			continue
		}
		if fixed := t.undo(s); arabicScore(fixed) > arabicScore(s) {
			return fixed, t.name, true
		}
	}
	return s, "", false
}

// fits reports whether a third of the characters of s beyond ASCII are the
// leads of doubly encoded Arabic, which no text of any language reaches.
func (t twice) fits(s string) bool {
	leads, all := 0, 0
	for i, r := range s {
		if i > 256<<10 && all > 1000 {
			break
		}
		if r >= utf8.RuneSelf {
			all++
			if r == t.lead || r == t.lead2 {
				leads++
			}
		}
	}
	return all >= 20 && leads*3 >= all
}

// undo repairs the stretches of s between markup and line breaks that can be
// repaired, and leaves the others as they are.
func (t twice) undo(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	var once []byte
	for len(s) > 0 {
		end := strings.IndexAny(s, "<>\"\n") + 1
		if end == 0 {
			end = len(s)
		}
		part := s[:end]
		s = s[end:]
		var ok bool
		if once, ok = t.bytes(once[:0], part); ok && utf8.Valid(once) {
			b.Write(once)
		} else {
			b.WriteString(part)
		}
	}
	return b.String()
}

// bytes appends the bytes that s was made from to b. Signs that the code page
// does not have and that fit in a byte stand for themselves, as in browsers.
func (t twice) bytes(b []byte, s string) ([]byte, bool) {
	for _, r := range s {
		c, ok := t.page.EncodeRune(r)
		if !ok && r > 0xFF {
			return b, false
		}
		if !ok {
			c = byte(r)
		}
		b = append(b, c)
	}
	return b, true
}
