// Package render writes a brief for the world: as JSON and JSON Lines in the
// public format mujaz/brief/1, as Markdown, HTML and CSV for people, and as
// ninjs and schema.org JSON-LD for newsroom systems.
//
// Inside mujaz spans are bytes; outside they are Unicode code points, as in the
// W3C Web Annotation TextPositionSelector. Wire is where one becomes the other.
package render

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/govalues/decimal"

	"mujaz/internal/news"
)

// BriefSchema and ErrorSchema name the public formats.
const (
	BriefSchema = "mujaz/brief/1"
	ErrorSchema = "mujaz/error/1"
)

// Brief is a brief in the public format. Offsets are code points into
// Article.Text, and null stands for what is not known.
type Brief struct {
	Schema           string     `json:"schema"`
	ID               string     `json:"id"`
	Article          Article    `json:"article"`
	PublisherSummary []string   `json:"publisher_summary"`
	Headline         *Bullet    `json:"headline,omitempty"`
	Bullets          []Bullet   `json:"bullets"`
	Actors           []Actor    `json:"actors"`
	Dates            []Date     `json:"dates"`
	Figures          []Figure   `json:"figures"`
	Quotes           []Quote    `json:"quotes"`
	Dropped          []Dropped  `json:"dropped"`
	Warnings         []string   `json:"warnings"`
	Provenance       Provenance `json:"provenance"`
}

// Article is the article of a brief. Words counts the words of Text.
type Article struct {
	URL          *string           `json:"url"`
	CanonicalURL *string           `json:"canonical_url"`
	Site         *string           `json:"site"`
	Title        *string           `json:"title"`
	Authors      []string          `json:"authors"`
	Section      *string           `json:"section"`
	Published    *string           `json:"published"`
	Modified     *string           `json:"modified"`
	Language     *string           `json:"language"`
	Text         string            `json:"text"`
	TextSHA256   string            `json:"text_sha256"`
	Words        int               `json:"words"`
	Provenance   map[string]Origin `json:"provenance"`
}

// Origin says where a field of the article came from.
type Origin struct {
	Source string `json:"source"`
	Raw    string `json:"raw"`
}

