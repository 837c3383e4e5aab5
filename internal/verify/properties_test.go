package verify_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/number"
	"mujaz/internal/quotes"
	"mujaz/internal/verify"
)

// digits are the numbers of a text as they stand there, folded.
var digits = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*`)

// numbersOf returns the values of the numbers of s.
func numbersOf(s string) map[string]bool {
	values := map[string]bool{}
	for _, n := range number.Find(arabic.Read(s)) {
		values[n.Value.Trim(0).String()] = true
	}
	for _, d := range digits.FindAllString(arabic.Key(s), -1) {
		values[d] = true
	}
	return values
}

// holds checks what is true of every brief: the evidence lies in the article, and
// the bullets have no number, day, Latin word or quotation that it lacks.
func holds(t interface{ Fatalf(string, ...any) }, s story, b news.Brief) {
	source := s.article.Text
	bullets := slices.Clone(b.Bullets)
	if b.Headline != nil {
		bullets = append(bullets, *b.Headline)
	}
	for _, x := range bullets {
		if len(x.Evidence) == 0 {
			t.Fatalf("%q has no evidence", x.Text)
		}
		for _, e := range x.Evidence {
			if e.Start < 0 || e.Start >= e.End || e.End > len(source) || !utf8.ValidString(e.Of(source)) {
				t.Fatalf("%q: evidence %v is no span of the article", x.Text, e)
			}
		}
		grounded(t, s, x.Text)
	}
	facts(t, s, b.Facts)
}

func grounded(t interface{ Fatalf(string, ...any) }, s story, bullet string) {
	days := map[string]bool{}
	for _, d := range s.facts.Dates {
		days[d.From], days[d.To], days[d.Value] = true, true, true
	}
	text := arabic.Read(bullet)
	found := dates.Find(text, s.article.Published)
	dated := func(at news.Span) bool {
		return slices.ContainsFunc(found, func(d news.Date) bool { return d.Overlaps(at) })
	}
	for _, d := range found {
		if d.Value != "" && !days[d.Value] && !days[d.From] && !within(s.facts.Dates, d) {
			t.Fatalf("%q names %s, which the article does not", bullet, d.Value)
		}
	}
	have := numbersOf(s.article.Text)
	for _, n := range number.Find(text) {
		if v := n.Value.Trim(0).String(); !have[v] && !dated(n.Span) && n.Form != number.Words {
			t.Fatalf("%q has the number %s, which the article lacks", bullet, v)
		}
	}
	for _, w := range text.Tokens {
		if w.Kind == arabic.Latin && !strings.Contains(arabic.Key(s.article.Text), w.Norm) {
			t.Fatalf("%q has %q, which the article lacks", bullet, w.Norm)
		}
	}
	spans, _ := quotes.Marked(text)
	for _, q := range spans {
		if !strings.Contains(plain(s.article.Text), plain(q.Of(bullet))) {
			t.Fatalf("%q quotes %q, which the article does not", bullet, q.Of(bullet))
		}
	}
}

// within reports whether a date of the article lies in the days of d.
func within(list []news.Date, d news.Date) bool {
	return slices.ContainsFunc(list, func(x news.Date) bool {
		return x.From != "" && d.From <= x.From && x.To <= d.To
	})
}

// plain returns the words of s, folded, one space between.
func plain(s string) string {
	var list []string
	for _, w := range arabic.Read(s).Tokens {
		if w.Kind != arabic.Punct {
			list = append(list, w.Norm)
		}
	}
	return strings.Join(list, " ")
}

// facts checks that every fact is a span of the article that reads as its value.
func facts(t interface{ Fatalf(string, ...any) }, s story, f news.Facts) {
	source := s.article.Text
	valid := func(x news.Span) bool {
		return 0 <= x.Start && x.Start < x.End && x.End <= len(source) && utf8.ValidString(x.Of(source))
	}
	for _, d := range f.Dates {
		if !valid(d.Span) {
			t.Fatalf("date %+v is no span of the article", d)
		}
	}
	for _, x := range f.Figures {
		if !valid(x.Span) {
			t.Fatalf("figure %+v is no span of the article", x)
		}
	}
	for _, q := range f.Quotes {
		if !valid(q.Span) || q.Speaker != "" && !strings.Contains(plain(source), plain(q.Speaker)) {
			t.Fatalf("quote %+v is no span of the article", q)
		}
	}
	for _, a := range f.Actors {
		if !strings.Contains(plain(source), plain(a.Name)) || a.Role != "" && !valid(a.RoleAt) {
			t.Fatalf("actor %+v is not of the article", a)
		}
	}
}

// draws makes drafts of the words of the stories, of their claims and of foreign
// words, in any order.
type draws struct {
	stories map[string]story
	names   []string
	claims  []assertion
	words   []string
}

func newDraws(tb testing.TB) *draws {
	tb.Helper()
	d := &draws{stories: stories(tb)}
	for id, s := range d.stories {
		d.names = append(d.names, id)
		d.words = append(d.words, strings.Fields(s.article.Text)...)
	}
	slices.Sort(d.names)
	slices.Sort(d.words)
	d.words = slices.Compact(d.words)
	d.words = append(d.words, "99", "٧٧", "مليونا", "5 مارس 1999", "«كلام لم يقله أحد قط»", "Acme", "نفى", "لم", "\n", "\u202e", "<b>", "http://a.example")
	d.claims = assertions(tb, d.stories)
	return d
}

func (d *draws) draft(t *rapid.T) (story, news.Draft) {
	s := d.stories[rapid.SampledFrom(d.names).Draw(t, "story")]
	sentence := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(s.text.Sentences).Draw(t, "sentence").Of(s.article.Text)
	})
	text := rapid.OneOf(
		rapid.Custom(func(t *rapid.T) string { return rapid.SampledFrom(d.claims).Draw(t, "claim").claim.Text }),
		rapid.Custom(func(t *rapid.T) string { return d.mutate(t, sentence.Draw(t, "from")) }),
		rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(d.words), 1, 15).Draw(t, "words"), " ")
		}),
	)
	claim := rapid.Custom(func(t *rapid.T) news.Claim {
		return news.Claim{Text: text.Draw(t, "text"), Quotes: rapid.SliceOfN(sentence, 1, 3).Draw(t, "quotes")}
	})
	span := rapid.Custom(func(t *rapid.T) news.Span {
		a := rapid.IntRange(-2, len(s.article.Text)+2).Draw(t, "start")
		return news.Span{Start: a, End: a + rapid.IntRange(-1, 60).Draw(t, "length")}
	})
	draft := news.Draft{
		Claims:   rapid.SliceOfN(claim, 1, 4).Draw(t, "claims"),
		Headline: claim.Draw(t, "headline"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "facts") {
		x := span.Draw(t, "span")
		name := text.Draw(t, "name")
		draft.Facts.Dates = append(draft.Facts.Dates, news.Date{Span: x, Value: "2025-06-12", Kind: news.Day})
		draft.Facts.Figures = append(draft.Facts.Figures, news.Figure{Span: x, Unit: "شخص", Kind: news.Count})
		draft.Facts.Quotes = append(draft.Facts.Quotes, news.Quote{Span: x, Speaker: name, Kind: news.Direct})
		draft.Facts.Actors = append(draft.Facts.Actors, news.Actor{Name: name, Kind: news.Person, Role: "وزير", RoleAt: x, Mentions: []news.Span{x}})
	}
	return s, draft
}

// mutate drops, doubles, moves or replaces words of a sentence.
func (d *draws) mutate(t *rapid.T, sentence string) string {
	list := strings.Fields(sentence)
	for range rapid.IntRange(1, 4).Draw(t, "changes") {
		if len(list) < 3 {
			break
		}
		i := rapid.IntRange(0, len(list)-2).Draw(t, "at")
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			list = slices.Delete(list, i, i+1)
		case 1:
			list[i], list[i+1] = list[i+1], list[i]
		case 2:
			list[i] = rapid.SampledFrom(d.words).Draw(t, "word")
		case 3:
			list = slices.Insert(list, i, rapid.SampledFrom(d.words).Draw(t, "word"))
		}
	}
	return strings.Join(list, " ")
}

func TestBriefProperties(t *testing.T) {
	t.Parallel()
	d := newDraws(t)
	rapid.Check(t, func(t *rapid.T) {
		s, draft := d.draft(t)
		b := verify.Brief(s.article, s.text, s.facts, draft)
		if len(b.Bullets)+len(b.Dropped) < len(draft.Claims) {
			t.Fatalf("%d claims became %d bullets and %d dropped", len(draft.Claims), len(b.Bullets), len(b.Dropped))
		}
		holds(t, s, b)
		if again := verify.Brief(s.article, s.text, s.facts, draft); !cmp.Equal(b.Bullets, again.Bullets) || !cmp.Equal(b.Dropped, again.Dropped) {
			t.Fatalf("Brief differs when asked again")
		}
	})
}

// TestSentences: an article proves each of its own sentences, with another mark
// at the end or a space more, which keeps the rules from being skipped.
func TestSentences(t *testing.T) {
	t.Parallel()
	for id, s := range stories(t) {
		for _, x := range s.text.Sentences {
			text := strings.TrimSuffix(x.Of(s.article.Text), ".")
			for _, claim := range []string{text, text + " ؛", strings.Replace(text, " ", "  ", 1) + "!"} {
				if _, faults := verify.Check(s.article, s.text, s.facts, news.Claim{Text: claim, Quotes: []string{text}}); len(faults) > 0 {
					t.Errorf("%s: Check(%q) = %v", id, claim, faults)
				}
			}
		}
	}
}

func FuzzBrief(f *testing.F) {
	list := stories(f)
	s := list["fever"]
	for _, a := range assertions(f, list)[:40] {
		f.Add(a.claim.Text, a.claim.Quotes[0])
	}
	f.Fuzz(func(t *testing.T, text, quote string) {
		b := verify.Brief(s.article, s.text, s.facts, news.Draft{Claims: []news.Claim{{Text: text, Quotes: []string{quote, s.article.Text}}}})
		holds(t, s, b)
	})
}

// FuzzArticle asks the gate about foreign articles.
func FuzzArticle(f *testing.F) {
	f.Add("قال الوزير: «نص من خمس كلمات هنا». وأضاف أن 12 شخصا غادروا.", "قال الوزير إن ١٢ شخصا غادروا.")
	f.Fuzz(func(t *testing.T, source, text string) {
		source = strings.ToValidUTF8(source, "")
		t2 := arabic.Read(source)
		x := story{article: news.Article{Text: source}, text: t2}
		x.facts.Dates = dates.Find(t2, news.Moment{})
		x.facts.Figures = figures.Find(t2, x.facts.Dates)
		x.facts.Quotes = quotes.Find(t2, nil)
		var claims []news.Claim
		for _, s := range t2.Sentences {
			claims = append(claims, news.Claim{Text: text, Quotes: []string{s.Of(source)}})
		}
		b := verify.Brief(x.article, t2, x.facts, news.Draft{Claims: claims})
		for _, y := range b.Bullets {
			for _, e := range y.Evidence {
				if e.Start < 0 || e.Start >= e.End || e.End > len(source) {
					t.Fatalf("evidence %v of %q", e, source)
				}
			}
		}
	})
}
