package figures

import (
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// currencyOf reads the adjective at token i that says whose a currency is.
func (f *finder) currencyOf(noun string, i int) (code string, ok bool) {
	if !f.direct(i) || f.t.Tokens[i].Kind != arabic.Word {
		return "", false
	}
	w, _ := arabic.Bare(f.norm(i))
	for _, c := range f.lex.currencies[noun] {
		if adjectiveOf(w, c.adjective) {
			return c.code, true
		}
	}
	return "", false
}

// adjectiveOf reports whether w is the adjective in any gender or case.
func adjectiveOf(w, adjective string) bool {
	rest, ok := strings.CutPrefix(w, adjective)
	return ok && (rest == "" || rest == "ا" || rest == "ه" || rest == "ان" || rest == "ين")
}

// coin is the currency of a noun that has a code: the dinar that is Tunisian.
type coin struct{ noun, code string }

// country gives bare currencies the country that the text is about: the one
// whose adjective the text itself puts after that currency, else the one that
// is named clearly more often than the others.
func (f *finder) country(noun string) string {
	list := f.lex.currencies[noun]
	if len(list) == 0 {
		return ""
	}
	if f.countries == nil {
		f.countries = f.countCountries()
	}
	best, most, second := "", 0, 0
	for _, c := range list {
		switch n := f.countries[coin{noun, c.code}]; {
		case c.code == best:
		case n > most:
			best, most, second = c.code, n, most
		case n > second:
			second = n
		}
	}
	if most < 2*second || most < second+1 {
		return ""
	}
	return best
}

// countCountries counts, in one reading of the text, the words that name the
// country of each currency. An adjective right after the currency counts most.
func (f *finder) countCountries() map[coin]int {
	const surely = 1000
	counts := map[coin]int{}
	for i := range f.t.Tokens {
		if f.t.Tokens[i].Kind != arabic.Word {
			continue
		}
		stems, n := f.t.Stems(i)
		for _, s := range stems[:n] {
			bare, _ := arabic.Bare(s.Norm)
			for _, c := range f.lex.nations[bare] {
				counts[coin{c.noun, c.code}]++
				if i > 0 && f.norm(i-1) == c.noun {
					counts[coin{c.noun, c.code}] += surely
				}
			}
		}
	}
	return counts
}

// abbreviatedMoney reads millions and thousands of dinars as Tunisian papers
// shorten them: «152 م د», «2.5 م.د», «727 أ.د».
func (f *finder) abbreviatedMoney(i int) (counted, bool) {
	var scale int64
	last := i + 1
	switch f.norm(i) {
	case "م":
		scale = 1e6
	case "ا":
		scale = 1e3
	case "د":
		if f.t.Tokens[i-1].Kind == arabic.Digits && (f.norm(last) != "." || !f.t.Touch(i) || !f.t.Touch(last)) { // not «د.»
			return f.counted(i, last, counted{kind: news.Money, noun: "دينار", code: f.country("دينار")}), true
		}
		return counted{}, false
	case "اد":
		return f.counted(i, last, counted{kind: news.Money, noun: "دينار", code: f.country("دينار"), scale: 1e3}), true
	default:
		return counted{}, false
	}
	if f.norm(last) == "." && f.t.Touch(i) && f.t.Touch(last) {
		last++
	}
	if !f.direct(last) || f.norm(last) != "د" {
		return counted{}, false
	}
	return f.counted(i, last+1, counted{kind: news.Money, noun: "دينار", code: f.country("دينار"), scale: scale}), true
}

// minorAfter adds the minor money that follows x: «20 دولارا و43 سنتا».
func (f *finder) minorAfter(k int, x *item) int {
	if x.unit.kind != news.Money || x.unit.minor > 0 || k >= len(f.numbers) {
		return 0
	}
	n := f.numbers[k]
	joined := n.First == x.last || n.First == x.last+1 && f.norm(x.last) == "و"
	if !joined || !f.direct(n.First) || n.First == x.last && n.Prefix != "" && n.Prefix != "و" {
		return 0
	}
	u, ok := f.unitAt(n.Last)
	if !ok || u.minor == 0 || n.Value.Cmp(decimal.MustNew(u.minor, 0)) >= 0 {
		return 0
	}
	part, err := n.Value.Quo(decimal.MustNew(u.minor, 0))
	if err != nil {
		return 0
	}
	if sum, err := x.value.Add(part); err == nil {
		x.value, x.last = sum.Trim(0), u.last
		return 1
	}
	return 0
}
