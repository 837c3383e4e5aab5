package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"mujaz/internal/cli"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const news = "افتتح وزير النقل سالم الهادي، أمس الأربعاء، جسرا جديدا يربط ضفتي النهر في مدينة الصفاء، " +
	"وقال إن كلفة المشروع بلغت 12 مليون دولار وإن العمل فيه استمر ثلاث سنوات.\n" +
	"وأضاف الهادي أن الجسر سيفتح أمام السيارات الأسبوع المقبل بعد انتهاء الفحوص الفنية."

type run struct {
	code           int
	stdout, stderr string
}

// start runs the program in a world of its own.
func start(t *testing.T, stdin string, interrupts chan os.Signal, args ...string) run {
	t.Helper()
	var out, errs bytes.Buffer
	code := cli.Main(t.Context(), cli.Env{
		Args: args, Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, Interrupts: interrupts,
		Now: func() time.Time { return time.Date(2025, 4, 11, 8, 0, 0, 0, time.UTC) },
	})
	return run{code, out.String(), errs.String()}
}

func TestExitCodes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := func(name, body string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, empty := file("good.txt", news), file("empty.txt", "")
	english := file("english.txt", strings.Repeat("The minister opened a bridge on Wednesday. ", 20))
	binary := file("binary.txt", "\x00\x01\x02\xff\xfe"+strings.Repeat("\x00\x80", 400))
	menu := file("menu.html", "<html><body><ul><li><a href=/>الرئيسية</a></li><li><a href=/s>رياضة</a></li></ul></body></html>")
	tests := []struct {
		name  string
		stdin string
		args  []string
		want  int
	}{
		{"help", "", []string{"--help"}, cli.ExitDone},
		{"a brief", "", []string{"summarize", good}, cli.ExitDone},
		{"a brief of standard input", news, []string{"summarize"}, cli.ExitDone},
		{"an article", "", []string{"extract", good}, cli.ExitDone},
		{"unknown command", "", []string{"sumarize"}, cli.ExitUsage},
		{"unknown flag", "", []string{"summarize", "--nope"}, cli.ExitUsage},
		{"flag without its value", "", []string{"summarize", "--bullets"}, cli.ExitUsage},
		{"bad number", "", []string{"summarize", "--bullets", "many", good}, cli.ExitUsage},
		{"number out of range", "", []string{"summarize", "--bullets", "0", good}, cli.ExitUsage},
		{"unknown engine", "", []string{"summarize", "--engine", "magic", good}, cli.ExitUsage},
		{"missing file", "", []string{"summarize", filepath.Join(dir, "none.txt")}, cli.ExitFailure},
		{"empty file", "", []string{"summarize", empty}, cli.ExitNoArticle},
		{"empty standard input", "", []string{"summarize", "-"}, cli.ExitNoArticle},
		{"not Arabic", "", []string{"summarize", english}, cli.ExitNoArticle},
		{"binary", "", []string{"summarize", binary}, cli.ExitNoArticle},
		{"a page without an article", "", []string{"summarize", menu}, cli.ExitNoArticle},
		{"one of two", "", []string{"summarize", good, empty}, cli.ExitSomeFailed},
		{"private address", "", []string{"summarize", "http://127.0.0.1/"}, cli.ExitFailure},
		{"batch of a missing file", "", []string{"batch", "--in", filepath.Join(dir, "none.jsonl"), "--out", "-"}, cli.ExitFailure},
		{"batch to an unwritable file", "", []string{"batch", "--in", good, "--out", filepath.Join(dir, "no", "out.jsonl")}, cli.ExitFailure},
		{"batch of nothing", "", []string{"batch", "--in", "-", "--out", "-"}, cli.ExitNoArticle},
		{"batch with a bad line", "{\n" + `{"text":"` + strings.ReplaceAll(news, "\n", " ") + `"}`, []string{"batch", "--in", "-", "--out", "-"}, cli.ExitSomeFailed},
	}
	for _, tt := range tests {
		got := start(t, tt.stdin, nil, tt.args...)
		if got.code != tt.want {
			t.Errorf("%s: exit code %d, want %d\n%s", tt.name, got.code, tt.want, got.stderr)
		}
		if got.code != cli.ExitDone && got.code != cli.ExitSomeFailed && got.stdout != "" {
			t.Errorf("%s: stdout holds %q", tt.name, got.stdout)
		}
		if got.code != cli.ExitDone && !strings.HasPrefix(got.stderr, "mujaz: ") && !strings.HasPrefix(got.stderr, "{") {
			t.Errorf("%s: stderr holds %q", tt.name, got.stderr)
		}
	}
}

