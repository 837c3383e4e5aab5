package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
)

// example is an annotated sentence as an article of its own.
type example struct {
	text   *arabic.Text
	gold   []tagger.Name  // in tokens of text
	labels []tagger.Label // of the tokens of text
}

// row is a line of an annotated corpus.
type row struct {
	Tokens []string `json:"tokens"`
	Tags   []string `json:"tags"`
}

// kindOf maps the tags of the corpora.
var kindOf = map[string]tagger.Kind{
	"PER": tagger.Person, "PERS": tagger.Person, "LOC": tagger.Location, "GPE": tagger.Location,
	"ORG": tagger.Organization, "MISC": tagger.Misc,
}

// examples reads a corpus of JSON lines.
func examples(path string) ([]example, error) {
	var list []example
	err := lines(path, func(line []byte) error {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		list = append(list, r.example())
		return nil
	})
	return list, err
}

func (r row) example() example {
	text := arabic.Read(strings.Join(r.Tokens, " "))
	e := example{text: text, labels: make([]tagger.Label, len(text.Tokens))}
	at := make([]int, len(r.Tokens)+1) // at[i]: the token of text where token i begins
	byteAt := 0
	for i, t := range r.Tokens {
		at[i] = text.At(byteAt)
		byteAt += len(t) + 1
	}
	at[len(r.Tokens)] = len(text.Tokens)
	for i := 0; i < len(r.Tags); {
		tag, ok := strings.CutPrefix(r.Tags[i], "B-")
		j := i + 1
		if !ok {
			i = j
			continue
		}
		for j < len(r.Tags) && r.Tags[j] == "I-"+tag {
			j++
		}
		kind, known := kindOf[tag]
		first, last := at[i], at[j]
		if known && first < last {
			e.gold = append(e.gold, tagger.Name{Kind: kind, First: first, Last: last})
			for k := first; k < last; k++ {
				e.labels[k] = tagger.Of(kind, k-first, last-first)
			}
		}
		i = j
	}
	return e
}

// raw reads the texts of news for clusters.
func raw(path string) ([]*arabic.Text, error) {
	var list []*arabic.Text
	err := lines(path, func(line []byte) error {
		var r struct{ Title, Text string }
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		list = append(list, arabic.Read(strings.ToValidUTF8(r.Title+"\n"+r.Text, "")))
		return nil
	})
	return list, err
}

// lines calls f with each line of a file, which may be compressed.
func lines(path string, f func([]byte) error) (err error) {
	file, err := os.Open(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	for n := 1; s.Scan(); n++ {
		if len(s.Bytes()) == 0 {
			continue
		}
		if err := f(s.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return s.Err()
}
