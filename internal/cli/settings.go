package cli

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"
)

// defaultConfig is the commented default file. Every setting stands in it.
//
//go:embed config.yaml
var defaultConfig string

// Settings are the program's settings, named as in config.yaml.
type Settings struct {
	Engine            string        `mapstructure:"engine"`
	Bullets           int           `mapstructure:"bullets"`
	Words             int           `mapstructure:"words"`
	MaxWordsPerBullet int           `mapstructure:"max_words_per_bullet"`
	Headline          bool          `mapstructure:"headline"`
	AbsoluteDates     bool          `mapstructure:"absolute_dates"`
	Style             StyleSettings `mapstructure:"style"`
	Workers           int           `mapstructure:"workers"`
	MaxBytes          int           `mapstructure:"max_bytes"`
	Profiles          string        `mapstructure:"profiles"`
	Fetch             FetchSettings `mapstructure:"fetch"`
	LLM               LLMSettings   `mapstructure:"llm"`
}

// LLMSettings are the settings for the language model.
type LLMSettings struct {
	API             string        `mapstructure:"api"`
	BaseURL         string        `mapstructure:"base_url"`
	Version         string        `mapstructure:"version"`
	Model           string        `mapstructure:"model"`
	KeyFile         string        `mapstructure:"key_file"`
	Fallback        []string      `mapstructure:"fallback"`
	Format          string        `mapstructure:"format"`
	Temperature     float32       `mapstructure:"temperature"`
	MaxTokens       int           `mapstructure:"max_tokens"`
	ReasoningEffort string        `mapstructure:"reasoning_effort"`
	Extra           string        `mapstructure:"extra"`
	Prompt          string        `mapstructure:"prompt"`
	Window          int           `mapstructure:"window"`
	Repairs         int           `mapstructure:"repairs"`
	Timeout         time.Duration `mapstructure:"timeout"`
	Deadline        time.Duration `mapstructure:"deadline"`
	Retries         int           `mapstructure:"retries"`
	RPM             int           `mapstructure:"rpm"`
	TPM             int           `mapstructure:"tpm"`
	Concurrency     int           `mapstructure:"concurrency"`
	Budget          string        `mapstructure:"budget"`
	Prices          string        `mapstructure:"prices"`
	Cache           string        `mapstructure:"cache"`
	CacheMode       string        `mapstructure:"cache_mode"`
	Prompts         string        `mapstructure:"prompts"`
}

// StyleSettings are the house style of bullets, outside quotations.
type StyleSettings struct {
	Numerals string `mapstructure:"numerals"`
	Percent  string `mapstructure:"percent"`
	Months   string `mapstructure:"months"`
}

// FetchSettings are the settings for the web.
type FetchSettings struct {
	Timeout      time.Duration `mapstructure:"timeout"`
	MaxBytes     int64         `mapstructure:"max_bytes"`
	AllowPrivate bool          `mapstructure:"allow_private"`
	Ports        []int         `mapstructure:"ports"`
	UserAgent    string        `mapstructure:"user_agent"`
}

