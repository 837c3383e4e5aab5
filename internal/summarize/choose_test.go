package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestValue chooses, of two sentences of the same length, the one that belongs to the
// news.
func TestValue(t *testing.T) {
	t.Parallel()
	const (
		title = "بلدية النخيل تفتتح حديقة عامة في الحي الشرقي"
		lead  = "افتتحت بلدية النخيل أمس الأحد حديقة عامة كبيرة في الحي الشرقي بحضور عدد من السكان والضيوف.\n"
		news1 = "وتضم الحديقة ملعبا للأطفال ومكتبة صغيرة ومقهى يطل على النهر وتفتح أبوابها مجانا طوال أيام الأسبوع."
	)
	tests := map[string]string{
		"thanks for praise":    "ثمن رئيس الجمعية المحلية جهود العمال والمهندسين وأصحاب المحلات المجاورة الذين صبروا على ضجيج الأشغال.",
		"thanks in a sentence": "عبر رئيس الجمعية المحلية عن شكره للعمال والمهندسين وأصحاب المحلات المجاورة الذين صبروا على ضجيج الأشغال.",
		"another matter":       "تراجعت أسعار القمح والشعير في أسواق الواحة بعد وصول سفن محملة من موانئ بعيدة بداية فصل الشتاء.",
	}
	for name, other := range tests {
		for _, text := range []string{lead + other + "\n" + news1, lead + news1 + "\n" + other} {
			d := summarize.Draft(news.Article{Title: title, Text: text}, arabic.Read(text), news.Facts{}, summarize.Options{Bullets: 2})
			if len(d.Claims) != 2 || !strings.HasPrefix(d.Claims[1].Text, "تضم الحديقة") {
				t.Errorf("%s: bullets = %q, want %q second", name, d.Claims, news1)
			}
		}
	}
}
