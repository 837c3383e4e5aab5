package news

import "strings"

// CountWords returns the number of words of text, which spaces part.
func CountWords(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}
