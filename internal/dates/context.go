package dates

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// context is what an expression may be resolved against: the publication day,
// the dates named before it in the text, and the tense of its sentence.
type context struct {
	p              *parser
	now            day     // the publication day
	known          bool    // there is one
	last           reading // the last date named
	lastAt, daysAt int     // where
	days           reading // the last named day or period of days
	period         reading // the last named period of several days
	at             expression
	said           tense // cached; unsaid until asked
}

func newContext(p *parser, published news.Moment) *context {
	c := &context{p: p}
	if !published.IsZero() {
		c.now, c.known = toDay(published.Time), true
	}
	return c
}

// enter prepares c for the expression e.
func (c *context) enter(e expression) { c.at, c.said = e, unsaid }

// remember keeps a reading for the anchors that later expressions need.
func (c *context) remember(r reading) {
	if !r.ranged || r.kind == news.Duration || r.kind == news.Set {
		return
	}
	c.last, c.lastAt = r, c.at.first
	if r.to-r.from < 31 {
		c.days, c.daysAt = r, c.at.first
		if r.kind == news.Period {
			c.period = r
		}
	}
}

// anchorReach is how many sentences back a date of the text may stand that
// «the next day» or «the same month» is certain to mean.
const anchorReach = 3

// near reports whether token i is near enough to the expression to anchor it.
func (c *context) near(i int) bool {
	from := c.p.t.SentenceAt(c.p.t.Tokens[i].Start)
	to := c.p.t.SentenceAt(c.p.t.Tokens[c.at.first].Start)
	return to-from < anchorReach
}

// anchor returns the day beside which n lies. A unit alone in its line has no
// other anchor than the publication day.
func (c *context) anchor(n unitNode) (day, bool) {
	if !n.move.inText() || c.tense() == alone && !c.last.ranged {
		return c.now, c.known
	}
	if n.unit != oneDay {
		return c.last.from, c.last.ranged && c.last.grain <= n.unit && c.near(c.lastAt)
	}
	if n.move == after {
		return c.days.to, c.days.ranged && c.near(c.daysAt)
	}
	return c.days.from, c.days.ranged && c.near(c.daysAt)
}

// tense returns the tense of the expression's sentence, as far as it is known.
func (c *context) tense() tense {
	if c.said == unsaid {
		c.said = c.p.tense(c.at)
	}
	return c.said
}

// tense is what the words around an expression say about its direction.
type tense int8

const (
	unsaid  tense = iota
	unknown       // nothing said: as past for weekdays, nearest for months
	past
	future
	alone // the expression is all its line says
)

// tenseReach is how many tokens before an expression its verb may stand.
const tenseReach = 14

// tense looks for the verb that governs e (ANNOTATION: by tense of the
// sentence's verb). The nearest word before e that shows the future decides,
// unless a word that opens a new clause stands between; where e opens its
// sentence, the words after it decide.
func (p *parser) tense(e expression) tense {
	if p.before(e.first).class == sinceWord {
		return past
	}
	s := p.sentence(e.first)
	if p.isAlone(e, s) {
		return alone
	}
	words := tenses()
	for i, n := e.first-1, 0; i >= s.First && n < tenseReach; i, n = i-1, n+1 {
		if t, ok := p.tenseOf(words, i); ok {
			return t
		}
	}
	if isImperfect(p.t.Tokens[s.First].Norm) && p.terms[s.First].class == none && s.First < e.first {
		return future
	}
	for i, n := e.next, 0; i < s.Last && n < tenseReach/2; i, n = i+1, n+1 {
		if t, ok := p.tenseOf(words, i); ok {
			return t
		}
	}
	return unknown
}

func (p *parser) sentence(i int) arabic.Sentence {
	k := p.t.SentenceAt(p.t.Tokens[i].Start)
	if k >= len(p.t.Sentences) {
		return arabic.Sentence{}
	}
	return p.t.Sentences[k]
}

// isAlone reports whether a sentence holds nothing but e, a preposition before
// it and marks.
func (p *parser) isAlone(e expression, s arabic.Sentence) bool {
	const most = 16 // tokens besides e in a line that says nothing else
	if s.Last-s.First > e.next-e.first+most {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if i >= e.first && i < e.next || p.t.Tokens[i].Kind == arabic.Punct {
			continue
		}
		switch p.terms[i].class {
		case inWord, fromWord, dayWord, partWord:
			continue
		default:
		}
		if i == e.first-1 && p.terms[i].class != none {
			continue
		}
		return false
	}
	return true
}

// tenseOf returns what token i says about the tense.
func (p *parser) tenseOf(words map[string]tense, i int) (tense, bool) {
	if i < 0 {
		return unsaid, false
	}
	w := &p.t.Tokens[i]
	if w.Kind != arabic.Word || p.terms[i].class != none {
		return unsaid, false
	}
	if t, ok := words[w.Norm]; ok {
		return t, t != unsaid
	}
	said := w.Of(p.t.Source)
	if rest, ok := cutWaw(w.Norm); ok {
		if t, ok := words[rest]; ok {
			return t, t != unsaid
		}
		said = strings.TrimPrefix(strings.TrimPrefix(said, "\u0648"), "\u0641")
	}
	if isFutureVerb(said) {
		return future, true
	}
	return unsaid, false
}
