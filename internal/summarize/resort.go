package summarize

// leastResort is how many words the beginning of a sentence must have to be told
// alone.
const leastResort = 9

// resort tells the beginning of line l, which its cuts leave too long, up to a
// place where a clause or an adjunct begins; the closing attribution stays.
func (s *story) resort(l *line, limit int) (candidate, bool) {
	g := *s.frame(l)
	f := &g
	if l.unfit || !f.balanced || f.lone >= 0 {
		return candidate{}, false
	}
	x := shaper{f: f}
	x.sum()
	if f.broken >= 0 {
		f.last = f.broken
		f.sourceAt = min(f.sourceAt, f.last)
	}
	tail := run{f.sourceAt, f.last}
	if f.sourceAt < f.last {
		limit -= x.count(f.sourceAt, f.last)
	}
	for i := f.sourceAt - 1; i > f.first+leastResort-2; i-- {
		if !f.ends(i) || !f.stops(i-1) || !f.fed(func(k int) bool { return k < i || k >= f.sourceAt }) {
			continue
		}
		if n := x.count(f.first, i); n > limit || n < leastResort {
			continue
		}
		c := candidate{order: l.order, own: run{f.first, i}, runs: []run{{f.first, i}}, bare: 1, words: x.count(f.first, i), penalty: 1}
		if tail.first < tail.last {
			c.runs, c.own.last = append(c.runs, tail), tail.last
			c.words += x.count(tail.first, tail.last)
		}
		return c, true
	}
	return candidate{}, false
}

// ends reports whether the sentence may end before token i, at which something
// begins that it is whole without.
func (f *frame) ends(i int) bool {
	t := f.s.t.Tokens
	at := i
	if comma(t[i]) {
		at++
	}
	if at >= f.sourceAt || !f.outside(i) || !f.outside(at) || f.said >= 0 && i <= f.said+4 {
		return false
	}
	c, n := f.s.cue(at, f.last)
	m, joined := f.s.marks[at], f.s.joined[at]
	isVerb := m&verb != 0 && m&nominal == 0
	switch {
	case c == source || c == limiting:
		return false
	case at > i && (c != none || joined || f.insert(at) || m&relative != 0):
		if joined && !isVerb && f.counted(i) {
			return false
		}
	case c == remark && !f.governs(at+n):
		return false
	case c == tail, c == remark, c == adjunct, c == scope && f.s.sequel(at), isVerb && joined, f.purpose(at), m&relative != 0 && f.narrowed(at):
	default:
		return false
	}
	rest := cut{first: i, last: f.sourceAt, rule: adjunctCut}
	if m&relative != 0 {
		rest.rule = relativeCut
	}
	if isVerb || c == tail || c == remark {
		rest.rule = clauseTail
	}
	if !f.told(i) || f.dates(at) || f.waits(at) {
		return false
	}
	n = len(f.cuts)
	f.add(rest)
	return len(f.cuts) > n
}

// waits reports whether the adjunct of a few words at i stands before a noun that the
// verb may still need: «استقبل الرئيس، [مساء اليوم، وزير الدفاع]».
func (f *frame) waits(i int) bool {
	for k := i + 1; k < f.sourceAt-1 && k < i+insertLong; k++ {
		if f.outside(k) && comma(f.s.t.Tokens[k]) {
			c, _ := f.s.cue(k+1, f.last)
			return c == none && f.s.bareNorm(k+1) != "\u0627\u0636\u0627\u0641\u0647" && !f.resumes(k+1) && !f.coordinated(k+1) // إضافة
		}
	}
	return false
}

// told reports whether the words before token i have a verb with something beside
// its subject, which nothing denies.
func (f *frame) told(i int) bool {
	if f.s.verbs(f.first, i) == 0 && f.s.marks[f.first]&verb == 0 {
		return false
	}
	return f.complete(i) && f.complemented(i)
}

// dates reports whether the phrase at i may tell the time of a figure before it.
func (f *frame) dates(i int) bool {
	c, _ := f.s.cue(i, f.last)
	if c != scope || !f.digits(f.first, i) {
		return false
	}
	if comma(f.s.t.Tokens[i-1]) && f.s.sequel(i) {
		return false
	}
	return !f.s.sequel(i) || i+1 >= f.last || !definite(f.s.t.Tokens[i+1]) && !suffixed(f.s.t.Tokens[i+1].Norm) || f.s.held[i+1] != 0
}

// count returns how many words tokens first to last are to a reader.
func (x *shaper) count(first, last int) int {
	return x.words[last-x.f.first] - x.words[first-x.f.first]
}
