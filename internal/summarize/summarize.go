// Package summarize is the embedded engine: it chooses and trims the sentences
// that tell the story.
package summarize

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Options say how much to write.
type Options struct {
	Bullets        int // how many bullets at most
	Words          int // total budget in words, 0 for none
	WordsPerBullet int // longest bullet in words, 0 for none
	Headline       bool
}

// Draft returns the bullets for article a, whose text is t and facts are f.
func Draft(a news.Article, t *arabic.Text, f news.Facts, o Options) news.Draft {
	return news.Draft{}
}
