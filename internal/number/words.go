package number

// below reads the number words at token i that make a number below a thousand:
// units, teens, tens and hundreds, joined by waw. The colloquial order without
// waw («متين تلاتة») is read too.
func (r *reader) below(i int) (n int64, next int, ok bool) {
	e, known := r.entry(i)
	if !known {
		return 0, i, false
	}
	h, j := int64(0), i
	switch e.class {
	case hundred, hundreds:
		h, j = e.value, i+1
	case unit:
		if r.direct(i+1) && r.class(i+1) == hundred && e.value > 2 {
			h, j = e.value*100, i+2
		}
	case none, ten, one, two, teen, tens, scale, scales, dual, twice, half, tail, parts, ordinal, eleventh, part, point, minus, out:
	}
	if h == 0 {
		return r.belowHundred(i)
	}
	k, joined := r.after(j)
	if !joined && (!r.direct(j) || !r.bare(j)) {
		return h, j, true
	}
	if _, _, isPart := r.partsAt(k); isPart {
		return h, j, true
	}
	if n, next, ok := r.belowHundred(k); ok {
		if _, isPart := r.partOf(next); isPart {
			return h, j, true // two hundred, and three parts of a hundred
		}
		return h + n, next, true
	}
	return h, j, true
}

// bare reports whether token i is a number word below a hundred without
// proclitics or article.
func (r *reader) bare(i int) bool {
	c := r.class(i)
	return c == unit || c == teen || c == tens
}

// belowHundred reads a number below a hundred: three, thirteen, three and
// twenty, or twenty and three.
func (r *reader) belowHundred(i int) (n int64, next int, ok bool) {
	e, known := r.entry(i)
	if !known {
		return 0, i, false
	}
	switch e.class {
	case one, two:
		if r.direct(i+1) && r.class(i+1) == ten {
			return 10 + e.value, i + 2, true
		}
		if j, joined := r.after(i + 1); joined && e.class == one {
			if t, _ := r.entry(j); t.class == tens {
				return t.value + e.value, j + 1, true
			}
		}
		return 0, i, false
	case unit:
		if r.direct(i+1) && r.class(i+1) == ten && e.value > 0 {
			return 10 + e.value, i + 2, true
		}
		if j, joined := r.after(i + 1); joined && e.value > 0 {
			if t, _ := r.entry(j); t.class == tens {
				return t.value + e.value, j + 1, true
			}
		}
		return e.value, i + 1, true
	case tens:
		if j, joined := r.after(i + 1); joined {
			if u, _ := r.entry(j); u.class == unit && u.value > 0 && r.endsAt(j+1) {
				if _, _, isPart := r.partsAt(j); !isPart {
					return e.value + u.value, j + 1, true
				}
			}
		}
		return e.value, i + 1, true
	case ten, teen:
		return e.value, i + 1, true
	case none, hundred, hundreds, scale, scales, dual, twice, half, tail, parts, ordinal, eleventh, part, point, minus, out:
	}
	return 0, i, false
}

// fiveAndTens reads «خمسا وعشرين», whose first word is otherwise two fifths.
func (r *reader) fiveAndTens(i int, e entry) (n int64, next int, ok bool) {
	j, joined := r.after(i + 1)
	if !joined || e.value != 2 || e.over != 5 {
		return 0, i, false
	}
	t, _ := r.entry(j)
	return 5 + t.value, j + 1, t.class == tens
}

// endsAt reports whether no word that would belong to the unit before it stands
// at token i.
func (r *reader) endsAt(i int) bool {
	if !r.direct(i) {
		return true
	}
	switch r.class(i) {
	case ten, hundred, scale, scales, dual, parts:
		return false
	case none, unit, one, two, teen, tens, hundreds, twice, half, tail, ordinal, eleventh, part, point, minus, out:
	}
	if j, joined := r.after(i); joined {
		if e, _ := r.entry(j); e.class == tens {
			return false
		}
	}
	return true
}
