package number_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/number"
)

// say writes n below 10^15 in words, as a school grammar does.
func say(n int64, feminine bool) string {
	if n == 0 {
		return "صفر"
	}
	var groups []string
	for _, s := range []struct {
		value                  int64
		single, double, plural string
	}{
		{1e12, "تريليون", "تريليونان", "تريليونات"},
		{1e9, "مليار", "ملياران", "مليارات"},
		{1e6, "مليون", "مليونان", "ملايين"},
		{1e3, "ألف", "ألفان", "آلاف"},
	} {
		switch k := n / s.value; {
		case k == 0:
		case k == 1:
			groups = append(groups, s.single)
		case k == 2:
			groups = append(groups, s.double)
		case k%100 >= 3 && k%100 <= 10:
			groups = append(groups, sayBelow(k, false)+" "+s.plural)
		default:
			groups = append(groups, sayBelow(k, false)+" "+s.single)
		}
		n %= s.value
	}
	if n > 0 {
		groups = append(groups, sayBelow(n, feminine))
	}
	return strings.Join(groups, " و")
}

var (
	men     = strings.Fields("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")
	women   = strings.Fields("صفر واحدة اثنتان ثلاث أربع خمس ست سبع ثماني تسع عشر")
	byTen   = strings.Fields("- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون")
	hundred = strings.Fields("- مئة مئتان ثلاثمئة أربعمائة خمسمئة ستمائة سبعمئة ثمانمائة تسعمئة")
)

func sayBelow(n int64, feminine bool) string {
	units, ten, first := men, "عشر", []string{"أحد", "اثنا"}
	if feminine {
		units, ten, first = women, "عشرة", []string{"إحدى", "اثنتا"}
	}
	var words []string
	if n >= 100 {
		words = append(words, hundred[n/100])
		n %= 100
	}
	switch {
	case n == 0:
	case n <= 10:
		words = append(words, units[n])
	case n < 13:
		words = append(words, first[n-11]+" "+ten)
	case n < 20:
		words = append(words, units[n-10]+" "+ten)
	case n%10 == 0:
		words = append(words, byTen[n/10])
	default:
		words = append(words, units[n%10], byTen[n/10])
	}
	return strings.Join(words, " و")
}

// TestWordsAndBack reads what say writes.
func TestWordsAndBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.Int64Range(0, 9999), rapid.Int64Range(0, 1e12), rapid.Int64Range(0, 999_999_999_999_999)).Draw(t, "n")
		words := say(n, rapid.Bool().Draw(t, "feminine"))
		got, ok := number.Read(arabic.Read(words), 0)
		if v, _, exact := got.Value.Int64(0); !ok || !exact || v != n || got.End != len(words) {
			t.Fatalf("Read(%q) = %v, %v, want %d", words, got, ok, n)
		}
	})
}

// check states what is true of the numbers of any text.
func check(t interface{ Fatalf(string, ...any) }, s string) {
	text := arabic.Read(s)
	end, last := 0, 0
	for _, n := range number.Find(text) {
		if n.Start < end || n.End <= n.Start || n.First < last || n.Last <= n.First || n.Last > len(text.Tokens) {
			t.Fatalf("Find(%q): %+v after byte %d, token %d", s, n, end, last)
		}
		if !utf8.ValidString(n.Of(s)) {
			t.Fatalf("Find(%q): %+v cuts a letter", s, n)
		}
		again, ok := number.Read(text, n.First)
		if !ok || !again.Value.Equal(n.Value) || again.Span != n.Span {
			t.Fatalf("Read(%q, %d) = %+v, want %+v", s, n.First, again, n)
		}
		end, last = n.End, n.Last
	}
}

func TestFindProperties(t *testing.T) {
	t.Parallel()
	pieces := rapid.SampledFrom(strings.Fields(
		"و 1 220 999 ٣ ٫ ٬ . , - / % ر ألفا مليون ونصف المليون ثلاثة وعشرون مئة وثلاثمئة عشر أرباع جزء من على الثالث والعشرون " +
			"فاصلة ملايين مليونا سالب بعد المئة دولار km K ً \n ،"))
	rapid.Check(t, func(t *rapid.T) {
		sep := rapid.SampledFrom([]string{" ", ""})
		var b strings.Builder
		for _, p := range rapid.SliceOfN(pieces, 0, 12).Draw(t, "pieces") {
			b.WriteString(p + sep.Draw(t, "sep"))
		}
		check(t, b.String())
	})
}

func FuzzFind(f *testing.F) {
	for _, spellings := range corpus {
		f.Add(strings.Join(spellings, " ثم "))
	}
	for _, s := range nothing {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, strings.ToValidUTF8(s, "")) })
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("وقالت الوزارة، اليوم الخميس، إن 1.9 مليون موظف سيستفيدون من «الدعم» الذي يمتد ثلاثة أشهر. ", 400)
	t := arabic.Read(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		number.Find(t)
	}
}
