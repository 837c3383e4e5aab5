package draft_test

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mujaz/internal/draft"
	"mujaz/internal/llm"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/summarize"
	"mujaz/prompts"
)

// articleNumber is an invented article that differs from the others by its numbers.
func articleNumber(n int) string {
	return fmt.Sprintf("أعلنت بلدية مدينة النخيل، أمس الأحد، افتتاح المدرسة رقم %d في الحي الشرقي بكلفة %d ألف دولار. "+
		"وقال رئيس البلدية سامر الحداد إن المدرسة تستقبل %d تلميذا في عامها الأول.\n"+
		"وكان العمل فيها بدأ في مارس الماضي. وتعتزم البلدية بناء ثلاث مدارس أخرى في العام المقبل.", n, 300+n, 200+n)
}

// flawed is a model server one in five of whose answers is a fault, by turns of
// every kind. Some articles never get a good answer.
type flawed struct {
	mu    sync.Mutex
	calls map[int]int // by article
	all   int
	bad   int
}

// hopeless reports whether an article never gets a good answer: one in twenty.
func hopeless(n int) bool { return n%20 == 7 }

func (f *flawed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var q struct {
		Messages []struct{ Content string }
	}
	_ = json.Unmarshal(body, &q)
	text := q.Messages[1].Content
	n := 0
	_, _ = fmt.Sscanf(text[strings.Index(text, "المدرسة رقم "):], "المدرسة رقم %d", &n)
	f.mu.Lock()
	f.calls[n]++
	f.all++
	first := f.calls[n] == 1
	faulty := hopeless(n) || first && n%20 < 3 || first && n%40 == 23 // with the hopeless ones' tries about one call in five
	if faulty {
		f.bad++
	}
	kind := f.bad
	f.mu.Unlock()
	if !faulty {
		_, _ = io.WriteString(w, chatBody(answerAbout(n)))
		return
	}
	fault(w, r, kind, n)
}

// fault answers with one of the faults, by turns; none of them loses the rest.
func fault(w http.ResponseWriter, r *http.Request, kind, n int) {
	good := answerAbout(n)
	switch kind % 12 {
	case 0:
		w.WriteHeader(http.StatusInternalServerError)
	case 1:
		w.Header().Set("Retry-After-Ms", "20")
		w.WriteHeader(http.StatusTooManyRequests)
	case 2:
		_, _ = io.WriteString(w, `{"error":{"message":"upstream","type":"server_error"}}`)
	case 3:
		_, _ = io.WriteString(w, `{"choices":[]}`)
	case 4:
		_, _ = io.WriteString(w, chatBody(""))
	case 5:
		_, _ = io.WriteString(w, "<html>502</html>")
	case 6:
		panic(http.ErrAbortHandler)
	case 7:
		<-r.Context().Done()
	case 8:
		_, _ = io.WriteString(w, chatBody("لا أستطيع المساعدة في هذا."))
	case 9:
		_, _ = io.WriteString(w, chatBody(strings.ReplaceAll(good, "دولار", "يورو")))
	case 10:
		_, _ = io.WriteString(w, chatBody(strings.ReplaceAll(good, strconv.Itoa(300+n), "999")))
	case 11:
		_, _ = io.WriteString(w, chatBody(`{"bullets":"لا شيء"}`))
	}
}

func chatBody(content string) string {
	c, _ := json.Marshal(content)
	return fmt.Sprintf(`{"model":"fake","choices":[{"index":0,"message":{"role":"assistant","content":%s},"finish_reason":"stop"}],"usage":{"prompt_tokens":3000,"completion_tokens":200,"total_tokens":3200}}`, c)
}

func answerAbout(n int) string {
	first, _, _ := strings.Cut(articleNumber(n), " وقال")
	b, _ := json.Marshal(map[string]any{
		"bullets": []any{map[string]any{"quotes": []string{first}, "text": first}},
		"actors":  []string{}, "dates": []string{}, "figures": []string{},
	})
	return string(b)
}

func numbered(n int) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for i := range n {
			page := news.Page{ID: strconv.Itoa(i), Form: news.Text, Title: "افتتاح مدرسة", Body: []byte(articleNumber(i))}
			if !yield(pipeline.Input{Page: page}) {
				return
			}
		}
	}
}

// TestBatchWithFaults runs 500 articles against a server one in five of whose
// answers is a fault: exactly 500 briefs come out, in order, each with bullets,
// and those that the model could not write say so.
func TestBatchWithFaults(t *testing.T) {
	t.Parallel()
	count := 500
	if testing.Short() {
		count = 100
	}
	f := &flawed{calls: map[int]int{}}
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	client, err := llm.New(llm.Options{
		BaseURL: server.URL + "/v1", Model: "fake", Now: time.Now, HTTP: server.Client(), Concurrency: 16,
		Timeout: 250 * time.Millisecond, Deadline: 20 * time.Second, MaxBackoff: 10 * time.Millisecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	o := summarize.Options{Bullets: 3, WordsPerBullet: 40}
	p := &pipeline.Pipeline{
		Program: "mujaz test", Now: time.Now, Options: o,
		Model: &draft.Engine{Model: client, Prompts: prompts.Default(), Check: gate, Embedded: pipeline.Embedded{Options: o}.Draft},
	}
	next, degraded := 0, map[int]string{}
	err = p.Run(t.Context(), t.Context(), numbered(count), 16, func(r pipeline.Result) error {
		if r.Err != nil || r.Page.ID != strconv.Itoa(next) || len(r.Brief.Bullets) == 0 {
			t.Errorf("article %d: %s, %v, %d bullets", next, r.Page.ID, r.Err, len(r.Brief.Bullets))
		}
		for _, w := range r.Brief.Warnings {
			if reason, ok := strings.CutPrefix(string(w), "degraded:"); ok {
				degraded[next] = reason
			}
		}
		for _, b := range r.Brief.Bullets {
			if strings.Contains(b.Text, "999") || strings.Contains(b.Text, "يورو") {
				t.Errorf("article %d: the brief says %q", next, b.Text)
			}
		}
		next++
		return nil
	})
	if err != nil || next != count {
		t.Fatalf("%d briefs, %v", next, err)
	}
	share := float64(f.bad) / float64(f.all)
	t.Logf("%d calls, %.0f%% faults, %d degraded: %v", f.all, 100*share, len(degraded), degraded)
	if share < 0.18 {
		t.Errorf("only %.0f%% faults", 100*share)
	}
	for n := range count {
		if reason, ok := degraded[n]; ok != hopeless(n) {
			t.Errorf("article %d: degraded %v (%s), hopeless %v", n, ok, reason, hopeless(n))
		}
	}
}
