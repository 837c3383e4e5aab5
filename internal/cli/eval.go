package cli

import (
	"errors"

	"github.com/spf13/cobra"
)

func (a *app) newEvalCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "eval GOLD BRIEFS",
		Short: "Score briefs against hand-made gold",
		Args:  args(cobra.ExactArgs(2)),
		RunE: func(*cobra.Command, []string) error {
			return errors.New("waiting for the eval room")
		},
	}
}
