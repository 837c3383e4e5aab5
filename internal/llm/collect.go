package llm

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/sashabaranov/go-openai"
)

// Status asks how the batches of the state file stand and writes it there.
func (b *Batch) Status(ctx context.Context) (State, error) {
	s, err := loadState(b.State, b.Client.o.Model)
	if err != nil {
		return s, err
	}
	for i := range s.Shards {
		shard := &s.Shards[i]
		if shard.Batch == "" || shard.Collected {
			continue
		}
		var resp openai.BatchResponse
		err := b.Client.again(ctx, func(ctx context.Context) (err error) {
			resp, err = b.Client.api.RetrieveBatch(ctx, shard.Batch)
			return err
		})
		if err != nil {
			return s, fmt.Errorf("llm: batch %s: %w", shard.Batch, err)
		}
		shard.take(resp.Batch)
	}
	return s, s.save(b.State)
}

// take writes what the server says of a batch into its shard.
func (s *Shard) take(b openai.Batch) {
	s.Status = b.Status
	s.Total, s.Completed, s.Failed = b.RequestCounts.Total, b.RequestCounts.Completed, b.RequestCounts.Failed
	s.Output, s.Errors = "", ""
	if b.OutputFileID != nil {
		s.Output = *b.OutputFileID
	}
	if b.ErrorFileID != nil {
		s.Errors = *b.ErrorFileID
	}
	if b.Errors != nil && len(b.Errors.Data) > 0 {
		s.Message = shorten(b.Errors.Data[0].Code + ": " + b.Errors.Data[0].Message)
	}
}

// Collect puts the answers of the batches that are over into the cache: whole
// ones, and what expired, cancelled and failed ones got done. What is missing
// afterwards is counted by reason and sent again by the next Submit.
func (b *Batch) Collect(ctx context.Context) (State, error) {
	if b.Client.o.Cache == nil {
		return State{}, ErrNoCache
	}
	s, err := b.Status(ctx)
	if err != nil {
		return s, err
	}
	for i := range s.Shards {
		if !s.Shards[i].over() || s.Shards[i].Collected {
			continue
		}
		if err := b.collect(ctx, &s.Shards[i]); err != nil {
			return s, err
		}
		if err := s.save(b.State); err != nil {
			return s, err
		}
	}
	return s, nil
}

// collect reads the output and the error file of one shard.
func (b *Batch) collect(ctx context.Context, shard *Shard) error {
	left := make(map[string]string, len(shard.Keys)) // id -> key
	for _, key := range shard.Keys {
		left[batchID(key)] = key
	}
	reasons := map[string]int{}
	for _, file := range []string{shard.Output, shard.Errors} {
		if file == "" { // completed with nothing done, or without errors
			continue
		}
		if err := b.readFile(ctx, file, left, reasons); err != nil {
			return fmt.Errorf("llm: batch %s: file %s: %w", shard.Batch, file, err)
		}
	}
	shard.Collected, shard.Missing = true, len(left)
	shard.Answered = len(shard.Keys) - len(left)
	counted := 0
	for _, n := range reasons {
		counted += n
	}
	if silent := len(left) - counted; silent > 0 {
		reasons[shard.Status] += silent
	}
	shard.Reasons = nil
	for reason, n := range reasons {
		shard.Reasons = append(shard.Reasons, fmt.Sprintf("%s: %d", reason, n))
	}
	slices.Sort(shard.Reasons)
	return nil
}

// readFile stores the answers of a result file, in whatever order they stand.
// It takes those it stored out of left. A broken line loses one answer.
func (b *Batch) readFile(ctx context.Context, file string, left map[string]string, reasons map[string]int) error {
	var raw openai.RawResponse
	err := b.Client.again(ctx, func(ctx context.Context) (err error) {
		raw, err = b.Client.api.GetFileContent(ctx, file)
		return err
	})
	if err != nil {
		return err
	}
	defer raw.Close()
	lines := bufio.NewReaderSize(raw, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := b.readLine(ctx, line, left, reasons); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// batchResult is a line of a result file. Errors stand outside the response
// when the request was never made, inside its body when it failed.
type batchResult struct {
	ID       string          `json:"custom_id"`
	Error    json.RawMessage `json:"error"`
	Response struct {
		Status int             `json:"status_code"`
		Body   json.RawMessage `json:"body"`
	} `json:"response"`
}

// readLine stores the answer of one line. A broken line is skipped: its question
// stays missing.
func (b *Batch) readLine(ctx context.Context, line []byte, left map[string]string, reasons map[string]int) error {
	var result batchResult
	_ = json.Unmarshal(line, &result)
	key, ours := left[result.ID]
	if !ours {
		return nil
	}
	r, err := b.Client.batchReply(ctx, result)
	switch kind := KindOf(err); kind {
	case "":
	case Refused, Filtered:
		r = reply{Model: b.Client.o.Model, Kind: kind}
	default:
		reasons[string(kind)]++
		return nil
	}
	delete(left, result.ID)
	return b.Client.o.Cache.store(key, r)
}

// batchReply returns the answer of a result line, and enters it in the ledger.
func (c *Client) batchReply(ctx context.Context, result batchResult) (reply, error) {
	if len(result.Error) > 0 && string(result.Error) != "null" {
		said := oneError(result.Error)
		kind := kindOfCode(said)
		if kind == "" {
			kind = Kind(said.Code)
		}
		return reply{}, &Error{Kind: kind, Model: c.o.Model, Message: shorten(said.Message)}
	}
	if said := errorBody(result.Response.Body); said != (serverError{}) || result.Response.Status >= 400 {
		kind := kindOf(ctx, errInBody, result.Response.Status, said)
		return reply{}, &Error{Kind: kind, Model: c.o.Model, Status: result.Response.Status, Message: shorten(said.Message)}
	}
	var resp openai.ChatCompletionResponse
	if err := json.Unmarshal(result.Response.Body, &resp); err != nil {
		return reply{}, &Error{Kind: Malformed, Model: c.o.Model, Err: err}
	}
	r, err := c.read(resp)
	price, _ := c.o.Prices.of(c.o.Model)
	usage := r.Usage
	usage.Requests = 1
	c.o.Ledger.settle(zero, Entry{
		Model: c.o.Model, Kind: KindOf(err), Usage: usage, Batch: true,
		Cost: price.cost(usage, c.o.Prices.BatchDiscount),
	})
	return r, err
}
