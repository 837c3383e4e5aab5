//go:build live

package llm_test

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mujaz/internal/llm"
)

// live returns the address of a server that testdata/live/run.sh started.
func live(t *testing.T, name string) llm.Options {
	t.Helper()
	url := os.Getenv(name)
	if url == "" {
		t.Skipf("%s is not set: make test-llm starts the server", name)
	}
	net := &http.Transport{}
	t.Cleanup(net.CloseIdleConnections)
	return llm.Options{HTTP: &http.Client{Transport: net}, BaseURL: url, Key: llm.NewSecret("test"), Model: "gpt-4.1-mini", Now: time.Now, MaxBackoff: 50 * time.Millisecond}
}

// TestLiveAimock asks aimock, plain and streamed.
func TestLiveAimock(t *testing.T) {
	o := live(t, "MUJAZ_LIVE_AIMOCK")
	for _, stream := range []bool{false, true} {
		o.Stream = stream
		answer, making, err := client(t, o).Ask(t.Context(), conversation, schema)
		if err != nil || string(answer) != good || making.Usage.Requests != 1 {
			t.Errorf("stream %v: Ask = %s, %+v, %v", stream, answer, making, err)
		}
		_, _, err = client(t, o).Ask(t.Context(), []string{"لخص.", "أجب بلا صيغة"}, schema)
		if llm.KindOf(err) != llm.Invalid {
			t.Errorf("stream %v: prose = %v", stream, err)
		}
		o := o
		o.Retries = -1
		if _, _, err = client(t, o).Ask(t.Context(), []string{"لخص.", "سؤال لا جواب له"}, schema); err == nil {
			t.Errorf("stream %v: an unknown question was answered", stream)
		} else {
			t.Logf("stream %v: unknown question: %v", stream, err)
		}
	}
	models, err := client(t, o).Models(t.Context())
	if err != nil || len(models) == 0 {
		t.Errorf("Models = %v, %v", models, err)
	}
}

// TestLiveChaos asks aimock with faults in three of ten answers: with retries
// every question is answered, or ends in an error of a known kind.
func TestLiveChaos(t *testing.T) {
	o := live(t, "MUJAZ_LIVE_CHAOS")
	o.Retries, o.Deadline = 6, 60*time.Second
	kinds := map[llm.Kind]int{}
	c := client(t, o)
	requests := 0
	const questions = 40 // the server allows sixty requests a minute
	for range questions {
		answer, making, err := c.Ask(t.Context(), conversation, schema)
		requests += making.Usage.Requests
		kinds[llm.KindOf(err)]++
		if err == nil && string(answer) != good {
			t.Errorf("answer = %s", answer)
		}
		var e *llm.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("Ask = %v, not an Error", err)
		}
	}
	t.Logf("%d questions, %d requests, kinds %v", questions, requests, kinds)
	if kinds[""] < questions-1 || requests < questions+3 {
		t.Errorf("%d answered with %d requests", kinds[""], requests)
	}
}

// TestLiveBatch sends a batch to aimock, whose answers are canned text: they
// arrive, each with its own id, and are kept.
func TestLiveBatch(t *testing.T) {
	o := live(t, "MUJAZ_LIVE_AIMOCK")
	o.Cache = &llm.Cache{Dir: filepath.Join(t.TempDir(), "cache")}
	b := &llm.Batch{Client: client(t, o), State: filepath.Join(t.TempDir(), "state.json"), ShardRequests: 3}
	state, err := b.Submit(t.Context(), questions(7), schema)
	if err != nil || len(state.Shards) != 3 {
		t.Fatalf("Submit = %+v, %v", state, err)
	}
	for range 20 {
		if state, err = b.Collect(t.Context()); err != nil {
			t.Fatal(err)
		}
		if state.Done() {
			break
		}
		time.Sleep(200 * time.Millisecond)
	}
	if !state.Done() || state.Missing() != 0 {
		t.Errorf("Collect = %+v", state)
	}
	for i := range 7 {
		o.Cache = &llm.Cache{Dir: o.Cache.Dir, Mode: llm.Replay}
		_, _, err := client(t, o).Ask(t.Context(), []string{"لخص.", fmt.Sprintf("المقال رقم %d", i)}, schema)
		if llm.KindOf(err) != llm.Invalid { // "Mock batch completion" is no JSON, but it is there
			t.Errorf("question %d after the batch: %v", i, err)
		}
	}
}

// TestLiveLlama asks a real model: the schema is enforced by a grammar, tokens
// are counted, and our estimate is near.
func TestLiveLlama(t *testing.T) {
	o := live(t, "MUJAZ_LIVE_LLAMA")
	o.Model, o.MaxTokens, o.Timeout, o.Deadline = "small", 120, 5*time.Minute, 10*time.Minute
	report, err := llm.Check(t.Context(), o)
	if err != nil || !report.Answers || !report.Enforced || !report.Counted {
		t.Errorf("Check = %+v, %v", report, err)
	}
	t.Logf("%+v", report)
	long := "تعلن البلدية أن الطريق الجديد يمر بالحي الشرقي من المدينة ثم بالسوق القديم. "
	text := ""
	for range 20 {
		text += long
	}
	start := time.Now()
	_, making, err := client(t, o).Ask(t.Context(), []string{"لخص.", text}, schema)
	t.Logf("%v, %+v, %v", err, making.Usage, time.Since(start))
	if k := llm.KindOf(err); k != "" && k != llm.CutAnswer && k != llm.Invalid {
		t.Errorf("Ask = %v", err)
	}
	estimate := llm.Tokens(o.Model, text)
	if got := making.Usage.PromptTokens; got < estimate/2 || got > 2*estimate {
		t.Errorf("the server counted %d prompt tokens, the estimate of the text is %d", got, estimate)
	}
	o.Stream = true
	pieces := 0
	ctx := llm.Watch(t.Context(), func(string) { pieces++ })
	if _, _, err := client(t, o).Ask(ctx, conversation, schema); pieces == 0 {
		t.Errorf("nothing was streamed: %v", err)
	}
}
