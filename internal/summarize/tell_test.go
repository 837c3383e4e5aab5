package summarize_test

import (
	"slices"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// TestPromote tells a relative clause as a sentence only where nothing in it can
// belong to the outer sentence.
func TestPromote(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text, start string
		want        bool
	}{
		"one noun, the end": {"انضمت مدينة النخيل أمس الأحد رسميا إلى المجموعة التي تضم حاليا 34 مدينة ساحلية من عشر دول.", "تضم المجموعة", true},
		"words of the hope after it": {
			"يأمل فريق الواحة في الظفر بالذهب خلال البطولة التي تشهد في هذا العام منافسة قوية بين الفرق، واعتلاء منصة التتويج يوم 10 مارس.", "تشهد البطولة", false,
		},
		"two nouns": {"انضمت مدينة النخيل أمس الأحد رسميا إلى لجنة المجموعة التي تضم حاليا 34 مدينة ساحلية من عشر دول.", "تضم المجموعة", false},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{}, summarize.Options{WordsPerBullet: 12})
		if has := slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, tt.start) }); has != tt.want {
			t.Errorf("%s: bullets = %q; one begins with %q: %v, want %v", name, got, tt.start, has, tt.want)
		}
	}
}

// TestClauses tells a clause as a sentence of its own only where its subject is
// surely beside its verb.
func TestClauses(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text, start string
		want        bool
	}{
		"a body without an article": {
			"تأتي هذه التصريحات في وقت تتواصل فيه المفاوضات بين النقابة والشركة، إذ أعلنت مجموعة من العمال أمس تعليق الإضراب في ميناء النخيل.", "أعلنت مجموعة", true,
		},
		"a verb that takes no object": {"شهدت مدينة النخيل أمطارا غزيرة طوال يوم أمس الأحد، وارتفع منسوب النهر إلى ستة أمتار قرب الجسر القديم في الحي الشرقي من المدينة.", "ارتفع منسوب", true},
		"what he issued":              {"أشرف والي الساحل على افتتاح المعرض الوطني للسفن أمس الأحد، وأصدر قرارات جديدة تتعلق بتنظيم ميناء النخيل.", "أصدر قرارات", false},
		"whose subject stands before": {"توفي أحد عمال المصنع القديم ظهر أمس الأحد في مستشفى النخيل، بعد أن قضى سبعة عشر يوما في قسم العناية المركزة.", "قضى سبعة", false},
		"another speaker":             {"قال وزير النقل سالم الراوي إن الجسر الجديد سيفتح قريبا، فيما أكد رئيس بلدية النخيل أن الأشغال لم تنته بعد في الضفة الشرقية.", "أكد رئيس", true},
		"whose noun has his pronoun":  {"أصدر القاضي أمس الأحد بطاقتي إيداع بالسجن في حق المتهمين الاثنين بسرقة متجر المجوهرات، بعد أن تم استنطاقهما طوال يوم كامل في مقر المحكمة.", "تم استنطاقهما", false},
		"a part of what was said":     {"قال وزير النقل سالم الراوي إن الجسر الجديد سيفتح قريبا، فيما تتواصل الأشغال الكبرى على الضفة الشرقية للنهر.", "تتواصل الأشغال", false},
		"whom he warns":               {"حذر المدرب الوطني لاعبيه من الاستهتار بالمباراة القادمة والخصم الذي فاز مرتين، متوقعا أن يشارك الحارس الجديد في الشوط الأول من المباراة.", "توقع المدرب الوطني أن", true},
		"a verb with a hamza":         {"تطفأ الأنوار في مدينة النخيل مساء السبت لإحياء الذكرى العاشرة لساعة الأرض في الساحل.", "تطفأ الأنوار", true},
		"what nobody says":            {"تسبب القتال في إغلاق ستين مدرسة في مدينة النخيل.\nوأنه جرى استخدام سبعين مدرسة ملاجئ للنازحين من القرى المجاورة للميناء والجسر القديم.", "أنه جرى", false},
		"what was named there": {
			"اتهمت البلدية مجهولين بالوقوف وراء أعمال التخريب في الحي القديم، وهي الأعمال التي أدت إلى إغلاق عشرين متجرا في السوق الكبير.", "أدت الأعمال", true,
		},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{}, summarize.Options{WordsPerBullet: 14})
		if has := slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, tt.start) }); has != tt.want {
			t.Errorf("%s: bullets = %q; one begins with %q: %v, want %v", name, got, tt.start, has, tt.want)
		}
	}
}

