package quotes_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
	"mujaz/internal/table"
)

// cast is who acts in the invented sentences of these tests.
var cast = []news.Actor{
	{Name: "سليم الجابري", Kind: news.Person, Role: "وزير الزراعة", Aliases: []string{"الجابري"}},
	{Name: "منى العتيبي", Kind: news.Person, Role: "مديرة المستشفى", Aliases: []string{"العتيبي"}},
	{Name: "أفق", Kind: news.Organization},
	{Name: "مجلس بلدية النخيل", Kind: news.Organization, Aliases: []string{"مجلس البلدية"}},
	{Name: "النخيل", Kind: news.Location},
	{Name: "وكالة الشراع", Kind: news.Organization},
}

// actors returns the cast with its mentions in t.
func actors(t *arabic.Text) []news.Actor {
	var list []news.Actor
	for _, a := range cast {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			for at := 0; at < len(t.Source); {
				e, ok := evidence.Verbatim(arabic.Read(t.Source[at:]), name)
				if !ok {
					break
				}
				a.Mentions = append(a.Mentions, news.Span{Start: at + e.Start, End: at + e.End})
				at += e.End
			}
		}
		if len(a.Mentions) > 0 {
			list = append(list, a)
		}
	}
	return list
}

// cheap is actors for any length of text: names are found as they stand.
func cheap(t *arabic.Text) []news.Actor {
	list := slices.Clone(cast)
	for k := range list {
		for at := 0; ; {
			i := strings.Index(t.Source[at:], list[k].Name)
			if i < 0 {
				break
			}
			list[k].Mentions = append(list[k].Mentions, news.Span{Start: at + i, End: at + i + len(list[k].Name)})
			at += i + len(list[k].Name)
		}
	}
	return list
}

// said is a quote as the tests write it.
type said struct{ Speaker, Text string }

func find(source string, kind news.QuoteKind) []said {
	t := arabic.Read(source)
	var list []said
	for _, q := range quotes.Find(t, actors(t)) {
		if q.Kind == kind {
			list = append(list, said{q.Speaker, q.Of(source)})
		}
	}
	return list
}

