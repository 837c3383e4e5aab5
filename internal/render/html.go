package render

import (
	_ "embed"
	"html/template"
	"io"

	"mujaz/internal/news"
)

//go:embed page.tmpl.html
var pageSource string

// page writes one HTML document with an article element a brief. Every piece of
// the article stands in an element of its own direction.
type page struct {
	w     io.Writer
	open  bool
	tmpl  *template.Template
	broke error
}

// shown is what the template sees of a brief.
type shown struct {
	Brief

	Source   news.Brief
	Time     string // of publication
	Link     string // the article's address, if a page may link to it
	Days     []line
	Amounts  []line
	Direct   []Quote
	Notes    []string
	KindName func(string) string
}

func (p *page) Write(b news.Brief) error {
	if err := p.begin(); err != nil {
		return err
	}
	x := shown{Brief: Wire(b), Source: b, KindName: func(k string) string { return kindName(news.ActorKind(k)) }}
	if isWeb(b.Article.URL) {
		x.Link = b.Article.URL
	}
	x.Days, x.Amounts = dateLines(x.Dates), figureLines(x.Figures)
	x.Time = moment(b.Article.Published)
	for _, q := range x.Quotes {
		if q.Kind == string(news.Direct) {
			x.Direct = append(x.Direct, q)
		}
	}
	for _, w := range b.Warnings {
		x.Notes = append(x.Notes, warningName(w))
	}
	return p.tmpl.ExecuteTemplate(p.w, "brief", x)
}

func (p *page) Close() error {
	if err := p.begin(); err != nil {
		return err
	}
	return p.tmpl.ExecuteTemplate(p.w, "foot", nil)
}

func (p *page) begin() error {
	if p.open {
		return p.broke
	}
	p.open = true
	if p.tmpl, p.broke = template.New("page").Parse(pageSource); p.broke != nil {
		return p.broke
	}
	return p.tmpl.ExecuteTemplate(p.w, "head", nil)
}
