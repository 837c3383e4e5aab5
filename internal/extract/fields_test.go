package extract_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mujaz/internal/extract"
	"mujaz/internal/news"
)

const headline = "جسر جديد في وادي النخيل"

// read reads a page with head and, around the article, before and after.
func read(t *testing.T, address, head, before, after string) news.Article {
	t.Helper()
	p := htmlPage("<html><head>" + head + "</head><body>" + before + "<div class=content><p>" + lead + "</p><p>" + second + "</p></div>" + after)
	p.URL = address
	a, err := extract.Article(p)
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != lead+"\n"+second {
		t.Errorf("text %q", a.Text)
	}
	return a
}

func TestTimes(t *testing.T) {
	t.Parallel()
	h1 := "<h1>" + headline + "</h1>"
	ld := func(s string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle",` + s + `}</script>`
	}
	tests := []struct {
		name, address, head, before, after string
		published, modified, source        string
	}{
		{
			name: "Arabic in meta", head: `<meta property="article:published_time" content="الأربعاء، 07 أكتوبر 2020 - 12:09 م">`, before: h1,
			published: "2020-10-07T12:09:00", source: "meta",
		},
		{
			name: "the publisher's offset", head: `<meta property="article:published_time" content="2020-12-24T23:59:50Z">` +
				ld(`"datePublished":"2020-12-25T01:59:50+02:00"`), before: h1, published: "2020-12-25T01:59:50+02:00", source: "json-ld",
		},
		{
			name: "offset shown", head: `<meta property="article:published_time" content="2020-12-24T23:59:50Z">`,
			before: h1 + "<span class=date>الجمعة 25/ديسمبر/2020 - 01:59 ص</span>", published: "2020-12-25T01:59:50+02:00", source: "meta",
		},
		{
			name: "the next day shown", head: `<meta property="article:published_time" content="2020-12-24T22:30:00Z">`,
			before: h1 + "<span class=date>25 ديسمبر 2020</span>", published: "2020-12-25", source: "meta",
		},
		{
			name: "another day shown", head: `<meta property="article:published_time" content="2020-12-24T12:30:00Z">`,
			before: h1 + "<span class=date>25 ديسمبر 2020</span>", published: "2020-12-24T12:30:00Z", source: "meta",
		},
		{
			name: "Persian calendar in meta", head: `<meta property="article:published_time" content="۱۳۹۹/۰۲/۲۱">`,
			before: h1 + "<span class=date>10 مايو 2020</span>", published: "2020-05-10", source: "text",
		},
		{
			name: "clock of the page", before: "<div class=header><div class=date>الأحد 8 شوال 1441هـ 31 مايو 2020</div></div><main>" + h1 +
				"<time>28 مايو 2020</time>", after: "</main>", published: "2020-05-28", source: "time",
		},
		{
			name: "only an update", address: "https://news.example/2013/middle_east/8/3/bridge", before: h1 + "<p>الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21</p>",
			published: "2013-08-03", modified: "2013-08-04T02:21:00", source: "url",
		},
		{
			name: "both shown", before: h1 + "<div class=date>نشر في: 3 ماي 2021</div><div class=date>آخر تحديث: 4 ماي 2021</div>",
			published: "2021-05-03", modified: "2021-05-04", source: "text",
		},
		{name: "dual month", before: h1 + "<p>10 أبريل/ نيسان 2025</p>", published: "2025-04-10", source: "text"},
		{name: "Maghreb", before: h1 + "<p>الثلاثاء 3 غشت 2021 - 11:00</p>", published: "2021-08-03T11:00:00", source: "text"},
		{name: "stamp after the body", before: h1, after: "<div class=date>تم نشره السبت 18 جانفي 2020 10:39 مساء</div>", published: "2020-01-18T22:39:00", source: "text"},
		{name: "day in JSON-LD, clock in meta", head: ld(`"datePublished":"2020-11-09"`) + `<meta property="article:published_time" content="2020-11-09T18:34:47+00:00">`, before: h1, published: "2020-11-09T18:34:47Z", source: "meta"},
		{name: "path with a day", address: "https://news.example/articles/2024-05-14-bridge", before: h1, published: "2024-05-14", source: "url"},
		{name: "English half of the day", before: h1 + "<div class=date>10-6-2026 09:11 PM</div>", published: "2026-06-10T21:11:00", source: "text"},
		{name: "clock tied to the day", before: h1 + "<div class=entry-date>نُشر: 15:18-17 يونيو 2026 م</div>", published: "2026-06-17T15:18:00", source: "text"},
		{name: "a word inside the headline", before: "<div class=x><h2>" + headline + "<span><sup>مميز</sup></span></h2></div><span>نشر بتاريخ : الثلاثاء 3 ماي 2021</span>", published: "2021-05-03", source: "text"},
		{name: "no headline in the page", head: "<title>" + headline + "</title>", before: "<div><span>الثلاثاء 3 ماي 2021</span><img src=a></div>", published: "2021-05-03", source: "text"},
		{
			name: "card above the headline", before: "<div class=card><span class=date>24 نوفمبر 2024</span><a href=/2>مشروع آخر في المدينة</a></div>" + h1 +
				"<p class=z9>نُشر في 3-05-2021 – 10:20</p>", published: "2021-05-03T10:20:00", source: "text",
		},
		{name: "above the headline", before: "<span class=date>3 ماي 2021</span>" + h1 + "<h2>الافتتاح في 5 يوليو 2021</h2>", published: "2021-05-03", source: "text"},
		{
			name: "both in one line", before: h1 + "<div class=post-meta>12:40 GMT 10.04.2025 (تم التحديث: 14:05 GMT 11.04.2025)</div>",
			published: "2025-04-10T12:40:00Z", modified: "2025-04-11T14:05:00Z", source: "text",
		},
		{
			name: "label beside the element", before: h1 + "<div class=caption><span>نشر في:</span><time>10 أبريل ,2025: 09:17 ص</time></div>",
			published: "2025-04-10T09:17:00", source: "time",
		},
		{
			name: "hidden from and for screen readers", before: h1 + "<div class=date-simple><span class=screen-reader-text>Published On 19/6/2021</span>" +
				"<span aria-hidden=true>19/6/2021</span></div>", published: "2021-06-19", source: "text",
		},
		{name: "nothing", before: h1},
		{name: "a year alone", before: h1 + "<span class=date>2019</span>"},
		{name: "a month alone", before: h1 + "<span class=date>أكتوبر 2019</span>"},
		{name: "path with a month", address: "https://news.example/2024/05/bridge", before: h1},
		{
			name: "times of cards below", before: h1 + "<p>الثلاثاء 3 غشت 2021 - 11:00</p>",
			after:     "<div class=cards><div><time datetime=2022-01-01>1 يناير</time></div><div class=date>5 يناير 2022</div></div>",
			published: "2021-08-03T11:00:00", source: "text",
		},
		{name: "related article's time", before: h1, after: "<div class=related><a href=/1><time datetime=2020-01-01>1 يناير</time>مشروع آخر في المدينة</a></div>"},
	}
	for _, tt := range tests {
		a := read(t, tt.address, tt.head, tt.before, tt.after)
		got := []string{a.Published.String(), a.Modified.String(), a.Origins["published"].Source}
		if diff := cmp.Diff([]string{tt.published, tt.modified, tt.source}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestTitles(t *testing.T) {
	t.Parallel()
	og := func(s string) string { return `<meta property="og:title" content="` + s + `">` }
	site := `<meta property="og:site_name" content="صوت الوادي">`
	h1 := "<h1>" + headline + "</h1>"
	tests := []struct{ name, head, before, want string }{
		{"suffix known by the site's name", "<title>" + headline + " - صوت الوادي</title>" + site, "", headline},
		{"prefix known by the site's name", "<title>صوت الوادي | " + headline + "</title>" + site, "", headline},
		{"suffix known by h1", og(headline + " - قناة صوت الوادي"), h1, headline},
		{"suffix in every markup", "<title>" + headline + " - الوادي</title>" + og(headline+" - الوادي"), h1, headline},
		{"two suffixes", "<title>" + headline + " - محليات - صوت الوادي</title>" + site, h1, headline},
		{"colon", "<title>صوت الوادي الإلكترونية : " + headline + "</title>", h1, headline},
		{"logo as h1", "<title>" + headline + " - CNNArabic</title>" + og(headline), "<h1>CNN</h1><h1>" + headline + "</h1>", headline},
		{"dash inside", "<title>رئيس البلدية - سالم الدرعي - يفتتح الجسر الجديد</title>", "", "رئيس البلدية - سالم الدرعي - يفتتح الجسر الجديد"},
		{"quotation", "", "<h1>\"لن نعود\".. عمال الجسر يضربون</h1>", "\"لن نعود\".. عمال الجسر يضربون"},
		{"entities and white space", "<title> جسر&nbsp;جديد \n في &quot;الوادي&quot; </title>", "", "جسر جديد في \"الوادي\""},
		{"double colon", "<title>" + headline + " :: صوت الوادي</title>", h1, headline},
		{"host as name", "<title>" + headline + " | news.example</title>", "", headline},
	}
	for _, tt := range tests {
		if a := read(t, "https://news.example/a", tt.head, tt.before, ""); a.Title != tt.want {
			t.Errorf("%s: title %q, want %q", tt.name, a.Title, tt.want)
		}
	}
}

func TestGivenFieldsWin(t *testing.T) {
	t.Parallel()
	published, err := news.ParseMoment("2020-02-02")
	if err != nil {
		t.Fatal(err)
	}
	p := htmlPage(`<meta property="article:published_time" content="2021-01-01T10:00:00Z"><h1>` + headline + "</h1><p>" + lead)
	p.Title, p.Published = "عنوان  من الأرشيف", published
	a, err := extract.Article(p)
	if err != nil || a.Title != "عنوان من الأرشيف" || a.Published.String() != "2020-02-02" || a.Text != lead {
		t.Errorf("title %q, published %v, text %q, error %v", a.Title, a.Published, a.Text, err)
	}
	p.Published, p.PublishedAs = news.Moment{}, "الأحد 2 فبراير 2020"
	if b, err := extract.Article(p); err != nil || b.Published.String() != "2020-02-02" || b.Origins["published"].Raw != p.PublishedAs {
		t.Errorf("published %v, origin %v, error %v", b.Published, b.Origins["published"], err)
	}
	if a.Origins["title"].Source != "input" || a.Origins["published"].Source != "input" {
		t.Errorf("origins %v", a.Origins)
	}
}

func TestAuthors(t *testing.T) {
	t.Parallel()
	h1 := "<h1>" + headline + "</h1>"
	site := `<meta property="og:site_name" content="صوت الوادي الإلكترونية">`
	tests := []struct{ name, head, before, want string }{
		{"name in meta", `<meta name=author content="ريم الكندي">`, h1, "ريم الكندي"},
		{"site before the name", site, h1 + "<div class=authors>صوت الوادي - ريم الكندي</div>", "ريم الكندي"},
		{"site and city", site, h1 + "<div class=author>صوت الوادي - الساحل</div>", ""},
		{"city before the name", site, h1 + "<div class=author-name>الساحل - ريم الكندي</div>", "ريم الكندي"},
		{"city beside the name", site, h1 + "<div class=author><a>الساحل</a>:</div><div class=author>ريم الكندي</div>", "ريم الكندي"},
		{"hidden words", "", h1 + "<ul class=byline><li><span class=visually-hidden>Author, </span>ريم الكندي</li></ul>", "ريم الكندي"},
		{"after the date", "", h1 + "<div>الأحد 12-01-2025 13:05 | كتبت: <a href=/e/1>ريم الكندي</a> |</div>", "ريم الكندي"},
		{"before the date", "", h1 + "<div class=submitted>كتبه <span>علي الحاج</span> في الأحد، 01/12/2025 - 13:05</div>", "علي الحاج"},
		{"name with a hash", "", h1 + "<span class=Meta_author__3kX2f>ريم الكندي</span>", "ريم الكندي"},
		{"JSON-LD list", `<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"ريم الكندي"},{"name":"علي الحاج"}]}</script>`, h1, "ريم الكندي|علي الحاج"},
		{"JSON-LD string", `<script type="application/ld+json">{"@type":"NewsArticle","author":"ريم الكندي، علي الحاج"}</script>`, h1, "ريم الكندي|علي الحاج"},
		{"site as author", `<meta property="og:site_name" content="صوت الوادي"><meta name=author content="صوت الوادي">`, h1, ""},
		{"byline", "", h1 + "<p>كتبت: ريم الكندي</p>", "ريم الكندي"},
		{"byline without colon", "", h1 + "<span class=writeBy>كتب علي الحاج</span>", "علي الحاج"},
		{"pen", "", h1 + "<p>بقلم ريم الكندي</p>", "ريم الكندي"},
		{"place after the name", "", h1 + "<div class=author>ريم الكندي - الوادي</div>", "ريم الكندي"},
		{"link", "", h1 + `<div class=z><a href="/author/12">ريم الكندي</a></div>`, "ريم الكندي"},
		{"account of the publishing system", `<meta name=author content="admin">`, h1, ""},
		{"address", `<meta property="article:author" content="https://facebook.example/reem">`, h1, ""},
	}
	for _, tt := range tests {
		other := "<div><h2><a href=/2>مشروع آخر في المدينة</a></h2></div>"
		if tt.want != "" {
			other += "<span class=author>سعاد البدري</span>"
		}
		if a := read(t, "", tt.head, tt.before, other); strings.Join(a.Authors, "|") != tt.want {
			t.Errorf("%s: authors %q, want %q", tt.name, a.Authors, tt.want)
		}
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	const at = "https://www.news.example/a/1?utm_source=x#c"
	tests := []struct{ name, head, want string }{
		{"none", "", "https://www.news.example/a/1?utm_source=x"},
		{"canonical", `<link rel=canonical href="/a/1">`, "https://www.news.example/a/1"},
		{"og", `<meta property=og:url content="https://news.example/أخبار/1">`, "https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1"},
		{"home page", `<link rel=canonical href="https://www.news.example/">`, "https://www.news.example/a/1?utm_source=x"},
		{"another site", `<link rel=canonical href="https://evil.example/a">`, "https://www.news.example/a/1?utm_source=x"},
		{"script", `<link rel=canonical href="javascript:alert(1)">`, "https://www.news.example/a/1?utm_source=x"},
	}
	for _, tt := range tests {
		if a := read(t, at, tt.head, "<h1>"+headline+"</h1>", ""); a.CanonicalURL != tt.want {
			t.Errorf("%s: canonical %q, want %q", tt.name, a.CanonicalURL, tt.want)
		}
	}
}

func TestWarnings(t *testing.T) {
	t.Parallel()
	h1 := func(s string) string { return "<h1>" + s + "</h1>" }
	long := "<p>" + strings.Repeat("وتستمر الأشغال في الضفة الأخرى من النهر حتى نهاية العام المقبل وفق البلدية. ", 4) + "</p>"
	tests := []struct{ name, address, head, body, want string }{
		{"none", "", "", h1(headline) + "<p>" + lead + "</p>" + long, ""},
		{"short", "", "", h1(headline) + "<p>" + lead + "</p>", "too_short"},
		{"opinion by address", "https://a.example/opinion/bridge", "", h1(headline) + long, "opinion"},
		{"opinion by Arabic address", "https://a.example/%D8%B1%D8%A3%D9%8A/1", "", h1(headline) + long, "opinion"},
		{"opinion by section", "", `<meta property="article:section" content="مقالات الرأي">`, h1(headline) + long, "opinion"},
		{"opinion by title", "", "", h1("رأي | "+headline) + long, "opinion"},
		{"opinion in the news", "", "", h1("رأي المحكمة يحسم مصير الجسر") + long, ""},
		{"live", "", "", h1("لحظة بلحظة.. افتتاح الجسر الجديد") + long, "live_blog"},
		{"live at the end", "", "", h1("افتتاح الجسر الجديد في الوادي - مباشر") + long, "live_blog"},
		{"interview", "", "", h1("حوار: رئيس البلدية عن الجسر") + long, "interview"},
		{"questions", "", "", h1(headline) + "<p>متى يفتح الجسر؟</p>" + long + "<p>كم بلغت الكلفة؟</p><p>" + lead + "</p><p>وماذا بعد؟</p><p>" + second + "</p>", "interview"},
		{"paywall", "", `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`, h1(headline) + long, "truncated_input"},
	}
	for _, tt := range tests {
		p := htmlPage("<head>" + tt.head + "</head><body>" + tt.body)
		p.URL = tt.address
		a, err := extract.Article(p)
		var got []string
		for _, w := range a.Warnings {
			got = append(got, string(w))
		}
		if err != nil || strings.Join(got, "|") != tt.want {
			t.Errorf("%s: warnings %q, want %q, error %v", tt.name, got, tt.want, err)
		}
	}
}
