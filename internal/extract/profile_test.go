package extract_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/extract"
	"mujaz/internal/news"
)

const second = "وقال رئيس البلدية سالم الدرعي إن الأشغال دامت عامين وإن الجسر سيفتح أمام الشاحنات في الشتاء."

func TestReaderProfiles(t *testing.T) {
	t.Parallel()
	list, err := extract.ReadProfiles(strings.NewReader(`[{
		"host": "nakheel.example", "body": [".gone", "#b"], "lead": [".l"], "summary": [".s"], "title": [".t"], "author": [".w"],
		"date": [".d"], "section": [".c"], "remove": [".x"], "timezone": "Africa/Cairo", "encoding": "windows-1256"}]`))
	if err != nil {
		t.Fatal(err)
	}
	body := `<title>عنوان آخر</title><i class=c>محليات</i><b class=t>جسر جديد في وادي النخيل</b><i class=w>ريم الكندي</i>
		<i class=d>الأحد 5 يناير 2025 - 08:30 م</i><ul class=s><li>جسر جديد يربط ضفتي المدينة</ul><div class=l>` + lead + `</div>
		<div id=b><p>` + second + `</p><p class=x>` + lead + `</p></div><div>` + strings.Repeat("<p>"+lead+"</p>", 9) + `</div>`
	read := func(address, body string) news.Article {
		p := htmlPage(body)
		p.URL = address
		a, err := extract.Reader{Profiles: list}.Article(p)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a := read("https://www.nakheel.example/1", body)
	got := []string{a.Title, a.Published.String(), a.Section, strings.Join(a.Authors, "|"), strings.Join(a.PublisherSummary, "|"), a.Text, a.Origins["profile"].Raw}
	want := []string{
		"جسر جديد في وادي النخيل", "2025-01-05T20:30:00+02:00", "محليات", "ريم الكندي", "جسر جديد يربط ضفتي المدينة",
		lead + "\n" + second, "nakheel.example",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("with the profile (-want +got):\n%s", diff)
	}
	if a := read("https://nakheel.example.evil.example/1", body); a.Origins["profile"].Raw != "" {
		t.Errorf("another host has the profile: %q", a.Origins["profile"].Raw)
	}
	a = read("https://nakheel.example/2", "<h1>جسر جديد في وادي النخيل</h1><p>"+lead+"</p>")
	if a.Text != lead || a.Origins["profile"].Raw != "nakheel.example: no body" {
		t.Errorf("a profile that does not match: text %q, origin %q", a.Text, a.Origins["profile"].Raw)
	}
}
