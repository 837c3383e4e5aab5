package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// What makes a text surely a column or an interview.
const (
	leastQuestions = 3 // lines that ask, each answered by the next one
	opinionBullets = 2
	addressed      = 2.0 // penalty of a line in which a writer speaks of himself
	surelyOpinion  = 2.0 // of opinion.score; one article in three hundred of news_ant has more
	leastVoiced    = 4   // words, questions and calls of a writer
	leastWords     = 40  // of a text that its own words are counted in
)

// genre returns the warning that a says itself, or that the text of s surely asks
// for, or "".
func (s *story) genre(a news.Article) news.Warning {
	for _, w := range [...]news.Warning{news.Opinion, news.Interview} {
		if slices.Contains(a.Warnings, w) {
			return w
		}
	}
	if s.asked() >= leastQuestions {
		return news.Interview
	}
	if v := s.listen(); v.score() >= surelyOpinion {
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

// addresses reports whether line l asks or speaks in the first or second person,
// outside quotations.
func (s *story) addresses(l *line) bool {
	f := s.frame(l)
	for i := f.first; i < f.last; i++ {
		if n := s.t.Tokens[i].Norm; f.outside(i) && (n == "\u061F" || n == "?" || s.lex.self.Of(n) || s.lex.self.Of(strings.TrimPrefix(n, waw))) {
			return true
		}
	}
	last := s.t.Tokens[l.last-1].Norm
	return last == "\u061F" || last == "?"
}

// voice counts what tells a column from news: the words in which a writer speaks of
// himself, argues, asks and calls out, outside quotations, and beside them the verbs,
// the dates and the numbers of news.
type voice struct {
	own, argued, asked, called, ours int
	says, events, dates, digits      int
	words                            int
	signed                           bool // says how to write to the author
}

// score is high for a column and below 0 for news.
func (v *voice) score() float64 {
	if v.words < leastWords || v.own+v.argued+v.asked+v.called+v.ours < leastVoiced {
		return 0
	}
	z := 2*float64(v.own) + 1.5*float64(v.argued+v.asked) + float64(v.called+v.ours) - 1.2*float64(v.says) - 0.6*float64(v.events) - 0.7*float64(v.dates) - 0.2*float64(v.digits)
	z *= 100 / float64(v.words)
	if v.signed {
		z += 3
	}
	return z
}

// listen returns the voice of the text.
func (s *story) listen() voice {
	v := voice{dates: len(s.facts.Dates)}
	want := "" // the mark that closes the quotation
	for _, x := range s.t.Sentences {
		for i := x.First; i < x.Last; i++ {
			t := s.t.Tokens[i]
			if want != "" && strings.Contains(s.t.Source[s.t.Tokens[i-1].End:t.Start], "\n") {
				want = "" // of a quotation that nothing closed
			}
			switch c := arabic.Closer(t.Norm); {
			case want != "":
				if t.Norm == want {
					want = ""
				}
				continue
			case c != "" && c != ")" && c != "]":
				want = c
			case s.marks[i]&saying != 0 && s.marks[i]&(nominal|present) == 0:
				v.says++
			case i <= x.First+1 && s.marks[i]&doing != 0 && s.marks[i]&(nominal|present) == 0:
				v.events++
			}
			s.hear(i, &v)
		}
	}
	return v
}

// hear adds token i to v.
func (s *story) hear(i int, v *voice) {
	t := s.t.Tokens[i]
	switch t.Kind {
	case arabic.Digits:
		v.digits++
		return
	case arabic.Word:
		v.words++
	default:
		switch t.Norm {
		case "\u061F", "?":
			v.asked++
		case "!":
			v.called++
		case "@":
			v.signed = true
		}
		return
	}
	bare := strings.TrimPrefix(t.Norm, waw)
	switch {
	case s.lex.self.Of(t.Norm) || s.lex.self.Of(bare):
		v.own++
	case s.lex.argue.Of(t.Norm) || s.lex.argue.Of(bare):
		v.argued++
	case s.ours(i):
		v.ours++
	}
}

// ours reports whether token i is a noun with «نا», of us: «مدننا», not «قانونا».
func (s *story) ours(i int) bool {
	noun, ok := strings.CutSuffix(s.t.Tokens[i].Norm, "\u0646\u0627") // نا
	if !ok || len(noun) < 6 || s.actor[i] || definite(s.t.Tokens[i]) {
		return false
	}
	_, known := s.lex.rarity[Stem(noun)]
	if open, ok := strings.CutSuffix(noun, "\u062A"); ok && !known { // ت
		_, known = s.lex.rarity[Stem(open+"\u0647")]
	}
	_, other := s.lex.rarity[Stem(noun+"\u0646")] // ن
	return known && !other
}