// TestInterrupt interrupts a batch: what was begun is finished, the state stays,
// and the same command completes it without losing or repeating a line.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	var lines strings.Builder
	for i := range 400 {
		text := strings.ReplaceAll(news, "\n", `\n`)
		if i%7 == 3 && i < 20 { // the run that completes has none of them any more
			text = ""
		}
		lines.WriteString(`{"id":"a` + string(rune('0'+i/100)) + string(rune('0'+i/10%10)) + string(rune('0'+i%10)) + `","text":"` + text + "\"}\n")
	}
	if err := os.WriteFile(in, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for stopped := 0; ; stopped++ {
		interrupts := make(chan os.Signal, 1)
		if stopped < 2 {
			time.AfterFunc(20*time.Millisecond, func() { interrupts <- os.Interrupt })
		}
		got := start(t, "", interrupts, "batch", "--in", in, "--out", out)
		if got.code == cli.ExitInterrupted && stopped < 2 {
			continue
		}
		if got.code != cli.ExitSomeFailed {
			t.Fatalf("exit code %d\n%s", got.code, got.stderr)
		}
		break
	}
	briefs, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	failures, err := os.ReadFile(out + ".errors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if b, f := bytes.Count(briefs, []byte("\n")), bytes.Count(failures, []byte("\n")); b != 397 || f != 3 {
		t.Errorf("%d briefs and %d failures, want 397 and 3", b, f)
	}
	if _, err := os.Stat(out + ".state"); err == nil {
		t.Error("the state of a finished run is still there")
	}
}

// A second run on the same output waits for nobody: it is refused.
func TestTwoRunsOnOneOutput(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "out.jsonl")
	r, w := io.Pipe()
	first := make(chan int, 1)
	go func() {
		first <- cli.Main(t.Context(), cli.Env{
			Args: []string{"batch", "--in", "-", "--out", out}, Stdin: r, Stdout: io.Discard, Stderr: io.Discard, Now: time.Now,
		})
	}()
	line := `{"text":"` + strings.ReplaceAll(news, "\n", " ") + `"}` + "\n"
	if _, err := io.WriteString(w, line); err != nil { // once it is read, the output is open
		t.Fatal(err)
	}
	got := start(t, line, nil, "batch", "--in", "-", "--out", out)
	if got.code != cli.ExitFailure || !strings.Contains(got.stderr, "another run is writing it") {
		t.Errorf("the second run: exit code %d\n%s", got.code, got.stderr)
	}
	_ = w.Close()
	if code := <-first; code != cli.ExitDone {
		t.Errorf("the first run: exit code %d", code)
	}
	if text, err := os.ReadFile(out); err != nil || bytes.Count(text, []byte("\n")) != 1 {
		t.Errorf("the output holds %q, %v", text, err)
	}
}

// A command that waits for its input can be interrupted.
func TestInterruptWhileWaiting(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"extract", "-"}, {"summarize", "-"}, {"batch", "--in", "-", "--out", "-"}} {
		r, w := io.Pipe()
		interrupts := make(chan os.Signal, 2)
		interrupts <- os.Interrupt
		interrupts <- os.Interrupt
		code := cli.Main(t.Context(), cli.Env{
			Args: args, Stdin: r, Stdout: io.Discard, Stderr: io.Discard, Now: time.Now, Interrupts: interrupts,
		})
		if code != cli.ExitInterrupted {
			t.Errorf("%v: exit code %d", args, code)
		}
		_ = w.Close()
	}
}

// full is an output that takes a little and then no more, as a closed pipe.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

// endless is an input without end that counts its lines.
type endless struct {
	line  string
	lines int
}

func (e *endless) Read(p []byte) (int, error) {
	n := 0
	for n+len(e.line) <= len(p) {
		n += copy(p[n:], e.line)
		e.lines++
	}
	if n == 0 {
		return 0, io.ErrShortBuffer
	}
	return n, nil
}

