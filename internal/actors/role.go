package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Where a role stands beside a person's name, in the order it is asked:
//
//	R1  Before it, touching or with a comma between: an office word and what it
//	    governs («وزير الخارجية فلان», «المندوبة الجهوية، فلانة،»). The nearest
//	    office word to the left begins it, unless that word itself depends on
//	    another («نائب رئيس», «الناطق باسم رئيس», «مستشار لرئيس»).
//	R2  After it («فلان رئيس الوزراء», «فلان، سفير السعودية،», «فلان، أحد أعضاء»).
//	R3  A title that says something: doctor, prince, general; not mister.
//	R4  In a line-up, where a sentence lists players, the club that is named
//	    before them («ويمثل النصر فلان وفلان وفلان»).
//
// Title words between role and name («الشيخ») belong to neither.

// longestRole is how many tokens a role may have.
const longestRole = 14

func (f *finder) assignRoles() {
	for _, e := range f.entries {
		if e.kind == news.Person {
			f.role(e)
		}
	}
	f.pairs()
	f.lineUps()
}

func (f *finder) role(e *entry) {
	ways := []func(*mention) (int, int, bool){
		func(m *mention) (int, int, bool) {
			if m.Start > f.text.Tokens[m.first].Start {
				return 0, 0, false // «رئيس النادي وفلان»: a clitic parts them
			}
			return f.fullRole(m.first)
		},
		func(m *mention) (int, int, bool) { return f.roleAfter(m.last) },
		func(m *mention) (int, int, bool) {
			if m.Start > f.text.Tokens[m.first].Start {
				return 0, 0, false
			}
			return f.titleBefore(m.first)
		},
	}
	for k, way := range ways {
		if k == len(ways)-1 && e.role != "" {
			return
		}
		for _, i := range e.mentions {
			first, last, ok := way(&f.mentions[i])
			lesser := ok && f.lesser(first, last)
			if !ok || e.role != "" && lesser {
				continue
			}
			f.setRole(e, first, last)
			if !lesser {
				return
			}
		}
	}
}

func (f *finder) setRole(e *entry, first, last int) {
	for last > first+1 && f.unpaired(first, last) {
		last--
	}
	start := f.view.Stem(first).Start
	if _, prefix := f.office(first); prefix == "" {
		start = f.text.Tokens[first].Start
	}
	e.roleAt = news.Span{Start: start, End: f.text.Tokens[last-1].End}
	if last == first+1 && f.view.Class(first)&tagger.Office == 0 && f.dual(first) != "" {
		e.roleAt.End -= len(dual) // «النائب» of «النائبان»
	}
	e.role = e.roleAt.Of(f.text.Source)
	if _, prefix := f.office(first); f.definite(first) && strings.HasSuffix(prefix, "\u0644") && !strings.HasPrefix(e.role, "\u0627") {
		e.role = "\u0627" + e.role // the alef of the article that lam swallowed
	}
}

// beforeTitles returns the token after the last one before token at that is no title.
func (f *finder) beforeTitles(at int) int {
	for at > 0 && f.joined(at-1) && f.at[at-1] == 0 && (f.view.Class(at-1)&tagger.Title != 0 || at > 1 && grades[f.text.Tokens[at-1].Norm] && f.joined(at-2) && f.view.Class(at-2)&tagger.Title != 0) {
		at--
	}
	return at
}

// grades are words behind a rank that belong to it: first, staff.
var grades = map[string]bool{"\u0627\u0648\u0644": true, "\u0631\u0643\u0646": true}

const servant = "\u062E\u0627\u062F\u0645"

// roleBefore returns the role that stands before token at (R1).
func (f *finder) roleBefore(at int) (first, last int, ok bool) {
	end := at
	if f.comma(end - 1) {
		end--
	}
	if k := f.beforeTitles(end); k == 0 || f.view.Class(k-1)&tagger.Function == 0 {
		end = k // «زميله في الفريق فلان»: a team, not a general
	}
	for k := end; k <= min(end+1, at); k++ {
		if k >= 3 && f.view.Stem(k-3).Norm == servant && f.joined(k-3) && f.joined(k-2) {
			return k - 3, k, true // «خادم الحرمين الشريفين»
		}
	}
	if end > 0 && end == at && f.governs(end-1) {
		return 0, 0, false // «ومنافس فلان»: what stands before is not his
	}
	depends := false
reading:
	for k := end - 1; k >= 0 && k >= end-longestRole && f.joined(k); k-- {
		if !f.inRole(k) {
			break
		}
		office, prefix := f.office(k)
		office = office && f.holds(k, ok)
		switch {
		case ok && !depends && office && prefix == "" && k == first-1 && f.definite(k) && f.definite(first):
			first = k // «المدرب المساعد»
		case ok && !depends && (!office || prefix != "" || f.definite(k)):
			return first, end, true
		case office:
			first, ok = k, true
			depends = prefix == "\u0644" || k > 0 && agents[f.text.Tokens[k-1].Norm]
			if prefix == "\u0648" || prefix == "\u0641" {
				break reading
			}
		}
	}
	if _, prefix := f.office(first); end == first+1 && (!f.definite(first) || prefix != "" && f.comma(end)) {
		return 0, 0, false // «نائبا للرئيس، فلان»
	}
	return first, end, ok && end > first
}

