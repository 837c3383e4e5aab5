package extract

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Rules of paragraphs, applied to the lines of the chosen body in order:
//
//	F1  Lines of other articles inside the body are dropped.
//	F2  Lines of boilerplate are dropped (data/boilerplate.tsv), and after one
//	    that announces links, the links.
//	F3  A line that is a link, or that repeats the headline, a caption or an
//	    earlier paragraph, is dropped, and one cut short that begins a later one.
//	F4  Before the first paragraph, lines of a name or a date are bylines and
//	    stamps; short scraps there are dropped, but for subheadings and datelines
//	    that stand in the box of the body.
//	F5  After the last paragraph, headings and scraps are dropped.
//	F6  A linked «اقرأ أيضاً» at the end of a paragraph is cut off.

// filter holds what the rules need to know.
type filter struct {
	doc     *document
	source  string // which candidate this is
	kept    []paragraph
	dropped []paragraph // lines of the head, which may be bylines and stamps
	seen    map[string]bool
	good    int        // paragraphs kept
	links   bool       // «اقرأ أيضاً» stood alone: its links follow
	box     *html.Node // that holds most of the paragraphs
}

// clean returns the lines of an article among list.
func (d *document) clean(list []paragraph) *filter {
	f := &filter{doc: d, seen: map[string]bool{}, box: mainBox(list)}
	for i := range list {
		p := list[i]
		if p.summary {
			continue
		}
		if f.ends(&p, list[i+1:]) {
			break
		}
		if f.drops(&p, list[i+1:]) {
			if f.good == 0 {
				f.dropped = append(f.dropped, p)
			}
			continue
		}
		p.cutRelated()
		f.keep(p)
	}
	f.trimHead()
	f.trimTail()
	return f
}

// mainBox returns the box that holds most of the paragraphs of list, up to the
// heading of other articles or comments.
func mainBox(list []paragraph) *html.Node {
	letters := map[*html.Node]int{}
	var best *html.Node
	for i := range list {
		p := &list[i]
		if !p.isGood() || p.teaser || p.summary {
			if k, _ := boilerplate(p.key, p.words(), false); k == kindEnd && best != nil {
				break
			}
			continue
		}
		letters[p.box] += p.letters
		if best == nil || letters[p.box] > letters[best] {
			best = p.box
		}
	}
	return best
}

func (f *filter) keep(p paragraph) {
	f.links = false
	if p.runes > 80 {
		f.seen[p.key] = true
	}
	if p.isGood() {
		f.good++
	}
	f.kept = append(f.kept, p)
}

// ends reports whether the article is over at p (F2): a heading of other
// articles or of comments, after which no line stands in the box of the body.
func (f *filter) ends(p *paragraph, rest []paragraph) bool {
	if f.good == 0 {
		return false
	}
	k, _ := boilerplate(p.key, p.words(), false)
	if k != kindEnd && (!f.doc.isOtherHeadline(p) || p.box == f.box) {
		return false
	}
	for i := range rest {
		if f.isBodyBox(rest[i].box) && rest[i].isGood() && !rest[i].teaser && !f.isBodyBox(p.box) {
			return false
		}
	}
	return true
}

// isBodyBox reports whether box is that of the body, or one of a row of boxes
// like it.
func (f *filter) isBodyBox(box *html.Node) bool {
	return inRow(box, f.box)
}

// drops reports whether p is not part of the article (F2, F3).
func (f *filter) drops(p *paragraph, after []paragraph) bool {
	linked := p.isLinked()
	k, rest := boilerplate(p.key, p.words(), linked)
	switch {
	case k == kindByline:
		if f.good > 0 && p.words() > 3 && endsSentence(p.text) {
			return false
		}
		return true
	case k != kindNone:
		f.links = (k == kindRelated || k == kindEnd || k == kindTags) && rest == ""
		return true
	case p.key == "" || p.letters == 0 && p.runes < 60 || p.caption || isPost(p.text) || p.isInvitation():
		return true
	case p.teaser && !f.isBodyBox(p.box):
		return true
	case p.key == f.doc.titleKey || p.runes > 80 && f.seen[p.key]:
		return true
	case linked:
		return !p.isGood() && (p.tag != 0 || p.words() <= 12 || !endsSentence(p.text))
	case !f.isBodyBox(p.box) && isStamp(p), isElided(p, after):
		return true
	}
	// What follows «اقرأ أيضاً» on a line of its own.
	return f.links && !endsSentence(p.text) && (p.tag == atom.Li || p.linked > 0) && p.words() <= 25
}

// isElided reports whether p is the beginning, cut short, of a line after it.
func isElided(p *paragraph, after []paragraph) bool {
	if p.letters < 40 || !strings.HasSuffix(p.text, "...") && !strings.HasSuffix(p.text, "…") {
		return false
	}
	for i := range after[:min(len(after), 12)] {
		if strings.HasPrefix(after[i].key, p.key) && len(after[i].key) > len(p.key) {
			return true
		}
	}
	return false
}

// cutRelated cuts a linked «اقرأ أيضاً» off the end of p (F6).
func (p *paragraph) cutRelated() {
	if p.tail >= len(p.text) || p.tail == 0 {
		return
	}
	head := strings.TrimRight(p.text[:p.tail], " :|«\"")
	for i := len(head); i > 0 && len(head)-i < 120; {
		i = strings.LastIndexByte(head[:i], ' ')
		if i < 0 {
			return
		}
		if k, rest := boilerplate(lineKey(head[i:]), 1, true); k == kindRelated && rest == "" && endsSentence(head[:i]) {
			p.text = strings.TrimSpace(head[:i])
			return
		}
	}
}

