// Package extract turns a page into an article.
package extract

import (
	"errors"

	"mujaz/internal/news"
)

// ErrNoArticle says that a page holds no article.
var ErrNoArticle = errors.New("extract: no article in page")

// Article reads page.
func Article(page news.Page) (news.Article, error) {
	return news.Article{}, ErrNoArticle
}
