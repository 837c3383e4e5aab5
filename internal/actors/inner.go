package actors

import (
	"strings"

	"mujaz/internal/actors/tagger"
	"mujaz/internal/news"
)

// inner takes in a name that the tagger found (B7).
func (b *body) inner(i int) int {
	m := &b.mentions[b.at[i]-1]
	if m.first != i {
		return 0
	}
	prefix := b.view.Stem(i).Prefix
	if prefix != "" && (prefix != "\u0644" || !b.settled) || prefix == "" && m.Start > b.text.Tokens[i].Start {
		return 0
	}
	if m.kind == news.Person && b.class&tagger.Memorial != 0 && b.settled && b.definiteHead() && prefix == "" && b.nouns == 1 && (b.head == 0 || b.view.Class(b.head-1)&tagger.Office == 0) {
		b.settled, b.proper, b.closed = true, true, true // «المستشفى الجامعي فرحات حشاد»
		b.nouns++
		return m.last - m.first
	}
	if b.settled && prefix == "" && (m.kind == news.Person || b.nouns > 0 && m.kind == news.Organization) {
		return 0
	}
	if m.kind == news.Person && (b.definiteHead() || i > b.head+1 && (b.class&(tagger.Joint|tagger.Sole) == tagger.Sole || b.view.Class(i-1)&(tagger.Title|tagger.Body|tagger.Kin) == 0)) {
		return 0 // «رئيس جامعة زيمبابوي فلان»
	}
	if m.kind == news.Person && i == b.head+1 && servants[b.view.Stem(b.head).Norm] {
		return 0
	}
	b.settled, b.proper, b.place = true, true, b.place || m.kind == news.Location
	b.nouns++
	return m.last - m.first
}

// within takes in the particles that stand inside some names: "of such kind",
// an inquiry into something, a mission in some place.
func (b *body) within(i int) int {
	norm := b.text.Tokens[i].Norm
	switch norm {
	case "\u0630\u0627\u062A", "\u0630\u0648\u064A":
		if b.leads(i + 1) {
			b.settled = false
			return 1
		}
	case "\u0645\u0646": // «للوقاية من حوادث الطرقات»
		if b.lam && b.view.Stem(i-1).Prefix == "\u0644" && b.leads(i+1) {
			b.settled = false
			return 1
		}
	case "\u0639\u0646", "\u0639\u0644\u064A": // «للدفاع عن حقوق الإنسان»
		if (strings.HasSuffix(b.text.Tokens[i-1].Norm, defense) || strings.HasSuffix(b.text.Tokens[i-1].Norm, insurance)) && b.leads(i+1) {
			b.settled = false
			return 1
		}
	case "\u0641\u064A":
		if i+1 >= len(b.text.Tokens) {
			return 0
		}
		if m := b.at[i+1]; m != 0 && b.mentions[m-1].kind == news.Location && posts[b.view.Stem(b.head).Norm] {
			return 1 + b.mentions[m-1].last - b.mentions[m-1].first
		}
		if inquiries[b.text.Tokens[i-1].Norm] && b.leads(i+1) {
			b.settled = false
			return 1
		}
	}
	return 0
}

func (b *body) quoted(i int) int {
	if i != b.head+1 && (b.class&tagger.Memorial == 0 || !b.settled || b.nouns != 1) || b.class&tagger.Area != 0 {
		return 0
	}
	first, last, ok := b.quotation(i)
	if !ok {
		return 0
	}
	b.settled, b.proper = true, true
	b.nouns += last - first
	return last + 1 - i
}