func TestFindDirect(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, source string
		want         []said
	}{
		{"particle", `وقال وزير الزراعة سليم الجابري إن «المحصول سيصل إلى الأسواق غدا».`, []said{{"سليم الجابري", "المحصول سيصل إلى الأسواق غدا"}}},
		{"colon and straight marks", `وقالت منى العتيبي: "لا مكان شاغرا في المستشفى الليلة".`, []said{{"منى العتيبي", "لا مكان شاغرا في المستشفى الليلة"}}},
		{"curly marks", `أكد سليم الجابري أن “القمح يكفي البلاد ستة أشهر”.`, []said{{"سليم الجابري", "القمح يكفي البلاد ستة أشهر"}}},
		{"marks turned round", `أكد سليم الجابري أن »القمح يكفي البلاد ستة أشهر«.`, []said{{"سليم الجابري", "القمح يكفي البلاد ستة أشهر"}}},
		{"closed with the opening mark", `أكد سليم الجابري أن «القمح يكفي البلاد ستة أشهر«.`, []said{{"سليم الجابري", "القمح يكفي البلاد ستة أشهر"}}},
		{"office before a comma, name after", `وأوضح وزير الزراعة، سليم الجابري، أن «القمح يكفي البلاد ستة أشهر».`, []said{{"سليم الجابري", "القمح يكفي البلاد ستة أشهر"}}},
		{
			"same speaker goes on", "قال سليم الجابري إن الموسم جيد. وأضاف: «سنفتح المخازن أمام الجميع غدا».",
			[]said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}},
		},
		{
			"participle and a joined quotation", `وأعلن سليم الجابري فتح المخازن، معتبرا أن "ما جرى أمر عابر"، و"درس لكل من يعمل هنا".`,
			[]said{{"سليم الجابري", "ما جرى أمر عابر"}, {"سليم الجابري", "درس لكل من يعمل هنا"}},
		},
		{"relayed of whom the text told", `قال سليم الجابري إن الموسم جيد. ونقلت وكالة الشراع عنه قوله: «سنفتح المخازن أمام الجميع غدا».`, []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"by way of the one who relays", `وأوضحت وكالة الشراع نقلا عن أحد السكان قوله: «الماء لا يصل إلى ألف بيت».`, []said{{"أحد السكان", "الماء لا يصل إلى ألف بيت"}}},
		{"not who published it", `قال سليم الجابري إن الموسم جيد. وفسر هذا في تقرير نشرته وكالة الشراع، لافتا إلى أن "المخازن ممتلئة حتى السقف كلها".`, []said{{"سليم الجابري", "المخازن ممتلئة حتى السقف كلها"}}},
		{"name in marks", `وقال مدرب المنتخب "رولان ديبون" : «سنفتح المخازن أمام الجميع غدا».`, []said{{`مدرب المنتخب "رولان ديبون"`, "سنفتح المخازن أمام الجميع غدا"}}},
		{"turned marks", "وقال سليم الجابري ”سنفتح المخازن أمام الجميع غدا“ أمس.", []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"several without names", `استنكر عدد من سكان الحي، أمس، القرار. كما عبروا عن استيائهم لما قام به سليم الجابري، مؤكدين أن "الماء لا يصل إلى ألف بيت".`, []said{{"عدد من سكان الحي", "الماء لا يصل إلى ألف بيت"}}},
		{"object that names others", `قال سليم الجابري إن الموسم جيد. كما انتقد دعوة مديرة المستشفى منى العتيبي إلى التقشف، مشيرا إلى أن "المخازن ممتلئة حتى السقف كلها".`, []said{{"سليم الجابري", "المخازن ممتلئة حتى السقف كلها"}}},
		{"goes on after an agency is named", `قال سليم الجابري إن الموسم جيد، وفق ما ذكرت وكالة الشراع. وأوضح أن "المخازن ممتلئة حتى السقف كلها".`, []said{{"سليم الجابري", "المخازن ممتلئة حتى السقف كلها"}}},
		{"study, not who made it", `أوضحت دراسة لمنظمة "أفق" أن الماء شحيح. وبينت الدراسة أن "الماء لا يصل إلى ألف بيت".`, []said{{"الدراسة", "الماء لا يصل إلى ألف بيت"}}},
		{"not opened", `وختم سليم الجابري حديثه بقوله : سنفتح المخازن أمام الجميع غدا".`, []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"two speakers", `وقال سليم الجابري إن الموسم جيد. كما اتفق الوزيران على ضرورة "فتح المخازن أمام الجميع غدا".`, []said{{"الوزيران", "فتح المخازن أمام الجميع غدا"}}},
		{"source with an aside", `وبين مصدر من مجلس البلدية، طلب عدم ذكر اسمه، للصحيفة "أن الماء لا يصل إلى ألف بيت".`, []said{{"مصدر من مجلس البلدية", "أن الماء لا يصل إلى ألف بيت"}}},
		{"what a source told of it", `أوقف الحرس رجلا، حسب ما أفاد به مصدر أمني. وأوضح المصدر ذاته أن "الرجل كان يحمل ألف علبة".`, []said{{"مصدر أمني", "الرجل كان يحمل ألف علبة"}}},
		{"body with a quoted name", `وقالت منظمة "أفق" إن "الماء لا يصل إلى ألف بيت".`, []said{{"أفق", "الماء لا يصل إلى ألف بيت"}}},
		{"body by its noun", `نددت منظمة "أفق" بالقرار. وذكرت المنظمة أن "الماء لا يصل إلى ألف بيت".`, []said{{"أفق", "الماء لا يصل إلى ألف بيت"}}},
		{"office alone", `التقى سليم الجابري وزير الزراعة المزارعين. وقال الوزير: «الدعم سيصرف قبل نهاية الشهر».`, []said{{"سليم الجابري", "الدعم سيصرف قبل نهاية الشهر"}}},
		{"subject before the verb", `منى العتيبي قالت: «الأسرة كلها مشغولة منذ الفجر».`, []said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}}},
		{"relative", `وصل سليم الجابري الذي قال إن «الطريق مفتوح أمام الشاحنات كلها».`, []said{{"سليم الجابري", "الطريق مفتوح أمام الشاحنات كلها"}}},
		{"speaker after the quotation", `«لن نغلق أبواب المستشفى أبدا»، قالت منى العتيبي.`, []said{{"منى العتيبي", "لن نغلق أبواب المستشفى أبدا"}}},
		{"described as", `وبرر مجلس البلدية القرار بأنه رد على ما وصفه بـ"محاولات متكررة لسرقة مياه المدينة".`, []said{{"مجلس بلدية النخيل", "محاولات متكررة لسرقة مياه المدينة"}}},
		{"not closed", "وقال سليم الجابري: «سنفتح المخازن أمام الجميع غدا\nوغادر بعد ذلك.", []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"not closed before a full stop", "وقال سليم الجابري: «سنفتح المخازن أمام الجميع غدا. وغادر بعد ذلك إلى النخيل.", []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"relayed by the press", `وقال سليم الجابري في حديث أبرزته وكالة الشراع: «سنفتح المخازن أمام الجميع غدا».`, []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"nested", `قال سليم الجابري: «قرأت في الصحيفة أن "السوق فارغة تماما منذ أيام" وهذا غير صحيح».`, []said{{"سليم الجابري", `قرأت في الصحيفة أن "السوق فارغة تماما منذ أيام" وهذا غير صحيح`}}},
		{"noun of the article", `وقال متحدث باسم الشرطة إن «الحريق أخمد قبل وصول الفرق».`, []said{{"متحدث باسم الشرطة", "الحريق أخمد قبل وصول الفرق"}}},
		{"statement of a body", `وقالت وكالة الشراع في بيان إن السفن عادت. ونفى سليم الجابري ذلك. وجاء في البيان أن «كل السفن عادت إلى الميناء».`, []said{{"وكالة الشراع", "كل السفن عادت إلى الميناء"}}},
		{"helper of somebody", `قال محامي سليم الجابري: «موكلي لم يغادر بيته منذ أيام».`, []said{{"محامي سليم الجابري", "موكلي لم يغادر بيته منذ أيام"}}},
		{"anonymous source after a person", `قال سليم الجابري إن الموسم جيد. وقال المصدر: «بعض المخازن فارغة منذ أسبوع».`, []said{{"المصدر", "بعض المخازن فارغة منذ أسبوع"}}},
		{"manner, not subject", `تحدثت منى العتيبي طويلا وقالت بحسرة: «الأسرة كلها مشغولة منذ الفجر».`, []said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}}},
		{"topic, not subject", `قالت منى العتيبي إنها باقية. وعن خلافها مع سليم الجابري حول الدواء قالت: «انتهى الأمر ولن نعود إليه».`, []said{{"منى العتيبي", "انتهى الأمر ولن نعود إليه"}}},
		{"aside of another", `وأكدت منى العتيبي أن المرضى نقلوا، كما قال سليم الجابري، مضيفة أن «الأسرة كلها مشغولة منذ الفجر».`, []said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}}},
		{
			"another by gender", `قال سليم الجابري إن الموسم جيد. ورأت منى العتيبي أن الدواء لا يكفي، وقالت: «الأسرة كلها مشغولة منذ الفجر».`,
			[]said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}},
		},
		{
			"subject of the sentence", `قال سليم الجابري إن الموسم جيد. في المقابل، احتجت مديرة المستشفى منى العتيبي على القرار، وقالت في اتصال هاتفي: «الأسرة كلها مشغولة منذ الفجر».`,
			[]said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}},
		},
		{"subject of a relative clause", `وقال سليم الجابري إن الأولوية للشاحنات التي تنقل القمح، موضحا: «سندخل سبعين شاحنة كل يوم».`, []said{{"سليم الجابري", "سندخل سبعين شاحنة كل يوم"}}},
		{"object, not subject", `قال سليم الجابري إن الموسم جيد. ونفى وجود نقص، مؤكدا أن «المخازن ممتلئة حتى السقف كلها».`, []said{{"سليم الجابري", "المخازن ممتلئة حتى السقف كلها"}}},
		{"statement of a body by its verb", `وبحسب بيان نشرته منظمة "أفق"، صدر أمس، فإن «الماء لا يصل إلى ألف بيت».`, []said{{"أفق", "الماء لا يصل إلى ألف بيت"}}},
		{"source in a place", `لكن مصدرا في مجلس البلدية، طلب ألا يسمى، قال إن «القرار أجل إلى الشهر القادم».`, []said{{"مصدرا في مجلس البلدية", "القرار أجل إلى الشهر القادم"}}},
		{"office of a place", `افتتح رئيس بلدية النخيل السوق. وأضاف رئيس البلدية أن «المحصول سيصل إلى الأسواق غدا».`, []said{{"رئيس البلدية", "المحصول سيصل إلى الأسواق غدا"}}},
		{"source before «فقد»", `وبحسب مصادر قضائية فقد وجهت إليهم تهمة "تصنيع متفجرات من قبل عصابة منظمة".`, []said{{"مصادر قضائية", "تصنيع متفجرات من قبل عصابة منظمة"}}},
		{"described by who speaks", `وقال سليم الجابري في تصريح لمراسل وكالة الشراع إنه ضد العائدين الذين وصفهم بـ"مرض يحتاج إلى علاج طويل".`, []said{{"سليم الجابري", "مرض يحتاج إلى علاج طويل"}}},
		{"body that nobody named", `قال سليم الجابري إن الموسم جيد. وكانت السلطات قد أعلنت أن العملية "أتاحت إحباط مشروع اعتداء وشيك".`, []said{{"السلطات", "أتاحت إحباط مشروع اعتداء وشيك"}}},
		{"unknown surname", `قال رزوق في المقابلة: «سنفتح المخازن أمام الجميع غدا».`, []said{{"رزوق", "سنفتح المخازن أمام الجميع غدا"}}},
		{"one of those who speak after a group", `وقال العلماء إن الدواء جديد. وقال الباحث عن التجربة: «قسنا النبض مرتين كل ساعة كاملة».`, []said{{"الباحث", "قسنا النبض مرتين كل ساعة كاملة"}}},
		{"object of a deed", `قال سليم الجابري إن الموسم جيد. كما انتقد تعيين منى العتيبي، مضيفا أن «المخازن ممتلئة حتى السقف كلها».`, []said{{"سليم الجابري", "المخازن ممتلئة حتى السقف كلها"}}},
		{"told of in the sentence before", `قالت وكالة الشراع إن السفن عادت. وقد رفض سليم الجابري القرار. واعتبر أن «المخازن ممتلئة حتى السقف كلها».`, []said{{"سليم الجابري", "المخازن ممتلئة حتى السقف كلها"}}},
		{"goes on after another is told of", `قالت منى العتيبي إن المرضى نقلوا. ووصل سليم الجابري بعد ذلك. وأضافت: «الأسرة كلها مشغولة منذ الفجر».`, []said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}}},
		{"particle without a verb of speech", `وخرج مجلس البلدية بنتيجة مفادها أن "الماء لا يصل إلى ألف بيت".`, []said{{"مجلس بلدية النخيل", "الماء لا يصل إلى ألف بيت"}}},
		{"antecedent", `وانتهى كلام المتحدث الذي أضاف أن "الطريق مفتوح أمام الشاحنات كلها".`, []said{{"المتحدث", "الطريق مفتوح أمام الشاحنات كلها"}}},
		{"speaker to the press", `وقال شاهد عيان لأفق إن «الحريق أخمد قبل وصول الفرق».`, []said{{"شاهد عيان", "الحريق أخمد قبل وصول الفرق"}}},
		{"relayed words", `ونقلت وكالة الشراع عن مسؤول كبير قوله: «الطريق مفتوح أمام الشاحنات كلها».`, []said{{"مسؤول كبير", "الطريق مفتوح أمام الشاحنات كلها"}}},
		{"context before the subject", `وقال في هذا الصدد سليم الجابري: «سنفتح المخازن أمام الجميع غدا».`, []said{{"سليم الجابري", "سنفتح المخازن أمام الجميع غدا"}}},
		{"weekday after the subject", `أعلن مسؤول في الميناء الاثنين أن «السفن عادت إلى الميناء كلها».`, []said{{"مسؤول في الميناء", "السفن عادت إلى الميناء كلها"}}},
		{"whom it calls upon", `دعا مجلس البلدية الحكومة إلى «فتح المخازن أمام الجميع غدا».`, []said{{"مجلس بلدية النخيل", "فتح المخازن أمام الجميع غدا"}}},
		{"body called upon by a noun", `ودعا الاتحاد الحكومة إلى «فتح المخازن أمام الجميع غدا».`, []said{{"الاتحاد", "فتح المخازن أمام الجميع غدا"}}},
		{"verb inside what is told", `قالت منى العتيبي إن إصابات سجلت لدى أطفال «شربوا من ماء البئر القديمة».`, []said{{"منى العتيبي", "شربوا من ماء البئر القديمة"}}},
		{"deed inside what is told", `قالت منى العتيبي إنه تم إبلاغ وكالة الشراع بواسطة «اتصال هاتفي من رجل مجهول».`, []said{{"منى العتيبي", "اتصال هاتفي من رجل مجهول"}}},
		{"«this is what he confirmed»", `«لن نغلق أبواب المستشفى أبدا» ذلك ما أكدته منى العتيبي أمس.`, []said{{"منى العتيبي", "لن نغلق أبواب المستشفى أبدا"}}},
		{"«this is what he said», after a full stop", `«لن نغلق أبواب المستشفى أبدا». هذا ما قالته منى العتيبي أمس.`, []said{{"منى العتيبي", "لن نغلق أبواب المستشفى أبدا"}}},
		{"statement of the army", `وذكر بيان للجيش «أن القوات بلغت الجسر القديم».`, []said{{"بيان للجيش", "أن القوات بلغت الجسر القديم"}}},
		{"text of a letter", `وجاء في نص الرسالة: «القرار باطل ولا يلزم أحدا».`, []said{{"الرسالة", "القرار باطل ولا يلزم أحدا"}}},
		{"person heard, not the agency", `وقالت منى العتيبي لوكالة الشراع إن «الأسرة كلها مشغولة منذ الفجر».`, []said{{"منى العتيبي", "الأسرة كلها مشغولة منذ الفجر"}}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, find(tt.source, news.Direct)); diff != "" {
			t.Errorf("%s: Find(%q) (-want +got):\n%s", tt.name, tt.source, diff)
		}
	}
}

