package llm

import "log/slog"

// Secret is a key that never prints: fmt, JSON, text and slog all show stars.
type Secret struct{ value string }

// NewSecret returns a secret that holds value.
func NewSecret(value string) Secret { return Secret{value: value} }

// stars is what a secret shows instead of itself.
const stars = "***"

// String returns stars, or "" when there is no secret.
func (s Secret) String() string {
	if s.IsZero() {
		return ""
	}
	return stars
}

// GoString returns what String returns.
func (s Secret) GoString() string { return s.String() }

// MarshalText returns what String returns.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// LogValue returns what String returns.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// IsZero reports whether there is no secret.
func (s Secret) IsZero() bool { return s.value == "" }

// reveal returns the value, for the header of a request alone.
func (s Secret) reveal() string { return s.value }
