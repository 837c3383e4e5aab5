package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/govalues/decimal"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"mujaz/internal/news"
	"mujaz/internal/render"
	"mujaz/internal/testkit"
)

const text = "أعلن وزير النقل سالم الهادي، أمس الأربعاء، افتتاح جسر طوله 1.2 كيلومتر.\nوقال الهادي: «الجسر مفتوح للجميع منذ اليوم»."

func at(words string) news.Span {
	i := strings.Index(text, words)
	return news.Span{Start: i, End: i + len(words)}
}

func brief() news.Brief {
	number := decimal.NullDecimal{Decimal: decimal.MustParse("1.20"), Valid: true}
	return news.Brief{
		Article: news.Article{
			ID: "bridge", URL: "https://example.org/bridge", Site: "موقع المثال", Title: "افتتاح <جسر> جديد | *عاجل*",
			Authors:   []string{"ليلى الأمين"},
			Published: news.Moment{Time: time.Date(2025, 4, 10, 14, 5, 0, 0, time.FixedZone("", 3600))},
			Language:  "ar", Text: text, PublisherSummary: []string{"جسر جديد يربط الضفتين"},
			Origins: map[string]news.Origin{"published": {Source: "json-ld", Raw: "2025-04-10T14:05:00+01:00"}},
		},
		Bullets: []news.Bullet{{
			Text:     "أعلن وزير النقل سالم الهادي افتتاح جسر طوله 1.2 كيلومتر.",
			Evidence: []news.Evidence{{Span: news.Span{End: strings.Index(text, "\n")}, Match: news.MatchExact}},
		}},
		Facts: news.Facts{
			Actors: []news.Actor{{
				Name: "سالم الهادي", Kind: news.Person, Role: "وزير النقل", RoleAt: at("وزير النقل"), Aliases: []string{"الهادي"},
				Salience: 0.9, Mentions: []news.Span{at("سالم الهادي")},
			}},
			Dates: []news.Date{{
				Span: at("أمس الأربعاء"), Value: "2025-04-09", Kind: news.Day, From: "2025-04-09", To: "2025-04-09",
				Calendar: news.Gregorian, Relative: true,
			}},
			Figures: []news.Figure{{
				Span: at("1.2 كيلومتر"), Value: number, Bound: news.Exact, Kind: news.Measure, Unit: "كيلومتر", UnitCode: "km",
			}},
			Quotes: []news.Quote{{Span: at("الجسر مفتوح للجميع منذ اليوم"), Speaker: "سالم الهادي", Kind: news.Direct}},
		},
		Dropped:  []news.Dropped{{What: "bullet", Text: "كلف الجسر 5 ملايين دولار.", Reason: "number"}},
		Warnings: []news.Warning{news.TooShort, news.Degraded("timeout")},
		Making: news.Making{
			Program: "mujaz devel", Engine: "embedded", Created: time.Date(2025, 4, 11, 8, 0, 0, 0, time.UTC),
		},
	}
}

func compile(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, schema, line []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	return compile(t, schema).Validate(doc)
}

