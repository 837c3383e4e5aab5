package extract

import (
	"encoding/json"
	"html"
	"strings"

	"github.com/kaptinlin/jsonrepair"
	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxLD is how much JSON-LD of a page is read, in bytes.
const maxLD = 2 << 20

// maxRepair is the largest broken JSON that is repaired, in bytes: the time
// for that grows with the square.
const maxRepair = 16 << 10

// ldObject is an object of JSON-LD.
type ldObject map[string]any

// readLD returns the objects of the page's JSON-LD blocks, nested ones that
// matter (in graphs and lists, and main entities) made flat.
func readLD(root *nethtml.Node) []ldObject {
	var list []ldObject
	size := 0
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") || n.FirstChild == nil {
			continue
		}
		src := n.FirstChild.Data
		if size += len(src); size > maxLD {
			break
		}
		if v, ok := parseJSON(src); ok {
			list = flattenLD(v, list, 0)
		}
	}
	return list
}

// parseJSON reads JSON as pages write it: in comments, with line breaks inside
// strings, with commas too many.
func parseJSON(src string) (any, bool) {
	src = strings.TrimSpace(src)
	for _, cut := range []string{"<!--", "//<![CDATA[", "<![CDATA["} {
		src = strings.TrimPrefix(src, cut)
	}
	for _, cut := range []string{"-->", "//]]>", "]]>", ";"} {
		src = strings.TrimSuffix(strings.TrimSpace(src), cut)
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		return v, true
	}
	if json.Unmarshal([]byte(escapeControls(src)), &v) == nil {
		return v, true
	}
	if len(src) > maxRepair {
		return nil, false
	}
	fixed, err := jsonrepair.Repair(src)
	if err != nil {
		return nil, false
	}
	return v, json.Unmarshal([]byte(fixed), &v) == nil
}

// escapeControls makes control characters inside strings legal.
func escapeControls(src string) string {
	var b strings.Builder
	b.Grow(len(src) + 64)
	inside, escaped := false, false
	for _, r := range src {
		switch {
		case escaped:
			escaped = false
		case r == '\\':
			escaped = inside
		case r == '"':
			inside = !inside
		case r < ' ' && inside:
			if r == '\n' {
				b.WriteString("\\n")
			} else {
				b.WriteByte(' ')
			}
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func flattenLD(v any, list []ldObject, depth int) []ldObject {
	if depth > 6 {
		return list
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			list = flattenLD(x, list, depth+1)
		}
	case map[string]any:
		list = append(list, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"} {
			if key == "itemListElement" && ldObject(v).is("BreadcrumbList") {
				continue
			}
			list = flattenLD(v[key], list, depth+1)
		}
	}
	return list
}

// is reports whether o has a type that ends with suffix.
func (o ldObject) is(suffix string) bool {
	for _, t := range o.strings("@type") {
		if strings.HasSuffix(t, suffix) {
			return true
		}
	}
	return false
}

// isArticle reports whether o describes an article.
func (o ldObject) isArticle() bool {
	return o.is("Article") || o.is("BlogPosting") || o.is("LiveBlogPosting") || o.is("Report")
}

// str returns the first string of o[key], or "".
func (o ldObject) str(key string) string {
	if list := o.strings(key); len(list) > 0 {
		return list[0]
	}
	return ""
}

// strings returns the strings of o[key]: itself, its members, their names.
func (o ldObject) strings(key string) []string { return ldStrings(o[key], nil, 0) }

func ldStrings(v any, list []string, depth int) []string {
	if depth > 4 {
		return list
	}
	switch v := v.(type) {
	case string:
		if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
			list = append(list, s)
		}
	case bool:
		if !v {
			list = append(list, "false")
		}
	case []any:
		for _, x := range v {
			list = ldStrings(x, list, depth+1)
		}
	case map[string]any:
		for _, key := range []string{"name", "@value", "@id", "url"} {
			if s, ok := v[key]; ok {
				return ldStrings(s, list, depth+1)
			}
		}
	}
	return list
}
