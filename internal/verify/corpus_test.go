package verify_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
	"mujaz/internal/summarize"
	"mujaz/internal/testkit"
	"mujaz/internal/verify"
)

// said is claims about one article.
type said struct {
	story
	claims []news.Claim
}

// found returns the story of an article with what our finders see in it.
func found(title, text, published string) story {
	day, err := news.ParseMoment(published)
	if err != nil {
		day = news.Moment{}
	}
	t := arabic.Read(strings.TrimSpace(text))
	s := story{article: news.Article{Title: title, Text: t.Source, Published: day}, text: t}
	s.facts.Actors = actors.Find(t, title)
	s.facts.Dates = dates.Find(t, day)
	s.facts.Figures = figures.Find(t, s.facts.Dates)
	s.facts.Quotes = quotes.Find(t, s.facts.Actors)
	return s
}

// corpus calls f with the first n lines of a file of the shared corpora.
func corpus(tb testing.TB, name string, n int, f func(line []byte)) {
	tb.Helper()
	file, err := os.Open(testkit.Shared(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	r := io.Reader(file)
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			tb.Fatal(err)
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for ; n > 0 && lines.Scan(); n-- {
		f(lines.Bytes())
	}
}

// editors returns the summaries that an editor wrote by hand of real articles, each
// bullet with the three sentences that share most words with it.
func editors(tb testing.TB) []said {
	tb.Helper()
	var list []said
	corpus(tb, "data/gold_dev.jsonl", 1000, func(line []byte) {
		var x struct {
			Title, Text, Published string
			Summary                []string
		}
		if err := json.Unmarshal(line, &x); err != nil {
			tb.Fatal(err)
		}
		s := said{story: found(x.Title, x.Text, x.Published)}
		for _, b := range x.Summary {
			s.claims = append(s.claims, news.Claim{Text: b, Quotes: nearest(s.text, b)})
		}
		list = append(list, s)
	})
	return list
}

// nearest returns at most three sentences of t that together have most words of
// bullet: what somebody who wrote it would quote.
func nearest(t *arabic.Text, bullet string) []string {
	want := map[string]bool{}
	for _, w := range arabic.Read(bullet).Tokens {
		if w.Kind != arabic.Punct && len(w.Norm) > 4 {
			want[verify.Root(w.Norm)] = true
		}
	}
	var chosen []int
	for len(chosen) < 3 {
		best, most := -1, 0
		for n, s := range t.Sentences {
			if k := shared(t, s, want); k > most {
				best, most = n, k
			}
		}
		if best < 0 || len(chosen) > 0 && most < 2 {
			break
		}
		chosen = append(chosen, best)
		for _, w := range t.Tokens[t.Sentences[best].First:t.Sentences[best].Last] {
			delete(want, verify.Root(w.Norm))
		}
	}
	var list []string
	for _, n := range chosen {
		list = append(list, t.Sentences[n].Of(t.Source))
	}
	return list
}

// shared counts the words of sentence s that are in want.
func shared(t *arabic.Text, s arabic.Sentence, want map[string]bool) int {
	seen := map[string]bool{}
	for _, w := range t.Tokens[s.First:s.Last] {
		if r := verify.Root(w.Norm); want[r] {
			seen[r] = true
		}
	}
	return len(seen)
}

// engine returns the bullets that the embedded engine writes of n real articles.
func engine(tb testing.TB, n int) []said {
	tb.Helper()
	var list []said
	corpus(tb, "data/news_ant.jsonl.gz", n, func(line []byte) {
		var x struct{ Title, Text, Published string }
		if err := json.Unmarshal(line, &x); err != nil {
			tb.Fatal(err)
		}
		s := said{story: found(x.Title, x.Text, x.Published)}
		s.claims = summarize.Draft(s.article, s.text, s.facts, summarize.Options{Bullets: 3}).Claims
		list = append(list, s)
	})
	return list
}

// own returns the right claims about the stories of testdata.
func own(tb testing.TB) []said {
	tb.Helper()
	all := stories(tb)
	by := map[string]*said{}
	for _, a := range assertions(tb, all) {
		if by[a.story] == nil {
			by[a.story] = &said{story: all[a.story]}
		}
		if a.right {
			by[a.story].claims = append(by[a.story].claims, a.claim)
		}
	}
	var list []said
	for _, s := range by {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b said) int { return strings.Compare(a.article.ID, b.article.ID) })
	return list
}

// pass returns how many claims of list are kept, of how many.
func pass(tb testing.TB, list []said, tell bool) (kept, all int) {
	tb.Helper()
	for _, s := range list {
		g := verify.For(s.article, s.text, s.facts)
		for _, c := range s.claims {
			all++
			_, faults := g.Check(c)
			if len(faults) == 0 {
				kept++
			} else if tell {
				tb.Logf("dropped %s\n\t%v", c.Text, faults)
			}
		}
	}
	return kept, all
}
