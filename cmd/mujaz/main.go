// Command mujaz summarizes Arabic news articles and extracts their facts, every
// item tied to the words that prove it.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"

	"mujaz/internal/cli"
)

func main() { os.Exit(run()) }

func run() int {
	interrupts := make(chan os.Signal, 2)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	return cli.Main(context.Background(), cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(),
		Interrupts: interrupts, Now: time.Now,
		StdinIsTTY:  term.IsTerminal(int(os.Stdin.Fd())),
		StderrIsTTY: term.IsTerminal(int(os.Stderr.Fd())),
	})
}
