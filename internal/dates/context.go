package dates

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/dates/calendar"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// context is what an expression may be resolved against: the publication day,
// the dates named before it in the text, and the tense of its sentence.
type context struct {
	p              *parser
	now            day  // the publication day
	known          bool // there is one
	moment         news.Moment
	last           reading // the last date named
	lastAt, daysAt int     // where
	days           reading // the last named day or period of days
	story          reading // the first day named
	period         reading // the last named period of several days
	stretch        reading // the last named stretch shorter than a year: a month, a quarter
	at             expression
	checked        int   // the token after the date before, for crossCheck
	said           tense // cached; unsaid until asked
}

func newContext(p *parser, published news.Moment) *context {
	c := &context{p: p}
	if !published.IsZero() {
		c.now, c.known, c.moment = calendar.On(published.Time), true, published
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
	if n := r.to - r.from; n > 20 && n < 345 {
		c.stretch = r
	}
	if r.to-r.from < 31 {
		c.days, c.daysAt = r, c.at.first
		switch {
		case r.kind == news.Period:
			c.period = r
		case !c.story.ranged && r.from == r.to:
			c.story = r
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

// sameSentence reports whether token i stands in the sentence of the expression.
func (c *context) sameSentence(i int) bool {
	return c.days.ranged && i >= c.p.sentence(c.at.first).First
}

// sameParagraph reports whether token i stands in the paragraph of the
// expression, a few sentences before it at most.
func (c *context) sameParagraph(i int) bool {
	const most = 8 // sentences
	from := c.p.t.SentenceAt(c.p.t.Tokens[i].Start)
	to := c.p.t.SentenceAt(c.p.t.Tokens[c.at.first].Start)
	if to-from > most {
		return false
	}
	for k := to; k > from; k-- {
		if first := c.p.t.Sentences[k].First; first > 0 && c.p.t.NewLine(first-1) {
			return false
		}
	}
	return true
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
	calls // of words: a verb of calling or deciding
)

// tenseReach is how many tokens before an expression its verb may stand.
const tenseReach = 24

// Rules of tense (ANNOTATION: by the tense of the sentence's verb), in the order
// they are asked.
//
//	V1  "since" looks back
//	V2  an expression that is all its line says, or opens a line of a programme («Sunday: 14:00 ...»), looks forward
//	V3  the nearest word before it that shows a tense
//	V4  "starting from", "set for" and the like look forward when no verb is nearer
//	V5  a sentence that opens with a verb in the imperfect looks forward
//	V6  the nearest word after it; else a time of day looks forward
func (p *parser) tense(e expression) tense {
	if p.before(e.first).class == sinceWord {
		return past
	}
	s := p.sentence(e.first)
	switch {
	case p.isAlone(e, s):
		return alone
	case p.opensProgramme(e, s), p.previous(e.first) == "\u062A\u0633\u0644\u064A\u0645": // of wares: «December delivery»
		return future
	}
	words := tenses()
	for i, n := e.first-1, 0; i >= s.First && n < tenseReach; i, n = i-1, n+1 {
		if p.pastClause(i, e.first) {
			return past
		}
		if t, ok := p.tenseOf(words, i); ok {
			if t == future && i > s.First && words.Of(p.t.Tokens[i].Norm) == unsaid {
				if before, ok := p.tenseOf(words, i-1); ok && before == past {
					continue // the subject of a verb: a name that looks like a verb
				}
			}
			if t == calls {
				return p.called(i, e.first)
			}
			return t
		}
	}
	if s.First < e.first && p.terms[s.First].class == none && p.isImperfect(s.First) {
		return future
	}
	for i, n := e.next, 0; i < s.Last && n < tenseReach/3; i, n = i+1, n+1 {
		if t, ok := p.tenseOf(words, i); ok && t != calls {
			return t
		}
	}
	if _, timed := e.node.(clockNode); timed {
		return future
	}
	return unknown
}

// pastClause reports whether a relative pronoun stands at token i, before a word
// that has no form of the imperfect or the future: the clause tells what was.
func (p *parser) pastClause(i, before int) bool {
	switch p.t.Tokens[i].Norm {
	case "\u0627\u0644\u0630\u064A", "\u0627\u0644\u062A\u064A", "\u0627\u0644\u0644\u0630\u064A\u0646", "\u0627\u0644\u0630\u064A\u0646": // who, which
	default:
		return false
	}
	if i+1 >= before || p.t.Tokens[i+1].Kind != arabic.Word || p.terms[i+1].class != none {
		return false
	}
	w := p.t.Tokens[i+1].Norm
	switch r, _ := utf8.DecodeRuneInString(w); r {
	case '\u064A', '\u0646', '\u0633', '\u0644', '\u0645': // imperfect, future, negation, or no verb
		return false
	case '\u062A':
		return tenses().Of(w) == past
	}
	return tenses().Of(w) != future
}

// called returns the tense of an expression at token at after a verb of calling
// or deciding at token i (V3): «called on Tuesday» is past, «called the staff to
// stop work on Tuesday» is future.
func (p *parser) called(i, at int) tense {
	const near = 4 // the subject stands between
	if at-i <= near || arabic.IsComma(p.previous(at)) {
		return past
	}
	for k := i + 1; k < at; k++ {
		if c := p.terms[k].class; c == toWord || isOn(p.t.Tokens[k].Norm) || c == none && k-i > near {
			return future
		}
	}
	return past
}

// opensProgramme reports whether e opens its line and a colon or a time of day
// follows (V2).
func (p *parser) opensProgramme(e expression, s arabic.Sentence) bool {
	const most = 4 // marks before it
	if e.first-s.First > most {
		return false
	}
	for i := s.First; i < e.first; i++ {
		if k := p.t.Tokens[i].Kind; k != arabic.Punct && k != arabic.Symbol {
			return false
		}
	}
	if _, timed := e.node.(clockNode); timed || e.next >= s.Last {
		return timed
	}
	if p.t.Tokens[e.next].Norm == ":" {
		return true
	}
	i := e.next
	if p.at(i).class == edgeWord && p.is(i+1, fromWord) { // «starting from the hour»
		i += 2
	}
	_, _, _, timed := p.timeOfDay(i)
	return timed
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
func (p *parser) tenseOf(words *table.Index[tense], i int) (tense, bool) {
	if i < 0 {
		return unsaid, false
	}
	w := &p.t.Tokens[i]
	if w.Kind != arabic.Word || p.terms[i].class != none {
		return unsaid, false
	}
	if t, ok := words.Find(w.Norm); ok {
		return t, t != unsaid
	}
	said := w.Of(p.t.Source)
	if rest, ok := cutWaw(w.Norm); ok {
		if t, ok := words.Find(rest); ok {
			return t, t != unsaid
		}
		said = strings.TrimPrefix(said, "\u0648")
	}
	if isFutureVerb(said) {
		return future, true
	}
	return unsaid, false
}
