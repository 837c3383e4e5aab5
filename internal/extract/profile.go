package extract

// Profile says where a site keeps the parts of its articles.
type Profile struct{}

func (p *Profile) title(*document) string  { return "" }
func (p *Profile) date(*document) string   { return "" }
func (p *Profile) author(*document) string { return "" }

func (d *document) profiled() *candidate { return nil }
