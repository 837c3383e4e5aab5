package actors

import (
	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Where a role stands beside a person's name, in the order it is asked:
//
//	R1  Before it, touching: an office word and what it governs («وزير الخارجية فلان»).
//	R2  Before it, a comma between («المندوبة الجهوية للتربية، فلانة،»).
//	R3  After it, with or without a comma («فلان رئيس الوزراء», «فلان، سفير السعودية،»).
//
// Title words between role and name («الشيخ») belong to neither.

// longestRole is how many tokens a role may have.
const longestRole = 14

func (f *finder) assignRoles() {
	for _, e := range f.entries {
		if e.kind != news.Person {
			continue
		}
		for _, i := range e.mentions {
			m := &f.mentions[i]
			if first, last, ok := f.roleBefore(m.first); ok {
				f.setRole(e, first, last)
				break
			}
			if first, last, ok := f.roleAfter(m.last); ok {
				f.setRole(e, first, last)
				break
			}
		}
	}
}

func (f *finder) setRole(e *entry, first, last int) {
	e.roleAt = news.Span{Start: f.view.Stem(first).Start, End: f.text.Tokens[last-1].End}
	e.role = e.roleAt.Of(f.text.Source)
}

// roleBefore returns the role whose last token stands before token at.
func (f *finder) roleBefore(at int) (first, last int, ok bool) {
	end := at
	if f.is(end-1, ",") {
		end--
	}
	for end > 0 && f.view.Class(end-1)&tagger.Title != 0 && f.view.Class(end-1)&tagger.Office == 0 && f.joined(end-1) {
		end--
	}
	for k := end - 1; k >= 0 && k >= end-longestRole && f.joined(k); k-- {
		w := f.text.Tokens[k]
		if w.Kind == arabic.Punct && w.Norm != "\"" && w.Norm != "\u00AB" && w.Norm != "\u00BB" || f.at[k] != 0 && f.mentions[f.at[k]-1].kind == news.Person {
			break
		}
		c := f.view.Class(k)
		if c&tagger.Says != 0 && c&tagger.Office == 0 {
			break
		}
		if c&tagger.Office != 0 && (f.at[k] == 0) {
			first, ok = k, true
			if f.view.Stem(k).Prefix != "" {
				break
			}
			continue
		}
		if ok && c&tagger.Body == 0 {
			break
		}
		if c&tagger.Function != 0 && !ok && f.view.Stem(k).Prefix == "" && !links[w.Norm] {
			break
		}
	}
	return first, end, ok && end > first
}

// links are particles that stand inside roles.
var links = map[string]bool{
	"\u0641\u064A": true, "\u0644\u062F\u064A": true, "\u0627\u0644\u064A": true, "\u0639\u0646": true, "\u0645\u0646": true, "\u0639\u0644\u064A": true,
}

// roleAfter returns the role that begins at token at or after a comma there.
func (f *finder) roleAfter(at int) (first, last int, ok bool) {
	comma := f.is(at, ",")
	if comma {
		at++
	}
	if at >= len(f.text.Tokens) || f.view.Class(at)&tagger.Office == 0 || f.view.Stem(at).Prefix != "" || !f.joined(at-1) {
		return 0, 0, false
	}
	last = at + 1
	for last < len(f.text.Tokens) && last-at < longestRole && f.joined(last-1) {
		w, c := f.text.Tokens[last], f.view.Class(last)
		if w.Kind == arabic.Punct || c&(tagger.Says|tagger.Acts) != 0 || c&tagger.Function != 0 && !links[w.Norm] {
			break
		}
		if !comma && last > at+1 && f.at[last] == 0 && f.at[last-1] == 0 {
			break
		}
		last++
	}
	return at, last, true
}

// is reports whether token k is a comma of either script when mark is a comma.
func (f *finder) is(k int, mark string) bool {
	if k < 0 || k >= len(f.text.Tokens) {
		return false
	}
	n := f.text.Tokens[k].Norm
	return n == mark || mark == "," && n == "\u060C"
}

// joined reports whether no line break follows token k.
func (f *finder) joined(k int) bool {
	return k >= 0 && (k+1 >= len(f.text.Tokens) || !f.text.NewLine(k))
}
