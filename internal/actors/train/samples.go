package main

import (
	"mujaz/internal/actors/tagger"
)

// prepare turns examples into samples and numbers their features.
func prepare(r *tagger.Reader, list []example, least int) (map[uint32]int32, []sample) {
	counts := map[uint32]int32{}
	type rawToken struct {
		f   []uint32
		lex int
	}
	var all [][]rawToken
	var golds [][]tagger.Label
	for _, e := range list {
		v := r.View(e.text)
		for _, s := range e.text.Sentences {
			tokens := make([]rawToken, 0, s.Last-s.First)
			for i := s.First; i < s.Last; i++ {
				f, lex := v.Features(i, s.First, s.Last, nil)
				for _, h := range f {
					counts[h]++
				}
				tokens = append(tokens, rawToken{f, lex})
			}
			all = append(all, tokens)
			golds = append(golds, legal(e.labels[s.First:s.Last]))
		}
	}
	index := map[uint32]int32{}
	samples := make([]sample, len(all))
	for k, tokens := range all {
		s := sample{gold: golds[k]}
		for _, t := range tokens {
			var ids []int32
			lex := int32(0)
			for n, h := range t.f {
				if int(counts[h]) < least {
					continue
				}
				id, ok := index[h]
				if !ok {
					id = int32(len(index))
					index[h] = id
				}
				ids = append(ids, id)
				if n < t.lex {
					lex++
				}
			}
			s.features = append(s.features, ids)
			s.lexical = append(s.lexical, lex)
		}
		samples[k] = s
	}
	return index, samples
}

// legal repairs names that a sentence end cuts.
func legal(l []tagger.Label) []tagger.Label {
	out := make([]tagger.Label, len(l))
	start := -1
	var kind tagger.Kind
	flush := func(end int) {
		for k := start; start >= 0 && k < end; k++ {
			out[k] = tagger.Of(kind, k-start, end-start)
		}
		start = -1
	}
	for i, x := range l {
		k, opens, ok := x.Place()
		if !ok || opens || start < 0 || k != kind {
			flush(i)
		}
		if ok && start < 0 {
			start, kind = i, k
		}
	}
	flush(len(l))
	return out
}
