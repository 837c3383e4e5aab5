package actors

import (
	"math"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// weigh gives each entry its salience: named in the title, early, often, and as
// a person or a body rather than a place.
func (f *finder) weigh(title string) {
	key := " " + arabic.Key(title) + " "
	for _, e := range f.entries {
		s := 0.12 * math.Log2(1+float64(len(e.mentions)))
		s += 0.25 * math.Exp(-float64(f.mentions[e.mentions[0]].Start)/600)
		for _, w := range e.words {
			if len(w) > 4 && strings.Contains(key, w) {
				s += 0.3
				break
			}
		}
		if e.kind != news.Location {
			s += 0.08
		}
		if e.role != "" {
			s += 0.05
		}
		e.salience = math.Round(100*min(s, 1)) / 100
	}
}
