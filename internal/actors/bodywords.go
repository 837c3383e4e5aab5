package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
)

// Which words may stand where in the name of a body (bodies.go).

// pronoun reports whether the indefinite word at token i ends with a pronoun
// that only folding makes the feminine ending («مكتبه الجهوي»).
func (f *finder) pronoun(i int) bool {
	if f.definite(i) || !strings.HasSuffix(f.text.Tokens[i].Of(f.text.Source), "\u0647") || i+1 >= len(f.text.Tokens) {
		return false
	}
	bare := strings.TrimSuffix(f.view.Stem(i).Norm, "\u0647")
	return f.definite(i+1) || tagger.Words().Of(bare)&tagger.Firm != 0
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

// relation reports whether token i, the first after a definite head, is an
// adjective that makes a name of it (B3).
func (b *body) relation(i int) bool {
	norm := b.view.Stem(i).Norm
	if b.view.Class(i)&tagger.Nation != 0 {
		return b.class&tagger.Sole != 0 || b.class&tagger.Joint != 0 && b.nouns > 1 || b.nouns > 1 && (b.lam || i+1 < len(b.text.Tokens) && b.view.Class(i+1)&tagger.Nation != 0)
	}
	if b.class&tagger.Memorial != 0 && b.nouns == 1 {
		return false // «المستشفى الجهوي»: which one the article does not say
	}
	bare, definite := arabic.Bare(norm)
	if ranks[bare] {
		return true
	}
	if b.view.Class(i)&tagger.Way != 0 {
		return false // «القطب الشمالي»
	}
	isNisba := strings.HasSuffix(bare, "\u064A") || strings.HasSuffix(bare, "\u064A\u0647")
	return definite && isNisba && (b.class&tagger.Naming == 0 || b.nouns > 1)
}

// relative reports whether token i is a definite adjective of relation that agrees
// with a noun before it («مركز البحوث العسكرية»).
func (b *body) relative(i int) bool {
	bare, definite := arabic.Bare(b.view.Stem(i).Norm)
	return definite && b.view.Class(i)&(tagger.Way|tagger.Vague) == 0 && (strings.HasSuffix(bare, "\u064A\u0647") || strings.HasSuffix(bare, "\u064A"))
}

// ranks are adjectives of bodies that end otherwise: general, permanent,
// supreme, united, armed, central, high.
var ranks = map[string]bool{
	"\u0639\u0627\u0645": true, "\u0639\u0627\u0645\u0647": true, "\u062F\u0627\u0626\u0645\u0647": true, "\u0639\u0644\u064A\u0627": true,
	"\u0627\u0639\u0644\u064A": true, "\u0645\u062A\u062D\u062F\u0647": true, "\u0645\u0633\u0644\u062D\u0647": true, "\u0645\u0648\u062D\u062F": true,
	"\u0645\u0646\u0638\u0645\u0647": true, "\u0645\u0631\u0643\u0632\u064A": true, "\u0645\u0631\u0643\u0632\u064A\u0647": true, "\u0645\u0648\u062D\u062F\u0647": true, "\u0645\u0633\u062A\u0642\u0644\u0647": true, "\u0645\u0634\u062A\u0631\u0643\u0647": true, "\u0627\u0639\u0644\u0627": true,
}

// purpose reports whether token i, which is read as one word, is lam and an
// indefinite noun («لمكافحة الفساد»).
func (f *finder) purpose(i int) bool {
	norm := f.text.Tokens[i].Norm
	if !strings.HasPrefix(norm, "\u0644") || len(norm) < 10 || f.view.Stem(i).Prefix != "" || f.view.Class(i) != 0 || f.at[i] != 0 || i+2 >= len(f.text.Tokens) || !f.joined(i) {
		return false
	}
	next := f.view.Stem(i + 1).Prefix
	return next == "" && f.definite(i+1) || next == "\u0648" && !f.definite(i+1) && f.definite(i+2) && f.joined(i+1)
}

// qualified reports whether the definite word at token i, bare without its
// article, may stand behind a settled name: not «مجلس الوزراء الملف».
func (b *body) qualified(i int, bare string) bool {
	c := b.view.Class(i)
	if next := i + 1; b.given(i) && b.view.NameUse(i-1)&3 == 0 && next < len(b.text.Tokens) && b.view.Stem(next).Prefix == "" && b.view.NameUse(next)>>2&3 != 0 && b.view.Class(next)&tagger.Function == 0 {
		return false // «حكومة تصريف الأعمال الحبيب الصيد»
	}
	if b.named && !strings.HasSuffix(bare, "\u064A\u064A\u0646") && !strings.HasSuffix(bare, "\u064A") && !strings.HasSuffix(bare, "\u064A\u0647") && !ranks[bare] {
		return false // «تصدرت قناة التاسعة المرتبة الأولى»
	}
	if b.proper && !b.definiteHead() && plural(bare) && c&tagger.Nation == 0 && !plural(b.text.Tokens[i-1].Norm) && !plural(b.view.Stem(b.head).Norm) {
		return false // «دعت جامعة كذا المرشحين»
	}
	if b.proper && b.class&tagger.Naming != 0 && (c&tagger.Nation != 0 && b.class&tagger.Brand != 0 || c&tagger.Office != 0) {
		return false // «نادي برشلونة الإسباني»
	}
	if c&(tagger.Area|tagger.Thing|tagger.Match|tagger.Kin) != 0 && c&tagger.Nation == 0 && !strings.HasSuffix(bare, "\u064A") && !strings.HasSuffix(bare, "\u0647") && !ranks[bare] {
		return false // «دخل فريق كذا الملعب»
	}
	if b.definiteHead() && !b.lam && c&(tagger.Match|tagger.Firm) != 0 {
		return false // «النادي الإفريقي الجولة الرابعة»
	}
	if b.definiteHead() && b.lam && c&tagger.Nation == 0 && b.definite(i-1) && b.view.Stem(i-1).Prefix == "" && !qualifies(bare) {
		return false
	}
	if b.definiteHead() && b.nation && b.class&tagger.Sole != 0 && b.class&tagger.Joint == 0 {
		return ranks[bare] || strings.HasSuffix(bare, "\u064A") || strings.HasSuffix(bare, "\u064A\u0647") // not «الجيش الأميركي المعتقلين»
	}
	if b.definiteHead() && !b.proper && !b.lam && c&tagger.Nation == 0 {
		return b.agrees(bare)
	}
	if b.definiteHead() && !b.proper || c&tagger.Nation != 0 || b.view.Stem(i-1).Prefix != "" || qualifies(bare) {
		return true
	}
	plural := strings.HasSuffix(bare, "\u064A\u0646") && strings.HasSuffix(b.text.Tokens[i-1].Norm, "\u064A\u0646")
	return plural || b.view.NameUse(i)>>2&3 != 0 && b.view.NameUse(i-1)&3 != 0
}

// agrees reports whether a definite word, bare without its article, may be one
// more adjective of a definite head: not «الفريق الموريسي النتيجة».
func (b *body) agrees(bare string) bool {
	head := b.view.Stem(b.head).Norm
	masculine := !strings.HasSuffix(head, "\u0647") && !strings.HasSuffix(head, "\u0627\u062A") && b.view.Class(b.head)&tagger.Plural == 0
	if masculine && strings.HasSuffix(bare, "\u0647") && !armies[head] {
		return false
	}
	return qualifies(bare)
}

// armies are heads in a plural that adjectives in the feminine agree with: forces, units.
var armies = map[string]bool{"\u0627\u0644\u0642\u0648\u064A": true, "\u0627\u0644\u062E\u0637\u0648\u0637": true}

// plural reports whether a word is a sound masculine plural by its form.
func plural(norm string) bool {
	return len(norm) > 8 && (strings.HasSuffix(norm, "\u064A\u0646") || strings.HasSuffix(norm, "\u0648\u0646"))
}

// qualifies reports whether a word without its article looks like an adjective:
// of relation or of rank, in the feminine, or a participle.
func qualifies(bare string) bool {
	if noNisba[bare] {
		return false
	}
	return ranks[bare] || strings.HasSuffix(bare, "\u064A") || strings.HasSuffix(bare, "\u064A\u064A\u0646") || strings.HasSuffix(bare, "\u0647") || strings.HasPrefix(bare, "\u0645") && len(bare) > 6 ||
		len(bare) == 8 && (strings.HasPrefix(bare, "\u0627") || bare[4:6] == "\u064A")
}

// noNisba are nouns that end as adjectives of relation do when folded: complaint,
// level, hospital, suit, anniversary, verdict.
var noNisba = map[string]bool{
	"\u0634\u0643\u0648\u064A": true, "\u0645\u0633\u062A\u0648\u064A": true, "\u0645\u0633\u062A\u0634\u0641\u064A": true,
	"\u062F\u0639\u0648\u064A": true, "\u0630\u0643\u0631\u064A": true, "\u0641\u062A\u0648\u064A": true,
}

// called are bodies that a single common word may name: party, channel, paper.
var called = map[string]bool{
	"\u062D\u0632\u0628": true, "\u0642\u0646\u0627\u0647": true, "\u0635\u062D\u064A\u0641\u0647": true, "\u062C\u0631\u064A\u062F\u0647": true,
	"\u0627\u0630\u0627\u0639\u0647": true,
}

// governing are nouns that govern with beh: promotion, care, advancement.
var governing = map[string]bool{
	"\u0627\u0644\u0646\u0647\u0648\u0636": true, "\u0627\u0644\u0639\u0646\u0627\u064A\u0647": true, "\u0627\u0644\u0627\u0631\u062A\u0642\u0627\u0621": true,
}

// participle reports whether token i looks like a participle or an adjective of
// relation that agrees with the head («شركة متعاقدة», «جمعية خيرية»).
func (b *body) participle(i int) bool {
	head, w := b.view.Stem(b.head).Norm, b.text.Tokens[i].Norm
	if !strings.HasSuffix(head, "\u0647") && strings.HasSuffix(w, "\u064A") && b.view.NameUse(i) == 0 && len(w) >= 10 {
		return true // «فريق إغاثي»
	}
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

// posts are bodies that are named with the place they are in: mission, embassy, consulate.
var posts = map[string]bool{
	"\u0628\u0639\u062B\u0647": true, "\u0627\u0644\u0628\u0639\u062B\u0647": true, "\u0633\u0641\u0627\u0631\u0647": true,
	"\u0627\u0644\u0633\u0641\u0627\u0631\u0647": true, "\u0642\u0646\u0635\u0644\u064A\u0647": true, "\u0627\u0644\u0642\u0646\u0635\u0644\u064A\u0647": true,
}

// Words that the rules of bodies name: from, union, management, ball, affairs.
const (
	movement  = "\u062D\u0631\u0643\u0647"
	abroad    = "\u0627\u0644\u062E\u0627\u0631\u062C"
	insurance = "\u062A\u0627\u0645\u064A\u0646"
	defense   = "\u062F\u0641\u0627\u0639"
	ball      = "\u0643\u0631\u0647"
	affairs   = "\u0634\u0624\u0648\u0646"
	withIt    = "\u0628\u0647" // «به», «بها», «بهم»
	within    = "\u0641\u064A"
	from      = "\u0645\u0646"
	union     = "\u0627\u062A\u062D\u0627\u062F"
	running   = "\u0627\u062F\u0627\u0631\u0647"
)

// inquiries are nouns that govern with "in": inquiry, review.
var inquiries = map[string]bool{"\u0627\u0644\u062A\u062D\u0642\u064A\u0642": true, "\u0627\u0644\u0646\u0638\u0631": true}
