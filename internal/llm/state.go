package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// stateFormat is the version of the state file; newer ones are refused.
const stateFormat = 1

// State is what is known of a batch: the content of its state file.
type State struct {
	Format int     `json:"format"`
	Model  string  `json:"model"`
	Shards []Shard `json:"shards"`
}

// Shard is one file of questions and the batch that answers it.
type Shard struct {
	File      string   `json:"file"`
	Batch     string   `json:"batch,omitempty"`
	Status    string   `json:"status,omitempty"` // the server's word: validating, in_progress, completed, failed, expired, cancelled, ...
	Total     int      `json:"total,omitempty"`
	Completed int      `json:"completed,omitempty"`
	Failed    int      `json:"failed,omitempty"`
	Output    string   `json:"output,omitempty"`
	Errors    string   `json:"errors,omitempty"`
	Message   string   `json:"message,omitempty"` // why the batch failed
	Collected bool     `json:"collected,omitempty"`
	Answered  int      `json:"answered,omitempty"` // answers put into the cache
	Missing   int      `json:"missing,omitempty"`  // questions without one
	Reasons   []string `json:"reasons,omitempty"`  // of the missing, with their number
	Keys      []string `json:"keys"`
}

// over reports whether the server is done with a shard, for better or worse.
func (s Shard) over() bool {
	switch s.Status {
	case "completed", "failed", "expired", "cancelled":
		return true
	}
	return false
}

// Done reports whether every shard has been collected.
func (s State) Done() bool {
	for _, shard := range s.Shards {
		if !shard.Collected {
			return false
		}
	}
	return true
}

// Missing returns how many questions the collected shards left unanswered.
func (s State) Missing() int {
	n := 0
	for _, shard := range s.Shards {
		if shard.Collected {
			n += shard.Missing
		}
	}
	return n
}

// running returns the ids that are on their way.
func (s State) running() map[string]bool {
	ids := map[string]bool{}
	for _, shard := range s.Shards {
		if shard.Collected {
			continue
		}
		for _, key := range shard.Keys {
			ids[batchID(key)] = true
		}
	}
	return ids
}

// loadState reads a state file; one that does not exist is an empty state. One
// file holds one model, because a batch does.
func loadState(path, model string) (State, error) {
	s := State{Format: stateFormat, Model: model}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	switch {
	case err != nil:
		return s, fmt.Errorf("llm: batch state %s: %w", path, err)
	case s.Format > stateFormat:
		return s, fmt.Errorf("llm: batch state %s was written by a newer program", path)
	case s.Model != model:
		return s, fmt.Errorf("llm: batch state %s is of model %s, not %s", path, s.Model, model)
	}
	return s, nil
}

func (s State) save(path string) error {
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	if err := writeFile(path, append(data, '\n')); err != nil {
		return fmt.Errorf("llm: batch state: %w", err)
	}
	return nil
}
