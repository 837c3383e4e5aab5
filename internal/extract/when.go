package extract

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mujaz/internal/news"
)

// Rules of publication times:
//
//	D1  Sources in the order JSON-LD, microdata, meta, time element, visible
//	    text, URL. Arabic text is read by dates, which never guesses.
//	D2  Of values for the same instant or the same day, the one that says more
//	    wins: a clock time over a day, the publisher's offset over UTC. If only
//	    UTC is stated and the page shows the same minute on another clock, the
//	    difference is the publisher's offset.
//	D3  What the page labels as an update is the time of modification.
//	D4  Years before 1990 are other calendars' or mistakes.

// dated is a candidate for a time.
type dated struct {
	source, raw string
	at          news.Moment
}

// fuseTimes sets the times of a.
func (d *document) fuseTimes(a *news.Article, body *filter) {
	published, modified := d.statedTimes()
	visible, updated := d.visibleTimes(body)
	published, modified = append(published, visible...), append(modified, updated...)
	if body.source == fromState {
		if raw := d.state.say(timeIn); raw != "" {
			if at, ok := parseMoment(raw); ok {
				published = append(published, dated{fromState, raw, at})
			}
		}
	}
	if at, ok := d.urlDay(); ok {
		published = append(published, at)
	}
	if best, ok := pickTime(published); ok && a.Published.IsZero() {
		a.Published = localize(best, visible)
		a.Origins["published"] = news.Origin{Source: best.source, Raw: best.raw}
	}
	if best, ok := pickTime(modified); ok {
		a.Modified = best.at
		a.Origins["modified"] = news.Origin{Source: best.source, Raw: best.raw}
	}
}

// statedTimes returns the times that the markup states (D1).
func (d *document) statedTimes() (published, modified []dated) {
	add := func(list *[]dated, source, raw string) {
		if at, ok := parseMoment(raw); ok {
			*list = append(*list, dated{source, raw, d.zone(at, raw)})
		}
	}
	add(&published, fromProfile, d.selected(d.part(func(p *Profile) []string { return p.Date })))
	if o := d.facts.article; o != nil {
		add(&published, fromJSONLD, o.str("datePublished"))
		add(&published, fromJSONLD, o.str("dateCreated"))
		add(&modified, fromJSONLD, o.str("dateModified"))
	}
	for _, key := range []string{
		"item:datepublished", "article:published_time", "article:published", "og:published_time", "og:article:published_time",
		"datepublished", "publishdate", "publish-date", "publish_date", "publisheddate", "published_date", "published_time",
		"pubdate", "date.published", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
		"sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published",
		"datecreated", "item:datecreated", "displaydate", "originalpublicationdate", "rnews:datepublished", "date",
	} {
		for _, raw := range d.facts.meta[key] {
			add(&published, metaSource(key), raw)
		}
	}
	for _, key := range []string{
		"item:datemodified", "article:modified_time", "og:updated_time", "article:modified", "lastmod", "last-modified",
		"dc.date.modified", "dcterms.modified", "revised", "datemodified",
	} {
		for _, raw := range d.facts.meta[key] {
			add(&modified, metaSource(key), raw)
		}
	}
	return published, modified
}

func metaSource(key string) string {
	switch {
	case strings.HasPrefix(key, "item:"):
		return fromMicrodata
	case strings.HasPrefix(key, "og:"):
		return fromOG
	}
	return fromMeta
}

