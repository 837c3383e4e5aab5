// Package table reads the word tables that are embedded beside the rooms.
//
// A table is UTF-8 text with tab-separated columns. Lines that begin with "#"
// are comments, of which the first say the columns, the source, its version
// and its licence. Blank lines are skipped. A table is ours, so a fault in one
// is a bug and Rows panics; a test of the room that owns the table makes that
// unreachable.
package table

import (
	"fmt"
	"strings"
)

// Rows returns the rows of src, each with exactly columns cells, spaces around
// cells removed. It panics, naming file and line, when a row has another number.
func Rows(file, src string, columns int) [][]string {
	var rows [][]string
	line := 0
	for text := range strings.Lines(src) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		if len(cells) != columns {
			panic(fmt.Sprintf("table: %s:%d: %d cells, want %d", file, line, len(cells), columns))
		}
		for i, c := range cells {
			cells[i] = strings.TrimSpace(c)
		}
		rows = append(rows, cells)
	}
	return rows
}
