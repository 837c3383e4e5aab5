package draft_test

import (
	"fmt"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/draft"
	"mujaz/internal/news"
)

// longArticle has n sentences, each with a number of its own.
func longArticle(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "وقالت البلدية في بيانها رقم %d إن الطريق الجديد يمر بالحي رقم %d من المدينة. ", i, i)
		if i%4 == 3 {
			b.WriteString("\n")
		}
	}
	return strings.TrimSpace(b.String())
}

func answerFor(text string, n int) string {
	quote := fmt.Sprintf("وقالت البلدية في بيانها رقم %d إن الطريق الجديد يمر بالحي رقم %d من المدينة.", n, n)
	if !strings.Contains(text, quote) {
		return `{"bullets":[],"actors":[],"dates":[],"figures":[]}`
	}
	return fmt.Sprintf(`{"bullets":[{"quotes":[%q],"text":%q}],"actors":[],"dates":[],"figures":[]}`, quote, strings.TrimPrefix(quote, "و"))
}

// TestLong checks that every sentence of a long article reaches the model, that
// parts share a sentence, and that points of the parts become the draft.
func TestLong(t *testing.T) {
	t.Parallel()
	text := longArticle(150)
	whole := answerFor(text, 140)
	e, m := engine(said{whole, nil})
	e.Options.Window = 8_000
	d, err := run(t, e, text)
	if err != nil || len(d.Claims) != 1 {
		t.Fatalf("Draft = %d claims, %v, %d calls", len(d.Claims), err, len(m.asked))
	}
	parts := len(m.asked) - 1
	if parts < 2 {
		t.Fatalf("asked %d times", len(m.asked))
	}
	for i := range 150 {
		sentence := fmt.Sprintf("بيانها رقم %d إن", i)
		n := 0
		for _, messages := range m.asked[:parts] {
			n += strings.Count(messages[1], sentence)
		}
		if n < 1 || n > 2 {
			t.Errorf("sentence %d was sent %d times", i, n)
		}
	}
	if last := m.asked[parts][1]; !strings.Contains(last, "الدليل: ") || strings.Contains(last, "بيانها رقم 3 ") {
		t.Errorf("the last question holds more than points:\n%s", last)
	}
}

// TestTooLong checks that an article that the server could not read whole is
// read in parts.
func TestTooLong(t *testing.T) {
	t.Parallel()
	text := longArticle(100)
	for _, reason := range []string{"context_length", "input_truncated"} {
		e, m := engine(said{"", failure{reason: reason}}, said{answerFor(text, 1), nil})
		d, err := run(t, e, text)
		if err != nil || len(d.Claims) != 1 || len(m.asked) < 4 || d.Making.Engine != "llm" {
			t.Errorf("%s: %d calls, %d claims, %v", reason, len(m.asked), len(d.Claims), err)
		}
	}
}

func TestConversations(t *testing.T) {
	t.Parallel()
	e, _ := engine(said{"", nil})
	list, schema, err := e.Conversations(news.Article{Title: "عنوان"}, arabic.Read(source))
	if err != nil || len(list) != 1 || len(list[0]) != 2 || len(schema) == 0 {
		t.Fatalf("Conversations = %d, %v", len(list), err)
	}
	e.Options = draft.Options{Window: 8_000}
	long := arabic.Read(longArticle(150))
	if list, _, err = e.Conversations(news.Article{}, long); err != nil || len(list) < 2 {
		t.Errorf("Conversations of a long article = %d, %v", len(list), err)
	}
}
