package extract

import "mujaz/internal/news"

func (r Reader) readHTML(_ *news.Article, _ news.Page) error { return ErrNoArticle }
