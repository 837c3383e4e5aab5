package summarize

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
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
			if k == 0 && c.verb != "" {
				b.WriteString(c.verb)
			} else {
				b.WriteString(s.firstWord(first))
			}
			first++
			if k == 0 && c.subject != nil {
				b.WriteByte(' ')
				b.WriteString(s.t.Cover(c.subject.first, c.subject.last).Of(s.t.Source))
			}
			if first < r.last {
				b.WriteString(s.t.Source[s.t.Tokens[first-1].End:s.t.Tokens[first].Start])
			}
		}
		if first < r.last {
			b.WriteString(s.t.Cover(first, r.last).Of(s.t.Source))
		}
	}
	claim := news.Claim{Text: tidy(b.String())}
	if c.subject != nil && c.subject.sentence != lines[c.order].sentence {
		claim.Quotes = append(claim.Quotes, s.t.Sentences[c.subject.sentence].Of(s.t.Source))
	}
	claim.Quotes = append(claim.Quotes, s.t.Sentences[lines[c.order].sentence].Of(s.t.Source))
	if c.seam > 0 {
		claim.Quotes = append(claim.Quotes, s.t.Sentences[lines[c.order+1].sentence].Of(s.t.Source))
	}
	return claim
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
	return text
}

// tidy makes one line of s: one space between words, none before a comma, the
// Arabic comma between Arabic words, one full stop at the end.
func tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 2)
	for _, w := range strings.Fields(s) {
		switch {
		case b.Len() == 0 || w == "\u060C" || w == "," || w == ":" || w == ".":
		case strings.HasPrefix(w, "\u060C") || w[0] == ',':
			mark := "\u060C"
			w = strings.TrimPrefix(strings.TrimPrefix(w, ","), mark)
			b.WriteString(mark + " ")
		default:
			b.WriteByte(' ')
		}
		if w == "," {
			w = "\u060C"
		}
		b.WriteString(w)
	}
	out := strings.TrimRight(b.String(), " .\u060C,:;\u061B-\u2013\u2014!\u2026")
	return strings.ReplaceAll(out, "\u060C\u060C", "\u060C") + "."
}
