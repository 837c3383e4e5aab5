// Package eval scores briefs against articles annotated by hand, against
// reference extracts and against the publisher's own summary.
//
// Facts are matched as the reference scorers of the team match them, so that
// both print the same lines: a date counts when its words overlap the gold
// words and its value is equal; a figure when value and unit agree; an actor
// when a name or alias and the kind agree. ROUGE folds Arabic spelling and
// removes no words.
package eval

import (
	"strings"

	"mujaz/internal/render"
)

// Options say how to score.
type Options struct {
	LimitWords int // compare only so many words with reference extracts, 0 for all
	Misses     int // keep up to so many misses of each kind
}

// Score compares briefs with gold by their identifiers. A gold article without
// a brief counts as all missed.
func Score(gold []Gold, briefs []render.Brief, o Options) Report {
	byID := make(map[string]*render.Brief, len(briefs))
	for i := range briefs {
		byID[briefs[i].ID] = &briefs[i]
	}
	s := scorer{o: o, report: Report{ActorKinds: map[string]Tally{}}}
	for i := range gold {
		b, ok := byID[gold[i].ID]
		if !ok {
			s.report.Missing++
			b = &render.Brief{}
		}
		s.article(&gold[i], b, ok)
	}
	s.finish()
	return s.report
}

// scorer adds up one article after the other.
type scorer struct {
	o         Options
	report    Report
	overlap   Rouge
	extract   Rouge
	publisher Rouge
}

func (s *scorer) article(g *Gold, b *render.Brief, found bool) {
	r := &s.report
	r.Articles++
	if g.Actors != nil || g.Dates != nil || g.Figures != nil || g.Quotes != nil {
		r.facts = true
		p := newPlacer(g.Text)
		s.dates(g, b, p)
		p.cursor = 0
		s.figures(g, b, p)
		p.cursor = 0
		s.quotes(g, b, p)
		r.WrongOffsets += p.wrong
		s.actors(g, b)
	}
	if len(g.Summary) > 0 {
		s.summary(g, b)
	}
	if len(g.Refs) > 0 {
		s.references(g, b, found)
	}
	s.evidence(b)
	if len(b.PublisherSummary) > 0 {
		r.Bullets.Publishers++
		s.publisher = s.publisher.plus(Overlap(bulletText(b), strings.Join(b.PublisherSummary, "\n")))
	}
}

func bulletText(b *render.Brief) string {
	list := make([]string, len(b.Bullets))
	for i, x := range b.Bullets {
		list[i] = x.Text
	}
	return strings.Join(list, "\n")
}

func (s *scorer) summary(g *Gold, b *render.Brief) {
	r := &s.report.Bullets
	r.Summaries++
	text := bulletText(b)
	s.overlap = s.overlap.plus(Overlap(text, strings.Join(g.Summary, "\n")))
	known := set(words(g.Text + " " + g.Title))
	for _, x := range b.Bullets {
		n := len(strings.Fields(x.Text))
		r.Count++
		r.Words += n
		r.Longest = max(r.Longest, n)
		for _, w := range words(x.Text) {
			if isNumber(w) && !known[w] {
				r.Unproven++
				break
			}
		}
	}
	told := set(words(text))
	for w := range set(words(strings.Join(g.Summary, "\n"))) {
		if isNumber(w) {
			r.MainFigures.add(told[w])
		}
	}
	bareTold := bareWords(text)
	for _, a := range g.Actors {
		if a.Salience == "main" {
			r.MainActors.add(names(a, bareTold))
		}
	}
}

// names reports whether a text, as its bare words, has all words of one of the
// actor's names.
func names(a GoldActor, told map[string]bool) bool {
	for _, n := range nameForms(a.Name, a.Aliases) {
		all := true
		for w := range bareWords(n) {
			all = all && told[w]
		}
		if all {
			return true
		}
	}
	return false
}

func isNumber(w string) bool { return digit(w[0]) }

func (s *scorer) references(g *Gold, b *render.Brief, found bool) {
	r := &s.report.Extracts
	r.Articles++
	if !found {
		r.Missing++
		return
	}
	text := bulletText(b)
	if w := strings.Fields(text); s.o.LimitWords > 0 && len(w) > s.o.LimitWords {
		text = strings.Join(w[:s.o.LimitWords], " ")
	}
	var sum Rouge
	for _, ref := range g.Refs {
		sum = sum.plus(Overlap(text, ref))
	}
	s.extract = s.extract.plus(sum.over(len(g.Refs)))
}

// evidence counts the bullets whose every evidence gives its quote.
func (s *scorer) evidence(b *render.Brief) {
	p := newPlacer(b.Article.Text)
	for _, x := range b.Bullets {
		proven := len(x.Evidence) > 0
		for _, e := range x.Evidence {
			n := len(p.points) - 1
			proven = proven && 0 <= e.Start && e.Start < e.End && e.End <= n && p.text[p.points[e.Start]:p.points[e.End]] == e.Quote
		}
		s.report.Bullets.Proven.add(proven)
	}
}

func (s *scorer) finish() {
	b := &s.report.Bullets
	b.Overlap = s.overlap.over(b.Summaries)
	b.Publisher = s.publisher.over(b.Publishers)
	b.WordsPerItem = ratio(b.Words, b.Count)
	s.report.Extracts.Overlap = s.extract.over(s.report.Extracts.Articles)
}
