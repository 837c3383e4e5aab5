package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// Listener is told the whole answer so far, each time it grows. It starts
// again from the beginning when a call is tried again.
type Listener func(soFar string)

type listenerKey struct{}

// Watch returns a context whose questions are streamed to l.
func Watch(ctx context.Context, l func(soFar string)) context.Context {
	return context.WithValue(ctx, listenerKey{}, Listener(l))
}

func listenerOf(ctx context.Context) Listener {
	l, _ := ctx.Value(listenerKey{}).(Listener)
	return l
}

// stream makes a call whose answer arrives in pieces. A stream without a
// finish reason was cut, whatever go-openai says: it returns io.EOF for both.
func (c *Client) stream(ctx context.Context, q question, listener Listener) (reply, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	silence := newIdle(c.o.StreamIdle, func() { cancel(context.DeadlineExceeded) })
	defer silence.stop()
	x, ok := ctx.Value(exchangeKey{}).(*exchange)
	if ok {
		x.alive = silence.heard // also by keep-alive lines, which go-openai swallows
	}
	request := c.request(q)
	request.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	s, err := c.api.CreateChatCompletionStream(ctx, request)
	if err != nil {
		return reply{}, causeOf(ctx, err)
	}
	defer s.Close()
	var r reply
	var text, refusal strings.Builder
	for {
		chunk, err := s.Recv()
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil {
			r.Content = text.String()
			return r, causeOf(ctx, err)
		}
		if chunk.Model != "" {
			r.Model = chunk.Model
		}
		r.count(chunk.Usage)
		if len(chunk.Choices) == 0 {
			continue
		}
		choice := chunk.Choices[0]
		text.WriteString(choice.Delta.Content)
		refusal.WriteString(choice.Delta.Refusal)
		if choice.FinishReason != "" && choice.FinishReason != openai.FinishReasonNull {
			r.Finish = string(choice.FinishReason)
		}
		if listener != nil && choice.Delta.Content != "" {
			listener(text.String())
		}
	}
	r.Content = text.String()
	if resp, ok := atOnce(x); ok && r.Finish == "" && r.Content == "" {
		return c.read(resp)
	}
	if r.Finish == "" {
		kind := CutStream
		if r.Content == "" {
			kind = Empty
		}
		return r, &Error{Kind: kind, Model: c.o.Model, Message: "the stream ended without a finish reason"}
	}
	return r, c.judge(r, refusal.String())
}

// atOnce returns the answer of a server that was asked for a stream and answered
// with the whole.
func atOnce(x *exchange) (resp openai.ChatCompletionResponse, ok bool) {
	if x == nil || !bytes.HasPrefix(bytes.TrimSpace(x.body.Bytes()), []byte("{")) {
		return resp, false
	}
	err := json.Unmarshal(x.body.Bytes(), &resp)
	return resp, err == nil && len(resp.Choices) > 0
}

// causeOf returns why ctx ended, if it did, else err.
func causeOf(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
