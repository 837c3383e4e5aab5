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
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mujaz/internal/actors"
	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

type options struct {
	data, out, cv, words string
	more, without        string
	keepFolds            string
	folds                int
	errors               bool
	settings
}

func main() {
	var o options
	flag.StringVar(&o.data, "data", "../shared/data", "folder of the corpora")
	flag.StringVar(&o.out, "out", "", "file to write the weights to")
	flag.StringVar(&o.cv, "cv", "", "corpus to cross-validate on")
	flag.StringVar(&o.words, "words", "", "file that keeps the word clusters between runs")
	flag.StringVar(&o.more, "more", "", "more corpora to train on, parted by commas")
	flag.StringVar(&o.without, "without", "", "parts of the lexicon to do without: clusters, usual, names, nodes")
	flag.StringVar(&o.keepFolds, "keep-folds", "", "folder that keeps the models of the folds between runs")
	flag.IntVar(&o.folds, "folds", 5, "number of folds")
	flag.IntVar(&o.least, "least", 1, "occurrences that make a feature")
	flag.IntVar(&o.passes, "passes", 7, "passes over the sentences")
	flag.Float64Var(&o.rate, "rate", 0.06, "step of AdaGrad")
	flag.Float64Var(&o.decay, "decay", 2e-6, "L2 penalty")
	flag.Float64Var(&o.hidden, "hidden", 0.15, "share of tokens whose word is hidden")
	flag.Float64Var(&o.bias, "bias", 0.75, "taken off the score of Outside")
	flag.Float64Var(&o.drop, "drop", 0, "share of all features hidden")
	flag.BoolVar(&o.errors, "errors", false, "print what is missed and what is too much")
	flag.IntVar(&o.seeds, "seeds", 5, "models that are averaged")
	flag.IntVar(&o.keep, "keep", 220000, "number of features to keep")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil { //nolint:forbidigo // a program of its own
		fmt.Fprintln(os.Stderr, "train:", err) //nolint:forbidigo // a program of its own
		os.Exit(1)                             //nolint:forbidigo // a program of its own
	}
}

func run(o options, w io.Writer) error {
	lexicon, err := o.lexicon()
	if err != nil {
		return err
	}
	if o.cv != "" {
		return o.crossValidate(w, lexicon)
	}
	var list []example
	for _, name := range []string{"ner_anercorp_orig_train.jsonl"} {
		more, err := examples(filepath.Join(o.data, name))
		if err != nil {
			return err
		}
		list = append(list, more...)
	}
	m := fit(lexicon, list, o.settings)
	return writeModel(o.out, m)
}

func fit(l tagger.Lexicon, list []example, o settings) *tagger.Model {
	r := tagger.NewReader(&l)
	index, samples := prepare(&r, list, o.least)
	sum := newCRF(index, o, 0)
	for seed := range o.seeds {
		c := newCRF(index, o, uint64(seed)+1)
		c.train(samples)
		sum.add(c, 1/float32(o.seeds))
	}
	return sum.quantize(l)
}

func (o options) crossValidate(w io.Writer, lexicon tagger.Lexicon) error {
	list, err := examples(filepath.Join(o.data, o.cv))
	if err != nil {
		return err
	}
	var more []example
	for name := range strings.SplitSeq(o.more, ",") {
		if name == "" {
			continue
		}
		add, err := examples(filepath.Join(o.data, name))
		if err != nil {
			return err
		}
		more = append(more, add...)
	}
	tallies, found, errs := make([]tally, o.folds), make([]tally, o.folds), make([]error, o.folds)
	parallel(o.folds, func(k int) {
		from, to := k*len(list)/o.folds, (k+1)*len(list)/o.folds
		var rest []example
		rest = append(append(append(rest, list[:from]...), list[to:]...), more...)
		g, err := o.fold(k, lexicon, rest)
		if err != nil {
			errs[k] = err
			return
		}
		for _, e := range list[from:to] {
			names, _ := g.Names(e.text)
			tallies[k].add(e, names)
			found[k].add(e, mentions(g, e.text))
			if o.errors {
				e.explain(w, names)
			}
		}
		fmt.Fprintf(w, "fold %d  %s\n", k, &tallies[k])
	})
	var all, whole tally
	for k := range tallies {
		all.merge(tallies[k])
		whole.merge(found[k])
	}
	fmt.Fprintf(w, "tagger  %s\n", &all)
	fmt.Fprintf(w, "Find    %s\n", &whole)
	return errors.Join(errs...)
}

// fold returns the tagger of fold k, fitted to list, from the folder that keeps
// them if it is there.
func (o options) fold(k int, l tagger.Lexicon, list []example) (*tagger.Tagger, error) {
	path := filepath.Join(o.keepFolds, fmt.Sprintf("fold%d.gz", k))
	if o.keepFolds != "" {
		if m, err := readModel(path); err == nil {
			return tagger.New(m), nil
		}
	}
	m := fit(l, list, o.settings)
	if o.keepFolds != "" {
		if err := writeModel(path, m); err != nil {
			return nil, err
		}
	}
	return tagger.New(m), nil
}

// mentions returns what actors.Find finds in a sentence, in tokens.
func mentions(g *tagger.Tagger, t *arabic.Text) []tagger.Name {
	kinds := map[news.ActorKind]tagger.Kind{
		news.Person: tagger.Person, news.Location: tagger.Location, news.Organization: tagger.Organization,
	}
	var list []tagger.Name
	for _, a := range actors.FindWith(g, t, "") {
		for _, m := range a.Mentions {
			list = append(list, tagger.Name{Kind: kinds[a.Kind], First: t.At(m.Start), Last: t.At(m.End-1) + 1})
		}
	}
	return list
}

// lexicon returns what is known of words, from the file that keeps it if there is one.
func (o options) lexicon() (l tagger.Lexicon, err error) {
	if l, err = lists(); err != nil {
		return l, err
	}
	defer func() { l = without(l, o.without) }()
	if o.words != "" {
		if m, err := readModel(o.words); err == nil {
			l.Words = m.Words
			return l, nil
		}
	}
	texts, err := raw(filepath.Join(o.data, "news_ant.jsonl.gz"))
	if err != nil {
		return l, err
	}
	l.Words = learnWords(texts, l)
	if o.words != "" {
		err = writeModel(o.words, &tagger.Model{Lexicon: tagger.Lexicon{Words: l.Words}})
	}
	return l, err
}

// without takes parts of a lexicon away, to see what they bring.
func without(l tagger.Lexicon, parts string) tagger.Lexicon {
	for part := range strings.SplitSeq(parts, ",") {
		switch part {
		case "clusters":
			for i := range l.Words {
				l.Words[i].Clusters = [tagger.Levels]uint16{}
			}
		case "usual":
			l.Usual = nil
		case "names":
			l.Names = nil
		case "nodes":
			l.Nodes = nil
		}
	}
	return l
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
