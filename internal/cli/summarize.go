package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/render"
)

// briefOptions are the flags of commands that make briefs. Their defaults are
// the settings', so the values here only show in the help.
func briefFlags(f *pflag.FlagSet) {
	f.String("engine", "embedded", "embedded, llm or auto")
	f.Int("bullets", 3, "how many bullets at most, 1 to 40")
	f.Int("words", 0, "how many words all bullets may have together; 0: no limit")
	f.Int("max-words-per-bullet", 0, "the longest bullet, in words; 0: about 30")
	f.Bool("headline", false, "suggest a headline, taken from the article")
	f.Bool("absolute-dates", false, "after a relative day, the day it means")
	f.String("budget", "", "what the model may cost in this run; empty: no limit")
	f.Int("workers", 0, "articles side by side; 0: one a processor")
	f.Bool("fetch-allow-private", false, "allow addresses of private networks")
}

type summarizeOptions struct {
	format    string
	title     string
	published string
	dryRun    bool
}

func (o *summarizeOptions) addFlags(f *pflag.FlagSet) {
	f.BoolVar(&o.dryRun, "dry-run", false, "with a model: print about how many tokens it would cost, and ask nothing")
	f.StringVarP(&o.format, "format", "f", "md", "output format: "+strings.Join(render.Formats(), ", "))
	f.StringVar(&o.title, "title", "", "the article's title, for text without one")
	f.StringVar(&o.published, "published", "", "the day of publication (ISO 8601), for text without one")
	briefFlags(f)
}

func (a *app) newSummarizeCommand() *cobra.Command {
	var o summarizeOptions
	cmd := &cobra.Command{
		Use:   "summarize [URL|FILE|FOLDER|-]...",
		Short: "Write a brief of each article",
		Long: `Write a brief of each article: its bullets, actors, dates, figures and quotes.

An input is a web address, a file of HTML, text, JSON Lines or WARC, a folder of such
files, or "-" for standard input. Relative dates («أمس») need the day of publication:
text without one takes it from --published.`,
		Example: `  mujaz summarize --published 2025-04-10 article.txt
  mujaz summarize --format json https://example.com/news/1
  curl -s https://example.com/news/1 | mujaz summarize -`,
		RunE: func(cmd *cobra.Command, list []string) error { return a.runSummarize(cmd, o, list) },
	}
	o.addFlags(cmd.Flags())
	return cmd
}

func (a *app) runSummarize(cmd *cobra.Command, o summarizeOptions, list []string) error {
	names, g, err := a.begin(cmd, list, o.title, o.published)
	if err != nil {
		return err
	}
	out, err := render.NewWriter(o.format, a.Stdout)
	if err != nil {
		return usage("", "%w", err)
	}
	ctx := a.quick(cmd.Context())
	p, m, err := a.pipeline()
	if err != nil {
		return err
	}
	p.Published = g.published
	if o.dryRun {
		return a.estimate(ctx, p, m, inputs(ctx, a.reader(), names, g))
	}
	if err := a.ready(ctx, m); err != nil {
		return err
	}
	r := a.reader()
	var t tally
	err = p.Run(ctx, a.drain, inputs(ctx, r, names, g), a.settings.Workers, func(x pipeline.Result) error {
		if err := overBudget(x.Err); err != nil {
			return err
		}
		if t.count(x.Err) {
			a.degraded(x.Brief)
			return out.Write(x.Brief)
		}
		a.complain(x.Page, x.Err)
		return nil
	})
	a.spent(m)
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		return outputError(err)
	}
	return t.verdict()
}

// quick returns a context that ends at the first interrupt: a command that a
// person waits for stops at once.
func (a *app) quick(ctx context.Context) context.Context {
	quick, cancel := context.WithCancel(ctx)
	context.AfterFunc(a.drain, cancel)
	return quick
}

// degraded says on stderr that the model did not write a brief, and why.
func (a *app) degraded(b news.Brief) {
	for _, w := range b.Warnings {
		if reason, ok := strings.CutPrefix(string(w), "degraded:"); ok && a.settings.wantsModel() {
			fmt.Fprintf(a.Stderr, "mujaz: %s: written by the embedded engine, in part or whole: %s\n", b.Article.ID, reason)
		}
	}
}

func outputError(err error) error {
	if _, ok := errors.AsType[*exitError](err); ok || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("writing the result: %w", err)
}
