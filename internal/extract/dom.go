package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how deep the elements of a page that nests too deep are allowed
// to be after flatten, and those that hold a line of text a hundred more. The
// parser gives up at 512 and adds a few of its own.
const maxDepth = 300

// parse returns the tree of an HTML page. A page that nests deeper than the
// parser allows is flattened and parsed again.
func parse(src string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(src))
	if err == nil {
		return doc, nil
	}
	return html.Parse(strings.NewReader(flatten(src)))
}

// flatten returns an HTML page without the tags that nest deeper than maxDepth;
// a block element that goes leaves a line break.
func flatten(src string) string {
	var b strings.Builder
	b.Grow(len(src))
	f := flattener{out: &b, dropped: map[string]int{}}
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		raw := z.Raw()
		switch kind {
		case html.StartTagToken:
			name, _ := z.TagName()
			f.start(string(name), raw)
		case html.EndTagToken:
			name, _ := z.TagName()
			f.end(string(name), raw)
		default:
			b.Write(raw)
		}
	}
}

// flattener follows which elements are open.
type flattener struct {
	out     *strings.Builder
	open    []string
	dropped map[string]int // start tags left out whose end tags have not come
}

func (f *flattener) start(name string, raw []byte) {
	if isVoid(name) {
		f.out.Write(raw)
		return
	}
	if n := len(f.open); n > 0 && f.open[n-1] == name && closesItself(name) {
		f.open = f.open[:n-1]
	}
	limit := maxDepth
	if isLeaf(name) {
		limit += 100
	}
	if len(f.open) >= limit {
		f.dropped[name]++
		if isBlock(atom.Lookup([]byte(name))) {
			f.out.WriteString("<br>")
		}
		return
	}
	f.open = append(f.open, name)
	f.out.Write(raw)
}

func (f *flattener) end(name string, raw []byte) {
	if f.dropped[name] > 0 {
		f.dropped[name]--
		if isBlock(atom.Lookup([]byte(name))) {
			f.out.WriteString("<br>")
		}
		return
	}
	for i, open := range slices.Backward(f.open) {
		if open == name {
			f.open = f.open[:i]
			break
		}
	}
	f.out.Write(raw)
}

// isLeaf reports whether an element holds a line of text rather than others.
func isLeaf(name string) bool {
	switch name {
	case "p", "h1", "h2", "h3", "a", "li", "time", "figcaption", "b", "strong", "script", "style", "title":
		return true
	}
	return false
}

// isVoid reports whether an element never has an end tag.
func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// closesItself reports whether a start tag ends an open element of its name.
func closesItself(name string) bool {
	switch name {
	case "p", "li", "td", "th", "tr", "dt", "dd", "option":
		return true
	}
	return false
}

// isBlock reports whether an element begins and ends a line.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Form, atom.Fieldset,
		atom.Table, atom.Tbody, atom.Thead, atom.Tr, atom.Figure, atom.Figcaption, atom.Hr, atom.Address, atom.Center,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Body, atom.Details, atom.Summary, atom.Hgroup, atom.Button:
		return true
	default:
		return false
	}
}

// attr returns an attribute of n, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hasAttr reports whether n has an attribute, even an empty one.
func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// hasWord reports whether an attribute of n holds word among its words.
func hasWord(n *html.Node, key, word string) bool {
	for w := range strings.FieldsSeq(attr(n, key)) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// textOf returns the text of n and everything in it as one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		gather(c, &b)
	}
	return cleanLine(b.String())
}

func gather(n *html.Node, b *strings.Builder) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && isSilent(n.DataAtom):
		return
	}
	space := n.DataAtom == atom.Br || isBlock(n.DataAtom) || n.DataAtom == atom.Td
	if space {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		gather(c, b)
	}
	if space {
		b.WriteByte(' ')
	}
}

// isSilent reports whether an element never shows text of the page.
func isSilent(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Embed,
		atom.Select, atom.Textarea, atom.Button, atom.Input, atom.Canvas, atom.Audio, atom.Video, atom.Map, atom.Head,
		atom.Dialog, atom.Math:
		return true
	default:
		return false
	}
}
