package render

import (
	"encoding/json"
	"html"
	"io"
	"strings"
	"time"

	"mujaz/internal/news"
)

// News standards have no place for figures, dates or evidence, so ninjs and
// JSON-LD are projections of a brief that name its source; the format
// mujaz/brief/1 is the whole. A machine's summary is never marked as ready to
// publish here: an editor has not approved it.

// The IPTC's terms for how the words came to be (NewsCodes, digitalsourcetype).
const (
	algorithmic = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
	trained     = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
)

// object is a JSON object; encoding/json writes its keys in order.
type object = map[string]any

// NINJS writes b as one line of JSON in IPTC ninjs 3.1
// (https://iptc.org/std/ninjs/), withheld from publication, safe to stand inside a
// script element of a page.
func NINJS(w io.Writer, b news.Brief) error {
	a := b.Article
	x := object{
		"uri": uri(a), "type": "text", "language": language(a), "pubStatus": "withheld", "profile": "summary",
		"standard":          object{"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"},
		"versionCreated":    b.Making.Created.UTC().Format(time.RFC3339),
		"edNote":            "ملخص آلي لم يراجعه محرر",
		"descriptions":      []object{{"role": "summary", "contentType": "text/plain", "value": lines(b)}},
		"bodies":            []object{{"role": "summary-bullets", "contentType": "text/html", "value": listHTML(b)}},
		"digitalSourceType": object{"uri": sourceType(b)},
	}
	if a.Title != "" {
		x["headlines"] = []object{{"role": "main", "value": a.Title}}
	}
	if !a.Published.IsZero() && !a.Published.DayOnly {
		x["contentCreated"] = a.Published.String()
	}
	if len(a.Authors) > 0 {
		x["by"] = strings.Join(a.Authors, "، ")
	}
	for kind, field := range map[news.ActorKind]string{
		news.Person: "people", news.Organization: "organisations", news.Location: "places",
	} {
		if list := named(b, kind); len(list) > 0 {
			x[field] = list
		}
	}
	if isWeb(a.URL) {
		x["associations"] = []object{{"name": "source-article", "uri": a.URL, "type": "text"}}
	}
	if a.Site != "" {
		x["infoSources"] = []object{{"name": a.Site}}
	}
	return json.NewEncoder(w).Encode(x)
}

// JSONLD writes b as one line of schema.org JSON-LD (https://schema.org/NewsArticle),
// safe to stand inside a script element of a page.
func JSONLD(w io.Writer, b news.Brief) error {
	a := b.Article
	x := object{
		"@context": "https://schema.org", "@type": "NewsArticle", "identifier": a.ID, "inLanguage": language(a),
		"abstract": lines(b), "creativeWorkStatus": "Draft", "digitalSourceType": sourceType(b), "wordCount": news.CountWords(a.Text),
	}
	for key, value := range map[string]string{
		"headline": a.Title, "articleSection": a.Section, "datePublished": a.Published.String(), "dateModified": a.Modified.String(),
	} {
		if value != "" {
			x[key] = value
		}
	}
	if isWeb(a.URL) {
		x["url"], x["isBasedOn"] = a.URL, a.URL
	}
	if a.Site != "" {
		x["publisher"] = object{"@type": "Organization", "name": a.Site}
	}
	if len(a.Authors) > 0 {
		x["author"] = each(a.Authors, func(name string) object { return object{"@type": "Person", "name": name} })
	}
	if len(b.Facts.Actors) > 0 {
		x["mentions"] = each(b.Facts.Actors, thing)
	}
	return json.NewEncoder(w).Encode(x)
}

func thing(a news.Actor) object {
	kind := map[news.ActorKind]string{news.Person: "Person", news.Organization: "Organization", news.Location: "Place"}[a.Kind]
	x := object{"@type": kind, "name": a.Name}
	if a.Role != "" && a.Kind == news.Person {
		x["jobTitle"] = a.Role
	}
	if len(a.Aliases) > 0 {
		x["alternateName"] = a.Aliases
	}
	return x
}

func named(b news.Brief, kind news.ActorKind) []object {
	var list []object
	for _, a := range b.Facts.Actors {
		if a.Kind == kind {
			x := object{"name": a.Name}
			if a.Salience >= 0.5 {
				x["rel"] = "subject"
			}
			list = append(list, x)
		}
	}
	return list
}

func lines(b news.Brief) string {
	return strings.Join(each(b.Bullets, func(x news.Bullet) string { return x.Text }), "\n")
}

func listHTML(b news.Brief) string {
	var s strings.Builder
	s.WriteString("<ul>")
	for _, x := range b.Bullets {
		s.WriteString("<li>" + html.EscapeString(x.Text) + "</li>")
	}
	s.WriteString("</ul>")
	return s.String()
}

func sourceType(b news.Brief) string {
	if b.Making.Engine == "llm" {
		return trained
	}
	return algorithmic
}

func language(a news.Article) string {
	if a.Language == "" {
		return "ar"
	}
	return a.Language
}

func uri(a news.Article) string { return "urn:mujaz:brief:" + urlEscape(a.ID) }

// urlEscape keeps an id within what a URN may hold (RFC 8141).
func urlEscape(id string) string {
	const hex = "0123456789ABCDEF"
	var s strings.Builder
	for _, c := range []byte(id) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' {
			s.WriteByte(c)
			continue
		}
		s.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return s.String()
}

func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}
