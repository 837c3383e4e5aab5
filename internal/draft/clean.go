package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// clean returns s as a model should see it: without vowel signs, which cost
// four times the tokens; without characters that nobody sees; without comments,
// tags and the control words of chat templates, which a server might obey.
func clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		if n := noText(s[i:]); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if !unseen(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// guillemets returns s with «» for straight quotation marks. In JSON those must be
// escaped, and a small model that copies a sentence ends its string at the first
// one instead. They are paired line by line; in a line that has an odd number of
// them, one before which nothing or a space stands opens.
func guillemets(s string) string {
	if !strings.Contains(s, `"`) {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		even, open := strings.Count(line, `"`)%2 == 0, false
		var b strings.Builder
		for k, r := range line {
			switch {
			case r != '"':
				b.WriteRune(r)
				continue
			case even:
				open = !open
			default:
				open = k == 0 || line[k-1] == ' '
			}
			if open {
				b.WriteRune('\u00AB')
			} else {
				b.WriteRune('\u00BB')
			}
		}
		lines[i] = b.String()
	}
	return strings.Join(lines, "\n")
}

// unseen reports whether r is not for readers: marks that are optional,
// controls, tag characters, private use.
func unseen(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case arabic.IsMark(r), r == utf8.RuneError, unicode.IsControl(r):
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Variation_Selector, r)
}

// longestTag is the longest tag or control word, in bytes.
const longestTag = 200

// noText returns the length of the comment, tag or control word that s begins
// with, or 0.
func noText(s string) int {
	switch {
	case strings.HasPrefix(s, "<!--"):
		if i := strings.Index(s, "-->"); i >= 0 {
			return i + len("-->")
		}
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			return i
		}
		return len(s)
	case strings.HasPrefix(s, "[INST]"):
		return len("[INST]")
	case strings.HasPrefix(s, "[/INST]"):
		return len("[/INST]")
	case s[0] == '<':
		return tag(s)
	}
	return 0
}

// tag returns the length of the tag that s begins with: from < to > in one line,
// beginning like a tag, without Arabic letters outside an attribute's value.
func tag(s string) int {
	for i := 1; i < len(s) && i <= longestTag; i++ {
		switch c := s[i]; {
		case c == '>':
			return i + 1
		case c == '\n':
			return 0
		case i == 1 && !isTagStart(c):
			return 0
		}
	}
	return 0
}

func isTagStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '/' || c == '|' || c == '!' || c == '<' || c == '?'
}
