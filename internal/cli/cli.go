// Package cli is the command line: commands, settings, wiring and exit codes.
//
// Rules of the terminal. stdout carries the result and nothing else; progress,
// logs and errors go to stderr. An error is "mujaz: ...", and when we know what
// to do, "mujaz: hint: ..." follows. A bar is drawn only on a terminal. The
// whole outside world arrives in Env, so that a test can be the world.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"mujaz/internal/render"
)

// The exit codes.
const (
	ExitDone        = 0
	ExitFailure     = 1
	ExitUsage       = 2
	ExitNoArticle   = 3
	ExitSomeFailed  = 4
	ExitNoModel     = 5
	ExitInterrupted = 130
)

const exitHelp = `
Exit codes:
  0    done
  1    failure
  2    wrong usage or settings
  3    no article found
  4    some articles failed
  5    the model is not available
  130  interrupted`

// Env is the world that a run of the program sees.
type Env struct {
	Args        []string // without the program's name
	Stdin       io.Reader
	Stdout      io.Writer
	Stderr      io.Writer
	Environ     []string // as os.Environ gives it
	Interrupts  <-chan os.Signal
	Now         func() time.Time
	StdinIsTTY  bool
	StderrIsTTY bool
}

// app is what the commands share.
type app struct {
	Env

	getenv   func(string) string
	drain    context.Context //nolint:containedctx // set once in Main: ends at the first interrupt, while ctx ends at the second
	settings Settings
	flags    globals
	log      *slog.Logger
	draining atomic.Bool // the command finishes what is under way when it is interrupted
}

// globals are the flags of every command.
type globals struct {
	config  string
	verbose bool
}

// exitError is an error that knows its exit code and perhaps what to do.
type exitError struct {
	code int
	err  error
	hint string
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}
func (e *exitError) Unwrap() error { return e.err }

func usage(hint, format string, args ...any) error {
	return &exitError{code: ExitUsage, err: fmt.Errorf(format, args...), hint: hint}
}

// Main runs the program and returns its exit code.
func Main(ctx context.Context, env Env) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	drain, stop := context.WithCancel(ctx)
	defer stop()
	a := &app{Env: env, getenv: lookup(env.Environ), drain: drain, log: slog.New(slog.DiscardHandler)}
	go a.interrupts(ctx, stop, cancel)
	root := a.root() //nolint:contextcheck // cobra hands the context to each command
	root.SetArgs(env.Args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := execute(ctx, root)
	code := exitCode(err)
	if drain.Err() != nil && ctx.Err() == nil || errors.Is(err, context.Canceled) {
		code = ExitInterrupted
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		report(env.Stderr, err)
	}
	return code
}

// execute runs the command. One that does not notice the end of ctx, since it
// waits for input that does not come, is left behind.
func execute(ctx context.Context, root *cobra.Command) error {
	const grace = time.Second
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(ctx) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return ctx.Err()
	}
}

// interrupts ends the intake of work at the first signal and everything at the second.
func (a *app) interrupts(ctx context.Context, stop, cancel context.CancelFunc) {
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case _, ok := <-a.Interrupts:
			if !ok {
				return
			}
		}
		if n > 0 {
			cancel()
			return
		}
		if a.draining.Load() {
			fmt.Fprintln(a.Stderr, "mujaz: finishing what is under way; interrupt again to quit at once")
		}
		stop()
	}
}

func exitCode(err error) int {
	if err == nil {
		return ExitDone
	}
	if e, ok := errors.AsType[*exitError](err); ok {
		return e.code
	}
	return ExitFailure
}

func report(w io.Writer, err error) {
	if e, ok := errors.AsType[*exitError](err); ok && e.err == nil {
		return
	}
	fmt.Fprintln(w, "mujaz: "+render.Visible(strings.TrimPrefix(err.Error(), "mujaz: ")))
	if e, ok := errors.AsType[*exitError](err); ok && e.hint != "" {
		fmt.Fprintln(w, "mujaz: hint: "+e.hint)
	}
}

func lookup(environ []string) func(string) string {
	m := make(map[string]string, len(environ))
	for _, e := range environ {
		k, v, _ := strings.Cut(e, "=")
		m[k] = v
	}
	return func(k string) string { return m[k] }
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "mujaz",
		Short: "Summarize Arabic news and extract its facts, each tied to the words that prove it",
		Long: `mujaz (موجز) reads Arabic news articles and writes, for each, two to five bullets and the
article's actors, dates, figures and quotes, every item tied to the words that prove it.
` + exitHelp,
		Example: `  mujaz summarize article.txt
  mujaz summarize --format json https://example.com/news/1
  mujaz batch --in articles.jsonl.gz --out briefs.jsonl`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          args(cobra.NoArgs),
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&a.flags.config, "config", "", "settings file (default: mujaz/config.yaml in the user's configuration folder)")
	root.PersistentFlags().BoolVarP(&a.flags.verbose, "verbose", "v", false, "log what happens to stderr")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(cmd.CommandPath()+" --help lists the flags", "%w", err)
	})
	root.AddCommand(
		a.newSummarizeCommand(), a.newExtractCommand(), a.newBatchCommand(), a.newEvalCommand(),
		a.newModelsCommand(), a.newSchemaCommand(), a.newConfigCommand(), a.newVersionCommand(),
	)
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" { // cobra's own takes any word for its help
			c.Args = args(cobra.NoArgs)
			c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
	return root
}

// args turns cobra's complaint about arguments into a usage error.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, list []string) error {
		if err := check(cmd, list); err != nil {
			return usage(cmd.CommandPath()+" --help shows how", "%w", err)
		}
		return nil
	}
}
