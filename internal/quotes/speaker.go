package quotes

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of speakers, in the order they are asked.
//
//	P1  The subject after the verb, up to the particle, the colon or the mark:
//	    a person named in it; else the body or place that it begins with.
//	P2  A name in apposition after a comma: «الكاتب العام للحركة، سامي العلي، أن».
//	P3  An office or common noun that one actor of the article bears as role, in
//	    its name, or just before its name: «الوزير», «المنظمة», «الوكالة».
//	P4  A definite noun alone («المصدر», «الكاتب») or no subject at all («وأضاف»):
//	    who spoke last.
//	P5  The subject before the verb: «الوزير قال», «الذي قال», and the one that the
//	    sentence opens with: «احتج المدرب على الحكم، وقال».
//	P6  A participle («مضيفا») has the speaker of its sentence.
//	P7  Else the noun phrase, as the article writes it, if it can speak: a noun of
//	    the table, a plural of people or a definite noun after a strong verb.
//	P8  A verb without a subject, and a participle, agree in gender with their
//	    speaker: after «قال سليم», «وقالت» is another.

// speaker is who speaks: the name of an actor, or a noun of the article.
type speaker struct {
	name   string
	actor  bool
	body   bool   // an organization or a place
	found  bool   // the verb has a subject of its own
	gender gender // of a person
}

// gender is what the verb before a speaker says of them.
type gender uint8

const (
	unknown gender = iota
	masculine
	feminine
)

// genderAt returns the gender of the verb or participle of c, as its form shows it.
func (f *finder) genderAt(c cue) gender {
	w := f.t.Tokens[c.at].Norm
	switch {
	case c.Object || strings.HasSuffix(w, "وا") || strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ات"):
		return unknown
	case c.Form == Perfect && strings.HasSuffix(w, "ت") && !strings.HasSuffix(c.Verb, "ت"), c.Form == Participle && strings.HasSuffix(w, "ه"),
		c.Form == Imperfect && strings.HasPrefix(strings.TrimLeft(w, "وفس"), "ت"):
		return feminine
	case c.Form <= Participle:
		return masculine
	}
	return unknown
}

// acts reports whether what follows the verb of c may as well be its object: «انتقد
// الحكم», «نفى وجود نقص».
func (c cue) acts() bool {
	return c.Form <= Imperfect && (c.Weak || c.Act == "opine" || c.Act == Deny || c.Act == "demand" || c.Act == Accuse || c.Act == "offer" || c.Act == Expect)
}

// agrees reports whether who may be the subject of a verb of gender g (P8).
func (who speaker) agrees(g gender) bool {
	return who.gender == unknown || g == unknown || who.gender == g
}

// bare returns the one word after a strong verb that only means to speak, which
// nothing else explains: a surname that no full name goes before.
func (f *finder) bare(c cue) (speaker, bool) {
	i := c.at + 1
	if c.Act != "say" || c.Weak || c.Form > Imperfect || c.Object || i >= c.stop || f.t.Tokens[i].Kind != arabic.Word || f.isOblique(i) {
		return speaker{}, false
	}
	if w := f.t.Tokens[i].Norm; len(w) < 6 || strings.HasSuffix(w, "ا") || strings.HasPrefix(w, "ب") || strings.HasPrefix(w, "ل") {
		return speaker{}, false
	}
	if i+1 < c.stop && !f.endsPhrase(i+1) && !preposition(f.t.Tokens[i+1].Norm) {
		return speaker{}, false
	}
	return speaker{name: f.t.Cover(i, i+1).Of(f.t.Source), gender: f.genderAt(c)}, true
}

// lately returns who spoke last of those that c agrees with.
func (f *finder) lately(c cue) speaker {
	g := f.genderAt(c)
	switch {
	case f.topic.name != "" && c.Form == Perfect && !continues(c.Verb):
		return f.topic
	case c.Form <= Imperfect && strings.HasSuffix(f.t.Tokens[c.at].Norm, "وا"): // "they": people, no actor
		if f.last.actor {
			return speaker{}
		}
	case !f.last.agrees(g):
		return f.spoke[g]
	}
	return f.last
}

