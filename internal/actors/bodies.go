package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of the names of bodies that describe themselves, such as ministries and
// committees. The learned tagger finds names proper; these are common words, so
// a grammar finds them, and only in an article (B0): a lone sentence, as in a
// headline or a caption, does not say which body it means.
//
//	B0  The text has at least three sentences, or a title.
//	B1  A body word opens the name («وزارة», «اللجنة»); words of its own follow.
//	B2  In construct («وزارة العمل»), nouns follow until one is definite or a
//	    name; indefinite ones only when a definite one or a name comes after.
//	B3  With the article («اللجنة الوطنية»), an adjective of relation, of a nation
//	    or of rank must follow; common words («الشركة») need more than a nation.
//	B4  Definite adjectives and nouns continue; «الماضي», «الجديد» and the like end it.
//	B5  A complement with lam continues («للضمان الاجتماعي», «لكرة القدم»).
//	B6  A noun joined with waw continues where bodies have such names
//	    («الإدماج الاقتصادي والمقاولة الصغرى»), unless it opens a name itself.
//	B7  A name that the tagger found continues; so does a name in quotation marks.
//	B8  Verbs, particles, days, titles, digits and punctuation end the name.

// longestBody is how many tokens the name of a body may have.
const longestBody = 14

// bodies finds the names of B1 to B8 and puts them among the mentions.
func (f *finder) bodies() {
	for i := 0; i < len(f.text.Tokens); i++ {
		if !f.opensBody(i) {
			continue
		}
		b := body{finder: f, head: i, class: f.view.Class(i)}
		end, ok := b.extent()
		if ok && f.put(i, end, news.Organization) {
			i = end - 1
			continue
		}
		if _, definite := arabic.Bare(f.view.Stem(i).Norm); definite && f.at[i] == 0 {
			f.bare = append(f.bare, i)
		}
	}
}

// opensBody reports whether a name of a body may begin at token i.
func (f *finder) opensBody(i int) bool {
	if f.view.Class(i)&tagger.Firm == 0 {
		return false
	}
	if m := f.at[i]; m != 0 && f.mentions[m-1].first != i {
		return false
	}
	if f.pronoun(i) || i > 0 && f.text.Tokens[i-1].Norm == cup {
		return false
	}
	if p := f.view.Stem(i).Prefix; f.view.Class(i)&tagger.Deed != 0 && p != "" && p != "\u0648" && !f.placeAt(i+1) {
		return false
	}
	if f.view.Class(i)&tagger.Generic != 0 && (f.located(i) || i > 0 && f.text.Tokens[i-1].Norm == from) {
		return false // «محتجون من بلدية كذا»: a place
	}
	if f.view.Class(i)&tagger.Office != 0 || i > 0 && f.joined(i-1) && ministries[f.view.Stem(i).Norm] && (f.view.Class(i-1)&(tagger.Office|tagger.Firm) != 0 || f.definite(i-1)) {
		return false
	}
	return true
}

// pronoun reports whether the indefinite word at token i ends with a pronoun
// that only folding makes the feminine ending («مكتبه الجهوي»).
func (f *finder) pronoun(i int) bool {
	return !f.definite(i) && strings.HasSuffix(f.text.Tokens[i].Of(f.text.Source), "\u0647") && i+1 < len(f.text.Tokens) && f.definite(i+1)
}

// placeAt reports whether the name of a place begins at token i.
func (f *finder) placeAt(i int) bool {
	return i < len(f.at) && f.at[i] != 0 && f.mentions[f.at[i]-1].first == i && f.mentions[f.at[i]-1].kind == news.Location && f.view.Stem(i).Prefix == ""
}

// ofState are bodies of state that take no complement with lam: ministry, government.
var ofState = map[string]bool{
	"\u0648\u0632\u0627\u0631\u0647": true, "\u062D\u0643\u0648\u0645\u0647": true, "\u0627\u0644\u062D\u0643\u0648\u0645\u0647": true,
}

// ministries are the words that stand for a ministry by themselves, "the
// foreign" and "the interior".
var ministries = map[string]bool{
	"\u0627\u0644\u062E\u0627\u0631\u062C\u064A\u0647": true, "\u0627\u0644\u062F\u0627\u062E\u0644\u064A\u0647": true,
}

// body is a name of a body being read.
type body struct {
	*finder
	head    int
	class   tagger.Class
	settled bool // the last word was definite or a name
	proper  bool // a name of its own is part of it
	closed  bool // the tagger ended it
	nation  bool // an adjective of a nation is
	nouns   int  // definite words and names so far
	lam     bool // a complement with lam has come
	waws    int  // nouns that waw joined
}

