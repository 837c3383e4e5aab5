package extract

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"mujaz/internal/table"
)

//go:embed data/classes.tsv
var classesTSV string

// role is what the names of an element say that it is.
type role string

// The roles that the table of class names gives.
const (
	roleNone    role = ""
	roleDrop    role = "drop"
	roleBody    role = "body"
	roleLead    role = "lead"
	roleSummary role = "summary"
	roleAuthor  role = "author"
	roleDate    role = "date"
	roleSection role = "section"
	roleTags    role = "tags"
)

var classRoles = sync.OnceValue(func() map[string]role {
	m := map[string]role{}
	for _, row := range table.Rows("classes.tsv", classesTSV, 2) {
		m[row[0]] = role(row[1])
	}
	return m
})

// roleOf returns what the class names and the id of n say: that it is to be
// dropped, if any of them does, or else the first role found.
func roleOf(n *html.Node) role {
	found := roleNone
	for _, key := range [2]string{"class", "id"} {
		for name := range strings.FieldsSeq(attr(n, key)) {
			if r := roleOfName(name); r == roleDrop {
				return r
			} else if found == roleNone {
				found = r
			}
		}
	}
	return found
}

// roleOfName returns the role of the longest run of words in one class name;
// of equally long runs, the last, which is the noun. A name that says what an
// element has or has not ("has-sidebar") says nothing about what it is, and
// only the last words name tags, authors, sections and bodies: publishing
// systems put "tag-sport" and "author-12" on whole articles.
func roleOfName(name string) role {
	if len(name) > 80 {
		return roleNone
	}
	words := classWords(unhashed(name))
	if len(words) == 0 || isHaving(words[0]) {
		return roleNone
	}
	for length := min(3, len(words)); length > 0; length-- {
		for i := len(words) - length; i >= 0; i-- {
			r := classRoles()[strings.Join(words[i:i+length], "-")]
			if r == roleDrop || r != roleNone && (i+length == len(words) || r == roleDate) {
				return r
			}
		}
	}
	return roleNone
}

// unhashed returns a class name without the hash that build tools add to it
// ("Meta_author__3kX2f").
func unhashed(name string) string {
	i := strings.LastIndex(name, "__")
	if i < 1 || len(name)-i > 10 || !strings.ContainsAny(name[i:], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return name
	}
	return name[:i]
}

func isHaving(word string) bool {
	switch word {
	case "has", "with", "no", "without", "is", "hide", "show", "ng", "format", "type", "status":
		return true
	}
	return false
}

// classWords splits "postMeta__tags-list" into post, meta, tags, list.
func classWords(name string) []string {
	var words []string
	start := 0
	end := func(i int) {
		if i > start {
			words = append(words, strings.ToLower(name[start:i]))
		}
	}
	for i := range len(name) {
		c := name[i]
		switch {
		case c == '-' || c == '_' || c == ':' || c == '.':
			end(i)
			start = i + 1
		case 'A' <= c && c <= 'Z' && i > start && 'a' <= name[i-1] && name[i-1] <= 'z':
			end(i)
			start = i
		}
	}
	end(len(name))
	return words
}
