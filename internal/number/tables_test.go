package number_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// TestTable holds the table of words to the rules of tables.
func TestTable(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("data/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	source := string(b)
	if !norm.NFC.IsNormalString(source) || !strings.Contains(source, "# Source: ") || !strings.Contains(source, "Licence: ") {
		t.Error("not NFC, or without source and licence")
	}
	last := ""
	for _, row := range table.Rows("words.tsv", source, 3) {
		k := arabic.Key(row[0])
		if k <= last {
			t.Errorf("%q after %q", k, last)
		}
		last = k
		if strings.ContainsFunc(row[0], arabic.IsMark) {
			t.Errorf("%q has marks", row[0])
		}
	}
}
