package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// An invented article.
const bridge = "مرفأ النخيل - وكالة الساحل - أعلنت وزارة النقل في مدينة مرفأ النخيل، أمس الأحد، افتتاح جسر جديد يربط ضفتي نهر الوادي بكلفة 12 مليون دينار، مشيرة إلى أن الأشغال دامت عامين.\n" +
	"وأوضح وزير النقل سالم الراوي أن الجسر سيخفف الازدحام عن وسط المدينة بنسبة 30 بالمئة.\n" +
	"وأضاف أن الحافلات ستعبره مجانا خلال الشهر الأول.\n" +
	"من جهة أخرى، احتج عشرات الصيادين على نقل سوق السمك إلى الضفة الشرقية."

func TestDraft(t *testing.T) {
	t.Parallel()
	a := news.Article{Title: "افتتاح جسر جديد على نهر الوادي", Text: bridge}
	d := summarize.Draft(a, arabic.Read(a.Text), news.Facts{}, summarize.Options{Bullets: 3})
	if len(d.Claims) != 3 {
		t.Fatalf("Draft made %d claims, want 3: %v", len(d.Claims), d.Claims)
	}
	if got := d.Claims[0].Text; !strings.HasPrefix(got, "أعلنت وزارة النقل") {
		t.Errorf("first bullet = %q, want the news without its agency lead", got)
	}
	for _, c := range d.Claims {
		if !strings.HasSuffix(c.Text, ".") || strings.HasPrefix(c.Text, "و") && !strings.HasPrefix(c.Text, "وز") {
			t.Errorf("bullet %q: want no conjunction before it and a full stop", c.Text)
		}
		for _, q := range c.Quotes {
			if !strings.Contains(a.Text, q) {
				t.Errorf("quote %q is not in the article", q)
			}
		}
		if len(c.Quotes) == 0 {
			t.Errorf("bullet %q has no quotes", c.Text)
		}
	}
}
