package number

import "mujaz/internal/arabic"

// ordinal reads an ordinal at token i: third, eleventh, five and twentieth, and
// hundreds after «بعد» or waw. Tens and hundreds alone («العشرون») are spelled as
// the definite cardinal is and are left to callers.
func (r *reader) ordinal(i int, e entry) (Number, bool) {
	var n int64
	var next int
	if e.class == hundred || e.class == hundreds {
		j, joined := r.after(i + 1)
		u, _ := r.entry(j)
		if !joined || u.class != ordinal && u.class != eleventh || !u.definite {
			return Number{}, false
		}
		rest, end, ok := r.ordinalBelow(j, u)
		if !ok {
			return Number{}, false
		}
		n, next = e.value+rest, end
	} else {
		low, end, ok := r.ordinalBelow(i, e)
		if !ok {
			return Number{}, false
		}
		n, next = low, end
		if r.direct(next) && r.t.Tokens[next].Norm == "بعد" && r.direct(next+1) {
			if h, _ := r.entry(next + 1); h.definite && (h.class == hundred || h.class == hundreds) {
				n, next = n+h.value, next+2
			}
		}
	}
	o := Number{First: i, Last: next, Value: whole(n), Form: Words, Scale: 1, Ordinal: true}
	r.place(&o)
	return o, true
}

// ordinalBelow reads an ordinal below a hundred whose first word is e.
func (r *reader) ordinalBelow(i int, e entry) (n int64, next int, ok bool) {
	if e.class != ordinal && e.class != eleventh {
		return 0, i, false
	}
	if r.direct(i+1) && r.class(i+1) == ten {
		return 10 + e.value, i + 2, e.value < 10
	}
	if j, joined := r.after(i + 1); joined {
		if t, _ := r.entry(j); t.class == tens && t.definite == e.definite {
			return t.value + e.value, j + 1, e.value < 10
		}
	}
	if e.class == eleventh || r.secondsAfter(i) {
		return 0, i, false
	}
	return e.value, i + 1, true
}

// secondsAfter reports whether token i is «ثانية» after a number or another word
// that makes it a second of time and not the ordinal.
func (r *reader) secondsAfter(i int) bool {
	w := r.t.Tokens[i].Norm
	if w != "ثانيه" && w != "ثاني" && w != "ثان" || i == 0 || !r.direct(i) {
		return false
	}
	if r.t.Tokens[i-1].Kind == arabic.Digits {
		return true
	}
	e, ok := r.entry(i - 1)
	return ok && e.class != ordinal
}
