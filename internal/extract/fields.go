package extract

import (
	"strings"

	"golang.org/x/net/html"

	"mujaz/internal/news"
)

// Sources of fields, as news.Origin.Source names them.
const (
	fromInput     = "input"
	fromProfile   = "profile"
	fromJSONLD    = "json-ld"
	fromOG        = "og"
	fromMeta      = "meta"
	fromMicrodata = "microdata"
	fromTime      = "time"
	fromText      = "text"
	fromURL       = "url"
)

// fuse sets every field of a but the title and the text.
func (d *document) fuse(a *news.Article, body *filter) {
	d.fuseAddress(a)
	d.fuseSite(a)
	d.fuseSection(a, body)
	d.fuseTimes(a, body)
	d.fuseAuthors(a, body)
	d.warn(a, body)
}

func (d *document) fuseAddress(a *news.Article) {
	u := d.canonical()
	if u.Host == "" {
		return
	}
	a.CanonicalURL = u.String()
	source := fromURL
	if d.facts.canon != "" {
		source = fromMeta
	}
	a.Origins["canonical_url"] = news.Origin{Source: source, Raw: a.CanonicalURL}
}

func (d *document) fuseSite(a *news.Article) {
	set := func(source, raw string) {
		if s := cleanLine(raw); s != "" && a.Site == "" && len(s) < 120 {
			a.Site = s
			a.Origins["site"] = news.Origin{Source: source, Raw: raw}
		}
	}
	og := d.facts.get("og:site_name")
	set(fromOG, og)
	if d.facts.article != nil {
		set(fromJSONLD, d.facts.article.str("publisher"))
	}
	name := d.facts.get("application-name", "apple-mobile-web-app-title", "dc.publisher")
	set(fromMeta, name)
	set(fromURL, strings.TrimPrefix(d.canonical().Hostname(), "www."))
}

func (d *document) fuseSection(a *news.Article, body *filter) {
	set := func(source, raw string) {
		if s := cleanLine(raw); s != "" && a.Section == "" && len(s) < 80 && looseKey(s) != "" {
			a.Section = s
			a.Origins["section"] = news.Origin{Source: source, Raw: raw}
		}
	}
	set(fromProfile, d.selected(d.part(func(p *Profile) []string { return p.Section })))
	if d.facts.article != nil {
		set(fromJSONLD, d.facts.article.str("articleSection"))
	}
	section := d.facts.get("article:section", "item:articlesection", "section", "category", "parsely-section", "cxenseparse:recs:category")
	set(fromMeta, section)
	set(fromJSONLD, d.crumb())
	near := d.neighborhood(body)
	for n := range near.Descendants() {
		if a.Section != "" {
			break
		}
		if n.Type == html.ElementNode && d.tree.role(n) == roleSection && d.ranges[n].from <= d.anchor+8 {
			set(fromText, d.lastCrumb(n))
		}
	}
	set(fromText, d.kicker(near))
}

// kicker returns the link of one to three words right above the headline, the
// last of a trail such as «الرئيسية/اقتصاد».
func (d *document) kicker(near *html.Node) string {
	for i := d.anchor - 1; i >= max(d.ranges[near].from, d.anchor-2); i-- {
		p := &d.all[i]
		if !p.isLinked() || p.words() > 3 {
			continue
		}
		trail := strings.FieldsFunc(p.text, func(r rune) bool { return strings.ContainsRune("/\\|>»›‹", r) })
		if len(trail) > 0 && d.isCrumb(trail[len(trail)-1]) {
			return strings.TrimSpace(trail[len(trail)-1])
		}
	}
	return ""
}

// crumb returns the section that a BreadcrumbList of JSON-LD names: the last
// entry that is neither the home page nor the article.
func (d *document) crumb() string {
	for _, o := range d.facts.ld {
		if !o.is("BreadcrumbList") {
			continue
		}
		items, _ := o["itemListElement"].([]any)
		section := ""
		for _, item := range items {
			m, _ := item.(map[string]any)
			name := ldObject(m).str("name")
			if name == "" || strings.HasPrefix(name, "http") {
				name = ldObject(m).str("item")
			}
			if d.isCrumb(name) {
				section = name
			}
		}
		return section
	}
	return ""
}

// lastCrumb returns the last section that element n, a trail of links, names.
func (d *document) lastCrumb(n *html.Node) string {
	section := ""
	links := 0
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == "a" {
			links++
			if s := textOf(c); d.isCrumb(s) {
				section = s
			}
		}
	}
	if links > 8 {
		return "" // a menu
	}
	if links == 0 && d.tree.mass[n] < 40 && d.isCrumb(textOf(n)) {
		return textOf(n)
	}
	return section
}

// isCrumb reports whether s may name a section.
func (d *document) isCrumb(s string) bool {
	key := lineKey(s)
	if key == "" || key == d.titleKey || len(s) > 60 || strings.HasPrefix(s, "http") {
		return false
	}
	k, _ := boilerplate(key, 1, false)
	return k == kindNone && key != "home"
}
