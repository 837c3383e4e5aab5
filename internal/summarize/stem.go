package summarize

import "strings"

// prefixes are the forms the article takes with the particles before it.
var prefixes = [...]string{
	"\u0648\u0628\u0627\u0644", "\u0648\u0644\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644",
	"\u0643\u0627\u0644", "\u0641\u0627\u0644", "\u0627\u0644", "\u0644\u0644",
}

// suffixes are the endings of number, gender and case, longest first.
var suffixes = [...]string{
	"\u0627\u062A", "\u064A\u0646", "\u0648\u0646", "\u0627\u0646", "\u064A\u0647", "\u0647", "\u0627", "\u062A", "\u064A",
}

// Stem returns folded word norm without the article, the particles before it
// and one ending, so that "والمدارس" and "مدارس" count as one word. Words of
// the same stem are compared, never shown.
func Stem(norm string) string {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(norm, p); ok && len(rest) >= 4 {
			norm = rest
			break
		}
	}
	for _, s := range suffixes {
		if rest, ok := strings.CutSuffix(norm, s); ok && len(rest) >= 6 {
			return rest
		}
	}
	return norm
}
