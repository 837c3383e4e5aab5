package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/news"
)

// What makes a text surely a column or an interview.
const (
	leastSelf      = 4   // words in which the writer speaks of himself or to the reader, outside quotations
	selfSentences  = 3   // sentences that hold them
	selfEvery      = 250 // words of the text for each of them, at most
	leastQuestions = 3   // lines that ask, each answered by the next one
	opinionBullets = 2
)

// genre returns the warning that a says itself, or that the text of s surely asks
// for, or "".
func (s *story) genre(a news.Article) news.Warning {
	for _, w := range [...]news.Warning{news.Opinion, news.Interview} {
		if slices.Contains(a.Warnings, w) {
			return w
		}
	}
	switch {
	case s.asked() >= leastQuestions:
		return news.Interview
	case s.personal():
		return news.Opinion
	}
	return ""
}

// asked counts the lines that end in a question mark and are followed by a line
// that does not.
func (s *story) asked() int {
	n, before := 0, false
	for line := range strings.Lines(s.t.Source) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		asks := strings.HasSuffix(line, "\u061F") || strings.HasSuffix(line, "?")
		if before && !asks {
			n++
		}
		before = asks
	}
	return n
}

// personal reports whether the writer speaks of himself or to the reader in
// sentences of his own, neither quoted nor reported.
func (s *story) personal() bool {
	words, sentences := s.selfCount()
	return words >= leastSelf && sentences >= selfSentences && words*selfEvery >= len(s.t.Tokens)
}

// addresses reports whether line l asks or speaks in the first or second person,
// outside quotations.
func (s *story) addresses(l *line) bool {
	f := s.frame(l)
	for i := f.first; i < f.last; i++ {
		if n := s.t.Tokens[i].Norm; f.outside(i) && (n == "\u061F" || n == "?" || s.lex.self[n] || s.lex.self[strings.TrimPrefix(n, waw)]) {
			return true
		}
	}
	last := s.t.Tokens[l.last-1].Norm
	return last == "\u061F" || last == "?"
}

// selfCount counts the words in which the writer speaks of himself, and the
// sentences that hold them.
func (s *story) selfCount() (words, sentences int) {
	quoted := false
	for _, x := range s.t.Sentences {
		here, reports := 0, quoted
		for i := x.First; i < x.Last; i++ {
			t := s.t.Tokens[i]
			switch m := s.marks[i]; {
			case t.Norm == "\"":
				quoted = !quoted
			case closing(t.Norm) != "" && t.Norm != "(" && t.Norm != "[":
				quoted = true
			case isClosing(t.Norm) && t.Norm != ")" && t.Norm != "]":
				quoted = false
			case m&saying != 0 && m&nominal == 0:
				reports = true
			case !quoted && (s.lex.self[t.Norm] || s.lex.self[strings.TrimPrefix(t.Norm, waw)]):
				here++
			}
			reports = reports || quoted
		}
		if here > 0 && !reports {
			words += here
			sentences++
		}
	}
	return words, sentences
}
