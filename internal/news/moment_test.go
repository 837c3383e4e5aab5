package news_test

import (
	"testing"

	"mujaz/internal/news"
)

func TestParseMoment(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"2025-04-10":                "2025-04-10",
		" 2025-04-10 ":              "2025-04-10",
		"2025-04-10T14:05:00+01:00": "2025-04-10T14:05:00+01:00",
		"2025-04-10T14:05:00Z":      "2025-04-10T14:05:00Z",
		"2025-04-10T14:05:00+00:00": "2025-04-10T14:05:00Z",
		"2025-04-10T14:05:00.5Z":    "2025-04-10T14:05:00Z",
		"2025-04-10T14:05+0100":     "2025-04-10T14:05:00+01:00",
		"2025-04-10T14:05:00":       "2025-04-10T14:05:00",
		"2025-04-10 14:05":          "2025-04-10T14:05:00",
	} {
		m, err := news.ParseMoment(in)
		if err != nil || m.String() != want {
			t.Errorf("ParseMoment(%q) = %q, %v, want %q", in, m, err, want)
		}
	}
	for _, in := range []string{"", "2025", "2025-04", "10/04/2025", "2025-13-01", "أمس"} {
		if m, err := news.ParseMoment(in); err == nil {
			t.Errorf("ParseMoment(%q) = %q, want an error", in, m)
		}
	}
}
