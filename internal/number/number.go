// Package number reads a number however a news text writes it: digits of both
// sets, words in every gender and case, both mixed, fractions, the dual.
package number

import (
	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Number is a number of a text. Its span leaves out proclitics («و», «ب», «ل»).
type Number struct {
	news.Span
	First, Last int // its tokens: Tokens[First:Last]
	Value       decimal.Decimal
	Form        Form
	Ordinal     bool   // «الثالثة», not «ثلاثة»
	Prefix      string // proclitics before it, folded
}

// Form is how a number is written.
type Form uint8

// The forms.
const (
	Digits   Form = iota // 1.9, ٣٬٥٠٠
	Words                // ثلاثة وعشرون
	Mixed                // 1.9 مليون, 31 ألفا و220
	Fraction             // نصف, ثلثا, ثلاثة أرباع
)

// Read returns the longest number that begins at token i of t.
func Read(t *arabic.Text, i int) (Number, bool) {
	return Number{}, false
}

// Find returns all numbers of t in order; they do not overlap.
func Find(t *arabic.Text) []Number {
	return nil
}
