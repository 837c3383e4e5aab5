package verify_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/govalues/decimal"

	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/verify"
)

// TestBriefFacts: what an engine saw beyond the finders is kept when its words
// prove it, once, and dropped with a reason otherwise.
func TestBriefFacts(t *testing.T) {
	t.Parallel()
	s := stories(t)["fever"]
	source := s.article.Text
	at := func(words string) news.Span {
		e, ok := evidence.Verbatim(s.text, words)
		if !ok {
			t.Fatalf("the story has no %q", words)
		}
		return e.Span
	}
	number := func(n string) decimal.NullDecimal {
		return decimal.NullDecimal{Decimal: decimal.MustParse(n), Valid: true}
	}
	seen := s.facts
	seen.Figures, seen.Dates, seen.Quotes, seen.Actors = nil, nil, nil, seen.Actors[:1]
	d := news.Draft{Facts: news.Facts{
		Figures: []news.Figure{
			{Span: at("250 مليون دينار"), Value: number("250000000"), Bound: news.Exact, Kind: news.Money, Unit: "دينار", UnitCode: s.facts.Figures[2].UnitCode},
			{Span: at("87 شخصا"), Value: number("78"), Bound: news.Exact, Kind: news.Count, Unit: "شخصا"},
			{Span: news.Span{Start: 1, End: 9}, Value: number("1"), Bound: news.Exact, Kind: news.Count},
			{Span: news.Span{Start: 5, End: len(source) + 5}},
		},
		Dates: []news.Date{
			{Span: at("اليوم الخميس"), Value: "2025-06-12", Kind: news.Day},
			{Span: at("مايو الماضي"), Value: "2024-05", Kind: news.Day},
		},
		Quotes: []news.Quote{
			{Span: at("المخزون يكفي ثلاثة أشهر على الأقل"), Speaker: "ليلى الحربي", Kind: news.Direct},
			{Span: at("الوزارة خصصت 250 مليون دينار"), Speaker: "فارس المنصوري", Kind: news.Direct},
			{Span: at("الحملة لن تشمل الأطفال"), Speaker: "سامي الغائب", Kind: news.Reported},
		},
		Actors: []news.Actor{
			{Name: "وزارة الصحة", Kind: news.Organization},
			{Name: "ليلى الحربي", Kind: news.Person, Role: "مديرة مستشفى النخيل", RoleAt: at("مديرة مستشفى النخيل"), Aliases: []string{"الحربي", "أم سعد"}},
			{Name: "فارس المنصوري", Kind: news.Person, Role: "وزير المالية", RoleAt: at("وزير الصحة")},
			{Name: "سامي الغائب", Kind: news.Person},
		},
	}}
	b := verify.Brief(s.article, s.text, seen, d)
	var got []string
	for _, x := range b.Facts.Figures {
		got = append(got, "figure "+x.Of(source))
	}
	for _, x := range b.Facts.Dates {
		got = append(got, "date "+x.Of(source)+" "+x.Value)
	}
	for _, x := range b.Facts.Quotes {
		got = append(got, "quote "+x.Of(source))
	}
	for _, x := range b.Facts.Actors {
		got = append(got, "actor "+x.Name+" | "+x.Role+" | "+strings.Join(x.Aliases, ", "))
	}
	want := []string{
		"figure 250 مليون دينار",
		"date اليوم الخميس 2025-06-12",
		"quote المخزون يكفي ثلاثة أشهر على الأقل",
		"actor وزارة الصحة |  | ",
		"actor ليلى الحربي | مديرة مستشفى النخيل | الحربي",
		"actor فارس المنصوري |  | ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	reasons := map[string]int{}
	for _, x := range b.Dropped {
		reasons[x.What+" "+x.Reason]++
		if !strings.Contains(source, x.Text) {
			t.Errorf("dropped %q, which the article does not say", x.Text)
		}
	}
	if diff := cmp.Diff(map[string]int{
		"figure number": 1, "figure unproven": 2, "date date": 1, "quote quotation": 1, "quote attribution": 1, "actor name": 1,
	}, reasons); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

// TestBriefMarkup: what no bullet may hold, unless the article has the very words.
func TestBriefMarkup(t *testing.T) {
	t.Parallel()
	s := stories(t)["fever"]
	quote := s.text.Sentences[0].Of(s.article.Text)
	for name, text := range map[string]string{
		"empty":           "",
		"marks alone":     "«…»",
		"two lines":       "أعلنت وزارة الصحة تسجيل 12 إصابة\nجديدة",
		"control":         "أعلنت وزارة الصحة تسجيل 12 إصابة\x07 جديدة",
		"bidi override":   "أعلنت وزارة الصحة تسجيل \u202e12 إصابة جديدة",
		"zero width":      "أعلنت وزارة الصحة\u200b تسجيل 12 إصابة جديدة",
		"tag characters":  "أعلنت وزارة الصحة تسجيل 12 إصابة جديدة\U000E0041\U000E0042",
		"address":         "أعلنت وزارة الصحة تسجيل 12 إصابة جديدة sahel.example",
		"mail":            "أعلنت وزارة الصحة تسجيل 12 إصابة جديدة a@b.example",
		"hash tag":        "أعلنت وزارة الصحة تسجيل 12 إصابة جديدة #حمى_الوادي",
		"entity":          "أعلنت وزارة الصحة تسجيل 12 إصابة جديدة&#46;",
		"code":            "أعلنت `وزارة الصحة` تسجيل 12 إصابة جديدة",
		"Chinese":         "أعلنت وزارة الصحة 卫生部 تسجيل 12 إصابة جديدة",
		"Cyrillic letter": "أعلنت وزارة الصحة тест تسجيل 12 إصابة جديدة",
		"not UTF-8":       "أعلنت وزارة الصحة تسجيل 12 إصابة \xff جديدة",
	} {
		if _, faults := verify.Check(s.article, s.text, s.facts, news.Claim{Text: text, Quotes: []string{quote}}); len(faults) == 0 {
			t.Errorf("%s: kept %q", name, text)
		}
	}
	long := strings.Repeat("أعلنت وزارة الصحة تسجيل 12 إصابة جديدة ", 20_000)
	if _, faults := verify.Check(s.article, s.text, s.facts, news.Claim{Text: long, Quotes: []string{quote}}); len(faults) == 0 {
		t.Error("kept a claim of 120,000 words")
	}
	if _, faults := verify.Check(s.article, s.text, s.facts, news.Claim{Text: "أعلنت وزارة الصحة تسجيل 12 إصابة جديدة"}); len(faults) == 0 {
		t.Error("kept a claim without quotes")
	}
}
