package summarize

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

var (
	//go:embed data/stems.tsv
	stemsTable string
	//go:embed data/verbs.tsv
	verbsTable string
	//go:embed data/cues.tsv
	cuesTable string
	//go:embed data/waw.tsv
	wawTable string
	//go:embed data/remarks.tsv
	remarksTable string
	//go:embed data/owes.tsv
	owesTable string
	//go:embed data/measures.tsv
	measuresTable string
	//go:embed data/agents.tsv
	agentsTable string
	//go:embed data/alone.tsv
	aloneTable string
	//go:embed data/self.tsv
	selfTable string
	//go:embed data/valency.tsv
	valencyTable string
)

// mark is what the tables say of one word, as a set.
type mark uint16

const (
	saying   mark = 1 << iota // a verb that reports speech
	doing                     // any other verb
	feminine                  // a verb whose subject is feminine
	present                   // a verb in the present or future
	nominal                   // a verb form that is also a noun
	relative                  // الذي
	pointing                  // هذا
	denying                   // لم
	that                      // أن
	open                      // a phrase cannot end on it
	ownWaw                    // its first waw is its own
	ruling                    // a law, a plan: no source of a claim
)

const verb = saying | doing

// class says how a phrase ties its clause to the rest; see the classes of
// data/cues.tsv.
type class uint8

const (
	none class = iota
	opener
	openerThat
	tail
	adjunct
	source
	limiting
	remark
	scope
	apart
	page
)

var classNames = map[string]class{
	"opener": opener, "opener-that": openerThat, "tail": tail, "adjunct": adjunct, "source": source, "limit": limiting, "remark": remark, "scope": scope, "apart": apart, "page": page,
}

var markNames = map[string]mark{
	"relative": relative, "pointing": pointing, "deny": denying, "that": that, "open": open, "rule": ruling,
}

// phrase is a cue: the folded words after its first one.
type phrase struct {
	rest  []string
	class class
}

// saidVerb is a verb of saying as it is written.
type saidVerb struct {
	text     string
	feminine bool
}

// lexicon holds the tables, keys folded.
type lexicon struct {
	marks   map[string]mark
	known   *table.Index[mark]    // marks, once all are read
	phrases map[string][]phrase   // by first word, longest first
	starts  *table.Index[int16]   // by first word: its place in lists
	lists   [][]phrase            // the first is empty
	rarity  map[string]float32    // by stem: log of articles over articles with it
	unseen  float32               // rarity of every other stem
	bare    map[string]bool       // verb forms that mean nothing without what was said
	remarks map[string]saidVerb   // by participle: the verb that says the same
	owes    *table.Index[uint8]   // by form of a verb or verbal noun: the number of the preposition that it needs
	valency *table.Index[valency] // by form of a verb or verbal noun: the complements of which it needs one
	measure map[string]bool       // verb forms that want a quantity
	agents  map[string]bool       // nouns for people and bodies, without the article
	alone   map[string]bool       // forms of verbs that take no object
	quality map[string]bool       // words that begin a phrase which describes the name before it
	honors  map[string][][]string // by first word: the rest of the forms of address before an office or a name
	ranks   map[string]bool       // titles and ranks that stand before a name
	here    map[string]bool       // nouns that "this" may stand before in any text: «هذا العام»
	praise  map[string]bool       // verbs of praise and prayer
	thanks  map[string]bool       // what a sentence expresses that only thanks or congratulates
	origin  map[string]bool       // nouns for what news comes from, with the article
	argue   *table.Index[bool]    // words in which a writer argues
	self    *table.Index[bool]    // words in which a writer speaks of himself or to the reader
}

var lexica = sync.OnceValue(load)

func load() *lexicon {
	x := &lexicon{marks: map[string]mark{}, phrases: map[string][]phrase{}, rarity: map[string]float32{}, bare: map[string]bool{}, remarks: map[string]saidVerb{}, agents: map[string]bool{}, alone: map[string]bool{}, quality: map[string]bool{}, here: map[string]bool{}, ranks: map[string]bool{}, honors: map[string][][]string{}, origin: map[string]bool{}, praise: map[string]bool{}, thanks: map[string]bool{}, measure: map[string]bool{}}
	x.loadVerbs()
	for _, r := range table.Rows("waw.tsv", wawTable, 1) {
		x.marks[arabic.Key(r[0])] |= ownWaw
	}
	for _, r := range table.Rows("cues.tsv", cuesTable, 2) {
		x.addCue(r[0], strings.Fields(arabic.Key(r[1])))
	}
	x.loadOwes()
	x.loadValency()
	for _, r := range table.Rows("measures.tsv", measuresTable, 2) {
		for _, form := range verbForms(r[0], r[1]) {
			x.measure[form] = true
		}
	}
	for _, r := range table.Rows("agents.tsv", agentsTable, 1) {
		x.agents[arabic.Key(r[0])] = true
	}
	for _, r := range table.Rows("alone.tsv", aloneTable, 2) {
		for _, form := range verbForms(r[0], r[1]) {
			x.alone[form] = true
		}
	}
	self, argue := map[string]bool{}, map[string]bool{}
	for _, r := range table.Rows("self.tsv", selfTable, 2) {
		if r[1] == "argue" {
			argue[arabic.Key(r[0])] = true
		} else {
			self[arabic.Key(r[0])] = true
		}
	}
	x.self, x.argue = table.NewIndex(self), table.NewIndex(argue)
	for _, r := range table.Rows("remarks.tsv", remarksTable, 4) {
		for k := range 2 {
			key := arabic.Key(r[k])
			x.addCue("remark", []string{key})
			x.remarks[key] = saidVerb{text: r[k+2], feminine: k == 1}
		}
	}
	x.loadStems()
	starts := make(map[string]int16, len(x.phrases))
	x.lists = make([][]phrase, 1, len(x.phrases)+1)
	for word, list := range x.phrases {
		starts[word] = int16(len(x.lists))
		x.lists = append(x.lists, list)
	}
	x.starts, x.known = table.NewIndex(starts), table.NewIndex(x.marks)
	return x
}