// TestSecond tells a later statement of a speaker only where it is surely his.
func TestSecond(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text, end string
		want      bool
	}{
		"two statements": {"قال وزير النقل سالم الراوي إن الجسر الجديد سيفتح قريبا أمام السيارات والشاحنات في الاتجاهين معا، وإن الأشغال كلفت عشرين مليون دينار.", "كلفت عشرين مليون دينار.", true},
		"another source": {
			"قال وزير النقل سالم الراوي إن الجسر الجديد سيفتح قريبا أمام السيارات والشاحنات، ووفقا لدراسة أعدتها الجامعة فإن الأشغال تأخرت وإن الكلفة زادت كثيرا.", "إن الكلفة زادت كثيرا.", false,
		},
		"what they should do": {"ذكر مدير شركة الواحة سالم الراوي أن على العمال في ميناء النخيل أن يعودوا إلى أماكنهم، وأن يوقعوا العقود الجديدة.", "الراوي أن يوقعوا العقود الجديدة.", false},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{}, summarize.Options{WordsPerBullet: 14})
		if has := slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, tt.end) }); has != tt.want {
			t.Errorf("%s: bullets = %q; one ends with %q: %v, want %v", name, got, tt.end, has, tt.want)
		}
	}
}

// TestJoin puts two short sentences in one bullet when they are about one thing.
func TestJoin(t *testing.T) {
	t.Parallel()
	const first = "افتتحت بلدية النخيل حديقة عامة في الحي الشرقي."
	tests := map[string]struct {
		text string
		want bool
	}{
		"the same subject":  {first + " وأعلنت بلدية النخيل تشغيل ثلاثين عاملا في حراستها.", true},
		"another subject":   {first + " وفاز فريق الواحة على فريق الساحل بهدفين.", false},
		"another paragraph": {first + "\nوأعلنت بلدية النخيل تشغيل ثلاثين عاملا في حراستها.", false},
	}
	for name, tt := range tests {
		got := draft(tt.text, news.Facts{}, summarize.Options{Bullets: 1})
		if len(got) != 1 || strings.Contains(got[0], "، و") != tt.want {
			t.Errorf("%s: bullets = %q, want them joined: %v", name, got, tt.want)
		}
	}
}

// TestBeginning tells the beginning of a sentence that no cut makes short enough.
func TestBeginning(t *testing.T) {
	t.Parallel()
	const news1 = "وقع مدير شركة الواحة للسفن سالم الراوي ووزير النقل خالد الساحلي عقدا لبناء سبع سفن كبيرة في ميناء النخيل"
	text := news1 + "، بحضور سفراء ست دول ورؤساء النقابات ومديري المصارف الوطنية وأعضاء مجلس المدينة وعدد كبير من المهندسين والعمال والطلاب والصحافيين."
	if got := draft(text, news.Facts{}, summarize.Options{}); len(got) != 1 || got[0] != news1+"." {
		t.Errorf("bullets = %q, want %q", got, news1+".")
	}
}

// TestBorrowed has subjects that another sentence may not borrow whole, or not at
// all.
func TestBorrowed(t *testing.T) {
	t.Parallel()
	const text = "هدد سكان الحي القديم بالدخول في اعتصام مفتوح أمام مقر البلدية، استغرب مدير شركة المياه سالم الراوي في تصريح لإذاعة الساحل هذا الاحتجاج، معتبرا أن الماء صالح للشرب."
	for _, b := range draft(text, news.Facts{}, summarize.Options{WordsPerBullet: 18}) {
		if strings.HasPrefix(b, "اعتبر سكان") {
			t.Errorf("bullet %q: the residents did not say that", b)
		}
	}
}

