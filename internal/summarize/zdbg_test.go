package summarize

import (
	"fmt"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

func ZDebug(a news.Article, t *arabic.Text, f news.Facts) {
	s := newStory(a, t, f)
	lines := s.lines()
	for k := range lines {
		l := &lines[k]
		sp := s.speakers(lines)[k]
		var list []candidate
		n := 0
		bal := true
		for _, f := range s.frames(l) {
			list = s.tellings(list, f, l, sp, 28)
			n += len(f.cuts)
			bal = bal && f.balanced
		}
		bad := l.unfit || l.bare && s.marks[l.first]&saying != 0 && sp == nil && k > 0
		fmt.Printf("%d unfit=%v bare=%v rejected=%v pen=%.1f sp=%v cuts=%d balanced=%v cands=%d words=%d | %s\n", k, l.unfit, l.bare, bad, l.penalty, sp != nil, n, bal, len(list), len(t.Tokens[l.first:l.last]), t.Cover(l.first, l.last).Of(t.Source))
		told := make([]uint8, len(s.weight))
		for _, c := range list {
			fmt.Printf("      %.2f pen %.1f w%d %s\n", s.gain(&c, told), c.penalty, c.words, s.claim(&c, lines).Text)
		}
	}
}

// ZPool returns every candidate's text.
var ZLimit = 28

func ZPool(a news.Article, t *arabic.Text, f news.Facts) []string {
	s := newStory(a, t, f)
	lines := s.lines()
	var out []string
	for _, c := range s.candidates(lines, ZLimit) {
		out = append(out, s.claim(&c, lines).Text)
	}
	return out
}
