package llm

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/govalues/decimal"
	"github.com/sashabaranov/go-openai"

	"mujaz/internal/news"
)

var zero = decimal.Zero

// emptyLines is how many lines without content a stream may hold: servers send
// keep-alive comments while a long prompt is read.
const emptyLines = 100_000

// leastTemperature stands for 0, which go-openai leaves out so that the server
// takes 1. Servers that divide by it stand this one, and it is as predictable.
const leastTemperature = 0.01

// config returns go-openai's settings of the endpoint.
func (c *Client) config() openai.ClientConfig {
	key := c.o.Key.reveal()
	config := openai.DefaultConfig(key)
	config.BaseURL = c.o.BaseURL
	if c.o.API != OpenAI {
		config = openai.DefaultAzureConfig(key, c.o.BaseURL)
		config.APIVersion = c.o.Version
		config.AzureModelMapperFunc = func(model string) string { return model }
		if c.o.API == AzureAD {
			config.APIType = openai.APITypeAzureAD
		}
	}
	config.HTTPClient = c.o.HTTP
	config.EmptyMessagesLimit = emptyLines
	return config
}

// maxTokens returns the longest answer; what a model thinks counts in it.
func (c *Client) maxTokens() int {
	if reasons(c.o.Model) {
		return 4 * c.o.MaxTokens
	}
	return c.o.MaxTokens
}

// messages returns the conversation with its roles.
func (c *Client) messages(q question) []openai.ChatCompletionMessage {
	said := q.messages
	merge := c.merged.Load() && len(said) > 1
	if merge {
		said = append([]string{"", said[0] + "\n\n" + said[1]}, said[2:]...)
	}
	list := make([]openai.ChatCompletionMessage, 0, len(said))
	for i, m := range said {
		role := openai.ChatMessageRoleSystem
		switch {
		case i%2 == 1:
			role = openai.ChatMessageRoleUser
		case i > 0:
			role = openai.ChatMessageRoleAssistant
		}
		if m == "" {
			m = " " // go-openai drops empty content, and servers refuse the message
		}
		list = append(list, openai.ChatCompletionMessage{Role: role, Content: m})
	}
	if merge {
		list = list[1:]
	}
	return list
}

// request returns the body of a call.
func (c *Client) request(q question) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: c.o.Model, Messages: c.messages(q)}
	if reasons(c.o.Model) {
		r.ReasoningEffort = c.o.ReasoningEffort
		if r.ReasoningEffort == "" {
			r.ReasoningEffort = openai.ReasoningEffortLow
		}
	}
	if fixedSampling(c.o.Model) {
		r.MaxCompletionTokens = c.maxTokens()
	} else {
		r.MaxTokens = c.o.MaxTokens //nolint:staticcheck // the one name that every server but OpenAI's newest knows
		r.Temperature = max(c.o.Temperature, leastTemperature)
	}
	switch c.formatNow() {
	case JSONSchema:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: "answer", Schema: q.schema, Strict: true},
		}
	case JSONObject, ObjectSchema:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	case PlainText:
	}
	return r
}

// send makes one call. Its errors are Errors.
func (c *Client) send(ctx context.Context, q question) (reply, error) {
	try, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	try, x := withExchange(try)
	x.extra = c.o.Extra
	if c.formatNow() == ObjectSchema {
		x.schema = q.schema
	}
	var r reply
	var err error
	if listener := listenerOf(ctx); listener != nil || c.o.Stream {
		r, err = c.stream(try, q, listener)
	} else {
		r, err = c.complete(try, q)
	}
	c.pace.learn(x.header)
	if err == nil {
		return r, nil
	}
	var e *Error
	if !errors.As(err, &e) {
		e = c.classify(ctx, err, x)
	}
	if x.status >= 300 && x.status < 400 {
		return r, &Error{Kind: BadRequest, Model: c.o.Model, Status: x.status, Message: "the endpoint redirects; name the address it redirects to"}
	}
	if e.Kind == Empty || e.Kind == CutStream {
		if said := errorBody(x.body.Bytes()); said != (serverError{}) {
			e = c.classify(ctx, err, x)
		}
	}
	return r, e
}

// complete makes a call that is answered at once.
func (c *Client) complete(ctx context.Context, q question) (reply, error) {
	resp, err := c.api.CreateChatCompletion(ctx, c.request(q))
	if err != nil {
		if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return reply{}, &Error{Kind: Empty, Model: c.o.Model, Message: "empty body", Err: err}
		}
		return reply{}, err
	}
	return c.read(resp)
}

// read takes what a response says, or the error that it amounts to.
func (c *Client) read(resp openai.ChatCompletionResponse) (reply, error) {
	r := reply{Model: resp.Model}
	r.count(&resp.Usage)
	if len(resp.Choices) == 0 {
		return r, &Error{Kind: Empty, Model: c.o.Model, Message: "no choices"}
	}
	choice := resp.Choices[0]
	r.Finish, r.Content = string(choice.FinishReason), choice.Message.Content
	for _, part := range choice.Message.MultiContent {
		if part.Type == openai.ChatMessagePartTypeText || part.Type == "output_text" {
			r.Content += part.Text
		}
	}
	return r, c.judge(r, choice.Message.Refusal)
}

// judge returns the error of an answer without usable content.
func (c *Client) judge(r reply, refusal string) error {
	switch {
	case r.Finish == string(openai.FinishReasonContentFilter):
		return &Error{Kind: Filtered, Model: c.o.Model}
	case refusal != "":
		return &Error{Kind: Refused, Model: c.o.Model, Message: shorten(refusal)}
	case strings.TrimSpace(r.Content) != "":
		return nil
	case r.Finish == string(openai.FinishReasonLength): // thought or blanks to the end
		return &Error{Kind: CutAnswer, Model: c.o.Model, Message: "nothing was said before the longest length"}
	}
	return &Error{Kind: Empty, Model: c.o.Model, Message: "no content"}
}

// count takes the server's usage over.
func (r *reply) count(u *openai.Usage) {
	if u == nil || u.PromptTokens == 0 && u.CompletionTokens == 0 {
		return
	}
	r.Counted = true
	r.Usage = news.Usage{PromptTokens: u.PromptTokens, CompletionTokens: u.CompletionTokens}
	if d := u.PromptTokensDetails; d != nil {
		r.Usage.CachedTokens = d.CachedTokens
	}
	if d := u.CompletionTokensDetails; d != nil {
		r.Usage.ReasoningTokens = d.ReasoningTokens
	}
}

// idle cancels a stream that stays silent for too long.
type idle struct {
	timer *time.Timer
	limit time.Duration
}

func newIdle(limit time.Duration, cancel func()) *idle {
	return &idle{timer: time.AfterFunc(limit, cancel), limit: limit}
}

func (i *idle) heard() { i.timer.Reset(i.limit) }
func (i *idle) stop()  { i.timer.Stop() }
