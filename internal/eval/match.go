package eval

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mujaz/internal/render"
)

// span is a place in code points.
type span struct{ start, end int }

// placer finds where the items of a brief stand in the gold text.
type placer struct {
	text   string
	points []int // points[i]: byte offset of code point i; the last is len(text)
	cursor int   // in code points: where the next search begins
	wrong  int   // items whose own offsets do not give their text
}

func newPlacer(text string) *placer {
	p := &placer{text: text, points: make([]int, 0, len(text)/2+1)}
	for i := range text {
		p.points = append(p.points, i)
	}
	p.points = append(p.points, len(text))
	return p
}

// place returns where item m stands: at its own offsets where they are right,
// else where its words come next, else where they come first.
func (p *placer) place(m render.Mention) span {
	n := len(p.points) - 1
	s, e := min(m.Start, n), min(m.End, n)
	if s < 0 || e < s || p.text[p.points[s]:p.points[e]] != m.Text {
		p.wrong++
		s, e = p.find(m.Text)
	}
	p.cursor = max(p.cursor, s+1)
	return span{s, e}
}

func (p *placer) find(text string) (int, int) {
	from := p.points[min(p.cursor, len(p.points)-1)]
	at := strings.Index(p.text[from:], text)
	if at >= 0 {
		at += from
	} else if at = strings.Index(p.text, text); at < 0 {
		return -1, -1
	}
	s, _ := slices.BinarySearch(p.points, at)
	return s, s + utf8.RuneCountInString(text)
}

// pair is a gold item and the found item that stands for it.
type pair struct {
	gold, found int
	good        bool
}

// pairs joins overlapping items one to one: first those that are good, then by
// how much they overlap, then in order.
func pairs(gold, found []span, good func(g, f int) bool) []pair {
	type candidate struct {
		pair
		overlap int
	}
	var list []candidate
	for i, g := range gold {
		for j, f := range found {
			if o := min(g.end, f.end) - max(g.start, f.start); o > 0 {
				list = append(list, candidate{pair{i, j, good(i, j)}, o})
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		if a.good != b.good {
			if a.good {
				return -1
			}
			return 1
		}
		return cmp.Or(b.overlap-a.overlap, a.gold-b.gold, a.found-b.found)
	})
	takenGold, takenFound := make([]bool, len(gold)), make([]bool, len(found))
	var out []pair
	for _, c := range list {
		if !takenGold[c.gold] && !takenFound[c.found] {
			takenGold[c.gold], takenFound[c.found] = true, true
			out = append(out, c.pair)
		}
	}
	return out
}

// sameDate reports whether the value found is the gold value; a clock time
// within the gold day is, and any value where the annotator gave none.
func sameDate(g GoldDate, f render.Date) bool {
	if g.Value == nil {
		return true
	}
	if f.Value == nil {
		return false
	}
	a, b := dateValue(*g.Value), dateValue(*f.Value)
	day, _, _ := strings.Cut(b, "T")
	return a == b || !strings.Contains(a, "T") && day == a && !strings.Contains(b, "/")
}

// dateValue drops marks of doubt and what is finer than minutes.
func dateValue(v string) string {
	v = strings.NewReplacer("~", "", "?", "").Replace(strings.ToUpper(strings.TrimSpace(v)))
	for i := 0; i+6 <= len(v); i++ {
		if v[i] == 'T' && digit(v[i+1]) && digit(v[i+2]) && v[i+3] == ':' && digit(v[i+4]) && digit(v[i+5]) {
			return v[:i+6]
		}
	}
	return v
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// number reads a JSON number or a string that holds one.
func number(v string) (float64, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(strings.ReplaceAll(v, ",", "")), 64)
	return f, err == nil
}

func rawNumber(v json.RawMessage) (float64, bool) {
	return number(strings.Trim(string(v), `"`))
}

func optional(v *string) (float64, bool) {
	if v == nil {
		return 0, false
	}
	return number(*v)
}

func sameFigure(g GoldFigure, f render.Figure) bool { return sameValue(g, f) && sameUnit(g, f) }

func sameValue(g GoldFigure, f render.Figure) bool {
	if g.Kind == "score" {
		return f.Kind == "score" || fold(g.Text) == fold(f.Text)
	}
	if least, ok := rawNumber(g.Min); ok && g.Bound == "between" {
		most, okMost := rawNumber(g.Max)
		a, okA := optional(f.Min)
		b, okB := optional(f.Max)
		return okA && a == least && okB == okMost && b == most
	}
	a, okA := rawNumber(g.Value)
	b, okB := optional(f.Value)
	return okA && okB && math.Abs(a-b) <= 1e-9*max(1, math.Abs(a))
}

func sameUnit(g GoldFigure, f render.Figure) bool {
	code, unit := deref(f.UnitCode), deref(f.Unit)
	if g.UnitCode != "" && code != "" {
		return strings.EqualFold(g.UnitCode, code)
	}
	a := bareWords(g.Unit)
	return len(a) == 0 || common(a, bareWords(unit)) || strings.TrimSpace(g.Unit) == "%" && f.Kind == "percent"
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func sameActor(g GoldActor, f render.Actor) bool {
	if g.Type != f.Kind {
		return false
	}
	a, b := nameForms(g.Name, g.Aliases), nameForms(f.Name, f.Aliases)
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
			if nested(strings.Fields(x), strings.Fields(y)) {
				return true
			}
		}
	}
	return false
}

// nested reports whether one of two names holds all words of the other and they
// share at least two.
func nested(x, y []string) bool {
	a, b := set(x), set(y)
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return both >= 2 && (both == len(a) || both == len(b))
}

// nameForms returns the folded forms of a name without the article.
func nameForms(name string, aliases []string) []string {
	var list []string
	for _, n := range append([]string{name}, aliases...) {
		if n = strings.TrimPrefix(fold(n), "\u0627\u0644"); n != "" {
			list = append(list, n)
		}
	}
	return list
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, w := range list {
		m[w] = true
	}
	return m
}

func bareWords(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words(s) {
		m[bare(w)] = true
	}
	return m
}

func common(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// particles are what bare takes off: the article with the particles before it,
// then single particles.
var particles = [...]string{
	"\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0641\u0627\u0644", "\u0644\u0644", "\u0627\u0644",
	"\u0648", "\u0628", "\u0643", "\u0641", "\u0644",
}

// endings are the endings of number, gender and case that bare takes off.
var endings = [...]string{"\u0627\u062A", "\u064A\u0646", "\u0648\u0646", "\u0627\u0646", "\u0627", "\u0647", "\u062A"}

// bare returns a folded word without one leading particle and one ending, for
// lenient comparison of names and units.
func bare(w string) string {
	for _, p := range particles {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 2 {
			w = rest
			break
		}
	}
	if utf8.RuneCountInString(w) > 3 {
		for _, e := range endings {
			if rest, ok := strings.CutSuffix(w, e); ok {
				return rest
			}
		}
	}
	return w
}
