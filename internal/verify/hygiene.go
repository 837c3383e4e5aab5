package verify

import (
	"strings"
	"unicode"

	"mujaz/internal/arabic"
)

// hygiene reports what no bullet may hold, whatever the article says: nothing
// but spaces, several lines, markup, addresses, controls and other characters
// that are not text.
func hygiene(claim string) []Fault {
	if strings.IndexFunc(claim, arabic.IsLetter) < 0 {
		return []Fault{{Empty, claim}}
	}
	for _, r := range claim {
		if r == '\n' || r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r) || isHidden(r) {
			return []Fault{{Markup, string(r)}}
		}
		if strings.ContainsRune("<>{}[]`*_#|\\^~=@", r) {
			return []Fault{{Markup, string(r)}}
		}
	}
	for _, mark := range []string{"://", "www.", ".com", ".net", ".org", "&#", "&lt;"} {
		if i := strings.Index(strings.ToLower(claim), mark); i >= 0 {
			return []Fault{{Markup, mark}}
		}
	}
	return nil
}

// isHidden reports whether r is an invisible character that can carry or turn
// text: bidi controls, zero-width characters but the joiners that Persian
// spelling needs, tag characters.
func isHidden(r rune) bool {
	switch {
	case r == '\u200C', r == '\u200D':
		return false
	case r == '\u061C', '\u200B' <= r && r <= '\u200F', '\u202A' <= r && r <= '\u202E', '\u2060' <= r && r <= '\u206F':
		return true
	}
	return r == '\uFEFF' || 0xE0000 <= r && r <= 0xE0FFF
}
