package draft

import (
	_ "embed" // the table of words that a conjunction stands before
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/table"
)

// answer is what a model said, part by part: a part that is not as it should
// be is left out, the rest is read.
type answer struct {
	raw      []byte
	Headline news.Claim
	Bullets  []news.Claim
	Actors   []saidActor
	Dates    []string
	Figures  []string
}

// saidActor is an actor as the model gives it.
type saidActor struct {
	Quote, Name, Kind, Role string
}

// readAnswer reads what a model said, at most the asked number of bullets.
func readAnswer(raw []byte, bullets int) answer {
	a := answer{raw: raw}
	var top map[string]json.RawMessage
	if json.Unmarshal(raw, &top) != nil {
		return a
	}
	if c, ok := readClaim(top["headline"]); ok {
		a.Headline = c
	}
	for _, item := range items(top["bullets"]) {
		if c, ok := readClaim(item); ok && len(a.Bullets) < bullets && !repeats(a.Bullets, c) {
			a.Bullets = append(a.Bullets, c)
		}
	}
	for _, item := range items(top["actors"]) {
		var s saidActor
		if json.Unmarshal(item, &s) == nil && s.Name != "" {
			a.Actors = append(a.Actors, s)
		}
	}
	a.Dates, a.Figures = words(top["dates"]), words(top["figures"])
	return a
}

func (a answer) claims() []news.Claim { return a.Bullets }

// readClaim reads {"quotes":[...],"text":"..."}; a single quote may be a string.
func readClaim(raw json.RawMessage) (news.Claim, bool) {
	var c struct {
		Quotes json.RawMessage `json:"quotes"`
		Text   string          `json:"text"`
	}
	if json.Unmarshal(raw, &c) != nil {
		return news.Claim{}, false
	}
	claim := news.Claim{Text: opened(closed(line(c.Text))), Quotes: words(c.Quotes)}
	return claim, claim.Text != ""
}

// closed returns s with the quotation mark that it opens last and does not close.
// Small models forget it at the end of a sentence; whether those words are quoted
// in the article is for Check to say.
func closed(s string) string {
	const opens, closes = "\u00AB", "\u00BB"
	if strings.Count(s, opens) != strings.Count(s, closes)+1 || strings.LastIndex(s, opens) < strings.LastIndex(s, closes) {
		return s
	}
	end := strings.TrimRight(s, ".،؛!؟ ")
	return end + closes + s[len(end):]
}

//go:embed data/openers.tsv
var openersTSV string

var openers = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, row := range table.Rows("openers.tsv", openersTSV, 1) {
		m[arabic.Key(row[0])] = true
	}
	return m
})

// opened returns s without the conjunction that it begins with: a bullet follows
// upon nothing.
func opened(s string) string {
	const and = "\u0648"
	rest, ok := strings.CutPrefix(s, and)
	if !ok {
		return s
	}
	if after, apart := strings.CutPrefix(rest, " "); apart {
		return after
	}
	first, _, _ := strings.Cut(rest, " ")
	if key := arabic.Key(strings.TrimRight(first, "،:")); openers()[key] || strings.HasPrefix(key, "ال") && !father(key) {
		return rest
	}
	return s
}

// father reports whether a folded word is what is left of «والد», «والدته», «والي».
func father(key string) bool {
	if slices.Contains([]string{"الد", "الدي", "الي"}, key) {
		return true
	}
	return slices.ContainsFunc([]string{"الدت", "الده", "الديه", "الداه"}, func(rest string) bool { return strings.HasPrefix(key, rest) })
}

// repeats reports whether c says again what is in the list: models in a loop do.
func repeats(list []news.Claim, c news.Claim) bool {
	for _, x := range list {
		if x.Text == c.Text {
			return true
		}
	}
	return false
}

func items(raw json.RawMessage) []json.RawMessage {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	return list
}

// words reads a list of strings, or one string.
func words(raw json.RawMessage) []string {
	var list []string
	if one := ""; json.Unmarshal(raw, &one) == nil {
		return nonEmpty(one)
	}
	for _, item := range items(raw) {
		var s string
		if json.Unmarshal(item, &s) == nil {
			list = append(list, nonEmpty(s)...)
		}
	}
	return list
}

func nonEmpty(s string) []string {
	if s = line(s); s == "" {
		return nil
	}
	return []string{s}
}

// line returns s in one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// Whole returns the bullets of an answer that is still arriving: those that are
// complete. It is for showing progress; nothing in it is proven.
func Whole(soFar string) []news.Claim {
	i := strings.Index(soFar, `"bullets"`)
	if i < 0 {
		return nil
	}
	i = strings.IndexByte(soFar[i:], '[') + i
	var list []news.Claim
	d := json.NewDecoder(strings.NewReader(soFar[i:]))
	if _, err := d.Token(); err != nil {
		return nil
	}
	for d.More() {
		var raw json.RawMessage
		if d.Decode(&raw) != nil {
			return list
		}
		if c, ok := readClaim(raw); ok {
			list = append(list, c)
		}
	}
	return list
}
