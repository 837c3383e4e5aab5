package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"mujaz/internal/llm"
)

type modelsOptions struct {
	check bool
	sizes []int
}

func (a *app) newModelsCommand() *cobra.Command {
	var o modelsOptions
	cmd := &cobra.Command{
		Use:   "models",
		Short: "List the models of the endpoint, and check the one that is set",
		Long: `List the models of the endpoint of the settings. With --check, ask the model that is set a
few short questions: does it keep to a schema, count tokens, and read long prompts whole?`,
		Example: `  MUJAZ_LLM_BASE_URL=http://localhost:11434/v1 mujaz models
  MUJAZ_LLM_BASE_URL=http://localhost:11434/v1 MUJAZ_LLM_MODEL=gemma3 mujaz models --check`,
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.runModels(cmd, o) },
	}
	cmd.Flags().BoolVar(&o.check, "check", false, "ask the model of the settings what it can do")
	cmd.Flags().IntSliceVar(&o.sizes, "sizes", []int{2000, 4000, 8000}, "prompts to probe the window with, in tokens")
	return cmd
}

func (a *app) runModels(cmd *cobra.Command, o modelsOptions) error {
	if err := a.load(cmd); err != nil {
		return err
	}
	options, err := a.modelOptions(&llm.Ledger{})
	if err != nil {
		return err
	}
	options.Cache = nil
	if o.check {
		r, err := llm.Check(cmd.Context(), options, o.sizes...)
		if err != nil {
			return noModel(err)
		}
		a.report(r)
		return nil
	}
	if options.Model == "" {
		options.Model = "any" // only the list is asked for
	}
	c, err := llm.New(options)
	if err != nil {
		return noModel(err)
	}
	list, err := c.Models(cmd.Context())
	if err != nil {
		return noModel(err)
	}
	for _, m := range list {
		window := ""
		if m.Context > 0 {
			window = fmt.Sprintf("\t%d tokens", m.Context)
		}
		fmt.Fprintf(a.Stdout, "%s%s\n", m.ID, window)
	}
	return nil
}

func (a *app) report(r llm.Report) {
	say := func(what string, yes bool) {
		answer := "no"
		if yes {
			answer = "yes"
		}
		fmt.Fprintf(a.Stdout, "%-22s %s\n", what, answer)
	}
	fmt.Fprintf(a.Stdout, "%-22s %s at %s\n", "model", r.Model, host(a.settings.LLM.BaseURL))
	say("listed", r.Listed)
	say("answers", r.Answers)
	fmt.Fprintf(a.Stdout, "%-22s %s\n", "answer format", r.Format)
	say("keeps to a schema", r.Enforced)
	say("counts tokens", r.Counted)
	if r.Context > 0 {
		fmt.Fprintf(a.Stdout, "%-22s %d tokens\n", "stated window", r.Context)
	}
	fmt.Fprintf(a.Stdout, "%-22s about %d tokens\n", "longest prompt read", r.ReadsLong)
	say("cuts prompts silently", r.CutsLong)
}
