// Package summarize is the embedded engine: it chooses and trims the sentences
// that tell the story.
package summarize

import (
	"math"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Options say how much to write.
type Options struct {
	Bullets        int // how many bullets at most
	Words          int // total budget in words, 0 for none
	WordsPerBullet int // longest bullet in words, 0 for the default
	Headline       bool
}

const (
	defaultBullets = 3
	defaultLongest = 30
	longestEver    = 32
)

// Draft returns the bullets for article a, whose text is t and facts are f.
func Draft(a news.Article, t *arabic.Text, f news.Facts, o Options) news.Draft {
	if o.Bullets <= 0 {
		o.Bullets = defaultBullets
	}
	limit := o.WordsPerBullet
	if limit <= 0 {
		limit = defaultLongest
	}
	s := newStory(a, t, f)
	lines := s.lines()
	if o.Bullets > mostBullets {
		if o.Words <= 0 {
			o.Words = math.MaxInt
		}
		return s.draft(s.extract(lines, o.Bullets, o.Words), lines)
	}
	list := s.candidates(lines, limit)
	budget := o.Words
	if budget <= 0 {
		budget = o.Bullets * 26
	}
	chosen := s.choose(list, o.Bullets, budget)
	for k := 0; k < len(lines) && len(chosen) == 0; k++ {
		if c, ok := s.resort(&lines[k], limit); ok && !lines[k].bare {
			chosen = append(chosen, c)
		}
	}
	return s.draft(chosen, lines)
}

// draft writes the chosen candidates.
func (s *story) draft(chosen []candidate, lines []line) news.Draft {
	d := news.Draft{Making: news.Making{Engine: "embedded"}}
	for k := range chosen {
		d.Claims = append(d.Claims, s.claim(&chosen[k], lines))
	}
	return d
}