// governs reports whether token i is an indefinite noun that waw adds to what
// stands before it and that governs the name behind it.
func (f *finder) governs(i int) bool {
	return f.text.Tokens[i].Kind == arabic.Word && f.at[i] == 0 && f.view.Stem(i).Prefix == "\u0648" && !f.definite(i) && f.view.Level(i) > 2 && f.view.Class(i)&(tagger.Office|tagger.Function) == 0
}

// office reports whether token k is a word of an office, and the clitic before
// it. A word that is one as it stands has none («والي»).
func (f *finder) office(k int) (bool, string) {
	prefix := f.view.Stem(k).Prefix
	if s := f.text.Tokens[k].Of(f.text.Source); f.text.Tokens[k].Norm == governor && strings.ContainsRune(s, '\u0625') || f.text.Tokens[k].Norm == before && strings.ContainsRune(s, '\u0623') {
		return false, prefix // «وإلى», «أمام»
	}
	if prefix != "" && tagger.Words().Of(f.text.Tokens[k].Norm)&tagger.Office != 0 {
		return true, ""
	}
	c := f.view.Class(k)
	if c&tagger.First != 0 && (f.at[k] != 0 || k+1 < len(f.text.Tokens) && f.view.Level(k) <= 6 && f.view.NameUse(k)&3 >= 2 && f.view.NameUse(k+1)>>2&3 >= 2) {
		return false, prefix // «أمير العيادي»
	}
	return c&tagger.Office != 0, prefix
}

const governor = "\u0648\u0627\u0644\u064A"

// agents are particles by which one office depends on another: in the name of, with.
var agents = map[string]bool{"\u0628\u0627\u0633\u0645": true, "\u0644\u062F\u064A": true}

// links are particles that stand inside roles.
var links = map[string]bool{
	"\u0641\u064A": true, "\u0644\u062F\u064A": true, "\u0627\u0644\u064A": true, "\u0639\u0646": true, "\u0639\u0644\u064A": true, "\u0630\u0627\u062A": true,
}

// media are kinds of news media: agency, newspaper, station, channel, site.
var media = map[string]bool{
	"\u0648\u0643\u0627\u0644\u0647": true, "\u0635\u062D\u064A\u0641\u0647": true, "\u062C\u0631\u064A\u062F\u0647": true, "\u0645\u062C\u0644\u0647": true,
	"\u0627\u0630\u0627\u0639\u0647": true, "\u0642\u0646\u0627\u0647": true, "\u0645\u0648\u0642\u0639": true, "\u0634\u0628\u0643\u0647": true,
}

const general = "\u0639\u0627\u0645"

// inRole reports whether token k may stand in a role.
func (f *finder) inRole(k int) bool {
	w, c := f.text.Tokens[k], f.view.Class(k)
	if w.Kind == arabic.Punct {
		return w.Norm == "\"" || w.Norm == "\u00AB" || w.Norm == "\u00BB"
	}
	if w.Kind == arabic.Digits || f.at[k] != 0 && f.mentions[f.at[k]-1].kind == news.Person {
		return false
	}
	if office, _ := f.office(k); f.definite(k) || office {
		return c&tagger.Weekday == 0 && !relatives[w.Norm]
	}
	if w.Norm == general && k > 0 && f.view.Class(k-1)&tagger.Office != 0 {
		return true // «مدير عام»
	}
	if f.at[k] == 0 && len(w.Norm) >= 8 && strings.HasSuffix(w.Of(f.text.Source), "\u0647") {
		return false // «لدى مغادرته»
	}
	if f.at[k] == 0 && strings.HasPrefix(w.Norm, "\u064A") && len(w.Norm) >= 8 && f.view.NameUse(k) == 0 {
		return false // a verb
	}
	return c&(tagger.Says|tagger.Acts|tagger.Weekday) == 0 && (c&tagger.Function == 0 || links[w.Norm])
}

