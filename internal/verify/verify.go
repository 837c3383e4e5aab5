// Package verify keeps what the article proves and drops the rest.
//
// It is deterministic and the same for every engine: it knows nothing of how a
// claim was made, only the claim's words, the words it quotes and the article.
package verify

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Reason says which rule a claim breaks.
type Reason string

// The reasons, as a brief lists them.
const (
	Empty    Reason = "empty"    // no words
	Markup   Reason = "markup"   // markup, an address, or characters that are no text
	Language Reason = "language" // words of another script that the evidence lacks
	Unproven Reason = "unproven" // a quote or a word that the article lacks
	Number   Reason = "number"
)

// Fault is one thing wrong with a claim.
type Fault struct {
	Reason Reason
	Text   string // the words of the claim, or of its quote, that are at fault
}

// Gate checks claims against one article.
type Gate struct {
	article news.Article
	text    *arabic.Text
	facts   news.Facts
}

// For returns the gate of article a, whose text is t and whose facts, as the
// finders see them, are f.
func For(a news.Article, t *arabic.Text, f news.Facts) *Gate {
	return &Gate{article: a, text: t, facts: f}
}

// Check returns the bullet that c makes, or what is wrong with it. It is For
// and Gate.Check in one, for a single claim.
func Check(a news.Article, t *arabic.Text, f news.Facts, c news.Claim) (news.Bullet, []Fault) {
	return For(a, t, f).Check(c)
}

// Check returns the bullet that c makes, or what is wrong with it.
func (g *Gate) Check(c news.Claim) (news.Bullet, []Fault) {
	if faults := hygiene(c.Text); len(faults) > 0 {
		return news.Bullet{}, faults
	}
	s, faults := g.locate(c.Quotes)
	if len(faults) > 0 {
		return news.Bullet{}, faults
	}
	if faults = s.words(arabic.Read(c.Text)); len(faults) > 0 {
		return news.Bullet{}, faults
	}
	return news.Bullet{Text: c.Text, Evidence: s.evidence}, nil
}

// Brief returns what article a, whose text is t and whose facts, as the finders
// see them, are f, proves of draft d.
func Brief(a news.Article, t *arabic.Text, f news.Facts, d news.Draft) news.Brief {
	b := news.Brief{Article: a, Facts: f, Making: d.Making}
	b.Warnings = append(append(b.Warnings, a.Warnings...), d.Warnings...)
	g := For(a, t, f)
	for _, c := range d.Claims {
		if bullet, faults := g.Check(c); len(faults) == 0 {
			b.Bullets = append(b.Bullets, bullet)
		} else {
			b.Dropped = append(b.Dropped, news.Dropped{What: "bullet", Text: c.Text, Reason: string(faults[0].Reason)})
		}
	}
	if d.Headline.Text != "" {
		if bullet, faults := g.Check(d.Headline); len(faults) == 0 {
			b.Headline = &bullet
		} else {
			b.Dropped = append(b.Dropped, news.Dropped{What: "headline", Text: d.Headline.Text, Reason: string(faults[0].Reason)})
		}
	}
	return b
}
