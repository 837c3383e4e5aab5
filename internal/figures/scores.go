package figures

import (
	"strings"

	"github.com/govalues/decimal"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/number"
)

// mostGoals is the highest number of a score in digits.
const mostGoals = 150

// score reads numbers k and k+1 as a score: «2-1», «3 / 0», «ثلاثة أهداف لهدف».
// It returns how many numbers it used, or 0.
func (f *finder) score(k int) int {
	n := f.numbers[k]
	if n.Ordinal || n.Definite || f.named(n) || n.First > 1 && f.norm(n.First-1) == "(" && f.roleOfStem(n.First-2)&name != 0 {
		return 0
	}
	if n.Form == number.Fraction && f.norm(n.First+1) == "/" && f.inSport() && !f.chained(n, n) {
		f.addScore(n.First, n.Last, n.Start)
		return 1
	}
	if isGoals(f.norm(n.Last)) && f.direct(n.Last) {
		if last, ok := f.scoreTail(n.Last + 1); ok {
			f.addScore(n.First, last, n.Start)
			return 1
		}
	}
	if k+1 >= len(f.numbers) || !f.inScore(n) {
		return 0
	}
	m := f.numbers[k+1]
	if m.First != n.Last+1 || f.inDate(m) || !f.inScore(m) || m.Prefix != "" || !f.direct(m.First) || !f.direct(n.Last) {
		return 0
	}
	switch f.norm(n.Last) {
	case "-", "\u2013", "/", "\u0640", "\u0645\u0642\u0627\u0628\u0644":
	default:
		return 0
	}
	if f.value(n) > mostGoals || f.value(m) > mostGoals || f.chained(n, m) || !f.inSport() && !f.afterResult(n) {
		return 0
	}
	if u, ok := f.unitAfter(m); ok && !isGoals(f.norm(m.Last)) && (u.known || u.kind != news.Count) {
		return 0
	}
	f.addScore(n.First, m.Last, n.Start)
	return 2
}

// inScore reports whether n is written as one side of a score: in digits, or nil.
func (f *finder) inScore(n number.Number) bool {
	return n.Form == number.Digits || n.Form == number.Words && n.Value.IsZero()
}

// chained reports whether n and m are part of a longer row, such as a date or
// the order of a team: «1-3-2-4».
func (f *finder) chained(n, m number.Number) bool {
	mark := func(i int) bool { return f.norm(i) == "-" || f.norm(i) == "/" }
	digits := func(i int) bool { return i >= 0 && i < len(f.t.Tokens) && f.t.Tokens[i].Kind == arabic.Digits }
	return mark(n.First-1) && digits(n.First-2) && f.t.Touch(n.First-1) || mark(m.Last) && digits(m.Last+1) && f.t.Touch(m.Last) ||
		f.t.Touch(m.Last-1) && f.norm(m.Last) == "ه"
}

// afterResult reports whether a word for a result stands before n.
func (f *finder) afterResult(n number.Number) bool {
	if n.First > 0 && f.roleOfStem(n.First-1)&sport != 0 {
		return true
	}
	return strings.HasSuffix(f.norm(n.First-1), "نتيجه") || strings.HasSuffix(f.norm(n.First-2), "نتيجه")
}

func isGoals(norm string) bool {
	switch norm {
	case "اهداف", "هدفا", "هدف", "اشواط", "مجموعات":
		return true
	}
	return false
}

func (f *finder) addScore(first, last, start int) {
	f.add(item{first: first, last: last, start: start, bound: news.Exact, unit: counted{kind: news.Score}})
	f.list[len(f.list)-1].Value = decimal.NullDecimal{}
}

// scoreTail reads what follows goals and makes a score of them: «دون رد», «لصفر»,
// «مقابل هدف», «نظيفة».
func (f *finder) scoreTail(i int) (last int, ok bool) {
	if !f.direct(i) {
		return 0, false
	}
	switch w := f.norm(i); w {
	case "نظيفه", "نظيفين", "نظيف", "نظيفان", "بيضاء":
		return i + 1, true
	case "دون", "بدون":
		return i + 2, f.direct(i+1) && (f.norm(i+1) == "رد" || f.norm(i+1) == "مقابل")
	case "من":
		last, ok := f.scoreTail(i + 1)
		return last, ok && f.norm(i+1) == "دون"
	case "مقابل":
		return f.goals(i+1, "")
	case "ل":
		return f.goals(i+1, "")
	default:
		if strings.HasPrefix(w, "ل") {
			return f.goals(i, "ل")
		}
	}
	return 0, false
}

// goals reads the goals of the losing side at token i, which carries prefix.
func (f *finder) goals(i int, prefix string) (last int, ok bool) {
	if !f.direct(i) {
		return 0, false
	}
	switch strings.TrimPrefix(f.norm(i), prefix) {
	case "لا":
		return i + 2, f.norm(i+1) == "شيء"
	case "لاشيء", "صفر":
		return i + 1, true
	case "هدف", "هدفين", "هدفان", "شوط", "شوطين", "شوطان", "واحده", "مجموعه", "مجموعتين":
		last = i + 1
		if w := f.norm(last); w == "واحد" || w == "وحيد" || w == "يتيم" || w == "اثنين" {
			last++
		}
		return last, true
	}
	n, ok := number.Read(f.t, i)
	if !ok || n.Prefix != prefix && f.t.Tokens[i].Kind != arabic.Digits || f.value(n) > mostGoals {
		return 0, false
	}
	last = n.Last
	if isGoals(f.norm(last)) {
		last++
	}
	return last, true
}

// scoreAt reads a score that begins with a word at token i: «هدفين لصفر», «هدف
// دون رد», «ثلاثية نظيفة».
func (f *finder) scoreAt(i int) bool {
	stems, n := f.t.Stems(i)
	for _, s := range stems[:n] {
		switch s.Norm {
		case "مجموعه", "شوط":
			last, ok := f.scoreTail(i + 1)
			if ok = ok && f.norm(i+1) != "من"; ok {
				f.addScore(i, last, s.Start)
			}
			return ok
		case "هدف", "هدفين", "هدفان", "شوطين", "شوطان", "مجموعتين", "مجموعتان":
			last, ok := f.scoreTail(i + 1)
			if !ok && s.Norm == "هدف" && s.Prefix == "ب" && (f.norm(i+1) == "وحيد" || f.norm(i+1) == "يتيم") {
				last, ok = i+2, true
			}
			if ok {
				f.addScore(i, last, s.Start)
			}
			return ok
		case "ثلاثيه", "ثنائيه", "رباعيه", "خماسيه", "سداسيه", "سباعيه":
			last, ok := f.scoreTail(i + 1)
			if ok {
				f.addScore(i, last, s.Start)
			}
			return ok
		}
	}
	return false
}
