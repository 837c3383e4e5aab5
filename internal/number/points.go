package number

import (
	"strings"

	"mujaz/internal/arabic"
)

// Rules of a comma or point before exactly three digits, the first that applies:
//
//	P1  The Arabic decimal mark is a point, the Arabic thousands mark groups.
//	P2  After more than three digits, or after a zero, it is a point.
//	P3  Before a plural of millions or more, a milliard or a thousand it is a
//	    point: three to ten of them are counted («3,650 ملايين»).
//	P4  Before a million a point is a point. A comma is one where the text is
//	    written as in the Maghreb, else it groups: «5,922 مليون» is 5.9 milliard
//	    in the Gulf.
//	P5  Before a percent, metres and gigawatts it is a point; a point is one before other
//	    measures of length, weight, heat and time too, unless the digits end in two zeros.
//	    Square and cubic metres are counted in thousands; a comma before metres is a
//	    point in the Maghreb only.
//	P6  Before dinars a point is one when they are few, since they have a thousand
//	    parts, and not when the digits are zeros.
//	P7  Else it groups.

// pointed reports whether the mark of d, a run of two parts that begins at token
// i, is a decimal point.
func (r *reader) pointed(d *run, i int) bool {
	if d.hard[1] { // P1
		return d.marks[1] == '.'
	}
	if len(d.parts[1]) != 3 || len(d.parts[0]) > 3 || d.parts[0][0] == '0' { // P2
		return true
	}
	if !r.direct(d.next) {
		return false
	}
	if e, ok := r.entry(d.next); ok && e.class != ordinal { // «seconds» are spelled as an ordinal
		if e.class == scale && e.value == 1e6 && d.marks[1] == ',' { // P4
			return r.maghrebi(i)
		}
		return (e.class == scale || e.class == scales || e.class == dual) && e.value >= 1000 // P3
	}
	switch r.t.Tokens[d.next].Norm {
	case "%", "بالمئه", "بالمائه", "جيجاواط", "غيغاواط", "جيجاوات", "غيغاوات": // P5
		return true
	case "متر", "مترا":
		return !r.squared(d.next+1) && (d.marks[1] == '.' || r.maghrebi(i))
	case "في":
		return r.direct(d.next+1) && (r.t.Tokens[d.next+1].Norm == "المئه" || r.t.Tokens[d.next+1].Norm == "المائه")
	case "د":
		return d.marks[1] == '.'
	case "كيلومتر", "كيلومترا", "كم", "كلم", "ميل", "ميلا", "سنتيمتر", "سنتيمترا", "كيلوغرام", "كيلوغراما", "كيلوجرام", "كيلوجراما",
		"كيلو", "كلغ", "كغ", "كجم", "غرام", "غراما", "جرام", "جراما", "لتر", "لترا", "درجه", "ثانيه", "دقيقه":
		return d.marks[1] == '.' && !strings.HasSuffix(d.parts[1], "00")
	case "دينار", "دينارا": // P6
		few := len(d.parts[0]) == 1 || len(d.parts[0]) == 2 && d.parts[0] < "20"
		return d.marks[1] == '.' && few && d.parts[1] != "000"
	}
	return false // P7
}

// squared reports whether token i makes square or cubic metres of metres.
func (r *reader) squared(i int) bool {
	if !r.direct(i) {
		return false
	}
	w := r.t.Tokens[i].Norm
	return w == "مربع" || w == "مربعا" || w == "مكعب" || w == "مكعبا"
}

// millionAt reports whether token i names a million or more.
func (r *reader) millionAt(i int) bool {
	if !r.direct(i) {
		return false
	}
	e, _ := r.entry(i)
	return (e.class == scale || e.class == scales || e.class == dual) && e.value >= 1e6
}

// maghrebiWindow is how many tokens around a number are asked how the text is
// written.
const maghrebiWindow = 300

// maghrebi reports whether the text around token i is written as in the Maghreb:
// with its month names, or with a comma before one or two decimals.
func (r *reader) maghrebi(i int) bool {
	first, last := max(0, i-maghrebiWindow), min(len(r.t.Tokens), i+maghrebiWindow)
	for j := first; j < last; j++ {
		switch w := r.t.Tokens[j]; w.Kind {
		case arabic.Word:
			switch w.Norm {
			case "جانفي", "فيفري", "افريل", "جوان", "جويليه", "اوت", "غشت", "شتنبر", "دجنبر", "هك":
				return true
			}
		case arabic.Punct:
			if w.Norm == "," && r.t.Touch(j-1) && r.t.Touch(j) && r.t.Tokens[j-1].Kind == arabic.Digits &&
				r.t.Tokens[j+1].Kind == arabic.Digits && len(r.t.Tokens[j+1].Norm) < 3 {
				return true
			}
		case arabic.Latin, arabic.Digits, arabic.Symbol:
		}
	}
	return false
}
