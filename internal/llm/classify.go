package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/sashabaranov/go-openai"
)

// serverError is what the many shapes of error bodies have in common.
type serverError struct {
	Message, Type, Code string
}

// classify turns what a failed call left behind into an Error. It never
// returns nil.
func (c *Client) classify(ctx context.Context, err error, x *exchange) *Error {
	e := &Error{Model: c.o.Model, Err: err, Status: x.status}
	if x.status < 400 {
		e.Status = 0
	}
	said := errorBody(x.body.Bytes())
	// RequestError first: for {"error":"text"} it wraps an APIError without a status.
	var request *openai.RequestError
	var api *openai.APIError
	switch {
	case errors.As(err, &request):
		e.Status = request.HTTPStatusCode
	case errors.As(err, &api):
		if api.HTTPStatusCode != 0 {
			e.Status = api.HTTPStatusCode
		}
		if said.Message == "" {
			said = serverError{Message: api.Message, Type: api.Type, Code: codeText(api.Code)}
		}
	}
	e.Message = shorten(said.Message)
	e.Kind = kindOf(ctx, err, e.Status, said)
	var sent *url.Error
	if e.Kind == Unreachable && x.status == 0 && !errors.As(err, &sent) {
		e.Kind = BadRequest // go-openai refused to send it
	}
	e.After, e.Final = c.serverDelay(x.header)
	return e
}

// kindOf decides the kind by the server's code, then its status, then the
// error of the connection.
func kindOf(ctx context.Context, err error, status int, said serverError) Kind {
	if k := kindOfCode(said); k != "" {
		return k
	}
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return Unauthorized
	case status == http.StatusNotFound:
		return NotFound
	case status == http.StatusTooManyRequests:
		return RateLimited
	case status == http.StatusRequestTimeout || status == http.StatusConflict || status >= 500:
		return Overloaded
	case status >= 400:
		return BadRequest
	case said.Message != "" || said.Code != "" || said.Type != "":
		return Overloaded // an error inside a body with status 200
	}
	return kindOfConnection(ctx, err)
}

// kindOfCode reads the code, type and words of an error body.
func kindOfCode(said serverError) Kind {
	code, message := strings.ToLower(said.Code+" "+said.Type), strings.ToLower(said.Message)
	has := func(s string, parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(s, p) {
				return true
			}
		}
		return false
	}
	switch {
	case has(code, "insufficient_quota", "billing_hard_limit", "billing_not_active"):
		return Quota
	case has(code, "context_length_exceeded", "exceed_context_size") ||
		has(message, "maximum context length", "context window", "context size", "context length", "exceeds the available context", "prompt is too long"):
		return TooLong
	case has(code, "content_filter", "content_policy", "responsibleai") || has(message, "content management policy"):
		return Filtered
	case has(code, "model_not_found", "deploymentnotfound"):
		return NotFound
	case has(code, "invalid_api_key", "authentication_error"):
		return Unauthorized
	case has(code, "rate_limit", "slow_down"):
		return RateLimited
	case has(code, "server_error", "overloaded", "unavailable"):
		return Overloaded
	}
	return ""
}

// kindOfConnection reads errors that came without a server's word.
func kindOfConnection(ctx context.Context, err error) Kind {
	var syntax *json.SyntaxError
	var shape *json.UnmarshalTypeError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return Interrupted
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return Timeout
	case errors.As(err, &syntax), errors.As(err, &shape), errors.Is(err, errTooLarge):
		return Malformed
	case errors.Is(err, openai.ErrTooManyEmptyStreamMessages):
		return CutStream
	}
	return Unreachable
}

// errorBody reads the error of a body in any of the shapes that servers use:
// {"error":{...}}, {"error":"text"}, {"object":"error",...}, {"detail":...} and
// the lines of an event stream.
func errorBody(body []byte) serverError {
	text := strings.TrimSpace(string(body))
	if !strings.HasPrefix(text, "{") {
		i := strings.Index(text, `{"error"`)
		if i < 0 {
			return serverError{}
		}
		text, _, _ = strings.Cut(text[i:], "\n")
	}
	var outer map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &outer) != nil {
		return serverError{}
	}
	var object string
	_ = json.Unmarshal(outer["object"], &object)
	switch {
	case len(outer["error"]) > 0 && string(outer["error"]) != "null":
		return oneError(outer["error"])
	case object == "error":
		return oneError([]byte(text))
	case len(outer["choices"]) == 0 && len(outer["detail"]) > 0:
		return serverError{Message: plainText(outer["detail"])}
	}
	return serverError{}
}

func oneError(raw json.RawMessage) serverError {
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return serverError{Message: plainText(raw)}
	}
	return serverError{
		Message: plainText(fields["message"]), Type: plainText(fields["type"]), Code: plainText(fields["code"]),
	}
}

// plainText returns a JSON string's text, or other JSON as it stands.
func plainText(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	if string(raw) == "null" {
		return ""
	}
	return string(raw)
}

func codeText(code any) string {
	if code == nil {
		return ""
	}
	return fmt.Sprint(code)
}
