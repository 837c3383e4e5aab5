package figures_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// TestTables holds every table to the rules of tables: NFC, keys without marks,
// sorted and none twice after folding, a source and a licence.
func TestTables(t *testing.T) {
	t.Parallel()
	columns := map[string]int{
		"bounds.tsv": 2, "bounds_after.tsv": 2, "units.tsv": 3, "currencies.tsv": 4, "nouns.tsv": 2, "words.tsv": 2,
	}
	for name, n := range columns {
		b, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		source := string(b)
		if !norm.NFC.IsNormalString(source) || !strings.Contains(source, "# Source: ") && !strings.Contains(source, "Source: ours") || !strings.Contains(source, "Licence: ") {
			t.Errorf("%s: not NFC, or without source and licence", name)
		}
		last := ""
		for _, row := range table.Rows(name, source, n) {
			key := row[0]
			if name == "currencies.tsv" {
				key += " " + row[1]
			}
			for _, r := range key {
				if arabic.IsMark(r) {
					t.Errorf("%s: %q has marks", name, key)
				}
			}
			first, _, _ := strings.Cut(key, ",")
			if k := arabic.Key(first); k <= last {
				t.Errorf("%s: %q after %q", name, k, last)
			} else {
				last = k
			}
		}
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
