package eval

// Rouge holds the F measures of ROUGE-1, ROUGE-2 and ROUGE-L over folded
// words, without stemming or stop words.
type Rouge struct {
	One, Two, L float64
}

// Overlap returns how much of reference is in text, and text in reference.
func Overlap(text, reference string) Rouge {
	p, r := words(text), words(reference)
	return Rouge{
		One: f(shared(grams(p, 1), grams(r, 1)), len(p), len(r)),
		Two: f(shared(grams(p, 2), grams(r, 2)), max(0, len(p)-1), max(0, len(r)-1)),
		L:   f(longestCommon(p, r), len(p), len(r)),
	}
}

func f(match, a, b int) float64 {
	if match == 0 {
		return 0
	}
	return 2 * float64(match) / float64(a+b)
}

// gram is one word or a pair of neighbors.
type gram [2]string

func grams(w []string, n int) map[gram]int {
	m := make(map[gram]int, len(w))
	for i := 0; i+n <= len(w); i++ {
		g := gram{w[i]}
		if n == 2 {
			g[1] = w[i+1]
		}
		m[g]++
	}
	return m
}

func shared(a, b map[gram]int) int {
	n := 0
	for g, c := range a {
		n += min(c, b[g])
	}
	return n
}

// longestCommon returns the length of the longest common subsequence.
func longestCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}

func (r Rouge) plus(o Rouge) Rouge {
	return Rouge{One: r.One + o.One, Two: r.Two + o.Two, L: r.L + o.L}
}

func (r Rouge) over(n int) Rouge {
	if n == 0 {
		return Rouge{}
	}
	d := float64(n)
	return Rouge{One: r.One / d, Two: r.Two / d, L: r.L / d}
}