// extent returns the token after the name, and whether there is one.
func (b *body) extent() (end int, ok bool) {
	_, definite := arabic.Bare(b.view.Stem(b.head).Norm)
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
	if definite {
		return end, b.proper || b.relation(b.head+1) && (b.class&tagger.Weak == 0 || b.nation || b.nouns > 1)
	}
	if b.class&tagger.Weak != 0 {
		bits, known := b.view.Known(b.head)
		return end, b.proper || b.nation && b.nouns > 1 || bits&tagger.KnownBody != 0 && known <= end
	}
	if b.class&tagger.Deed != 0 && b.nouns == 1 && b.view.Class(b.head+1)&(tagger.Firm|tagger.Body) != 0 && b.at[b.head+1] == 0 {
		return end, false // «إدارة النادي»: which one the article does not say here
	}
	if b.nouns == 1 && !b.proper && b.view.Stem(b.head).Norm == running && (b.view.Stem(b.head).Prefix != "" || b.head > 0 && b.view.Class(b.head-1)&tagger.Office != 0) {
		return end, false // «مدير إدارة الإنتاج»
	}
	return end, b.proper || b.nouns > 1 || b.class&(tagger.Joint|tagger.Sole) != 0 || b.class&tagger.Naming == 0
}

// relation reports whether token i, the first after a definite head, is an
// adjective that makes a name of it (B3).
func (b *body) relation(i int) bool {
	norm := b.view.Stem(i).Norm
	if b.view.Class(i)&tagger.Nation != 0 {
		return b.class&tagger.Sole != 0 || b.class&tagger.Joint != 0 && b.nouns > 1 || b.nouns > 1 && b.lam
	}
	if b.class&tagger.Memorial != 0 && b.nouns == 1 {
		return false // «المستشفى الجهوي»: which one the article does not say
	}
	bare, definite := arabic.Bare(norm)
	if ranks[bare] {
		return true
	}
	isNisba := strings.HasSuffix(bare, "\u064A") || strings.HasSuffix(bare, "\u064A\u0647")
	return definite && isNisba && (b.class&tagger.Naming == 0 || b.nouns > 1)
}

// ranks are adjectives of bodies that end otherwise: general, permanent,
// supreme, united, armed, central, high.
var ranks = map[string]bool{
	"\u0639\u0627\u0645": true, "\u0639\u0627\u0645\u0647": true, "\u062F\u0627\u0626\u0645\u0647": true, "\u0639\u0644\u064A\u0627": true,
	"\u0627\u0639\u0644\u064A": true, "\u0645\u062A\u062D\u062F\u0647": true, "\u0645\u0633\u0644\u062D\u0647": true, "\u0645\u0648\u062D\u062F": true,
	"\u0645\u0646\u0638\u0645\u0647": true, "\u0645\u0631\u0643\u0632\u064A": true, "\u0645\u0631\u0643\u0632\u064A\u0647": true, "\u0645\u0648\u062D\u062F\u0647": true, "\u0645\u0633\u062A\u0642\u0644\u0647": true, "\u0645\u0634\u062A\u0631\u0643\u0647": true, "\u0627\u0639\u0644\u0627": true,
}

