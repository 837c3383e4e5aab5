package summarize_test

import (
	"testing"

	"pgregory.net/rapid"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// drawSpans returns spans of one to four words of x, which may overlap.
func drawSpans(t *rapid.T, x *arabic.Text, label string) []news.Span {
	var list []news.Span
	if len(x.Tokens) == 0 {
		return nil
	}
	for range rapid.IntRange(0, 12).Draw(t, label) {
		first := rapid.IntRange(0, len(x.Tokens)-1).Draw(t, "first")
		last := min(len(x.Tokens), first+rapid.IntRange(1, 4).Draw(t, "words"))
		list = append(list, x.Cover(first, last))
	}
	return list
}

// TestDraftWithAnyFacts drafts articles whose facts stand anywhere, across commas,
// quotations and each other.
func TestDraftWithAnyFacts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := drawArticle(t)
		x := arabic.Read(text)
		var f news.Facts
		for _, s := range drawSpans(t, x, "actors") {
			kind := rapid.SampledFrom([]news.ActorKind{news.Person, news.Organization, news.Location}).Draw(t, "kind")
			f.Actors = append(f.Actors, news.Actor{Name: s.Of(text), Kind: kind, Salience: 0.5, Mentions: []news.Span{s}})
		}
		for _, s := range drawSpans(t, x, "figures") {
			f.Figures = append(f.Figures, news.Figure{Span: s})
		}
		for _, s := range drawSpans(t, x, "dates") {
			f.Dates = append(f.Dates, news.Date{Span: s, Kind: news.Day, From: "2031-05-04", To: "2031-05-04", Relative: true})
		}
		o := summarize.Options{Bullets: rapid.IntRange(0, 12).Draw(t, "bullets"), Headline: true}
		d := summarize.Draft(news.Article{Text: text}, x, f, o)
		for _, c := range d.Claims {
			checkClaim(t, text, c, o.Bullets > 8)
		}
	})
}
