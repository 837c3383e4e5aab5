package extract

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"mujaz/internal/news"
)

// canonical returns the address that the page calls its own, or else where it
// came from. A page that calls the home page or another site its address is
// not believed.
func (d *document) canonical() *url.URL {
	og := d.facts.get("og:url")
	candidates := []string{d.facts.canon, og}
	if d.facts.article != nil {
		candidates = append(candidates, d.facts.article.str("mainEntityOfPage"), d.facts.article.str("url"))
	}
	for _, s := range candidates {
		u, err := d.base.Parse(strings.TrimSpace(s))
		if err != nil || s == "" || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" || d.base.Host != "" && site(u.Host) != site(d.base.Host) {
			continue
		}
		u.Fragment, u.RawFragment = "", ""
		return u
	}
	u := *d.base
	u.Fragment, u.RawFragment = "", ""
	return &u
}

// site returns the last two labels of a host, or three where the last two are
// short ("com.tn").
func site(host string) string {
	host, _, _ = strings.Cut(strings.ToLower(host), ":")
	labels := strings.Split(host, ".")
	n := min(2, len(labels))
	if len(labels) > 2 && len(labels[len(labels)-1])+len(labels[len(labels)-2]) <= 6 {
		n = 3
	}
	return strings.Join(labels[len(labels)-n:], ".")
}

// dayOf reads the first parts of a path as a day: 2013/8/3, 2013/world/8/3 or
// 2013-08-03-title.
func dayOf(parts []string) (news.Moment, bool) {
	if first := parts[0]; len(first) >= 10 {
		t, err := time.Parse(time.DateOnly, first[:10])
		return news.Moment{Time: t, DayOnly: true}, err == nil && (len(first) == 10 || first[10] == '-')
	}
	y, err := strconv.Atoi(parts[0])
	if err != nil || len(parts[0]) != 4 || len(parts) < 3 {
		return news.Moment{}, false
	}
	m, err := strconv.Atoi(parts[1])
	if err != nil { // a section may stand between year and month
		if len(parts) < 4 {
			return news.Moment{}, false
		}
		return dayOf(append([]string{parts[0]}, parts[2:4]...))
	}
	d, err := strconv.Atoi(parts[2])
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if err != nil || t.Year() != y || t.Day() != d || int(t.Month()) != m || y < 1990 || y > 2100 {
		return news.Moment{}, false
	}
	return news.Moment{Time: t, DayOnly: true}, true
}