// TestClosedOutput: a command whose output nobody reads any more ends at once,
// with an error, whatever there is left to read.
func TestClosedOutput(t *testing.T) {
	t.Parallel()
	line := `{"text":"` + strings.ReplaceAll(news, "\n", " ") + `"}` + "\n"
	for _, args := range [][]string{
		{"summarize", "--format", "jsonl", "-"}, {"summarize", "--format", "csv", "-"}, {"extract", "-"}, {"batch", "--in", "-", "--out", "-"},
	} {
		in, errs := &endless{line: line}, &bytes.Buffer{}
		code := cli.Main(t.Context(), cli.Env{Args: args, Stdin: in, Stdout: &full{room: 40_000}, Stderr: errs, Now: time.Now})
		if code != cli.ExitFailure || !strings.Contains(errs.String(), "writing the result") || in.lines > 20_000 {
			t.Errorf("%v: exit code %d after %d lines: %s", args, code, in.lines, errs)
		}
	}
}

// TestNoSecretIsKept: neither the state of a run nor a message holds what an
// address may carry, and an address that cannot work is refused.
func TestNoSecretIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(in, []byte(`{"text":"`+strings.ReplaceAll(news, "\n", " ")+`"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for address, code := range map[string]int{
		"http://user:canary@127.0.0.1:9/v1": cli.ExitDone, "http://127.0.0.1:9/v1?key=canary": cli.ExitNoModel, "http://user:canary@%zz/": cli.ExitNoModel,
		"ftp://user:canary@127.0.0.1/": cli.ExitNoModel, "http://127.0.0.1:9/v1#canary": cli.ExitNoModel,
	} {
		var errs bytes.Buffer
		ctx, cancel := context.WithCancel(t.Context())
		got := cli.Main(ctx, cli.Env{
			Args: []string{"batch", "--engine", "auto", "--verbose", "--in", in, "--out", out, "--fresh"}, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &errs,
			Environ: []string{"MUJAZ_LLM_MODEL=m", "MUJAZ_LLM_RETRIES=0", "MUJAZ_LLM_BASE_URL=" + address},
			Now: func() time.Time { // somewhere in the run
				if state, err := os.ReadFile(out + ".state"); err == nil && bytes.Contains(state, []byte("canary")) {
					t.Errorf("%s: the state holds %s", address, state)
				}
				return time.Date(2025, 4, 11, 8, 0, 0, 0, time.UTC)
			},
		})
		cancel()
		if got != code || strings.Contains(errs.String(), "canary") {
			t.Errorf("%s: exit code %d, want %d: %s", address, got, code, errs.String())
		}
	}
}

// TestModelSettings: what is wrong with a setting of the model is said.
func TestModelSettings(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	empty, prices := filepath.Join(dir, "empty.json"), filepath.Join(dir, "prices.json")
	for name, text := range map[string]string{empty: `{}`, prices: `{"date":"2026-11-01","currency":"EUR","models":{"m":{"input":"1","cached":"1","output":"2"}}}`} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		environ string
		args    []string
		code    int
		says    string
	}{
		{"MUJAZ_LLM_EXTRA=[1]", nil, cli.ExitUsage, "llm.extra is a JSON object"},
		{`MUJAZ_LLM_EXTRA={"model":"x"}`, nil, cli.ExitUsage, "llm.extra is a JSON object"},
		{"MUJAZ_LLM_FORMAT=yaml", nil, cli.ExitUsage, "json_object_schema"},
		{"MUJAZ_LLM_PRICES=" + empty, nil, cli.ExitUsage, "prices no model"},
		{"MUJAZ_LLM_PRICES=" + dir, nil, cli.ExitUsage, "llm.prices"},
		{"MUJAZ_LLM_WINDOW=4096", []string{"--budget", "1"}, cli.ExitUsage, "not in the price table of 20"},
		{"MUJAZ_LLM_PRICES=" + prices, []string{"--budget", "1", "--dry-run"}, cli.ExitDone, ""},
	}
	for _, tt := range tests {
		var errs bytes.Buffer
		code := cli.Main(t.Context(), cli.Env{
			Args: append([]string{"summarize", "--engine", "llm"}, tt.args...), Stdin: strings.NewReader(news), Stdout: io.Discard, Stderr: &errs, Now: time.Now,
			Environ: []string{"MUJAZ_LLM_MODEL=m", "MUJAZ_LLM_BASE_URL=http://127.0.0.1:9/v1", tt.environ},
		})
		if code != tt.code || !strings.Contains(errs.String(), tt.says) {
			t.Errorf("%s %v: exit code %d, want %d: %s", tt.environ, tt.args, code, tt.code, errs.String())
		}
	}
}
