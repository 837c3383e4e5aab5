package arabic

// Closer returns the mark that closes what a quotation mark or a bracket opens, ""
// for any other mark. A straight quotation mark closes itself.
func Closer(open string) string {
	switch open {
	case "\"":
		return "\""
	case "\u201C", "\u201E":
		return "\u201D"
	case "\u00AB":
		return "\u00BB"
	case "(":
		return ")"
	case "[":
		return "]"
	}
	return ""
}

// IsComma reports whether a mark is a comma, Arabic or Latin.
func IsComma(norm string) bool { return norm == "\u060C" || norm == "," }

// IsDash reports whether t is a dash of any length, or a hyphen.
func IsDash(t Token) bool {
	return t.Kind == Punct && (t.Norm == "-" || t.Norm == "\u2013" || t.Norm == "\u2014")
}
