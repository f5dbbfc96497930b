.DEFAULT_GOAL := help
.PHONY: help serve build dist figures reference check test bench sizes format

PORT ?= 8080

help: ## Lists the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

serve: ## Sets up what is missing, builds the page and serves it (PORT=8080)
	@scripts/serve $(PORT)

build: ## Sets up what is missing and builds the page into dist/
	@scripts/build

dist: ## Builds, and makes dist/ ready to upload: compressed files beside the others, and _headers
	@scripts/dist

figures: ## Checks the figures and says what they change since the last commit
	@scripts/figures

reference: ## Regenerates the table of inputs in docs/partners.md
	@scripts/cargo run --quiet --locked --package salary-site --bin site -- --guide

check: ## Format, clippy and unit tests: seconds after the first time
	@scripts/check

test: ## Sets up what tests need and runs all of them, browsers included
	@scripts/test

bench: ## Measures answers, the page and a server, beside what others offer (BENCHMARKS.md)
	@scripts/bench

sizes: ## Prints the size of every file and what fills the program, and checks the budgets
	@scripts/sizes

format: ## Formats the code
	@scripts/cargo fmt --all
