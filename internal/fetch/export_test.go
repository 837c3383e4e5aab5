package fetch

// ParseURL lets tests see addresses without a name server.
var ParseURL = parseURL