func TestFindNoDirect(t *testing.T) {
	t.Parallel()
	for name, source := range map[string]string{
		"title":                        `وعرض المهرجان فيلم «حكاية من بلاد الرمل البعيدة» مساء أمس.`,
		"name that ends like a clitic": `وأكد سليم الجابري أن فتح حساب "باي بال" أمر غير ممكن حاليا.`,
		"title of his":                 `واتفق سليم الجابري على عرض مسرحيته «حكاية من بلاد الرمل البعيدة» في النخيل.`,
		"motto":                        `وانطلقت الحملة تحت شعار "ماء نظيف لكل بيت في المدينة" أمس.`,
		"title said":                   `وقال سليم الجابري إن كتاب «حكاية من بلاد الرمل البعيدة» سيوزع مجانا.`,
		"scare quotes":                 `وقال سليم الجابري إن «الأزمة المزعومة» انتهت.`,
		"name of a society":            `وأوضح سليم الجابري عضو جمعية «التضامن مع أهل البحر» أن البحر هادئ.`,
		"to whom a text is ascribed":   `ونشرت الصحف بيانا نسب إلى "المجلس الأعلى لحراس البحر" أمس.`,
		"whose correspondent":          `وفق ما أكده مراسل "إذاعة البحر والرمل الأولى" أمس.`,
		"topic of a talk":              `خلال جلسة استماع حول "السياسة المائية للبلاد منذ عقدين"، عبر سليم الجابري عن شكره.`,
		"list of things":               `وقدم سليم الجابري برامج مثل "الأرض وأهلها والسوق ونحن معكم".`,
		"contents":                     `وعند فحص الحمولة تبين احتواؤها على "ثلاثة وأربعين كيسا من السكر المهرب".`,
		"title after a title":          `لقب بـ«أسد الجبل الذي لا ينام» وبـ«القلب النابض للمدينة القديمة».`,
		"known as":                     `وأكدت منى العتيبي نقل الرضيع المعروف بـ"رضيع مستشفى النخيل القديم".`,
		"group":                        `أعلنت مجموعة "جبال الليل" مسؤوليتها.`,
		"nobody says it":               `وعلقت على الباب لافتة كبيرة «ممنوع الدخول لغير العاملين هنا».`,
		"name of the body":             `فيما أشارت «الهيئة الأهلية لحماية شواطئ النخيل» إلى أن البحر هادئ.`,
		"no text":                      "",
		"marks alone":                  `«» "" « »`,
	} {
		if got := find(source, news.Direct); len(got) > 0 {
			t.Errorf("%s: Find(%q) = %q, want nothing", name, source, got)
		}
	}
}

