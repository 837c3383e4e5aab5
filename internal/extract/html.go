package extract

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mujaz/internal/news"
)

// document is an HTML page being read.
type document struct {
	page     news.Page
	base     *url.URL // where the page came from, never nil
	doc      *goquery.Document
	tree     *tree
	profile  *Profile // of the site, or nil
	facts    facts
	all      []paragraph
	ranges   map[*html.Node]interval
	titleKey string
	anchor   int // the line of the headline in all, or -1
	teasers  map[string]bool
	unit     interval // the lines of the article on a page of several, or all lines
	letters  int      // Arabic letters of the paragraphs in unit
	state    pageState
}

// readHTML reads an HTML page into a.
func (r Reader) readHTML(a *news.Article, page news.Page) error {
	profile := r.profileOf(page)
	src, how := decode(page.Body, hinted(page.ContentType, profile), true)
	a.Origins["charset"] = how
	root, err := parse(src)
	if err != nil {
		return ErrNoArticle
	}
	d := &document{page: page, base: pageURL(page), doc: goquery.NewDocumentFromNode(root), tree: newTree(root), anchor: -1}
	d.profile, d.teasers = profile, map[string]bool{}
	d.prepare()
	d.facts = readFacts(d)
	d.all, d.ranges = d.tree.paragraphsAndRanges(d.tree.body)
	markCaptions(d.all, d.ranges)
	d.fuseTitle(a)
	d.findAnchor()
	d.markRows()
	d.findUnit()
	for i := d.unit.from; i < d.unit.to; i++ {
		if d.all[i].isGood() {
			d.letters += d.all[i].letters
		}
	}
	d.findSummary(a)
	body, err := d.body(a)
	if err != nil {
		return d.why(err)
	}
	a.Text = clean(body.text())
	if d.isMissing() && len(strings.Fields(a.Text)) < 80 {
		return ErrNoArticle
	}
	if !isArabic(a.Text) {
		return ErrNotArabic
	}
	d.fuse(a, body)
	return nil
}

// why returns why the page has no article: that it is in another language, if
// it has much text, or else err.
func (d *document) why(err error) error {
	var b strings.Builder
	for i := range d.all {
		b.WriteString(d.all[i].text)
		b.WriteByte('\n')
	}
	if c := countLetters(b.String(), 64<<10); c.arabic+c.other > 400 && !isArabic(b.String()) {
		return ErrNotArabic
	}
	return err
}

// isMissing reports whether the page says that the page asked for does not
// exist, as sites do that do not answer so.
func (d *document) isMissing() bool {
	for _, title := range append(d.facts.h1, d.facts.title) {
		for part := range strings.FieldsFuncSeq(title, func(r rune) bool { return strings.ContainsRune("|-–—:،,!.", r) }) {
			if headings()[lineKey(part)] == "missing" {
				return true
			}
		}
	}
	return false
}

// hinted returns a Content-Type header that names the encoding of the site's
// profile, if it has one.
func hinted(contentType string, p *Profile) string {
	if p == nil || p.Encoding == "" {
		return contentType
	}
	return "text/html; charset=" + p.Encoding
}

// findAnchor finds the line of the headline: the one that is the title,
// preferably marked up as a heading, or else the first h1 that shares much
// with the title, or other heading that is the title and little more.
func (d *document) findAnchor() {
	if d.titleKey == "" {
		return
	}
	for i := range d.all {
		if p := &d.all[i]; p.key == d.titleKey && (d.anchor < 0 || p.tag != 0 && d.all[d.anchor].tag == 0) {
			d.anchor = i
		}
	}
	for i := range d.all {
		p := &d.all[i]
		if d.anchor >= 0 || !p.isHeading() || len(p.key) <= 24 {
			continue
		}
		more := strings.Contains(p.key, d.titleKey)
		if p.tag == atom.H1 && (more || strings.Contains(d.titleKey, p.key)) || more && len(p.key) < len(d.titleKey)+24 {
			d.anchor = i
		}
	}
}

func pageURL(page news.Page) *url.URL {
	for _, s := range []string{page.FinalURL, page.URL} {
		if u, err := url.Parse(s); err == nil && u.Host != "" {
			return u
		}
	}
	return &url.URL{}
}
