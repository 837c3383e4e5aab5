package table_test

import (
	"testing"

	"pgregory.net/rapid"

	"mujaz/internal/table"
)

// TestIndex compares an index with the map it is made of.
func TestIndex(t *testing.T) {
	t.Parallel()
	words := rapid.StringOf(rapid.RuneFrom([]rune("ابكلموي a")))
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.MapOf(words, rapid.IntRange(1, 9)).Draw(t, "words")
		x := table.NewIndex(m)
		for _, w := range append(rapid.SliceOf(words).Draw(t, "others"), "") {
			m[w+w] += 0 // no word, with 0
		}
		for w, want := range m {
			got, ok := x.Find(w)
			if got != want || ok != (want != 0) || x.Of(w) != want || x.Has(w) != ok {
				t.Fatalf("Find(%q) = %d, %t, want %d", w, got, ok, want)
			}
		}
	})
	var none table.Index[bool]
	if none.Has("") || none.Of("من") {
		t.Error("the zero index has a word")
	}
}

// TestIndexAlike finds words that differ only in what is not hashed.
func TestIndexAlike(t *testing.T) {
	t.Parallel()
	m := map[string]rune{}
	for _, r := range "ابتثجحخد" {
		m["المستخدمون"+string(r)+"والمستخدمون"] = r
	}
	x := table.NewIndex(m)
	for w, want := range m {
		if got := x.Of(w); got != want {
			t.Errorf("Of(%q) = %c, want %c", w, got, want)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	m := map[string]int{}
	for _, a := range []string{"", "و", "ال", "ب", "وال", "س", "ل", "ف"} {
		for _, w := range []string{"قال", "ذكر", "شهر", "يوم", "مليون", "عام", "مدينة", "أكد", "جديد", "رئيس", "وزير"} {
			m[a+w] = len(m)
		}
	}
	text := []string{"من", "الحكومة", "التونسية", "قال", "المستخدمون", "في", "2015", "والذين", "يوم", "إلى", "كانت", "بالمدينة"}
	b.Run("index", func(b *testing.B) {
		x, n := table.NewIndex(m), 0
		for b.Loop() {
			for _, w := range text {
				n += x.Of(w)
			}
		}
	})
	b.Run("map", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, w := range text {
				n += m[w]
			}
		}
	})
}
