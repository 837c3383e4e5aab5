package extract

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mujaz/internal/news"
)

// Rules of the publisher's own summary in a page. Its lines are marked, so that
// they are never taken for the article:
//
//	B1  A line that names it («استمع إلى الملخص»), then the items of a list, lines
//	    with bullet signs, or the rest of the small box that holds that line; or,
//	    above the body, a line that begins so («الخلاصة: ...»).
//	B2  A list in an element whose name says so ("key-points").
//	B3  Lines with bullet signs above the body, in an element named as a lead.
//	B4  The abstract of the JSON-LD.

// maxBullets is how many lines a publisher's summary may have.
const maxBullets = 12

// findSummary takes the publisher's summary out of the lines of d.
func (d *document) findSummary(a *news.Article) {
	source := fromText
	at := d.profiledSummary()
	if at.to == 0 {
		at = d.namedSummary()
	}
	if at.to == 0 {
		at = d.classedSummary()
	}
	if at.to == 0 {
		at = d.deck()
	}
	for i := at.from; i < at.to; i++ {
		p := &d.all[i]
		p.summary = true
		k, _ := boilerplate(p.key, p.words(), p.isLinked())
		if k != kindNone || p.letters < 12 || isSummaryHeading(p.text) {
			continue
		}
		text := p.text
		if bullet, ok := cutBullet(text); ok {
			text = bullet
		} else if rest, ok := cutSummaryHeading(text); ok {
			text = rest
		}
		a.PublisherSummary = append(a.PublisherSummary, text)
	}
	if len(a.PublisherSummary) == 0 && d.facts.article != nil {
		source = fromJSONLD
		a.PublisherSummary = abstract(d.facts.article.str("abstract"))
	}
	if len(a.PublisherSummary) > 0 {
		a.Origins["publisher_summary"] = news.Origin{Source: source, Raw: a.PublisherSummary[0]}
	}
}

// profiledSummary finds the summary that the site's profile selects.
func (d *document) profiledSummary() interval {
	for _, n := range d.nodes(d.part(func(p *Profile) []string { return p.Summary })) {
		if r := d.ranges[n]; r.to > r.from {
			return r
		}
	}
	return interval{}
}

// namedSummary finds the lines of a summary that has a heading (B1).
func (d *document) namedSummary() interval {
	head := true // no paragraph came since the headline
	for i := range d.all {
		if _, ok := cutSummaryHeading(d.all[i].text); ok && head && i > d.anchor && d.anchor >= 0 {
			return interval{i, i + 1}
		}
		head = head && (i <= d.anchor || !d.all[i].isGood())
		if !isSummaryHeading(d.all[i].text) {
			continue
		}
		j := i + 1
		for j < min(len(d.all), i+6) && (d.all[j].letters < 12 || isTool(&d.all[j])) {
			j++
		}
		from := j
		for j < len(d.all) && j-from < maxBullets && d.all[j].tag == atom.Li && !d.all[j].isLinked() {
			j++
		}
		for j == from || j < len(d.all) && j-from < maxBullets && isBullet(d.all[j].text) {
			if j >= len(d.all) || !isBullet(d.all[j].text) {
				break
			}
			j++
		}
		if j > from {
			return interval{i, j}
		}
		if box, ok := d.smallBox(i); ok {
			return box
		}
	}
	return interval{}
}

func isTool(p *paragraph) bool {
	k, _ := boilerplate(p.key, p.words(), p.isLinked())
	return k != kindNone
}

// smallBox returns the lines from line i to the end of the smallest block that
// holds more than it, if that block is small and holds nothing else.
func (d *document) smallBox(i int) (interval, bool) {
	for n := d.all[i].box; n != nil; n = n.Parent {
		r, ok := d.ranges[n]
		if !ok || r.to <= i+1 {
			continue
		}
		if r.to-r.from > maxBullets+2 {
			break
		}
		letters := 0
		for k := r.from; k < r.to; k++ {
			if letters += d.all[k].letters; k > i && d.all[k].isLinked() {
				return interval{}, false
			}
		}
		fits := r.from >= i-1 && r.to-i <= maxBullets && letters < d.letters && (d.anchor < r.from || d.anchor >= r.to)
		return interval{i, r.to}, fits
	}
	return interval{}, false
}

// classedSummary finds a list in an element named as a summary (B2).
func (d *document) classedSummary() interval {
	for n := range d.tree.body.Descendants() {
		if n.Type != html.ElementNode || d.tree.role(n) != roleSummary || n.DataAtom == atom.Body {
			continue
		}
		r := d.ranges[n]
		items := 0
		for i := r.from; i < r.to; i++ {
			if p := &d.all[i]; p.tag == atom.Li && !p.isLinked() && p.words() >= 5 {
				items++
			}
		}
		if items >= 2 && r.to-r.from <= items+2 {
			return r
		}
	}
	return interval{}
}

// deck finds lines with bullet signs between the headline and the body, in an
// element named as a lead (B3).
func (d *document) deck() interval {
	var at interval
	for i := max(0, d.anchor+1); i < len(d.all); i++ {
		p := &d.all[i]
		if isBullet(p.text) && p.words() >= 5 && d.isLead(p.at) {
			if at.to == 0 {
				at.from = i
			}
			at.to = i + 1
		} else if at.to > 0 || p.isGood() {
			break
		}
	}
	return at
}

// abstract returns the lines of a JSON-LD abstract.
func abstract(s string) []string {
	var list []string
	for _, line := range splitLines(s) {
		if bullet, ok := cutBullet(line); ok {
			line = bullet
		}
		if len(list) < maxBullets && countLetters(line, len(line)).arabic >= 12 {
			list = append(list, line)
		}
	}
	return list
}
