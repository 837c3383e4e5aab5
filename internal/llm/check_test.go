package llm_test

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/llm"
)

func newServer(t *testing.T, h http.Handler) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

// endpoint answers like a server of some make: its list of models, an answer,
// and how many prompt tokens it reads at most.
func endpoint(models, answer string, window int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/models") {
			_, _ = w.Write([]byte(models))
			return
		}
		body := make([]byte, 1<<20)
		n := 0
		for {
			m, err := r.Body.Read(body[n:])
			n += m
			if err != nil {
				break
			}
		}
		read := min(n/7, window)
		_, _ = w.Write([]byte(strings.Replace(completion(answer), `"prompt_tokens":100`, `"prompt_tokens":`+strconv.Itoa(read), 1)))
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	const code = `{"code":"K7-مختبر"}`
	tests := []struct {
		name, models, answer string
		window               int
		want                 llm.Report
	}{
		{
			"all is well", `{"data":[{"id":"fake-1","max_model_len":32768}]}`, code, 1 << 20,
			llm.Report{Model: "fake-1", Format: llm.JSONSchema, Listed: true, Context: 32768, Answers: true, Enforced: true, Counted: true, ReadsLong: 6000},
		},
		{
			"schema not enforced", `{"data":[{"id":"fake-1","meta":{"n_ctx_train":4096}}]}`, `{"رد":"أهلا"}`, 1 << 20,
			llm.Report{Model: "fake-1", Format: llm.JSONSchema, Listed: true, Context: 4096, Answers: true, Counted: true, ReadsLong: 6000},
		},
		{
			"cut at 2048", `{"data":[]}`, code, 2008,
			llm.Report{Model: "fake-1", Format: llm.JSONSchema, Answers: true, Enforced: true, Counted: true, CutsLong: true},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newServer(t, endpoint(tt.models, tt.answer, tt.window))
			o := llm.Options{BaseURL: s.URL + "/v1", Model: "fake-1", Now: time.Now, HTTP: s.Client()}
			got, err := llm.Check(t.Context(), o, 6000)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Check (-want +got):\n%s", diff)
			}
		})
	}
	down := serve(t, step{status: 401})
	if _, err := llm.Check(t.Context(), down.options()); llm.KindOf(err) != llm.Unauthorized {
		t.Errorf("Check of a server that refuses = %v", err)
	}
}
