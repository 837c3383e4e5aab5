package verify_test

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"

	"mujaz/internal/news"
	"mujaz/internal/verify"
)

// tally counts, by kind of error, the wrong claims that the gate kept.
type tally struct{ kept, all map[string]int }

func (c tally) String() string {
	var b strings.Builder
	kept, all := 0, 0
	for _, k := range kinds() {
		fmt.Fprintf(&b, "\n%-16s %5d of %5d", k, c.kept[k], c.all[k])
		kept, all = kept+c.kept[k], all+c.all[k]
	}
	return fmt.Sprintf("kept %d of %d%s", kept, all, b.String())
}

// attack makes every kind of error of the claims of list that the gate keeps and
// counts those that it keeps too.
func attack(tb testing.TB, list []said, tell map[string]bool) tally {
	tb.Helper()
	c := tally{map[string]int{}, map[string]int{}}
	contrary := contraries(tb)
	for _, s := range list {
		g := verify.For(s.article, s.text, s.facts)
		for _, claim := range s.claims {
			h := fnv.New64a()
			h.Write([]byte(claim.Text)) // a claim has the same errors beside whichever others
			m := newMutant(s.story, claim.Text, rand.New(rand.NewPCG(5, h.Sum64()+3)), contrary)
			for _, k := range kinds() {
				for _, text := range m.make(k) {
					nc := news.Claim{Text: text, Quotes: claim.Quotes}
					if k == "joined" {
						nc.Quotes = nil
						for _, x := range s.text.Sentences {
							nc.Quotes = append(nc.Quotes, x.Of(s.article.Text))
						}
					}
					c.all[k]++
					if _, faults := g.Check(nc); len(faults) == 0 {
						c.kept[k]++
						if tell[k] || tell["all"] {
							tb.Logf("%s\n\t%s\n\t%s", k, text, claim.Text)
						}
					}
				}
			}
		}
	}
	return c
}

// scrambles are the kinds that change words at random: half of what they make is no
// statement, or the same one.
func scramble(kind string) bool {
	switch kind {
	case "quotation", "joined", "foreign", "inserted", "replaced", "swapped":
		return true
	}
	return false
}

// hold fails when the gate keeps more errors of meaning, or more scrambles, in a hundred
// than it did when the limits were set: they may only be lowered.
func (c tally) hold(tb testing.TB, meaning, scrambled float64) {
	tb.Helper()
	kept, all := map[bool]int{}, map[bool]int{}
	for _, k := range kinds() {
		kept[scramble(k)] += c.kept[k]
		all[scramble(k)] += c.all[k]
	}
	share := func(scrambled bool) float64 { return 100 * float64(kept[scrambled]) / float64(max(all[scrambled], 1)) }
	if share(false) > meaning || share(true) > scrambled {
		tb.Errorf("the gate keeps too much: at most %.1f%% of errors of meaning, %.1f%% of scrambles", meaning, scrambled)
	}
	tb.Logf("%.2f%% of errors of meaning, %.2f%% of scrambles; %s", share(false), share(true), c)
}

func TestMutants(t *testing.T) {
	t.Parallel()
	attack(t, own(t), nil).hold(t, 0.4, 6.3)
}

// TestEditors: how many of the bullets that an editor wrote freely pass, and that no more
// errors made of them do.
func TestEditors(t *testing.T) {
	t.Parallel()
	list := editors(t)
	if kept, all := pass(t, list, testing.Verbose()); kept < 15 {
		t.Errorf("the gate keeps %d of the editors' %d bullets, want 15", kept, all)
	}
	attack(t, list, nil).hold(t, 0.7, 2.0)
}

// TestEngine: the embedded engine's own bullets pass, and no more errors made of them.
func TestEngine(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a hundred articles")
	}
	list := engine(t, 100)
	if kept, all := pass(t, list, testing.Verbose()); all-kept > 7 {
		t.Errorf("the gate keeps %d of the engine's %d bullets", kept, all)
	}
	attack(t, list, nil).hold(t, 2.0, 6.8)
}
