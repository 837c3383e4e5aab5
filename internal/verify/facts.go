package verify

import (
	"cmp"
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/evidence"
	"mujaz/internal/figures"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// merge adds to f, what the finders see, the facts of d that their spans prove
// and that f lacks. A date or figure is proven when our own finder reads the
// words of its span as the same value; a quote when its speaker is of the
// article and, if direct, marks enclose it; an actor when every name is.
func merge(a news.Article, t *arabic.Text, f, d news.Facts) (news.Facts, []news.Dropped) {
	if len(d.Actors)+len(d.Dates)+len(d.Figures)+len(d.Quotes) == 0 {
		return f, nil
	}
	m := &merger{article: a, text: t, facts: news.Facts{
		Actors: slices.Clone(f.Actors), Dates: slices.Clone(f.Dates), Figures: slices.Clone(f.Figures), Quotes: slices.Clone(f.Quotes),
	}}
	for _, x := range d.Dates {
		m.date(x)
	}
	for _, x := range d.Figures {
		m.figure(x)
	}
	for _, x := range d.Actors {
		m.actor(x)
	}
	for _, x := range d.Quotes {
		m.quote(x)
	}
	sortFacts(&m.facts)
	return m.facts, m.dropped
}

func sortFacts(f *news.Facts) {
	slices.SortStableFunc(f.Dates, func(a, b news.Date) int { return a.Start - b.Start })
	slices.SortStableFunc(f.Figures, func(a, b news.Figure) int { return a.Start - b.Start })
	slices.SortStableFunc(f.Quotes, func(a, b news.Quote) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	slices.SortStableFunc(f.Actors, func(a, b news.Actor) int { return cmp.Compare(b.Salience, a.Salience) })
}

type merger struct {
	article news.Article
	text    *arabic.Text
	facts   news.Facts
	dropped []news.Dropped
}

// words returns what s covers, and false when s is no span of whole words.
func (m *merger) words(s news.Span) (string, bool) {
	if s.Start < 0 || s.Start >= s.End || s.End > len(m.text.Source) {
		return "", false
	}
	first, last := m.text.Touched(s)
	if first >= last || m.text.Tokens[first].Start < s.Start && !cliticBefore(m.text, first, s.Start) || m.text.Tokens[last-1].End > s.End {
		return "", false
	}
	return s.Of(m.text.Source), true
}

// cliticBefore reports whether byte offset at is where a reading of token i begins.
func cliticBefore(t *arabic.Text, i, at int) bool {
	list, n := t.Stems(i)
	return slices.ContainsFunc(list[:n], func(s arabic.Stem) bool { return s.Start == at })
}

// drop notes a fact that is not proven, with the words of the article that it
// points at, or "".
func (m *merger) drop(what, text string, r Reason) {
	m.dropped = append(m.dropped, news.Dropped{What: what, Text: text, Reason: string(r)})
}

// onDate reports whether s touches a date that is known.
func (m *merger) onDate(s news.Span) bool {
	return slices.ContainsFunc(m.facts.Dates, func(y news.Date) bool { return y.Overlaps(s) })
}

func (m *merger) date(x news.Date) {
	words, ok := m.words(x.Span)
	if !ok {
		m.drop("date", "", Unproven)
		return
	}
	if m.onDate(x.Span) {
		return // the finder's reading stands
	}
	found := dates.Find(arabic.Read(words), m.article.Published)
	if len(found) != 1 || found[0].Value != x.Value || found[0].Of(words) != words {
		m.drop("date", words, Date)
		return
	}
	y := found[0]
	y.Span = x.Span
	m.facts.Dates = append(m.facts.Dates, y)
}

func (m *merger) figure(x news.Figure) {
	words, ok := m.words(x.Span)
	if !ok {
		m.drop("figure", "", Unproven)
		return
	}
	if m.onDate(x.Span) || slices.ContainsFunc(m.facts.Figures, func(y news.Figure) bool { return y.Overlaps(x.Span) }) {
		return
	}
	found := figures.Find(arabic.Read(words), nil)
	if len(found) != 1 || !sameValue(found[0], x) || !sameUnit(found[0], x) || found[0].Bound != x.Bound {
		m.drop("figure", words, Number)
		return
	}
	y := found[0]
	y.Start, y.End = y.Start+x.Start, y.End+x.Start
	m.facts.Figures = append(m.facts.Figures, y)
}

func (m *merger) quote(x news.Quote) {
	words, ok := m.words(x.Span)
	if !ok {
		m.drop("quote", "", Unproven)
		return
	}
	if slices.ContainsFunc(m.facts.Quotes, func(y news.Quote) bool { return y.Kind == x.Kind && y.Overlaps(x.Span) }) {
		return
	}
	_, named := evidence.Verbatim(m.text, x.Speaker)
	switch {
	case x.Kind != news.Direct && x.Kind != news.Reported:
		m.drop("quote", words, Quotation)
	case x.Speaker == "" || !named:
		m.drop("quote", words, Attribution)
	case x.Kind == news.Direct && !m.enclosed(x.Span):
		m.drop("quote", words, Quotation)
	default:
		m.facts.Quotes = append(m.facts.Quotes, x)
	}
}

// enclosed reports whether quotation marks of the article enclose s.
func (m *merger) enclosed(s news.Span) bool {
	spans, _ := quotes.Marked(m.text)
	return slices.ContainsFunc(spans, func(x news.Span) bool { return x.Contains(s) })
}

func (m *merger) actor(x news.Actor) {
	first, ok := evidence.Verbatim(m.text, x.Name)
	if !ok || x.Kind != news.Person && x.Kind != news.Organization && x.Kind != news.Location {
		m.drop("actor", "", Name)
		return
	}
	key := arabic.Key(x.Name)
	if slices.ContainsFunc(m.facts.Actors, func(y news.Actor) bool {
		return slices.ContainsFunc(append([]string{y.Name}, y.Aliases...), func(s string) bool { return arabic.Key(s) == key })
	}) {
		return
	}
	x.Aliases = slices.DeleteFunc(slices.Clone(x.Aliases), func(s string) bool {
		_, ok := evidence.Verbatim(m.text, s)
		return !ok
	})
	x.Mentions = slices.DeleteFunc(slices.Clone(x.Mentions), func(s news.Span) bool {
		words, ok := m.words(s)
		return !ok || !slices.ContainsFunc(append([]string{x.Name}, x.Aliases...), func(n string) bool { return arabic.Key(n) == arabic.Key(words) })
	})
	if len(x.Mentions) == 0 {
		x.Mentions = []news.Span{first.Span}
	}
	if words, ok := m.words(x.RoleAt); !ok || x.Role == "" || arabic.Key(words) != arabic.Key(x.Role) {
		x.Role, x.RoleAt = "", news.Span{}
	}
	x.Salience = min(max(x.Salience, 0), 1)
	m.facts.Actors = append(m.facts.Actors, x)
}