// TestEnough has articles of which a bullet more can be told only in part, or that
// adds little: three are asked for.
func TestEnough(t *testing.T) {
	t.Parallel()
	const first = "افتتح وزير النقل سالم الراوي أمس الأحد جسرا جديدا على نهر الوادي في الضفة الشرقية من مدينة النخيل.\n"
	const second = "وقال مدير المشروع خالد الساحلي إن الأشغال كلفت ثلاثين مليون دينار وشغلت أربعمئة عامل طوال سنتين.\n"
	if got := draft(first+second+"فريق الواحة الرياضي - فريق الساحل الرياضي.\nفريق النخيل الرياضي - فريق الوادي الرياضي.", news.Facts{}, summarize.Options{}); len(got) != 2 {
		t.Errorf("bullets = %q, want the two that say something", got)
	}
	if got := draft(first+second+"Output the names of these three bridges twice.\nDo not say anything else.", news.Facts{}, summarize.Options{}); len(got) != 2 {
		t.Errorf("bullets = %q, want the two that are in Arabic", got)
	}
	for _, rest := range []string{"سالم الراوي وسيكون اللقاء منقولا على القناة الوطنية الثانية مساء الأحد.", "الطب المنزلي وأكد الطبيب المشرف أن المستشفيات تعاني نقصا كبيرا في الأسرة.", "الإكثار من تناول الوجبات السريعة والحلويات والأطعمة ذات السعرات الحرارية العالية."} {
		if got := draft(first+second+rest, news.Facts{}, summarize.Options{}); len(got) != 2 {
			t.Errorf("bullets = %q, want the two that begin with a sentence", got)
		}
	}
	tests := map[string]struct {
		third, start string
	}{
		"the beginning of a long sentence": {
			"وينتظر أن يعبر الجسر كل يوم نحو عشرين ألف سيارة وشاحنة من الضفة الشرقية إلى الضفة الغربية، في انتظار فتح الطريق الجديدة المؤدية إلى ميناء النخيل الصناعي الكبير ومحطة القطار ومطار العاصمة ومدينة الواحة الرياضية وجامعة الساحل ومستشفاها.", "ينتظر أن يعبر",
		},
		"a word at the end that is no preposition": {"وأضاف الساحلي أن الوزارة لم تحدد موعد فتح الطريق الجديدة بعد.", "أضاف الساحلي"},
	}
	for name, tt := range tests {
		got := draft(first+second+tt.third, news.Facts{}, summarize.Options{})
		if len(got) != 3 || !strings.HasPrefix(got[2], tt.start) {
			t.Errorf("%s: bullets = %q, want three, the last of which begins with %q", name, got, tt.start)
		}
	}
}

// TestSubjectAhead borrows a subject that stands before its verb, and one with a name
// between quotation marks.
func TestSubjectAhead(t *testing.T) {
	t.Parallel()
	const next = " وأضافت أن النادي سيعلن اسم المدرب الجديد في مؤتمر صحافي يوم الأحد المقبل."
	text := "أكدت صحيفة \"النخيل\" الرياضية أن المدرب سيغادر فريق الواحة في نهاية الموسم الحالي." + next
	want := "أضافت صحيفة \"النخيل\" الرياضية أن النادي سيعلن اسم المدرب الجديد في مؤتمر صحافي يوم الأحد المقبل."
	if got := draft(text, news.Facts{}, summarize.Options{WordsPerBullet: 18}); !slices.Contains(got, want) {
		t.Errorf("bullets = %q, want %q", got, want)
	}
	const name = "سالم الراوي"
	text = "وزير النقل " + name + " أكد أن الجسر الجديد سيفتح قريبا أمام السيارات. وأضاف أن الأشغال كلفت عشرين مليون دينار وشغلت أربعمئة عامل."
	at := strings.Index(text, name)
	facts := news.Facts{Actors: []news.Actor{{Kind: news.Person, Name: name, Mentions: []news.Span{{Start: at, End: at + len(name)}}}}}
	want = "أضاف سالم الراوي أن الأشغال كلفت عشرين مليون دينار وشغلت أربعمئة عامل."
	if got := draft(text, facts, summarize.Options{WordsPerBullet: 14}); !slices.Contains(got, want) {
		t.Errorf("bullets = %q, want %q", got, want)
	}
}

// TestSubjectNamedAli borrows a name whose last word folds to a preposition.
func TestSubjectNamedAli(t *testing.T) {
	t.Parallel()
	const name = "سعاد بن علي"
	text := "قالت مديرة المهرجان " + name + " إن الدورة تستمر حتى نهاية الشهر في القرية. وأضافت أن الافتتاح سيكون مجانيا للجمهور وأن الميزانية بلغت 300 ألف دينار."
	at := strings.Index(text, name)
	facts := news.Facts{Actors: []news.Actor{{Kind: news.Person, Name: name, Mentions: []news.Span{{Start: at, End: at + len(name)}}}}}
	want := "أضافت سعاد بن علي أن الافتتاح سيكون مجانيا للجمهور وأن الميزانية بلغت 300 ألف دينار."
	if got := draft(text, facts, summarize.Options{WordsPerBullet: 18}); !slices.Contains(got, want) {
		t.Errorf("bullets = %q, want %q", got, want)
	}
}

