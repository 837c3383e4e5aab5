package cli

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
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
		name := "MUJAZ_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
		if value := a.getenv(name); value != "" {
			v.Set(key, value)
		}
		if f := cmd.Flags().Lookup(flagName(key)); f != nil && f.Changed {
			v.Set(key, f.Value.String())
		}
	}
	a.settings = Settings{}
	if err := v.UnmarshalExact(&a.settings); err != nil {
		return usage("mujaz config prints every setting", "settings: %w", err)
	}
	if a.flags.verbose {
		a.log = slog.New(slog.NewTextHandler(a.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}
	return a.settings.check()
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

func (s *Settings) check() error {
	const hint = "mujaz config prints every setting and what it may be"
	switch {
	case s.Engine != "embedded" && s.Engine != "llm" && s.Engine != "auto":
		return usage(hint, "engine is %q: want embedded, llm or auto", s.Engine)
	case s.Bullets < 1 || s.Bullets > 40:
		return usage(hint, "bullets is %d: want 1 to 40", s.Bullets)
	case s.Words < 0 || s.Words > 0 && s.Words < 10:
		return usage(hint, "words is %d: want 10 or more, or 0 for no limit", s.Words)
	case s.MaxWordsPerBullet < 8:
		return usage(hint, "max_words_per_bullet is %d: want 8 or more", s.MaxWordsPerBullet)
	case s.LLM.CacheMode != "read_write" && s.LLM.CacheMode != "record" && s.LLM.CacheMode != "replay":
		return usage(hint, "llm.cache_mode is %q: want read_write, record or replay", s.LLM.CacheMode)
	case s.LLM.Window < 2000:
		return usage(hint, "llm.window is %d: want 2000 or more", s.LLM.Window)
	case s.Workers < 0:
		return usage(hint, "workers is %d: want 1 or more, or 0 for one a processor", s.Workers)
	}
	if s.Workers == 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	return nil
}
