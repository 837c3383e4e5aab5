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
var modelGz []byte

// Default returns the tagger whose weights are part of the program. It is read
// once, at the first call.
var Default = sync.OnceValue(func() *Tagger {
	z, err := gzip.NewReader(bytes.NewReader(modelGz))
	if err != nil {
		panic(fmt.Sprintf("tagger: embedded weights: %v", err))
	}
	m, err := ReadModel(z)
	if err != nil {
		panic(fmt.Sprintf("tagger: embedded weights: %v", err))
	}
	return New(m)
})

// Feature is a hashed feature with its weight for each label.
type Feature struct {
	Key     uint32
	Weights [Labels]int8
}

// Model is what training makes: a lexicon, and the weights of a linear chain
// over Labels.
type Model struct {
	Lexicon
	Features    []Feature
	Transitions [Labels][Labels]int16 // [from][to], in the unit of the weights
}

const format = "mujaz/tagger/2\n"

// The form of a model: the format line, the transitions, then the tables, each
// sorted by key: its length, the differences of its keys, and its columns one
// after another, which compresses well.

// Write writes m, whose tables are sorted by key, in the form that ReadModel reads.
func (m *Model) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	e := encoder{w: b}
	e.bytes([]byte(format))
	for _, row := range m.Transitions {
		for _, x := range row {
			e.number(uint64(uint16(x)))
		}
	}
	e.keys(len(m.Words), func(i int) uint32 { return m.Words[i].Word })
	e.column(len(m.Words), func(i int) uint64 { return uint64(m.Words[i].Count) })
	for l := range Levels {
		e.column(len(m.Words), func(i int) uint64 { return uint64(m.Words[i].Clusters[l]) })
	}
	e.keys(len(m.Usual), func(i int) uint32 { return m.Usual[i].Word })
	e.column(len(m.Usual), func(i int) uint64 { return uint64(m.Usual[i].Level) })
	e.keys(len(m.Names), func(i int) uint32 { return m.Names[i].Word })
	e.column(len(m.Names), func(i int) uint64 { return uint64(m.Names[i].Use) })
	e.keys(len(m.Nodes), func(i int) uint32 { return m.Nodes[i].Key })
	e.column(len(m.Nodes), func(i int) uint64 { return uint64(m.Nodes[i].Bits) })
	e.keys(len(m.Features), func(i int) uint32 { return m.Features[i].Key })
	for l := range Labels {
		for i := range m.Features {
			e.bytes([]byte{byte(m.Features[i].Weights[l])})
		}
	}
	if e.err == nil {
		e.err = b.Flush()
	}
	if e.err != nil {
		return fmt.Errorf("tagger: write model: %w", e.err)
	}
	return nil
}

// ReadModel reads a model that Write wrote.
func ReadModel(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("tagger: read model: %w", err)
	}
	if !bytes.HasPrefix(data, []byte(format)) {
		return nil, fmt.Errorf("tagger: read model: not in format %q", format)
	}
	d := decoder{data: data[len(format):]}
	m := new(Model)
	for i := range m.Transitions {
		for j := range m.Transitions[i] {
			m.Transitions[i][j] = int16(uint16(d.number()))
		}
	}
	m.Words = keyed(&d, func(x *Entry, k uint32) { x.Word = k })
	column(&d, m.Words, func(x *Entry, v uint64) { x.Count = uint16(v) })
	for l := range Levels {
		column(&d, m.Words, func(x *Entry, v uint64) { x.Clusters[l] = uint16(v) })
	}
	m.Usual = keyed(&d, func(x *Usual, k uint32) { x.Word = k })
	column(&d, m.Usual, func(x *Usual, v uint64) { x.Level = uint8(v) })
	m.Names = keyed(&d, func(x *NameUse, k uint32) { x.Word = k })
	column(&d, m.Names, func(x *NameUse, v uint64) { x.Use = uint8(v) })
	m.Nodes = keyed(&d, func(x *Node, k uint32) { x.Key = k })
	column(&d, m.Nodes, func(x *Node, v uint64) { x.Bits = uint16(v) })
	m.Features = keyed(&d, func(x *Feature, k uint32) { x.Key = k })
	for l := range Labels {
		for i, b := range d.bytes(len(m.Features)) {
			m.Features[i].Weights[l] = int8(b)
		}
	}
	if d.short {
		return nil, fmt.Errorf("tagger: read model: %w", io.ErrUnexpectedEOF)
	}
	return m, nil
}

// encoder writes the parts of a model; the first error stays.
type encoder struct {
	w   *bufio.Writer
	err error
}

func (e *encoder) bytes(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

func (e *encoder) number(x uint64) {
	var b [binary.MaxVarintLen64]byte
	e.bytes(b[:binary.PutUvarint(b[:], x)])
}

func (e *encoder) keys(n int, key func(i int) uint32) {
	e.number(uint64(n))
	last := uint32(0)
	for i := range n {
		e.number(uint64(key(i) - last))
		last = key(i)
	}
}

func (e *encoder) column(n int, value func(i int) uint64) {
	for i := range n {
		e.number(value(i))
	}
}

// decoder reads the parts of a model; short says that they ended too early.
type decoder struct {
	data  []byte
	short bool
}

func (d *decoder) number() uint64 {
	x, n := binary.Uvarint(d.data)
	if n <= 0 {
		d.short, d.data = true, nil
		return 0
	}
	d.data = d.data[n:]
	return x
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.data) {
		d.short, d.data = true, nil
		return nil
	}
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

// keyed reads the keys of a table.
func keyed[T any](d *decoder, set func(*T, uint32)) []T {
	n := d.number()
	if n > uint64(len(d.data)) {
		d.short = true
		return nil
	}
	list := make([]T, n)
	last := uint32(0)
	for i := range list {
		last += uint32(d.number())
		set(&list[i], last)
	}
	return list
}

// column reads one column of a table.
func column[T any](d *decoder, list []T, set func(*T, uint64)) {
	for i := range list {
		set(&list[i], d.number())
	}
}
