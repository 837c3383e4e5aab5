package llm

import (
	"sync"

	"github.com/govalues/decimal"

	"mujaz/internal/news"
)

// Entry is one call in the ledger, failed or not.
type Entry struct {
	Model     string
	Kind      Kind // "" for an answer
	Usage     news.Usage
	Cost      decimal.Decimal
	Estimated bool // the server did not count; the tokens are our estimate
	Batch     bool
}

// Ledger counts what calls cost and stops them before a budget is passed. The
// clients of a chain share one. The zero Ledger has no budget and is ready.
type Ledger struct {
	Sink func(Entry) // told of every entry, one at a time; may be nil

	mu        sync.Mutex
	budget    decimal.Decimal
	bounded   bool
	spent     decimal.Decimal
	reserved  decimal.Decimal
	total     news.Usage
	estimated bool
}

// NewLedger returns a ledger with a budget: a decimal in the currency of the
// price table, such as "2.50".
func NewLedger(budget string) (*Ledger, error) {
	d, err := decimal.Parse(budget)
	if err != nil {
		return nil, err
	}
	return &Ledger{budget: d, bounded: true}, nil
}

func (l *Ledger) limited() bool { return l.bounded }

// reserve sets cost aside for a call about to be made. It reports false when
// that could pass the budget.
func (l *Ledger) reserve(cost decimal.Decimal) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	after := sum(sum(l.spent, l.reserved), cost)
	if l.bounded && after.Cmp(l.budget) > 0 {
		return false
	}
	l.reserved = sum(l.reserved, cost)
	return true
}

// settle replaces a reservation by what the call really cost.
func (l *Ledger) settle(reserved decimal.Decimal, e Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if left, err := l.reserved.Sub(reserved); err == nil {
		l.reserved = left
	}
	l.spent = sum(l.spent, e.Cost)
	l.total = l.total.Plus(e.Usage)
	l.estimated = l.estimated || e.Estimated
	if l.Sink != nil {
		l.Sink(e)
	}
}

// Total returns the usage of all calls with its cost. It reports true when
// part of it is our estimate, because a server did not count.
func (l *Ledger) Total() (news.Usage, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	u := l.total
	u.Cost = l.spent.Trim(0).String()
	return u, l.estimated
}

func sum(a, b decimal.Decimal) decimal.Decimal {
	s, err := a.Add(b)
	if err != nil { // 10^19 dollars
		return a
	}
	return s
}
