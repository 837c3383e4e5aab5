package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
)

// Word clusters: positive pointwise mutual information between words and the
// words one and two places before and after them, reduced to a few dozen
// dimensions by a randomized singular value decomposition (Halko, Martinsson
// and Tropp 2011), then k-means at several granularities.

const (
	minCount    = 3
	contexts    = 4000 // most frequent words that serve as contexts
	dimensions  = 64
	meansRounds = 10
)

var granularities = [tagger.Levels]int{48, 160, 500, 1200}

// learnWords returns what texts teach about words: first counts, which split
// clitics, then clusters of the split words.
func learnWords(texts []*arabic.Text, l tagger.Lexicon) []tagger.Entry {
	counts := map[uint32]int{}
	for _, t := range texts {
		for _, w := range t.Tokens {
			counts[tagger.Hash(w.Norm)]++
		}
	}
	l.Words = entriesOf(counts, 2)
	reader := tagger.NewReader(&l)
	streams := make([][]uint32, 0, len(texts))
	stems := map[uint32]int{}
	for _, t := range texts {
		stream := reader.View(t).Stems()
		for _, s := range stream {
			stems[s]++
		}
		streams = append(streams, stream)
	}
	ids := vocabulary(stems, minCount)
	vectors := embed(streams, ids)
	merged := map[uint32]int{}
	for h, c := range counts {
		if c >= 2 {
			merged[h] = c
		}
	}
	for h := range ids {
		merged[h] = max(merged[h], counts[h], 1)
	}
	entries := entriesOf(merged, 1)
	for level, k := range granularities {
		assigned := kMeans(vectors, k, uint64(level)+1)
		for i := range entries {
			if id, ok := ids[entries[i].Word]; ok {
				entries[i].Clusters[level] = uint16(assigned[id] + 1)
			}
		}
	}
	return entries
}

func entriesOf(counts map[uint32]int, least int) []tagger.Entry {
	var list []tagger.Entry
	for h, c := range counts {
		if c >= least {
			list = append(list, tagger.Entry{Word: h, Count: uint16(16 * math.Log2(float64(c)))})
		}
	}
	slices.SortFunc(list, func(a, b tagger.Entry) int { return cmp.Compare(a.Word, b.Word) })
	return list
}

// vocabulary numbers the words seen at least least times, most frequent first.
func vocabulary(counts map[uint32]int, least int) map[uint32]int {
	type item struct {
		word  uint32
		count int
	}
	var list []item
	for w, c := range counts {
		if c >= least {
			list = append(list, item{w, c})
		}
	}
	slices.SortFunc(list, func(a, b item) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	ids := make(map[uint32]int, len(list))
	for i, x := range list {
		ids[x.word] = i
	}
	return ids
}

type cell struct {
	column int32
	value  float32
}

// embed returns a unit vector for each word of ids.
func embed(streams [][]uint32, ids map[uint32]int) [][]float32 {
	rows := associations(streams, ids)
	q := orthonormal(product(rows, randomMatrix(4*contexts, dimensions)))
	for range 3 {
		q = orthonormal(product(rows, transposed(rows, q, 4*contexts)))
	}
	b := transposed(rows, q, 4*contexts) // columns x dimensions
	values, vectors := eigen(gram(b))
	out := make([][]float32, len(rows))
	for i := range out {
		v := make([]float32, dimensions)
		for d := range dimensions {
			for e := range dimensions {
				v[d] += q[i][e] * float32(vectors[e][d])
			}
			v[d] *= float32(math.Pow(math.Max(values[d], 0), 0.25))
		}
		out[i] = unit(v)
	}
	return out
}

// associations returns the sparse matrix of words and placed contexts.
func associations(streams [][]uint32, ids map[uint32]int) [][]cell {
	counts := make([]map[int32]float64, len(ids))
	for i := range counts {
		counts[i] = map[int32]float64{}
	}
	byRow, byColumn, total := make([]float64, len(ids)), make([]float64, 4*contexts), 0.0
	for _, s := range streams {
		for i, w := range s {
			id, ok := ids[w]
			if !ok {
				continue
			}
			for p, d := range [4]int{-2, -1, 1, 2} {
				if i+d < 0 || i+d >= len(s) {
					continue
				}
				if c, ok := ids[s[i+d]]; ok && c < contexts {
					column := p*contexts + c
					counts[id][int32(column)]++
					byRow[id]++
					byColumn[column]++
					total++
				}
			}
		}
	}
	smoothed := 0.0
	for c := range byColumn {
		byColumn[c] = math.Pow(byColumn[c], 0.75)
		smoothed += byColumn[c]
	}
	rows := make([][]cell, len(ids))
	for i, m := range counts {
		for c, n := range m {
			if pmi := math.Log(n / byRow[i] / (byColumn[c] / smoothed)); pmi > 0 {
				rows[i] = append(rows[i], cell{c, float32(pmi)})
			}
		}
		slices.SortFunc(rows[i], func(a, b cell) int { return cmp.Compare(a.column, b.column) })
	}
	return rows
}

// kMeans assigns each vector to one of k clusters by cosine.
func kMeans(vectors [][]float32, k int, seed uint64) []int {
	r := rand.New(rand.NewPCG(seed, 7)) //nolint:gosec // reproducible on purpose
	centers := make([][]float32, k)
	for i := range centers {
		// Frequent words come first: half of the seeds are taken from them.
		n := len(vectors)
		if i%2 == 0 {
			n = min(n, 4*k)
		}
		centers[i] = slices.Clone(vectors[r.IntN(n)])
	}
	assigned := make([]int, len(vectors))
	for range meansRounds {
		parallel(len(vectors), func(i int) {
			best, at := float32(-2), 0
			for c := range centers {
				if x := dot(vectors[i], centers[c]); x > best {
					best, at = x, c
				}
			}
			assigned[i] = at
		})
		for c := range centers {
			centers[c] = make([]float32, len(vectors[0]))
		}
		for i, c := range assigned {
			for d, x := range vectors[i] {
				centers[c][d] += x
			}
		}
		for c := range centers {
			centers[c] = unit(centers[c])
		}
	}
	return assigned
}
