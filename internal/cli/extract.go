package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/render"
)

type extractOptions struct {
	format    string
	title     string
	published string
}

func (o *extractOptions) addFlags(f *pflag.FlagSet) {
	f.StringVarP(&o.format, "format", "f", "json", "output format: json, jsonl or text")
	f.StringVar(&o.title, "title", "", "the article's title, for text without one")
	f.StringVar(&o.published, "published", "", "the day of publication (ISO 8601), for text without one")
	f.Bool("fetch-allow-private", false, "allow addresses of private networks")
}

func (a *app) newExtractCommand() *cobra.Command {
	var o extractOptions
	cmd := &cobra.Command{
		Use:   "extract [URL|FILE|FOLDER|-]...",
		Short: "Print only the article of each page",
		Long: `Print the article of each page: title, authors, dates, body, and where each came from,
without a summary.`,
		Example: `  mujaz extract https://example.com/news/1
  mujaz extract --format text page.html`,
		RunE: func(cmd *cobra.Command, list []string) error { return a.runExtract(cmd, o, list) },
	}
	o.addFlags(cmd.Flags())
	return cmd
}

func (a *app) runExtract(cmd *cobra.Command, o extractOptions, list []string) error {
	names, g, err := a.begin(cmd, list, o.title, o.published)
	if err != nil {
		return err
	}
	write, err := articleWriter(o.format)
	if err != nil {
		return err
	}
	ctx := a.quick(cmd.Context())
	p, err := a.reading()
	if err != nil {
		return err
	}
	p.Published = g.published
	var t tally
	for in := range inputs(ctx, a.reader(), names, g) {
		var art news.Article
		if in.Err == nil {
			art, in.Err = article(p, in.Page)
		}
		if !t.count(in.Err) {
			a.complain(in.Page, in.Err)
			continue
		}
		if err := write(a.Stdout, art); err != nil {
			return outputError(err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return t.verdict()
}

// article reads one page; a panic is a bug of ours and that page's error.
func article(p *pipeline.Pipeline, page news.Page) (a news.Article, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", pipeline.ErrPanic, r)
		}
	}()
	return p.Article(page)
}

func articleWriter(format string) (func(io.Writer, news.Article) error, error) {
	switch format {
	case "json":
		return func(w io.Writer, a news.Article) error { return render.ArticleJSON(w, a, "  ") }, nil
	case "jsonl":
		return func(w io.Writer, a news.Article) error { return render.ArticleJSON(w, a, "") }, nil
	case "text":
		return func(w io.Writer, a news.Article) error {
			_, err := fmt.Fprintf(w, "%s\n\n%s\n", a.Title, a.Text)
			return err
		}, nil
	}
	return nil, usage("", "unknown format %q: want json, jsonl or text", format)
}
