package summarize

import (
	"unicode/utf8"

	"mujaz/internal/arabic"
)

// stray reports whether a mark may have been left at the end of a sentence.
func stray(t arabic.Token) bool { return t.Norm == "\"" || isClosing(t.Norm) }

func endMark(t arabic.Token) bool {
	if t.Kind != arabic.Punct {
		return false
	}
	switch t.Norm {
	case ".", "!", "\u2026", ":", "\u061B", "\u060C", ",", ";", "-", "\u2013", "\u2014":
		return true
	}
	return false
}

func comma(t arabic.Token) bool {
	return t.Kind == arabic.Punct && (t.Norm == "\u060C" || t.Norm == "," || t.Norm == "\u061B")
}

// nest counts for each token the quotations and brackets around it; the marks
// themselves count as inside.
func (f *frame) nest() {
	f.depth = make([]int8, f.last-f.first)
	var stack []string
	var opened []int
	f.balanced, f.broken = true, -1
	for i := f.first; i < f.last; i++ {
		t := f.s.t.Tokens[i]
		n := len(stack)
		if t.Kind == arabic.Punct && i != f.lone {
			_, size := utf8.DecodeRuneInString(t.Norm)
			sign := t.Norm[:size] // without marks that a broken text puts on it
			switch c := arabic.Closer(sign); {
			case n > 0 && stack[n-1] == sign:
				stack, opened = stack[:n-1], opened[:n-1]
				f.depth[i-f.first] = int8(min(n, 100))
				continue
			case c != "":
				stack, opened = append(stack, c), append(opened, i)
			case isClosing(sign):
				f.balanced = false
			}
		}
		f.depth[i-f.first] = int8(min(len(stack), 100))
	}
	if len(opened) > 0 {
		f.broken = opened[0]
	}
}

// needless reports whether the sentence loses nothing with the quotation mark at i,
// its only one, that nothing closes or opens: after "that", where the words are
// reported anyway, or at the end of a word.
func (f *frame) needless(i int) bool {
	t := f.s.t.Tokens
	if t[i].Norm != "\"" || i <= f.first || i+1 >= f.last {
		return false
	}
	for k := f.first; k < f.last; k++ {
		if k != i && t[k].Norm == "\"" {
			return false
		}
	}
	return f.s.marks[i-1]&that != 0 || t[i-1].Kind == arabic.Word && t[i-1].End == t[i].Start && t[i].End < t[i+1].Start
}

func isClosing(norm string) bool {
	return norm == "\u201D" || norm == "\u00BB" || norm == ")" || norm == "]"
}

func (f *frame) outside(i int) bool { return f.depth[i-f.first] == 0 }