func TestJSONIsValid(t *testing.T) {
	t.Parallel()
	for name, b := range map[string]news.Brief{
		"full":  brief(),
		"empty": {Article: news.Article{ID: "x", Text: "نص"}, Making: news.Making{Program: "mujaz", Engine: "embedded"}},
	} {
		var out bytes.Buffer
		if err := render.JSONL(&out, b); err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(out.Bytes(), []byte("\n")); n != 1 {
			t.Errorf("%s: JSONL wrote %d lines", name, n)
		}
		if err := validate(t, render.Schema, out.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	var out bytes.Buffer
	if err := render.Fail(&out, "x", render.Error{Code: "no_article", Message: "لا مقال"}); err != nil {
		t.Fatal(err)
	}
	if err := validate(t, render.FailureSchema, out.Bytes()); err != nil {
		t.Error(err)
	}
}

// TestSchemaRefuses holds the schema to be more than a formality.
func TestSchemaRefuses(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := render.JSONL(&out, brief()); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"number that is no decimal": {`"value":"1.2"`, `"value":1.2`},
		"unknown kind":              {`"kind":"measure"`, `"kind":"weight"`},
		"bullet without evidence":   {`"match":"exact"`, `"match":"guessed"`},
		"other version":             {`mujaz/brief/1`, `mujaz/brief/2`},
	} {
		line := strings.Replace(out.String(), change[0], change[1], 1)
		if line == out.String() {
			t.Fatalf("%s: nothing changed", name)
		}
		if validate(t, render.Schema, []byte(line)) == nil {
			t.Errorf("%s: the schema accepts it", name)
		}
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, format := range render.Formats() {
		var out bytes.Buffer
		w, err := render.NewWriter(format, &out)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(brief()); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, "brief."+format, out.Bytes())
	}
}

// TestListsSayOnce holds that people see an item once, and no value that its words
// already say.
func TestListsSayOnce(t *testing.T) {
	t.Parallel()
	b := brief()
	day := b.Facts.Dates[0]
	b.Facts.Dates = []news.Date{day, day, {Span: at("للجميع"), Value: "P3D", Kind: news.Duration}}
	plain := news.Figure{Span: at("1.2 كيلومتر"), Value: b.Facts.Figures[0].Value, Bound: news.Exact, Kind: news.Count}
	b.Facts.Figures = []news.Figure{plain, plain}
	for _, format := range []string{"md", "html"} {
		var out bytes.Buffer
		w, err := render.NewWriter(format, &out)
		if err == nil {
			err = w.Write(b)
		}
		if err != nil {
			t.Fatal(err)
		}
		got := out.String()
		if strings.Count(got, "2025-04-09") != 1 || strings.Contains(got, "P3D") || strings.Contains(got, "1.20") {
			t.Errorf("%s says more than it should:\n%s", format, got)
		}
	}
}

// TestNINJS holds NINJS to the IPTC's own schema, whose reference to GeoJSON,
// which briefs do not use, is left open.
func TestNINJS(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/ninjs-schema_3.1.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("ninjs.json", doc); err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("https://geojson.org/schema/GeoJSON.json", map[string]any{}); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("ninjs.json")
	if err != nil {
		t.Fatal(err)
	}
	b := brief()
	for _, id := range []string{"bridge", "مقال 1/2"} {
		b.Article.ID = id
		var out bytes.Buffer
		if err := render.NINJS(&out, b); err != nil {
			t.Fatal(err)
		}
		item, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(item); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestOffsetsAreCodePoints(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("اب3a😀 ًé\n"))).Draw(t, "text")
		s = strings.Repeat(s, rapid.IntRange(1, 60).Draw(t, "times"))
		start := rapid.IntRange(0, len(s)).Draw(t, "start")
		end := rapid.IntRange(start, len(s)).Draw(t, "end")
		for start < len(s) && !utf8.RuneStart(s[start]) {
			start++
		}
		for end = max(start, end); end < len(s) && !utf8.RuneStart(s[end]); {
			end++
		}
		b := news.Brief{
			Article: news.Article{Text: s},
			Bullets: []news.Bullet{{Text: "x", Evidence: []news.Evidence{{Span: news.Span{Start: start, End: end}}}}},
		}
		e := render.Wire(b).Bullets[0].Evidence[0]
		if got := string([]rune(s)[e.Start:e.End]); got != e.Quote || got != s[start:end] {
			t.Fatalf("code points [%d,%d) of %q give %q, want %q", e.Start, e.End, s, got, s[start:end])
		}
	})
}

// TestNothingRuns checks that hostile text stays text.
func TestNothingRuns(t *testing.T) {
	t.Parallel()
	b := brief()
	b.Article.Title = `<script>alert(1)</script>=cmd|'/c calc'!A0`
	b.Article.URL = `javascript:alert(1)`
	b.Article.Site = "=HYPERLINK(\"http://evil\")"
	b.Bullets[0].Text = `<img src=x onerror=alert(1)> [x](javascript:alert(1))`
	var page, sheet, md bytes.Buffer
	for format, out := range map[string]*bytes.Buffer{"html": &page, "csv": &sheet, "md": &md} {
		w, err := render.NewWriter(format, out)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	doc, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Data == "script" && n.Type == html.ElementNode || n.Data == "img" {
			t.Errorf("the page has an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.Contains(a.Val, "javascript:") {
				t.Errorf("the page has %s=%q", a.Key, a.Val)
			}
		}
	}
	rows, err := csv.NewReader(&sheet).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range rows[1] {
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
			t.Errorf("cell %q would run", cell)
		}
	}
	if strings.Contains(md.String(), "<img") || strings.Contains(strings.ReplaceAll(md.String(), `\]`, ""), "](") {
		t.Errorf("Markdown lets markup through:\n%s", md.String())
	}
}

func TestWireRoundTrip(t *testing.T) {
	t.Parallel()
	want := render.Wire(brief())
	var out bytes.Buffer
	if err := render.JSON(&out, brief()); err != nil {
		t.Fatal(err)
	}
	var got render.Brief
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("brief read back (-want +got):\n%s", diff)
	}
}

func BenchmarkJSONL(b *testing.B) {
	x := brief()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := render.JSONL(&out, x); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}

// Cells that a spreadsheet would run after passing over white space, and
// characters that steer a terminal or hide words.
func TestHiddenDanger(t *testing.T) {
	t.Parallel()
	for _, title := range []string{" =1+1", "\u200f=1", "\ufeff@x", "\t=1", "＝1", "\u202e\u00a0-1"} {
		var out bytes.Buffer
		w, err := render.NewWriter("csv", &out)
		if err != nil {
			t.Fatal(err)
		}
		b := brief()
		b.Article.Title = title
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil || rows[1][3] != "'"+title {
			t.Errorf("title %q gives the cell %q, %v", title, rows[1][3], err)
		}
	}
	b := brief()
	b.Article.Title = "# عنوان \x1b[31m\u009b2J\u202e\u2066أحمر\U000E0041\a"
	b.Article.URL = "news/1"
	for format, want := range map[string]string{"md": `# \# عنوان \[31m2Jأحمر`, "html": "news/1"} {
		var out bytes.Buffer
		w, err := render.NewWriter(format, &out)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(b); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), want) != (format == "md") {
			t.Errorf("%s:\n%s", format, out.String())
		}
	}
}
