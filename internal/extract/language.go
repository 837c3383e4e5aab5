package extract

import (
	"unicode"

	"mujaz/internal/arabic"
)

// The letter test. Arabic is told from the other languages of its script by the
// article, which begins a fifth to a third of Arabic words and hardly any word
// of the others, and by the letters that only the others have.

// letterCount is what the letter test counts.
type letterCount struct {
	arabic  int // letters of the Arabic script
	other   int // letters of every other script
	foreign int // letters of the script that Arabic does not have: Persian, Urdu, Kurdish, Pashto, ...
	words   int // words of the Arabic script
	article int // words among them that have the Arabic article
}

// countLetters reads at most the first limit bytes of s.
func countLetters(s string, limit int) letterCount {
	var c letterCount
	var word [6]rune
	n := 0
	endWord := func() {
		if n > 0 {
			c.words++
			if hasArticle(word[:min(n, len(word))]) {
				c.article++
			}
		}
		n = 0
	}
	for i, r := range s {
		switch {
		case i >= limit:
			endWord()
			return c
		case arabic.IsLetter(r):
			c.arabic++
			if isForeign(r) {
				c.foreign++
			}
			if n < len(word) {
				word[n] = r
			}
			n++
			continue
		case arabic.IsMark(r):
			continue
		case r > ' ' && unicode.IsLetter(r):
			c.other++
		}
		endWord()
	}
	endWord()
	return c
}

// hasArticle reports whether the first letters of a word are the article,
// alone or after a conjunction, a preposition or both.
func hasArticle(w []rune) bool {
	const alef, lam = '\u0627', '\u0644'
	for i := 0; i+2 < len(w) && i <= 2; i++ {
		if w[i] == alef && w[i+1] == lam || i > 0 && w[i-1] == lam && w[i] == lam {
			return true
		}
		if r := w[i]; r != '\u0648' && r != '\u0641' && r != '\u0628' && r != '\u0643' && r != lam {
			return false
		}
	}
	return len(w) > 2 && w[0] == lam && w[1] == lam
}

// isForeign reports whether r is a letter that Arabic news does not use except
// in foreign names. Persian yeh and kaf are not counted: some Arabic keyboards
// write them.
func isForeign(r rune) bool {
	switch {
	case r < 0x671 || r > 0x6D5:
		return false
	case r == 0x6A4 || r == 0x6CC || r == 0x6A9 || r == 0x671:
		return false
	}
	return true
}

// isArabic reports whether s, or its first part, is Arabic text.
func isArabic(s string) bool {
	c := countLetters(s, 64<<10)
	switch {
	case c.arabic == 0 || c.arabic*5 < c.arabic+c.other:
		return false
	case c.article*100 >= 6*c.words:
		return true
	case c.words < 12:
		return c.foreign == 0
	}
	return c.foreign*100 < c.arabic
}

// isTooShortToTell reports whether s has so few letters that they do not say
// its language, such as a price or a time alone.
func isTooShortToTell(s string) bool {
	c := countLetters(s, len(s))
	return c.arabic+c.other < 12
}
