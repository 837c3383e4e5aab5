package figures_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/figures"
	"mujaz/internal/number"
)

// paragraph is written in the manner of an agency, with about as many figures as
// news has.
const paragraph = "أعلنت هيئة الموانئ، اليوم الخميس، أن ميناء الجزيرة استقبل أكثر من 1.9 مليون حاوية خلال الأشهر الستة الأولى، " +
	"بزيادة بلغت 12.5 في المئة مقارنة بالفترة ذاتها من العام الماضي، فيما تراجعت حركة المسافرين على الخطوط القديمة. " +
	"وقال مدير الهيئة سالم الراوي إن المرحلة الثانية من المشروع ستكلف نحو 350 مليون دولار، وستوفر ما لا يقل عن ثلاثة آلاف " +
	"وظيفة لسكان المنطقة الذين ينتظرون افتتاح الرصيف الجديد منذ سنوات طويلة. وأضاف أن مركبين وصلا صباحا وعلى متنهما " +
	"مواد غذائية ومعدات طبية، وأن العمل يجري على قدم وساق لإنهاء الأشغال قبل حلول فصل الشتاء ونزول الأمطار.\n"

func BenchmarkFind(b *testing.B) {
	source := strings.Repeat(paragraph, 100)
	t := arabic.Read(source)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		figures.Find(t, nil)
	}
}

func BenchmarkNumbers(b *testing.B) {
	source := strings.Repeat(paragraph, 100)
	t := arabic.Read(source)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		number.Find(t)
	}
}
