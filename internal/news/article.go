package news

// Form says what the bytes of a page are.
type Form string

// The forms of a page.
const (
	HTML Form = "html"
	Text Form = "text"
)

// Page is one document as the outside world sent it. Everything in it is
// hostile until extract has read it.
type Page struct {
	ID          string // the caller's, or ""
	URL         string // where it was asked for
	FinalURL    string // where redirects ended, or ""
	ContentType string // the server's header, or ""
	Form        Form
	Body        []byte
	Title       string // given beside the body, or ""
	Published   Moment // given beside the body, or zero
	PublishedAs string // what was given for Published when that is not ISO 8601, or ""
	Place       string // where the source has it, for messages: "a.jsonl:17"
	Truncated   bool   // the source cut the body short
}

// Origin says where a field of an article came from.
type Origin struct {
	Source string // json-ld, og, meta, microdata, time, text, url, feed, input, ...
	Raw    string // the value as it stood there
}

// Article is a page that has been read.
//
// Text is valid UTF-8 in NFC without bidi controls, and fixed: every Span of
// the program points into it. Text input keeps its own line breaks; in text
// taken from HTML one line break separates paragraphs.
type Article struct {
	ID               string
	URL              string
	CanonicalURL     string
	Site             string
	Title            string
	Authors          []string
	Section          string
	Published        Moment
	Modified         Moment
	Language         string // BCP 47: "ar"
	Text             string
	PublisherSummary []string          // the publisher's own bullets, kept out of Text
	Warnings         []Warning         // what extract noticed
	Origins          map[string]Origin // by JSON field name: "title", "published", ...
}

// Warning is a reason for an editor to look twice.
type Warning string

// The warnings that extract and the engines give. A degraded brief says why
// after the colon of "degraded:".
const (
	Opinion        Warning = "opinion"
	LiveBlog       Warning = "live_blog"
	Interview      Warning = "interview"
	TooShort       Warning = "too_short"
	TruncatedInput Warning = "truncated_input"
	NoPublished    Warning = "published_unreadable" // a day was given, but not in a form that can be read
)

// Degraded returns the warning that an engine fell back because of reason.
func Degraded(reason string) Warning { return Warning("degraded:" + reason) }