// Bullet is one proven sentence.
type Bullet struct {
	Text     string     `json:"text"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is a place of Article.Text; the text there is Quote.
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
	Match string `json:"match"`
}

// Actor is one person, organization or place.
type Actor struct {
	Name     string    `json:"name"`
	Kind     string    `json:"kind"`
	Role     *string   `json:"role"`
	RoleAt   *Mention  `json:"role_at,omitempty"`
	Aliases  []string  `json:"aliases"`
	Salience float64   `json:"salience"`
	Mentions []Mention `json:"mentions"`
}

// Mention is a place of Article.Text; the text there is Text.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Date is an expression of time. Value is EDTF.
type Date struct {
	Mention
	Value    *string `json:"value"`
	Kind     string  `json:"kind"`
	From     *string `json:"from"`
	To       *string `json:"to"`
	Calendar string  `json:"calendar"`
	Relative bool    `json:"relative"`
	Doubt    string  `json:"doubt,omitempty"`
}

// Figure is a quantity; its numbers are decimal strings in full.
type Figure struct {
	Mention
	Value    *string `json:"value"`
	Min      *string `json:"min"`
	Max      *string `json:"max"`
	Bound    string  `json:"bound"`
	Kind     string  `json:"kind"`
	Unit     *string `json:"unit"`
	UnitCode *string `json:"unit_code"`
}

// Quote is what somebody is said to have said.
type Quote struct {
	Mention
	Speaker *string `json:"speaker"`
	Kind    string  `json:"kind"`
}

// Dropped is what an engine claimed and the article did not prove; Text is what
// the article says there.
type Dropped struct {
	What   string `json:"what"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// Provenance says how the brief was made.
type Provenance struct {
	Program string  `json:"program"`
	Engine  string  `json:"engine"`
	Model   *string `json:"model"`
	Prompt  *string `json:"prompt"`
	Created string  `json:"created"`
	Usage   *Usage  `json:"usage,omitempty"`
}

// Usage counts what a model charged for.
type Usage struct {
	Requests         int     `json:"requests"`
	PromptTokens     int     `json:"prompt_tokens"`
	CachedTokens     int     `json:"cached_tokens"`
	CompletionTokens int     `json:"completion_tokens"`
	ReasoningTokens  int     `json:"reasoning_tokens"`
	Cost             *string `json:"cost"`
}

// Failure is an article that gave no brief.
type Failure struct {
	Schema string `json:"schema"`
	ID     string `json:"id"`
	Error  Error  `json:"error"`
}

// Error says why an article gave no brief. Code is stable, Message is for people.
type Error struct {
	Code      string `json:"code"`
	Message   string `json:"message"`
	Retryable bool   `json:"retryable"`
}

// Wire returns b in the public format.
func Wire(b news.Brief) Brief {
	p := newPointer(b.Article.Text)
	w := Brief{
		Schema: BriefSchema, ID: b.Article.ID, Article: WireArticle(b.Article),
		PublisherSummary: list(b.Article.PublisherSummary),
		Bullets:          each(b.Bullets, p.bullet), Actors: each(b.Facts.Actors, p.actor),
		Dates: each(b.Facts.Dates, p.date), Figures: each(b.Facts.Figures, p.figure),
		Quotes: each(b.Facts.Quotes, p.quote), Dropped: each(b.Dropped, dropped),
		Warnings:   each(b.Warnings, func(x news.Warning) string { return string(x) }),
		Provenance: provenance(b.Making),
	}
	if b.Headline != nil {
		h := p.bullet(*b.Headline)
		w.Headline = &h
	}
	return w
}

// WireArticle returns a in the public format.
func WireArticle(a news.Article) Article {
	sum := sha256.Sum256([]byte(a.Text))
	w := Article{
		URL: optional(a.URL), CanonicalURL: optional(a.CanonicalURL), Site: optional(a.Site), Title: optional(a.Title),
		Authors: list(a.Authors), Section: optional(a.Section),
		Published: optional(a.Published.String()), Modified: optional(a.Modified.String()), Language: optional(a.Language),
		Text: a.Text, TextSHA256: hex.EncodeToString(sum[:]), Words: news.CountWords(a.Text),
		Provenance: make(map[string]Origin, len(a.Origins)),
	}
	for field, o := range a.Origins {
		w.Provenance[field] = Origin{Source: o.Source, Raw: o.Raw}
	}
	return w
}

func (p pointer) mention(s news.Span) Mention {
	start, end := p.points(s)
	return Mention{Start: start, End: end, Text: s.Of(p.text)}
}

func (p pointer) bullet(b news.Bullet) Bullet {
	return Bullet{Text: b.Text, Evidence: each(b.Evidence, func(e news.Evidence) Evidence {
		m := p.mention(e.Span)
		return Evidence{Start: m.Start, End: m.End, Quote: m.Text, Match: string(e.Match)}
	})}
}

func (p pointer) actor(a news.Actor) Actor {
	w := Actor{
		Name: a.Name, Kind: string(a.Kind), Role: optional(a.Role), Aliases: list(a.Aliases),
		Salience: float64(int(a.Salience*1000+0.5)) / 1000, Mentions: each(a.Mentions, p.mention),
	}
	if a.RoleAt.Len() > 0 {
		m := p.mention(a.RoleAt)
		w.RoleAt = &m
	}
	return w
}

func (p pointer) date(d news.Date) Date {
	return Date{
		Mention: p.mention(d.Span), Value: optional(d.Value), Kind: string(d.Kind), From: optional(d.From), To: optional(d.To),
		Calendar: string(d.Calendar), Relative: d.Relative, Doubt: d.Doubt,
	}
}

func (p pointer) figure(f news.Figure) Figure {
	return Figure{
		Mention: p.mention(f.Span), Value: number(f.Value), Min: number(f.Min), Max: number(f.Max),
		Bound: string(f.Bound), Kind: string(f.Kind), Unit: optional(f.Unit), UnitCode: optional(f.UnitCode),
	}
}

func (p pointer) quote(q news.Quote) Quote {
	return Quote{Mention: p.mention(q.Span), Speaker: optional(q.Speaker), Kind: string(q.Kind)}
}

func dropped(d news.Dropped) Dropped { return Dropped(d) }

func provenance(m news.Making) Provenance {
	w := Provenance{
		Program: m.Program, Engine: m.Engine, Model: optional(m.Model), Prompt: optional(m.Prompt),
		Created: m.Created.UTC().Format(time.RFC3339),
	}
	if m.Usage != (news.Usage{}) {
		u := m.Usage
		w.Usage = &Usage{
			Requests: u.Requests, PromptTokens: u.PromptTokens, CachedTokens: u.CachedTokens,
			CompletionTokens: u.CompletionTokens, ReasoningTokens: u.ReasoningTokens, Cost: optional(u.Cost),
		}
	}
	return w
}

// number returns d in full, without an exponent or needless zeros.
func number(d decimal.NullDecimal) *string {
	if !d.Valid {
		return nil
	}
	s := d.Decimal.Trim(0).String()
	return &s
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list returns l, or an empty list in place of nil, which JSON would call null.
func list(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}

func each[T, W any](items []T, wire func(T) W) []W {
	out := make([]W, len(items))
	for i, x := range items {
		out[i] = wire(x)
	}
	return out
}
