package verify

import (
	"slices"
	"strings"
	"time"

	"mujaz/internal/arabic"
	"mujaz/internal/dates"
	"mujaz/internal/news"
)

// dated returns where the scope names date d: the same words, the same value, or
// a day of the month, year or period that d names, told no more exactly than there.
func (c *claim) dated(d news.Date, first, last int) []stretch {
	t := c.g.text
	words := d.Of(c.text.Source)
	var list []stretch
	near := false
	for _, x := range c.g.facts.Dates {
		if !c.holds(x.Span) {
			continue
		}
		at := t.At(x.Start)
		if c.sameWords(first, last, x.Span) || c.sameDay(d, x) && c.shaded(words, x) || d.Doubt == "" && d.Kind != news.Duration && (c.sameDay(d, x) || (!another(d, x) || c.sameUntil(first, at)) && c.sameHour(d, x, first) && !yearLost(words, x.Of(t.Source))) && partOf(words, x.Of(t.Source)) {
			list = append(list, c.g.stretchOf(x.Span))
		}
		near = near || c.repeatsAt(first, last, at)
	}
	if len(list) > 0 || near {
		return list
	}
	return slices.DeleteFunc(c.repeats(first, last), func(p stretch) bool { return c.g.inDate(p.first) })
}

// sameUntil reports whether the days from token i of the claim and from token j of the
// article say from when, or until when, both alike: «حتى الثلاثاء» is the coming one.
func (c *claim) sameUntil(i, j int) bool {
	mine := end(c.text, i)
	return mine != 0 && mine == end(c.g.text, j)
}

// end returns -1 for a word before token i of t that says from when, 1 for one that says
// until when, else 0.
func end(t *arabic.Text, i int) int {
	for k := i - 1; k >= max(0, i-2); k-- {
		switch w := strings.TrimPrefix(t.Tokens[k].Norm, "و"); {
		case does(w, beginning):
			return -1
		case does(w, ending):
			return 1
		case !does(w, dating):
			return 0
		}
	}
	return 0
}

// sameHour reports whether d, which begins at token first of the claim, is x where both
// have hours: the whole of it, or one of its ends, the later one behind a word for until.
func (c *claim) sameHour(d, x news.Date, first int) bool {
	if !strings.Contains(d.Value, "T") || !strings.Contains(x.Value, "T") || d.Value == x.Value {
		return true
	}
	from, to, ok := strings.Cut(x.Value, "/")
	return ok && (d.Value == from || d.Value == to && end(c.text, first) == 1)
}

// another reports whether d names other days than x: both are single days, and two, or x
// is some months of the year that d is.
func another(d, x news.Date) bool {
	if d.Doubt != "" || x.Doubt != "" || d.From == "" || x.From == "" {
		return false
	}
	if x.Kind == news.Period {
		return d.From <= x.From && x.To <= d.To && d.Value != x.Value
	}
	return d.From == d.To && x.From == x.To && d.From != x.From
}

// partOf reports whether every word of a date is in another: «الجمعة» in «صباح اليوم
// الجمعة 15 جانفي». A number goes with the words around it.
func partOf(words, other string) bool {
	have := strings.Fields(arabic.Key(other))
	for w := range strings.FieldsSeq(arabic.Key(words)) {
		if w = strings.TrimPrefix(w, "و"); w != "يوم" && !slices.Contains(have, w) && !slices.Contains(have, strings.TrimSuffix(w, "ا")) {
			return false
		}
	}
	theirs := shades(other)
	return !slices.ContainsFunc(shades(words), func(s shade) bool { // «أمس» is no part of «أول من أمس»
		_, relative := s.days()
		return relative && !slices.Contains(theirs, s)
	})
}

// yearLost reports whether a date names a year that its part lacks.
func yearLost(words, other string) bool {
	for w := range strings.FieldsSeq(arabic.Key(other)) {
		if digits := strings.Trim(w, "()،,مه"); len(digits) == 4 && strings.Trim(digits, "0123456789") == "" && !strings.Contains(arabic.Key(words), digits) {
			return true
		}
	}
	return false
}

