package evidence_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
)

// article is invented.
const article = "أعلنت وزارة الصحة في مدينة النخيل، أمس الأحد، تسجيل ١٢ إصابة جديدة، ووزارة التعليم تتابع.\n" +
	"وقال المدير أحمد الطيّب للولايات المتحدة إن الشُّحنة وصلت بالقاهرة وقيمتها 250 مليون جنيه، أي 1.9 في المئة.\n" +
	"ولم تعلن الشركة المنفذة موعد افتتاح الجسر الجديد على نهر الزيتون أمام الشاحنات الثقيلة."

func TestLocate(t *testing.T) {
	t.Parallel()
	text := arabic.Read(article)
	tests := []struct {
		name, quote, want string
		match             news.Match
	}{
		{"same bytes", "تسجيل ١٢ إصابة جديدة", "تسجيل ١٢ إصابة جديدة", news.MatchExact},
		{"spaces around", "  أمس الأحد ", "أمس الأحد", news.MatchExact},
		{"digits of another set", "12 إصابة", "١٢ إصابة", news.MatchFolded},
		{"hamza", "احمد الطيب", "أحمد الطيّب", news.MatchFolded},
		{"marks and teh marbuta", "الشحنه وصلت", "الشُّحنة وصلت", news.MatchFolded},
		{"other punctuation", "«مدينة النخيل أمس الأحد»...", "مدينة النخيل، أمس الأحد", news.MatchFolded},
		{"clitic in the text", "القاهرة وقيمتها", "القاهرة وقيمتها", news.MatchExact},
		{"waw in the text", "وزارة التعليم", "وزارة التعليم", news.MatchExact},
		{"whole number", "1.9 في المئة", "1.9 في المئة", news.MatchExact},
		{"clitic in the quote, one word left out", "وأعلنت وزارة الصحة تسجيل ١٢ إصابة جديدة", "أعلنت وزارة الصحة في مدينة النخيل، أمس الأحد، تسجيل ١٢ إصابة جديدة", news.MatchAligned},
		{"lam of to", "المدير أحمد الطيب الولايات المتحدة", "المدير أحمد الطيّب للولايات المتحدة", news.MatchAligned},
		{"negation kept", "لم تعلن الشركة المنفذة موعد الافتتاح الجسر الجديد", "لم تعلن الشركة المنفذة موعد افتتاح الجسر الجديد", news.MatchAligned},
		{"across lines", "ووزارة التعليم تتابع وقال المدير", "ووزارة التعليم تتابع.\nوقال المدير", news.MatchFolded},
	}
	for _, tt := range tests {
		got, ok := evidence.Locate(text, tt.quote)
		if !ok {
			t.Errorf("%s: Locate(%q) found nothing", tt.name, tt.quote)
			continue
		}
		if s := got.Of(article); strings.TrimPrefix(s, "و") != strings.TrimPrefix(tt.want, "و") || got.Match != tt.match {
			t.Errorf("%s: Locate(%q) = %q %s, want %q %s", tt.name, tt.quote, s, got.Match, tt.want, tt.match)
		}
	}
}

func TestLocateNothing(t *testing.T) {
	t.Parallel()
	text := arabic.Read(article)
	for name, quote := range map[string]string{
		"empty":              "",
		"punctuation":        "«…»",
		"part of a word":     "صحة في مدينة",
		"part of a number":   "9 في المئة",
		"start of a number":  "أي 1",
		"wrong currency":     "250 مليون دولار",
		"wrong number":       "أعلنت وزارة الصحة تسجيل ١٣ إصابة جديدة",
		"longer name":        "وزارة الصحة المصرية",
		"lost negation":      "أي 1.9 في المئة تعلن الشركة المنفذة موعد افتتاح الجسر",
		"negation added":     "وصلت الشحنة لم تصل القاهرة وقيمتها 250 مليون",
		"other order":        "جديدة إصابة تسجيل الصحة وزارة أعلنت",
		"half of the words":  "أعلنت وزارة النقل تسجيل أرقام قياسية جديدة",
		"words far apart":    "أعلنت المدير القاهرة الشركة الجسر الثقيلة",
		"another sentence":   "هبطت أسعار القمح في الأسواق العالمية",
		"prefix of the word": "وزارة الصح",
	} {
		if got, ok := evidence.Locate(text, quote); ok {
			t.Errorf("%s: Locate(%q) = %q %s, want nothing", name, quote, got.Of(article), got.Match)
		}
	}
}

