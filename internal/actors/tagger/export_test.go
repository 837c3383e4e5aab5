package tagger

import (
	"slices"

	"mujaz/internal/arabic"
)

// Scores returns the sums of the weights of the features of every token of t.
func (g *Tagger) Scores(t *arabic.Text) [][Labels]int32 {
	v, w := g.View(t), new(work)
	var list [][Labels]int32
	for _, s := range t.Sentences {
		for i := s.First; i < s.Last; i++ {
			list = append(list, g.score(v.around(i, s.First, s.Last), w))
		}
	}
	return list
}

// Decode returns the best labels of tokens with the given scores.
func (g *Tagger) Decode(scores [][Labels]int32) []Label {
	return g.decode(&work{scores: slices.Clone(scores)})
}
