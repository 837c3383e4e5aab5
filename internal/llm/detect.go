package llm

// Servers cut prompts silently: Ollama at 4096 tokens (older ones at 2048)
// whatever the model can do. What tells is their own count. The share is low
// because vocabularies made for Arabic take up to half fewer tokens than the
// estimate; a window's size tells the rest.
const (
	leastShare = 0.5  // fewer prompt tokens than this share of our estimate were not read
	roundShare = 0.9  // or fewer than this, when the total is exactly a window's size
	leastProbe = 1000 // short prompts are not judged
)

// inputCut reports whether the server read only part of a prompt that we
// estimate at want tokens.
func inputCut(want int, r reply) bool {
	got := r.Usage.PromptTokens
	if !r.Counted || want < leastProbe {
		return false
	}
	total := got + r.Usage.CompletionTokens
	window := isWindow(got) || isWindow(total)
	return float64(got) < leastShare*float64(want) || window && float64(got) < roundShare*float64(want)
}

// dropsInstruction reports whether the server read the conversation without its
// first message, as some chat templates do with a system message (Gemma's in
// llama-cpp-python).
func (c *Client) dropsInstruction(q question, r reply) bool {
	if !inputCut(q.tokens, r) || len(q.messages) < 2 {
		return false
	}
	first := Tokens(c.o.Model, q.messages[0])
	return first > leastProbe/4 && r.Usage.PromptTokens <= q.tokens-first
}

// isWindow reports whether n is a power of two that context windows have.
func isWindow(n int) bool { return n >= 1024 && n&(n-1) == 0 }
