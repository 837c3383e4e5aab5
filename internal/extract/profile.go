package extract

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // profiles name time zones, and small machines have no table of them

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"mujaz/internal/news"
)

// Profile says where a site keeps the parts of its articles. Every part is a
// list of CSS selectors; the first that selects something counts. A part that
// selects nothing falls back to what works for every site.
type Profile struct {
	Host     string   `json:"host"`               // "example.com" is also for its subdomains
	Body     []string `json:"body,omitempty"`     // the elements that hold the paragraphs
	Lead     []string `json:"lead,omitempty"`     // a first paragraph outside the body
	Summary  []string `json:"summary,omitempty"`  // the publisher's own summary
	Title    []string `json:"title,omitempty"`    //
	Author   []string `json:"author,omitempty"`   //
	Date     []string `json:"date,omitempty"`     // of publication
	Section  []string `json:"section,omitempty"`  //
	Remove   []string `json:"remove,omitempty"`   // what is never part of an article
	TimeZone string   `json:"timezone,omitempty"` // of times without an offset: "Africa/Cairo"
	Encoding string   `json:"encoding,omitempty"` // when the page names none or a wrong one
}

//go:embed data/profiles.json
var profilesJSON string

// embedded are the profiles that come with the program.
var embedded = sync.OnceValue(func() []Profile {
	list, err := ReadProfiles(strings.NewReader(profilesJSON))
	if err != nil {
		panic("extract: profiles.json: " + err.Error())
	}
	return list
})

// ReadProfiles reads a JSON list of profiles and checks each.
func ReadProfiles(r io.Reader) ([]Profile, error) {
	var list []Profile
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&list); err != nil {
		return nil, fmt.Errorf("extract: site profiles: %w", err)
	}
	var faults []error
	for i := range list {
		if err := list[i].check(); err != nil {
			faults = append(faults, fmt.Errorf("extract: site profile %d (%s): %w", i+1, list[i].Host, err))
		}
	}
	return list, errors.Join(faults...)
}

func (p *Profile) check() error {
	if p.Host == "" || strings.ContainsAny(p.Host, "/: ") {
		return fmt.Errorf("host %q is not a host name", p.Host)
	}
	for _, part := range [][]string{p.Body, p.Lead, p.Summary, p.Title, p.Author, p.Date, p.Section, p.Remove} {
		for _, s := range part {
			if _, err := cascadia.ParseGroup(s); err != nil {
				return fmt.Errorf("selector %q: %w", s, err)
			}
		}
	}
	if _, err := time.LoadLocation(p.TimeZone); err != nil {
		return fmt.Errorf("timezone: %w", err)
	}
	return nil
}

// profileOf returns the profile for a page, or nil.
func (r Reader) profileOf(page news.Page) *Profile {
	host := strings.ToLower(pageURL(page).Hostname())
	for _, list := range [][]Profile{r.Profiles, embedded()} {
		for i := range list {
			p := &list[i]
			if want := strings.ToLower(p.Host); host == want || strings.HasSuffix(host, "."+want) {
				return p
			}
		}
	}
	return nil
}

// nodes returns the elements that the first selector of list that selects
// something selects.
func (d *document) nodes(list []string) []*html.Node {
	for _, s := range list {
		if found := d.doc.Find(s); found.Length() > 0 {
			return found.Nodes
		}
	}
	return nil
}

// selected returns the text of the first element that list selects; of an
// element that holds none, its content or datetime.
func (d *document) selected(list []string) string {
	for _, n := range d.nodes(list) {
		for _, key := range []string{"content", "datetime"} {
			if v := attr(n, key); v != "" {
				return v
			}
		}
		if s := textOf(n); s != "" {
			return s
		}
	}
	return ""
}

// part returns a part of the profile, if the page has one.
func (d *document) part(list func(*Profile) []string) []string {
	if d.profile == nil {
		return nil
	}
	return list(d.profile)
}

// prepare takes what the profile removes out of the page.
func (d *document) prepare() {
	for _, s := range d.part(func(p *Profile) []string { return p.Remove }) {
		for _, n := range d.doc.Find(s).Nodes {
			d.tree.gone[n] = true
		}
	}
}

// profiled returns the body that the site's profile selects, or nil. What
// became of the profile is kept, so that one that stopped matching is seen.
func (d *document) profiled(a *news.Article) *candidate {
	if d.profile == nil {
		return nil
	}
	var list []paragraph
	for _, part := range [][]string{d.profile.Lead, d.profile.Body} {
		for _, n := range d.nodes(part) {
			for _, p := range d.tree.paragraphs(n) {
				p.summary = d.inSummary(&p)
				list = append(list, p)
			}
		}
	}
	c := d.candidate(fromProfile, list)
	if len(d.profile.Body) > 0 && (c == nil || c.body.good == 0) {
		a.Origins["profile"] = news.Origin{Source: fromProfile, Raw: d.profile.Host + ": no body"}
		return nil
	}
	a.Origins["profile"] = news.Origin{Source: fromProfile, Raw: d.profile.Host}
	return c
}

// inSummary reports whether p was found to be part of the publisher's summary.
func (d *document) inSummary(p *paragraph) bool {
	for i := range d.all {
		if d.all[i].at == p.at {
			return d.all[i].summary
		}
	}
	return false
}

// zone returns m, if it was read from text without an offset, in the site's
// time zone.
func (d *document) zone(m news.Moment, raw string) news.Moment {
	if d.profile == nil || d.profile.TimeZone == "" || m.DayOnly || hasOffset(raw) {
		return m
	}
	loc, err := time.LoadLocation(d.profile.TimeZone)
	if err != nil {
		return m
	}
	t := m.Time
	return news.Moment{Time: time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, loc)}
}

// hasOffset reports whether a time says how far it is from UTC.
func hasOffset(raw string) bool {
	raw = strings.ToUpper(strings.TrimSpace(raw))
	if strings.HasSuffix(raw, "Z") || strings.Contains(raw, "GMT") || strings.Contains(raw, "UTC") {
		return true
	}
	i := strings.LastIndexAny(raw, "+-")
	return i > 10 && strings.IndexFunc(raw[i+1:], func(r rune) bool { return (r < '0' || r > '9') && r != ':' }) < 0 && len(raw)-i >= 3
}