func (f *finder) definite(k int) bool {
	return arabic.IsDefinite(f.view.Stem(k).Norm)
}

// roleAfter returns the role that begins at token at, or behind a comma there (R2).
func (f *finder) roleAfter(at int) (first, last int, ok bool) {
	comma := f.comma(at) || at+1 < len(f.text.Tokens) && arabic.IsDash(f.text.Tokens[at]) && !f.text.Touch(at-1) && f.text.Touch(at) // «فلان -رئيس كذا- قال»
	if comma {
		at++
	}
	if at >= len(f.text.Tokens) || !f.joined(at-1) {
		return 0, 0, false
	}
	first, last = at, at
	if n := f.text.Tokens[at].Norm; n == "\u0627\u062D\u062F" || n == "\u0627\u062D\u062F\u064A" { // one of
		last++
	}
	if last >= len(f.text.Tokens) || f.at[last] != 0 {
		return 0, 0, false
	}
	if office, prefix := f.office(last); !office || prefix != "" {
		return 0, 0, false
	}
	head := last
	for last++; last < len(f.text.Tokens) && last-first < longestRole && f.joined(last-1) && f.inRole(last); last++ {
		if f.text.Tokens[last].Kind == arabic.Punct {
			break
		}
		w := f.text.Tokens[last].Norm
		if !comma && last > head+1 && f.definite(last) && f.definite(last-1) && f.at[last] == 0 && f.view.Stem(last).Prefix == "" && !f.adjectival(last) {
			break // «وزير الدفاع الحفل»
		}
		loose := !f.definite(last) && f.at[last] == 0 && w != "\u0648" && f.view.Stem(last).Prefix != "\u0644"
		if last > head+1 && f.view.Stem(last).Prefix == "\u0644" && (f.view.Class(last)&tagger.Office != 0 || media[f.view.Stem(last).Norm]) {
			break // to whom he spoke
		}
		if loose && last > head+1 && (!comma && f.view.Class(last)&tagger.Body == 0 || f.settledAt(last-1) && f.view.Stem(last).Prefix == "" && f.view.Class(last)&tagger.Function == 0 && !agents[f.text.Tokens[last].Norm]) {
			break
		}
	}
	for last > head+1 && (f.view.Class(last-1)&tagger.Function != 0 || f.text.Tokens[last-1].Norm == "\u0648") && f.at[last-1] == 0 && !f.definite(last-1) {
		last-- // «أستاذ في»
	}
	if !comma && (last == head+1 && !f.definite(head) || f.definite(head) && f.personAt(last)) {
		return 0, 0, false // «فلان المهاجم البرتغالي فلان»: the next one's
	}
	return first, last, true
}

// titleBefore returns the title that stands before token at (R3).
func (f *finder) titleBefore(at int) (first, last int, ok bool) {
	first = f.beforeTitles(at)
	if first == at || f.view.Class(first)&tagger.Courtesy != 0 {
		return 0, 0, false
	}
	return first, at, true
}

// lineUps gives players without a role the club that their sentence names
// before them (R4).
func (f *finder) lineUps() {
	for _, s := range f.text.Sentences {
		if !f.plays(s) {
			continue
		}
		var club *mention
		var players []*entry
		flush := func() {
			for _, e := range players {
				if len(players) >= 3 && club != nil {
					e.roleAt, e.role = club.Span, club.Of(f.text.Source)
				}
			}
			players = nil
		}
		for k := s.First; k < s.Last; k++ {
			if f.at[k] == 0 || f.mentions[f.at[k]-1].first != k {
				continue
			}
			switch m := &f.mentions[f.at[k]-1]; {
			case m.kind == news.Organization:
				flush()
				club = m
			case m.kind == news.Person && m.entry.role == "" && club != nil:
				players = append(players, m.entry)
			}
		}
		flush()
	}
}

// plays reports whether a sentence speaks of players and their places.
func (f *finder) plays(s arabic.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		if f.view.Class(k)&tagger.Sport != 0 {
			return true
		}
	}
	return false
}

// comma reports whether token k is a comma.
func (f *finder) comma(k int) bool {
	return k >= 0 && k < len(f.text.Tokens) && arabic.IsComma(f.text.Tokens[k].Norm)
}

// joined reports whether no line break follows token k.
func (f *finder) joined(k int) bool {
	return k >= 0 && (k+1 >= len(f.text.Tokens) || !f.text.NewLine(k))
}
