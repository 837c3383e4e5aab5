package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hiddenBySheets returns the elements that a rule of a style sheet in the page hides
// by a class or an id, unless the rule hides the headline or much of the text: a
// script will show that.
func (t *tree) hiddenBySheets() map[*html.Node]bool {
	names := map[string]bool{}
	for n := range t.root.Descendants() {
		if n.DataAtom == atom.Style && n.FirstChild != nil {
			hiddenNames(n.FirstChild.Data, names)
		}
	}
	if len(names) == 0 {
		return nil
	}
	found := map[string][]*html.Node{}
	for n := range t.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for class := range strings.FieldsSeq(attr(n, "class")) {
			if names["."+class] {
				found["."+class] = append(found["."+class], n)
			}
		}
		if id := "#" + attr(n, "id"); names[id] {
			found[id] = append(found[id], n)
		}
	}
	unseen := map[*html.Node]bool{}
	for _, list := range found {
		mass, holds := 0, false
		for _, n := range list {
			mass, holds = mass+t.mass[n], holds || t.holds[n]
		}
		for _, n := range list {
			if !holds && mass*5 <= t.total*2 {
				unseen[n] = true
			}
		}
	}
	return unseen
}

// hiddenNames adds the classes and ids that stand alone in a selector of a rule
// that hides. Rules inside others (@media print) are left aside.
func hiddenNames(sheet string, names map[string]bool) {
	for sheet != "" {
		selectors, rest, ok := strings.Cut(sheet, "{")
		if !ok {
			return
		}
		body, after, _ := strings.Cut(rest, "}")
		sheet = after
		if i := strings.LastIndex(selectors, "*/"); i >= 0 {
			selectors = selectors[i+2:]
		}
		if strings.Contains(selectors, "@") { // skip to the brace that ends it
			for strings.Contains(body, "{") {
				body, sheet, _ = strings.Cut(sheet, "}")
			}
			continue
		}
		if !hides(body) {
			continue
		}
		for one := range strings.SplitSeq(selectors, ",") {
			one = strings.TrimSpace(one)
			if len(one) > 1 && (one[0] == '.' || one[0] == '#') && !strings.ContainsAny(one[1:], " .#:>+~[*") {
				names[one] = true
			}
		}
	}
}
