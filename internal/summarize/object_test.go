package summarize_test

import (
	"strings"
	"testing"

	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestObjects has verbs that no bullet may tell without what they govern, and
// beside each a sentence whose words may still go.
func TestObjects(t *testing.T) {
	t.Parallel()
	const (
		dust   = "توفي عاملان وأصيب سبعة آخرون جراء عاصفة رملية ضربت، مساء أمس الأحد، أحياء في مدينة النخيل وريف الواحة، فيما أغلقت البلدية 12 مدرسة حتى نهاية الأسبوع."
		wind   = "حذر مركز الأرصاد في الواحة سكان الساحل من عاصفة قوية تستمر حتى مساء الثلاثاء، مع رياح تبلغ سرعتها إلى الشرق من المدينة 90 كيلومترا في الساعة."
		reach  = "أغلقت البلدية طريق الميناء أمام الشاحنات خلال العاصفة التي تشهدها مدينة النخيل، مع أمواج يصل ارتفاعها إلى ستة أمتار قرب الرصيف القديم."
		ship   = "كانت الناقلة، التي ترفع علم الواحة ويبلغ طولها 210 أمتار، راسية قبالة ميناء النخيل وعلى متنها 18 بحارا عندما اشتعلت النار في غرفة المحركات."
		storm  = "سجلت محطة النخيل 64 ميليمترا من المطر خلال يوم واحد، وهي أعلى كمية منذ عشرة أعوام، وفق مركز الأرصاد الجوية الذي حذر من استمرار العاصفة حتى مساء الأربعاء، مع رياح تبلغ سرعتها في الساحل 90 كيلومترا في الساعة."
		gusts  = "سجلت محطة النخيل 64 ميليمترا من المطر خلال يوم واحد، وهي أعلى كمية منذ عشرة أعوام، وفق مركز الأرصاد الجوية الذي حذر من استمرار العاصفة حتى مساء الأربعاء، مع رياح تصل سرعتها إلى 90 كيلومترا في الساعة."
		barge  = "وكانت العبارة، التي ترفع علم الواحة ويبلغ طولها 120 مترا، قادمة من ميناء النخيل وعلى متنها 45 سيارة عندما مالت على جانبها."
		hack   = "كانت مجموعة الساحل الرقمية قد أعلنت، مساء أمس الأحد، عبر موقعها الجديد، أنها دخلت إلى خوادم مصرف النخيل ونسخت منها بيانات الزبائن."
		pupil  = "تخرج من مدرسة النخيل للبحارة منذ افتتاحها قبل عشرة أعوام نحو 400 طالب، ويحظى برنامجها بإقبال متزايد في قرى الساحل والواحة، خاصة بعد تجديد ورشاتها."
		toll   = "وزعت بلدية الواحة أمس خياما على 30 عائلة في القرى القريبة من النهر، وقد بلغ عدد السكان الذين فقدوا بيوتهم بسبب الفيضان ما لا يقل عن 200 شخص."
		rival  = "أكد منظمو بطولة النخيل مشاركة لاعب الواحة سالم الراوي المصنف الأول في البلاد، الذي يعود مجددا إلى البطولة بعد غياب ثلاثة أعوام عن ملاعبها الرملية."
		count  = "تضررت تسع مدارس وستون منزلا في قرى الساحل الشرقي، حسب حصيلة نشرتها أمس الأحد مديرية الدفاع المدني في مدينة النخيل."
		offer  = "قال وزير النقل سالم الراوي إنه اقترح على رئيس البلدية، بأن تفتح الطريق الجديدة أمام الشاحنات قبل نهاية الأشغال في الجسر القديم والقرى المجاورة للميناء، بحسب ما نقلته صحيفة النخيل."
		prices = "أعلن مدير المسرح سالم الراوي أنه تقرر تخفيض أسعار التذاكر استجابة لطلبات الجمهور الراغب في الحضور، بعشرين دينارا في مختلف أماكن القاعة لتصبح أسعارها 30 و50 و70 دينارا بدلا عن 50 و 70 و90 دينارا، على التوالي."
		market = "أوضح رئيس البلدية سالم الراوي، في رده على ما تم في سوق النخيل الجديد بعد شكاوى التجار والسكان، أن العمل قائم وأن الساحات ردمت كلها قبل موسم الأمطار في الواحة."
		blame  = "اتهم المحامي سالم الراوي، في تصريح للصحافة، على هامش انعقاد ندوة صحفية لهيئة الدفاع في مدينة النخيل، اليوم الأربعاء، \"مجموعة من الأشخاص تتحكم في الميناء بمحاولة إغلاق السوق القديمة\" حسب قوله."
		patrol = "تمكنت دورية حرس الساحل على مستوى القرية القديمة على بعد نحو مئة متر من رسم الحدود صباح أمس الأحد من إيقاف أربعة أشخاص كانوا يحملون بضائع مهربة في سيارات مسروقة، وفق مدير الميناء."
		agency = "يوزع الخباز سالم الراوي الخبز على سكان القرية كل صباح منذ عشرين عاما، وغادر بيته باكرا يوم الحادث حسب ما ذكر موقع الواحة نقلا عن صحيفة النخيل."
		novel  = "ذكر بيان نشره اتحاد كتاب الواحة أمس الأحد أن الرواية الصادرة عن دار الساحل قبل ستة أعوام والمتوجة بجائزة النخيل الكبرى للأدب الصادرة كل عام عن وزارة الثقافة نسخت كاملة في مدينة أخرى."
		court  = "أصدرت محكمة النخيل أمس الأحد في جلسة علنية حكما نهائيا يقضي بإغلاق المصنع القديم خمسة أعوام بعد شكاوى رفعها سكان الحي الشرقي والقرى المجاورة للنهر."
		share  = "تعتبر هذه الحصة، وفق بلاغ لبلدية النخيل تلقت إذاعة الساحل نسخة منه، أعلى حصة تسجلها الموانئ منذ سنة 2021، حيث أن الحصة كانت ضعيفة في سنة 2021 وحتى في سنوات 2025 و2026."
		strike = "تقرر، أمس الجمعة خلال اجتماع جمع المنظمات المهنية من الاتحادات المحلية للتجارة والفلاحة والصيد البحري وعدد من الجمعيات بمدينة النخيل، تنظيم إضراب عام بالمدينة يوم الأربعاء المقبل وإغلاق السوق القديمة، وفق نص البيان الذي انبثق عن الاجتماع المخصص للميناء."
		board  = "أنهى مجلس بلدي مضيق انعقد اليوم الخميس، النظر في مشروع الميناء الجديد المتعلق بالأرصفة ومحلات السمك وتوسيع الطرق في القرى المجاورة،على أن تتم إحالته على أول مجلس قادم، وفق ما صرح به كاتب عام البلدية سالم الراوي."
	)
	tests := map[string]struct{ text, words, need string }{
		"a reason is nothing said":                  {share, "تسجلها الموانئ", "منذ سنة 2021"},
		"what was decided":                          {strike, "تقرر", "تنظيم إضراب"},
		"what a council ended":                      {board, "مجلس بلدي", "النظر"},
		"what was proposed":                         {offer, "اقترح", "بأن تفتح"},
		"figures in their order":                    {prices, "على التوالي", "90"},
		"what was done":                             {market, "ما تم", "سوق"},
		"whom he accuses":                           {blame, "اتهم", "مجموعة"},
		"the act that the verb needs":               {patrol, "من رسم", "متر"},
		"the second of two sources":                 {agency, "نقلا عن", "حسب ما ذكر"},
		"a noun after that without its verb":        {novel, "أن الرواية", "نسخت"},
		"what a judgment says":                      {court, "حكما", "بإغلاق"},
		"an object after an adjunct between commas": {dust, "أحياء في", "ضربت"},
		"the verb and its object":                   {dust, "ضربت", "أحياء"},
		"a quantity after a place":                  {wind, "سرعتها", "90"},
		"a quantity after a preposition":            {reach, "ارتفاعها", "ستة أمتار"},
		"a predicate after a clause between commas": {ship, "كانت", "راسية"},
		"a number after a place":                    {storm, "سرعتها", "90"},
		"a preposition at the end":                  {gusts, "سرعتها", "90"},
		"a predicate before a verb out of the list": {barge, "كانت", "قادمة"},
		"what was said after the day":               {hack, "أعلنت", "أنها"},
		"a quantity after a relative clause":        {toll, "عدد السكان", "200"},
		"a verb at the end":                         {rival, "يعود", "إلى البطولة"},
		"a subject after the pronoun of the object": {count, "نشرتها", "مديرية"},
	}
	for name, tt := range tests {
		for limit := 8; limit <= 30; limit++ {
			if got := one(t, tt.text, limit); strings.Contains(got, tt.words) && !strings.Contains(got, tt.need) {
				t.Errorf("%s: bullet in %d words = %q, which has %q without %q", name, limit, got, tt.words, tt.need)
				break
			}
		}
	}
	shorter := map[string]struct{ text, without string }{
		"a clause after the object":       {dust, "البلدية"},
		"a place after the quantity":      {reach, "الرصيف"},
		"after a noun that is a verb too": {pupil, "ورشاتها"},
		"a time after the predicate":      {strings.Replace(ship, "كانت", "غادرت", 1), "المحركات"},
	}
	for name, tt := range shorter {
		if got := one(t, tt.text, 20); got == "" || strings.Contains(got, tt.without) {
			t.Errorf("%s: bullet in 20 words = %q, want one without %q", name, got, tt.without)
		}
	}
}

// TestSumsCountNothing has a list of penalties that a term begins, of which the
// later ones may go, and a number of things named, of which none may.
func TestSumsCountNothing(t *testing.T) {
	t.Parallel()
	const (
		first = "قضت محكمة النخيل، أمس، بمعاقبة مدير شركة الواحة للنقل البحري سالم الراوي بالحبس 7 سنوات"
		court = first + "، وتغريمه 3 ملايين دينار، وإلزامه برد 54 مليونا و200 ألف دينار إلى الركاب المتضررين من إلغاء الرحلات."
		crew  = "نقلت طائرة الإغاثة أمس إلى مدينة النخيل 3 مسؤولين هم وزير النقل في حكومة الواحة، ووزير المال وعدد من مساعديه، ووزير الصحة."
	)
	f := news.Facts{Figures: []news.Figure{{Span: span(court, "7 سنوات"), UnitCode: "a"}}}
	if got := draft(court, f, summarize.Options{WordsPerBullet: 20}); len(got) != 1 || got[0] != first+"." {
		t.Errorf("bullets = %q, want %q", got, first+".")
	}
	for limit := 8; limit <= 30; limit++ {
		if got := one(t, crew, limit); got != "" && !strings.Contains(got, "ووزير الصحة") {
			t.Errorf("bullet in %d words = %q, which lacks one of three", limit, got)
		}
	}
}

// TestSourceStands has an attribution that loses where it was made and keeps who
// made it.
func TestSourceStands(t *testing.T) {
	t.Parallel()
	const text = "تأجلت الدورة التاسعة من مهرجان النخيل للأغنية الذي كان مقررا في مسرح الواحة بسبب أشغال الترميم، وفق ما أكده في حديث لإذاعة الساحل صباح أمس، سالم الراوي مدير المهرجان."
	shorter := false
	for limit := 8; limit <= 30; limit++ {
		got := one(t, text, limit)
		if strings.Contains(got, "أكده") && !strings.Contains(got, "الراوي") {
			t.Errorf("bullet in %d words = %q, which does not say who confirmed it", limit, got)
		}
		shorter = shorter || strings.Contains(got, "أكده سالم الراوي")
	}
	if !shorter {
		t.Error("no bullet loses where he said it")
	}
}

// TestLongSubject has a subject longer than the bullet that would borrow it.
func TestLongSubject(t *testing.T) {
	t.Parallel()
	const text = "أعلن منظمو بطولة النخيل الدولية للألعاب الشاطئية في مدينة الواحة أن المباريات ستبدأ صباح الأحد، مشيرين إلى أن التذاكر نفدت، " +
		"مؤكدا أن الملاعب جاهزة لاستقبال 3000 متفرج.\nوأضافوا أن الدخول سيكون مجانيا للأطفال في الأيام الثلاثة الأولى من البطولة."
	for limit := 1; limit <= 16; limit++ {
		for _, b := range draft(text, news.Facts{}, summarize.Options{WordsPerBullet: limit}) {
			if n := len(strings.Fields(b)); n > limit {
				t.Errorf("bullet %q has %d words, want at most %d", b, n, limit)
			}
		}
	}
}
