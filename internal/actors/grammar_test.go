package actors_test

import (
	"strings"
	"testing"
)

// TestGrammar shows the rules of bodies, sites and the extents of names by what
// an article must have, and what it must not take for an actor.
func TestGrammar(t *testing.T) {
	t.Parallel()
	tests := []struct{ rule, text, has, lacks string }{
		{"T1 punctuation", "أوقف أربعة أشخاص بمعتمدية المرنوقية، ثم أطلق سراحهم.", "l المرنوقية", "l المرنوقية،"},
		{"T2 adjective of the office", "قالت النائبة المستقيلة شيرين عثمان برزاني إن الجلسة تأجلت.", "p شيرين عثمان برزاني", "p المستقيلة شيرين"},
		{"T4 tanwin", "وما قاموا به يعتبر سلوكاً فردياً لا يمثل أحدا.", "", "p سلوكاً"},
		{"T4 adjective of money", "خصصت الحكومة التونسية مبلغا بغلاف مالي كبير للأشغال.", "", "l مالي"},
		{"S1 airport of a king", "هبطت الطائرة في مطار الملك عبدالعزيز الدولي قرب جدة.", "l مطار الملك عبدالعزيز الدولي", "p عبدالعزيز | p عبدالعزيز الدولي"},
		{"S1 street of a man", "تجمع العشرات في شارع خالد المنصوري بالمدينة.", "l شارع خالد المنصوري", "p خالد المنصوري"},
		{"S1 medical town", "نقل المصاب إلى مدينة الملك فهد الطبية فجرا.", "o مدينة الملك فهد الطبية", "l مدينة الملك فهد الطبية"},
		{"S2 river", "جرفت المياه جسرا على نهر السن أمس.", "l نهر السن", ""},
		{"S2 valley keeps its waw", "فاض وادي السراب بعد المطر.", "l وادي السراب", "l ادي السراب"},
		{"S2 sea", "غرقت سفينة في بحر العرب.", "l بحر العرب", ""},
		{"S2 common words are no name", "التقى المشجعون في ملعب النادي ثم في شارع طويل وفي ميناء الصيد.", "", "l ملعب النادي | l شارع طويل"},
		{"S3 sort", "وصل الوفد إلى مطار القاهرة الدولي صباحا.", "l مطار القاهرة الدولي", "l القاهرة"},
		{"S3 side", "قطعت الطريق في جندوبة الشمالية ليلا.", "l جندوبة الشمالية", "l جندوبة"},
		{"S3 side of the coasts", "أبحر المركب قبالة سواحل ليبيا الشمالية.", "l ليبيا", "l ليبيا الشمالية"},
		{"S4 list", "تضررت الطرقات في معتمديات بوسالم وطبرقة ووادي مليز وفرنانة.", "l بوسالم | l طبرقة | l وادي مليز | l فرنانة", ""},
		{"L7 station", "وأكد الوالي في تصريح للنورس أف أم بقفصة أن الأشغال متواصلة.", "o النورس أف أم | l قفصة", "o أم بقفصة"},
		{"L7 station in part in quotation marks", "وقالت المديرة على النورس \"اف ام\" إن الدروس تستأنف.", "o النورس اف ام", ""},
	}
	for _, tt := range tests {
		got := find(tt.text)
		for want := range strings.SplitSeq(tt.has, " | ") {
			if kind, name, ok := strings.Cut(want, " "); ok {
				if _, found := lookup(got, kindOf[kind], name); !found {
					t.Errorf("%s: Find(%q) = %+v, want %s", tt.rule, tt.text, got, want)
				}
			}
		}
		for want := range strings.SplitSeq(tt.lacks, " | ") {
			if kind, name, ok := strings.Cut(want, " "); ok {
				if _, found := lookup(got, kindOf[kind], name); found {
					t.Errorf("%s: Find(%q) has %s", tt.rule, tt.text, want)
				}
			}
		}
	}
}
