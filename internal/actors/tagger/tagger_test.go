package tagger_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/testkit"
)

// TestLabels spells every sequence of names and reads it back.
func TestLabels(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var labels []tagger.Label
		var want []tagger.Name
		for range rapid.IntRange(0, 6).Draw(t, "names") {
			for range rapid.IntRange(0, 2).Draw(t, "gap") {
				labels = append(labels, tagger.Outside)
			}
			kind := tagger.Kind(rapid.IntRange(0, 3).Draw(t, "kind"))
			n := rapid.IntRange(1, 4).Draw(t, "length")
			want = append(want, tagger.Name{Kind: kind, First: 5 + len(labels), Last: 5 + len(labels) + n})
			for i := range n {
				labels = append(labels, tagger.Of(kind, i, n))
			}
		}
		for i := 1; i < len(labels); i++ {
			if !labels[i-1].Follows(labels[i]) {
				t.Fatalf("%v: label %d may not follow", labels, i)
			}
		}
		if len(labels) > 0 && (!labels[0].Opens() || !labels[len(labels)-1].Closes()) {
			t.Fatalf("%v: opens %v, closes %v", labels, labels[0].Opens(), labels[len(labels)-1].Closes())
		}
		if diff := cmp.Diff(want, tagger.Names(labels, 5)); diff != "" {
			t.Fatalf("Names(%v) (-want +got):\n%s", labels, diff)
		}
	})
}

func TestLabelsForbidden(t *testing.T) {
	t.Parallel()
	first, last := tagger.Of(tagger.Person, 0, 2), tagger.Of(tagger.Location, 1, 2)
	if first.Follows(last) || first.Closes() || last.Opens() || first.Follows(tagger.Outside) || tagger.Outside.Follows(last) {
		t.Error("a name that never ends, or that changes its kind, is allowed")
	}
}

func TestModel(t *testing.T) {
	t.Parallel()
	m := &tagger.Model{
		Lexicon: tagger.Lexicon{
			Words: []tagger.Entry{{Word: 3, Count: 9, Clusters: [tagger.Levels]uint16{1, 2, 3, 400}}, {Word: 1 << 31, Count: 1}},
			Usual: []tagger.Usual{{Word: 7, Level: 8}},
			Names: []tagger.NameUse{{Word: 5, Use: 17}},
			Nodes: []tagger.Node{{Key: 4, Bits: tagger.Onward}, {Key: 9, Bits: tagger.Country | tagger.KnownBody}},
		},
		Features: []tagger.Feature{{Key: 2, Weights: [tagger.Labels]int8{-127, 5}}, {Key: 1<<32 - 1, Weights: [tagger.Labels]int8{16: 127}}},
	}
	m.Transitions[0][1], m.Transitions[16][16] = -300, 12
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	for n := range b.Len() {
		if _, err := tagger.ReadModel(bytes.NewReader(b.Bytes()[:n])); err == nil {
			t.Fatalf("ReadModel of the first %d of %d bytes: no error", n, b.Len())
		}
	}
	got, err := tagger.ReadModel(&b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, got); diff != "" {
		t.Errorf("ReadModel of what Write wrote (-want +got):\n%s", diff)
	}
}

// TestStem holds which clitics are cut off in running text.
func TestStem(t *testing.T) {
	t.Parallel()
	tests := map[string][]string{
		"":             {"لجنة", "وزير", "بيان", "لبنان", "كمال", "وليد", "بنك", "فريق"},
		"و":            {"وقال", "والمغرب", "ولبنان", "ومحمد"},
		"ل":            {"للمغرب", "لوكالة", "لتونس"},
		"ب":            {"بالرباط", "بوزارة", "بمصر"},
		"\u0648\u0644": {"وللمغرب"},
	}
	for want, words := range tests {
		for _, w := range words {
			_, v := tagger.Default().Names(arabic.Read(w))
			if got := v.Stem(0).Prefix; got != want {
				t.Errorf("Stem(%q).Prefix = %q, want %q", w, got, want)
			}
		}
	}
}

// TestWords checks the tables of word classes.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"words.tsv", "grammar.tsv"} {
		for _, r := range testkit.Table(t, file, 2, testkit.Folded) {
			if len(strings.Fields(r[1])) == 0 {
				t.Errorf("%s: %q has no class", file, r[0])
			}
		}
	}
	if tagger.Words().Of(arabic.Key("وزارة"))&tagger.Body == 0 || tagger.Words().Of(arabic.Key("ممرضة"))&tagger.Office == 0 {
		t.Error("Words: a ministry is not a body, or a nurse no office")
	}
}

