package llm_test

import (
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"mujaz/internal/llm"
)

const apiError = `{"error":{"message":"%s","type":"%s","param":null,"code":%s}}`

func openAIError(status int, message, kind, code string) step {
	return step{status: status, body: fmt.Sprintf(apiError, message, kind, code)}
}

// TestFaults is the fault table: what servers do, and what becomes of it. A row
// without a kind must end in the good answer; tries is how often the server is
// asked.
func TestFaults(t *testing.T) {
	t.Parallel()
	ok := step{body: completion(good)}
	okStream := step{body: sse(good, "stop")}
	long := strings.Repeat("كلام ", 3000)
	tests := []struct {
		name   string
		steps  []step
		stream bool
		slow   bool // takes its time
		ask    []string
		kind   llm.Kind
		tries  int
	}{
		{name: "good answer", steps: []step{ok}, tries: 1},
		{name: "200 with an error object", steps: []step{{body: `{"error":{"message":"upstream overloaded","code":529}}`}, ok}, tries: 2},
		{name: "200 with an error that does not pass", steps: []step{{body: `{"error":{"message":"no credit","code":"insufficient_quota"}}`}}, kind: llm.Quota, tries: 1},
		{name: "200 with an error string", steps: []step{{body: `{"error":"llama runner process has terminated"}`}, ok}, tries: 2},
		{name: "200 with vLLM's error object", steps: []step{{body: `{"object":"error","message":"This model's maximum context length is 4096 tokens","type":"BadRequestError","code":400}`}}, kind: llm.TooLong, tries: 1},
		{name: "packed", steps: []step{{do: packed}}, tries: 1},
		{name: "packed and broken", steps: []step{{do: brokenPack}, ok}, tries: 2},
		{name: "a thought in a field of its own, and no answer", steps: []step{{body: strings.Replace(completion(""), `"content":""`, `"content":null,"reasoning_content":"أفكر"`, 1)}, ok}, tries: 2},
		{name: "429 with a page", steps: []step{{status: 429, body: "<html>Too many requests</html>"}, ok}, tries: 2},
		{name: "no choices", steps: []step{{body: `{"id":"1","choices":[]}`}, ok}, tries: 2},
		{name: "never any choices", steps: []step{{body: `{"id":"1","choices":[]}`}}, kind: llm.Empty, tries: 3},
		{name: "null choices", steps: []step{{body: `{"id":"1","choices":null}`}, ok}, tries: 2},
		{name: "empty content", steps: []step{{body: completion("")}, ok}, tries: 2},
		{name: "blank content to the limit", steps: []step{{body: finished(strings.Repeat("\n", 500), "length")}}, kind: llm.CutAnswer, tries: 1},
		{name: "content as parts", steps: []step{{body: strings.Replace(completion("X"), `"X"`, `[{"type":"text","text":`+quoted(good)+`}]`, 1)}}, tries: 1},
		{name: "refusal", steps: []step{{body: strings.Replace(completion(""), `"content":""`, `"content":null,"refusal":"لا أستطيع"`, 1)}}, kind: llm.Refused, tries: 1},
		{name: "filtered answer", steps: []step{{body: finished("", "content_filter")}}, kind: llm.Filtered, tries: 1},
		{name: "filtered prompt", steps: []step{openAIError(400, "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.", "", `"content_filter"`)}, kind: llm.Filtered, tries: 1},
		{name: "cut at the longest length", steps: []step{{body: finished(good[:len(good)-20], "length")}}, kind: llm.CutAnswer, tries: 1},
		{name: "whole although it says length", steps: []step{{body: finished(good+"\n\n\n\n", "length")}}, tries: 1},
		{name: "null finish reason", steps: []step{{body: strings.Replace(completion(good), `"finish_reason":"stop"`, `"finish_reason":null`, 1)}}, tries: 1},
		{name: "empty body", steps: []step{{body: ""}, ok}, tries: 2},
		{name: "HTML with status 200", steps: []step{{body: "<html><body>Please log in</body></html>"}}, kind: llm.Malformed, tries: 3},
		{name: "HTML with status 502", steps: []step{{status: 502, body: "<html>Bad Gateway</html>"}, ok}, tries: 2},
		{name: "429 then good", steps: []step{openAIError(429, "Rate limit reached", "requests", `"rate_limit_exceeded"`), ok}, tries: 2},
		{name: "429 for ever", steps: []step{openAIError(429, "Rate limit reached", "requests", `"rate_limit_exceeded"`)}, kind: llm.RateLimited, tries: 3},
		{name: "429 without a body", steps: []step{{status: 429}, ok}, tries: 2},
		{name: "insufficient quota", steps: []step{openAIError(429, "You exceeded your current quota", "insufficient_quota", `"insufficient_quota"`)}, kind: llm.Quota, tries: 1},
		{name: "Retry-After longer than is waited for", steps: []step{{status: 429, header: map[string]string{"Retry-After": "3600"}}}, kind: llm.RateLimited, tries: 1},
		{name: "Retry-After longer than the deadline", steps: []step{{status: 503, header: map[string]string{"Retry-After": "60"}}}, kind: llm.Overloaded, tries: 1},
		{name: "x-should-retry false", steps: []step{{status: 500, header: map[string]string{"X-Should-Retry": "false"}}}, kind: llm.Overloaded, tries: 1},
		{name: "500, 503, good", steps: []step{{status: 500}, {status: 503}, ok}, tries: 3},
		{name: "409 and 408 pass", steps: []step{{status: 409}, {status: 408}, ok}, tries: 3},
		{name: "401", steps: []step{openAIError(401, "Incorrect API key provided", "invalid_request_error", `"invalid_api_key"`)}, kind: llm.Unauthorized, tries: 1},
		{name: "403", steps: []step{{status: 403}}, kind: llm.Unauthorized, tries: 1},
		{name: "404", steps: []step{openAIError(404, "The model does not exist", "invalid_request_error", `"model_not_found"`)}, kind: llm.NotFound, tries: 1},
		{name: "400", steps: []step{openAIError(400, "bad parameter", "invalid_request_error", "null")}, kind: llm.BadRequest, tries: 1},
		{name: "context length", steps: []step{openAIError(400, "This model's maximum context length is 8192 tokens", "invalid_request_error", `"context_length_exceeded"`)}, kind: llm.TooLong, tries: 1},
		{name: "context length of llama.cpp", steps: []step{openAIError(400, "the request exceeds the available context size", "exceed_context_size_error", "400")}, kind: llm.TooLong, tries: 1},
		{name: "Ollama's error string", steps: []step{{status: 404, body: `{"error":"model 'x' not found"}`}}, kind: llm.NotFound, tries: 1},
		{name: "Ollama's error string with 500", steps: []step{{status: 500, body: `{"error":"llama runner process has terminated"}`}, ok}, tries: 2},
		{name: "vLLM's error object", steps: []step{{status: 400, body: `{"object":"error","message":"This model's maximum context length is 4096 tokens","type":"BadRequestError","code":400}`}}, kind: llm.TooLong, tries: 1},
		{name: "FastAPI's detail", steps: []step{{status: 422, body: `{"detail":[{"msg":"field required"}]}`}}, kind: llm.BadRequest, tries: 1},
		{name: "schema refused, then object", steps: []step{openAIError(400, "response_format json_schema is not supported", "invalid_request_error", "null"), ok}, tries: 2},
		{name: "schema refused with 500, then beside the object", steps: []step{{status: 500, body: `{"error":{"message":"1 validation error: {'loc': ('body', 'response_format', 'type')}","type":"internal_server_error"}}`}, ok}, tries: 2},
		{name: "every format refused", steps: []step{openAIError(400, "unknown field response_format", "", "null")}, kind: llm.BadRequest, tries: 4},
		{name: "schema not enforced", steps: []step{{body: completion(`{"summary":"نص"}`)}}, kind: llm.Invalid, tries: 1},
		{name: "prose instead of JSON", steps: []step{{body: completion("عذرا، هذا هو الملخص المطلوب.")}}, kind: llm.Invalid, tries: 1},
		{name: "prompt cut at its beginning", steps: []step{{body: strings.Replace(completion(good), `"prompt_tokens":100`, `"prompt_tokens":2048`, 1)}}, ask: []string{"لخص.", long}, kind: llm.CutInput, tries: 1},
		{name: "prompt cut so that the total is the window", steps: []step{{body: strings.Replace(strings.Replace(completion(good), `"prompt_tokens":100`, `"prompt_tokens":4056`, 1), `"total_tokens":140`, `"total_tokens":4096`, 1)}}, ask: []string{"لخص.", long}, kind: llm.CutInput, tries: 1},
		{name: "system message dropped", steps: []step{{body: strings.Replace(completion(good), `"prompt_tokens":100`, `"prompt_tokens":30`, 1)}, {body: strings.Replace(completion(good), `"prompt_tokens":100`, `"prompt_tokens":5000`, 1)}}, ask: []string{long, "لخص."}, tries: 2},
		{name: "redirect", steps: []step{{status: 302, header: map[string]string{"Location": "http://127.0.0.1:1/"}}}, kind: llm.BadRequest, tries: 1},
		{name: "no answer in time", steps: []step{{do: hang}, ok}, tries: 2},
		{name: "never an answer", steps: []step{{do: hang}}, kind: llm.Timeout, tries: 3},
		{name: "connection broken", steps: []step{{do: func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }}, ok}, tries: 2},
		{name: "body cut", steps: []step{{do: cutConnection(completion(good)[:80])}, ok}, tries: 2},
		{name: "body without end", slow: true, steps: []step{{do: endless}}, kind: llm.Malformed, tries: 3},

		{name: "stream", stream: true, steps: []step{okStream}, tries: 1},
		{name: "stream cut without DONE", stream: true, steps: []step{{body: sse(good[:100], "")}, okStream}, tries: 2},
		{name: "stream broken in the middle", stream: true, steps: []step{{do: cutConnection(sse(good[:100], ""))}, okStream}, tries: 2},
		{name: "stream always cut", stream: true, steps: []step{{body: sse(good[:100], "")}}, kind: llm.CutStream, tries: 3},
		{name: "stream with status 200 and an error body", stream: true, steps: []step{{body: `{"error":{"message":"overloaded","type":"server_error"}}`}, okStream}, tries: 2},
		{name: "stream with an error event", stream: true, steps: []step{{body: "event: error\ndata: {\"error\":{\"message\":\"no credit\",\"code\":\"insufficient_quota\"}}\n\n"}}, kind: llm.Quota, tries: 1},
		{name: "stream with an error after a beginning", stream: true, steps: []step{{body: sse(good[:60], "") + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n"}, okStream}, tries: 2},
		{name: "stream with many keep-alive lines", stream: true, steps: []step{{body: strings.Repeat(": keep-alive\n", 2000) + sse(good, "stop")}}, tries: 1},
		{name: "stream that is slow to begin and keeps alive", stream: true, slow: true, steps: []step{{do: slow}}, tries: 1},
		{name: "stream that falls silent", stream: true, steps: []step{{do: silent}, okStream}, tries: 2},
		{name: "stream refused with 429 and Retry-After", stream: true, steps: []step{{status: 429, header: map[string]string{"Retry-After": "600"}}}, kind: llm.RateLimited, tries: 1},
		{name: "stream that refuses", stream: true, steps: []step{{body: "data: {\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"لا أستطيع\"},\"finish_reason\":null}]}\n\n" + sse("", "stop")}}, kind: llm.Refused, tries: 1},
		{name: "stream that is filtered", stream: true, steps: []step{{body: sse(good[:60], "content_filter")}}, kind: llm.Filtered, tries: 1},
		{name: "stream without content", stream: true, steps: []step{{body: sse("", "stop")}, okStream}, tries: 2},
		{name: "an answer at once where a stream was asked for", stream: true, steps: []step{ok}, tries: 1},
		{name: "stream cut at the longest length", stream: true, steps: []step{{body: sse(good[:len(good)-20], "length")}}, kind: llm.CutAnswer, tries: 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := serve(t, tt.steps...)
			o := f.options()
			if tt.slow {
				o.Timeout, o.Deadline = 10*time.Second, 30*time.Second
			}
			c := client(t, o)
			ctx := t.Context()
			if tt.stream {
				ctx = watch(ctx)
			}
			ask := tt.ask
			if ask == nil {
				ask = conversation
			}
			start := time.Now()
			answer, making, err := c.Ask(ctx, ask, schema)
			if took := time.Since(start); took > o.Deadline+500*time.Millisecond {
				t.Errorf("took %v, past the deadline", took)
			}
			if got := llm.KindOf(err); got != tt.kind {
				t.Errorf("Ask = %v, want kind %q", err, tt.kind)
			}
			if tt.kind == "" && string(answer) != good {
				t.Errorf("answer = %s, want the good one", answer)
			}
			if f.count() != tt.tries || making.Usage.Requests != tt.tries {
				t.Errorf("server asked %d times, %d counted, want %d", f.count(), making.Usage.Requests, tt.tries)
			}
		})
	}
}

// packed sends a good answer in gzip, as servers may: the client asks for it.
func packed(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	_, _ = z.Write([]byte(completion(good)))
	_ = z.Close()
}

// brokenPack says gzip and sends none.
func brokenPack(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	_, _ = w.Write([]byte(completion(good)))
}

// endless sends JSON without end.
func endless(w http.ResponseWriter, r *http.Request) {
	chunk := strings.Repeat(" ", 1<<20)
	for r.Context().Err() == nil {
		if _, err := w.Write([]byte(chunk)); err != nil {
			return
		}
	}
}

// slow sends keep-alive lines for longer than the idle time allows, then answers.
func slow(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	for range 5 {
		_, _ = w.Write([]byte(": ping\n\n"))
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		time.Sleep(50 * time.Millisecond)
	}
	_, _ = w.Write([]byte(sse(good, "stop")))
}

// silent begins a stream and then says nothing.
func silent(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = w.Write([]byte(sse(good[:60], "")))
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
	hang(w, r)
}

// TestCutAnswerKeepsWholePoints checks that what was complete is returned, and
// nothing of the point that was cut.
func TestCutAnswerKeepsWholePoints(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: finished(good[:len(good)-20], "length")})
	answer, _, err := client(t, f.options()).Ask(t.Context(), conversation, schema)
	want := `{"points":[{"quote":"افتتحت البلدية الجسر","text":"افتتحت البلدية الجسر."}]}`
	if llm.KindOf(err) != llm.CutAnswer || string(answer) != want {
		t.Errorf("Ask = %s, %v, want %s", answer, err, want)
	}
}

// TestBreaker checks that an endpoint that is down is not asked for ever.
func TestBreaker(t *testing.T) {
	t.Parallel()
	f := serve(t, step{status: 500})
	o := f.options()
	o.Retries = -1
	c := client(t, o)
	for range 30 {
		_, _, err := c.Ask(t.Context(), conversation, schema)
		if k := llm.KindOf(err); k != llm.Overloaded && k != llm.CircuitOpen {
			t.Fatalf("Ask = %v", err)
		}
	}
	if f.count() != 10 {
		t.Errorf("server asked %d times, want 10", f.count())
	}
}
