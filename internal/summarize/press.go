package summarize

import (
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// pressed returns f, an opening sentence that no other cuts make short enough, with
// cuts that lose more: the date beside its day, the hour, the name beside its office,
// the larger place around a place, the occasion of a speech, further things of the
// same kind.
func (f *frame) pressed() *frame {
	g := *f
	g.cuts = append([]cut(nil), f.cuts...)
	g.named()
	for i := g.first + 2; i < g.last-1; i++ {
		if !g.outside(i) {
			continue
		}
		g.hour(i)
		g.larger(i)
		g.paired(i)
		g.listed(i)
		g.finish(i)
		if i > g.first+leastResort-2 && i < g.sourceAt && !g.timed(i) {
			g.ends(i) // a cut of the rest where the sentence may end there
		}
	}
	return &g
}

// pressedCost is what the loss of a detail is worth beside its words.
const pressedCost = 0.8

// namelessCost is what the name beside an office is worth: the last thing to go.
const namelessCost = 4

// dayOnly adds the date that a day and its weekday already say: «أمس الجمعة
// [22 ماي 2015]».
func (f *frame) dayOnly(i int) {
	t := f.s.t.Tokens
	if n := t[i].Norm; n != "\u0627\u0644\u064A\u0648\u0645" && n != "\u0627\u0645\u0633" || !f.dated(i) { // اليوم أمس
		return
	}
	j := i + 1
	if j < f.last && f.dated(j) && t[j].Kind == arabic.Word {
		j++
	}
	end, digits := f.dateEnd(j)
	if digits && end-j >= 2 && end < f.last && t[end].Norm != t[i].Norm { // «اليوم 5 مايو اليوم العالمي»
		f.cuts = append(f.cuts, cut{j, end, adjunctCut, costs[adjunctCut]})
	}
}

// dateEnd returns the end of the date that goes on at token i, and whether digits
// stand in it.
func (f *frame) dateEnd(i int) (end int, digits bool) {
	for ; i < f.last && f.dated(i); i++ {
		digits = digits || f.s.t.Tokens[i].Kind == arabic.Digits
	}
	return i, digits
}

// hour adds the time of the day that begins at i: «على الساعة الثامنة».
func (f *frame) hour(i int) {
	t := f.s.t.Tokens
	if t[i+1].Norm != "\u0627\u0644\u0633\u0627\u0639\u0647" || !f.dated(i+1) || f.dated(i) { // الساعة
		return
	}
	switch t[i].Norm {
	case "\u0639\u0644\u064A", "\u0641\u064A", "\u0639\u0646\u062F", "\u062D\u0648\u0627\u0644\u064A", "\u0646\u062D\u0648": // على في عند حوالي نحو
	default:
		return
	}
	end, _ := f.dateEnd(i + 1)
	if end < f.last && !f.s.joined[end] && t[end].Kind == arabic.Word && !f.s.preposition(i-1) && f.s.marks[i-1]&(verb|open) == 0 {
		f.cuts = append(f.cuts, cut{i, end, adjunctCut, costs[adjunctCut]})
	}
}

// named adds the names of people that stand beside their offices: «وزير النقل،
// [سالم الراوي،]».
func (f *frame) named() {
	for _, a := range f.s.facts.Actors {
		if a.Kind != news.Person || a.Role == "" {
			continue
		}
		for _, m := range a.Mentions {
			f.holder(a.RoleAt, m)
		}
	}
}

// holder adds the name m after the office at role, when nothing but a comma parts
// them and the sentence surely goes on after the name.
func (f *frame) holder(role, m news.Span) {
	t := f.s.t.Tokens
	first, last := f.s.t.Touched(m)
	if first <= f.first+2 || last >= f.last || !f.outside(first) || t[first].Start != m.Start {
		return
	}
	before := first - 1
	start := first
	if comma(t[before]) {
		before, start = before-1, before
	}
	if t[before].End != role.End || !f.office(f.s.t.At(role.Start), before) {
		return
	}
	end := last
	if comma(t[last]) && (start < first || f.s.marks[last+1]&that != 0) {
		end++
	}
	next := min(end, f.last-1)
	if c, _ := f.s.cue(next, f.last); c != none || comma(t[last]) || f.s.marks[next]&(that|verb) != 0 || f.s.preposition(next) || f.s.day(next) || f.dated(next) {
		f.add(cut{start, end, apposition, namelessCost})
	}
}

// office reports whether tokens first to last name an office without its holder: more
// than a title or a rank, and no nation at its end that is perhaps his.
func (f *frame) office(first, last int) bool {
	t := f.s.t.Tokens
	if last-first < 1 || !definite(t[last]) && f.s.held[last] == 0 || last-first > 3 && strings.HasSuffix(t[last].Norm, "\u064A") { // yeh
		return false
	}
	for i := max(first, last-1); i <= last; i++ {
		if f.s.lex.ranks[t[i].Norm] {
			return false
		}
	}
	return true
}

// occasion adds the words between a speaker and "that" which tell when, where and to
// whom he spoke: «قال سالم الراوي [ضيف الواحة اليوم على هامش لقائه بالوزير] إن».
func (f *frame) occasion(i int) {
	if i >= f.said || f.stage(i) || f.s.actor[i] && f.s.held[i] == f.s.held[i-1] {
		return
	}
	t := f.s.t.Tokens
	at := f.verbAt()
	if i < at+2 || !f.s.actor[i-1] && (!comma(t[i-1]) || !f.s.actor[i-2]) || f.s.joined[f.said] || f.s.marks[f.said-1]&verb != 0 || f.s.preposition(f.said-1) {
		return
	}
	n := t[i].Norm
	if n != "\u0636\u064A\u0641" && n != "\u0636\u064A\u0641\u0647" && !f.circumstance(i) && !f.outlet(i) && !f.describesHim(i) { // ضيف ضيفة
		return
	}
	known := false
	for j := at + 1; j < i; j++ {
		known = known || f.s.person[j]
	}
	relates := false
	for j := i; j < f.said; j++ {
		if f.s.person[j] && !known {
			return // the speaker himself, perhaps
		}
		relates = relates && !comma(t[j]) || f.s.marks[j]&relative != 0
		if k, _ := f.s.cue(j, f.last); k == limiting || k == source || k == remark || t[j].Norm == "\u0639\u0646" || f.s.marks[j]&(denying|that) != 0 || f.s.marks[j]&verb != 0 && f.s.marks[j]&nominal == 0 && !relates && f.s.marks[j-1]&relative == 0 { // عن: what somebody else said
			return
		}
	}
	f.add(cut{i, f.said, adjunctCut, costs[adjunctCut]})
}

// describesHim reports whether the words from token i on say who the person is whose
// full name stands before it: «سالم الراوي [شقيق المتهم]».
func (f *frame) describesHim(i int) bool {
	n, _ := arabic.Bare(f.s.t.Tokens[i].Norm)
	return f.s.person[i-1] && f.s.person[i-2] && f.s.held[i-1] == f.s.held[i-2] && (f.s.lex.agents[n] || n == "\u0634\u0642\u064A\u0642" || n == "\u0627\u0628\u0646" || n == "\u0648\u0627\u0644\u062F" || n == "\u0634\u0642\u064A\u0642\u0647") // شقيق ابن والد شقيقة
}

// outlet reports whether token i is "to" and whom a statement was made to: «لوكالة
// الساحل», «لمراسلنا».
func (f *frame) outlet(i int) bool {
	t := f.s.t.Tokens[i]
	rest, ok := strings.CutPrefix(t.Norm, "\u0644")
	if !ok || t.Kind != arabic.Word {
		return false
	}
	switch {
	case rest == "":
		return true
	case strings.HasPrefix(rest, "\u0645\u0631\u0627\u0633\u0644"), rest == "\u0648\u0643\u0627\u0644\u0647", rest == "\u0635\u062D\u064A\u0641\u0647", rest == "\u0645\u0648\u0642\u0639", rest == "\u0627\u0630\u0627\u0639\u0647", rest == "\u0642\u0646\u0627\u0647", rest == "\u062C\u0631\u064A\u062F\u0647": // مراسل وكالة صحيفة موقع إذاعة قناة جريدة
		return true
	}
	for _, a := range f.s.facts.Actors {
		for _, m := range a.Mentions {
			if a.Kind == news.Organization && m.Start > t.Start && m.Start < t.End {
				return true
			}
		}
	}
	return false
}

// larger adds the larger place around a place that begins at i, «معتمدية الواحة [من
// ولاية الساحل]», where the clause or its source ends or goes on after it.
func (f *frame) larger(i int) {
	t := f.s.t.Tokens
	if t[i].Norm != "\u0645\u0646" || !f.place(i+1) || !f.s.actor[i-1] && !definite(t[i-1]) { // من
		return
	}
	end := i + 2
	for end < f.last && f.s.actor[end] && (end == i+2 || f.s.held[end] == f.s.held[end-1]) {
		end++
	}
	if end == i+2 {
		return
	}
	f.add(cut{i, end, adjunctCut, pressedCost})
}

// paired adds a further act of the same kind that begins at i and ends the clause:
// «من إيقاف شخصين [وحجز كمية من السلاح]».
func (f *frame) paired(i int) {
	t := f.s.t.Tokens
	rest, ok := strings.CutPrefix(t[i].Norm, waw)
	if !ok || !f.s.joined[i] || comma(t[i-1]) || !actNoun(rest) || i >= f.sourceAt-2 {
		return
	}
	for k := i - 3; k > f.first; k-- {
		m := f.s.marks[k]
		switch {
		case !f.outside(k):
		case m&(that|relative|denying) != 0, m&verb != 0 && m&nominal == 0:
			return
		case actNoun(t[k].Norm) || actNoun(strings.TrimPrefix(t[k].Norm, "\u0628")): // beh
			if !f.counted(k) {
				f.add(cut{i, f.sourceAt, partTail, costs[partTail]})
			}
			return
		}
	}
}

// listed adds the third and further items of a list of nouns that ends the clause:
// «في الواحة والساحل [والنخيل]».
func (f *frame) listed(i int) {
	t := f.s.t.Tokens
	if !f.item(i) || i >= f.sourceAt-1 || f.counted(i) || !definite(t[i-1]) && f.s.held[i-1] == 0 {
		return // «قطاعات ومراكز [ووحدات] حرس الحدود»: they share what follows
	}
	before := 0
	for k := i - 1; k > f.first && i-k < longList; k-- {
		m := f.s.marks[k]
		if m&(that|relative|denying) != 0 || m&verb != 0 && m&nominal == 0 || !f.outside(k) && t[k].Kind == arabic.Punct {
			return
		}
		if len(t[k].Norm) <= 6 && f.s.preposition(k) || comma(t[k]) {
			break
		}
		if f.item(k) {
			before++
		}
	}
	if before >= 1 && !f.s.preposition(i) {
		f.add(cut{i, f.sourceAt, partTail, costs[partTail]})
	}
}

// longList is how many tokens before an item its list is looked for.
const longList = 24

// item reports whether a further noun of a list stands at token i.
func (f *frame) item(i int) bool {
	return f.outside(i) && f.s.joined[i] && strings.HasPrefix(f.s.t.Tokens[i].Norm, waw) && f.coordinated(i) && (f.s.held[i] == 0 || f.s.held[i] != f.s.held[i-1]) && !comma(f.s.t.Tokens[i-1])
}

// finish adds what ends the clause from token i on when it only says where, how or why
// something was: «في مدينة الواحة», «بشكل يهدد…», «لعدم وصول…».
func (f *frame) finish(i int) {
	t := f.s.t.Tokens
	if i >= f.sourceAt-1 || f.said >= 0 && i < f.said+leastClause || comma(t[i-1]) {
		return
	}
	switch t[i].Norm {
	case "\u0644\u0639\u062F\u0645": // لعدم
	case "\u0628\u0634\u0643\u0644", "\u0641\u064A": // بشكل في
		if !f.closes(i - 1) {
			return
		}
	default:
		return
	}
	if f.complete(i) && f.objected(i) && !f.timed(i) {
		f.add(cut{i, f.sourceAt, adjunctCut, pressedCost})
	}
}

// closes reports whether token i may end a noun phrase to which nothing further must
// be said: a name, a figure, a date, an adjective or a plural, not «النظر» before «في».
func (f *frame) closes(i int) bool {
	n := f.s.t.Tokens[i].Norm
	if f.s.held[i] != 0 {
		return true
	}
	if !definite(f.s.t.Tokens[i]) || f.s.lex.quality[n] || f.s.marks[i]&^(nominal|ownWaw) != 0 {
		return false
	}
	if i > f.first && definite(f.s.t.Tokens[i-1]) {
		return true // an adjective
	}
	for _, end := range [...]string{"\u064A\u0647", "\u064A", "\u064A\u0646", "\u0627\u062A"} { // ية ي ين ات
		if strings.HasSuffix(n, end) {
			return true
		}
	}
	return false
}

// objected reports whether the last verb or "that" before token i has an object or what
// stands for one: a figure, a verbal noun, an indefinite accusative, a preposition
// other than «في».
func (f *frame) objected(i int) bool {
	for k := i - 1; k > f.first; k-- {
		t, m := f.s.t.Tokens[k], f.s.marks[k]
		switch {
		case !f.outside(k):
		case m&that != 0:
			return f.complemented(i)
		case t.Kind == arabic.Digits && !f.dated(k), masdar(t.Norm) && !f.s.preposition(k-1) && !f.s.joined[k],
			!definite(t) && len(t.Norm) > 6 && strings.HasSuffix(t.Norm, "\u0627") && m == 0, f.s.governed(k) && !f.s.actor[k]:
			return true
		case m&verb != 0 && m&nominal == 0:
			return false
		}
	}
	return false
}

// actNoun reports whether norm has the form of a verbal noun or is one that news uses.
func actNoun(norm string) bool {
	if masdar(norm) {
		return true
	}
	switch norm {
	case "\u062D\u062C\u0632", "\u0642\u062A\u0644", "\u062C\u0631\u062D", "\u0636\u0628\u0637", "\u0641\u062A\u062D", "\u063A\u0644\u0642", "\u062F\u0639\u0645", "\u0631\u0641\u0639", "\u062E\u0641\u0636", "\u0633\u0631\u0642\u0647", "\u0645\u0646\u0639", "\u0646\u0642\u0644", "\u0648\u0636\u0639", "\u0645\u062F\u0627\u0647\u0645\u0647", "\u0645\u0635\u0627\u062F\u0631\u0647", "\u0645\u0642\u062A\u0644", "\u0642\u0628\u0636", "\u0643\u0634\u0641", "\u0639\u062B\u0648\u0631": // حجز قتل جرح ضبط فتح غلق دعم رفع خفض سرقة منع نقل وضع مداهمة مصادرة مقتل قبض كشف عثور
		return true
	}
	return false
}
