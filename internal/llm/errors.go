package llm

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind says why a call gave no answer that can be used. It is also the reason
// a brief gives after "degraded:".
type Kind string

// The kinds of errors. Those marked "again" are worth another try.
const (
	Unreachable  Kind = "unreachable"        // no connection, or it broke; again
	Timeout      Kind = "timeout"            // no answer in time; again
	Overloaded   Kind = "overloaded"         // 408, 409, 5xx; again
	RateLimited  Kind = "rate_limited"       // 429 that passes; again
	Empty        Kind = "empty_answer"       // no choices, no content; again
	Malformed    Kind = "malformed_answer"   // a body that is not the protocol; again
	CutStream    Kind = "cut_stream"         // a stream that ended before its end; again
	Quota        Kind = "insufficient_quota" // 429 that does not pass
	Unauthorized Kind = "unauthorized"       // 401, 403
	NotFound     Kind = "model_not_found"    // 404
	TooLong      Kind = "context_length"     // the prompt does not fit
	Filtered     Kind = "content_filter"     // the provider's filter
	Refused      Kind = "refused"            // the model declined
	BadRequest   Kind = "bad_request"        // 400, 422: a fault of ours or of the settings
	CutAnswer    Kind = "answer_cut"         // max tokens reached; what was complete is returned beside the error
	Invalid      Kind = "schema"             // not the asked schema; what could be read is returned beside the error
	CutInput     Kind = "input_truncated"    // the server silently dropped part of the prompt
	OverBudget   Kind = "budget"             // the next call could pass the budget
	CircuitOpen  Kind = "circuit_open"       // the endpoint failed too often just now
	NotRecorded  Kind = "not_recorded"       // replay holds no answer to this question
	Interrupted  Kind = "interrupted"        // the caller gave up
)

// again reports whether a kind is worth another try.
func (k Kind) again() bool {
	switch k {
	case Unreachable, Timeout, Overloaded, RateLimited, Empty, Malformed, CutStream:
		return true
	default:
		return false
	}
}

// broken reports whether a kind says that the endpoint, not this one question,
// is at fault, so that the circuit breaker counts it.
func (k Kind) broken() bool {
	switch k {
	case Unreachable, Timeout, Overloaded, Malformed, Quota, Unauthorized, NotFound:
		return true
	default:
		return false
	}
}

// Error is a call that gave no answer that can be used.
type Error struct {
	Kind    Kind
	Model   string
	Status  int           // HTTP status, or 0
	Message string        // the server's words, shortened
	After   time.Duration // how long the server asks to wait, or 0
	Final   bool          // the server said not to try again
	Faults  []string      // for Invalid: path and message of each fault
	Err     error
}

// Error returns the kind, the model and the server's words.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "llm: %s", strings.ReplaceAll(string(e.Kind), "_", " "))
	if e.Model != "" {
		fmt.Fprintf(&b, ": %s", e.Model)
	}
	if e.Status != 0 {
		fmt.Fprintf(&b, ": HTTP %d", e.Status)
	}
	switch {
	case e.Message != "":
		fmt.Fprintf(&b, ": %s", e.Message)
	case len(e.Faults) > 0:
		fmt.Fprintf(&b, ": %s", strings.Join(e.Faults, "; "))
	case e.Err != nil:
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Reason returns the kind as a word for "degraded:".
func (e *Error) Reason() string { return string(e.Kind) }

// Problems returns the faults of an answer that does not satisfy its schema.
func (e *Error) Problems() []string { return e.Faults }

// KindOf returns the kind of the first Error in err's tree, or "" when there is none.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return ""
}

// Errors of settings, which New returns.
var (
	ErrNoModel = errors.New("llm: no model is named")
	ErrNoKey   = errors.New("llm: this endpoint needs an API key")
	ErrNoPrice = errors.New("llm: a budget needs the model's price")
)

// shorten returns s in one line of at most 300 characters, without anything
// that looks like a key.
func shorten(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if strings.Contains(w, "sk-") || len(w) > 120 {
			words[i] = stars
		}
	}
	s = strings.Join(words, " ")
	if r := []rune(s); len(r) > 300 {
		s = string(r[:300]) + "..."
	}
	return s
}
