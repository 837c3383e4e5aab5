// Package dates finds the expressions of a text that place something in time,
// and says what they mean.
//
// It works in two steps. Recognising is pure syntax: the words of time of a text
// are looked up once, and a rule reads the expression that a word begins, into a
// small tree. Resolving asks the tree what it means beside its anchors: the
// publication day, the dates named before it, the tense of its sentence. Rules
// bear letters and numbers (C1, D3, K5); the file that holds them lists them.
//
// The steps, in the order of the data, and the files that hold them:
//
//	terms    what the tables say of each word, with the numbers before them
//	         (scan.go, lexicon.go, class.go, values.go)
//	rules    an expression from its first word (find.go), by what a parser of
//	         terms reads (parser.go):
//	         days      weekday.go, today.go, nthday.go, feast.go
//	         dates     monthdate.go, numeric.go
//	         times     clock.go, hour.go, zone.go
//	         years     year.go, years.go
//	         units     unit.go, counted.go, part.go, stretch.go
//	         lengths   duration.go, length.go, ago.go, age.go
//	         several   ranges.go, set.go
//	anchors  the day, the dates and the tense around it (context.go, tense.go)
//	meaning  of a day or month (when.go, anyday.go, lunar.go), a unit (units.go) or
//	         years (period.go), as a value and the days it covers (edtf.go, package
//	         calendar)
//	check    of days said in both calendars (crosscheck.go)
//
// Parse (parse.go) reads the date line of a page by the same rules.
//
// Values are EDTF (ISO 8601-2). Hijri dates follow the Umm al-Qura calendar and
// are given as Gregorian days.
//
// A doubt says why a reading is uncertain: "weekday", the weekday that is named
// is not that day's; "day", the month has no such day; "hour", no word says
// which half of the day; "calendar", two calendars contradict each other.
package dates
