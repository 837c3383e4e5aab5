package figures

// topic is what a text tells of, as far as figures are read by it.
type topic uint8

// The topics.
const (
	unknown topic = iota // not asked yet
	matches
	markets
	other
)

// topicWords is how many words of a topic a text of it has at least.
const topicWords = 3

// inSport reports whether the text tells of matches.
func (f *finder) inSport() bool { return f.topicOf() == matches }

// inMarket reports whether the text tells of an exchange.
func (f *finder) inMarket() bool { return f.topicOf() == markets }

// topicOf counts the words of each topic, once a text.
func (f *finder) topicOf() topic {
	if f.topic != unknown {
		return f.topic
	}
	sports, exchanges := 0, 0
	for i := range f.t.Tokens {
		switch r := f.role(i); {
		case r&sport != 0:
			sports++
		case r&market != 0:
			exchanges++
		}
	}
	switch {
	case sports >= topicWords && sports >= exchanges:
		f.topic = matches
	case exchanges >= topicWords:
		f.topic = markets
	default:
		f.topic = other
	}
	return f.topic
}
