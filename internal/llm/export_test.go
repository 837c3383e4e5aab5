package llm

import (
	"encoding/json"
	"testing"
)

// ReadJSON is readJSON, for tests.
func ReadJSON(content string, cut bool) ([]byte, bool) { return readJSON(content, cut) }

// Points returns the points of an answer as text.
func Points(t *testing.T, answer string) []string {
	t.Helper()
	var v struct{ Points []json.RawMessage }
	if err := json.Unmarshal([]byte(answer), &v); err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	var list []string
	for _, p := range v.Points {
		list = append(list, string(p))
	}
	return list
}
