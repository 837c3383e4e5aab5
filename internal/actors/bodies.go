package actors

import (
	"slices"
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of the names of bodies that describe themselves, such as ministries and
// committees. The learned tagger finds names proper; these are common words, so
// a grammar finds them.
//
//	B0  In a text that is no article a body must show itself (telling.go).
//	B1  A body word opens the name («وزارة», «اللجنة»); words of its own follow.
//	B2  In construct («وزارة العمل»), nouns follow until one is definite or a
//	    name; indefinite ones only when a definite one or a name comes after.
//	B3  With the article («اللجنة الوطنية»), an adjective of relation, of a nation
//	    or of rank must follow; common words («الشركة») need more than a nation.
//	B4  Definite adjectives and nouns continue; «الماضي», «الجديد» and the like end it.
//	B5  A complement with lam continues («للضمان الاجتماعي», «لكرة القدم»).
//	B6  A noun joined with waw continues where bodies have such names
//	    («الإدماج الاقتصادي والمقاولة الصغرى»), unless it opens a name itself.
//	B7  A name that the tagger found continues, but a word that only says what
//	    sort of body it is («صحيفة», «نادي») stays outside of it. So does a name in
//	    quotation marks, which in a text that is no article stands alone.
//	B8  Verbs, particles, days, titles, digits and punctuation end the name.

// longestBody is how many tokens the name of a body may have.
const longestBody = 14

// bodies finds the names of B1 to B8 and puts them among the mentions.
func (f *finder) bodies() {
	for i := 0; i < len(f.text.Tokens); i++ {
		if !f.opensBody(i) || f.headless(i) {
			continue
		}
		b := body{finder: f, head: i, class: f.view.Class(i)}
		end, ok := b.extent()
		if ok && !f.article && !b.telling(end) {
			f.silent = append(f.silent, [2]int{i, end})
			i = end - 1
			continue
		}
		if ok && f.put(i, end, news.Organization) {
			i = end - 1
			continue
		}
		if arabic.IsDefinite(f.view.Stem(i).Norm) && f.at[i] == 0 {
			f.bare = append(f.bare, i)
		}
	}
}

// opensBody reports whether a name of a body may begin at token i.
func (f *finder) opensBody(i int) bool {
	if f.view.Class(i)&tagger.Firm == 0 {
		return false
	}
	if m := f.at[i]; m != 0 && (f.mentions[m-1].first != i || f.mentions[m-1].kind == news.Location && f.mentions[m-1].last > i+1) {
		return false // «الاتحاد السوفياتي» is a place
	}
	if f.pronoun(i) || f.afterCup(i) {
		return false
	}
	if s := f.view.Stem(i); f.view.Class(i)&tagger.Deed != 0 && s.Prefix != "" && s.Prefix != "\u0648" && s.Norm != union && !f.definite(i) && !f.placeAt(i+1) {
		return false
	}
	if f.view.Class(i)&tagger.Generic != 0 && (f.located(i) || i > 0 && f.text.Tokens[i-1].Norm == from) {
		return false // «محتجون من بلدية كذا»: a place
	}
	if f.view.Class(i)&tagger.Office != 0 || i > 0 && f.joined(i-1) && ministries[f.view.Stem(i).Norm] && (f.view.Class(i-1)&(tagger.Office|tagger.Firm) != 0 || f.definite(i-1) && f.view.Stem(i).Prefix == "") {
		return false
	}
	return true
}

// placeAt reports whether the name of a place begins at token i.
func (f *finder) placeAt(i int) bool {
	return i < len(f.at) && f.at[i] != 0 && f.mentions[f.at[i]-1].first == i && f.mentions[f.at[i]-1].kind == news.Location && f.view.Stem(i).Prefix == ""
}

// body is a name of a body being read.
type body struct {
	*finder
	head    int
	class   tagger.Class
	settled bool // the last word was definite or a name
	proper  bool // a name of its own is part of it
	place   bool // it is a place
	closed  bool // the tagger ended it
	named   bool // a common word names it
	nation  bool // an adjective of a nation is
	nouns   int  // definite words and names so far
	lam     bool // a complement with lam has come
	waws    int  // nouns that waw joined
}

// extent returns the token after the name, and whether there is one.
func (b *body) extent() (end int, ok bool) {
	definite := arabic.IsDefinite(b.view.Stem(b.head).Norm)
	b.settled = definite
	end = b.head + 1
	for next := end; next < len(b.text.Tokens) && next-b.head < longestBody && b.joined(next-1); {
		n := b.step(next)
		if n == 0 {
			break
		}
		next += n
		if b.settled {
			end = next
		}
	}
	if end == b.head+1 {
		return end, false
	}
	if definite && b.class&(tagger.Brand|tagger.Naming) != 0 && !b.proper && !b.lam && end < len(b.text.Tokens) && b.joined(end-1) && b.text.Tokens[end].Kind == arabic.Punct {
		if _, _, quoted := b.quotation(end); quoted {
			return end, false // «الصحيفة الاقتصادية "كذا"»
		}
	}
	if definite {
		return end, b.proper || b.relation(b.head+1) && (b.class&tagger.Weak == 0 || b.nation || b.nouns > 1)
	}
	if b.class&tagger.Weak != 0 {
		bits, known := b.view.Known(b.head)
		return end, b.proper && (!b.place || b.nouns > 1 || b.at[b.head+1] == 0 || b.view.Stem(b.head).Norm == station) || b.nation && b.nouns > 1 || b.class&tagger.Joint != 0 && b.nouns > 1 && b.relative(end-1) || bits&tagger.KnownBody != 0 && known <= end
	}
	if b.class&tagger.Deed != 0 && b.nouns == 1 && b.view.Class(b.head+1)&(tagger.Firm|tagger.Body) != 0 && b.at[b.head+1] == 0 {
		return end, false // «إدارة النادي»: which one the article does not say here
	}
	if c := b.view.Class(b.head + 1); b.nouns == 1 && !b.proper && !definite && (b.class&tagger.Memorial == 0 || c&tagger.Generic != 0) && c&(tagger.Firm|tagger.Generic) != 0 && c&(tagger.Sole|tagger.Side|tagger.Places) == 0 &&
		b.view.Stem(b.head+1).Prefix == "" && b.definite(b.head+1) && !ministries[b.view.Stem(b.head+1).Norm] {
		return end, false // «بلدية المدينة», «مجلس الإدارة»
	}
	if !b.proper && b.view.Stem(b.head).Norm == running && b.runs() {
		return end, false
	}
	return end, b.proper || b.named || b.nouns > 1 || b.class&(tagger.Joint|tagger.Sole) != 0 || b.class&tagger.Naming == 0
}

// step returns how many tokens from i on continue the name, 0 for none.
func (b *body) step(i int) int {
	w, c, s := b.text.Tokens[i], b.view.Class(i), b.view.Stem(i)
	if b.settled && b.class&(tagger.Joint|tagger.Brand) != 0 && b.class&tagger.Memorial == 0 && b.purpose(i) {
		s.Prefix, s.Norm = "\u0644", w.Norm[len("\u0644"):]
		c = tagger.Words().Of(s.Norm)
	}
	switch {
	case w.Kind == arabic.Punct:
		return b.quoted(i)
	case w.Kind == arabic.Latin && i == b.head+1 && b.class&tagger.Naming != 0:
		return b.latin(i)
	case w.Kind != arabic.Word:
		return 0
	case c&tagger.Area != 0 && b.class&tagger.Weak != 0 && b.nouns == 0 && !b.definite(i):
		return 0 // «حركة معبر كذا»
	case b.at[i] != 0 && b.mentions[b.at[i]-1].first != b.head:
		return b.inner(i)
	case b.at[i] != 0 && i == b.mentions[b.at[i]-1].last-1 && c&(tagger.Function|tagger.Vague|tagger.Weekday) == 0 && (c&tagger.Firm == 0 || b.definite(i)) && s.Prefix == "":
		b.settled, b.proper, b.closed, b.nation = true, true, true, b.nation || c&tagger.Nation != 0 // the tagger ended the name here
		b.nouns++
		return 1
	}
	if c&tagger.Title != 0 && b.nouns == 0 && s.Prefix == "" && b.settled == b.definiteHead() && !b.definiteHead() && i+1 < len(b.at) && b.at[i+1] != 0 && b.mentions[b.at[i+1]-1].kind == news.Person {
		return 1 // «مكتبة الملك فلان»
	}
	stops := tagger.Function | tagger.Weekday | tagger.Month | tagger.Vague | tagger.Unit
	if b.nouns > 0 || b.definiteHead() || i+1 < len(b.text.Tokens) && b.at[i+1] == 0 && b.definite(i+1) {
		stops |= tagger.Title // «مكتبة الملك فلان», but not «الحكومة السيد فلان»
	}
	if i == b.head+1 && called[b.view.Stem(b.head).Norm] && s.Prefix == "" && b.definite(i) {
		stops &^= tagger.Vague // «قناة التاسعة»
	}
	if n := b.within(i); n > 0 || c&stops != 0 && c&tagger.Nation == 0 {
		return n
	}
	bare, definite := arabic.Bare(s.Norm)
	if !definite && c&(tagger.Says|tagger.Acts) != 0 {
		return 0
	}
	if w.Norm == "\u0648" {
		return b.loneWaw(i)
	}
	switch s.Prefix {
	case "":
		return b.plain(i, bare, definite)
	case "\u0644":
		return b.complement(i, s, c)
	case "\u0628":
		if definite && b.settled && (governing[b.text.Tokens[i-1].Norm] || s.Norm == abroad) {
			b.nouns++
			return 1 // «وكالة النهوض بالاستثمار»
		}
	case "\u0648":
		return b.conjunct(i, c, definite)
	}
	return 0
}

// loneWaw reads a noun that a waw by itself joins («الصحة و السكان»).
func (b *body) loneWaw(i int) int {
	next := i + 1
	if next >= len(b.text.Tokens) || !b.joined(i) || b.at[next] != 0 || b.view.Stem(next).Prefix != "" || b.view.Class(next)&(tagger.Function|tagger.Body|tagger.Area) != 0 {
		return 0
	}
	if n := b.conjunct(next, b.view.Class(next), b.definite(next)); n > 0 {
		return 1 + n
	}
	return 0
}

// latin reads words in Latin letters («شركة PayPal»).
func (b *body) latin(i int) int {
	n := 1
	for i+n < len(b.text.Tokens) && b.text.Tokens[i+n].Kind == arabic.Latin && b.joined(i+n-1) && b.at[i+n] == 0 {
		n++
	}
	b.settled, b.proper, b.nouns = true, true, b.nouns+1
	return n
}

// complement reads a noun s of class c with lam (B5): "for the protection of".
func (b *body) complement(i int, s arabic.Stem, c tagger.Class) int {
	definite := arabic.IsDefinite(s.Norm)
	joint, sole := b.class&tagger.Joint != 0, b.class&tagger.Sole != 0
	if !b.settled || b.lam || ofState[b.view.Stem(b.head).Norm] || sole && b.nation && !joint && s.Norm != ball {
		return 0
	}
	if bits, end := b.view.Known(b.head); bits&tagger.KnownBody != 0 && end == i && sole {
		return 0 // «الاتحاد الأوروبي للشؤون الخارجية»
	}
	if c&tagger.Area != 0 && b.class&(tagger.Naming|tagger.Sole) != 0 && !joint {
		return 0 // «وصل الفريق الشبابي لمدينة كذا»
	}
	if next := i + 1; next < len(b.text.Tokens) && b.joined(i) && strings.HasPrefix(b.text.Tokens[next].Norm, withIt) && b.view.Class(next)&tagger.Function != 0 {
		return 0 // «سلم إلى ديوان كذا للتعهد به»
	}
	if i == b.head+2 && slices.Contains(fixed().Of(b.view.Stem(b.head).Norm), b.text.Tokens[i-1].Norm) {
		return 0 // «تسليمهم إلى الحرس الوطني للقيام بكذا»
	}
	if next := i + 1; definite && c&tagger.Office != 0 && next < len(b.text.Tokens) && b.joined(i) {
		if bare, _ := arabic.Bare(b.text.Tokens[next].Norm); b.personAt(next) || b.definite(next) && (ranks[bare] || b.view.Class(next)&tagger.Vague != 0) {
			return 0 // «تكريم جمعية كذا للأمين العام»
		}
	}
	n := 1
	if !definite {
		if n = b.deed(i, s, c); n == 0 {
			return 0
		}
	}
	b.lam, b.settled = true, definite
	b.nouns++
	return n
}

// deed returns how many tokens the indefinite nouns with lam at token i are, 0
// when they tell what the body is to do now and not what it is for.
func (b *body) deed(i int, s arabic.Stem, c tagger.Class) int {
	pair := i+1 < len(b.text.Tokens) && b.at[i+1] == 0 && b.joined(i) && b.view.Stem(i+1).Prefix == "\u0648" && !b.definite(i+1) && b.leads(i+2) // «لاستغلال وتوزيع المياه»
	if !pair && !b.leads(i+1) || c&tagger.Office != 0 {
		return 0 // «صرح الحرس البحري لمراسل كذا»
	}
	if !b.definiteHead() && !b.proper && b.waws == 0 && (c&tagger.Firm == 0 || c&tagger.Deed != 0 || media[s.Norm]) {
		return 0 // «هيئة الدفاع لاستدعاء المتهمين»
	}
	joint := b.class&tagger.Joint != 0
	usual := b.placeAt(i+1) || s.Norm == affairs || s.Norm == ball
	if head := b.view.Stem(b.head).Norm; b.proper && !usual && (called[head] || head == movement) {
		return 0 // «أمام مقر حركة كذا لمطالبة قيادتها»
	}
	if !usual && (b.view.Class(i+1)&tagger.Match != 0 || b.closed && (!joint || c&(tagger.Body|tagger.Office) != 0) || b.class&tagger.Sole != 0 && !joint) {
		return 0 // «النيابة العمومية لإتلاف المحجوز», «حركة كذا لوكالة كذا», «لحساب الجولة»
	}
	if pair {
		return 2
	}
	return 1
}

// conjunct reads a noun that waw joins (B6).
func (b *body) conjunct(i int, c tagger.Class, definite bool) int {
	if !definite && b.waws > 0 && b.settled && !b.nation && c&(tagger.Body|tagger.Office|tagger.Area) == 0 && b.head+1 < i && i+1 < len(b.text.Tokens) && b.at[i+1] == 0 && b.definite(i+1) && b.leads(i+1) {
		b.settled = false
		return 1 // «والاتصالات وتقنية المعلومات»
	}
	if h := b.view.Class(b.head + 1); b.nouns == 1 && !b.lam && !b.definiteHead() && b.definite(b.head+1) && h&(tagger.Firm|tagger.Generic) != 0 && h&tagger.Sole == 0 && !ministries[b.view.Stem(b.head+1).Norm] && b.at[b.head+1] == 0 {
		return 0 // «مجلس الإدارة والتراجع»
	}
	if !b.settled || !definite || c&(tagger.Firm|tagger.Office|tagger.Nation) != 0 || b.class&tagger.Joint == 0 && !b.lam || b.nation && !b.lam {
		return 0
	}
	b.nouns++
	b.waws++
	return 1
}

// plain reads a word without clitics.
func (b *body) plain(i int, bare string, definite bool) int {
	c := b.view.Class(i)
	if definite {
		if c&tagger.Office != 0 && b.nouns > 0 && !strings.HasSuffix(bare, "\u064A") {
			return 0
		}
		if b.nouns > 0 && b.settled && !b.qualified(i, bare) {
			return 0
		}
		b.nation = b.nation || c&tagger.Nation != 0
		if c&^tagger.Vague == 0 && i == b.head+1 && !b.definiteHead() {
			family := b.view.NameUse(i)>>2&3 != 0 && b.view.Level(i) <= 3
			b.proper = b.proper || b.view.Rare(i) && b.class&tagger.Brand != 0 || family && b.class&tagger.Weak != 0
			b.named = called[b.view.Stem(b.head).Norm]
		}
		b.settled = true
		b.nouns++
		return 1
	}
	if n := b.calledAfter(i); n > 0 {
		return n
	}
	if b.settled && i > b.head+1 || b.settled && b.definiteHead() {
		return 0
	}
	if inflected(b.text.Tokens[i].Norm) || i+1 < len(b.text.Tokens) && (b.view.Stem(i+1).Prefix == "\u0644" || b.purpose(i+1)) && !b.view.Rare(i) {
		return 0 // «لجنة دائمة لمكافحة كذا»
	}
	if bits, end := b.view.Known(i); c == 0 && end == i+1 && bits&(tagger.City|tagger.Town) != 0 && b.view.Level(i) <= 4 && b.class&(tagger.Naming|tagger.Memorial) != 0 && b.nouns == 0 {
		b.settled, b.proper = true, true // «نادي أبها الأدبي»
		b.nouns++
		return 1
	}
	if b.leads(i+1) || c&tagger.Firm != 0 && b.leads(i+2) {
		return 1
	}
	if b.view.Rare(i) && c == 0 && b.class&tagger.Naming != 0 && !b.participle(i) {
		b.settled, b.proper = true, true
		b.nouns++
		return 1
	}
	return 0
}

// runs reports whether the word for management tells what somebody runs, or nobody's
// own body: «المساهمة في إدارة كذا», «مدير إدارة الإنتاج», «إدارة البرنامج».
func (b *body) runs() bool {
	if k := b.head - 1; k > 0 && b.text.Tokens[k].Norm == within && b.view.Class(k-1)&tagger.Office == 0 {
		return true
	}
	office := b.head > 0 && b.view.Class(b.head-1)&tagger.Office != 0
	return b.nouns == 1 && (b.view.Stem(b.head).Prefix != "" || office || b.view.Class(b.head+1)&tagger.Thing != 0)
}

// calledAfter reads the name, unknown as one, after which a hospital or a school of
// some sort is called: «المستشفى الجامعي سهلول».
func (b *body) calledAfter(i int) int {
	if b.class&tagger.Memorial == 0 || !b.definiteHead() || !b.settled || b.nouns != 1 || b.view.Class(i)&^tagger.First != 0 || !b.nameable(i) {
		return 0
	}
	bits, end := b.view.Known(i)
	place := end == i+1 && bits&(tagger.City|tagger.Town) != 0 && b.view.Level(i) <= 4
	if _, town := townNames().Find(b.view.Stem(i).Norm); !b.given(i) && !place && !town && b.view.Level(i) > 1 {
		return 0
	}
	b.settled, b.proper, b.closed = true, true, true
	b.nouns++
	if next := i + 1; next < len(b.text.Tokens) && b.joined(i) && b.at[next] == 0 && b.nameable(next) && b.view.Class(next)&^tagger.First == 0 && b.view.Stem(next).Prefix == "" && b.view.Level(next) <= 3 {
		return 2
	}
	return 1
}

func (b *body) definiteHead() bool {
	return arabic.IsDefinite(b.view.Stem(b.head).Norm)
}

// leads reports whether a definite word, a name or a quotation stands at token
// i or, behind one indefinite word, after it.
func (b *body) leads(i int) bool {
	for k := i; k < i+2 && k < len(b.text.Tokens) && b.joined(k-1); k++ {
		w, c := b.text.Tokens[k], b.view.Class(k)
		if m := b.at[k]; m != 0 {
			return b.view.Stem(k).Prefix == "" && (b.mentions[m-1].kind != news.Person || k == i && b.view.Class(k-1)&(tagger.Title|tagger.Kin|tagger.Body) != 0)
		}
		if w.Kind != arabic.Word || b.view.Stem(k).Prefix != "" && b.view.Stem(k).Prefix != "\u0644" || c&(tagger.Function|tagger.Says|tagger.Acts|tagger.Weekday|tagger.Month|tagger.Title) != 0 {
			return false
		}
		if arabic.IsDefinite(b.view.Stem(k).Norm) {
			return c&tagger.Vague == 0
		}
	}
	return false
}
