package extract

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// state returns the longest Arabic text in the data that a page carries for
// its own scripts, for pages whose article only scripts write.
func (d *document) state() *candidate {
	var best string
	for n := range d.tree.root.Descendants() {
		if !isState(n) {
			continue
		}
		if v, ok := parseJSON(n.FirstChild.Data); ok {
			best = longest(v, best, 0)
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
		for key, x := range v {
			if !isBesideKey(key) {
				best = longest(x, best, depth+1)
			}
		}
	}
	return best
}

// stateTime returns the publication time in the data that a page carries for
// its scripts, if the article itself came from there.
func (d *document) stateTime() string {
	for n := range d.tree.root.Descendants() {
		if !isState(n) {
			continue
		}
		if v, ok := parseJSON(n.FirstChild.Data); ok {
			if s := timeIn(v, 0); s != "" {
				return s
			}
		}
	}
	return ""
}

// timeIn returns the value of the first key in v that names a publication time.
func timeIn(v any, depth int) string {
	if depth > 12 {
		return ""
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if s := timeIn(x, depth+1); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, key := range []string{"datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "firstPublished"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if s := timeIn(v[key], depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

// isState reports whether n is data that a page carries for its scripts.
func isState(n *html.Node) bool {
	kind := attr(n, "type")
	return n.DataAtom == atom.Script && n.FirstChild != nil && strings.Contains(kind, "json") && !strings.Contains(kind, "ld+json") &&
		len(n.FirstChild.Data) < maxLD
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
