package eval

import (
	"slices"

	"mujaz/internal/render"
)

func (s *scorer) dates(g *Gold, b *render.Brief, p *placer) {
	gold := make([]span, len(g.Dates))
	for i, x := range g.Dates {
		gold[i] = span{x.Start, x.End}
	}
	found := make([]span, len(b.Dates))
	for i, x := range b.Dates {
		found[i] = p.place(x.Mention)
	}
	got := pairs(gold, found, func(i, j int) bool { return sameDate(g.Dates[i], b.Dates[j]) })
	s.tally(&s.report.DatesFound, &s.report.Dates, gold, found, got)
	for _, x := range got {
		if !x.good {
			s.miss(Miss{g.ID, "dates", "wrong", g.Dates[x.gold].Text, deref(g.Dates[x.gold].Value), deref(b.Dates[x.found].Value)})
		}
	}
	for i := range gold {
		if !slices.ContainsFunc(got, func(x pair) bool { return x.gold == i }) {
			s.miss(Miss{g.ID, "dates", "missed", g.Dates[i].Text, deref(g.Dates[i].Value), ""})
		}
	}
	for j := range found {
		if !slices.ContainsFunc(got, func(x pair) bool { return x.found == j }) {
			s.miss(Miss{g.ID, "dates", "extra", b.Dates[j].Text, "", deref(b.Dates[j].Value)})
		}
	}
}

func (s *scorer) figures(g *Gold, b *render.Brief, p *placer) {
	gold := make([]span, len(g.Figures))
	for i, x := range g.Figures {
		gold[i] = span{x.Start, x.End}
	}
	found := make([]span, len(b.Figures))
	for i, x := range b.Figures {
		found[i] = p.place(x.Mention)
	}
	got := pairs(gold, found, func(i, j int) bool { return sameFigure(g.Figures[i], b.Figures[j]) })
	s.tally(&s.report.FiguresFound, &s.report.Figures, gold, found, got)
	for _, x := range got {
		a, f := g.Figures[x.gold], b.Figures[x.found]
		if x.good {
			s.report.Bounds.add(a.Bound == f.Bound)
		} else {
			s.miss(Miss{g.ID, "figures", "wrong", a.Text, string(a.Value) + " " + a.Unit, deref(f.Value) + " " + deref(f.Unit)})
		}
	}
	for i := range gold {
		if !slices.ContainsFunc(got, func(x pair) bool { return x.gold == i }) {
			s.miss(Miss{g.ID, "figures", "missed", g.Figures[i].Text, string(g.Figures[i].Value), ""})
		}
	}
	for j := range found {
		if !slices.ContainsFunc(got, func(x pair) bool { return x.found == j }) {
			s.miss(Miss{g.ID, "figures", "extra", b.Figures[j].Text, "", deref(b.Figures[j].Value)})
		}
	}
}

// quotes scores direct quotations; reported speech is not annotated.
func (s *scorer) quotes(g *Gold, b *render.Brief, p *placer) {
	gold := make([]span, len(g.Quotes))
	for i, x := range g.Quotes {
		gold[i] = span{x.Start, x.End}
	}
	var found []span
	var direct []render.Quote
	for _, x := range b.Quotes {
		at := p.place(x.Mention)
		if x.Kind != "reported" {
			found, direct = append(found, at), append(direct, x)
		}
	}
	got := pairs(gold, found, func(i, j int) bool {
		return common(bareWords(g.Quotes[i].Speaker), bareWords(deref(direct[j].Speaker)))
	})
	var all Tally
	s.tally(&all, &s.report.Quotes, gold, found, got)
}

func (s *scorer) tally(overlapping, right *Tally, gold, found []span, got []pair) {
	overlapping.Gold += len(gold)
	overlapping.Found += len(found)
	overlapping.Right += len(got)
	right.Gold += len(gold)
	right.Found += len(found)
	for _, x := range got {
		if x.good {
			right.Right++
		}
	}
}

func (s *scorer) actors(g *Gold, b *render.Brief) {
	r := &s.report
	r.Actors.Gold += len(g.Actors)
	r.Actors.Found += len(b.Actors)
	left := slices.Clone(b.Actors)
	for _, a := range g.Actors {
		s.kind(a.Type, Tally{Gold: 1})
		j := slices.IndexFunc(left, func(f render.Actor) bool { return sameActor(a, f) })
		if a.Salience == "main" {
			r.MainActors.add(j >= 0)
		}
		if j < 0 {
			s.miss(Miss{g.ID, "actors", "missed", a.Name, a.Type, ""})
			continue
		}
		hit := left[j]
		left = slices.Delete(left, j, j+1)
		r.Actors.Right++
		s.kind(a.Type, Tally{Right: 1})
		if a.Role != "" {
			want, got := set(words(a.Role)), set(words(deref(hit.Role)))
			both := 0
			for w := range want {
				if got[w] {
					both++
				}
			}
			r.Roles.add(both*2 >= len(want))
		}
	}
	for _, f := range left {
		s.miss(Miss{g.ID, "actors", "extra", f.Name, "", f.Kind})
	}
	for _, f := range b.Actors {
		s.kind(f.Kind, Tally{Found: 1})
	}
}

func (s *scorer) kind(kind string, t Tally) {
	sum := s.report.ActorKinds[kind]
	s.report.ActorKinds[kind] = Tally{sum.Right + t.Right, sum.Gold + t.Gold, sum.Found + t.Found}
}

// miss keeps m unless enough of its kind are kept.
func (s *scorer) miss(m Miss) {
	n := 0
	for _, x := range s.report.Misses {
		if x.What == m.What {
			n++
		}
	}
	if n < s.o.Misses {
		s.report.Misses = append(s.report.Misses, m)
	}
}
