package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// introduction is a person whom a bullet names in short, and the place where the
// article names him in full: «أضاف الراوي» becomes «أضاف سالم الراوي».
type introduction struct {
	short, full run
}

// longestIntroduction is how many tokens a name has at most with the office before it.
const longestIntroduction = 12

// introduce gives the persons whom a chosen bullet names in short, before any bullet
// names them in full, the name that the article gave them first, with their office
// where there is room, and a subject that only points to a source the words for that
// source. The bullets stand in the order of the article.
func (s *story) introduce(chosen []candidate, lines []line, o Options) {
	spare := o.Words
	if o.loose {
		spare += longestIntroduction
	}
	for k := range chosen {
		spare -= chosen[k].words
	}
	for k := range chosen {
		c := &chosen[k]
		at := c.runs[0].first + 1
		if c.subject != nil {
			at = c.subject.first
		} else if c.bare == 0 || s.marks[at-1]&verb == 0 && c.verb == "" {
			continue
		}
		short, list := s.fullerName(chosen[:k], c, at)
		for _, r := range list {
			more := r.last - r.first - (short.last - short.first)
			if c.words+more > o.WordsPerBullet || more > spare {
				continue
			}
			c.intro = &introduction{short, r}
			if slices.Contains(o.Without, s.claim(c, lines).Text) {
				c.intro = nil
				continue
			}
			c.words += more
			spare -= more
			break
		}
	}
}

// fullerName returns the name at token at of c that says too little, and what may
// stand for it, best first.
func (s *story) fullerName(before []candidate, c *candidate, at int) (run, []run) {
	last := c.runs[0].last
	if c.subject != nil {
		last = c.subject.last
	}
	if r, ok := s.backed(at, last); ok {
		full, ok := s.sourceBefore(r, s.t.SentenceAt(s.t.Tokens[at].Start))
		if !ok || holds(before, full.first) {
			return r, nil
		}
		return r, []run{full}
	}
	a, m := s.called(at)
	if a == nil && at+1 <= last {
		return s.entitled(before, at)
	}
	if a == nil || s.run(m).last > last || s.namedIn(before, a, m) {
		return run{}, nil
	}
	full, ok := s.namedFully(a, m)
	if !ok {
		return run{}, nil
	}
	return run{at, s.run(m).last}, []run{s.withOffice(a, full), full}
}

// called returns the person whom a lone mention at token i names, and the mention.
func (s *story) called(i int) (*news.Actor, news.Span) {
	if i >= len(s.person) || !s.person[i] {
		return nil, news.Span{}
	}
	for k := range s.facts.Actors {
		a := &s.facts.Actors[k]
		if a.Kind != news.Person {
			continue
		}
		for _, m := range a.Mentions {
			if m.Start != s.t.Tokens[i].Start {
				continue
			}
			if end := s.run(m).last; end < len(s.person) && s.person[end] || s.t.Tokens[end-1].End != m.End {
				return nil, news.Span{}
			}
			return a, m
		}
	}
	return nil, news.Span{}
}

// run returns the tokens of span x.
func (s *story) run(x news.Span) run {
	first, last := s.t.Touched(x)
	return run{first, last}
}

// namedFully returns the first mention of a before m that ends in the one name of m
// and has more, when a's is the only name that ends so.
func (s *story) namedFully(a *news.Actor, m news.Span) (run, bool) {
	short := s.run(m)
	if n := short.last - short.first; n > 2 || n == 2 && len(s.t.Tokens[short.first].Norm) > 6 { // «بن», «أبو», «دي»
		return run{}, false
	}
	for k := range s.facts.Actors {
		b := &s.facts.Actors[k]
		if b != a && b.Kind == news.Person && strings.HasSuffix(b.Name, m.Of(s.t.Source)) {
			return run{}, false
		}
	}
	for _, x := range a.Mentions {
		full := s.run(x)
		if x.Start >= m.Start {
			break
		}
		if s.t.Tokens[full.first].Start != x.Start || full.last-full.first <= short.last-short.first || full.last-full.first > longestIntroduction/2 {
			continue
		}
		if s.sameWords(full.last-short.last+short.first, short) {
			return full, true
		}
	}
	return run{}, false
}

// sameWords reports whether the words of r stand at token i.
func (s *story) sameWords(i int, r run) bool {
	for k := r.first; k < r.last; k++ {
		if s.t.Tokens[i+k-r.first].Norm != s.t.Tokens[k].Norm {
			return false
		}
	}
	return true
}

// withOffice returns name with the office of a right before it: «مدير الميناء سالم
// الراوي».
func (s *story) withOffice(a *news.Actor, name run) run {
	if a.RoleAt.Len() == 0 || a.RoleAt.End > s.t.Tokens[name.first].Start {
		return name
	}
	first, end := s.t.Touched(a.RoleAt)
	if s.t.Tokens[first].Start != a.RoleAt.Start || name.last-first > longestIntroduction || name.first-end > 1 || end < name.first && s.t.Tokens[end].Kind != arabic.Word {
		return name
	}
	for i := first; i < end; i++ {
		if s.marks[i]&pointing != 0 || s.t.Tokens[i].Norm == "\u0627\u0644\u0627\u062E\u064A\u0631" { // الأخير
			return name
		}
	}
	return run{first, name.last}
}

// namedIn reports whether one of the bullets names a in more words than m.
func (s *story) namedIn(bullets []candidate, a *news.Actor, m news.Span) bool {
	return slices.ContainsFunc(a.Mentions, func(x news.Span) bool { return x.Len() > m.Len() && holds(bullets, s.t.At(x.Start)) })
}

// holds reports whether one of the bullets tells token i.
func holds(bullets []candidate, i int) bool {
	in := func(r run) bool { return r.first <= i && i < r.last }
	return slices.ContainsFunc(bullets, func(c candidate) bool {
		return slices.ContainsFunc(c.runs, in) || c.subject != nil && in(run{c.subject.first, c.subject.last}) || c.intro != nil && in(c.intro.full)
	})
}
