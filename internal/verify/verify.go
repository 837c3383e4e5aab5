// Package verify keeps what the article proves and drops the rest.
//
// It is deterministic and the same for every engine: it knows nothing of how a
// claim was made, only the claim's words, the words it quotes and the article.
// A claim passes when all of these hold; each says in its file how:
//
//	V1  It is one line of plain text (hygiene.go).
//	V2  Every quote stands in the article (package evidence). The sentences that
//	    hold the quotes are the scope; nothing outside it proves anything, but for
//	    the full name of somebody whom the scope means (names.go).
//	V3  Every date, figure and number is in the scope, by value, unit and bound
//	    (amounts.go), a day with its weekday, part and hour (dated.go).
//	V4  Every other word that says something is in the scope, as itself, as a word
//	    for the same (same.tsv) or as a relative (kin.go), and each part of the claim
//	    draws on one sentence (align.go, words.go). At most two words in five may be
//	    of neutral.tsv instead, which report and link (ease.go). Words whose change
//	    turns a statement (opposites.tsv, strict.tsv) have neither. A sentence that
//	    names nobody has the subject of the one before (subject.go).
//	V5  Words may stand in another order, but what ties them stays (relations.go): a
//	    name or amount keeps its parts and the noun that it completes (order.go), nobody
//	    else stands between a subject and what is said of it (rivals.go), no preposition
//	    is exchanged or turned into its contrary (prepositions.go), and nobody is named
//	    more often than there (names.go). No word is used twice or left without what it
//	    asks for (ends.go). Offices stay with their holders (roles.go).
//	V6  Negation, modality, conditions, quantifiers and qualifiers are neither lost
//	    nor added (keep.go), and what is planned or asked for has not happened (tense.go).
//	V7  What the scope attributes stays attributed, to the same speaker, with the
//	    same stance; nothing else is attributed (speech.go, voices.go, stance.go).
//	V8  What stands between quotation marks is quoted in the article, word for
//	    word (quotation.go).
//
// An article is prepared once (gate.go) with the facts that it proves (facts.go). A
// claim is then read (scope.go, clause.go) and asked V1 to V8 in that order (Check,
// below); what is wrong with it is a fault (fault.go). The tables of words are in
// words.go, of little words in particles.go.
//
// The gate would rather drop a true bullet than show a false one: an engine can
// be asked again, or another sentence chosen.
package verify

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Check returns the bullet that c makes, or what is wrong with it. It is For
// and Gate.Check in one, for a single claim.
func Check(a news.Article, t *arabic.Text, f news.Facts, c news.Claim) (news.Bullet, []Fault) {
	return For(a, t, f).Check(c)
}

// Check returns the bullet that nc makes, or everything that is wrong with it.
func (g *Gate) Check(nc news.Claim) (news.Bullet, []Fault) {
	c := &claim{g: g}
	c.hygiene(nc.Text)
	c.locate(nc.Quotes)
	if len(c.faults) == 0 {
		c.borrowed(nc.Text)
	}
	if len(c.faults) > 0 {
		return news.Bullet{}, c.faults
	}
	if !c.whole(nc.Text) {
		c.judge(nc.Text)
	}
	if len(c.faults) > 0 {
		return news.Bullet{}, c.faults
	}
	return news.Bullet{Text: nc.Text, Evidence: c.evidence}, nil
}

// longest is how many tokens a claim may have that is no sentence of the article: a
// bullet has thirty.
const longest = 400

// judge asks the rules V3 to V8 of the words of the claim.
func (c *claim) judge(text string) {
	c.read(text)
	if len(c.text.Tokens) > longest {
		c.fault(Unproven, "")
		return
	}
	c.amounts() // V3
	// V4: who is meant, which words need no proof, and where the others stand
	c.findCast()
	c.titled()
	c.carried()
	c.referred()
	c.people()
	c.ease()
	c.align()
	c.clauses()
	c.anchored()
	// V5
	c.crowded()
	c.displaced()
	c.sequence()
	c.duals()
	c.displacedDays()
	c.exchangedPlaces()
	c.order()
	c.relations()
	c.directed()
	c.complements()
	c.predicates()
	c.repeated()
	c.complete()
	c.roles()
	// V6
	c.kept()
	c.still()
	c.tenses()
	// V7, V8
	c.speech()
	c.quotation()
}

// Brief returns what article a, whose text is t and whose facts, as the finders
// see them, are f, proves of draft d.
func Brief(a news.Article, t *arabic.Text, f news.Facts, d news.Draft) news.Brief {
	b := news.Brief{Article: a, Making: d.Making}
	b.Warnings = append(append(b.Warnings, a.Warnings...), d.Warnings...)
	b.Facts, b.Dropped = merge(a, t, f, d.Facts)
	b.Dropped = append(b.Dropped, d.Withheld...)
	g := For(a, t, b.Facts)
	for _, c := range d.Claims {
		if bullet, faults := g.Check(c); len(faults) == 0 {
			b.Bullets = append(b.Bullets, bullet)
		} else {
			b.Dropped = append(b.Dropped, g.dropped("bullet", c, faults))
		}
	}
	if d.Headline.Text != "" {
		if bullet, faults := g.Check(d.Headline); len(faults) == 0 {
			b.Headline = &bullet
		} else {
			b.Dropped = append(b.Dropped, g.dropped("headline", d.Headline, faults))
		}
	}
	return b
}
