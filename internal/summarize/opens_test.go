package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestOpens has openings that a stray mark, a heading, a place line or a long clause
// makes hard to tell.
func TestOpens(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"a quotation nobody closes": {"قال مدير ميناء النخيل سالم الراوي إن \"تراجع حركة السفن مسألة عابرة بعد رياح الأسبوع الماضي.", "إن تراجع حركة السفن"},
		"a quotation nobody opens":  {"أكد مدير ميناء النخيل سالم الراوي في تصريح لإذاعة الساحل\" اليوم الأحد أن الأرصفة الجديدة جاهزة.", "أن الأرصفة الجديدة جاهزة"},
		"what is agreed":            {"تم الاتفاق خلال جلسة عمل انعقدت، الثلاثاء، بمقر بلدية النخيل، بإشراف رئيس البلدية، سالم الراوي، وضمت بالخصوص ممثلي التجار، والإدارة الجهوية للموانئ، ومندوبية الصيد البحري، على تهيئة سوق جديدة للسمك على أرض الملعب القديم.", "على تهيئة سوق جديدة"},
		"what he hopes for":         {"أكد رئيس بلدية النخيل سالم الراوي أنه يتطلع من خلال مشاركته في أشغال المنتدى الدولي للموانئ وفي المعرض السنوي للصيد البحري وعبر اللقاءات التي سيجريها مع وزير التجارة والمديرة العامة للصندوق الدولي للمدن ورئيس اتحاد الموانئ، إلى جلب سفن جديدة إلى المدينة.", "أنه يتطلع إلى جلب سفن جديدة"},
		"what is decided":           {"تقرر، أمس الجمعة خلال اجتماع جمع المنظمات المهنية من الاتحادات المحلية للتجارة والفلاحة والصيد البحري وعدد من الجمعيات بمدينة النخيل، تنظيم إضراب عام بالمدينة يوم الأربعاء المقبل وإغلاق السوق القديمة، وفق نص البيان الذي انبثق عن الاجتماع المخصص للميناء.", "تقرر تنظيم إضراب عام"},
		"a place line":              {"الواحة- النخيل: استهوت القوارب الشراعية التي تعبر خليج الساحل زوار المدينة وسكانها.", "استهوت"},
		"a title that asks":         {"أنهى المجلس البلدي النظر في مشروع \"من يفتح السوق؟\" المتعلق بتهيئة محلات السمك في النخيل.", "أنهى المجلس البلدي النظر"},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{}, summarize.Options{Bullets: 1, WordsPerBullet: 28})
		if len(got) != 1 || !strings.Contains(got[0], tt.want) || name == "a place line" && !strings.HasPrefix(got[0], tt.want) || strings.Count(got[0], "\"")%2 != 0 {
			t.Errorf("%s: bullets = %q, want one with %q", name, got, tt.want)
		}
	}
	const heading = "افتتح مدير الميناء سالم الراوي الرصيف الجديد أمام السفن الكبيرة.\nالتقرير ونشرت بلدية النخيل التي تدير الميناء تقريرها عن حركة السفن يوم الأحد."
	for _, got := range draft(heading, news.Facts{}, summarize.Options{}) {
		if strings.HasPrefix(got, "التقرير ونشرت") {
			t.Errorf("bullet = %q, which begins with a heading", got)
		}
	}
}
