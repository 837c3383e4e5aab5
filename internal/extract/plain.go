package extract

import (
	"strings"
	"unicode/utf8"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
)

// Rules of plain text. The text is the user's, so it is kept byte for byte
// after NFC and the removal of bidi controls, but for two things:
//
//	P1  Without a title of its own, the first line is the title if it reads like
//	    a headline: 3 to 30 words, no end mark, no dateline or byline, and a longer
//	    line that has an end mark follows.
//	P2  A publisher's summary near the head (a line that names it, then at most
//	    twelve lines that begin with a bullet) moves to PublisherSummary.

// headLines is how many lines may stand before a publisher's summary.
const headLines = 6

func readPlain(a *news.Article, page news.Page) error {
	text, how := decode(page.Body, page.ContentType, false)
	a.Origins["charset"] = how
	text = clean(strings.TrimPrefix(text, "\uFEFF"))
	switch {
	case strings.TrimSpace(text) == "":
		return ErrEmpty
	case !isArabic(text) && !isTooShortToTell(text):
		return ErrNotArabic
	}
	if a.Title == "" {
		if title, rest, ok := cutHeadline(text); ok {
			a.Title, text = title, rest
			a.Origins["title"] = news.Origin{Source: fromText, Raw: title}
		}
	}
	if block, ok := findSummary(text); ok {
		a.PublisherSummary = block.bullets
		text = text[:block.start] + text[block.end:]
	}
	if strings.TrimSpace(text) == "" {
		return ErrNoArticle
	}
	a.Text = text
	a.CanonicalURL, a.Site = page.FinalURL, ""
	return nil
}

// cutHeadline parts a headline from the text that follows it (P1).
func cutHeadline(text string) (title, rest string, ok bool) {
	line, rest, found := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	title = cleanLine(line)
	if !found || !isHeadline(title) {
		return "", "", false
	}
	for body := range strings.Lines(rest) {
		body = strings.TrimSpace(body)
		if len(body) > len(title) && endsSentence(body) && !isBullet(body) {
			return title, strings.TrimLeft(rest, " \t\r\n"), true
		}
	}
	return "", "", false
}

// isHeadline reports whether a line may be a headline: a few words, and no
// mark at its end that says the sentence ends or goes on.
func isHeadline(line string) bool {
	if n := strings.Count(line, " ") + 1; n < 3 || n > 30 || len(line) > 400 || isBullet(line) || isSummaryHeading(line) {
		return false
	}
	switch r, _ := utf8.DecodeLastRuneInString(line); r {
	case '.', ':', '،', ',', '؛', ';', '-', '–', '—', '…':
		return false
	}
	if isPlaceLine(line) {
		return false
	}
	return !endsSentence(line) || strings.HasSuffix(line, "؟") || strings.HasSuffix(line, "!")
}

// isPlaceLine reports whether a short line names places, agencies or authors:
// «الرباط - أ ف ب», «كتب: سالم الدرعي».
func isPlaceLine(line string) bool {
	if n := strings.Count(line, " ") + 1; n > 7 {
		return false
	}
	if k, _ := boilerplate(lineKey(line), 1, false); k != kindNone {
		return true
	}
	for _, sign := range []string{" - ", " – ", " — ", "- ", " -", "/"} {
		if strings.Contains(line, sign) {
			return true
		}
	}
	return false
}

// endsSentence reports whether a line ends with an end mark, closing quotation
// marks and brackets left aside.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)] \t\r\n")
	switch r, _ := utf8.DecodeLastRuneInString(line); r {
	case '.', '!', '?', '؟', '…', '۔':
		return true
	}
	return false
}

// summaryBlock is a publisher's summary inside a text.
type summaryBlock struct {
	start, end int // of the whole block, heading included
	bullets    []string
}

// findSummary finds the publisher's summary near the head of a text (P2).
func findSummary(text string) (summaryBlock, bool) {
	at, seen := 0, 0
	for line := range strings.Lines(text) {
		if isSummaryHeading(line) {
			return readSummary(text, at, at+len(line))
		}
		at += len(line)
		if strings.TrimSpace(line) != "" {
			if seen++; seen > headLines || endsSentence(line) {
				break
			}
		}
	}
	return summaryBlock{}, false
}

// readSummary reads the bullets that follow the heading text[start:after].
func readSummary(text string, start, after int) (summaryBlock, bool) {
	b := summaryBlock{start: start, end: after}
	at := after
	for line := range strings.Lines(text[after:]) {
		at += len(line)
		switch bullet, ok := cutBullet(line); {
		case ok:
			b.bullets = append(b.bullets, bullet)
			b.end = at
		case strings.TrimSpace(line) != "":
			return b.closed(text)
		}
	}
	return b.closed(text)
}

// closed takes the blank lines after the block into it, if it is a block.
func (b summaryBlock) closed(text string) (summaryBlock, bool) {
	rest := strings.TrimLeft(text[b.end:], "\r\n")
	b.end = len(text) - len(rest)
	return b, len(b.bullets) > 0 && len(b.bullets) <= maxBullets
}

func isBullet(line string) bool {
	_, ok := cutBullet(line)
	return ok
}

// cutBullet returns what follows the bullet sign of a line.
func cutBullet(line string) (string, bool) {
	line = cleanLine(line)
	r, size := utf8.DecodeRuneInString(line)
	switch r {
	case '•', '●', '▪', '■', '◆', '◼', '▶', '►', '‣', '·', '○', '✔', '✓', '✅', '◾', '◽', '⬤', '➤', '📌', '🔹', '🔸':
	case '-', '–', '—', '*', 'ـ':
		if !strings.HasPrefix(line[size:], " ") && r != '•' && !startsArabic(line[size:]) {
			return "", false
		}
	default:
		return cutNumber(line)
	}
	rest := strings.TrimSpace(line[size:])
	return rest, rest != ""
}

// cutNumber returns what follows the number of an item: «1- », «٢. ».
func cutNumber(line string) (string, bool) {
	rest := strings.TrimLeft(line, "0123456789٠١٢٣٤٥٦٧٨٩")
	if len(rest) == len(line) || len(line)-len(rest) > 4 || rest == "" || !strings.ContainsAny(rest[:1], "-.)") {
		return "", false
	}
	item := strings.TrimSpace(rest[1:])
	return item, len(rest) > 1 && (rest[1] == ' ' || startsArabic(rest[1:])) && item != ""
}

func startsArabic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return arabic.IsLetter(r)
}
