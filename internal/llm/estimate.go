package llm

import (
	"encoding/json"

	"github.com/govalues/decimal"

	"mujaz/internal/news"
)

// usualAnswer is how long answers usually are, as a share of the longest.
const usualAnswer = 0.4

// Estimate returns about what a conversation would use and cost, without
// asking anything: what a dry run adds up. It reports false when the model's
// price is not known; the cost is then "".
func (c *Client) Estimate(messages []string, schema json.RawMessage) (news.Usage, bool) {
	u := news.Usage{
		Requests:         1,
		PromptTokens:     promptTokens(c.o.Model, messages, schema),
		CompletionTokens: int(usualAnswer * float64(c.o.MaxTokens)),
	}
	price, ok := c.o.Prices.of(c.o.Model)
	if ok {
		u.Cost = price.cost(u, decimal.Zero).Trim(0).String()
	}
	return u, ok
}
