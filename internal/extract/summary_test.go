package extract_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/extract"
)

func TestPublisherSummary(t *testing.T) {
	t.Parallel()
	const one, two = "جسر جديد يربط ضفتي المدينة بعد عامين من الأشغال", "الكلفة بلغت 12 مليون دينار دفعت الدولة نصفها"
	both := []string{one, two}
	list := "<ul><li>" + one + "</li><li>" + two + "</li></ul>"
	tests := []struct {
		name, box string
		want      []string
	}{
		{"heading and list", "<div class=q><span>استمع إلى الملخص</span>" + list + "</div>", both},
		{"marks and colon", "<h3>المُلَخّص:</h3>" + list, both},
		{"player between", "<div><span>استمع إلى الملخص</span><div>0:00</div><div>1x</div>" + list + "</div>", both},
		{"paragraphs in a box", "<div class=q><h4>أبرز النقاط</h4><p>" + one + "</p><p>" + two + "</p></div>", both},
		{"one paragraph", "<div class=q><h4>ملخص</h4><p>" + one + "، و" + two + ".</p></div>", []string{one + "، و" + two + "."}},
		{"bullet signs", "<p>الخلاصة</p><p>• " + one + "</p><p>• " + two + "</p>", both},
		{"named list", "<div class=key-points>" + list + "</div>", both},
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","abstract":"- ` + one + `\n- ` + two + `"}</script>`, both},
		{"button without a summary", "<div class=q><span>استمع إلى الملخص</span></div>", nil},
		{"heading in a button", "<div class=q><div><button>استمع إلى الملخص</button></div><div>- " + one + "</div><div>- " + two + "</div></div>", both},
		{"aside, bullets apart", "<aside><span>استمع للملخص</span><div><span>•</span><p>" + one + "</p></div><div><span>•</span><p>" + two + "</p></div></aside>", both},
		{"note on the machine", "<div class=q><h3>الخلاصة</h3><p>" + one + "</p><small>*ملخص بالذكاء الاصطناعي. تحقق من السياق في النص الأصلي.</small></div>", []string{one}},
		{"other words", "<section><header><h2>الملخص الذكي للخبر</h2><button>عرض</button></header>" + list + "<footer>تم إنشاء هذا الملخص بواسطة الذكاء الاصطناعي وقد يحتوي على أخطاء</footer></section>", both},
		{"a number", "<div class=q><p>ملخص في نقطتين ونقاط</p></div><div class=q><p>أهم 2 نقاط في المقال</p><p>1. " + one + "</p><p>2. " + two + "</p></div>", both},
		{"check marks", "<div class=q><p>أبرز النقاط</p><p>✔ " + one + "</p><p>✔ " + two + "</p></div>", both},
		{"on its line", "<blockquote><p><strong>خلاصة الموضوع:</strong> " + one + "</p></blockquote>", []string{one}},
		{"dashes", "<div class=q><b>النقاط الرئيسية في المقال:</b><br>- " + one + "<br>- " + two + "</div>", both},
		{"links", "<div><h4>في نقاط</h4><ul><li><a href=/1>" + one + "</a></li><li><a href=/2>" + two + "</a></li></ul></div>", nil},
	}
	for _, tt := range tests {
		a, err := extract.Article(htmlPage("<h1>" + headline + "</h1>" + tt.box + "<div class=content><p>" + lead + "</p><p>" + second + "</p></div>"))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, a.PublisherSummary); diff != "" {
			t.Errorf("%s: summary (-want +got):\n%s", tt.name, diff)
		}
		if a.Text != lead+"\n"+second {
			t.Errorf("%s: text %q", tt.name, a.Text)
		}
	}
}

