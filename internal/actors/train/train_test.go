package main

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/table"
	"mujaz/internal/testkit"
)

// sentences are invented, in the form of the corpora.
func sentences() []example {
	rows := []row{
		{strings.Fields("وصل سمير حداد إلى فاس ."), strings.Fields("O B-PER I-PER O B-LOC O")},
		{strings.Fields("وقال سمير حداد إن فاس جميلة ."), strings.Fields("O B-PER I-PER O B-LOC O O")},
		{strings.Fields("وزار نادر حداد مدينة صور ."), strings.Fields("O B-PER I-PER O B-LOC O")},
		{strings.Fields("وقال نادر حداد إن حزب الفجر فاز ."), strings.Fields("O B-PER I-PER O B-ORG I-ORG O O")},
	}
	var list []example
	for _, r := range rows {
		for range 5 {
			list = append(list, r.example())
		}
	}
	return list
}

func settingsOfTest() settings {
	return settings{least: 1, passes: 6, rate: 0.2, decay: 1e-6, hidden: 0.1, seeds: 2, keep: 5000}
}

func TestExample(t *testing.T) {
	t.Parallel()
	e := row{strings.Fields("زار د. علي، بيروت"), strings.Fields("O O B-PER B-LOC")}.example()
	want := []tagger.Name{{Kind: tagger.Person, First: 3, Last: 5}, {Kind: tagger.Location, First: 5, Last: 6}}
	if diff := cmp.Diff(want, e.gold); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// TestFit trains on sentences that are easily told apart and finds their names
// again, the same way each time.
func TestFit(t *testing.T) {
	t.Parallel()
	list := sentences()
	first := fit(tagger.Lexicon{}, list, settingsOfTest())
	if diff := cmp.Diff(first, fit(tagger.Lexicon{}, list, settingsOfTest())); diff != "" {
		t.Errorf("fit twice differs:\n%s", diff[:min(len(diff), 500)])
	}
	g := tagger.New(first)
	for _, e := range list {
		if got, _ := g.Names(e.text); !slices.Equal(got, e.gold) {
			t.Errorf("Names(%q) = %v, want %v", e.text.Source, got, e.gold)
		}
	}
}

func TestTally(t *testing.T) {
	t.Parallel()
	e := row{strings.Fields("أ ب ج د"), strings.Fields("B-PER I-PER B-MISC B-LOC")}.example()
	var got tally
	got.add(e, []tagger.Name{
		{Kind: tagger.Person, First: 0, Last: 2}, {Kind: tagger.Organization, First: 2, Last: 3}, {Kind: tagger.Person, First: 3, Last: 4},
	})
	want := tally{right: [3]int{1, 0, 0}, gold: [3]int{1, 1, 0}, found: [3]int{2, 0, 0}}
	if got != want {
		t.Errorf("add: %+v, want %+v", got, want)
	}
}

func TestEigen(t *testing.T) {
	t.Parallel()
	values, vectors := eigen([][]float64{{2, 1}, {1, 2}})
	slices.Sort(values)
	if math.Abs(values[0]-1) > 1e-9 || math.Abs(values[1]-3) > 1e-9 || math.Abs(math.Abs(vectors[0][0])-math.Sqrt2/2) > 1e-9 {
		t.Errorf("eigen = %v, %v", values, vectors)
	}
}

func TestKMeans(t *testing.T) {
	t.Parallel()
	var vectors [][]float32
	for i := range 40 {
		v := []float32{1, 0.01 * float32(i%7), 0}
		if i%2 == 1 {
			v = []float32{0, 0.01 * float32(i%7), 1}
		}
		vectors = append(vectors, unit(v))
	}
	got := kMeans(vectors, 2, 3)
	for i := range got {
		if got[i] != got[i%2] || got[0] == got[1] {
			t.Fatalf("kMeans = %v, want two clusters by turns", got)
		}
	}
}

// TestLists checks the lists of names.
func TestLists(t *testing.T) {
	t.Parallel()
	if _, err := lists(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"names.tsv.gz": namesTSV, "phrases.tsv.gz": phrasesTSV, "frequency.tsv.gz": frequencyTSV} {
		columns := map[string]int{"names.tsv.gz": 4}[name]
		rows, err := unzip(name, data, max(columns, 2))
		if err != nil {
			t.Fatal(err)
		}
		sorted(t, name, rows)
	}
	sorted(t, "organizations.tsv", table.Rows("organizations.tsv", organizationsTSV, 2))
}

func sorted(t *testing.T, name string, rows [][]string) {
	t.Helper()
	last := ""
	for _, r := range rows {
		key := strings.ReplaceAll(arabic.Key(r[0]), "-", " ")
		if key <= last || !norm.NFC.IsNormalString(r[0]) || strings.ContainsFunc(r[0], arabic.IsMark) {
			t.Errorf("%s: %q after %q: not sorted, doubled, with marks or not in NFC", name, key, last)
		}
		last = key
	}
}

// TestExamplesOfShared reads the corpus that the weights come from.
func TestExamplesOfShared(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads a whole corpus")
	}
	list, err := examples(testkit.Shared(t, "data/ner_anercorp_orig_train.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for _, e := range list {
		names += len(e.gold)
	}
	if len(list) != 4077 || names != 3778+2724+1585+893 {
		t.Errorf("%d sentences with %d names, want 4077 with 8980", len(list), names)
	}
}
