package pipeline

import "log/slog"

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
