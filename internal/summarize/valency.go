package summarize

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// valency is the set of the complements of which a word needs one; see
// data/valency.tsv.
type valency uint16

const (
	needsTo     valency = 1 << iota // إلى
	needsOn                         // على
	needsFrom                       // من
	needsBy                         // ب
	needsFor                        // ل
	needsThat                       // أن
	needsObject                     // a noun
	needsNoun                       // the word is a verbal noun
)

// loadValency reads the verbs and verbal nouns that need a complement.
func (x *lexicon) loadValency() {
	names := map[string]valency{"\u0627\u0644\u064A": needsTo, "\u0639\u0644\u064A": needsOn, "\u0645\u0646": needsFrom, "\u0628": needsBy, "\u0644": needsFor, "\u0627\u0646": needsThat, "object": needsObject} // إلى على من ب ل أن
	forms := map[string]valency{}
	for _, r := range table.Rows("valency.tsv", valencyTable, 4) {
		v := valency(0)
		for w := range strings.FieldsSeq(r[2]) {
			v |= names[arabic.Key(w)]
		}
		for _, form := range verbForms(r[0], r[1]) {
			forms[form] = v
		}
		if noun := arabic.Key(r[3]); noun != "-" {
			base := strings.TrimSuffix(noun, "\u0647") // ة before a pronoun
			if base != noun {
				base += "\u062A"
			}
			for _, form := range [...]string{noun, base + "\u0647", base + "\u0647\u0627", base + "\u0647\u0645"} { // ه ها هم
				forms[form] = v | needsNoun
			}
		}
	}
	x.valency = table.NewIndex(forms)
}

// need is a word and the tokens after it that may be the complement it needs.
type need struct {
	head int
	at   []int
}

// longNeed is how many tokens after a word its complement is looked for.
const longNeed = 45

// findNeeds finds the words of f that need a complement and have one.
func (f *frame) findNeeds() {
	for i := f.first; i+2 < f.last; i++ {
		if !f.outside(i) || f.s.t.Tokens[i].Kind != arabic.Word {
			continue
		}
		v := f.s.lex.valency.Of(f.s.bareNorm(i))
		switch m := f.s.marks[i]; {
		case v == 0 || f.s.held[i] != 0:
			continue
		case v&needsNoun != 0 && i > f.first && m&verb == 0:
			v &^= needsObject
		case m&nominal != 0 && i != f.verbAt() && f.s.marks[i-1]&relative == 0, f.pays(i):
			continue
		}
		if n := f.need(i, v); len(n.at) > 0 {
			f.needs = append(f.needs, n)
		}
	}
}

// pays reports whether the complement of the verb at i stands right after it: a "that", a
// preposition with its pronoun, or an object where the subject comes before the verb or an
// act cannot be it.
func (f *frame) pays(i int) bool {
	t, m := f.s.t.Tokens, f.s.marks
	if m[i+1]&that != 0 || f.possessed(i+1) && (f.s.preposition(i+1) || strings.HasPrefix(t[i+1].Norm, "\u0628") && len(t[i+1].Norm) <= 8) { // «بها»
		return true
	}
	if f.s.preposition(i+1) || t[i+1].Kind != arabic.Word {
		return false
	}
	bare, _ := arabic.Bare(t[i+1].Norm)
	return actNoun(bare) || f.s.joined[i] && f.possessed(i+1) || i > f.first && !f.s.joined[i] && (m[i-1]&relative != 0 || t[i-1].Kind == arabic.Word && m[i-1]&(that|open) == 0)
}

