package fetch_test

import (
	"net/url"
	"testing"
	"unicode/utf8"

	"mujaz/internal/fetch"
)

func TestParseURL(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"https://news.example/أخبار/جسر جديد":                 "https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%AC%D8%B3%D8%B1%20%D8%AC%D8%AF%D9%8A%D8%AF",
		"https://news.example/%D8%A3?q=جسر&n=1#التعليقات":     "https://news.example/%D8%A3?q=%D8%AC%D8%B3%D8%B1&n=1",
		" \u202bhttps://news.example/1\u202c\n":               "https://news.example/1",
		"http://موقع.مثال/":                                   "http://xn--4gbrim.xn--mgbh0fb/",
		"http://NEWS.example:80/":                             "http://news.example:80/",
		"http://[::1]:8080/":                                  "http://[::1]:8080/",
		"http://[2001:db8::1]/":                               "http://[2001:db8::1]/",
		"https://under_score.example/":                        "https://under_score.example/",
		"https://news.example/100%/x":                         "https://news.example/100%25/x",
		"https://news.example/?q=a b&next=https://b.example/": "https://news.example/?q=a%20b&next=https://b.example/",
	}
	for address, want := range tests {
		u, err := fetch.ParseURL(address)
		if err != nil || u.String() != want {
			t.Errorf("%q: %v, %v, want %s", address, u, err, want)
		}
	}
}

func FuzzParseURL(f *testing.F) {
	f.Add("https://news.example/أخبار?س=١#x")
	f.Add("http://a:b@[::1]:80/%zz")
	f.Fuzz(func(t *testing.T, address string) {
		u, err := fetch.ParseURL(address)
		if err != nil {
			return
		}
		s := u.String()
		again, err := url.Parse(s)
		if err != nil || again.Hostname() == "" || again.User != nil || again.Scheme != "http" && again.Scheme != "https" {
			t.Fatalf("%q became %q: %v", address, s, err)
		}
		for _, r := range s {
			if r >= utf8.RuneSelf || r <= ' ' {
				t.Fatalf("%q became %q", address, s)
			}
		}
	})
}
