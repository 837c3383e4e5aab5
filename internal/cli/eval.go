package cli

import (
	"encoding/json"
	"fmt"
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
	goldFile, err := os.Open(goldName)
	if err != nil {
		return err
	}
	defer goldFile.Close()
	gold, err := eval.ReadGold(goldFile)
	if err != nil {
		return fmt.Errorf("%s: %w", goldName, err)
	}
	briefsFile, err := os.Open(briefsName)
	if err != nil {
		return err
	}
	defer briefsFile.Close()
	briefs, err := eval.ReadBriefs(briefsFile)
	if err != nil {
		return fmt.Errorf("%s: %w", briefsName, err)
	}
	r := eval.Score(gold, briefs, eval.Options{LimitWords: o.limit, Misses: o.misses})
	if o.format == "json" {
		e := json.NewEncoder(a.Stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	return r.Write(a.Stdout)
}
