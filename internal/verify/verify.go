// Package verify keeps what the article proves and drops the rest.
package verify

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Brief returns what article a, whose text is t and whose facts, as the finders
// see them, are f, proves of draft d.
func Brief(a news.Article, t *arabic.Text, f news.Facts, d news.Draft) news.Brief {
	return news.Brief{Article: a, Facts: f, Making: d.Making}
}
