package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"mujaz/internal/news"
)

// The charset ladder, the first rung that holds wins:
//
//	C1  A byte order mark.
//	C2  Valid UTF-8, or nearly: Arabic in a legacy encoding is never valid UTF-8,
//	    so the bytes win over any label.
//	C3  The best reading among those that the HTTP header, the page's meta
//	    element and a detector name, and the two legacy Arabic encodings, by the
//	    share of words that are common in Arabic; a label wins against an equal.
//	C4  Text that was encoded twice is repaired (repair.go).
//
// The decision is kept in Origins["charset"]: the rung, and the encoding.

// sampleSize is how many bytes of text are enough to judge an encoding.
const sampleSize = 16 << 10

// decode returns b as UTF-8, and how it was read.
func decode(b []byte, contentType string, isHTML bool) (string, news.Origin) {
	text, how := readBytes(b, contentType, isHTML)
	if fixed, name, ok := repair(text); ok {
		return fixed, news.Origin{Source: "repair", Raw: how.Raw + " read as " + name}
	}
	return text, how
}

func readBytes(b []byte, contentType string, isHTML bool) (string, news.Origin) {
	if rest, ok := bytes.CutPrefix(b, []byte("\xEF\xBB\xBF")); ok { // C1
		return strings.ToValidUTF8(string(rest), "\uFFFD"), news.Origin{Source: "bom", Raw: "utf-8"}
	}
	if e := utf16Of(b); e != nil {
		if out, err := e.NewDecoder().Bytes(b); err == nil {
			return string(out), news.Origin{Source: "bom", Raw: "utf-16"}
		}
	}
	if utf8.Valid(b) { // C2
		return string(b), news.Origin{Source: "bytes", Raw: "utf-8"}
	}
	if isNearlyUTF8(b) {
		return strings.ToValidUTF8(string(b), "\uFFFD"), news.Origin{Source: "bytes", Raw: "utf-8"}
	}
	return readLegacy(b, contentType, isHTML)
}

// utf16Of returns the encoding of b if it begins with a UTF-16 byte order mark.
func utf16Of(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return nil
}

// isNearlyUTF8 reports whether at most one in fifty of the characters of b
// beyond ASCII is broken, as when a comment was cut or pasted by its bytes.
func isNearlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return bad*50 <= good
}

// reading is one way to read bytes of a legacy encoding.
type reading struct {
	source string
	name   string
	enc    encoding.Encoding
	score  int
}

// readLegacy chooses among the encodings that may be meant (C3).
func readLegacy(b []byte, contentType string, isHTML bool) (string, news.Origin) {
	sample := b
	if isHTML {
		sample = stripTags(b, sampleSize)
	}
	sample = sample[:min(len(sample), sampleSize)]
	var best reading
	for _, r := range readings(b, sample, contentType, isHTML) {
		out, err := r.enc.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		// A reading must be clearly better than an earlier one.
		if r.score = arabicScore(string(out)); best.enc == nil || r.score > best.score+best.score/20 {
			best = r
		}
	}
	if best.enc != nil {
		if out, err := best.enc.NewDecoder().Bytes(b); err == nil {
			return string(out), news.Origin{Source: best.source, Raw: best.name}
		}
	}
	return strings.ToValidUTF8(string(b), "\uFFFD"), news.Origin{Source: "bytes", Raw: "utf-8"}
}

// readings returns the encodings that the header, the page and a detector
// name, and the legacy Arabic ones, in the order of trust.
func readings(b, sample []byte, contentType string, isHTML bool) []reading {
	var list []reading
	add := func(source, label string) {
		if label == "" {
			return
		}
		if e, name := charset.Lookup(label); e != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
			list = append(list, reading{source: source, name: name, enc: e})
		}
	}
	add("header", labelIn([]byte(contentType)))
	if isHTML {
		add("meta", labelIn(b[:min(len(b), 8<<10)]))
	}
	if r, err := chardet.NewTextDetector().DetectBest(sample); err == nil {
		add("detector", r.Charset)
	}
	add("score", "windows-1256")
	add("score", "iso-8859-6")
	return list
}

// labelIn returns what follows "charset=" in b, or "".
func labelIn(b []byte) string {
	low := bytes.ToLower(b)
	for {
		_, rest, found := bytes.Cut(low, []byte("charset"))
		if !found {
			return ""
		}
		low = rest
		rest = bytes.TrimLeft(rest, " \t\r\n")
		if len(rest) == 0 || rest[0] != '=' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n\"'")
		end := bytes.IndexFunc(rest, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '_' && r != ':'
		})
		if end < 0 {
			end = len(rest)
		}
		if end > 0 {
			return string(rest[:end])
		}
	}
}

// arabicScore says how much s reads like Arabic: how many in a thousand of its
// words beyond ASCII begin with the article or are among the commonest words.
func arabicScore(s string) int {
	words, good := 0, 0
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); r < utf8.RuneSelf {
			continue
		}
		words++
		if hasArticle(firstRunes(w)) || isCommonWord(w) {
			good++
		}
	}
	if words == 0 {
		return 0
	}
	return 1000 * good / words
}

func firstRunes(w string) []rune {
	var buf [6]rune
	n := 0
	for _, r := range w {
		buf[n] = r
		if n++; n == len(buf) {
			break
		}
	}
	return buf[:n]
}

func isCommonWord(w string) bool {
	switch w {
	case "في", "فى", "من", "على", "علي", "إلى", "الى", "إلي", "عن", "أن", "ان", "إن", "مع", "هذا", "هذه", "بعد", "قبل",
		"كما", "بين", "لا", "ما", "قد", "كان", "كانت", "وقد", "وفي", "ومن", "وعلى", "خلال", "غير", "كل", "أو", "او":
		return true
	}
	return false
}

// stripTags returns the text of an HTML page without tags, scripts and styles,
// at most limit bytes of it.
func stripTags(b []byte, limit int) []byte {
	out := make([]byte, 0, min(limit, len(b)))
	for len(b) > 0 && len(out) < limit {
		open := bytes.IndexByte(b, '<')
		if open < 0 {
			return append(out, b...)
		}
		out = append(out, b[:open]...)
		out = append(out, ' ')
		b = b[open:]
		name := string(bytes.ToLower(b[1:min(len(b), 8)]))
		end := []byte(">")
		switch {
		case strings.HasPrefix(name, "script"):
			end = []byte("</script")
		case strings.HasPrefix(name, "style"):
			end = []byte("</style")
		case strings.HasPrefix(name, "!--"):
			end = []byte("-->")
		}
		next := bytes.Index(b, end)
		if next < 0 {
			return out
		}
		b = b[next+1:]
		if len(end) == 1 || end[0] == '-' {
			b = b[len(end)-1:]
		}
	}
	return out
}
