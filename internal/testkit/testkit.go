// Package testkit holds what tests of several rooms share.
package testkit

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// Root returns the top folder of the repository.
func Root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}

// Golden compares got with the file testdata/name of the calling package, and
// rewrites the file instead when UPDATE_GOLDEN is set.
func Golden(t *testing.T, name string, got []byte) {
	t.Helper()
	GoldenFile(t, filepath.Join("testdata", filepath.FromSlash(name)), got)
}

// Shared returns the path of a file of the team's corpora, which lie in the
// folder that MUJAZ_SHARED names, or else in ../shared beside the repository.
// The test is skipped when the file is not there.
func Shared(tb testing.TB, name string) string {
	tb.Helper()
	root := os.Getenv("MUJAZ_SHARED")
	if root == "" {
		root = filepath.Join(Root(), "..", "shared")
	}
	path := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("corpus not here: %s (set MUJAZ_SHARED to run this test)", name)
	}
	return path
}
