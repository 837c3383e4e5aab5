package extract

import (
	"strings"

	"golang.org/x/net/html"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of the choice between candidates:
//
//	K1  What a site profile selects wins.
//	K2  If the page states its body (JSON-LD), the candidate that agrees with it
//	    wins, because it has the paragraphs; lines that the stated body does not
//	    have and that stand apart from those it has are dropped. If none agrees,
//	    the stated body wins.
//	K3  Otherwise our scorer wins, unless it found little of the text of the page
//	    and readability found a body that fits the page's description better.
//	K4  A page with no body in its markup may carry it as data.

// body returns the lines of the article.
func (d *document) body(a *news.Article) (*filter, error) {
	if c := d.profiled(a); c != nil { // K1
		return d.chosen(c)
	}
	own, stated := d.own(), d.stated()
	if stated != nil {
		return d.chosen(d.settle(own, stated))
	}
	if own == nil || d.isDoubtful(own) {
		own = d.better(own, d.second())
	}
	if own == nil || own.body.letters() < 120 {
		if s := d.fromData(); s != nil && (own == nil || s.body.letters() > 3*own.body.letters()) {
			own = s
		}
	}
	if own == nil || d.isFront(own) {
		return nil, ErrNoArticle
	}
	return d.chosen(own)
}

// isFront reports whether c is a list of teasers rather than an article: each
// of its paragraphs stands under the linked headline of another page.
func (d *document) isFront(c *candidate) bool {
	teasers := 0
	for i := range c.body.kept {
		if d.teasers[c.body.kept[i].key] {
			teasers++
		}
	}
	return teasers >= 2 && teasers*3 >= 2*c.body.good
}

func (d *document) chosen(c *candidate) (*filter, error) {
	if c == nil || len(c.body.kept) == 0 {
		return nil, ErrNoArticle
	}
	c.body.source = c.source
	return c.body, nil
}

// settle chooses between our body and the stated one (K2).
func (d *document) settle(own, stated *candidate) *candidate {
	if own != nil {
		own.only(stated)
	}
	if own != nil && own.agrees(stated) {
		return own
	}
	if second := d.second(); second != nil && second.agrees(stated) {
		second.only(stated)
		return second
	}
	switch {
	case own == nil:
		return stated
	case own.share(stated) > 0.9:
		return own // the stated body is an excerpt
	}
	return stated
}

// only drops the lines of c that other does not have and that stand in no box
// with a line that it has.
func (c *candidate) only(other *candidate) {
	grams := other.gramSet()
	var boxes []*html.Node // of the lines that both have; rows of boxes once
	has := make([]bool, len(c.body.kept))
	for i := range c.body.kept {
		box := c.body.kept[i].box
		if has[i] = shareOf(gramsOf(c.body.kept[i].key), grams) > 0.5; has[i] && !anyRow(boxes, box) && len(boxes) < 20 {
			boxes = append(boxes, box)
		}
	}
	if len(boxes) == 0 {
		return
	}
	kept := c.body.kept[:0]
	for i := range has {
		if has[i] || anyRow(boxes, c.body.kept[i].box) || c.body.kept[i].isHeading() {
			kept = append(kept, c.body.kept[i])
		}
	}
	c.body.kept = kept
	c.grams = nil
}

func anyRow(boxes []*html.Node, box *html.Node) bool {
	for _, b := range boxes {
		if inRow(b, box) {
			return true
		}
	}
	return false
}

// agrees reports whether c and other are nearly the same text.
func (c *candidate) agrees(other *candidate) bool {
	return c.share(other) > 0.8 && other.share(c) > 0.8
}

// share returns how much of other's text c has, from 0 to 1.
func (c *candidate) share(other *candidate) float64 {
	return shareOf(other.gramSet(), c.gramSet())
}

func (c *candidate) gramSet() map[uint64]bool {
	if c.grams == nil {
		c.grams = gramsOf(arabic.Key(c.body.text()))
	}
	return c.grams
}

// gramsOf returns the hashes (FNV-1a) of all runs of three words of folded text.
func gramsOf(key string) map[uint64]bool {
	words := strings.Fields(key)
	set := make(map[uint64]bool, len(words))
	for i := range max(1, len(words)-2) {
		h := uint64(14695981039346656037)
		for _, w := range words[i:min(i+3, len(words))] {
			for _, c := range []byte(strings.Trim(w, "\"'.,،؛:!؟?«»“”()[]") + " ") {
				h = (h ^ uint64(c)) * 1099511628211
			}
		}
		set[h] = true
	}
	return set
}

func shareOf(part, whole map[uint64]bool) float64 {
	if len(part) == 0 {
		return 0
	}
	n := 0
	for h := range part {
		if whole[h] {
			n++
		}
	}
	return float64(n) / float64(len(part))
}

// isDoubtful reports whether our body is little of the text of the page (K3).
func (d *document) isDoubtful(c *candidate) bool {
	return c.body.letters() < 400 && c.body.letters()*2 < d.letters || c.body.letters()*4 < d.letters
}

// better chooses between our body and readability's (K3).
func (d *document) better(own, second *candidate) *candidate {
	switch {
	case own == nil:
		return second
	case second == nil || own.agrees(second):
		return own
	case d.fits(second) && !d.fits(own) && second.body.good > 0:
		return second
	case own.body.good == 0 && second.body.good > 1:
		return second
	}
	return own
}

// fits reports whether c has the beginning of the page's description.
func (d *document) fits(c *candidate) bool {
	start := d.described()
	return start != "" && strings.Contains(arabic.Key(c.body.text()), start)
}

// described returns the first words of the page's description, or "".
func (d *document) described() string {
	s := d.facts.get("og:description", "description", "twitter:description")
	words := strings.Fields(lineKey(s))
	if len(words) < 6 {
		return ""
	}
	return strings.Join(words[:5], " ")
}
