package eval_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/eval"
	"mujaz/internal/render"
	"mujaz/internal/testkit"
)

func TestOverlap(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text, reference string
		want            eval.Rouge
	}{
		"same words, other spelling": {"أعلنت الوزارةُ ١٢ قراراً", "اعلنت الوزاره 12 قرارا", eval.Rouge{One: 1, Two: 1, L: 1}},
		"order":                      {"أحمد سالم", "سالم أحمد", eval.Rouge{One: 1, L: 0.5}},
		"half":                       {"فتح الجسر", "فتح الباب", eval.Rouge{One: 0.5, L: 0.5}},
		"a number with its point":    {"1.5", "1 5", eval.Rouge{}},
		"nothing":                    {"", "فتح الباب", eval.Rouge{}},
		"a word counts once":         {"في في في", "في البيت", eval.Rouge{One: 0.4, L: 0.4}},
	}
	for name, tt := range tests {
		if diff := cmp.Diff(tt.want, eval.Overlap(tt.text, tt.reference)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// An invented article with its annotation and a brief that is right, wrong and
// silent in known places.
const text = "أعلن سالم الراوي أمس بناء 12 جسرا بكلفة 3 ملايين دينار في مرفأ النخيل."

func mention(words string) render.Mention {
	at := utf8.RuneCountInString(text[:strings.Index(text, words)])
	return render.Mention{Start: at, End: at + utf8.RuneCountInString(words), Text: words}
}

func TestScore(t *testing.T) {
	t.Parallel()
	m := mention("12 جسرا")
	day := mention("أمس")
	gold := eval.Gold{
		ID: "a", Text: text,
		Actors: []eval.GoldActor{
			{Name: "سالم الراوي", Type: "person", Salience: "main", Role: "وزير النقل"},
			{Name: "مرفأ النخيل", Type: "location", Salience: "other"},
		},
		Dates: []eval.GoldDate{{Text: "أمس", Start: day.Start, End: day.End, Value: new("2031-05-04")}},
		Figures: []eval.GoldFigure{
			{Text: "12 جسرا", Start: m.Start, End: m.End, Value: json.RawMessage("12"), Unit: "جسر", Bound: "exact", Kind: "count"},
			{Text: "3 ملايين دينار", Start: 40, End: 54, Value: json.RawMessage("3000000"), Unit: "دينار", Bound: "exact", Kind: "money"},
		},
		Summary: []string{"أعلن سالم الراوي بناء 12 جسرا."},
	}
	brief := render.Brief{
		ID: "a", Article: render.Article{Text: text},
		Bullets: []render.Bullet{
			{Text: "أعلن سالم الراوي بناء 12 جسرا.", Evidence: []render.Evidence{{Start: 0, End: 4, Quote: "أعلن", Match: "exact"}}},
			{Text: "بلغت الكلفة 4 ملايين.", Evidence: []render.Evidence{{Start: 1, End: 3, Quote: "أعلن"}}},
		},
		Actors:           []render.Actor{{Name: "سالم بن حمد الراوي", Kind: "person"}, {Name: "النخيل", Kind: "organization"}},
		Dates:            []render.Date{{Mention: day, Value: new("2031-05-04T10:00")}},
		Figures:          []render.Figure{{Mention: m, Value: new("12"), Unit: new("جسرا"), Bound: "about", Kind: "count"}},
		PublisherSummary: []string{"بناء 12 جسرا"},
	}
	r := eval.Score([]eval.Gold{gold, {ID: "b", Refs: []string{"كلمة"}}}, []render.Brief{brief}, eval.Options{Misses: 9})
	got := map[string]any{
		"actors": r.Actors, "dates": r.Dates, "figures": r.Figures, "main": r.MainActors, "roles": r.Roles, "bounds": r.Bounds,
		"unproven": r.Bullets.Unproven, "proven": r.Bullets.Proven, "told": r.Bullets.MainFigures, "named": r.Bullets.MainActors,
		"missing": r.Missing, "extracts": r.Extracts.Missing, "misses": len(r.Misses), "publishers": r.Bullets.Publishers,
	}
	want := map[string]any{
		"actors": eval.Tally{Right: 1, Gold: 2, Found: 2}, "dates": eval.Tally{Right: 1, Gold: 1, Found: 1},
		"figures": eval.Tally{Right: 1, Gold: 2, Found: 1}, "main": eval.Share{Part: 1, Whole: 1}, "roles": eval.Share{Whole: 1},
		"bounds": eval.Share{Whole: 1}, "unproven": 1, "proven": eval.Share{Part: 1, Whole: 2}, "told": eval.Share{Part: 1, Whole: 1},
		"named": eval.Share{Part: 1, Whole: 1}, "missing": 1, "extracts": 1, "misses": 3, "publishers": 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Score differs (-want +got):\n%s", diff)
	}
}

func TestReadersRefuseBrokenLines(t *testing.T) {
	t.Parallel()
	if _, err := eval.ReadGold(strings.NewReader("{\"id\":\"a\"}\n\n{")); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("ReadGold error = %v, want one that names line 3", err)
	}
	if list, err := eval.ReadBriefs(strings.NewReader("{\"id\":\"a\"}\n\n{\"id\":\"b\"}")); err != nil || len(list) != 2 {
		t.Errorf("ReadBriefs = %d briefs, %v; want 2", len(list), err)
	}
}

// TestAgreesWithReference scores briefs made from the team's gold, some items
// right, some spoilt, with the reference scorers and with Score.
func TestAgreesWithReference(t *testing.T) {
	t.Parallel()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here")
	}
	goldPath := testkit.Shared(t, "data/gold_dev.jsonl")
	scorers := filepath.Dir(testkit.Shared(t, "eval/score_facts.py"))
	data, err := os.ReadFile(goldPath)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := eval.ReadGold(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	briefs := spoilt(gold)
	dir := t.TempDir()
	briefPath, refPath := filepath.Join(dir, "briefs.jsonl"), filepath.Join(dir, "refs.jsonl")
	var refs []eval.Gold
	writeLines(t, briefPath, len(briefs), func(i int) any { return briefs[i] })
	writeLines(t, refPath, len(gold), func(i int) any {
		g := eval.Gold{ID: gold[i].ID, Refs: gold[i].Summary}
		refs = append(refs, g)
		return map[string]any{"id": g.ID, "refs": g.Refs}
	})

	r := eval.Score(gold, briefs, eval.Options{})
	compare(t, &r, python, filepath.Join(scorers, "score_facts.py"), goldPath, briefPath)
	r = eval.Score(refs, briefs, eval.Options{LimitWords: 40})
	compare(t, &r, python, filepath.Join(scorers, "rouge.py"), refPath, briefPath, "--limit-words", "40")
}

// compare reports lines of a reference scorer that the report lacks.
func compare(t *testing.T, r *eval.Report, name string, args ...string) {
	t.Helper()
	want, err := exec.CommandContext(t.Context(), name, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	if err := r.Write(&got); err != nil {
		t.Fatal(err)
	}
	if w := string(want); !strings.HasPrefix(got.String(), w) {
		t.Errorf("%s says:\n%sReport.Write says:\n%s", filepath.Base(args[0]), w, got.String())
	}
}

func writeLines(t *testing.T, path string, n int, line func(int) any) {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		data, err := json.Marshal(line(i))
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(data, '\n'))
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// spoilt makes briefs from gold: every article but the last, items in turn right,
// with another value, with offsets that are off, or left out.
func spoilt(gold []eval.Gold) []render.Brief {
	var list []render.Brief
	for n, g := range gold[:len(gold)-1] {
		b := render.Brief{ID: g.ID, Article: render.Article{Text: g.Text}}
		for i, x := range g.Dates {
			d := render.Date{Mention: render.Mention{Start: x.Start, End: x.End, Text: x.Text}, Value: x.Value}
			switch i % 4 {
			case 1:
				d.Value = new("2001-01-01")
			case 2:
				d.Start, d.End = d.Start+3, d.End+3
			case 3:
				continue
			}
			b.Dates = append(b.Dates, d)
		}
		for i, x := range g.Figures {
			v := strings.Trim(string(x.Value), `"`)
			f := render.Figure{
				Mention: render.Mention{Start: x.Start, End: x.End, Text: x.Text}, Value: &v, Unit: new("ال" + x.Unit),
				Bound: "exact", Kind: x.Kind,
			}
			if v == "null" {
				f.Value = nil
			}
			if i%5 == 4 {
				f.Value = new("7")
			}
			b.Figures = append(b.Figures, f)
		}
		for i, x := range g.Quotes {
			kind := "direct"
			if i%3 == 2 {
				kind = "reported"
			}
			b.Quotes = append(b.Quotes, render.Quote{
				Mention: render.Mention{Start: x.Start + i%2, End: x.End, Text: x.Text}, Speaker: new(x.Speaker), Kind: kind,
			})
		}
		for i, x := range g.Actors {
			a := render.Actor{Name: x.Name, Kind: x.Type, Role: new(x.Role), Aliases: x.Aliases}
			switch i % 4 {
			case 1:
				a.Name, a.Aliases, a.Role = x.Name+" الجديد", nil, new("مدير")
			case 2:
				a.Kind = "location"
			}
			b.Actors = append(b.Actors, a)
		}
		lead := strings.Fields(g.Text)
		b.Bullets = []render.Bullet{{Text: strings.Join(lead[:min(25+n, len(lead))], " ")}, {Text: "بلغ العدد 987654 في اليوم."}}
		list = append(list, b)
	}
	return list
}

func BenchmarkOverlap(b *testing.B) {
	s := strings.Repeat(text+" ", 5)
	for b.Loop() {
		eval.Overlap(s, text)
	}
}
