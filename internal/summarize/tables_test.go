package summarize_test

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

func TestTables(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		columns int
		key     func(row []string) string // "" for tables in another order
	}{
		"agents.tsv":   {1, func(r []string) string { return arabic.Key(r[0]) }},
		"alone.tsv":    {2, func(r []string) string { return arabic.Key(r[0]) }},
		"cues.tsv":     {2, func(r []string) string { return r[0] + "\t" + arabic.Key(r[1]) }},
		"measures.tsv": {2, func(r []string) string { return arabic.Key(r[0]) }},
		"owes.tsv":     {5, func(r []string) string { return arabic.Key(r[0]) }},
		"remarks.tsv":  {4, func(r []string) string { return arabic.Key(r[0]) }},
		"self.tsv":     {2, func(r []string) string { return arabic.Key(r[0]) }},
		"stems.tsv":    {2, func(r []string) string { return r[0] }},
		"valency.tsv":  {4, func(r []string) string { return arabic.Key(r[0]) }},
		"verbs.tsv":    {4, func(r []string) string { return arabic.Key(r[0]) }},
		"waw.tsv":      {1, func(r []string) string { return arabic.Key(r[0]) }},
	}
	for name, tt := range tests {
		data, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		src := string(data)
		if !norm.NFC.IsNormalString(src) {
			t.Errorf("%s is not NFC", name)
		}
		for _, want := range []string{"# columns:", "# source:", "licence:"} {
			if !strings.Contains(src, want) {
				t.Errorf("%s lacks %q in its header", name, want)
			}
		}
		rows := table.Rows(name, src, tt.columns)
		if tt.key == nil {
			continue
		}
		var keys []string
		for _, r := range rows {
			keys = append(keys, tt.key(r))
			if strings.ContainsRune(r[0], '\u0640') {
				t.Errorf("%s: %q has a tatweel", name, r[0])
			}
		}
		if !slices.IsSorted(keys) {
			t.Errorf("%s is not sorted by its folded keys", name)
		}
		if n := len(slices.Compact(slices.Clone(keys))); n != len(keys) {
			t.Errorf("%s has %d keys that are the same when folded", name, len(keys)-n)
		}
	}
}
