package llm_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"mujaz/internal/llm"
)

// TestSecretNeverPrints tries every way in which a key could reach a log.
func TestSecretNeverPrints(t *testing.T) {
	t.Parallel()
	const canary = "canary-7f3a"
	s := llm.NewSecret(canary)
	var out bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&out, nil))
	log.Info("x", slog.Any("key", s), slog.Any("options", llm.Options{Key: s, Model: "m"}))
	text := slog.New(slog.NewTextHandler(&out, nil))
	text.Info("x", slog.Any("key", s))
	asJSON, err := json.Marshal(map[string]any{"key": s, "in": struct{ K llm.Secret }{s}})
	if err != nil {
		t.Fatal(err)
	}
	out.Write(asJSON)
	fmt.Fprintf(&out, "%v %+v %#v %s %q %x", s, struct{ K llm.Secret }{s}, s, s, s, s)
	if strings.Contains(out.String(), canary) || strings.Contains(out.String(), fmt.Sprintf("%x", canary)) {
		t.Errorf("the key shows in %s", out.String())
	}
	if !strings.Contains(out.String(), "***") {
		t.Errorf("nothing stands for the key in %s", out.String())
	}
	if got := (llm.Secret{}).String(); got != "" {
		t.Errorf("no secret prints %q", got)
	}
}

// TestErrorsHideKeys checks that a server that repeats the key is not repeated.
func TestErrorsHideKeys(t *testing.T) {
	t.Parallel()
	f := serve(t, openAIError(401, "Incorrect API key provided: sk-proj-canary7f3a.", "invalid_request_error", `"invalid_api_key"`))
	o := f.options()
	var out bytes.Buffer
	o.Key, o.Log = llm.NewSecret("sk-proj-canary7f3a"), slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	_, _, err := client(t, o).Ask(t.Context(), conversation, schema)
	if got := fmt.Sprintf("%v %+v", err, err) + out.String(); strings.Contains(err.Error(), "canary") || strings.Contains(out.String(), "canary") {
		t.Errorf("the key shows in %s", got)
	}
}
