package draft

import (
	_ "embed" // the table of words to a machine
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/evidence"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

//go:embed data/commands.tsv
var commandsTSV string

// Limits of the search for sentences that talk to a machine.
const (
	reach = 10 // tokens between a command and what it is about
	after = 2  // sentences after such a sentence that may be its payload
)

// phrase is folded words that follow one another.
type phrase []string

// command is a phrase of the table, and phrases of which one follows within reach.
type command struct {
	first phrase
	then  []phrase
	text  bool // what follows in other paragraphs is doubtful too
}

// commands returns the commands by their first word.
var commands = sync.OnceValue(func() *table.Index[[]command] {
	index := map[string][]command{}
	for _, row := range table.Rows("commands.tsv", commandsTSV, 3) {
		then := phrases(row[1])
		for _, p := range phrases(row[0]) {
			index[p[0]] = append(index[p[0]], command{p, then, row[2] == "text"})
		}
	}
	return table.NewIndex(index)
})

// phrases reads a cell: alternatives parted by "/", "-" for none.
func phrases(cell string) []phrase {
	if cell == "-" {
		return nil
	}
	var list []phrase
	for p := range strings.SplitSeq(cell, "/") {
		list = append(list, strings.Fields(arabic.Key(p)))
	}
	return list
}

// suspects are the sentences of an article that talk to a machine, and those
// after them that may be the payload.
type suspects struct {
	talking []bool   // by sentence: left out of the prompt
	tainted []string // by sentence: why it is not to be quoted, or ""
	any     bool     // one talks to a machine
	some    bool     // one is not to be quoted
}

// Screened returns f without what stands only in sentences of t that talk to a
// machine («تجاهل التعليمات السابقة») or are of another language than the article,
// and the sentences that are not to be quoted: those that talk to a machine and
// their payload.
func Screened(t *arabic.Text, f news.Facts) (news.Facts, []news.Span) {
	s := suspectsOf(t)
	var list []news.Span
	for i, why := range s.tainted {
		if why == "instruction" {
			list = append(list, t.Sentences[i].Span)
		}
	}
	return s.trusted(t, f), list
}

// trusted returns f without what stands only in sentences that are no part of the news.
func (s suspects) trusted(t *arabic.Text, f news.Facts) news.Facts {
	if !s.some {
		return f
	}
	bad := func(x news.Span) bool { return s.at(t, x.Start) != "" }
	f.Dates = slices.DeleteFunc(slices.Clone(f.Dates), func(d news.Date) bool { return bad(d.Span) })
	f.Figures = slices.DeleteFunc(slices.Clone(f.Figures), func(x news.Figure) bool { return bad(x.Span) })
	f.Quotes = slices.DeleteFunc(slices.Clone(f.Quotes), func(q news.Quote) bool { return bad(q.Span) })
	var kept []news.Actor
	for _, a := range f.Actors {
		a.Mentions = slices.DeleteFunc(slices.Clone(a.Mentions), bad)
		if a.Role != "" && bad(a.RoleAt) {
			a.Role, a.RoleAt = "", news.Span{}
		}
		if len(a.Mentions) > 0 {
			kept = append(kept, a)
		}
	}
	f.Actors = kept
	return f
}

// at returns why the sentence at a byte offset is not to be quoted, or "".
func (s suspects) at(t *arabic.Text, offset int) string {
	if i := t.SentenceAt(offset); i < len(s.tainted) {
		return s.tainted[i]
	}
	return ""
}

func suspectsOf(t *arabic.Text) suspects {
	s := suspects{talking: make([]bool, len(t.Sentences)), tainted: make([]string, len(t.Sentences))}
	for i, x := range t.Sentences {
		if foreign(t, x) {
			s.some, s.tainted[i] = true, "language"
		}
		c, talking := talksIn(t, x.First, x.Last)
		if !talking {
			continue
		}
		s.any, s.some, s.talking[i], s.tainted[i] = true, true, true, "instruction"
		for k := i + 1; k < len(t.Sentences) && k <= i+after && (c.text || t.Sentences[k].Paragraph == x.Paragraph); k++ {
			s.tainted[k] = "instruction"
		}
	}
	return s
}

// leastForeign is how many Latin words make a sentence one of another language,
// when they are more than its Arabic words; two do when it has none.
const leastForeign = 4

// foreign reports whether a sentence is of another language. A brief in Arabic
// cannot quote it.
func foreign(t *arabic.Text, x arabic.Sentence) bool {
	latin, words := 0, 0
	for _, w := range t.Tokens[x.First:x.Last] {
		switch w.Kind {
		case arabic.Latin:
			latin++
		case arabic.Word:
			words++
		default:
		}
	}
	return latin >= leastForeign && latin > words || latin >= 2 && words == 0
}

// talks reports whether a text talks to a machine.
func talks(text string) bool {
	t := arabic.Read(text)
	_, ok := talksIn(t, 0, len(t.Tokens))
	return ok
}

// talksIn returns the command that stands among tokens first to last.
func talksIn(t *arabic.Text, first, last int) (command, bool) {
	index := commands()
	for i := first; i < last; i++ {
		if k := t.Tokens[i].Kind; k != arabic.Word && k != arabic.Latin {
			continue
		}
		stems, n := t.Stems(i)
		for _, s := range stems[:n] {
			for _, c := range index.Of(s.Norm) {
				if rest := i + len(c.first); continues(t, i, last, c.first) && (c.then == nil || follows(t, rest, min(rest+reach, last), c.then)) {
					return c, true
				}
			}
		}
	}
	return command{}, false
}

// continues reports whether the words of p after its first, which stands at
// token i, follow there.
func continues(t *arabic.Text, i, last int, p phrase) bool {
	if i+len(p) > last {
		return false
	}
	for k := 1; k < len(p); k++ {
		if t.Tokens[i+k].Norm != p[k] {
			return false
		}
	}
	return true
}

// follows reports whether one of the phrases stands among tokens from to to.
func follows(t *arabic.Text, from, to int, list []phrase) bool {
	for i := from; i < to; i++ {
		stems, n := t.Stems(i)
		for _, p := range list {
			for _, s := range stems[:n] {
				if s.Norm == p[0] && continues(t, i, to, p) {
					return true
				}
			}
		}
	}
	return false
}

// faults reports a claim that talks to a machine itself or quotes a sentence
// that does.
func (s suspects) faults(t *arabic.Text, c news.Claim) []Fault {
	if talks(c.Text) {
		return []Fault{{"instruction", c.Text}}
	}
	if !s.some {
		return nil
	}
	for _, q := range c.Quotes {
		e, ok := evidence.Locate(t, q)
		if !ok {
			continue
		}
		for i := t.SentenceAt(e.Start); i < len(t.Sentences) && t.Sentences[i].Start < e.End; i++ {
			if s.tainted[i] != "" {
				return []Fault{{s.tainted[i], q}}
			}
		}
	}
	return nil
}
