package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mujaz/internal/extract"
	"mujaz/internal/news"
)

// BenchmarkPages reads the pages of testdata, which are smaller than real ones.
func BenchmarkPages(b *testing.B) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil {
		b.Fatal(err)
	}
	var pages []news.Page
	size := 0
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		size += len(body)
		pages = append(pages, htmlPage(string(body)))
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, p := range pages {
			_, _ = extract.Article(p)
		}
	}
	b.ReportMetric(float64(b.N*len(pages))/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkLongPage reads a page with a menu of a thousand links.
func BenchmarkLongPage(b *testing.B) {
	page := htmlPage("<body><ul>" + strings.Repeat("<li class=menu-item><a href=/x>قسم من أقسام الموقع</a></li>", 1000) +
		"</ul><div class=entry-content><h1>جسر جديد في وادي النخيل</h1>" + strings.Repeat("<p>"+lead+"</p>", 20) + "</div>")
	b.SetBytes(int64(len(page.Body)))
	for b.Loop() {
		if _, err := extract.Article(page); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlain(b *testing.B) {
	page := text("جسر جديد في وادي النخيل\n" + strings.Repeat(story+"\n", 12))
	b.SetBytes(int64(len(page.Body)))
	for b.Loop() {
		if _, err := extract.Article(page); err != nil {
			b.Fatal(err)
		}
	}
}
