// Package extract turns a page into an article.
//
// Article decodes the bytes (charset.go), and then reads plain text as it
// stands (plain.go) or finds the article inside an HTML page: the page is
// parsed (dom.go), candidates for the body are gathered (candidates.go) and one
// is chosen (choose.go), its paragraphs are cleaned by the word tables in data/
// (lexicon.go), and the other fields are fused from everything the page says
// about itself (fields.go). What a field was taken from is kept in
// news.Article.Origins.
//
// The room is pure: no network, no files, no clock.
package extract

import (
	"bytes"
	"strings"

	"mujaz/internal/news"
)

// Error says why a page gave no article. The same page always gives the same
// error: trying again is of no use.
type Error struct {
	Code string // for the public error line: "no_article", "not_arabic", ...
	text string
}

// Error returns the message.
func (e *Error) Error() string { return "extract: " + e.text }

// The errors of this room, to be told apart with errors.Is.
var (
	ErrNoArticle = &Error{Code: "no_article", text: "no article in page"}
	ErrNotArabic = &Error{Code: "not_arabic", text: "the text is not Arabic"}
	ErrBinary    = &Error{Code: "binary", text: "the input is not text"}
	ErrEmpty     = &Error{Code: "empty", text: "the input is empty"}
	ErrList      = &Error{Code: "no_article", text: "a feed or sitemap is no article: give the addresses that it lists"}
	ErrTooLarge  = &Error{Code: "too_large", text: "the input is larger than 64 MiB"}
)

// maxBody is the largest input that is read.
const maxBody = 64 << 20

// Reader reads pages with the user's own site profiles. The zero Reader knows
// the embedded profiles alone.
type Reader struct {
	Profiles []Profile // asked before the embedded ones
}

// Article reads page with the embedded site profiles.
func Article(page news.Page) (news.Article, error) { return Reader{}.Article(page) }

// Article reads page.
//
// A title or publication time given beside the body wins over what the page
// says. The error is one of the sentinels of this package.
func (r Reader) Article(page news.Page) (news.Article, error) {
	if len(page.Body) > maxBody {
		return news.Article{}, ErrTooLarge
	}
	if len(bytes.TrimSpace(page.Body)) == 0 {
		return news.Article{}, ErrEmpty
	}
	if isBinary(page.Body) {
		return news.Article{}, ErrBinary
	}
	if isList(page.Body) {
		return news.Article{}, ErrList
	}
	a := news.Article{
		ID: page.ID, URL: page.URL, Title: cleanLine(page.Title), Published: page.Published, Origins: map[string]news.Origin{},
	}
	if a.Title != "" {
		a.Origins["title"] = news.Origin{Source: fromInput, Raw: page.Title}
	}
	raw := page.Published.String()
	if a.Published.IsZero() && page.PublishedAs != "" {
		raw = page.PublishedAs
		a.Published, _ = parseMoment(raw)
	}
	if !a.Published.IsZero() {
		a.Origins["published"] = news.Origin{Source: fromInput, Raw: raw}
	}
	read := readPlain
	if page.Form == news.HTML {
		read = r.readHTML
	}
	if err := read(&a, page); err != nil {
		return news.Article{}, err
	}
	a.Language = "ar"
	warn(&a, page)
	return a, nil
}

// isList reports whether b is a feed or a sitemap.
func isList(b []byte) bool {
	head := string(bytes.TrimLeft(b[:min(len(b), 2048)], "\ufeff \t\r\n"))
	for strings.HasPrefix(head, "<?") || strings.HasPrefix(head, "<!--") {
		_, rest, _ := strings.Cut(head, ">")
		head = strings.TrimSpace(rest)
	}
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex"} {
		if strings.HasPrefix(head, root) {
			return true
		}
	}
	return false
}

// isBinary reports whether b holds what no text holds: a NUL byte in a text
// that is not UTF-16, or the mark of a common file format.
func isBinary(b []byte) bool {
	for _, mark := range []string{"%PDF-", "PK\x03\x04", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "RIFF", "\x7FELF", "ID3"} {
		if strings.HasPrefix(string(b[:min(len(b), 8)]), mark) {
			return true
		}
	}
	head := b[:min(len(b), 64<<10)]
	return bytes.IndexByte(head, 0) >= 0 && utf16Of(head) == nil
}
