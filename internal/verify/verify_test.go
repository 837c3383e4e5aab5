package verify_test

import (
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/news"
	"mujaz/internal/verify"
)

func TestBrief(t *testing.T) {
	t.Parallel()
	const source = "أعلنت وزارة النقل في مدينة النخيل، أمس الأحد، افتتاح ١٢ محطة جديدة للحافلات."
	claim := func(text string) news.Claim { return news.Claim{Text: text, Quotes: []string{source}} }
	d := news.Draft{Claims: []news.Claim{
		claim("أعلنت وزارة النقل افتتاح 12 محطة جديدة للحافلات."),
		claim("أعلنت وزارة النقل افتتاح 13 محطة جديدة."),
		claim("أعلنت وزارة الصحة افتتاح 12 محطة جديدة."),
		{Text: "أعلنت وزارة النقل افتتاح 12 محطة.", Quotes: []string{"لم يقله أحد في هذا النص"}},
		claim("<b>أعلنت</b> وزارة النقل افتتاح محطة."),
	}}
	b := verify.Brief(news.Article{Text: source}, arabic.Read(source), news.Facts{}, d)
	if len(b.Bullets) != 1 || len(b.Dropped) != 4 {
		t.Errorf("Brief kept %v and dropped %v", b.Bullets, b.Dropped)
	}
	for _, x := range b.Dropped { // nothing of what was claimed, only what the article has
		if x.Text != source && x.Text != "" {
			t.Errorf("dropped %q, which the article does not say", x.Text)
		}
	}
}

// TestDayWithoutPublication has days named otherwise in an article of which nobody
// knows the day.
func TestDayWithoutPublication(t *testing.T) {
	t.Parallel()
	const source = "أعلنت وزارة النقل في مدينة النخيل أن المحطة ستفتح في 15 جويلية."
	text := arabic.Read(source)
	a, f := news.Article{Text: source}, news.Facts{Dates: dates.Find(text, news.Moment{})}
	for claim, right := range map[string]bool{
		"أعلنت وزارة النقل أن المحطة ستفتح في 15 يوليو.":       true,
		"أعلنت وزارة النقل أن المحطة ستفتح في 15 تموز/ يوليو.": true,
		"أعلنت وزارة النقل أن المحطة ستفتح في 15 يونيو.":       false,
		"أعلنت وزارة النقل أن المحطة ستفتح في 16 يوليو.":       false,
	} {
		if _, faults := verify.Check(a, text, f, news.Claim{Text: claim, Quotes: []string{source}}); (len(faults) == 0) != right {
			t.Errorf("Check(%q) has faults %v", claim, faults)
		}
	}
}

// TestDayToldFromToday has an article stored a day late: its «أمس» stays «أمس».
func TestDayToldFromToday(t *testing.T) {
	t.Parallel()
	const source = "افتتحت وزارة النقل المحطة الجديدة مساء أمس السبت في مدينة النخيل."
	day, err := news.ParseMoment("2026-11-21") // a Saturday
	if err != nil {
		t.Fatal(err)
	}
	text := arabic.Read(source)
	a, f := news.Article{Text: source, Published: day}, news.Facts{Dates: dates.Find(text, day)}
	for what, tt := range map[string]struct{ article, claim string }{
		"«أمس» for «أول من أمس»": {
			"وقعت شركة الكهرباء، أول من أمس الخميس، اتفاقا لبناء محطة في مدينة النخيل.",
			"وقعت شركة الكهرباء، أول من الخميس، أمس اتفاقا لبناء محطة في مدينة النخيل.",
		},
		"a day without its year": {
			"وشهدت مدينة النخيل زلزالا مشابها في 5 يناير 1998 أودى بحياة ألفي شخص.",
			"شهدت مدينة النخيل زلزالا مشابها في 5 يناير أودى بحياة ألفي شخص.",
		},
	} {
		read := arabic.Read(tt.article)
		if _, faults := verify.Check(news.Article{Text: tt.article, Published: day}, read, news.Facts{Dates: dates.Find(read, day)}, news.Claim{
			Text: tt.claim, Quotes: []string{tt.article},
		}); len(faults) == 0 {
			t.Errorf("%s passes", what)
		}
	}
	for claim, right := range map[string]bool{
		"افتتحت وزارة النقل المحطة الجديدة أمس السبت في مدينة النخيل.":   true,
		"افتتحت وزارة النقل المحطة الجديدة السبت في مدينة النخيل.":       true,
		"افتتحت وزارة النقل المحطة الجديدة اليوم السبت في مدينة النخيل.": false,
	} {
		if _, faults := verify.Check(a, text, f, news.Claim{Text: claim, Quotes: []string{source}}); (len(faults) == 0) != right {
			t.Errorf("Check(%q) has faults %v", claim, faults)
		}
	}
}

// TestQuotedName has names and titles between marks, which are quoted whole.
func TestQuotedName(t *testing.T) {
	t.Parallel()
	const source = "عرض المهرجان فيلم «ناعورة الهواء البعيد» مساء أمس، وقال المخرج إن «القصة بدأت قبل عشرين عاما في قرية صغيرة جدا»."
	text := arabic.Read(source)
	for claim, right := range map[string]bool{
		"عرض المهرجان فيلم «ناعورة الهواء البعيد» مساء أمس.":           true,
		"عرض المهرجان فيلم «ناعورة الهواء» مساء أمس.":                  false,
		"عرض المهرجان فيلم «» مساء أمس.":                               false,
		"قال المخرج إن «القصة بدأت قبل عشرين عاما في قرية صغيرة جدا».": true,
		"قال المخرج إن «القصة بدأت قبل عشرين عاما في قرية بعيدة».":     false,
	} {
		if _, faults := verify.Check(news.Article{Text: source}, text, news.Facts{}, news.Claim{Text: claim, Quotes: []string{source}}); (len(faults) == 0) != right {
			t.Errorf("Check(%q) has faults %v", claim, faults)
		}
	}
}
