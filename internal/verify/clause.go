package verify

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/quotes"
)

// opens reports whether word i of t begins a clause: nothing, a mark, a
// conjunction or a particle of speech stands before it, behind words that say
// nothing and are no prepositions.
func opens(t *arabic.Text, i, first int) bool {
	if conjoined(t.Tokens[i].Norm) {
		return true
	}
	for i--; i >= first; i-- {
		w := t.Tokens[i]
		switch {
		case isMark(w), joins(w.Norm), opensSpeech(w.Norm):
			return true
		case w.Kind == arabic.Punct, w.Norm == "قد", w.Norm == "وقد", isFree(w.Norm) && standing(w.Norm) == "":
		default:
			return false
		}
	}
	return true
}

func isMark(w arabic.Token) bool {
	switch w.Norm {
	case "،", ",", "؛", ";", ":", ".", "(", ")", "-", "–", "—":
		return true
	}
	return false
}

// definite reports whether a folded word has the article, as no verb has.
func definite(norm string) bool {
	norm = strings.TrimPrefix(norm, "و")
	_, ok := arabic.Bare(strings.TrimPrefix(norm, "ب"))
	return ok || strings.HasPrefix(norm, "لل") && len(norm) > 8
}

// governor returns the preposition that the word from byte offset start in token
// i of t stands under, written apart or as a clitic, or "". The short forms count
// as the long ones that say the same.
func governor(t *arabic.Text, i, start int) string {
	if w := t.Tokens[i]; start > w.Start {
		p := strings.TrimLeft(arabic.Key(t.Source[w.Start:start]), "وف")
		switch p {
		case "ب":
			return "في"
		case "ل", "لل":
			return "الي"
		case "":
		default:
			return p
		}
	}
	for i--; i >= 0 && t.Tokens[i].Kind == arabic.Punct && t.Tokens[i].Norm != "،" && t.Tokens[i].Norm != "."; i-- {
		continue
	}
	if i < 0 {
		return ""
	}
	if p := standing(t.Tokens[i].Norm); p != "" {
		return p
	}
	// The head of a construct stands between: «من شركة جبل», «لشركة جبل».
	if quotes.IsPerson(t.Tokens[i].Norm) && definite(t.Tokens[i].Norm) && start > 0 { // «للنائب محمد»
		switch w := t.Tokens[i].Norm; {
		case strings.HasPrefix(w, "لل"):
			return standing("ل")
		case strings.HasPrefix(w, "بال"):
			return standing("ب")
		case i > 0:
			return standing(t.Tokens[i-1].Norm)
		}
	}
	if start == 0 && i > 0 && definite(t.Tokens[i].Norm) { // «في الشوط الثاني»
		return standing(t.Tokens[i-1].Norm)
	}
	if definite(t.Tokens[i].Norm) || t.Tokens[i].Kind != arabic.Word || start == 0 {
		return ""
	}
	for i > 0 && t.Tokens[i-1].Kind == arabic.Punct && !isMark(t.Tokens[i-1]) {
		i--
	}
	if i > 0 {
		if p := standing(t.Tokens[i-1].Norm); p != "" {
			return p
		}
	}
	return clung(t, i)
}

// clung returns the preposition that is surely written to word i: the noun is one
// that names bodies or places.
func clung(t *arabic.Text, i int) string {
	list, n := t.Stems(i)
	for _, s := range list[1:n] {
		if p := strings.TrimPrefix(s.Prefix, "و"); (p == "ب" || p == "ل") && quotes.IsHead(s.Norm) {
			return standing(p)
		}
	}
	return ""
}

func hasComma(t *arabic.Text, first, last int) bool {
	for i := first; i < last; i++ {
		switch t.Tokens[i].Norm {
		case "،", ",", "؛", ";", ".", ":":
			if i == 0 || i+1 == len(t.Tokens) || t.Tokens[i-1].Kind != arabic.Digits || t.Tokens[i+1].Kind != arabic.Digits { // no decimal point
				return true
			}
		}
	}
	return false
}

// speaks reports whether token i of the article is a cue of speech.
func (g *Gate) speaks(i int) bool {
	_, ok := g.cue(i)
	return ok
}

// cites reports whether token i of the article is a cue of speech beyond doubt.
func (g *Gate) cites(i int) bool {
	cue, ok := g.cue(i)
	return ok && (!cue.Weak || cue.Form == quotes.Source)
}

// prepositional reports whether a folded word begins a phrase with a preposition.
func prepositional(norm string) bool {
	return standing(norm) != "" || len(norm) > 6 && (strings.HasPrefix(norm, "ب") || strings.HasPrefix(norm, "ل")) && !isFree(norm)
}
