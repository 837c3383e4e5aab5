package cli

import (
	"context"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"mujaz/internal/news"
	"mujaz/internal/pipeline"
	"mujaz/internal/source"
)

// given is what the user says about texts that do not say it themselves.
type given struct {
	title     string
	published news.Moment
}

func parseGiven(title, published string) (given, error) {
	g := given{title: title}
	if published == "" {
		return g, nil
	}
	m, err := news.ParseMoment(published)
	if err != nil {
		return g, usage("--published takes an ISO 8601 date such as 2025-04-10", "--published %q is not a date", published)
	}
	g.published = m
	return g, nil
}

// apply gives a text without a title the user's. A page has its own.
func (g given) apply(page news.Page) news.Page {
	if page.Title == "" && page.Form == news.Text {
		page.Title = g.title
	}
	return page
}

// begin loads the settings of a command that reads articles, and returns its
// inputs and what the user says about them.
func (a *app) begin(cmd *cobra.Command, list []string, title, published string) ([]string, given, error) {
	if err := a.load(cmd); err != nil {
		return nil, given{}, err
	}
	names, err := a.names(list)
	if err != nil {
		return nil, given{}, err
	}
	g, err := parseGiven(title, published)
	return names, g, err
}

// names returns the inputs of a command: its arguments, or standard input when
// something is piped there.
func (a *app) names(list []string) ([]string, error) {
	if slices.Contains(list, "") {
		return nil, usage("a variable of your shell may be empty", "an input has an empty name")
	}
	if len(list) > 0 {
		return list, nil
	}
	if a.StdinIsTTY {
		return nil, usage("name a URL or a file, or pipe an article in", "nothing to read")
	}
	return []string{"-"}, nil
}

// inputs returns the pages of all names, one after another.
func inputs(ctx context.Context, r source.Reader, names []string, g given) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for _, name := range names {
			for item := range r.Pages(ctx, name) {
				if !yield(pipeline.Input{Page: g.apply(item.Page), Err: item.Err}) {
					return
				}
			}
		}
	}
}
