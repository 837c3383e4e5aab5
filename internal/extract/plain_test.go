package extract_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"mujaz/internal/extract"
	"mujaz/internal/news"
	"mujaz/internal/testkit"
)

const story = "أعلنت بلدية وادي النخيل، اليوم الأحد، افتتاح جسر جديد يربط ضفتي المدينة.\n\n" +
	"وقال رئيس البلدية سالم الدرعي إن الأشغال دامت عامين. \nوبلغت الكلفة 12 مليون دينار."

func text(body string) news.Page { return news.Page{Form: news.Text, Body: []byte(body)} }

func TestPlainKeepsText(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body, want string }{
		{"double breaks and trailing spaces", story, story},
		{"bidi controls", "\u202b" + strings.ReplaceAll(story, " ", " \u200f"), story},
		{"byte order mark", "\uFEFF" + story, story},
		{"decomposed letters", strings.ReplaceAll(story, "أ", "\u0627\u0654"), story},
		{"last line break", story + "\n", story + "\n"},
		{"carriage returns", strings.ReplaceAll(story, "\n", "\r\n"), strings.ReplaceAll(story, "\n", "\r\n")},
	}
	for _, tt := range tests {
		a, err := extract.Article(text(tt.body))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, a.Text); diff != "" || a.Title != "" {
			t.Errorf("%s: title %q, text (-want +got):\n%s", tt.name, a.Title, diff)
		}
	}
}

func TestPlainHeadline(t *testing.T) {
	t.Parallel()
	const headline = "جسر جديد في وادي النخيل"
	tests := []struct {
		name, head, given string
		title, rest       string
	}{
		{"headline", headline + "\n", "", headline, ""},
		{"headline and blank lines", "\n" + headline + " \n\n", "", headline, ""},
		{"question", "هل ينهي الجسر أزمة المرور؟\n", "", "هل ينهي الجسر أزمة المرور؟", ""},
		{"given title", headline + "\n", "عنوان آخر", "عنوان آخر", headline + "\n"},
		{"sentence", "وصل الوفد إلى المدينة.\n", "", "", "وصل الوفد إلى المدينة.\n"},
		{"dateline of an agency", "WADI.INFO - متابعة خاصة\n", "", "", "WADI.INFO - متابعة خاصة\n"},
		{"byline", "كتبت: ريم سالم الكندي\n", "", "", "كتبت: ريم سالم الكندي\n"},
		{"dateline", "وادي النخيل - \n", "", "", "وادي النخيل - \n"},
		{"two words", "خبر عاجل\n", "", "", "خبر عاجل\n"},
		{"bullet", "- جسر جديد في المدينة\n", "", "", "- جسر جديد في المدينة\n"},
	}
	for _, tt := range tests {
		p := text(tt.head + story)
		p.Title = tt.given
		a, err := extract.Article(p)
		if err != nil || a.Title != tt.title || a.Text != tt.rest+story {
			t.Errorf("%s: title %q, text %q, error %v", tt.name, a.Title, a.Text, err)
		}
	}
}

func TestPlainSummary(t *testing.T) {
	t.Parallel()
	bullets := []string{"جسر جديد يربط ضفتي المدينة.", "بلغت الكلفة 12 مليون دينار."}
	tests := []struct {
		name, head string
		want       []string
		kept       string
	}{
		{"hyphens", "استمع إلى الملخص\n- " + strings.Join(bullets, "\n- ") + "\n", bullets, ""},
		{"dots and marks", "المُلخّص:\n• " + strings.Join(bullets, "\n\n•\u00a0") + "\n\n", bullets, ""},
		{"numbers", "أهم النقاط\n1- " + bullets[0] + "\n٢. " + bullets[1] + "\n", bullets, ""},
		{"after a byline", "وادي النخيل\nاستمع إلى الملخص\n- " + strings.Join(bullets, "\n- ") + "\n", bullets, "وادي النخيل\n"},
		{"heading without bullets", "الملخص\n", nil, "الملخص\n"},
		{"bullets without heading", "- " + bullets[0] + "\n", nil, "- " + bullets[0] + "\n"},
	}
	for _, tt := range tests {
		a, err := extract.Article(text(tt.head + story))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, a.PublisherSummary); diff != "" || a.Text != tt.kept+story {
			t.Errorf("%s: text %q, summary (-want +got):\n%s", tt.name, a.Text, diff)
		}
	}
}

