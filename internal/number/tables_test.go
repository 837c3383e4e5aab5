package number_test

import (
	"testing"

	"mujaz/internal/testkit"
)

// TestTable holds the table of words to the rules of tables.
func TestTable(t *testing.T) {
	t.Parallel()
	testkit.Header(t, "words.tsv", "# Source: ", "Licence: ")
	testkit.Table(t, "words.tsv", 3, testkit.Folded)
}
