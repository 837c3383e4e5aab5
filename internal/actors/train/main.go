// Program train learns the weights of the tagger.
//
//	go run ./internal/actors/train -data ../shared/data -out internal/actors/tagger/data/model.bin.gz
//	go run ./internal/actors/train -data ../shared/data -cv ner_anercorp_orig_train.jsonl
//
// The first form learns word clusters from raw news and fits the tagger to all
// annotated sentences that may be used. The second cross-validates it over the
// sentences of a corpus in their order and prints the scores of the folds. Both
// give the same result each time.
package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
)

type options struct {
	data, out, cv, words string
	folds, keep          int
}

func main() {
	var o options
	flag.StringVar(&o.data, "data", "../shared/data", "folder of the corpora")
	flag.StringVar(&o.out, "out", "", "file to write the weights to")
	flag.StringVar(&o.cv, "cv", "", "corpus to cross-validate on")
	flag.StringVar(&o.words, "words", "", "file that keeps the word clusters between runs")
	flag.IntVar(&o.folds, "folds", 5, "number of folds")
	flag.IntVar(&o.keep, "keep", 150000, "number of features to keep")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil { //nolint:forbidigo // a program of its own
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1) //nolint:forbidigo // a program of its own
	}
}

func run(o options, w io.Writer) error {
	words, err := o.entries()
	if err != nil {
		return err
	}
	if o.cv != "" {
		return o.crossValidate(w, words)
	}
	var list []example
	for _, name := range []string{"ner_anercorp_orig_train.jsonl"} {
		more, err := examples(filepath.Join(o.data, name))
		if err != nil {
			return err
		}
		list = append(list, more...)
	}
	m := fit(words, list, o.keep)
	return writeModel(o.out, m)
}

func fit(words []tagger.Entry, list []example, keep int) *tagger.Model {
	r := tagger.NewReader(words)
	index, samples := prepare(&r, list)
	c := newCRF(index, 1)
	c.train(samples, passes)
	return c.quantize(words, keep)
}

func (o options) crossValidate(w io.Writer, words []tagger.Entry) error {
	list, err := examples(filepath.Join(o.data, o.cv))
	if err != nil {
		return err
	}
	tallies := make([]tally, o.folds)
	parallel(o.folds, func(k int) {
		from, to := k*len(list)/o.folds, (k+1)*len(list)/o.folds
		var rest []example
		rest = append(append(rest, list[:from]...), list[to:]...)
		g := tagger.New(fit(words, rest, o.keep))
		for _, e := range list[from:to] {
			names, _ := g.Names(e.text)
			tallies[k].add(e, names)
		}
		fmt.Fprintf(w, "fold %d  %s\n", k, &tallies[k])
	})
	var all tally
	for _, t := range tallies {
		all.merge(t)
	}
	_, err = fmt.Fprintf(w, "all     %s\n", &all)
	return err
}

// entries returns the words, from the file that keeps them if there is one.
func (o options) entries() ([]tagger.Entry, error) {
	if o.words != "" {
		if m, err := readModel(o.words); err == nil {
			return m.Words, nil
		}
	}
	texts, err := raw(filepath.Join(o.data, "news_ant.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var more []*arabic.Text
	words := learnWords(append(texts, more...))
	if o.words != "" {
		err = writeModel(o.words, &tagger.Model{Words: words})
	}
	return words, err
}

func readModel(path string) (*tagger.Model, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return tagger.ReadModel(z)
}

func writeModel(path string, m *tagger.Model) (err error) {
	f, err := os.Create(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := m.Write(z); err != nil {
		return err
	}
	return z.Close()
}
