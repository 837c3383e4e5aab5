package cli

import (
	"context"

	"mujaz/internal/pipeline"
	"mujaz/internal/source"
	"mujaz/internal/summarize"
)

// pipeline builds the pipeline from the settings.
func (a *app) pipeline(_ context.Context) (*pipeline.Pipeline, error) {
	s := a.settings
	return &pipeline.Pipeline{
		Program: Version(),
		Now:     a.Now,
		Options: summarize.Options{
			Bullets: s.Bullets, Words: s.Words, WordsPerBullet: s.MaxWordsPerBullet, Headline: s.Headline,
		},
		Log: a.log,
	}, nil
}

func (a *app) reader() source.Reader {
	return source.Reader{Stdin: a.Stdin, MaxBytes: a.settings.MaxBytes}
}