func TestFindReported(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, source string
		want         []said
	}{
		{"verb and subject", "وقال وزير الزراعة سليم الجابري إن المحصول سيصل غدا.", []said{{"سليم الجابري", "المحصول سيصل غدا"}}},
		{"continuation", "قال سليم الجابري إن الموسم جيد هذا العام. وأضاف أن المخازن ممتلئة تماما.", []said{{"سليم الجابري", "الموسم جيد هذا العام"}, {"سليم الجابري", "المخازن ممتلئة تماما"}}},
		{"participle", "وأكدت منى العتيبي أن الأسرة مشغولة كلها، مشيرة إلى أن المرضى نقلوا أمس.", []said{{"منى العتيبي", "الأسرة مشغولة كلها"}, {"منى العتيبي", "المرضى نقلوا أمس"}}},
		{"source first", `وبحسب منظمة "أفق"، لا يصل الماء إلى ألف بيت.`, []said{{"أفق", "لا يصل الماء إلى ألف بيت"}}},
		{"source last", "لا يصل الماء إلى ألف بيت، وفق مجلس البلدية.", []said{{"مجلس بلدية النخيل", "لا يصل الماء إلى ألف بيت"}}},
		{"relayed", "ونقلت وكالة الشراع عن منى العتيبي أن المرضى نقلوا أمس.", []said{{"منى العتيبي", "المرضى نقلوا أمس"}}},
		{"not a particle of speech", "وقال سليم الجابري قبل أن يغادر القاعة إن الدعم سيصرف غدا.", []said{{"سليم الجابري", "الدعم سيصرف غدا"}}},
		{"clock time", "ودعا سليم الجابري إلى اجتماع الساعة 23:30 بتوقيت المدينة القديمة.", nil},
		{"day between verb and clause", "وكانت منظمة \"أفق\" قد أعلنت السبت، أنها فتحت بابها للجميع.", []said{{"أفق", "فتحت بابها للجميع"}}},
		{"denied", "ونفى سليم الجابري أن تكون المخازن فارغة.", []said{{"سليم الجابري", "ونفى سليم الجابري أن تكون المخازن فارغة"}}},
		{"not said", "قال سليم الجابري ذلك. ولا تتوقع الوزارة أن يتأثر الموسم بالجفاف.", nil},
		{"what a thing shows", "ونشرت وكالة الشراع مقاطع تؤكد أن السفن عادت كلها.", nil},
		{"source: whom he told", "عاد العمال إلى المصنع صباحا، وفق ما أكده مصدر أمني لمراسل الإذاعة.", []said{{"مصدر أمني", "عاد العمال إلى المصنع صباحا"}}},
		{"no source: a law", "وفق القانون الجديد، ترفع الرسوم كل عام.", nil},
		{"no speech", "يجب أن تصل الشاحنات قبل الفجر.", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, find(tt.source, news.Reported)); diff != "" {
			t.Errorf("%s: Find(%q) (-want +got):\n%s", tt.name, tt.source, diff)
		}
	}
}

