package dates_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/news"
	"mujaz/internal/testkit"
)

// paragraph is news text of our own with as many dates as news has.
const paragraph = `أعلنت بلدية المرسى، اليوم الخميس، أنها ستفتتح الحديقة الجديدة يوم 12 ماي المقبل على مساحة 1.9 هكتار، بعد أشغال استمرت سنتين وكلفت 3 ملايين دينار. ` +
	`وقال رئيس البلدية في مؤتمر صحافي إن المشروع الذي انطلق في مارس 2015 يضم ملاعب للأطفال ومسالك للمشي، وإن العمل فيه توقف مرتين بسبب الأمطار الغزيرة التي شهدتها المنطقة. `

var published = news.Moment{Time: time.Date(2017, 4, 20, 0, 0, 0, 0, time.UTC), DayOnly: true}

func BenchmarkFind(b *testing.B) {
	t := arabic.Read(strings.Repeat(paragraph, 100))
	b.SetBytes(int64(len(t.Source)))
	b.ReportAllocs()
	for b.Loop() {
		dates.Find(t, published)
	}
}

// BenchmarkFindLine holds Find to linear time on one line of 5 MB.
func BenchmarkFindLine(b *testing.B) {
	t := arabic.Read(strings.Repeat("يوم 5 مايو ", 5<<20/20))
	b.SetBytes(int64(len(t.Source)))
	for b.Loop() {
		dates.Find(t, published)
	}
}

func BenchmarkFindNews(b *testing.B) {
	var texts []*arabic.Text
	size := 0
	for _, s := range newsTexts(b, "data/news_ant.jsonl.gz", 2000) {
		texts = append(texts, arabic.Read(s))
		size += len(s)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, t := range texts {
			dates.Find(t, published)
		}
	}
}

func newsTexts(tb testing.TB, name string, n int) []string {
	tb.Helper()
	f, err := os.Open(testkit.Shared(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var list []string
	for d := json.NewDecoder(z); len(list) < n && d.More(); {
		var x struct{ Text, Body string }
		if err := d.Decode(&x); err != nil {
			tb.Fatal(err)
		}
		list = append(list, x.Text+x.Body)
	}
	return list
}

// BenchmarkHostile finds in one line of words that might all belong together.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{"12 ", "12-", "2015 ", "و3 ", "قبل 3 ", "من 5 إلى ", "الساعة "} {
		t := arabic.Read(strings.Repeat(piece, 1<<20/len(piece)))
		b.Run(piece, func(b *testing.B) {
			b.SetBytes(1 << 20)
			for b.Loop() {
				dates.Find(t, published)
			}
		})
	}
}
