package number

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/words.tsv
var wordsTSV string

// class is the part a word plays in a number.
type class uint8

// The classes, named as in the table.
const (
	none     class = iota
	unit           // 0 to 9
	ten            // 10, and the second word of 11 to 19
	one            // "ahad", "ihda": 1, before ten only
	two            // "ithna": 2, before ten only
	teen           // 11 to 19 in one word
	tens           // 20 to 90
	hundred        // 100
	hundreds       // 200, and 300 to 900 in one word
	scale          // 1000, a million, ...
	scales         // the plural of scale, never alone
	dual           // scale in the accusative, or alone twice the scale: "alfa", "milyuna"
	twice          // twice a scale: "alfan", "milyunay"
	half           // a fraction
	tail           // a fraction that is one only after a whole
	parts          // the plural of a fraction: fourths
	ordinal        // first to tenth
	eleventh       // "hadi", before ten or tens only
	part           // "juz'" of n
	point          // the decimal point said
	minus          // the sign said
	out            // "one on three"
)

// classes are the names of the classes in the table.
var classes = map[string]class{
	"none": none, "unit": unit, "ten": ten, "one": one, "two": two, "teen": teen, "tens": tens, "hundred": hundred,
	"hundreds": hundreds, "scale": scale, "scales": scales, "dual": dual, "twice": twice, "half": half, "tail": tail,
	"parts": parts, "ordinal": ordinal, "eleventh": eleventh, "part": part, "point": point, "minus": minus, "out": out,
}

// entry is a word of the table with the proclitics it carries.
type entry struct {
	class    class
	definite bool   // it has the article
	owned    bool   // it has a pronoun: "half of them"
	prefix   string // proclitics before it, without the article, folded
	value    int64
	over     int64 // the denominator of a fraction, else 1
}

// proclitics are what may stand before a number word, the article last. Shorter
// ones come first: a word is read with as few of them as possible.
var proclitics = []struct {
	prefix   string
	definite bool
	written  string
}{
	{"", false, ""},
	{"و", false, "و"},
	{"ف", false, "ف"},
	{"ب", false, "ب"},
	{"ل", false, "ل"},
	{"ك", false, "ك"},
	{"", true, "ال"},
	{"وب", false, "وب"},
	{"ول", false, "ول"},
	{"فب", false, "فب"},
	{"فل", false, "فل"},
	{"ل", true, "لل"},
	{"و", true, "وال"},
	{"ف", true, "فال"},
	{"ب", true, "بال"},
	{"ك", true, "كال"},
	{"ول", true, "ولل"},
	{"وب", true, "وبال"},
}

// pronouns may follow a fraction: their half.
var pronouns = []string{"هم", "ها", "هن", "هما", "كم", "نا", "ه"}

// lexicons returns the words of the table in every written form, by folded form.
var lexicons = sync.OnceValue(func() *table.Index[entry] { return table.NewIndex(readForms()) })

// readForms reads the table.
func readForms() map[string]entry {
	rows := table.Rows("number/data/words.tsv", wordsTSV, 3)
	forms := make(map[string]entry, len(rows)*24)
	for _, p := range proclitics {
		for _, row := range rows {
			e := parseEntry(row)
			if e.class == none {
				forms[arabic.Key(row[0])] = e
				continue
			}
			if colloquialHundred(row[0]) && p.written != "" && p.written != "و" {
				continue // "kamiyya" is a quantity
			}
			e.prefix, e.definite = p.prefix, p.definite
			add(forms, p.written+row[0], e)
			if (e.class == half || e.class == parts) && !p.definite {
				e.owned = true
				for _, s := range pronouns {
					add(forms, p.written+row[0]+s, e)
				}
			}
		}
	}
	return forms
}

// colloquialHundred reports whether a word is a hundred as it is spoken, whose
// spelling is the end of other words.
func colloquialHundred(word string) bool {
	return word == "مية" || word == "ماية"
}

func add(forms map[string]entry, word string, e entry) {
	key := arabic.Key(word)
	if _, known := forms[key]; !known {
		forms[key] = e
	}
}

// parseEntry reads a row of the table, which a test has checked.
func parseEntry(row []string) entry {
	c, ok := classes[row[1]]
	if !ok {
		panic("number: class " + row[1])
	}
	top, bottom, fraction := strings.Cut(row[2], "/")
	value, err := strconv.ParseInt(top, 10, 64)
	over := int64(1)
	if err == nil && fraction {
		over, err = strconv.ParseInt(bottom, 10, 64)
	}
	if err != nil {
		panic("number: " + row[0] + ": " + err.Error())
	}
	return entry{class: c, value: value, over: over}
}