// step returns how many tokens from i on continue the name, 0 for none.
func (b *body) step(i int) int {
	w, c, s := b.text.Tokens[i], b.view.Class(i), b.view.Stem(i)
	switch {
	case w.Kind == arabic.Punct:
		return b.quoted(i)
	case w.Kind != arabic.Word:
		return 0
	case c&tagger.Area != 0 && b.class&tagger.Weak != 0 && b.nouns == 0 && !b.definite(i):
		return 0 // «حركة معبر كذا»
	case b.at[i] != 0 && b.mentions[b.at[i]-1].first != b.head:
		return b.inner(i)
	case b.at[i] != 0 && i == b.mentions[b.at[i]-1].last-1 && c&(tagger.Function|tagger.Vague|tagger.Weekday) == 0 && s.Prefix == "":
		b.settled, b.proper, b.closed, b.nation = true, true, true, b.nation || c&tagger.Nation != 0 // the tagger ended the name here
		b.nouns++
		return 1
	}
	stops := tagger.Function | tagger.Weekday | tagger.Month | tagger.Vague | tagger.Unit
	if b.nouns > 0 || b.definiteHead() || i+1 < len(b.text.Tokens) && b.at[i+1] == 0 && b.definite(i+1) {
		stops |= tagger.Title // «مكتبة الملك فلان», but not «الحكومة السيد فلان»
	}
	if n := b.within(i); n > 0 || c&stops != 0 && c&tagger.Nation == 0 {
		return n
	}
	bare, definite := arabic.Bare(s.Norm)
	if !definite && c&(tagger.Says|tagger.Acts) != 0 {
		return 0
	}
	switch s.Prefix {
	case "":
		return b.plain(i, bare, definite)
	case "\u0644": // lam
		if !b.settled || b.lam || ofState[b.view.Stem(b.head).Norm] || b.class&tagger.Sole != 0 && b.nation && b.class&tagger.Joint == 0 || !definite && !b.leads(i+1) {
			return 0
		}
		if c&tagger.Area != 0 && b.class&(tagger.Naming|tagger.Sole) != 0 && b.class&tagger.Joint == 0 || !definite && c&tagger.Office != 0 {
			return 0 // «وصل الفريق الشبابي لمدينة كذا», «صرح الحرس البحري لمراسل كذا»
		}
		if !definite && !b.definiteHead() && !b.proper && b.waws == 0 && (c&tagger.Firm == 0 || media[s.Norm]) {
			return 0 // «هيئة الدفاع لاستدعاء المتهمين»
		}
		if !definite && (b.closed && (b.class&tagger.Joint == 0 || c&(tagger.Body|tagger.Office) != 0) || b.class&(tagger.Sole|tagger.Joint) == tagger.Sole) && !b.placeAt(i+1) && s.Norm != affairs && s.Norm != ball {
			return 0 // «النيابة العمومية لإتلاف المحجوز», «حركة كذا لوكالة كذا»
		}
		b.lam, b.settled = true, definite
		b.nouns++
		return 1
	case "\u0648": // waw
		if !definite && b.waws > 0 && b.settled && !b.nation && c&(tagger.Body|tagger.Office|tagger.Area) == 0 && b.head+1 < i && i+1 < len(b.text.Tokens) && b.at[i+1] == 0 && b.definite(i+1) && b.leads(i+1) {
			b.settled = false
			return 1 // «والاتصالات وتقنية المعلومات»
		}
		if !b.settled || !definite || c&(tagger.Firm|tagger.Office|tagger.Nation) != 0 || b.class&tagger.Joint == 0 && !b.lam || b.nation && !b.lam {
			return 0
		}
		b.nouns++
		b.waws++
		return 1
	}
	return 0
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
		b.proper = b.proper || b.nouns == 0 && c == 0 && b.view.Rare(i) && b.class&tagger.Brand != 0 && !b.definiteHead()
		b.settled = true
		b.nouns++
		return 1
	}
	if b.settled && i > b.head+1 || b.settled && b.definiteHead() {
		return 0
	}
	if f := b.text.Tokens[i].Norm; inflected(f) {
		return 0
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

// qualified reports whether the definite word at token i, bare without its
// article, may stand behind a settled name: not «مجلس الوزراء الملف».
func (b *body) qualified(i int, bare string) bool {
	c := b.view.Class(i)
	if b.proper && b.class&tagger.Naming != 0 && (c&tagger.Nation != 0 && b.class&tagger.Brand != 0 || c&tagger.Office != 0) {
		return false // «نادي برشلونة الإسباني»
	}
	if c&(tagger.Area|tagger.Thing|tagger.Match|tagger.Kin) != 0 && c&tagger.Nation == 0 && !strings.HasSuffix(bare, "\u064A") && !strings.HasSuffix(bare, "\u0647") && !ranks[bare] {
		return false // «دخل فريق كذا الملعب»
	}
	if b.definiteHead() && !b.lam && c&(tagger.Match|tagger.Firm) != 0 {
		return false // «النادي الإفريقي الجولة الرابعة»
	}
	if b.definiteHead() && !b.proper || c&tagger.Nation != 0 || b.view.Stem(i-1).Prefix != "" || qualifies(bare) {
		return true
	}
	plural := strings.HasSuffix(bare, "\u064A\u0646") && strings.HasSuffix(b.text.Tokens[i-1].Norm, "\u064A\u0646")
	return plural || b.view.NameUse(i)>>2&3 != 0 && b.view.NameUse(i-1)&3 != 0
}

// qualifies reports whether a word without its article looks like an adjective:
// of relation or of rank, in the feminine, or a participle.
func qualifies(bare string) bool {
	return ranks[bare] || strings.HasSuffix(bare, "\u064A") || strings.HasSuffix(bare, "\u064A\u064A\u0646") || strings.HasSuffix(bare, "\u0647") || strings.HasPrefix(bare, "\u0645") && len(bare) > 6 ||
		strings.HasPrefix(bare, "\u0627") && len(bare) == 8
}

// participle reports whether token i looks like a participle or an adjective of
// relation that agrees with the head («شركة متعاقدة», «جمعية خيرية»).
func (b *body) participle(i int) bool {
	head, w := b.view.Stem(b.head).Norm, b.text.Tokens[i].Norm
	if !strings.HasSuffix(head, "\u0647") || !strings.HasSuffix(w, "\u0647") {
		return false
	}
	return strings.HasPrefix(w, "\u0645") && len(w) > 8 || strings.HasSuffix(w, "\u064A\u0647")
}

// inflected reports whether a word has an ending that no word inside a name has,
// a pronoun, or the beginning of a verb.
func inflected(norm string) bool {
	for _, p := range []string{"\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0646\u0627"} {
		if strings.HasSuffix(norm, p) {
			return true
		}
	}
	return strings.HasPrefix(norm, "\u064A") && len(norm) > 8
}

func (b *body) definiteHead() bool {
	_, definite := arabic.Bare(b.view.Stem(b.head).Norm)
	return definite
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
		if _, definite := arabic.Bare(b.view.Stem(k).Norm); definite {
			return c&tagger.Vague == 0
		}
	}
	return false
}

