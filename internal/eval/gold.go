package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"mujaz/internal/render"
)

// Gold is one article annotated by hand: actors, dates, figures, quotes and a
// summary, or only reference extracts. Offsets are code points of Text.
type Gold struct {
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Text    string       `json:"text"`
	Actors  []GoldActor  `json:"actors"`
	Dates   []GoldDate   `json:"dates"`
	Figures []GoldFigure `json:"figures"`
	Quotes  []GoldQuote  `json:"quotes"`
	Summary []string     `json:"summary"`
	Refs    []string     `json:"refs"` // reference extracts, scored by their mean
}

// GoldActor is an actor an annotator listed.
type GoldActor struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Role     string   `json:"role"`
	Aliases  []string `json:"aliases"`
	Salience string   `json:"salience"` // "main" or "other"
}

// GoldDate is an expression of time an annotator marked.
type GoldDate struct {
	Text       string `json:"text"`
	Start, End int
	Value      *string `json:"value"`
}

// GoldFigure is a quantity an annotator marked. Its numbers are kept as they
// are written.
type GoldFigure struct {
	Text       string `json:"text"`
	Start, End int
	Value      json.RawMessage `json:"value"`
	Min        json.RawMessage `json:"min"`
	Max        json.RawMessage `json:"max"`
	Unit       string          `json:"unit"`
	UnitCode   string          `json:"unit_code"`
	Bound      string          `json:"bound"`
	Kind       string          `json:"kind"`
}

// GoldQuote is a direct quotation an annotator marked.
type GoldQuote struct {
	Text       string `json:"text"`
	Start, End int
	Speaker    string `json:"speaker"`
}

// ReadGold reads annotated articles, one JSON object a line.
func ReadGold(r io.Reader) ([]Gold, error) { return lines[Gold](r, "gold") }

// ReadBriefs reads briefs in the public format, one a line.
func ReadBriefs(r io.Reader) ([]render.Brief, error) { return lines[render.Brief](r, "briefs") }

// lines decodes JSON Lines; blank lines are skipped. Identifiers may be numbers.
func lines[T any](r io.Reader, what string) ([]T, error) {
	var list []T
	b := bufio.NewReaderSize(r, 1<<20)
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var x T
			if err := json.Unmarshal(line, &x); err != nil {
				return nil, fmt.Errorf("eval: %s, line %d: %w", what, n, err)
			}
			list = append(list, x)
		}
		if err == io.EOF {
			return list, nil
		} else if err != nil {
			return nil, fmt.Errorf("eval: read %s: %w", what, err)
		}
	}
}
