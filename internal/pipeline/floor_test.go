package pipeline_test

import (
	"os"
	"path/filepath"
	"testing"

	"mujaz/internal/eval"
	"mujaz/internal/render"
	"mujaz/internal/testkit"
)

// TestFloor holds what the program reaches on our own articles, annotated by
// hand, so that quality cannot slip unseen. Raise a floor when it is passed.
func TestFloor(t *testing.T) {
	t.Parallel()
	f, err := os.Open(filepath.Join(testkit.Root(), "testdata", "articles", "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := eval.ReadGold(f)
	if err != nil {
		t.Fatal(err)
	}
	var briefs []render.Brief
	p := embedded()
	for _, page := range articles(t) {
		b, err := p.Brief(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		briefs = append(briefs, render.Wire(b))
	}
	r := eval.Score(gold, briefs, eval.Options{})
	for _, tt := range []struct {
		what       string
		got, floor float64
	}{
		{"actors F1", r.Actors.F1(), 0.80},
		{"main actors recalled", r.MainActors.Ratio(), 0.85},
		{"roles right", r.Roles.Ratio(), 0.75},
		{"dates F1", r.Dates.F1(), 0.95},
		{"figures F1", r.Figures.F1(), 0.91},
		{"bounds right", r.Bounds.Ratio(), 0.97},
		{"quotes with speaker F1", r.Quotes.F1(), 0.85},
		{"bullets proven", r.Bullets.Proven.Ratio(), 1},
		{"ROUGE-1", r.Bullets.Overlap.One, 0.42},
	} {
		if tt.got < tt.floor {
			t.Errorf("%s = %.3f, below the floor of %.3f", tt.what, tt.got, tt.floor)
		}
	}
	if r.WrongOffsets > 0 || r.Bullets.Unproven > 0 || r.Missing > 0 || r.Bullets.Longest > 32 {
		t.Errorf("wrong offsets %d, bullets with a foreign number %d, missing %d, longest bullet %d",
			r.WrongOffsets, r.Bullets.Unproven, r.Missing, r.Bullets.Longest)
	}
}
