package summarize

import "strings"

// honorific adds the form of address that begins at i before an office or a name:
// «معالي وزير النقل», «صاحب السمو الملكي الأمير». A reader learns nothing from it.
func (f *frame) honorific(i int) bool {
	t := f.s.t.Tokens
next:
	for _, rest := range f.s.lex.honors[t[i].Norm] {
		end := i + 1 + len(rest)
		if end >= f.last || i <= f.first {
			continue
		}
		for k, w := range rest {
			if t[i+1+k].Norm != w {
				continue next
			}
		}
		bare := strings.TrimPrefix(t[end].Norm, "\u0627\u0644")
		if f.s.lex.ranks[t[end].Norm] || f.s.lex.agents[t[end].Norm] || f.s.lex.agents[bare] || f.s.person[end] {
			f.cuts = append(f.cuts, cut{i, end, parenthesis, 0})
			return true
		}
	}
	return false
}

// breaks reports whether another sentence begins at token i that nothing but its place
// ties to the one before it: «وقد تسبب الحادث…», «ومن المقرر أن…», «، أما الثاني…»,
// «، يواجه أصحابها…».
func (f *frame) breaks(i int, after bool) bool {
	t := f.s.t.Tokens
	if i+3 >= f.last || i <= f.due || f.dated(i) {
		return false
	}
	switch n := f.s.bareNorm(i); {
	case n == "\u0642\u062F" && n != t[i].Norm, n == "\u0642\u062F" && t[i-1].Norm == waw: // قد
		return f.s.marks[i+1]&verb != 0 || f.s.past(i+1)
	case n == "\u0645\u0646" && n != t[i].Norm: // من
		return definite(t[i+1]) && f.s.marks[i+2]&that != 0
	case n == "\u0627\u0645\u0627": // أما
		return after
	case n == "\u063A\u0627\u0644\u0628\u0627", n == "\u0639\u0627\u062F\u0647", n == "\u0643\u0630\u0644\u0643", n == "\u0628\u0630\u0644\u0643": // غالبا عادة كذلك بذلك
		return after && n != t[i].Norm
	}
	if after && f.s.joined[i] && f.again(i) {
		return true
	}
	m := f.s.marks[i]
	if !after || m&doing == 0 || m&nominal != 0 || f.s.joined[i] || f.s.marks[f.first]&verb == 0 || f.subordinate() {
		return false
	}
	from := f.first
	if f.s.marks[f.verbAt()]&saying != 0 {
		if from = f.said; f.said < 0 {
			return f.voiced(i)
		}
		if i < f.said+leastClause {
			return false
		}
		if c, _ := f.s.cue(from+1, f.last); c != none || f.s.preposition(from+1) {
			return false // «أن، بعد ورود معلومات، تم…»
		}
	}
	for j := from + 1; j < i; j++ {
		if f.s.marks[j]&relative != 0 && comma(t[j-1]) {
			return false // its own verb, perhaps
		}
	}
	return f.told(i - 1)
}

// again reports whether token i is a preposition behind its conjunction that stands
// before: «إلى تنظيم حملات…، وإلى…».
func (f *frame) again(i int) bool {
	n := f.s.bareNorm(i)
	if n == f.s.t.Tokens[i].Norm || !f.s.governed(i) && n != "\u0627\u0644\u064A" && n != "\u0639\u0644\u064A" && n != "\u0639\u0646" { // إلى على عن
		return false
	}
	for k := i - 3; k > f.first; k-- {
		if f.outside(k) && f.s.t.Tokens[k].Norm == n {
			return true
		}
	}
	return false
}

// voiced reports whether what the verb of saying tells stands before token i as a
// verbal noun: «أعلنت الوزارة [اقتناء حافلات]، سيكون نصيب…».
func (f *frame) voiced(i int) bool {
	for k := f.verbAt() + 2; k < i-2; k++ {
		if f.outside(k) && masdar(f.s.t.Tokens[k].Norm) && !f.s.preposition(k-1) && !f.s.joined[k] && f.s.held[k] == 0 {
			return true
		}
	}
	return false
}