// TestLocatePrefersSameLetters holds the order marks first, letters second.
func TestLocatePrefersSameLetters(t *testing.T) {
	t.Parallel()
	const source = "حضر على الحفل ثم عَلِيّ الحفل ثم علي الحفلُ"
	got, ok := evidence.Locate(arabic.Read(source), "عليّ الحفل")
	if want := strings.Index(source, "عَلِيّ"); !ok || got.Start != want {
		t.Errorf("Locate = %v %v, want a span from %d", got, ok, want)
	}
}

// words returns what Locate compares, without punctuation between words.
func words(s string) string {
	t := arabic.Read(s)
	var list []string
	for i, w := range t.Tokens {
		if w.Kind != arabic.Punct || i > 0 && i+1 < len(t.Tokens) && t.Tokens[i-1].Kind == arabic.Digits && t.Tokens[i+1].Kind == arabic.Digits && t.Touch(i-1) && t.Touch(i) {
			list = append(list, w.Norm)
		}
	}
	return strings.Join(list, " ")
}

// check holds what is true of every answer.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, text *arabic.Text, quote string,
) {
	t.Helper()
	got, ok := evidence.Locate(text, quote)
	if !ok {
		return
	}
	if got.Start < 0 || got.Start >= got.End || got.End > len(text.Source) {
		t.Fatalf("Locate(%q, %q) = %v, no span of the text", text.Source, quote, got)
	}
	s := got.Of(text.Source)
	switch {
	case !utf8.ValidString(s):
		t.Fatalf("Locate(%q, %q) cuts a letter: %q", text.Source, quote, s)
	case got.Match != news.MatchAligned && words(s) != words(quote):
		t.Fatalf("Locate(%q, %q) = %q %s, other words", text.Source, quote, s, got.Match)
	case got.Match == news.MatchExact && !strings.Contains(quote, s):
		t.Fatalf("Locate(%q, %q) = %q exact, other bytes", text.Source, quote, s)
	}
}

func TestLocateProperties(t *testing.T) {
	t.Parallel()
	letters := rapid.StringOf(rapid.RuneFrom([]rune("اأإبةهىيلو ًّـ.٣3a\n،«» ")))
	rapid.Check(t, func(t *rapid.T) {
		check(t, arabic.Read(letters.Draw(t, "text")), letters.Draw(t, "quote"))
	})
	word := rapid.SampledFrom(strings.Fields(article))
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(word, 1, 60).Draw(t, "text")
		text := arabic.Read(strings.Join(list, " "))
		from := rapid.IntRange(0, len(list)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(list)).Draw(t, "to")
		quote := strings.Join(list[from:to], " ")
		if _, ok := evidence.Locate(text, quote); !ok && words(quote) != "" {
			t.Fatalf("Locate(%q, %q) found nothing", text.Source, quote)
		}
		check(t, text, arabic.Key(quote))
		mixed := rapid.SliceOfN(word, 1, 30).Draw(t, "quote")
		check(t, text, strings.Join(mixed, " "))
	})
}

func FuzzLocate(f *testing.F) {
	f.Add(article, "احمد الطيب الولايات المتحدة 250 مليون")
	f.Add("aaaa aaaa aaaa", "a")
	f.Add("1.9 و1,900", "9")
	f.Fuzz(func(t *testing.T, text, quote string) {
		check(t, arabic.Read(strings.ToValidUTF8(text, "")), strings.ToValidUTF8(quote, ""))
	})
}

// TestLocateIsLinear would take minutes if any step were quadratic.
func TestLocateIsLinear(t *testing.T) {
	t.Parallel()
	n := 60_000
	if testing.Short() {
		n = 4_000
	}
	text := arabic.Read(strings.Repeat("وزارة الصحة ", n) + "أعلنت")
	for _, quote := range []string{
		"وزارة الصحة أعلنت", strings.Repeat("وزارة الصحة ", 150) + "تنفي", strings.Repeat("وزارة ", 90), "زارة الصحة",
	} {
		check(t, text, quote)
	}
}

func BenchmarkLocate(b *testing.B) {
	text := arabic.Read(strings.Repeat(article+"\n", 10) + "ختام مختلف عن كل ما سبق من كلام طويل")
	for _, bb := range []struct{ name, quote string }{
		{"exact", "ختام مختلف عن كل ما سبق"},
		{"folded", "ختام مختلف عن كُلّ ما سبق"},
		{"aligned", "ختام مختلف تماما عن كل ما سبق"},
		{"absent", "هبطت أسعار القمح في الأسواق العالمية"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(text.Source)))
			for b.Loop() {
				evidence.Locate(text, bb.quote)
			}
		})
	}
}
