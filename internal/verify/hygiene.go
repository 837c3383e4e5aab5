package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// hygiene reports what no bullet may hold, whatever the article says: nothing
// but spaces and marks, several lines, controls and other characters that are
// not text.
func (c *claim) hygiene(text string) {
	if strings.IndexFunc(text, arabic.IsLetter) < 0 {
		c.fault(Empty, text)
	}
	if !utf8.ValidString(text) {
		c.fault(Markup, text)
		return
	}
	for _, r := range text {
		if r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || isHidden(r) {
			c.fault(Markup, string(r))
		}
	}
}

// marks that text from a program holds rather than a newspaper's.
const foreignMarks = "<>{}[]`*_#|\\^~=@"

// borrowed reports markup and addresses that the evidence does not hold in the
// same words.
func (c *claim) borrowed(text string) {
	for w := range strings.FieldsSeq(text) {
		if !strings.ContainsAny(w, foreignMarks) && !address(w) {
			continue
		}
		w = strings.Trim(w, ".,،؛:؟!()\"«»")
		if !c.scopeHas(w) {
			c.fault(Markup, w)
		}
	}
}

// address reports whether a word looks like an address of the web or of mail.
func address(w string) bool {
	if strings.Contains(w, "://") || strings.Contains(w, "&#") || strings.Contains(w, "&lt") {
		return true
	}
	dot := strings.LastIndexByte(strings.TrimRight(w, ".,،؛:؟!)\"»"), '.')
	if dot <= 0 || dot+2 >= len(w) {
		return false
	}
	a, b := w[dot-1], w[dot+1]
	return isASCIILetter(b) && (isASCIILetter(a) || '0' <= a && a <= '9')
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// scopeHas reports whether a sentence of the scope holds s.
func (c *claim) scopeHas(s string) bool {
	return slices.ContainsFunc(c.sentences, func(n int) bool { return strings.Contains(c.g.text.Sentences[n].Of(c.g.text.Source), s) })
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
