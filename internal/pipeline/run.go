package pipeline

import (
	"context"
	"iter"
	"sync"

	"mujaz/internal/news"
)

// Input is one page of a stream, or the reason why there is none.
type Input struct {
	Page news.Page
	Err  error
}

// Result is what became of one input.
type Result struct {
	Page  news.Page // without its Body
	Brief news.Brief
	Err   error
}

// Run carries inputs to results, workers at a time, and hands each to emit in
// the order of the inputs, one at a time. It holds no more than a few articles
// a worker in memory.
//
// When drain ends, no more input is taken and what is under way is finished.
// When ctx ends, what is under way is given up. Run returns the error of emit,
// which stops it, else ctx's error.
func (p *Pipeline) Run(ctx, drain context.Context, inputs iter.Seq[Input], workers int, emit func(Result) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers = max(workers, 1)
	type job struct {
		in   Input
		done chan Result
	}
	jobs := make(chan job)
	order := make(chan chan Result, 3*workers)
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for j := range jobs {
				j.done <- p.one(ctx, j.in)
			}
		})
	}
	all.Go(func() {
		defer close(order)
		defer close(jobs)
		for in := range inputs {
			j := job{in, make(chan Result, 1)}
			select {
			case <-drain.Done():
				return
			case order <- j.done:
			}
			select {
			case <-ctx.Done():
				j.done <- Result{Page: bodiless(in.Page), Err: ctx.Err()}
				return
			case jobs <- j:
			}
		}
	})
	var failed error
	for done := range order {
		r := <-done
		if failed != nil || ctx.Err() != nil {
			continue
		}
		if failed = emit(r); failed != nil {
			cancel()
		}
	}
	all.Wait()
	if failed == nil {
		failed = context.Cause(ctx)
	}
	return failed
}

func (p *Pipeline) one(ctx context.Context, in Input) Result {
	r := Result{Page: bodiless(in.Page), Err: in.Err}
	if in.Err != nil {
		return r
	}
	if r.Err = ctx.Err(); r.Err != nil {
		return r
	}
	r.Brief, r.Err = p.Brief(ctx, in.Page)
	if p.Log != nil {
		p.Log.LogAttrs(ctx, level(r.Err), "article", attrs(r)...)
	}
	return r
}

func bodiless(p news.Page) news.Page {
	p.Body = nil
	return p
}
