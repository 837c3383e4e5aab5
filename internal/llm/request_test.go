package llm_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/llm"
)

// TestRequestBody checks what goes over the wire, by dialect and model.
func TestRequestBody(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, model string
		change      func(*llm.Options)
		want        map[string]any // fields; nil for one that must be missing
	}{
		{"plain model", "fake-1", func(*llm.Options) {}, map[string]any{
			"model": "fake-1", "max_tokens": 2000.0, "max_completion_tokens": nil, "temperature": 0.01, "reasoning_effort": nil, "stream": false,
		}},
		{"reasoning model", "gpt-5-mini", func(*llm.Options) {}, map[string]any{
			"max_tokens": nil, "max_completion_tokens": 8000.0, "temperature": nil, "reasoning_effort": "low",
		}},
		{"reasoning model of a vendor", "openai/gpt-5-mini", func(o *llm.Options) { o.Temperature = 0.7 }, map[string]any{
			"max_tokens": nil, "temperature": nil,
		}},
		{"o3", "o3-mini", func(*llm.Options) {}, map[string]any{"temperature": nil, "max_completion_tokens": 8000.0}},
		{"chat model of a reasoning family", "gpt-5-chat-latest", func(o *llm.Options) { o.Format = llm.JSONObject }, map[string]any{
			"max_tokens": nil, "max_completion_tokens": 2000.0, "temperature": nil, "response_format": map[string]any{"type": "json_object"},
		}},
		{"schema beside the object", "fake-1", func(o *llm.Options) { o.Format = llm.ObjectSchema }, map[string]any{
			"response_format": map[string]any{"type": "json_object", "schema": asMap(schema)},
		}},
		{"members of one's own", "fake-1", func(o *llm.Options) {
			o.Extra = json.RawMessage(` {"repeat_penalty":1.1, "chat_template_kwargs":{"enable_thinking":false}} `)
		}, map[string]any{
			"repeat_penalty": 1.1, "chat_template_kwargs": map[string]any{"enable_thinking": false}, "model": "fake-1", "max_tokens": 2000.0,
		}},
		{"members beside the schema", "fake-1", func(o *llm.Options) { o.Extra, o.Format = json.RawMessage(`{"min_p":0.05}`), llm.ObjectSchema }, map[string]any{
			"min_p": 0.05, "response_format": map[string]any{"type": "json_object", "schema": asMap(schema)},
		}},
		{"no members", "fake-1", func(o *llm.Options) { o.Extra = json.RawMessage(`{ }`) }, map[string]any{"model": "fake-1"}},
		{"not a reasoning model", "olmo-7b", func(o *llm.Options) { o.Temperature = 0.5 }, map[string]any{"temperature": 0.5}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := serve(t, step{body: completion(good)})
			o := f.options()
			o.Model = tt.model
			tt.change(&o)
			if _, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil {
				t.Fatal(err)
			}
			var got map[string]any
			if err := json.Unmarshal([]byte(f.body()), &got); err != nil {
				t.Fatal(err)
			}
			for field, want := range tt.want {
				if diff := cmp.Diff(want, got[field]); diff != "" {
					t.Errorf("%s (-want +got):\n%s", field, diff)
				}
			}
		})
	}
}

func asMap(raw []byte) map[string]any {
	var m map[string]any
	_ = json.Unmarshal(raw, &m)
	return m
}

// TestSchemaKeepsItsOrder checks that the quote stands before the text on the
// wire: models write in the order of the schema.
func TestSchemaKeepsItsOrder(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	if _, _, err := client(t, f.options()).Ask(t.Context(), conversation, schema); err != nil {
		t.Fatal(err)
	}
	if body := f.body(); !strings.Contains(body, string(schema)) || !strings.Contains(body, `"strict":true`) {
		t.Errorf("request does not carry the schema as it was written: %s", body)
	}
}

func TestMessages(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	if _, _, err := client(t, f.options()).Ask(t.Context(), []string{"أ", "ب", "", "د"}, schema); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Messages []struct{ Role, Content string }
	}
	if err := json.Unmarshal([]byte(f.body()), &got); err != nil {
		t.Fatal(err)
	}
	want := []struct{ Role, Content string }{{"system", "أ"}, {"user", "ب"}, {"assistant", " "}, {"user", "د"}}
	if diff := cmp.Diff(want, got.Messages); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
}

func TestNoSystemRole(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	o := f.options()
	o.NoSystemRole = true
	if _, _, err := client(t, o).Ask(t.Context(), []string{"أ", "ب", "ج", "د"}, schema); err != nil {
		t.Fatal(err)
	}
	if want := `"messages":[{"role":"user","content":"أ\n\nب"},{"role":"assistant","content":"ج"},{"role":"user","content":"د"}]`; !strings.Contains(f.body(), want) {
		t.Errorf("request = %s, want %s", f.body(), want)
	}
}

func TestAzure(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(good)})
	o := f.options()
	o.API, o.BaseURL, o.Key, o.Model = llm.Azure, f.URL, llm.NewSecret("canary"), "my-deployment"
	if _, _, err := client(t, o).Ask(t.Context(), conversation, schema); err != nil {
		t.Fatal(err)
	}
	if f.header.Get("Api-Key") != "canary" || f.header.Get("Authorization") != "" {
		t.Errorf("headers = %v, want the key in api-key alone", f.header)
	}
	u, err := url.Parse(f.url)
	if err != nil || u.Path != "/openai/deployments/my-deployment/chat/completions" || u.Query().Get("api-version") != "2024-10-21" {
		t.Errorf("asked %s", f.url)
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	budget, err := llm.NewLedger("1.00")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		o    llm.Options
		want string
	}{
		{"no model", llm.Options{Now: time.Now}, "no model is named"},
		{"no key for the default endpoint", llm.Options{Now: time.Now, Model: "gpt-4.1"}, "needs an API key: api.openai.com"},
		{"no key for Azure", llm.Options{Now: time.Now, Model: "x", API: llm.Azure, BaseURL: "https://r.openai.azure.com"}, "needs an API key: r.openai.azure.com"},
		{"Azure without a resource", llm.Options{Now: time.Now, Model: "x", API: llm.Azure}, "base URL"},
		{"no address", llm.Options{Now: time.Now, Model: "x", BaseURL: "localhost:11434"}, "not an http address"},
		{"budget without a price", llm.Options{Now: time.Now, Model: "unheard-of", BaseURL: "http://localhost/v1", Ledger: budget}, "needs the model's price"},
		{"extra is a list", llm.Options{Now: time.Now, Model: "x", BaseURL: "http://localhost/v1", Extra: json.RawMessage(`[1]`)}, "want a JSON object"},
		{"extra says what another option says", llm.Options{Now: time.Now, Model: "x", BaseURL: "http://localhost/v1", Extra: json.RawMessage(`{"max_tokens":1}`)}, "max_tokens"},
		{"no clock", llm.Options{Model: "x"}, "Now"},
	}
	for _, tt := range tests {
		if _, err := llm.New(tt.o); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: New = %v, want %q", tt.name, err, tt.want)
		}
	}
}
