package summarize

import (
	"math"
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize/style"
)

const waw = "\u0648"

// story is an article as the engine sees it: for each token what the tables
// say of it and which word it counts as, for each word how much it weighs.
type story struct {
	absolute bool        // resolve relative days
	style    style.Style // of bullets
	quotes   []news.Span // what stands between quotation marks, where absolute or style asks
	longest  int         // words of a bullet made from the opening sentence

	t       *arabic.Text
	facts   news.Facts
	lex     *lexicon
	marks   []mark     // by token; of the word without its conjunction when that is the reading
	joined  []bool     // by token: begins with the conjunction waw or feh
	stem    []int32    // by token: number of its word, -1 for punctuation
	first   []int      // by word: its first token
	weight  []float64  // by word: the chance that an editor would use it
	actor   []bool     // by token: stands in the name of an actor
	person  []bool     // by token: stands in the name of a person
	debts   []uint8    // by token: one more than the number of the preposition that it needs, 0 before it was looked up
	inTitle []bool     // by word: stands in the title
	ref     []int32    // by token: the noun that it points back to, 0 for none
	begins  [][2]int16 // by token: the phrases that may begin there, less than 0 before they were looked up
	facted  []fact     // by token: the kinds of facts that it begins inside of
	held    []int32    // by token: number of the fact that holds it together with its neighbor, 0 for none
}

func newStory(a news.Article, t *arabic.Text, f news.Facts) *story {
	n := len(t.Tokens)
	s := &story{
		t: t, facts: f, lex: lexica(),
		marks: make([]mark, n), joined: make([]bool, n), stem: make([]int32, n), held: make([]int32, n), facted: make([]fact, n), actor: make([]bool, n), person: make([]bool, n), debts: make([]uint8, n), begins: slices.Repeat([][2]int16{{-1}}, n),
	}
	for i := range t.Tokens {
		s.marks[i], s.joined[i] = s.read(i)
		if i > 0 && comma(t.Tokens[i-1]) {
			s.begin(i)
		}
	}
	s.weigh(a.Title)
	s.hold()
	s.refers()
	return s
}

// read returns what the tables say of token i, and whether it begins with a
// conjunction. A word that is not known whole is read without its waw or feh.
func (s *story) read(i int) (mark, bool) {
	w := s.t.Tokens[i]
	if w.Kind != arabic.Word {
		return 0, false
	}
	m := s.lex.known.Of(w.Norm)
	if m != 0 {
		return m, false
	}
	rest, ok := strings.CutPrefix(w.Norm, waw)
	if !ok {
		if rest, ok = strings.CutPrefix(w.Norm, "\u0641"); !ok {
			return 0, false
		}
		m = s.lex.known.Of(rest)
		return m, m != 0
	}
	if m = s.lex.known.Of(rest); m != 0 {
		return m, true
	}
	if m = verbShape(rest); m != 0 {
		return m, true
	}
	if s.lex.phrases[rest] != nil && s.lex.phrases[w.Norm] == nil {
		return 0, true
	}
	if len(rest) < 4 {
		return 0, false
	}
	if strings.HasPrefix(rest, "\u0627\u0644") {
		return 0, true
	}
	// Both readings may be listed: that without the waw must be twice as common.
	bare, known := s.lex.rarity[Stem(rest)]
	whole, listed := s.lex.rarity[Stem(w.Norm)]
	return 0, known && (!listed || bare+math.Ln2 < whole)
}

// verbShape reads a word that no table holds but that follows a conjunction: the
// prefixes of the present and the future make it a verb.
func verbShape(word string) mark {
	if len(word) < 8 || strings.HasSuffix(word, "\u0627\u062A") || strings.HasPrefix(word, "\u0633\u064A\u0627\u0631") || strings.HasPrefix(word, "\u0633\u064A\u0627\u0633") { // سيارات سيارة سياسة
		return 0
	}
	rest, future := strings.CutPrefix(word, "\u0633")
	switch {
	case strings.HasPrefix(rest, "\u064A"): // yeh
		return doing | present
	case future && strings.HasPrefix(rest, "\u062A"): // teh
		return doing | present | feminine
	}
	return 0
}

// begin settles how the word that opens a sentence or follows a comma is read: a waw there is the
// conjunction unless the word owns it.
func (s *story) begin(i int) {
	w := s.t.Tokens[i]
	rest, ok := strings.CutPrefix(w.Norm, waw)
	if !ok || s.joined[i] || w.Kind != arabic.Word || len(rest) < 6 {
		return
	}
	// «وأدى» and «وادي» fold to one word: the hamza shows a conjunction.
	if shown := strings.TrimPrefix(w.Of(s.t.Source), waw); s.marks[i] == ownWaw && (strings.HasPrefix(shown, "\u0623") || strings.HasPrefix(shown, "\u0625")) {
		s.marks[i] = s.lex.known.Of(rest)
	} else if s.marks[i] != 0 {
		return
	}
	s.joined[i] = true
	if s.marks[i] == 0 && strings.HasSuffix(rest, "\u062A") && !strings.HasSuffix(rest, "\u0627\u062A") && len(rest) >= 8 {
		s.marks[i] = doing | feminine
	}
}

