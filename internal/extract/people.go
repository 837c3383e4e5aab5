package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// fuseAuthors sets the authors of a: from the markup, or else from a byline
// that stands in the head of the article.
func (d *document) fuseAuthors(a *news.Article, body *filter) {
	names := d.siteNames()
	add := func(source, raw string) {
		if len(a.Authors) > 0 && a.Origins["authors"].Source != source || strings.Contains(raw, "://") {
			return
		}
		for _, name := range splitNames(cutByline(raw)) {
			name = cutPlace(name, names)
			if !isPersonName(name) || isSite(name, names) || contains(a.Authors, name) {
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
	if body.source == fromState {
		add(fromState, d.state.say(authorIn))
	}
	for _, line := range d.bylines(body) {
		add(fromText, line)
	}
}

// bylines returns the lines near the article that name its author: those that
// begin as bylines do and those of elements named so, what follows the article
// only if nothing before does.
func (d *document) bylines(body *filter) []string {
	var list []string
	for _, p := range append(d.aroundHeadline(body), body.dropped...) {
		for part := range strings.SplitSeq(p.text, "|") {
			part = cutDay(part)
			if k, rest := boilerplate(lineKey(part), strings.Count(part, " ")+1, false); k == kindByline && rest != "" {
				list = append(list, part)
			}
		}
	}
	end, near := body.last(), d.neighborhood(body)
	for n := range near.Descendants() {
		if n == end && len(list) > 0 {
			break
		}
		if n.Type == html.ElementNode && d.isAuthor(n) {
			for _, p := range d.tree.paragraphs(n) {
				if p.words() > 1 { // a word alone is a place or an agency
					list = append(list, p.text)
				}
			}
		}
	}
	return list
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
	if _, rest, ok := strings.Cut(line, ":"); ok && rest != "" {
		return strings.TrimSpace(rest)
	}
	_, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	return strings.Trim(rest, " :-")
}

// cutDay returns the name in «name في day».
func cutDay(line string) string {
	if name, day, ok := strings.Cut(line, " في "); ok && strings.ContainsAny(arabic.Key(day), "0123456789") {
		return name
	}
	return line
}

// cutPlace returns the name in «name - city», «city - name» or «site - name»:
// the first part of two words that is not the site, or s itself if it has no
// parts.
func cutPlace(s string, sites map[string]bool) string {
	if !strings.Contains(s, " - ") {
		return s
	}
	for part := range strings.SplitSeq(s, " - ") {
		if part = cleanLine(part); strings.Contains(part, " ") && !isSite(part, sites) {
			return part
		}
	}
	return ""
}

// isSite reports whether a name is that of the site, in full or in part
// («العربية.نت» on العربية).
func isSite(name string, sites map[string]bool) bool {
	key := looseKey(name)
	for site := range sites {
		if key == site || len(key) >= 8 && strings.Contains(site, key) || len(site) >= 8 && strings.Contains(key, site) && len(key) < len(site)+8 {
			return true
		}
	}
	return false
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

// isTrade reports whether a folded word names what an author does rather than
// the author.
func isTrade(word string) bool {
	switch word {
	case "كاتب", "كاتبه", "صحفي", "صحفيه", "صحافي", "صحافيه", "مراسل", "مراسله", "باحث", "باحثه", "محرر", "محرره", "اعلامي", "اعلاميه":
		return true
	}
	return false
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
	if first, _, _ := strings.Cut(s, " "); isTrade(arabic.Key(first)) || strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return false
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "editor", "author", "user", "webmaster", "staff", "null", "undefined", "none", "true", "false", "http", "https":
		return false
	}
	return true
}
