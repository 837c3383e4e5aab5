package arabic_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// sample draws text from the letters and marks that matter.
func sample() *rapid.Generator[string] {
	return rapid.StringOf(rapid.RuneFrom([]rune("اأإآبتةهىيلوفكسد ًٌَُّْـ.٣3a\n،«»\"()؟!:ﷲﻻ\u200f\u202b%")))
}

func TestFold(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"marks and tatweel", "مُحَمَّـــد", "محمد"},
		{"alefs", "أإآٱا", "ااااا"},
		{"final letters", "مدرسة على", "مدرسه علي"},
		{"Persian letters and digits", "کی ۱۲٣", "كي 123"},
		{"decimal and percent", "٣٫٥٪", "3.5%"},
		{"presentation forms", "ﻻ", "لا"},
		{"capitals", "CVV", "cvv"},
		{"invisible controls", "ا\u200f\u202bب", "اب"},
	}
	for _, tt := range tests {
		if got := arabic.Fold(tt.text).Text; got != tt.want {
			t.Errorf("%s: Fold(%q).Text = %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestFoldProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := sample().Draw(t, "text")
		f := arabic.Fold(s)
		if again := arabic.Fold(f.Text).Text; again != f.Text {
			t.Fatalf("Fold twice of %q = %q, want %q", s, again, f.Text)
		}
		if !utf8.ValidString(f.Text) {
			t.Fatalf("Fold(%q) is not UTF-8", s)
		}
		for i := range f.Text {
			if o := f.Original(news.Span{Start: i, End: len(f.Text)}); !utf8.ValidString(o.Of(s)) || o.End != len(s) {
				t.Fatalf("Original(%d) of %q = %v", i, s, o)
			}
		}
	})
}

func TestReadProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := sample().Draw(t, "text")
		text := arabic.Read(s)
		end := 0
		for i, w := range text.Tokens {
			if w.Start < end || w.End <= w.Start {
				t.Fatalf("token %d of %q spans %v after %d", i, s, w.Span, end)
			}
			if got := arabic.Key(w.Of(s)); got != w.Norm {
				t.Fatalf("token %d of %q: Norm = %q, want %q", i, s, w.Norm, got)
			}
			end = w.End
		}
		next := 0
		for i, x := range text.Sentences {
			if x.First != next || x.Last <= x.First || strings.Contains(x.Of(s), "\n") {
				t.Fatalf("sentence %d of %q: %+v", i, s, x)
			}
			next = x.Last
		}
		if next != len(text.Tokens) {
			t.Fatalf("sentences of %q cover %d of %d tokens", s, next, len(text.Tokens))
		}
	})
}

