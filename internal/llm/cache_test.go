package llm_test

import (
	"os"
	"path/filepath"
	"testing"

	"mujaz/internal/llm"
)

func TestCache(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	o := f.options()
	o.Cache = &llm.Cache{Dir: t.TempDir()}
	for i := range 3 {
		answer, making, err := client(t, o).Ask(t.Context(), conversation, schema)
		if err != nil || string(answer) != good || making.Model != "fake-1" {
			t.Fatalf("Ask = %s, %+v, %v", answer, making, err)
		}
		if i > 0 && making.Usage.Requests+making.Usage.PromptTokens != 0 {
			t.Errorf("a kept answer costs %+v", making.Usage)
		}
	}
	if f.count() != 1 {
		t.Errorf("asked %d times, want once", f.count())
	}
	for _, other := range []func(*llm.Options){
		func(o *llm.Options) { o.Model = "fake-2" },
		func(o *llm.Options) { o.Temperature = 0.5 },
		func(o *llm.Options) { o.MaxTokens = 3000 },
		func(o *llm.Options) { o.Cache = &llm.Cache{Dir: o.Cache.Dir, Mode: llm.Record} },
	} {
		before, o := f.count(), o
		other(&o)
		if _, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil || f.count() != before+1 {
			t.Errorf("another question was not asked: %v", err)
		}
	}
}

// TestCacheKeepsWhatWouldRepeat checks that refusals and cut answers are not
// paid for twice, and that faults of the server are asked again.
func TestCacheKeepsWhatWouldRepeat(t *testing.T) {
	t.Parallel()
	empty := serve(t, step{body: finished("", "length")})
	down := serve(t, openAIError(400, "bad parameter", "", "null"))
	cut := serve(t, step{body: finished(good[:len(good)-20], "length")})
	refused := serve(t, openAIError(400, "filtered", "", `"content_filter"`))
	for _, tt := range []struct {
		f     *fake
		calls int
	}{{cut, 1}, {refused, 1}, {empty, 2}, {down, 2}} {
		o := tt.f.options()
		o.Cache = &llm.Cache{Dir: t.TempDir()}
		_, _, first := client(t, o).Ask(t.Context(), conversation, schema)
		_, _, second := client(t, o).Ask(t.Context(), conversation, schema)
		if llm.KindOf(first) != llm.KindOf(second) || first == nil || tt.f.count() != tt.calls {
			t.Errorf("first %v, second %v, %d calls, want %d", first, second, tt.f.count(), tt.calls)
		}
	}
}

func TestReplay(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	dir := t.TempDir()
	file := filepath.Join(dir, "answer.json")
	if err := os.WriteFile(file, []byte(good), 0o600); err != nil {
		t.Fatal(err)
	}
	o := f.options()
	o.Cache = &llm.Cache{Dir: file, Mode: llm.Replay}
	if answer, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil || string(answer) != good {
		t.Errorf("replay of a file = %s, %v", answer, err)
	}
	o.Cache = &llm.Cache{Dir: filepath.Join(dir, "store")}
	if _, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil {
		t.Fatal(err)
	}
	f.Close()
	o.Cache = &llm.Cache{Dir: o.Cache.Dir, Mode: llm.Replay}
	if answer, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil || string(answer) != good {
		t.Errorf("replay of a folder = %s, %v", answer, err)
	}
	if _, _, err := client(t, o).Ask(t.Context(), []string{"لخص.", "سؤال آخر"}, schema); llm.KindOf(err) != llm.NotRecorded {
		t.Errorf("what was not recorded = %v", err)
	}
	o.Cache = &llm.Cache{Dir: filepath.Join(dir, "missing"), Mode: llm.Replay}
	if _, _, err := client(t, o).Ask(t.Context(), conversation, schema); err == nil {
		t.Error("replay of nothing is no error")
	}
}

func TestChain(t *testing.T) {
	t.Parallel()
	down := serve(t, step{status: 401})
	up := serve(t, step{body: completion(good)})
	chain := llm.Chain{client(t, down.options()), client(t, up.options())}
	answer, making, err := chain.Ask(t.Context(), conversation, schema)
	if err != nil || string(answer) != good || making.Usage.Requests != 2 {
		t.Errorf("Ask = %s, %+v, %v", answer, making, err)
	}
	chain = llm.Chain{client(t, down.options()), client(t, down.options())}
	if _, _, err := chain.Ask(t.Context(), conversation, schema); llm.KindOf(err) != llm.Unauthorized {
		t.Errorf("Ask of two that are down = %v", err)
	}
	invalid := serve(t, step{body: completion(`{"x":1}`)})
	chain = llm.Chain{client(t, invalid.options()), client(t, up.options())}
	if answer, _, err := chain.Ask(t.Context(), conversation, schema); llm.KindOf(err) != llm.Invalid || string(answer) != `{"x":1}` {
		t.Errorf("an answer that can be repaired was not returned: %s, %v", answer, err)
	}
	if _, _, err := (llm.Chain{}).Ask(t.Context(), conversation, schema); err == nil {
		t.Error("an empty chain answers")
	}
}

func TestWatch(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: sse(good, "stop")})
	var seen []string
	ctx := llm.Watch(t.Context(), func(soFar string) { seen = append(seen, soFar) })
	if _, _, err := client(t, f.options()).Ask(ctx, conversation, schema); err != nil {
		t.Fatal(err)
	}
	if len(seen) < 3 || seen[len(seen)-1] != good {
		t.Errorf("listener saw %d pieces, last %q", len(seen), seen[len(seen)-1])
	}
}
