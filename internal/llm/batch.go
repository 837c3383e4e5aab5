package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"

	"github.com/sashabaranov/go-openai"
)

// The Batch API answers within a day for half the price. Three steps, each of
// which can be stopped, repeated and resumed:
//
//	Submit   writes what the cache does not hold and no running batch has into
//	         shards, uploads them and starts a batch for each;
//	Status   asks how the batches stand;
//	Collect  puts the answers into the cache, and counts what failed.
//
// After that the articles are read again as usual and find their answers in
// the cache. Submitting again sends what is missing, and nothing else: a
// question's id is the hash of its content.

// Limits of one batch file (openai-openapi, createBatch: 50,000 requests, 200 MB).
const (
	shardRequests = 50_000
	shardBytes    = 190 << 20
)

// ErrNoCache is returned by the batch calls of a client without a cache.
var ErrNoCache = errors.New("llm: a batch needs a cache to put its answers in")

// Batch is an archive's questions on the way through the Batch API.
type Batch struct {
	Client        *Client
	State         string // path of the state file
	ShardRequests int    // default and most 50,000
	ShardBytes    int    // default and most 190 MiB
}

// Submit sends the questions that are neither answered nor on their way. It
// returns the state after it, which is also written to the state file.
func (b *Batch) Submit(ctx context.Context, questions iter.Seq2[[]string, error], schema json.RawMessage) (State, error) {
	c := b.Client
	if c.o.Cache == nil {
		return State{}, ErrNoCache
	}
	s, err := loadState(b.State, c.o.Model)
	if err != nil {
		return s, err
	}
	if err := b.start(ctx, &s); err != nil { // what an earlier run uploaded
		return s, err
	}
	known := s.running()
	var file shardFile
	for messages, err := range questions {
		if err != nil {
			return s, err
		}
		q := question{messages: messages, schema: schema, tokens: promptTokens(c.o.Model, messages, schema)}
		key := c.key(q)
		if known[batchID(key)] || c.o.Cache.has(key) {
			continue
		}
		known[batchID(key)] = true
		line, err := c.batchLine(key, q)
		if err != nil {
			return s, err
		}
		if file.full(len(line), b) {
			if err := b.ship(ctx, &s, &file); err != nil {
				return s, err
			}
		}
		file.add(key, line)
	}
	return s, b.ship(ctx, &s, &file)
}

// batchID shortens a key to what every server takes as custom_id.
func batchID(key string) string { return key[:40] }

// batchLine returns the line of a question in a batch file.
func (c *Client) batchLine(key string, q question) ([]byte, error) {
	return json.Marshal(openai.BatchChatCompletionRequest{
		CustomID: batchID(key), Body: c.request(q), Method: http.MethodPost, URL: openai.BatchEndpointChatCompletions,
	})
}

// shardFile is a batch file being written.
type shardFile struct {
	lines bytes.Buffer
	keys  []string
}

func (f *shardFile) full(next int, b *Batch) bool {
	most, size := shardRequests, shardBytes
	if b.ShardRequests > 0 {
		most = min(most, b.ShardRequests)
	}
	if b.ShardBytes > 0 {
		size = min(size, b.ShardBytes)
	}
	return len(f.keys) >= most || len(f.keys) > 0 && f.lines.Len()+next >= size
}

func (f *shardFile) add(key string, line []byte) {
	f.keys = append(f.keys, key)
	f.lines.Write(line)
	f.lines.WriteByte('\n')
}

// ship uploads the file, writes it into the state and starts its batch.
func (b *Batch) ship(ctx context.Context, s *State, f *shardFile) error {
	if len(f.keys) == 0 {
		return nil
	}
	name := fmt.Sprintf("mujaz-%d-%s.jsonl", len(s.Shards)+1, f.keys[0][:8])
	var uploaded openai.File
	err := b.Client.again(ctx, func(ctx context.Context) (err error) {
		uploaded, err = b.Client.api.CreateFileBytes(ctx, openai.FileBytesRequest{
			Name: name, Bytes: f.lines.Bytes(), Purpose: openai.PurposeBatch,
		})
		return err
	})
	if err != nil {
		return fmt.Errorf("llm: upload %s: %w", name, err)
	}
	s.Shards = append(s.Shards, Shard{File: uploaded.ID, Keys: f.keys})
	*f = shardFile{}
	if err := s.save(b.State); err != nil {
		return err
	}
	return b.start(ctx, s)
}

// start begins a batch for each uploaded file that has none. Before each try it
// looks whether there is one: the answer to an earlier try may have been lost,
// or the program may have been killed before it wrote the id down.
func (b *Batch) start(ctx context.Context, s *State) error {
	for i := range s.Shards {
		shard := &s.Shards[i]
		if shard.Batch != "" {
			continue
		}
		var found openai.Batch
		err := b.Client.again(ctx, func(ctx context.Context) (err error) {
			if found, err = b.Client.batchOf(ctx, shard.File); err != nil || found.ID != "" {
				return err
			}
			found, err = b.Client.create(ctx, shard.File)
			return err
		})
		if err != nil {
			return fmt.Errorf("llm: create batch for %s: %w", shard.File, err)
		}
		shard.Batch, shard.Status = found.ID, found.Status
		if err := s.save(b.State); err != nil {
			return err
		}
	}
	return nil
}

// batchOf returns the newest batch that was made of an uploaded file, or the
// zero batch. Servers that do not list batches have none.
func (c *Client) batchOf(ctx context.Context, file string) (openai.Batch, error) {
	limit := 100
	ctx, x := withExchange(ctx)
	list, err := c.api.ListBatch(ctx, nil, &limit)
	if err != nil {
		if e := c.classify(ctx, err, x); e.Kind != NotFound && e.Kind != BadRequest {
			return openai.Batch{}, e
		}
	}
	for _, batch := range list.Data {
		if batch.InputFileID == file && batch.Status != "cancelled" && batch.Status != "failed" {
			return batch, nil
		}
	}
	return openai.Batch{}, nil
}

// create starts a batch for an uploaded file.
func (c *Client) create(ctx context.Context, file string) (openai.Batch, error) {
	resp, err := c.api.CreateBatch(ctx, openai.CreateBatchRequest{
		InputFileID: file, Endpoint: openai.BatchEndpointChatCompletions, Metadata: map[string]any{"program": "mujaz"},
	})
	return resp.Batch, err
}

// again makes a call of the files and batches API, with the retries of a
// question but without its limits.
func (c *Client) again(ctx context.Context, call func(context.Context) error) error {
	for n := 1; ; n++ {
		try, x := withExchange(ctx)
		x.limit = maxFile
		err := call(try)
		if err == nil {
			if said := errorBody(x.body.Bytes()); said == (serverError{}) {
				return nil
			}
			err = errInBody
		}
		e, ok := errors.AsType[*Error](err)
		if !ok {
			e = c.classify(ctx, err, x)
		}
		if !e.Kind.again() || n > c.o.Retries {
			return e
		}
		d, worth := c.delay(n, e)
		if !worth || sleep(ctx, d, c.o.Now) != nil {
			return e
		}
	}
}

// errInBody stands for an error that came with status 200.
var errInBody = errors.New("llm: error in the body")
