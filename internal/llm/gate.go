package llm

import (
	"context"
	"sync"
)

// gate bounds how many calls run at the same time: one more after as many good
// answers as run together, half as many after a server says it is overloaded
// (additive increase, multiplicative decrease).
type gate struct {
	most int

	mu      sync.Mutex
	limit   float64
	running int
	waiting []chan struct{}
}

func newGate(most int) *gate {
	return &gate{most: most, limit: min(4, float64(most))}
}

// enter waits for a place.
func (g *gate) enter(ctx context.Context) error {
	g.mu.Lock()
	if g.running < int(g.limit) {
		g.running++
		g.mu.Unlock()
		return nil
	}
	turn := make(chan struct{})
	g.waiting = append(g.waiting, turn)
	g.mu.Unlock()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		g.giveUp(turn)
		return ctx.Err()
	}
}

// giveUp takes turn out of the queue, or passes on the place it was just given.
func (g *gate) giveUp(turn chan struct{}) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, w := range g.waiting {
		if w == turn {
			g.waiting = append(g.waiting[:i], g.waiting[i+1:]...)
			return
		}
	}
	g.running--
	g.admit()
}

// leave frees a place and learns from how the call went.
func (g *gate) leave(k Kind) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch k {
	case RateLimited, Overloaded, Timeout:
		g.limit = max(1, g.limit/2)
	case "":
		g.limit = min(float64(g.most), g.limit+1/g.limit)
	default:
	}
	g.running--
	g.admit()
}

// admit lets waiting calls in while there is room.
func (g *gate) admit() {
	for len(g.waiting) > 0 && g.running < int(g.limit) {
		g.running++
		close(g.waiting[0])
		g.waiting = g.waiting[1:]
	}
}
