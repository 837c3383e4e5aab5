// Program train learns the weights of the tagger.
//
//	go run ./internal/actors/train -data ../shared/data -out internal/actors/tagger/data/model.bin.gz
//	go run ./internal/actors/train -data ../shared/data -cv ner_anercorp_orig_train.jsonl -against ner_cleananercorp_train.jsonl
//
// The first form learns word clusters from raw news and fits the tagger to all
// annotated sentences that may be used. The second cross-validates it over the
// sentences of a corpus in their order and prints the scores of the folds: of the
// tagger alone, of actors.Find on each sentence by itself, and of actors.Find on
// it as a part of an article; with -against, also by the labels of a corpus that
// nothing is learned from. Both forms give the same result each time.
package main

import (
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mujaz/internal/actors"
	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

type options struct {
	data, out, cv, words string
	without, against     string
	only                 string
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
	flag.StringVar(&o.against, "against", "", "corpus whose labels judge the held-out sentences that it has, too")
	flag.StringVar(&o.only, "only", "", "folds to try, parted by commas; all when empty")
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
	judges, err := o.judges()
	if err != nil {
		return err
	}
	own, other, errs := make([]report, o.folds), make([]report, o.folds), make([]error, o.folds)
	parallel(o.folds, func(k int) {
		if o.only != "" && !slices.Contains(strings.Split(o.only, ","), strconv.Itoa(k)) {
			return
		}
		from, to := k*len(list)/o.folds, (k+1)*len(list)/o.folds
		g, err := o.fold(k, lexicon, slices.Concat(list[:from], list[to:]))
		if err != nil {
			errs[k] = err
			return
		}
		for _, e := range list[from:to] {
			found := find(g, e.text)
			own[k].add(e, found)
			if j, ok := judges[e.text.Source]; ok {
				other[k].add(j, found)
			}
			if o.errors {
				e.explain(w, found[0])
			}
		}
		fmt.Fprintf(w, "fold %d   %s\n", k, &own[k][0])
	})
	for k := 1; k < o.folds; k++ {
		own[0].merge(&own[k])
		other[0].merge(&other[k])
	}
	own[0].print(w, o.cv)
	if o.against != "" {
		other[0].print(w, o.against)
	}
	return errors.Join(errs...)
}

// judges returns the examples of the corpus that judges, by their texts.
func (o options) judges() (map[string]example, error) {
	if o.against == "" {
		return nil, nil
	}
	list, err := examples(filepath.Join(o.data, o.against))
	if err != nil {
		return nil, err
	}
	byText := make(map[string]example, len(list))
	for _, e := range list {
		byText[e.text.Source] = e
	}
	return byText, nil
}

// find returns the names in t by each of the ways of a report.
func find(g *tagger.Tagger, t *arabic.Text) (found [ways][]tagger.Name) {
	found[0], _ = g.Names(t)
	found[1] = mentions(g, t, "")
	found[2] = mentions(g, t, "خبر")
	return found
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

// mentions returns what actors.Find finds in a text with a title, in tokens.
func mentions(g *tagger.Tagger, t *arabic.Text, title string) []tagger.Name {
	kinds := map[news.ActorKind]tagger.Kind{
		news.Person: tagger.Person, news.Location: tagger.Location, news.Organization: tagger.Organization,
	}
	var list []tagger.Name
	for _, a := range actors.FindWith(g, t, title) {
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
