package draft

import (
	"context"
	"encoding/json"
	"slices"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Limits of what is sent.
const (
	wholeShare = 0.6 // a prompt that takes more of the window than this is cut into parts
	mostParts  = 24  // parts of an article that are read; the rest is not
	mostPoints = 60  // points of the parts that are put together
	longFault  = 80  // letters of a fault that are told
)

// ask asks the model and repairs its answer (D2, D3). Its error says why the
// answer is not all it should be; what there is lies in the job.
func (j *job) ask(ctx context.Context) error {
	if err := j.prepare(); err != nil {
		return err
	}
	room := j.room()
	texts := j.parts(room)
	var err error
	if len(texts) == 1 {
		err = j.first(ctx, texts[0])
		if tooLong(err) && ctx.Err() == nil {
			texts = j.parts(min(room, j.tokens(texts[0])) / 3)
		}
	}
	if len(texts) > 1 {
		err = j.long(ctx, texts)
	}
	return err
}

// tooLong reports whether a model or its server could not read a whole prompt.
func tooLong(err error) bool {
	r := reasonOf(err)
	return err != nil && (r == "context_length" || r == "input_truncated")
}

// first asks for a whole article.
func (j *job) first(ctx context.Context, text string) error {
	user, err := j.Prompts.Fill("article", j.fields(text, 0, 0))
	if err != nil {
		return err
	}
	return j.converse(ctx, user)
}

// converse asks, checks, and repairs once. The conversation does not grow: a
// repair holds the article, the last answer and the faults, whatever was said
// before.
func (j *job) converse(ctx context.Context, user string) error {
	a, err := j.call(j.watched(ctx), j.system, user)
	j.take(a)
	for range j.repairs() {
		faults := j.told(err)
		if len(faults) == 0 || ctx.Err() != nil || err != nil && problemsOf(err) == nil {
			break
		}
		fix, fillErr := j.Prompts.Fill("repair", struct{ Faults []told }{faults})
		if fillErr != nil {
			return fillErr
		}
		last := string(a.raw)
		if last == "" {
			last = "{}"
		}
		again, repairErr := j.call(ctx, j.system, user, last, fix)
		if again.raw == nil {
			break // the first answer is what there is
		}
		if passing(j.check(again.claims())) < j.proven() {
			break
		}
		a, err = again, repairErr
		j.take(a)
	}
	return err
}

func (j *job) repairs() int {
	switch {
	case j.Options.Repairs < 0:
		return 0
	case j.Options.Repairs == 0:
		return 1
	}
	return j.Options.Repairs
}

// take makes a the job's answer.
func (j *job) take(a answer) {
	j.answer, j.checks = a, j.check(a.claims())
}

// call asks the model once and counts it.
func (j *job) call(ctx context.Context, messages ...string) (answer, error) {
	raw, m, err := j.Model.Ask(ctx, messages, j.schema)
	j.making.Engine, j.making.Model = "llm", m.Model
	j.making.Usage = j.making.Usage.Plus(m.Usage)
	return readAnswer(raw, j.bullets()), err
}

// told is a fault as the repair prompt tells it.
type told struct {
	Point        int // from 1; 0 for the answer as a whole
	Reason, Text string
}

// told returns the faults of the answer, shortened.
func (j *job) told(err error) []told {
	var list []told
	for _, f := range problemsOf(err) {
		list = append(list, told{0, f.Reason, short(f.Text)})
	}
	for i, c := range j.checks {
		for k, f := range c.faults {
			if k == 4 {
				break
			}
			list = append(list, told{i + 1, f.Reason, short(f.Text)})
		}
	}
	if len(j.checks) == 0 && len(list) == 0 && len(j.answer.raw) > 0 {
		list = append(list, told{0, "schema", "bullets"})
	}
	return list[:min(len(list), 20)]
}

func short(s string) string {
	if utf8.RuneCountInString(s) <= longFault {
		return s
	}
	return string([]rune(s)[:longFault]) + "..."
}

// watched returns a context that streams the answer to OnClaim, each claim
// once, as soon as it is whole and passes.
func (j *job) watched(ctx context.Context) context.Context {
	if j.Watch == nil || j.OnClaim == nil {
		return ctx
	}
	var shown []string
	return j.Watch(ctx, func(soFar string) {
		for _, c := range Whole(soFar) {
			if !slices.Contains(shown, c.Text) {
				shown = append(shown, c.Text)
				if len(j.faults(c)) == 0 {
					j.OnClaim(j.article, c)
				}
			}
		}
	})
}

// Conversations returns the conversations that can be known before anything is
// answered, and their schema: what a dry run counts and a batch is made of.
// Repairs and the last step of long articles come on top.
func (e *Engine) Conversations(a news.Article, t *arabic.Text) ([][]string, json.RawMessage, error) {
	j := e.job(a, t, news.Facts{})
	return j.conversations()
}
