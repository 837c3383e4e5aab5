// Package summarize is the embedded engine: it chooses and trims the sentences
// that tell the story.
//
// An article is read once: each word gets the chance that an editor would use it.
// Each sentence is told in the lengths that its cuts allow, some of its clauses as
// sentences of their own, and the bullets are the tellings that together say most.
// A word that is not in the article stands in a bullet only where a participle
// becomes the verb of the same root («مشيرا», «أشار»), where the first bullet would
// say that somebody added something («أضاف», «أوضح»), and where a setting asks for it.
//
// The steps, in the order of the data, and the files that hold them:
//
//	read    the words and what the tables say of them (story.go, lexicon.go,
//	        stem.go, preposition.go), and which of them point back (refer.go)
//	lines   sentences without what opens them (opening.go), how well each stands
//	        alone (judge.go, lean.go), a column or an interview (genre.go), the subject that
//	        a bare verb has from the sentence before (speaker.go)
//	frames  a line and its clauses (clause.go), with quotations and brackets
//	        (nest.go), who says it (source.go), what its verb still needs (due.go)
//	cuts    found by rules T1 to T14 (cut.go, front.go, adjunct.go, breaks.go);
//	        press.go finds more for an opening that stays too long
//	guards  refuse a cut (guard.go) that takes what a word asks for (bonds.go), an
//	        object (object.go) or the predicate (predicate.go); whichever way a line
//	        was cut, no word of it lacks the complement it needs (valency.go)
//	tell    the cuts that go together, by length (shape.go); every telling of every
//	        line (tell.go), of remarks and relative clauses too (promote.go)
//	choose  the bullets (choose.go), where none will do the beginning of a line
//	        (resort.go), for an extract whole sentences (extract.go)
//	finish  who is meant, in full (introduce.go, role.go), the order and verb of the
//	        first bullet (head.go), the headline (headline.go)
//	write   text and proof of a bullet (write.go), in a house style (package style)
package summarize

import (
	"math"
	"slices"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/summarize/style"
)

// Options say how much to write, and how.
type Options struct {
	Bullets        int // how many bullets at most, 0 for three; more than eight make an extract of whole sentences
	Words          int // total budget in words, 0 for none
	WordsPerBullet int // longest bullet in words, never above 32 but in an extract; 0 for the default
	Headline       bool
	AbsoluteDates  bool        // after a relative day, the day it means: «أمس (أي 9 أبريل 2025)»
	Style          style.Style // numerals, percents and months outside quotations
	Without        []string    // bullets that must not be made again, such as those that verify dropped
	loose          bool        // nobody asked for a total
	opening        int         // longest bullet of the opening sentence
}

const (
	defaultBullets = 3
	defaultLongest = 32 // words of a bullet
	longestEver    = 32 // the same, whatever is asked for
	meanLongest    = 28 // words of a bullet that an article has room for: the mean over articles stays under 26
	mostLines      = 80 // sentences that bullets are made from: what comes later is no news
)

// Draft returns the bullets for article a, whose text is t and facts are f. It
// makes fewer bullets than asked for rather than bad ones.
func Draft(a news.Article, t *arabic.Text, f news.Facts, o Options) news.Draft {
	o = o.withDefaults()
	s := newStory(a, t, f)
	s.longest = o.opening
	plain := *s // as the article writes it: what a setting adds counts against no limit
	s.absolute, s.style = o.AbsoluteDates, o.Style
	if s.absolute || s.style.Months != style.MonthsAsWritten {
		s.quotes = quotations(t)
	}
	lines := s.lines()
	d := news.Draft{Making: news.Making{Engine: "embedded"}}
	if o.Bullets <= mostBullets {
		lines = fit(lines)
		if w := s.genre(a); w != "" {
			o.Bullets = min(o.Bullets, opinionBullets)
			for k := range lines {
				if s.addresses(&lines[k]) {
					lines[k].penalty += addressed
				}
			}
			if !slices.Contains(a.Warnings, w) {
				d.Warnings = append(d.Warnings, w)
			}
		}
	}
	chosen := s.pick(lines, o)
	if o.Bullets <= mostBullets {
		s.introduce(chosen, lines, o)
		s.heads(chosen, lines, o)
	}
	for _, c := range chosen {
		if o.Bullets > mostBullets || news.CountWords(plain.claim(&c, lines).Text) <= s.longest {
			d.Claims = append(d.Claims, s.claim(&c, lines))
		}
	}
	if o.Headline {
		s.absolute = false
		d.Headline = s.headline(lines)
	}
	if len(d.Claims) == 0 {
		d.Warnings = append(d.Warnings, news.Degraded("no_bullet"))
	}
	return d
}

func (o Options) withDefaults() Options {
	if o.Bullets <= 0 {
		o.Bullets = defaultBullets
	}
	o.opening = min(o.WordsPerBullet, longestEver)
	if o.WordsPerBullet <= 0 {
		o.WordsPerBullet, o.opening = defaultLongest, longestEver
	}
	o.WordsPerBullet = min(o.WordsPerBullet, longestEver)
	if o.Words <= 0 {
		o.loose = true
		o.Words = o.Bullets * min(meanLongest, o.WordsPerBullet)
		if o.Bullets > mostBullets {
			o.Words = math.MaxInt
		}
	}
	return o
}

// pick chooses the bullets.
func (s *story) pick(lines []line, o Options) []candidate {
	if o.Bullets > mostBullets {
		return s.extract(lines, o.Bullets, o.Words)
	}
	list := s.candidates(lines, o.WordsPerBullet)
	if len(o.Without) > 0 {
		list = slices.DeleteFunc(list, func(c candidate) bool { return slices.Contains(o.Without, s.claim(&c, lines).Text) })
	}
	chosen := s.choose(list, o.Bullets, o.Words, fairGain)
	if len(chosen) < o.Bullets {
		chosen = s.fuller(chosen, list, lines, o)
	}
	for k := 0; k < len(lines) && len(chosen) == 0 && len(o.Without) == 0; k++ {
		if c, ok := s.resort(&lines[k], min(o.WordsPerBullet, o.Words)); ok && !lines[k].bare {
			chosen = append(chosen, c)
		}
	}
	return chosen
}

// fit returns the first lines that can stand alone, numbered anew.
func fit(lines []line) []line {
	list := make([]line, 0, len(lines))
	for _, l := range lines {
		if !l.unfit && len(list) < mostLines {
			l.order = len(list)
			list = append(list, l)
		}
	}
	return list
}