func TestCueAt(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{
		"وأضافت": "اضاف", "سيعلن": "اعلن", "قائلا": "قال", "نفت": "نفي", "ينفي": "نفي", "مضيفةً": "اضاف", "قوله": "قال", "وصفته": "وصف",
		"أسمته": "اسمي", "بحسب": "بحسب", "وفقا": "وفقا", "تؤكّد": "اكد",
	} {
		if c, ok := quotes.CueAt(arabic.Read(word), 0); !ok || c.Verb != want {
			t.Errorf("CueAt(%q) = %+v, %v, want %q", word, c, ok, want)
		}
	}
	for _, word := range []string{"كتاب", "الوزير", "12", "BBC", "مدرسة", "سوق"} {
		if c, ok := quotes.CueAt(arabic.Read(word), 0); ok {
			t.Errorf("CueAt(%q) = %+v, want none", word, c)
		}
	}
}

// TestTables holds the word tables to the rules of the house.
func TestTables(t *testing.T) {
	t.Parallel()
	for name, columns := range map[string]int{"speech.tsv": 6, "sources.tsv": 2, "speakers.tsv": 2, "naming.tsv": 1} {
		src, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		var keys []string
		for _, r := range table.Rows(name, string(src), columns) {
			if k := arabic.Key(r[0]); seen[k] {
				t.Errorf("%s: %q is there twice", name, r[0])
			} else {
				seen[k] = true
			}
			for _, cell := range r {
				if !norm.NFC.IsNormalString(cell) || strings.IndexFunc(cell, arabic.IsMark) >= 0 {
					t.Errorf("%s: %q is not NFC without marks", name, cell)
				}
			}
			keys = append(keys, r[0])
		}
		if !slices.IsSorted(keys) {
			t.Errorf("%s is not sorted", name)
		}
	}
}

