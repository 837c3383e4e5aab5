package internal_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which of our rooms a room may import. Data flows one way:
// nothing below imports anything above it.
var layers = map[string][]string{
	"news":      {},
	"table":     {},
	"arabic":    {"news", "table"},
	"evidence":  {"news", "arabic"},
	"number":    {"news", "table", "arabic"},
	"dates":     {"news", "table", "arabic", "number"},
	"figures":   {"news", "table", "arabic", "number"},
	"actors":    {"news", "table", "arabic"},
	"quotes":    {"news", "table", "arabic"},
	"fetch":     {"news"},
	"source":    {"news"},
	"extract":   {"news", "table", "arabic", "dates"},
	"summarize": {"news", "table", "arabic", "number"},
	"llm":       {"news"},
	"draft":     {"news", "table", "arabic", "evidence", "number", "dates", "figures"},
	"verify":    {"news", "table", "arabic", "evidence", "number", "dates", "figures", "quotes", "actors"},
	"render":    {"news"},
	"eval":      {"news", "arabic", "render"},
	"pipeline":  {"news", "arabic", "dates", "figures", "actors", "quotes", "extract", "summarize", "draft", "verify"},
	"cli": {
		"news", "arabic", "fetch", "source", "extract", "summarize", "llm", "draft", "verify", "pipeline", "render",
		"eval",
	},
	"testkit": {"table", "arabic"}, // for tests alone
	// Packages nested in a room, which know nothing of it.
	"actors/tagger":   {"news", "table", "arabic"},
	"dates/calendar":  {"table"},
	"summarize/style": {"news", "table", "arabic"},
}

// TestLayers holds every shipped file to the map above. A program beside a
// room, such as a trainer in actors/train, may import that room and what the
// room may import, and a room its own nested packages. A nested package that the
// map lists may import what it lists.
func TestLayers(t *testing.T) {
	t.Parallel()
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		room, _, _ := strings.Cut(filepath.ToSlash(path), "/")
		allowed, listed := layers[room]
		if !listed {
			t.Errorf("%s: room %q is not in the map of layers", path, room)
			return nil
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		if nested, ok := layers[dir]; ok && dir != room {
			allowed = nested
		} else {
			allowed = append(slices.Clone(allowed), room) // its own nested packages, or the room they are nested in
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			name, _ := strconv.Unquote(i.Path.Value)
			if to, ours := strings.CutPrefix(name, "mujaz/internal/"); ours {
				to, _, _ = strings.Cut(to, "/")
				if !slices.Contains(allowed, to) {
					t.Errorf("%s: room %s may not import %s", path, room, to)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
