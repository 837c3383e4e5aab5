package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// one returns the bullet of an article of one sentence, in at most limit words.
func one(t *testing.T, sentence string, limit int) string {
	t.Helper()
	a := news.Article{Text: sentence}
	d := summarize.Draft(a, arabic.Read(sentence), news.Facts{}, summarize.Options{Bullets: 1, WordsPerBullet: limit})
	if len(d.Claims) == 0 {
		return ""
	}
	return d.Claims[0].Text
}

// TestTrim has for each rule a sentence that it shortens. The sentences are
// invented.
func TestTrim(t *testing.T) {
	t.Parallel()
	tests := []struct {
		rule     string
		sentence string
		limit    int
		want     string
	}{
		{
			"T1 agency lead", "مرفأ النخيل - و س أ - افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.", 20,
			"افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.",
		},
		{
			"T2 connective", "ومن جهة أخرى، افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.", 20,
			"افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.",
		},
		{
			"T2 it is worth mentioning that", "ويذكر أن بلدية المدينة افتتحت ثلاث حدائق عامة في الحي الشرقي.", 20,
			"بلدية المدينة افتتحت ثلاث حدائق عامة في الحي الشرقي.",
		},
		{
			"T2 perfect particle", "وقد افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.", 20,
			"افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.",
		},
		{
			"T3 conjunction", "وافتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.", 20,
			"افتتحت بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.",
		},
		{
			"T3 conjunction that the hamza shows", "وأدى إغلاق الميناء إلى تأخر عشرين سفينة قبالة الساحل.", 20,
			"أدى إغلاق الميناء إلى تأخر عشرين سفينة قبالة الساحل.",
		},
		{
			"T4 parenthesis", "وقعت الشركة الوطنية (وهي أقدم شركات البلاد) عقدا لبناء سفينتين في ميناء النخيل.", 12,
			"وقعت الشركة الوطنية عقدا لبناء سفينتين في ميناء النخيل.",
		},
		{
			"T5 remark", "أعلنت الشركة الوطنية بناء سفينتين في ميناء النخيل، مشيرة إلى أن الأشغال ستبدأ قريبا.", 10,
			"أعلنت الشركة الوطنية بناء سفينتين في ميناء النخيل.",
		},
		{
			"T6 further clause", "وقعت الشركة الوطنية عقدا لبناء سفينتين في ميناء النخيل، فيما تراجعت أسهم المصرف المركزي.", 10,
			"وقعت الشركة الوطنية عقدا لبناء سفينتين في ميناء النخيل.",
		},
		{
			"T6 what came before", "أوقفت الشرطة ثلاثة لصوص قرب الميناء القديم بعدما سرقوا متجرا كبيرا للمجوهرات.", 8,
			"أوقفت الشرطة ثلاثة لصوص قرب الميناء القديم.",
		},
		{
			"T7 coordinated sentence", "وقعت الشركة الوطنية عقدا لبناء سفينتين في ميناء النخيل، وتراجعت أسهم المصرف المركزي.", 10,
			"وقعت الشركة الوطنية عقدا لبناء سفينتين في ميناء النخيل.",
		},
		{
			"T8 adjunct before that", "أعلن مدير الشركة الوطنية، خلال مؤتمر صحافي عقده في العاصمة، أن السفينتين ستدخلان الخدمة قريبا.", 11,
			"أعلن مدير الشركة الوطنية أن السفينتين ستدخلان الخدمة قريبا.",
		},
		{
			"T8 adjunct at the end", "وقعت الشركة الوطنية عقدا لبناء سفينتين بحضور عدد من المسؤولين والمهندسين.", 8,
			"وقعت الشركة الوطنية عقدا لبناء سفينتين.",
		},
		{
			"T9 relative clause", "وقعت الشركة الوطنية عقدا مع ميناء النخيل، الذي يعد من أقدم الموانئ.", 8,
			"وقعت الشركة الوطنية عقدا مع ميناء النخيل.",
		},
		{
			"T9 second relative clause", "استقبل سالم الراوي في العاصمة مدير المصنع الوطني الذي يبني السفن والذي وقع العقود الجديدة.", 12,
			"استقبل سالم الراوي في العاصمة مدير المصنع الوطني الذي يبني السفن.",
		},
		{
			"T10 own attribution", "قال مدير الشركة الوطنية إن السفينتين ستدخلان الخدمة قريبا، وفق قوله.", 10,
			"قال مدير الشركة الوطنية إن السفينتين ستدخلان الخدمة قريبا.",
		},
		{
			"T11 further part", "يشمل العقد تجهيز الميناء بالرافعات الحديثة، وتدريب العاملين على تشغيلها.", 8,
			"يشمل العقد تجهيز الميناء بالرافعات الحديثة.",
		},
		{
			"T12 describing clause", "وقعت الشركة الوطنية مع الميناء عقدا جديدا ينص على بناء سفينتين.", 8,
			"وقعت الشركة الوطنية مع الميناء عقدا جديدا.",
		},
	}
	for _, tt := range tests {
		if got := one(t, tt.sentence, tt.limit); got != tt.want {
			t.Errorf("%s: bullet of %q in %d words =\n %q, want\n %q", tt.rule, tt.sentence, tt.limit, got, tt.want)
		}
	}
}

