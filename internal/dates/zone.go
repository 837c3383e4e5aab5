package dates

import (
	_ "embed"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the zones of data/zones.tsv wherever the program runs

	"mujaz/internal/arabic"
	"mujaz/internal/table"
)

//go:embed data/zones.tsv
var zonesTSV string

// zones returns the zones by the folded names of the table.
var zones = sync.OnceValue(func() map[string]*time.Location {
	list := map[string]*time.Location{}
	for _, row := range table.Rows("dates/data/zones.tsv", zonesTSV, 2) {
		z, err := time.LoadLocation(row[1])
		if err != nil {
			panic("dates/data/zones.tsv: " + err.Error())
		}
		list[arabic.Key(row[0])] = z
	}
	return list
})

// zoneAfter reads a zone at token i (K6), perhaps in brackets. «Local time» is
// read and leaves the zone unknown.
func (p *parser) zoneAfter(i int) (z *time.Location, next int) {
	j := i
	open := p.mark(j, "(")
	if open {
		j++
	}
	stamped := p.at(j).class == stampWord
	if stamped {
		j++
	}
	z, k := p.zoneName(j, stamped)
	if k == j {
		return nil, i
	}
	if open {
		if !p.mark(k, ")") {
			return nil, i
		}
		k++
	}
	return z, k
}

// zoneName reads the name of a zone of up to four tokens; a short one («GMT»)
// needs no "time" before it.
func (p *parser) zoneName(i int, stamped bool) (z *time.Location, next int) {
	if stamped && (p.word(i) == "\u0627\u0644\u0645\u062D\u0644\u064A" || p.word(i) == "\u0645\u062D\u0644\u064A") { // local
		return nil, i + 1
	}
	list := zones()
	for n := 4; n >= 1; n-- {
		if i+n > len(p.t.Tokens) || p.word(i+n-1) == "" {
			continue
		}
		name := p.spelled(i, n)
		if found, ok := list[name]; ok && (stamped || len(name) <= 5 || found == list["gmt"]) {
			return found, i + n
		}
	}
	return nil, i
}

// spelled returns n tokens from token i, folded, with one space where any is.
func (p *parser) spelled(i, n int) string {
	if n == 1 {
		return p.word(i)
	}
	var b strings.Builder
	for k := i; k < i+n; k++ {
		if k > i && !p.t.Touch(k-1) {
			b.WriteByte(' ')
		}
		b.WriteString(p.word(k))
	}
	return b.String()
}
