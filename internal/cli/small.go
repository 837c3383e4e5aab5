package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"mujaz/internal/render"
)

func (a *app) newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "schema [brief|error]",
		Short:     "Print the JSON Schema of a brief, or of an error line",
		Args:      args(cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs)),
		ValidArgs: []string{"brief", "error"},
		RunE: func(_ *cobra.Command, list []string) error {
			schema := render.Schema
			if len(list) == 1 && list[0] == "error" {
				schema = render.FailureSchema
			}
			_, err := a.Stdout.Write(schema)
			return err
		},
	}
}

func (a *app) newConfigCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Print the commented default settings file",
		Args:  args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(a.Stdout, defaultConfig)
			return err
		},
	}
}

func (a *app) newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the program's version",
		Args:  args(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.Stdout, "%s %s %s/%s\n", Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// Version returns the name and version of the program from its build: the
// module version, else the commit it was built from.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "mujaz (unknown build)"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return "mujaz " + v
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			if s.Value == "true" {
				modified = "+changes"
			}
		}
	}
	if revision == "" {
		return "mujaz devel"
	}
	return strings.TrimSpace("mujaz " + revision[:min(12, len(revision))] + modified)
}
