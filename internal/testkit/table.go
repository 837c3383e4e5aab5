package testkit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

// Table holds the file data/name of the calling package to the rules of tables, and
// returns its rows: a comment at its head, NFC, no marks in the first cell, and, by
// what order returns for a row, sorted and none twice when folded. A nil order asks
// for none.
func Table(t *testing.T, name string, columns int, order func(row []string) string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("data", name))
	if err != nil {
		t.Fatal(err)
	}
	src := string(data)
	if !norm.NFC.IsNormalString(src) || !strings.HasPrefix(src, "#") {
		t.Errorf("%s is not NFC, or without a comment at its head", name)
	}
	rows := table.Rows(name, src, columns)
	seen, last := map[string]bool{}, ""
	for _, row := range rows {
		if strings.ContainsFunc(row[0], arabic.IsMark) {
			t.Errorf("%s: %q has marks", name, row[0])
		}
		if order == nil {
			continue
		}
		at := order(row)
		if key := arabic.Key(at); seen[key] || at <= last {
			t.Errorf("%s: %q after %q, or there twice", name, at, last)
		} else {
			seen[key] = true
		}
		last = at
	}
	return rows
}

// Raw orders the rows of a table by their first cell as it is written.
func Raw(row []string) string { return row[0] }

// Folded orders the rows of a table by their first cell folded.
func Folded(row []string) string { return arabic.Key(row[0]) }

// Header fails t unless the comments of the file data/name of the calling package
// have each of the words.
func Header(t *testing.T, name string, words ...string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("data", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range words {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s lacks %q in its header", name, want)
		}
	}
}
