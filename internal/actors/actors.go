// Package actors finds the people, organizations and places of an article.
package actors

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Find returns the actors of t, the body of an article with the given title
// (which may be ""), most salient first.
func Find(t *arabic.Text, title string) []news.Actor {
	return nil
}