func TestPlainSeed(t *testing.T) {
	t.Parallel()
	body, err := os.ReadFile(testkit.Shared(t, "data/seed.txt"))
	if err != nil {
		t.Fatal(err)
	}
	gold, err := os.ReadFile(testkit.Shared(t, "data/gold_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ Title, Text string }
	first, _, _ := strings.Cut(string(gold), "\n")
	if err := json.Unmarshal([]byte(first), &want); err != nil {
		t.Fatal(err)
	}
	a, err := extract.Article(text(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Text, a.Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if a.Title != want.Title || len(a.PublisherSummary) != 2 {
		t.Errorf("title %q, summary %q", a.Title, a.PublisherSummary)
	}
}

func TestPlainLegacyEncodings(t *testing.T) {
	t.Parallel()
	for name, enc := range map[string]*charmap.Charmap{"windows-1256": charmap.Windows1256, "iso-8859-6": charmap.ISO8859_6} {
		body, err := enc.NewEncoder().Bytes([]byte(story))
		if err != nil {
			t.Fatal(err)
		}
		a, err := extract.Article(news.Page{Form: news.Text, Body: body})
		if err != nil || a.Text != story || a.Origins["charset"].Raw != name {
			t.Errorf("%s: text %q, origin %v, error %v", name, a.Text, a.Origins["charset"], err)
		}
	}
}

func TestBadInput(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		body string
		want error
	}{
		{"nothing", "", extract.ErrEmpty},
		{"white space", " \n\t ", extract.ErrEmpty},
		{"only controls", "\u200f\u202b\n", extract.ErrEmpty},
		{"PDF", "%PDF-1.7 \xc7\xe1", extract.ErrBinary},
		{"NUL", "نص\x00عربي", extract.ErrBinary},
		{"feed", "\ufeff<?xml version=\"1.0\"?>\n<!-- x -->\n<rss version=\"2.0\"><channel><title>" + headline + "</title><description>" + lead + "</description>", extract.ErrList},
		{"sitemap", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url>", extract.ErrList},
		{"English", strings.Repeat("The mayor opened a bridge. ", 20), extract.ErrNotArabic},
		{"Persian", "رئیس جمهور در دیدار با وزیران گفت که برنامه های اقتصادی دولت در سال آینده ادامه خواهد داشت و مردم از آن بهره خواهند برد.", extract.ErrNotArabic},
		{"Urdu", "وزیر اعظم نے کہا ہے کہ حکومت عوام کی فلاح کے لیے نئے منصوبے شروع کرے گی اور مہنگائی پر قابو پایا جائے گا۔", extract.ErrNotArabic},
		{"Kurdish", "سەرۆکی هەرێم لە کۆبوونەوەیەکدا ڕایگەیاند کە پڕۆژەکە لە ماوەی ساڵێکدا تەواو دەبێت و خەڵک سوودی لێ دەبینن.", extract.ErrNotArabic},
	}
	for _, tt := range tests {
		if _, err := extract.Article(text(tt.body)); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

// TestPlainProperties: a text with a given title is kept byte for byte.
func TestPlainProperties(t *testing.T) {
	t.Parallel()
	part := rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", " ", "  ", "\t", "- ", "• ", "اقرأ أيضاً: خبر", headline, lead, second, "قال.", "ABC 12", "«نعم»"})
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(part, 1, 30).Draw(t, "parts"), "")
		p := text("\u202b" + body + "\u202c")
		p.Title = headline
		if a, err := extract.Article(p); err == nil && a.Text != body {
			t.Fatalf("text %q, want %q", a.Text, body)
		}
	})
}
