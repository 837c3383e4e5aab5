package draft

import (
	_ "embed" // the table of words to a machine
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
	after = 2  // sentences of the same paragraph that such a sentence taints
)

// command is one row of the table: words, and words that follow within reach.
// Words are folded; a phrase is several words.
type command struct{ first, then [][]string }

var commands = sync.OnceValue(func() []command {
	var list []command
	for _, row := range table.Rows("commands.tsv", commandsTSV, 2) {
		list = append(list, command{phrases(row[0]), phrases(row[1])})
	}
	return list
})

// phrases reads a cell: alternatives parted by "/", "-" for none.
func phrases(cell string) [][]string {
	if cell == "-" {
		return nil
	}
	var list [][]string
	for p := range strings.SplitSeq(cell, "/") {
		list = append(list, strings.Fields(arabic.Key(p)))
	}
	return list
}

// suspects are the sentences of an article that talk to a machine, and those
// after them that may be the payload.
type suspects struct {
	talking []bool // by sentence: left out of the prompt
	tainted []bool // by sentence: not to be quoted
	any     bool
}

// Suspects returns the sentences of t that talk to a machine («تجاهل التعليمات
// السابقة»), in order: no part of the news, and not to be quoted.
func Suspects(t *arabic.Text) []news.Span {
	var list []news.Span
	for i, talking := range suspectsOf(t).talking {
		if talking {
			list = append(list, t.Sentences[i].Span)
		}
	}
	return list
}

func suspectsOf(t *arabic.Text) suspects {
	s := suspects{talking: make([]bool, len(t.Sentences)), tainted: make([]bool, len(t.Sentences))}
	for i, x := range t.Sentences {
		if !talksIn(t, x.First, x.Last) {
			continue
		}
		s.any, s.talking[i], s.tainted[i] = true, true, true
		for k := i + 1; k < len(t.Sentences) && k <= i+after && t.Sentences[k].Paragraph == x.Paragraph; k++ {
			s.tainted[k] = true
		}
	}
	return s
}

// talks reports whether a text talks to a machine.
func talks(text string) bool {
	t := arabic.Read(text)
	return talksIn(t, 0, len(t.Tokens))
}

func talksIn(t *arabic.Text, first, last int) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != arabic.Word && t.Tokens[i].Kind != arabic.Latin {
			continue
		}
		for _, c := range commands() {
			n, ok := begins(t, i, last, c.first)
			if ok && (len(c.then) == 0 || follows(t, i+n, min(i+n+reach, last), c.then)) {
				return true
			}
		}
	}
	return false
}

// begins returns the length in tokens of the phrase that stands at token i.
func begins(t *arabic.Text, i, last int, list [][]string) (int, bool) {
	for _, p := range list {
		if i+len(p) <= last && phraseAt(t, i, p) {
			return len(p), true
		}
	}
	return 0, false
}

func follows(t *arabic.Text, from, to int, list [][]string) bool {
	for i := from; i < to; i++ {
		if _, ok := begins(t, i, to, list); ok {
			return true
		}
	}
	return false
}

// phraseAt reports whether the words of p stand at token i; the first may carry
// a clitic.
func phraseAt(t *arabic.Text, i int, p []string) bool {
	stems, n := t.Stems(i)
	found := false
	for _, s := range stems[:n] {
		found = found || s.Norm == p[0]
	}
	if !found {
		return false
	}
	for k := 1; k < len(p); k++ {
		if t.Tokens[i+k].Norm != p[k] {
			return false
		}
	}
	return true
}

// faults reports a claim that talks to a machine itself or quotes a sentence
// that does.
func (s suspects) faults(t *arabic.Text, c news.Claim) []Fault {
	if talks(c.Text) {
		return []Fault{{"instruction", c.Text}}
	}
	if !s.any {
		return nil
	}
	for _, q := range c.Quotes {
		e, ok := evidence.Locate(t, q)
		if !ok {
			continue
		}
		for i := t.SentenceAt(e.Start); i < len(t.Sentences) && t.Sentences[i].Start < e.End; i++ {
			if s.tainted[i] {
				return []Fault{{"instruction", q}}
			}
		}
	}
	return nil
}
