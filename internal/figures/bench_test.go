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

// BenchmarkLongLine finds in one line of 5 MB; its speed is that of BenchmarkFind
// as long as nothing is quadratic.
func BenchmarkLongLine(b *testing.B) {
	line := strings.ReplaceAll(paragraph, "\n", " ")
	t := arabic.Read(strings.Repeat(line, 5<<20/len(line)))
	b.SetBytes(5 << 20)
	for b.Loop() {
		figures.Find(t, nil)
	}
}

// BenchmarkHostile finds in one line of numbers that might all belong together.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{"1.1", "1,234 مليون ", "مئة و", "3 و", "1-", "(1) ", "من بين ", "1 ريال ", "12 "} {
		t := arabic.Read(strings.Repeat(piece, 1<<20/len(piece)))
		b.Run(piece, func(b *testing.B) {
			b.SetBytes(1 << 20)
			for b.Loop() {
				figures.Find(t, nil)
			}
		})
	}
}
