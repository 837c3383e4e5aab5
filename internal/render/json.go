package render

import (
	"encoding/json"
	"io"

	"mujaz/internal/news"
)

// JSON writes b as one indented JSON object.
func JSON(w io.Writer, b news.Brief) error { return encode(w, Wire(b), "  ") }

// JSONL writes b as one line of JSON.
func JSONL(w io.Writer, b news.Brief) error { return encode(w, Wire(b), "") }

// Fail writes f as one line of JSON in the format mujaz/error/1.
func Fail(w io.Writer, id string, e Error) error {
	return encode(w, Failure{Schema: ErrorSchema, ID: id, Error: e}, "")
}

// ArticleJSON writes only the article of id, as one JSON object.
func ArticleJSON(w io.Writer, a news.Article, indent string) error {
	return encode(w, struct {
		ID               string   `json:"id"`
		Article          Article  `json:"article"`
		PublisherSummary []string `json:"publisher_summary"`
		Warnings         []string `json:"warnings"`
	}{a.ID, WireArticle(a), list(a.PublisherSummary), each(a.Warnings, func(x news.Warning) string { return string(x) })}, indent)
}

// encode leaves <, > and & as they are: the output is JSON, not HTML.
func encode(w io.Writer, v any, indent string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	return e.Encode(v)
}
