package actors

import (
	"slices"
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of other forms of the name of a body that are no shorter ones.
//
//	F1  A club, its team and its management are one («نادي كذا», «فريق كذا»,
//	    «إدارة كذا», when the club is named).
//	F2  The place and its adjective say the same («منتخب كذا», «المنتخب الكذائي»).
//	F3  A body of bodies.tsv is the one that another is called after («قوات
//	    الحرس الوطني»), and the police of a place is its station («مركز شرطة كذا»).

// joinForms joins the entries of bodies by F1 to F3.
func (f *finder) joinForms() {
	byForm := map[string]*entry{}
	for _, e := range f.entries {
		if e.kind != news.Organization {
			continue
		}
		for _, k := range [2]string{clubKey(e), nationKey(e)} {
			if into := byForm[k]; k != "" && into != nil {
				f.joinInto(into, e)
				break
			}
		}
		if len(e.mentions) == 0 {
			continue
		}
		byForm["="+e.key] = e
		for _, k := range [2]string{clubKey(e), nationKey(e)} {
			if k != "" && byForm[k] == nil {
				byForm[k] = e
			}
		}
		for _, k := range tails(e) {
			if byForm[k] == nil {
				byForm[k] = e
			}
		}
	}
	for _, e := range f.entries {
		if e.kind != news.Organization || len(e.mentions) == 0 {
			continue
		}
		if into := f.formOf(e, byForm); into != nil && into != e {
			f.joinInto(into, e)
		}
	}
	f.entries = slices.DeleteFunc(f.entries, func(e *entry) bool { return len(e.mentions) == 0 })
}

// formOf returns the entry that e, the management of a club, a body of
// bodies.tsv or the police of a place, belongs to, or nil.
func (f *finder) formOf(e *entry, byForm map[string]*entry) *entry {
	if len(e.words) < 2 {
		return nil
	}
	if boards[e.words[0]] {
		rest := strings.Join(e.words[1:], " ")
		for _, k := range [2]string{"club " + rest, "=" + rest} {
			if o := byForm[k]; o != nil && len(o.mentions) > 0 {
				return o
			}
		}
	}
	if o := byForm["tail "+strings.Join(e.content, " ")]; o != nil && len(o.mentions) > 0 && (e.words[0] == police || slices.Contains(fixed().Of(e.words[0]), e.words[1])) {
		return o
	}
	return nil
}

// joinInto gives all that from has to into.
func (f *finder) joinInto(into, from *entry) {
	if into == from {
		return
	}
	f.absorb(into, from)
	from.mentions = nil
}

// boards are words for the management of a club: management, board.
var boards = map[string]bool{running: true, "\u0647\u064A\u0626\u0647": true}

// clubs are words for a club and its team.
var clubs = map[string]bool{"\u0646\u0627\u062F\u064A": true, "\u0641\u0631\u064A\u0642": true}

const police = "\u0634\u0631\u0637\u0647"

// clubKey returns the key of the club that e is, or "".
func clubKey(e *entry) string {
	if len(e.words) > 1 && clubs[e.words[0]] {
		return "club " + strings.Join(e.words[1:], " ")
	}
	return ""
}

// nationKey returns the key of the body of a nation that e is, or "".
func nationKey(e *entry) string {
	if len(e.words) != 2 {
		return ""
	}
	head, definite := arabic.Bare(e.words[0])
	c := tagger.Words().Of(e.words[0]) | tagger.Words().Of(head)
	if c&tagger.Sole == 0 {
		return ""
	}
	bare, second := arabic.Bare(e.words[1])
	if definite && (!second || (tagger.Words().Of(bare)|tagger.Words().Of(e.words[1]))&tagger.Nation == 0) {
		return ""
	}
	for _, x := range []string{"\u064A\u0647", "\u064A\u0627", "\u064A", "\u0627", "\u0647"} {
		if rest, ok := strings.CutSuffix(bare, x); ok && len(rest) >= 6 {
			bare = rest
			break
		}
	}
	return "nation " + head + " " + bare
}

// tails returns the keys of the bodies that e is called after.
func tails(e *entry) []string {
	n := len(e.content)
	if n < 3 {
		return nil
	}
	return []string{"tail " + strings.Join(e.content[n-2:], " "), "tail " + strings.Join(e.content[1:], " ")}
}
