// Package draft asks a language model for a brief of an article and turns its
// answer into a Draft: claims with the words that they quote, and facts.
//
// The model quotes; our rooms compute. A date or figure of the answer is only
// words to look for in the article; where they stand, and what they mean, is
// found by evidence, dates and figures. What the article does not hold is
// dropped here or by verify.
//
// One article goes through these steps:
//
//	D1  What is no text is taken out (hidden characters, markup), and so are
//	    sentences that talk to a machine.
//	D2  The model is asked once; a long article part by part, then once more to
//	    choose among the points of its parts.
//	D3  Claims that do not pass Check are told to the model, once.
//	D4  What still does not pass stays in the draft, for verify to drop and say
//	    so; a sentence of the embedded engine is added for each.
//	D5  When the model gave nothing, the embedded engine's draft is returned,
//	    with the warning "degraded:" and the reason.
package draft

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/prompts"
)

// Model is a language model that answers in JSON; llm.Client and llm.Chain are
// models. The first message instructs, then user and model speak by turns. Its
// answer satisfies schema, unless an error stands beside it: then it is what
// could be read, or nil. The making counts usage also beside an error.
//
// An error may say its Reason() string, a word for the warning "degraded:", and
// the Problems() []string of an answer that does not satisfy the schema.
type Model interface {
	Ask(ctx context.Context, messages []string, schema json.RawMessage) ([]byte, news.Making, error)
}

// Fault is one thing wrong with a claim: a word for the rule it breaks
// ("number", "date", "name", "quotation", "attribution", ...) and the words at
// fault. The reasons that repair.tmpl knows are explained to the model.
type Fault struct {
	Reason, Text string
}

// Check returns what is wrong with a claim, or nothing.
type Check func(a news.Article, t *arabic.Text, f news.Facts, c news.Claim) []Fault

// Embedded is the engine that never fails.
type Embedded func(ctx context.Context, a news.Article, t *arabic.Text, f news.Facts) (news.Draft, error)

// Options say how much to write.
type Options struct {
	Bullets        int // most bullets; default 3
	WordsPerBullet int // longest bullet asked for; default 30
	Headline       bool
	Window         int  // the model's context in tokens; default 16,000
	Answer         int  // what the answer may take of it; default 2,000
	Repairs        int  // repair rounds; default 1, -1 for none
	Short          bool // ask with the short prompt, for bullets alone: small models do better
	Bare           bool // and without an example, which the smallest copy
}

// Engine is the model engine. All fields but Model, Prompts and Check may be
// left empty. It is safe for concurrent use.
type Engine struct {
	Model    Model
	Prompts  *prompts.Set
	Check    Check
	Options  Options
	Embedded Embedded         // replaces what the model cannot prove; without it errors are returned
	Tokens   func(string) int // estimates the tokens of a text; default three letters a token

	// Stop reports errors that are returned instead of falling back, such as
	// a budget that is used up. Default: none.
	Stop func(error) bool

	// Watch and OnClaim show claims as they arrive: Watch returns a context
	// whose answers are streamed (llm.Watch), OnClaim is called once for each
	// claim that passes Check, on the goroutine of the call.
	Watch   func(context.Context, func(soFar string)) context.Context
	OnClaim func(news.Article, news.Claim)
}

// ErrNoClaim is the cause when a model's answer held nothing that can be used.
var ErrNoClaim = errors.New("draft: no claim in the answer")

// InjectionSuspected is the warning that a text holds sentences that talk to a
// machine (see Suspects).
const InjectionSuspected news.Warning = "injection_suspected"

// Draft returns what the model claims about article a, whose text is t and
// whose facts, as the finders see them, are f. With an embedded engine it fails
// only when ctx ends or Stop says so.
func (e *Engine) Draft(ctx context.Context, a news.Article, t *arabic.Text, f news.Facts) (news.Draft, error) {
	j := e.job(a, t, f)
	err := j.ask(ctx)
	if ctx.Err() != nil {
		return news.Draft{}, ctx.Err()
	}
	if err != nil && e.Stop != nil && e.Stop(err) {
		return news.Draft{}, err
	}
	if j.proven() == 0 {
		if err == nil {
			err = ErrNoClaim
		}
		return j.degrade(ctx, err)
	}
	return j.draft(ctx, err)
}

// job is one article on its way.
type job struct {
	*Engine
	article  news.Article
	text     *arabic.Text
	facts    news.Facts
	suspects suspects
	schema   json.RawMessage
	system   string

	answer answer
	checks []checked // of answer.Bullets
	making news.Making
}

// checked is a claim and what is wrong with it. One that is withheld is not even
// left for verify to drop: the words of an injection may stand in the article, and
// so be proven by it, and so may a name that is no sentence.
type checked struct {
	claim    news.Claim
	faults   []Fault
	withheld bool
}

func (e *Engine) job(a news.Article, t *arabic.Text, f news.Facts) *job {
	return &job{Engine: e, article: a, text: t, facts: f, suspects: suspectsOf(t)}
}

// check returns the claims with what is wrong with each.
func (j *job) check(claims []news.Claim) []checked {
	list := make([]checked, 0, len(claims))
	for _, c := range claims {
		c = j.shortened(c)
		x := checked{claim: c, faults: j.suspects.faults(j.text, c)}
		switch {
		case j.fragment(c):
			x.faults = append(x.faults, Fault{"too_short", c.Text})
		case len(strings.Fields(c.Text)) > j.longestBullet():
			x.faults = append(x.faults, Fault{"too_long", c.Text})
		}
		if x.withheld = len(x.faults) > 0; !x.withheld && j.Check != nil {
			x.faults = j.Check(j.article, j.text, j.facts, c)
		}
		list = append(list, x)
	}
	return list
}

// longestBullet is how many words a bullet of the model may have: a third more than
// it was asked for, since models cannot count.
func (j *job) longestBullet() int { return orElse(j.Options.WordsPerBullet, defaultWords) * 4 / 3 }

// passes reports whether a claim of the embedded engine, which knows where a
// sentence may be cut, can stand.
func (j *job) passes(c news.Claim) bool {
	return len(j.suspects.faults(j.text, c)) == 0 && (j.Check == nil || len(j.Check(j.article, j.text, j.facts, c)) == 0)
}

// faults returns what is wrong with a claim: what it quotes may not be a
// sentence that talks to a machine, it must be whole, and it must pass Check.
func (j *job) faults(c news.Claim) []Fault { return j.check([]news.Claim{c})[0].faults }

// proven returns how many claims of the answer pass.
func (j *job) proven() int { return passing(j.checks) }

func passing(list []checked) int {
	n := 0
	for _, c := range list {
		if len(c.faults) == 0 {
			n++
		}
	}
	return n
}

// reasonOf returns the word that an error gives for "degraded:".
func reasonOf(err error) string {
	var r interface{ Reason() string }
	switch {
	case errors.Is(err, ErrNoClaim):
		return "nothing_proven"
	case errors.As(err, &r):
		return r.Reason()
	}
	return "model"
}

// problemsOf returns the faults of an answer that does not satisfy its schema.
func problemsOf(err error) []Fault {
	var p interface{ Problems() []string }
	if !errors.As(err, &p) {
		return nil
	}
	var list []Fault
	for _, s := range p.Problems() {
		list = append(list, Fault{Reason: "schema", Text: s})
	}
	return list
}
