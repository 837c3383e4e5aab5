package summarize_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
	"mujaz/internal/summarize/style"
)

// span returns where words stand in text.
func span(text, words string) news.Span {
	at := strings.Index(text, words)
	return news.Span{Start: at, End: at + len(words)}
}

func draft(text string, f news.Facts, o summarize.Options) []string {
	var list []string
	for _, c := range summarize.Draft(news.Article{Text: text}, arabic.Read(text), f, o).Claims {
		list = append(list, c.Text)
	}
	return list
}

func TestAbsoluteDates(t *testing.T) {
	t.Parallel()
	const text = "افتتحت بلدية المدينة أمس الأحد ثلاث حدائق عامة في الحي الشرقي."
	f := news.Facts{Dates: []news.Date{{
		Span: span(text, "أمس الأحد"), Value: "2031-05-04", Kind: news.Day, From: "2031-05-04", To: "2031-05-04", Relative: true,
	}}}
	tests := []struct {
		name string
		o    summarize.Options
		want string
	}{
		{"off", summarize.Options{}, "افتتحت بلدية المدينة أمس الأحد ثلاث حدائق عامة في الحي الشرقي."},
		{"on", summarize.Options{AbsoluteDates: true}, "افتتحت بلدية المدينة أمس الأحد (أي 4 مايو 2031) ثلاث حدائق عامة في الحي الشرقي."},
		{
			"in house style",
			summarize.Options{AbsoluteDates: true, Style: style.Style{Numerals: style.ArabicIndic, Months: style.MonthsLevant}},
			"افتتحت بلدية المدينة أمس الأحد (أي ٤ أيار ٢٠٣١) ثلاث حدائق عامة في الحي الشرقي.",
		},
	}
	for _, tt := range tests {
		if got := draft(text, f, tt.o); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: bullets = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestStyle(t *testing.T) {
	t.Parallel()
	const text = "قال الخبير سالم الراوي إن الأسعار ارتفعت بنسبة 2.5 في المئة و«٧٠% من السلع» في G20 منذ 3 مارس 2031."
	f := news.Facts{Dates: []news.Date{{Span: span(text, "3 مارس 2031"), Kind: news.Day, From: "2031-03-03", To: "2031-03-03"}}}
	tests := []struct {
		name  string
		style style.Style
		want  string
	}{
		{"as written", style.Style{}, text},
		{
			"eastern",
			style.Style{Numerals: style.ArabicIndic, Percent: style.PercentSign, Months: style.MonthsLevant},
			"قال الخبير سالم الراوي إن الأسعار ارتفعت بنسبة ٢٫٥% و«٧٠% من السلع» في G20 منذ ٣ آذار ٢٠٣١.",
		},
		{
			"western",
			style.Style{Numerals: style.Western, Percent: style.PercentWord},
			"قال الخبير سالم الراوي إن الأسعار ارتفعت بنسبة 2.5 في المئة و«٧٠% من السلع» في G20 منذ 3 مارس 2031.",
		},
	}
	for _, tt := range tests {
		if got := draft(text, f, summarize.Options{Style: tt.style}); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: bullets =\n %q, want\n %q", tt.name, got, tt.want)
		}
	}
}

func TestHeadline(t *testing.T) {
	t.Parallel()
	a := news.Article{Title: "افتتاح جسر جديد على نهر الوادي", Text: bridge}
	d := summarize.Draft(a, arabic.Read(a.Text), news.Facts{}, summarize.Options{Headline: true})
	if n := len(strings.Fields(d.Headline.Text)); n < 5 || n > 18 || strings.HasSuffix(d.Headline.Text, ".") || len(d.Headline.Quotes) == 0 {
		t.Errorf("headline = %q of %d words with %d quotes, want 5 to 18 words, no full stop, a quote", d.Headline.Text, n, len(d.Headline.Quotes))
	}
}

// TestWithout asks again for the bullets that a check refused.
func TestWithout(t *testing.T) {
	t.Parallel()
	first := draft(bridge, news.Facts{}, summarize.Options{})
	again := draft(bridge, news.Facts{}, summarize.Options{Without: first[:1]})
	for _, b := range again {
		if b == first[0] {
			t.Errorf("bullet %q was made again", b)
		}
	}
	if len(again) == 0 {
		t.Error("no other bullet was made")
	}
}

// TestSpeaker has bullets whose subject stands in the sentence before.
func TestSpeaker(t *testing.T) {
	t.Parallel()
	const minister = "أعلن وزير النقل سالم الراوي أن الجسر الجديد سيفتح أمام السيارات مطلع الشهر المقبل."
	tests := map[string]struct {
		second, want string // want "" when the subject is not certain
		quotes       int
	}{
		"same subject":      {"وأضاف أن 40 حافلة ستعبر الجسر كل يوم في المرحلة الأولى.", "أضاف وزير النقل سالم الراوي أن 40 حافلة ستعبر الجسر كل يوم في المرحلة الأولى.", 2},
		"its own subject":   {"وأضاف المهندس خالد الواحي أن 40 حافلة ستعبر الجسر كل يوم في المرحلة الأولى.", "أضاف المهندس خالد الواحي أن 40 حافلة ستعبر الجسر كل يوم في المرحلة الأولى.", 1},
		"another gender":    {"وأضافت أن 40 حافلة ستعبر الجسر كل يوم في المرحلة الأولى.", "", 0},
		"a subject between": {"وانتظر السائقون في المدينة طويلا قرب الجسر القديم. وأضاف أن 40 حافلة ستعبر الجسر كل يوم.", "", 0},
	}
	for name, tt := range tests {
		text := minister + "\n" + tt.second
		d := summarize.Draft(news.Article{Text: text}, arabic.Read(text), news.Facts{}, summarize.Options{Bullets: 4, WordsPerBullet: 18})
		found := false
		for _, c := range d.Claims {
			switch {
			case tt.want != "" && c.Text == tt.want && len(c.Quotes) == tt.quotes:
				found = true
			case tt.want == "" && strings.Contains(c.Text, "حافلة") && !strings.Contains(c.Text, "،"):
				t.Errorf("%s: bullet %q has a subject that is not certain", name, c.Text)
			}
		}
		if tt.want != "" && !found {
			t.Errorf("%s: claims = %v, want %q with %d quotes", name, d.Claims, tt.want, tt.quotes)
		}
	}
}

// TestRemark has the further statement of a speaker told as a sentence.
func TestRemark(t *testing.T) {
	t.Parallel()
	const text = "أعلنت وزيرة الصحة منى الساحلي أن ثلاثة مستشفيات جديدة ستفتح في محافظات الساحل والواحة والوادي، " +
		"مشيرة إلى أن الأشغال ستكلف 120 مليون دينار يقدمها الصندوق الوطني للتنمية."
	f := news.Facts{Actors: []news.Actor{{Name: "منى الساحلي", Kind: news.Person, Salience: 1, Mentions: []news.Span{span(text, "منى الساحلي")}}}}
	want := []string{
		"أعلنت وزيرة الصحة منى الساحلي أن ثلاثة مستشفيات جديدة ستفتح في محافظات الساحل والواحة والوادي.",
		"أشارت منى الساحلي إلى أن الأشغال ستكلف 120 مليون دينار يقدمها الصندوق الوطني للتنمية.",
	}
	if diff := cmp.Diff(want, draft(text, f, summarize.Options{WordsPerBullet: 18})); diff != "" {
		t.Errorf("bullets differ (-want +got):\n%s", diff)
	}
}

// TestThin has articles that give few bullets, or none, and no filler.
func TestThin(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text string
		most int
	}{
		"empty":       {"", 0},
		"a byline":    {"وكالة الساحل", 0},
		"a sentence":  {"افتتحت البلدية ثلاث حدائق عامة في الحي الشرقي.", 1},
		"a question":  {"من يفتح الحديقة الجديدة في الحي الشرقي من المدينة؟", 1},
		"only marks":  {"... !! ؟", 0},
		"latin only":  {"The city opened three gardens.", 1},
		"list of men": {"النتائج:\nالواحة - الساحل 2-1\nالوادي - النخيل 0-0", 0},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{}, summarize.Options{})
		if len(got) > tt.most {
			t.Errorf("%s: bullets = %q, want at most %d", name, got, tt.most)
		}
	}
}

func TestDraftTakesNoTime(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{
		"one word": "كلمة ", "a verb with its conjunction": "وقال ", "clauses": "وأعلنت الوزارة أن الجسر الذي بنته الشركة سيفتح قريبا ", "open marks": "قال \"أن ( ",
	} {
		text := strings.Repeat(words, 1_500_000/len(words))
		read := arabic.Read(text)
		for _, o := range []summarize.Options{{}, {Bullets: 40, Words: 125}} {
			start := time.Now()
			summarize.Draft(news.Article{Text: text}, read, news.Facts{}, o)
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("%s: %d bytes without an end took %v", name, len(text), d)
			}
		}
	}
}