// sameDay reports whether d names what x of the article does, or more.
func (c *claim) sameDay(d, x news.Date) bool {
	if d.Doubt != "" { // a weekday or a year that is not that day's
		return false
	}
	if d.Kind == news.Duration && limits(c.text, d.Span) != limits(c.g.text, x.Span) {
		return false
	}
	if d.Value == "" && x.Value == "" && c.g.article.Published.IsZero() {
		value := supposed(d.Of(c.text.Source))
		return value != "" && value == supposed(x.Of(c.g.text.Source))
	}
	return d.Value != "" && d.Value == x.Value && d.Kind == x.Kind || within(x, d)
}

// supposed returns the value of the words of a date for a reader on some day, the
// same for all. Two that name the same day then do so on any: «15 جويلية», «15 يوليو».
func supposed(words string) string {
	day := news.Moment{Time: time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC), DayOnly: true}
	if list := dates.Find(arabic.Read(words), day); len(list) == 1 {
		return list[0].Value
	}
	return ""
}

// within reports whether the days of x lie inside those of d, which is coarser.
func within(x, d news.Date) bool {
	// «من 7 إلى 24 جوان» is no name for the days in it, the year none for its first six months
	whole := d.Kind == news.Day && x.Kind != news.Period || d.Value == x.Value
	return whole && d.From != "" && x.From != "" && x.To != "" && d.From <= x.From && x.To <= d.To
}

// displacedDays checks that no day of the claim stands where the article has another:
// «تتواصل إلى 3 أفريل» for «تتواصل إلى 14 ديسمبر».
func (c *claim) displacedDays() {
	list := c.chain()
	for k := 1; k < len(list); k++ {
		x, y := list[k-1], list[k]
		if c.onDay(y) && c.hint[y] != c.hint[x] && !c.sameEnd(y) {
			c.fault(Date, c.words(y-1, y+1))
		}
		if c.hint[y] < 0 || c.hint[y] == c.hint[x] || !c.onDay(y) || c.onDay(x) || c.source[x] < 0 || hasComma(c.text, x, y) {
			continue
		}
		if j := c.dayAfter(c.source[x]); j >= 0 && !slices.ContainsFunc(c.places[c.hint[y]], func(p stretch) bool { return !c.g.apartDays(j, p.first) }) {
			c.fault(Date, c.words(x, y+1))
		}
	}
}

// exchangedPlaces checks that the place right behind a day is the one that the article has
// behind it: «يوم 24 في صفاقس ويوم 28 في قفصة» the other way round.
func (c *claim) exchangedPlaces() {
	for _, m := range c.cast {
		day := m.first - 1
		if m.role || m.carried || c.g.actors[m.actor].Kind != news.Location {
			continue
		}
		if day > 0 && standing(c.text.Tokens[day].Norm) != "" && c.hint[day] < 0 {
			day--
		}
		if day < 0 || !c.onDay(day) {
			continue
		}
		if !slices.ContainsFunc(c.places[c.hint[day]], func(p stretch) bool {
			a, ok := c.g.placeFrom(p.last)
			return !ok || a == m.actor
		}) {
			c.fault(Name, c.words(day, m.last))
		}
	}
}

// placeFrom returns the actor that is the place which the article names at token i, or
// behind a preposition there.
func (g *Gate) placeFrom(i int) (actor int, ok bool) {
	if i+1 < len(g.text.Tokens) && standing(g.text.Tokens[i].Norm) != "" {
		i++
	}
	if i >= len(g.text.Tokens) || !g.named(i) {
		return 0, false
	}
	actor = g.actorAt(i)
	return actor, g.actors[actor].Kind == news.Location
}

// sameEnd reports whether what stands before the day that begins at word y of the claim
// says from when, or until when, as it does in the article.
func (c *claim) sameEnd(y int) bool {
	mine := end(c.text, y)
	return mine == 0 || slices.ContainsFunc(c.places[c.hint[y]], func(p stretch) bool {
		theirs := end(c.g.text, p.first)
		return theirs == 0 || theirs == mine
	})
}

