package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"mujaz/internal/extract"
	"mujaz/internal/llm"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/render"
	"mujaz/internal/source"
)

// codes gives the public code of every error that an article may end in. The
// first that matches counts.
var codes = []struct {
	err       error
	code      string
	retryable bool
}{
	{source.ErrBadLine, "bad_line", false},
	{source.ErrNotLines, "bad_line", false},
	{source.ErrBroken, "unreadable", false},
	{source.ErrPacked, "unreadable", false},
	{source.ErrNoText, "no_text", false},
	{source.ErrTooLarge, "too_large", false},
	{source.ErrRecord, "bad_record", false},
	{source.ErrScheme, "bad_scheme", false},
	{errDuplicate, "duplicate_id", false},
	{pipeline.ErrPanic, "internal", false},
	{fs.ErrNotExist, "not_found", false},
	{fs.ErrPermission, "unreadable", false},
	{context.DeadlineExceeded, "timeout", true},
	{context.Canceled, "interrupted", true},
}

// errDuplicate says that an id was given before in the same input.
var errDuplicate = errors.New("this id was used before in the same input")

// publicError is what errors of other rooms implement that know their own code.
type publicError interface {
	error
	PublicCode() (code string, retryable bool)
}

// failure returns err in the public form.
func failure(err error) render.Error {
	out := render.Error{Code: "failed", Message: err.Error()}
	if e, ok := errors.AsType[publicError](err); ok {
		out.Code, out.Retryable = e.PublicCode()
		return out
	}
	if k := llm.KindOf(err); k != "" {
		out.Code, out.Retryable = string(k), true
		return out
	}
	if e, ok := errors.AsType[*extract.Error](err); ok {
		out.Code = e.Code
		return out
	}
	for _, c := range codes {
		if errors.Is(err, c.err) {
			out.Code, out.Retryable = c.code, c.retryable
			return out
		}
	}
	return out
}

// tally counts what became of the articles of a run.
type tally struct {
	done, failed int
	first        error // the first failure
	degraded     int   // briefs that the model did not write whole
}

// count counts one article and reports whether it succeeded.
func (t *tally) count(err error) bool {
	if err == nil {
		t.done++
		return true
	}
	if t.failed++; t.first == nil {
		t.first = err
	}
	return false
}

// lacking counts a brief that the model did not write whole.
func (t *tally) lacking(b news.Brief) {
	if slices.ContainsFunc(b.Warnings, func(w news.Warning) bool { return strings.HasPrefix(string(w), "degraded:") }) {
		t.degraded++
	}
}

// verdict returns nil when all went well, else an error that only has an exit
// code, since every failure was reported where it happened.
func (t *tally) verdict() error {
	switch {
	case t.failed == 0 && t.done == 0:
		return &exitError{code: ExitNoArticle, err: errors.New("no article found in the input")}
	case t.failed == 0:
		return nil
	case t.done > 0 || t.failed > 1:
		return &exitError{code: ExitSomeFailed}
	}
	switch failure(t.first).Code {
	case "no_article", "empty", "not_arabic", "no_text", "binary":
		return &exitError{code: ExitNoArticle}
	case "no_model":
		return &exitError{code: ExitNoModel}
	}
	return &exitError{code: ExitFailure}
}

// complain reports why an article gave no brief.
func (a *app) complain(page news.Page, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	message := err.Error()
	for _, where := range []string{page.ID, page.Place} {
		if where != "" && !strings.Contains(message, where) {
			message = where + ": " + message
		}
	}
	fmt.Fprintf(a.Stderr, "mujaz: %s\n", render.Visible(message))
}