// load reads the settings: flag, then MUJAZ_ variable, then file, then default.
func (a *app) load(cmd *cobra.Command) error {
	v := viper.New()
	v.SetConfigType("yaml")
	if err := defaults(v); err != nil {
		return err
	}
	if err := a.file(v); err != nil {
		return err
	}
	v.SetEnvPrefix("MUJAZ")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	for _, key := range v.AllKeys() {
		if value := a.getenv(variable(key)); value != "" {
			v.Set(key, value)
		}
		if f := cmd.Flags().Lookup(flagName(key)); f != nil && f.Changed {
			v.Set(key, f.Value.String())
		}
	}
	a.settings = Settings{}
	if err := v.UnmarshalExact(&a.settings); err != nil {
		return usage("mujaz config prints every setting", "settings: %s", inOneLine(err))
	}
	a.strangers(v.AllKeys())
	if a.flags.verbose {
		a.log = slog.New(slog.NewTextHandler(a.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
	return a.settings.check()
}

// inOneLine tells the faults that viper lists on lines of their own.
func inOneLine(err error) string {
	text := strings.TrimPrefix(err.Error(), "decoding failed due to the following error(s):")
	return strings.Join(strings.FieldsFunc(text, func(c rune) bool { return c == '\n' }), "; ")
}

// strangers warns of variables that look like settings and are none: a typing
// error would else go unseen.
func (a *app) strangers(keys []string) {
	known := map[string]bool{"MUJAZ_CONFIG": true, "MUJAZ_LLM_KEY": true, "MUJAZ_REPLAY": true, "MUJAZ_SHARED": true}
	for _, key := range keys {
		known[variable(key)] = true
	}
	for _, e := range a.Environ {
		if name, _, _ := strings.Cut(e, "="); strings.HasPrefix(name, "MUJAZ_") && !known[name] {
			fmt.Fprintf(a.Stderr, "mujaz: the variable %s is no setting; mujaz config explains them\n", name)
		}
	}
}

// variable returns the name of the environment variable of a setting.
func variable(key string) string {
	return "MUJAZ_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// flagName returns the name of the flag of a setting.
func flagName(key string) string {
	if key == "llm.budget" {
		return "budget"
	}
	return strings.NewReplacer(".", "-", "_", "-").Replace(key)
}

func defaults(v *viper.Viper) error {
	d := viper.New()
	d.SetConfigType("yaml")
	if err := d.ReadConfig(strings.NewReader(defaultConfig)); err != nil {
		return fmt.Errorf("the default settings: %w", err)
	}
	for _, key := range d.AllKeys() {
		v.SetDefault(key, d.Get(key))
	}
	return nil
}

// file merges the settings file: the one named, which must exist, or the user's.
func (a *app) file(v *viper.Viper) error {
	name, named := a.flags.config, true
	if name == "" {
		name = a.getenv("MUJAZ_CONFIG")
	}
	if name == "" {
		name, named = a.userConfig(), false
	}
	if name == "" {
		return nil
	}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil
	}
	if err != nil {
		return usage("mujaz config prints the default file", "settings: %w", err)
	}
	if err := v.MergeConfig(strings.NewReader(string(text))); err != nil {
		return usage("mujaz config prints the default file", "settings in %s: %w", name, err)
	}
	return nil
}

// userConfig returns the path of the user's settings file (XDG Base Directory
// Specification), or "" when there is no home.
func (a *app) userConfig() string {
	dir := a.getenv("XDG_CONFIG_HOME")
	if dir == "" {
		home := a.getenv("HOME")
		if home == "" {
			return ""
		}
		dir = filepath.Join(home, ".config")
	}
	return filepath.Join(dir, "mujaz", "config.yaml")
}

// check refuses values that mean nothing, and fills in the number of workers.
func (s *Settings) check() error {
	const hint = "mujaz config prints every setting and what it may be"
	oneOf := func(name, value string, list ...string) error {
		if slices.Contains(list, value) {
			return nil
		}
		return usage(hint, "%s is %q: want %s", name, value, strings.TrimPrefix(strings.Join(list, ", "), ", "))
	}
	atLeast := func(name string, value, least int, zero string) error {
		if value >= least || zero != "" && value == 0 {
			return nil
		}
		if zero != "" {
			zero = ", or 0 for " + zero
		}
		return usage(hint, "%s is %d: want %d or more%s", name, value, least, zero)
	}
	some := func(name string, value time.Duration) error {
		if value > 0 {
			return nil
		}
		return usage(hint, "%s is %s: want more than nothing, such as 30s", name, value)
	}
	if s.Bullets < 1 || s.Bullets > 40 {
		return usage(hint, "bullets is %d: want 1 to 40", s.Bullets)
	}
	if s.Workers == 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	return cmp.Or(
		oneOf("engine", s.Engine, "embedded", "llm", "auto"),
		oneOf("style.numerals", s.Style.Numerals, "", "western", "arabic-indic"),
		oneOf("style.percent", s.Style.Percent, "", "sign", "word"),
		oneOf("style.months", s.Style.Months, "", "egypt", "levant", "maghreb"),
		oneOf("llm.cache_mode", s.LLM.CacheMode, "read_write", "record", "replay"),
		oneOf("llm.format", s.LLM.Format, "json_schema", "json_object_schema", "json_object", "text"),
		oneOf("llm.prompt", s.LLM.Prompt, "full", "short", "bare"),
		oneOf("llm.api", s.LLM.API, "openai", "azure", "azure_ad"),
		atLeast("words", s.Words, 10, "no limit"),
		atLeast("max_words_per_bullet", s.MaxWordsPerBullet, 8, "the default"),
		atLeast("workers", s.Workers, 1, "one a processor"),
		atLeast("max_bytes", s.MaxBytes, 1, ""),
		atLeast("fetch.max_bytes", int(s.Fetch.MaxBytes), 1, ""),
		atLeast("llm.repairs", s.LLM.Repairs, 0, ""), atLeast("llm.retries", s.LLM.Retries, 0, ""),
		atLeast("llm.max_tokens", s.LLM.MaxTokens, 0, ""), atLeast("llm.concurrency", s.LLM.Concurrency, 0, ""),
		atLeast("llm.rpm", s.LLM.RPM, 0, ""), atLeast("llm.tpm", s.LLM.TPM, 0, ""),
		some("fetch.timeout", s.Fetch.Timeout), some("llm.timeout", s.LLM.Timeout), some("llm.deadline", s.LLM.Deadline),
		atLeast("llm.window", s.LLM.Window, 2000, ""),
	)
}
