// Command train counts in how many articles of an archive of news each word
// stem stands, and writes the table that summarize weighs words by. The
// archive is the Arabic News Tunisia corpus (Apache-2.0).
//
//	go run ./internal/summarize/train ARCHIVE.jsonl.gz internal/summarize/data
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mujaz/internal/arabic"
	"mujaz/internal/summarize"
)

// minArticles is in how many articles a stem must stand to be listed.
const minArticles = 8

const head = `# In how many of %[1]d news articles a word stem stands. Stems are made by summarize.Stem.
# columns: stem, articles
# source: counted by internal/summarize/train in Arabic News Tunisia, 10,121 articles of Jawhara FM; licence: Apache-2.0
`

func main() {
	if err := run(os.Args[1:]); err != nil { //nolint:forbidigo // a program of its own
		fmt.Fprintln(os.Stderr, "train:", err) //nolint:forbidigo // a program of its own
		os.Exit(1)                             //nolint:forbidigo // a program of its own
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("want ARCHIVE.jsonl.gz and the folder of the tables")
	}
	c, err := count(args[0])
	if err != nil {
		return err
	}
	return c.write(filepath.Join(args[1], "stems.tsv"))
}

// counts says in how many articles each stem stands.
type counts struct {
	articles int
	stems    map[string]int
}

func count(path string) (*counts, error) {
	f, err := os.Open(path) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	c := &counts{stems: map[string]int{}}
	d := json.NewDecoder(bufio.NewReader(z))
	for {
		var a struct{ Title, Text string }
		if err := d.Decode(&a); errors.Is(err, io.EOF) {
			return c, nil
		} else if err != nil {
			return nil, err
		}
		c.add(a.Title + "\n" + a.Text)
	}
}

func (c *counts) add(text string) {
	c.articles++
	stems := map[string]bool{}
	for _, t := range arabic.Read(text).Tokens {
		if t.Kind == arabic.Word {
			stems[summarize.Stem(t.Norm)] = true
		}
	}
	for s := range stems {
		c.stems[s]++
	}
}

// write lists the stems that enough articles hold.
func (c *counts) write(path string) error {
	var keys []string
	for k, n := range c.stems {
		if n >= minArticles {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	var b strings.Builder
	fmt.Fprintf(&b, head, c.articles)
	for _, k := range keys {
		fmt.Fprintf(&b, "%s\t%d\n", k, c.stems[k])
	}
	return os.WriteFile(path, []byte(b.String()), 0o600) //nolint:gosec // the user names the file
}
