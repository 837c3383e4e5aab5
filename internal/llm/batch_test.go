package llm_test

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mujaz/internal/llm"
)

// batches is a fake Batch API. Its hooks decide how batches end.
type batches struct {
	mu       sync.Mutex
	files    map[string]string
	batches  map[string]map[string]any
	uploads  int
	creates  int
	finish   func(b map[string]any, lines []string) (output, errors string)
	failNext int // this many creates succeed but answer 500, as in a crash
}

func (b *batches) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	path := strings.TrimPrefix(r.URL.Path, "/v1")
	switch {
	case path == "/files":
		f, _, err := r.FormFile("file")
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		data, _ := io.ReadAll(f)
		b.uploads++
		id := fmt.Sprintf("file-%d", b.uploads)
		b.files[id] = string(data)
		_ = json.NewEncoder(w).Encode(map[string]any{"id": id, "purpose": r.FormValue("purpose")})
	case path == "/batches" && r.Method == http.MethodPost:
		var req map[string]any
		_ = json.NewDecoder(r.Body).Decode(&req)
		b.creates++
		id := fmt.Sprintf("batch-%d", b.creates)
		b.batches[id] = map[string]any{"id": id, "status": "validating", "input_file_id": req["input_file_id"], "output_file_id": nil, "error_file_id": ""}
		if b.failNext > 0 {
			b.failNext--
			http.Error(w, "{}", http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(b.batches[id])
	case path == "/batches":
		list := []any{}
		for _, x := range b.batches {
			list = append(list, x)
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"data": list})
	case strings.HasSuffix(path, "/content"):
		_, _ = io.WriteString(w, b.files[strings.Split(path, "/")[2]])
	default:
		b.status(w, strings.TrimPrefix(path, "/batches/"))
	}
}

func (b *batches) status(w http.ResponseWriter, id string) {
	x := b.batches[id]
	if x["status"] == "validating" {
		input, _ := x["input_file_id"].(string)
		x["status"] = "completed"
		lines := strings.Split(strings.TrimSpace(b.files[input]), "\n")
		output, errors := b.finish(x, lines)
		if output != "" {
			b.files[id+"-out"] = output
			x["output_file_id"] = id + "-out"
		}
		if errors != "" {
			b.files[id+"-err"] = errors
			x["error_file_id"] = id + "-err"
		}
	}
	_ = json.NewEncoder(w).Encode(x)
}

func idOf(line string) string {
	var v struct {
		ID string `json:"custom_id"`
	}
	_ = json.Unmarshal([]byte(line), &v)
	return v.ID
}

func outputLine(id string) string {
	return fmt.Sprintf(`{"id":"r","custom_id":%q,"response":{"status_code":200,"body":%s},"error":null}`, id, completion(good))
}

func serveBatches(t *testing.T, finish func(map[string]any, []string) (string, string)) (*batches, *llm.Batch) {
	t.Helper()
	b := &batches{files: map[string]string{}, batches: map[string]map[string]any{}, finish: finish}
	f := &fake{steps: []step{{do: b.ServeHTTP}}}
	f.Server = newServer(t, b)
	o := f.options()
	o.Cache = &llm.Cache{Dir: filepath.Join(t.TempDir(), "cache")}
	o.Deadline, o.Timeout = 10*time.Second, 5*time.Second
	return b, &llm.Batch{Client: client(t, o), State: filepath.Join(t.TempDir(), "state.json")}
}

func questions(n int) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for i := range n {
			if !yield([]string{"لخص.", fmt.Sprintf("المقال رقم %d", i)}, nil) {
				return
			}
		}
	}
}

