package summarize

import "strings"

// leans lowers the rank of l where it hangs on the sentence before it, «ليرتفع بذلك
// العدد», or concedes what the next one takes back: «لكن».
func (s *story) leans(l *line) {
	t := s.t.Tokens
	if rest, ok := strings.CutPrefix(t[l.first].Norm, "\u0644"); ok && s.marks[l.first] == 0 && s.lex.marks[rest]&(verb|present|nominal)&^verb == present { // lam
		l.unfit = true
	}
	if k := l.sentence + 1; k < len(s.t.Sentences) && s.opposes(s.t.Sentences[k].First, s.t.Sentences[k].Last) {
		l.penalty += concession
	}
}

// concession is what a sentence loses that the next one takes back.
const concession = 0.5

// opposes reports whether a sentence that begins at token i takes back what was said
// before it: «لكن», «غير أن», «إلا أن», «والمشكل أن».
func (s *story) opposes(i, last int) bool {
	if i+1 >= last {
		return false
	}
	switch n := s.bareNorm(i); n {
	case "\u063A\u064A\u0631", "\u0627\u0644\u0627", "\u0628\u064A\u062F": // غير إلا بيد
		return s.marks[i+1]&that != 0
	case "\u0627\u0644\u0645\u0634\u0643\u0644", "\u0627\u0644\u0645\u0634\u0643\u0644\u0647": // المشكل المشكلة
		return n != s.t.Tokens[i].Norm
	case "\u0644\u0643\u0646", "\u0644\u0643\u0646\u0647", "\u0644\u0643\u0646\u0647\u0627", "\u0644\u0643\u0646\u0647\u0645": // لكن لكنه لكنها لكنهم
		return true
	}
	return false
}
