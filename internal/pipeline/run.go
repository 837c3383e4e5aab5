package pipeline

import (
	"context"
	"iter"

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
// When ctx ends, what is under way is given up. In both cases Run does not wait
// for an input that does not come, such as a terminal's. It returns the error of
// emit, which stops it, else ctx's error.
func (p *Pipeline) Run(ctx, drain context.Context, inputs iter.Seq[Input], workers int, emit func(Result) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers = max(workers, 1)
	line := line{jobs: make(chan job), order: make(chan chan Result, 3*workers), left: make(chan struct{})}
	defer close(line.left)
	for range workers {
		go line.work(ctx, p)
	}
	go line.take(ctx, drain, inputs)
	var failed error
	for failed == nil && ctx.Err() == nil {
		r, ok := line.next(ctx, drain)
		if !ok || ctx.Err() != nil {
			break
		}
		failed = emit(r)
	}
	if failed == nil {
		failed = context.Cause(ctx)
	}
	return failed
}

// line is the way of the articles of one run.
type line struct {
	jobs  chan job
	order chan chan Result // one for each input that was taken, in order
	left  chan struct{}    // closed when nobody waits for results any more
}

type job struct {
	in   Input
	done chan Result
}

func (l line) work(ctx context.Context, p *Pipeline) {
	for {
		select {
		case <-l.left:
			return
		case j, ok := <-l.jobs:
			if !ok {
				return
			}
			j.done <- p.one(ctx, j.in)
		}
	}
}

// take hands the inputs out until they, drain or ctx end.
func (l line) take(ctx, drain context.Context, inputs iter.Seq[Input]) {
	defer close(l.order)
	defer close(l.jobs)
	for in := range inputs {
		if drain.Err() != nil || ctx.Err() != nil {
			return
		}
		j := job{in, make(chan Result, 1)}
		select {
		case <-l.left:
			return
		case <-drain.Done():
			return
		case l.order <- j.done:
		}
		select {
		case <-l.left:
			return
		case <-ctx.Done():
			j.done <- Result{Page: bodiless(in.Page), Err: ctx.Err()}
			return
		case l.jobs <- j:
		}
	}
}

// next returns the next result in order, and false when there is none to wait for.
func (l line) next(ctx, drain context.Context) (Result, bool) {
	var done chan Result
	ok := false
	select {
	case done, ok = <-l.order:
	default:
		select {
		case done, ok = <-l.order:
		case <-ctx.Done():
		case <-drain.Done():
			select { // what was taken before drain ended
			case done, ok = <-l.order:
			default:
			}
		}
	}
	if !ok {
		return Result{}, false
	}
	select {
	case r := <-done:
		return r, true
	case <-ctx.Done():
		return Result{}, false
	}
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
