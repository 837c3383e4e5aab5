package tagger

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed" // the weights
	"encoding/binary"
	"fmt"
	"io"
	"sync"
)

//go:embed data/model.bin.gz
var weights []byte

// Default returns the tagger whose weights are part of the program. It is read
// once, at the first call.
var Default = sync.OnceValue(func() *Tagger {
	z, err := gzip.NewReader(bytes.NewReader(weights))
	if err != nil {
		panic(fmt.Sprintf("tagger: embedded weights: %v", err))
	}
	m, err := ReadModel(z)
	if err != nil {
		panic(fmt.Sprintf("tagger: embedded weights: %v", err))
	}
	return New(m)
})

// Levels is the number of granularities of word clusters.
const Levels = 4

// Entry is what raw text taught about a folded word.
type Entry struct {
	Word     uint32         // its hash
	Count    uint16         // 16 times the binary logarithm of its count
	Clusters [Levels]uint16 // from coarse to fine; 0 means none
}

// Feature is a hashed feature with its weight for each label.
type Feature struct {
	Key     uint32
	Weights [Labels]int8
}

// Model is what training makes: word clusters, and the weights of a linear
// chain over Labels.
type Model struct {
	Words       []Entry
	Features    []Feature
	Transitions [Labels][Labels]int16 // [from][to], in the unit of the weights
}

const format = "mujaz/tagger/1\n"

// Write writes m in the form that ReadModel reads.
func (m *Model) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	if _, err := b.WriteString(format); err != nil {
		return fmt.Errorf("tagger: write model: %w", err)
	}
	sizes := [2]uint32{uint32(len(m.Words)), uint32(len(m.Features))} //nolint:gosec // far below 2^32
	for _, v := range []any{sizes, m.Transitions, m.Words, m.Features} {
		if err := binary.Write(b, binary.LittleEndian, v); err != nil {
			return fmt.Errorf("tagger: write model: %w", err)
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("tagger: write model: %w", err)
	}
	return nil
}

// ReadModel reads a model that Write wrote.
func ReadModel(r io.Reader) (*Model, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	head := make([]byte, len(format))
	if _, err := io.ReadFull(b, head); err != nil {
		return nil, fmt.Errorf("tagger: read model: %w", err)
	}
	if string(head) != format {
		return nil, fmt.Errorf("tagger: read model: format %q, want %q", head, format)
	}
	var sizes [2]uint32
	m := new(Model)
	if err := binary.Read(b, binary.LittleEndian, &sizes); err != nil {
		return nil, fmt.Errorf("tagger: read model: %w", err)
	}
	m.Words, m.Features = make([]Entry, sizes[0]), make([]Feature, sizes[1])
	for _, v := range []any{&m.Transitions, m.Words, m.Features} {
		if err := binary.Read(b, binary.LittleEndian, v); err != nil {
			return nil, fmt.Errorf("tagger: read model: %w", err)
		}
	}
	return m, nil
}
