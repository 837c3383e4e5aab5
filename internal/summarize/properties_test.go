package summarize_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// parts are what articles are drawn from: clauses, connectives and marks that
// the rules look for, and words that they do not.
var parts = []string{
	"أعلنت وزارة النقل", "قال الوزير سالم الراوي", "إن", "أن", "وأن", "افتتاح جسر جديد", "في مدينة النخيل", "أمس الأحد", "،", "،", ".", ".\n",
	"وأضاف", "مشيرا إلى أن", "مضيفة أن", "فيما", "تراجعت الأسعار", "بنسبة 30 بالمئة", "التي", "الذي", "حصلت على", "خلال عام 2030", "لكن", "نفى",
	"«جسر النخيل»", "\"", "(وهو طويل)", "(", ")", "بحضور عدد كبير", "وفق بيان", "من المتوقع أن", "وقد", "لم", "يذكر أن", "من جهة أخرى،", "و", "12",
	"بين", "قبل أن", "بعدما", "اصطدمت سيارة", "على الطريق", "؟", ":", "-", "الحافلات", "والسيارات", "كبيرا", "عشرة أعوام",
}

func drawArticle(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 1, 120).Draw(t, "parts"), " ")
}

// TestDraftProperties holds every draft to what Draft promises.
func TestDraftProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := drawArticle(t)
		o := summarize.Options{
			Bullets: rapid.IntRange(0, 12).Draw(t, "bullets"), Words: rapid.SampledFrom([]int{0, 10, 40, 200}).Draw(t, "words"),
			WordsPerBullet: rapid.SampledFrom([]int{0, 8, 20, 28, 90}).Draw(t, "longest"), Headline: true,
		}
		checkDraft(t, text, o)
	})
}

func checkDraft(t interface {
	Helper()
	Errorf(format string, args ...any)
}, text string, o summarize.Options,
) {
	t.Helper()
	d := summarize.Draft(news.Article{Text: text, Title: "افتتاح جسر النخيل"}, arabic.Read(text), news.Facts{}, o)
	most, total := o.Bullets, 0
	if most <= 0 {
		most = 3
	}
	if len(d.Claims) > most {
		t.Errorf("%d bullets, want at most %d", len(d.Claims), most)
	}
	longest := 32
	if o.WordsPerBullet > 0 {
		longest = min(longest, o.WordsPerBullet)
	}
	for _, c := range d.Claims {
		n := len(strings.Fields(c.Text))
		total += n
		if n > longest && most <= 8 {
			t.Errorf("bullet %q has %d words, want at most %d", c.Text, n, longest)
		}
		checkClaim(t, text, c, most > 8)
	}
	if o.Words > 0 && total > o.Words {
		t.Errorf("%d words, want at most %d", total, o.Words)
	}
	if d.Headline.Text != "" {
		checkClaim(t, text, d.Headline, false)
	}
}

func checkClaim(t interface {
	Helper()
	Errorf(format string, args ...any)
}, text string, c news.Claim, whole bool,
) {
	t.Helper()
	if len(c.Quotes) == 0 {
		t.Errorf("bullet %q has no quotes", c.Text)
	}
	for _, q := range c.Quotes {
		if !strings.Contains(text, q) {
			t.Errorf("quote %q is not in the article", q)
		}
	}
	if strings.ContainsAny(c.Text, "\n\r\t") || c.Text != strings.TrimSpace(c.Text) {
		t.Errorf("bullet %q is not one line", c.Text)
	}
	if !whole && (strings.Count(c.Text, "\"")%2 != 0 || strings.Count(c.Text, "«") != strings.Count(c.Text, "»") || strings.Count(c.Text, "(") != strings.Count(c.Text, ")")) {
		t.Errorf("bullet %q has marks without a partner", c.Text)
	}
	said := arabic.Read(strings.Join(c.Quotes, " ")).Tokens
	for _, w := range arabic.Read(c.Text).Tokens {
		if w.Kind == arabic.Digits && !slices.ContainsFunc(said, func(q arabic.Token) bool { return q.Norm == w.Norm }) {
			t.Errorf("bullet %q has the number %s, which its quotes lack", c.Text, w.Norm)
		}
	}
}

func FuzzDraft(f *testing.F) {
	f.Add(bridge, 3)
	f.Add("قال \"", 1)
	f.Add("أعلنت وزارة النقل ، تراجعت الأسعار أعلنت وزارة النقل إن", 9)
	f.Add("و، و. (", 12)
	f.Fuzz(func(t *testing.T, text string, bullets int) {
		text = strings.ToValidUTF8(text, "")
		checkDraft(t, text, summarize.Options{Bullets: bullets % 50, Headline: true})
	})
}
