package eval

import (
	"fmt"
	"io"
)

// Tally counts what is right among what was found and what was to be found.
type Tally struct {
	Right int `json:"right"`
	Gold  int `json:"gold"`
	Found int `json:"found"`
}

// Precision returns the share of what was found that is right.
func (t Tally) Precision() float64 { return ratio(t.Right, t.Found) }

// Recall returns the share of what was to be found that was.
func (t Tally) Recall() float64 { return ratio(t.Right, t.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Share is a part of a whole.
type Share struct {
	Part  int `json:"part"`
	Whole int `json:"whole"`
}

func (s *Share) add(hit bool) {
	s.Whole++
	if hit {
		s.Part++
	}
}

// Ratio returns the share, and 0 of nothing.
func (s Share) Ratio() float64 { return ratio(s.Part, s.Whole) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Bullets says how bullets compare with an editor's summary.
type Bullets struct {
	Count        int     `json:"count"`
	Words        int     `json:"words"`
	Longest      int     `json:"longest"`
	Summaries    int     `json:"summaries"` // articles with a summary
	Overlap      Rouge   `json:"overlap"`   // mean over them
	Unproven     int     `json:"unproven"`  // bullets with a number that the article lacks
	Proven       Share   `json:"proven"`    // bullets whose every evidence gives its quote
	MainActors   Share   `json:"main_actors"`
	MainFigures  Share   `json:"main_figures"` // numbers of the summary that the bullets have
	Publisher    Rouge   `json:"publisher"`    // overlap with the publisher's own bullets
	Publishers   int     `json:"publishers"`   // briefs that have them
	WordsPerItem float64 `json:"words_per_bullet"`
}

// Extracts says how bullets compare with reference extracts.
type Extracts struct {
	Articles int   `json:"articles"`
	Missing  int   `json:"missing"`
	Overlap  Rouge `json:"overlap"`
}

// Miss is something that was missed, wrong or invented.
type Miss struct {
	ID   string `json:"id"`
	What string `json:"what"` // "actors", "dates", "figures"
	How  string `json:"how"`  // "missed", "wrong", "extra"
	Text string `json:"text"`
	Want string `json:"want,omitempty"`
	Got  string `json:"got,omitempty"`
}

// Report is what Score found.
type Report struct {
	Articles     int              `json:"articles"`
	Missing      int              `json:"missing"` // articles without a brief
	Actors       Tally            `json:"actors"`
	ActorKinds   map[string]Tally `json:"actor_kinds"`
	DatesFound   Tally            `json:"dates_found"`
	Dates        Tally            `json:"dates"`
	FiguresFound Tally            `json:"figures_found"`
	Figures      Tally            `json:"figures"`
	Quotes       Tally            `json:"quotes"`
	MainActors   Share            `json:"main_actors"`
	Roles        Share            `json:"roles"`
	Bounds       Share            `json:"bounds"`
	WrongOffsets int              `json:"wrong_offsets"`
	Bullets      Bullets          `json:"bullets"`
	Extracts     Extracts         `json:"extracts"`
	Misses       []Miss           `json:"misses,omitempty"`
	facts        bool             // the gold has facts
}

// Write prints the report for people, line for line as the reference scorers do,
// and after that what only this program counts.
func (r *Report) Write(w io.Writer) error {
	p := &printer{w: w}
	if r.facts {
		r.writeFacts(p)
	}
	b := r.Bullets
	if b.Summaries > 0 {
		p.line("bullets %d (mean %.1f words)   ROUGE-1 %.3f  ROUGE-2 %.3f  ROUGE-L %.3f   bullets with a number that the article lacks: %d",
			b.Count, b.WordsPerItem, b.Overlap.One, b.Overlap.Two, b.Overlap.L, b.Unproven)
	}
	if e := r.Extracts; e.Articles > 0 {
		p.line("articles %d (missing %d)  ROUGE-1 %.4f  ROUGE-2 %.4f  ROUGE-L %.4f", e.Articles, e.Missing, e.Overlap.One, e.Overlap.Two, e.Overlap.L)
	}
	p.line("bullets proven by their evidence %d/%d   longest %d words   main actors named %d/%d   figures of the summary told %d/%d",
		b.Proven.Part, b.Proven.Whole, b.Longest, b.MainActors.Part, b.MainActors.Whole, b.MainFigures.Part, b.MainFigures.Whole)
	if b.Publishers > 0 {
		p.line("against the publisher's own bullets (%d articles)   ROUGE-1 %.3f  ROUGE-2 %.3f  ROUGE-L %.3f",
			b.Publishers, b.Publisher.One, b.Publisher.Two, b.Publisher.L)
	}
	for _, m := range r.Misses {
		p.line("[%s] %s: %s «%s» %s %s", m.What, m.ID, m.How, m.Text, m.Want, m.Got)
	}
	return p.err
}

func (r *Report) writeFacts(p *printer) {
	p.tally("actors", r.Actors)
	for _, k := range [...]string{"person", "organization", "location"} {
		p.tally("actors "+k, r.ActorKinds[k])
	}
	p.tally("dates found", r.DatesFound)
	p.tally("dates", r.Dates)
	p.tally("figures found", r.FiguresFound)
	p.tally("figures", r.Figures)
	p.tally("quotes with speaker", r.Quotes)
	p.line("main actors recalled     %d/%d   roles right %d/%d   bounds right %d/%d   items whose offsets do not give their text: %d",
		r.MainActors.Part, r.MainActors.Whole, r.Roles.Part, r.Roles.Whole, r.Bounds.Part, r.Bounds.Whole, r.WrongOffsets)
}

// printer keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) tally(label string, t Tally) {
	p.line("%-24s P %.3f  R %.3f  F1 %.3f   (%d of %d gold, %d found)", label, t.Precision(), t.Recall(), t.F1(), t.Right, t.Gold, t.Found)
}