// need collects what may be the complement of the word at i, v: those of «بـ» and «لـ»
// that lead to an act, where there are any.
func (f *frame) need(i int, v valency) need {
	n, acts := need{head: i}, false
	for k := i + 1; k < f.last && k < i+longNeed; k++ {
		if !f.outside(k) {
			continue
		}
		if f.s.marks[k]&that != 0 {
			if v&needsThat != 0 && !f.s.joined[k] {
				return need{i, append(n.at, k)}
			}
			break
		}
		if k > i+1 && f.closesClause(k) {
			break
		}
		ok, act := f.completes(i, k, v)
		if !ok || acts && !act {
			continue
		}
		if act && !acts && v&needsObject == 0 && len(n.at) > 0 && f.written(n.at[len(n.at)-1]) && f.written(k) {
			n.at, acts = nil, true
		}
		n.at = append(n.at, k)
	}
	return n
}

// written reports whether the preposition at token k is «ب», written with its word, which
// may also tell the place.
func (f *frame) written(k int) bool { return strings.HasPrefix(f.s.t.Tokens[k].Norm, "\u0628") } // beh

// closesClause reports whether another clause than that of the word before it begins
// at token k: what stands after it completes nothing before it.
func (f *frame) closesClause(k int) bool {
	m := f.s.marks[k]
	if m&verb != 0 && m&nominal == 0 {
		return (f.s.joined[k] || m&saying != 0 || comma(f.s.t.Tokens[k-1])) && f.s.marks[k-1]&relative == 0
	}
	c, _ := f.s.cue(k, f.last)
	return c == remark || c == limiting || c == tail && f.turns(k)
}

// completes reports whether token k may be the complement v of the word at i, and
// whether it leads to an act.
func (f *frame) completes(i, k int, v valency) (ok, act bool) {
	for bit, p := range [...]string{"\u0627\u0644\u064A", "\u0639\u0644\u064A", "\u0645\u0646", "\u0628"} { // إلى على من ب
		if v&(1<<bit) != 0 && f.to(k, p) && !f.compares(k-1) {
			return f.s.bareNorm(k-1) != "\u0628\u0627\u0644\u0627\u0636\u0627\u0641\u0647", f.leads(k) // بالإضافة
		}
	}
	n := f.s.t.Tokens[k].Norm
	if v&needsFor != 0 {
		rest, ok := strings.CutPrefix(n, "\u0644") // lam
		if ok && (actNoun(rest) || actNoun(strings.TrimPrefix(rest, "\u0644")) || f.s.lex.marks[rest]&(present|nominal) == present) {
			return true, true
		}
	}
	return v&needsObject != 0 && f.secondNoun(i, k), false
}

// secondNoun reports whether a noun begins at token k that is neither the subject of
// the verb at i nor a part of it: one without the article behind a noun that is whole,
// or the first word of the clause where that cannot be the subject.
func (f *frame) secondNoun(i, k int) bool {
	t := f.s.t.Tokens
	w, m := t[k], f.s.marks[k]
	if w.Kind != arabic.Word && w.Kind != arabic.Digits || f.s.joined[k] || f.s.preposition(k) || f.s.clitic(k) || m&(that|relative|open|pointing|denying) != 0 || m&verb != 0 && m&nominal == 0 || f.dated(k) || f.s.day(k) {
		return false
	}
	if f.counts(k) {
		return true
	}
	if w.Norm == "\u062A\u062D\u062A" || w.Norm == "\u0641\u0648\u0642" || w.Norm == "\u0636\u0645\u0646" || w.Norm == "\u0628\u064A\u0646" || w.Norm == "\u0639\u0628\u0631" || w.Norm == "\u0644\u062F\u064A" || w.Norm == "\u0646\u062D\u0648" { // تحت فوق ضمن بين عبر لدى نحو
		return false
	}
	if c, _ := f.s.cue(k, f.last); c != none {
		return false
	}
	if k == i+1 {
		return f.loose(k)
	}
	if f.s.held[k] != 0 && f.s.held[k] == f.s.held[k-1] {
		return false
	}
	if comma(t[k-1]) {
		return !f.s.person[k]
	}
	if definite(w) || f.s.held[k] != 0 {
		return false
	}
	return f.s.held[k-1] != 0 || definite(t[k-1]) && !f.s.preposition(k-1) || f.possessed(k-1) || f.dated(k-1)
}

