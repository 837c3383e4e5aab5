package summarize

import (
	"math"
	"strings"

	"mujaz/internal/arabic"
)

// preposition reports whether token i is a preposition or begins with one.
func (s *story) preposition(i int) bool {
	norm := s.t.Tokens[i].Norm
	switch norm {
	case "\u0641\u064A", "\u0639\u0644\u064A", "\u0627\u0644\u064A", "\u0639\u0646", "\u0645\u0646", "\u0645\u0639", "\u0628\u0639\u062F", "\u0642\u0628\u0644", "\u0645\u0646\u0630": // في على إلى عن من مع بعد قبل منذ
		return !s.actor[i] || s.held[i] == 0 // folded, «على» is also the name «علي»
	}
	if len(norm) < 6 || s.t.Tokens[i].Kind != arabic.Word {
		return false
	}
	switch p, rest := norm[:2], norm[2:]; p {
	case "\u0628": // beh
		if strings.HasPrefix(rest, "\u0627\u0644") {
			return true
		}
		bare, known := s.lex.rarity[Stem(rest)]
		whole, listed := s.lex.rarity[Stem(norm)]
		return known && (!listed || bare+math.Ln2 < whole)
	case "\u0644": // lam
		return strings.HasPrefix(rest, "\u0644")
	}
	return false
}

// clitic reports whether token i more likely begins with «بـ», «لـ» or «كـ» than with a
// letter of its own: «بمختلف».
func (s *story) clitic(i int) bool {
	norm := s.t.Tokens[i].Norm
	if len(norm) < 8 || s.t.Tokens[i].Kind != arabic.Word || !strings.HasPrefix(norm, "\u0628") && !strings.HasPrefix(norm, "\u0644") && !strings.HasPrefix(norm, "\u0643") { // ب ل ك
		return false
	}
	bare, known := s.lex.rarity[Stem(norm[2:])]
	whole, listed := s.lex.rarity[Stem(norm)]
	return known && (!listed || bare < whole)
}
