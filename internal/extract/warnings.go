package extract

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

//go:embed data/signs.tsv
var signsTSV string

// sign is a row of the table of signs.
type sign struct{ where, warning string }

var signs = sync.OnceValue(func() map[string][]sign {
	m := map[string][]sign{}
	for _, row := range table.Rows("signs.tsv", signsTSV, 3) {
		key := lineKey(row[0])
		m[key] = append(m[key], sign{row[1], row[2]})
	}
	return m
})

// stubWords is the length, in words, under which an article has too little to
// sum up.
const stubWords = 40

// warn adds the warnings that title, section, address and text give.
func warn(a *news.Article, page news.Page) {
	warned := func(w news.Warning) bool { return slices.Contains(a.Warnings, w) }
	add := func(w news.Warning, when bool) {
		if when && !warned(w) {
			a.Warnings = append(a.Warnings, w)
		}
	}
	add(news.TruncatedInput, page.Truncated)
	add(news.TooShort, news.CountWords(a.Text) < stubWords)
	for _, s := range signsOf(a, page) {
		switch s {
		case "opinion":
			add(news.Opinion, true)
		case "live":
			add(news.LiveBlog, true)
		case "interview":
			add(news.Interview, true)
		}
	}
	add(news.Interview, questions(a.Text) >= 3)
}

// signsOf returns what section, title and address say.
func signsOf(a *news.Article, page news.Page) []string {
	var list []string
	look := func(where, s string) {
		for _, x := range signs()[lineKey(s)] {
			if x.where == where {
				list = append(list, x.warning)
			}
		}
	}
	look("section", a.Section)
	for _, part := range titleParts(a.Title) {
		look("title", part)
	}
	for _, address := range []string{page.URL, page.FinalURL, a.CanonicalURL} {
		if u, err := url.Parse(address); err == nil {
			for part := range strings.SplitSeq(u.Path, "/") {
				look("url", part)
			}
		}
	}
	return list
}

// titleParts returns what stands before the first and after the last sign that
// parts a title: «حوار | ...», «مقابلة: ...», «... (مباشر)».
func titleParts(title string) []string {
	var list []string
	if i := strings.IndexAny(title, "|:.…-–"); i > 0 {
		list = append(list, title[:i])
	}
	if i := strings.LastIndexAny(title, "|:.…-–("); i > 0 {
		_, part, _ := strings.Cut(title[i:], title[i:i+1])
		list = append(list, strings.ToValidUTF8(part, ""))
	}
	return list
}

// questions counts the lines that ask a question and that another line answers.
func questions(text string) int {
	n := 0
	asked := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if asked && len(line) > 80 && !strings.HasSuffix(line, "؟") {
			n++
		}
		if line != "" {
			asked = strings.HasSuffix(line, "؟") && len(line) < 500
		}
	}
	return n
}

// warn adds the warnings that only the page gives.
func (d *document) warn(a *news.Article, body *filter) {
	o := d.facts.article
	switch {
	case o == nil:
	case o.is("OpinionNewsArticle"):
		a.Warnings = append(a.Warnings, news.Opinion)
	case o.is("LiveBlogPosting"):
		a.Warnings = append(a.Warnings, news.LiveBlog)
	}
	if o != nil && strings.EqualFold(o.str("isAccessibleForFree"), "false") {
		a.Warnings = append(a.Warnings, news.TruncatedInput)
	}
	for i := range body.dropped {
		p := &body.dropped[i]
		for _, s := range signs()[p.key] {
			if s.where == "section" && s.warning == "opinion" {
				a.Warnings = append(a.Warnings, news.Opinion)
				return
			}
		}
		if strings.HasPrefix(p.key, arabic.Key("حوار:")) || strings.HasPrefix(p.key, arabic.Key("حاوره")) {
			a.Warnings = append(a.Warnings, news.Interview)
			return
		}
	}
}
