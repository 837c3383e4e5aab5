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
	root := d.ownRoot()
	if root == nil {
		return nil
	}
	r := d.ranges[root]
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

// second returns the body that readability finds.
func (d *document) second() *candidate {
	article, err := readability.FromDocument(d.tree.root, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	return d.candidate(fromReadability, newTree(article.Node).paragraphs(article.Node))
}

// state returns the longest Arabic text in the data that a page carries for
// its own scripts, for pages whose article only scripts write.
func (d *document) state() *candidate {
	var best string
	for n := range d.tree.root.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil || !strings.Contains(attr(n, "type"), "json") || strings.Contains(attr(n, "type"), "ld+json") {
			continue
		}
		if src := n.FirstChild.Data; len(src) < maxLD {
			if v, ok := parseJSON(src); ok {
				best = longest(v, best, 0)
			}
		}
	}
	if len(best) < 200 {
		return nil
	}
	return d.candidate(fromState, linesOf(best))
}

// longest returns the longest Arabic text in v, or best if that is longer. The
// texts of the members of one list are one text.
func longest(v any, best string, depth int) string {
	if depth > 40 {
		return best
	}
	switch v := v.(type) {
	case string:
		return longer(v, best)
	case []any:
		var b strings.Builder
		for _, x := range v {
			switch x := x.(type) {
			case string:
				b.WriteString(x + "\n")
			case map[string]any:
				b.WriteString(ownText(x) + "\n")
			}
		}
		best = longer(b.String(), best)
		for _, x := range v {
			best = longest(x, best, depth+1)
		}
	case map[string]any:
		for _, x := range v {
			best = longest(x, best, depth+1)
		}
	}
	return best
}

// ownText returns the longest text that stands in o itself, or one level below.
func ownText(o map[string]any) string {
	best := ""
	for _, v := range o {
		switch v := v.(type) {
		case string:
			best = longer(v, best)
		case map[string]any:
			for _, x := range v {
				if s, ok := x.(string); ok {
					best = longer(s, best)
				}
			}
		}
	}
	return best
}

// longer returns s if it has more Arabic letters than best. Of equals, the one
// that sorts first, so that the order of a map does not show.
func longer(s, best string) string {
	if len(s) < len(best)/2 {
		return best
	}
	a, b := countLetters(s, len(s)).arabic, countLetters(best, len(best)).arabic
	if a > b || a == b && a > 0 && s < best {
		return s
	}
	return best
}

// linesOf returns the lines of a text that may hold markup.
func linesOf(text string) []paragraph {
	if strings.Contains(text, "</") || strings.Contains(text, "<br") || strings.Contains(text, "<p>") {
		if root, err := parse(strings.ReplaceAll(text, "\n", " ")); err == nil {
			t := newTree(root)
			return t.paragraphs(t.body)
		}
	}
	l := lines{tree: &tree{}}
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
// or marked up as the lead, and that the body does not repeat.
func (d *document) withLead(r interval) []paragraph {
	list := d.all[r.from:r.to]
	if d.anchor < 0 || d.anchor >= r.from {
		return list
	}
	var leads []paragraph
	for i := d.anchor + 1; i < r.from; i++ {
		p := d.all[i]
		if p.isGood() && !p.summary && !isBullet(p.text) && d.isLead(p.at) && !repeated(&p, list) {
			leads = append(leads, p)
		}
	}
	return append(leads, list...)
}

// isLead reports whether text node n lies in an element that is the lead.
func (d *document) isLead(n *html.Node) bool {
	for level := 0; n != nil && n != d.tree.body && level < 5; level++ {
		if n.Type == html.ElementNode {
			if hasWord(n, "itemprop", "description") || roleOf(n) == roleLead || n.DataAtom == atom.H2 {
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
