package summarize_test

import (
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/testkit"
)

func TestTables(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		columns int
		order   func(row []string) string
	}{
		"agents.tsv":   {1, testkit.Folded},
		"alone.tsv":    {2, testkit.Folded},
		"cues.tsv":     {2, func(r []string) string { return r[0] + "\t" + arabic.Key(r[1]) }},
		"measures.tsv": {2, testkit.Folded},
		"owes.tsv":     {5, testkit.Folded},
		"remarks.tsv":  {4, testkit.Folded},
		"self.tsv":     {2, testkit.Folded},
		"stems.tsv":    {2, testkit.Raw},
		"valency.tsv":  {4, testkit.Folded},
		"verbs.tsv":    {4, testkit.Folded},
		"waw.tsv":      {1, testkit.Folded},
	} {
		testkit.Header(t, name, "# columns:", "# source:", "licence:")
		testkit.Table(t, name, tt.columns, tt.order)
	}
}
