package llm

import (
	_ "embed" // the default prices
	"encoding/json"
	"maps"
	"strings"
	"sync"

	"github.com/govalues/decimal"

	"mujaz/internal/news"
)

//go:embed data/prices.json
var pricesJSON []byte

// Price is what a model costs, per million tokens. Cached is the price of
// prompt tokens that the provider had in its cache.
type Price struct {
	Input  decimal.Decimal `json:"input"`
	Cached decimal.Decimal `json:"cached"`
	Output decimal.Decimal `json:"output"`
}

// Prices is a price table with its date.
type Prices struct {
	Date          string           `json:"date"`
	Source        string           `json:"source"`
	Currency      string           `json:"currency"`
	BatchDiscount decimal.Decimal  `json:"batch_discount"` // the factor of the Batch API
	Models        map[string]Price `json:"models"`
}

// DefaultPrices returns the embedded price table. A setting that changes a
// price changes its own copy.
func DefaultPrices() Prices {
	p := defaultPrices()
	p.Models = maps.Clone(p.Models)
	return p
}

var defaultPrices = sync.OnceValue(func() Prices {
	var p Prices
	if err := json.Unmarshal(pricesJSON, &p); err != nil {
		panic("llm: data/prices.json: " + err.Error())
	}
	return p
})

// of returns the price of a model: by its name, without its vendor, or without
// the date that ends it ("gpt-4.1-mini-2025-04-14").
func (p Prices) of(model string) (Price, bool) {
	name := strings.ToLower(model)
	for {
		if price, ok := p.Models[name]; ok {
			return price, true
		}
		if _, rest, ok := strings.Cut(name, "/"); ok {
			name = rest
			continue
		}
		cut := len(name) - len("-2025-04-14")
		if cut <= 0 || name[cut] != '-' || strings.Trim(name[cut:], "-0123456789") != "" {
			return Price{}, false
		}
		name = name[:cut]
	}
}

var perMillion = decimal.MustNew(1, 6)

// cost returns what usage costs at price p; discount is the Batch API's factor,
// or zero.
func (p Price) cost(u news.Usage, discount decimal.Decimal) decimal.Decimal {
	total := decimal.Zero
	for _, line := range []struct {
		tokens int
		price  decimal.Decimal
	}{{max(u.PromptTokens-u.CachedTokens, 0), p.Input}, {u.CachedTokens, p.Cached}, {u.CompletionTokens, p.Output}} {
		n, err := decimal.New(int64(line.tokens), 0)
		if err != nil {
			continue
		}
		part, err := n.Mul(line.price)
		if err != nil {
			continue
		}
		if sum, err := total.Add(part); err == nil {
			total = sum
		}
	}
	if !discount.IsZero() {
		if d, err := total.Mul(discount); err == nil {
			total = d
		}
	}
	if d, err := total.Mul(perMillion); err == nil {
		total = d
	}
	return total
}