// TestScores checks that what a tagger adds up, in parts that it remembers from
// text to text, are the weights of Features, which training saw.
func TestScores(t *testing.T) {
	t.Parallel()
	words := strings.Fields("وقال وزير الخارجية المصري سامح فهمي إن القاهرة ترحب بقرار مجلس الأمن للبنان « و » . ، 12 CVV cvv الهواء والهواء")
	name := tagger.Step(tagger.Step(0, tagger.Hash(arabic.Key("سامح"))), tagger.Hash(arabic.Key("فهمي")))
	lexicon := tagger.Lexicon{
		Usual: []tagger.Usual{{Word: tagger.Hash(arabic.Key("قرار")), Level: 7}, {Word: tagger.Hash(arabic.Key("وزير")), Level: 9}},
		Names: []tagger.NameUse{{Word: tagger.Hash(arabic.Key("سامح")), Use: 3}},
		Nodes: []tagger.Node{
			{Key: tagger.Step(0, tagger.Hash(arabic.Key("سامح"))), Bits: tagger.Onward},
			{Key: name, Bits: tagger.KnownPerson},
			{Key: tagger.Step(0, tagger.Hash(arabic.Key("القاهرة"))), Bits: tagger.City},
		},
	}
	weights := map[uint32][tagger.Labels]int8{}
	rapid.Check(t, func(t *rapid.T) {
		var texts []*arabic.Text
		for range 3 {
			texts = append(texts, arabic.Read(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 12).Draw(t, "words"), " ")))
		}
		clear(weights)
		trained := tagger.NewReader(&lexicon)
		unknown := rapid.Uint32Range(2, 9).Draw(t, "unknown")
		var want [][tagger.Labels]int32
		for _, text := range texts {
			v := trained.View(text)
			for _, s := range text.Sentences {
				for i := s.First; i < s.Last; i++ {
					list, _ := v.Features(i, s.First, s.Last, nil)
					var sum [tagger.Labels]int32
					for _, f := range list {
						if f%unknown == 0 {
							continue
						}
						w := weights[f]
						for l := range w {
							w[l] = int8(f >> l)
							sum[l] += int32(w[l])
						}
						weights[f] = w
					}
					want = append(want, sum)
				}
			}
		}
		m := &tagger.Model{Lexicon: lexicon}
		for f, w := range weights {
			m.Features = append(m.Features, tagger.Feature{Key: f, Weights: w})
		}
		g := tagger.New(m)
		for range 2 { // the second time from memory
			var got [][tagger.Labels]int32
			for _, text := range texts {
				got = append(got, g.Scores(text)...)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("scores (-features +tagger):\n%s", diff)
			}
		}
	})
}

// TestDecode compares the labels with the best of all that are allowed.
func TestDecode(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := new(tagger.Model)
		for from := range m.Transitions {
			for to := range m.Transitions {
				m.Transitions[from][to] = rapid.Int16Range(-20, 20).Draw(t, "transition")
			}
		}
		scores := make([][tagger.Labels]int32, rapid.IntRange(1, 3).Draw(t, "tokens"))
		for i := range scores {
			for l := range scores[i] {
				scores[i][l] = rapid.Int32Range(-60, 60).Draw(t, "score")
			}
		}
		worth := func(labels []tagger.Label) (sum int32, ok bool) {
			for i, l := range labels {
				sum += scores[i][l]
				if i > 0 {
					sum += int32(m.Transitions[labels[i-1]][l])
				}
				if i > 0 && !labels[i-1].Follows(l) || i == 0 && !l.Opens() || i == len(labels)-1 && !l.Closes() {
					return 0, false
				}
			}
			return sum, true
		}
		best := int32(math.MinInt32)
		labels := make([]tagger.Label, len(scores))
		ways := 1
		for range scores {
			ways *= tagger.Labels
		}
		for n := range ways {
			for i := range labels {
				labels[i] = tagger.Label(n % tagger.Labels)
				n /= tagger.Labels
			}
			if sum, ok := worth(labels); ok {
				best = max(best, sum)
			}
		}
		if got, ok := worth(tagger.New(m).Decode(scores)); !ok || got != best {
			t.Fatalf("Decode(%v): sum %d, allowed %t, want %d", scores, got, ok, best)
		}
	})
}

func BenchmarkNames(b *testing.B) {
	t := arabic.Read(strings.Repeat("وقال وزير الخارجية المصري سامح فهمي إن القاهرة ترحب بقرار مجلس الأمن الدولي. ", 200))
	g := tagger.Default()
	b.ReportAllocs()
	for b.Loop() {
		g.Names(t)
	}
	b.ReportMetric(float64(len(t.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestNamesForm checks what the form of a token rules out.
func TestNamesForm(t *testing.T) {
	t.Parallel()
	for _, source := range []string{
		"وصل سمير حداد ونادر قاسم إلى فاس .", "زار محمد علي ، وسامي حداد مدينة صور.", "قال الرئيس فؤاد السنيورة .", "« بيروت » .",
		"وقال جان - بول ريمون إن لندن وباريس وروما بعيدة.",
	} {
		text := arabic.Read(source)
		names, view := tagger.Default().Names(text)
		if len(names) == 0 {
			t.Errorf("Names(%q) = nothing", source)
		}
		for _, n := range names {
			first, last := text.Tokens[n.First], text.Tokens[n.Last-1]
			if first.Kind == arabic.Punct || last.Kind == arabic.Punct {
				t.Errorf("Names(%q): %q begins or ends with punctuation", source, text.Cover(n.First, n.Last).Of(source))
			}
			for k := n.First + 1; k < n.Last && n.Kind != tagger.Organization && n.Kind != tagger.Misc; k++ {
				if view.Stem(k).Prefix == "و" {
					t.Errorf("Names(%q): a waw inside of %q", source, text.Cover(n.First, n.Last).Of(source))
				}
			}
		}
	}
}
