package extract

import (
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fromOwn and fromReadability name the candidates that no markup vouches for.
const (
	fromOwn         = "scorer"
	fromReadability = "readability"
	fromState       = "page-state"
)

// candidate is one reading of where the article is.
type candidate struct {
	source string
	body   *filter
	grams  map[uint64]bool // of its text, for comparing
}

func (d *document) candidate(source string, list []paragraph) *candidate {
	if len(list) == 0 {
		return nil
	}
	f := d.clean(list)
	if f.letters() < 40 {
		return nil
	}
	return &candidate{source: source, body: f}
}

// own returns the body that our scorer finds.
func (d *document) own() *candidate {
	r := d.ownLines()
	if r.to == 0 {
		return nil
	}
	return d.candidate(fromOwn, d.withLead(r))
}

// stated returns the body that the page's JSON-LD states.
func (d *document) stated() *candidate {
	if d.facts.article == nil {
		return nil
	}
	text := d.facts.article.str("articleBody")
	if len(text) < 200 {
		return nil
	}
	return d.candidate(fromJSONLD, linesOf(text))
}

// maxElements and maxNesting are the largest page that readability is asked
// about: its time grows with the product.
const (
	maxElements = 20_000
	maxNesting  = 100
)

// second returns the body that readability finds.
func (d *document) second() *candidate {
	if len(d.tree.mass) > maxElements || d.tree.depth > maxNesting {
		return nil
	}
	article, err := readability.FromDocument(d.tree.root, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	return d.candidate(fromReadability, newTree(article.Node).paragraphs(article.Node))
}

// linesOf returns the lines of a text that may hold markup.
func linesOf(text string) []paragraph {
	if strings.Contains(text, "</") || strings.Contains(text, "<br") || strings.Contains(text, "<p>") {
		if root, err := parse(strings.ReplaceAll(text, "\n", " ")); err == nil {
			t := newTree(root)
			return t.paragraphs(t.body)
		}
	}
	l := lines{}
	for _, line := range splitLines(text) {
		l.b.WriteString(line)
		l.tail = -1
		l.flush(frame{})
	}
	return l.list
}

// splitLines parts a text at line breaks of any kind.
func splitLines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' })
}

// withLead returns the lines of r, and before them the lead that stands in a
// sibling: a paragraph between headline and body in an element that is named
// or marked up as the lead, or that the page's description begins with, and
// that the body does not repeat.
func (d *document) withLead(r interval) []paragraph {
	list := d.all[r.from:r.to]
	if d.anchor < 0 || d.anchor >= r.from {
		return list
	}
	var leads []paragraph
	start := d.described()
	for i := d.anchor + 1; i < r.from; i++ {
		p := d.all[i]
		if p.isGood() && !p.summary && !p.teaser && !isBullet(p.text) && !repeated(&p, list) &&
			(d.isLead(p.at) || start != "" && strings.HasPrefix(p.key, start)) {
			leads = append(leads, p)
		}
	}
	return append(leads, list...)
}

// isLead reports whether text node n lies in an element that is the lead.
func (d *document) isLead(n *html.Node) bool {
	for level := 0; n != nil && n != d.tree.body && level < 5; level++ {
		if n.Type == html.ElementNode {
			if hasWord(n, "itemprop", "description") || d.tree.role(n) == roleLead || n.DataAtom == atom.H2 {
				return true
			}
		}
		n = n.Parent
	}
	return false
}

// repeated reports whether p, or its beginning, stands in list.
func repeated(p *paragraph, list []paragraph) bool {
	start := p.key
	if len(start) > 60 {
		start = strings.ToValidUTF8(start[:60], "")
	}
	for i := range list {
		if strings.Contains(list[i].key, start) {
			return true
		}
	}
	return false
}
