package verify

import (
	"mujaz/internal/evidence"
	"mujaz/internal/news"
)

// Reason says which rule a claim breaks.
type Reason string

// The reasons, as a brief lists them.
const (
	Empty       Reason = "empty"       // no words
	Markup      Reason = "markup"      // markup, an address, or characters that are no text
	Language    Reason = "language"    // words of another script that the evidence lacks
	Unproven    Reason = "unproven"    // a quote that the article lacks, words that the evidence lacks or joins otherwise
	Number      Reason = "number"      // a number that the evidence lacks
	Unit        Reason = "unit"        // its unit or currency is another
	Bound       Reason = "bound"       // «more than», «about», «some» lost, added or changed
	Date        Reason = "date"        // a day that the evidence does not name
	Name        Reason = "name"        // a name that the evidence lacks, or in another part
	Role        Reason = "role"        // an office given to another, or a qualifier of it lost
	Quotation   Reason = "quotation"   // marked words that the article does not quote
	Attribution Reason = "attribution" // a statement without, or with another, speaker or stance
	Negation    Reason = "negation"    // a negation lost or added
	Modality    Reason = "modality"    // a doubt, plan, duty or condition lost or added
)

// Fault is one thing wrong with a claim.
type Fault struct {
	Reason Reason
	Text   string // the words of the claim, of its quote or of the article that are at fault
}

// fault notes that claim c breaks a rule.
func (c *claim) fault(r Reason, text string) {
	for _, f := range c.faults {
		if f.Reason == r && f.Text == text {
			return
		}
	}
	c.faults = append(c.faults, Fault{r, text})
}

// dropped is how a brief lists a claim that failed: with the words of the article
// that it quotes first, never with its own, which nothing proves.
func (g *Gate) dropped(what string, nc news.Claim, faults []Fault) news.Dropped {
	d := news.Dropped{What: what, Reason: string(faults[0].Reason)}
	for _, q := range nc.Quotes {
		if e, ok := evidence.Locate(g.text, q); ok {
			d.Text = e.Of(g.text.Source)
			break
		}
	}
	return d
}
