package extract

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageState is the article in the data that a page carries for its own scripts:
// the longest Arabic text, and what the objects around it say of it, the
// nearest first.
type pageState struct {
	text   string
	around []map[string]any // the objects that hold the text, from the outside
}

// fromData returns the body in the data of the page, for pages whose article
// only scripts write.
func (d *document) fromData() *candidate {
	d.state = pageState{}
	for n := range d.tree.root.Descendants() {
		if v, ok := stateOf(n); ok {
			d.state.visit(v, nil)
		}
	}
	if len(d.state.text) < 200 {
		return nil
	}
	return d.candidate(fromState, linesOf(d.state.text))
}

// stateOf returns the data in script n, if it is data or sets a variable to data.
func stateOf(n *html.Node) (any, bool) {
	kind := attr(n, "type")
	if n.DataAtom != atom.Script || n.FirstChild == nil || strings.Contains(kind, "ld+json") || len(n.FirstChild.Data) > maxLD {
		return nil, false
	}
	src := n.FirstChild.Data
	if strings.Contains(kind, "json") {
		return parseJSON(src)
	}
	if !strings.Contains(src, `\u06`) && countLetters(src, len(src)).arabic < 200 {
		return nil, false
	}
	const tries = 8
	for range tries {
		_, rest, ok := strings.Cut(src, "=")
		if !ok {
			break
		}
		src = rest
		rest = strings.TrimSpace(rest)
		if s, ok := strings.CutPrefix(rest, "JSON.parse("); ok {
			rest, _ = decoded[string](s)
		}
		if v, ok := decoded[map[string]any](rest); ok {
			return v, true
		}
	}
	return nil, false
}

// decoded reads the JSON value that s begins with.
func decoded[T any](s string) (v T, ok bool) {
	err := json.NewDecoder(strings.NewReader(s)).Decode(&v)
	return v, err == nil
}

// visit looks for the longest text in v, which the objects of around hold. The
// texts of the members of one list are one text, but for members with a title
// of their own, which are other articles.
func (s *pageState) visit(v any, around []map[string]any) {
	if len(around) > 40 {
		return
	}
	switch v := v.(type) {
	case string:
		s.offer(v, around)
	case []any:
		var b strings.Builder
		for _, x := range v {
			switch x := x.(type) {
			case string:
				b.WriteString(x + "\n")
			case map[string]any:
				if firstIn(x, "title", "headline", "slug") == "" {
					b.WriteString(ownText(x) + "\n")
				}
			}
		}
		s.offer(b.String(), around)
		for _, x := range v {
			s.visit(x, around)
		}
	case map[string]any:
		inner := append(slices.Clip(around), v)
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if !isBesideKey(key) {
				s.visit(v[key], inner)
			}
		}
	}
}

// offer takes text for the article if it is the longest so far.
func (s *pageState) offer(text string, around []map[string]any) {
	if longer(text, s.text) != s.text {
		s.text, s.around = text, around
	}
}

// say returns what look finds in the nearest of the objects around the text.
func (s *pageState) say(look func(o map[string]any) string) string {
	for _, o := range slices.Backward(s.around) {
		if found := look(o); found != "" {
			return found
		}
	}
	return ""
}

// authorIn returns the author that an object names.
func authorIn(o map[string]any) string {
	return firstIn(o, "author", "authors", "authorName", "author_name", "writer", "writers", "byline")
}

// timeIn returns the publication time that an object, or one in it, names.
func timeIn(o map[string]any) string {
	if s := firstIn(o, "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "firstPublished", "published"); s != "" {
		return s
	}
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if inner, ok := o[key].(map[string]any); ok {
			if s := timeIn(inner); s != "" {
				return s
			}
		}
	}
	return ""
}

// firstIn returns the first string of the first of the keys that has one.
func firstIn(o map[string]any, keys ...string) string {
	for _, key := range keys {
		if s := ldObject(o).str(key); s != "" {
			return s
		}
	}
	return ""
}

// isBesideKey reports whether a key of page data names something beside the
// text, such as a caption.
func isBesideKey(key string) bool {
	switch strings.ToLower(key) {
	case "caption", "alt", "alttext", "title", "credit", "copyright", "name", "related", "comments", "seo", "menu", "tags":
		return true
	}
	return false
}

// ownText returns the longest text that stands in o itself, or one level below.
func ownText(o map[string]any) string {
	best := ""
	for key, v := range o {
		if isBesideKey(key) {
			continue
		}
		switch v := v.(type) {
		case string:
			best = longer(v, best)
		case map[string]any:
			for key, x := range v {
				if s, ok := x.(string); ok && !isBesideKey(key) {
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
