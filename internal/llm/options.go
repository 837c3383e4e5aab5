package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// API is the dialect an endpoint speaks.
type API string

// The dialects. OpenAI covers every compatible server: Ollama, vLLM,
// llama.cpp, LM Studio, OpenRouter. The Azure ones put the deployment in the
// path and the version in the query.
const (
	OpenAI  API = "openai"
	Azure   API = "azure"
	AzureAD API = "azure_ad"
)

// Format is how an endpoint is told to answer in JSON.
type Format string

// The formats. A server that refuses one is asked again with the next, and the
// schema stands in the prompt in any case.
const (
	JSONSchema   Format = "json_schema"        // strict schema, as OpenAI defines it
	ObjectSchema Format = "json_object_schema" // a schema beside "json_object", as llama-cpp-python reads it
	JSONObject   Format = "json_object"        // any JSON object
	PlainText    Format = "text"               // nothing said
)

// Options say whom to ask and within which limits. The zero value of every
// field but Model and Now is a sensible default.
type Options struct {
	API     API
	BaseURL string // "" is api.openai.com; for Azure the resource's URL
	Version string // Azure's api-version; "" is one that knows json_schema
	Key     Secret // may be empty for a server of one's own
	Model   string // for Azure the deployment's name

	Temperature     float32         // 0 is the most predictable; never sent to reasoning models
	MaxTokens       int             // longest answer; default 2000, four times that for reasoning models
	ReasoningEffort string          // for reasoning models; default "low"
	Format          Format          // default JSONSchema
	Extra           json.RawMessage // further members of the request, as servers of one's own know them: {"repeat_penalty":1.1}
	NoSystemRole    bool            // the model knows no system message: instruct in the user's; found out by itself
	Stream          bool            // always stream; a listener (see Watch) streams its call in any case

	Timeout    time.Duration // one try; default 60 s
	Deadline   time.Duration // one question with all its tries and the waits between, from its first turn; default 150 s
	StreamIdle time.Duration // longest silence of a stream, keep-alive lines being none; default 30 s
	Retries    int           // tries after the first; default 2, -1 for none
	MaxBackoff time.Duration // longest wait of our own between tries; default 8 s

	RPM         int // requests a minute; 0 leaves it to the server's headers
	TPM         int // tokens a minute; 0 leaves it to the server's headers
	Concurrency int // most calls at the same time; default 8

	Prices Prices  // default DefaultPrices
	Ledger *Ledger // shared by the clients of a chain; default one without a budget
	Cache  *Cache  // answers kept and replayed; default none

	HTTP *http.Client // default one without redirects and without a timeout of its own
	Log  *slog.Logger // default none
	Now  func() time.Time
}

// errNoClock is a fault of the program that calls us.
var errNoClock = errors.New("llm: Options.Now is not set")

// azureVersion is the first stable api-version that knows json_schema.
const azureVersion = "2024-10-21"

// errAddress says that the base URL cannot be used.
var errAddress = errors.New("llm: base URL")

// openAIHost is the host of the default endpoint.
const openAIHost = "api.openai.com"

// filled returns o with its defaults, or what is wrong with it.
func (o Options) filled() (Options, error) {
	if o.Model == "" {
		return o, ErrNoModel
	}
	if o.Now == nil {
		return o, errNoClock
	}
	if err := o.fillEndpoint(); err != nil {
		return o, err
	}
	if o.Format == "" {
		o.Format = JSONSchema
	}
	if err := o.checkExtra(); err != nil {
		return o, err
	}
	if o.Retries == 0 {
		o.Retries = 2
	}
	o.Retries = max(o.Retries, 0)
	setDefault(&o.MaxTokens, 2000)
	setDefault(&o.Timeout, 60*time.Second)
	setDefault(&o.Deadline, 150*time.Second)
	setDefault(&o.StreamIdle, 30*time.Second)
	setDefault(&o.MaxBackoff, 8*time.Second)
	setDefault(&o.Concurrency, 8)
	if o.Prices.Models == nil {
		o.Prices = DefaultPrices()
	}
	if o.Ledger == nil {
		o.Ledger = &Ledger{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{}
	}
	if _, ok := o.Prices.of(o.Model); !ok && o.Ledger.limited() {
		return o, fmt.Errorf("%w: %s is not in the price table of %s", ErrNoPrice, o.Model, o.Prices.Date)
	}
	return o, nil
}

func (o *Options) fillEndpoint() error {
	if o.API == "" {
		o.API = OpenAI
	}
	if o.BaseURL == "" {
		if o.API != OpenAI {
			return fmt.Errorf("llm: %s needs the base URL of its resource", o.API)
		}
		o.BaseURL = "https://" + openAIHost + "/v1"
	}
	u, err := url.Parse(o.BaseURL)
	switch {
	case err != nil: // its message would repeat what may be a password
		return fmt.Errorf("%w: want one such as http://localhost:11434/v1", errAddress)
	case u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%w: %q is not an http address", errAddress, u.Redacted())
	case u.RawQuery != "" || u.Fragment != "":
		return fmt.Errorf("%w: what follows the path of %s://%s cannot be used; a key goes into MUJAZ_LLM_KEY", errAddress, u.Scheme, u.Host)
	}
	if o.Key.IsZero() && (o.API != OpenAI || u.Hostname() == openAIHost) {
		return fmt.Errorf("%w: %s", ErrNoKey, u.Host)
	}
	if o.Version == "" && o.API != OpenAI {
		o.Version = azureVersion
	}
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	return nil
}

// ErrExtra says that Extra is not an object, or says again what other options say.
var ErrExtra = errors.New("llm: extra is not usable")

func (o Options) checkExtra() error {
	if len(o.Extra) == 0 {
		return nil
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(o.Extra, &members); err != nil || members == nil {
		return fmt.Errorf("%w: want a JSON object", ErrExtra)
	}
	for _, name := range []string{"model", "messages", "stream", "stream_options", "response_format", "max_tokens", "max_completion_tokens", "temperature", "n", "tools"} {
		if _, ok := members[name]; ok {
			return fmt.Errorf("%w: %q is another option's, or not for this program", ErrExtra, name)
		}
	}
	return nil
}

func setDefault[T int | time.Duration](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}

// reasons reports whether a model thinks before it answers.
func reasons(model string) bool {
	return fixedSampling(model) && !strings.Contains(model, "-chat")
}

// fixedSampling reports whether a model is of a family that refuses a
// temperature and max_tokens. Names may carry a vendor: "openai/gpt-5-mini".
func fixedSampling(model string) bool {
	name := strings.ToLower(model[strings.LastIndexByte(model, '/')+1:])
	for _, p := range []string{"gpt-5", "gpt-6", "gpt-7", "o1", "o3", "o4"} {
		if rest, ok := strings.CutPrefix(name, p); ok && (rest == "" || !isLetter(rest[0])) {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }
