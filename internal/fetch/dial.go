package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"time"

	"code.dny.dev/ssrf"
)

// newTransport returns a transport that dials what o allows. The check runs in
// the dialer, when the address is known and about to be used, so that neither
// a name that changes nor a redirect gets around it.
func newTransport(o Options) *http.Transport {
	rules := []ssrf.Option{ssrf.WithPorts(ports(o.Ports)...)}
	if o.AnyPort {
		rules = []ssrf.Option{ssrf.WithAnyPort()}
	}
	if o.AllowPrivate {
		rules = append(rules, ssrf.WithAllowedV4Prefixes(private4()...), ssrf.WithAllowedV6Prefixes(private6()...))
	}
	dialer := &net.Dialer{Timeout: min(10*time.Second, o.Timeout), Control: ssrf.New(rules...).Safe}
	return &http.Transport{
		Proxy:                  nil, // a proxy would dial for us, unchecked
		DialContext:            dialer.DialContext,
		TLSHandshakeTimeout:    min(10*time.Second, o.Timeout),
		ResponseHeaderTimeout:  o.Pause,
		MaxResponseHeaderBytes: 256 << 10,
		DisableCompression:     true, // decompress does it, within limits
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           64,
		MaxIdleConnsPerHost:    2,
		IdleConnTimeout:        30 * time.Second,
	}
}

func ports(list []int) []uint16 {
	out := make([]uint16, 0, len(list))
	for _, p := range list {
		if p > 0 && p < 1<<16 {
			out = append(out, uint16(p))
		}
	}
	if len(out) == 0 {
		return []uint16{80, 443} // an empty list would allow every port
	}
	return out
}

// private4 returns the networks of intranets and of this machine. Link-local
// addresses, where clouds keep their secrets, are not among them.
func private4() []netip.Prefix {
	return []netip.Prefix{
		netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("172.16.0.0/12"), netip.MustParsePrefix("192.168.0.0/16"),
		netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"),
	}
}

func private6() []netip.Prefix {
	return []netip.Prefix{netip.MustParsePrefix("::1/128"), netip.MustParsePrefix("fc00::/7")}
}
