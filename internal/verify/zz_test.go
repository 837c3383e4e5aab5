package verify_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"mujaz/internal/news"
	"mujaz/internal/verify"
)

func TestZZ(t *testing.T) {
	kind := os.Getenv("ZZ")
	if kind == "" {
		t.Skip()
	}
	d := newDraws(t)
	r := rand.New(rand.NewPCG(7, 7))
	kept, all := 0, 0
	for range 3000 {
		id := d.names[r.IntN(len(d.names))]
		s := d.stories[id]
		x := s.text.Sentences[r.IntN(len(s.text.Sentences))]
		q := x.Of(s.article.Text)
		list := strings.Fields(q)
		if len(list) < 5 {
			continue
		}
		i := r.IntN(len(list) - 1)
		own := strings.Fields(s.article.Text)
		what := ""
		switch kind {
		case "swap":
			list[i], list[i+1] = list[i+1], list[i]
			what = list[i+1] + "<>" + list[i]
		case "swapfar":
			j := r.IntN(len(list))
			what = list[i] + "<>" + list[j]
			list[i], list[j] = list[j], list[i]
		case "replace":
			w := own[r.IntN(len(own))]
			what = list[i] + ">" + w
			list[i] = w
		case "insert":
			w := own[r.IntN(len(own))]
			what = "+" + w
			list = slices.Insert(list, i, w)
		case "drop":
			n := 1 + r.IntN(3)
			j := min(len(list), i+n)
			what = "-" + strings.Join(list[i:j], " ")
			list = slices.Delete(slices.Clone(list), i, j)
		case "cut":
			n := 3 + r.IntN(6)
			j := min(len(list), i+n)
			what = "-" + strings.Join(list[i:j], " ")
			list = slices.Delete(slices.Clone(list), i, j)
		}
		all++
		text := strings.Join(list, " ")
		if text == q {
			continue
		}
		_, faults := verify.Check(s.article, s.text, s.facts, news.Claim{Text: text, Quotes: []string{q}})
		if len(faults) == 0 {
			kept++
			if kept <= 70 {
				fmt.Println(what, " || ", text)
			}
		}
	}
	fmt.Println(kind, "kept", kept, "of", all)
}
