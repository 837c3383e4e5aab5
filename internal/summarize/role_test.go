package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
	"mujaz/internal/summarize"
)

// TestEntitled: a noun that only says what somebody is gets the name that the article
// gave him, where no bullet before has it and nobody else can be meant.
func TestEntitled(t *testing.T) {
	t.Parallel()
	const (
		untold   = "هل يعرف سكان الضفة متى يبدأ وزير النقل سالم الراوي ترميم طريق السوق القديم؟\n"
		ministry = "هل يعرف سكان الضفة متى تبدأ وزارة النقل ترميم طريق السوق القديم؟\n"
		more     = " أن الأشغال ستنطلق خلال الربيع المقبل وتستمر تسعة أشهر كاملة في وسط المدينة.\nويربط الطريق الميناء بسوق المدينة.\nوهو ضيق."
	)
	tests := map[string]struct{ text, start string }{
		"a minister":     {untold + "وأعلن الوزير" + more, "أعلن وزير النقل سالم الراوي أن"},
		"a ministry":     {ministry + "وأعلنت الوزارة" + more, "أعلنت وزارة النقل أن"},
		"two can be":     {strings.Replace(untold, "سكان الضفة", "وزير الدفاع كريم الواحي", 1) + "وأعلن الوزير" + more, "أعلن الوزير أن"},
		"another noun":   {untold + "وأعلن المدير" + more, "أعلن المدير أن"},
		"said with more": {untold + "وأعلن الوزير السابق" + more, "أعلن الوزير السابق أن"},
		"named already":  {"زار وزير النقل سالم الراوي أمس محطة القطار الجديدة في مدينة النخيل.\nوأعلن الوزير" + more, "أعلن الوزير أن"},
	}
	for name, tt := range tests {
		text := arabic.Read(tt.text)
		f := news.Facts{Actors: actors.Find(text, "")}
		f.Quotes = quotes.Find(text, f.Actors)
		d := summarize.Draft(news.Article{Text: tt.text}, text, f, summarize.Options{})
		found := false
		for _, c := range d.Claims {
			found = found || strings.HasPrefix(c.Text, tt.start)
		}
		if !found {
			t.Errorf("%s: bullets = %q, none begins with %q", name, d.Claims, tt.start)
		}
	}
}
