package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mujaz/internal/arabic"
)

// paragraph is one line of a page as a reader sees it.
type paragraph struct {
	text    string
	key     string     // text folded, without punctuation at its ends
	box     *html.Node // the block that the line stands in, text elements left aside
	at      *html.Node // the first text of the line
	tag     atom.Atom  // H1 to H6, Li, Blockquote, Td, or 0
	runes   int
	letters int // Arabic letters
	linked  int // runes inside links
	bold    bool
	link    string // the target of the first link
	summary bool   // a line of the publisher's own summary
	teaser  bool   // it stands under the linked headline of another article
	caption bool   // it stands alone with a picture
	tail    int    // where in text the last link begins, when nothing follows it; else len(text)
}

// isLinked reports whether most of the line is links.
func (p *paragraph) isLinked() bool { return p.linked*10 > p.runes*6 }

// isHeading reports whether the line is marked up as a heading or all bold.
func (p *paragraph) isHeading() bool {
	switch p.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	default:
		return p.bold
	}
}

// isGood reports whether the line reads like a paragraph of an article.
func (p *paragraph) isGood() bool {
	return p.letters >= 45 && p.linked*10 <= p.runes*4 && (endsSentence(p.text) || p.letters >= 90)
}

// words returns the number of words of the line.
func (p *paragraph) words() int { return strings.Count(p.text, " ") + 1 }

// lines collects the paragraphs of a part of a page.
type lines struct {
	tree   *tree
	list   []paragraph
	ranges map[*html.Node]interval // which lines each block holds

	b       strings.Builder
	at      *html.Node
	linked  int
	bold    int
	link    string
	tail    int  // offset in b where the last link begins, or -1
	picture bool // a picture stands alone on the line
	below   bool // one stood alone on the line before, in the same block
	anchors int  // open links
	strongs int  // open bold elements
}

// paragraphs returns the lines in the subtree n that may be read.
func (t *tree) paragraphs(n *html.Node) []paragraph {
	list, _ := t.paragraphsAndRanges(n)
	return list
}

// interval is a half-open interval of line numbers.
type interval struct{ from, to int }

// paragraphsAndRanges returns the lines in the subtree n that may be read, and
// which of them each block holds.
func (t *tree) paragraphsAndRanges(n *html.Node) ([]paragraph, map[*html.Node]interval) {
	l := lines{tree: t, tail: -1, ranges: map[*html.Node]interval{}}
	l.walk(n, frame{box: n})
	l.flush(frame{box: n})
	l.ranges[n] = interval{0, len(l.list)}
	return l.list, l.ranges
}

// frame is what the open elements say about a line.
type frame struct {
	box   *html.Node
	tag   atom.Atom
	table bool // in a table of data
}

func (l *lines) walk(n *html.Node, f frame) {
	switch n.Type {
	case html.TextNode:
		l.add(n)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	if l.tree.isGone(n) && (n.DataAtom != atom.Button || !isSummaryHeading(textOf(n))) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		alone := l.picture && l.b.Len() == 0
		l.flush(f)
		l.below = alone
		return
	case atom.Img:
		l.picture = true
	case atom.A:
		l.openLink(n)
		defer func() { l.anchors-- }()
	case atom.B, atom.Strong:
		l.strongs++
		defer func() { l.strongs-- }()
	default:
	}
	isCell := n.DataAtom == atom.Td || n.DataAtom == atom.Th
	if isCell && f.table {
		l.space()
	}
	if !isBlock(n.DataAtom) && (!isCell || f.table) {
		l.children(n, f)
		return
	}
	l.flush(f)
	inner := f.enter(n)
	from := len(l.list)
	l.children(n, inner)
	l.flush(inner)
	l.ranges[n] = interval{from, len(l.list)}
}

func (l *lines) children(n *html.Node, f frame) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.walk(c, f)
	}
}

// enter returns the frame inside block n.
func (f frame) enter(n *html.Node) frame {
	switch n.DataAtom {
	case atom.P, atom.Pre, atom.Center:
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Blockquote:
		f.tag = n.DataAtom
	case atom.Tr:
		if f.table { // the rows of a layout say nothing
			f.tag = n.DataAtom
		}
	case atom.Table:
		f.table = isDataTable(n)
	case atom.Ul, atom.Ol, atom.Dl, atom.Tbody, atom.Thead:
	default:
		f.box = n
	}
	return f
}

func (l *lines) openLink(n *html.Node) {
	l.anchors++
	if l.link == "" {
		l.link = attr(n, "href")
	}
	if l.tail < 0 {
		l.tail = l.b.Len()
	}
}

func (l *lines) space() {
	if l.b.Len() > 0 {
		l.b.WriteByte(' ')
	}
}

// add appends the text of n to the line.
func (l *lines) add(n *html.Node) {
	text := n.Data
	if strings.TrimSpace(text) == "" {
		l.space()
		return
	}
	if l.at == nil {
		l.at = n
	}
	runes := utf8.RuneCountInString(strings.TrimSpace(text))
	if l.anchors > 0 {
		l.linked += runes
	} else if l.tail >= 0 && hasLetter(text) {
		l.tail = -1
	}
	if l.strongs > 0 {
		l.bold += runes
	}
	l.b.WriteString(text)
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// flush ends the line.
func (l *lines) flush(f frame) {
	raw := l.b.String()
	if text := cleanLine(raw); text != "" {
		p := paragraph{
			text: text, key: lineKey(text), box: f.box, at: l.at, tag: f.tag, linked: l.linked, link: l.link, tail: len(text),
			runes: utf8.RuneCountInString(text),
		}
		for _, r := range text {
			if arabic.IsLetter(r) {
				p.letters++
			}
		}
		p.bold = l.bold*10 >= p.runes*9
		p.caption = l.below && f.tag == 0 && !p.bold && !endsSentence(text) && p.words() <= 15
		if l.tail >= 0 {
			p.tail = len(cleanLine(raw[:l.tail]))
		}
		l.list = append(l.list, p)
	}
	l.b.Reset()
	l.at, l.linked, l.bold, l.link, l.tail = nil, 0, 0, "", -1
	l.picture, l.below = false, false
}

// markCaptions marks the lines that stand alone with a picture in a box.
func markCaptions(list []paragraph, ranges map[*html.Node]interval) {
	for i := range list {
		p := &list[i]
		r := ranges[p.box]
		if p.box == nil || r.to-r.from > 2 || p.isGood() && p.letters >= 90 || p.isHeading() {
			continue
		}
		for n := range p.box.Descendants() {
			if n.DataAtom == atom.Img || n.DataAtom == atom.Picture || n.Data == "amp-img" {
				p.caption = true
				break
			}
		}
	}
}

// isDataTable reports whether a table shows data rather than laying out a page:
// it has three rows of several short cells.
func isDataTable(table *html.Node) bool {
	rows, cells, size := 0, 0, 0
	for n := range table.Descendants() {
		switch {
		case n.Type == html.TextNode:
			size += len(strings.TrimSpace(n.Data))
		case n.DataAtom == atom.Table, n.DataAtom == atom.Div, n.DataAtom == atom.P && size > 4000:
			return false
		case n.DataAtom == atom.Tr:
			rows++
		case n.DataAtom == atom.Td, n.DataAtom == atom.Th:
			cells++
		}
	}
	return rows >= 3 && cells >= 2*rows && size < 60*cells
}
