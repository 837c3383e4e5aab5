package extract

import (
	"mujaz/internal/news"
)

// Sources of fields, as news.Origin.Source names them, the most trusted first.
const (
	fromInput     = "input"
	fromProfile   = "profile"
	fromJSONLD    = "json-ld"
	fromOG        = "og"
	fromMeta      = "meta"
	fromMicrodata = "microdata"
	fromTime      = "time"
	fromText      = "text"
	fromURL       = "url"
)

func warn(a *news.Article, page news.Page) {
	if page.Truncated {
		a.Warnings = append(a.Warnings, news.TruncatedInput)
	}
}

func (d *document) warn(_ *news.Article, _ *filter) {}
