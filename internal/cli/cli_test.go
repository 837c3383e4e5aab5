package cli_test

import (
	"bytes"
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
