package news

import "time"

// Claim is one unproven bullet: words of an engine, and the words of the
// article that it says prove them. Quotes have no positions, because a model
// can copy words but cannot count them.
type Claim struct {
	Text   string
	Quotes []string
}

// Draft is what an engine claims about an article. Nothing in it is proven.
type Draft struct {
	Headline Claim // empty when none was asked for
	Claims   []Claim
	Facts    Facts // beyond what the finders see; spans already located
	Making   Making
	Warnings []Warning
	Withheld []Dropped // claims that are no part of it: pieces of sentences, words of an injection
}

// Making says how a draft or brief was made.
type Making struct {
	Program string    // "mujaz v1.2.3"
	Engine  string    // "embedded" or "llm"
	Model   string    // "" for the embedded engine
	Prompt  string    // hash of the prompt files, "" for the embedded engine
	Created time.Time // UTC
	Usage   Usage
}

// Usage counts what a model charged for, failed attempts included.
type Usage struct {
	Requests, PromptTokens, CachedTokens, CompletionTokens, ReasoningTokens int
	Cost                                                                    string // decimal, in the price table's currency, or ""
}

// Match says how strong a proof is, strongest first.
type Match string

// The strengths: same bytes; same once optional spelling is folded; same words
// within stated limits.
const (
	MatchExact   Match = "exact"
	MatchFolded  Match = "folded"
	MatchAligned Match = "aligned"
)

// Evidence is a place in the article that proves something.
type Evidence struct {
	Span
	Match Match
}

// Bullet is one proven sentence of a brief.
type Bullet struct {
	Text     string
	Evidence []Evidence // at least one
}

// Dropped is something an engine claimed and the article did not prove. What the
// engine said is not in it: a brief is shown, and holds only what the article has.
type Dropped struct {
	What   string // "bullet", "headline", "actor", "date", "figure", "quote"
	Text   string // the words of the article that the claim was about, "" for none
	Reason string // "number", "date", "name", "quotation", "attribution", ...
}

// Brief is what can be shown: an article, its proven bullets and its facts.
// Only verify makes one.
type Brief struct {
	Article  Article
	Headline *Bullet // nil when none was asked for
	Bullets  []Bullet
	Facts    Facts
	Dropped  []Dropped
	Warnings []Warning
	Making   Making
}
