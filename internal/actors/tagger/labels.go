package tagger

// Kind is the kind of a name.
type Kind uint8

// The kinds of names. Misc is learned so that events and products are not
// taken for actors.
const (
	Person Kind = iota
	Location
	Organization
	Misc
	kinds
)

// Label is the place of a token in a name: outside, or first, inside, last or
// only token of a name of some kind.
type Label uint8

// Outside is the label of a token that is in no name.
const Outside Label = 0

// Labels is the number of labels.
const Labels = 1 + 4*int(kinds)

// The positions of a token in a name.
const (
	first = iota
	inside
	last
	only
)

// Of returns the label of token i of n of a name of kind k.
func Of(k Kind, i, n int) Label {
	p := inside
	switch {
	case n == 1:
		p = only
	case i == 0:
		p = first
	case i == n-1:
		p = last
	}
	return Label(1 + 4*int(k) + p)
}

// split returns the kind and position of a label other than Outside.
func (l Label) split() (Kind, int) { return Kind((l - 1) / 4), int(l-1) % 4 }

// Follows reports whether label next may stand after label l.
func (l Label) Follows(next Label) bool {
	open := false
	var kind Kind
	if l != Outside {
		k, p := l.split()
		open, kind = p == first || p == inside, k
	}
	if next == Outside {
		return !open
	}
	k, p := next.split()
	if p == inside || p == last {
		return open && k == kind
	}
	return !open
}

// Opens reports whether a sentence may begin with l.
func (l Label) Opens() bool { return Outside.Follows(l) }

// Closes reports whether a sentence may end with l.
func (l Label) Closes() bool { return l.Follows(Outside) }

// Name is a found name: tokens First to Last-1 of the text.
type Name struct {
	Kind        Kind
	First, Last int
}

// Names returns the names that labels, of tokens from offset on, spell.
func Names(labels []Label, offset int) []Name {
	var list []Name
	start := 0
	for i, l := range labels {
		if l == Outside {
			continue
		}
		k, p := l.split()
		if p == first || p == only {
			start = i
		}
		if p == last || p == only {
			list = append(list, Name{Kind: k, First: offset + start, Last: offset + i + 1})
		}
	}
	return list
}

// Place returns the kind of the name that a token with label l is in, whether
// the name opens there, and whether there is one.
func (l Label) Place() (kind Kind, opens, ok bool) {
	if l == Outside {
		return 0, false, false
	}
	k, p := l.split()
	return k, p == first || p == only, true
}
