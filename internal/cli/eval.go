package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"mujaz/internal/eval"
)

type evalOptions struct {
	format string
	misses int
	limit  int
}

func (a *app) newEvalCommand() *cobra.Command {
	var o evalOptions
	cmd := &cobra.Command{
		Use:   "eval GOLD BRIEFS",
		Short: "Score briefs against hand-made gold",
		Long: `Score briefs, as batch writes them, against articles annotated by hand: actors, dates, figures,
quotes and a summary, or only reference extracts ("refs"). Both are JSON Lines, matched by "id".`,
		Example: `  mujaz eval testdata/articles/gold.jsonl briefs.jsonl --errors 10`,
		Args:    args(cobra.ExactArgs(2)),
		RunE:    func(_ *cobra.Command, list []string) error { return a.runEval(o, list[0], list[1]) },
	}
	cmd.Flags().StringVarP(&o.format, "format", "f", "text", "output format: text or json")
	cmd.Flags().IntVar(&o.misses, "errors", 0, "also print up to so many misses and false finds of each kind")
	cmd.Flags().IntVar(&o.limit, "limit-words", 0, "compare only so many words with reference extracts; 0: all")
	return cmd
}

func (a *app) runEval(o evalOptions, goldName, briefsName string) error {
	if o.format != "text" && o.format != "json" {
		return usage("", "unknown format %q: want text or json", o.format)
	}
	if o.misses < 0 || o.limit < 0 {
		return usage("mujaz eval --help lists the flags", "--errors and --limit-words take 0 or more")
	}
	gold, err := readLines(a, goldName, eval.ReadGold)
	if err != nil {
		return err
	}
	briefs, err := readLines(a, briefsName, eval.ReadBriefs)
	if err != nil {
		return err
	}
	r := eval.Score(gold, briefs, eval.Options{LimitWords: o.limit, Misses: o.misses})
	if r.Missing == r.Articles {
		return fmt.Errorf("no brief in %s has the id of an article in %s", briefsName, goldName)
	}
	if r.Missing > 0 {
		fmt.Fprintf(a.Stderr, "mujaz: %d of %d articles have no brief: all of theirs counts as missed\n", r.Missing, r.Articles)
	}
	if o.format == "json" {
		e := json.NewEncoder(a.Stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	return r.Write(a.Stdout)
}

// readLines reads what name holds, or standard input when it is "-".
func readLines[T any](a *app, name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	in := a.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	list, err := read(in)
	if err == nil && len(list) == 0 {
		err = errors.New("it holds nothing to score")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return list, nil
}
