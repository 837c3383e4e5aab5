// Package style writes bullets in a house style: its digits, its percents
// (style.go) and its names of months (months.go).
package style

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// Style is a house style for bullets. Quotations keep the article's words, and
// the zero Style keeps them everywhere.
type Style struct {
	Numerals Numerals
	Percent  Percent
	Months   Months
}

// Numerals are the digits of a house style.
type Numerals string

// The digits: as the article has them, 123, ١٢٣.
const (
	NumeralsAsWritten Numerals = ""
	Western           Numerals = "western"
	ArabicIndic       Numerals = "arabic-indic"
)

// Percent is how a house style writes percents.
type Percent string

// The percents: as the article has them, 5%, 5 بالمئة.
const (
	PercentAsWritten Percent = ""
	PercentSign      Percent = "sign"
	PercentWord      Percent = "word"
)

// Months are the names of months of a house style.
type Months string

// The months: as the article has them, or as the press of a region names them.
const (
	MonthsAsWritten Months = ""
	MonthsEgypt     Months = "egypt"
	MonthsLevant    Months = "levant"
	MonthsMaghreb   Months = "maghreb"
)

// Apply writes the digits and percents of text, outside quotations, in the style.
func (s Style) Apply(text string) string {
	if s.Numerals == NumeralsAsWritten && s.Percent == PercentAsWritten {
		return text
	}
	var b strings.Builder
	for text != "" {
		open := strings.IndexAny(text, "\"\u00AB\u201C")
		if open < 0 {
			b.WriteString(s.plain(text))
			break
		}
		mark, size := utf8.DecodeRuneInString(text[open:])
		end := strings.Index(text[open+size:], arabic.Closer(string(mark)))
		if end < 0 {
			b.WriteString(s.plain(text[:open]) + text[open:])
			break
		}
		end += open + size + len(arabic.Closer(string(mark)))
		b.WriteString(s.plain(text[:open]) + text[open:end])
		text = text[end:]
	}
	return b.String()
}

// percentWords are the ways to write percent in words.
var percentWords = [...]string{"\u0628\u0627\u0644\u0645\u0626\u0629", "\u0628\u0627\u0644\u0645\u0627\u0626\u0629", "\u0641\u064A \u0627\u0644\u0645\u0626\u0629", "\u0641\u064A \u0627\u0644\u0645\u0627\u0626\u0629"} // بالمئة بالمائة في المئة في المائة

func (s Style) plain(text string) string {
	switch s.Percent {
	case PercentSign:
		for _, w := range percentWords {
			text = afterDigits(text, " "+w, "%")
			text = afterDigits(text, w, "%")
		}
	case PercentWord:
		for _, sign := range [...]string{" %", "%", " \u066A", "\u066A"} {
			text = afterDigits(text, sign, " "+percentWords[0])
		}
	case PercentAsWritten:
	}
	switch s.Numerals {
	case Western:
		return westernDigits(text)
	case ArabicIndic:
		return arabicDigits(text)
	case NumeralsAsWritten:
	}
	return text
}

// afterDigits replaces old by new where it follows a digit and ends a word.
func afterDigits(text, old, replacement string) string {
	var b strings.Builder
	for {
		at := strings.Index(text, old)
		if at < 0 {
			b.WriteString(text)
			return b.String()
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(old):])
		b.WriteString(text[:at])
		if unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			b.WriteString(replacement)
		} else {
			b.WriteString(old)
		}
		text = text[at+len(old):]
	}
}

func westernDigits(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '\u0660' <= r && r <= '\u0669':
			return r - '\u0660' + '0'
		case '\u06F0' <= r && r <= '\u06F9':
			return r - '\u06F0' + '0'
		case r == '\u066B':
			return '.'
		case r == '\u066C':
			return ','
		}
		return r
	}, text)
}

// arabicDigits writes Arabic-Indic digits, and the Arabic marks for the points
// and commas between them. Digits that touch Latin letters stay.
func arabicDigits(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		inner := i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && '0' <= runes[i+1] && runes[i+1] <= '9'
		switch {
		case '0' <= r && r <= '9' && !latinWord(runes, i):
			runes[i] = r - '0' + '\u0660'
		case r == '.' && inner && runes[i-1] > '9':
			runes[i] = '\u066B'
		case r == ',' && inner && runes[i-1] > '9':
			runes[i] = '\u066C'
		}
	}
	return string(runes)
}

// latinWord reports whether the digits around i touch a Latin letter: G20, i3.
func latinWord(runes []rune, i int) bool {
	a, b := i, i
	for a > 0 && '0' <= runes[a-1] && runes[a-1] <= '9' || a > 0 && '\u0660' <= runes[a-1] && runes[a-1] <= '\u0669' {
		a--
	}
	for b+1 < len(runes) && '0' <= runes[b+1] && runes[b+1] <= '9' {
		b++
	}
	return a > 0 && unicode.Is(unicode.Latin, runes[a-1]) || b+1 < len(runes) && unicode.Is(unicode.Latin, runes[b+1])
}
