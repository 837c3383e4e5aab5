package draft_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
	"mujaz/prompts"
)

// answerWith returns an answer with one good claim and the given facts.
func answerWith(t *testing.T, actors []map[string]string, dates, figures []string) string {
	t.Helper()
	if actors == nil {
		actors = []map[string]string{}
	}
	b, err := json.Marshal(map[string]any{
		"bullets": []any{map[string]any{"quotes": []string{goodQuote}, "text": goodQuote}},
		"actors":  actors, "dates": dates, "figures": figures,
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// factsOf returns the text of the dates and figures of a draft.
func factsOf(d news.Draft, source string) (dates, figures []string) {
	for _, x := range d.Facts.Dates {
		dates = append(dates, x.Of(source))
	}
	for _, x := range d.Facts.Figures {
		figures = append(figures, x.Of(source))
	}
	return dates, figures
}

// TestFacts checks which words of a model become facts.
func TestFacts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name           string
		dates, figures []string // said
		known          news.Facts
		wantDates      []string
		wantFigures    []string
	}{
		{"as written", []string{"مارس 2023", "أمس الأحد"}, []string{"نحو 40 ألف راكب"}, news.Facts{}, []string{"أمس الأحد", "مارس 2023"}, []string{"نحو 40 ألف راكب"}},
		{"digits of another set", nil, []string{"12 محطة"}, news.Facts{}, nil, []string{"١٢ محطة"}},
		{"wrong currency is not proven in part", nil, []string{"30 مليون جنيه"}, news.Facts{}, nil, nil},
		{"wrong number", []string{"مارس 2024"}, []string{"13 محطة"}, news.Facts{}, nil, nil},
		{"no quantity", nil, []string{"الوزير كريم"}, news.Facts{}, nil, nil},
		{"part of a number", nil, []string{"4"}, news.Facts{}, nil, nil},
		{"known to the finders", nil, []string{"30 مليون دولار"}, news.Facts{Figures: []news.Figure{{Span: span("30 مليون دولار")}}}, nil, nil},
		{"empty and blank", []string{"", " "}, []string{"؟"}, news.Facts{}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			e, _ := engine(said{answerWith(t, nil, tt.dates, tt.figures), nil})
			published, _ := news.ParseMoment("2025-04-07")
			d, err := e.Draft(t.Context(), news.Article{Text: source, Published: published}, arabic.Read(source), tt.known)
			if err != nil {
				t.Fatal(err)
			}
			dates, figures := factsOf(d, source)
			if diff := cmp.Diff(tt.wantDates, dates); diff != "" {
				t.Errorf("dates (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.wantFigures, figures); diff != "" {
				t.Errorf("figures (-want +got):\n%s", diff)
			}
		})
	}
}

// span returns where words stand in source.
func span(words string) news.Span {
	t := arabic.Read(source)
	for _, s := range draft.Places(t, []string{words}) {
		return s
	}
	return news.Span{}
}

// TestActors checks which actors of a model are kept.
func TestActors(t *testing.T) {
	t.Parallel()
	said1 := []map[string]string{
		{"quote": "الوزير كريم الساعدي", "name": "كريم الساعدي", "kind": "person", "role": "الوزير"},
		{"quote": "وزارة النقل", "name": "وزارة النقل", "kind": "organization", "role": ""},
		{"quote": "وزارة الصحة", "name": "وزارة الصحة", "kind": "organization", "role": ""},
		{"quote": "كريم", "name": "كريم الساعدي", "kind": "person", "role": "الرئيس"},
		{"quote": "مدينة النخيل", "name": "مدينة النخيل", "kind": "place", "role": ""},
		{"quote": "٣٠", "name": "30", "kind": "organization", "role": ""},
	}
	e, _ := engine(said{answerWith(t, said1, nil, nil), nil})
	known := news.Facts{Actors: []news.Actor{{Name: "وزارة النقل", Kind: news.Organization, Mentions: []news.Span{span("وزارة النقل")}}}}
	d, err := e.Draft(t.Context(), news.Article{Text: source}, arabic.Read(source), known)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Facts.Actors) != 1 {
		t.Fatalf("actors = %+v, want one", d.Facts.Actors)
	}
	a := d.Facts.Actors[0]
	if a.Name != "كريم الساعدي" || a.Role != "الوزير" || a.RoleAt.Of(source) != "الوزير" || len(a.Mentions) != 1 || a.Mentions[0].Of(source) != a.Name {
		t.Errorf("actor = %+v", a)
	}
}

