package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
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
//   - OUT is locked while a run writes it, and never is the input.
type sink struct {
	out        *bufio.Writer
	outFile    *os.File // nil for standard output
	errs       io.Writer
	errsFile   *os.File
	errorsName string // "" for standard error
	stateName  string // "" when the run cannot be continued
	skip       int    // articles that an earlier run finished
	now        func() time.Time
	flushed    time.Time
	failed     int // those of them that failed
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
		return &sink{out: bufio.NewWriter(a.Stdout), errs: a.Stderr, now: a.Now}, nil
	}
	info, err := os.Stat(o.out)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() { // a pipe or a device keeps nothing
		f, err := os.OpenFile(o.out, os.O_WRONLY, 0)
		if err != nil {
			return nil, fmt.Errorf("output: %w", err)
		}
		return &sink{out: bufio.NewWriter(f), outFile: f, errs: a.Stderr, now: a.Now}, nil
	}
	s := &sink{errorsName: o.out + ".errors.jsonl", now: a.Now}
	if err := apart(o.in, o.out, s.errorsName, o.out+".state"); err != nil {
		return nil, err
	}
	now, lasts, err := newState(a, o)
	if err != nil {
		return nil, err
	}
	s.stateName = o.out + ".state"
	if err := s.begin(now, o); err != nil {
		return nil, err
	}
	if !lasts {
		s.stateName, err = "", os.Remove(s.stateName)
	}
	return s, err
}

// begin opens the files, for a new run or to continue one.
func (s *sink) begin(now state, o batchOptions) error {
	resumes, err := s.resumes(now, o)
	if err != nil {
		return err
	}
	if err := s.open(o.out, resumes); err != nil {
		return fmt.Errorf("output: %w", err)
	}
	if resumes {
		return nil
	}
	text, err := json.Marshal(now)
	if err == nil {
		err = os.WriteFile(s.stateName, append(text, '\n'), 0o600)
	}
	if err != nil {
		return fmt.Errorf("output: %w", errors.Join(err, s.outFile.Close()))
	}
	return nil
}

// apart refuses to write over the input.
func apart(in string, outputs ...string) error {
	read, err := os.Stat(in)
	if err != nil {
		return nil //nolint:nilerr // standard input, or what reading will complain about
	}
	for _, name := range outputs {
		if info, err := os.Stat(name); err == nil && os.SameFile(read, info) {
			return usage("name another --out", "the output %s would overwrite the input", name)
		}
	}
	return nil
}

// newState describes a run, and reports whether its input can be read again
// from the start, so that the run can be continued.
func newState(a *app, o batchOptions) (state, bool, error) {
	x := state{Format: 1, In: o.in, Settings: a.settings}
	x.Settings.Workers, x.Settings.LLM.Budget = 0, "" // these do not change the output
	x.Settings.LLM.BaseURL = withoutUser(x.Settings.LLM.BaseURL)
	if o.in == "-" {
		x.Modified = a.Now() // no other run is the same
		return x, false, nil
	}
	info, err := os.Stat(o.in)
	if err != nil {
		return x, false, fmt.Errorf("input: %w", err)
	}
	switch {
	case info.IsDir() && inside(o.in, o.out): // the output itself changes the folder
	case info.IsDir() || info.Mode().IsRegular():
		x.Size, x.Modified = info.Size(), info.ModTime().UTC()
	default:
		x.Modified = a.Now()
		return x, false, nil
	}
	return x, true, nil
}

// withoutUser returns an address without a name and password in it.
func withoutUser(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	u.User = nil
	return u.String()
}

// inside reports whether file lies directly in dir.
func inside(dir, file string) bool {
	a, errA := os.Stat(dir)
	b, errB := os.Stat(filepath.Dir(file))
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// resumes reports whether OUT holds an unfinished run that is the same as now.
func (s *sink) resumes(now state, o batchOptions) (bool, error) {
	if o.fresh {
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
	if err != nil || len(old) == 0 { // killed before it wrote anything
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
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644) //nolint:gosec // as os.Create
	if err != nil {
		return err
	}
	s.outFile, s.out = f, bufio.NewWriterSize(f, 256<<10)
	if err := lock(f); err != nil {
		return errors.Join(fmt.Errorf("%s: %w", name, err), f.Close())
	}
	if !resumes {
		err := f.Truncate(0)
		if e := os.Remove(s.errorsName); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
		return err
	}
	if s.skip, err = whole(f); err != nil {
		return err
	}
	f, err = os.OpenFile(s.errorsName, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	s.errsFile, s.errs = f, f
	s.failed, err = whole(f)
	s.skip += s.failed
	return err
}

// whole drops a half-written last line of f, counts the others and stands after
// them.
func whole(f *os.File) (int, error) {
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
			return 0, err
		}
	}
	if err := f.Truncate(end); err != nil {
		return 0, err
	}
	_, err := f.Seek(end, io.SeekStart)
	return lines, err
}

// brief writes a line, and all lines so far when the last were written a while ago.
func (s *sink) brief(b news.Brief) error {
	if err := render.JSONL(s.out, b); err != nil {
		return err
	}
	if now := s.now(); now.Sub(s.flushed) > time.Second {
		s.flushed = now
		return s.out.Flush()
	}
	return nil
}

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
		if err = os.Remove(s.stateName); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	return err
}
