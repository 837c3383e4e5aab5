package actors

import (
	"mujaz/internal/arabic"
)

// longestQuoted is how many tokens a name in quotation marks may have.
const longestQuoted = 5

// quotation returns the tokens inside the short quotation that token i opens.
func (f *finder) quotation(i int) (first, last int, ok bool) {
	if f.text.Tokens[i].Norm == "\"" && !f.text.Touch(i) && f.text.Touch(i-1) {
		return 0, 0, false // it closes
	}
	var closing string
	switch f.text.Tokens[i].Norm {
	case "\"":
		closing = "\""
	case "\u201C":
		closing = "\u201D"
	case "\u00AB":
		closing = "\u00BB"
	default:
		return 0, 0, false
	}
	for k := i + 1; k < len(f.text.Tokens) && k <= i+1+longestQuoted && f.joined(k-1); k++ {
		w := f.text.Tokens[k]
		if w.Norm == closing {
			return i + 1, k, k > i+1
		}
		if w.Kind == arabic.Punct && w.Norm != "-" {
			return 0, 0, false
		}
	}
	return 0, 0, false
}
