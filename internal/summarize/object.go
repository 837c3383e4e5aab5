package summarize

import (
	"strings"

	"mujaz/internal/arabic"
)

// inserted returns the comma that closes the adjunct which the comma at j opens
// between the verb before it and what the verb governs, «سيول ضربت، فجر اليوم،
// قرى الساحل», or 0.
func (f *frame) inserted(j int) int {
	t := f.s.t.Tokens
	if !f.finite(j-1) && !f.pronounVerb(j-1) {
		return 0
	}
	if c, _ := f.s.cue(j+1, f.last); c == tail || c == remark || c == limiting || !f.s.day(j+1) && c != scope && c != adjunct && !f.dated(j+1) && !f.s.preposition(j+1) {
		return 0
	}
	for k := j + 2; k+1 < f.last && k <= j+insertLong; k++ {
		if !f.outside(k) || !comma(t[k]) {
			continue
		}
		if c, _ := f.s.cue(k+1, f.last); c != none && c != scope || f.s.joined[k+1] || f.s.marks[k+1]&(that|relative) != 0 || f.finite(k+1) {
			return 0
		}
		return k
	}
	return 0
}

// insertLong is how many words an adjunct between a verb and its object has at
// most.
const insertLong = 12

// finite reports whether token i is a verb and not perhaps a noun.
func (f *frame) finite(i int) bool {
	return i > f.first && f.outside(i) && f.s.marks[i]&verb != 0 && f.s.marks[i]&nominal == 0
}

// dated reports whether token i begins inside a date.
func (f *frame) dated(i int) bool { return f.s.facted[i]&inDate != 0 }

// torn reports whether cut c ends on a verb whose object comes after an adjunct
// between commas, and leaves the object: «[جراء سيول ضربت،] فجر اليوم، قرى».
func (f *frame) torn(c cut) bool {
	for j := c.last; j >= c.last-1 && j > c.first; j-- {
		if j < f.last && comma(f.s.t.Tokens[j]) && f.inserted(j) > 0 {
			return true
		}
	}
	return false
}

// measured reports whether cut c takes the quantity of a verb of measuring before
// it: «رياح تصل سرعتها [إلى 85 كيلومترا]».
func (f *frame) measured(c cut) bool {
	t := f.s.t.Tokens
	for i := c.first - 1; i >= f.first && i >= c.first-measureFar; i-- {
		switch {
		case !f.outside(i):
		case t[i].Kind == arabic.Digits || f.counts(i) || f.s.governed(i):
			return false
		case f.s.lex.measure[t[i].Norm] || f.s.lex.measure[f.s.bareNorm(i)]:
			return f.quantity(c, i) || c.last >= f.sourceAt && (c.rule == relativeCut || c.rule == describing)
		case f.s.marks[i]&(that|relative) != 0 || f.finite(i):
			return false
		}
	}
	return false
}

// measureFar is how many tokens the subject of a verb of measuring has at most.
const measureFar = 12

// quantity reports whether cut c holds a number, or begins with a preposition that
// leads to one, before its next verb.
func (f *frame) quantity(c cut, at int) bool {
	t := f.s.t.Tokens
	begin := c.first
	if comma(t[begin]) {
		begin++
	}
	if begin < c.last && begin == c.first {
		switch t[begin].Norm {
		case "\u0627\u0644\u064A", "\u0628\u064A\u0646", "\u0639\u0644\u064A", "\u0639\u0646": // إلى بين على عن
			return true
		}
	}
	for i := begin; i < c.last; i++ {
		if f.finite(i) || f.s.marks[i]&(that|relative) != 0 {
			return false
		}
		if t[i].Kind == arabic.Digits || f.counts(i) {
			return c.first-at <= 3 || begin == c.first
		}
	}
	return false
}

// counts reports whether token i begins inside a figure of the article.
func (f *frame) counts(i int) bool { return f.s.facted[i]&inFigure != 0 }

// unit reports whether token i begins inside a figure with a unit of measure or a
// currency.
func (f *frame) unit(i int) bool { return f.s.facted[i]&inUnit != 0 }

// mute reports whether cut c leaves nothing after a verb of saying but the day:
// «كانت المجموعة قد أعلنت، أول من أمس، [أنها…]».
func (f *frame) mute(c cut) bool {
	if c.last < f.sourceAt {
		return false
	}
	for i := c.first - 1; i > f.first; i-- {
		switch {
		case f.finite(i) && f.s.marks[i]&saying != 0:
			// «طالب» without a day is a noun as well
			return i < c.first-1 && f.s.marks[i-1]&relative == 0
		case !comma(f.s.t.Tokens[i]) && !f.s.day(i) && !f.dated(i):
			return false
		}
	}
	return false
}

// severed reports whether cut c takes the subject of a verb with the pronoun of its
// object: «حصيلة أعلنتها [أمس مديرية الصحة]».
func (f *frame) severed(before int, c cut) bool {
	if c.first == before+1 && (c.last == f.last || c.last == f.sourceAt) && f.pronounVerb(before) {
		return true
	}
	for i := before; i > f.first && i > before-insertLong; i-- {
		if end := f.stands(i); end > 0 {
			return c.first < end && c.last > end
		}
	}
	return false
}

