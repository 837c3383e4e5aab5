package extract_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"mujaz/internal/extract"
	"mujaz/internal/news"
)

// TestCharsetLadder reads one page in every encoding under every label.
func TestCharsetLadder(t *testing.T) {
	t.Parallel()
	page := "<html><head>META<title>" + headline + "</title></head><body><h1>" + headline + "</h1><p>" + lead + "</p><p>" + second + "</p>"
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	twice := func(c *charmap.Charmap) encoding.Encoding { return doubled{c} }
	tests := []struct {
		name   string
		enc    encoding.Encoding
		header string
		meta   string
		source string
		raw    string
	}{
		{"UTF-8", nil, "", "", "bytes", "utf-8"},
		{"UTF-8 says windows-1256", nil, "text/html; charset=windows-1256", "windows-1256", "bytes", "utf-8"},
		{"UTF-8 with a mark", unicode.UTF8BOM, "", "", "bom", "utf-8"},
		{"UTF-16", utf16, "", "", "bom", "utf-16"},
		{"windows-1256 in the header", charmap.Windows1256, "text/html; charset=windows-1256", "", "header", "windows-1256"},
		{"windows-1256 in the page", charmap.Windows1256, "text/html", "windows-1256", "meta", "windows-1256"},
		{"an alias in capitals", charmap.Windows1256, "text/html; charset=CP1256", "", "header", "windows-1256"},
		{"windows-1256 undeclared", charmap.Windows1256, "", "", "detector", "windows-1256"},
		{"windows-1256 says UTF-8", charmap.Windows1256, "text/html; charset=utf-8", "utf-8", "detector", "windows-1256"},
		{"windows-1256 says Latin", charmap.Windows1256, "text/html; charset=iso-8859-1", "iso-8859-1", "detector", "windows-1256"},
		{"windows-1256 says the other Arabic", charmap.Windows1256, "", "iso-8859-6", "detector", "windows-1256"},
		{"windows-1256 says nonsense", charmap.Windows1256, "text/html; charset=arabic-x", "", "detector", "windows-1256"},
		{"ISO-8859-6 declared", charmap.ISO8859_6, "", "iso-8859-6", "meta", "iso-8859-6"},
		{"ISO-8859-6 undeclared", charmap.ISO8859_6, "", "", "detector", "iso-8859-6"},
		{"ISO-8859-6 says windows-1256", charmap.ISO8859_6, "text/html; charset=windows-1256", "", "detector", "iso-8859-6"},
		{"twice, over windows-1256", twice(charmap.Windows1256), "", "", "repair", "utf-8 read as windows-1256"},
		{"twice, over windows-1252", twice(charmap.Windows1252), "", "", "repair", "utf-8 read as windows-1252"},
	}
	for _, tt := range tests {
		meta := ""
		if tt.meta != "" {
			meta = `<meta http-equiv="Content-Type" content="text/html; charset=` + tt.meta + `">`
		}
		body := []byte(strings.Replace(page, "META", meta, 1))
		if tt.enc != nil {
			var err error
			if body, err = tt.enc.NewEncoder().Bytes(body); err != nil {
				t.Fatalf("%s: %v", tt.name, err)
			}
		}
		a, err := extract.Article(news.Page{Form: news.HTML, Body: body, ContentType: tt.header})
		if err != nil || a.Title != headline || a.Text != lead+"\n"+second {
			t.Errorf("%s: title %q, text %q, error %v", tt.name, a.Title, a.Text, err)
		}
		if got := a.Origins["charset"]; got.Source != tt.source || got.Raw != tt.raw {
			t.Errorf("%s: read as %v, want %s %s", tt.name, got, tt.source, tt.raw)
		}
	}
}

func TestCharsetBrokenBytes(t *testing.T) {
	t.Parallel()
	body := "<h1>" + headline + "</h1><p>" + lead + "</p><div class=x>" + second[:11] + "</div>"
	a, err := extract.Article(htmlPage(body))
	if err != nil || a.Text != lead || a.Origins["charset"].Raw != "utf-8" {
		t.Errorf("text %q, origin %v, error %v", a.Text, a.Origins["charset"], err)
	}
}

// doubled is UTF-8 whose bytes were taken for c, as browsers do, and encoded again.
type doubled struct{ c *charmap.Charmap }

func (d doubled) NewEncoder() *encoding.Encoder { return &encoding.Encoder{Transformer: d} }
func (d doubled) NewDecoder() *encoding.Decoder { return nil }
func (d doubled) Reset()                        {}

func (d doubled) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	var out []byte
	for _, c := range src {
		r := d.c.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		out = utf8.AppendRune(out, r)
	}
	if len(out) > len(dst) {
		return 0, 0, transform.ErrShortDst
	}
	return copy(dst, out), len(src), nil
}
