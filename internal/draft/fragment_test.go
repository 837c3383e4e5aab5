package draft_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/testkit"
)

// TestFragment tells whole sentences from pieces of one.
func TestFragment(t *testing.T) {
	t.Parallel()
	const text = "اتهمت بلدية النخيل، اليوم الخميس، شركة الوادي بتلويث النهر، مشيرة إلى شكاوى من ثلاثة أحياء. " +
		"وقال رئيس البلدية سامر الحداد إن الشركة لم ترد على رسالتين، فيما نفى مديرها وجود أي تسرب من المصنع. " +
		"واستضاف مسرح الواحة الأربعاء في موعد خاص، أبطال فيلم \"غد قريب\" المخرجة ليلى منصور وفريقها، قبل عرضه في المدن.\n" +
		"أعلن مدير المسرح مساء أمس في برنامج إذاعي، أن الدخول مجاني، ووعد جمهور المسرح مساء الأحد في بيان، بأنها لن تنقطع.\n" +
		"ويشمل البرنامج ثلاثة عروض في الأسبوع، وتستمر العروض حتى نهاية الشهر، الذي يليه مهرجان المدينة."
	a, read := news.Article{Title: "بلدية تتهم شركة", Text: text}, arabic.Read(text)
	a.Published, _ = news.ParseMoment("2025-04-10")
	facts := pipeline.Facts(a, read)
	for _, whole := range []string{
		"اتهمت بلدية النخيل، اليوم الخميس، شركة الوادي بتلويث النهر.",
		"اتهمت بلدية النخيل، اليوم الخميس، شركة الوادي بتلويث النهر، مشيرة إلى شكاوى من ثلاثة أحياء.",
		"قال رئيس البلدية سامر الحداد إن الشركة لم ترد على رسالتين.",
		"الشركة لم ترد على رسالتين، فيما نفى مديرها وجود أي تسرب من المصنع.",
		"نفى مديرها وجود أي تسرب من المصنع.",
		"استضاف مسرح الواحة أبطال فيلم \"غد قريب\".",
		"يشمل البرنامج ثلاثة عروض في الأسبوع.",
		"تستمر العروض حتى نهاية الشهر، الذي يليه مهرجان المدينة.",
		"وتستمر العروض حتى نهاية الشهر.",
	} {
		if len(strings.Fields(whole)) >= 6 && draft.Fragment(a, read, facts, whole) {
			t.Errorf("%q is taken for a fragment", whole)
		}
	}
	for _, piece := range []string{
		"", "بلدية النخيل", "اتهمت بلدية النخيل شركة الوادي.", // too few words
		"اتهمت بلدية النخيل، اليوم الخميس، شركة الوادي بتلويث النهر،", "قال رئيس البلدية سامر الحداد إن الشركة لم ترد على.", // ends on what leads on
		"المخرجة ليلى منصور وفريقها، قبل عرضه في المدن.", "بتلويث النهر، مشيرة إلى شكاوى من ثلاثة أحياء.", // begins within
		"أعلن مدير المسرح مساء أمس في برنامج إذاعي.", "وعد جمهور المسرح مساء الأحد في بيان.", // without what was said
		"استضاف مسرح الواحة الأربعاء في موعد خاص.", "واستضاف مسرح الواحة الأربعاء في موعد خاص.", // without those whom it received
	} {
		if !draft.Fragment(a, read, facts, piece) {
			t.Errorf("%q is taken for a whole sentence", piece)
		}
	}
}

func TestJoinsTable(t *testing.T) {
	t.Parallel()
	for _, row := range testkit.Table(t, "joins.tsv", 2, testkit.Raw) {
		if row[1] != "clause" && row[1] != "phrase" {
			t.Errorf("row %q", row)
		}
	}
}

// TestOpened: the conjunction of «وقال» goes, the first letter of «وصل» stays.
func TestOpened(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"": "", "و": "و", "وقال الوزير إن الخطة جاهزة.": "قال الوزير إن الخطة جاهزة.", "و يقول المخرج إنه عاد.": "يقول المخرج إنه عاد.",
		"والحكومة ترى غير ذلك.": "الحكومة ترى غير ذلك.", "وبحسب المجموعة، أدى ذلك.": "بحسب المجموعة، أدى ذلك.",
		"وصل الوزير أمس.": "وصل الوزير أمس.", "وزارة الصحة تنفي.": "وزارة الصحة تنفي.", "ووقع الحادث ليلا.": "ووقع الحادث ليلا.",
		"والي المدينة استقال.": "والي المدينة استقال.", "والدته تقيم هناك.": "والدته تقيم هناك.", "والدفاع المدني أخمد الحريق.": "الدفاع المدني أخمد الحريق.", "وافق المجلس على الخطة.": "وافق المجلس على الخطة.", "قال إنه عاد.": "قال إنه عاد.",
	} {
		if got := draft.Opened(in); got != want {
			t.Errorf("Opened(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOpenersTable(t *testing.T) {
	t.Parallel()
	testkit.Table(t, "openers.tsv", 1, testkit.Raw)
}
