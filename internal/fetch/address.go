package fetch

import (
	"fmt"
	"mime"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// parseURL reads an address as people paste it: with an Arabic host, path or
// query, with spaces around it.
func parseURL(address string) (*url.URL, error) {
	address = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == 0xFEFF || 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x2069 || r == 0x61C {
			return -1
		}
		return r
	}, address))
	u, err := url.Parse(escapePercent(address))
	if err != nil {
		return nil, fmt.Errorf("%w: %s", ErrURL, redact(address))
	}
	if err := checkURL(u); err != nil {
		return nil, err
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		if strings.IndexFunc(u.Hostname(), func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
			return nil, fmt.Errorf("%w: host %q", ErrURL, u.Hostname())
		}
		host = u.Hostname() // an underscore, or an IPv6 address
	}
	if port := u.Port(); port != "" {
		host = joinPort(host, port)
	} else if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	u.Host = host
	u.RawQuery = escapeQuery(u.RawQuery)
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

func joinPort(host, port string) string {
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return host + ":" + port
}

// checkURL reports what keeps u from being asked for.
func checkURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%w: %q", ErrScheme, u.Scheme)
	case u.Hostname() == "":
		return fmt.Errorf("%w: no host", ErrURL)
	case u.User != nil:
		return fmt.Errorf("%w: a user name in the address", ErrURL)
	}
	return nil
}

// escapePercent escapes percent signs that begin no escape.
func escapePercent(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			b.WriteString("25")
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// escapeQuery escapes what may not stand in a query.
func escapeQuery(q string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(q) {
		switch c := q[i]; {
		case c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' || c == '`':
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// redact returns an address without user name, query and fragment, for
// messages and logs.
func redact(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		address, _, _ = strings.Cut(address, "?")
		if i := strings.LastIndexByte(address, '@'); i >= 0 {
			address = address[i+1:]
		}
		return strings.ToValidUTF8(address[:min(len(address), 200)], "")
	}
	u.User, u.RawQuery, u.Fragment, u.RawFragment, u.ForceQuery = nil, "", "", "", false
	return u.String()
}

// mediaType returns the type of a Content-Type header in lower case.
func mediaType(header string) string {
	kind, _, err := mime.ParseMediaType(header)
	if err != nil {
		kind, _, _ = strings.Cut(header, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind))
}
