package render

import _ "embed"

// Schema is the JSON Schema (draft 2020-12) of the format mujaz/brief/1.
//
//go:embed schema/brief-1.json
var Schema []byte

// FailureSchema is the JSON Schema of the format mujaz/error/1.
//
//go:embed schema/error-1.json
var FailureSchema []byte
