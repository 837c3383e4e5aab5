package verify_test

import (
	"testing"

	"mujaz/internal/verify"
)

func BenchmarkCheck(b *testing.B) {
	list := stories(b)
	all := assertions(b, list)
	for b.Loop() {
		for _, a := range all {
			s := list[a.story]
			verify.Check(s.article, s.text, s.facts, a.claim)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(all)), "ns/claim")
}