// possessed reports whether token i ends in a pronoun, which «ة» is not.
func (f *frame) possessed(i int) bool {
	t := f.s.t.Tokens[i]
	return suffixed(t.Norm) && !strings.HasSuffix(t.Of(f.s.t.Source), "\u0629")
}

// loose reports whether the noun at token k has no article and governs no noun that has
// one, as a subject seldom is: «صعوبات كبيرة في…», not «شركات نقل البضائع».
func (f *frame) loose(k int) bool {
	for t := f.s.t.Tokens; k < f.last && t[k].Kind == arabic.Word && !f.s.preposition(k) && !f.s.joined[k] && f.s.marks[k]&open == 0; k++ {
		if definite(t[k]) || f.s.held[k] != 0 || f.possessed(k) {
			return false
		}
	}
	return true
}

// fed reports whether every word that what is left of f keeps has its complement, where
// the sentence has one; kept says which tokens are left.
func (f *frame) fed(kept func(int) bool) bool {
next:
	for _, n := range f.needs {
		if !kept(n.head) {
			continue
		}
		for _, k := range n.at {
			if kept(k) {
				continue next
			}
		}
		return false
	}
	return true
}

// unqualified reports whether token i is an indefinite noun whose only adjective was cut
// after it: «وسط إجراءات [مشددة]», or the first word of a pair with the word that
// both govern: «مراجعة [وتنفيذ القرار]».
func (f *frame) unqualified(i int) bool {
	t := f.s.t.Tokens
	if i <= f.first || i+1 >= f.last || !f.outside(i) || !f.outside(i+1) {
		return false
	}
	w, next := t[i], t[i+1]
	if w.Kind != arabic.Word || next.Kind != arabic.Word || f.s.marks[i]&^(nominal|ownWaw) != 0 || f.s.marks[i+1]&^ownWaw != 0 || definite(w) || definite(next) {
		return false
	}
	if f.s.held[i] != 0 || f.s.held[i+1] != 0 || f.s.joined[i+1] || f.s.preposition(i+1) || f.s.preposition(i) && len(w.Norm) <= 6 || f.dated(i) || f.dated(i+1) || f.s.day(i+1) {
		return false
	}
	if strings.HasPrefix(next.Norm, "\u0644") || strings.HasPrefix(next.Norm, "\u0628") { // «أمني [لمراسلة…]»
		return false
	}
	if c, _ := f.s.cue(i+1, f.last); c != none && (c != remark || f.governs(i+2)) {
		return false
	}
	return strings.HasSuffix(next.Norm, "\u0647") && !suffixed(next.Norm) || strings.HasSuffix(next.Of(f.s.t.Source), "\u0629") || tanwin(w) && tanwin(next) // ة
}

// parted reports whether the noun on token i is parted from the word that it
// governs or that leads to what it acts on: «الأشغال وتجديد [السوق]», «والتفويت [في…]».
func (f *frame) parted(i int) bool {
	t := f.s.t.Tokens
	if i <= f.first+1 || i+1 >= f.last || !f.outside(i) || !f.outside(i+1) || t[i].Kind != arabic.Word || t[i+1].Kind != arabic.Word || f.s.held[i] != 0 && f.s.held[i] != f.s.held[i+1] {
		return false
	}
	rest, joined := strings.CutPrefix(t[i].Norm, waw)
	bare, article := arabic.Bare(rest)
	if joined && f.s.joined[i] && actNoun(bare) && f.s.marks[i] == 0 {
		n := t[i+1].Norm
		return article && (n == "\u0641\u064A" || n == "\u0639\u0644\u064A" || n == "\u0639\u0646" || n == "\u0645\u0646") || !article && definite(t[i+1]) && !f.s.joined[i+1] // في على عن من
	}
	return false
}