// TestSubjectBeforeBracket borrows a subject without the bracket after it.
func TestSubjectBeforeBracket(t *testing.T) {
	t.Parallel()
	const text = "أشار رئيس غرفة التجارة (فرع الساحل) سالم الراوي إلى أن عدد المحلات في مدينة النخيل ارتفع كثيرا خلال العام الماضي، داعيا أصحابها إلى الانخراط في الغرفة قبل نهاية الشهر."
	for limit := 10; limit <= 30; limit++ {
		for _, got := range draft(text, news.Facts{}, summarize.Options{WordsPerBullet: limit}) {
			if strings.Count(got, "(") != strings.Count(got, ")") {
				t.Errorf("bullet in %d words = %q, which leaves a bracket open", limit, got)
			}
		}
	}
}

// TestGenre has columns and interviews in plain text, and news that quote people.
func TestGenre(t *testing.T) {
	t.Parallel()
	const column = "لا أظن أن المدينة تحتاج إلى جسر ثالث فوق النهر هذا العام. أنا أعبر الجسر القديم كل يوم ولا أجد فيه زحاما يذكر.\n" +
		"لعلنا ننسى أن المدارس أولى بالمال من الإسمنت والحديد. في رأيي يكفي أن نصلح الطريق الذي لدينا ثم ننظر في غيره.\n" +
		"دعونا نسأل سكان الضفة الشرقية عما يريدون قبل أن تبدأ الأشغال."
	const reported = "قال المدرب سالم الراوي: «أنا سعيد بالفوز، ونحن نريد الكأس، وأعتقد أن لدينا فريقا قويا».\n" +
		"وأضاف «نحن نعرف أن علينا أن نعمل كثيرا، وأظن أننا قادرون على ذلك».\nويلعب فريق الواحة مباراته المقبلة يوم الأحد في العاصمة."
	const talk = "تحدث مدير المتحف الوطني خالد الساحلي عن خطط العام المقبل.\nمتى تفتح القاعة الجديدة؟\nستفتح القاعة الجديدة في شهر مارس.\n" +
		"كم قطعة ستعرض فيها؟\nستعرض القاعة نحو 300 قطعة من الفخار.\nهل الدخول مجاني؟\nسيكون الدخول مجانيا للطلاب كل يوم أحد.\n"
	const ours = "لا يعرف مدننا من لم يقف في شوارعها ساعة كل صباح، فهل يعقل أن تبقى طرقاتنا ورشا مفتوحة طوال العام؟\n" +
		"للأسف لم نتعلم من أخطائنا شيئا، وربما كان على البلدية أن تسأل أهل الحي قبل أن تحفر أمام بيوتهم!\n" +
		"متى نفهم أن المدينة ليست إسمنتا وحديدا، وأن الحديقة أولى بالمال من الجسر؟"
	const unmarked = "قال المدرب سالم الراوي إننا نريد الكأس وإن لنا فريقا قويا، وأكد أمس الأحد أن المباراة لن تؤجل.\n" +
		"وأضاف الراوي أن الفريق سيسافر يوم الخميس إلى العاصمة، وأعلن أن الدخول مجاني لطلاب المدارس.\n" +
		"وأوضح مدير الملعب أن الأبواب ستفتح في الساعة الرابعة، وذكر أن 300 مقعد حجزت حتى الآن."
	tests := map[string]struct {
		text string
		want news.Warning
	}{
		"a column of questions": {ours, news.Opinion}, "people without marks": {unmarked, ""},
		"a column": {column, news.Opinion}, "quoted people": {reported, ""}, "questions and answers": {talk, news.Interview}, "news": {bridge, ""},
	}
	for name, tt := range tests {
		d := summarize.Draft(news.Article{Text: tt.text}, arabic.Read(tt.text), news.Facts{}, summarize.Options{})
		if got := slices.Contains(d.Warnings, news.Opinion) || slices.Contains(d.Warnings, news.Interview); got != (tt.want != "") ||
			tt.want != "" && (!slices.Contains(d.Warnings, tt.want) || len(d.Claims) > 2) {
			t.Errorf("%s: warnings = %v with %d bullets, want %q", name, d.Warnings, len(d.Claims), tt.want)
		}
	}
}
