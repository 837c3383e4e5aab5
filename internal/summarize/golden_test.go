package summarize_test

import (
	"fmt"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
	"mujaz/internal/testkit"
)

// invented are articles of ours, by title.
var invented = []struct{ title, text string }{
	{"افتتاح جسر جديد على نهر الوادي", bridge},
	{
		"ارتفاع أرباح شركة الواحة للأسمدة",
		"أعلنت شركة الواحة للأسمدة، اليوم الثلاثاء، في بيان نشرته بورصة العاصمة، أن أرباحها الصافية بلغت 84 مليون دينار خلال العام الماضي، " +
			"بزيادة 12 بالمئة عن العام الذي سبقه، فيما تراجعت ديونها إلى 30 مليون دينار.\n" +
			"وعزا الرئيس التنفيذي للشركة نبيل الساحلي هذه النتائج إلى ارتفاع الطلب في الأسواق الآسيوية، مشيرا إلى أن المصنع الجديد في مدينة الوادي سيرفع الإنتاج إلى 900 ألف طن.\n" +
			"وقال الساحلي إن مجلس الإدارة أقر توزيع 40 مليون دينار على المساهمين، وإن الشركة لا تنوي الاقتراض قبل عام 2033.\n" +
			"يذكر أن الشركة تأسست عام 1987، وتشغل نحو 2300 عامل.\n" +
			"اقرأ أيضا: بورصة العاصمة تغلق على ارتفاع.",
	},
	{
		"السجن عامين لمدير مصرف سابق",
		"قضت محكمة الجنايات في مدينة الساحل بالسجن عامين على المدير السابق لمصرف النخيل كريم الواحي، بعد إدانته بإخفاء وثائق عن هيئة الرقابة المالية.\n" +
			"ونفى محامي الدفاع أن يكون موكله قد أتلف أي وثيقة، مؤكدا أنه سيستأنف الحكم خلال عشرة أيام.\n" +
			"وكانت هيئة الرقابة المالية قد أعلنت، في مارس الماضي، فتح تحقيق في حسابات المصرف عقب شكاوى تقدم بها 350 عميلا.\n" +
			"ولم تحدد المحكمة موعدا للنظر في قضية ثانية يلاحق فيها ثلاثة موظفين آخرين.",
	},
}

// TestGoldenDrafts shows whole drafts, so that a change of weights or rules can
// be read before it is kept.
func TestGoldenDrafts(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, x := range invented {
		a := news.Article{Title: x.title, Text: x.text}
		d := summarize.Draft(a, arabic.Read(x.text), news.Facts{}, summarize.Options{Headline: true})
		fmt.Fprintf(&b, "# %s\n%s\n", x.title, d.Headline.Text)
		for _, c := range d.Claims {
			fmt.Fprintf(&b, "- %s\n", c.Text)
		}
	}
	testkit.Golden(t, "drafts.txt", []byte(b.String()))
}
