package pipeline_test

import (
	"testing"

	"mujaz/internal/arabic"
	"mujaz/internal/news"
	"mujaz/internal/pipeline"
)

func TestCurrencyIsNoActor(t *testing.T) {
	t.Parallel()
	const text = "قال وزير المالية سالم الهادي في مسقط إن كلفة الميناء بلغت 4.8 ملايين ريال عماني، وإن ريال مدريد سيلعب فيه.\n" +
		"وأضاف الهادي أن الدولة دفعت 12 مليون دولار أميركي حتى الآن."
	f := pipeline.Facts(news.Article{Text: text}, arabic.Read(text))
	for _, a := range f.Actors {
		for _, m := range a.Mentions {
			for _, x := range f.Figures {
				if x.Kind == news.Money && x.Overlaps(m) {
					t.Errorf("%s: %q is an actor inside %q", a.Name, m.Of(text), x.Of(text))
				}
			}
		}
	}
	if len(f.Actors) == 0 || len(f.Figures) != 2 {
		t.Errorf("%d actors, %d figures", len(f.Actors), len(f.Figures))
	}
}
