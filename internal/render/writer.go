package render

import (
	"fmt"
	"io"
	"strings"

	"mujaz/internal/news"
)

// Writer writes briefs one after another in one format.
type Writer interface {
	Write(b news.Brief) error
	Close() error // writes what ends the document; it does not close the destination
}

// Formats lists the formats that NewWriter knows.
func Formats() []string { return []string{"md", "json", "jsonl", "html", "csv", "ninjs", "jsonld"} }

// NewWriter returns a Writer of the named format on w.
func NewWriter(format string, w io.Writer) (Writer, error) {
	switch format {
	case "json":
		return plain{w, JSON}, nil
	case "jsonl":
		return plain{w, JSONL}, nil
	case "ninjs":
		return plain{w, NINJS}, nil
	case "jsonld":
		return plain{w, JSONLD}, nil
	case "md":
		return &markdown{w: w}, nil
	case "html":
		return &page{w: w}, nil
	case "csv":
		return newSheet(w), nil
	}
	return nil, fmt.Errorf("render: unknown format %q: want one of %s", format, strings.Join(Formats(), ", "))
}

// plain is a format without a beginning or an end.
type plain struct {
	w     io.Writer
	write func(io.Writer, news.Brief) error
}

func (p plain) Write(b news.Brief) error { return p.write(p.w, b) }
func (p plain) Close() error             { return nil }
