package render

import (
	"unicode/utf8"

	"mujaz/internal/news"
)

// block is how many bytes of text share one entry of a pointer's table.
const block = 256

// pointer turns byte offsets of a text into code points.
type pointer struct {
	text   string
	before []int32 // before[k]: the code points that begin before byte k*block
}

func newPointer(text string) pointer {
	p := pointer{text: text, before: make([]int32, 0, len(text)/block+1)}
	n := int32(0)
	for i := 0; i <= len(text); i++ {
		if i%block == 0 {
			p.before = append(p.before, n)
		}
		if i < len(text) && utf8.RuneStart(text[i]) {
			n++
		}
	}
	return p
}

// points returns s in code points.
func (p pointer) points(s news.Span) (start, end int) {
	start = p.point(s.Start)
	if s.Len() < block {
		return start, start + utf8.RuneCountInString(s.Of(p.text))
	}
	return start, p.point(s.End)
}

func (p pointer) point(at int) int {
	k := at / block
	n := int(p.before[k])
	for _, c := range []byte(p.text[k*block : at]) {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}
