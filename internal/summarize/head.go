package summarize

import (
	"slices"
	"strings"

	"mujaz/internal/arabic"
)

const said = "\u0642\u0627\u0644" // قال

// newsFirst moves bullets that tell what had been, «كانت الشرطة قد أوقفت…», behind the
// others where the opening sentence is not told: no brief begins with them.
func (s *story) newsFirst(chosen []candidate) []candidate {
	k := slices.IndexFunc(chosen, func(c candidate) bool { return !s.background(&c) })
	if k <= 0 || s.opens(chosen[0].runs[0].first) {
		return chosen
	}
	return slices.Concat(chosen[k:], chosen[:k])
}

// opens reports whether token i stands in the first sentence that is more than a byline.
func (s *story) opens(i int) bool {
	before := s.t.Sentences[:s.t.SentenceAt(s.t.Tokens[i].Start)]
	return !slices.ContainsFunc(before, func(x arabic.Sentence) bool { return x.Last-x.First > shortestMore })
}

// background reports whether c begins with «كان» or «سبق».
func (s *story) background(c *candidate) bool {
	n := s.bareNorm(c.runs[0].first)
	return c.bare > 0 && (n == "\u0643\u0627\u0646" || n == "\u0643\u0627\u0646\u062A" || n == "\u0633\u0628\u0642") // كان كانت سبق
}

// heads gives the first of the chosen bullets a verb that needs nothing before it:
// «أضاف الراوي أن» becomes «أوضح الراوي أن», because what he added to is not told.
func (s *story) heads(chosen []candidate, lines []line, o Options) {
	if len(chosen) == 0 || chosen[0].bare == 0 || chosen[0].verb != "" {
		return
	}
	c := &chosen[0]
	she := false
	switch s.bareNorm(c.runs[0].first) {
	case "\u0627\u0636\u0627\u0641", "\u062A\u0627\u0628\u0639", "\u0627\u0631\u062F\u0641": // أضاف تابع أردف
	case "\u0627\u0636\u0627\u0641\u062A", "\u062A\u0627\u0628\u0639\u062A", "\u0627\u0631\u062F\u0641\u062A": // أضافت تابعت أردفت
		she = true
	default:
		return
	}
	verb := s.speech(c)
	if verb == "" || verb != said && strings.HasPrefix(s.bareNorm(c.runs[0].first), "\u062A") { // «تابعت القوات عملياتها بعد أن…»
		return
	}
	if she {
		verb += "\u062A"
	}
	c.verb = verb
	if slices.Contains(o.Without, s.claim(c, lines).Text) {
		c.verb = ""
	}
}

// speech returns the verb that says what c goes on to say: «أوضح» before "that", «قال»
// before a colon or a quotation, or "" when it says nothing.
func (s *story) speech(c *candidate) string {
	for _, r := range c.runs {
		for i := max(r.first, c.runs[0].first+1); i < r.last; i++ {
			switch t := s.t.Tokens[i]; {
			case t.Norm == "\u0642\u0648\u0644\u0647" || t.Norm == "\u0642\u0627\u0626\u0644\u0627" || t.Norm == "\u0642\u0627\u0626\u0644\u0647": // قوله قائلا قائلة
				return ""
			case s.marks[i]&that != 0 && !s.sequel(i-1):
				return "\u0623\u0648\u0636\u062D" // أوضح
			case t.Norm == ":" || arabic.Closer(t.Norm) != "" && t.Norm != "(" && s.quotedWords(i, r.last) == 0:
				return said
			}
		}
	}
	return ""
}
