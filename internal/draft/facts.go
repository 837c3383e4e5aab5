package draft

import (
	"cmp"
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/figures"
	"mujaz/internal/news"
)

// Facts of the model are words. Rules by which they become facts:
//
//	F1  Words that the article does not hold, exactly or folded, are no fact; for
//	    dates and figures nothing is aligned: «250 مليون دولار» is not proven by
//	    «250 مليون جنيه».
//	F2  The model lists facts in the order of the text, so words that stand in it
//	    several times mean the next place, as far as that keeps the order.
//	F3  What a date or figure means is read by our finders from the article's
//	    words; what they cannot read is dropped.
//	F4  What the finders saw already is not said again.

// located returns the facts of the answer that the finders did not see.
func (j *job) located() news.Facts {
	return news.Facts{Actors: j.newActors(), Dates: j.newDates(), Figures: j.newFigures()}
}

func (j *job) newDates() []news.Date {
	var list []news.Date
	taken := spansOf(j.facts.Dates, func(d news.Date) news.Span { return d.Span })
	for _, s := range ordered(j.text, j.answer.Dates) {
		if overlaps(taken, s) || j.suspect(s) {
			continue
		}
		found := dates.Find(arabic.Read(s.Of(j.text.Source)), j.article.Published)
		for _, d := range found {
			d.Span = shift(d.Span, s.Start)
			list, taken = append(list, d), append(taken, d.Span)
		}
	}
	slices.SortFunc(list, func(a, b news.Date) int { return cmp.Compare(a.Start, b.Start) })
	return list
}

func (j *job) newFigures() []news.Figure {
	var list []news.Figure
	taken := spansOf(j.facts.Figures, func(f news.Figure) news.Span { return f.Span })
	taken = append(taken, spansOf(j.facts.Dates, func(d news.Date) news.Span { return d.Span })...)
	for _, s := range ordered(j.text, j.answer.Figures) {
		if overlaps(taken, s) || j.suspect(s) {
			continue
		}
		t := arabic.Read(s.Of(j.text.Source))
		for _, f := range figures.Find(t, dates.Find(t, j.article.Published)) {
			f.Span = shift(f.Span, s.Start)
			list, taken = append(list, f), append(taken, f.Span)
		}
	}
	slices.SortFunc(list, func(a, b news.Figure) int { return cmp.Compare(a.Start, b.Start) })
	return list
}

// suspect reports whether s lies in a sentence that is not to be quoted: one that
// talks to a machine, what it taints, or one of another language.
func (j *job) suspect(s news.Span) bool { return j.suspects.at(j.text, s.Start) != "" }

func shift(s news.Span, by int) news.Span { return news.Span{Start: s.Start + by, End: s.End + by} }

func spansOf[T any](list []T, span func(T) news.Span) []news.Span {
	spans := make([]news.Span, 0, len(list))
	for _, x := range list {
		spans = append(spans, span(x))
	}
	return spans
}

func overlaps(list []news.Span, s news.Span) bool {
	return slices.ContainsFunc(list, func(x news.Span) bool { return x.Overlaps(s) })
}

// newActors returns the actors that no finder saw: named by words that stand in
// the article, with their kind as the model says and a role that stands beside
// the name.
func (j *job) newActors() []news.Actor {
	known := map[string]bool{}
	for _, a := range j.facts.Actors {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			known[arabic.Key(name)] = true
		}
	}
	var list []news.Actor
	for _, s := range j.answer.Actors {
		a, ok := j.actor(s)
		if !ok || known[arabic.Key(a.Name)] || j.covered(a) {
			continue
		}
		known[arabic.Key(a.Name)] = true
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(a, b news.Actor) int { return cmp.Compare(b.Salience, a.Salience) })
	return list
}

// covered reports whether every mention of a lies in or over one of a known
// actor: the same actor under a longer or shorter name.
func (j *job) covered(a news.Actor) bool {
	for _, m := range a.Mentions {
		free := true
		for _, k := range j.facts.Actors {
			free = free && !overlaps(k.Mentions, m)
		}
		if free {
			return false
		}
	}
	return true
}

// longestName is how many tokens a name may have.
const longestName = 10

func (j *job) actor(s saidActor) (news.Actor, bool) {
	kind := news.ActorKind(s.Kind)
	if kind != news.Person && kind != news.Organization && kind != news.Location {
		return news.Actor{}, false
	}
	name := arabic.Read(s.Name)
	if len(name.Tokens) == 0 || len(name.Tokens) > longestName || !hasLetters(name) {
		return news.Actor{}, false
	}
	mentions := occurrences(j.text, name, true)
	mentions = slices.DeleteFunc(mentions, j.suspect)
	if len(mentions) == 0 {
		return news.Actor{}, false
	}
	a := news.Actor{Name: j.written(s.Name, mentions), Kind: kind, Mentions: mentions}
	if kind == news.Person {
		a.Role, a.RoleAt = j.role(s.Role, mentions)
	}
	a.Salience = j.salience(mentions)
	return a, true
}

// written returns the name as the article writes it: a mention that a clitic
// did not change, else the model's spelling.
func (j *job) written(said string, mentions []news.Span) string {
	for _, m := range mentions {
		if w := m.Of(j.text.Source); arabic.Key(w) == arabic.Key(said) {
			return w
		}
	}
	return line(said)
}

func hasLetters(t *arabic.Text) bool {
	return slices.ContainsFunc(t.Tokens, func(x arabic.Token) bool { return x.Kind == arabic.Word || x.Kind == arabic.Latin })
}

// role returns a role that stands in a sentence with a mention.
func (j *job) role(said string, mentions []news.Span) (string, news.Span) {
	if strings.TrimSpace(said) == "" {
		return "", news.Span{}
	}
	for _, s := range occurrences(j.text, arabic.Read(said), true) {
		i := j.text.SentenceAt(s.Start)
		for _, m := range mentions {
			if j.text.SentenceAt(m.Start) == i && !m.Overlaps(s) {
				return s.Of(j.text.Source), s
			}
		}
	}
	return "", news.Span{}
}

// salience is a little below what the finders give: the first sentence counts
// half, mentions the rest.
func (j *job) salience(mentions []news.Span) float64 {
	s := 0.1 * float64(min(len(mentions), 3))
	if j.text.SentenceAt(mentions[0].Start) == 0 {
		s += 0.3
	}
	return s
}
