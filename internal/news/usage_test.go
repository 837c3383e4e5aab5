package news_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/news"
)

func TestUsagePlus(t *testing.T) {
	t.Parallel()
	tests := []struct{ a, b, want news.Usage }{
		{news.Usage{}, news.Usage{Requests: 1, Cost: "0.10"}, news.Usage{Requests: 1, Cost: "0.10"}},
		{news.Usage{PromptTokens: 2, Cost: "0.0012"}, news.Usage{PromptTokens: 3, CachedTokens: 1, Cost: "0.0008"}, news.Usage{PromptTokens: 5, CachedTokens: 1, Cost: "0.002"}},
		{news.Usage{CompletionTokens: 1, ReasoningTokens: 1}, news.Usage{}, news.Usage{CompletionTokens: 1, ReasoningTokens: 1}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.a.Plus(tt.b)); diff != "" {
			t.Errorf("%v plus %v (-want +got):\n%s", tt.a, tt.b, diff)
		}
	}
}
