package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// lead returns the bullet of an article of one sentence, with its dates and actors
// found.
func lead(t *testing.T, sentence string, limit int) string {
	t.Helper()
	text := arabic.Read(sentence)
	f := news.Facts{Dates: dates.Find(text, news.Moment{}), Actors: actors.Find(text, "")}
	d := summarize.Draft(news.Article{Text: sentence}, text, f, summarize.Options{Bullets: 1, WordsPerBullet: limit})
	if len(d.Claims) == 0 {
		return ""
	}
	return d.Claims[0].Text
}

// TestPressed has openings that only the cuts of press.go make short enough, and what
// must not be lost on the way.
func TestPressed(t *testing.T) {
	t.Parallel()
	const (
		found  = "عثر حرس السواحل بمدينة النخيل أمس الجمعة 22 ماي 2015 على مركب صيد جنح بين صخور الجزيرة وفق ما أكده مصدر أمني لوكالة الساحل."
		seized = "تمكنت شرطة مدينة النخيل من إيقاف أربعة رجال من باعة الأدوية المهربة قرب المستشفى الكبير وحجز خمسين صندوقا منها في مخزن مهجور."
		pact   = "تمكنت شرطة مدينة النخيل من إنقاذ أربعة رجال عالقين بين جدران المخزن القديم وإخماد النار."
		clash  = "بدأت في العاصمة محادثات بين ممثلي الشركة وممثلي العمال حول الأجور والعطل والنقل."
		said   = "قال وزير النقل سالم الراوي ضيف برنامج الواحة اليوم الخميس على هامش زيارته إلى الساحل إن القطار الجديد سيصل إلى المدينة قبل نهاية العام."
		sender = "نقلت إذاعة الساحل في نشرة المساء عن مدير الميناء سالم الراوي تأكيده بأن الرصيف الجديد سيفتح أمام السفن الكبيرة قبل نهاية العام المقبل."
		share  = "تفقد وزير الداخلية أمس مراكز ومخازن وسيارات حرس الحدود في الشمال والجنوب."
	)
	tests := map[string]struct {
		text  string
		limit int
		want  string // what stays together
		not   string // what is lost
	}{
		"a date beside its day":        {found, 20, "أمس الجمعة على مركب", "2015"},
		"to whom a source spoke":       {found, 22, "وفق ما أكده مصدر أمني.", "لوكالة"},
		"a further act":                {seized, 17, "باعة الأدوية المهربة", "حجز"},
		"the occasion of a speech":     {said, 18, "سالم الراوي إن القطار", "ضيف"},
		"the act itself":               {pact, 12, "إنقاذ", ""},
		"both sides of talks":          {clash, 10, "وممثلي العمال", ""},
		"who said it, not the carrier": {sender, 19, "الراوي", ""},
		"a noun and what it shares":    {share, 9, "حرس الحدود", ""},
	}
	for name, tt := range tests {
		got := lead(t, tt.text, tt.limit)
		if tt.not != "" && (!strings.Contains(got, tt.want) || strings.Contains(got, tt.not)) {
			t.Errorf("%s: bullet in %d words = %q, want %q and not %q", name, tt.limit, got, tt.want, tt.not)
		}
		if tt.not == "" && got != "" && !strings.Contains(got, tt.want) {
			t.Errorf("%s: bullet in %d words = %q, want none or one with %q", name, tt.limit, got, tt.want)
		}
	}
}

// TestBreaks has sentences in which another one begins that no conjunction marks, and
// others in which the same words go on with the first.
func TestBreaks(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ text, want string }{
		"a deed that was done": {"اصطدمت شاحنة بثلاث سيارات قرب جسر الوادي مساء أمس وقد تسبب الحادث في إغلاق الطريق أمام المسافرين حتى الصباح.", "اصطدمت شاحنة بثلاث سيارات قرب جسر الوادي مساء أمس."},
		"what is expected":     {"تستضيف مدينة النخيل معرض الكتاب العربي في دورته العاشرة ومن المقرر أن تنطلق ندوات المعرض في منتصف الشهر المقبل.", "تستضيف مدينة النخيل معرض الكتاب العربي في دورته العاشرة."},
		"an age":               {"أوقفت شرطة الواحة أربعة رجال في مخزن للأدوية المهربة، تتراوح أعمارهم بين عشرين وثلاثين عاما حسب محضر الشرطة.", "أوقفت شرطة الواحة أربعة رجال في مخزن للأدوية المهربة حسب محضر الشرطة."},
		"a form of address":    {"افتتح أمس معالي وزير النقل سالم الراوي محطة القطار الجديدة في مدينة النخيل.", "افتتح أمس وزير النقل سالم الراوي محطة القطار الجديدة في مدينة النخيل."},
	} {
		if got := lead(t, tt.text, 12); got != tt.want {
			t.Errorf("%s: bullet = %q, want %q", name, got, tt.want)
		}
	}
	for name, tt := range map[string]struct{ text, need string }{
		"a verb after its adjunct": {"أعلنت الوزارة أنه بعد ورود معلومات عن حريق في الغابة، تم إرسال ثلاث طائرات من العاصمة.", "إرسال"},
		"noon":                     {"تمكنت وحدات الإنقاذ في ميناء النخيل، ظهر اليوم الجمعة، من سحب مركب جنح قبل أسبوع.", "سحب"},
		"a feeling":                {"عبر رئيس النادي عن سعادة اللاعبين بعد الفوز في مدينة النخيل.", "سعادة"},
	} {
		for limit := 8; limit <= 16; limit++ {
			if got := lead(t, tt.text, limit); got != "" && !strings.Contains(got, tt.need) {
				t.Errorf("%s: bullet in %d words = %q, without %q", name, limit, got, tt.need)
			}
		}
	}
}