// visibleTimes returns the times that the page shows near the article, in the
// order of trust: microdata, time elements, elements named as dates, lines of
// the head of the article, lines around the headline (D3).
func (d *document) visibleTimes(body *filter) (published, modified []dated) {
	add := func(source, raw, label string) {
		at, ok := parseMoment(raw)
		if !ok {
			return
		}
		at = d.zone(at, raw)
		if isUpdate(label) {
			modified = append(modified, dated{source, raw, at})
		} else {
			published = append(published, dated{source, raw, at})
		}
	}
	near := d.neighborhood(body)
	end := body.last()
	for n := range near.Descendants() {
		if n == end {
			break // what follows belongs to other articles and comments
		}
		if n.Type != html.ElementNode {
			continue
		}
		prop := strings.ToLower(attr(n, "itemprop"))
		if rdfa := attr(n, "property"); hasSuffix(rdfa, ":date", ":created", ":datePublished") { // dc:date, schema:datePublished
			prop = "datepublished"
		}
		switch {
		case prop == "datepublished" || prop == "datecreated":
			add(fromMicrodata, valueOf(n), "")
		case prop == "datemodified":
			add(fromMicrodata, valueOf(n), updateLabel)
		case n.DataAtom == atom.Time && !d.isBeside(n):
			add(fromTime, valueOf(n), textOf(n)+" "+attr(n, "class"))
		}
	}
	after := false
	for n := range near.Descendants() {
		if after = after || n == end; n.Type != html.ElementNode || d.tree.role(n) != roleDate || d.tree.mass[n] >= 120 || d.isBeside(n) {
			continue
		}
		if text := textOf(n); !after || isPublication(text) {
			add(fromText, text, text)
		}
	}
	for _, p := range body.dropped {
		add(fromText, p.text, p.text)
	}
	for _, p := range d.aroundHeadline(body) {
		if p.runes < 120 && !p.isGood() {
			add(fromText, p.text, p.text)
		}
	}
	return published, modified
}

func hasSuffix(s string, list ...string) bool {
	for _, x := range list {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// aroundHeadline returns the lines just before and after the headline, or on a
// page without one those before the article.
func (d *document) aroundHeadline(body *filter) []paragraph {
	if at := d.anchor; at >= 0 {
		return slices.Clone(d.all[max(0, at-4):min(len(d.all), at+8)])
	}
	first := body.kept[0].at
	at := slices.IndexFunc(d.all, func(p paragraph) bool { return p.at == first })
	return slices.Clone(d.all[max(0, at-12):max(0, at)])
}

const updateLabel = "آخر تحديث"

// isUpdate reports whether a line labels its date as an update (D3).
func isUpdate(line string) bool {
	key := lineKey(line)
	for _, word := range []string{"تحديث", "تعديل", "updated", "modified"} {
		if strings.Contains(key, word) {
			return !strings.Contains(key, "نشر")
		}
	}
	return false
}

// isPublication reports whether a line labels its date as that of publication.
func isPublication(line string) bool {
	return strings.Contains(lineKey(line), "نشر") || strings.Contains(lineKey(line), "published")
}

// valueOf returns the machine value of an element, or its text.
func valueOf(n *html.Node) string {
	text := textOf(n)
	for _, key := range []string{"datetime", "content", "title", "data-time"} {
		v := attr(n, key)
		at, ok := parseMoment(v)
		if !ok {
			continue
		}
		// Midnight, where the page shows a day alone, is a day alone.
		if at.Time.Format(time.TimeOnly) == "00:00:00" {
			if shown, ok := parseMoment(text); ok && shown.DayOnly {
				return text
			}
		}
		return v
	}
	return text
}

// neighborhood returns the element that holds the body and the headline.
func (d *document) neighborhood(body *filter) *html.Node {
	if len(body.kept) == 0 || body.kept[0].box == nil {
		return d.tree.body
	}
	n := body.kept[0].box
	for n.Parent != nil && n != d.tree.body {
		r := d.ranges[n]
		if r.to > 0 && (d.anchor < 0 && d.tree.role(n) != roleBody && n.DataAtom != atom.P || d.anchor >= r.from && d.anchor < r.to) {
			break
		}
		n = n.Parent
	}
	if n.Parent != nil && n != d.tree.body {
		n = n.Parent
	}
	return n
}

// isBeside reports whether n stands in a part of the page that is dropped, such
// as a list of related articles, or in a link.
func (d *document) isBeside(n *html.Node) bool {
	for p := n.Parent; p != nil && p != d.tree.body; p = p.Parent {
		switch p.DataAtom { //nolint:exhaustive // the others hold anything
		case atom.A, atom.Aside, atom.Nav, atom.Li:
			return true
		}
		if d.tree.role(p) == roleDrop && d.tree.isGone(p) {
			return true
		}
	}
	return false
}

// urlDay returns the day in the path of the page's URL (/2013/8/3/).
func (d *document) urlDay() (dated, bool) {
	for _, s := range []string{d.base.Path, d.canonical().Path} {
		parts := strings.Split(s, "/")
		for i := range parts {
			if at, ok := dayOf(parts[i:]); ok {
				return dated{fromURL, s, at}, true
			}
		}
	}
	return dated{}, false
}
