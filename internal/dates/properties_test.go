package dates_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/news"
)

// words are drawn to make texts that are nearly dates.
var words = strings.Fields(`يوم اليوم أمس غدا من في إلى بين و قبل بعد منذ خلال كل هذا نفس شهر الشهر عام العام سنة أيام ساعات الساعة
	الثلاثاء الجمعة مارس مايو/ أيار رمضان شوال كانون الثاني الأول الثالثة عشرة ثلاثة خمس وعشرون نصف ونصف ربع إلا الماضي المقبل نفسه التالي
	الجاري مطلع نهاية أول آخر القرن التاسع عشر الثمانينيات صيف الموسم مساء صباحا ظهرا بتوقيت غرينتش هـ م 5 12 31 99 2015 1436 2015- 3/ 4- 7: 30 . ، ( )
	الموافق لمدة أكثر من على الأقل يوميا عيد الأضحى`)

// value is the shape of everything Find may say: EDTF days, weeks, months,
// years, decades, centuries, their intervals, clock times, and durations.
var value = regexp.MustCompile(`^$|^(-?\d{3}[\dX]|-?\d{2}XX)(-\d\d(-\d\d)?|-W\d\d)?(/-?\d{4}(-\d\d(-\d\d)?|-W\d\d)?)?$` +
	`|^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)?$|^P[\dYMWDTHS.]+(/P[\dYMWDTHS.]+)?$`)

// check holds dates to what every caller relies on.
func check(t interface{ Fatalf(string, ...any) }, text *arabic.Text, list []news.Date) {
	end := 0
	for _, d := range list {
		if d.Start < end || d.End <= d.Start || d.End > len(text.Source) {
			t.Fatalf("Find(%q): span %v after %d", text.Source, d.Span, end)
		}
		end = d.End
		if s := d.Of(text.Source); !utf8.ValidString(s) || strings.ContainsRune(s, '\n') || strings.TrimSpace(s) != s {
			t.Fatalf("Find(%q): words %q", text.Source, s)
		}
		if !value.MatchString(d.Value) {
			t.Fatalf("Find(%q): value %q", text.Source, d.Value)
		}
		if (d.From == "") != (d.To == "") || d.From > d.To && d.From[0] != '-' {
			t.Fatalf("Find(%q): from %q to %q", text.Source, d.From, d.To)
		}
		if d.Kind == "" || d.Calendar == "" {
			t.Fatalf("Find(%q): %+v", text.Source, d)
		}
	}
}

func TestFindProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom(words), 0, 14).Draw(t, "words")
		text := arabic.Read(strings.Join(list, rapid.SampledFrom([]string{" ", " ", "", "\n"}).Draw(t, "gap")))
		when := news.Moment{}
		if rapid.Bool().Draw(t, "published") {
			when = thursday
		}
		found := dates.Find(text, when)
		check(t, text, found)
		if again := dates.Find(text, when); !slices.Equal(found, again) {
			t.Fatalf("Find(%q) twice differs", text.Source)
		}
	})
}

func TestFindLetters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("اأإآبتةهىيملوكسع ًٌَُّْـ.٣3۱a\n،/-:()"))).Draw(t, "text")
		text := arabic.Read(s)
		check(t, text, dates.Find(text, thursday))
		dates.Parse(s)
	})
}

// TestFindLinear gives Find long lines of what it looks ahead or back for.
func TestFindLinear(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("long lines")
	}
	for _, s := range []string{
		"5 و", "5-", "2015-", "1/", "يوم ", "أمس ", "شهر و", "شهران وشهر و", "الجمعة ", "أيام الجمعة ", "مارس و", "شهري مارس و", "ثلاثة ", "ثلاثة أيام و",
		"، ", "( ", ". ", "الثلاثاء 5 ", "بعد ", "من 3 إلى ", "الساعة ", "اليوم ", "يوم 5 مايو ", "5 سنوات و", "الأول ", "نصف ",
	} {
		text := arabic.Read(strings.Repeat(s, 100_000/len(s)) + "الثلاثاء")
		start := time.Now()
		check(t, text, dates.Find(text, thursday))
		if took := time.Since(start); took > 4*time.Second { // a tenth of a second; a minute were it quadratic
			t.Errorf("Find of %d times %q took %v", 100_000/len(s), s, took)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, list := range corpus {
		f.Add(list[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		text := arabic.Read(s)
		check(t, text, dates.Find(text, thursday))
	})
}

func FuzzParse(f *testing.F) {
	for _, list := range lines {
		f.Add(list[0])
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, ok := dates.Parse(s); ok && m.IsZero() {
			t.Fatalf("Parse(%q) = zero, true", s)
		}
	})
}

// TestTables holds every table to the house's rules.
func TestTables(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"words", "months", "months_cldr", "tense", "zones"} {
		data, err := os.ReadFile("data/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]string{}
		previous := ""
		comments := 0
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "#") {
				comments++
				continue
			}
			word, _, _ := strings.Cut(line, "\t")
			if !norm.NFC.IsNormalString(line) || strings.TrimSpace(word) != word {
				t.Errorf("%s: %q is not NFC or has spaces", name, line)
			}
			if strings.ContainsFunc(word, arabic.IsMark) {
				t.Errorf("%s: %q has a mark or tatweel", name, word)
			}
			key := arabic.Key(word)
			if other, ok := seen[key]; ok && name != "months_cldr" { // CLDR has both spellings of April
				t.Errorf("%s: %q and %q are the same folded", name, word, other)
			}
			seen[key] = word
			if word < previous {
				t.Errorf("%s: %q comes after %q", name, word, previous)
			}
			previous = word
		}
		if comments < 2 || len(seen) == 0 {
			t.Errorf("%s: %d comments, %d words", name, comments, len(seen))
		}
	}
}
