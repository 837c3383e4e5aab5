package tagger_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/table"
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

// TestWords checks the table of word classes.
func TestWords(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("data/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, r := range table.Rows("words.tsv", string(data), 2) {
		key := arabic.Key(r[0])
		if key <= last {
			t.Errorf("words.tsv: %q is not after %q, or doubled", key, last)
		}
		last = key
		if !norm.NFC.IsNormalString(r[0]) || strings.ContainsFunc(r[0], arabic.IsMark) {
			t.Errorf("words.tsv: %q has marks or is not in NFC", r[0])
		}
		if len(strings.Fields(r[1])) == 0 {
			t.Errorf("words.tsv: %q has no class", r[0])
		}
	}
	if tagger.Words()[arabic.Key("وزارة")]&tagger.Body == 0 {
		t.Error("Words: a ministry is not a body")
	}
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
