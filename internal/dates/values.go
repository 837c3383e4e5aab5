package dates

// unit is a unit of time, shortest first.
type unit int8

const (
	second unit = iota + 1
	minute
	hour
	oneDay
	week
	oneMonth
	year
	schoolYear // a season of sport or study: two years
	decade
	century
)

// part is a part of the day.
type part int8

const (
	dawn part = iota + 1
	morning
	noon
	afternoon
	evening
	night
	midnight
)

// move says which unit is meant, seen from the anchor.
type move int8

const (
	unmoved    move = iota
	last            // the one before the publication day's
	this            // that of the publication day
	next            // the one after
	same            // that of the date named before in the text
	after           // the one after that
	before          // the one before that
	lastButOne      // two before the publication day's
	nextButOne      // two after
)

// offset returns the number of units from the anchor.
func (m move) offset() int {
	switch m {
	case last, before:
		return -1
	case next, after:
		return 1
	case lastButOne:
		return -2
	case nextButOne:
		return 2
	case unmoved, this, same:
	}
	return 0
}

// inText reports whether the anchor is a date of the text.
func (m move) inText() bool { return m == same || m == after || m == before }

// edge is a place in a unit. It does not change the value: "the beginning of
// next year" is next year (ANNOTATION: the containing year or month).
type edge int8

const (
	start edge = iota + 1
	mid
	end
	firstDay // of a month: its first day
)

// era tells which years a number counts.
type era int8

const (
	noEra era = iota
	gregorianEra
	hijriEra
	beforeEra // before Christ
)
