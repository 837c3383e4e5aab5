package quotes

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// reportedWords is how few words make a clause.
const reportedWords = 3

// clauseTokens is how long a reported clause may be: beyond it a text is no prose.
const clauseTokens = 400

// lookback is how many quotes or mentions of a sentence are looked back at.
const lookback = 64

// reported adds the clause that c introduces in sentence s.
func (f *finder) reported(c cue, s arabic.Sentence) {
	var first, last int
	switch {
	case c.Form == Source:
		first, last = f.sourced(c, s)
	case c.lead == clause || c.lead == colon:
		first = c.after
		for last = first; last < min(s.Last, first+clauseTokens) && !f.turns(last, first, s); last++ {
			continue
		}
	default:
		return
	}
	if c.lead == colon && f.longAt(c.after-1) {
		return // the words after the colon, up to a closing mark
	}
	if c.lead == colon && first < last && that(f.t, first) {
		first++
	}
	for first < last && f.t.Tokens[first].Kind == arabic.Punct {
		if f.opensLong(first) {
			return // a direct quote, which the marks find
		}
		if set, _ := family(f.t.Tokens[first]); set != 0 {
			break
		}
		first++
	}
	for last > first && f.t.Tokens[last-1].Kind == arabic.Punct {
		if set, _ := family(f.t.Tokens[last-1]); set != 0 || f.t.Tokens[last-1].Norm == ")" {
			break
		}
		last--
	}
	if first >= last || !hasWords(f.t, first, last, reportedWords) {
		return
	}
	if c.Act == Deny { // what somebody denies is not what they say
		if first = c.at; negated(f.t, first) {
			first--
		}
	}
	span := f.t.Cover(first, last)
	if c.Form == Source {
		for n := len(f.found) - 1; n >= max(0, len(f.found)-lookback) && f.found[n].Start >= f.t.Tokens[s.First].Start; n-- {
			if f.found[n].Overlaps(span) {
				return
			}
		}
	}
	f.found = append(f.found, news.Quote{Span: span, Speaker: c.who.name, Kind: news.Reported})
}

// turns reports whether the clause that began at first ends before token i: a
// comma and then a new cue of speech.
func (f *finder) turns(i, first int, s arabic.Sentence) bool {
	w := f.t.Tokens[i].Norm
	if !arabic.IsComma(w) && w != "؛" || i+1 >= s.Last || i == first {
		return false
	}
	if i+2 < s.Last && conjoins(f.t.Tokens[i+1].Norm) { // «، فيما أكد»
		if c, ok := CueAt(f.t, i+2); ok && !c.Weak && c.Form <= Imperfect {
			return true
		}
	}
	c, ok := CueAt(f.t, i+1)
	if !ok {
		return f.t.Tokens[i+1].Norm == "علي" && i+2 < s.Last && strings.HasPrefix(f.t.Tokens[i+2].Norm, "حد")
	}
	return c.Form == Participle || c.Form == Source || !c.Weak && strings.HasPrefix(f.t.Tokens[i+1].Norm, "و")
}

// conjoins reports whether a folded word joins the statement of another speaker.
func conjoins(norm string) bool {
	switch norm {
	case "فيما", "بينما", "كما", "في", "و", "اما", "ثم", "لكن", "حيث", "اذ":
		return true
	}
	return false
}

// sourced returns the clause that a source word goes with: after its phrase at
// the head of a sentence, before it at the end.
func (f *finder) sourced(c cue, s arabic.Sentence) (first, last int) {
	if c.at <= s.First+1 || strings.HasPrefix(f.t.Tokens[c.at].Norm, "و") && !strings.HasPrefix(c.Verb, "و") {
		for i := c.at + 1; i < min(s.Last, c.at+nearReach*3); i++ { // «بحسب بيان للوزارة، صدر أمس، فإن»
			if f.t.Tokens[i].Norm == "فان" {
				return i + 1, s.Last
			}
		}
		for i := c.at + 1; i < s.Last; i++ {
			switch f.t.Tokens[i].Norm {
			case "،", ",", ":":
				return i + 1, s.Last
			}
			if that(f.t, i) {
				return i + 1, s.Last
			}
		}
		return 0, 0
	}
	if arabic.IsComma(f.t.Tokens[c.at-1].Norm) {
		return s.First, c.at - 1
	}
	return 0, 0
}
