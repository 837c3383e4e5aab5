package main

import (
	"cmp"
	"slices"
)

// strongest returns the keys of the keep features with the largest weight, in
// the order of keys.
func strongest(index map[uint32]int32, strength []float32, keep int) []uint32 {
	list := make([]uint32, 0, len(index))
	for h := range index {
		list = append(list, h)
	}
	slices.SortFunc(list, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(strength[index[b]], strength[index[a]]), cmp.Compare(a, b))
	})
	if keep < len(list) {
		list = list[:keep]
	}
	slices.Sort(list)
	return list
}
