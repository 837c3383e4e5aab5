package arabic_test

import (
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/testkit"
)

// TestTables holds radical.tsv to the rules of the house: every word begins with a letter
// that could be taken off, and Core leaves it on.
func TestTables(t *testing.T) {
	t.Parallel()
	for _, r := range testkit.Table(t, "radical.tsv", 1, testkit.Raw) {
		if k := arabic.Key(r[0]); !strings.ContainsAny(k[:len("و")], "وفبكل") || arabic.Core(k) != k {
			t.Errorf("Core(%q) = %q", r[0], arabic.Core(k))
		}
	}
}
