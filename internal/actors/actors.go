// Package actors finds the people, organizations and places of an article: one
// entry an actor, with its kind, role, aliases, salience and every mention.
//
// Package tagger finds the names proper (a learned sequence model); extent.go
// corrects where they begin and end. Grammar finds what describes itself: bodies
// (bodies.go, fixed.go), places behind a word that says what they are (places.go, sites.go), names that a place in the article marks as such
// (lists.go), names in quotation marks and what the whole text says about a name
// (spread.go). Names become mentions without clitics (mention.go), mentions of the
// same actor become one entry (link.go), and an entry gets the role that the
// article gives it beside its name (role.go) and its weight (salience.go).
//
// In a text of fewer than three sentences and without a title, a body of common
// words must show that it is a party to what is told (telling.go).
package actors

import (
	"mujaz/internal/actors/tagger"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Find returns the actors of t, the body of an article with the given title
// (which may be ""), most salient first.
func Find(t *arabic.Text, title string) []news.Actor {
	return FindWith(tagger.Default(), t, title)
}

// FindWith is Find with another tagger than the one that is part of the program.
func FindWith(g *tagger.Tagger, t *arabic.Text, title string) []news.Actor {
	names, view := g.Names(t)
	f := &finder{text: t, view: view}
	f.collect(names)
	f.fullNames()
	f.article = len(t.Sentences) >= 3 || title != ""
	if f.article {
		f.grammar()
	} else {
		f.bodies()
		f.namedAgain()
	}
	f.order()
	f.agree()
	f.spread()
	f.order()
	f.joinNames(func(a, b *mention) bool { // «زوجته فلانة» and the last name of another
		return a.first > 0 && f.view.Class(a.first-1)&tagger.Kin != 0 && f.continues(a, b)
	})
	f.link()
	f.assignRoles()
	f.weigh(title)
	return f.actors()
}

// grammar finds what the tagger did not see, and corrects it, by what an article
// says elsewhere.
func (f *finder) grammar() {
	f.sports = f.sport()
	f.settle()
	f.people()
	f.joinedPeople()
	f.strangers()
	f.listed()
	f.towns()
	f.series()
	f.dateline()
	f.shareHeads()
	f.bodies()
	f.fixedNames()
	f.ofForces()
	f.governments()
	f.kingdom()
	f.shortNames()
	f.places()
	f.quotations()
}

// finder is the work on one article.
type finder struct {
	text     *arabic.Text
	view     *tagger.View
	mentions []mention // in order
	entries  []*entry
	at       []int    // at[i]: 1 + the mention that token i belongs to, or 0
	short    [][2]int // first tokens of a body and of its short name
	article  bool     // the text is one
	silent   [][2]int // tokens of bodies that do not show themselves
	sports   bool     // the article is about matches
	bare     []int    // definite body words without a name: the council
}
