package quotes

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// Act is what a speaker does by speaking.
type Act string

// The acts that callers ask for; others are in data/speech.tsv.
const (
	Claim  Act = "claim"
	Accuse Act = "accuse"
	Deny   Act = "deny"
	Expect Act = "expect"
)

// Form is how a cue of speech is built.
type Form uint8

// The forms: «قال», «يقول», «قائلا», «قوله», «بحسب».
const (
	Perfect Form = iota
	Imperfect
	Participle
	Noun
	Source
)

// Cue is a word that says that somebody says something.
type Cue struct {
	Verb   string // folded perfect, the same for all forms: "قال"; the word itself for a source
	Act    Act
	Form   Form
	Weak   bool // has other common meanings
	Object bool // carries an object pronoun: «وصفته», «قوله»
}

//go:embed data/speech.tsv
var speechTSV string

//go:embed data/sources.tsv
var sourcesTSV string

// cues holds every inflected form of data/speech.tsv and the words of
// data/sources.tsv, folded.
var cues = sync.OnceValue(func() *table.Index[Cue] {
	m := map[string]Cue{}
	add := func(c Cue, forms ...string) {
		for _, f := range forms {
			if old, ok := m[f]; !ok || old.Weak && !c.Weak {
				m[f] = c
			}
		}
	}
	for _, r := range table.Rows("speech.tsv", speechTSV, 6) {
		for i := range 4 {
			r[i] = arabic.Key(r[i])
		}
		c := Cue{Verb: r[0], Act: Act(r[4]), Weak: r[5] == "weak"}
		inflect(c, r[:4], add)
	}
	for _, r := range table.Rows("sources.tsv", sourcesTSV, 2) {
		w := arabic.Key(r[0])
		add(Cue{Verb: w, Act: "say", Form: Source, Weak: r[1] == "weak"}, w)
		add(Cue{Verb: w, Act: "say", Form: Source, Weak: r[1] == "weak", Object: true}, w+"ه", w+"ها", w+"هم")
	}
	return table.NewIndex(m)
})

// inflect adds the forms of one verb: perfect, imperfect, participle, noun.
// A final weak letter goes before the endings of the feminine and the plural.
func inflect(c Cue, row []string, add func(Cue, ...string)) {
	bend := func(c Cue, w string, endings ...string) {
		short, weak := strings.CutSuffix(w, "ي")
		if !weak {
			short, weak = strings.CutSuffix(w, "ا")
		}
		for _, e := range endings {
			base := w
			if weak && (e == "ت" || e == "تا" || e == "وا" || e == "ون") {
				base = short
			}
			add(c, base+e)
		}
		c.Object = true
		fem := w + "ت"
		if weak {
			fem = short + "ت"
		}
		if c.Form == Perfect {
			add(c, fem+"ه", fem+"ها", fem+"هم")
		}
		add(c, w+"ه", w+"ها", w+"هم", strings.TrimSuffix(w, "ي")+"اه", short+"وه")
	}
	c.Form = Perfect
	if c.Weak { // the dual of many is a common noun or adverb («رحبا», «كتابا»)
		bend(c, row[0], "", "ت", "وا")
	} else {
		bend(c, row[0], "", "ت", "ا", "تا", "وا")
	}
	if y := row[1]; y != "-" {
		c.Form = Imperfect
		bend(c, y, "", "ان", "ون", "وا")
		if rest, ok := strings.CutPrefix(y, "ي"); ok {
			bend(c, "ت"+rest, "", "ان")
			bend(c, "ن"+rest, "")
		}
	}
	if p := row[2]; p != "-" {
		c.Form = Participle
		stem := strings.TrimSuffix(p, "ا")
		add(c, p, stem+"ه", stem+"ين", stem+"ات")
	}
	if n := row[3]; n != "-" {
		c.Form, c.Weak = Noun, true
		stem := n
		if s, ok := strings.CutSuffix(n, "ه"); ok {
			stem = s + "ت"
		}
		add(c, n)
		c.Object = true
		add(c, stem+"ه", stem+"ها", stem+"هم")
	}
}

// CueAt returns the cue of speech that word i of t is, behind its clitics.
func CueAt(t *arabic.Text, i int) (Cue, bool) {
	w := t.Tokens[i]
	if w.Kind != arabic.Word {
		return Cue{}, false
	}
	m := cues()
	if c, ok := m.Find(w.Norm); ok {
		if c.Object && strings.HasSuffix(w.Of(t.Source), "ة") { // «دعوة», no «دعوه»
			c.Form, c.Object, c.Weak = Noun, false, true
		}
		return c, !impersonal(t, i)
	}
	for _, prefix := range cliticsOf(w.Norm) {
		rest, ok := strings.CutPrefix(w.Norm, prefix)
		if !ok {
			continue
		}
		c, ok := m.Find(rest)
		switch {
		case !ok:
		case strings.HasSuffix(prefix, "س") && c.Form != Imperfect:
		case strings.HasSuffix(prefix, "ال") && c.Form != Noun, (prefix == "ب" || prefix == "ل" || prefix == "ول") && c.Form != Noun:
		default:
			return c, !impersonal(t, i)
		}
	}
	return Cue{}, false
}

// cliticsOf returns the clitics of cues that begin with the first letter of a word.
func cliticsOf(norm string) []string {
	r, _ := utf8.DecodeRuneInString(norm)
	switch r {
	case 'و':
		return wawClitics[:]
	case 'ف':
		return fehClitics[:]
	case 'س':
		return seenClitics[:]
	case 'ب':
		return behClitics[:]
	case 'ل':
		return lamClitics[:]
	case 'ا':
		return alefClitics[:]
	}
	return nil
}

var (
	wawClitics  = [...]string{"و", "وس", "ول", "وال"}
	fehClitics  = [...]string{"ف"}
	seenClitics = [...]string{"س"}
	behClitics  = [...]string{"ب", "بال"}
	lamClitics  = [...]string{"ل"}
	alefClitics = [...]string{"ال"}
)

// negated reports whether word i, a verb, is denied: «لا تتوقع», «لم يقل».
func negated(t *arabic.Text, i int) bool {
	if i == 0 || t.NewLine(i-1) {
		return false
	}
	switch strings.TrimLeft(t.Tokens[i-1].Norm, "وف") {
	case "لا", "لم", "لن":
		return true
	}
	return false
}

// impersonal reports whether word i opens what nobody in the text says: «يذكر أن»,
// "it is worth mentioning that".
func impersonal(t *arabic.Text, i int) bool {
	switch strings.TrimPrefix(t.Tokens[i].Norm, "و") {
	case "يذكر", "يشار", "تبين", "يتبين":
		return i+1 < len(t.Tokens) && (that(t, i+1) || t.Tokens[i+1].Norm == "الي")
	}
	return false
}

// that reports whether word i is the particle that opens reported speech: inna,
// anna, bi-anna, with or without a pronoun.
func that(t *arabic.Text, i int) bool {
	if t.Tokens[i].Kind != arabic.Word {
		return false
	}
	w := strings.TrimPrefix(t.Tokens[i].Norm, "و")
	w = strings.TrimPrefix(w, "ب")
	rest, ok := strings.CutPrefix(w, "ان")
	if !ok {
		return false
	}
	switch rest {
	case "", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم", "ي":
		return true
	}
	return false
}
