package verify_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
	"mujaz/internal/testkit"
	"mujaz/internal/verify"
)

// TestTables holds the word tables to the rules of the house; in same.tsv no word
// is in two rows.
func TestTables(t *testing.T) {
	t.Parallel()
	for name, columns := range map[string]int{"free.tsv": 1, "keep.tsv": 3, "limits.tsv": 3, "particles.tsv": 4, "shades.tsv": 2, "neutral.tsv": 1, "opposites.tsv": 2, "perfect.tsv": 1, "same.tsv": 1, "strict.tsv": 1} {
		seen := map[string]bool{}
		for _, r := range testkit.Table(t, name, columns, testkit.Raw) {
			if name != "same.tsv" && name != "opposites.tsv" {
				continue
			}
			for w := range strings.FieldsSeq(r[0]) {
				if k := arabic.Key(w); seen[k] {
					t.Errorf("%s: %q is there twice", name, w)
				} else {
					seen[k] = true
				}
			}
		}
	}
}

// TestSame: no two rows of same.tsv share a root, or words of both would stand for
// each other («أسفر» and «سفر»).
func TestSame(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile(filepath.Join("data", "same.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for _, r := range table.Rows("same.tsv", string(src), 1) {
		for w := range strings.FieldsSeq(r[0]) {
			k := verify.Root(arabic.Key(w))
			if other, ok := rows[k]; ok && other != r[0] {
				t.Errorf("%q is %q in two rows: %q, %q", w, k, other, r[0])
			}
			rows[k] = r[0]
		}
	}
}

// TestOpposites: no row of same.tsv holds words of both sides of a row of opposites.tsv.
func TestOpposites(t *testing.T) {
	t.Parallel()
	read := func(name string) string {
		src, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(src)
	}
	rows := map[string]string{}
	for _, r := range table.Rows("same.tsv", read("same.tsv"), 1) {
		for w := range strings.FieldsSeq(r[0]) {
			rows[verify.Root(arabic.Key(w))] = r[0]
		}
	}
	for _, r := range table.Rows("opposites.tsv", read("opposites.tsv"), 2) {
		for a := range strings.FieldsSeq(r[0]) {
			for b := range strings.FieldsSeq(r[1]) {
				row := rows[verify.Root(arabic.Key(a))]
				if row != "" && row == rows[verify.Root(arabic.Key(b))] {
					t.Errorf("%q and %q are opposites in one row: %s", a, b, row)
				}
			}
		}
	}
}
