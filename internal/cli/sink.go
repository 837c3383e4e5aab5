package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"mujaz/internal/news"
	"mujaz/internal/render"
)

// Rules of a batch's output, which keep a run that was killed from losing or
// repeating a line:
//
//   - Every article is one line of OUT or one of OUT.errors.jsonl, in the order
//     of the input. Before a line of the second is written, the first is flushed.
//     So the lines on disk are always those of the first articles.
//   - OUT.state is there from the start of a run to its end, and says what the
//     run reads and with which settings. Finding it, the same command drops a
//     half-written last line, counts the lines and goes on after them.
type sink struct {
	out        *bufio.Writer
	outFile    *os.File // nil for standard output
	errs       io.Writer
	errsFile   *os.File
	errorsName string // "" for standard error
	stateName  string // "" when the run cannot be continued
	skip       int    // articles that an earlier run finished
}

// state says what an unfinished run is doing.
type state struct {
	Format   int       `json:"format"`
	In       string    `json:"in"`
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
	Settings Settings  `json:"settings"`
}

func openSink(a *app, o batchOptions) (*sink, error) {
	if o.out == "-" {
		return &sink{out: bufio.NewWriter(a.Stdout), errs: a.Stderr}, nil
	}
	s := &sink{errorsName: o.out + ".errors.jsonl"}
	if o.in != "-" {
		s.stateName = o.out + ".state"
	}
	now, err := newState(a, o)
	if err != nil {
		return nil, err
	}
	resumes, err := s.resumes(now, o)
	if err != nil {
		return nil, err
	}
	if err := s.open(o.out, resumes); err != nil {
		return nil, fmt.Errorf("output: %w", err)
	}
	if s.stateName != "" && !resumes {
		text, err := json.Marshal(now)
		if err == nil {
			err = os.WriteFile(s.stateName, append(text, '\n'), 0o600)
		}
		if err != nil {
			return nil, fmt.Errorf("output: %w", err)
		}
	}
	return s, nil
}

func newState(a *app, o batchOptions) (state, error) {
	x := state{Format: 1, In: o.in, Settings: a.settings}
	x.Settings.Workers, x.Settings.LLM.Budget = 0, "" // these do not change the output
	if o.in == "-" {
		return x, nil
	}
	info, err := os.Stat(o.in)
	if err != nil {
		return x, fmt.Errorf("input: %w", err)
	}
	x.Size, x.Modified = info.Size(), info.ModTime().UTC()
	return x, nil
}

// resumes reports whether OUT holds an unfinished run that is the same as now.
func (s *sink) resumes(now state, o batchOptions) (bool, error) {
	if s.stateName == "" || o.fresh {
		return false, nil
	}
	old, err := os.ReadFile(s.stateName)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("output: %w", err)
	}
	text, err := json.Marshal(now)
	if err != nil {
		return false, err
	}
	if !bytes.Equal(bytes.TrimSpace(old), text) {
		return false, usage("--fresh discards it; another --out keeps it",
			"%s holds an unfinished run with another input or other settings", o.out)
	}
	return true, nil
}

// open opens OUT and removes or continues its errors file.
func (s *sink) open(name string, resumes bool) error {
	if !resumes {
		if err := os.Remove(s.errorsName); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		f, err := os.Create(name)
		if err != nil {
			return err
		}
		s.outFile, s.out = f, bufio.NewWriterSize(f, 256<<10)
		return nil
	}
	f, n, err := whole(name)
	if err != nil {
		return err
	}
	s.outFile, s.out, s.skip = f, bufio.NewWriterSize(f, 256<<10), n
	if _, err := os.Stat(s.errorsName); err == nil {
		if f, n, err = whole(s.errorsName); err != nil {
			return err
		}
		s.errsFile, s.errs = f, f
		s.skip += n
	}
	return nil
}

// whole opens a file for appending after its last whole line, and counts the lines.
func whole(name string) (*os.File, int, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644) //nolint:gosec // as os.Create
	if err != nil {
		return nil, 0, err
	}
	lines, end, at := 0, int64(0), int64(0)
	buf := make([]byte, 256<<10)
	for {
		n, err := f.Read(buf)
		if i := bytes.LastIndexByte(buf[:n], '\n'); i >= 0 {
			lines += bytes.Count(buf[:n], []byte{'\n'})
			end = at + int64(i) + 1
		}
		at += int64(n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, errors.Join(err, f.Close())
		}
	}
	if err := f.Truncate(end); err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	_, err = f.Seek(end, io.SeekStart)
	return f, lines, err
}

func (s *sink) brief(b news.Brief) error { return render.JSONL(s.out, b) }

func (s *sink) fail(p news.Page, e render.Error) error {
	if err := s.out.Flush(); err != nil {
		return err
	}
	if s.errs == nil {
		f, err := os.Create(s.errorsName)
		if err != nil {
			return err
		}
		s.errsFile, s.errs = f, f
	}
	id := p.ID
	if id == "" {
		id = p.Place
	}
	return render.Fail(s.errs, id, e)
}

// close writes everything out. A run that came to its end has no state file.
func (s *sink) close(ended bool) error {
	err := s.out.Flush()
	for _, f := range []*os.File{s.outFile, s.errsFile} {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
	}
	if err == nil && ended && s.stateName != "" {
		err = os.Remove(s.stateName)
	}
	return err
}
