package dates

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// node is an expression that has been recognised. Recognising is pure syntax;
// resolve says what the expression means beside its anchors.
type node interface {
	resolve(c *context) reading
}

// expression is a node and its place: tokens first to next-1, without the
// proclitics of the first.
type expression struct {
	first, next int
	node        node
}

// parser recognises expressions of a scan. Every method that reads something
// at token i returns the token after it, and false when it is not there.
type parser struct {
	*scan
	first int // the token that begins the expression
}

// broken reports whether a line break parts token i from the expression before it.
func (p *parser) broken(i int) bool { return i > p.first && p.t.NewLine(i-1) }

// at returns the term at token i. It has none after a line break.
func (p *parser) at(i int) term {
	if i >= len(p.terms) || p.broken(i) {
		return term{}
	}
	return p.terms[i]
}

// is reports whether a term of class c that joins without proclitics follows at
// token i.
func (p *parser) is(i int, c class) bool {
	t := p.at(i)
	return t.class == c && t.letters == 0
}

// mark reports whether token i is the punctuation mark m on the same line.
func (p *parser) mark(i int, m string) bool {
	return i >= 0 && i < len(p.t.Tokens) && p.t.Tokens[i].Norm == m && !p.broken(i)
}

// word returns the folded form of token i on the same line, or "".
func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.t.Tokens) || p.broken(i) {
		return ""
	}
	return p.t.Tokens[i].Norm
}

// previous returns the folded form of the token before i on the same line, or "".
func (p *parser) previous(i int) string {
	if i <= 0 || p.t.NewLine(i-1) {
		return ""
	}
	return p.t.Tokens[i-1].Norm
}

// before returns the term that ends before token i on the same line.
func (p *parser) before(i int) term {
	if i <= 0 || p.t.NewLine(i-1) {
		return term{}
	}
	if t := p.terms[i-1]; t.class != none {
		return t
	}
	for k := i - 2; k >= 0 && k >= i-4; k-- {
		if t := p.terms[k]; t.class != none {
			if k+int(t.count) == i {
				return t
			}
			return term{}
		}
	}
	return term{}
}

// comma skips a comma at token i.
func (p *parser) comma(i int) int {
	if p.mark(i, "\u060C") || p.mark(i, ",") {
		return i + 1
	}
	return i
}

// span returns the bytes of an expression: the proclitics of its first word are
// left out.
func (p *parser) span(e expression) news.Span {
	return news.Span{Start: p.begin(e.first), End: p.t.Tokens[e.next-1].End}
}

// begin returns where token i begins after its proclitics.
func (p *parser) begin(i int) int {
	at := p.t.Tokens[i].Start
	for range p.terms[i].letters {
		_, size := utf8.DecodeRuneInString(p.t.Source[at:])
		at += size
		for at < len(p.t.Source) {
			r, size := utf8.DecodeRuneInString(p.t.Source[at:])
			if !arabic.IsMark(r) {
				break
			}
			at += size
		}
	}
	return at
}

// numeral is a number of a date: a small whole number.
type numeral struct {
	value    int
	digits   int // how many digits it is written in, 0 for words
	ordinal  bool
	definite bool
	fraction string // "0.5" of "three and a half", or ""
}

// number reads a number at token i. A word that is also a word of time is read
// as a number here, because the caller expects one.
func (p *parser) number(i int) (n numeral, next int, ok bool) {
	t := p.at(i)
	if t.class == numeralTerm && t.extra > 0 {
		return numeral{value: int(t.value), digits: int(t.extra)}, i + 1, true
	}
	if t.class == numeralTerm {
		return p.words(p.numbers[-t.extra-1], i)
	}
	switch t.class {
	case none, unitWord, edgeWord, weekday, halfWord, quarterWord, thirdWord, countWord:
	default:
		return n, i, false
	}
	if i >= len(p.t.Tokens) || p.t.Tokens[i].Kind != arabic.Word || p.broken(i) {
		return n, i, false
	}
	w, found := number.Read(p.t, i)
	if !found {
		return n, i, false
	}
	return p.words(w, i)
}

func (p *parser) words(w number.Number, i int) (n numeral, next int, ok bool) {
	whole, _, fits := w.Value.Trunc(0).Int64(0)
	if !fits || whole < 0 || whole > 9999 {
		return n, i, false
	}
	n = numeral{value: int(whole), ordinal: w.Ordinal, definite: w.Definite}
	if s := w.Value.String(); strings.ContainsRune(s, '.') {
		_, f, _ := strings.Cut(s, ".")
		n.fraction = "0." + f
	}
	return n, w.Last, true
}

// small reads a number from 1 to 31.
func (p *parser) small(i int) (n numeral, next int, ok bool) {
	n, next, ok = p.number(i)
	ok = ok && n.value >= 1 && n.value <= 31 && n.fraction == "" && n.digits <= 2
	return n, next, ok
}
