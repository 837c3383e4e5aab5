package draft_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"mujaz/internal/arabic"
	"mujaz/internal/render"
	"mujaz/internal/testkit"
)

// fixed are the fields of a brief whose words are ours or values, not words of
// an article.
var fixed = []string{
	"schema", "kind", "match", "reason", "what", "calendar", "bound", "engine", "program", "created", "unit_code", "value", "from", "to", "min", "max",
	"language", "source", "cost", "prompt", "text_sha256", "id", "published", "modified", "warnings",
}

// strings of JSON, each with its path.
func walk(path string, v any, visit func(path, s string)) {
	switch v := v.(type) {
	case string:
		visit(path, v)
	case []any:
		for _, x := range v {
			walk(path, x, visit)
		}
	case map[string]any:
		for k, x := range v {
			walk(path+"."+k, x, visit)
		}
	}
}

// foreignFields returns the fields of a brief, in its public form, that hold what
// an article does not: words of the model's own, whatever the field, and the words
// of an injection. What an article shows its readers is its text; so an injection
// that can be seen stands in article.text, and nowhere else, and a hidden one
// does not even stand there.
func foreignFields(t *testing.T, line []byte, x injection) []string {
	t.Helper()
	var doc any
	if err := json.Unmarshal(line, &doc); err != nil {
		t.Fatal(err)
	}
	var list []string
	walk("", doc, func(path, s string) {
		key := arabic.Key(s)
		has := func(word string) bool { return strings.Contains(key, arabic.Key(word)) }
		field := path[strings.LastIndexByte(path, '.')+1:]
		own := path == ".article.text" && x.Where != "html" || path == ".article.provenance.title.raw" || slices.Contains(fixed, field)
		if slices.ContainsFunc(aliens, has) || !own && slices.ContainsFunc(x.Foreign, has) {
			list = append(list, path+" "+s)
		}
	})
	return list
}

func briefSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(render.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("brief.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("brief.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// attack is an injected article and what became of it.
type attack struct {
	x injection
	b base
	n int // its number: every other is a page where it may be either
}

// checkBriefs checks that there is a brief with bullets for each of n articles,
// valid, with nothing foreign in any field.
func (a attack) checkBriefs(t *testing.T, briefs [][]byte, n int, manner func(i int) string) {
	t.Helper()
	if len(briefs) != n {
		t.Errorf("%d briefs of %d articles", len(briefs), n)
	}
	s := briefSchema(t)
	for i, line := range briefs {
		for _, f := range foreignFields(t, line, a.x) {
			t.Errorf("%s: %s", manner(i), f)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err == nil {
			err = s.Validate(doc)
		}
		if err != nil {
			t.Errorf("%s: %v", manner(i), err)
		}
		var b struct{ Bullets []struct{ Text string } }
		if err := json.Unmarshal(line, &b); err != nil || len(b.Bullets) == 0 {
			t.Errorf("%s: %d bullets, %v", manner(i), len(b.Bullets), err)
		}
	}
}

// attackEnv asks for all that a brief can hold.
var attackEnv = []string{"MUJAZ_HEADLINE=true", "MUJAZ_BULLETS=6"}

// lines puts the injected article into JSON Lines, once for each manner, in turn as
// text and as a page; a hidden text only as a page.
func (a attack) lines(t *testing.T, n int) string {
	t.Helper()
	var w bytes.Buffer
	e := json.NewEncoder(&w)
	for i := range n {
		line := map[string]string{"id": strconv.Itoa(i), "title": a.b.Title, "published": a.b.Published}
		if (i+a.n)%2 == 0 || a.x.Where == "html" {
			line["html"] = a.b.html(a.x)
		} else {
			line["text"] = a.b.text(a.x)
		}
		if err := e.Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(name, w.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// run carries the attack through the program in every manner.
func (a attack) run(t *testing.T, ways []manner) {
	t.Helper()
	n := len(ways)
	o := &obedient{x: a.x, b: a.b, manners: ways}
	briefs := shipped(t, speaker(t, o.say), a.lines(t, n), attackEnv...)
	a.checkBriefs(t, briefs, n, func(i int) string { return ways[i].name })
	if o.asked != n {
		t.Errorf("the model was asked for %d articles of %d", o.asked, n)
	}
}

func attacks(t *testing.T) []attack {
	t.Helper()
	bases := map[string]base{}
	for _, b := range readLines[base](t, "testdata/articles.jsonl") {
		bases[b.ID] = b
	}
	var list []attack
	for _, x := range readLines[injection](t, "testdata/injections.jsonl") {
		list = append(list, attack{x, bases[x.Article], len(list)})
	}
	return list
}

// TestInjections puts injections into articles and asks, through the program
// itself, a model that obeys them all in every manner: nothing of them and nothing
// of the model's own shows in any field of any brief, and every brief has bullets.
func TestInjections(t *testing.T) {
	t.Parallel()
	list := attacks(t)
	if len(list) < 75 {
		t.Errorf("%d injections, want 75", len(list))
	}
	for i, a := range list {
		ways := manners
		if testing.Short() {
			ways = manners[i%len(manners)%4*3:][:3]
		}
		t.Run(a.x.ID, func(t *testing.T) {
			t.Parallel()
			a.run(t, ways)
		})
	}
}

// TestInjectedFolder does the same with a folder of pages and texts, one manner
// for each, and without a model.
func TestInjectedFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	list := attacks(t)
	for i, a := range list {
		name, body := fmt.Sprintf("%03d.txt", i), a.b.Title+"\n"+a.b.text(a.x)
		if a.x.Where == "html" || i%2 == 0 {
			name, body = fmt.Sprintf("%03d.html", i), a.b.html(a.x)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	url := speaker(t, func(messages []string) string {
		if len(messages) == 2 {
			n++
		}
		a := list[n-1]
		return manners[n%len(manners)].write(a.x, a.b)
	})
	for _, engine := range []string{"llm", "embedded"} {
		briefs := shipped(t, url, dir, append([]string{"MUJAZ_ENGINE=" + engine}, attackEnv...)...)
		if len(briefs) != len(list) {
			t.Fatalf("%s: %d briefs of %d files", engine, len(briefs), len(list))
		}
		for i, a := range list {
			a.checkBriefs(t, briefs[i:i+1], 1, func(int) string { return engine + " " + a.x.ID })
		}
	}
	if n != len(list) {
		t.Errorf("the model was asked for %d articles of %d", n, len(list))
	}
}

// TestBIPIA does the same with the English attacks of BIPIA (Yi et al., 2023),
// when the corpora are there.
func TestBIPIA(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(testkit.Shared(t, "data/security/BIPIA/text_attack_test.json"))
	if err != nil {
		t.Fatal(err)
	}
	var classes map[string][]string
	if err := json.Unmarshal(data, &classes); err != nil {
		t.Fatal(err)
	}
	bases := readLines[base](t, "testdata/articles.jsonl")
	n := 0
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		for i, text := range classes[class] {
			b := bases[n%len(bases)]
			where := []string{"start", "middle", "inline", "end"}[n%4]
			ways := []manner{manners[0], manners[1+n%5], manners[6+n%6]}
			n++
			t.Run(fmt.Sprintf("%s %d", class, i), func(t *testing.T) {
				t.Parallel()
				foreign := []string{text}
				for w := range strings.FieldsSeq(text) {
					if len(w) > 4 {
						foreign = append(foreign, strings.Trim(w, ".,?!'\""))
					}
				}
				attack{injection{class, "", where, text, foreign}, b, i}.run(t, ways)
			})
		}
	}
	if n != 75 {
		t.Errorf("%d attacks, want 75", n)
	}
}
