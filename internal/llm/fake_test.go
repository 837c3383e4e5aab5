package llm_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"mujaz/internal/llm"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// schema is the schema of the tests: a list of points with a quote before the text.
var schema = json.RawMessage(`{"type":"object","properties":{"points":{"type":"array","items":{"type":"object",` +
	`"properties":{"quote":{"type":"string"},"text":{"type":"string"}},"required":["quote","text"],"additionalProperties":false}}},` +
	`"required":["points"],"additionalProperties":false}`)

// good is an answer that satisfies it.
const good = `{"points":[{"quote":"افتتحت البلدية الجسر","text":"افتتحت البلدية الجسر."},{"quote":"بكلفة مليوني دولار","text":"كلف الجسر مليوني دولار."}]}`

var conversation = []string{"لخص.", "افتتحت البلدية الجسر بكلفة مليوني دولار."}

// completion is the body of a good answer with the given content.
func completion(content string) string { return finished(content, "stop") }

func finished(content, finish string) string {
	return fmt.Sprintf(`{"id":"1","object":"chat.completion","created":1,"model":"fake-1","choices":[{"index":0,"message":{"role":"assistant","content":%s},"finish_reason":%s}],`+
		`"usage":{"prompt_tokens":100,"completion_tokens":40,"total_tokens":140,"prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":7}}}`,
		quoted(content), quoted(finish))
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// sse is an event stream of the given content in pieces.
func sse(content, finish string) string {
	var b strings.Builder
	for piece := range slices.Chunk([]rune(content), 20) {
		fmt.Fprintf(&b, "data: {\"model\":\"fake-1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}]}\n\n", quoted(string(piece)))
	}
	if finish != "" {
		fmt.Fprintf(&b, "data: {\"model\":\"fake-1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":%q}]}\n\n", finish)
		b.WriteString("data: {\"model\":\"fake-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":40,\"total_tokens\":140}}\n\n")
		b.WriteString("data: [DONE]\n\n")
	}
	return b.String()
}

// step is one response of the fake server.
type step struct {
	status int
	header map[string]string
	body   string
	do     func(w http.ResponseWriter, r *http.Request) // instead of the above
}

// fake is a server that answers with its steps in turn, the last one for ever.
type fake struct {
	*httptest.Server
	mu     sync.Mutex
	steps  []step
	bodies []string
	header http.Header
	url    string
	calls  int
}

func serve(t *testing.T, steps ...step) *fake {
	t.Helper()
	f := &fake{steps: steps}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	f.mu.Lock()
	s := f.steps[min(f.calls, len(f.steps)-1)]
	f.calls++
	f.bodies = append(f.bodies, string(body))
	f.header, f.url = r.Header.Clone(), r.URL.String()
	f.mu.Unlock()
	s.write(w, r)
}

func (s step) write(w http.ResponseWriter, r *http.Request) {
	if s.do != nil {
		s.do(w, r)
		return
	}
	if strings.HasPrefix(s.body, "data:") || strings.HasPrefix(s.body, ":") {
		w.Header().Set("Content-Type", "text/event-stream")
	}
	for k, v := range s.header {
		w.Header().Set(k, v)
	}
	if s.status != 0 {
		w.WriteHeader(s.status)
	}
	_, _ = io.WriteString(w, s.body)
}

// count returns how often the server was asked.
func (f *fake) count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.calls
}

// body returns the first request.
func (f *fake) body() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.bodies[0]
}

// options are quick settings for a fake server.
func (f *fake) options() llm.Options {
	return llm.Options{
		BaseURL: f.URL + "/v1", Model: "fake-1", Now: time.Now, HTTP: f.Client(),
		Timeout: 300 * time.Millisecond, Deadline: 3 * time.Second, StreamIdle: 150 * time.Millisecond, MaxBackoff: 5 * time.Millisecond,
	}
}

func client(t *testing.T, o llm.Options) *llm.Client {
	t.Helper()
	c, err := llm.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// hang answers nothing until the client goes away.
func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// cutConnection breaks the connection after some bytes of a body.
func cutConnection(some string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		w.WriteHeader(http.StatusOK)
		_, _ = io.WriteString(w, some)
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		panic(http.ErrAbortHandler)
	}
}

func watch(ctx context.Context) context.Context { return llm.Watch(ctx, func(string) {}) }