// apartDays reports whether the days of tokens i and j of the article have no day in
// common.
func (g *Gate) apartDays(i, j int) bool {
	a, b := g.dateAt(i), g.dateAt(j)
	if a.From == "" || b.From == "" {
		return a.Span != b.Span
	}
	return a.To < b.From || b.To < a.From || a.Kind == news.Clock && b.Kind == news.Clock && a.Value != b.Value
}

// dateAt returns the date of the article that token i belongs to.
func (g *Gate) dateAt(i int) news.Date {
	if k := g.dated[i]; k != 0 {
		return g.facts.Dates[k-1]
	}
	return news.Date{}
}

// dayAfter returns the token of a day that follows token a of the article with nothing
// but little words between, or -1.
func (c *claim) dayAfter(a int) int {
	t := c.g.text
	for j := a + 1; j < len(t.Tokens) && !isMark(t.Tokens[j]); j++ {
		if c.g.inDate(j) {
			return j
		}
		if !isFree(t.Tokens[j].Norm) {
			break
		}
	}
	return -1
}

// shaded reports whether the words of a date that narrow it without changing its
// value («مساء», «مطلع», «أمس») are those of date x of the article, or true of it.
func (c *claim) shaded(words string, x news.Date) bool {
	theirs := shades(x.Of(c.g.text.Source))
	for _, s := range shades(words) {
		if slices.Contains(theirs, s) {
			continue
		}
		away, relative := s.days()
		if relative && slices.ContainsFunc(theirs, func(o shade) bool { _, other := o.days(); return other }) {
			return false // «اليوم السبت» is not the article's «أمس السبت», though both be that Saturday
		}
		if relative && (x.From != x.To || x.From != c.day(away)) || !relative && !s.part(x) {
			return false
		}
	}
	return true
}

// day returns the day that is so many days after publication.
func (c *claim) day(away int) string {
	p := c.g.article.Published
	if p.Time.IsZero() {
		return ""
	}
	return p.Time.AddDate(0, 0, away).Format(time.DateOnly)
}

// shade is a part of a day, month or year, or a day told from today.
type shade string

// days returns how many days after publication the shade is, if it says so.
func (s shade) days() (int, bool) {
	switch s {
	case "امس":
		return -1, true
	case "اول امس":
		return -2, true
	case "اليوم":
		return 0, true
	case "غدا":
		return 1, true
	}
	return 0, false
}

// shades returns what narrows the date that s writes.
func shades(s string) []shade {
	var list []shade
	before := ""
	for w := range strings.FieldsSeq(arabic.Key(s)) {
		w = strings.Trim(w, "()،,")
		if x, ok := little().shades[w]; ok {
			if x == "امس" && before == "من" { // «أول من أمس»
				x = "اول امس"
			}
			list = append(list, x)
		}
		before = w
	}
	return list
}

// limits returns how the duration at s is bounded, in it or before it: «أكثر من سنة»,
// «ثلاثة أيام على الأقل», «لا تتجاوز ثلاثة أسابيع».
func limits(t *arabic.Text, s news.Span) news.Bound {
	first, last := t.Touched(s)
	for i := max(0, first-2); i < last; i++ {
		b, ok := little().limits[t.Tokens[i].Norm]
		if !ok {
			b, ok = little().limits[arabic.Core(t.Tokens[i].Norm)] // «بنحو», «لأكثر من»
		}
		if ok {
			if i > 0 && t.Tokens[i-1].Norm == "لا" {
				return b[1]
			}
			return b[0]
		}
	}
	return news.Exact
}

// part reports whether the day x lies in the part of its month that the shade says.
func (s shade) part(x news.Date) bool {
	if x.From != x.To || len(x.From) != len(time.DateOnly) {
		return false
	}
	switch day := x.From[len(x.From)-2:]; s {
	case "مطلع":
		return day <= "05"
	case "منتصف":
		return "13" <= day && day <= "17"
	case "نهايه":
		return day >= "26"
	}
	return false
}
