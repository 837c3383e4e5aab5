package extract_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mujaz/internal/extract"
	"mujaz/internal/news"
	"mujaz/internal/testkit"
)

// golden is what the twin of a page shows.
type golden struct {
	Error     string                 `json:"error,omitempty"`
	Title     string                 `json:"title"`
	Authors   []string               `json:"authors"`
	Section   string                 `json:"section"`
	Site      string                 `json:"site"`
	Canonical string                 `json:"canonical_url"`
	Published string                 `json:"published"`
	Modified  string                 `json:"modified"`
	Warnings  []news.Warning         `json:"warnings"`
	Summary   []string               `json:"publisher_summary"`
	Text      []string               `json:"text"`
	Origins   map[string]news.Origin `json:"origins"`
}

// TestPages reads every page of testdata. Each is written by us in the manner
// of one kind of site and shows what is hard about it.
func TestPages(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range pages {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, err := extract.Article(news.Page{Form: news.HTML, Body: body})
			g := golden{
				Title: a.Title, Authors: a.Authors, Section: a.Section, Site: a.Site, Canonical: a.CanonicalURL,
				Published: a.Published.String(), Modified: a.Modified.String(), Warnings: a.Warnings, Summary: a.PublisherSummary,
				Text: strings.Split(a.Text, "\n"), Origins: a.Origins,
			}
			if e := new(extract.Error); errors.As(err, &e) {
				g.Error = e.Code
			}
			var b strings.Builder
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(g); err != nil {
				t.Fatal(err)
			}
			testkit.Golden(t, name+".json", []byte(b.String()))
		})
	}
}

// TestCutPages cuts every page at fifty places, as a lost connection would: no
// cut may make the reader fail with anything but its own errors.
func TestCutPages(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range pages {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 50 {
			a, err := extract.Article(news.Page{Form: news.HTML, Body: body[:len(body)*i/50], Truncated: true})
			if e := new(extract.Error); err != nil && !errors.As(err, &e) {
				t.Errorf("%s cut to %d/50: %v", file, i, err)
			}
			if err == nil && !slices.Contains(a.Warnings, news.TruncatedInput) {
				t.Errorf("%s cut to %d/50: no warning", file, i)
			}
		}
	}
}
