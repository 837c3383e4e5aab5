package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
	"mujaz/internal/summarize/style"
)

// day returns a relative date of text that means 4 May 2031.
func day(text, words string) news.Date {
	return news.Date{Span: span(text, words), Value: "2031-05-04", Kind: news.Day, From: "2031-05-04", To: "2031-05-04", Relative: true}
}

// TestDatesAdded has relative days beside which the day is written, or not.
func TestDatesAdded(t *testing.T) {
	t.Parallel()
	doubtful := func(d news.Date) news.Date { d.Doubt = "weekday"; return d }
	lunar := func(d news.Date) news.Date { d.Calendar = news.Hijri; return d }
	const (
		opened = "افتتحت بلدية المدينة أمس الأحد ثلاث حدائق عامة في الحي الشرقي."
		named  = "افتتحت بلدية المدينة يوم 4 ماي الماضي ثلاث حدائق عامة في الحي الشرقي."
		moon   = "افتتحت بلدية المدينة غرة محرم الماضي ثلاث حدائق عامة في الحي الشرقي."
		spoken = "قال الخبير سالم الراوي إن البلدية أعلنت الأحد أنها «فتحت أمس ثلاث حدائق عامة في الحي الشرقي»."
	)
	tests := map[string]struct {
		text string
		date news.Date
		want bool
	}{
		"a weekday":                   {opened, day(opened, "أمس الأحد"), true},
		"a weekday that does not fit": {opened, doubtful(day(opened, "أمس الأحد")), false},
		"the month named":             {named, day(named, "يوم 4 ماي الماضي"), false},
		"the month of another kind":   {moon, lunar(day(moon, "غرة محرم الماضي")), false},
		"beside a quotation":          {spoken, day(spoken, "الأحد"), true},
		"inside a quotation":          {spoken, day(spoken, "أمس"), false},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{Dates: []news.Date{tt.date}}, summarize.Options{AbsoluteDates: true})
		if len(got) != 1 || strings.Contains(got[0], "(أي 4 مايو 2031)") != tt.want {
			t.Errorf("%s: bullets = %q, the day added: want %v", name, got, tt.want)
		}
	}
}

// TestHourCut leaves out the hour between the day and the subject.
func TestHourCut(t *testing.T) {
	t.Parallel()
	const text = "جد اليوم الأربعاء، حوالي الساعة الثالثة و50 دقيقة، حادث مرور على الطريق الوطنية رقم 17 أسفر عن وفاة شخصين وإصابة خمسة من ركاب الحافلة."
	const want = "جد اليوم الأربعاء حادث مرور على الطريق الوطنية رقم 17 أسفر عن وفاة شخصين وإصابة خمسة من ركاب الحافلة."
	got := draft(text, news.Facts{Dates: []news.Date{day(text, "اليوم الأربعاء")}}, summarize.Options{WordsPerBullet: 20})
	if len(got) != 1 || got[0] != want {
		t.Errorf("bullets = %q, want %q", got, want)
	}
}

// TestDatesAddedLast has the same bullets with and without the days, whatever the
// limit, and a headline without them.
func TestDatesAddedLast(t *testing.T) {
	t.Parallel()
	const text = "أعلنت وزارة النقل في الواحة، أمس الأحد، فتح ميناء النخيل أمام السفن التجارية بعد تعويم الناقلة التي سدت مدخله تسعة أيام.\n" +
		"وقال مدير الميناء سالم الراوي إن سبع قاطرات شاركت في العملية التي كلفت 12 مليون دينار."
	f := news.Facts{Dates: []news.Date{day(text, "أمس الأحد")}}
	for limit := 8; limit <= 30; limit++ {
		for words := range 3 {
			o := summarize.Options{WordsPerBullet: limit, Words: words * limit, Headline: true}
			want := strings.Join(draft(text, f, o), "\n")
			o.AbsoluteDates = true
			d := summarize.Draft(news.Article{Text: text}, arabic.Read(text), f, o)
			list := []string{}
			for _, c := range d.Claims {
				list = append(list, strings.ReplaceAll(c.Text, " (أي 4 مايو 2031)", ""))
			}
			if got := strings.Join(list, "\n"); got != want {
				t.Errorf("%d words: bullets =\n%s\nwant\n%s", limit, got, want)
			}
			if strings.Contains(d.Headline.Text, "2031") {
				t.Errorf("headline = %q, which has a day added", d.Headline.Text)
			}
		}
	}
}

// TestMonths has the names of months that a house style makes one.
func TestMonths(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words  string
		months style.Months
		want   string
	}{
		{"14 غشت 2030", style.MonthsEgypt, "14 أغسطس 2030"},
		{"14 شتنبر 2030", style.MonthsLevant, "14 أيلول 2030"},
		{"14 نونبر 2030", style.MonthsMaghreb, "14 نوفمبر 2030"},
		{"14 دجنبر 2030", style.MonthsEgypt, "14 ديسمبر 2030"},
		{"14 ماي 2030", style.MonthsEgypt, "14 مايو 2030"},
		{"14 يوليوز 2030", style.MonthsMaghreb, "14 جويلية 2030"},
		{"14 يونيه 2030", style.MonthsLevant, "14 حزيران 2030"},
		{"14 مايو/أيار 2030", style.MonthsEgypt, "14 مايو 2030"},
		{"14 مايو/أيار 2030", style.MonthsLevant, "14 أيار 2030"},
		{"14 نوفمبر/ تشرين الثاني 2030", style.MonthsEgypt, "14 نوفمبر 2030"},
		{"14 كانون الثاني / يناير 2030", style.MonthsMaghreb, "14 جانفي 2030"},
		{"14 آب (أغسطس) 2030", style.MonthsEgypt, "14 أغسطس 2030"},
		{"يوليو/أغسطس 2030", style.MonthsLevant, "تموز/آب 2030"},
		{"بين شهري غشت ونونبر 2030", style.MonthsEgypt, "بين شهري أغسطس ونوفمبر 2030"},
		{"14 مايو/أيار 2030", style.MonthsAsWritten, "14 مايو/أيار 2030"},
		{"14/5/2030", style.MonthsLevant, "14/5/2030"},
		{"عام مايوركا 2030", style.MonthsLevant, "عام مايوركا 2030"},
	}
	for _, tt := range tests {
		for _, quoted := range []bool{false, true} {
			words, want := tt.words, tt.want
			if quoted {
				words, want = "«"+words+"»", "«"+words+"»"
			}
			text := "افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي منذ " + words + " وغرست فيها 40 شجرة."
			f := news.Facts{Dates: []news.Date{{Span: span(text, tt.words), Kind: news.Day}}}
			got := draft(text, f, summarize.Options{Style: style.Style{Months: tt.months}})
			if len(got) != 1 || !strings.Contains(got[0], "منذ "+want+" وغرست") {
				t.Errorf("%s in %q: bullets = %q, want %q", words, tt.months, got, want)
			}
		}
	}
}
