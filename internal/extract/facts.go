package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts is what a page says about itself in its markup.
type facts struct {
	meta    map[string][]string // by name, property or "item:"+itemprop, in lower case
	ld      []ldObject
	article ldObject // the JSON-LD object of the article, or nil
	title   string   // the title element
	h1      []string
	canon   string
}

// readFacts gathers what the page of d says about itself.
func readFacts(d *document) facts {
	f := facts{meta: map[string][]string{}, ld: readLD(d.tree.root)}
	for n := range d.tree.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom { //nolint:exhaustive // the others say nothing
		case atom.Meta:
			f.addMeta(n)
		case atom.Link:
			if hasWord(n, "rel", "canonical") && f.canon == "" {
				f.canon = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Title:
			if f.title == "" {
				f.title = textOf(n)
			}
		case atom.H1:
			if s := textOf(n); s != "" && len(f.h1) < 20 {
				f.h1 = append(f.h1, s)
			}
		}
	}
	f.article = f.pickArticle()
	return f
}

func (f *facts) addMeta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range [2]string{"property", "name"} {
		if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
			f.meta[k] = append(f.meta[k], content)
		}
	}
	if k := attr(n, "itemprop"); k != "" {
		k = "item:" + strings.ToLower(k)
		f.meta[k] = append(f.meta[k], content)
	}
}

// get returns the first content of the first key that has one, or "".
func (f *facts) get(keys ...string) string {
	for _, k := range keys {
		if list := f.meta[k]; len(list) > 0 {
			return list[0]
		}
	}
	return ""
}

// pickArticle returns the JSON-LD object of the article: of several, the one
// whose headline the page has as its title, or else the first.
func (f *facts) pickArticle() ldObject {
	var best ldObject
	og := f.get("og:title")
	title := looseKey(og + " " + f.title)
	for _, o := range f.ld {
		if !o.isArticle() {
			continue
		}
		if k := looseKey(o.str("headline")); k != "" && strings.Contains(title, k) {
			return o
		}
		if best == nil {
			best = o
		}
	}
	return best
}