// verbForms returns the folded forms of a verb for he, she and they in the past,
// he and she in the present and the future.
func verbForms(past, now string) [7]string {
	past, now = arabic.Key(past), arabic.Key(now)
	base := strings.TrimSuffix(strings.TrimSuffix(past, "\u064A"), "\u0627")
	rest := strings.TrimPrefix(now, "\u064A")
	return [...]string{past, base + "\u062A", base + "\u0648\u0627", now, "\u062A" + rest, "\u0633" + now, "\u0633\u062A" + rest}
}

func (x *lexicon) loadStems() {
	const articles, least = 10121, 4
	for _, r := range table.Rows("stems.tsv", stemsTable, 2) {
		n, err := strconv.Atoi(r[1])
		if err != nil {
			panic("summarize: stems.tsv: " + err.Error())
		}
		x.rarity[r[0]] = float32(math.Log(articles / float64(n)))
	}
	x.unseen = float32(math.Log(articles / float64(least)))
}

// set returns the words of the class of cues that single words make up, or nil.
func (x *lexicon) set(name string) map[string]bool {
	switch name {
	case "quality":
		return x.quality
	case "praise":
		return x.praise
	case "thanks":
		return x.thanks
	case "here":
		return x.here
	case "origin":
		return x.origin
	case "rank":
		return x.ranks
	}
	return nil
}

func (x *lexicon) addCue(name string, words []string) {
	if name == "honor" {
		x.honors[words[0]] = append(x.honors[words[0]], words[1:])
		return
	}
	if set := x.set(name); set != nil {
		set[words[0]] = true
		return
	}
	if m, ok := markNames[name]; ok {
		x.marks[words[0]] |= m
		return
	}
	c, ok := classNames[name]
	if !ok {
		panic("summarize: cues.tsv: class " + name)
	}
	list := x.phrases[words[0]]
	at := 0
	for at < len(list) && len(list[at].rest) >= len(words)-1 {
		at++
	}
	list = append(list, phrase{})
	copy(list[at+1:], list[at:])
	list[at] = phrase{rest: words[1:], class: c}
	x.phrases[words[0]] = list
}

// loadVerbs adds every form of the verbs that news uses: he, she and they of
// the past, he, she and they of the present, and the future.
func (x *lexicon) loadVerbs() {
	for _, r := range table.Rows("verbs.tsv", verbsTable, 4) {
		past, now := arabic.Key(r[0]), arabic.Key(r[1])
		m := doing
		if r[2] == "say" {
			m = saying
		}
		base := past
		for _, weak := range []string{"\u064A", "\u0627"} { // ends in a long vowel that the ending replaces
			if b, ok := strings.CutSuffix(past, weak); ok && len(b) >= 4 {
				base = b
				break
			}
		}
		if r[2] == "quote" {
			m = saying
			for _, form := range []string{past, base + "\u062A", base + "\u0648\u0627", now, "\u062A" + strings.TrimPrefix(now, "\u064A")} {
				x.bare[form] = true
			}
		}
		noun := mark(0)
		if r[3] == "noun" {
			noun = nominal
		}
		x.marks[past] |= m | noun
		x.marks[base+"\u062A"] |= m | feminine
		if strings.HasSuffix(past, "\u064A") {
			x.marks[past+"\u062A"] |= m | feminine // توفيت بقيت
		}
		x.marks[base+"\u0648\u0627"] |= m
		rest := strings.TrimPrefix(now, "\u064A")
		weak := strings.TrimSuffix(strings.TrimSuffix(rest, "\u064A"), "\u0648")
		for _, f := range []string{"", "\u0633"} { // the future seen
			x.marks[f+"\u064A"+rest] |= m | present
			x.marks[f+"\u062A"+rest] |= m | present | feminine
			x.marks[f+"\u064A"+weak+"\u0648\u0646"] |= m | present
		}
	}
}
