package figures_test

import (
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/figures"
)

// TestFind reads one sentence a kind.
func TestFind(t *testing.T) {
	t.Parallel()
	tests := map[string][]string{
		"وصل أكثر من 1.9 مليون مسافر إلى الجزيرة": {"أكثر من 1.9 مليون مسافر"},
		"وغرق مركبان في الميناء":                  {"مركبان"},
		"نصت المادة 15 من القانون على ذلك":        nil,
	}
	for s, want := range tests {
		text := arabic.Read(s)
		got := figures.Find(text, nil)
		if len(got) != len(want) || len(got) > 0 && got[0].Of(s) != want[0] {
			t.Errorf("Find(%q) = %+v, want %q", s, got, want)
		}
	}
}