// pieces make texts that look like news to the finder.
var pieces = []string{
	"قال", "وأضاف", "أن", "إنه", ":", "«", "»", "\"", "“", "”", "،", ".", "\n", "سليم الجابري", "الوزير", "منظمة", "أفق", "بحسب", "معتبرا",
	"كلام كثير جدا هنا", "في", "و", "بـ", "المصدر", "«نص من خمس كلمات هنا»", "وكالة الشراع", "النخيل", "12",
}

func TestFindProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sep := rapid.SampledFrom([]string{" ", ""})
		var b strings.Builder
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "text") {
			b.WriteString(p + sep.Draw(t, "gap"))
		}
		check(t, b.String())
	})
}

// check holds what is true of every quote.
func check(t interface{ Fatalf(string, ...any) }, source string) {
	text := arabic.Read(source)
	from := 0
	for _, q := range quotes.Find(text, cheap(text)) {
		if q.Start < from || q.Start >= q.End || q.End > len(source) || !utf8.ValidString(q.Of(source)) {
			t.Fatalf("Find(%q) has %v, out of order or no span", source, q)
		}
		if q.Of(source) != strings.TrimSpace(q.Of(source)) || q.Kind == news.Direct && strings.Contains(q.Of(source), "\n") {
			t.Fatalf("Find(%q) has %q", source, q.Of(source))
		}
		from = q.Start
	}
}

