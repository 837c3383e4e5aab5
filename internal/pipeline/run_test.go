package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"mujaz/internal/arabic"
	"mujaz/internal/extract"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// made returns a pipeline whose extraction fails, panics or succeeds by id.
func made() *pipeline.Pipeline {
	return &pipeline.Pipeline{
		Program: "mujaz test", Now: func() time.Time { return time.Unix(0, 0) },
		Extract: func(p news.Page) (news.Article, error) {
			switch p.ID[0] {
			case 'e':
				return news.Article{}, extract.ErrNoArticle
			case 'p':
				panic("strange page")
			}
			return news.Article{ID: p.ID, Text: "افتتح الوزير المدرسة الجديدة في المدينة أمس."}, nil
		},
	}
}

func pages(n int) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for i := range n {
			kind := "okay"
			switch i % 10 {
			case 3:
				kind = "empty"
			case 7:
				kind = "panic"
			}
			if !yield(pipeline.Input{Page: news.Page{ID: fmt.Sprintf("%s-%d", kind, i)}}) {
				return
			}
		}
	}
}

func TestRunKeepsOrderAndLosesNothing(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 2, 16} {
		next := 0
		err := made().Run(t.Context(), t.Context(), pages(200), workers, func(r pipeline.Result) error {
			var want error
			switch next % 10 {
			case 3:
				want = extract.ErrNoArticle
			case 7:
				want = pipeline.ErrPanic
			}
			if !strings.HasSuffix(r.Page.ID, fmt.Sprintf("-%d", next)) || !errors.Is(r.Err, want) {
				t.Errorf("%d workers: result %d = %s, %v", workers, next, r.Page.ID, r.Err)
			}
			next++
			return nil
		})
		if err != nil || next != 200 {
			t.Errorf("%d workers: %d results, %v", workers, next, err)
		}
	}
}

func TestRunStops(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	if err := made().Run(t.Context(), t.Context(), pages(1000), 4, func(pipeline.Result) error { return full }); !errors.Is(err, full) {
		t.Errorf("Run = %v, want %v", err, full)
	}
	drain, stop := context.WithCancel(t.Context())
	n := 0
	err := made().Run(t.Context(), drain, pages(1_000_000), 4, func(pipeline.Result) error {
		if n++; n == 50 {
			stop()
		}
		return nil
	})
	if err != nil || n < 50 || n > 200 {
		t.Errorf("drained after 50: %d results, %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := made().Run(ctx, ctx, pages(10), 4, func(pipeline.Result) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("Run after cancel = %v", err)
	}
}

// A reader that waits for a terminal or a pipe must not hold an interrupted run.
func TestRunDoesNotWaitForInput(t *testing.T) {
	t.Parallel()
	for _, quits := range []bool{false, true} {
		release := make(chan struct{})
		waiting := func(yield func(pipeline.Input) bool) {
			for in := range pages(3) {
				if !yield(in) {
					return
				}
			}
			<-release
		}
		ctx, cancel := context.WithCancel(t.Context())
		drain, stop := context.WithCancel(ctx)
		n, ended := 0, make(chan error, 1)
		go func() {
			ended <- made().Run(ctx, drain, waiting, 2, func(pipeline.Result) error {
				if n++; n == 3 {
					stop()
					if quits {
						cancel()
					}
				}
				return nil
			})
		}()
		select {
		case err := <-ended:
			if n != 3 || errors.Is(err, context.Canceled) != quits {
				t.Errorf("quits %v: %d results, %v", quits, n, err)
			}
		case <-time.After(20 * time.Second):
			t.Errorf("quits %v: still waiting for input", quits)
		}
		close(release)
		cancel()
		stop()
	}
}

// says is an engine of one claim.
type says news.Claim

func (s says) Draft(context.Context, news.Article, *arabic.Text, news.Facts) (news.Draft, error) {
	return news.Draft{Claims: []news.Claim{news.Claim(s)}}, nil
}

// TestUnprovenIsLogged: what a model invented stands in no brief, but in the log of
// whoever asks for it.
func TestUnprovenIsLogged(t *testing.T) {
	t.Parallel()
	const source = "افتتحت البلدية، أمس الأحد، جسرا جديدا فوق الوادي بكلفة مليوني دينار."
	const invented = "افتتحت البلدية جسرا جديدا بكلفة ثلاثة ملايين دينار."
	for level, want := range map[slog.Level]bool{slog.LevelInfo: false, slog.LevelDebug: true} {
		var log bytes.Buffer
		p := embedded()
		p.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: level}))
		p.Model = says{Text: invented, Quotes: []string{source}}
		b, err := p.Brief(t.Context(), news.Page{ID: "1", Form: news.Text, Title: "جسر جديد", Body: []byte(source)})
		if err != nil {
			t.Fatal(err)
		}
		if len(b.Bullets) != 0 || len(b.Dropped) != 1 || b.Dropped[0].Text != source {
			t.Errorf("%d bullets, dropped %+v", len(b.Bullets), b.Dropped)
		}
		if got := strings.Contains(log.String(), invented); got != want {
			t.Errorf("at level %s the log says %q", level, log.String())
		}
	}
}