// stands returns the end of the adjunct at i that parts the verb of a closing
// attribution from its subject, «وفق ما أكده [في تصريح أمس،] مدير المهرجان», or 0.
func (f *frame) stands(i int) int {
	if i <= f.sourceAt || !f.pronounVerb(i-1) || !f.s.preposition(i) && !f.s.day(i) && !f.dated(i) {
		return 0
	}
	for j := i + 1; j+2 < f.last && j <= i+insertLong; j++ {
		if !f.outside(j) || !comma(f.s.t.Tokens[j]) {
			continue
		}
		if c, _ := f.s.cue(j+1, f.last); c != none || f.s.joined[j+1] || f.s.marks[j+1] != 0 || f.s.preposition(j+1) || f.dated(j+1) {
			return 0
		}
		return j + 1
	}
	return 0
}

// unended reports whether token i is a verb that what was cut after it goes on: it
// has a pronoun, or no comma follows it. «نموا» is a noun.
func (f *frame) unended(i int) bool {
	return f.pronounVerb(i) || f.finite(i) && !comma(f.s.t.Tokens[i+1]) && !strings.HasSuffix(f.s.t.Tokens[i].Norm, "\u0627")
}

// pronounVerb reports whether token i is a verb with a pronoun as its object.
func (f *frame) pronounVerb(i int) bool {
	if i <= f.first || !f.outside(i) || f.s.marks[i] != 0 {
		return false
	}
	n := f.s.t.Tokens[i].Norm
	for _, p := range [...]string{"\u0647\u0645\u0627", "\u0647\u0627", "\u0647\u0645", "\u0647"} { // هما ها هم ه
		if rest, ok := strings.CutSuffix(n, p); ok && len(rest) >= 6 {
			m := f.s.lex.marks[rest]
			return m&verb != 0 && m&nominal == 0
		}
	}
	return false
}

// rejoins returns where a noun with the article, or one in the form of an act,
// follows the first comma among tokens first to last, or 0: the object of the verb
// before them, «أنهى مجلس انعقد أمس، النظر في…».
func (f *frame) rejoins(first, last int) int {
	for k := first + 2; k < last; k++ {
		t := f.s.t.Tokens
		if !comma(t[k-1]) || !f.outside(k) {
			continue
		}
		if !f.s.joined[k] && !f.s.preposition(k) && f.s.marks[k] == 0 && (definite(t[k]) || masdar(t[k].Norm)) {
			return k
		}
		return 0
	}
	return 0
}

// object reports whether tokens first to last hold a "that" which no verb of
// saying among them and no preposition governs: it may be what the sentence says.
func (f *frame) object(first, last int) bool {
	for i := first + 1; i < last; i++ {
		m := f.s.marks[i]
		if m&saying != 0 && m&nominal == 0 {
			return false
		}
		if f.outside(i) && m&that != 0 && !f.s.preposition(i-1) && !strings.HasPrefix(f.s.t.Tokens[i].Norm, "\u0628") { // beh
			return true
		}
	}
	return false
}

// narrowed reports whether the noun before token i has so many words that it
// says by itself which thing is meant: «مباراة كأس المدينة لكرة القدم».
func (f *frame) narrowed(i int) bool {
	n := 0
	for j := i - 1; j > f.first; j-- {
		t := f.s.t.Tokens[j]
		if c, _ := f.s.cue(j, f.last); c != none || t.Kind != arabic.Word || f.s.marks[j]&^(ownWaw|nominal|verb|feminine|ruling) != 0 ||
			f.s.marks[j]&verb != 0 && f.s.marks[j]&nominal == 0 || len(t.Norm) <= 6 && f.s.preposition(j) {
			break
		}
		n++
	}
	return n >= 4 && definite(f.s.t.Tokens[i-1])
}

// decides reports whether the verb at the head says that something was decided or
// done, which is an act.
func (f *frame) decides() bool {
	switch f.s.bareNorm(f.first) {
	case "\u062A\u0642\u0631\u0631", "\u062A\u0645", "\u064A\u062A\u0645", "\u0633\u064A\u062A\u0645": // تقرر تم يتم سيتم
		return true
	}
	return false
}

// decided reports whether cut c takes the act that the verb at the head says was
// decided or done: «تقرر، أمس خلال اجتماع جمع النقابات [، تنظيم إضراب…]».
func (f *frame) decided(c cut) bool {
	if !f.decides() {
		return false
	}
	t := f.s.t.Tokens
	for k := f.first + 1; k < c.first; k++ {
		if f.s.marks[k]&that != 0 || f.outside(k) && actNoun(t[k].Norm) && !f.s.preposition(k-1) && (k == f.first+1 || comma(t[k-1])) {
			return false
		}
	}
	for k := c.first + 1; k < c.last; k++ {
		if f.outside(k) && comma(t[k-1]) && actNoun(t[k].Norm) {
			return true
		}
	}
	return false
}