// weigh numbers the words and gives each the chance that an editor would use it:
// words that come early, come again, stand in the title, are numbers, or belong
// to an actor, a figure or a date.
func (s *story) weigh(title string) {
	p := tuned
	ids := make(map[string]int32, len(s.t.Tokens)/2+8)
	var count, at []float64
	for i, w := range s.t.Tokens {
		s.stem[i] = -1
		if w.Kind == arabic.Punct || w.Kind == arabic.Symbol {
			continue
		}
		key := s.key(i)
		id, ok := ids[key]
		if !ok {
			id = int32(len(count))
			ids[key] = id
			z := p.bias - p.late*math.Log1p(float64(i)/10)
			if w.Kind == arabic.Digits {
				z += p.number
			}
			count, at, s.first = append(count, 0), append(at, z), append(s.first, i)
		}
		count[id]++
		s.stem[i] = id
	}
	s.inTitle = make([]bool, len(count))
	for _, w := range arabic.Read(title).Tokens {
		for _, key := range [...]string{Stem(w.Norm), Stem(strings.TrimPrefix(w.Norm, waw)), w.Norm} {
			if id, ok := ids[key]; ok {
				at[id] += p.title
				s.inTitle[id] = true
				break
			}
		}
	}
	for id, extra := range s.worth(len(count)) {
		at[id] += extra
	}
	s.weight = at
	for id, z := range at {
		s.weight[id] = 1 / (1 + math.Exp(-z-p.again*math.Log(count[id])))
	}
}

// worth returns what belonging to facts adds to each of n words.
func (s *story) worth(n int) []float64 {
	extra := make([]float64, n)
	note := func(span news.Span, v float64) {
		for i := s.t.At(span.Start); i < len(s.t.Tokens) && s.t.Tokens[i].Start < span.End; i++ {
			if id := s.stem[i]; id >= 0 {
				extra[id] = max(extra[id], v)
			}
		}
	}
	for _, a := range s.facts.Actors {
		for _, m := range a.Mentions {
			note(m, tuned.actor*a.Salience)
		}
	}
	for _, d := range s.facts.Dates {
		note(d.Span, tuned.date)
	}
	for _, f := range s.facts.Figures {
		note(f.Span, tuned.figure)
	}
	return extra
}

// key returns what token i counts as: its stem without a conjunction.
func (s *story) key(i int) string {
	w := s.t.Tokens[i]
	if w.Kind != arabic.Word {
		return w.Norm
	}
	if s.joined[i] {
		return Stem(w.Norm[2:])
	}
	return Stem(w.Norm)
}

// hold notes the tokens inside facts, which no cut may part.
func (s *story) hold() {
	number := int32(0)
	note := func(span news.Span, kind fact) {
		number++
		for i := s.t.At(span.Start); i < len(s.t.Tokens) && s.t.Tokens[i].Start < span.End; i++ {
			s.held[i] = number
			if s.t.Tokens[i].Start >= span.Start {
				s.facted[i] |= kind
			}
		}
	}
	for _, x := range s.facts.Actors {
		for _, m := range x.Mentions {
			note(m, 0)
			for i := s.t.At(m.Start); i < len(s.t.Tokens) && s.t.Tokens[i].Start < m.End; i++ {
				s.actor[i], s.person[i] = true, x.Kind == news.Person
				if s.person[i] {
					s.marks[i] &^= verb // «فيصل», «يحيى» in a name
					s.joined[i] = s.joined[i] && s.t.Tokens[i].Start == m.Start && strings.HasPrefix(s.t.Tokens[i].Norm, waw)
				}
			}
		}
	}
	for _, d := range s.facts.Dates {
		note(d.Span, inDate)
	}
	for _, f := range s.facts.Figures {
		kind := inFigure
		if f.UnitCode != "" {
			kind |= inUnit
		}
		note(f.Span, kind)
	}
}

// fact is the kinds of facts that a token begins inside of.
type fact uint8

const (
	inDate fact = 1 << iota
	inFigure
	inUnit // of a figure: it has a unit of measure or a currency
)

// parts reports whether a cut between tokens i-1 and i would part a fact.
func (s *story) parts(i int) bool {
	return i > 0 && i < len(s.held) && s.held[i] != 0 && s.held[i] == s.held[i-1]
}

// cue returns the class of the phrase that begins at token i and the number of
// its tokens. A conjunction before it does not count.
func (s *story) cue(i, last int) (class, int) {
	at := &s.begins[i]
	if at[0] < 0 {
		*at = s.lex.begins(s.t.Tokens[i])
	}
	for _, k := range at {
		if k == 0 {
			continue
		}
		if c, n := s.match(s.lex.lists[k], i, last); c != none {
			return c, n
		}
	}
	return none, 0
}

// begins returns the places of the phrases that may begin with word w, with its
// conjunction and without.
func (x *lexicon) begins(w arabic.Token) [2]int16 {
	if w.Kind != arabic.Word {
		return [2]int16{}
	}
	at := [2]int16{x.starts.Of(w.Norm)}
	if rest, ok := strings.CutPrefix(w.Norm, waw); ok {
		at[1] = x.starts.Of(rest)
	}
	return at
}

func (s *story) match(list []phrase, i, last int) (class, int) {
next:
	for _, p := range list {
		if i+1+len(p.rest) > last {
			continue
		}
		for k, r := range p.rest {
			if s.t.Tokens[i+1+k].Norm != r {
				continue next
			}
		}
		return p.class, 1 + len(p.rest)
	}
	return none, 0
}
