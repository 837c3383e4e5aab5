package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Our own scorer. Each line of the page has a weight; the box that holds a line
// gets all of it, the boxes around get less and less. (A box of one line passes
// all of it on: some sites wrap every paragraph.) The best box is the seed
// of the article, and takes in what stands before and after it in the elements
// around while that is text and not links or another article.
//
//	W1  A line that reads like a paragraph weighs its letters; a short one a
//	    fifth; a line of links takes away half its length.
//	W2  A line before the headline, or after the headline of another article,
//	    weighs a tenth: a page may show several articles one after another. After
//	    a linked headline or one of other articles («الأكثر قراءة»), which may also
//	    stand inside the article, a third.
//	    Where the page's articles stand in a row of elements alike, the others
//	    weigh nothing.
//	W3  A line under a linked heading is the teaser of another article: a tenth.
//	W4  Boxes that the page calls the body of an article weigh more.

// weights returns the weights of the lines of d (W1 to W3).
func (d *document) weights() []int {
	w := make([]int, len(d.all))
	seen := 0 // letters of paragraphs since the headline
	part := 1 // what lines weigh is divided by it
	for i := range d.all {
		p := &d.all[i]
		switch {
		case p.isGood():
			w[i] = min(p.letters, 1200)
		case p.isLinked():
			w[i] = -min(p.runes, 200) / 2
		default:
			w[i] = p.letters / 5
		}
		if i > d.anchor {
			part = max(part, d.divisor(p, seen))
		}
		if i < d.unit.from || i >= d.unit.to {
			w[i] = 0
			continue
		}
		if p.teaser = p.teaser || d.isTeaser(i); i < d.anchor || p.teaser {
			w[i] /= 10
			if p.teaser {
				d.teasers[p.key] = true
			}
			continue
		}
		w[i] /= part
		if p.isGood() {
			seen += p.letters
		}
	}
	return w
}

// divisor returns what the lines after p are divided by (W2), seen letters of
// paragraphs after the headline.
func (d *document) divisor(p *paragraph, seen int) int {
	if k, _ := boilerplate(p.key, p.words(), p.isLinked()); k == kindEnd && (seen > 0 || d.anchor >= 0) {
		return 3
	}
	switch {
	case seen <= 150:
		return 1
	case d.isOtherHeadline(p):
		return 10
	case isLinkedHeadline(p):
		return 3
	}
	return 1
}

// isOtherHeadline reports whether p is the main headline of another article.
func (d *document) isOtherHeadline(p *paragraph) bool {
	return p.tag == atom.H1 && p.words() >= 3 && p.key != d.titleKey && !strings.Contains(d.titleKey, p.key)
}

// isTeaser reports whether line i stands under a linked heading (W3).
func (d *document) isTeaser(i int) bool {
	if i == 0 {
		return false
	}
	p := &d.all[i-1]
	return isLinkedHeadline(p) && p.key != d.titleKey
}

// isLinkedHeadline reports whether p is a heading that links to an article.
func isLinkedHeadline(p *paragraph) bool {
	switch p.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5:
		return p.isLinked() && p.words() >= 4
	default:
		return false
	}
}

// ownLines returns the lines of the article, or none.
func (d *document) ownLines() interval {
	w := d.weights()
	scores := map[*html.Node]balance{}
	for i := range d.all {
		share := w[i]
		n := d.all[i].box
		for level := 0; n != nil && level < 4; level++ {
			scores[n] = scores[n].plus(share)
			if r := d.ranges[n]; r.to-r.from > 1 {
				share /= 2
			}
			n = n.Parent
		}
	}
	var seed *html.Node
	best := 0
	for i := range d.all { // in page order, so that equal scores go to the first
		n := d.all[i].box
		for level := 0; n != nil && level < 4; level++ {
			if s := d.boosted(n, scores[n].score()); s > best {
				seed, best = n, s
			}
			n = n.Parent
		}
	}
	if seed == nil || best < 60 {
		return interval{}
	}
	return d.grow(seed, w)
}

// balance is what the lines of a box weigh, text and links.
type balance struct{ text, links int }

func (b balance) plus(w int) balance {
	if w < 0 {
		b.links -= w
	} else {
		b.text += w
	}
	return b
}

