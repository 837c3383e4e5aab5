package verify

import (
	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
)

// scope is what a claim may draw on: the sentences that hold its evidence.
type scope struct {
	gate      *Gate
	evidence  []news.Evidence
	sentences []int           // in order, each once
	cores     map[string]bool // of every word
}

// locate finds every quote; one that is not found is a fault.
func (g *Gate) locate(quotes []string) (*scope, []Fault) {
	s := &scope{gate: g, cores: map[string]bool{}}
	var faults []Fault
	for _, q := range quotes {
		e, ok := evidence.Locate(g.text, q)
		if !ok {
			faults = append(faults, Fault{Unproven, q})
			continue
		}
		s.evidence = append(s.evidence, e)
	}
	if len(quotes) == 0 {
		faults = append(faults, Fault{Unproven, ""})
	}
	if len(faults) > 0 {
		return s, faults
	}
	seen := map[int]bool{}
	for _, e := range s.evidence {
		for i := g.text.SentenceAt(e.Start); i < len(g.text.Sentences) && g.text.Sentences[i].Start < e.End; i++ {
			if !seen[i] {
				seen[i] = true
				s.sentences = append(s.sentences, i)
			}
		}
	}
	for _, i := range s.sentences {
		x := g.text.Sentences[i]
		for _, w := range g.text.Tokens[x.First:x.Last] {
			s.cores[key(w)] = true
		}
	}
	return s, nil
}

// key returns what a token is compared by.
func key(w arabic.Token) string {
	if w.Kind == arabic.Word {
		return arabic.Core(w.Norm)
	}
	return w.Norm
}

// words reports the words of claim c that the scope lacks.
func (s *scope) words(c *arabic.Text) []Fault {
	var faults []Fault
	for _, w := range c.Tokens {
		if w.Kind == arabic.Punct || s.cores[key(w)] {
			continue
		}
		reason := Unproven
		switch w.Kind {
		case arabic.Digits, arabic.Symbol:
			reason = Number
		case arabic.Latin:
			reason = Language
		case arabic.Word, arabic.Punct:
		}
		faults = append(faults, Fault{reason, w.Of(c.Source)})
	}
	return faults
}
