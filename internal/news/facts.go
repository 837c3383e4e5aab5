package news

import "github.com/govalues/decimal"

// Facts are what the article says, each tied to the words that say it. Items
// of one kind are ordered by where they begin and do not overlap, except
// quotes, which may nest, and actors, which are ordered by salience.
type Facts struct {
	Actors  []Actor
	Dates   []Date
	Figures []Figure
	Quotes  []Quote
}

// ActorKind is what an actor is.
type ActorKind string

// The kinds of actors.
const (
	Person       ActorKind = "person"
	Organization ActorKind = "organization"
	Location     ActorKind = "location"
)

// Actor is one person, organization or place of the article, listed once.
type Actor struct {
	Name     string // the longest clear form the article writes, without titles and clitics
	Kind     ActorKind
	Role     string // the title or office the article gives, or ""
	RoleAt   Span   // where Role stands; empty when Role is ""
	Aliases  []string
	Salience float64 // 0 to 1; the actors an editor would list first are near 1
	Mentions []Span  // every mention, in order, clitics left out
}

// DateKind is the kind of a temporal expression.
type DateKind string

// The kinds of dates. A Day is one calendar unit (day, week, month, season,
// year), a Period an interval; a Clock has an hour; a Set repeats.
const (
	Day      DateKind = "date"
	Clock    DateKind = "time"
	Period   DateKind = "period"
	Duration DateKind = "duration"
	Set      DateKind = "set"
)

// Calendar is the calendar that an expression is written in.
type Calendar string

// The calendars. Values are Gregorian whichever the article used.
const (
	Gregorian Calendar = "gregorian"
	Hijri     Calendar = "hijri"
)

// Date is an expression that places something in time.
type Date struct {
	Span
	Value    string // EDTF (ISO 8601-2) or ISO 8601 duration; "" when it cannot be resolved
	Kind     DateKind
	From, To string // first and last day, "2025-04-10"; "" for durations, sets and the unresolved
	Calendar Calendar
	Relative bool   // resolved against the publication day or another date of the text
	Doubt    string // why the reading is uncertain ("weekday": the weekday named is not that day's), or ""
}

// Bound says how a figure limits the quantity.
type Bound string

// The bounds.
const (
	Exact    Bound = "exact"
	About    Bound = "about"
	MoreThan Bound = "more_than"
	LessThan Bound = "less_than"
	AtLeast  Bound = "at_least"
	AtMost   Bound = "at_most"
	Between  Bound = "between"
)

// FigureKind is what a figure measures.
type FigureKind string

// The kinds of figures.
const (
	Count   FigureKind = "count"
	Money   FigureKind = "money"
	Percent FigureKind = "percent"
	Measure FigureKind = "measure"
	Score   FigureKind = "score"
	Ordinal FigureKind = "ordinal"
)

// Figure is a quantity of the article. Value is in full (1900000, not 1.9) and
// not valid for scores and ranges; Min and Max are valid for Between only.
type Figure struct {
	Span
	Value, Min, Max decimal.NullDecimal
	Bound           Bound
	Kind            FigureKind
	Unit            string // the counted noun or unit as written, or ""
	UnitCode        string // ISO 4217, "%", UCUM, or ""
}

// QuoteKind tells quotation from report.
type QuoteKind string

// The kinds of quotes.
const (
	Direct   QuoteKind = "direct"
	Reported QuoteKind = "reported"
)

// Quote is what somebody is said to have said. The span holds the words alone,
// without quotation marks.
type Quote struct {
	Span
	Speaker string // an actor's name, or the noun the article uses, or ""
	Kind    QuoteKind
}