// TestPlacesKeepOrder checks that repeated words take successive places, and
// that words out of order still find one.
func TestPlacesKeepOrder(t *testing.T) {
	t.Parallel()
	const text = "وصل 5 عمال صباحا، ثم وصل 7 عمال، ثم وصل 5 عمال مساء."
	tests := []struct {
		quotes []string
		want   []int // which of the number tokens, in order
	}{
		{[]string{"5 عمال", "7 عمال"}, []int{0, 1}},
		{[]string{"7 عمال", "5 عمال"}, []int{1, 2}},
		{[]string{"5 عمال", "7 عمال", "5 عمال"}, []int{0, 1, 2}},
		{[]string{"5 عمال مساء", "7 عمال"}, []int{1, 2}},
	}
	t1 := arabic.Read(text)
	var numbers []int
	for _, w := range t1.Tokens {
		if w.Kind == arabic.Digits {
			numbers = append(numbers, w.Start)
		}
	}
	for _, tt := range tests {
		var got []int
		for _, s := range draft.Places(t1, tt.quotes) {
			got = append(got, slices.Index(numbers, s.Start))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.quotes, diff)
		}
	}
}

// TestWhateverTheModelSays states that no answer, however strange, gives a fact
// whose words are not the article's, or a span outside it.
func TestWhateverTheModelSays(t *testing.T) {
	t.Parallel()
	words := rapid.StringOfN(rapid.RuneFrom([]rune("اأإآبتةهىيقالوزمن ًَُّـ.،٣34130«»\"{}<>$%")), 0, 25, -1)
	text := arabic.Read(source)
	set := prompts.Default()
	rapid.Check(t, func(rt *rapid.T) {
		actors := []map[string]string{{"quote": words.Draw(rt, "quote"), "name": words.Draw(rt, "name"), "kind": rapid.SampledFrom([]string{"person", "organization", "x"}).Draw(rt, "kind"), "role": words.Draw(rt, "role")}}
		list := rapid.SliceOfN(words, 0, 4)
		m := &model{says: []said{{answerWith(t, actors, list.Draw(rt, "dates"), list.Draw(rt, "figures")), nil}}}
		e := &draft.Engine{Model: m, Prompts: set, Check: check, Embedded: embedded}
		d, err := e.Draft(t.Context(), news.Article{Text: source}, text, news.Facts{})
		if err != nil {
			rt.Fatal(err)
		}
		end := 0
		for _, f := range d.Facts.Figures {
			if f.Start < end || f.Of(source) == "" {
				rt.Errorf("figure at %v after %d", f.Span, end)
			}
			end = f.End
		}
		for _, a := range d.Facts.Actors {
			for _, m := range a.Mentions {
				_ = m.Of(source)
			}
		}
	})
}

// FuzzAnswer states that no answer of a model panics or gives an empty claim.
func FuzzAnswer(f *testing.F) {
	f.Add(claims(0, goodNews))
	f.Add(`{"bullets":[{"quotes":"x","text":5},{"text":"ب"},7],"actors":{},"dates":[1,"x"]}`)
	f.Add(`{"bullets":[`)
	text := arabic.Read(source)
	set := prompts.Default()
	f.Fuzz(func(t *testing.T, answer string) {
		e := &draft.Engine{Model: &model{says: []said{{answer, nil}}}, Prompts: set, Check: check, Embedded: embedded}
		d, err := e.Draft(t.Context(), news.Article{Text: source}, text, news.Facts{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range append(d.Claims, draft.Whole(answer)...) {
			if c.Text == "" {
				t.Errorf("empty claim from %q", answer)
			}
		}
	})
}
