package actors_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/testkit"
)

// TestTables checks the order and the spelling of the tables.
func TestTables(t *testing.T) {
	t.Parallel()
	for file, columns := range map[string]int{"places.tsv": 2, "synonyms.tsv": 2, "bodies.tsv": 1, "towns.tsv": 3} {
		testkit.Table(t, file, columns, testkit.Folded)
	}
}

// TestGold holds the recall of the actors that editors list first, in the
// articles annotated by hand.
func TestGold(t *testing.T) {
	t.Parallel()
	file, err := os.Open(testkit.Shared(t, "data/gold_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	right, wanted := 0, 0
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var g struct {
			Title, Text string
			Actors      []struct {
				Name, Type, Salience string
				Aliases              []string
			}
		}
		if err := json.Unmarshal(s.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		got := actors.Find(arabic.Read(g.Text), g.Title)
		check(t, g.Text, got)
		for _, a := range g.Actors {
			if a.Salience != "main" {
				continue
			}
			wanted++
			for _, name := range append(a.Aliases, a.Name) {
				if _, ok := lookup(got, news.ActorKind(a.Type), name); ok {
					right++
					break
				}
			}
		}
	}
	if s.Err() != nil {
		t.Fatal(s.Err())
	}
	if t.Logf("main actors %d of %d", right, wanted); right*100 < 85*wanted {
		t.Errorf("main actors found: %d of %d, want 85%%", right, wanted)
	}
}
