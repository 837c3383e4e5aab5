package llm

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
)

// Mode says what a cache is for.
type Mode int

// The modes of a cache.
const (
	ReadWrite Mode = iota // known answers are not asked for again
	Record                // every question is asked, every answer written
	Replay                // nothing is asked; what is not there is NotRecorded
)

// Cache keeps answers by the content of their questions: model, parameters,
// schema and messages. Refusals are kept too. A nil Cache keeps nothing.
//
// Dir is a folder of one JSON file an answer. For Replay it may also name one
// file, whose text, raw or as recorded, answers every question.
type Cache struct {
	Dir  string
	Mode Mode
}

// key returns the name of a question's answer.
func (c *Client) key(q question) string {
	h := sha256.New()
	part := func(s string) { fmt.Fprintf(h, "%d:%s\n", len(s), s) }
	part("mujaz/answer/1")
	part(c.o.Model)
	part(fmt.Sprint(c.o.MaxTokens, c.o.Temperature, c.o.ReasoningEffort, c.o.Format))
	if len(c.o.Extra) > 0 {
		part(string(c.o.Extra))
	}
	part(string(q.schema))
	for _, m := range q.messages {
		part(m)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (c *Cache) replays() bool { return c != nil && c.Mode == Replay }

// path spreads answers over 256 folders, so that an archive's do not lie in one.
func (c *Cache) path(key string) string {
	return filepath.Join(c.Dir, key[:2], key+".json")
}

// load returns the answer that is kept under key. What was kept cost nothing
// this time, so its usage is left out.
func (c *Cache) load(key string) (reply, bool, error) {
	if c == nil || c.Mode == Record {
		return reply{}, false, nil
	}
	path := c.path(key)
	if c.Mode == Replay {
		if info, err := os.Stat(c.Dir); err != nil {
			return reply{}, false, fmt.Errorf("llm: replay: %w", err)
		} else if !info.IsDir() {
			path = c.Dir
		}
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return reply{}, false, nil
	}
	if err != nil {
		return reply{}, false, fmt.Errorf("llm: cache: %w", err)
	}
	return parseKept(data), true, nil
}

// parseKept reads a file of the cache, or a bare answer.
func parseKept(data []byte) reply {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil || r.Content == "" && r.Kind == "" {
		return reply{Content: string(data), Finish: "stop"}
	}
	r.Counted = false
	return r
}

// store keeps r under key, whole or not at all.
func (c *Cache) store(key string, r reply) error {
	if c == nil || c.Mode == Replay {
		return nil
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(c.path(key), append(data, '\n'))
}

// has reports whether an answer is kept under key.
func (c *Cache) has(key string) bool {
	_, ok, err := c.load(key)
	return ok && err == nil
}

// writeFile writes a file so that readers see the old or the new content.
func writeFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// keep stores an answer, also one that was cut: the same question with the same
// limit would be cut again. A cache that cannot be written costs money, not
// answers, so it is only logged.
func (c *Client) keep(ctx context.Context, key string, r reply) {
	if err := c.o.Cache.store(key, r); err != nil {
		c.o.Log.WarnContext(ctx, "answer not kept", slog.Any("error", err))
	}
}

// keepRefusal stores that a question is refused, so that it is not paid for again.
func (c *Client) keepRefusal(key string, err error) {
	if k := KindOf(err); k == Refused || k == Filtered {
		if err := c.o.Cache.store(key, reply{Model: c.o.Model, Kind: k}); err != nil {
			c.o.Log.Warn("refusal not kept", slog.Any("error", err))
		}
	}
}