// TestTrimKeeps has sentences that would say something else without the words
// named: a bullet has them or there is no bullet.
func TestTrimKeeps(t *testing.T) {
	t.Parallel()
	tests := []struct{ rule, sentence, words string }{
		{"T1 a colon within the sentence", "قرار البلدية الأخير: فتحت ثلاث حدائق عامة في الحي الشرقي من المدينة أمس.", "فتحت ثلاث حدائق"},
		{"T2 expectation is no connective", "ومن المتوقع أن تفتتح بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.", "من المتوقع أن"},
		{"T2 the particle before a present verb is doubt", "وقد تفتتح بلدية المدينة ثلاث حدائق عامة في الحي الشرقي.", "قد تفتتح"},
		{"T3 a waw of the word", "وزارة النقل افتتحت ثلاث محطات جديدة في الحي الشرقي.", "وزارة النقل"},
		{"T3 a verb with its own waw", "وافق مجلس المدينة على بناء ثلاث محطات جديدة.", "وافق مجلس"},
		{"T4 a name in brackets", "سجل مؤشر (الواحة) العام ارتفاعا بنسبة 3 بالمئة عند الإغلاق في بورصة العاصمة أمس الأحد.", "(الواحة)"},
		{"T5 a denial of what was said", "أعلنت الشركة بيع السفينة لمستثمر أجنبي، مشيرة إلى ارتفاع السعر، لكن الوزارة نفت إتمام الصفقة.", "نفت"},
		{"T6 a contrast", "ارتفعت أسعار القمح في بورصة العاصمة أمس، لكن كميات التداول بقيت ضعيفة جدا طوال الجلسة كلها.", "لكن"},
		{"T6 a condition", "ستدفع الشركة تعويضات كاملة للعمال المسرحين، شرط أن يوقعوا على العقود الجديدة قبل نهاية الشهر.", "شرط"},
		{"T7 a statement under negation", "لم تعلن الشركة أسماء المستثمرين خلال الاجتماع السنوي الذي حضره عدد كبير من المساهمين في العاصمة.", "خلال الاجتماع"},
		{"T8 the time of a figure", "سجلت المحطة 640 عطلا خلال عام 2030 وفق التقرير السنوي.", "خلال عام 2030"},
		{"T8 the object of the verb", "أبرم الاتحاد الوطني خلال حفل كبير عقد رعاية مع الشركة الوطنية للاتصالات.", "عقد رعاية"},
		{"T9 which one is meant", "أعلن المدير عن المبلغ الذي حصلت عليه الشركة من الصندوق.", "الذي حصلت"},
		{"T9 a predicate after the relative clause", "قال الخبير إن الدول التي خفضت الرسوم جذبت استثمارات كبيرة.", "جذبت"},
		{"T6 a condition after a future", "ستدفع الشركة التعويضات كاملة للعمال بعد أن يوقعوا العقود الجديدة في مقر النقابة بالعاصمة.", "بعد أن"},
		{"T6 the main clause after a first clause", "بعد أن أثار فريق الواحة الجدل بخسارته الكبيرة في العاصمة عاد الفريق إلى الفوز أمس الأحد.", "عاد الفريق"},
		{"T8 what the relative clause describes", "صدر حكم على المدير السابق بسبب الحادث الأخير، الذي قتل فيه عاملان، في محكمة العاصمة أمس الأحد.", "الحادث الأخير"},
		{"T8 what is announced", "أعلن رئيس النقابة، سالم الراوي، في تصريح لإذاعة الساحل أمس الأحد عن انضمام ألف عامل إلى النقابة.", "عن انضمام"},
		{"T8 what is hoped", "أعرب رئيس النقابة سالم الراوي، عن أمله في عودة العمال إلى المصنع، خلال اجتماع مع الصحافيين.", "عن أمله"},
		{"T9 a predicate without a verb", "قال الخبير إن المصنع الذي تديره الشركة جاهز للعمل منذ شهر مارس في مدينة النخيل.", "جاهز"},
		{"T9 a noun that says nothing alone", "اندلع حريق كبير صباح أمس الأحد في مستودع تملكه شركة الواحة قرب الميناء القديم.", "تملكه"},
		{"T9 what it is held to be", "انتقد النادي قرار الاتحاد، معتبرا الطلب الذي قدمه المدرب قبل يومين مرفوضا تماما.", "مرفوضا"},
		{"T12 the verb of was", "كانت الطائرة وهي من طراز قديم جدا تقوم برحلة سياحية فوق الجبال الشمالية صباح أمس.", "تقوم برحلة"},
		{"T12 a share without its figure", "ارتفع إنتاج المصانع الوطنية هذا العام بنسبة تصل إلى 10 بالمئة في محافظات الشمال كلها.", "تصل إلى 10"},
		{"T10 attribution of a claim", "ارتفعت أسعار القمح في بورصة العاصمة، حسب بيان نشره الاتحاد الوطني للمزارعين أمس.", "حسب بيان"},
		{"T11 as many as the number says", "نقلت الطائرة 3 مسؤولين هم وزير النقل، ووزير المال، ووزير الصحة.", "ووزير الصحة"},
		{"T12 a verb of the sentence", "قال الخبير إن فريق الواحة فاز بكأس المدينة.", "فاز بكأس"},
	}
	for _, tt := range tests {
		for limit := 8; limit <= 30; limit++ {
			if got := one(t, tt.sentence, limit); got != "" && !strings.Contains(got, tt.words) {
				t.Errorf("%s: bullet of %q in %d words = %q, which lacks %q", tt.rule, tt.sentence, limit, got, tt.words)
				break
			}
		}
	}
}

// TestTrimPairs has words that may not stand in a bullet without other words.
func TestTrimPairs(t *testing.T) {
	t.Parallel()
	tests := []struct{ sentence, words, need string }{
		{"دعا المدير العمال إلى الهدوء، مشيرا إلى أن الأزمة ليست أزمة مال وحسب وإنما هي أزمة ثقة.", "وإنما", "ليست"},
		{"حذر منسق الإغاثة في الساحل سالم الراوي من أن سبعة آلاف نازح مهددون بالجوع قبل الشتاء.", "أن سبعة", "من أن"},
	}
	for _, tt := range tests {
		for limit := 6; limit <= 30; limit++ {
			if got := one(t, tt.sentence, limit); strings.Contains(got, tt.words) && !strings.Contains(got, tt.need) {
				t.Errorf("bullet of %q in %d words = %q, which has %q without %q", tt.sentence, limit, got, tt.words, tt.need)
				break
			}
		}
	}
}