// trimHead drops what stands before the first paragraph, or between a lead and
// the box of the body, and is not text (F4).
func (f *filter) trimHead() {
	start := slices.IndexFunc(f.kept, func(p paragraph) bool { return f.isBodyBox(p.box) })
	head := true
	kept := f.kept[:0]
	for i := range f.kept {
		p := &f.kept[i]
		if (head || i < start && !p.isHeading()) && f.isScrap(p, true) {
			f.dropped = append(f.dropped, *p)
			continue
		}
		head = false
		kept = append(kept, *p)
	}
	f.kept = kept
}

// trimTail drops what stands after the last paragraph and is not text (F5).
func (f *filter) trimTail() {
	for n := len(f.kept); n > 1 && f.isScrap(&f.kept[n-1], false); n-- {
		f.kept = f.kept[:n-1]
	}
}

// isScrap reports whether a line at the edge of the article is no part of it.
func (f *filter) isScrap(p *paragraph, head bool) bool {
	if p.isGood() || endsSentence(p.text) && p.words() >= 3 || f.good == 0 && p.words() > 3 {
		return false
	}
	if head {
		if p.tag == atom.H1 {
			return true
		}
		if p.tag != 0 && p.tag != atom.Li && p.box == f.box && p.words() >= 2 {
			return strings.Contains(f.doc.titleKey, p.key) // a subheading
		}
		if f.isBodyBox(p.box) && isDateline(p) {
			return strings.Contains(f.doc.titleKey, p.key)
		}
		return p.words() <= 15 && !strings.HasSuffix(p.text, ":") || strings.Contains(f.doc.titleKey, p.key)
	}
	if p.tag == atom.Li || p.tag == atom.Tr { // of a list or table at the end of the article
		return !f.isBodyBox(p.box)
	}
	return p.words() <= 5 || p.tag != 0 && p.tag != atom.Blockquote || p.isCredit()
}

// isCredit reports whether a line is little more than initials: «ع.ج/ ص.ش (أ ف ب)».
func (p *paragraph) isCredit() bool {
	short := 0
	for w := range strings.FieldsSeq(p.key) {
		if utf8.RuneCountInString(strings.Trim(w, "()/.،,-")) <= 3 {
			short++
		}
	}
	return p.words() <= 12 && short*2 >= p.words()
}

// isDateline reports whether a line at the head may say where and by whom the
// news was written: «الرباط – وكالات», «جدة 26 شوال 1436 هـ واس».
func isDateline(p *paragraph) bool {
	switch firstWord(p.key) {
	case "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "يوم", "بتاريخ", "تاريخ":
		return false
	}
	if strings.IndexAny(p.key, "0123456789") == 0 || hasClock(p.key) {
		return false
	}
	for part := range strings.FieldsFuncSeq(p.text, func(r rune) bool { return r == '-' || r == '–' || r == '|' }) {
		if _, ok := parseMoment(part); ok && strings.Count(strings.TrimSpace(part), " ") < 4 && len(part) < len(p.text) {
			return false // «name - day»
		}
	}
	return p.words() >= 3 && strings.ContainsAny(p.text, "-–—/:،,(") || p.words() >= 6 && strings.ContainsAny(p.key, "0123456789")
}

// isPost reports whether a line is all hashtags, a post of a social network put
// into the page, or a mark of copyright.
func isPost(line string) bool {
	if strings.Contains(line, "pic.twitter.com/") || strings.HasPrefix(line, "— ") && strings.Contains(line, "(@") ||
		strings.Contains(line, "©") && strings.Count(line, " ") < 40 { // of a picture or the page
		return true
	}
	for w := range strings.FieldsSeq(line) {
		if w[0] != '#' {
			return false
		}
	}
	return true
}

// isInvitation reports whether a short line links to an account of the site on a
// social network: «أخبارنا على تلغرام».
func (p *paragraph) isInvitation() bool {
	u, err := url.Parse(p.link)
	if p.link == "" || p.isGood() || err != nil || strings.Count(strings.Trim(u.Path, "/"), "/") > 1 {
		return false
	}
	switch site(u.Host) {
	case "t.me", "telegram.me", "whatsapp.com", "wa.me", "facebook.com", "fb.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "tiktok.com", "threads.net":
		return true
	}
	return u.Host == "news.google.com"
}

// isStamp reports whether a line is the time of something: «16 سبتمبر, 12:30 GMT».
func isStamp(p *paragraph) bool {
	if p.words() > 8 || endsSentence(p.text) || !strings.ContainsAny(p.key, "0123456789") {
		return false
	}
	_, ok := parseMoment(p.text)
	return ok || strings.Contains(p.key, "gmt") || strings.HasPrefix(p.key, "منذ ") || strings.HasPrefix(p.key, "قبل ") || hasClock(p.key)
}

// hasClock reports whether s has a time such as 12:30.
func hasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// text joins the kept lines.
func (f *filter) text() string {
	var b strings.Builder
	for i := range f.kept {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(f.kept[i].text)
	}
	return b.String()
}

// last returns the text that the last kept line begins with, or nil.
func (f *filter) last() *html.Node {
	if len(f.kept) == 0 {
		return nil
	}
	return f.kept[len(f.kept)-1].at
}

// letters returns the number of Arabic letters of the kept lines.
func (f *filter) letters() int {
	n := 0
	for i := range f.kept {
		n += f.kept[i].letters
	}
	return n
}
