package arabic

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/news"
)

// Letters that the rules name, by their Unicode names.
const (
	hamza            = '\u0621'
	alefMadda        = '\u0622'
	alefHamzaAbove   = '\u0623'
	alefHamzaBelow   = '\u0625'
	alef             = '\u0627'
	beh              = '\u0628'
	tehMarbuta       = '\u0629'
	reh              = '\u0631'
	seen             = '\u0633'
	feh              = '\u0641'
	kaf              = '\u0643'
	lam              = '\u0644'
	heh              = '\u0647'
	waw              = '\u0648'
	alefMaksura      = '\u0649'
	yeh              = '\u064A'
	tatweel          = '\u0640'
	alefWasla        = '\u0671'
	farsiYeh         = '\u06CC'
	keheh            = '\u06A9'
	decimalSeparator = '\u066B'
	thousandsMark    = '\u066C'
	arabicPercent    = '\u066A'
)

// Folded is a text with its optional spelling removed, and the way back.
type Folded struct {
	Text string
	back []int32 // back[i] is where byte i of Text began in the original
}

// Original returns where s, a span of f.Text, lies in the text Fold was given.
// Marks that follow the last letter belong to it.
func (f Folded) Original(s news.Span) news.Span {
	return news.Span{Start: int(f.back[s.Start]), End: int(f.back[s.End])}
}

// Fold removes marks and tatweel and merges letters that writers interchange:
// every alef, final yeh and alef maksura, teh marbuta and heh, Persian and
// Arabic kaf and yeh, digits of every set, capitals, presentation forms. Text
// longer than 2 GiB is not supported.
//
// Folding twice is folding once. Folded text is for comparison, never for show.
func Fold(text string) Folded {
	b := make([]byte, 0, len(text))
	back := make([]int32, 0, len(text)+1)
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			b, back = append(b, lower[c]), append(back, int32(i))
			i++
			continue
		}
		if r, ok := twoBytes(text, i); ok && r < tableEnd && folds[r] != slow {
			if to := folds[r]; to >= utf8.RuneSelf {
				b, back = append(b, 0xC0|byte(to>>6), 0x80|byte(to&0x3F)), append(back, int32(i), int32(i))
			} else if to != 0 {
				b, back = append(b, byte(to)), append(back, int32(i))
			}
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isPresentation(r) {
			for _, x := range norm.NFKC.String(string(r)) {
				b, back = appendFolded(b, back, x, i)
			}
		} else {
			b, back = appendFolded(b, back, r, i)
		}
		i += size
	}
	return Folded{Text: string(b), back: append(back, int32(len(text)))}
}

func appendFolded(b []byte, back []int32, r rune, at int) ([]byte, []int32) {
	if IsMark(r) {
		return b, back
	}
	n := len(b)
	b = utf8.AppendRune(b, FoldRune(r))
	for range len(b) - n {
		back = append(back, int32(at))
	}
	return b, back
}

// Key returns s folded, for use as a key of a table.
func Key(s string) string {
	if isFolded(s) {
		return s
	}
	return Fold(s).Text
}

// isFolded reports whether s is text of one and two bytes a letter that Fold
// returns as it is.
func isFolded(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if lower[c] != c {
				return false
			}
			i++
			continue
		}
		r, ok := twoBytes(s, i)
		if !ok || r >= tableEnd || rune(folds[r]) != r {
			return false
		}
		i += 2
	}
	return true
}

// FoldRune returns the one rune that stands for r in folded text. Marks, which
// Fold removes, and presentation forms, which it expands, are returned as they are.
func FoldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r < 0x600 || r > 0x6FF:
		return unicode.ToLower(r)
	case '\u0660' <= r && r <= '\u0669':
		return r - '\u0660' + '0'
	case '\u06F0' <= r && r <= '\u06F9':
		return r - '\u06F0' + '0'
	}
	switch r {
	case alefMadda, alefHamzaAbove, alefHamzaBelow, alefWasla:
		return alef
	case tehMarbuta:
		return heh
	case alefMaksura, farsiYeh:
		return yeh
	case keheh:
		return kaf
	case decimalSeparator:
		return '.'
	case thousandsMark:
		return ','
	case arabicPercent:
		return '%'
	}
	return r
}

// IsMark reports whether r is optional in writing: a vowel sign, shadda, tanwin
// or Quranic mark (Unicode blocks Arabic, general category Mn), the tatweel, or
// an invisible control such as a joiner, a bidi control or the byte order mark.
func IsMark(r rune) bool {
	switch {
	case r < 0x610:
		return r == '\u00AD' || r == '\u061C'
	case r <= 0x61C:
		return r <= 0x61A || r == 0x61C
	case r == tatweel || 0x64B <= r && r <= 0x65F || r == 0x670:
		return true
	case 0x6D6 <= r && r <= 0x6ED:
		return r != 0x6DD && r != 0x6DE && r != 0x6E5 && r != 0x6E6 && r != 0x6E9
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2064, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return r == 0xFEFF
}

// IsLetter reports whether r is a letter of the Arabic script.
func IsLetter(r rune) bool {
	switch {
	case 0x620 <= r && r <= 0x64A:
		return r != tatweel
	case 0x66E <= r && r <= 0x6D3:
		return r != 0x670
	case isPresentation(r):
		return true
	}
	return r == 0x6D5 || 0x6EE <= r && r <= 0x6EF || 0x6FA <= r && r <= 0x6FF || 0x750 <= r && r <= 0x77F || 0x8A0 <= r && r <= 0x8B4
}

// isPresentation reports whether r is one of the Arabic presentation forms
// (Unicode blocks Arabic Presentation Forms-A and -B) that NFKC expands.
func isPresentation(r rune) bool {
	return 0xFB50 <= r && r <= 0xFDFF && (r < 0xFD3E || r > 0xFD4F) && r < 0xFDFE || 0xFE70 <= r && r <= 0xFEFC
}
