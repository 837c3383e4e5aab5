package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"mujaz/prompts"
)

// Defaults of Options.
const (
	defaultBullets = 3
	defaultWords   = 30
	defaultWindow  = 16_000
	defaultAnswer  = 2_000
)

// fields are the values of article.tmpl and reduce.tmpl.
type fields struct {
	Bullets, Words         int
	Headline               bool
	Part, Parts            int
	Title, Published, Text string
	Points                 []point
	Mark                   string
	Facts                  bool
}

func (j *job) bullets() int { return orElse(j.Options.Bullets, defaultBullets) }

func orElse(n, value int) int {
	if n > 0 {
		return n
	}
	return value
}

// prepare fills what is the same for every article of a run.
func (j *job) prepare() (err error) {
	j.system, j.schema, err = j.instruct()
	return err
}

// instruct returns the instruction with the schema and the examples in it; a short
// one has one example, and asks for no facts.
func (j *job) instruct() (string, json.RawMessage, error) {
	set, o := j.Prompts, j.Options
	schema, err := set.Fill("schema", struct {
		Bullets         int
		Headline, Facts bool
	}{j.bullets(), o.Headline, !o.Short})
	if err != nil {
		return "", nil, err
	}
	name, samples := "system", set.Examples
	if o.Short {
		name, samples = "short", samples[:1]
	}
	if o.Bare {
		samples = nil
	}
	type shown struct{ Article, Answer string }
	var examples []shown
	for _, x := range samples {
		f := fields{
			Bullets: defaultBullets, Words: defaultWords, Headline: o.Headline,
			Title: x.Title, Published: x.Published, Text: guillemets(x.Text), Mark: markOf(x.Text), Facts: !o.Short,
		}
		article, err := set.Fill("article", f)
		if err != nil {
			return "", nil, err
		}
		answer, err := exampleAnswer(x, o)
		if err != nil {
			return "", nil, err
		}
		examples = append(examples, shown{article, answer})
	}
	system, err := set.Fill(name, struct {
		Schema   string
		Examples []shown
	}{schema, examples})
	return system, json.RawMessage(schema), err
}

// exampleAnswer returns the answer of an example in one line, in the order of
// the schema.
func exampleAnswer(x prompts.Example, o Options) (string, error) {
	answer := x.Answer
	if o.Short {
		var a struct {
			Bullets json.RawMessage `json:"bullets"`
		}
		var err error
		if err = json.Unmarshal(answer, &a); err == nil {
			answer, err = json.Marshal(a)
		}
		if err != nil {
			return "", fmt.Errorf("draft: example: %w", err)
		}
	}
	b, err := compact(answer)
	if err != nil || !o.Headline {
		return b, err
	}
	h, err := compact(x.Headline)
	return `{"headline":` + h + "," + strings.TrimPrefix(b, "{"), err
}

func compact(raw json.RawMessage) (string, error) {
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		return "", fmt.Errorf("draft: example: %w", err)
	}
	return b.String(), nil
}

// fields returns the values for one text of the article.
func (j *job) fields(text string, part, parts int) fields {
	f := fields{
		Bullets: j.bullets(), Words: orElse(j.Options.WordsPerBullet, defaultWords), Headline: j.Options.Headline && part == 0,
		Part: part, Parts: parts, Title: titleOf(j.article.Title), Text: text, Facts: !j.Options.Short,
	}
	if !j.article.Published.IsZero() {
		f.Published = j.article.Published.Time.Format("2006-01-02")
	}
	f.Mark = markOf(f.Title + "\n" + text)
	return f
}

// titleOf returns a title for the prompt, or "" for one that talks to a machine.
func titleOf(title string) string {
	title = guillemets(strings.Join(strings.Fields(clean(title)), " "))
	if talks(title) {
		return ""
	}
	return title
}

// markOf returns the code of the marks around a text. It is of the text's own
// hash: no writer can put into a text the hash of that text, so nobody but us
// can close the marks; and the same article always makes the same prompt, so
// that answers can be kept and replayed.
func markOf(text string) string {
	sum := sha256.Sum256([]byte("mujaz mark\n" + text))
	return hex.EncodeToString(sum[:8])
}

// tokens estimates the tokens of a text.
func (j *job) tokens(s string) int {
	if j.Tokens != nil {
		return j.Tokens(s)
	}
	return len(s)/6 + 1 // two bytes a letter, three letters a token
}

// room returns how many tokens of an article fit into one prompt.
func (j *job) room() int {
	window := orElse(j.Options.Window, defaultWindow)
	prefix := j.tokens(j.system) + 200
	room := min(int(wholeShare*float64(window)), window-orElse(j.Options.Answer, defaultAnswer)) - prefix
	return max(room, 300)
}

// conversations returns the first question of every part.
func (j *job) conversations() ([][]string, json.RawMessage, error) {
	if err := j.prepare(); err != nil {
		return nil, nil, err
	}
	texts := j.parts(j.room())
	list := make([][]string, 0, len(texts))
	for i, text := range texts {
		part := i + 1
		if len(texts) == 1 {
			part = 0
		}
		user, err := j.Prompts.Fill("article", j.fields(text, part, len(texts)))
		if err != nil {
			return nil, nil, err
		}
		list = append(list, []string{j.system, user})
	}
	return list, j.schema, nil
}