// TestBatch sends ten questions in shards of four. Results come in another
// order, one fails in its body, one in the error file, one is a broken line and
// one has no line at all; what is missing, and only that, is sent again.
func TestBatch(t *testing.T) {
	t.Parallel()
	round := 0
	api, batch := serveBatches(t, func(x map[string]any, lines []string) (string, string) {
		var out, errs []string
		for i, line := range lines {
			id := idOf(line)
			switch {
			case round > 0 || x["id"] != "batch-1":
				out = append(out, outputLine(id))
			case i == 0:
				out = append(out, fmt.Sprintf(`{"custom_id":%q,"response":{"status_code":500,"body":{"error":{"message":"server_error","type":"server_error"}}}}`, id))
			case i == 1:
				errs = append(errs, fmt.Sprintf(`{"custom_id":%q,"response":{"status_code":429,"body":{"error":{"message":"slow","code":"rate_limit_exceeded"}}}}`, id))
			case i == 2:
				out = append(out, outputLine(id)[:60])
			}
		}
		slices.Reverse(out)
		out = append(out, strings.Repeat(" ", 5<<20)) // result files are larger than answers may be
		return strings.Join(out, "\n"), strings.Join(errs, "\n")
	})
	batch.ShardRequests = 4
	ctx := t.Context()
	state, err := batch.Submit(ctx, questions(10), schema)
	if err != nil || len(state.Shards) != 3 || api.creates != 3 {
		t.Fatalf("Submit = %d shards, %v", len(state.Shards), err)
	}
	if _, err = batch.Submit(ctx, questions(10), schema); err != nil || api.uploads != 3 {
		t.Fatalf("submitting twice uploaded %d files, %v", api.uploads, err)
	}
	if state, err = batch.Collect(ctx); err != nil || !state.Done() || state.Missing() != 4 {
		t.Fatalf("Collect = missing %d, %v: %+v", state.Missing(), err, state)
	}
	if got := strings.Join(state.Shards[0].Reasons, ", "); got != "completed: 2, overloaded: 1, rate_limited: 1" {
		t.Errorf("reasons = %s", got)
	}
	round++
	if _, err = batch.Submit(ctx, questions(10), schema); err != nil || strings.Count(api.files["file-4"], "\n") != 4 {
		t.Fatalf("submitting again sent %d questions, want 4: %v", strings.Count(api.files["file-4"], "\n"), err)
	}
	if state, err = batch.Collect(ctx); err != nil || state.Shards[3].Missing != 0 {
		t.Fatalf("second Collect = %+v, %v", state, err)
	}
	for messages := range questions(10) {
		if answer, making, err := batch.Client.Ask(ctx, messages, schema); err != nil || string(answer) != good || making.Usage.Requests != 0 {
			t.Errorf("Ask after the batch = %s, %+v, %v", answer, making, err)
		}
	}
}

// TestBatchEnds checks the ways in which a batch ends badly.
func TestBatchEnds(t *testing.T) {
	t.Parallel()
	tests := []struct {
		status  string
		done    int
		missing int
		reason  string
	}{
		{"expired", 2, 3, "expired: 3"},
		{"cancelled", 1, 4, "cancelled: 4"},
		{"failed", 0, 5, "failed: 5"},
		{"completed", 0, 5, "completed: 5"}, // output_file_id null although it says completed
	}
	for _, tt := range tests {
		t.Run(tt.status, func(t *testing.T) {
			t.Parallel()
			_, batch := serveBatches(t, func(x map[string]any, lines []string) (string, string) {
				x["status"] = tt.status
				if tt.status == "failed" {
					x["errors"] = map[string]any{"data": []any{map[string]any{"code": "token_limit_exceeded", "message": "Enqueued token limit reached"}}}
				}
				var out []string
				for _, line := range lines[:tt.done] {
					out = append(out, outputLine(idOf(line)))
				}
				return strings.Join(out, "\n"), ""
			})
			if _, err := batch.Submit(t.Context(), questions(5), schema); err != nil {
				t.Fatal(err)
			}
			state, err := batch.Collect(t.Context())
			if err != nil || state.Missing() != tt.missing || strings.Join(state.Shards[0].Reasons, ", ") != tt.reason {
				t.Errorf("Collect = %+v, %v", state, err)
			}
			if tt.status == "failed" && !strings.Contains(state.Shards[0].Message, "token_limit_exceeded") {
				t.Errorf("message = %q", state.Shards[0].Message)
			}
		})
	}
}

// TestBatchCrash loses the answer to the creation of a batch: the batch is found
// instead of being paid twice.
func TestBatchCrash(t *testing.T) {
	t.Parallel()
	api, batch := serveBatches(t, func(_ map[string]any, lines []string) (string, string) {
		return outputLine(idOf(lines[0])), ""
	})
	api.failNext = 1
	state, err := batch.Submit(t.Context(), questions(1), schema)
	if err != nil || api.uploads != 1 || api.creates != 1 || len(state.Shards) != 1 || state.Shards[0].Batch == "" {
		t.Fatalf("Submit after a crash: %d uploads, %+v, %v", api.uploads, state, err)
	}
}

func TestBatchState(t *testing.T) {
	t.Parallel()
	_, batch := serveBatches(t, nil)
	for content, want := range map[string]string{
		`{"format":2}`:                     "newer program",
		`{"format":1,"model":"other"}`:     "of model other",
		`{"format":1,"model":"fake-1","sh`: "unexpected end",
	} {
		if err := os.WriteFile(batch.State, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := batch.Status(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Status with state %s = %v, want %q", content, err, want)
		}
	}
}