// continues reports whether a verb of speech goes on with what its speaker has said.
func continues(verb string) bool {
	switch verb {
	case "اضاف", "تابع", "زاد", "اردف", "استطرد", "واصل", "ختم", "استدرك", "مضي", "اكمل":
		return true
	}
	return false
}

// told returns the person whom sentence s tells of: the first that it names, near
// its head, as the subject.
func (f *finder) told(s arabic.Sentence) speaker {
	for _, m := range f.in(s.First, min(s.First+6, s.Last)) {
		if f.kind(m) == news.Person {
			if f.oblique(m) {
				break
			}
			return f.as(m)
		}
	}
	return speaker{}
}

// speaker returns who speaks at c.
func (f *finder) speaker(c cue, s arabic.Sentence) speaker {
	f.now = c
	if who, ok := f.given(c); ok {
		return who
	}
	if f.heard.name != "" && f.heard.agrees(f.genderAt(c)) && c.at > s.First && (c.Object || !relative(f.t.Tokens[c.at-1].Norm)) {
		return f.heard // inside or after a statement of the same sentence
	}
	if who, ok := f.before(c, s); ok {
		return who
	}
	if who := f.lately(c); who.name != "" || strings.HasPrefix(f.t.Tokens[c.at].Norm, "و") {
		return who
	}
	return f.heard
}

