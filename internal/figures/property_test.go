package figures_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/figures"
	"mujaz/internal/news"
)

var (
	bounds = []news.Bound{news.Exact, news.About, news.MoreThan, news.LessThan, news.AtLeast, news.AtMost, news.Between}
	kinds  = []news.FigureKind{news.Count, news.Money, news.Percent, news.Measure, news.Score, news.Ordinal}
)

// check states what is true of the figures of any text.
func check(t interface{ Fatalf(string, ...any) }, s string) {
	text := arabic.Read(s)
	end := 0
	for _, f := range figures.Find(text, nil) {
		switch {
		case f.Start < end || f.End <= f.Start || f.End > len(s):
			t.Fatalf("Find(%q): %+v after byte %d", s, f, end)
		case !utf8.ValidString(f.Of(s)) || strings.Contains(f.Of(s), "\n"):
			t.Fatalf("Find(%q): %q cuts a letter or crosses a line", s, f.Of(s))
		case !slices.Contains(bounds, f.Bound) || !slices.Contains(kinds, f.Kind):
			t.Fatalf("Find(%q): bound %q, kind %q", s, f.Bound, f.Kind)
		case f.Value.Valid == (f.Kind == news.Score || f.Bound == news.Between):
			t.Fatalf("Find(%q): value of %+v", s, f)
		case f.Min.Valid != (f.Bound == news.Between) || f.Max.Valid != f.Min.Valid || f.Max.Valid && f.Max.Decimal.Less(f.Min.Decimal):
			t.Fatalf("Find(%q): ends of %+v", s, f)
		}
		end = f.End
	}
}

func TestFindProperties(t *testing.T) {
	t.Parallel()
	pieces := rapid.SampledFrom(strings.Fields(
		"و 1 220 ٣ ٫ , - – / % $ ( ) « » ال أكثر من لا يقل عن بين إلى نحو مليون ألفا ثلاثة وعشرون نصف ونصف شخصا شخص قتلى " +
			"دينار تونسي دولارا سنتا كيلومتر في الساعة المئة هدفين لصفر دون رد مقابل المرتبة الثالثة السادس هو هذا سنة العمر " +
			"منهم أصل جملة عدد فاز مباراة منتخب بنتيجة على الأقل تقريبا تحت الصفر ضعف عالميا أصيب مركبان \n ، ً ـ"))
	rapid.Check(t, func(t *rapid.T) {
		sep := rapid.SampledFrom([]string{" ", " ", " ", ""})
		var b strings.Builder
		for _, p := range rapid.SliceOfN(pieces, 0, 16).Draw(t, "pieces") {
			b.WriteString(p + sep.Draw(t, "sep"))
		}
		check(t, b.String())
	})
}

// TestFindWithDates gives the finder any spans as dates.
func TestFindWithDates(t *testing.T) {
	t.Parallel()
	text := arabic.Read(paragraph)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(text.Tokens)-1).Draw(t, "first")
		j := rapid.IntRange(i+1, min(i+6, len(text.Tokens))).Draw(t, "last")
		date := news.Date{Span: text.Cover(i, j)}
		for _, f := range figures.Find(text, []news.Date{date}) {
			if f.Start < date.End && date.Start < f.End {
				t.Fatalf("figure %q shares a byte with date %q", f.Of(paragraph), date.Of(paragraph))
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	for source := range corpus {
		f.Add(source)
	}
	for _, source := range nothing {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, strings.ToValidUTF8(s, "")) })
}
