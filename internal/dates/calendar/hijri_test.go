package calendar_test

import (
	_ "embed"
	"fmt"
	"testing"

	"mujaz/internal/dates/calendar"
	"mujaz/internal/table"
)

//go:embed testdata/ummalqura.tsv
var conversions string

func TestHijriConversions(t *testing.T) {
	t.Parallel()
	rows := table.Rows("testdata/ummalqura.tsv", conversions, 2)
	if len(rows) != 200 {
		t.Fatalf("%d conversions, want 200", len(rows))
	}
	for _, row := range rows {
		var y, m, d int
		if _, err := fmt.Sscanf(row[1], "%d-%d-%d", &y, &m, &d); err != nil {
			t.Fatal(err)
		}
		got, ok := calendar.OfHijri(y, m, d)
		if !ok || got.String() != row[0] {
			t.Errorf("OfHijri(%s) = %v, %v, want %s", row[1], got, ok, row[0])
		}
		day, _ := calendar.Parse(row[0])
		if hy, hm, hd, ok := day.Hijri(); !ok || hy != y || hm != m || hd != d {
			t.Errorf("%s.Hijri() = %d-%d-%d, %v, want %s", row[0], hy, hm, hd, ok, row[1])
		}
	}
}

// TestHijriHistory holds the table to days that history books give in both
// calendars.
func TestHijriHistory(t *testing.T) {
	t.Parallel()
	tests := []struct {
		gregorian string
		y, m, d   int
		what      string
	}{
		{"1979-11-20", 1400, 1, 1, "the seizure of the Grand Mosque"},
		{"1973-10-06", 1393, 9, 10, "the crossing of the canal"},
		{"1953-11-09", 1373, 3, 2, "the death of Abdulaziz"},
		{"1990-08-02", 1411, 1, 11, "the invasion of Kuwait"},
		{"2005-08-01", 1426, 6, 26, "the death of Fahd"},
	}
	for _, tt := range tests {
		if got, ok := calendar.OfHijri(tt.y, tt.m, tt.d); !ok || got.String() != tt.gregorian {
			t.Errorf("%s: OfHijri(%d, %d, %d) = %v, want %s", tt.what, tt.y, tt.m, tt.d, got, tt.gregorian)
		}
	}
}

func TestHijriRoundTrip(t *testing.T) {
	t.Parallel()
	first, ok := calendar.OfHijri(1300, 1, 1)
	if !ok {
		t.Fatal("1300-01-01 is not in the table")
	}
	n, lastY, lastM, lastD := 0, 1299, 12, 30
	for d := first; ; d++ {
		y, m, day, ok := d.Hijri()
		if !ok {
			break
		}
		if back, ok := calendar.OfHijri(y, m, day); !ok || back != d {
			t.Fatalf("OfHijri of the Hijri date of %v = %v", d, back)
		}
		next := y == lastY && m == lastM && day == lastD+1 || day == 1 && lastD >= 28 && (m == lastM+1 || m == 1 && lastM == 12 && y == lastY+1)
		if !next {
			t.Fatalf("%d-%d-%d follows %d-%d-%d", y, m, day, lastY, lastM, lastD)
		}
		n, lastY, lastM, lastD = n+1, y, m, day
	}
	if lastY != 1500 || lastM != 12 || n < 201*354 {
		t.Errorf("the table ends at %d-%d-%d after %d days", lastY, lastM, lastD, n)
	}
	for _, bad := range [][3]int{{1299, 12, 1}, {1501, 1, 1}, {1446, 13, 1}, {1446, 9, 30}, {1446, 9, 0}, {1446, 0, 1}} {
		if got, ok := calendar.OfHijri(bad[0], bad[1], bad[2]); ok {
			t.Errorf("OfHijri(%v) = %v, want none", bad, got)
		}
	}
}
