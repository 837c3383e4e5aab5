package extract

// Profile says where a site keeps the parts of its articles.
type Profile struct{}
