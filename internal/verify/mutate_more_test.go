package verify_test

import (
	"slices"
	"strconv"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/quotes"
)

// countedOthers gives a number the noun of another figure of the article.
func (m *mutant) countedOthers() []string {
	var list []string
	for _, f := range m.figures {
		at := strings.LastIndex(m.claim[f.Start:f.End], f.Unit)
		if f.Unit == "" || at < 0 {
			continue
		}
		s := news.Span{Start: f.Start + at, End: f.Start + at + len(f.Unit)}
		for _, x := range m.facts.Figures {
			if x.Unit != "" && arabic.Key(x.Unit) != arabic.Key(f.Unit) && x.UnitCode != f.UnitCode {
				list = append(list, m.with(s, x.Unit))
			}
		}
	}
	return m.some(list, 4)
}

// others puts another actor's name, or office, for one of the claim.
func (m *mutant) others(kind string) []string {
	var list []string
	for _, x := range m.named {
		if (kind == "place") != (x.actor.Kind == news.Location) {
			continue
		}
		for _, a := range m.facts.Actors {
			if a.Name == x.actor.Name || a.Kind != x.actor.Kind || related(a, x.actor) {
				continue
			}
			switch kind {
			case "name", "place":
				list = append(list, m.with(x.Span, a.Name))
			case "surname":
				list = append(list, m.surnamed(x, a)...)
			case "role":
				if e, ok := evidence.Verbatim(m.read, x.actor.Role); ok && a.Role != "" && a.Role != x.actor.Role {
					list = append(list, m.with(e.Span, a.Role))
				} else if !ok && a.Role != "" && a.Kind == news.Person {
					list = append(list, m.with(news.Span{Start: x.Start, End: x.Start}, a.Role+" "))
				}
			}
		}
	}
	return m.some(list, 6)
}

// related reports whether one actor's names share a word with the other's.
func related(a, b news.Actor) bool {
	words := strings.Fields(arabic.Key(a.Name + " " + strings.Join(a.Aliases, " ")))
	return slices.ContainsFunc(strings.Fields(arabic.Key(b.Name+" "+strings.Join(b.Aliases, " "))), func(w string) bool { return slices.Contains(words, w) })
}

// surnamed gives the person at x the last name of a.
func (m *mutant) surnamed(x naming, a news.Actor) []string {
	mine, theirs := strings.Fields(x.Of(m.claim)), strings.Fields(a.Name)
	if x.actor.Kind != news.Person || len(mine) < 2 || len(theirs) < 2 {
		return nil
	}
	return []string{m.with(x.Span, strings.Join(append(slices.Clone(mine[:len(mine)-1]), theirs[len(theirs)-1]), " "))}
}

// exchangedNames gives two actors each other's part.
func (m *mutant) exchangedNames() []string {
	var list []string
	for i, a := range m.named {
		for _, b := range m.named[i+1:] {
			if !a.Overlaps(b.Span) && !m.listed(a.Span, b.Span) {
				list = append(list, m.exchanged(a.Span, b.Span))
			}
		}
	}
	return m.some(list, 6)
}

// listed reports whether nothing but a conjunction stands between a and b.
func (m *mutant) listed(a, b news.Span) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	switch strings.TrimSpace(m.claim[a.End:b.Start]) {
	case "و", "، و", "،", "":
		return true
	}
	return false
}

// otherDates changes a day, month or year.
func (m *mutant) otherDates() []string {
	var list []string
	for _, d := range m.dates {
		first := m.read.At(d.Start)
		for i := first; i < len(m.read.Tokens) && m.read.Tokens[i].Start < d.End; i++ {
			w := m.read.Tokens[i]
			if v, err := strconv.Atoi(w.Norm); err == nil && w.Kind == arabic.Digits {
				list = append(list, m.with(w.Span, strconv.Itoa(v+1)), m.with(w.Span, strconv.Itoa(v-1)))
			}
			for _, month := range []string{"جانفي", "أفريل", "يونيو", "سبتمبر"} {
				if slices.Contains([]string{"يناير", "فيفري", "مارس", "افريل", "ماي", "مايو", "جوان", "جويليه", "اوت", "اكتوبر", "نوفمبر", "ديسمبر", "جانفي", "فبراير", "ابريل", "يوليو", "اغسطس"}, w.Norm) && arabic.Key(month) != w.Norm {
					list = append(list, m.with(w.Span, month))
				}
			}
			switch w.Norm {
			case "الماضي":
				list = append(list, m.with(w.Span, "المقبل"))
			case "المقبل":
				list = append(list, m.with(w.Span, "الماضي"))
			}
		}
	}
	return m.some(list, 6)
}

