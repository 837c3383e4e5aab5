// Package dates finds the expressions of a text that place something in time.
package dates

import (
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Find returns the dates of t in order, relative ones resolved against published.
func Find(t *arabic.Text, published news.Moment) []news.Date {
	return nil
}

// Parse reads s, a date line of a page («الأربعاء، 07 أكتوبر 2020 - 12:09 م»), as
// one moment. It reports false rather than guess a missing day, month or year.
func Parse(s string) (news.Moment, bool) {
	return news.Moment{}, false
}
