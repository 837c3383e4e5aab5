package fetch

import (
	"bytes"
	"net/http"
	"strings"
)

// isChallenge reports whether a response is not the page but a test of the
// visitor, as Cloudflare and others put in front of sites. We do not get
// around them; we say so.
func isChallenge(resp *http.Response, body []byte) bool {
	h := resp.Header
	if strings.EqualFold(h.Get("Cf-Mitigated"), "challenge") || strings.EqualFold(h.Get("X-Amzn-Waf-Action"), "challenge") ||
		strings.EqualFold(h.Get("X-Amzn-Waf-Action"), "captcha") || h.Get("X-Dd-B") != "" && resp.StatusCode == http.StatusForbidden {
		return true
	}
	// Real pages may mention these scripts; a challenge is small, or an error.
	if resp.StatusCode == http.StatusOK && len(body) > 64<<10 {
		return false
	}
	for _, mark := range []string{
		"/cdn-cgi/challenge-platform/h/", "window._cf_chl_opt", "cf-browser-verification", "<title>Just a moment...</title>",
		"<title>Attention Required! | Cloudflare</title>", "geo.captcha-delivery.com", "_Incapsula_Resource?", "sucuri_cloudproxy_js",
		"<title>DDOS-GUARD</title>", "px-captcha", "/_sec/cp_challenge/", "awsWafCookieDomainList", "<title>Client Challenge</title>",
	} {
		if bytes.Contains(body, []byte(mark)) {
			return true
		}
	}
	return false
}
