package extract

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/headings.tsv
var headingsTSV string

//go:embed data/boilerplate.tsv
var boilerplateTSV string

// headings maps the key of a heading to what follows it.
var headings = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range table.Rows("headings.tsv", headingsTSV, 2) {
		m[lineKey(row[0])] = row[1]
	}
	return m
})

// lineKey returns a line folded, white space collapsed and punctuation at its
// ends gone, for use as a key of a table.
func lineKey(s string) string {
	s = strings.ReplaceAll(arabic.Key(cleanLine(s)), " :", ":")
	return strings.Trim(s, " :.!؟?-–—_|/\\*•«»\"'+›‹،,…()[]{}#>●▪■~=")
}

// isSummaryHeading reports whether a line does nothing but name a publisher's
// summary («استمع إلى الملخص»).
// It is a phrase of the table, or made of its words, one of which at least names
// a summary; «نقاط» alone does not.
func isSummaryHeading(line string) bool {
	if len(line) > 120 {
		return false
	}
	key := lineKey(line)
	if headings()[key] == "summary" {
		return true
	}
	core, words := "", 0
	for word := range strings.FieldsSeq(key) {
		block := headings()[word]
		if block == "core" {
			core = word
		}
		if words++; block != "core" && block != "beside" && strings.Trim(word, "0123456789") != "" {
			return false
		}
	}
	return core != "" && words <= 9 && (words > 1 || strings.HasSuffix(core, "ملخص") || strings.HasSuffix(core, "خلاصه"))
}

// cutSummaryHeading returns what follows the heading of a summary on its line:
// «الخلاصة: ...».
func cutSummaryHeading(line string) (string, bool) {
	head, rest, ok := strings.Cut(line, ":")
	return strings.TrimSpace(rest), ok && len(rest) > 40 && isSummaryHeading(head)
}

// kind is what a line of boilerplate is.
type kind string

// The kinds of boilerplate.
const (
	kindNone    kind = ""
	kindRelated kind = "related"
	kindEnd     kind = "end"
	kindTags    kind = "tags"
	kindByline  kind = "byline"
	kindStamp   kind = "stamp"
)

// phrase is a row of the table of boilerplate.
type phrase struct {
	start string // folded
	kind  kind
	words int
	with  []string // folded
}

// phrases are the rows of the table by their first word, longest first.
var phrases = sync.OnceValue(func() map[string][]phrase {
	m := map[string][]phrase{}
	for _, row := range table.Rows("boilerplate.tsv", boilerplateTSV, 4) {
		words, err := strconv.Atoi(row[2])
		if err != nil {
			panic("extract: boilerplate.tsv: " + err.Error())
		}
		p := phrase{start: arabic.Key(row[0]), kind: kind(row[1]), words: words}
		if row[3] != "-" {
			p.with = strings.Split(arabic.Key(row[3]), ",")
		}
		word := firstWord(p.start)
		m[word] = append(m[word], p)
	}
	for _, list := range m {
		slices.SortFunc(list, func(a, b phrase) int { return len(b.start) - len(a.start) })
	}
	return m
})

// firstWord returns what stands before the first space, colon or hyphen of s.
func firstWord(s string) string {
	if i := strings.IndexAny(s, " :-"); i > 0 {
		return s[:i]
	}
	return s
}

// boilerplate returns what kind of boilerplate a line is, and what of its key
// follows the beginning that gave it away. linked says that most of the line is
// links.
func boilerplate(key string, words int, linked bool) (kind, string) {
	for _, p := range phrases()[firstWord(key)] {
		rest, ok := strings.CutPrefix(key, p.start)
		if !ok || rest != "" && !strings.ContainsAny(rest[:1], " :،,-|.") && !strings.HasSuffix(p.start, ":") && !startsPunct(rest) {
			continue
		}
		if strings.Trim(rest, " :()0123456789") == "" && p.kind != kindStamp {
			rest = "" // «التعليقات (12)»
		}
		if rest != "" && words > p.words && !linked {
			continue
		}
		if p.kind == kindStamp && !isStampOf(p.start, rest) {
			continue
		}
		if p.with == nil || rest != "" && containsAny(rest, p.with) {
			return p.kind, strings.Trim(rest, " :-|،,")
		}
	}
	return kindNone, ""
}

// isStampOf reports whether rest is the date that start announces. What begins
// with «نشر» may be a sentence, so that its rest must be a date as a whole.
func isStampOf(start, rest string) bool {
	if !strings.ContainsAny(rest, "0123456789") {
		return false
	}
	if !strings.HasPrefix(start, "نشر") && !strings.HasPrefix(start, "النشر") && !strings.HasPrefix(start, "حدث") {
		return true
	}
	_, ok := parseMoment(rest)
	return ok
}

// startsPunct reports whether s begins with the Arabic comma or a dash.
func startsPunct(s string) bool {
	return strings.HasPrefix(s, "،") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "…")
}

func containsAny(s string, list []string) bool {
	for _, x := range list {
		if strings.Contains(s, x) {
			return true
		}
	}
	return false
}
