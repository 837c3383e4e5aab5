package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"mujaz/internal/actors/tagger"
)

// tally counts names as score_ner.py does: exact spans of persons, places and
// organizations; what overlaps a name of another kind is not counted.
type tally struct {
	right, gold, found [3]int
}

func (t *tally) add(e example, found []tagger.Name) {
	for _, f := range found {
		if f.Kind == tagger.Misc || overlapsMisc(e, f) {
			continue
		}
		t.found[f.Kind]++
		for _, g := range e.gold {
			if g == f {
				t.right[f.Kind]++
			}
		}
	}
	for _, g := range e.gold {
		if g.Kind != tagger.Misc {
			t.gold[g.Kind]++
		}
	}
}

func overlapsMisc(e example, f tagger.Name) bool {
	for _, g := range e.gold {
		if g.Kind == tagger.Misc && g.First < f.Last && f.First < g.Last {
			return true
		}
	}
	return false
}

func (t *tally) merge(o tally) {
	for k := range t.right {
		t.right[k] += o.right[k]
		t.gold[k] += o.gold[k]
		t.found[k] += o.found[k]
	}
}

// ways are the ways of finding names that a report compares.
const ways = 3

// report holds the tallies of the tagger alone, of actors.Find on sentences by
// themselves, and of actors.Find on sentences as parts of an article.
type report [ways]tally

func (r *report) add(e example, found [ways][]tagger.Name) {
	for i := range r {
		r[i].add(e, found[i])
	}
}

func (r *report) merge(o *report) {
	for i := range r {
		r[i].merge(o[i])
	}
}

func (r *report) print(w io.Writer, corpus string) {
	fmt.Fprintln(w, corpus)
	for i, name := range [ways]string{"tagger", "Find", "article"} {
		fmt.Fprintf(w, "%-8s %s\n", name, &r[i])
	}
}

func f1(right, gold, found int) (p, r, f float64) {
	if right == 0 {
		return 0, 0, 0
	}
	p, r = float64(right)/float64(found), float64(right)/float64(gold)
	return p, r, 2 * p * r / (p + r)
}

func (t *tally) String() string {
	var all tally
	var s strings.Builder
	for k, name := range []string{"PER", "LOC", "ORG"} {
		p, r, f := f1(t.right[k], t.gold[k], t.found[k])
		fmt.Fprintf(&s, "%s P %.3f R %.3f F %.3f  ", name, p, r, f)
		all.right[0] += t.right[k]
		all.gold[0] += t.gold[k]
		all.found[0] += t.found[k]
	}
	p, r, f := f1(all.right[0], all.gold[0], all.found[0])
	return fmt.Sprintf("%sall P %.4f R %.4f F %.4f", s.String(), p, r, f)
}

// explain prints the names of e that were missed and those found wrongly.
func (e example) explain(w io.Writer, found []tagger.Name) {
	show := func(mark string, n tagger.Name) {
		if n.Kind == tagger.Misc {
			return
		}
		from, to := max(n.First-4, 0), min(n.Last+3, len(e.text.Tokens))
		fmt.Fprintf(w, "%s %d %s [%s] %s\n", mark, n.Kind, e.text.Source[e.text.Tokens[from].Start:e.text.Tokens[n.First].Start],
			e.text.Cover(n.First, n.Last).Of(e.text.Source), e.text.Source[e.text.Tokens[n.Last-1].End:e.text.Tokens[to-1].End])
	}
	for _, g := range e.gold {
		if !slices.Contains(found, g) {
			show("MISSED", g)
		}
	}
	for _, f := range found {
		if !slices.Contains(e.gold, f) {
			show("EXTRA", f)
		}
	}
}
