package news

import "github.com/govalues/decimal"

// Plus returns u and o added up. Costs are added when both are known decimals;
// an empty one counts as nothing.
func (u Usage) Plus(o Usage) Usage {
	return Usage{
		Requests:         u.Requests + o.Requests,
		PromptTokens:     u.PromptTokens + o.PromptTokens,
		CachedTokens:     u.CachedTokens + o.CachedTokens,
		CompletionTokens: u.CompletionTokens + o.CompletionTokens,
		ReasoningTokens:  u.ReasoningTokens + o.ReasoningTokens,
		Cost:             plus(u.Cost, o.Cost),
	}
}

func plus(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	x, errX := decimal.Parse(a)
	y, errY := decimal.Parse(b)
	sum, err := x.Add(y)
	if errX != nil || errY != nil || err != nil {
		return a
	}
	return sum.Trim(0).String()
}
