// Package pipeline carries one article from page to brief, and many side by
// side: bounded in number, in the order they came, one failure never stopping
// the rest.
package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/draft"
	"mujaz/internal/extract"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
	"mujaz/internal/summarize"
	"mujaz/internal/verify"
)

// Drafter is an engine: it writes a draft of an article whose text is t and
// whose facts, as the finders see them, are f.
type Drafter interface {
	Draft(ctx context.Context, a news.Article, t *arabic.Text, f news.Facts) (news.Draft, error)
}

// Pipeline turns pages into briefs. The zero value of every field but Program
// and Now works. It is safe for use by several goroutines.
type Pipeline struct {
	Program   string           // name and version, for provenance
	Now       func() time.Time // for provenance
	Published news.Moment      // for articles that do not say when they were published
	Options   summarize.Options
	Extract   func(news.Page) (news.Article, error) // nil means extract.Article
	Model     Drafter                               // nil means the embedded engine alone
	Log       *slog.Logger                          // nil logs nothing
}

// Article reads a page. An article without an id gets the hash of its text.
func (p *Pipeline) Article(page news.Page) (news.Article, error) {
	read := p.Extract
	if read == nil {
		read = extract.Article
	}
	a, err := read(page)
	if err != nil {
		return a, err
	}
	if page.PublishedAs != "" && a.Published.IsZero() {
		var ok bool
		if a.Published, ok = dates.Parse(page.PublishedAs); !ok {
			a.Warnings = append(a.Warnings, news.NoPublished)
		}
		note(&a, "published", page.PublishedAs)
	}
	if a.Published.IsZero() && !p.Published.IsZero() {
		a.Published = p.Published
		note(&a, "published", p.Published.String())
	}
	if a.ID == "" {
		a.ID = Hash(a.Text)
	}
	return a, nil
}

// note says that a field was given beside the page.
func note(a *news.Article, field, raw string) {
	if a.Origins == nil {
		a.Origins = map[string]news.Origin{}
	}
	a.Origins[field] = news.Origin{Source: "input", Raw: raw}
}

// Hash returns the id of a text that has none: half of its SHA-256, in hex.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// Facts returns what the finders see in article a, whose text is t.
func Facts(a news.Article, t *arabic.Text) news.Facts {
	f := news.Facts{Dates: dates.Find(t, a.Published), Actors: actors.Find(t, a.Title)}
	f.Figures = figures.Find(t, f.Dates)
	f.Actors = withoutCurrencies(f.Actors, f.Figures)
	f.Quotes = quotes.Find(t, f.Actors)
	return f
}

// withoutCurrencies returns actors without the mentions that lie in a sum of
// money: «ريال عماني» is no actor.
func withoutCurrencies(list []news.Actor, sums []news.Figure) []news.Actor {
	inSum := func(m news.Span) bool {
		k, _ := slices.BinarySearchFunc(sums, m.Start, func(f news.Figure, at int) int { return cmp.Compare(f.End, at+1) })
		return k < len(sums) && sums[k].Kind == news.Money && sums[k].Contains(m)
	}
	var kept []news.Actor
	for _, a := range list {
		a.Mentions = slices.DeleteFunc(a.Mentions, inSum)
		if len(a.Mentions) > 0 {
			kept = append(kept, a)
		}
	}
	return kept
}

// Brief carries one page to its brief. A bug of ours that panics on a strange
// page becomes an error of that page.
func (p *Pipeline) Brief(ctx context.Context, page news.Page) (b news.Brief, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrPanic, r)
		}
	}()
	a, err := p.Article(page)
	if err != nil {
		return news.Brief{Article: a}, err
	}
	t := arabic.Read(a.Text)
	f, suspects := draft.Screened(t, Facts(a, t))
	if p.Model != nil {
		d, err := p.Model.Draft(ctx, a, t, f)
		if err != nil {
			return news.Brief{Article: a}, err
		}
		b := verify.Brief(a, t, f, p.signed(d))
		p.tellUnproven(ctx, t, d, b)
		return b, nil
	}
	return p.embedded(a, t, f, suspects), nil
}

// rounds is how often the embedded engine is asked for other bullets in place
// of those that verify dropped.
const rounds = 4

// embedded returns the brief of the embedded engine. A bullet that is not proven,
// or that stands in a sentence that talks to a machine, is made again from other
// sentences, and stays listed as dropped, once however often it was told.
func (p *Pipeline) embedded(a news.Article, t *arabic.Text, f news.Facts, suspects []news.Span) news.Brief {
	var lost []news.Dropped
	o := p.Options
	for round := 1; ; round++ {
		d := summarize.Draft(a, t, f, o)
		d.Making.Engine = "embedded"
		b := withoutSuspects(verify.Brief(a, t, f, p.signed(d)), suspects)
		for _, x := range b.Dropped {
			if !slices.Contains(lost, x) { // another wording of the same sentence
				lost = append(lost, x)
			}
		}
		again := unproven(d, b)
		for _, c := range again {
			o.Without = append(o.Without, c.Text)
		}
		if len(again) == 0 || round == rounds {
			b.Dropped = lost
			return b
		}
	}
}

// withoutSuspects returns b without the bullets and the headline that stand in one
// of the spans. Nor is what they say listed as dropped.
func withoutSuspects(b news.Brief, suspects []news.Span) news.Brief {
	if len(suspects) == 0 {
		return b
	}
	b.Warnings = append(b.Warnings, draft.InjectionSuspected)
	for i, d := range b.Dropped {
		if slices.ContainsFunc(suspects, func(s news.Span) bool { return share(d.Text, s.Of(b.Article.Text)) }) {
			b.Dropped[i].Text = ""
		}
	}
	suspect := func(x news.Bullet) bool {
		return slices.ContainsFunc(x.Evidence, func(e news.Evidence) bool { return slices.ContainsFunc(suspects, e.Overlaps) })
	}
	if b.Headline != nil && suspect(*b.Headline) {
		b.Headline = nil
		b.Dropped = append(b.Dropped, news.Dropped{What: "headline", Reason: "injection"})
	}
	before := len(b.Bullets)
	b.Bullets = slices.DeleteFunc(b.Bullets, suspect)
	for range before - len(b.Bullets) {
		b.Dropped = append(b.Dropped, news.Dropped{What: "bullet", Reason: "injection"})
	}
	return b
}

// share reports whether one of two texts holds the other.
func share(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// signed returns d with the program and the time in its making.
func (p *Pipeline) signed(d news.Draft) news.Draft {
	d.Making.Program, d.Making.Created = p.Program, p.Now().UTC()
	return d
}

// ErrPanic says that a room failed in a way it should not.
var ErrPanic = errors.New("pipeline: bug")

// Embedded is the embedded engine as a Drafter.
type Embedded struct {
	Options summarize.Options
}

// Draft never fails.
func (e Embedded) Draft(_ context.Context, a news.Article, t *arabic.Text, f news.Facts) (news.Draft, error) {
	d := summarize.Draft(a, t, f, e.Options)
	d.Making.Engine = "embedded"
	return d, nil
}
