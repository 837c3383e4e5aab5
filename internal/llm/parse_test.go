package llm_test

import (
	"encoding/json"
	"strings"
	"testing"

	"mujaz/internal/llm"
)

// TestTolerantParse gives one answer in the many ways in which models write it.
func TestTolerantParse(t *testing.T) {
	t.Parallel()
	same := map[string]string{
		"plain":              good,
		"fence":              "```json\n" + good + "\n```",
		"fence without end":  "```json\n" + good,
		"greeting":           "بالتأكيد! إليك الموجز المطلوب:\n\n" + good + "\n\nهل تريد شيئا آخر؟",
		"braces in greeting": "هذا {الموجز} المطلوب: " + good,
		"thought":            "<think>أولا {\"points\":[]} ثم أفكر</think>\n" + good,
		"trailing commas":    strings.ReplaceAll(strings.ReplaceAll(good, "}]}", "},]}"), `."}`, `.",}`),
		"single quotes":      strings.ReplaceAll(good, `"`, `'`),
		"bare keys":          strings.NewReplacer(`"points"`, "points", `"quote"`, "quote", `"text"`, "text").Replace(good),
		"comments":           strings.Replace(good, `{"points"`, "{ // النقاط\n \"points\"", 1),
		"two answers":        good + "\n" + `{"points":[]}`,
		"no closing brace":   strings.TrimSuffix(good, "]}") + "}",
		"byte order mark":    "\uFEFF" + good,
	}
	var want any
	if err := json.Unmarshal([]byte(good), &want); err != nil {
		t.Fatal(err)
	}
	for name, content := range same {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := serve(t, step{body: completion(content)})
			answer, _, err := client(t, f.options()).Ask(t.Context(), conversation, schema)
			if err != nil || compact(answer) != good {
				t.Errorf("Ask = %s, %v", answer, err)
			}
		})
	}
}

func compact(raw []byte) string {
	var v struct {
		Points []struct {
			Quote string `json:"quote"`
			Text  string `json:"text"`
		} `json:"points"`
	}
	if json.Unmarshal(raw, &v) != nil {
		return string(raw)
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// TestCutAnywhere cuts an answer at every byte: what is returned is always JSON
// whose points are whole points of the answer.
func TestCutAnywhere(t *testing.T) {
	t.Parallel()
	whole := llm.Points(t, good)
	for cut := range len(good) {
		answer, complete := llm.ReadJSON(good[:cut], true)
		if complete {
			t.Fatalf("cut at %d reads as whole: %s", cut, answer)
		}
		if answer == nil {
			continue
		}
		for i, p := range llm.Points(t, string(answer)) {
			if p != whole[i] {
				t.Errorf("cut at %d: point %q, want %q", cut, p, whole[i])
			}
		}
	}
}

func TestSchemaFaults(t *testing.T) {
	t.Parallel()
	f := serve(t, step{body: completion(`{"points":[{"quote":"أ","text":5},{"text":"ب"}],"note":1}`)})
	_, _, err := client(t, f.options()).Ask(t.Context(), conversation, schema)
	for _, want := range []string{"/points/0/text: ", "/points/1: missing property 'quote'", "/: additional properties 'note'"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Ask = %v, want %q", err, want)
		}
	}
}

// FuzzReadJSON states that whatever a model says, what is read of it is a JSON
// object or nothing.
func FuzzReadJSON(f *testing.F) {
	for _, s := range []string{good, good[:60], "```json\n" + good, `{"a":[1,{"b":"c`, `{{}}`, `{"a":]}`, `{'a':'b"`, "<think>{</think>{}", `{"points":[{"text":"\"}"}]}`} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, cut bool) {
		answer, _ := llm.ReadJSON(s, cut)
		if answer == nil {
			return
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(answer, &object); err != nil {
			t.Errorf("ReadJSON(%q) = %q, %v", s, answer, err)
		}
	})
}
