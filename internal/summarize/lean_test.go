package summarize_test

import (
	"slices"
	"strings"
	"testing"

	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestLeans has sentences that no bullet may begin with as they are written.
func TestLeans(t *testing.T) {
	t.Parallel()
	const weather = "\nقال مصدر في بلدية الواحة إن الطقس سيكون باردا غدا في مدينة النخيل."
	tests := map[string]struct{ text, bad, good string }{
		"a result of the sentence before": {"ليرتفع بذلك عدد المصابين في مدينة النخيل إلى 64 مصابا منذ بداية الأسبوع الجاري.", "ليرتفع", "الطقس"},
		"a doubled that":                  {"يشار إلى أنه أنه تم أمس الأحد افتتاح مستشفى جديد في مدينة النخيل يضم 120 سريرا وقسما للأطفال.", "أنه", "افتتاح مستشفى"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bullets := draft(tt.text+weather, news.Facts{}, summarize.Options{})
			has := func(words string) bool {
				return slices.ContainsFunc(bullets, func(b string) bool { return strings.Contains(b, words) })
			}
			if has(tt.bad) || !has(tt.good) {
				t.Errorf("bullets %q, want one with %q and none with %q", bullets, tt.good, tt.bad)
			}
		})
	}
}
