package summarize_test

import (
	"slices"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

// named returns the actor whom text names at each of the words.
func named(text, name, role string, words ...string) news.Actor {
	a := news.Actor{Name: name, Kind: news.Person, Role: role, Salience: 1}
	if at := strings.Index(text, role); role != "" {
		a.RoleAt = news.Span{Start: at, End: at + len(role)}
	}
	from := 0
	for _, w := range words {
		at := strings.Index(text[from:], w) + from
		a.Mentions = append(a.Mentions, news.Span{Start: at, End: at + len(w)})
		from = at + len(w)
	}
	return a
}

// TestIntroduce names a person in full where no bullet has done so.
func TestIntroduce(t *testing.T) {
	t.Parallel()
	const later = "وأكد الراوي أن الجسر الجديد سيفتح أمام السيارات والشاحنات في مطلع شهر مارس المقبل بعد عامين من الأشغال."
	const intro = "هل يفتح مدير الميناء سالم الراوي الجسر الجديد؟\n" // a question is no bullet
	tests := map[string]struct {
		text, role string
		names      []string
		start      string
	}{
		"with his office":      {intro + later, "مدير الميناء", []string{"سالم الراوي", "الراوي"}, "أكد مدير الميناء سالم الراوي أن الجسر"},
		"no office":            {intro + later, "", []string{"سالم الراوي", "الراوي"}, "أكد سالم الراوي أن الجسر"},
		"named by his bullets": {"أعلن مدير الميناء سالم الراوي أمس الأحد بدء الأشغال في الجسر القديم.\n" + later, "", []string{"سالم الراوي", "الراوي"}, "أكد الراوي أن الجسر"},
		"only in short":        {later, "", []string{"الراوي"}, "أكد الراوي أن الجسر"},
		"by his first name":    {"هل يفتح سالم الراوي الجسر؟\nوأكد سالم أن الجسر الجديد سيفتح أمام السيارات والشاحنات في مطلع شهر مارس المقبل.", "", []string{"سالم الراوي", "سالم"}, "أكد سالم أن الجسر"},
	}
	for name, tt := range tests {
		f := news.Facts{Actors: []news.Actor{named(tt.text, "سالم الراوي", tt.role, tt.names...)}}
		d := summarize.Draft(news.Article{Text: tt.text}, arabic.Read(tt.text), f, summarize.Options{})
		k := slices.IndexFunc(d.Claims, func(c news.Claim) bool { return strings.HasPrefix(c.Text, tt.start) })
		if k < 0 {
			t.Errorf("%s: bullets = %q, none begins with %q", name, d.Claims, tt.start)
			continue
		}
		if full := strings.Contains(d.Claims[k].Text, "سالم الراوي"); full && !strings.Contains(strings.Join(d.Claims[k].Quotes, "\n"), "سالم الراوي") {
			t.Errorf("%s: quotes = %q, want the words that name him", name, d.Claims[k].Quotes)
		}
	}
}

// TestIntroduceTwo leaves a name that two persons of the article share.
func TestIntroduceTwo(t *testing.T) {
	t.Parallel()
	const text = "هل يلتقي سالم الراوي مع خالد الراوي؟\nوأكد الراوي أن الجسر الجديد سيفتح أمام السيارات والشاحنات في مطلع شهر مارس المقبل."
	f := news.Facts{Actors: []news.Actor{named(text, "سالم الراوي", "", "سالم الراوي", "الراوي"), named(text, "خالد الراوي", "", "خالد الراوي")}}
	f.Actors[0].Mentions[1].Start = strings.LastIndex(text, "الراوي")
	f.Actors[0].Mentions[1].End = f.Actors[0].Mentions[1].Start + len("الراوي")
	for _, got := range draft(text, f, summarize.Options{}) {
		if !strings.HasPrefix(got, "أكد الراوي أن") {
			t.Errorf("bullet = %q, want the name as the article writes it", got)
		}
	}
}