// given returns the speaker whom the words of c and those after it give.
func (f *finder) given(c cue) (speaker, bool) {
	switch {
	case c.Verb == "جاء" || c.Verb == "ورد":
		return f.issuerOf(c), true
	case c.Form == Source && c.at+2 < c.stop && f.t.Tokens[c.at+1].Norm == "ما": // «حسب ما ذكره الوزير»
		return f.subject(c.at+3, c.stop)
	case c.Verb == "نقلا" && c.at+2 < c.stop && f.t.Tokens[c.at+1].Norm == "عن": // «نقلا عن أحد السكان قوله»
		return f.subject(c.at+2, c.stop)
	case c.Form == Source && !c.Object && f.hasOwnNoun(c.at+1, c.stop): // «على حد قوله»
		if f.heard.name != "" {
			return f.heard, true
		}
		return f.last, true
	case c.Form == Participle || c.Form == Noun && strings.HasPrefix(f.t.Tokens[c.at].Norm, "ب") || c.Object && c.Form != Perfect && c.Form != Imperfect:
		if f.heard.name != "" && f.heard.agrees(f.genderAt(c)) {
			return f.heard, true
		}
		w := f.t.Tokens[c.at].Norm // «مؤكدين»: several, of whom the article has no names
		return f.last, c.Form == Participle && f.last.name != "" && !f.last.actor && (strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ات"))
	}
	return f.acting(c)
}

// issuerOf returns who issued what the words of c stand in: «وجاء في البيان أن».
func (f *finder) issuerOf(c cue) speaker {
	if f.issuer.name != "" {
		return f.issuer
	}
	if f.last.name != "" || c.at+2 >= c.stop {
		return f.last
	}
	i := c.at + 2
	if f.t.Tokens[i].Norm == "نص" && i+1 < c.stop {
		i++
	}
	return f.noun(i, c.stop)
}

// acting returns the subject of the verb of c.
func (f *finder) acting(c cue) (speaker, bool) {
	first := c.at + 1
	if c.Verb == "نقل" { // «نقلت الوكالة عن الوزير أن»: the minister speaks
		for i := first; i < c.stop; i++ {
			switch f.t.Tokens[i].Norm {
			case "عن":
				first = i + 1
			case "عنه", "عنها", "عنهم": // «ونقلت الصحيفة عنه قوله»
				if f.last.name != "" {
					return f.last, true
				}
			}
		}
	}
	if who, ok := f.subject(first, c.stop); ok {
		if !who.body { // «قال مرصد «أفق»» and then «وأضافت»
			who.gender = f.genderAt(c)
		}
		who.found = true
		return who, true
	}
	return f.bare(c)
}

// relative reports whether a folded word is a relative pronoun.
func relative(norm string) bool {
	switch strings.TrimPrefix(norm, "و") {
	case "الذي", "التي", "الذين":
		return true
	}
	return false
}

// hasOwnNoun reports whether token i is a noun of speech with a pronoun, before stop.
func (f *finder) hasOwnNoun(i, stop int) bool {
	for ; i < min(stop, len(f.t.Tokens)); i++ {
		if c, ok := CueAt(f.t, i); ok {
			return c.Form == Noun && c.Object
		}
		if f.t.Tokens[i].Norm != "حد" && f.t.Tokens[i].Norm != "ما" {
			break
		}
	}
	return false
}

// subject reads the noun phrase that follows a verb or a source word (P1 to P4).
func (f *finder) subject(first, last int) (speaker, bool) {
	first = f.pastAdverbs(first, last)
	for first < last && f.t.Tokens[first].Kind == arabic.Punct {
		if set, _ := family(f.t.Tokens[first]); set == 0 {
			return speaker{}, false
		}
		first++
	}
	if first >= last || that(f.t, first) || f.isOblique(first) {
		return speaker{}, false
	}
	end := first // of the phrase: a comma, an adverbial, a relative
	for end < last && !f.endsPhrase(end) {
		end++
	}
	if end == first {
		return speaker{}, false
	}
	if who, ok := f.person(first, end, last); ok {
		return who, true
	}
	who := f.noun(first, end)
	return who, who.name != ""
}

// phrase returns the speaker that only the words from first to end name.
func (f *finder) phrase(first, end int) speaker {
	name := strings.TrimRight(f.t.Cover(first, end).Of(f.t.Source), "،, ")
	marks := 0
	for _, r := range name {
		if strings.ContainsRune("\"«»“”", r) {
			marks++
		}
	}
	if marks%2 != 0 {
		name = strings.TrimRight(name, "\"»”،, ")
	}
	return speaker{name: name}
}

// person returns the person whom the phrase from first to end names (P1), or a
// comma after it (P2). Of two names side by side the second speaks («محامي شاهين
// رامي حداد»), and so does one after the comma where the phrase begins with the
// noun of somebody else's helper («محامي شاهين، رامي حداد»).
func (f *finder) person(first, end, last int) (speaker, bool) {
	var who, after speaker
	until, second := -1, false
	for _, m := range f.in(first, end) {
		if f.kind(m) != news.Person || f.oblique(m) || f.now.acts() && f.isDeed(first) && f.t.At(m.Start) > first {
			continue
		}
		if at := f.t.At(m.Start); who.name == "" || at == until {
			second = who.name != ""
			who, until = f.as(m), f.t.At(m.End-1)+1
		}
	}
	if end+1 < last && f.t.Tokens[end].Kind == arabic.Punct {
		for _, m := range f.in(end+1, min(end+3, last)) {
			if f.kind(m) == news.Person && !f.oblique(m) && after.name == "" {
				after = f.as(m)
			}
		}
	}
	if f.owned(first, until) && !second {
		if after.name != "" {
			return after, true
		}
		return f.phrase(first, until), true
	}
	if who.name == "" {
		who = after
	}
	return who, who.name != ""
}

// isDeed reports whether token i is an indefinite noun that nobody is: «انتقد تعيين
// سليم الجابري».
func (f *finder) isDeed(i int) bool {
	w := f.t.Tokens[i]
	definite := arabic.IsDefinite(w.Norm)
	return w.Kind == arabic.Word && !definite && kindOf(w.Norm) == "" && f.covering(i) < 0
}

// owned reports whether the phrase from first to end is a noun of somebody and the
// name of another whose he is: «محامي سليم الجابري», not «الوزير سليم الجابري».
func (f *finder) owned(first, end int) bool {
	head := f.t.Tokens[first].Norm
	if arabic.IsDefinite(head) || end <= first+1 || speakers().Of(arabic.Core(head)) != "person" {
		return false
	}
	ms := f.in(first, end)
	return len(ms) > 0 && f.kind(ms[0]) == news.Person && f.t.At(ms[0].Start) == first+1
}
