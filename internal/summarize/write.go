package summarize

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize/style"
)

// claim writes candidate c as a bullet: its words in the article's spelling, in
// one line, with the commas of Arabic and one full stop, and the sentences that
// prove it.
func (s *story) claim(c *candidate, lines []line) news.Claim {
	var b strings.Builder
	for k, r := range c.runs {
		if k > 0 && k == c.seam {
			b.WriteString("\u060C ")
		} else if k > 0 {
			b.WriteByte(' ')
		}
		first := r.first
		if k < c.bare {
			s.opener(&b, c, k, first)
			first++
			if in := c.intro; in != nil && k == 0 && c.subject == nil {
				b.WriteByte(' ')
				s.phrase(&b, in.full.first, in.full.last)
				first = in.short.last
			}
			if first < r.last {
				b.WriteString(s.t.Source[s.t.Tokens[first-1].End:s.t.Tokens[first].Start])
			}
		}
		if first < r.last {
			s.phrase(&b, first, r.last)
		}
	}
	claim := news.Claim{Text: s.style.Apply(tidy(b.String()))}
	if c.intro != nil {
		claim.Quotes = append(claim.Quotes, s.t.Cover(c.intro.full.first, c.intro.full.last).Of(s.t.Source))
	}
	if c.subject != nil && c.subject.sentence != lines[c.order].sentence {
		claim.Quotes = append(claim.Quotes, s.t.Sentences[c.subject.sentence].Of(s.t.Source))
	}
	claim.Quotes = append(claim.Quotes, s.t.Sentences[lines[c.order].sentence].Of(s.t.Source))
	if c.seam > 0 {
		claim.Quotes = append(claim.Quotes, s.t.Sentences[lines[c.order+1].sentence].Of(s.t.Source))
	}
	return claim
}

// opener writes the first word of run k of c: without its conjunction, or the
// verb that stands for it, and the subject that it gets.
func (s *story) opener(b *strings.Builder, c *candidate, k, i int) {
	if k == 0 && c.verb != "" {
		b.WriteString(c.verb)
	} else {
		b.WriteString(s.firstWord(i))
	}
	if k == 0 && c.subject != nil {
		b.WriteByte(' ')
		first := c.subject.first
		if c.intro != nil {
			s.phrase(b, c.intro.full.first, c.intro.full.last)
			if first = c.intro.short.last; first < c.subject.last {
				b.WriteByte(' ')
			}
		}
		if first < c.subject.last {
			s.phrase(b, first, c.subject.last)
		}
	}
}

// phrase writes tokens first to last, dates in the way that was asked for.
func (s *story) phrase(b *strings.Builder, first, last int) {
	span := s.t.Cover(first, last)
	at := span.Start
	if s.absolute || s.style.Months != style.MonthsAsWritten {
		for _, d := range s.facts.Dates {
			if !span.Contains(d.Span) || d.Start < at || s.quoted(d.Start) {
				continue
			}
			b.WriteString(s.t.Source[at:d.Start])
			b.WriteString(s.style.Months.Rename(d.Of(s.t.Source)))
			if s.absolute {
				b.WriteString(s.resolved(d))
			}
			at = d.End
		}
	}
	b.WriteString(s.t.Source[at:span.End])
}

// resolved returns the day that a relative date means, «(أي 9 أبريل 2025)», or
// "" for any other date, a doubtful one, and one that names its month: «16 ماي
// الماضي». The word before it marks it as worked out.
func (s *story) resolved(d news.Date) string {
	if !d.Relative || d.Kind != news.Day || d.From == "" || d.From != d.To || d.Calendar == news.Hijri || d.Doubt != "" || style.NamesMonth(d.Of(s.t.Source)) {
		return ""
	}
	day, err := time.Parse(time.DateOnly, d.From)
	if err != nil {
		return ""
	}
	const that = "\u0623\u064A" // أي
	return " (" + that + " " + strconv.Itoa(day.Day()) + " " + s.style.Months.Name(int(day.Month())) + " " + strconv.Itoa(day.Year()) + ")"
}

// quotations returns the spans of the text between quotation marks; one that
// nothing closes ends with its paragraph.
func quotations(t *arabic.Text) []news.Span {
	var list []news.Span
	want, from := "", 0
	for i, x := range t.Tokens {
		if want != "" && strings.ContainsRune(t.Source[t.Tokens[i-1].End:x.Start], '\n') {
			list, want = append(list, news.Span{Start: from, End: t.Tokens[i-1].End}), ""
		}
		if x.Kind != arabic.Punct {
			continue
		}
		_, size := utf8.DecodeRuneInString(x.Norm)
		sign := x.Norm[:size]
		switch c := arabic.Closer(sign); {
		case want != "" && sign == want:
			list, want = append(list, news.Span{Start: from, End: x.End}), ""
		case want == "" && c != "" && c != ")" && c != "]":
			want, from = c, x.Start
		}
	}
	if want != "" {
		list = append(list, news.Span{Start: from, End: len(t.Source)})
	}
	return list
}

// quoted reports whether byte at of the text stands in a quotation.
func (s *story) quoted(at int) bool {
	k, ok := slices.BinarySearchFunc(s.quotes, at, func(q news.Span, at int) int { return q.Start - at })
	return ok || k > 0 && at < s.quotes[k-1].End
}

// firstWord returns token i without its conjunction (T3).
func (s *story) firstWord(i int) string {
	w := s.t.Tokens[i]
	text := w.Of(s.t.Source)
	if !s.joined[i] || w.Kind != arabic.Word {
		return text
	}
	list, n := s.t.Stems(i)
	for _, x := range list[1:n] {
		if len(x.Prefix) == 2 {
			return s.t.Source[x.Start:w.End]
		}
	}
	if rest := strings.TrimPrefix(text, waw); len(rest) >= 6 && s.marks[i]&verb != 0 {
		return rest // «وولد»
	}
	return text
}

// tidy makes one line of s: one space between words, none before a comma, the
// Arabic comma between Arabic words, one full stop at the end.
func tidy(s string) string {
	const arabicComma = "\u060C"
	var b strings.Builder
	b.Grow(len(s) + 2)
	for w := range strings.FieldsSeq(s) {
		switch {
		case b.Len() == 0:
			w = strings.TrimLeft(w, arabicComma+",.:;-\u2013\u2014")
		case w == "," || w == arabicComma:
			w = arabicComma
		case strings.HasPrefix(w, arabicComma) || w[0] == ',':
			b.WriteString(arabicComma)
			b.WriteByte(' ')
			w = strings.TrimPrefix(strings.TrimPrefix(w, ","), arabicComma)
		case w == ":" || w == "." || w == "\u061B":
		default:
			b.WriteByte(' ')
		}
		if rest, ok := strings.CutSuffix(w, ","); ok {
			w = rest + arabicComma
		}
		b.WriteString(w)
	}
	out := strings.TrimRight(b.String(), " .\u060C,:;\u061B-\u2013\u2014!\u2026")
	out = strings.ReplaceAll(out, arabicComma+arabicComma, arabicComma)
	for _, end := range [...]string{"\u061F", "?", ".\"", ".\u00BB", ".\u201D"} {
		if strings.HasSuffix(out, end) {
			return out
		}
	}
	return out + "."
}
