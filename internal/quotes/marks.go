package quotes

import (
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of quotation marks. Writers mix the sets, turn them round («…«, »…«) and
// forget to close, so that a mark's place says more than its shape.
//
//	M1  Marks pair inside one line; the rest of the line is never read across.
//	M2  A mark opens after a clitic («و"»، «بـ"») and where it touches only the word
//	    after it; it closes where it touches only the word before it.
//	M3  Else a mark whose shape opens or closes does so, and a straight one opens
//	    where nothing is open.
//	M4  A closing mark closes the nearest open mark of its family.
//	M5  Where an open mark is left over and a pair of its family lies inside, that
//	    pair's closing mark closes both: "…"…" .
//	M7  A closing mark that nothing opened closes what a colon after a word of speech opened.
//	M6  Any other open mark that is left over reaches to the full stop that ends its
//	    words, or to the end of its line.

// depth is how many open marks, or pairs inside one, are looked at: nobody nests more.
const depth = 12

// pair is what two quotation marks enclose.
type pair struct {
	open, shut int // tokens; shut is the token after the last when nothing closes it
	outer      int // the pair around it, or -1
	closed     bool
	turned     bool // the mark that opens it has the shape that closes
	set        byte // its family
	long       bool // it holds words enough for a quote
}

// inside returns the tokens between the marks.
func (p pair) inside() (first, last int) { return p.open + 1, p.shut }

// family returns the set of a quotation mark, 0 for any other token, and the
// way its shape opens: 1 opens, -1 closes, 0 either.
func family(w arabic.Token) (set byte, way int) {
	if w.Kind != arabic.Punct && w.Kind != arabic.Symbol {
		return 0, 0
	}
	switch w.Norm {
	case "\u00AB", "\u2039", "\u300A", "\u226A":
		return 'g', 1
	case "\u00BB", "\u203A", "\u300B", "\u226B":
		return 'g', -1
	case "\u201C", "\u201E", "\u201F":
		return 'd', 1
	case "\u201D":
		return 'd', -1
	case "\"", "\uFF02", "\u2033":
		return 'd', 0
	}
	return 0, 0
}

// pairs returns the quotations of t in order of their opening marks.
func pairs(t *arabic.Text) []pair {
	var list []pair
	var open []int // numbers of pairs that nothing has closed yet
	for i, w := range t.Tokens {
		if i > 0 && len(open) > 0 && t.NewLine(i-1) {
			open = settle(list, open, i)
		}
		set, way := family(w)
		if set == 0 {
			continue
		}
		turned := len(open) > 0 && list[open[len(open)-1]].turned && list[open[len(open)-1]].set == set // «” … “»
		if opens(t, i, way, len(open) > 0) && (!turned || way < 0) {
			p := pair{open: i, outer: -1, set: set, turned: way < 0}
			if n := len(open); n > 0 {
				p.outer = open[n-1]
			}
			open = append(open, len(list))
			list = append(list, p)
			continue
		}
		if len(open) == 0 {
			if k, ok := spokenColon(t, i); ok && (len(list) == 0 || list[len(list)-1].shut < k) {
				list = append(list, pair{open: k, shut: i, outer: -1, set: set, closed: true})
			}
			continue
		}
		for k, n := range slices.Backward(open) {
			if k < len(open)-depth {
				break
			}
			if list[n].set == set {
				list[n].shut, list[n].closed = i, true
				open = settleInner(list, open, k, i)
				break
			}
		}
	}
	settle(list, open, len(t.Tokens))
	for i := range list {
		if !list[i].closed {
			list[i].shut = fullStop(t, list[i].open+1, list[i].shut)
		}
	}
	return list
}

// spokenColon returns the colon of its line before mark i that a word of speech
// stands right before (M7).
func spokenColon(t *arabic.Text, i int) (colon int, ok bool) {
	const most = 120 // tokens
	for k := i - 1; k > 0 && k > i-most && !t.NewLine(k-1); k-- {
		if set, _ := family(t.Tokens[k]); set != 0 {
			return 0, false
		}
		if t.Tokens[k].Norm != ":" || t.Separates(k) {
			continue
		}
		for j := k - 1; j >= max(0, k-2); j-- {
			if c, cue := CueAt(t, j); cue && (!c.Weak || c.Object || c.Form == Participle) {
				return k, true
			}
		}
		return 0, false
	}
	return 0, false
}

// fullStop returns the first full stop of tokens first to last that ends a
// sentence, or last.
func fullStop(t *arabic.Text, first, last int) int {
	for i := first + quoteWords; i < min(last, first+clauseTokens); i++ {
		if t.Tokens[i].Norm == "." && i+1 < len(t.Tokens) && !t.Touch(i) {
			return i
		}
	}
	return last
}

// settleInner ends, before token at, the pairs that pair number k of open
// encloses, and returns what is still open.
func settleInner(list []pair, open []int, k, at int) []int {
	for _, n := range open[k+1:] {
		list[n].shut = at
	}
	return open[:k]
}

// settle ends what is open where the line ends, before token at (M5, M6).
func settle(list []pair, open []int, at int) []int {
	for _, n := range open {
		list[n].shut = at
		for k := n + 1; k < min(len(list), n+depth); k++ {
			if list[k].closed && list[k].outer == n && list[k].set == list[n].set {
				list[n].shut, list[n].closed = list[k].shut, true
			}
		}
	}
	return open[:0]
}

// opens reports whether mark i opens a quotation (M2, M3).
func opens(t *arabic.Text, i, way int, inside bool) bool {
	before := i > 0 && t.Touch(i-1) && !opening(t.Tokens[i-1])
	after := t.Touch(i) && !closing(t.Tokens[i+1])
	switch {
	case before && clitic(t.Tokens[i-1].Norm) && (after || way > 0 || !inside), after && !before:
		return true
	case before && !after:
		return false
	case way != 0:
		return way > 0 || !inside && !before
	}
	return !inside
}

// opening reports whether a mark before a quotation mark leaves it free to open.
func opening(w arabic.Token) bool {
	switch w.Norm {
	case "(", "[", ":", "-", "\u2013", "\u2014", "\u060C", ",":
		return true
	}
	_, way := family(w)
	return way > 0
}

// closing reports whether a mark after a quotation mark leaves it free to close.
func closing(w arabic.Token) bool {
	if w.Kind != arabic.Punct {
		return false
	}
	switch w.Norm {
	case "(", "[":
		return false
	}
	_, way := family(w)
	return way <= 0
}

// clitic reports whether a folded word can only be written before another.
func clitic(norm string) bool {
	switch norm {
	case "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "لل", "بال", "وال":
		return true
	}
	return false
}

// span returns the words that p encloses, without spaces around them.
func (p pair) span(t *arabic.Text) (news.Span, bool) {
	first, last := p.inside()
	if first >= last {
		return news.Span{}, false
	}
	return t.Cover(first, last), true
}

// hasWords reports whether tokens first to last hold at least n words; a word with
// a number or a sign in it is one.
func hasWords(t *arabic.Text, first, last, n int) bool {
	for i := first; i < min(last, first+lookback*n) && n > 0; i++ {
		if t.Tokens[i].Kind != arabic.Punct && (i == first || !t.Touch(i-1) || t.Tokens[i-1].Kind == arabic.Punct) {
			n--
		}
	}
	return n <= 0
}

// Marked returns what quotation marks enclose in t, in order of the opening
// marks, and whether each of them is closed.
func Marked(t *arabic.Text) (spans []news.Span, closed bool) {
	closed = true
	for _, p := range pairs(t) {
		if s, ok := p.span(t); ok {
			spans = append(spans, s)
		}
		closed = closed && p.closed
	}
	return spans, closed
}
