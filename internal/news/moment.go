package news

import (
	"fmt"
	"strings"
	"time"
)

// Moment is a point in time as a publisher states it: a day with or without a
// clock time. The zero Moment means that nothing is known.
type Moment struct {
	Time    time.Time
	DayOnly bool
}

// NoZone is the location of times whose publisher does not say their zone. They
// are ordered as if they were UTC, and written without an offset.
var NoZone = time.FixedZone("unstated", 0)

// IsZero reports whether nothing is known.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// String returns m in ISO 8601: "2025-04-10", "2025-04-10T14:05:00+01:00", or
// "2025-04-10T14:05:00" when the zone is not stated, and "" for the zero Moment.
func (m Moment) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.DayOnly:
		return m.Time.Format(time.DateOnly)
	case m.Time.Location() == NoZone:
		return m.Time.Format("2006-01-02T15:04:05")
	}
	return m.Time.Format(time.RFC3339)
}

// The ISO 8601 forms that feeds and archives use, with an offset and without.
var (
	zoned = []string{
		time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700",
	}
	zoneless = []string{
		"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04",
	}
)

// ParseMoment reads an ISO 8601 date or date-time. A time without an offset is
// in NoZone. It never fills in a missing month or day: "2025" is an error.
func ParseMoment(s string) (Moment, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Moment{Time: t, DayOnly: true}, nil
	}
	for _, l := range zoned {
		if t, err := time.Parse(l, s); err == nil {
			return Moment{Time: t}, nil
		}
	}
	for _, l := range zoneless {
		if t, err := time.ParseInLocation(l, s, NoZone); err == nil {
			return Moment{Time: t}, nil
		}
	}
	return Moment{}, fmt.Errorf("news: %q is not an ISO 8601 date", s)
}
