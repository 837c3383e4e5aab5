//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package cli

import "os"

// lock does nothing where files cannot be locked in the manner of flock.
func lock(*os.File) error { return nil }
