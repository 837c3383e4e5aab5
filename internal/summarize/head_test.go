package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestHeads: what was added to something that no bullet tells is said.
func TestHeads(t *testing.T) {
	t.Parallel()
	const long = "هل تعرفون كيف يعود الصيادون في النخيل إلى بيوتهم كل مساء؟\n"
	tests := map[string]struct{ text, first string }{
		"a statement":             {long + "وأضاف مدير الميناء سالم الراوي أن الرصيف الجديد سيفتح أمام السفن الكبيرة قبل نهاية العام المقبل.", "أوضح مدير الميناء"},
		"a quotation":             {long + "وأضافت مديرة الميناء سعاد الراوي: سنفتح الرصيف الجديد أمام السفن الكبيرة قبل نهاية العام المقبل.", "قالت مديرة الميناء"},
		"no statement":            {long + "وتابعت فرق الإنقاذ في ميناء النخيل عمليات البحث عن المفقودين بعد أن هدأت الرياح.", "تابعت فرق الإنقاذ"},
		"what it adds to is told": {"أعلن مدير الميناء سالم الراوي افتتاح الرصيف الجديد أمام السفن الكبيرة.\nوأضاف الراوي أن الأشغال دامت عامين وكلفت تسعة ملايين دينار.", "أعلن مدير الميناء"},
	}
	for name, tt := range tests {
		text := arabic.Read(tt.text)
		d := summarize.Draft(news.Article{Text: tt.text}, text, news.Facts{Actors: actors.Find(text, "")}, summarize.Options{})
		if len(d.Claims) == 0 || !strings.HasPrefix(d.Claims[0].Text, tt.first) {
			t.Errorf("%s: bullets = %v, want the first to begin with %q", name, d.Claims, tt.first)
		}
		if name == "what it adds to is told" && (len(d.Claims) < 2 || !strings.HasPrefix(d.Claims[1].Text, "أضاف")) {
			t.Errorf("%s: bullets = %v, want the second to add", name, d.Claims)
		}
	}
}

// TestClosingSpeaker: who goes on to speak is the person whom the attribution named.
func TestClosingSpeaker(t *testing.T) {
	t.Parallel()
	const text = "وصلت ثلاث سفن محملة بالقمح إلى ميناء النخيل، وفق ما أكدته مديرة الميناء، سعاد الراوي.\n" +
		"وأضافت أن تفريغ الحمولة سيستمر أسبوعا كاملا بسبب الرياح القوية.\nوأضاف أن المطاحن ستعمل ليلا."
	read := arabic.Read(text)
	d := summarize.Draft(news.Article{Text: text}, read, news.Facts{Actors: actors.Find(read, "")}, summarize.Options{})
	var all []string
	for _, c := range d.Claims {
		all = append(all, c.Text)
	}
	got := strings.Join(all, "\n")
	if !strings.Contains(got, "أضافت سعاد الراوي أن تفريغ") || strings.Contains(got, "المطاحن") {
		t.Errorf("bullets = %q, want the second with its speaker and none of another's", got)
	}
}

// TestStandIn: when the opening cannot be told, the sentence after it begins the brief
// and not a livelier one further on.
func TestStandIn(t *testing.T) {
	t.Parallel()
	const text = "لا يمكن لأحد من سكان الضفة الشرقية أن ينكر أن ترميم طريق السوق القديم الذي وعدت به بلدية المدينة منذ أعوام طويلة لم يبدأ قبل أن يطالب به تجار السوق وسكان الأحياء المجاورة وأن أحدا لم يعتذر لهم.\n" +
		"تبدأ بلدية المدينة الأسبوع المقبل ترميم الطريق القديم خلف السوق المغطاة قرب المحطة وتوسيع أرصفة شوارعها الضيقة.\n" +
		"ويعرف سكان النخيل سمك التونة وقوارب الصيد منذ القدم.\n" +
		"وبلغت صادرات سمك التونة من قوارب الصيد في النخيل 9000 طن عام 2015 مقابل 4000 طن عام 2014، وبلغ عدد قوارب الصيد 350 قاربا."
	d := summarize.Draft(news.Article{Text: text}, arabic.Read(text), news.Facts{}, summarize.Options{Bullets: 1})
	if len(d.Claims) != 1 || !strings.HasPrefix(d.Claims[0].Text, "تبدأ بلدية المدينة") {
		t.Errorf("bullets = %v, want the sentence after the opening", d.Claims)
	}
}

// TestNewsFirst: what had been comes after what is, where the opening is not told.
func TestNewsFirst(t *testing.T) {
	t.Parallel()
	const text = "هل تعرفون ماذا جرى مساء أمس في ميناء النخيل القديم؟\n" +
		"كانت شرطة النخيل قد أوقفت أربعة بحارة في الميناء القديم خلال شهر مارس الماضي بعد شكوى الصيادين.\n" +
		"أفرجت محكمة النخيل صباح أمس عن البحارة الأربعة بعد أن تبين أن المركب المفقود عاد إلى الميناء."
	d := summarize.Draft(news.Article{Text: text}, arabic.Read(text), news.Facts{}, summarize.Options{})
	if len(d.Claims) < 1 || !strings.HasPrefix(d.Claims[0].Text, "أفرجت محكمة النخيل") {
		t.Errorf("bullets = %q, want the release first", d.Claims)
	}
}

// TestInforms: sources that tell of an event with «بـ» have told it, a source without an
// event has not.
func TestInforms(t *testing.T) {
	t.Parallel()
	const told = "أفادت مصادر طبية في مدينة النخيل بوصول عشرين جريحا إلى المستشفى الكبير فجر أمس."
	if got := lead(t, told, 32); got != told {
		t.Errorf("bullet = %q, want all of %q", got, told)
	}
	if got := lead(t, "قال مدير الميناء القديم في تصريح طويل لمراسلنا بمدينة النخيل فجر أمس الأحد.", 32); got != "" {
		t.Errorf("bullet = %q, which does not tell what was said", got)
	}
}
