package figures_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
	"mujaz/internal/testkit"
)

// TestTables holds every table to the rules of tables: NFC, keys without marks,
// sorted and none twice after folding, a source and a licence.
func TestTables(t *testing.T) {
	t.Parallel()
	columns := map[string]int{
		"bounds.tsv": 2, "bounds_after.tsv": 2, "units.tsv": 3, "currencies.tsv": 4, "nouns.tsv": 2, "words.tsv": 2,
	}
	for name, n := range columns {
		testkit.Header(t, name, "ource: ", "Licence: ")
		testkit.Table(t, name, n, func(row []string) string {
			key := row[0]
			if name == "currencies.tsv" {
				key += " " + row[1]
			}
			first, _, _ := strings.Cut(key, ",")
			return arabic.Key(first)
		})
	}
}

// TestUnitsOnce reports forms that two units claim.
func TestUnitsOnce(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(filepath.Join("data", "units.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	owner := map[string]string{}
	for _, row := range table.Rows("units.tsv", string(b), 3) {
		for form := range strings.SplitSeq(row[0], ", ") {
			key := arabic.Key(form)
			if other, taken := owner[key]; taken {
				t.Errorf("%q is of %q and of %q", form, other, row[0])
			}
			owner[key] = row[0]
		}
	}
}
