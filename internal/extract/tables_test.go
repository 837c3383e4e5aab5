package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/extract"
	"mujaz/internal/table"
)

// TestTables checks the word tables: NFC, no marks or tatweel in keys, no
// duplicate after folding, sorted, known values in the other columns.
func TestTables(t *testing.T) {
	t.Parallel()
	tests := []struct {
		file    string
		columns int
		keys    int // how many columns make the key
		values  map[int]string
	}{
		{"headings.tsv", 2, 1, map[int]string{1: "summary missing core beside"}},
		{"boilerplate.tsv", 4, 1, map[int]string{1: "related end tags byline stamp photo tool follow share comment rights ad source"}},
		{"classes.tsv", 2, 1, map[int]string{1: "drop body lead summary author date section tags"}},
		{"signs.tsv", 3, 2, map[int]string{1: "section title url", 2: "opinion live interview"}},
	}
	for _, tt := range tests {
		src, err := os.ReadFile(filepath.Join("data", tt.file))
		if err != nil {
			t.Fatal(err)
		}
		if !norm.NFC.IsNormal(src) {
			t.Errorf("%s is not in NFC", tt.file)
		}
		seen := map[string]bool{}
		last := ""
		for _, row := range table.Rows(tt.file, string(src), tt.columns) {
			key := strings.Join(row[:tt.keys], "\t")
			folded := arabic.Key(key)
			if seen[folded] {
				t.Errorf("%s: %q stands twice", tt.file, key)
			}
			seen[folded] = true
			if strings.IndexFunc(row[0], arabic.IsMark) >= 0 || row[0] == "" {
				t.Errorf("%s: key %q is empty or has marks", tt.file, row[0])
			}
			if key < last {
				t.Errorf("%s: %q is out of order", tt.file, key)
			}
			last = key
			for column, known := range tt.values {
				if !slices.Contains(strings.Fields(known), row[column]) {
					t.Errorf("%s: %q: unknown value %q", tt.file, key, row[column])
				}
			}
			if tt.file == "boilerplate.tsv" {
				if _, err := strconv.Atoi(row[2]); err != nil {
					t.Errorf("%s: %q: %v", tt.file, key, err)
				}
			}
		}
	}
}

func TestProfiles(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("data/profiles.json")
	if err != nil {
		t.Fatal(err)
	}
	list, err := extract.ReadProfiles(strings.NewReader(string(src)))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(list, func(a, b extract.Profile) int { return strings.Compare(a.Host, b.Host) }) {
		t.Error("profiles.json is not sorted by host")
	}
}

func TestReadProfilesFaults(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"not JSON":       `host: a.example`,
		"unknown field":  `[{"host":"a.example","selector":"p"}]`,
		"no host":        `[{"body":["p"]}]`,
		"address":        `[{"host":"https://a.example/","body":["p"]}]`,
		"bad selector":   `[{"host":"a.example","body":["p >>> b"]}]`,
		"unknown zone":   `[{"host":"a.example","timezone":"Mars/Base"}]`,
		"second profile": `[{"host":"a.example"},{"host":"b.example","remove":["[[x]]"]}]`,
	}
	for name, src := range tests {
		if _, err := extract.ReadProfiles(strings.NewReader(src)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
