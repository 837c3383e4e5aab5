package dates

// class is the part that a word plays in an expression of time.
type class uint8

const (
	none        class = iota
	numeralTerm       // digits or number words: value is the whole part; see scan.numberTerm
	month             // value 1-12
	hijriMonth        // value 1-12
	weekday           // value 0-6 from Sunday
	dayWord           // yesterday, tomorrow: value is days from today
	unitWord          // value is a unit, extra the grammatical number: 1, 2, 3 for several
	partWord          // part of the day: value is a part
	moveWord          // last, next: value is a move
	edgeWord          // beginning, middle, end: value is an edge
	seasonWord        // value is the EDTF season
	decadeWord        // value is the first year of the decade in its century
	eraWord           // value is an era
	adverbWord        // daily, yearly
	thisWord          // this
	sameWord          // the same, before its noun
	eachWord          // every
	fromWord          // of, from
	inWord            // in
	toWord            // to, until
	betweenWord       // between
	beforeWord        // before, ago
	afterWord         // after, in
	sinceWord         // since
	forWord           // for the length of
	datedWord         // dated, corresponding to
	stampWord         // in the time of (a zone)
	boundWord         // more than, about
	leastWord         // at least, after the number
	halfWord
	quarterWord
	thirdWord
	wholeWord     // whole, consecutive
	allWord       // throughout
	exceptWord    // to (the hour)
	dayKindWord   // an adjective of a festive or working day
	prayerWord    // a word before a weekday that names a prayer or a market
	nameWord      // a word before "al-yawm" in the name of a newspaper
	earlyWord     // early, of the morning
	ageWord       // a word of age, before or after a number of years
	countWord     // a noun that is often counted
	feastWord     // value is month and day, extra the calendar
	yearNounWord  // a noun that a year follows: born in, budget, elections
	dayNameWord   // a noun that a day and a month name: street, party, square
	numberingWord // a word of numbering: number, article, law
	yearKindWord  // school, fiscal: an adjective of a year
)

// classNames are the names of the classes in the table of words.
var classNames = map[string]class{
	"weekday": weekday, "day": dayWord, "unit": unitWord, "part": partWord, "move": moveWord, "edge": edgeWord,
	"season": seasonWord, "decade": decadeWord, "era": eraWord, "adverb": adverbWord, "this": thisWord, "same": sameWord,
	"each": eachWord, "from": fromWord, "in": inWord, "to": toWord, "between": betweenWord, "before": beforeWord,
	"after": afterWord, "since": sinceWord, "for": forWord, "dated": datedWord, "stamp": stampWord, "early": earlyWord,
	"bound": boundWord, "least": leastWord, "half": halfWord, "quarter": quarterWord, "third": thirdWord,
	"whole": wholeWord, "all": allWord, "except": exceptWord, "yearkind": yearKindWord, "age": ageWord, "dayname": dayNameWord, "numbering": numberingWord, "yearnoun": yearNounWord, "feast": feastWord, "count": countWord, "daykind": dayKindWord, "name": nameWord, "prayer": prayerWord,
}

// takesArticle says which classes hold nouns and adjectives.
func (c class) takesArticle() bool {
	switch c {
	case month, hijriMonth, weekday, dayWord, unitWord, partWord, moveWord, edgeWord, seasonWord, decadeWord, eraWord,
		halfWord, quarterWord, thirdWord, wholeWord, forWord, yearKindWord, dayKindWord, earlyWord, prayerWord:
		return true
	default:
		return false
	}
}
