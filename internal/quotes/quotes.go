// Package quotes finds who said what.
package quotes

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Find returns the quotes of t in order; speakers are resolved to actors, those
// that actors.Find found in t.
func Find(t *arabic.Text, actors []news.Actor) []news.Quote {
	return nil
}
