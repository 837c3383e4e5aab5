package extract

import (
	"strings"
	"unicode"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of titles. The title is the one that most of the page agrees on, once
// the name of the site has been cut from it:
//
//	T1  What a separator parts from a title is the site's name if another
//	    candidate or a line of the page is the rest, or if it is a name that the
//	    page gives its site.
//	T2  Candidates that differ in punctuation alone agree. The most agreed on
//	    wins; of equals, the first in the order og, JSON-LD, h1, twitter, title.
//	    What a site profile selects always wins.

// titled is a candidate for the title.
type titled struct {
	source, raw, text string
	votes             int
}

// fuseTitle sets the title of a, unless it was given, and keeps the page's own
// for finding the headline.
func (d *document) fuseTitle(a *news.Article) {
	best, ok := d.bestTitle()
	if a.Title == "" && ok {
		a.Title = best.text
		a.Origins["title"] = news.Origin{Source: best.source, Raw: best.raw}
	}
	if d.titleKey = lineKey(best.text); !ok {
		d.titleKey = lineKey(a.Title)
	}
}

func (d *document) bestTitle() (titled, bool) {
	list := d.titles()
	rests := map[string]bool{}
	for i := range list {
		rests[looseKey(list[i].text)] = true
	}
	for i := range min(len(d.all), 200) {
		if p := &d.all[i]; p.runes < 300 && (!p.isLinked() || isLinkedHeadline(p)) {
			rests[looseKey(p.text)] = true
		}
	}
	names := d.siteNames()
	for _, key := range []string{"author", "copyright"} { // of many sites their own name
		for _, s := range d.facts.meta[key] {
			if k := looseKey(s); k != "" {
				names[k] = true
			}
		}
	}
	for i := range list {
		list[i].text = cutAffix(list[i].text, names, rests)
	}
	best := -1
	for i := range list {
		key := looseKey(list[i].text)
		if key == "" {
			continue
		}
		sources := map[string]bool{}
		for j := range list {
			if looseKey(list[j].text) == key && !sources[list[j].source] {
				sources[list[j].source] = true
				list[i].votes++
			}
		}
		if best < 0 || list[i].votes > list[best].votes {
			best = i
		}
	}
	switch {
	case len(list) == 0 || best < 0:
		return titled{}, false
	case list[0].source == fromProfile:
		best = 0
	}
	return list[best], true
}

// titles returns the candidates in the order of trust.
func (d *document) titles() []titled {
	var list []titled
	add := func(source, raw string) {
		if text := cleanLine(raw); text != "" && len(text) < 1000 {
			list = append(list, titled{source: source, raw: raw, text: text})
		}
	}
	add(fromProfile, d.selected(d.part(func(p *Profile) []string { return p.Title })))
	og := d.facts.get("og:title")
	add(fromOG, og)
	if d.facts.article != nil {
		add(fromJSONLD, d.facts.article.str("headline"))
	}
	for _, h := range d.facts.h1 {
		if len(h) > 20 {
			add(fromText, h)
		}
	}
	item := d.facts.get("item:headline", "item:name")
	add(fromMicrodata, item)
	tw := d.facts.get("twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title")
	add(fromMeta, tw)
	add("title", d.facts.title)
	return list
}

// siteNames returns the names that the page gives its site, as keys.
func (d *document) siteNames() map[string]bool {
	names := map[string]bool{}
	add := func(s string) {
		if k := looseKey(s); k != "" {
			names[k] = true
		}
	}
	for _, key := range []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher", "dc.publisher"} {
		for _, s := range d.facts.meta[key] {
			add(strings.TrimPrefix(s, "@"))
		}
	}
	for _, o := range d.facts.ld {
		add(o.str("publisher"))
		if o.is("Organization") || o.is("WebSite") {
			add(o.str("name"))
		}
	}
	host := strings.TrimPrefix(strings.ToLower(d.base.Hostname()), "www.")
	add(host)
	name, _, _ := strings.Cut(host, ".")
	add(name)
	return names
}

// cutAffix cuts the site's name from a title (T1).
func cutAffix(title string, names, rests map[string]bool) string {
	for range 3 {
		cut := false
		for _, at := range separators(title) {
			left, right := strings.TrimSpace(title[:at.from]), strings.TrimSpace(title[at.to:])
			switch {
			case left == "" || right == "":
			case isAffix(right, left, names, rests):
				title, cut = left, true
			case isAffix(left, right, names, rests):
				title, cut = right, true
			}
			if cut {
				break
			}
		}
		if !cut {
			break
		}
	}
	return title
}

// isAffix reports whether part is the site's name, given the rest of the title.
func isAffix(part, rest string, names, rests map[string]bool) bool {
	if names[looseKey(part)] {
		return true
	}
	rest = looseKey(rest)
	return len(part) <= 60 && len(rest) >= 20 && rests[rest]
}

// separators returns where signs that part a title from the site's name stand,
// from the last to the first.
func separators(title string) []interval {
	var list []interval
	for i := 0; i < len(title); i++ {
		rest := strings.TrimLeft(title[i:], "|»›‹:·•/-–—~")
		end := len(title) - len(rest)
		if end == i {
			continue
		}
		spaced := (i == 0 || title[i-1] == ' ') && (end == len(title) || title[end] == ' ')
		if spaced || title[i] == '|' {
			list = append([]interval{{i, end}}, list...)
		}
		i = end - 1
	}
	return list
}

// looseKey returns the letters and digits of s, folded.
func looseKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, arabic.Key(s))
}