// movedDates exchanges two days, or puts a day of the article for one.
func (m *mutant) movedDates() []string {
	var list []string
	for i, a := range m.dates {
		for _, b := range m.dates[i+1:] {
			if a.Value != b.Value {
				list = append(list, m.exchanged(a.Span, b.Span))
			}
		}
		for _, d := range m.facts.Dates {
			if d.Kind == a.Kind && d.Value != a.Value && d.Value != "" && a.Value != "" && !strings.HasPrefix(d.Value, a.Value) && !strings.HasPrefix(a.Value, d.Value) {
				list = append(list, m.with(a.Span, d.Of(m.article.Text)))
			}
		}
	}
	return m.some(list, 4)
}

// misquoted changes a word between quotation marks.
func (m *mutant) misquoted() []string {
	var list []string
	spans, _ := quotes.Marked(m.read)
	for _, s := range spans {
		first := m.read.At(s.Start)
		for i := first; i < len(m.read.Tokens) && m.read.Tokens[i].Start < s.End; i++ {
			if w := m.read.Tokens[i]; w.Kind == arabic.Word && len(w.Norm) > 6 {
				list = append(list, m.with(w.Span, m.word()), m.with(w.Span, ""))
			}
		}
	}
	return m.some(list, 4)
}

// word returns a word of the article that says something.
func (m *mutant) word() string {
	for {
		if w := m.text.Tokens[m.rand.IntN(len(m.text.Tokens))]; w.Kind == arabic.Word && len(w.Norm) > 6 || m.rand.IntN(500) == 0 {
			return w.Of(m.article.Text)
		}
	}
}

// joined begins as the claim does and goes on as another sentence of the article.
func (m *mutant) joined() []string {
	var list []string
	for range 4 {
		x := m.text.Sentences[m.rand.IntN(len(m.text.Sentences))]
		if x.Last-x.First < 8 || len(m.read.Tokens) < 8 || strings.Contains(x.Of(m.article.Text), m.claim[:len(m.claim)/4]) {
			continue
		}
		i, j := 2+m.rand.IntN(len(m.read.Tokens)-5), x.First+2+m.rand.IntN(x.Last-x.First-4)
		if m.read.Tokens[i].Kind == arabic.Punct || m.text.Tokens[j].Kind == arabic.Punct || strings.HasPrefix(m.text.Tokens[j].Norm, "و") {
			continue
		}
		list = append(list, m.claim[:m.read.Tokens[i].End]+" "+m.text.Cover(j, x.Last).Of(m.article.Text))
	}
	return list
}

// scrambled changes words at random.
func (m *mutant) scrambled(kind string) []string {
	var long []int
	for i, w := range m.read.Tokens {
		if w.Kind == arabic.Word && len(w.Norm) > 6 {
			long = append(long, i)
		}
	}
	var list []string
	for n := 0; n < 4 && len(long) > 3; n++ {
		k := m.rand.IntN(len(long))
		w := m.read.Tokens[long[k]]
		switch kind {
		case "foreign":
			list = append(list, m.with(w.Span, strangers()[m.rand.IntN(len(strangers()))]))
		case "inserted":
			list = append(list, m.before(long[k], strangers()[m.rand.IntN(len(strangers()))]))
		case "replaced":
			if x := m.word(); arabic.Core(arabic.Key(x)) != arabic.Core(w.Norm) {
				list = append(list, m.with(w.Span, x))
			}
		case "swapped":
			if o := m.rand.IntN(len(long)); o < k && long[k] > long[o]+1 && m.read.Tokens[long[o]].Norm != w.Norm {
				list = append(list, m.exchanged(w.Span, m.read.Tokens[long[o]].Span))
			}
		}
	}
	return list
}

// strangers are words of news that say something of their own.
func strangers() []string {
	return []string{
		"الإيطالي", "الجراحين", "مستشفى", "استقال", "الخطيرة", "السري", "بالرصاص", "التركية", "المتهم", "فضيحة", "سرا", "القتلى", "المسروقة", "الأمير",
		"احتيال", "بالقوة", "الفاشل", "مجانا", "الإرهابي", "تبرع", "اختلاس", "المدرسة", "نووي", "الطلاب", "خسائر", "بلجيكا", "الجيش", "غرامة", "انهار", "الأكبر",
	}
}
