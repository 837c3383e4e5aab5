package quotes

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// mention is one place where an actor is named.
type mention struct {
	news.Span
	actor int
}

func mentions(t *arabic.Text, actors []news.Actor) []mention {
	var list []mention
	for i, a := range actors {
		for _, s := range a.Mentions {
			if s.Start < s.End && s.End <= len(t.Source) {
				list = append(list, mention{s, i})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	end := 0
	return slices.DeleteFunc(list, func(m mention) bool { // inside a longer name
		inner := m.End <= end
		end = max(end, m.End)
		return inner
	})
}

// in returns the mentions that begin in tokens first to last.
func (f *finder) in(first, last int) []mention {
	if first >= last {
		return nil
	}
	from, to := f.t.Tokens[first].Start, f.t.Tokens[last-1].End
	lo, _ := slices.BinarySearchFunc(f.mentions, from, func(m mention, at int) int { return m.Start - at })
	hi, _ := slices.BinarySearchFunc(f.mentions, to, func(m mention, at int) int { return m.Start - at })
	return f.mentions[lo:hi]
}

func (f *finder) kind(m mention) news.ActorKind { return f.actors[m.actor].Kind }

func (f *finder) as(m mention) speaker {
	return speaker{name: f.actors[m.actor].Name, actor: true, body: f.kind(m) != news.Person}
}

// oblique reports whether m follows a preposition, written apart or as a clitic,
// and so is not who acts.
func (f *finder) oblique(m mention) bool {
	i := f.t.At(m.Start)
	if w := f.t.Tokens[i]; m.Start > w.Start {
		switch arabic.Key(f.t.Source[w.Start:m.Start]) {
		case "و", "ف":
		default:
			return true
		}
	}
	for i--; i >= 0 && f.t.Tokens[i].Kind == arabic.Punct; i-- {
		if set, _ := family(f.t.Tokens[i]); set == 0 {
			return false
		}
	}
	return i >= 0 && preposition(f.t.Tokens[i].Norm)
}

// preposition reports whether a folded word is a preposition that stands alone.
func preposition(norm string) bool {
	switch strings.TrimPrefix(norm, "و") {
	case "في", "من", "علي", "الي", "عن", "مع", "ضد", "بين", "ب", "ل", "ك", "فيه", "فيها", "منه", "منها", "منهم", "عليه", "عليها", "اليه",
		"اليها", "عنه", "عنها", "معه", "معها", "به", "بها", "له", "لها", "لهم", "بهم", "لدي", "لديه", "لديها":
		return true
	}
	return false
}

// adverbial reports whether a folded word opens a part of the sentence that is
// not the subject, nor inside it.
func adverbial(norm string) bool {
	switch norm {
	case "خلال", "بعد", "قبل", "عبر", "اليوم", "امس", "اول", "اثناء", "عقب", "لدي", "امام", "اثر", "مساء", "صباح", "ظهر", "ليله", "يوم",
		"حول", "بشان", "بخصوص", "ردا", "تعليقا", "حين", "عندما", "الذي", "التي", "الذين", "ايضا", "كذلك", "مؤخرا", "امس،", "ضمن", "بمناسبه", "بلا", "بدون", "دون", "قد", "لقد", "فقد", "فانه", "فانها", "وهو", "وهي", "اذا", "لو", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "لوكاله", "لصحيفه", "لقناه":
		return true
	}
	return false
}

// covering returns the mention that token i is part of, or -1.
func (f *finder) covering(i int) int {
	k, _ := slices.BinarySearchFunc(f.mentions, f.t.Tokens[i].End, func(m mention, at int) int { return m.Start - at })
	if k--; k >= 0 && f.mentions[k].End > f.t.Tokens[i].Start {
		return k
	}
	return -1
}