// TestNoSummary: a heading of the article's own is none of a summary.
func TestNoSummary(t *testing.T) {
	t.Parallel()
	for _, heading := range []string{"خلاصة القول", "ملخص المباراة", "نقاط", "موجز الأنباء", "الخلاصة: جسر وطريق", "أبرز ردود الفعل", "المقال الكامل"} {
		a, err := extract.Article(htmlPage("<h1>" + headline + "</h1><div class=content><p>" + lead + "</p><h3>" + heading + "</h3><p>" + second + "</p></div>"))
		if want := lead + "\n" + heading + "\n" + second; err != nil || a.PublisherSummary != nil || a.Text != want {
			t.Errorf("%s: summary %q, text %q, error %v", heading, a.PublisherSummary, a.Text, err)
		}
	}
}

// TestBoilerplate puts one line into the body of an article. The first part
// must go, the second, which begins alike, must stay.
func TestBoilerplate(t *testing.T) {
	t.Parallel()
	gone := []string{
		"اقرأ أيضاً: <a href=/x>مشروع آخر في المدينة</a>", "إقرأ أيضا : مشروع آخر في المدينة", "<strong>طالع أيضًا</strong> | <a href=/x>خبر</a>",
		"<a href=/x>مشروع آخر في المدينة يبدأ الشهر المقبل</a>", "تابعونا على فيسبوك وتويتر", "تابعوا أخبار صوت الوادي عبر غوغل نيوز",
		"شارك", "شارك الخبر", "انسخ الرابط", "الكلمات الدالة: <a href=/t>جسر</a> <a href=/t>وادي</a>", "إعلان", "جميع الحقوق محفوظة 2024",
		"لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", "المقالات المنشورة تعبر عن آراء أصحابها فقط", "© رويترز",
		"للاشتراك في نشرتنا البريدية اضغط هنا", "آخر تحديث: 12 مارس 2019", "الصورة: رويترز", "حجم الخط +", "المصدر: وكالات",
		"متابعة أخبار الوادي على تلغرام", "أخبارنا العاجلة هنا <a href=https://t.me/wadi>t.me/wadi</a>", "افتتاح الجسر أمس. © وكالة الوادي/ أرشيف",
		"هذا البريد محمي من المتطفلين. يجب عليك تفعيل الجافاسكريبت لرؤيته", "#جسر #وادي_النخيل #أخبار_محلية #بلدية", "افتتاح الجسر اليوم pic.twitter.com/abc123",
	}
	stays := []string{
		"شارك في بطولة هذا العام 16 فريقا من سبع مدن.", "تابع الوزير أعمال الصيانة في الجسر القديم.", "صورة الجسر على العملة الجديدة أثارت جدلا واسعا.",
		"اقرأ الوزير البيان أمام النواب ثم انصرف.", "نشر الجيش 500 جندي حول الجسر مساء أمس.", "المصدر المسؤول نفى ما نشر عن إغلاق الطريق.",
		"كتب التاريخ تذكر الجسر القديم في أكثر من موضع.", "إعلان النتائج يتأخر إلى الأسبوع المقبل بسبب العطلة.", "الأكثر قراءة بين كتب العام رواية عن الجسر.",
		"مشاركة السكان في القرار شرط من شروط المشروع.", "طباعة بطاقات الناخبين تبدأ غدا في المحافظات.", "التعليقات على القرار جاءت متباينة في الصحف.",
		"قال الوزير في <a href=https://x.com/a/status/1>تغريدة</a> إن الجسر آمن.", "آخر الأخبار الواردة من الوادي تفيد بفتح الجسر.", "استمع القاضي إلى أقوال ثلاثة شهود في القضية.",
	}
	for _, line := range append(gone, stays...) {
		a, err := extract.Article(htmlPage("<h1>" + headline + "</h1><div class=content><p>" + lead + "</p><p>" + line + "</p><p>" + second + "</p></div>"))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		kept := a.Text != lead+"\n"+second
		if want := strings.HasSuffix(line, "."); kept != want {
			t.Errorf("%q: kept %v, want %v", line, kept, want)
		}
	}
}
