package render

import (
	"slices"
	"strings"

	"mujaz/internal/news"
)

// Arabic for the public words, in the order in which people are shown them.

func kindName(k news.ActorKind) string {
	switch k {
	case news.Person:
		return "شخص"
	case news.Organization:
		return "جهة"
	case news.Location:
		return "مكان"
	}
	return string(k)
}

func boundName(b news.Bound) string {
	switch b {
	case news.About:
		return "نحو"
	case news.MoreThan:
		return "أكثر من"
	case news.LessThan:
		return "أقل من"
	case news.AtLeast:
		return "لا يقل عن"
	case news.AtMost:
		return "لا يزيد على"
	case news.Exact, news.Between:
	}
	return ""
}

func warningName(w news.Warning) string {
	switch w {
	case news.Opinion:
		return "مقال رأي: الملخص ينقل رأي كاتبه"
	case news.LiveBlog:
		return "تغطية مباشرة تتجدد: راجع آخر التحديثات"
	case news.Interview:
		return "مقابلة صحفية"
	case news.TooShort:
		return "نص قصير جدا"
	case news.TruncatedInput:
		return "النص مبتور عند المصدر"
	case news.NoPublished:
		return "تعذّرت قراءة تاريخ النشر المعطى"
	case news.Degraded("no_bullet"):
		return "لا جملة في النص تصلح ملخصا"
	case "injection_suspected":
		return "في النص عبارات موجّهة إلى الآلة لا إلى القارئ، ولم تدخل الملخص"
	}
	if reason, ok := strings.CutPrefix(string(w), "degraded:"); ok {
		return "تعذّر استخدام النموذج اللغوي (" + reason + ")، فكُتب الملخص بالمحرك المدمج"
	}
	return string(w)
}

// amount returns the value of a figure as people read it: bound, number, code.
// The counted noun is not repeated, because its form depends on the number.
func amount(f Figure, bound news.Bound) string {
	number, ok := quantity(f)
	if !ok {
		return ""
	}
	if f.UnitCode != nil && *f.UnitCode == "%" {
		number += "%"
	}
	parts := []string{number}
	if name := boundName(bound); name != "" {
		parts = []string{name, number}
	}
	if f.UnitCode != nil && *f.UnitCode != "%" {
		parts = append(parts, *f.UnitCode)
	}
	return strings.Join(parts, " ")
}

// quantity returns the number of a figure, or its range; scores have none.
func quantity(f Figure) (string, bool) {
	switch {
	case f.Min != nil && f.Max != nil:
		return grouped(*f.Min) + " – " + grouped(*f.Max), true
	case f.Value != nil:
		return grouped(*f.Value), true
	}
	return "", false
}

// grouped returns a decimal string with a comma between thousands.
func grouped(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	sign := ""
	if rest, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = "-", rest
	}
	if len(whole) > 4 {
		var b strings.Builder
		for i, c := range []byte(whole) {
			if i > 0 && (len(whole)-i)%3 == 0 {
				b.WriteByte(',')
			}
			b.WriteByte(c)
		}
		whole = b.String()
	}
	if point {
		fraction = "." + fraction
	}
	return sign + whole + fraction
}

// line is an item of a list as people are shown it: the words of the article and,
// where they do not say it themselves, what they mean.
type line struct{ Text, Value string }

// dateLines returns the lines of dates, each once. A duration says what it means.
func dateLines(dates []Date) []line {
	var list []line
	for _, d := range dates {
		l := line{Text: d.Text}
		if d.Value != nil && d.Kind != string(news.Duration) {
			l.Value = *d.Value
		}
		list = append(list, l)
	}
	return once(list)
}

// figureLines returns the lines of figures, each once. A plain number in front
// says what it means.
func figureLines(figures []Figure) []line {
	var list []line
	for _, f := range figures {
		l := line{Text: f.Text, Value: amount(f, news.Bound(f.Bound))}
		if strings.HasPrefix(l.Text, l.Value+" ") {
			l.Value = ""
		}
		list = append(list, l)
	}
	return once(list)
}

// once returns list without the lines that came before in it.
func once(list []line) []line {
	seen := make(map[line]bool, len(list))
	return slices.DeleteFunc(list, func(l line) bool {
		again := seen[l]
		seen[l] = true
		return again
	})
}

// moment returns m as people read it: the day, the hour and the minute, and the
// zone if it is known.
func moment(m news.Moment) string {
	switch {
	case m.IsZero() || m.DayOnly:
		return m.String()
	case m.Time.Location() == news.NoZone:
		return m.Time.Format("2006-01-02 15:04")
	}
	return m.Time.Format("2006-01-02 15:04 (-07:00)")
}