// score returns the weight of a box: links take away half of it at most, since
// old pages keep everything in one box.
func (b balance) score() int { return b.text - min(b.links, b.text/2) }

// boosted returns the score of n with what its names say (W4).
func (d *document) boosted(n *html.Node, score int) int {
	switch {
	case d.tree.role(n) == roleDrop:
		return score / 2
	case d.tree.role(n) == roleBody, hasWord(n, "itemprop", "articleBody"), hasWord(n, "property", "articleBody"):
		return score * 5 / 4
	}
	return score
}

// grow returns the lines of seed, and those before and after it in the elements
// around, as long as they still are the article.
func (d *document) grow(seed *html.Node, w []int) interval {
	in := d.ranges[seed]
	for child := seed; child.Parent != nil && child.Parent.DataAtom != atom.Html; child = child.Parent {
		out := d.ranges[child.Parent]
		if out.to == 0 {
			continue
		}
		before := d.gain(interval{out.from, in.from}, w)
		after := d.gain(interval{in.to, out.to}, w)
		if before.other || after.other || d.holdsTwin(child.Parent, child) || out.from < d.unit.from || out.to > d.unit.to {
			break
		}
		after.text = d.continued(interval{in.to, out.to}, in, w)
		all := gain{text: before.text + after.text, junk: before.junk + after.junk}
		if all.isText() || before.isText() {
			in.from = out.from
		}
		if all.isText() || after.isText() {
			in.to = out.to
		}
	}
	return in
}

// continued returns how much of the paragraphs after the article so far, the
// lines of in, may belong to it: those in boxes like its own, or all if they
// are half as much as it is. Others are notes on the site or the author.
func (d *document) continued(after, in interval, w []int) int {
	have, all, row := 0, 0, 0
	last := -1
	for i := in.from; i < in.to; i++ {
		if d.all[i].isGood() {
			have += w[i]
			last = i
		}
	}
	for i := after.from; i < after.to && last >= 0; i++ {
		if p := &d.all[i]; p.isGood() {
			all += w[i]
			if inRow(p.box, d.all[last].box) {
				row += w[i]
			}
		}
	}
	if 2*all >= have {
		return all
	}
	return row
}

// gain is what lines would add to the article.
type gain struct {
	text, junk int
	other      bool // the headline of another article is among them
}

// isText reports whether the lines are text rather than links and scraps.
func (g gain) isText() bool { return g.text >= 80 && g.text > 2*g.junk }

func (d *document) gain(of interval, w []int) gain {
	var g gain
	for i := of.from; i < of.to; i++ {
		p := &d.all[i]
		switch {
		case i > d.anchor && d.isOtherHeadline(p):
			g.other = true
		case p.isGood():
			g.text += w[i]
		default:
			g.junk += p.linked
			if w[i] > 0 && !p.isHeading() && p.words() < 5 {
				g.junk += p.letters
			}
		}
	}
	return g
}

// holdsTwin reports whether parent holds beside child another element that is
// an article of its own: it has several paragraphs and a linked headline, or it
// is named like child and has several paragraphs and a headline or a time.
func (d *document) holdsTwin(parent, child *html.Node) bool {
	class := attr(child, "class")
	for s := parent.FirstChild; s != nil; s = s.NextSibling {
		if s == child || s.Type != html.ElementNode {
			continue
		}
		alike := s.DataAtom == child.DataAtom && attr(s, "class") == class
		if good, strong, weak := d.marks(s); good >= 2 && (strong || weak && alike) {
			return true
		}
	}
	return false
}

// marks counts the paragraphs of s, and says whether it has the strong or weak
// marks of an article of its own.
func (d *document) marks(s *html.Node) (good int, strong, weak bool) {
	r := d.ranges[s]
	for i := r.from; i < r.to; i++ {
		p := &d.all[i]
		switch {
		case p.teaser:
		case p.isGood():
			good++
		case isLinkedHeadline(p):
			strong = true
		case p.tag == atom.H1:
			weak = true
		case p.words() <= 8 && !weak:
			_, weak = parseMoment(p.text)
		}
	}
	return good, strong, weak || s.DataAtom == atom.Article || first(s, atom.Time) != nil
}
