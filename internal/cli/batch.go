package cli

import (
	"context"
	"fmt"
	"hash/fnv"
	"iter"
	"runtime/debug"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mujaz/internal/pipeline"
	"mujaz/internal/source"
)

type batchOptions struct {
	in       string
	out      string
	fresh    bool
	dryRun   bool
	batchAPI string
}

func (o *batchOptions) addFlags(f *pflag.FlagSet) {
	f.StringVarP(&o.in, "in", "i", "", "JSON Lines, a folder of .html and .txt, a WARC file, or - for standard input; gzip is read as it is")
	f.StringVarP(&o.out, "out", "o", "", "where the briefs go, one a line; - for standard output")
	f.BoolVar(&o.fresh, "fresh", false, "discard an unfinished run on OUT instead of continuing it")
	f.BoolVar(&o.dryRun, "dry-run", false, "with a model: print about how many tokens it would cost, and ask nothing")
	f.StringVar(&o.batchAPI, "batch-api", "", "submit, status or collect: let the model answer through its Batch API, at its lower price")
	briefFlags(f)
}

func (a *app) newBatchCommand() *cobra.Command {
	var o batchOptions
	cmd := &cobra.Command{
		Use:   "batch --in IN --out OUT",
		Short: "Make briefs of an archive",
		Long: `Make briefs of an archive, one line of JSON each, in the order of the input.

A line of JSON Lines input has "text" or "html", and may have "id", "url", "title" and
"published" (ISO 8601). The id of a file in a folder is its name without the ending.

A failed article becomes one line in OUT.errors.jsonl. A run that was stopped leaves
OUT.state; the same command then continues it. The first interrupt finishes what is
under way, the second quits at once.
` + exitHelp,
		Example: `  mujaz batch --in articles.jsonl.gz --out briefs.jsonl
  mujaz batch --in pages/ --out - | jq .bullets`,
		Args: func(_ *cobra.Command, list []string) error {
			if len(list) > 0 {
				return usage("mujaz batch --in articles.jsonl --out briefs.jsonl", "batch takes no argument such as %q", list[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.runBatch(cmd, o) },
	}
	o.addFlags(cmd.Flags())
	return cmd
}

func (a *app) runBatch(cmd *cobra.Command, o batchOptions) error {
	if o.in == "" || o.out == "" {
		return usage("mujaz batch --in articles.jsonl --out briefs.jsonl", "batch needs --in and --out")
	}
	if err := a.load(cmd); err != nil {
		return err
	}
	if source.IsURL(o.in) {
		return usage("mujaz summarize reads web addresses", "batch reads files, not %s", o.in)
	}
	r := a.reader()
	r.Lines = true
	if err := r.Check(o.in); err != nil {
		return err
	}
	if o.batchAPI != "" {
		return a.batchAPI(cmd.Context(), r, o)
	}
	p, m, err := a.pipeline()
	if err != nil {
		return err
	}
	if o.dryRun {
		return a.estimate(cmd.Context(), p, m, inputs(cmd.Context(), r, []string{o.in}, given{}))
	}
	return a.briefs(cmd.Context(), r, p, m, o)
}

// batchGC is how much garbage, in percent of what is in use, a batch lets gather
// before it is collected. What is in use is mostly tables, about 45 MB, and hardly
// grows, so that collecting half as often costs that much memory.
const batchGC = 200

// briefs makes the briefs of o.in.
func (a *app) briefs(ctx context.Context, r source.Reader, p *pipeline.Pipeline, m *model, o batchOptions) error {
	if err := a.ready(ctx, m); err != nil {
		return err
	}
	s, err := openSink(a, o)
	if err != nil {
		return err
	}
	if a.getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(batchGC))
	}
	if s.skip > 0 {
		fmt.Fprintf(a.Stderr, "mujaz: continuing after %d articles\n", s.skip)
	}
	pages := skip(unique(inputs(ctx, r, []string{o.in}, given{})), s.skip)
	err = a.batch(ctx, p, pages, s)
	a.spent(m)
	return err
}

func (a *app) batch(ctx context.Context, p *pipeline.Pipeline, pages iter.Seq[pipeline.Input], s *sink) error {
	a.draining.Store(true)
	bar, start := a.bar(), a.Now()
	var t tally
	err := p.Run(ctx, a.drain, pages, a.settings.Workers, func(x pipeline.Result) error {
		_ = bar.Add(1)
		if err := overBudget(x.Err); err != nil {
			return err
		}
		if t.count(x.Err) {
			t.lacking(x.Brief)
			return s.brief(x.Brief)
		}
		return s.fail(x.Page, failure(x.Err))
	})
	_ = bar.Finish()
	whole := err == nil && a.drain.Err() == nil
	if e := s.close(whole); err == nil && e != nil {
		err = e
	}
	a.summary(t, a.Now().Sub(start), s)
	switch {
	case err != nil:
		return outputError(err)
	case t.failed+s.failed > 0:
		return &exitError{code: ExitSomeFailed}
	case t.done == 0 && s.skip == 0 && whole:
		return t.verdict()
	}
	return nil
}

func (a *app) summary(t tally, took time.Duration, s *sink) {
	n := t.done + t.failed
	fmt.Fprintf(a.Stderr, "mujaz: %d articles in %.1f s (%.0f a second): %d briefs, %d failed\n",
		n, took.Seconds(), float64(n)/max(took.Seconds(), 1e-9), t.done, t.failed)
	if t.failed+s.failed > 0 && s.errorsName != "" {
		fmt.Fprintf(a.Stderr, "mujaz: hint: %s says why\n", s.errorsName)
	}
	if t.degraded > 0 && a.settings.wantsModel() {
		fmt.Fprintf(a.Stderr, "mujaz: %d briefs are written by the embedded engine, in part or whole: their warnings say why\n", t.degraded)
	}
	if a.drain.Err() != nil && s.stateName != "" {
		fmt.Fprintln(a.Stderr, "mujaz: hint: the same command continues this run")
	}
}

// bar returns a progress bar, which is silent unless stderr is a terminal.
func (a *app) bar() *progressbar.ProgressBar {
	return progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(a.Stderr), progressbar.OptionSetVisibility(a.StderrIsTTY && !a.flags.verbose),
		progressbar.OptionSetDescription("mujaz"), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("articles"), progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(),
	)
}

// unique turns a page whose id was given before into a failure. It remembers a
// hash of each id, some 20 bytes an article.
func unique(pages iter.Seq[pipeline.Input]) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		seen := map[uint64]struct{}{}
		for in := range pages {
			if id := in.Page.ID; id != "" && in.Err == nil {
				h := fnv.New64a()
				_, _ = h.Write([]byte(id))
				if _, again := seen[h.Sum64()]; again {
					in.Err = fmt.Errorf("%w: %q at %s", errDuplicate, id, in.Page.Place)
				}
				seen[h.Sum64()] = struct{}{}
			}
			if !yield(in) {
				return
			}
		}
	}
}

// skip passes over the first n pages.
func skip(pages iter.Seq[pipeline.Input], n int) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for in := range pages {
			if n > 0 {
				n--
				continue
			}
			if !yield(in) {
				return
			}
		}
	}
}
