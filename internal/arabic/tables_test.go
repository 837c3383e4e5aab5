package arabic_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// TestTables holds radical.tsv to the rules of the house: every word begins with a letter
// that could be taken off, and Core leaves it on.
func TestTables(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile(filepath.Join("data", "radical.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	seen := map[string]bool{}
	for _, r := range table.Rows("radical.tsv", string(src), 1) {
		w := r[0]
		words = append(words, w)
		k := arabic.Key(w)
		if seen[k] || !norm.NFC.IsNormalString(w) || strings.IndexFunc(w, arabic.IsMark) >= 0 {
			t.Errorf("%q is there twice, or not NFC without marks", w)
		}
		seen[k] = true
		if !strings.ContainsAny(k[:len("و")], "وفبكل") || arabic.Core(k) != k {
			t.Errorf("Core(%q) = %q", w, arabic.Core(k))
		}
	}
	if !slices.IsSorted(words) {
		t.Error("radical.tsv is not sorted")
	}
}
