package llm

import (
	"strings"
	"unicode"
)

// The token cost of Arabic, measured on news (o200k 3.1 to 3.5 letters a
// token, Gemma 2.8, Qwen 3.1; cl100k 1.4; every vowel sign about one token;
// three digits a token, an Arabic-Indic digit one). The estimate is meant to be
// a little high, so that what it lets through fits.
const (
	lettersPerToken    = 3.0
	oldLettersPerToken = 1.3
	latinPerToken      = 3.6
	perMessage         = 4 // role and separators
)

// Tokens returns about how many tokens text costs model, without a vocabulary
// and without a download.
func Tokens(model, text string) int {
	var arabic, dear, other float64
	for _, r := range text {
		switch {
		case r < 0x80:
			other++
		case 0x660 <= r && r <= 0x669, 0x6F0 <= r && r <= 0x6F9, unicode.Is(unicode.Mn, r), r > 0xFFFF:
			dear++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		default:
			dear += 0.7
		}
	}
	per := lettersPerToken
	if oldVocabulary(model) {
		per = oldLettersPerToken
	}
	return int(arabic/per+dear+other/latinPerToken) + 1
}

// oldVocabulary reports whether a model cuts Arabic into single letters: those
// of cl100k and the first Llamas.
func oldVocabulary(model string) bool {
	name := strings.ToLower(model)
	for _, s := range []string{"gpt-3.5", "gpt-35", "gpt-4-", "llama-2", "llama2", "mistral-7b"} {
		if strings.Contains(name, s) {
			return true
		}
	}
	return strings.HasSuffix(name, "gpt-4")
}

// promptTokens returns about how many tokens a conversation and its schema cost.
func promptTokens(model string, messages []string, schema []byte) int {
	n := Tokens(model, string(schema))
	for _, m := range messages {
		n += Tokens(model, m) + perMessage
	}
	return n
}
