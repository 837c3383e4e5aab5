package style_test

import (
	"testing"

	"mujaz/internal/summarize/style"
	"mujaz/internal/testkit"
)

// TestTable renames every name of a month to each column that a style has.
func TestTable(t *testing.T) {
	t.Parallel()
	testkit.Header(t, "months.tsv", "# columns:", "# source:", "licence:")
	rows := testkit.Table(t, "months.tsv", 5, nil)
	if len(rows) != 12 {
		t.Fatalf("months.tsv has %d months, want 12", len(rows))
	}
	for n, row := range rows {
		for column, to := range []style.Months{style.MonthsEgypt, style.MonthsLevant, style.MonthsMaghreb} {
			if got := to.Name(n + 1); got != row[column] {
				t.Errorf("%s: Name(%d) = %q, want %q", to, n+1, got, row[column])
			}
			for _, name := range row {
				if name == "-" {
					continue
				}
				if got := to.Rename("في " + name + " 2031"); got != "في "+row[column]+" 2031" {
					t.Errorf("%s: Rename of %q = %q, want %q", to, name, got, row[column])
				}
				if !style.NamesMonth(name) {
					t.Errorf("NamesMonth(%q) = false", name)
				}
			}
		}
	}
}

func TestApply(t *testing.T) {
	t.Parallel()
	tests := []struct {
		style      style.Style
		text, want string
	}{
		{style.Style{}, "5% و٥ في المئة", "5% و٥ في المئة"},
		{style.Style{Percent: style.PercentSign}, "5 بالمئة و«6 بالمئة»", "5% و«6 بالمئة»"},
		{style.Style{Percent: style.PercentWord}, "5 % و7%", "5 بالمئة و7 بالمئة"},
		{style.Style{Numerals: style.ArabicIndic}, "1,250.5 في G20", "١٬٢٥٠٫٥ في G20"},
		{style.Style{Numerals: style.Western}, "١٬٢٥٠٫٥ و\"٦", "1,250.5 و\"٦"},
	}
	for _, tt := range tests {
		if got := tt.style.Apply(tt.text); got != tt.want {
			t.Errorf("%+v.Apply(%q) = %q, want %q", tt.style, tt.text, got, tt.want)
		}
	}
}