func FuzzFind(f *testing.F) {
	f.Add(`قال سليم الجابري: «نص من "أربع كلمات" هنا`)
	f.Add("\"\"«»«»\n\"a b c d e\" وأضاف \"\"")
	f.Fuzz(func(t *testing.T, s string) { check(t, strings.ToValidUTF8(s, "")) })
}

// TestFindIsLinear would take minutes if any step were quadratic.
func TestFindIsLinear(t *testing.T) {
	t.Parallel()
	n := 40_000
	if testing.Short() {
		n = 4_000
	}
	for _, piece := range []string{"«", "\"", "« \"", "قال إن ", "قال «", "بحسب البيان، ", "سليم الجابري والنخيل ", "«نص من خمس كلمات هنا» و", "وأضاف المصدر أن النخيل هنا، "} {
		check(t, strings.Repeat(piece, n))
	}
}

func BenchmarkFind(b *testing.B) {
	const source = "وقال وزير الزراعة سليم الجابري إن «المحصول سيصل إلى الأسواق غدا». وأضاف أن المخازن ممتلئة، مؤكدا أن \"ما جرى أمر عابر جدا\".\n"
	t := arabic.Read(strings.Repeat(source, 50))
	list := actors(t)
	b.SetBytes(int64(len(t.Source)))
	for b.Loop() {
		quotes.Find(t, list)
	}
}
