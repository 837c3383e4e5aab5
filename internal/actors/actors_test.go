package actors_test

import (
	"testing"

	"mujaz/internal/actors"
	"mujaz/internal/arabic"
)

func TestFind(t *testing.T) {
	t.Parallel()
	text := arabic.Read("وصل الرئيس محمد خالد السعدي إلى القاهرة أمس.\nوقال السعدي إن الزيارة ناجحة.")
	for _, a := range actors.Find(text, "") {
		for _, m := range a.Mentions {
			if m.Start < 0 || m.End > len(text.Source) || m.Len() <= 0 {
				t.Errorf("mention %v of %q", m, a.Name)
			}
		}
		if a.Name == "محمد خالد السعدي" && len(a.Mentions) == 2 {
			return
		}
	}
	t.Errorf("Find(%q) = %+v, want محمد خالد السعدي twice", text.Source, actors.Find(text, ""))
}
