package summarize

import (
	"strings"

	"mujaz/internal/news"
)

// A headline has so many words.
const (
	shortestHeadline = 5
	longestHeadline  = 18
)

// headline returns the telling of the opening sentence in few words that is
// worth most, or an empty claim. It is the article's own words: nothing is
// said that a bullet could not say.
func (s *story) headline(lines []line) news.Claim {
	best, most := -1, 0.0
	told := make([]uint8, len(s.weight))
	list := s.candidates(lines[:min(1, len(lines))], longestHeadline)
	for k := range list {
		c := &list[k]
		if c.words < shortestHeadline || c.words > longestHeadline || c.seam > 0 {
			continue
		}
		if v := s.gain(c, told); v > most {
			best, most = k, v
		}
	}
	if best < 0 {
		return news.Claim{}
	}
	claim := s.claim(&list[best], lines)
	claim.Text = strings.TrimSuffix(claim.Text, ".")
	return claim
}
