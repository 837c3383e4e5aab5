package draft_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/table"
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
	var keys []string
	rows := table.Rows("joins.tsv", draft.JoinsTSV(), 2)
	for _, row := range rows {
		if row[1] != "clause" && row[1] != "phrase" || !norm.NFC.IsNormalString(row[0]) || strings.ContainsFunc(row[0], arabic.IsMark) {
			t.Errorf("row %q", row)
		}
		keys = append(keys, arabic.Key(row[0]))
	}
	slices.Sort(keys)
	if n := len(slices.Compact(keys)); n != len(rows) {
		t.Errorf("%d rows, %d words", len(rows), n)
	}
	if !slices.IsSortedFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error("not sorted")
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
	var words, keys []string
	for _, row := range table.Rows("openers.tsv", draft.OpenersTSV(), 1) {
		if !norm.NFC.IsNormalString(row[0]) || strings.ContainsFunc(row[0], arabic.IsMark) {
			t.Errorf("%q is not NFC without marks", row[0])
		}
		words, keys = append(words, row[0]), append(keys, arabic.Key(row[0]))
	}
	slices.Sort(keys)
	if n := len(slices.Compact(keys)); n != len(words) || !slices.IsSorted(words) {
		t.Errorf("%d rows, %d words, sorted %v", len(words), n, slices.IsSorted(words))
	}
}