// TestClauseEnds has sentences whose cuts must end where a clause does, and openings
// that keep what their verb says.
func TestClauseEnds(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		text  string
		limit int
		want  string
	}{
		"a deed after an age":      {"أوقفت شرطة النخيل في محطة القطار شابا يبلغ من العمر 22 عاما بعد أن سرق معدات من مخزن الميناء.", 15, "أوقفت شرطة النخيل في محطة القطار شابا بعد أن سرق معدات من مخزن الميناء."},
		"a waw before its like":    {"وولد الشاعر سالم الراوي في قرية قريبة من مدينة النخيل.", 12, "ولد الشاعر سالم الراوي في قرية قريبة من مدينة النخيل."},
		"parts of what is told":    {"زار الوفد مدن الساحل بعد توقفه في ميناء النخيل وخاصة أحياءه القديمة.", 7, ""},
		"a reason is no statement": {"لفت سالم الراوي باعتبار أن الميناء مغلق إلى أن السفن ستعود.", 7, ""},
		"who said it is said once": {"قال سالم الراوي إن الميناء سيفتح أمام السفن الكبيرة قبل نهاية العام، على حد قوله.", 30, "قال سالم الراوي إن الميناء سيفتح أمام السفن الكبيرة قبل نهاية العام."},
		"an answer to its opening": {"وإذ تشدد بلدية النخيل على سلامة الصيادين، فإنها ترى أن الميناء القديم يجب أن يغلق.", 8, ""},
	} {
		got := lead(t, tt.text, tt.limit)
		if strings.HasPrefix(got, "تشدد") {
			t.Errorf("%s: bullet = %q, whose answer is cut", name, got)
		}
		if tt.want != "" && got != tt.want {
			t.Errorf("%s: bullet in %d words = %q, want %q", name, tt.limit, got, tt.want)
		}
		if tt.want == "" && (strings.HasSuffix(got, "وخاصة أحياءه القديمة.") && !strings.Contains(got, "النخيل") || strings.HasPrefix(got, "لفت سالم الراوي أن الميناء")) {
			t.Errorf("%s: bullet in %d words = %q", name, tt.limit, got)
		}
	}
}

// TestUnclearList: a list after a verb of asking is perhaps whom somebody asks, so
// nobody in it goes on to speak.
func TestUnclearList(t *testing.T) {
	t.Parallel()
	const text = "طالب اتحاد الصيادين في النخيل بفتح الميناء القديم أمام المراكب الصغيرة.\n" +
		"وأكد الاتحاد أن موسم الصيد بدأ قبل أسبوع كامل في مدن الساحل.\n" +
		"وطالب مجلس المدينة ورئيس الحكومة ووزارة النقل بإصلاح الرصيف القديم قبل الشتاء.\n" +
		"وأكد أن المراكب الصغيرة تنتظر في عرض البحر منذ يومين."
	read := arabic.Read(text)
	d := summarize.Draft(news.Article{Text: text}, read, news.Facts{Actors: actors.Find(read, "")}, summarize.Options{Bullets: 4})
	for _, c := range d.Claims {
		if strings.HasPrefix(c.Text, "أكد مجلس المدينة") {
			t.Errorf("bullet = %q, whose speaker is perhaps another", c.Text)
		}
	}
}

// TestInsertions: an adjunct between commas is no item of a list, and no day comes twice.
func TestInsertions(t *testing.T) {
	t.Parallel()
	if got := lead(t, "حصد منتجع النخيل الكبير ومقره الواحة، وللعام الخامس على التوالي، جائزة أفضل فندق في مدن الساحل من اتحاد الفنادق.", 10); got != "" && !strings.Contains(got, "جائزة") {
		t.Errorf("bullet = %q, without its object", got)
	}
	if got := lead(t, "تحتفل مدينة النخيل اليوم 13 مايو 2017 اليوم العالمي للبحر تحت شعار جديد ومفيد.", 10); strings.Contains(got, "اليوم اليوم") {
		t.Errorf("bullet = %q, with its day twice", got)
	}
}
