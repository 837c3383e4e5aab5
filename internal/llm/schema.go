package llm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// mostFaults is how many faults of one answer are told.
const mostFaults = 20

// validator checks answers against one schema.
type validator struct{ schema *jsonschema.Schema }

// validator returns the validator of schema, compiled once.
func (c *Client) validator(schema json.RawMessage) (*validator, error) {
	if v, ok := c.schemas.Load(string(schema)); ok {
		if v, ok := v.(*validator); ok {
			return v, nil
		}
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, fmt.Errorf("llm: schema: %w", err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("answer.json", doc); err != nil {
		return nil, fmt.Errorf("llm: schema: %w", err)
	}
	compiled, err := compiler.Compile("answer.json")
	if err != nil {
		return nil, fmt.Errorf("llm: schema: %w", err)
	}
	v := &validator{schema: compiled}
	c.schemas.Store(string(schema), v)
	return v, nil
}

// faults returns the path and message of each fault of an answer, which is
// JSON. It returns none when the answer satisfies the schema.
func (v *validator) faults(answer []byte) []string {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(answer))
	if err != nil {
		return []string{"/: not JSON"}
	}
	var invalid *jsonschema.ValidationError
	if err := v.schema.Validate(doc); !errors.As(err, &invalid) {
		return nil
	}
	var list []string
	leaves(invalid, message.NewPrinter(language.English), &list)
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(len(list), mostFaults)]
}

// leaves adds the faults that have no finer cause.
func leaves(e *jsonschema.ValidationError, p *message.Printer, list *[]string) {
	for _, cause := range e.Causes {
		leaves(cause, p, list)
	}
	if len(e.Causes) == 0 {
		*list = append(*list, "/"+strings.Join(e.InstanceLocation, "/")+": "+e.ErrorKind.LocalizedString(p))
	}
}
