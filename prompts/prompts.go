// Package prompts holds what is said to a language model: templates in plain
// Arabic, the schema of its answer and two worked examples. A folder of the
// user's own may replace any of them by a file of the same name.
package prompts

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"text/template"
)

//go:embed *.tmpl examples/*.json
var files embed.FS

// names lists every file of a set, in the order that its hash reads them.
var names = []string{
	"system.tmpl", "short.tmpl", "article.tmpl", "reduce.tmpl", "repair.tmpl", "schema.tmpl", "examples/1.json", "examples/2.json",
}

// Example is a worked example: an article and the answer to it.
type Example struct {
	Title     string          `json:"title"`
	Published string          `json:"published"`
	Text      string          `json:"text"`
	Headline  json.RawMessage `json:"headline"`
	Answer    json.RawMessage `json:"answer"`
}

// Set is a set of prompts, ready to be filled.
type Set struct {
	Hash     string // of every file, for provenance
	Examples []Example

	templates map[string]*template.Template
}

// Default returns the embedded set.
func Default() *Set {
	s, err := Load(nil)
	if err != nil {
		panic("prompts: " + err.Error())
	}
	return s
}

// Load returns the embedded set with the files that own holds in place of ours.
// A nil own replaces nothing.
func Load(own fs.FS) (*Set, error) {
	s := &Set{templates: map[string]*template.Template{}}
	hash := sha256.New()
	for _, name := range names {
		text, err := read(own, name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(hash, "%s %d\n%s", name, len(text), text)
		if strings.HasSuffix(name, ".json") {
			var e Example
			if err := json.Unmarshal(text, &e); err != nil {
				return nil, fmt.Errorf("prompts: %s: %w", name, err)
			}
			s.Examples = append(s.Examples, e)
			continue
		}
		t, err := template.New(name).Option("missingkey=error").Parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("prompts: %w", err)
		}
		s.templates[strings.TrimSuffix(name, ".tmpl")] = t
	}
	s.Hash = hex.EncodeToString(hash.Sum(nil))[:16]
	return s, nil
}

func read(own fs.FS, name string) ([]byte, error) {
	if own != nil {
		text, err := fs.ReadFile(own, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return files.ReadFile(name)
}

// Fill returns the template of a name ("system", "short", "article",
// "reduce", "repair", "schema") filled with data.
func (s *Set) Fill(name string, data any) (string, error) {
	t, ok := s.templates[name]
	if !ok {
		return "", fmt.Errorf("prompts: no template %q", name)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return "", fmt.Errorf("prompts: %w", err)
	}
	return strings.TrimSpace(b.String()), nil
}
