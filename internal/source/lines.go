package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"mujaz/internal/news"
)

// row is one line of JSON Lines input.
type row struct {
	ID        any    `json:"id"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Text      string `json:"text"`
	HTML      string `json:"html"`
}

// lines yields a page for every line of in that is not blank. A bad line is one
// item with an error. It reports whether to go on.
func (r Reader) lines(ctx context.Context, place string, in *bufio.Reader, yield func(Item) bool) bool {
	for n := 1; ; n++ {
		line, err := r.line(in)
		if n == 1 {
			line = bytes.TrimPrefix(line, bom)
		}
		at := place + ":" + strconv.Itoa(n)
		switch {
		case ctx.Err() != nil:
			return false
		case errors.Is(err, ErrTooLarge):
			if !yield(Item{Page: news.Page{Place: at}, Err: fmt.Errorf("%w: %s is over %d bytes", ErrTooLarge, at, r.limit())}) {
				return false
			}
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return yield(Item{Page: news.Page{Place: at}, Err: fmt.Errorf("source: %s: %w", at, err)})
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if !yield(page(line, at)) {
				return false
			}
		}
		if err != nil {
			return true
		}
	}
}

// line returns the next line, whose end may be missing at the end of input. A
// line that is too long is skipped whole and gives ErrTooLarge.
func (r Reader) line(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > r.limit() {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, ErrTooLarge
		default:
			return line, err
		}
	}
}

func page(line []byte, place string) Item {
	var x row
	p := news.Page{Place: place}
	err := decode(line, &x)
	p.ID = id(x.ID)
	if err != nil {
		return Item{Page: p, Err: fmt.Errorf("%w: %s: %w", ErrBadLine, place, err)}
	}
	p.URL, p.Title = x.URL, strings.TrimSpace(x.Title)
	if x.Published != "" {
		var bad error
		if p.Published, bad = news.ParseMoment(x.Published); bad != nil {
			p.PublishedAs = x.Published
		}
	}
	switch {
	case x.Text != "":
		p.Form, p.Body = news.Text, []byte(x.Text)
	case x.HTML != "":
		p.Form, p.Body = news.HTML, []byte(x.HTML)
	default:
		return Item{Page: p, Err: fmt.Errorf("%w: %s", ErrNoText, place)}
	}
	return Item{Page: p}
}

// decode reads the only value of a line. What it finds before an error stays in x.
func decode(line []byte, x *row) error {
	if foreign(line) {
		return errors.New("the line is not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	err := d.Decode(x)
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if e.Field == "" {
			return fmt.Errorf("%s instead of an object", e.Value)
		}
		return fmt.Errorf("%q is %s instead of a string", e.Field, e.Value)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the line ends inside a value")
	}
	if err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value on the line")
	}
	return nil
}

// foreign reports whether line is in another encoding than UTF-8. A few broken
// bytes, as a cut text has, do not make it so: they become U+FFFD.
func foreign(line []byte) bool {
	if utf8.Valid(line) {
		return false
	}
	broken, high := 0, 0
	for i := 0; i < len(line); {
		c, n := utf8.DecodeRune(line[i:])
		if c == utf8.RuneError && n == 1 {
			broken++
		}
		if line[i] >= utf8.RuneSelf {
			high++
		}
		i += n
	}
	return 10*broken > high
}

// id returns the caller's id, which JSON may hold as a string or a number.
func id(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}
