package extract

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Text that readers do not see is no part of an article, and may be meant for
// machines. An element is hidden when its own style says so in one of these
// ways:
//
//	N1  it is not displayed, not visible, or shows nothing of itself (opacity,
//	    scale, clip, no height);
//	N2  it stands outside the screen, on whatever side;
//	N3  its letters are too small to read, or have no color of their own.
//
// A style sheet of the page says so too, by a class or an id, as far as what it
// hides is little: scripts show whole articles that their sheets hide.

// isHidden reports whether the page does not show n, by its attributes.
func isHidden(n *html.Node) bool {
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	style := attr(n, "style")
	return style != "" && hides(style)
}

// hides reports whether declarations of CSS hide an element.
func hides(style string) bool {
	color, ground, cut, flat := "", "", false, false
	for rule := range strings.SplitSeq(strings.ToLower(style), ";") {
		property, value, _ := strings.Cut(rule, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		property = strings.TrimSpace(property)
		if value == "" {
			continue
		}
		switch property {
		case "color":
			color = value
		case "background", "background-color":
			ground = value
		case "overflow", "overflow-x", "overflow-y":
			cut = cut || value == "hidden" || value == "clip"
		case "height", "width":
			n, _, ok := number(value)
			flat = flat || ok && n <= 1
		default:
			if gone(property, value) {
				return true
			}
		}
	}
	return flat && cut || color == "transparent" || color != "" && (color == ground || seeThrough(color))
}

// gone reports whether one declaration hides an element.
func gone(property, value string) bool {
	n, unit, measured := number(value)
	switch property {
	case "display":
		return value == "none"
	case "visibility", "content-visibility":
		return value == "hidden" || value == "collapse"
	case "opacity":
		return measured && (n < 0.1 || unit == "%" && n < 10)
	case "max-height", "max-width":
		return measured && n == 0
	case "font-size":
		return measured && (pixels(n, unit) <= 2 || unit == "%" && n <= 10)
	case "left", "right", "top", "bottom", "text-indent", "margin", "margin-left", "margin-right", "margin-top":
		return measured && far(n, unit)
	case "transform", "translate", "scale":
		return collapses(property, value)
	case "clip", "clip-path":
		return clips(value)
	case "filter":
		list := arguments(value, "opacity")
		return len(list) == 1 && list[0].n < 0.1
	}
	return false
}

// number reads the number and the unit that a value of CSS begins with.
func number(value string) (n float64, unit string, ok bool) {
	value, _, _ = strings.Cut(value, " ")
	i := len(value) - len(strings.TrimLeft(value, "+-.0123456789"))
	n, err := strconv.ParseFloat(value[:i], 64)
	return n, value[i:], err == nil
}

// pixels returns about how many pixels a length is; a share of the screen, or of
// what holds the element, counts ten for a hundredth.
func pixels(n float64, unit string) float64 {
	switch unit {
	case "em", "rem":
		return n * 16
	case "vw", "vh", "%":
		return n * 10
	case "cm", "in":
		return n * 50
	}
	return n
}

// far reports whether a distance puts an element outside the screen.
func far(n float64, unit string) bool { return pixels(n, unit) <= -900 }

// measure is a number with its unit.
type measure struct {
	n    float64
	unit string
}

// arguments returns the numbers of the function of a name in a value of CSS.
func arguments(value, name string) []measure {
	_, rest, ok := strings.Cut(value, name+"(")
	if !ok {
		return nil
	}
	rest, _, _ = strings.Cut(rest, ")")
	var list []measure
	for word := range strings.FieldsFuncSeq(rest, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, unit, ok := number(word)
		if !ok {
			return nil
		}
		list = append(list, measure{n, unit})
	}
	return list
}

// collapses reports whether a transformation leaves nothing on the screen.
func collapses(property, value string) bool {
	if property != "transform" {
		value = property + "(" + value + ")"
	}
	for _, name := range []string{"scale", "scalex", "scaley", "scale3d"} {
		if slices.ContainsFunc(arguments(value, name), func(m measure) bool { return m.n == 0 }) {
			return true
		}
	}
	for _, name := range []string{"translate", "translatex", "translatey", "translate3d"} {
		if slices.ContainsFunc(arguments(value, name), func(m measure) bool { return far(m.n, m.unit) }) {
			return true
		}
	}
	return false
}

// clips reports whether a clip leaves nothing to see.
func clips(value string) bool {
	if list := arguments(value, "rect"); len(list) > 0 { // one pixel, as for screen readers
		return !slices.ContainsFunc(list, func(m measure) bool { return m.n > 1 })
	}
	if list := arguments(value, "inset"); len(list) > 0 {
		return list[0].unit == "%" && list[0].n >= 50
	}
	list := arguments(value, "circle")
	return len(list) > 0 && list[0].n == 0
}

// seeThrough reports whether a color has no strength: rgba(0,0,0,0).
func seeThrough(color string) bool {
	list := arguments(color, "rgba")
	return len(list) == 4 && list[3].n < 0.1
}
