// Package eval scores briefs against gold annotations and against the
// publisher's own summary.
package eval
