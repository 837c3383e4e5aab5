package draft

import (
	"context"
	"fmt"
	"slices"

	"mujaz/internal/evidence"
	"mujaz/internal/news"
)

// draft returns the model's draft with replacements for what is not proven (D4).
// cause is why the answer is not whole, or nil.
func (j *job) draft(ctx context.Context, cause error) (news.Draft, error) {
	d := news.Draft{Making: j.makingOf(), Facts: j.located(), Warnings: j.warnings(), Withheld: j.withheld()}
	var kept, failed []news.Claim
	missing := 0
	for _, c := range j.checks {
		switch {
		case len(c.faults) == 0:
			kept = append(kept, c.claim)
			continue
		case !c.withheld:
			failed = append(failed, c.claim)
		}
		missing++
	}
	d.Claims = append(slices.Clone(kept), failed...)
	j.headline(&d)
	if missing > 0 {
		added, err := j.replacements(ctx, kept, missing)
		if err != nil {
			return news.Draft{}, err
		}
		d.Claims = append(d.Claims, added...)
		if len(added) > 0 {
			d.Warnings = append(d.Warnings, news.Degraded("unproven_claims"))
		}
	}
	if r := reasonOf(cause); cause != nil && r == "answer_cut" {
		d.Warnings = append(d.Warnings, news.Degraded(r))
	}
	return d, nil
}

// withheld returns the claims that are not left for verify, for the list of what
// was dropped, without a word of theirs.
func (j *job) withheld() []news.Dropped {
	var list []news.Dropped
	for _, c := range j.checks {
		if c.withheld {
			list = append(list, news.Dropped{What: "bullet", Reason: c.faults[0].Reason})
		}
	}
	return list
}

func (j *job) makingOf() news.Making {
	m := j.making
	m.Prompt = j.Prompts.Hash
	return m
}

func (j *job) warnings() []news.Warning {
	if j.suspects.any {
		return []news.Warning{InjectionSuspected}
	}
	return nil
}

// headline keeps the model's headline unless it is a suspect's; one that does
// not pass Check stays for verify to drop.
func (j *job) headline(d *news.Draft) {
	if j.Options.Headline && len(j.suspects.faults(j.text, j.answer.Headline)) == 0 {
		d.Headline = j.answer.Headline
	}
}

// degrade returns the embedded engine's draft (D5). What the model used counts
// all the same.
func (j *job) degrade(ctx context.Context, cause error) (news.Draft, error) {
	if j.Embedded == nil {
		return news.Draft{}, fmt.Errorf("draft: article %s: %w", j.article.ID, cause)
	}
	d, err := j.Embedded(ctx, j.article, j.text, j.facts)
	if err != nil {
		return news.Draft{}, err
	}
	d.Claims = slices.DeleteFunc(d.Claims, func(c news.Claim) bool { return len(j.suspects.faults(j.text, c)) > 0 })
	if len(j.suspects.faults(j.text, d.Headline)) > 0 {
		d.Headline = news.Claim{}
	}
	for _, c := range j.checks { // for verify to drop and say so
		if len(c.faults) > 0 && !c.withheld {
			d.Claims = append(d.Claims, c.claim)
		}
	}
	d.Withheld = append(d.Withheld, j.withheld()...)
	d.Making.Usage = d.Making.Usage.Plus(j.making.Usage)
	d.Warnings = append(append(d.Warnings, j.warnings()...), news.Degraded(reasonOf(cause)))
	return d, nil
}

// replacements returns up to n claims of the embedded engine that pass and do
// not say what the kept ones quote already.
func (j *job) replacements(ctx context.Context, kept []news.Claim, n int) ([]news.Claim, error) {
	if j.Embedded == nil {
		return nil, nil
	}
	d, err := j.Embedded(ctx, j.article, j.text, j.facts)
	if err != nil {
		return nil, err
	}
	var used []news.Span
	for _, c := range kept {
		used = append(used, j.sentencesOf(c)...)
	}
	var list []news.Claim
	for _, c := range d.Claims {
		if len(list) == n {
			break
		}
		spans := j.sentencesOf(c)
		if slices.ContainsFunc(spans, func(s news.Span) bool { return overlaps(used, s) }) || !j.passes(c) {
			continue
		}
		used = append(used, spans...)
		list = append(list, c)
	}
	return list, nil
}

// sentencesOf returns the sentences that hold what a claim quotes.
func (j *job) sentencesOf(c news.Claim) []news.Span {
	var list []news.Span
	for _, q := range c.Quotes {
		e, ok := evidence.Locate(j.text, q)
		if !ok {
			continue
		}
		for i := j.text.SentenceAt(e.Start); i < len(j.text.Sentences) && j.text.Sentences[i].Start < e.End; i++ {
			list = append(list, j.text.Sentences[i].Span)
		}
	}
	return list
}
