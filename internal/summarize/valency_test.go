package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestValency has sentences too long for a bullet: no bullet may tell the verb without
// the complement that the sentence goes on with.
func TestValency(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, verb, need string }{
		"whom and to what": {"دعا رئيس جمعية الواحة سالم الراوي خلال ندوة صحفية عقدت أمس الأحد في مدينة النخيل جميع هيئات حماية البيئة والصيادين في الساحل والقرى المجاورة للنهر ومنظمات المجتمع المدني للتحرك فورا لإنقاذ البحيرة من التلوث قبل نهاية الموسم الحالي.", "دعا", "للتحرك"},
		"a far object":     {"تواجه شركات نقل البضائع المنضوية تحت مظلة اتحاد الساحل بمدينة النخيل القديمة خلال الموسم الحالي ومنذ بداية الأشغال في الطريق الساحلية والجسر الجديد مشاكل كبيرة في الحصول على رخص العبور من مكاتب الميناء وفي دفع رسومه.", "تواجه", "مشاكل"},
		"to what cause":    {"أرجع مدير الميناء سالم الراوي في تصريح لإذاعة الواحة تأخر السفن الثلاث القادمة من مدينة الساحل خلال الأسبوع الماضي وتراكم الحاويات على الأرصفة الجديدة والقديمة في الجهة الشرقية إلى تعطل الرافعة الكبرى ونقص العمال.", "أرجع", "إلى تعطل"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := tt.text + "\nقال مصدر في بلدية الواحة إن الطقس سيكون باردا غدا في مدينة النخيل."
			bullets := draft(text, news.Facts{}, summarize.Options{})
			if len(bullets) == 0 {
				t.Fatal("no bullet")
			}
			for _, b := range bullets {
				if strings.Contains(b, tt.verb) && !strings.Contains(b, tt.need) {
					t.Errorf("a bullet has %q and not %q: %s", tt.verb, tt.need, b)
				}
			}
		})
	}
}

// TestEnds has sentences that may not end on, nor go on behind, a noun whose only
// adjective is cut, or the first word of a pair.
func TestEnds(t *testing.T) {
	t.Parallel()
	for text, never := range map[string]string{
		"انطلق أمس الأحد مهرجان الصيادين السنوي في مدينة النخيل القديمة وسط إجراءات أمنية مشددة.":                                                                          "أمنية.",
		"جرت مراسم التنصيب في مدينة النخيل أمس الأحد وسط إجراءات أمنية مشددة شملت جميع مداخل العاصمة وشوارعها القديمة.":                                                    "الأحد مشددة",
		"قال المدير سالم الراوي إنه ستتم مناقشة برنامج عمل خاص بهذا المصنع خلال الأسابيع القادمة والتفويت في حصة البلدية منه سيتم خلال 2017، وتمتلك البلدية نصف رأس ماله.": "والتفويت.",
	} {
		for limit := 7; limit < 26; limit++ {
			if got := lead(t, text, limit); strings.Contains(got, never) {
				t.Errorf("bullet in %d words = %q", limit, got)
			}
		}
	}
}