// inner takes in a name that the tagger found (B7).
func (b *body) inner(i int) int {
	m := &b.mentions[b.at[i]-1]
	if m.first != i {
		return 0
	}
	prefix := b.view.Stem(i).Prefix
	if prefix != "" && (prefix != "\u0644" || !b.settled) || prefix == "" && m.Start > b.text.Tokens[i].Start {
		return 0
	}
	if m.kind == news.Person && b.class&tagger.Memorial != 0 && b.settled && b.definiteHead() && prefix == "" && b.nouns == 1 && (b.head == 0 || b.view.Class(b.head-1)&tagger.Office == 0) {
		b.settled, b.proper, b.closed = true, true, true // «المستشفى الجامعي فرحات حشاد»
		b.nouns++
		return m.last - m.first
	}
	if b.settled && prefix == "" && (m.kind == news.Person || b.nouns > 0 && m.kind == news.Organization) {
		return 0
	}
	if m.kind == news.Person && (b.definiteHead() || i > b.head+1 && (b.class&(tagger.Joint|tagger.Sole) == tagger.Sole || b.view.Class(i-1)&(tagger.Title|tagger.Body|tagger.Kin) == 0)) {
		return 0 // «رئيس جامعة زيمبابوي فلان»
	}
	b.settled, b.proper = true, true
	b.nouns++
	return m.last - m.first
}

// within takes in the particles that stand inside some names: "of such kind",
// an inquiry into something, a mission in some place.
func (b *body) within(i int) int {
	norm := b.text.Tokens[i].Norm
	switch norm {
	case "\u0630\u0627\u062A", "\u0630\u0648\u064A":
		if b.leads(i + 1) {
			b.settled = false
			return 1
		}
	case "\u0645\u0646": // «للوقاية من حوادث الطرقات»
		if b.lam && b.view.Stem(i-1).Prefix == "\u0644" && b.leads(i+1) {
			b.settled = false
			return 1
		}
	case "\u0641\u064A":
		if i+1 >= len(b.text.Tokens) {
			return 0
		}
		if m := b.at[i+1]; m != 0 && b.mentions[m-1].kind == news.Location && posts[b.view.Stem(b.head).Norm] {
			return 1 + b.mentions[m-1].last - b.mentions[m-1].first
		}
		if inquiries[b.text.Tokens[i-1].Norm] && b.leads(i+1) {
			b.settled = false
			return 1
		}
	}
	return 0
}

// posts are bodies that are named with the place they are in: mission, embassy, consulate.
var posts = map[string]bool{
	"\u0628\u0639\u062B\u0647": true, "\u0627\u0644\u0628\u0639\u062B\u0647": true, "\u0633\u0641\u0627\u0631\u0647": true,
	"\u0627\u0644\u0633\u0641\u0627\u0631\u0647": true, "\u0642\u0646\u0635\u0644\u064A\u0647": true, "\u0627\u0644\u0642\u0646\u0635\u0644\u064A\u0647": true,
}

const (
	from    = "\u0645\u0646"
	running = "\u0627\u062F\u0627\u0631\u0647"
)

const ball = "\u0643\u0631\u0647"

const affairs = "\u0634\u0624\u0648\u0646"

// inquiries are nouns that govern with "in": inquiry, review.
var inquiries = map[string]bool{"\u0627\u0644\u062A\u062D\u0642\u064A\u0642": true, "\u0627\u0644\u0646\u0638\u0631": true}

// quoted takes in a name in quotation marks right after the head.
func (b *body) quoted(i int) int {
	if i != b.head+1 && (b.class&tagger.Memorial == 0 || !b.settled || b.nouns != 1) || b.class&tagger.Area != 0 {
		return 0
	}
	first, last, ok := b.quotation(i)
	if !ok {
		return 0
	}
	b.settled, b.proper = true, true
	b.nouns += last - first
	return last + 1 - i
}
