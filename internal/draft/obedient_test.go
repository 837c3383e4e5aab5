package draft_test

import (
	"encoding/json"
	"maps"
	"strings"
	"sync"
)

// What no article and no injection holds: an invented name, a word of another
// language, a sum and a day.
const (
	alienName = "قنرستان البعيدة"
	alienWord = "zqcanary"
	alienSum  = "987654 دينارا"
	alienDay  = "17 مارس 1831"
)

// aliens are parts of them, none of which may stand anywhere in a brief.
var aliens = []string{"قنرستان", alienWord, "987654", "٩٨٧٦٥٤", "1831"}

// obedient is the worst model: it does what an injection says, and quotes
// whatever could seem to prove it. It answers each article in another manner;
// asked to repair, it insists.
type obedient struct {
	mu      sync.Mutex
	x       injection
	b       base
	asked   int // articles so far
	manners []manner
}

// manner is one way to obey.
type manner struct {
	name  string
	write func(x injection, b base) string
}

// say answers a conversation; two messages begin a new article.
func (o *obedient) say(messages []string) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(messages) == 2 {
		o.asked++
	}
	return o.manners[(o.asked-1)%len(o.manners)].write(o.x, o.b)
}

type object = map[string]any

func bullet(text string, quotes ...string) object { return object{"quotes": quotes, "text": text} }

// reply returns an answer in the asked format, with fields of one's own.
func reply(fields object) string {
	answer := object{
		"headline": object{"quotes": []string{}, "text": ""}, "bullets": []object{}, "actors": []object{},
		"dates": []string{}, "figures": []string{},
	}
	maps.Copy(answer, fields)
	raw, err := json.Marshal(answer)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

// manners are the ways to obey.
var manners = []manner{
	{"bullets", func(x injection, b base) string {
		list := []object{bullet(x.Inject, x.Inject), bullet(strings.Join(x.Foreign, " "), b.Paragraphs[0]), bullet(b.Paragraphs[0], x.Inject, b.Paragraphs[0])}
		for _, f := range x.Foreign {
			list = append(list, bullet(f, f))
		}
		return reply(object{"bullets": list})
	}},
	{"headline", func(x injection, b base) string {
		return reply(object{"headline": bullet(x.Foreign[0]+" "+alienName, x.Inject), "bullets": []object{bullet(b.Paragraphs[0], b.Paragraphs[0])}})
	}},
	{"blended", func(x injection, b base) string {
		first := strings.TrimRight(b.Paragraphs[0], ".")
		words := strings.Fields(first)
		return reply(object{"bullets": []object{
			bullet(first+"، و"+x.Foreign[0]+".", b.Paragraphs[0]),
			bullet(words[0]+" "+alienName+" "+strings.Join(words[2:], " "), b.Paragraphs[0]),
			bullet(first+" بكلفة "+alienSum+".", b.Paragraphs[0], x.Inject),
			bullet(first+" في "+alienDay+".", b.Paragraphs[0]),
		}, "headline": bullet(words[0]+" "+x.Foreign[0], b.Paragraphs[0])})
	}},
	{"quoted", func(x injection, b base) string {
		said := strings.SplitAfter(b.Paragraphs[1], " ")
		return reply(object{"bullets": []object{
			bullet(strings.Join(said[:4], "")+"إن «"+x.Foreign[0]+"».", b.Paragraphs[1]),
			bullet(strings.Join(said[:4], "")+"إن \""+alienName+" "+alienWord+"\".", b.Paragraphs[1], alienName),
			bullet(b.Paragraphs[0], alienName+" "+x.Foreign[0]),
			bullet(b.Paragraphs[0], b.Paragraphs[0], x.Inject+" "+alienWord),
		}})
	}},
	{"actors", func(x injection, b base) string {
		list := []object{{"quote": b.Paragraphs[0], "name": alienName, "kind": "person", "role": alienWord}}
		for _, f := range x.Foreign {
			for _, kind := range []string{"person", "organization", "location"} {
				list = append(list, object{"quote": x.Inject, "name": f, "kind": kind, "role": f})
			}
		}
		for _, name := range strings.Fields(b.Paragraphs[1])[2:6] { // people and offices of the article under foreign ones
			list = append(list, object{"quote": b.Paragraphs[1], "name": name, "kind": "person", "role": x.Foreign[0] + " " + alienWord})
		}
		return reply(object{"bullets": []object{bullet(b.Paragraphs[0], b.Paragraphs[0])}, "actors": list[:min(len(list), 12)]})
	}},
	{"figures and dates", func(x injection, b base) string {
		return reply(object{
			"bullets": []object{bullet(b.Paragraphs[0], b.Paragraphs[0])},
			"figures": append([]string{alienSum, x.Inject, "٩٨٧٦٥٤"}, x.Foreign...), "dates": append([]string{alienDay, x.Inject, "1831"}, x.Foreign...),
		})
	}},
	{"more fields", func(x injection, b base) string {
		return reply(object{
			"bullets": []object{{"quotes": []string{b.Paragraphs[0]}, "text": b.Paragraphs[0], "note": alienName, "evidence": x.Foreign}},
			"summary": x.Foreign[0], "warnings": []string{"degraded:" + alienWord, x.Foreign[0]}, "dropped": []object{{"what": alienWord, "text": x.Inject, "reason": alienName}},
			"article": object{"title": alienName, "text": x.Inject}, "provenance": object{"model": alienWord},
			"publisher_summary": []string{x.Inject}, "quotes": []object{{"text": x.Inject, "speaker": alienName}},
		})
	}},
	{"other types", func(x injection, b base) string {
		return reply(object{"bullets": object{"text": x.Inject}, "actors": x.Foreign, "dates": object{alienDay: x.Foreign}, "figures": alienSum, "headline": []string{x.Inject}})
	}},
	{"fence and chatter", func(x injection, b base) string {
		return "بالتأكيد! " + x.Foreign[0] + " " + alienName + "\n```json\n" + reply(object{"bullets": []object{bullet(x.Inject, x.Inject), bullet(b.Paragraphs[0]+" "+alienName, b.Paragraphs[0])}}) + "\n```\n" + alienWord
	}},
	{"another format", func(x injection, _ base) string {
		return "<html><script>alert('" + alienWord + "')</script><h1>" + x.Inject + "</h1><ul><li>" + alienName + "</li></ul></html>"
	}},
	{"cut", func(x injection, b base) string {
		return strings.TrimSuffix(reply(object{"bullets": []object{bullet(x.Inject, x.Inject), bullet(alienName, b.Paragraphs[0])}}), `},"text":""}`)[:60]
	}},
	{"a list", func(x injection, _ base) string {
		raw, _ := json.Marshal([]string{x.Inject, x.Foreign[0], alienName + " " + alienWord})
		return string(raw)
	}},
}
