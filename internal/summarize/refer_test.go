package summarize_test

import (
	"slices"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestBacked names the source that a subject only points to, unless a bullet before
// names it.
func TestBacked(t *testing.T) {
	t.Parallel()
	const asks = "هل انهار الجسر القديم وفق ما أكده مصدر أمني بمدينة النخيل لمراسل الواحة؟\n"
	const more = " أن ثلاثة عمال أصيبوا بجروح خفيفة في الضفة الشرقية وأن الأشغال توقفت منذ صباح أمس الأحد."
	tests := map[string]struct{ text, start string }{
		"the same source":     {asks + "وأضاف المصدر نفسه" + more, "أوضح مصدر أمني بمدينة النخيل أن"},
		"that source":         {asks + "وأضاف ذات المصدر" + more, "أوضح مصدر أمني بمدينة النخيل أن"},
		"the source":          {asks + "وأضاف المصدر" + more, "أوضح مصدر أمني بمدينة النخيل أن"},
		"a person":            {"هل انهار الجسر القديم وفق ما ذكره مدير الميناء سالم الراوي؟\nوأضاف المصدر ذاته" + more, "أوضح مدير الميناء سالم الراوي أن"},
		"a statement":         {"هل انهار الجسر القديم كما جاء في بلاغ لوزارة النقل؟\nوأضاف البلاغ ذاته" + more, "أوضح بلاغ لوزارة النقل أن"},
		"nobody is named":     {"هل انهار الجسر القديم؟\nوأضاف المصدر نفسه" + more, "أوضح المصدر نفسه أن"},
		"named by his bullet": {"انهار الجسر القديم في مدينة النخيل أمس الأحد، وفق ما أكده مصدر أمني بالمدينة.\nوأضاف المصدر نفسه" + more, "أضاف المصدر نفسه أن"},
	}
	for name, tt := range tests {
		var f news.Facts
		if strings.Contains(tt.text, "سالم الراوي") {
			f.Actors = []news.Actor{named(tt.text, "سالم الراوي", "مدير الميناء", "سالم الراوي")}
		}
		if got := draft(tt.text, f, summarize.Options{}); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, tt.start) }) {
			t.Errorf("%s: bullets = %q, none begins with %q", name, got, tt.start)
		}
	}
}

// TestDangling leaves a sentence that points to what no bullet tells for one that
// stands alone.
func TestDangling(t *testing.T) {
	t.Parallel()
	const lead = "افتتحت بلدية النخيل أمس الأحد حديقة عامة كبيرة في الحي الشرقي بحضور عدد من السكان والضيوف.\n"
	const alone = "كلفت الأشغال في الحي القديم نحو ثلاثين عاملا من أبناء الأحياء المجاورة طوال فصل الشتاء الأخير."
	for _, leans := range []string{
		"كلفت تلك القضية عددا من أبناء الأحياء المجاورة مبالغ كبيرة من المال طوال فصل الشتاء الأخير.",
		"تحدث الضيوف طويلا مع الشخص المذكور عن أحوال أبناء الأحياء المجاورة طوال فصل الشتاء الأخير.",
	} {
		text := lead + "هل تسمعون؟\nلا.\n" + leans + "\n" + alone
		d := summarize.Draft(news.Article{Text: text}, arabic.Read(text), news.Facts{}, summarize.Options{Bullets: 2})
		if len(d.Claims) != 2 || !strings.HasPrefix(d.Claims[1].Text, "كلفت الأشغال") {
			t.Errorf("bullets = %q, want %q second", d.Claims, alone)
		}
	}
}
