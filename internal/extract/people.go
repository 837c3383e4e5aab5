package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mujaz/internal/news"
)

// fuseAuthors sets the authors of a: from the markup, or else from a byline
// that stands in the head of the article.
func (d *document) fuseAuthors(a *news.Article, body *filter) {
	names := d.siteNames()
	delete(names, "") // every site without a name
	add := func(source, raw string) {
		if len(a.Authors) > 0 && a.Origins["authors"].Source != source || strings.Contains(raw, "://") {
			return
		}
		for _, name := range splitNames(cutByline(raw)) {
			name = cutPlace(name, names)
			if !isPersonName(name) || names[looseKey(name)] && source != fromText || contains(a.Authors, name) {
				continue
			}
			a.Authors = append(a.Authors, name)
			if a.Origins["authors"].Source == "" {
				a.Origins["authors"] = news.Origin{Source: source, Raw: raw}
			}
		}
	}
	add(fromProfile, d.selected(d.part(func(p *Profile) []string { return p.Author })))
	if d.facts.article != nil {
		for _, s := range d.facts.article.strings("author") {
			add(fromJSONLD, s)
		}
	}
	for _, s := range d.facts.meta["item:author"] {
		add(fromMicrodata, s)
	}
	for _, key := range []string{"author", "article:author", "article:author_name", "dc.creator", "sailthru.author", "parsely-author", "byl"} {
		for _, s := range d.facts.meta[key] {
			add(fromMeta, s)
		}
	}
	for _, p := range append(d.aroundHeadline(), body.dropped...) {
		if k, rest := boilerplate(p.key, p.words(), false); k == kindByline && rest != "" {
			add(fromText, p.text)
		}
	}
	near := d.neighborhood(body)
	for n := range near.Descendants() {
		if n.Type == html.ElementNode && d.isAuthor(n) {
			add(fromText, textOf(n))
		}
	}
}

// isAuthor reports whether an element near the article names its author.
func (d *document) isAuthor(n *html.Node) bool {
	if n.DataAtom == atom.A {
		href := strings.ToLower(attr(n, "href"))
		if (strings.Contains(href, "/author") || strings.Contains(href, "/writer") || hasWord(n, "rel", "author")) && !d.isBeside(n) {
			return true
		}
	}
	return (d.tree.role(n) == roleAuthor || hasWord(n, "itemprop", "author")) && d.tree.mass[n] < 80 && !d.isBeside(n)
}

func contains(list []string, name string) bool {
	for _, x := range list {
		if looseKey(x) == looseKey(name) {
			return true
		}
	}
	return false
}

// cutByline returns what follows «كتب:», «بقلم» and the like.
func cutByline(line string) string {
	if k, _ := boilerplate(lineKey(line), 1, true); k != kindByline {
		return line
	}
	if _, rest, ok := strings.Cut(line, ":"); ok {
		return strings.TrimSpace(rest)
	}
	_, rest, _ := strings.Cut(line, " ")
	return strings.TrimSpace(rest)
}

// cutPlace returns the name in «name - city» or «site - name».
func cutPlace(s string, sites map[string]bool) string {
	for part := range strings.SplitSeq(s, " - ") {
		if part = cleanLine(part); part != "" && !sites[looseKey(part)] {
			return part
		}
	}
	return s
}

// splitNames parts a list of names at commas, slashes, bars and line signs.
func splitNames(s string) []string {
	var list []string
	for _, name := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ',' || r == '،' || r == '|' || r == '/' || r == ';' || r == '؛' || r == '•' || r == '\n' || r == '–'
	}) {
		if name = cleanLine(strings.Trim(cleanLine(name), "-: ")); name != "" {
			list = append(list, name)
		}
	}
	return list
}

// isPersonName reports whether s may name an author: one to six words of
// letters, not an address, an account or the publishing system's own user.
func isPersonName(s string) bool {
	if n := strings.Count(s, " ") + 1; n > 6 || len(s) > 80 || len(s) < 3 {
		return false
	}
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), r == ' ', r == '.', r == '-', r == '\'', r == '"', r == '(', r == ')', r == '’', r == 'ـ', r == '«', r == '»':
		default:
			return false
		}
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "editor", "author", "user", "webmaster", "staff", "null", "undefined", "http", "https":
		return false
	}
	return true
}
