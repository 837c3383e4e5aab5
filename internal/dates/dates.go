// Package dates finds the expressions of a text that place something in time,
// and says what they mean.
//
// It works in two steps. Recognising is pure syntax: the words of time of a text
// are looked up once, and a rule reads the expression that a word begins, into a
// small tree. Resolving asks the tree what it means beside its anchors: the
// publication day, the dates named before it, the tense of its sentence. Rules
// bear letters and numbers (C1, D3, K5); the file that holds them lists them.
//
// Values are EDTF (ISO 8601-2). Hijri dates follow the Umm al-Qura calendar and
// are given as Gregorian days.
//
// A doubt says why a reading is uncertain: "weekday", the weekday that is named
// is not that day's; "day", the month has no such day; "hour", no word says
// which half of the day; "calendar", two calendars contradict each other.
package dates
