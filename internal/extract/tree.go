package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tree is a parsed page and what is known about its elements.
type tree struct {
	root  *html.Node
	body  *html.Node
	mass  map[*html.Node]int // elements: letters and signs of visible text in it, links left aside
	total int                // mass of the body
	depth int                // of the deepest element
	gone  map[*html.Node]bool
	roles map[*html.Node]role // what their names say, as far as it was asked
	holds map[*html.Node]bool // elements that hold a main headline or a marked up body

	unseen map[*html.Node]bool // elements that a style sheet of the page hides
}

func newTree(root *html.Node) *tree {
	t := &tree{root: root, mass: map[*html.Node]int{}, gone: map[*html.Node]bool{}, roles: map[*html.Node]role{}, holds: map[*html.Node]bool{}}
	t.body = first(root, atom.Body)
	if t.body == nil {
		t.body = root
	}
	t.total = t.weigh(t.body, false, 0)
	t.unseen = t.hiddenBySheets()
	return t
}

// first returns the first element a in the subtree n, or nil.
func first(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

// weigh fills in the mass of n and its elements.
func (t *tree) weigh(n *html.Node, linked bool, depth int) int {
	switch n.Type {
	case html.TextNode:
		if linked {
			return 0
		}
		return utf8.RuneCountInString(strings.TrimSpace(n.Data))
	case html.ElementNode, html.DocumentNode:
		if isSilent(n.DataAtom) {
			return 0
		}
	default:
		return 0
	}
	linked = linked || n.DataAtom == atom.A
	t.depth = max(t.depth, depth)
	if n.DataAtom == atom.H1 || hasWord(n, "itemprop", "articleBody") {
		for p := n; p != nil && !t.holds[p]; p = p.Parent {
			t.holds[p] = true
		}
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += t.weigh(c, linked, depth+1)
	}
	t.mass[n] = sum
	return sum
}

// isGone reports whether nothing of n may be read: it never shows, the page
// hides it, or its name or kind says that it is not part of an article. An
// element that holds the main headline or much of the text of the page stays,
// even if it is hidden when it has both, since some pages show it by script.
func (t *tree) isGone(n *html.Node) bool {
	if isSilent(n.DataAtom) || t.gone[n] {
		return true
	}
	heavy := t.mass[n]*5 > t.total*2 || t.holds[n]
	if t.unseen[n] {
		return true
	}
	if isHidden(n) {
		return t.mass[n]*5 <= t.total*2 || !hasWord(n, "itemprop", "articleBody") && !t.holds[n]
	}
	if hasWord(n, "itemprop", "articleBody") {
		return false
	}
	switch n.DataAtom {
	case atom.Aside:
		return !heavy && !holdsSummary(n)
	case atom.Nav, atom.Figcaption, atom.Form, atom.Menu, atom.Label:
		return !heavy
	case atom.Footer:
		return !heavy && !inArticle(n)
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.H1, atom.A, atom.B, atom.Strong, atom.Em:
		return false
	default:
		return !heavy && t.role(n) == roleDrop
	}
}

// holdsSummary reports whether the first text in n is the heading of a
// publisher's summary.
func holdsSummary(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return isSummaryHeading(c.Data)
		}
	}
	return false
}

// role returns what the class names and the id of n say that it is.
func (t *tree) role(n *html.Node) role {
	r, known := t.roles[n]
	if !known {
		r = roleOf(n)
		t.roles[n] = r
	}
	return r
}

// inArticle reports whether n lies in an article element.
func inArticle(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Article {
			return true
		}
	}
	return false
}
