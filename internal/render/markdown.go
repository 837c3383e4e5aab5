package render

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"mujaz/internal/news"
)

// markdown writes briefs for people, in Arabic. Values that run left to right
// stand between the isolates FSI and PDI, so that a line does not turn them.
type markdown struct {
	w    io.Writer
	many bool
}

const (
	fsi = "\u2068" // first strong isolate
	pdi = "\u2069" // pop directional isolate
)

func (m *markdown) Close() error { return nil }

func (m *markdown) Write(b news.Brief) error {
	var s strings.Builder
	if m.many {
		s.WriteString("\n---\n\n")
	}
	m.many = true
	x := Wire(b)
	heading(&s, b.Article)
	if b.Headline != nil {
		fmt.Fprintf(&s, "\n**عنوان مقترح:** %s\n", escape(b.Headline.Text))
	}
	s.WriteString("\n## الملخص\n\n")
	for _, l := range x.Bullets {
		fmt.Fprintf(&s, "- %s\n", escape(l.Text))
	}
	if len(x.Bullets) == 0 {
		s.WriteString("لا جملة في النص تصلح ملخصا.\n")
	}
	for _, l := range x.PublisherSummary {
		section(&s, "ملخص الناشر", l == x.PublisherSummary[0])
		fmt.Fprintf(&s, "- %s\n", escape(l))
	}
	actorLines(&s, b.Facts.Actors)
	listed(&s, "التواريخ", dateLines(x.Dates))
	listed(&s, "الأرقام", figureLines(x.Figures))
	quoteLines(&s, b)
	for i, w := range b.Warnings {
		section(&s, "تنبيهات", i == 0)
		fmt.Fprintf(&s, "- %s\n", escape(warningName(w)))
	}
	_, err := io.WriteString(m.w, s.String())
	return err
}

func heading(s *strings.Builder, a news.Article) {
	title := a.Title
	if title == "" {
		title = "خبر بلا عنوان"
	}
	fmt.Fprintf(s, "# %s\n", escape(title))
	var parts []string
	for _, p := range []string{a.Site, strings.Join(a.Authors, "، "), moment(a.Published), a.URL} {
		if p != "" {
			parts = append(parts, fsi+escape(p)+pdi)
		}
	}
	if len(parts) > 0 {
		fmt.Fprintf(s, "\n%s\n", strings.Join(parts, " · "))
	}
}

func section(s *strings.Builder, title string, first bool) {
	if first {
		fmt.Fprintf(s, "\n## %s\n\n", title)
	}
}

func actorLines(s *strings.Builder, actors []news.Actor) {
	for i, a := range actors {
		section(s, "الأسماء", i == 0)
		fmt.Fprintf(s, "- **%s** (%s)", escape(a.Name), kindName(a.Kind))
		if a.Role != "" {
			fmt.Fprintf(s, "، %s", escape(a.Role))
		}
		s.WriteByte('\n')
	}
}

func quoteLines(s *strings.Builder, b news.Brief) {
	first := true
	for _, q := range b.Facts.Quotes {
		if q.Kind != news.Direct {
			continue
		}
		section(s, "الأقوال", first)
		first = false
		speaker := q.Speaker
		if speaker == "" {
			speaker = "قائل غير مسمّى"
		}
		fmt.Fprintf(s, "- **%s**: «%s»\n", escape(speaker), escape(q.Of(b.Article.Text)))
	}
}

// listed writes a list of what the article says and what it means.
func listed(s *strings.Builder, title string, list []line) {
	for i, l := range list {
		section(s, title, i == 0)
		fmt.Fprintf(s, "- %s", escape(l.Text))
		if l.Value != "" {
			fmt.Fprintf(s, " ← %s%s%s", fsi, escape(l.Value), pdi)
		}
		s.WriteByte('\n')
	}
}

// escape keeps the characters of s from being read as Markdown or HTML, and from
// steering a terminal.
func escape(s string) string {
	s = markdownEscapes.Replace(Visible(s))
	if s != "" && strings.ContainsRune("#+-=", rune(s[0])) { // a heading or a list of its own
		return `\` + s
	}
	return s
}

// Visible returns s on one line, without the characters that turn the direction
// of what follows, steer a terminal or hide words: controls, bidi embeddings,
// overrides and isolates, and tags.
func Visible(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\r' || c == '\t':
			return ' '
		case unicode.IsControl(c), 0x202A <= c && c <= 0x202E, 0x2066 <= c && c <= 0x2069, 0xE0000 <= c && c <= 0xE007F:
			return -1
		}
		return c
	}, s)
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`,
	"~", `\~`,
)