func TestTokens(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want []string
	}{
		{"و220 بطاقة", []string{"و", "220", "بطاقة"}},
		{"1.9 مليون", []string{"1", ".", "9", "مليون"}},
		{"بـ\"محاولات\"", []string{"بـ", "\"", "محاولات", "\""}},
		{"1436هـ", []string{"1436", "هـ"}},
		{"رموز CVV بالغة", []string{"رموز", "CVV", "بالغة"}},
		{"٪١٢٫٥", []string{"٪", "١٢", "٫", "٥"}},
	}
	for _, tt := range tests {
		text := arabic.Read(tt.text)
		var got []string
		for _, w := range text.Tokens {
			got = append(got, w.Of(tt.text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Read(%q).Tokens (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		want []string
	}{
		{"two sentences", []string{"وصل الوفد إلى الرباط.", "وغادر مساء."}},
		{"question", []string{"ماذا حدث بعد الانتخابات؟", "لا أحد يعلم!"}},
		{"decimal point", []string{"ارتفع المؤشر 1.9 في المئة إلى 8.834 نقطة.", "ثم تراجع."}},
		{"comma and semicolon end nothing", []string{"قال الوزير، أمس؛ إنه باق."}},
		{"abbreviated title", []string{"وقال د. سامي العلي إن المرض نادر."}},
		{"dots that close a bracket", []string{"شمل العنف بأنواعه (النفسي والمادي..) نصف المدن.", "وتراجع في غيرها."}},
		{"quotation with two sentences", []string{"قال: «انتهى الأمر. لن نعود».", "وخرج."}},
		{"straight quotation", []string{"قال إن \"العمل شاق. والأجر قليل\".", "ثم صمت."}},
		{"end mark inside the quotation", []string{"سأل: «متى نعود؟»", "ولم يجب أحد."}},
		{"title that asks", []string{"أقر المجلس مشروع \"من يفتح السوق؟\" المتعلق بالمحلات.", "وانتهى."}},
		{"Hijri year at the end", []string{"عقد في 5 رمضان 1446 هـ.", "وانتهى أمس."}},
		{"pause", []string{"كان ينتظر.. ثم رحل.", "ولم يعد."}},
		{"ellipsis", []string{"بقي الملف معلقا...", "واستمر الخلاف."}},
		{"spelt acronym", []string{"وتراجع سهم إيه. بي. سي للطاقة.", "وارتفع غيره."}},
		{"numbered list", []string{"تقرر ما يأتي:", "1. فتح الطريق.", "2. تعويض المتضررين."}},
		{"box number", []string{"العنوان ص . ب 80203 في المدينة."}},
		{"marks with spaces", []string{"هل انتهى الأمر؟ ..", "لا أحد يعلم."}},
		{"Latin name", []string{"أطلقت شركة booking.com خدمة جديدة.", "وهي مجانية."}},
		{"no space after the point", []string{"انتهى الاجتماع.", "وغادر الوفد."}},
	}
	for _, tt := range tests {
		sep := " "
		switch tt.name {
		case "no space after the point":
			sep = ""
		case "numbered list":
			sep = "\n"
		}
		source := strings.Join(tt.want, sep)
		text := arabic.Read(source)
		var got []string
		for _, s := range text.Sentences {
			got = append(got, s.Of(source))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestStems(t *testing.T) {
	t.Parallel()
	tests := []struct {
		word string
		want []string
	}{
		{"وللمغرب", []string{"وللمغرب", "للمغرب", "المغرب"}},
		{"وزير", []string{"وزير", "زير"}},
		{"فبالوزارة", []string{"فبالوزاره", "بالوزاره", "الوزاره"}},
		{"من", []string{"من"}},
	}
	for _, tt := range tests {
		text := arabic.Read(tt.word)
		list, n := text.Stems(0)
		var got []string
		for _, s := range list[:n] {
			got = append(got, s.Norm)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Stems(%q) (-want +got):\n%s", tt.word, diff)
		}
	}
}

func TestCore(t *testing.T) {
	t.Parallel()
	tests := map[string][]string{
		"":       {""},
		"مغرب":   {"المغرب", "للمغرب", "وللمغرب", "بالمغرب", "والمغرب", "مغرب"},
		"صحه":    {"الصحة", "للصحة", "فالصحة"},
		"سيعلن":  {"وسيعلن", "سيعلن"},
		"من":     {"من", "ومن"},
		"فلم":    {"فلم", "الفلم"},
		"وزير":   {"وزير", "الوزير", "للوزير", "وبالوزير"},
		"فوزه":   {"فوزه", "بفوزه", "وفوزه"},
		"بطاقه":  {"بطاقة", "البطاقة", "ببطاقة", "والبطاقة"},
		"كلماتي": {"كلماتي", "بكلماتي"},
		"طاقه":   {"طاقة", "بالطاقة", "لطاقة"},
		"حكومات": {"لحكومات", "وبحكومات", "الحكومات"},
	}
	for want, forms := range tests {
		for _, form := range forms {
			if got := arabic.Core(arabic.Key(form)); got != want {
				t.Errorf("Core(%q) = %q, want %q", form, got, want)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("قال د. سامي: «انتهى الأمر. لن نعود».\nوخرج 1.9 في المئة.")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		for _, w := range arabic.Read(s).Tokens {
			if arabic.Key(w.Of(s)) != w.Norm {
				t.Fatalf("token %q of %q: Norm = %q", w.Of(s), s, w.Norm)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat("وقالت الوزارة، اليوم الخميس، إن 1.9 مليون موظف سيستفيدون من «الدعم». ", 400)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		arabic.Read(s)
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	for _, pair := range []string{"\"\"", "\u201C\u201D", "\u201E\u201D", "\u00AB\u00BB", "()", "[]"} {
		marks := []rune(pair)
		if got := arabic.Closer(string(marks[0])); got != string(marks[1]) {
			t.Errorf("Closer(%q) = %q, want %q", marks[0], got, marks[1])
		}
	}
	for _, mark := range []string{"", "\u00BB", "\u201D", ")", "-", "\u060C", "\u0628"} {
		if got := arabic.Closer(mark); got != "" {
			t.Errorf("Closer(%q) = %q, want none", mark, got)
		}
	}
	for mark, want := range map[string]bool{"\u060C": true, ",": true, "\u061B": false, ".": false, "": false} {
		if got := arabic.IsComma(mark); got != want {
			t.Errorf("IsComma(%q) = %v", mark, got)
		}
	}
	for text, want := range map[string]bool{"-": true, "\u2013": true, "\u2014": true, "_": false, "\u0628": false, ".": false} {
		if got := arabic.IsDash(arabic.Read(text).Tokens[0]); got != want {
			t.Errorf("IsDash(%q) = %v", text, got)
		}
	}
	for word, want := range map[string]bool{"المدينه": true, "الى": false, "مدينه": false, "والمدينه": false} {
		if got := arabic.IsDefinite(word); got != want {
			t.Errorf("IsDefinite(%q) = %v", word, got)
		}
	}
}
