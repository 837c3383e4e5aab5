package llm

import (
	"encoding/json"
	"strings"

	"github.com/kaptinlin/jsonrepair"
)

// Reading an answer that is nearly JSON costs nothing; asking again does. Steps:
//
//	P1  What a model thought aloud (<think>...</think>) is not its answer.
//	P2  The answer is the first object whose braces balance, wherever it stands:
//	    after a greeting, inside a fence.
//	P3  An answer that was cut ends after the last element of an array that is
//	    whole: a sentence cut in its middle says something else.
//	P4  What is left is given to jsonrepair: trailing commas, single quotes, bare
//	    keys, Python's None, comments, raw line breaks in strings.

// readJSON returns the JSON object of an answer, and whether nothing of it is
// missing; cut says that the server stopped at the longest length. It returns
// nil when there is none.
func readJSON(content string, cut bool) (answer []byte, whole bool) {
	text := afterThought(content) // P1
	for start := strings.IndexByte(text, '{'); start >= 0; {
		rest := text[start:]
		end, safe := balance(rest) // P2
		if end == 0 {
			return unfinished(rest, safe, cut)
		}
		if answer, ok := repaired(rest[:end]); ok {
			return answer, true
		}
		next := strings.IndexByte(rest[end:], '{')
		if next < 0 {
			break
		}
		start += end + next
	}
	return nil, false
}

// unfinished reads an object whose braces do not balance: one that was cut
// (P3), or one that is only badly written (P4).
func unfinished(text, safe string, cut bool) (answer []byte, whole bool) {
	written := strings.TrimRight(text, " \t\r\n`")
	if !cut && strings.HasSuffix(written, "}") {
		if answer, ok := repaired(written); ok {
			return answer, true
		}
	}
	if safe == "" {
		return nil, false
	}
	answer, _ = repaired(safe)
	return answer, false
}

// afterThought returns what follows the last thought.
func afterThought(s string) string {
	for _, end := range []string{"</think>", "</thinking>", "<channel|>"} {
		if i := strings.LastIndex(s, end); i >= 0 {
			s = s[i+len(end):]
		}
	}
	return s
}

// balance walks the object that s begins with. It returns where the object
// ends, or 0 when it does not, and s up to the last whole element of an array,
// with what was open there closed, or "" when there is none.
func balance(s string) (end int, safe string) {
	var open []byte
	safeAt, safeOpen := 0, ""
	inString, escaped := false, false
	for i := range len(s) {
		ch := s[i]
		if inString {
			switch {
			case escaped:
				escaped = false
			case ch == '\\':
				escaped = true
			case ch == '"':
				inString = false
				if len(open) > 0 && open[len(open)-1] == ']' {
					safeAt, safeOpen = i+1, string(open)
				}
			}
			continue
		}
		switch ch {
		case '"':
			inString = true
		case '{':
			open = append(open, '}')
		case '[':
			open = append(open, ']')
		case '}', ']':
			if len(open) == 0 || open[len(open)-1] != ch {
				return 0, closed(s, safeAt, safeOpen)
			}
			open = open[:len(open)-1]
			if len(open) == 0 {
				return i + 1, closed(s, safeAt, safeOpen)
			}
			if ch == ']' || open[len(open)-1] == ']' {
				safeAt, safeOpen = i+1, string(open)
			}
		}
	}
	return 0, closed(s, safeAt, safeOpen)
}

// closed returns s[:at] with what is open there closed, innermost first.
func closed(s string, at int, open string) string {
	if at == 0 {
		return ""
	}
	b := []byte(s[:at])
	for i := len(open) - 1; i >= 0; i-- {
		b = append(b, open[i])
	}
	return string(b)
}

// repaired returns s as JSON when it is an object with a member, or can be made
// one (P4). Braces around words are not an object.
func repaired(s string) ([]byte, bool) {
	if !strings.Contains(s, ":") {
		return nil, false
	}
	if !json.Valid([]byte(s)) {
		fixed, err := jsonrepair.Repair(s)
		if err != nil || !json.Valid([]byte(fixed)) {
			return nil, false
		}
		s = fixed
	}
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "{") {
		return nil, false
	}
	return []byte(s), true
}
