//go:build facts

package summarize_test

import (
	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
	"mujaz/internal/summarize"
)

func init() {
	summarize.ZFinder = func(a news.Article, t *arabic.Text) news.Facts { return finder(a, t) }
	finder = func(a news.Article, t *arabic.Text) news.Facts {
		var f news.Facts
		f.Dates = dates.Find(t, a.Published)
		f.Figures = figures.Find(t, f.Dates)
		f.Actors = actors.Find(t, a.Title)
		f.Quotes = quotes.Find(t, f.Actors)
		return f
	}
}
