package draft

import (
	"context"
	"slices"
	"strings"

	"mujaz/internal/news"
)

// A long article is read part by part. Parts end with sentences and share one,
// so that no sentence loses its neighbour; each part gives points with quotes,
// and a last question chooses among them. Quotes are words of the article
// whichever part they came from, so nothing has to be counted back.

// parts returns the text for the model in parts of at most room tokens: without
// the sentences that talk to a machine. A whole article is one part.
func (j *job) parts(room int) []string {
	sentences := j.readable()
	total := 0
	costs := make([]int, len(sentences))
	for i, s := range sentences {
		costs[i] = j.tokens(s.text)
		total += costs[i]
	}
	if total <= room {
		return []string{guillemets(join(sentences))}
	}
	var parts []string
	for first := 0; first < len(sentences) && len(parts) < mostParts; {
		last, used := first, 0
		for last < len(sentences) && (last == first || used+costs[last] <= room) {
			used += costs[last]
			last++
		}
		parts = append(parts, guillemets(join(sentences[first:last])))
		if last == len(sentences) {
			break
		}
		if last > first+1 {
			last-- // the shared sentence
		}
		first = last
	}
	return parts
}

// sentence is a cleaned sentence and the number of its paragraph.
type sentence struct {
	text      string
	paragraph int
}

func (j *job) readable() []sentence {
	var list []sentence
	for i, s := range j.text.Sentences {
		if j.suspects.talking[i] || j.suspects.tainted[i] == "language" {
			continue
		}
		if text := strings.TrimSpace(clean(s.Of(j.text.Source))); text != "" {
			list = append(list, sentence{text, s.Paragraph})
		}
	}
	return list
}

func join(list []sentence) string {
	var b strings.Builder
	for i, s := range list {
		switch {
		case i == 0:
		case list[i-1].paragraph != s.paragraph:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(s.text)
	}
	return b.String()
}

// point is a claim of a part, as the reduce prompt shows it.
type point struct {
	Text   string
	Quotes []string
}

// long asks for each part, then for the whole.
func (j *job) long(ctx context.Context, texts []string) error {
	var points []point
	var facts answer
	var last error
	for i, text := range texts {
		user, err := j.Prompts.Fill("article", j.fields(text, i+1, len(texts)))
		if err != nil {
			return err
		}
		a, err := j.call(ctx, j.system, user)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			last = err
			if a.raw == nil && j.Stop != nil && j.Stop(err) {
				return err
			}
		}
		for _, c := range a.claims() {
			if len(points) < mostPoints && !saidIn(points, c.Text) && len(j.faults(c)) == 0 {
				points = append(points, point{c.Text, c.Quotes})
			}
		}
		facts.Actors = append(facts.Actors, a.Actors...)
		facts.Dates = append(facts.Dates, a.Dates...)
		facts.Figures = append(facts.Figures, a.Figures...)
	}
	if len(points) == 0 {
		return last
	}
	err := j.choose(ctx, points)
	j.answer.Actors, j.answer.Dates, j.answer.Figures = facts.Actors, facts.Dates, facts.Figures
	return err
}

// saidIn reports whether a point says the same words: neighbours share a sentence.
func saidIn(points []point, text string) bool {
	return slices.ContainsFunc(points, func(p point) bool { return p.Text == text })
}

// choose asks for the points of the whole. Should that fail, the first points
// of the parts are the answer: the news comes first.
func (j *job) choose(ctx context.Context, points []point) error {
	f := j.fields("", 0, 0)
	f.Points = points
	var all strings.Builder
	for _, p := range points {
		all.WriteString(p.Text)
	}
	f.Mark = markOf(all.String())
	user, err := j.Prompts.Fill("reduce", f)
	if err != nil {
		return err
	}
	err = j.converse(ctx, user)
	if j.proven() > 0 {
		return err
	}
	var claims []news.Claim
	for _, p := range points[:min(len(points), j.bullets())] {
		claims = append(claims, news.Claim{Text: p.Text, Quotes: slices.Clone(p.Quotes)})
	}
	j.checks = j.check(claims)
	return err
}
