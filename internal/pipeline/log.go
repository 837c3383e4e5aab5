package pipeline

import (
	"context"
	"log/slog"
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/verify"
)

func level(err error) slog.Level {
	if err != nil {
		return slog.LevelWarn
	}
	return slog.LevelInfo
}

// attrs says what became of an article. Never its text.
func attrs(r Result) []slog.Attr {
	if r.Err != nil {
		return []slog.Attr{slog.String("article", r.Page.ID), slog.String("place", r.Page.Place), slog.Any("error", r.Err)}
	}
	return []slog.Attr{
		slog.String("article", r.Brief.Article.ID), slog.Int("kept", len(r.Brief.Bullets)), slog.Int("dropped", len(r.Brief.Dropped)),
	}
}

// unproven returns the claims of d that are no bullets of its brief b.
func unproven(d news.Draft, b news.Brief) []news.Claim {
	shown := map[string]bool{}
	for _, x := range b.Bullets {
		shown[x.Text] = true
	}
	return slices.DeleteFunc(slices.Clone(d.Claims), func(c news.Claim) bool { return shown[c.Text] })
}

// tellUnproven logs what the model said and the article does not prove, and why:
// for whoever improves a prompt. A brief holds no word of it.
func (p *Pipeline) tellUnproven(ctx context.Context, t *arabic.Text, d news.Draft, b news.Brief) {
	if p.Log == nil || !p.Log.Enabled(ctx, slog.LevelDebug) {
		return
	}
	for _, c := range unproven(d, b) {
		_, faults := verify.Check(b.Article, t, b.Facts, c)
		for _, f := range faults {
			p.Log.DebugContext(ctx, "not proven", slog.String("article", b.Article.ID), slog.String("claim", c.Text),
				slog.String("reason", string(f.Reason)), slog.String("words", f.Text))
		}
	}
}
