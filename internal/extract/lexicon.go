package extract

import (
	"strings"
	"sync"

	_ "embed"

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/headings.tsv
var headingsTSV string

var summaryHeadings = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, row := range table.Rows("headings.tsv", headingsTSV, 2) {
		if row[1] == "summary" {
			m[lineKey(row[0])] = true
		}
	}
	return m
})

// lineKey returns a line folded, white space collapsed and punctuation at its
// ends gone, for use as a key of a table.
func lineKey(s string) string {
	return strings.Trim(arabic.Key(cleanLine(s)), " :.!؟?-–—|*•«»\"'+›»‹،…()[]")
}

// isSummaryHeading reports whether a line does nothing but name a publisher's
// summary («استمع إلى الملخص»).
func isSummaryHeading(line string) bool {
	return len(line) < 120 && summaryHeadings()[lineKey(line)]
}
