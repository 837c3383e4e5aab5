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
// order of trust: elements marked up or named as dates between headline and text,
// lines that say that they are the time of publication, such elements above the
// headline, those in the text and other lines of its head (D3).
func (d *document) visibleTimes(body *filter) (published, modified []dated) {
	v := visible{d: d}
	rank, after := below, false
	if d.anchor >= 0 {
		rank = above
	}
	var named [ranks][]*html.Node // after all that are marked up
	for n := range d.neighborhood(body).Descendants() {
		switch after = after || n == body.last(); {
		case d.anchor >= 0 && n == d.all[d.anchor].at:
			rank = below
		case n == body.kept[0].at:
			rank = inBody
		case n.Type != html.ElementNode:
			continue
		}
		if source, raw, label := d.markedTime(n); source != "" && !after { // what follows belongs to other articles and comments
			v.add(rank, source, raw, label)
		}
		if d.tree.role(n) == roleDate && d.tree.mass[n] < 120 && !d.isBeside(n) && (!after || isPublication(textOf(n))) {
			named[rank] = append(named[rank], n)
		}
	}
	for rank, list := range named {
		for _, n := range list {
			text := d.visible(n)
			v.add(rank, fromText, text, text)
		}
	}
	for _, p := range append(slices.Clone(body.dropped), d.aroundHeadline(body)...) {
		switch {
		case p.runes >= 120 || p.isGood():
		case isPublication(p.text):
			v.add(labelled, fromText, p.text, p.text)
		default:
			v.add(inBody, fromText, p.text, p.text)
		}
	}
	return slices.Concat(v.ranked[:]...), v.modified
}

// visible are the times that a page shows: those of publication by where they
// stand, and those of updates.
type visible struct {
	d        *document
	ranked   [ranks][]dated
	modified []dated
}

// Where a time stands, best first.
const (
	below    = iota // under the headline, or anywhere when there is none
	labelled        // said to be that of publication
	above           // over the headline
	inBody
	ranks
)

// add reads raw, a time with its label; of a place with many, only the first count.
func (v *visible) add(rank int, source, raw, label string) {
	const most = 50
	if len(v.ranked[rank]) > most || len(v.modified) > most {
		return
	}
	if before, after, both := cutUpdate(raw); both {
		at, _ := parseMoment(after)
		v.modified = append(v.modified, dated{source, after, v.d.zone(at, after)})
		raw, label = before, ""
	}
	at, ok := parseMoment(raw)
	if !ok {
		return
	}
	at = v.d.zone(at, raw)
	if isUpdate(label) {
		v.modified = append(v.modified, dated{source, raw, at})
	} else {
		v.ranked[rank] = append(v.ranked[rank], dated{source, raw, at})
	}
}

// markedTime returns the time that element n is marked up as.
func (d *document) markedTime(n *html.Node) (source, raw, label string) {
	prop := strings.ToLower(attr(n, "itemprop"))
	if rdfa := attr(n, "property"); hasSuffix(rdfa, ":date", ":created", ":datePublished") { // dc:date, schema:datePublished
		prop = "datepublished"
	}
	switch {
	case prop == "datepublished" || prop == "datecreated":
		return fromMicrodata, valueOf(n), ""
	case prop == "datemodified":
		return fromMicrodata, valueOf(n), updateLabel
	case n.DataAtom == atom.Time && (!d.isBeside(n) || isPublication(textOf(n.Parent)) && d.tree.mass[n.Parent] < 120):
		return fromTime, valueOf(n), textOf(n) + " " + attr(n, "class")
	}
	return "", "", ""
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

// cutUpdate parts a line that gives two times, of publication and of update:
// «12:40 10.04.2025 (تم التحديث: 14:05 10.04.2025)».
func cutUpdate(line string) (before, after string, both bool) {
	for _, word := range []string{"تحديث", "محدث", "تعديل"} {
		if i := strings.Index(line, word); i > 0 {
			before, after = strings.TrimRight(line[:i], " (-|"), line[i:]
			for _, word := range []string{"آخر", "تم"} {
				before = strings.TrimRight(strings.TrimSuffix(before, word), " (-|")
			}
			_, published := parseMoment(before)
			_, updated := parseMoment(after)
			return before, after, published && updated
		}
	}
	return line, "", false
}

// visible returns the text of n that a reader sees, as one line, or if there is
// none the first that is for screen readers alone.
func (d *document) visible(n *html.Node) string {
	var list []string
	for _, p := range d.tree.paragraphs(n) {
		list = append(list, p.text)
	}
	for c := range n.Descendants() {
		if len(list) == 0 && c.Type == html.TextNode {
			list = append(list, c.Data)
		}
	}
	return strings.Join(list, " ")
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
