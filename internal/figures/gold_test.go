package figures_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/testkit"
)

type goldArticle struct {
	ID, Text string
	Figures  []goldFigure
	Dates    []goldSpan
}

type goldSpan struct{ Start, End int }

type goldFigure struct {
	goldSpan
	Value, Min, Max *float64
	Bound, Kind     string
}

// TestGold holds the floor on articles annotated by hand: with the dates of the
// annotation, at least 0.94 of the figures, value and all, and of their bounds.
func TestGold(t *testing.T) {
	t.Parallel()
	f, err := os.Open(testkit.Shared(t, "data/gold_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var hits, gold, found, bounds float64
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var a goldArticle
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		offsets := make([]int, 0, len(a.Text))
		for i := range a.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(a.Text))
		span := func(s goldSpan) news.Span { return news.Span{Start: offsets[s.Start], End: offsets[s.End]} }
		var dates []news.Date
		for _, d := range a.Dates {
			dates = append(dates, news.Date{Span: span(d)})
		}
		list := figures.Find(arabic.Read(a.Text), dates)
		found += float64(len(list))
		gold += float64(len(a.Figures))
		for _, g := range a.Figures {
			for _, p := range list {
				if p.Overlaps(span(g.goldSpan)) && sameValue(g, p) {
					hits++
					if string(p.Bound) == g.Bound {
						bounds++
					}
					break
				}
			}
		}
	}
	if f1 := 2 * hits / (gold + found); f1 < 0.94 || bounds/hits < 0.95 {
		t.Errorf("F1 = %.3f of %v gold and %v found, bounds %.3f; want 0.94 and 0.95", f1, gold, found, bounds/hits)
	}
}

func sameValue(g goldFigure, p news.Figure) bool {
	same := func(a *float64, b float64) bool { return a != nil && math.Abs(*a-b) <= 1e-9*max(1, math.Abs(*a)) }
	switch {
	case g.Kind == "score":
		return p.Kind == news.Score
	case g.Bound == "between":
		low, _ := p.Min.Decimal.Float64()
		high, _ := p.Max.Decimal.Float64()
		return same(g.Min, low) && same(g.Max, high)
	}
	v, _ := p.Value.Decimal.Float64()
	return p.Value.Valid && same(g.Value, v)
}
