package summarize_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/eval"
	"mujaz/internal/news"
	"mujaz/internal/summarize"
)

type item struct {
	ID, Title, Topic, Text, Published string
	Summary, Refs                     []string
}

func load(path string) []item {
	f, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	var l []item
	for sc.Scan() {
		var x item
		if err := json.Unmarshal(sc.Bytes(), &x); err != nil {
			var y struct {
				ID, Title, Topic, Text string
				Summary, Refs          []string
			}
			json.Unmarshal(sc.Bytes(), &y)
			x.ID, x.Title, x.Topic, x.Text, x.Summary, x.Refs = y.ID, y.Title, y.Topic, y.Text, y.Summary, y.Refs
		}
		l = append(l, x)
	}
	return l
}

var finder func(news.Article, *arabic.Text) news.Facts

func article(x item) (news.Article, *arabic.Text, news.Facts) {
	a := news.Article{ID: x.ID, Title: x.Title, Text: x.Text}
	a.Published, _ = news.ParseMoment(x.Published)
	t := arabic.Read(x.Text)
	var f news.Facts
	if finder != nil {
		f = finder(a, t)
	}
	return a, t, f
}

func TestZGold(t *testing.T) {
	var r eval.Rouge
	n, bul, wds, mx := 0, 0, 0, 0
	show := os.Getenv("SHOW") != ""
	for _, x := range load("/work/shared/data/gold_dev.jsonl") {
		a, tx, f := article(x)
		d := summarize.Draft(a, tx, f, summarize.Options{Bullets: 3, WordsPerBullet: zlim()})
		var l []string
		for _, c := range d.Claims {
			l = append(l, c.Text)
			bul++
			w := len(strings.Fields(c.Text))
			wds += w
			mx = max(mx, w)
		}
		o := eval.Overlap(strings.Join(l, "\n"), strings.Join(x.Summary, "\n"))
		r.One += o.One
		r.Two += o.Two
		r.L += o.L
		n++
		if show {
			fmt.Printf("== %s | %s  R1 %.3f RL %.3f\n", x.ID, x.Title, o.One, o.L)
			for _, s := range l {
				fmt.Printf("   + %d %s\n", len(strings.Fields(s)), s)
			}
			for _, s := range x.Summary {
				fmt.Printf("       g %s\n", s)
			}
		}
	}
	k := float64(n)
	fmt.Printf("GOLD n=%d R1 %.4f R2 %.4f RL %.4f bullets %d mean %.1f max %d\n", n, r.One/k, r.Two/k, r.L/k, bul, float64(wds)/float64(bul), mx)
}

func TestZEasc(t *testing.T) {
	var one, two, l3 float64
	wt := 0
	l := load("/work/shared/data/summ_easc_dev.jsonl")
	for _, x := range l {
		x.Title = x.Topic
		a, tx, f := article(x)
		d := summarize.Draft(a, tx, f, summarize.Options{Bullets: 40, Words: 125})
		var s []string
		for _, c := range d.Claims {
			s = append(s, c.Text)
		}
		w := strings.Fields(strings.Join(s, "\n"))
		wt += len(w)
		if len(w) > 125 {
			w = w[:125]
		}
		txt := strings.Join(w, " ")
		for _, ref := range x.Refs {
			o := eval.Overlap(txt, ref)
			one += o.One / float64(len(x.Refs))
			two += o.Two / float64(len(x.Refs))
			l3 += o.L / float64(len(x.Refs))
		}
	}
	k := float64(len(l))
	fmt.Printf("EASC n=%d R1 %.4f R2 %.4f RL %.4f words %.1f\n", len(l), one/k, two/k, l3/k, float64(wt)/k)
}

func TestZDebug(t *testing.T) {
	for i, x := range load("/work/shared/data/gold_dev.jsonl") {
		if fmt.Sprint(i) == os.Getenv("N") {
			a, tx, f := article(x)
			summarize.ZDebug(a, tx, f)
		}
	}
}

func TestZOracle(t *testing.T) {
	if os.Getenv("LIM") != "" {
		fmt.Sscan(os.Getenv("LIM"), &summarize.ZLimit)
	}
	sum, l3, n, w := 0.0, 0.0, 0.0, 0
	for _, x := range load("/work/shared/data/gold_dev.jsonl") {
		a, tx, f := article(x)
		pool := summarize.ZPool(a, tx, f)
		gold := strings.Join(x.Summary, "\n")
		var ch []string
		for range 3 {
			best, bi := -1.0, -1
			for i, p := range pool {
				if v := eval.Overlap(strings.Join(append(ch[:len(ch):len(ch)], p), "\n"), gold).One; v > best {
					best, bi = v, i
				}
			}
			ch = append(ch, pool[bi])
		}
		o := eval.Overlap(strings.Join(ch, "\n"), gold)
		if os.Getenv("SHOW") != "" {
			fmt.Printf("== %s R1 %.3f pool %d\n", x.ID, o.One, len(pool))
			for _, c := range ch {
				fmt.Printf("   o %d %s\n", len(strings.Fields(c)), c)
			}
			for _, c := range x.Summary {
				fmt.Printf("       g %s\n", c)
			}
		}
		sum += o.One
		l3 += o.L
		n++
		w += len(strings.Fields(strings.Join(ch, " ")))
	}
	fmt.Printf("ORACLE R1 %.4f RL %.4f words %.1f\n", sum/n, l3/n, float64(w)/n)
}

func zlim() (n int) {
	fmt.Sscan(os.Getenv("LIM"), &n)
	return n
}

func TestZAll(t *testing.T) {
	f, _ := os.Open(os.Getenv("CORPUS"))
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	n, none, over := 0, 0, 0
	for sc.Scan() {
		var x struct{ ID, Title, Text string }
		json.Unmarshal(sc.Bytes(), &x)
		a, tx, fc := article(item{ID: x.ID, Title: x.Title, Text: x.Text})
		d := summarize.Draft(a, tx, fc, summarize.Options{})
		n++
		if len(d.Claims) == 0 {
			none++
			if none < 400 {
				fmt.Println("NONE", x.ID, x.Text[:min(len(x.Text), 300)])
			}
		}
		for _, c := range d.Claims {
			if len(strings.Fields(c.Text)) > 32 {
				over++
			}
			for _, q := range c.Quotes {
				if !strings.Contains(x.Text, q) {
					fmt.Println("QUOTE", q)
				}
			}
		}
	}
	fmt.Println("ALL", n, "none", none, "over", over)
}

func TestZLead(t *testing.T) {
	for _, x := range load("/work/shared/data/gold_dev.jsonl") {
		a, tx, f := article(x)
		d := summarize.Draft(a, tx, f, summarize.Options{Bullets: 3, WordsPerBullet: zlim()})
		var l []string
		for _, c := range d.Claims {
			l = append(l, c.Text)
		}
		g := strings.Join(x.Summary, "\n")
		o := eval.Overlap(strings.Join(l, "\n"), g)
		w := strings.Fields(x.Text)
		p := eval.Overlap(strings.Join(w[:min(75, len(w))], " "), g)
		fmt.Printf("%.3f %.3f %+.3f words %d %s\n", o.One, p.One, o.One-p.One, len(strings.Fields(strings.Join(l, " "))), x.ID)
	}
}

func TestZNone(t *testing.T) {
	for _, x := range load(os.Getenv("F")) {
		a, tx, f := article(x)
		fmt.Println("=====", x.ID)
		summarize.ZDebug(a, tx, f)
	}
}
