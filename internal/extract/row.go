package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// inRow reports whether a and b are the same box or stand in a row of boxes
// alike, with the same name and classes: children of one element, or of its
// children, or of theirs. Many sites wrap every paragraph so.
func inRow(a, b *html.Node) bool {
	for range 4 {
		if a == b {
			return true
		}
		if b == nil || !alike(a, b) {
			return false
		}
		a, b = a.Parent, b.Parent
	}
	return false
}

// alike reports whether two elements have the same name and classes.
func alike(a, b *html.Node) bool {
	return a != nil && b != nil && a.DataAtom == b.DataAtom && a.Data == b.Data && attr(a, "class") == attr(b, "class")
}

// markRows marks the lines of teasers: of three elements alike in a row, or more,
// that begin with the linked headline of another article and hold little else.
func (d *document) markRows() {
	for n := range d.tree.body.Descendants() {
		if r := d.ranges[n]; r.to-r.from < 6 {
			continue
		}
		rows := map[string][]interval{}
		for c := range n.ChildNodes() {
			if r := d.ranges[c]; d.isTeaserRow(r) {
				class, _, _ := strings.Cut(attr(c, "class"), " ")
				rows[c.Data+" "+class] = append(rows[c.Data+" "+class], r)
			}
		}
		for _, list := range rows {
			for _, r := range list {
				for i := r.from; i < r.to && len(list) >= 3; i++ {
					d.all[i].teaser = true
				}
			}
		}
	}
}

// isTeaserRow reports whether the lines of r are a linked headline with a few
// lines about it.
func (d *document) isTeaserRow(r interval) bool {
	if r.to-r.from < 2 || r.to-r.from > 6 || r.from <= d.anchor && d.anchor < r.to {
		return false
	}
	for i := r.from; i < min(r.to, r.from+3); i++ {
		if p := &d.all[i]; p.isLinked() && p.words() >= 4 && p.key != d.titleKey {
			return true
		}
	}
	return false
}

// findUnit finds the lines of the article on a page that shows several, one
// after another: those up to the next headline that stands in a box alike and
// has text of its own.
func (d *document) findUnit() {
	d.unit = interval{0, len(d.all)}
	if d.anchor < 0 || d.all[d.anchor].tag == 0 {
		return
	}
	head := &d.all[d.anchor]
	for i := d.anchor + 1; i < len(d.all); i++ {
		p := &d.all[i]
		isHead := p.tag == head.tag && p.words() >= 3 || isLinkedHeadline(p) && head.box != nil && attr(head.box, "class") != ""
		if isHead && p.box != head.box && alike(p.box, head.box) && d.hasText(interval{d.anchor, i}) &&
			d.hasText(interval{i, min(len(d.all), i+6)}) {
			d.unit = interval{d.anchor, i}
			return
		}
	}
}

func (d *document) hasText(r interval) bool {
	for i := r.from; i < r.to; i++ {
		if d.all[i].isGood() {
			return true
		}
	}
	return false
}
